// Scores that are never kept all at once: read mentee by mentee, as often as needed. What is found in them is in candidates.ts and sweep.ts.
import type { Kernel } from './kernel.ts';
import { type Problem, pairList } from './problem.ts';

export type Rows = {
  readonly kernel: Kernel;
  /** Writes the score of a mentee with every mentor into the kernel's row; below 0 where the pair may not be drawn. */
  readonly read: (mentee: number) => void;
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

/** A problem whose pairs can also be read row by row. */
export type WithRows = Problem & { readonly rows?: Rows };

/** From so many mentors on, most pairs can be left unlooked at, and keeping them all would cost more than reading them again. */
const MANY = 64;

/** A problem that lists all its pairs only when somebody asks for them, as the reasons of people left over do; few are listed at once. */
export function problemOf(outline: Outline, rows: Rows): WithRows {
  let pairs: Pick<Problem, 'start' | 'mentor' | 'score'> | null = null;
  const listed = () => {
    pairs ??= listPairs(outline, rows);
    return pairs;
  };
  if (outline.mentors < MANY) return { ...outline, ...listed() };
  return {
    ...outline,
    rows,
    get start() {
      return listed().start;
    },
    get mentor() {
      return listed().mentor;
    },
    get score() {
      return listed().score;
    },
  };
}

function listPairs(
  { mentees, mentors }: Outline,
  { read, kernel: { row } }: Rows,
): Pick<Problem, 'start' | 'mentor' | 'score'> {
  const pairs = pairList(mentees);
  for (let i = 0; i < mentees; i++) {
    read(i);
    for (let j = 0; j < mentors; j++) if (row[j]! >= 0) pairs.add(j, row[j]!);
    pairs.endRow(i);
  }
  return pairs.done();
}
