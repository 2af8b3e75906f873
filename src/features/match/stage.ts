// The job that asks some pairs of a page before the rest is released. Nobody is told that they are left over: the others are still being looked at.
import { jobOf } from '../../conversation/feature.ts';
import type { Ids } from '../../conversation/notice.ts';
import { put, together } from '../../conversation/outcome.ts';
import { one, sealedSome, some } from '../../conversation/plan.ts';
import { coordinatorsIn, onlyIn } from './orders.ts';
import { isPair, pageId, pairKey } from './pages.ts';
import { rankingsPage, withRatherNot } from './rather-not.ts';
import { proposing, type Releasing } from './release.ts';

const stagePlan = (ids: Ids) => {
  const pairs = onlyIn(ids).map(key => key.split(' '));
  const people = [...new Set(pairs.flat())];
  return {
    run: one('run', ids['run'] ?? ''),
    page: one('runpage', pageId(ids['run'] ?? '', ids['generation'] ?? '', 'pairs', Number(ids['page'] ?? 0))),
    people: some('person', people),
    lists: sealedSome('exclusions', people),
    places: sealedSome('registration', [
      ...pairs.map(([mentee]) => `${mentee}-mentee`),
      ...new Set(pairs.map(([, mentor]) => `${mentor}-mentor`)),
    ]),
    coordinators: some('person', coordinatorsIn(ids)),
    passed: some('registration', []),
  };
};

export const stageJob = jobOf({
  name: 'match.stage',
  gather: {
    plan: (_ids: Ids, after: string | undefined) => ({ rankings: rankingsPage(after) }),
    start: (): Set<string> => new Set(),
    take: (turn, _ids, apart) => ({
      memory: withRatherNot(apart, turn.open.rankings),
      after: turn.more['rankings'],
    }),
  },
  write: {
    plan: stagePlan,
    step: (turn: Releasing, ids, apart: Set<string>) => {
      const { run, page } = turn.open;
      // Dropped, worked out anew or released meanwhile: whoever did that has decided otherwise.
      if (run?.state !== 'ready' || String(run.generation) !== ids['generation'] || !page)
        return { changes: {}, after: undefined };
      const only = new Set(onlyIn(ids));
      const rows = page.pairs.filter(
        row =>
          row.pairing === undefined &&
          only.has(pairKey(row.mentee, row.mentor)) &&
          !run.removed.some(isPair(row.mentee, row.mentor)),
      );
      const { changes, made } = proposing(turn, run, page, rows, apart);
      const proposed = (run.proposed ?? 0) + made.length;
      return { changes: together(changes, { put: [put('run', { ...run, proposed })] }), after: undefined };
    },
  },
});
