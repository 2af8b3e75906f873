// The page of one event: signing up, cancelling, and the file for one's calendar. Of two who press for the last place one gets it: the event's record decides.
import { pageOf } from '../../conversation/feature.ts';
import type { Ids } from '../../conversation/notice.ts';
import { type LetterOrder, type Outcome, put, view } from '../../conversation/outcome.ts';
import { hasSeat, signedUp, takesSignUps, withSeat } from '../../scheme/events.ts';
import type { MatchingEvent, Seats, SignUp } from '../../scheme/kinds.ts';
import type { Role } from '../../scheme/records/people.ts';
import { movedUp } from '../../scheme/sealed.ts';
import { calendarOf } from './calendar.ts';
import { eventView } from './event-view.ts';
import { calendar, one } from './messages.ts';
import { eventIn, type MineTurn, minePlan, mySignUp, rolesOf, seatsOf, waitingFor } from './mine.ts';

const at = (ids: Ids) => ({ word: 'event.one', ids: { event: eventIn(ids) } });
const as = (turn: MineTurn, ids: Ids, said?: string): Outcome => ({ screen: view(eventView(turn, said), at(ids)) });

/** Word that a place is theirs now. */
export const movedUpOrder = ({ event, person }: SignUp): LetterOrder => ({
  letter: 'event.moved-up',
  ids: { event },
  to: { person },
  id: `event.moved-up-${event}-${person}`,
});

function signUp(turn: MineTurn, ids: Ids): Outcome {
  const { event } = turn.open;
  const { person } = turn.actor;
  const able = rolesOf(turn);
  const role = able.find(one_ => one_ === ids['role']) ?? (able.length === 1 ? able[0] : undefined);
  if (!event || !person || !role) return as(turn, ids);
  if (!takesSignUps(event, turn.now)) return as(turn, ids, one.tooLate);
  if (mySignUp(turn)) return as(turn, ids, one.already);
  const othersWait = waitingFor(turn, role).length > 0;
  const after = signedUp(event, seatsOf(turn), { person: person.id, role, othersWait }, turn.now);
  const { seats, signup } = after;
  return {
    changes: {
      // Written even where nothing of it changes: whoever signs up at the same time has to look again.
      put: [put('seats', seats), put('signup', signup)],
      history: [{ what: `event.signed-up: ${signup.state}`, about: [event.id, person.id] }],
    },
    screen: view(eventView(turn, signup.state === 'in' ? one.done : one.listed, after), at(ids)),
  };
}

/** The place goes to whoever waits longest for one; nobody does where it is none to give, the number having been lowered. */
function passedOn(turn: MineTurn, event: MatchingEvent, freed: Seats, role: Role): { seats: Seats; next?: SignUp } {
  const first = waitingFor(turn, role)[0];
  const next = first && hasSeat(event, freed, role) ? movedUp(first) : undefined;
  return next ? { seats: withSeat(freed, role, 1), next } : { seats: freed };
}

function cancel(turn: MineTurn, ids: Ids): Outcome {
  const { event } = turn.open;
  const signup = mySignUp(turn);
  if (!event || !signup || !takesSignUps(event, turn.now)) return as(turn, ids);
  const { role, state, person, id } = signup;
  const before = seatsOf(turn);
  const { seats, next } = state === 'in' ? passedOn(turn, event, withSeat(before, role, -1), role) : { seats: before };
  return {
    changes: {
      put: [put('seats', seats), ...(next ? [put('signup', next)] : [])],
      erase: [{ kind: 'signup', id }],
      letters: next ? [movedUpOrder(next)] : [],
      history: [{ what: 'event.cancelled', about: [event.id, person] }],
    },
    screen: view(eventView(turn, one.cancelled, { seats }), at(ids)),
  };
}

function forCalendar(turn: MineTurn, ids: Ids): Outcome {
  const { event } = turn.open;
  if (!event || mySignUp(turn)?.state !== 'in' || event.state === 'off') return as(turn, ids);
  return {
    screen: {
      show: 'document',
      document: calendarOf(event),
      view: eventView(turn, calendar.sent),
      at: at(ids),
    },
  };
}

export const eventPage = pageOf({
  word: 'event.one',
  for: 'anyone',
  plan: (ids: Ids) => minePlan(ids),
  show: turn => eventView(turn),
  press: { 'sign-up': signUp, cancel, calendar: forCalendar },
});
