// After a planned meeting each of the two is offered a review once, at its end plus an hour (B12, R31).
// It belongs to a meeting they planned, so the message budget never holds it back; it counts in it all the same, so that nothing follows on its heels.
import { dateOf, letterOf } from '../../conversation/feature.ts';
import { type Ids, type Notice, open, press } from '../../conversation/notice.ts';
import { type LetterOrder, put } from '../../conversation/outcome.ts';
import { one, some, via } from '../../conversation/plan.ts';
import { intoWorkingHours } from '../../scheme/calendar.ts';
import type { Meeting, Person } from '../../scheme/kinds.ts';
import { prompted } from '../../scheme/prompts.ts';
import { isRunning } from '../../scheme/states.ts';
import { says } from './messages.ts';

/** Who is asked: everybody who is still there and has not chosen to get no such messages. */
function reachable(people: readonly (Person | undefined)[]): Person[] {
  return people.flatMap(person =>
    person && person.goneAt === undefined && person.checkins !== 'none' ? [person] : [],
  );
}

export const offerDate = dateOf({
  what: 'review.offer',
  plan: ids => ({
    meeting: one('meeting', ids['id'] ?? 'none'),
    pairing: one('pairing', via('meeting', 'pairing')),
    mentors: some('person', via('meeting', 'mentor')),
    mentees: some('person', via('meeting', 'mentee')),
  }),
  decide: turn => {
    const { meeting, pairing, mentors, mentees } = turn.open;
    if (meeting?.state !== 'planned' || meeting.offerAt === undefined || meeting.offerAt > turn.now) return undefined;
    // R0: a scheme may do without; whoever wants to write a review finds it under `review` all the same.
    const isOffered = turn.scheme.reviewOffers && pairing !== undefined && isRunning(pairing.state);
    const people = isOffered ? reachable([...mentors, ...mentees]) : [];
    const offered: Meeting = { ...meeting, offerAt: undefined, offeredTo: people.map(person => person.id) };
    return {
      put: [put('meeting', offered), ...people.map(person => put('person', prompted(person, turn.now, turn.scheme)))],
      letters: people.map(
        (person): LetterOrder => ({
          letter: 'review.offer',
          ids: { meeting: meeting.id },
          to: { person: person.id },
          id: `review.offer-${meeting.id}-${person.id}`,
          notBefore: intoWorkingHours(turn.now, person.zone, person.hours, turn.scheme.closedDays),
        }),
      ),
    };
  },
});

export const offerLetter = letterOf({
  name: 'review.offer',
  class: 'nudge',
  plan: (ids: Ids) => ({
    meeting: one('meeting', ids['meeting'] ?? 'none'),
    pairing: one('pairing', via('meeting', 'pairing')),
  }),
  draw: (turn): Notice | undefined => {
    const { meeting, pairing } = turn.open;
    if (!meeting || !pairing || !isRunning(pairing.state) || meeting.state !== 'planned') return undefined;
    if (!turn.scheme.reviewOffers) return undefined;
    const ids = { pairing: pairing.id, meeting: meeting.id };
    return {
      text: says.something,
      buttons: [
        open(says.open, 'review', ids, 'primary'),
        press(says.skip, 'review', 'skip', ids),
        open(says.fewer, 'me.reminders'),
      ],
    };
  },
});
