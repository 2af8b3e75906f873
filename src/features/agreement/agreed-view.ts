// What is said once both have confirmed: what counts now, whose turn it is, and how it goes on in the same flow (R21).

import { agreedWord } from '../../conversation/agreed.ts';
import { type Button, note, open, type Part, text, type View } from '../../conversation/notice.ts';
import { whoseTurn } from '../../conversation/whose-turn.ts';
import { sayDay } from '../../scheme/calendar.ts';
import type { Agreement, Pairing } from '../../scheme/kinds.ts';
import { meetingStage } from '../../scheme/meetings.ts';
import { titleOf } from './about.ts';
import type { Seen } from './agreement-view.ts';
import { says } from './messages.ts';
import { inForce, isChange } from './rules.ts';

/** What both have just said yes to. */
function doneParts(before: Seen, after: Agreement): Part[] {
  const terms = inForce(after)?.terms ?? {};
  const { direction, endsOn, reviewOn } = inForce(before.agreement)?.terms ?? {};
  if (before.agreement && !isChange(before.agreement)) return [text(says.doneFirst)];
  const isTurned = terms.reviewOn !== undefined && (terms.direction !== direction || terms.reviewOn !== reviewOn);
  return [
    ...(isTurned ? [text(says.doneDirection(sayDay(terms.reviewOn ?? '')))] : []),
    ...(terms.endsOn !== undefined && terms.endsOn !== endsOn ? [text(says.doneEnd(sayDay(terms.endsOn)))] : []),
  ];
}

/** After an agreement: the agenda of the first working meeting, or whatever comes before it. */
function onward({ mine, scheme, now }: Seen, pairing: Pairing): Button[] {
  const ids = { pairing: pairing.id };
  const isMentee = mine.side === 'mentee';
  const met = open(says.met, 'review', ids);
  switch (meetingStage(pairing, mine.side, now)) {
    case 'choosing':
      return [open(says.choose, 'meeting', ids, 'primary')];
    case 'ahead':
      return isMentee && scheme.agendas ? [open(says.agenda, 'meeting.agenda', ids, 'primary')] : [];
    case 'past':
      return [open(says.howWasIt, 'review', ids, 'primary')];
    case 'suggested':
      return [met];
    case 'first':
      return isMentee ? [met] : [open(says.suggest, 'meeting.times', ids, 'primary'), met];
    case 'led':
      return isMentee ? [open(says.plan, 'checkin.plan', ids, 'primary')] : [];
  }
}

/** The page for the second one of the two to confirm; `before` is what they saw. */
export function agreedView(before: Seen, after: Agreement, pairing: Pairing): View {
  const { mine, scheme, now, zone } = before;
  const ids = { pairing: pairing.id };
  const isAgreement = before.agreement !== undefined && !isChange(before.agreement);
  const turn: Part[] = [
    text(whoseTurn({ ...mine, pairing }, now, zone)),
    ...(pairing.met === 0 && pairing.plannedAt === undefined ? [note(says.doneMet)] : []),
  ];
  return {
    title: titleOf(scheme, inForce(after)?.terms),
    parts: [...doneParts(before, after), ...(isAgreement ? turn : [])],
    buttons: [
      ...(isAgreement ? onward(before, pairing) : []),
      { label: says.paper, to: { word: agreedWord(scheme), ids, press: 'paper' } },
      open(isAgreement ? says.later : says.pair, 'pair', ids),
    ],
  };
}
