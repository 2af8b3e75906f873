// A problem with some of its pairs only; who decides which ones stay are the callers.
import type { Problem } from './problem.ts';

/** The same people with fewer pairs; `from` says which pair of the wider problem each one is. */
export type Narrowed = { readonly problem: Problem; readonly from: Int32Array };

/** Keeps the pairs for which `keeps` is true, in their order. */
export function narrowed(problem: Problem, keeps: (pair: number, mentee: number) => boolean): Narrowed {
  const kept = new Int32Array(problem.mentor.length);
  const start = new Int32Array(problem.mentees + 1);
  let size = 0;
  for (let i = 0; i < problem.mentees; i++) {
    for (let e = problem.start[i]!; e < problem.start[i + 1]!; e++) if (keeps(e, i)) kept[size++] = e;
    start[i + 1] = size;
  }
  const from = kept.slice(0, size);
  const mentor = new Int32Array(size);
  const score = problem.score instanceof Int32Array ? new Int32Array(size) : new Float64Array(size);
  for (let e = 0; e < size; e++) {
    mentor[e] = problem.mentor[from[e]!]!;
    score[e] = problem.score[from[e]!]!;
  }
  return { problem: { ...problem, start, mentor, score }, from };
}
