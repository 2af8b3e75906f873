// The end of what people said after an event about whom they met (R17).
import { dateOf } from '../../conversation/feature.ts';
import { put } from '../../conversation/outcome.ts';
import { one, page } from '../../conversation/plan.ts';
import { keptLonger } from '../../scheme/rankings.ts';

/** `ranking.erase`: 30 days after the matching that used it was released, or after the event. */
export const eraseDate = dateOf({
  what: 'ranking.erase',
  plan: ids => ({ ranking: one('ranking', ids['id'] ?? 'none'), runs: page('run', 'run.all', { max: 20 }) }),
  decide: ({ open: { ranking, runs }, now }) => {
    if (!ranking || ranking.eraseAt > now) return undefined;
    const until = keptLonger(ranking, runs, now);
    return until === undefined
      ? { erase: [{ kind: 'ranking', id: ranking.id }] }
      : { put: [put('ranking', { ...ranking, eraseAt: until })] };
  },
});
