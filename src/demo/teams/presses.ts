// Pressing, filling and submitting: the client's own checks first, then what goes to the bot, by the kind of the button.
import { invokeActivity, messageActivity, type Scene } from './activities.ts';
import { findAction, findInput } from './find.ts';
import { dataFor, enteredValue, problemsBeforeSending } from './inputs.ts';
import { type Glance, glance, lookOn, newsSince, type Seen } from './seen.ts';
import { inputsFor, isThing, type Spot, type Thing } from './shapes.ts';
import { type Trouble, takeAction, takeTask, UNREACHABLE } from './task-answers.ts';
import type { Tenancy } from './tenancy.ts';
import { type Dialog, type Message, nextId, type Surface, type User } from './world.ts';

/** A card before somebody, and where it is: in their dialog, or in a message. */
export type Before = { surface: Surface; scene: Scene } & ({ dialog: Dialog } | { message: Message });

const CONTEXT = { theme: 'default' };

/** Types and chooses answers, each addressed by its question or id; nothing is sent. */
export function fill(tenancy: Tenancy, { surface }: Before, answers: Record<string, unknown>): void {
  for (const [key, wanted] of Object.entries(answers)) {
    const { thing } = findInput(surface, key);
    surface.typed[String(thing['id'])] = enteredValue(thing, wanted);
  }
  tenancy.changed();
}

/** Shows or hides the part behind a button; another one in the same card closes. */
function toggle(tenancy: Tenancy, surface: Surface, action: Spot): Seen {
  const wasOpen = surface.open.includes(action.path);
  const around = surface.open.filter(path => action.path.startsWith(`${path}/`));
  surface.open = wasOpen ? around : [...around, action.path];
  tenancy.changed();
  return { ok: true };
}

function ended(
  tenancy: Tenancy,
  user: User,
  before: Glance,
  surface: Surface,
  trouble: Trouble | undefined,
  channelId?: string,
): Seen {
  if (trouble) {
    surface.failure = UNREACHABLE;
    tenancy.changed();
  }
  return { ok: !trouble, ...trouble, ...newsSince(tenancy, user.id, before, channelId) };
}

const channelIn = (scene: Scene): string | undefined => ('channel' in scene ? scene.channel.id : undefined);

async function openDialog(
  tenancy: Tenancy,
  user: User,
  here: Before & { message: Message },
  data: Thing,
): Promise<Seen> {
  const { scene, message, surface } = here;
  const before = glance(tenancy, user.id, channelIn(scene));
  const asked = { name: 'task/fetch', value: { data, context: CONTEXT }, replyToId: message.id };
  const activity = invokeActivity(tenancy, user, scene, asked);
  const answer = await tenancy.door.invoke(activity);
  const from = { conversationId: activity.conversation.id, messageId: message.id };
  return ended(tenancy, user, before, surface, takeTask(tenancy, user, answer, from, true), channelIn(scene));
}

async function sendDialog(
  tenancy: Tenancy,
  user: User,
  { dialog, scene }: Before & { dialog: Dialog },
  data: Thing,
): Promise<Seen> {
  const before = glance(tenancy, user.id, channelIn(scene));
  const asked = { name: 'task/submit', value: { data, context: CONTEXT }, replyToId: dialog.from.messageId };
  const answer = await tenancy.door.invoke(invokeActivity(tenancy, user, scene, asked));
  // Closed meanwhile: what is answered then nobody sees.
  if (tenancy.world.dialogs[user.id] !== dialog)
    return { ok: true, ...newsSince(tenancy, user.id, before, channelIn(scene)) };
  return ended(tenancy, user, before, dialog, takeTask(tenancy, user, answer, dialog.from, false), channelIn(scene));
}

async function execute(
  tenancy: Tenancy,
  user: User,
  here: Before & { message: Message },
  action: Thing,
  data: Thing,
): Promise<Seen> {
  const { scene, message, surface } = here;
  const before = glance(tenancy, user.id, channelIn(scene));
  const { id, verb } = action;
  const value = { action: { type: 'Action.Execute', id, verb, data }, trigger: 'manual' };
  const asked = { name: 'adaptiveCard/action', value, replyToId: message.id };
  const answer = await tenancy.door.invoke(invokeActivity(tenancy, user, scene, asked));
  return ended(tenancy, user, before, surface, takeAction(tenancy, user, answer, message), channelIn(scene));
}

async function sendValue(
  tenancy: Tenancy,
  user: User,
  here: Before & { message: Message },
  value: Thing,
): Promise<Seen> {
  const { scene, message, surface } = here;
  const before = glance(tenancy, user.id, channelIn(scene));
  const id = nextId(tenancy.world, tenancy.now());
  const answer = await tenancy.door.message(
    messageActivity(tenancy, user, scene, { id, value, replyToId: message.id }),
  );
  if (answer.kind === 'answer' && answer.status < 300) return lookOn(tenancy, user.id, before, channelIn(scene));
  const details = [answer.kind === 'answer' ? `status ${answer.status}` : answer.kind];
  return ended(tenancy, user, before, surface, { error: 'no_answer', details }, channelIn(scene));
}

function problemsOf(surface: Surface, action: Spot): Record<string, string> {
  if (action.thing['type'] === 'Action.OpenUrl') return {};
  return problemsBeforeSending(inputsFor(surface.card, action), surface.typed);
}

/** Presses a button by its title or path; `near` are words in its row. Throws when there is nothing of that name to press. */
export async function press(tenancy: Tenancy, user: User, here: Before, wanted: string, near?: string): Promise<Seen> {
  const { surface } = here;
  const action = findAction(surface, wanted, near);
  const { type, msteams } = {
    msteams: (action.thing['data'] as Thing | undefined)?.['msteams'],
    type: action.thing['type'],
  };
  if (type === 'Action.ShowCard') return toggle(tenancy, surface, action);
  if (type === 'Action.OpenUrl') return { ok: true, url: String(action.thing['url']) };
  delete surface.failure;
  delete tenancy.world.toasts[user.id];
  surface.problems = problemsOf(surface, action);
  tenancy.changed();
  if (Object.keys(surface.problems).length > 0) {
    const labels = Object.entries(surface.problems).map(([id, text]) => [
      findInput(surface, id).thing['label'] ?? id,
      text,
    ]);
    return { ok: false, problems: Object.fromEntries(labels) };
  }
  const data = dataFor(surface.card, action, surface.typed);
  if ('dialog' in here) return sendDialog(tenancy, user, here, data);
  if (type === 'Action.Execute') return execute(tenancy, user, here, action.thing, data);
  return isThing(msteams) && msteams['type'] === 'task/fetch'
    ? openDialog(tenancy, user, here, data)
    : sendValue(tenancy, user, here, data);
}
