// "Why not X?": what stands in the way of one pair, or what the whole would lose if that pair were fixed, found by drawing again with it.
import { type Change, without } from './compare.ts';
import type { MatchInput, MatchResult, Ranking } from './draw.ts';
import { match } from './match.ts';
import { poolOf } from './pool.ts';
import type { Block } from './score.ts';

export type WhyNot =
  | { readonly kind: 'paired' }
  /** One of the two is not in the pool, or the mentor has no place at all. */
  | { readonly kind: 'not-available' }
  | { readonly kind: 'blocked'; readonly by: readonly Block[] }
  /** Locks of the co-ordinator hold all places of the mentor, or give the mentee all mentors wanted. */
  | { readonly kind: 'locked'; readonly side: 'mentee' | 'mentor' }
  /** The rankings that count do not hold the other: for the co-ordinator alone to know whose. */
  | { readonly kind: 'not-ranked'; readonly by: readonly ('mentee' | 'mentor')[] }
  /**
   * With this pair fixed, so many fewer people would have a mentor, so many fewer pairs stand, and the total would fall by so
   * much (below 0 where it would rise, at the cost of what counts before). All three 0: just as good by these three, and under
   * most-matched and max-score by all that counts, so that the fixed order chose.
   */
  | {
      readonly kind: 'costs';
      readonly people: number;
      readonly pairs: number;
      readonly total: number;
      readonly comes: readonly Change[];
      readonly goes: readonly Change[];
    };

/** Answers for a mentee and a mentor, from the input and the result it gave. Exact; as slow as one more match. */
export function whyNot(input: MatchInput, result: MatchResult, mentee: string, mentor: string): WhyNot {
  if (result.pairs.some(pair => pair.mentee === mentee && pair.mentor === mentor)) return { kind: 'paired' };
  const pool = poolOf(input);
  const [i, j] = [pool.menteeAt.get(mentee), pool.mentorAt.get(mentor)];
  if (i === undefined || j === undefined) return { kind: 'not-available' };
  const by = pool.blocks(i, j);
  if (by.length > 0) return { kind: 'blocked', by };
  const unranked = notRanking(input, mentee, mentor);
  if (unranked.length > 0) return { kind: 'not-ranked', by: unranked };
  if (pool.locks.filter(lock => lock.mentee === i).length === pool.mentees[i]!.wants)
    return { kind: 'locked', side: 'mentee' };
  if (pool.locks.filter(lock => lock.mentor === j).length === pool.mentors[j]!.capacity)
    return { kind: 'locked', side: 'mentor' };
  const fixed = match({ ...input, locks: [...input.locks, [mentee, mentor]] });
  return {
    kind: 'costs',
    people: result.matched - fixed.matched,
    pairs: result.pairs.length - fixed.pairs.length,
    total: result.total - fixed.total,
    comes: without(fixed.pairs, result.pairs),
    goes: without(result.pairs, fixed.pairs),
  };
}

/** Who of the two does not have the other in a ranking that counts. */
function notRanking(
  { objective, menteeRanks, mentorRanks }: MatchInput,
  mentee: string,
  mentor: string,
): ('mentee' | 'mentor')[] {
  const lists = (ranks: readonly Ranking[] | undefined, one: string, other: string): boolean =>
    ranks?.some(({ id, tiers }) => id === one && tiers.some(tier => tier.includes(other))) ?? false;
  const ranked = objective === 'stable' || objective === 'first-choices';
  return [
    ...(ranked && !lists(menteeRanks, mentee, mentor) ? ['mentee' as const] : []),
    ...(objective === 'stable' && !lists(mentorRanks, mentor, mentee) ? ['mentor' as const] : []),
  ];
}
