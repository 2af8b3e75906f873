// Who said "rather not" about whom after an event, gathered before anybody is asked: it may have been said after the preview was worked out (R17).
import { page } from '../../conversation/plan.ts';
import type { Ranking } from '../../scheme/kinds.ts';
import { rankingsFor } from '../../scheme/rankings.ts';
import { pairKey } from './pages.ts';

const A_STEP = 100;

export const rankingsPage = (after: string | undefined) =>
  page('ranking', 'ranking.all', { max: A_STEP, after, oldestFirst: true });

/** The pairs, by their keys, that one of the two would rather not be in; put to those of earlier pages. */
export function withRatherNot(apart: ReadonlySet<string>, rankings: readonly Ranking[]): Set<string> {
  return new Set([...apart, ...rankingsFor(rankings).apart.map(([mentee, mentor]) => pairKey(mentee, mentor))]);
}
