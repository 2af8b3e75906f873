// What happens when a person types a command, presses, fills, submits or closes: what goes to the app, and what they see then.
import { checkSuggestions } from './block-kit.ts';
import type { BotAnswer } from './door.ts';
import { findElement, findInput, idNamed } from './find.ts';
import {
  actionPayload,
  closedPayload,
  commandPayload,
  type Place,
  shortcutPayload,
  submissionPayload,
  suggestionPayload,
  viewWithState,
} from './payloads.ts';
import { refusalLines, sendEvent } from './posts.ts';
import { issueResponseUrl, showAnswer } from './response-urls.ts';
import type { Block, Element, Message, Option, OptionGroup, Value, Values, View } from './shapes.ts';
import { chosenValue, problemsBeforeSending, valuesOf } from './values.ts';
import { checkedView, redraw, showView, stackOf, takeAway, topView } from './view-stack.ts';
import type { Workspace } from './workspace.ts';
import { asSent, type Channel, directChannel, type KeptMessage, landed, type ShownView, type User } from './world.ts';

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

/** Where something is pressed: the window on top, the home view, or the ts of a message. */
export type Where = 'view' | 'home' | (string & {});

const TROUBLE = 'We had some trouble connecting. Try again?';

/** A shown view as a person sees it. */
export function seenView(shown: ShownView): SeenView {
  return { ...viewWithState(shown), errors: shown.errors, ...(shown.failure ? { failure: shown.failure } : {}) };
}

type Glance = { mark: string; seen: Omit<Seen, 'ok'>; ephemerals: number; messages: Record<string, number> };

function glance(ws: Workspace, userId: string, channel: Channel | undefined): Glance {
  const { world } = ws;
  const top = topView(world, userId);
  const home = world.homes[userId];
  const own = world.ephemerals.filter(each => each.userId === userId);
  const dm = directChannel(world, [world.app.botUserId, userId]);
  const channels = channel && channel !== dm ? [channel, dm] : [dm];
  const said = channels.map(each => landed(each).filter(message => message.user === world.app.botUserId));
  const last = said.flat().at(-1);
  return {
    mark: JSON.stringify([
      top?.view.id,
      top?.view.hash,
      home?.view.hash,
      own.map(each => [each.message.ts, each.message.text, each.message.blocks]),
      said.map(messages => messages.map(each => [each.ts, each.edited?.ts])),
    ]),
    seen: {
      ...(top ? { view: seenView(top) } : {}),
      ...(home ? { home: seenView(home) } : {}),
      ...(own.length > 0 ? { ephemeral: asSent(own.at(-1)!.message) } : {}),
      ...(last ? { message: asSent(last) } : {}),
    },
    ephemerals: own.length,
    messages: Object.fromEntries(channels.map((each, index) => [each.id, said[index]!.length])),
  };
}

/** What is there now, but only those messages that were not there before. */
function newsSince(before: Glance, now: Glance): Omit<Seen, 'ok'> {
  const { ephemeral, message, ...rest } = now.seen;
  const spoke = Object.entries(now.messages).some(([id, count]) => count > (before.messages[id] ?? 0));
  return {
    ...rest,
    ...(ephemeral && now.ephemerals > before.ephemerals ? { ephemeral } : {}),
    ...(message && spoke ? { message } : {}),
  };
}

async function lookOn(ws: Workspace, userId: string, channel: Channel | undefined, before: Glance): Promise<Seen> {
  await ws.until(() => glance(ws, userId, channel).mark !== before.mark, ws.timing.settleMs);
  return { ok: true, ...newsSince(before, glance(ws, userId, channel)) };
}

const errorOf = (answer: Exclude<BotAnswer, { kind: 'ok' }>): string =>
  answer.kind === 'timeout' ? 'operation_timeout' : 'dispatch_failed';

/** A typed command. `typed` may start with the command's own name or only hold what follows it. */
export async function giveCommand(ws: Workspace, user: User, channel: Channel, typed: string): Promise<Seen> {
  const [first = '', ...rest] = typed.trim().split(' ');
  const command = first.startsWith('/') ? first : ws.command;
  if (command !== ws.command || !ws.scopes.has('commands')) return { ok: false, error: 'not_a_command' };
  const before = glance(ws, user.id, channel);
  const payload = commandPayload(ws.world, user, channel, {
    command,
    text: first.startsWith('/') ? rest.join(' ').trim() : typed.trim(),
    trigger: ws.triggers.issue(user.id),
    responseUrl: issueResponseUrl(ws, user.id, channel.id),
  });
  const answer = await ws.door.deliver('command', payload);
  if (answer.kind !== 'ok')
    return { ok: false, error: errorOf(answer), ...newsSince(before, glance(ws, user.id, channel)) };
  try {
    if (answer.body !== '') showAnswer(ws, { userId: user.id, channelId: channel.id }, readAnswer(answer.body));
  } catch (error) {
    return { ok: false, error: 'invalid_response', details: refusalLines(error) };
  }
  return lookOn(ws, user.id, channel, before);
}

function readAnswer(body: string): Record<string, unknown> {
  if (!body.startsWith('{')) return { text: body };
  return JSON.parse(body) as Record<string, unknown>;
}

type Spot = { place: Place; blocks: Block[]; typed: Values; channel: Channel | undefined; shown?: ShownView };

function messageSpot(ws: Workspace, user: User, ts: string): Spot {
  const { world } = ws;
  const own = world.ephemerals.find(each => each.userId === user.id && each.message.ts === ts);
  const channels = Object.values(world.channels).filter(each => each.members.includes(user.id));
  const channel = own
    ? world.channels[own.channelId]
    : channels.find(each => landed(each).some(message => message.ts === ts));
  const message: KeptMessage | undefined = own?.message ?? channel?.messages.find(each => each.ts === ts);
  if (!channel || !message) throw new Error(`${user.realName} sees no message ${ts}`);
  message.typed ??= {};
  message.typed[user.id] ??= {};
  const typed = message.typed[user.id]!;
  const blocks = message.blocks ?? [];
  const responseUrl = issueResponseUrl(ws, user.id, channel.id, ts);
  return {
    place: { channel, message, isEphemeral: own !== undefined, responseUrl, values: valuesOf(blocks, typed) },
    blocks,
    typed,
    channel,
  };
}

function spotOf(ws: Workspace, user: User, where: Where): Spot {
  if (where !== 'view' && where !== 'home') return messageSpot(ws, user, where);
  const shown = where === 'view' ? topView(ws.world, user.id) : ws.world.homes[user.id];
  if (!shown) throw new Error(`${user.realName} has no ${where === 'view' ? 'window open' : 'home view'}`);
  return { place: { shown }, blocks: shown.view.blocks, typed: shown.typed, channel: undefined, shown };
}

function offeredTo(spot: Spot, block: Block, element: Element): Option[] {
  return spot.shown?.offered[`${block.block_id}/${element.action_id}`] ?? [];
}

function setValue(ws: Workspace, spot: Spot, found: { block: Block; element: Element }, wanted: unknown): Value {
  const { block, element } = found;
  const value = chosenValue(element, wanted, offeredTo(spot, block, element), name => idNamed(ws.world, name));
  spot.typed[block.block_id] = { ...spot.typed[block.block_id], [element.action_id!]: value };
  if (spot.shown) delete spot.shown.errors[block.block_id];
  ws.changed();
  return value;
}

/** What an element reports when it is pressed, after taking in what was chosen. */
function pressedValue(
  ws: Workspace,
  spot: Spot,
  found: { block: Block; element: Element },
  wanted: string,
  value: unknown,
): Partial<Value> {
  const { element } = found;
  if (element.type === 'button') return {};
  if (element.type !== 'overflow') return setValue(ws, spot, found, value === undefined ? wanted : value);
  const key = value ?? wanted;
  const option = element.options?.find(each => each.text.text === key || each.value === key);
  if (!option)
    throw new Error(`The menu offers ${element.options?.map(each => each.text.text).join(' | ')}, not ${String(key)}`);
  return { selected_option: option };
}

/** Presses a button, or chooses in a menu. Throws when there is nothing of that name to press. */
export async function press(
  ws: Workspace,
  user: User,
  where: Where,
  wanted: string,
  value?: unknown,
  blockId?: string,
): Promise<Seen> {
  const at = spotOf(ws, user, where);
  const found = findElement(at.blocks, wanted, value, blockId);
  const before = glance(ws, user.id, at.channel);
  const chosen = pressedValue(ws, at, found, wanted, value);
  return dispatch(ws, user, where, found, chosen, before);
}

async function dispatch(
  ws: Workspace,
  user: User,
  where: Where,
  found: { block: Block; element: Element },
  value: Partial<Value>,
  before: Glance,
): Promise<Seen> {
  const { place, channel } = spotOf(ws, user, where);
  const payload = actionPayload(ws.world, user, place, { ...found, value, trigger: ws.triggers.issue(user.id) });
  const answer = await ws.door.deliver('interaction', payload);
  if (answer.kind !== 'ok')
    return { ok: false, error: errorOf(answer), ...newsSince(before, glance(ws, user.id, channel)) };
  return lookOn(ws, user.id, channel, before);
}

const tellsAtOnce = ({ block, element }: { block: Block; element: Element }): boolean =>
  block.dispatch_action === true &&
  (!element.type.includes('input') ||
    element.dispatch_action_config?.trigger_actions_on?.includes('on_character_entered') === true);

/** Types and chooses answers, each addressed by its question or block_id; nothing is sent unless the app asked to hear of each change. */
export async function fill(
  ws: Workspace,
  user: User,
  answers: Record<string, unknown>,
  where: Where = 'view',
): Promise<Seen> {
  let seen: Seen = { ok: true };
  for (const [key, wanted] of Object.entries(answers)) {
    const at = spotOf(ws, user, where);
    const found = findInput(at.blocks, key);
    const before = glance(ws, user.id, at.channel);
    const value = setValue(ws, at, found, wanted);
    if (tellsAtOnce(found)) seen = await dispatch(ws, user, where, found, value, before);
  }
  return { ...seen, ...now(ws, user) };
}

const now = (ws: Workspace, user: User): { view?: SeenView } => {
  const top = topView(ws.world, user.id);
  return top ? { view: seenView(top) } : {};
};

/** Carries out what the app answered to a submission; gives back why not, if it could not be done. */
function carryOut(ws: Workspace, user: User, shown: ShownView, body: string): string[] | undefined {
  if (body === '') {
    ws.world.stacks[user.id] = stackOf(ws.world, user.id).filter(each => each !== shown);
    return void ws.changed();
  }
  try {
    const answer = JSON.parse(body) as { response_action?: string; errors?: Record<string, unknown>; view?: unknown };
    if (answer.response_action === 'errors') return putErrors(shown, answer.errors ?? {});
    if (answer.response_action === 'update') return void redraw(ws, shown, checkedView(answer.view, ['modal']));
    if (answer.response_action === 'push')
      return void showView(ws, user.id, checkedView(answer.view, ['modal']), 'on top');
    if (answer.response_action === 'clear') return void takeAway(ws, user.id, 'all');
    return [`response_action ${answer.response_action} is unknown`];
  } catch (error) {
    return error instanceof SyntaxError ? ['the answer is not JSON'] : refusalLines(error);
  }
}

function putErrors(shown: ShownView, errors: Record<string, unknown>): string[] | undefined {
  const inputs = shown.view.blocks.filter(block => block.type === 'input').map(block => block.block_id);
  const strange = Object.entries(errors).filter(
    ([key, text]) => !inputs.includes(key) || typeof text !== 'string' || text === '',
  );
  if (strange.length > 0 || Object.keys(errors).length === 0)
    return [`errors must name input blocks of the view: ${strange.map(([key]) => key).join(', ') || 'none given'}`];
  shown.errors = errors as Record<string, string>;
  return undefined;
}

/** Presses the window's own button: Slack checks the answers, then asks the app. */
export async function submit(ws: Workspace, user: User): Promise<Seen> {
  const shown = topView(ws.world, user.id);
  if (!shown?.view.submit) throw new Error(`${user.realName} has no window with a button to submit`);
  shown.errors = problemsBeforeSending(shown.view.blocks, valuesOf(shown.view.blocks, shown.typed));
  delete shown.failure;
  ws.changed();
  if (Object.keys(shown.errors).length > 0) return { ok: false, problems: shown.errors, ...now(ws, user) };
  const answer = await ws.door.deliver(
    'interaction',
    submissionPayload(ws.world, user, shown, ws.triggers.issue(user.id)),
  );
  const isStillThere = stackOf(ws.world, user.id).includes(shown);
  const details = answer.kind === 'ok' && isStillThere ? carryOut(ws, user, shown, answer.body) : undefined;
  const error = answer.kind === 'ok' ? (details ? 'invalid_response' : undefined) : errorOf(answer);
  if (error) shown.failure = TROUBLE;
  ws.changed();
  const hasProblems = Object.keys(shown.errors).length > 0;
  return {
    ok: !error && !hasProblems,
    ...(error ? { error } : {}),
    ...(details ? { details } : {}),
    ...(hasProblems ? { problems: shown.errors } : {}),
    ...now(ws, user),
  };
}

/** Closes the window on top (or all of them); the app hears of those it asked about, but cannot prevent it. */
export async function closeView(ws: Workspace, user: User, all = false): Promise<Seen> {
  const top = topView(ws.world, user.id);
  if (!top) throw new Error(`${user.realName} has no window open`);
  const isCleared = all || top.view.clear_on_close;
  const gone = takeAway(ws, user.id, isCleared ? 'all' : 'top');
  const told = gone.filter(each => each.view.notify_on_close);
  await Promise.all(told.map(each => ws.door.deliver('interaction', closedPayload(ws.world, user, each, isCleared))));
  return { ok: true, ...now(ws, user) };
}

/** Looks at the app's home: the app is told and may publish. */
export async function openHome(ws: Workspace, user: User, tab: 'home' | 'messages' = 'home'): Promise<Seen> {
  const before = glance(ws, user.id, undefined);
  const channel = directChannel(ws.world, [ws.world.app.botUserId, user.id]).id;
  const home = ws.world.homes[user.id];
  const view = home && tab === 'home' ? { view: viewWithState(home) } : {};
  sendEvent(ws, { type: 'app_home_opened', user: user.id, channel, tab, ...view });
  return lookOn(ws, user.id, undefined, before);
}

/** A shortcut from Slack's own menu. */
export async function shortcut(ws: Workspace, user: User, callbackId: string): Promise<Seen> {
  const before = glance(ws, user.id, undefined);
  const payload = shortcutPayload(ws.world, user, callbackId, ws.triggers.issue(user.id));
  const answer = await ws.door.deliver('interaction', payload);
  return answer.kind === 'ok' ? lookOn(ws, user.id, undefined, before) : { ok: false, error: errorOf(answer) };
}

/** What a search field offers for this query; too short a query asks nobody, as in Slack. */
export async function suggest(
  ws: Workspace,
  user: User,
  key: string,
  query: string,
  where: Where = 'view',
): Promise<{ options: Option[]; error?: string; details?: string[] }> {
  const at = spotOf(ws, user, where);
  const { block, element } = findInput(at.blocks, key);
  if ([...query].length < (element.min_query_length ?? 3)) return { options: [] };
  const answer = await ws.door.deliver(
    'interaction',
    suggestionPayload(ws.world, user, at.place, block, element, query),
  );
  if (answer.kind !== 'ok') return { options: [], error: errorOf(answer) };
  try {
    const offered = JSON.parse(answer.body) as { options?: Option[]; option_groups?: OptionGroup[] };
    const details = checkSuggestions(offered);
    if (details.length > 0) return { options: [], error: 'invalid_response', details };
    const options = [...(offered.options ?? []), ...(offered.option_groups ?? []).flatMap(group => group.options)];
    if (at.shown) at.shown.offered[`${block.block_id}/${element.action_id}`] = options;
    return { options };
  } catch {
    return { options: [], error: 'invalid_response', details: ['the answer is not JSON'] };
  }
}
