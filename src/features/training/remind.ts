// Two working days before a session: those who have a place are reminded, in their own working hours (R58). They signed up for it, so the message budget never holds it back; it counts in it all the same.
// Whoever has left the scheme meanwhile, or is gone, is taken off the list, and the place goes to the next. And the end of a session.
import { dateOf, jobOf } from '../../conversation/feature.ts';
import type { Ids } from '../../conversation/notice.ts';
import { type Changes, put } from '../../conversation/outcome.ts';
import { type Opened, one, page, some, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { intoWorkingHours } from '../../scheme/calendar.ts';
import type { Booking, Person, Session } from '../../scheme/kinds.ts';
import { prompted } from '../../scheme/prompts.ts';
import { mayJoin } from '../../scheme/sessions.ts';
import { sessionIn } from './mine.ts';
import { tellOrder } from './tell.ts';

const PEOPLE_A_STEP = 40;

export const remindDate = dateOf({
  what: 'session.remind',
  plan: ids => ({ session: one('session', ids['id'] ?? 'none') }),
  decide: ({ open: { session }, now }) => {
    if (session?.state !== 'planned' || session.remindAt === undefined || session.remindAt > now) return undefined;
    const { id, revision } = session;
    return {
      put: [put('session', { ...session, remindAt: undefined })],
      jobs: [{ job: 'session.remind', ids: { session: id }, id: `session.remind-${id}-${revision}` }],
    };
  },
});

/** `session.over` on a session: from here on nobody signs up or cancels. */
export const overDate = dateOf({
  what: 'session.over',
  plan: ids => ({ session: one('session', ids['id'] ?? 'none') }),
  decide: ({ open: { session }, now }) => {
    if (session?.state !== 'planned' || session.endsAt > now) return undefined;
    const { id, topic } = session;
    return {
      put: [put('session', { ...session, state: 'over', remindAt: undefined })],
      jobs: topic === undefined ? [] : [{ job: 'session.settle', ids: { topic }, id: `session.settle-${id}` }],
    };
  },
});

const remindPlan = (ids: Ids, after: string | undefined) => ({
  session: one('session', sessionIn(ids)),
  seats: one('sessionseats', sessionIn(ids)),
  bookings: page('booking', 'booking.of', { of: sessionIn(ids), max: PEOPLE_A_STEP, after, oldestFirst: true }),
  people: some('person', via('bookings', 'person')),
  mentors: some('registration', via('bookings', 'person', '-mentor')),
  mentees: some('registration', via('bookings', 'person', '-mentee')),
});
type RemindTurn = Turn<Opened<ReturnType<typeof remindPlan>>>;

/** The person behind a booking, while they can still come. */
function guestOf({ open }: RemindTurn, session: Session, { person }: Booking): Person | undefined {
  const own = [...open.mentors, ...open.mentees].filter(registration => registration.person === person);
  return mayJoin(session, own) ? open.people.find(one_ => one_.id === person && one_.goneAt === undefined) : undefined;
}

/** Those who cannot come any more are taken off, with their places given back. */
function takenOff(turn: RemindTurn, session: Session): Changes {
  const gone = turn.open.bookings.filter(booking => !guestOf(turn, session, booking));
  if (gone.length === 0) return {};
  const freed = gone.filter(booking => booking.state === 'in').length;
  const taken = Math.max(0, (turn.open.seats?.taken ?? 0) - freed);
  return {
    put: [put('sessionseats', { id: session.id, taken })],
    erase: gone.map(({ id }) => ({ kind: 'booking', id })),
    jobs: [tellOrder(session, 'places', turn.id('places'))],
  };
}

export const remindJob = jobOf({
  name: 'session.remind',
  write: {
    plan: remindPlan,
    step: (turn: RemindTurn, _ids: Ids, _result: unknown) => {
      const { session, bookings } = turn.open;
      if (session?.state !== 'planned') return { changes: {}, after: undefined };
      const coming = bookings.flatMap(one_ => (one_.state === 'in' ? (guestOf(turn, session, one_) ?? []) : []));
      const off = takenOff(turn, session);
      return {
        changes: {
          ...off,
          put: [...(off.put ?? []), ...coming.map(person => put('person', prompted(person, turn.now, turn.scheme)))],
          letters: coming.map(person => ({
            letter: 'session.reminder',
            ids: { session: session.id },
            to: { person: person.id },
            id: `session.reminder-${session.id}-${person.id}`,
            notBefore: intoWorkingHours(turn.now, person.zone, person.hours, turn.scheme.closedDays),
          })),
        },
        after: turn.more['bookings'],
      };
    },
  },
});
