// Where something can be pressed or filled: the window on top, the home view, or a message; and what is then chosen there.
import { idNamed } from './find.ts';
import type { Place } from './payloads.ts';
import { issueResponseUrl } from './response-urls.ts';
import type { Block, Element, Option, Value, Values } from './shapes.ts';
import { chosenValue, valuesOf } from './values.ts';
import { topView } from './view-stack.ts';
import type { Workspace } from './workspace.ts';
import { type Channel, type KeptMessage, landed, type ShownView, type User } from './world.ts';

/** Where something is pressed: the window on top, the home view, or the ts of a message. */
export type Where = 'view' | 'home' | (string & {});
/** A place with what can be found there and where choices are kept. */
export type Spot = { place: Place; blocks: Block[]; typed: Values; channel: Channel | undefined; shown?: ShownView };

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

/** The place meant; throws when this person sees no such thing. */
export function spotOf(ws: Workspace, user: User, where: Where): Spot {
  if (where !== 'view' && where !== 'home') return messageSpot(ws, user, where);
  const shown = where === 'view' ? topView(ws.world, user.id) : ws.world.homes[user.id];
  if (!shown) throw new Error(`${user.realName} has no ${where === 'view' ? 'window open' : 'home view'}`);
  return { place: { shown }, blocks: shown.view.blocks, typed: shown.typed, channel: undefined, shown };
}

/** Options of a search: all that were offered so far, and what stands there already. */
function offeredTo(spot: Spot, block: Block, element: Element): Option[] {
  const typed = spot.typed[block.block_id]?.[element.action_id!];
  const offered = spot.shown?.offered[`${block.block_id}/${element.action_id}`] ?? [];
  const standing = [
    element.initial_option,
    typed?.selected_option,
    ...(element.initial_options ?? []),
    ...(typed?.selected_options ?? []),
  ];
  return [...offered, ...standing.filter(each => each !== undefined && each !== null)];
}

/** Takes in what a person chose or typed. */
export function setValue(ws: Workspace, spot: Spot, found: { block: Block; element: Element }, wanted: unknown): Value {
  const { block, element } = found;
  const value = chosenValue(element, wanted, offeredTo(spot, block, element), name => idNamed(ws.world, name));
  spot.typed[block.block_id] = { ...spot.typed[block.block_id], [element.action_id!]: value };
  if (spot.shown) delete spot.shown.errors[block.block_id];
  ws.changed();
  return value;
}
