// Answers to what somebody pressed or typed, within what Slack allows: a window while the trigger lives, "one moment" when we are late, else a message only they see. Sent forms are answered in submission.ts.

import { within } from '../within.ts';
import { type Answer, ask, documentOf, orSorry, type Question } from './ask.ts';
import { keep, type SlackDoor } from './door.ts';
import { drawSentence } from './draw-view.ts';
import { handOver } from './files.ts';
import { openWindow, updateWindow, type Whisper, whisper, writeTo } from './show.ts';
import { type SentWindow, withNote } from './window.ts';
import { words } from './words.ts';

/** Where a window can still be opened. `inWindow`: short answers too, where there is no place beside. */
export type TriggerSpot = Whisper & { trigger: string; inWindow: boolean };

/** The file that goes with an answer, once the answer is shown; a repeat of the same deed brings no second copy. */
export function withDocument(door: SlackDoor, answer: Answer, user: string, op: string): void {
  const document = documentOf(answer);
  if (document && door.once.first(`file:${op}`)) void keep(door, handOver(door, user, document, op));
}

async function tell(door: SlackDoor, answer: Answer, to: Whisper): Promise<void> {
  if (answer.message) await whisper(door, to, answer.message);
}

async function showEarly(door: SlackDoor, answer: Answer, spot: TriggerSpot): Promise<void> {
  const { reply } = answer;
  if (reply.show === 'close') return;
  if (reply.show === 'say' && !spot.inWindow) return tell(door, answer, spot);
  if ((await openWindow(door, spot.trigger, answer.window)) === 'no') await tell(door, answer, spot);
}

/** Somebody waits before "one moment": the answer takes its place; if they closed it, only short answers are told. */
async function showLate(door: SlackDoor, answer: Answer, spot: TriggerSpot, moment: string): Promise<void> {
  const updated = await updateWindow(door, moment, answer.window);
  if (updated === 'no' || (updated === 'closed' && answer.reply.show === 'say')) await tell(door, answer, spot);
}

/** Answers a command, a shortcut, or a button in a message or on the home tab. */
export async function answerTrigger(door: SlackDoor, question: Question, spot: TriggerSpot): Promise<void> {
  const asked = ask(door, question);
  const early = await within(door.budgets.openMs, asked);
  if (early) {
    await showEarly(door, early, spot);
    return withDocument(door, early, spot.user, question.interaction.op);
  }
  const moment = await openWindow(door, spot.trigger, drawSentence(words.oneMoment, words.oneMomentText));
  const late = await orSorry(door, door.budgets.patienceMs, asked, question);
  if (typeof moment === 'object') await showLate(door, late, spot, moment.id);
  else if (moment === 'no') await tell(door, late, spot);
  withDocument(door, late, spot.user, question.interaction.op);
}

/**
 * Answers a button in a window by turning that window's page. The button shows that it works until `ack`, so it comes with
 * the answer, or just before Slack would lose patience.
 */
export async function answerInWindow(
  door: SlackDoor,
  question: Question,
  shown: SentWindow,
  user: string,
  ack: () => Promise<void>,
): Promise<void> {
  const { submitMs, patienceMs } = door.budgets;
  const asked = ask(door, question);
  const early = await within(submitMs, asked);
  await ack();
  const answer = early ?? (await orSorry(door, patienceMs, asked, question));
  // Nothing typed is lost when something goes wrong on our side.
  const window = answer.sorry ? withNote(shown, answer.sorry.text) : answer.window;
  const updated = await updateWindow(door, shown.id, window, shown.hash);
  if (updated === 'no' || (updated === 'closed' && answer.reply.show === 'say')) await tell(door, answer, { user });
  withDocument(door, answer, user, question.interaction.op);
}

/** Answers words typed to the bot: a message, and for a page a button that opens it. */
export async function answerDirect(door: SlackDoor, question: Question, user: string): Promise<void> {
  const answer = await orSorry(door, door.budgets.patienceMs, ask(door, question), question);
  if (answer.message) await writeTo(door, user, answer.message);
  withDocument(door, answer, user, question.interaction.op);
}
