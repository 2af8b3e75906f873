// Candidates: of all pairs in the rows only the best few of each mentee, as lists for an auction and as a problem for the exact solver; sweep.ts adds what is missing.

import type { Lists } from './lists.ts';
import { makeNearest } from './nearest.ts';
import type { Problem } from './problem.ts';
import type { Outline, Rows } from './rows.ts';

/** How far apart neighbours begin to look through the mentors (a prime), so that equals are spread over all of them. */
const APART = 7919;

/** Lists of at most `width` candidates for each mentee, the best under the prices of the kernel when they were last renewed; at first, of now. */
export function candidateLists({ mentees, mentors }: Outline, rows: Rows, scale: number, width: number): Lists {
  const { kernel } = rows;
  const start = new Int32Array(mentees).map((_, i) => i * width);
  const stop = start.slice();
  const mentor = new Int32Array(mentees * width);
  const score = new Int32Array(mentees * width);
  const surely = new Float64Array(mentees);
  // One more than is kept says how far the rest is away.
  const nearest = makeNearest(kernel, scale, width + 1);
  let guess = Number.POSITIVE_INFINITY;
  /** Finds them below the limit the row before suggests, which spares most insertions; with no limit where that was too low. */
  const findNearest = (from: number): number => {
    let found = nearest.find(from, guess);
    if (found <= width && guess < Number.POSITIVE_INFINITY) found = nearest.find(from, Number.POSITIVE_INFINITY);
    guess =
      found > width ? nearest.cost[width]! + (nearest.cost[width]! - nearest.cost[0]!) / 2 : Number.POSITIVE_INFINITY;
    return found;
  };
  const renew = (i: number): void => {
    rows.read(i);
    const found = findNearest((i * APART) % Math.max(1, mentors));
    const size = Math.min(found, width);
    for (let k = 0; k < size; k++) {
      mentor[start[i]! + k] = nearest.mentor[k]!;
      score[start[i]! + k] = scale * kernel.row[nearest.mentor[k]!]!;
    }
    stop[i] = start[i]! + size;
    surely[i] = found > width ? nearest.cost[width]! : Number.POSITIVE_INFINITY;
  };
  const everyMentor = (i: number, visit: (mentor: number) => void): void => {
    rows.read(i);
    for (let j = 0; j < mentors; j++) if (kernel.row[j]! >= 0) visit(j);
  };
  for (let i = 0; i < mentees; i++) renew(i);
  return { start, stop, mentor, score, surely, price: kernel.price, renew, everyMentor };
}

/** More pairs for some mentees. */
export type Extra = ReadonlyMap<number, readonly { readonly mentor: number; readonly score: number }[]>;

/** The candidates as a problem; scores in the lists are multiples of `scale`. */
export function asCandidates(outline: Outline, { start, stop, mentor, score }: Lists, scale: number): Problem {
  const pairs = start.reduce((sum, from, i) => sum + stop[i]! - from, 0);
  const problem = {
    ...outline,
    start: new Int32Array(start.length + 1),
    mentor: new Int32Array(pairs),
    score: new Int32Array(pairs),
  };
  for (let i = 0, size = 0; i < start.length; i++) {
    for (let e = start[i]!; e < stop[i]!; e++, size++) {
      problem.mentor[size] = mentor[e]!;
      problem.score[size] = score[e]! / scale;
    }
    problem.start[i + 1] = size;
  }
  return problem;
}

/** The same problem with more pairs. */
export function withMore(problem: Problem, extra: Extra): Problem {
  let more = 0;
  for (const list of extra.values()) more += list.length;
  const mentor = new Int32Array(problem.mentor.length + more);
  const score = new Int32Array(mentor.length);
  const start = new Int32Array(problem.start.length);
  for (let i = 0, size = 0; i < problem.mentees; i++) {
    const [from, to] = [problem.start[i]!, problem.start[i + 1]!];
    mentor.set(problem.mentor.subarray(from, to), size);
    score.set(problem.score.subarray(from, to), size);
    size += to - from;
    for (const one of extra.get(i) ?? []) {
      mentor[size] = one.mentor;
      score[size++] = one.score;
    }
    start[i + 1] = size;
  }
  return { ...problem, start, mentor, score };
}
