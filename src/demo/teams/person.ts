// One human at their client: everything a test or the demo page lets somebody do, and what that person can see.
import { messageActivity, personalScene, type Scene } from './activities.ts';
import { consent } from './files.ts';
import { channelNamed, findInput, offers } from './find.ts';
import { place } from './posts.ts';
import { type Before, fill, press } from './presses.ts';
import {
  glance,
  lookOn,
  newsSince,
  type Seen,
  type SeenDialog,
  type SeenMessage,
  seenDialog,
  seenMessage,
  surfaceOf,
} from './seen.ts';
import { actionsOf, CONSENT } from './shapes.ts';
import type { Tenancy } from './tenancy.ts';
import { type Channel, chatWith, landed, type Message, membersOf, teamsOf, type User } from './world.ts';

/** `dialog`, or the id of a message; when not said, the dialog if one is open, else the newest message of the bot that has such a thing. */
export type Where = 'dialog' | (string & {});

export type Pressing = { where?: Where; near?: string; channel?: string; values?: Record<string, unknown> };

export type Person = {
  user: User;
  /** Writes in the personal chat, or in a channel, where the bot hears it only when `@` and its name are in it. */
  say(text: string, channel?: string, root?: string): Promise<Seen>;
  /** Presses by title; `near` are words in the same row, where several read the same. In a channel, name it. `values` are filled in before. */
  press(wanted: string, at?: Pressing): Promise<Seen>;
  /** Types and chooses, by label or id of the question. */
  fill(answers: Record<string, unknown>, where?: Where): Seen;
  /** Presses the button of the dialog (or of that card) that stands out, else the first one that sends its answers. */
  submit(where?: Where): Promise<Seen>;
  /** Closes the dialog; the bot hears nothing. */
  close(): void;
  dialog(): SeenDialog | undefined;
  toast(): string | undefined;
  /** The personal chat with the bot, oldest first. */
  chat(): SeenMessage[];
  messages(channel: string): SeenMessage[];
  /** Presses *Allow* or *Decline* of the newest file offered, or of that message. */
  file(action: 'accept' | 'decline', messageId?: string): Promise<Seen>;
};

const escaped = (text: string): string =>
  text.replace(/[&<>]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]!);

function channelOf({ world }: Tenancy, user: User, name: string): Channel {
  const channel = world.channels[channelNamed(world, name)];
  if (!channel || channel.isDeleted || !membersOf(world, channel).includes(user.id))
    throw new Error(`${user.name} is not in ${name}`);
  return channel;
}

/** `@Name` of the bot as the editor sends it: a mention, followed by a space that does not break. */
function typed({ world }: Tenancy, text: string) {
  const { bot } = world.app;
  const mention = `<at>${bot.name}</at>`;
  const written = escaped(text).replace(new RegExp(`@${bot.name}\\s?`, 'g'), `${mention}&nbsp;`);
  const isMentioned = written.includes(mention);
  return {
    text: written,
    isMentioned,
    entities: isMentioned ? [{ type: 'mention', mentioned: { ...bot }, text: mention }] : [],
  };
}

async function say(tenancy: Tenancy, user: User, text: string, channelName?: string, root?: string): Promise<Seen> {
  const { world } = tenancy;
  const channel = channelName === undefined ? undefined : channelOf(tenancy, user, channelName);
  if (channel && world.teams[channel.teamId]?.isArchived) throw new Error('The team is archived');
  if (!channel && !user.hasBot && !teamsOf(world, user.id).some(team => team.hasBot))
    throw new Error(`${user.name} does not have the bot`);
  const written = channel ? typed(tenancy, text) : { text: escaped(text), isMentioned: true, entities: [] };
  const before = glance(tenancy, user.id, channel?.id);
  const spot = channel ? { channel } : { chat: chatWith(world, user.id), user };
  const message = place(tenancy, spot, user.id, written, 0, root);
  delete world.toasts[user.id];
  const hasBot = !channel || (channel.botIn && world.teams[channel.teamId]?.hasBot);
  if (!written.isMentioned || !hasBot || world.app.isDisabled) return { ok: true };
  const scene: Scene = channel ? { channel, root: root ?? message.id } : personalScene(tenancy, user);
  const answer = await tenancy.door.message(messageActivity(tenancy, user, scene, { id: message.id, ...written }));
  if (answer.kind === 'answer' && answer.status < 300) return lookOn(tenancy, user.id, before, channel?.id);
  const details = [answer.kind === 'answer' ? `status ${answer.status}` : answer.kind];
  return { ok: false, error: 'no_answer', details, ...newsSince(tenancy, user.id, before, channel?.id) };
}

function inMessage(tenancy: Tenancy, user: User, message: Message, channel: Channel | undefined): Before | undefined {
  const surface = surfaceOf(message, user.id);
  if (!surface) return undefined;
  const scene: Scene = channel ? { channel, root: message.root ?? message.id } : personalScene(tenancy, user);
  return { surface, scene, message };
}

/** The card meant: of the dialog, of a message by its id, or of the newest one that fits. Throws when there is none. */
function before(
  tenancy: Tenancy,
  user: User,
  where: Where | undefined,
  channelName: string | undefined,
  fits: (here: Before) => boolean,
): Before {
  const { world } = tenancy;
  const channel = channelName === undefined ? undefined : channelOf(tenancy, user, channelName);
  const dialog = world.dialogs[user.id];
  if (where === 'dialog' || (where === undefined && dialog && !channel)) {
    if (!dialog) throw new Error(`${user.name} has no dialog open`);
    const [base = '', root] = dialog.from.conversationId.split(';messageid=');
    const opener = world.channels[base];
    const scene: Scene = opener
      ? { channel: opener, ...(root === undefined ? {} : { root }) }
      : personalScene(tenancy, user);
    return { surface: dialog, scene, dialog };
  }
  const all = landed((channel ?? chatWith(world, user.id)).messages).filter(
    each => where === undefined || each.id === where,
  );
  const cards = all.map(each => inMessage(tenancy, user, each, channel)).filter(each => each !== undefined);
  const found = cards.findLast(fits) ?? cards.at(-1);
  if (!found) throw new Error(`${user.name} has no card to press or fill ${where ?? ''}`);
  return found;
}

const fillable = (answers: Record<string, unknown>) => (here: Before) => {
  try {
    for (const key of Object.keys(answers)) findInput(here.surface, key);
    return true;
  } catch {
    return false;
  }
};

const SENDS = new Set(['Action.Submit', 'Action.Execute']);
/** The path of the button that stands out as the one to send with, else of the last row's first. */
function firstSending({ surface }: Before): string | undefined {
  const all = actionsOf(surface.card).filter(({ thing }) => SENDS.has(String(thing['type'])));
  const main = all.find(({ thing }) => thing['style'] === 'positive');
  return (main ?? all.find(({ path }) => path.startsWith('actions/')) ?? all[0])?.path;
}

function submit(tenancy: Tenancy, user: User, where: Where | undefined): Promise<Seen> {
  const here = before(tenancy, user, where, undefined, each => firstSending(each) !== undefined);
  const path = firstSending(here);
  if (path === undefined) throw new Error(`${user.name} has nothing to submit`);
  return press(tenancy, user, here, path);
}

function file(
  tenancy: Tenancy,
  user: User,
  action: 'accept' | 'decline',
  messageId: string | undefined,
): Promise<Seen> {
  const message = landed(chatWith(tenancy.world, user.id).messages).findLast(each =>
    messageId === undefined ? each.attachments.some(one => one.contentType === CONSENT) : each.id === messageId,
  );
  if (!message) throw new Error(`${user.name} was offered no file`);
  return consent(tenancy, user, message, action);
}

/** The driver of one person; throws when that person could not do such a thing in Teams. */
export function personOf(tenancy: Tenancy, userId: string): Person {
  const { world } = tenancy;
  const user = world.users[userId] ?? Object.values(world.users).find(each => each.aadObjectId === userId);
  if (!user || user.deleted) throw new Error(`Nobody can sit at the keyboard as ${userId}`);
  const seen = (messages: readonly Message[]) => landed(messages).map(each => seenMessage(tenancy, each, user.id));
  return {
    user,
    say: (text, channel, root) => say(tenancy, user, text, channel, root),
    press: async (wanted, { where, near, channel, values = {} } = {}) => {
      const here = before(tenancy, user, where, channel, each => offers(each.surface, wanted));
      fill(tenancy, here, values);
      return press(tenancy, user, here, wanted, near);
    },
    fill: (answers, where) => {
      const here = before(tenancy, user, where, undefined, fillable(answers));
      fill(tenancy, here, answers);
      return { ok: true, ...('dialog' in here ? { dialog: seenDialog(here.dialog) } : {}) };
    },
    submit: async where => submit(tenancy, user, where),
    close: () => {
      if (!world.dialogs[user.id]) throw new Error(`${user.name} has no dialog open`);
      delete world.dialogs[user.id];
      tenancy.changed();
    },
    dialog: () => {
      const dialog = world.dialogs[user.id];
      return dialog && seenDialog(dialog);
    },
    toast: () => world.toasts[user.id],
    chat: () => seen(chatWith(world, user.id).messages),
    messages: channel => seen(channelOf(tenancy, user, channel).messages),
    file: async (action, messageId) => file(tenancy, user, action, messageId),
  };
}
