// What a client makes of the bot's answer to a dialog or a press: opens, redraws or closes the dialog, replaces a card, shows a sentence.
import { problemsOfCard } from './card-checks.ts';
import type { BotAnswer } from './door.ts';
import { LIMITS } from './limits.ts';
import { CARD, isThing, type Thing } from './shapes.ts';
import type { Tenancy } from './tenancy.ts';
import type { Dialog, Message, User } from './world.ts';

/** Why an answer was of no use: as the client shows it, and what only tests see. */
export type Trouble = { error: string; details: string[] };

/** What people read then; Teams says it much like this. */
export const UNREACHABLE = 'Unable to reach app. Please try again.';

const invalid = (...details: string[]): Trouble => ({ error: 'invalid_response', details });

/** The body of a good answer, or what is wrong. An empty body is `undefined`. */
function bodyOf(answer: BotAnswer): { body: unknown } | Trouble {
  if (answer.kind !== 'answer') return { error: 'no_answer', details: [answer.kind] };
  if (answer.status < 200 || answer.status > 299) return { error: 'bot_error', details: [`status ${answer.status}`] };
  try {
    return { body: answer.body === '' ? undefined : JSON.parse(answer.body) };
  } catch {
    return invalid('the answer is not JSON');
  }
}

function problemsOfTask(value: unknown): string[] {
  if (!isThing(value)) return ['task.value must be an object'];
  const { title, card, height = 'medium', width = 'medium' } = value;
  if (!isThing(card) || card['contentType'] !== CARD)
    return ['task.value.card must be an attachment with an Adaptive Card'];
  const sizes = [height, width].filter(
    each => typeof each !== 'number' && !['small', 'medium', 'large'].includes(String(each)),
  );
  return [
    ...problemsOfCard(card['content'], 'dialog'),
    ...sizes.map(each => `${String(each)} is no size of a dialog`),
    ...(typeof title === 'string' && title !== '' && title.length <= LIMITS.titleLength
      ? []
      : ['a dialog needs a title']),
    ...(Buffer.byteLength(JSON.stringify(value)) > LIMITS.messageBytes ? ['the card is too large'] : []),
  ];
}

function show(tenancy: Tenancy, user: User, value: Thing, from: Dialog['from']): void {
  const { title, height = 'medium', width = 'medium' } = value;
  const card = (value['card'] as { content: Thing }).content;
  const surface = { card, typed: {}, open: [], problems: {} };
  tenancy.world.dialogs[user.id] = { ...surface, title: String(title), size: { height, width }, from };
}

/** Carries out the answer to `task/fetch` or `task/submit`; gives back what is wrong with it. */
export function takeTask(
  tenancy: Tenancy,
  user: User,
  answer: BotAnswer,
  from: Dialog['from'],
  isOpening: boolean,
): Trouble | undefined {
  const read = bodyOf(answer);
  if (!('body' in read)) return read;
  const task = isThing(read.body) ? read.body['task'] : undefined;
  if (task === undefined && read.body !== undefined && !(isThing(read.body) && Object.keys(read.body).length === 0))
    return invalid('the answer has no task');
  if (!isThing(task)) {
    if (isOpening) return invalid('nothing was given to open');
    delete tenancy.world.dialogs[user.id];
  } else if (task['type'] === 'message' && typeof task['value'] === 'string') {
    delete tenancy.world.dialogs[user.id];
    tenancy.world.toasts[user.id] = task['value'];
  } else if (task['type'] === 'continue') {
    const problems = problemsOfTask(task['value']);
    if (problems.length > 0) return invalid(...problems);
    show(tenancy, user, task['value'] as Thing, from);
  } else return invalid(`task.type ${String(task['type'])} is unknown`);
  tenancy.changed();
  return undefined;
}

const ANSWER_CARD = 'application/vnd.microsoft.card.adaptive';
const ANSWER_TEXT = 'application/vnd.microsoft.activity.message';

/** Carries out the answer to `adaptiveCard/action`: another card for whoever pressed, or a sentence shown for a moment. */
export function takeAction(tenancy: Tenancy, user: User, answer: BotAnswer, message: Message): Trouble | undefined {
  const read = bodyOf(answer);
  if (!('body' in read)) return read;
  if (!isThing(read.body)) return invalid('an Action.Execute needs an answer');
  const { statusCode, type, value } = read.body;
  if (statusCode !== 200)
    return { error: 'bot_error', details: [`statusCode ${String(statusCode)}`, JSON.stringify(value)] };
  if (type === ANSWER_TEXT && typeof value === 'string') tenancy.world.toasts[user.id] = value;
  else if (type === ANSWER_CARD) {
    const problems = problemsOfCard(value, 'message');
    if (problems.length > 0) return invalid(...problems);
    message.surfaces[user.id] = { card: value as Thing, typed: {}, open: [], problems: {} };
  } else return invalid(`an answer of the type ${String(type)} is unknown`);
  tenancy.changed();
  return undefined;
}
