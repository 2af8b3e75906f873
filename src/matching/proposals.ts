// Whom each mentee may ask, best first, and how the asked hold them: both lists as rows of numbers. The asking itself is in deferred.ts.
import type { Problem } from './problem.ts';
import { UNLISTED } from './tiers.ts';

/** In which tier each side holds the other, pair by pair. */
export type BothTiers = { readonly ofMentors: Int32Array; readonly ofMentees: Int32Array };

/** Rows by mentee. Only pairs on both lists are in them. */
export type Proposals = {
  readonly start: Int32Array;
  readonly mentor: Int32Array;
  /** The tier in the mentee's list; never falls along a row. */
  readonly tier: Int32Array;
  /** The tier in the mentor's list. */
  readonly rank: Int32Array;
  /** Whether any mentee may ask two mentors held equal. */
  readonly equals: boolean;
};

/** The rows of the mentees who ask, without mentors they have already or who have no place; sorted by counting, so as quick as reading. */
export function proposalsOf(
  problem: Problem,
  tiers: BothTiers,
  asks: (mentee: number) => boolean,
  has: (mentee: number) => number,
  rooms: Int32Array,
): Proposals {
  const { mentees } = problem;
  const start = new Int32Array(mentees + 1);
  const [mentor, tier, rank] = [0, 0, 0].map(() => new Int32Array(problem.mentor.length)) as [
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  let counts = new Int32Array(64);
  let [size, equals] = [0, false];
  for (let i = 0; i < mentees; i++) {
    const [from, to, own] = [problem.start[i]!, problem.start[i + 1]!, has(i)];
    start[i] = size;
    if (!asks(i)) continue;
    const may = (e: number): boolean =>
      tiers.ofMentors[e] !== UNLISTED &&
      tiers.ofMentees[e] !== UNLISTED &&
      problem.mentor[e] !== own &&
      rooms[problem.mentor[e]!]! > 0;
    let worst = UNLISTED;
    for (let e = from; e < to; e++) if (may(e) && tiers.ofMentors[e]! > worst) worst = tiers.ofMentors[e]!;
    if (worst + 1 >= counts.length) counts = new Int32Array(2 * worst + 2);
    counts.fill(0, 0, worst + 2);
    for (let e = from; e < to; e++) if (may(e)) counts[tiers.ofMentors[e]! + 1]!++;
    for (let t = 0; t <= worst; t++) {
      if (counts[t + 1]! > 1) equals = true;
      counts[t + 1]! += counts[t]!;
    }
    for (let e = from; e < to; e++) {
      if (!may(e)) continue;
      const at = size + counts[tiers.ofMentors[e]!]!++;
      mentor[at] = problem.mentor[e]!;
      tier[at] = tiers.ofMentors[e]!;
      rank[at] = tiers.ofMentees[e]!;
    }
    size += worst < 0 ? 0 : counts[worst]!;
  }
  start[mentees] = size;
  return { start, mentor, tier, rank, equals };
}
