// Scores that are never kept all at once: read mentee by mentee, as often as needed. What is found in them is in candidates.ts and sweep.ts.
import type { Problem } from './problem.ts';

export type Rows = {
  /** Writes the score of a mentee with every mentor, in order; below 0 where the pair may not be drawn. */
  readonly read: (mentee: number, into: Int32Array) => void;
  /** No score is higher. */
  readonly most: number;
};

/** A problem without its pairs; they stand in rows. */
export type Outline = Omit<Problem, 'start' | 'mentor' | 'score'>;

/** As a problem of which all but the pairs may be asked; its one score is the highest there may be. */
export const asOutline = ({ mentees, mentors, wants, hasOne, waited, places }: Outline, { most }: Rows): Problem => ({
  mentees,
  mentors,
  wants,
  hasOne,
  waited,
  places,
  start: new Int32Array(mentees + 1),
  mentor: new Int32Array(0),
  score: Int32Array.of(most),
});
