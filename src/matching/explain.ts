// Why somebody was left over and what would help, as facts for a co-ordinator; the wording, and what others may read of it, is the rooms'.
import { type WhyLeft, whyLeft } from './left.ts';
import type { Draw } from './objectives.ts';
import type { Pool } from './pool.ts';
import type { Objective, Problem } from './problem.ts';
import type { Block } from './score.ts';
import type { Reach } from './shortage.ts';

/** How many of the other side were ruled out, each counted once under the hardest rule that applies. */
export type RuledOut = Readonly<Partial<Record<Block, number>>>;

/** Without this one rule so many more could be had, and so many of those are free now (a place, or a mentee still waiting); one free means a mentor, under the objectives that put people first. */
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
  /** Giving this mentee a place would leave the whole worse by what counts first; these mentors have the places kept free. */
  | { readonly kind: 'kept-free'; readonly eligible: number; readonly free: readonly string[] }
  /** Eligible mentors have free places, but nobody whom the lists allow could be had: so many of the eligible they allow. */
  | { readonly kind: 'ranked-none-reachable'; readonly eligible: number; readonly ranked: number };

export type LeftMentee = {
  readonly id: string;
  readonly reason: MenteeReason;
  /** One more place with any of these gives a mentor to one more of the shortage's mentees; the most useful first where prices say so. Promised where people come first. */
  readonly onePlaceWith: readonly string[];
  readonly relax: readonly Relax[];
};

export type MentorReason =
  | { readonly kind: 'nobody-eligible'; readonly considered: number; readonly ruledOut: RuledOut }
  /** Everybody who could have come has as many mentors as they wanted. */
  | { readonly kind: 'all-served'; readonly eligible: number }
  /** Of the eligible some would still take a mentor, but the lists do not bring them together. */
  | { readonly kind: 'not-ranked'; readonly eligible: number };

export type LeftMentor = {
  readonly id: string;
  readonly places: number;
  readonly reason: MentorReason;
  readonly relax: readonly Relax[];
};

/** Here one more place is one more person's; the best total, or the lists, may leave even a new place to somebody who has a mentor. */
const PEOPLE_FIRST: readonly Objective[] = ['most-matched', 'fair-floor', 'keep-draft'];

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
  drawn: Draw,
  objective: Objective,
): { leftMentees: LeftMentee[]; leftMentors: LeftMentor[] } {
  const reasons = whyLeft(problem, drawn);
  const open = Float64Array.from(problem.places);
  for (const mentor of drawn.held) if (mentor >= 0) open[mentor]!--;
  const promise = PEOPLE_FIRST.includes(objective);
  const shortageOf = once((reach: Reach) => asShortage(pool, problem, reach));
  const worthOf = once((reach: Reach) => worthAPlace(pool, drawn, reach));
  const used = new Set([...drawn.held, ...pool.locks.map(lock => lock.mentor)]);
  const leftMentees = pool.mentees.flatMap(({ id }, i): LeftMentee[] => {
    const why = reasons.get(i);
    if (why === undefined) return [];
    const { eligible, ruledOut, relax } = tally(
      pool.mentors.length,
      j => pool.blocks(i, j),
      j => open[j]! > 0,
    );
    const reason: MenteeReason =
      why.kind === 'nobody-eligible'
        ? { kind: 'nobody-eligible', considered: pool.mentors.length, ruledOut }
        : why.kind === 'ranked-none-reachable'
          ? { kind: 'ranked-none-reachable', eligible, ranked: drawn.offered.start[i + 1]! - drawn.offered.start[i]! }
          : reasonOf(pool, why, eligible, shortageOf);
    const helped = promise && why.kind === 'all-full' && why.reach !== null;
    return [{ id, reason, onePlaceWith: helped ? worthOf(why.reach) : [], relax }];
  });
  const waits = drawn.offered === problem ? new Set<number>() : mentorsOfUnserved(problem, drawn);
  const leftMentors = pool.mentors.flatMap(({ id, capacity }, j): LeftMentor[] => {
    if (used.has(j)) return [];
    const { eligible, ruledOut, relax } = tally(
      pool.mentees.length,
      i => pool.blocks(i, j),
      i => reasons.has(i),
    );
    const reason: MentorReason =
      eligible === 0
        ? { kind: 'nobody-eligible', considered: pool.mentees.length, ruledOut }
        : { kind: waits.has(j) ? 'not-ranked' : 'all-served', eligible };
    return [{ id, places: capacity, reason, relax }];
  });
  return { leftMentees, leftMentors };
}

/** The mentors whom somebody could have who has fewer mentors than wanted. */
function mentorsOfUnserved({ mentees, wants, start, mentor }: Problem, { count }: Draw): Set<number> {
  const found = new Set<number>();
  for (let i = 0; i < mentees; i++) {
    if (count[i]! < wants[i]!) for (let e = start[i]!; e < start[i + 1]!; e++) found.add(mentor[e]!);
  }
  return found;
}

/** What is said of a reach is the same object for everybody who shares it: where a thousand are short together, the answer does not name them a thousand times. */
function once<T>(make: (reach: Reach) => T): (reach: Reach) => T {
  const made = new Map<Reach, T>();
  return reach => {
    const before = made.get(reach);
    if (before !== undefined) return before;
    const one = make(reach);
    made.set(reach, one);
    return one;
  };
}

function asShortage(pool: Pool, problem: Problem, reach: Reach): Shortage {
  return {
    mentees: reach.mentees.map(i => pool.mentees[i]!.id),
    mentors: reach.mentors.map(j => pool.mentors[j]!.id),
    places: reach.mentors.reduce((sum, j) => sum + problem.places[j]!, 0),
  };
}

function reasonOf(
  pool: Pool,
  why: Extract<WhyLeft, { kind: 'all-full' | 'kept-free' }>,
  eligible: number,
  shortageOf: (reach: Reach) => Shortage,
): MenteeReason {
  const { reach } = why;
  if (why.kind === 'kept-free')
    return { kind: 'kept-free', eligible, free: why.reach.open.map(j => pool.mentors[j]!.id) };
  return { kind: 'all-full', eligible, shortage: reach?.short ? shortageOf(reach) : null };
}

/** Where places are short, any mentor of the group helps; the price says how much the whole would gain. */
function worthAPlace(pool: Pool, { proof }: Draw, reach: Reach): string[] {
  if (!reach.short) return [];
  const price = (j: number): number => proof?.prices.mentor[j] ?? 0;
  const byPrice = [...reach.mentors].sort((a, b) => price(b) - price(a) || a - b);
  return byPrice.slice(0, NAMED).map(j => pool.mentors[j]!.id);
}
