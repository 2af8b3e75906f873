// The matching as bare numbers: who may go to whom at which score, wants and places. People's names stay outside.

/** What counts first, by the names of the file format; how each is reached stands in objectives.ts. */
export type Objective = 'most-matched' | 'max-score' | 'fair-floor' | 'stable' | 'first-choices' | 'keep-draft';

/** Whole numbers for pairs; the wide kind only where 32 bits would not hold them. */
export type Points = Int32Array | Float64Array;

/** Usable pairs row by row (a mentee's pairs stand from `start[i]` to `start[i + 1]`); locks and their places are already taken out. */
export type Problem = {
  readonly mentees: number;
  readonly mentors: number;
  readonly start: Int32Array;
  readonly mentor: Int32Array;
  readonly score: Points;
  /** Mentors each mentee still wants. */
  readonly wants: Uint8Array;
  /** 1 for a mentee who has a mentor by a lock. */
  readonly hasOne: Uint8Array;
  /** 1 for a mentee who was left over last time and comes first among equals. */
  readonly waited: Uint8Array;
  /** Places each mentor has free. */
  readonly places: Float64Array;
};

/** Collects pairs in growing typed arrays; rows must come in order. */
export function pairList(mentees: number) {
  const start = new Int32Array(mentees + 1);
  let mentor = new Int32Array(1024);
  let score = new Int32Array(1024);
  let size = 0;
  const grow = (): void => {
    const [wider, higher] = [new Int32Array(size * 2), new Int32Array(size * 2)];
    wider.set(mentor);
    higher.set(score);
    [mentor, score] = [wider, higher];
  };
  return {
    add(toMentor: number, points: number): void {
      if (size === mentor.length) grow();
      mentor[size] = toMentor;
      score[size++] = points;
    },
    endRow(mentee: number): void {
      start[mentee + 1] = size;
    },
    done: (): Pick<Problem, 'start' | 'mentor' | 'score'> => ({
      start,
      mentor: mentor.subarray(0, size),
      score: score.subarray(0, size),
    }),
  };
}

/** What a mentee's first and further mentors are worth on top of the score, in whole numbers; `own` says it of the next one mentee by mentee. */
export type Weights = { readonly first: number; readonly again: number; readonly own?: Float64Array };

/** What the next mentor is worth to a mentee: a first one, or one more after a lock. */
export const worthOfNext = (problem: Problem, { first, again, own }: Weights, mentee: number): number =>
  own?.[mentee] ?? (problem.hasOne[mentee] ? again : first);

const total = (numbers: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < numbers.length; i++) sum += numbers[i]!;
  return sum;
};

/** The highest of the points; 0 where there are none. */
export const highest = (points: Points): number => {
  let high = 0;
  for (let e = 0; e < points.length; e++) high = Math.max(high, points[e]!);
  return high;
};

/** Room for the finer scale on which the solver breaks ties, and for sums of two prices. */
const HEADROOM = 8;

function fits(weights: Weights, pairs: number, most: number, steps: number): boolean {
  const sum = pairs * (weights.first + most);
  const price = HEADROOM * (weights.first + steps * most);
  return sum <= Number.MAX_SAFE_INTEGER && price <= Number.MAX_SAFE_INTEGER;
}

/**
 * Weights that put the number of mentees with a mentor before the number of pairs, and that before the total score; null when
 * they would leave exact whole numbers. Plain sums serve where they fit. Otherwise a narrower bound does: two draws differ by
 * simple exchanges, each of which meets a person once, so it gives up at most as many pairs as the smaller side has people.
 */
export function weightsFor(problem: Problem, objective: Objective): Weights | null {
  if (objective === 'max-score') return { first: 0, again: 0 };
  const most = highest(problem.score);
  const pairs = Math.min(total(problem.wants), total(problem.places));
  const seconds = problem.wants.reduce((sum, wants, i) => sum + Math.max(0, wants - 1 + problem.hasOne[i]!), 0);
  const steps = Math.min(problem.mentees, problem.mentors);
  const plain = pairs * most + 1;
  const narrow = steps * most + 1;
  const wide = { first: plain * (seconds + 1) + plain, again: plain };
  if (fits(wide, pairs, most, steps)) return wide;
  const tight = { first: 2 * narrow, again: narrow };
  return fits(tight, pairs, most, steps) ? tight : null;
}
