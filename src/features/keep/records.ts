// Erasing what has had its time: papers and meetings of pairings that have ended, matching runs and events with what belongs to them, and whatever stands alone.
import { put } from '../../conversation/outcome.ts';
import { page, some, via } from '../../conversation/plan.ts';
import { keptList, keptUntil, type Timed } from '../../scheme/keeping.ts';
import type { Kind } from '../../scheme/kind.ts';
import { type KindName, kinds } from '../../scheme/kinds.ts';
import { type Phase, phaseOf } from './phase.ts';

const AT_A_TIME = 100;
/** More pages, meetings or objectives than one step takes are erased in several. */
const WITH_IT = 150;
const OBJECTIVES = 25;

/** R54: what a pair wrote belongs to the two; some months after the end it is erased, and the dates stay. */
export const papersPhase = phaseOf({
  plan: after => ({
    pairings: page('pairing', 'pairing.papers', { max: 1, oldestFirst: true, after }),
    papers: some('papers', via('pairings', 'id')),
    agreements: some('agreement', via('pairings', 'id')),
    objectives: page('objective', 'objective.of', { of: via('pairings', 'id'), max: OBJECTIVES }),
    // Gone with the end of the pairing already, however it ended; here in case it did so in any other way.
    mentorShares: some('share', via('pairings', 'id', '-mentor')),
    menteeShares: some('share', via('pairings', 'id', '-mentee')),
    notes: page('note', 'note.of', { of: via('pairings', 'id'), max: 6 }),
    meetings: page('meeting', 'meeting.of', { of: via('pairings', 'id'), max: WITH_IT }),
  }),
  step: (turn, after) => {
    const { pairings, papers, agreements, objectives, mentorShares, menteeShares, notes, meetings } = turn.open;
    const [pairing] = pairings;
    if (!pairing || (pairing.endedAt ?? turn.now) > keptUntil(turn.scheme, 'papers', turn.now))
      return { changes: {}, after: undefined };
    const erase = [
      ...papers.map(({ id }) => ({ kind: 'papers' as const, id })),
      ...agreements.map(({ id }) => ({ kind: 'agreement' as const, id })),
      ...objectives.map(({ id }) => ({ kind: 'objective' as const, id })),
      ...[...mentorShares, ...menteeShares].map(({ id }) => ({ kind: 'share' as const, id })),
      ...notes.map(({ id }) => ({ kind: 'note' as const, id })),
      ...meetings.map(({ id }) => ({ kind: 'meeting' as const, id })),
    ];
    if (turn.more['meetings'] !== undefined || turn.more['objectives'] !== undefined)
      return { changes: { erase }, after: after ?? '' };
    return {
      changes: {
        erase,
        put: [put('pairing', { ...pairing, papersGone: true })],
        history: [{ what: 'kept long enough: papers', about: [pairing.id] }],
      },
      after: turn.more['pairings'],
    };
  },
});

export const runsPhase = phaseOf({
  plan: after => ({
    runs: page('run', keptList('run'), { max: 1, oldestFirst: true, after }),
    pages: page('runpage', 'runpage.of', { of: via('runs', 'id'), max: WITH_IT }),
  }),
  step: (turn, after) => {
    const { runs, pages } = turn.open;
    const [run] = runs;
    if (!run || (run.closedAt ?? run.at) > keptUntil(turn.scheme, 'registration', turn.now))
      return { changes: {}, after: undefined };
    const erase = pages.map(({ id }) => ({ kind: 'runpage' as const, id }));
    if (turn.more['pages'] !== undefined) return { changes: { erase }, after: after ?? '' };
    return { changes: { erase: [...erase, { kind: 'run' as const, id: run.id }] }, after: turn.more['runs'] };
  },
});

/** An event goes with everybody's sign-up and every round of talks; what people said of each other has gone long before. */
export const eventsPhase = phaseOf({
  plan: after => ({
    events: page('event', keptList('event'), { max: 1, oldestFirst: true, after }),
    seats: some('seats', via('events', 'id')),
    links: some('talklinks', via('events', 'id')),
    signups: page('signup', 'signup.of', { of: via('events', 'id'), max: WITH_IT / 2 }),
    talks: page('talks', 'talks.of', { of: via('events', 'id'), max: WITH_IT / 2 }),
  }),
  step: (turn, after) => {
    const { events, seats, links, signups, talks } = turn.open;
    const [event] = events;
    if (!event || event.endsAt > keptUntil(turn.scheme, 'registration', turn.now))
      return { changes: {}, after: undefined };
    const rows = [
      ...signups.map(({ id }) => ({ kind: 'signup' as const, id })),
      ...talks.map(({ id }) => ({ kind: 'talks' as const, id })),
    ];
    if (turn.more['signups'] !== undefined || turn.more['talks'] !== undefined)
      return { changes: { erase: rows }, after: after ?? '' };
    const erase = [
      ...rows,
      ...seats.map(({ id }) => ({ kind: 'seats' as const, id })),
      ...links.map(({ id }) => ({ kind: 'talklinks' as const, id })),
      { kind: 'event' as const, id: event.id },
    ];
    return { changes: { erase }, after: turn.more['events'] };
  },
});

/** A session goes with everybody's booking. */
export const sessionsPhase = phaseOf({
  plan: after => ({
    sessions: page('session', keptList('session'), { max: 1, oldestFirst: true, after }),
    seats: some('sessionseats', via('sessions', 'id')),
    bookings: page('booking', 'booking.of', { of: via('sessions', 'id'), max: WITH_IT }),
  }),
  step: (turn, after) => {
    const { sessions, seats, bookings } = turn.open;
    const [session] = sessions;
    if (!session || session.endsAt > keptUntil(turn.scheme, 'registration', turn.now))
      return { changes: {}, after: undefined };
    const rows = bookings.map(({ id }) => ({ kind: 'booking' as const, id }));
    if (turn.more['bookings'] !== undefined) return { changes: { erase: rows }, after: after ?? '' };
    const erase = [
      ...rows,
      ...seats.map(({ id }) => ({ kind: 'sessionseats' as const, id })),
      { kind: 'session' as const, id: session.id },
    ];
    return { changes: { erase }, after: turn.more['sessions'] };
  },
});

/** Kinds that stand alone: each is erased once its own time is over. */
function timedPhase(name: KindName): Phase {
  const { keptFrom, retention } = kinds[name] as unknown as Kind;
  // What is somebody's own but nobody's yet: a draft that was never sent.
  const timed: Timed = retention === 'own' || retention === 'scheme' ? 'passing' : retention;
  return phaseOf({
    plan: after => ({ old: page(name, keptList(name), { max: AT_A_TIME, oldestFirst: true, after }) }),
    step: turn => {
      const until = keptUntil(turn.scheme, timed, turn.now);
      const old = turn.open.old as { id: string }[];
      const over = old.filter(one => (keptFrom?.(one) ?? turn.now) <= until);
      return {
        changes: { erase: over.map(({ id }) => ({ kind: name, id })) },
        after: over.length < old.length ? undefined : turn.more['old'],
      };
    },
  });
}

/** A run goes with its pages, an event and a session with those who signed up, above. */
const together: KindName[] = ['run', 'event', 'session'];
const names = Object.keys(kinds) as KindName[];
export const timedPhases = names.filter(name => !together.includes(name) && 'keptFrom' in kinds[name]).map(timedPhase);
