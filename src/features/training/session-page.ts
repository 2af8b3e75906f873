// The page of one session: signing up, cancelling, and the file for one's calendar. Of two who press for the last place one gets it: the record of its places decides.
import { pageOf } from '../../conversation/feature.ts';
import type { Ids } from '../../conversation/notice.ts';
import { type LetterOrder, type Outcome, put, view } from '../../conversation/outcome.ts';
import type { Booking, Session } from '../../scheme/kinds.ts';
import { givenPlace } from '../../scheme/sealed.ts';
import { booked, takesBookings } from '../../scheme/sessions.ts';
import { calendarOf } from './calendar.ts';
import { calendar, one } from './messages.ts';
import { type MineTurn, mayCome, minePlan, myBooking, sessionIn } from './mine.ts';
import { sessionView } from './session-view.ts';

const at = (ids: Ids) => ({ word: 'session.one', ids: { session: sessionIn(ids) } });
const as = (turn: MineTurn, ids: Ids, said?: string): Outcome => ({ screen: view(sessionView(turn, said), at(ids)) });

/** Word that a place is theirs now. */
export const movedUpOrder = ({ session, person }: Booking): LetterOrder => ({
  letter: 'session.moved-up',
  ids: { session },
  to: { person },
  id: `session.moved-up-${session}-${person}`,
});

function signUp(turn: MineTurn, ids: Ids): Outcome {
  const { session, seats, waiting } = turn.open;
  const { person } = turn.actor;
  if (!session || !person || !mayCome(turn) || !turn.scheme.sessions) return as(turn, ids);
  if (!takesBookings(session, turn.now)) return as(turn, ids, one.tooLate);
  if (myBooking(turn)) return as(turn, ids, one.already);
  const after = booked(session, seats?.taken ?? 0, { person: person.id, othersWait: waiting.length > 0 }, turn.now);
  const { taken, booking } = after;
  return {
    changes: {
      // Written even where nothing of it changes: whoever signs up at the same time has to look again.
      put: [put('sessionseats', { id: session.id, taken }), put('booking', booking)],
      history: [{ what: `session.signed-up: ${booking.state}`, about: [session.id, person.id] }],
    },
    screen: view(sessionView(turn, booking.state === 'in' ? one.done : one.listed, after), at(ids)),
  };
}

/** The place goes to whoever waits longest for one; nobody does where it is none to give, the number having been lowered. */
function passedOn({ open: { waiting } }: MineTurn, session: Session, taken: number): { taken: number; next?: Booking } {
  const [first] = waiting;
  const next = first && taken < session.places ? givenPlace(first) : undefined;
  return next ? { taken: taken + 1, next } : { taken };
}

function cancel(turn: MineTurn, ids: Ids): Outcome {
  const { session, seats } = turn.open;
  const booking = myBooking(turn);
  if (!session || !booking || booking.came || !takesBookings(session, turn.now)) return as(turn, ids);
  const before = seats?.taken ?? 0;
  const isIn = booking.state === 'in';
  const { taken, next } = isIn ? passedOn(turn, session, Math.max(0, before - 1)) : { taken: before };
  return {
    changes: {
      put: [put('sessionseats', { id: session.id, taken }), ...(next ? [put('booking', next)] : [])],
      erase: [{ kind: 'booking', id: booking.id }],
      letters: next ? [movedUpOrder(next)] : [],
      history: [{ what: 'session.cancelled', about: [session.id, booking.person] }],
    },
    screen: view(sessionView(turn, one.cancelled, { taken }), at(ids)),
  };
}

function forCalendar(turn: MineTurn, ids: Ids): Outcome {
  const { session } = turn.open;
  if (!session || myBooking(turn)?.state !== 'in' || session.state === 'off') return as(turn, ids);
  const document = calendarOf(session);
  return { screen: { show: 'document', document, view: sessionView(turn, calendar.sent), at: at(ids) } };
}

export const sessionPage = pageOf({
  word: 'session.one',
  for: 'anyone',
  plan: (ids: Ids) => minePlan(ids),
  show: turn => sessionView(turn),
  press: { 'sign-up': signUp, cancel, calendar: forCalendar },
});
