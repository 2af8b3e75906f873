// People's lists as numbers beside the pairs: in which tier each side holds the other. What follows from it is in proposals.ts and objectives.ts.
import type { Problem } from './problem.ts';

/** Calls back for everybody on one person's list, with the tier, 0 being the best. */
export type Lists = (person: number, visit: (other: number, tier: number) => void) => void;

/** The tier of somebody who is not on the list. */
export const UNLISTED = -1;

/** For each pair, the tier in which the mentee's list holds the mentor. */
export function tiersOfMentors({ start, mentor, mentees, mentors }: Problem, lists: Lists): Int32Array {
  const tiers = new Int32Array(mentor.length);
  const list = makeList(mentors, lists);
  for (let i = 0; i < mentees; i++) {
    list.read(i);
    for (let e = start[i]!; e < start[i + 1]!; e++) tiers[e] = list.tierOf(mentor[e]!);
  }
  return tiers;
}

/** For each pair, the tier in which the mentor's list holds the mentee. */
export function tiersOfMentees(problem: Problem, lists: Lists): Int32Array {
  const { start, pair, mentee } = byMentor(problem);
  const tiers = new Int32Array(pair.length);
  const list = makeList(problem.mentees, lists);
  for (let j = 0; j < problem.mentors; j++) {
    list.read(j);
    for (let at = start[j]!; at < start[j + 1]!; at++) tiers[pair[at]!] = list.tierOf(mentee[at]!);
  }
  return tiers;
}

/** One person's list at a time, to be looked up; what the last one held is told by its reader, so nothing need be wiped. */
function makeList(others: number, lists: Lists) {
  const tier = new Int32Array(others);
  const readFor = new Int32Array(others).fill(-1);
  let reader = -1;
  const note = (other: number, at: number): void => {
    tier[other] = at;
    readFor[other] = reader;
  };
  return {
    read(person: number): void {
      reader = person;
      lists(person, note);
    },
    tierOf: (other: number): number => (readFor[other] === reader ? tier[other]! : UNLISTED),
  };
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
