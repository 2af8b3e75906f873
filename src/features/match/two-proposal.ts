// The proposal of two people by a co-ordinator: the mentee is asked and both have their place held (B1, R12, R13, R16).
import { type Changes, put } from '../../conversation/outcome.ts';
import { knownCoordinators } from '../../scheme/coordinators.ts';
import { closedTo } from '../../scheme/ends.ts';
import type { Pairing } from '../../scheme/kinds.ts';
import { answerDates, newProposal } from '../../scheme/proposals.ts';
import { reachOf, takePlace } from '../../scheme/sealed.ts';
import { whyFromCards } from '../../scheme/why.ts';
import type { TwoTurn } from './two-plan.ts';

/** Ask `inTheWay` first: it throws where there is no place. */
export function proposing(
  turn: TwoTurn,
  both: { mentee: string; mentor: string },
  line: string | undefined,
): { changes: Changes; pairing: Pairing } {
  const { open, now, scheme } = turn;
  const { menteeCard, mentorCard } = open;
  const coordinators = knownCoordinators(scheme);
  const about = { id: turn.id(`pairing:${both.mentee}:${both.mentor}`), ...both };
  const reach = reachOf(open.menteeSealed) ?? {
    zone: scheme.zone,
    hours: { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' },
  };
  const dates = answerDates(now, scheme, reach);
  const pairing = newProposal({ ...about, closedTo: closedTo(about, open, coordinators) }, now, dates);
  const why = menteeCard && mentorCard ? whyFromCards(menteeCard, mentorCard, scheme) : {};
  const changes: Changes = {
    put: [
      put('pairing', pairing),
      put('papers', { ...about, state: 'proposed', why, ...(line === undefined ? {} : { line }) }),
      ...[open.menteeSeat, open.mentorSeat].flatMap(seat => (seat ? [put('registration', takePlace(seat))] : [])),
    ],
    letters: [
      {
        letter: 'proposal.asked',
        ids: { pairing: pairing.id },
        to: { person: both.mentee },
        id: `proposal.asked:${pairing.id}:${both.mentee}`,
      },
    ],
    history: [{ what: 'proposed by a co-ordinator', about: [pairing.id, both.mentee, both.mentor] }],
  };
  return { changes, pairing };
}
