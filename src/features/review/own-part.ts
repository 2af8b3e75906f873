// The own part of a review: a note to oneself and whether it fits, for nobody else; and the wish to be contacted, which tells the co-ordinators no more than that.
import { type Button, note, open, type Part, text } from '../../conversation/notice.ts';
import { type Put, put } from '../../conversation/outcome.ts';
import { peopleParts } from '../../conversation/people-to-talk-to.ts';
import { wishToTalk } from '../../conversation/private-line.ts';
import { sayDay } from '../../scheme/calendar.ts';
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
export function wishIn(turn: ReviewTurn, { self, mine }: About, answers: Answers): Inquiry | undefined {
  const { pairings, exclusions } = turn.open;
  const wish = { person: self, pairing: mine.pairing.id, text: says.contactText, pairings, exclusions };
  return answers.contactMe ? wishToTalk(turn, wish) : undefined;
}

/** What follows for its author alone: the ways that are open where it does not fit (R41), and when they are contacted. */
export function ownAfter(
  turn: ReviewTurn,
  { mine }: About,
  answers: Answers,
  wish: Inquiry | undefined,
): { parts: Part[]; buttons: Button[] } {
  const isNot = answers.fit === 'not';
  const talk: Part[] = wish
    ? [text(says.contacted(sayDay(wish.answerBy)))]
    : answers.contactMe
      ? [text(says.contactNobody), ...peopleParts(turn.scheme, says.contactOthers)]
      : [];
  return {
    parts: [...(isNot ? [note(says.notFit)] : []), ...talk],
    buttons: isNot ? [open(says.notWorking, 'difficulty', { pairing: mine.pairing.id })] : [],
  };
}
