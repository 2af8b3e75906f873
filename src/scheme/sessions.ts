// Sessions of training: who may come, how places are given out, and what having been there does to a registration (A6, R6). Pure; what is said about it is the training room's business.
import type { Instant } from './calendar.ts';
import { mayAttend } from './events.ts';
import { afterTraining, type Standing, standingIn, trainingRule, withoutTraining } from './joining.ts';
import type { Booking, Registration, Scheme, Session } from './kinds.ts';
import type { Role } from './records/people.ts';

/** The roles a session is for. */
export function rolesFor(what: Session['what']): Role[] {
  return what === 'mentor' || what === 'mentee' ? [what] : ['mentor', 'mentee'];
}

/** Whether it is the training that the scheme asks of a role; a session on a topic changes nothing about where anybody stands. */
export const isTrainingFor = ({ what }: Pick<Session, 'what'>, role: Role): boolean =>
  what !== 'topic' && rolesFor(what).includes(role);

/** Whether somebody with these registrations may come: accepted in a role it is for. */
export function mayJoin(
  { what }: Pick<Session, 'what'>,
  registrations: readonly (Registration | undefined)[],
): boolean {
  return registrations.some(one => one !== undefined && rolesFor(what).includes(one.role) && mayAttend(one));
}

/** Whether people can sign up and cancel: until it has ended or was called off. */
export function takesBookings(session: Session, now: Instant): boolean {
  return session.state === 'planned' && now < session.endsAt;
}

/** Where somebody's booking for a session stands. */
export const bookingId = (person: string, session: string): string => `${person}-${session}`;

/** Signs somebody up: a place while there is one and nobody waits for it, else the end of the waiting list. */
export function booked(
  session: Session,
  taken: number,
  who: { person: string; othersWait: boolean },
  now: Instant,
): { taken: number; booking: Booking } {
  const state = taken < session.places && !who.othersWait ? 'in' : 'waiting';
  return {
    taken: state === 'in' ? taken + 1 : taken,
    booking: { id: bookingId(who.person, session.id), session: session.id, person: who.person, state, at: now },
  };
}

/**
 * A registration once its person has been to a session. All of it is the training done; a part of it leaves the rest to come, where
 * the scheme asks for it. Earlier experience that counts stays as it is. The same registration where nothing changes.
 */
export function afterSession(
  before: Registration,
  session: Pick<Session, 'what'>,
  { came, by }: { came: 'all' | 'part'; by: string },
  scheme: Scheme,
  now: Instant,
): Registration {
  if (!isTrainingFor(session, before.role) || before.training === 'exempt' || !mayAttend(before)) return before;
  if (came === 'all') return afterTraining(before, scheme, { training: 'attended', by }, now);
  const isAsked = trainingRule(scheme, before.role) === 'required' && before.training !== 'attended';
  return isAsked ? afterTraining(before, scheme, { training: 'partly', by }, now) : before;
}

/**
 * How training stood before somebody was marked, in the roles which that changed: kept with the mark, so that it can be taken back. Marked
 * a second time, it stays what it was before the first.
 */
export function stoodBefore(booking: Booking, changed: readonly Registration[]): Pick<Booking, 'stood'> {
  const now = changed.map(before => {
    const first = before.trainingAt === booking.cameAt ? booking.stood?.[before.role] : undefined;
    return [before.role, first ?? standingIn(before)] as const;
  });
  return now.length > 0 ? { stood: { ...booking.stood, ...Object.fromEntries(now) } } : {};
}

/** A mark, and whoever it is about: their registrations, and their bookings for other sessions. */
export type Marked = { booking: Booking; registrations: readonly Registration[]; others: readonly Booking[] };

/** What stood in this role before the mark; for marks older than the keeping of it, that the training was still to be done. */
function stoodIn({ booking }: Marked, before: Registration, scheme: Scheme): Standing | undefined {
  const kept = booking.stood?.[before.role];
  if (kept || before.trainingAt !== booking.cameAt) return kept;
  const isAsked = trainingRule(scheme, before.role) === 'required';
  return { training: isAsked ? 'needed' : 'not-needed' } as Standing;
}

/**
 * The mark that somebody was at a session taken back. Training that stands on it alone stands as it did before; what has been decided
 * since, or another session, keeps it as it is, and goes back to what was before this mark if it is taken back itself.
 */
export function takenBack(
  marked: Marked,
  scheme: Scheme,
  now: Instant,
): { booking: Booking; registrations: Registration[]; others: Booking[] } {
  const { booking, registrations, others } = marked;
  const { came: _came, cameBy: _by, cameAt, stood: _stood, ...rest } = booking;
  const known = registrations.flatMap(before => {
    const stood = cameAt === undefined ? undefined : stoodIn(marked, before, scheme);
    return stood ? [{ before, stood }] : [];
  });
  return {
    booking: { ...rest, takenBackAt: now } as Booking,
    registrations: known
      .filter(({ before }) => before.trainingAt === cameAt)
      .map(({ before, stood }) => withoutTraining(before, stood, scheme)),
    others: others.flatMap(other => {
      const under = known.filter(({ before }) => other.stood?.[before.role]?.trainingAt === cameAt);
      const stood = Object.fromEntries(under.map(({ before, stood: below }) => [before.role, below]));
      return under.length > 0 ? [{ ...other, stood: { ...other.stood, ...stood } }] : [];
    }),
  };
}
