// Word of a new session to those who want it: everybody who asked for its topic, unnamed to anybody; and whoever waits for this training, within the message budget.
import { jobOf } from '../../conversation/feature.ts';
import type { Ids } from '../../conversation/notice.ts';
import { type JobOrder, type LetterOrder, type Put, put } from '../../conversation/outcome.ts';
import { type Opened, one, page, sealedPage, sealedSome, some, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { intoWorkingHours } from '../../scheme/calendar.ts';
import { waitsForTraining } from '../../scheme/joining.ts';
import type { Session } from '../../scheme/kinds.ts';
import { mayPrompt, prompted } from '../../scheme/prompts.ts';
import { askersAmong, reachOf, type Sealed, withoutTopic } from '../../scheme/sealed.ts';
import { rolesFor, takesBookings } from '../../scheme/sessions.ts';
import { SUPPORT } from '../../scheme/support.ts';
import { sessionIn } from './mine.ts';

const PEOPLE_A_STEP = 60;

/** Whom a session is for, as far as they are sent word of it: whoever waits for training in these roles, and those who asked for its topic. */
const audienceOf = ({ what, topic }: Session): string[] => [
  ...(topic === undefined ? [] : [`topic ${topic}`]),
  ...(what === 'topic' ? [] : rolesFor(what)),
];

function orderFor({ id }: Session, audience: string): JobOrder {
  const topic = /^topic (.*)$/.exec(audience)?.[1];
  return topic === undefined
    ? { job: 'session.waiting', ids: { session: id, role: audience }, id: `session.waiting-${id}-${audience}` }
    : { job: 'session.invite', ids: { session: id, topic }, id: `session.invite-${id}-${topic}` };
}

/** The session as it is announced or changed, and the work that follows: word of it to those who have had none. */
export function inviting(session: Session, before?: Session): { session: Session; jobs: JobOrder[] } {
  const told = before ? (before.toldTo ?? audienceOf(before)) : [];
  const fresh = audienceOf(session).filter(audience => !told.includes(audience));
  return { session: { ...session, toldTo: [...told, ...fresh] }, jobs: fresh.map(one => orderFor(session, one)) };
}

/** One letter for each person and session, however often it is ordered. */
const invitation = (session: string, person: string): LetterOrder => ({
  letter: 'session.invitation',
  ids: { session },
  to: { person },
  id: `session.invitation-${session}-${person}`,
});

const topicIn = (ids: Ids): string => ids['topic'] ?? 'none';

type InviteTurn = Turn<{ people: Sealed<'person'>[] }>;

/** R58: in their own zone and working hours, which is all that is looked at of whoever asked. */
function inTheirHours(turn: InviteTurn, person: string): { notBefore?: number } {
  const reach = reachOf(turn.open.people.find(({ id }) => id === person));
  if (!reach) return {};
  return { notBefore: intoWorkingHours(turn.now, reach.zone, reach.hours, turn.scheme.closedDays) };
}

/** An answer to what they asked for, so that no budget holds it back. */
export const inviteJob = jobOf({
  name: 'session.invite',
  write: {
    plan: (ids: Ids, after: string | undefined) => ({
      session: one('session', sessionIn(ids)),
      wishes: sealedPage('supportwish', 'supportwish.topic', {
        of: topicIn(ids),
        max: PEOPLE_A_STEP,
        after,
        oldestFirst: true,
      }),
      people: sealedSome('person', via('wishes', 'person')),
    }),
    step: (turn, ids, _result: unknown) => {
      const { session, wishes } = turn.open;
      if (!session || !takesBookings(session, turn.now)) return { changes: {}, after: undefined };
      const asked = askersAmong(wishes, topicIn(ids));
      return {
        changes: {
          letters: asked.map(person => ({ ...invitation(session.id, person), ...inTheirHours(turn, person) })),
        },
        after: turn.more['wishes'],
      };
    },
  },
});

const waitingPlan = (ids: Ids, after: string | undefined) => ({
  session: one('session', sessionIn(ids)),
  waiting: page('registration', `registration.role:${ids['role'] ?? 'mentor'}:accepted`, {
    max: PEOPLE_A_STEP,
    after,
    oldestFirst: true,
  }),
  people: some('person', via('waiting', 'person')),
});
type WaitingTurn = Turn<Opened<ReturnType<typeof waitingPlan>>>;

function told(turn: WaitingTurn, session: Session): { put: Put[]; letters: LetterOrder[] } {
  const { waiting, people } = turn.open;
  const reached = people.filter(
    person =>
      person.goneAt === undefined &&
      person.checkins !== 'none' &&
      mayPrompt(person, turn.now, turn.scheme) &&
      waiting.some(registration => registration.person === person.id && waitsForTraining(registration)),
  );
  return {
    put: reached.map(person => put('person', prompted(person, turn.now, turn.scheme))),
    letters: reached.map(person => ({
      ...invitation(session.id, person.id),
      notBefore: intoWorkingHours(turn.now, person.zone, person.hours, turn.scheme.closedDays),
    })),
  };
}

export const waitingJob = jobOf({
  name: 'session.waiting',
  write: {
    plan: waitingPlan,
    step: (turn: WaitingTurn, _ids: Ids, _result: unknown) => {
      const { session } = turn.open;
      if (!session || !takesBookings(session, turn.now)) return { changes: {}, after: undefined };
      return { changes: told(turn, session), after: turn.more['waiting'] };
    },
  },
});

/** After a session about a topic nobody counts as asking for it any more; who would still like help says so again. All at once, so that no number tells who it was. */
export const settleJob = jobOf({
  name: 'session.settle',
  write: {
    plan: (ids: Ids) => ({
      // What was dealt with leaves the list, so that its beginning is always the next page.
      wishes: sealedPage('supportwish', 'supportwish.topic', {
        of: topicIn(ids),
        max: PEOPLE_A_STEP,
        oldestFirst: true,
      }),
    }),
    step: (turn, ids, _result: unknown) => {
      const { wishes } = turn.open;
      if (wishes.length === 0) return { changes: {}, after: undefined };
      return {
        changes: {
          put: wishes.map(cover => put('supportwish', withoutTopic(cover, topicIn(ids)))),
          count: [{ name: SUPPORT, field: topicIn(ids), by: -wishes.length }],
        },
        after: turn.more['wishes'] === undefined ? undefined : 'more',
      };
    },
  },
});
