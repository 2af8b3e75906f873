// What a person sees: the views and messages before them, and what is new after they did something.
import type { BotAnswer } from './door.ts';
import { viewWithState } from './payloads.ts';
import type { Message, View } from './shapes.ts';
import { topView } from './view-stack.ts';
import type { Workspace } from './workspace.ts';
import { asSent, type Channel, directChannel, type KeptMessage, landed, type ShownView } from './world.ts';

/** A view with what is typed in it (`state`), what stands beside its questions, and the banner of a failure. */
export type SeenView = View & { errors: Record<string, string>; failure?: string };

/** What a person sees after they did something. */
export type Seen = {
  /** The app acknowledged in time and what it answered could be shown. */
  ok: boolean;
  /** As Slack shows it: operation_timeout, dispatch_failed, not_a_command, invalid_response. */
  error?: string;
  /** Why Slack would not show the app's answer; people never see these. */
  details?: string[];
  /** Beside the questions, by block_id: of Slack's own window or of the app. */
  problems?: Record<string, string>;
  /** The window on top now, if there is one. */
  view?: SeenView;
  home?: SeenView;
  /** New since then: a message only they see, and a message in the channel or in their direct channel with the bot. */
  ephemeral?: Message;
  message?: Message;
};
/** A shown view as a person sees it. */
export function seenView(shown: ShownView): SeenView {
  return { ...viewWithState(shown), errors: shown.errors, ...(shown.failure ? { failure: shown.failure } : {}) };
}

/** What is before a person at one moment; `mark` differs when anything does. */
export type Glance = {
  mark: string;
  atHome: boolean;
  seen: Omit<Seen, 'ok'>;
  ephemerals: number;
  messages: Record<string, number>;
};

/** Changes with every message, edit and deletion. */
const traceOf = (messages: readonly KeptMessage[]): unknown[] => [
  messages.length,
  messages.at(-1)?.ts,
  messages.reduce((latest, { edited }) => (edited && edited.ts > latest ? edited.ts : latest), ''),
];

/** Looks at a person's window, own messages, direct channel with the bot, one channel besides, and their home if that is looked at. */
export function glance(ws: Workspace, userId: string, channel: Channel | undefined, atHome = false): Glance {
  const { world } = ws;
  const top = topView(world, userId);
  const home = world.homes[userId];
  const own = world.ephemerals.filter(each => each.userId === userId).map(each => each.message);
  const dm = directChannel(world, [world.app.botUserId, userId]);
  const channels = channel && channel !== dm ? [channel, dm] : [dm];
  const said = channels.map(each => landed(each).filter(message => message.user === world.app.botUserId));
  const last = said.flat().at(-1);
  const ofHome = atHome ? home?.view.hash : '';
  return {
    mark: JSON.stringify([
      top?.view.id,
      top?.view.hash,
      ofHome,
      own.map(each => [each.ts, each.text]),
      said.map(traceOf),
    ]),
    atHome,
    seen: {
      ...(top ? { view: seenView(top) } : {}),
      ...(home ? { home: seenView(home) } : {}),
      ...(own.length > 0 ? { ephemeral: asSent(own.at(-1)!) } : {}),
      ...(last ? { message: asSent(last) } : {}),
    },
    ephemerals: own.length,
    messages: Object.fromEntries(channels.map((each, index) => [each.id, said[index]!.length])),
  };
}

/** What is there now, but only those messages that were not there before. */
export function newsSince(before: Glance, now: Glance): Omit<Seen, 'ok'> {
  const { ephemeral, message, ...rest } = now.seen;
  const spoke = Object.entries(now.messages).some(([id, count]) => count > (before.messages[id] ?? 0));
  return {
    ...rest,
    ...(ephemeral && now.ephemerals > before.ephemerals ? { ephemeral } : {}),
    ...(message && spoke ? { message } : {}),
  };
}

/** Waits for something to change before a person, and says what; at most `settleMs`. */
export async function lookOn(
  ws: Workspace,
  userId: string,
  channel: Channel | undefined,
  before: Glance,
): Promise<Seen> {
  await ws.until(() => glance(ws, userId, channel, before.atHome).mark !== before.mark, ws.timing.settleMs);
  return { ok: true, ...newsSince(before, glance(ws, userId, channel, before.atHome)) };
}

/** How Slack names it when an app did not acknowledge. */
export const errorOf = (answer: Exclude<BotAnswer, { kind: 'ok' }>): string =>
  answer.kind === 'timeout' ? 'operation_timeout' : 'dispatch_failed';

/** The window on top, if there is one. */
export const onTop = (ws: Workspace, userId: string): { view?: SeenView } => {
  const top = topView(ws.world, userId);
  return top ? { view: seenView(top) } : {};
};
