// Two working days before an event: those who have a place are reminded, in their own working hours (R58); it is a meeting they planned, so it counts against no budget.
// Whoever has left the scheme meanwhile, or is gone, is taken off the list, and the place goes to the next.
import { dateOf, jobOf } from '../../conversation/feature.ts';
import type { Ids } from '../../conversation/notice.ts';
import { type Changes, put } from '../../conversation/outcome.ts';
import { type Opened, one, page, some, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { intoWorkingHours } from '../../scheme/calendar.ts';
import { mayAttend, noSeats, withSeat } from '../../scheme/events.ts';
import type { MatchingEvent, Person, SignUp } from '../../scheme/kinds.ts';
import { eventIn } from './mine.ts';
import { tellOrder } from './tell.ts';

const PEOPLE_A_STEP = 40;

export const remindDate = dateOf({
  what: 'event.remind',
  plan: ids => ({ event: one('event', ids['id'] ?? 'none') }),
  decide: ({ open: { event }, now }) => {
    if (event?.state !== 'planned' || event.remindAt === undefined || event.remindAt > now) return undefined;
    return {
      put: [put('event', { ...event, remindAt: undefined })],
      jobs: [{ job: 'event.remind', ids: { event: event.id }, id: `event.remind-${event.id}-${event.revision}` }],
    };
  },
});

const remindPlan = (ids: Ids, after: string | undefined) => ({
  event: one('event', eventIn(ids)),
  seats: one('seats', eventIn(ids)),
  signups: page('signup', 'signup.of', { of: eventIn(ids), max: PEOPLE_A_STEP, after, oldestFirst: true }),
  people: some('person', via('signups', 'person')),
  mentors: some('registration', via('signups', 'person', '-mentor')),
  mentees: some('registration', via('signups', 'person', '-mentee')),
});
type RemindTurn = Turn<Opened<ReturnType<typeof remindPlan>>>;

/** The person behind a sign-up, while they can still come in that role. */
function guestOf({ open }: RemindTurn, { person, role }: SignUp): Person | undefined {
  const found = open.people.find(one_ => one_.id === person && one_.goneAt === undefined);
  const registration = open[role === 'mentor' ? 'mentors' : 'mentees'].find(one_ => one_.person === person);
  return mayAttend(registration) ? found : undefined;
}

/** Those who cannot come any more are taken off, with their places given back. */
function takenOff(turn: RemindTurn, event: MatchingEvent): Changes {
  const gone = turn.open.signups.filter(signup => !guestOf(turn, signup));
  if (gone.length === 0) return {};
  const before = turn.open.seats ?? noSeats(event.id);
  const freed = gone
    .filter(signup => signup.state === 'in')
    .reduce((seats, { role }) => withSeat(seats, role, -1), before);
  return {
    put: [put('seats', freed)],
    erase: gone.map(({ id }) => ({ kind: 'signup', id })),
    jobs: [tellOrder(event, 'places', turn.id('places'))],
  };
}

export const remindJob = jobOf({
  name: 'event.remind',
  write: {
    plan: remindPlan,
    step: (turn: RemindTurn, _ids: Ids, _result: unknown) => {
      const { event, signups } = turn.open;
      if (event?.state !== 'planned') return { changes: {}, after: undefined };
      const coming = signups.flatMap(signup => (signup.state === 'in' ? (guestOf(turn, signup) ?? []) : []));
      return {
        changes: {
          ...takenOff(turn, event),
          letters: coming.map(person => ({
            letter: 'event.reminder',
            ids: { event: event.id },
            to: { person: person.id },
            id: `event.reminder-${event.id}-${person.id}`,
            notBefore: intoWorkingHours(turn.now, person.zone, person.hours, turn.scheme.closedDays),
          })),
        },
        after: turn.more['signups'],
      };
    },
  },
});
