// What the two of a pair can do from their page: first the one thing that is asked of this one, then what else goes with the meetings, then what they write together (R19–R21).
import { type Button, buttons, open, type Part } from '../../conversation/notice.ts';
import { isClosing } from '../../scheme/closing.ts';
import type { Pairing } from '../../scheme/kinds.ts';
import { meetingStage } from '../../scheme/meetings.ts';
import type { Role } from '../../scheme/records/people.ts';
import { agreedButtons, confirmButtons } from './agreed-parts.ts';
import { messages } from './messages.ts';
import type { PairTurn } from './pair-plan.ts';

const words = messages.pair;

/**
 * A mentor records and plans before the first meeting; afterwards both are the mentee's, and the mentor may still say that they met (R20,
 * R31). One that stands ahead is moved on its own page; one whose time has come is told of first.
 */
function meetingButtons(turn: PairTurn, pairing: Pairing, side: Role, style: 'primary' | undefined): Button[] {
  const ids = { pairing: pairing.id };
  const [met, plan] = [open(words.met, 'review', ids), open(words.plan, 'checkin.plan', ids)];
  switch (meetingStage(pairing, side, turn.now)) {
    case 'past':
      return [open(words.howWasIt, 'review', ids, style), open(words.meeting, 'meeting', ids)];
    case 'choosing':
      return [open(words.choose, 'meeting', ids, style), met];
    case 'ahead':
      return [open(words.meeting, 'meeting', ids), met];
    case 'suggested':
      return [open(words.meeting, 'meeting', ids), plan, met];
    case 'first':
      return side === 'mentor'
        ? [open(words.suggest, 'meeting.times', ids, style), plan, met]
        : [plan, met, open(words.meeting, 'meeting', ids)];
    case 'led':
      return [...(side === 'mentee' ? [plan] : []), met, open(words.meeting, 'meeting', ids)];
  }
}

/** Something to say yes to comes first of all, and is then the one thing that stands out. */
export function stepParts(turn: PairTurn, pairing: Pairing, side: Role): Part[] {
  const confirm = confirmButtons(turn, pairing, side);
  const style = confirm.length > 0 ? undefined : 'primary';
  return [buttons(...confirm, ...meetingButtons(turn, pairing, side, style))];
}

/** What the two write together: the agreement, objectives, the questions to begin with; and the end, where it is near. */
export function togetherParts(turn: PairTurn, pairing: Pairing, side: Role): Part[] {
  const { scheme, now } = turn;
  const ids = { pairing: pairing.id };
  const objectives = scheme.objectives ? [open(words.objectives, 'objectives', ids)] : [];
  const finish = scheme.closings && (pairing.met > 0 || isClosing(pairing, scheme, now));
  return [
    buttons(...agreedButtons(turn, pairing, side), ...objectives, open(words.guide, 'meeting.guide', ids)),
    ...(finish ? [buttons(open(words.closing, 'closing', ids))] : []),
  ];
}
