// The job that tells everybody who signed up that a session has changed or was called off, once each; and gives out places that were added, in the order of waiting.
import { jobOf } from '../../conversation/feature.ts';
import type { Ids } from '../../conversation/notice.ts';
import { type JobOrder, type LetterOrder, put } from '../../conversation/outcome.ts';
import { one, page } from '../../conversation/plan.ts';
import type { Booking, Session } from '../../scheme/kinds.ts';
import { sessionIn } from './mine.ts';
import { movedUpOrder } from './session-page.ts';

const PEOPLE_A_STEP = 90;

/** `places`: nothing that those who signed up would have to know, but there may be places to give out. */
export function tellOrder(session: Session, what: 'changed' | 'places' | 'off', more = ''): JobOrder {
  return {
    job: 'session.tell',
    ids: { session: session.id, what },
    id: `session.tell-${session.id}-${session.revision}${more}`,
  };
}

const newsOrder = ({ session, person }: Booking): LetterOrder => ({
  letter: 'session.news',
  ids: { session },
  to: { person },
  id: `session.news-${session}-${person}`,
});

/** Those who wait, longest first, into what is free. */
function givenOut(session: Session, taken: number, bookings: readonly Booking[]): Booking[] {
  const free = session.state === 'planned' ? Math.max(0, session.places - taken) : 0;
  return bookings
    .filter(booking => booking.state === 'waiting')
    .slice(0, free)
    .map(booking => ({ ...booking, state: 'in' }));
}

export const tellJob = jobOf({
  name: 'session.tell',
  write: {
    plan: (ids: Ids, after: string | undefined) => ({
      session: one('session', sessionIn(ids)),
      seats: one('sessionseats', sessionIn(ids)),
      bookings: page('booking', 'booking.of', { of: sessionIn(ids), max: PEOPLE_A_STEP, after, oldestFirst: true }),
    }),
    step: (turn, ids, _result: unknown) => {
      const { session, seats, bookings } = turn.open;
      if (!session) return { changes: {}, after: undefined };
      const taken = seats?.taken ?? 0;
      const moved = givenOut(session, taken, bookings);
      const told = ids['what'] === 'places' ? [] : bookings.filter(one_ => !moved.some(up => up.id === one_.id));
      const places = moved.length > 0 ? [put('sessionseats', { id: session.id, taken: taken + moved.length })] : [];
      return {
        changes: {
          put: [...places, ...moved.map(booking => put('booking', booking))],
          letters: [...moved.map(movedUpOrder), ...told.map(newsOrder)],
        },
        after: turn.more['bookings'],
      };
    },
  },
});
