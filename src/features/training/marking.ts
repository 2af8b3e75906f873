// Marking that somebody was at a session, as changes: their booking, what it does to their registrations (A6, R6), and word of it to them.
import { type Changes, put } from '../../conversation/outcome.ts';
import type { Turn } from '../../conversation/turn.ts';
import { digestOrder } from '../../scheme/joining.ts';
import type { Booking, Registration, Session } from '../../scheme/kinds.ts';
import { afterSession, stoodBefore } from '../../scheme/sessions.ts';

/** The word of it to one person, so that it can be held back as long as it has not gone out. */
export const cameId = (session: string, person: string): string => `session.came-${session}-${person}`;

export type Came = 'all' | 'part';

/** A mark is added to by another one: whoever was there for all of it stays so, until it is taken back (back-page.ts). */
function markedAs(booking: Booking, came: Came, mark: { by: string; now: number; changed: Registration[] }): Booking {
  const { takenBackAt: _taken, ...before } = booking;
  return {
    ...(before as Booking),
    state: 'in',
    came: booking.came === 'all' ? 'all' : came,
    cameBy: mark.by,
    cameAt: mark.now,
    ...stoodBefore(booking, mark.changed),
  };
}

/** These people were there. `taken` are the places taken before: whoever was waiting and came has one by that. */
export function marking(
  turn: Pick<Turn, 'actor' | 'scheme' | 'now'>,
  session: Session,
  bookings: readonly Booking[],
  known: { taken: number; registrations: readonly Registration[] },
  came: Came,
): Changes {
  const by = turn.actor.account;
  const own = known.registrations.filter(({ person }) => bookings.some(booking => booking.person === person));
  const trained = own.flatMap(before => {
    const after = afterSession(before, session, { came, by }, turn.scheme, turn.now);
    return after === before ? [] : [{ before, after }];
  });
  const changedOf = ({ person }: Booking): Registration[] =>
    trained.flatMap(({ before }) => (before.person === person ? [before] : []));
  const more = bookings.filter(({ state }) => state === 'waiting').length;
  return {
    put: [
      ...(session.markedAt === undefined ? [put('session', { ...session, markedAt: turn.now })] : []),
      ...bookings.map(one => put('booking', markedAs(one, came, { by, now: turn.now, changed: changedOf(one) }))),
      ...trained.map(({ after }) => put('registration', after)),
      ...(more > 0 ? [put('sessionseats', { id: session.id, taken: known.taken + more })] : []),
    ],
    letters: [
      ...bookings.map(({ person }) => ({
        letter: 'session.came',
        ids: { session: session.id },
        to: { person },
        id: cameId(session.id, person),
      })),
      // Somebody may have waited to hear whether earlier experience counts; that is settled by it.
      ...(own.some(({ training }) => training === 'claimed') ? [digestOrder('update')] : []),
    ],
    history: [{ what: `session.came: ${came}`, about: [session.id, ...bookings.map(({ person }) => person)] }],
  };
}
