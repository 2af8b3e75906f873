// Commands, presses, shortcuts, searches and the home tab: what goes to the app, and what the person sees then. Forms are in forms.ts.
import { checkSuggestions } from './block-kit.ts';
import { findElement, findInput } from './find.ts';
import { actionPayload, commandPayload, shortcutPayload, suggestionPayload, viewWithState } from './payloads.ts';
import { refusalLines, sendEvent } from './posts.ts';
import { issueResponseUrl, showAnswer } from './response-urls.ts';
import { errorOf, type Glance, glance, lookOn, newsSince, type Seen } from './seen.ts';
import type { Block, Element, Option, OptionGroup, Value } from './shapes.ts';
import { type Spot, setValue, spotOf, type Where } from './spots.ts';
import type { Workspace } from './workspace.ts';
import { type Channel, directChannel, type User } from './world.ts';

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
  const before = glance(ws, user.id, at.channel, where === 'home');
  const chosen = pressedValue(ws, at, found, wanted, value);
  return dispatch(ws, user, where, found, chosen, before);
}

/** Tells the app of a press and looks on. */
export async function dispatch(
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
/** Looks at the app's home: the app is told and may publish. */
export async function openHome(ws: Workspace, user: User, tab: 'home' | 'messages' = 'home'): Promise<Seen> {
  const before = glance(ws, user.id, undefined, true);
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
  question: string,
  query: string,
  where: Where = 'view',
): Promise<{ options: Option[]; error?: string; details?: string[] }> {
  const at = spotOf(ws, user, where);
  const { block, element } = findInput(at.blocks, question);
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
    const key = `${block.block_id}/${element.action_id}`;
    if (at.shown) at.shown.offered[key] = [...options, ...(at.shown.offered[key] ?? [])];
    return { options };
  } catch {
    return { options: [], error: 'invalid_response', details: ['the answer is not JSON'] };
  }
}
