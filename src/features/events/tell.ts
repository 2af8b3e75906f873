// The job that tells everybody who signed up that an event has changed or was called off, once each; and gives out places that were added, in the order of waiting.
import { jobOf } from '../../conversation/feature.ts';
import type { Ids } from '../../conversation/notice.ts';
import { type JobOrder, type LetterOrder, type Put, put } from '../../conversation/outcome.ts';
import { one, page } from '../../conversation/plan.ts';
import { hasSeat, noSeats, withSeat } from '../../scheme/events.ts';
import type { MatchingEvent, Seats, SignUp } from '../../scheme/kinds.ts';
import { movedUpOrder } from './event-page.ts';
import { eventIn } from './mine.ts';

const PEOPLE_A_STEP = 90;

/** `places`: nothing that those who signed up would have to know, but there may be places to give out. */
export function tellOrder(event: MatchingEvent, what: 'changed' | 'places' | 'off', more = ''): JobOrder {
  return {
    job: 'event.tell',
    ids: { event: event.id, what },
    id: `event.tell-${event.id}-${event.revision}${more}`,
  };
}

const newsOrder = ({ event, person }: SignUp): LetterOrder => ({
  letter: 'event.news',
  ids: { event },
  to: { person },
  id: `event.news-${event}-${person}`,
});

/** Those who wait, longest first, into what is free. */
function givenOut(event: MatchingEvent, before: Seats, signups: readonly SignUp[]): { seats: Seats; moved: SignUp[] } {
  const moved: SignUp[] = [];
  let seats = before;
  for (const signup of signups) {
    if (signup.state !== 'waiting' || event.state !== 'planned' || !hasSeat(event, seats, signup.role)) continue;
    seats = withSeat(seats, signup.role, 1);
    moved.push({ ...signup, state: 'in' });
  }
  return { seats, moved };
}

export const tellJob = jobOf({
  name: 'event.tell',
  write: {
    plan: (ids: Ids, after: string | undefined) => ({
      event: one('event', eventIn(ids)),
      seats: one('seats', eventIn(ids)),
      signups: page('signup', 'signup.of', { of: eventIn(ids), max: PEOPLE_A_STEP, after, oldestFirst: true }),
    }),
    step: (turn, ids, _result: unknown) => {
      const { event, signups } = turn.open;
      if (!event) return { changes: {}, after: undefined };
      const before = turn.open.seats ?? noSeats(event.id);
      const { seats, moved } = givenOut(event, before, signups);
      const told = ids['what'] === 'places' ? [] : signups.filter(one_ => !moved.some(up => up.id === one_.id));
      const puts: Put[] = [
        ...(seats === before ? [] : [put('seats', seats)]),
        ...moved.map(signup => put('signup', signup)),
      ];
      return {
        changes: { put: puts, letters: [...moved.map(movedUpOrder), ...told.map(newsOrder)] },
        after: turn.more['signups'],
      };
    },
  },
});
