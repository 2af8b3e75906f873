// What a person sees: cards and messages before them, and what is new after they did something.
import { standing } from './inputs.ts';
import { actionsOf, CARD, type Card, CONSENT, inputsOf, isThing, type Thing, wordsOf } from './shapes.ts';
import type { Tenancy } from './tenancy.ts';
import { type Attachment, chatWith, type Dialog, landed, type Message, type Surface } from './world.ts';

/** A card as it stands before somebody: what it says, what can be pressed, what stands in its inputs (by their labels). */
export type SeenCard = {
  card: Card;
  words: string;
  buttons: string[];
  values: Record<string, string | undefined>;
  problems: Record<string, string>;
  failure?: string;
};
export type SeenDialog = SeenCard & { title: string; size: Thing };
export type SeenMessage = {
  id: string;
  /** `bot`, or a person's id. */
  from: string;
  text: string;
  summary: string;
  at: string;
  root?: string;
  isEdited: boolean;
  mentioned: string[];
  card?: SeenCard;
  files: { kind: 'offer' | 'file'; name: string; size?: number; url?: string }[];
};

/** What a person sees after they did something. */
export type Seen = {
  /** The bot answered in time and what it answered could be shown. */
  ok: boolean;
  /** As the client shows it: no_answer, bot_error, invalid_response. */
  error?: string;
  /** Why it could not be shown; people never see these. */
  details?: string[];
  /** What the client says beside questions, by their labels; then nothing was sent. */
  problems?: Record<string, string>;
  dialog?: SeenDialog;
  /** The newest message of the bot that came since then, in the personal chat or in the channel looked at. */
  message?: SeenMessage;
  /** What the client showed for a moment. */
  toast?: string;
  /** Where a link would lead. */
  url?: string;
};

const nameOf = (input: Thing): string => String(input['label'] ?? input['title'] ?? input['id']);

function seenCard(surface: Surface): SeenCard {
  const { card, typed, open, problems, failure } = surface;
  const isOpen = (path: string): boolean => open.includes(path);
  const inputs = inputsOf(card, isOpen).map(each => each.thing);
  const label = (id: string): string => nameOf(inputs.find(each => each['id'] === id) ?? { id });
  return {
    card,
    words: wordsOf(card),
    buttons: actionsOf(card, isOpen).map(({ thing }) => String(thing['title'] ?? '')),
    values: Object.fromEntries(inputs.map(input => [nameOf(input), standing(input, typed)])),
    problems: Object.fromEntries(Object.entries(problems).map(([id, text]) => [label(id), text])),
    ...(failure === undefined ? {} : { failure }),
  };
}

function seenFile({ contentType, name = '', content, contentUrl }: Attachment): SeenMessage['files'][number] {
  const size = isThing(content) ? content['sizeInBytes'] : undefined;
  return {
    kind: contentType === CONSENT ? 'offer' : 'file',
    name,
    ...(typeof size === 'number' ? { size } : {}),
    ...(contentUrl === undefined ? {} : { url: contentUrl }),
  };
}

/** The card of a message as one reader has it; undefined when it has none. */
export function surfaceOf(message: Message, userId: string): Surface | undefined {
  const attached = message.attachments.find(each => each.contentType === CARD)?.content;
  if (!isThing(attached)) return undefined;
  message.surfaces[userId] ??= { card: attached, typed: {}, open: [], problems: {} };
  return message.surfaces[userId];
}

export const seenDialog = (dialog: Dialog): SeenDialog => ({
  ...seenCard(dialog),
  title: dialog.title,
  size: dialog.size,
});

export function seenMessage(tenancy: Tenancy, message: Message, userId: string): SeenMessage {
  const surface = surfaceOf(message, userId);
  const { id, text, summary, at, root, edited, from, attachments, entities } = message;
  return {
    id,
    from: from === tenancy.world.app.bot.id ? 'bot' : from,
    text,
    summary,
    at,
    ...(root === undefined ? {} : { root }),
    isEdited: edited !== undefined,
    mentioned: entities
      .filter(each => each['type'] === 'mention' && isThing(each['mentioned']))
      .map(each => String((each['mentioned'] as Thing)['id'])),
    ...(surface ? { card: seenCard(surface) } : {}),
    files: attachments.filter(each => each.name !== undefined).map(seenFile),
  };
}

/** What is before a person at one moment; `mark` differs when anything does. */
export type Glance = { mark: string; ids: Set<string> };

function lists({ world }: Tenancy, userId: string, channelId: string | undefined): Message[][] {
  const channel = channelId === undefined ? undefined : world.channels[channelId];
  return [...(channel ? [channel.messages] : []), chatWith(world, userId).messages];
}

export function glance(tenancy: Tenancy, userId: string, channelId?: string): Glance {
  const messages = lists(tenancy, userId, channelId).flatMap(landed);
  const own = messages.map(each => [each.id, each.edited, JSON.stringify(each.surfaces[userId]?.card)]);
  const { dialogs, toasts } = tenancy.world;
  const dialog = dialogs[userId];
  return {
    mark: JSON.stringify([own, dialog && [dialog.card, dialog.failure, dialog.title], toasts[userId]]),
    ids: new Set(messages.map(each => each.id)),
  };
}

/** What is there now, with the newest of those messages of the bot that were not there before. */
export function newsSince(tenancy: Tenancy, userId: string, before: Glance, channelId?: string): Omit<Seen, 'ok'> {
  const { world } = tenancy;
  const dialog = world.dialogs[userId];
  const toast = world.toasts[userId];
  const fresh = lists(tenancy, userId, channelId)
    .flatMap(landed)
    .filter(each => each.from === world.app.bot.id && !before.ids.has(each.id));
  const newest = fresh.at(-1);
  return {
    ...(dialog ? { dialog: seenDialog(dialog) } : {}),
    ...(toast === undefined ? {} : { toast }),
    ...(newest ? { message: seenMessage(tenancy, newest, userId) } : {}),
  };
}

/** Waits for something to change before a person, and says what; at most `settleMs`. */
export async function lookOn(tenancy: Tenancy, userId: string, before: Glance, channelId?: string): Promise<Seen> {
  await tenancy.until(() => glance(tenancy, userId, channelId).mark !== before.mark, tenancy.timing.settleMs);
  return { ok: true, ...newsSince(tenancy, userId, before, channelId) };
}
