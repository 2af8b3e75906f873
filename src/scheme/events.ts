// Matching events: who may come, when things happen around one, and how places are given out. Pure; what is said about it is the events room's business.
import { addWorkingDays, dayOf, type Instant, instantAt, MINUTE } from './calendar.ts';
import { withoutEvent } from './joining.ts';
import type { MatchingEvent, Registration, Scheme, Seats, SignUp } from './kinds.ts';
import type { Role } from './records/people.ts';
import type { RegistrationState } from './states.ts';

const REMIND_WORKING_DAYS = 2;
const pastAcceptance: readonly RegistrationState[] = ['accepted', 'ready', 'available', 'full', 'resting'];

/** Whether somebody may come to events in this role: accepted, and neither gone nor away. A pause from matching does not shut anybody out. */
export function mayAttend(registration: Registration | undefined): boolean {
  if (!registration) return false;
  const { state, formerState } = registration;
  return pastAcceptance.includes(state === 'paused' ? (formerState ?? state) : state);
}

/** When an event ends, and when those who signed up are reminded: two working days before, if that still lies ahead. */
export function eventTimes(
  at: Instant,
  lasts: number,
  now: Instant,
  scheme: Pick<Scheme, 'zone' | 'closedDays'>,
): Pick<MatchingEvent, 'endsAt' | 'remindAt'> {
  const day = addWorkingDays(dayOf(at, scheme.zone), -REMIND_WORKING_DAYS, scheme.closedDays);
  const remindAt = instantAt(day, '09:00', scheme.zone);
  return { endsAt: at + lasts * MINUTE, remindAt: remindAt > now ? remindAt : undefined };
}

/** Where somebody's sign-up for an event stands. */
export const signUpId = (person: string, event: string): string => `${person}-${event}`;

/** How many places are taken when nobody has signed up yet. */
export const noSeats = (event: string): Seats => ({ id: event, mentor: 0, mentee: 0 });

/** Whether there is a place left in a role. */
export function hasSeat(event: Pick<MatchingEvent, 'places'>, seats: Seats, role: Role): boolean {
  return seats[role] < event.places[role];
}

/** The places with one more, or one less, taken in a role. */
export function withSeat(seats: Seats, role: Role, by: 1 | -1): Seats {
  return { ...seats, [role]: Math.max(0, seats[role] + by) };
}

/** Whether people can sign up and cancel: until it has ended or was called off. */
export function takesSignUps(event: MatchingEvent, now: Instant): boolean {
  return event.state === 'planned' && now < event.endsAt;
}

/**
 * The mark that somebody was at an event taken back; where that was what counted for matching, an earlier other one counts instead, or
 * none (R8). `others` are their other sign-ups.
 */
export function notAttended(
  signup: SignUp,
  known: { registration: Registration | undefined; others: readonly SignUp[] },
  scheme: Scheme,
  now: Instant,
): { signup: SignUp; registration?: Registration } {
  const { askedAt, ...rest } = signup;
  const after: SignUp = { ...rest, here: false, attended: false, takenBackAt: now } as SignUp;
  const { registration, others } = known;
  if (!registration || askedAt === undefined || registration.metAt !== askedAt) return { signup: after };
  const isOther = (one: SignUp): boolean => one.id !== signup.id && one.role === signup.role && one.attended;
  const [first] = others.flatMap(one => (isOther(one) && one.askedAt ? [one.askedAt] : [])).sort((a, b) => a - b);
  return { signup: after, registration: withoutEvent(registration, first, scheme) };
}

/** Signs somebody up: a place while there is one and nobody waits for it, else the end of the waiting list. */
export function signedUp(
  event: MatchingEvent,
  seats: Seats,
  who: { person: string; role: Role; othersWait: boolean },
  now: Instant,
): { seats: Seats; signup: SignUp } {
  const { person, role, othersWait } = who;
  const state = hasSeat(event, seats, role) && !othersWait ? 'in' : 'waiting';
  return {
    seats: state === 'in' ? withSeat(seats, role, 1) : seats,
    signup: {
      id: signUpId(person, event.id),
      event: event.id,
      person,
      role,
      state,
      at: now,
      here: false,
      attended: false,
    },
  };
}
