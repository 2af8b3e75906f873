// Mentors who can take over one another's mentees in a circle form a cluster (strongly connected components, Tarjan); what that means for people is said in shortage.ts.
import type { Problem } from './problem.ts';

export type Clusters = {
  readonly clusterOf: Int32Array;
  /** Numbered so that a cluster leads only to itself and to lower numbers. */
  readonly members: readonly number[][];
  /** The clusters to which holders of a cluster's places could move. */
  readonly next: readonly ReadonlySet<number>[];
};

/** Clusters of mentors, where X leads to Y when a mentee on a place of X could also have Y. Without recursion, so depth is no limit. */
export function clusters(problem: Problem, holders: readonly (readonly number[])[]): Clusters {
  const { mentors, start, mentor } = problem;
  const clusterOf = new Int32Array(mentors).fill(-1);
  const seenAt = new Int32Array(mentors).fill(-1);
  const low = new Int32Array(mentors);
  /** Where the walk stands in each mentor: which holder, and which of the holder's pairs. */
  const holderAt = new Int32Array(mentors);
  const pairAt = new Int32Array(mentors);
  const members: number[][] = [];
  const open: number[] = [];
  const walk: number[] = [];
  let clock = 0;

  const enter = (one: number): void => {
    seenAt[one] = low[one] = clock++;
    open.push(one);
    walk.push(one);
    pairAt[one] = holders[one]!.length > 0 ? start[holders[one]![0]!]! : 0;
  };

  /** The next mentor to whom a holder of this one could move, or -1 when all have been looked at. */
  const step = (one: number): number => {
    for (const list = holders[one]!; holderAt[one]! < list.length; ) {
      if (pairAt[one]! < start[list[holderAt[one]!]! + 1]!) return mentor[pairAt[one]!++]!;
      if (++holderAt[one]! < list.length) pairAt[one] = start[list[holderAt[one]!]!]!;
    }
    return -1;
  };

  const close = (one: number): void => {
    const cluster: number[] = [];
    let last: number;
    do {
      last = open.pop()!;
      clusterOf[last] = members.length;
      cluster.push(last);
    } while (last !== one);
    members.push(cluster);
  };

  for (let root = 0; root < mentors; root++) {
    if (seenAt[root] === -1) enter(root);
    while (walk.length > 0) {
      const one = walk[walk.length - 1]!;
      const to = step(one);
      if (to >= 0) {
        if (seenAt[to] === -1) enter(to);
        else if (clusterOf[to] === -1) low[one] = Math.min(low[one]!, seenAt[to]!);
        continue;
      }
      walk.pop();
      if (low[one] === seenAt[one]) close(one);
      else low[walk[walk.length - 1]!] = Math.min(low[walk[walk.length - 1]!]!, low[one]!);
    }
  }

  const next = members.map(cluster => {
    const onward = new Set<number>();
    for (const one of cluster) {
      for (const holder of holders[one]!) {
        for (let e = start[holder]!; e < start[holder + 1]!; e++) onward.add(clusterOf[mentor[e]!]!);
      }
    }
    return onward;
  });
  return { clusterOf, members, next };
}
