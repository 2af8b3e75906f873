// After an agreed end: thanks, what is still asked, and the ways on.
import { type MyPairing, myPairings } from '../../conversation/my-pairings.ts';
import { open, type Part, row, text, type View } from '../../conversation/notice.ts';
import { dayOf, sayDay } from '../../scheme/calendar.ts';
import { certificateOf, endOpening, openPoints } from '../../scheme/evaluations.ts';
import type { Pairing } from '../../scheme/kinds.ts';
import type { Role } from '../../scheme/records/people.ts';
import { says } from './messages.ts';
import type { ClosingTurn } from './plan.ts';

/** Up to so many are named, the latest first. */
const EARLIER = 3;

/** What was finished already, where nothing runs that could be. */
export const doneRows = (turn: ClosingTurn): Part[] =>
  myPairings(turn)
    .filter(({ pairing }) => pairing.state === 'completed')
    .sort((a, b) => (b.pairing.endedAt ?? 0) - (a.pairing.endedAt ?? 0))
    .slice(0, EARLIER)
    .map(({ called, pairing }) =>
      row(says.done(called, lastDayOf(turn, pairing)), open(says.look, 'closing', { pairing: pairing.id })),
    );

const lastDayOf = ({ now, scheme }: ClosingTurn, { lastDay }: Pairing): string =>
  sayDay(lastDay ?? dayOf(now, scheme.zone));

function saidParts(turn: ClosingTurn, pairing: Pairing, called: string, side: Role): Part[] {
  const day = lastDayOf(turn, pairing);
  return pairing.met > 0
    ? [text(says.done(called, day)), text(says.doneMore[side])]
    : [text(says.overNow(called, day)), text(says.overMore[side])];
}

/** Thanks, what is still asked, and the ways on; only one's own yes leads back to the pool (R40). */
export function doneView(turn: ClosingTurn, { pairing, side, called }: MyPairing): View {
  const own = pairing[side];
  const part = turn.open.evaluations.find(one => one.pairing === pairing.id && one.person === own);
  // In the moment of the second word what is asked at the end is about to open.
  const asks = part
    ? [...openPoints(part, pairing, turn.scheme, turn.now), ...endOpening(part, pairing, turn.scheme)].length > 0
    : false;
  const hasCertificate = part && certificateOf(part, pairing, turn.scheme, turn.now).state === 'ready';
  const isMentor = turn.open.registrations.some(one => one.role === 'mentor' && one.person === own);
  return {
    title: says.doneTitle,
    parts: saidParts(turn, pairing, called, side),
    buttons: [
      open(says.again[side], 'offer', { registration: `${own}-${side}`, pairing: pairing.id }, 'primary'),
      ...(asks ? [open(says.evaluation, 'evaluation')] : []),
      ...(hasCertificate ? [open(says.certificate, 'evaluation.certificate', { evaluation: part.id })] : []),
      ...(side === 'mentee' && !isMentor ? [open(says.become, 'register')] : []),
      open(says.home, 'home'),
    ],
  };
}
