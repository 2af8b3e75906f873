// After a no or a lapse: the best mentor still free is looked for and kept for a co-ordinator's one tap. Nothing is ever sent by itself.

import { dateOf, jobOf } from '../../conversation/feature.ts';
import type { Ids } from '../../conversation/notice.ts';
import { type Changes, put } from '../../conversation/outcome.ts';
import { allOf, type Opened, one, page, sealedSome, some, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { DrawnPair } from '../../matching/draw.ts';
import type { Drawn } from '../../matching/question.ts';
import { unregistered } from '../../scheme/coordinators.ts';
import { closedTo } from '../../scheme/ends.ts';
import type { Suggestion } from '../../scheme/kinds.ts';
import { takePairings, takePeople } from './gather.ts';
import { whyOf } from './kept.ts';
import { coordinatorsIn, coordinatorsOf } from './orders.ts';
import { askFor, emptyPool, type Pool } from './pool.ts';

const MENTORS_A_STEP = 40;
const MOST_PAIRINGS = 100;
const MOST_RANKINGS = 40;

/** A proposal that a co-ordinator or a run made has come to nothing. */
export const nextDate = dateOf({
  what: 'match.next',
  plan: ids => ({ pairing: one('pairing', ids['id'] ?? 'none') }),
  decide: ({ open: { pairing }, scheme }): Changes | undefined => {
    if (pairing?.state !== 'not-formed' || pairing.nextSought) return undefined;
    const ids = { mentee: pairing.mentee, after: pairing.id, coordinators: coordinatorsOf(scheme) };
    return {
      put: [put('pairing', { ...pairing, nextSought: true })],
      jobs: [{ job: 'match.next', ids, id: `match.next:${pairing.id}` }],
    };
  },
});

/** First the mentee, then everybody with a place free, page by page. */
const gatherPlan = ({ mentee = 'none' }: Ids, after: string | undefined) => ({
  registrations:
    after === undefined
      ? some('registration', [`${mentee}-mentee`])
      : page('registration', 'registration.role:mentor:available', {
          max: MENTORS_A_STEP,
          after: after === 'first' ? undefined : after,
          oldestFirst: true,
        }),
  cards: some('card', via('registrations', 'id')),
  files: some('casefile', via('registrations', 'id')),
  people: some('person', via('registrations', 'person')),
  lists: sealedSome('exclusions', via('registrations', 'person')),
  pairings: allOf('pairing', after === undefined ? mentee : 'none', MOST_PAIRINGS),
  /** What the mentee said after events, and who said something about them (R17). */
  rankings: allOf('ranking', after === undefined ? mentee : 'none', MOST_RANKINGS),
});
type Gathering = Turn<Opened<ReturnType<typeof gatherPlan>>>;
type Memory = { pool: Pool; hasMentee: boolean };

function take(turn: Gathering, { mentee = '' }: Ids, { pool, hasMentee }: Memory) {
  if (!hasMentee) {
    const isFree = turn.open.registrations.some(one => one.state === 'available');
    if (isFree) takePeople(turn, pool, 'mentee');
    takePairings(
      turn.open.pairings.filter(pairing => pairing.mentee === mentee),
      pool,
    );
    pool.rankings.push(...turn.open.rankings);
    return { memory: { pool, hasMentee: true }, after: isFree ? 'first' : undefined };
  }
  takePeople(turn, pool, 'mentor');
  return { memory: { pool, hasMentee }, after: turn.more['registrations'] };
}

const writePlan = (ids: Ids, _after: string | undefined, drawn: Drawn | undefined) => {
  const [best] = drawn?.result.pairs ?? [];
  return {
    before: one('suggestion', ids['mentee'] ?? 'none'),
    menteeLists: sealedSome('exclusions', best ? [best.mentee] : []),
    mentorLists: sealedSome('exclusions', best ? [best.mentor] : []),
    coordinators: some('person', coordinatorsIn(ids)),
  };
};
type Writing = Turn<Opened<ReturnType<typeof writePlan>>>;

function suggestionOf(turn: Writing, best: DrawnPair, after: string): Suggestion {
  const { menteeLists, mentorLists } = turn.open;
  const coordinators = [...turn.open.coordinators, ...unregistered(turn.scheme)];
  const { mentee, mentor } = best;
  const lists = { menteeList: menteeLists[0], mentorList: mentorLists[0] };
  return {
    id: mentee,
    mentee,
    mentor,
    after,
    why: whyOf(best),
    at: turn.now,
    closedTo: closedTo({ mentee, mentor }, lists, coordinators),
  };
}

export const nextJob = jobOf({
  name: 'match.next',
  gather: { plan: gatherPlan, start: (): Memory => ({ pool: emptyPool(), hasMentee: false }), take },
  compute: ({ pool }: Memory) => askFor(pool),
  write: {
    plan: writePlan,
    step: (turn: Writing, ids, { result }: Drawn) => {
      const [best] = result.pairs;
      const { before } = turn.open;
      if (best)
        return {
          changes: { put: [put('suggestion', suggestionOf(turn, best, ids['after'] ?? ''))] },
          after: undefined,
        };
      return { changes: before ? { erase: [{ kind: 'suggestion', id: before.id }] } : {}, after: undefined };
    },
  },
});
