// People's lists as numbers beside the pairs: in which tier each side holds the other. What follows from it is in proposals.ts and objectives.ts.
import type { Problem } from './problem.ts';

/** Calls back for everybody on one person's list, with the tier, 0 being the best. */
export type Lists = (person: number, visit: (other: number, tier: number) => void) => void;

/** The tier of somebody who is not on the list. */
export const UNLISTED = -1;

/** For each pair, the tier in which the mentee's list holds the mentor. */
export function tiersOfMentors(problem: Problem, lists: Lists): Int32Array {
  const { start, mentor, mentees } = problem;
  const tiers = new Int32Array(mentor.length);
  const tierOf = new Int32Array(problem.mentors).fill(UNLISTED);
  const note = (one: number, tier: number): void => {
    tierOf[one] = tier;
  };
  const forget = (one: number): void => {
    tierOf[one] = UNLISTED;
  };
  for (let i = 0; i < mentees; i++) {
    lists(i, note);
    for (let e = start[i]!; e < start[i + 1]!; e++) tiers[e] = tierOf[mentor[e]!]!;
    lists(i, forget);
  }
  return tiers;
}

/** For each pair, the tier in which the mentor's list holds the mentee. */
export function tiersOfMentees(problem: Problem, lists: Lists): Int32Array {
  const { mentors, mentees } = problem;
  const { start, pair, mentee } = byMentor(problem);
  const tiers = new Int32Array(pair.length);
  const tierOf = new Int32Array(mentees).fill(UNLISTED);
  const note = (one: number, tier: number): void => {
    tierOf[one] = tier;
  };
  const forget = (one: number): void => {
    tierOf[one] = UNLISTED;
  };
  for (let j = 0; j < mentors; j++) {
    lists(j, note);
    for (let at = start[j]!; at < start[j + 1]!; at++) tiers[pair[at]!] = tierOf[mentee[at]!]!;
    lists(j, forget);
  }
  return tiers;
}

/** The pairs in the order of their mentors. */
function byMentor({ start: rows, mentor, mentees, mentors }: Problem) {
  const start = new Int32Array(mentors + 1);
  for (let e = 0; e < mentor.length; e++) start[mentor[e]! + 1]!++;
  for (let j = 0; j < mentors; j++) start[j + 1]! += start[j]!;
  const next = start.slice(0, mentors);
  const pair = new Int32Array(mentor.length);
  const mentee = new Int32Array(mentor.length);
  for (let i = 0; i < mentees; i++) {
    for (let e = rows[i]!; e < rows[i + 1]!; e++) {
      const at = next[mentor[e]!]!++;
      pair[at] = e;
      mentee[at] = i;
    }
  }
  return { start, pair, mentee };
}
