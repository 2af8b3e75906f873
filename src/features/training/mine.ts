// What the pages of one session open for the one who acts: the session, their registrations and booking, and who waits for a place.
import type { Ids } from '../../conversation/notice.ts';
import { mine, type Opened, one, sealedPage } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { Booking, Registration } from '../../scheme/kinds.ts';
import { mayJoin } from '../../scheme/sessions.ts';

/** Somebody further down the list is not told their number. */
const COUNTED = 40;

export const sessionIn = (ids: Ids): string => ids['session'] ?? 'none';

export const minePlan = (ids: Ids) => ({
  session: one('session', sessionIn(ids)),
  seats: one('sessionseats', sessionIn(ids)),
  mentor: one('registration', mine('-mentor')),
  mentee: one('registration', mine('-mentee')),
  booking: one('booking', mine(`-${sessionIn(ids)}`)),
  waiting: sealedPage('booking', 'booking.waiting', { of: sessionIn(ids), max: COUNTED, oldestFirst: true }),
});
export type MineTurn = Turn<Opened<ReturnType<typeof minePlan>>>;

/** My own registrations; co-ordinators may open everybody's, but here they are people like others. */
export function myRegistrations({
  open,
  actor,
}: Turn<{ mentor: Registration | undefined; mentee: Registration | undefined }>): Registration[] {
  return [open.mentor, open.mentee].flatMap(found => (found && found.person === actor.person?.id ? [found] : []));
}

/** Whether this is a session that the one who acts may come to. */
export function mayCome(turn: MineTurn): boolean {
  const { session } = turn.open;
  return session !== undefined && mayJoin(session, myRegistrations(turn));
}

export function myBooking({ open, actor }: MineTurn): Booking | undefined {
  return open.booking && open.booking.person === actor.person?.id ? open.booking : undefined;
}
