// Filling, submitting and closing windows: Slack's own checks first, then the app's answer, carried out as it stands.
import { findInput } from './find.ts';
import { dispatch } from './interactions.ts';
import { closedPayload, submissionPayload } from './payloads.ts';
import { refusalLines } from './posts.ts';
import { errorOf, glance, onTop, type Seen } from './seen.ts';
import type { Block, Element } from './shapes.ts';
import { setValue, spotOf, type Where } from './spots.ts';
import { problemsBeforeSending, valuesOf } from './values.ts';
import { checkedView, redraw, showView, stackOf, takeAway, topView } from './view-stack.ts';
import type { Workspace } from './workspace.ts';
import type { ShownView, User } from './world.ts';

const TROUBLE = 'We had some trouble connecting. Try again?';
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
    const before = glance(ws, user.id, at.channel, where === 'home');
    const value = setValue(ws, at, found, wanted);
    if (tellsAtOnce(found)) seen = await dispatch(ws, user, where, found, value, before);
  }
  return { ...seen, ...onTop(ws, user.id) };
}
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
  if (Object.keys(shown.errors).length > 0) return { ok: false, problems: shown.errors, ...onTop(ws, user.id) };
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
    ...onTop(ws, user.id),
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
  return { ok: true, ...onTop(ws, user.id) };
}
