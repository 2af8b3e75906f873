// The pairs an auction looks at, mentee by mentee: all of them, or the best few with word of how far these can be relied on.
import type { Scaled } from './board.ts';
import type { Points, Problem } from './problem.ts';

export type Lists = {
  /** A mentee's pairs stand from `start[i]` to `stop[i]`. */
  readonly start: Int32Array;
  readonly stop: Int32Array;
  readonly mentor: Int32Array;
  /** On the solver's finer scale. */
  readonly score: Points;
  /** No pair left out of a mentee's list costs less than this as long as prices only rise; infinite where none is left out. */
  readonly surely: Float64Array;
  /** What a place of each mentor costs, as the auction changes it. */
  readonly price: Float64Array;
  /** Lists a mentee's best pairs anew under the prices of now. */
  readonly renew: (mentee: number) => void;
  /** Names every mentor a mentee may have, those left out too. */
  readonly everyMentor: (mentee: number, visit: (mentor: number) => void) => void;
};

/** Lists that leave nothing out. */
export const wholeLists = (problem: Problem, scaled: Scaled): Lists => ({
  start: problem.start,
  stop: problem.start.subarray(1),
  mentor: problem.mentor,
  score: scaled.score,
  surely: new Float64Array(problem.mentees).fill(Number.POSITIVE_INFINITY),
  price: new Float64Array(problem.mentors),
  renew: () => {},
  everyMentor(mentee, visit) {
    for (let e = problem.start[mentee]!; e < problem.start[mentee + 1]!; e++) visit(problem.mentor[e]!);
  },
});
