// Why somebody was left over, from the graph alone: whom a chain of moves could reach from them, and whether all of those are full.

import { clusters } from './clusters.ts';
import type { Problem } from './problem.ts';

/** What a chain of moves starting from a mentee left over can reach. */
export type Reach = {
  readonly mentors: readonly number[];
  /** The mentees on those mentors' places, and everybody left over with the same reach. */
  readonly mentees: readonly number[];
  /** Those of the mentors who have a free place. */
  readonly open: readonly number[];
  /** True when all are full, by people who have one mentor each: fewer places than mentees, whoever draws them. */
  readonly short: boolean;
};

/** The reach of each mentee without a mentor who has at least one usable pair. People of equal reach share one object. */
export function reachOfLeft(problem: Problem, held: Int32Array, count: Uint8Array): Map<number, Reach> {
  const left: number[] = [];
  for (let i = 0; i < problem.mentees; i++) {
    if (count[i] === 0 && !problem.hasOne[i] && problem.start[i + 1]! > problem.start[i]!) left.push(i);
  }
  const found = new Map<number, Reach>();
  if (left.length === 0) return found;
  const holders = holdersOf(problem, held);
  const { clusterOf, members, next } = clusters(problem, holders);
  const covered = spread(next);
  const alike = new Map<string, { tops: number[]; mentees: number[] }>();
  for (const i of left) {
    const own = new Set<number>();
    for (let e = problem.start[i]!; e < problem.start[i + 1]!; e++) own.add(clusterOf[problem.mentor[e]!]!);
    const tops = topsOf(own, covered);
    const same = alike.get(tops.join());
    if (same === undefined) alike.set(tops.join(), { tops, mentees: [i] });
    else same.mentees.push(i);
  }
  for (const { tops, mentees } of alike.values()) {
    const reached = new Set(tops.flatMap(top => [...covered(top)]));
    const mentors = [...reached].flatMap(cluster => members[cluster]!).sort((a, b) => a - b);
    const reach = reachOver(problem, count, holders, mentors, mentees);
    for (const i of mentees) found.set(i, reach);
  }
  return found;
}

/** The clusters from which all the others given can be reached; later ones never lead back, so highest first is enough. */
function topsOf(own: ReadonlySet<number>, covered: (cluster: number) => ReadonlySet<number>): number[] {
  const tops: number[] = [];
  for (const cluster of [...own].sort((a, b) => b - a)) {
    if (!tops.some(top => covered(top).has(cluster))) tops.push(cluster);
  }
  return tops;
}

function holdersOf(problem: Problem, held: Int32Array): number[][] {
  const holders: number[][] = Array.from({ length: problem.mentors }, () => []);
  held.forEach((mentor, at) => {
    if (mentor >= 0) holders[mentor]!.push(at >> 1);
  });
  return holders;
}

/** All clusters that can be reached from one, itself included; worked out once each. */
function spread(next: readonly ReadonlySet<number>[]): (cluster: number) => ReadonlySet<number> {
  const known = new Map<number, Set<number>>();
  return cluster => {
    const before = known.get(cluster);
    if (before !== undefined) return before;
    const all = new Set([cluster]);
    for (const one of all) for (const onward of next[one]!) all.add(onward);
    known.set(cluster, all);
    return all;
  };
}

function reachOver(
  problem: Problem,
  count: Uint8Array,
  holders: readonly number[][],
  mentors: number[],
  left: readonly number[],
): Reach {
  const inside = new Set(left);
  for (const mentor of mentors) for (const mentee of holders[mentor]!) inside.add(mentee);
  const open = mentors.filter(mentor => holders[mentor]!.length < problem.places[mentor]!);
  const mentees = [...inside].sort((a, b) => a - b);
  const single = mentees.every(mentee => count[mentee]! <= 1 && !problem.hasOne[mentee]);
  return { mentors, mentees, open, short: open.length === 0 && single };
}
