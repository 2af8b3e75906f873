// Marking that somebody was at a session, as changes: their booking, what it does to their registrations (A6, R6), and word of it to them.
import { type Changes, put } from '../../conversation/outcome.ts';
import type { Turn } from '../../conversation/turn.ts';
import { digestOrder } from '../../scheme/joining.ts';
import type { Booking, Registration, Session } from '../../scheme/kinds.ts';
import { afterSession } from '../../scheme/sessions.ts';

export type Came = 'all' | 'part';

/** A mark once made is added to, never taken back: whoever was there for all of it stays so. */
function markedAs(booking: Booking, came: Came, by: string, now: number): Booking {
  return { ...booking, state: 'in', came: booking.came === 'all' ? 'all' : came, cameBy: by, cameAt: now };
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
    return after === before ? [] : [after];
  });
  const more = bookings.filter(({ state }) => state === 'waiting').length;
  return {
    put: [
      ...bookings.map(booking => put('booking', markedAs(booking, came, by, turn.now))),
      ...trained.map(registration => put('registration', registration)),
      ...(more > 0 ? [put('sessionseats', { id: session.id, taken: known.taken + more })] : []),
    ],
    letters: [
      ...bookings.map(({ person }) => ({
        letter: 'session.came',
        ids: { session: session.id },
        to: { person },
        id: `session.came-${session.id}-${person}`,
      })),
      // Somebody may have waited to hear whether earlier experience counts; that is settled by it.
      ...(own.some(({ training }) => training === 'claimed') ? [digestOrder('update')] : []),
    ],
    history: [{ what: `session.came: ${came}`, about: [session.id, ...bookings.map(({ person }) => person)] }],
  };
}
