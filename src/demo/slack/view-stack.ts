// The windows a person has open (at most three, one above the other) and their home view: opening, pushing, updating, publishing.
import { checkView } from './block-kit.ts';
import { LIMITS } from './limits.ts';
import { Refusal, refusedBecause } from './refusal.ts';
import { type Block, elementsOf, type Text, type View } from './shapes.ts';
import { carriedOver } from './values.ts';
import type { Workspace } from './workspace.ts';
import { newHash, newId, type ShownView, type World } from './world.ts';

type Sent = {
  type: 'modal' | 'home';
  title?: Text;
  submit?: Text;
  close?: Text;
  blocks: Block[];
  private_metadata?: string;
  callback_id?: string;
  external_id?: string;
  clear_on_close?: boolean;
  notify_on_close?: boolean;
};

/** Blocks with an id on each block and element, as Slack gives them when the app did not. */
export function withIds(blocks: readonly Block[]): Block[] {
  const copy = structuredClone([...blocks]);
  for (const block of copy) block.block_id ??= newId('b').slice(0, 5);
  for (const { element } of elementsOf(copy)) element.action_id ??= newId('a').slice(0, 5);
  return copy;
}

/** The view as sent, once it has passed Slack's checks; throws the refusal otherwise. */
export function checkedView(sent: unknown, kinds: readonly ('modal' | 'home')[]): Sent {
  if (sent === undefined) throw refusedBecause('invalid_arguments', ['[ERROR] missing required field: view']);
  if (Buffer.byteLength(JSON.stringify(sent)) > LIMITS.viewBytes) throw new Refusal('view_too_large');
  const messages = checkView(sent, kinds);
  if (messages.length > 0) throw refusedBecause('invalid_arguments', messages);
  return sent as Sent;
}

function drawn(world: World, sent: Sent, place: { id: string; root: string; previous: string | null }): View {
  return {
    id: place.id,
    team_id: world.team.id,
    type: sent.type,
    title: sent.title ?? null,
    submit: sent.submit ?? null,
    close: sent.close ?? null,
    blocks: withIds(sent.blocks),
    private_metadata: sent.private_metadata ?? '',
    callback_id: sent.callback_id ?? '',
    external_id: sent.external_id ?? '',
    state: { values: {} },
    hash: newHash(),
    clear_on_close: sent.clear_on_close ?? false,
    notify_on_close: sent.notify_on_close ?? false,
    root_view_id: place.root,
    previous_view_id: place.previous,
    app_id: world.app.id,
    bot_id: world.app.botId,
    app_installed_team_id: world.team.id,
  };
}

const allShown = (world: World): ShownView[] => [...Object.values(world.stacks).flat(), ...Object.values(world.homes)];

function refuseTwice(world: World, externalId: string | undefined, but?: ShownView): void {
  if (externalId && allShown(world).some(shown => shown !== but && shown.view.external_id === externalId))
    throw new Refusal('duplicate_external_id');
}

/** The windows of one person, the lowest first. */
export function stackOf(world: World, userId: string): ShownView[] {
  world.stacks[userId] ??= [];
  return world.stacks[userId];
}

/** The window a person has before them. */
export function topView(world: World, userId: string): ShownView | undefined {
  return stackOf(world, userId).at(-1);
}

/** Opens a window on top of the open ones, or instead of all of them. */
export function showView(ws: Workspace, userId: string, sent: Sent, where: 'alone' | 'on top'): ShownView {
  refuseTwice(ws.world, sent.external_id);
  const stack = where === 'alone' ? [] : stackOf(ws.world, userId);
  if (stack.length >= LIMITS.viewStack) throw new Refusal('push_limit_reached');
  const id = newId('V');
  const root = stack[0]?.view.id ?? id;
  const view = drawn(ws.world, sent, { id, root, previous: stack.at(-1)?.view.id ?? null });
  const shown: ShownView = { userId, view, typed: {}, errors: {}, offered: {} };
  ws.world.stacks[userId] = [...stack, shown];
  ws.changed();
  return shown;
}

/** Draws a shown view anew; what was typed stays where block_id and action_id stayed. */
export function redraw(ws: Workspace, shown: ShownView, sent: Sent): void {
  refuseTwice(ws.world, sent.external_id, shown);
  const { id, root_view_id: root, previous_view_id: previous } = shown.view;
  shown.view = drawn(ws.world, sent, { id, root, previous });
  shown.typed = carriedOver(shown.typed, shown.view.blocks);
  shown.errors = {};
  delete shown.failure;
  ws.changed();
}

/** Publishes a person's home view, or draws it anew. */
export function publishHome(ws: Workspace, userId: string, sent: Sent): ShownView {
  const before = ws.world.homes[userId];
  if (before) {
    redraw(ws, before, sent);
    return before;
  }
  const id = newId('V');
  const view = drawn(ws.world, sent, { id, root: id, previous: null });
  const shown: ShownView = { userId, view, typed: {}, errors: {}, offered: {} };
  ws.world.homes[userId] = shown;
  ws.changed();
  return shown;
}

/** A view that is shown to somebody now, by its id or the app's own external_id. */
export function shownView(
  world: World,
  ids: { viewId?: string | undefined; externalId?: string | undefined },
): ShownView | undefined {
  return allShown(world).find(({ view }) =>
    ids.viewId !== undefined ? view.id === ids.viewId : view.external_id !== '' && view.external_id === ids.externalId,
  );
}

/** Takes the top window away, or all of them; gives back what was taken, the uppermost first. */
export function takeAway(ws: Workspace, userId: string, which: 'top' | 'all'): ShownView[] {
  const stack = stackOf(ws.world, userId);
  const gone = which === 'top' ? stack.splice(-1) : stack.splice(0).reverse();
  ws.changed();
  return gone;
}
