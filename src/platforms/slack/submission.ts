// Answers a form that was sent: acknowledged only with the host's answer, so that a window never closes as if it were saved when it is not; nothing typed is ever lost.
import { createHash } from 'node:crypto';
import type { ModalView } from '@slack/types';
import type { Problems } from '../../conversation/form.ts';
import { samePlace } from '../../conversation/notice.ts';
import { errorKind, log } from '../../log.ts';
import type { Interaction, Reply } from '../platform.ts';
import { within } from '../within.ts';
import { withDocument } from './answer.ts';
import { type Answer, ask, type Question } from './ask.ts';
import { accountOf, keep, type SlackDoor } from './door.ts';
import { drawSentence } from './draw-view.ts';
import type { Typed } from './standing.ts';
import type { WindowMark } from './target.ts';
import { blockOf, firstQuestion, markOf, type SentWindow, typedIn, withNote } from './window.ts';
import { words } from './words.ts';

/** What Slack is told to do with the window. */
export type WindowAction =
  | { response_action: 'errors'; errors: Record<string, string> }
  | { response_action: 'update'; view: ModalView }
  | { response_action: 'clear' };

/**
 * The operation of a sent form. The hash tells windows of one page apart, the digest an edited second sending from a repeat;
 * the sender is in it because ids in a payload are never trusted to belong together.
 */
function operationOf(view: SentWindow, mark: WindowMark, { answers }: Typed, user: string): string {
  const sorted = Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1));
  const digest = createHash('sha256').update(JSON.stringify(sorted)).digest('hex').slice(0, 16);
  return `slack:sent:${user}:${view.id}:${mark.firstHash ?? view.hash}:${digest}`;
}

/** A sentence for the whole form: beside its first question, or at the top of a form without any. */
function saidAbove(view: SentWindow, sentence: string): WindowAction {
  const block = firstQuestion(view);
  if (block) return { response_action: 'errors', errors: { [block]: sentence } };
  return { response_action: 'update', view: withNote(view, sentence) };
}

const sameVersions = (a: Record<string, number>, b: Record<string, number>): boolean =>
  JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());

/** Sentences beside the questions of the window as it is; undefined when it has to be drawn anew (other questions, newer versions). */
function beside(view: SentWindow, mark: WindowMark, reply: Reply): WindowAction | undefined {
  if (reply.show !== 'form' || !reply.problems) return undefined;
  if (!samePlace(mark.at, reply.at) || !sameVersions(mark.drawn, reply.drawn)) return undefined;
  const errors: Problems = {};
  for (const [name, sentence] of Object.entries(reply.problems)) {
    const block = blockOf(view, name);
    if (!block) return undefined;
    errors[block] = sentence;
  }
  return Object.keys(errors).length > 0 ? { response_action: 'errors', errors } : undefined;
}

function actionOf(view: SentWindow, mark: WindowMark, answer: Answer): WindowAction {
  if (answer.sorry) return saidAbove(view, answer.sorry.text);
  if (answer.reply.show === 'close') return { response_action: 'clear' };
  return beside(view, mark, answer.reply) ?? { response_action: 'update', view: answer.window };
}

/** What to answer to a sent form, within Slack's three seconds. */
export async function answerSubmission(door: SlackDoor, user: string, view: SentWindow): Promise<WindowAction> {
  const mark = markOf(view);
  if (!mark) return { response_action: 'update', view: drawSentence(words.bot, words.oldForm) };
  const typed = typedIn(view, door.team);
  const interaction: Interaction = {
    op: operationOf(view, mark, typed, user),
    account: accountOf(door, user),
    place: 'window',
    did: { what: 'submit', target: mark.at, answers: typed.answers, drawn: mark.drawn },
  };
  const question: Question = { interaction, before: { at: mark.at, typed } };
  const asked = door.once.shared(interaction.op, () => ask(door, question));
  const answer = await within(door.budgets.submitMs, asked);
  if (!answer) return saidAbove(view, words.notKnownYet);
  withDocument(door, answer, user, interaction.op);
  return actionOf(view, mark, answer);
}

/** The same, whatever happens: an empty acknowledgement would close the window as if all were saved. */
export async function answerSent(door: SlackDoor, user: string, view: SentWindow): Promise<WindowAction> {
  try {
    return await keep(door, answerSubmission(door, user, view));
  } catch (error) {
    log('error', 'slack.submission', { kind: errorKind(error) });
    return saidAbove(view, words.notKnownYet);
  }
}
