// Why somebody was left over and what would help, as facts for a co-ordinator; the wording, and what others may read of it, is the rooms'.
import type { Pool } from './pool.ts';
import type { Objective, Problem } from './problem.ts';
import type { Block } from './score.ts';
import { type Reach, reachOfLeft } from './shortage.ts';
import type { Solution } from './solve.ts';

/** How many of the other side were ruled out, each counted once under the hardest rule that applies. */
export type RuledOut = Readonly<Partial<Record<Block, number>>>;

/** Without this one rule so many more could be had, and so many of those are free now (a place, or a mentee still waiting); one free means a mentor, under most-matched. */
export type Relax = { readonly rule: Exclude<Block, 'excluded'>; readonly opens: number; readonly free: number };

/** These mentees could only go to these mentors, who have `places` places left after locks: fewer than there are mentees. */
export type Shortage = {
  readonly mentees: readonly string[];
  readonly mentors: readonly string[];
  readonly places: number;
};

export type MenteeReason =
  | { readonly kind: 'nobody-eligible'; readonly considered: number; readonly ruledOut: RuledOut }
  | { readonly kind: 'all-full'; readonly eligible: number; readonly shortage: Shortage | null }
  /** Giving this mentee a place would leave the whole with a lower total; these mentors have the places kept free. */
  | { readonly kind: 'kept-free'; readonly eligible: number; readonly free: readonly string[] };

export type LeftMentee = {
  readonly id: string;
  readonly reason: MenteeReason;
  /** One more place with any of these gives a mentor to one more of the shortage's mentees; the most useful first. Promised under most-matched alone. */
  readonly onePlaceWith: readonly string[];
  readonly relax: readonly Relax[];
};

export type MentorReason =
  | { readonly kind: 'nobody-eligible'; readonly considered: number; readonly ruledOut: RuledOut }
  /** Everybody who could have come has as many mentors as they wanted. */
  | { readonly kind: 'all-served'; readonly eligible: number };

export type LeftMentor = {
  readonly id: string;
  readonly places: number;
  readonly reason: MentorReason;
  readonly relax: readonly Relax[];
};

/** How many mentors are named as worth one more place. */
const NAMED = 5;

type Tally = { readonly eligible: number; readonly ruledOut: RuledOut; readonly relax: readonly Relax[] };

/** Goes through the other side once; `free` says who of them could be had at once. */
function tally(others: number, blocks: (other: number) => Block[], free: (other: number) => boolean): Tally {
  const ruledOut: Partial<Record<Block, number>> = {};
  const alone = new Map<Relax['rule'], { opens: number; free: number }>();
  let eligible = 0;
  for (let other = 0; other < others; other++) {
    const found = blocks(other);
    const [first] = found;
    if (first === undefined) eligible++;
    else ruledOut[first] = (ruledOut[first] ?? 0) + 1;
    // Whom somebody does not want is nobody's to talk about: an exclusion is never offered as a wish to relax (R12).
    if (found.length !== 1 || first === undefined || first === 'excluded') continue;
    const sum = alone.get(first) ?? { opens: 0, free: 0 };
    alone.set(first, { opens: sum.opens + 1, free: sum.free + (free(other) ? 1 : 0) });
  }
  const relax = [...alone].map(([rule, sum]) => ({ rule, ...sum }));
  return {
    eligible,
    ruledOut,
    relax: relax.sort((a, b) => b.free - a.free || b.opens - a.opens || (a.rule < b.rule ? -1 : 1)),
  };
}

/** Mentees and mentors with nobody at all, in canonical order, each with the true reason and what would help. */
export function explainLeft(
  pool: Pool,
  problem: Problem,
  solution: Solution,
  objective: Objective,
): { leftMentees: LeftMentee[]; leftMentors: LeftMentor[] } {
  const reaches = reachOfLeft(problem, solution.held, solution.count);
  const open = Float64Array.from(problem.places);
  for (const mentor of solution.held) if (mentor >= 0) open[mentor]!--;
  const left = (i: number): boolean => solution.count[i] === 0 && problem.hasOne[i] === 0;
  // The best total may leave even a new place to somebody who has a mentor.
  const promise = objective === 'most-matched';
  const used = new Set([...solution.held, ...pool.locks.map(lock => lock.mentor)]);
  const leftMentees = pool.mentees.flatMap(({ id }, i): LeftMentee[] => {
    if (!left(i)) return [];
    const { eligible, ruledOut, relax } = tally(
      pool.mentors.length,
      j => pool.blocks(i, j),
      j => open[j]! > 0,
    );
    const reach = reaches.get(i);
    if (reach === undefined)
      return [
        { id, reason: { kind: 'nobody-eligible', considered: pool.mentors.length, ruledOut }, onePlaceWith: [], relax },
      ];
    return [
      {
        id,
        reason: reasonOf(pool, problem, reach, eligible),
        onePlaceWith: promise ? worthAPlace(pool, solution, reach) : [],
        relax,
      },
    ];
  });
  const leftMentors = pool.mentors.flatMap(({ id, capacity }, j): LeftMentor[] => {
    if (used.has(j)) return [];
    const { eligible, ruledOut, relax } = tally(pool.mentees.length, i => pool.blocks(i, j), left);
    const reason: MentorReason =
      eligible === 0
        ? { kind: 'nobody-eligible', considered: pool.mentees.length, ruledOut }
        : { kind: 'all-served', eligible };
    return [{ id, places: capacity, reason, relax }];
  });
  return { leftMentees, leftMentors };
}

function reasonOf(pool: Pool, problem: Problem, reach: Reach, eligible: number): MenteeReason {
  const name = (j: number): string => pool.mentors[j]!.id;
  if (reach.open.length > 0) return { kind: 'kept-free', eligible, free: reach.open.map(name) };
  if (!reach.short) return { kind: 'all-full', eligible, shortage: null };
  const places = reach.mentors.reduce((sum, j) => sum + problem.places[j]!, 0);
  return {
    kind: 'all-full',
    eligible,
    shortage: { mentees: reach.mentees.map(i => pool.mentees[i]!.id), mentors: reach.mentors.map(name), places },
  };
}

/** Where places are short, any mentor of the group helps; the price says how much the whole would gain. */
function worthAPlace(pool: Pool, { prices }: Solution, reach: Reach): string[] {
  if (!reach.short) return [];
  const byPrice = [...reach.mentors].sort((a, b) => prices.mentor[b]! - prices.mentor[a]! || a - b);
  return byPrice.slice(0, NAMED).map(j => pool.mentors[j]!.id);
}
