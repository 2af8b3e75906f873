// The end of an event: whoever was there has met the condition of matching (A7, R8), and is asked once, in their own working hours (R58), whom they would like to be matched with.
// It belongs to an event they signed up for, so the message budget never holds it back; it counts in it all the same.
import { dateOf, jobOf, letterOf } from '../../conversation/feature.ts';
import { type Ids, type Notice, open } from '../../conversation/notice.ts';
import { type JobOrder, put } from '../../conversation/outcome.ts';
import { mine, type Opened, one, page, some, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { intoWorkingHours } from '../../scheme/calendar.ts';
import { afterEvent } from '../../scheme/joining.ts';
import type { Person, SignUp } from '../../scheme/kinds.ts';
import { prompted } from '../../scheme/prompts.ts';
import { takesRankings } from '../../scheme/rankings.ts';
import { rank } from './after-messages.ts';
import { letters } from './messages.ts';
import { eventIn } from './mine.ts';

const PEOPLE_A_STEP = 40;

/** The question to one person, so that it can be held back as long as it has not gone out. */
export const askId = (event: string, person: string): string => `event.ask-${event}-${person}`;

export const askOrder = (event: string, what: string): JobOrder => ({
  job: 'event.ask',
  ids: { event },
  id: `event.ask-${event}-${what}`,
});

/** `event.over` on an event: from here on nobody signs up or cancels. */
export const overDate = dateOf({
  what: 'event.over',
  plan: ids => ({ event: one('event', ids['id'] ?? 'none') }),
  decide: ({ open: { event }, now }) =>
    event?.state === 'planned' && event.endsAt <= now
      ? {
          put: [put('event', { ...event, state: 'over', remindAt: undefined })],
          jobs: [askOrder(event.id, 'end')],
        }
      : undefined,
});

const askPlan = (ids: Ids, after: string | undefined) => ({
  event: one('event', eventIn(ids)),
  signups: page('signup', 'signup.attended', { of: eventIn(ids), max: PEOPLE_A_STEP, after, oldestFirst: true }),
  people: some('person', via('signups', 'person')),
  mentors: some('registration', via('signups', 'person', '-mentor')),
  mentees: some('registration', via('signups', 'person', '-mentee')),
});
type AskTurn = Turn<Opened<ReturnType<typeof askPlan>>>;

/** Whoever is still there, and has not chosen to get no such messages. */
const isReachable = (person: Person | undefined): person is Person =>
  person !== undefined && person.goneAt === undefined && person.checkins !== 'none';

function registrationsAfter({ open, scheme, now }: AskTurn, signups: readonly SignUp[]) {
  return signups.flatMap(({ person, role }) => {
    const before = open[role === 'mentor' ? 'mentors' : 'mentees'].find(one_ => one_.person === person);
    const after = before && afterEvent(before, scheme, now);
    return after && after !== before ? [after] : [];
  });
}

/** Everybody who was there and has not been asked yet; so it may be ordered again when somebody is marked later. */
export const askJob = jobOf({
  name: 'event.ask',
  write: {
    plan: askPlan,
    step: (turn: AskTurn, ids: Ids, _result: unknown) => {
      const { event, signups, people } = turn.open;
      if (event?.state !== 'over') return { changes: {}, after: undefined };
      const fresh = signups.filter(signup => signup.askedAt === undefined);
      const asked = fresh.flatMap(signup => {
        const person = people.find(one_ => one_.id === signup.person);
        return isReachable(person) ? [person] : [];
      });
      return {
        changes: {
          put: [
            ...fresh.map(signup => put('signup', { ...signup, askedAt: turn.now, here: false })),
            ...asked.map(person => put('person', prompted(person, turn.now, turn.scheme))),
            ...registrationsAfter(turn, fresh).map(registration => put('registration', registration)),
          ],
          letters: asked.map(person => ({
            letter: 'event.ask',
            ids: { event: eventIn(ids) },
            to: { person: person.id },
            id: askId(eventIn(ids), person.id),
            notBefore: intoWorkingHours(turn.now, person.zone, person.hours, turn.scheme.closedDays),
          })),
        },
        after: turn.more['signups'],
      };
    },
  },
});

export const askLetter = letterOf({
  name: 'event.ask',
  class: 'nudge',
  plan: (ids: Ids) => ({
    event: one('event', eventIn(ids)),
    signup: one('signup', mine(`-${eventIn(ids)}`)),
    ranking: one('ranking', mine(`-${eventIn(ids)}`)),
  }),
  draw: (turn): Notice | undefined => {
    const { event, signup, ranking } = turn.open;
    const isMine = signup?.person === turn.actor.person?.id && signup?.attended;
    // Whoever has said it by themselves meanwhile is not asked.
    if (!event || !isMine || ranking || !takesRankings(event, turn.now)) return undefined;
    return {
      text: letters.something,
      buttons: [
        open(rank.letterOpen, 'event.rank', { event: event.id }, 'primary'),
        open(letters.fewer, 'me.reminders'),
      ],
    };
  },
});
