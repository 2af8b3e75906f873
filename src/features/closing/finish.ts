// Finishing as agreed, as one step: the pairing and all it touches, and a word of thanks to both (B19, R40). There is no alert: nobody has left early.
import { betweenPlan, endingBetween } from '../../conversation/between.ts';
import type { Changes, LetterOrder } from '../../conversation/outcome.ts';
import { put } from '../../conversation/outcome.ts';
import { type Opened, one, sealedOne, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { finishPairing } from '../../scheme/ends.ts';
import type { Pairing } from '../../scheme/kinds.ts';

/** Everything that finishing touches, in one round trip. */
export const finishPlan = (pairing: string) => ({
  pairing: one('pairing', pairing),
  mentorPerson: sealedOne('person', via('pairing', 'mentor')),
  menteePerson: sealedOne('person', via('pairing', 'mentee')),
  mentorPlace: sealedOne('registration', via('pairing', 'mentor', '-mentor')),
  menteePlace: sealedOne('registration', via('pairing', 'mentee', '-mentee')),
  mentorList: sealedOne('exclusions', via('pairing', 'mentor')),
  menteeList: sealedOne('exclusions', via('pairing', 'mentee')),
  planned: sealedOne('meeting', via('pairing', 'plannedMeeting')),
  ...betweenPlan(pairing),
});
export type FinishTurn = Turn<Opened<ReturnType<typeof finishPlan>>>;

const lettersTo = ({ id, takenBackMeeting: meeting }: Pairing, person: string): LetterOrder[] => [
  { letter: 'closing.done', ids: { pairing: id }, to: { person }, id: `closing.done-${id}-${person}` },
  // Whoever has the meeting that was taken back in their calendar may take it out.
  ...(meeting === undefined
    ? []
    : [{ letter: 'meeting.off', ids: { meeting }, to: { person }, id: `meeting.off-${meeting}-${person}` }]),
];

/** Everything that is written once both have said so, or the time is over. `reads`: who reads it on the spot and needs no message. */
export function finishing(turn: FinishTurn, before: Pairing, reads?: string): Changes & { pairing: Pairing } {
  const done = finishPairing(before, turn.open, turn.now, turn.scheme.zone);
  const { pairing } = done;
  const letters = [pairing.mentor, pairing.mentee].flatMap(person =>
    lettersTo(pairing, person).filter(({ letter }) => letter !== 'closing.done' || person !== reads),
  );
  return {
    pairing,
    put: [
      put('pairing', pairing),
      ...done.registrations.map(registration => put('registration', registration)),
      ...done.exclusions.map(list => put('exclusions', list)),
      ...done.meetings.map(meeting => put('meeting', meeting)),
    ],
    // What the two told each other for as long as they were a pair.
    ...endingBetween(turn.open),
    letters,
    history: [{ what: 'pairing.completed', about: [pairing.id, pairing.mentor, pairing.mentee] }],
  };
}
