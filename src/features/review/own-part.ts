// The own part of a review: a note to oneself and whether it fits, for nobody else; and the wish to be contacted, which tells the co-ordinators no more than that.
import { type Button, note, open, type Part, text } from '../../conversation/notice.ts';
import { type Changes, type Put, put } from '../../conversation/outcome.ts';
import { peopleParts } from '../../conversation/people-to-talk-to.ts';
import { alertOrders, closedToFor, readersOf } from '../../conversation/private-line.ts';
import { answerPromise } from '../../scheme/joining.ts';
import type { Inquiry, Notebook } from '../../scheme/kinds.ts';
import type { About, Answers, ReviewTurn } from './about.ts';
import { says } from './messages.ts';

/** Something of somebody's own part of a review, as they left it. */
export function ownOn(
  notebook: Notebook | undefined,
  meeting: string | undefined,
  what: 'note' | 'fit',
): string | undefined {
  const kept = meeting === undefined ? undefined : notebook?.reviews[meeting]?.[what];
  return typeof kept === 'string' ? kept : undefined;
}

/** The notebook with the own part of this review, where it has changed. */
export function ownPart(turn: ReviewTurn, self: string, meeting: string, answers: Answers): Put[] {
  const before: Notebook = turn.open.notebook ?? { id: self, person: self, drafts: {}, reviews: {}, exits: {} };
  const asked = { note: answers.note, ...('fit' in answers ? { fit: answers.fit } : {}) };
  const isSame = Object.entries(asked).every(
    ([what, value]) => value === ownOn(before, meeting, what as 'note' | 'fit'),
  );
  if (isSame) return [];
  const all = Object.entries({ ...before.reviews[meeting], ...asked }).filter(([, value]) => value !== undefined);
  return [put('notebook', { ...before, reviews: { ...before.reviews, [meeting]: Object.fromEntries(all) } })];
}

/** The private line that the tick stands for; undefined where it was not ticked, or nobody could read it. */
export function wishToTalk(turn: ReviewTurn, { self, mine }: About, answers: Answers): Inquiry | undefined {
  if (!answers.contactMe) return undefined;
  const closedTo = closedToFor(self, turn.open.pairings, turn.open.exclusions, turn.scheme);
  if (readersOf(turn.scheme, closedTo).length === 0) return undefined;
  return {
    id: turn.id('inquiry'),
    person: self,
    text: says.contactText,
    urgent: false,
    pairing: mine.pairing.id,
    at: turn.now,
    ...answerPromise(turn.scheme, turn.now),
    state: 'open',
    escalated: false,
    closedTo,
  };
}

export const wishChanges = (turn: ReviewTurn, wish: Inquiry | undefined): Changes =>
  wish
    ? {
        put: [put('inquiry', wish)],
        letters: alertOrders(turn.scheme, wish),
        history: [{ what: 'inquiry.sent', about: [wish.id, wish.person] }],
      }
    : {};

/** What follows for its author alone: the ways that are open where it does not fit (R41), and when they are contacted. */
export function ownAfter(
  turn: ReviewTurn,
  { mine }: About,
  answers: Answers,
  wish: Inquiry | undefined,
): { parts: Part[]; buttons: Button[] } {
  const isNot = answers.fit === 'not';
  const talk: Part[] = wish
    ? [text(says.contacted(wish.answerBy))]
    : answers.contactMe
      ? peopleParts(turn.scheme, says.contactNobody)
      : [];
  return {
    parts: [...(isNot ? [note(says.notFit)] : []), ...talk],
    buttons: isNot ? [open(says.notWorking, 'difficulty', { pairing: mine.pairing.id })] : [],
  };
}
