// The seeded families of the matching bench, from easy (independent scores) to hard (everybody wants the same mentors); measuring is elsewhere.

/** Scores row by row: all of them (-1 where a pair may not be), or lists of mentors per mentee; mentors' places beside. */
export type Matrix = {
  readonly mentees: number;
  readonly mentors: number;
  readonly places: Int32Array;
  readonly score: Int32Array;
  /** Present when only listed pairs exist: mentee i's stand from `start[i]`. */
  readonly lists: { readonly start: Int32Array; readonly mentor: Int32Array } | null;
};

export type Family = 'uniform' | 'common value' | 'product' | 'lists';

/** A small random stream of whole numbers below a bound, the same on every machine. */
export function stream(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return below => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const many = (length: number, value: (index: number) => number): Int32Array =>
  Int32Array.from({ length }, (_, i) => value(i));

/** How many mentors stand on each list of the sparse families, and the highest score there. */
const LISTED = 20;
const MOST_LISTED = 1000;

/** Lists of different mentors in rising order, each with a score of its own. */
function listed(mentees: number, mentors: number, whole: (below: number) => number): Pick<Matrix, 'lists' | 'score'> {
  const start = many(mentees + 1, i => i * LISTED);
  const mentor = new Int32Array(mentees * LISTED);
  for (let i = 0; i < mentees; i++) {
    const mine = new Set<number>();
    while (mine.size < LISTED) mine.add(whole(mentors));
    mentor.set(
      [...mine].sort((a, b) => a - b),
      i * LISTED,
    );
  }
  return { lists: { start, mentor }, score: many(mentor.length, () => whole(MOST_LISTED + 1)) };
}

/** Scores 0 to 1,000,000 of one family, for every pair. */
function dense(family: Family, mentees: number, mentors: number, whole: (below: number) => number): Int32Array {
  const worth = many(mentors, () => whole(900_001));
  const need = many(mentees, () => whole(1_001));
  const score = new Int32Array(mentees * mentors);
  for (let i = 0, at = 0; i < mentees; i++) {
    for (let j = 0; j < mentors; j++) {
      if (family === 'uniform') score[at++] = whole(1_000_001);
      else if (family === 'common value') score[at++] = worth[j]! + whole(100_001);
      else score[at++] = need[i]! * Math.floor(worth[j]! / 900);
    }
  }
  return score;
}

/** An instance of a family; mentors have 1 to `most` places. */
export function matrixOf(family: Family, mentees: number, mentors: number, most: number, seed: number): Matrix {
  const whole = stream(seed);
  const places = many(mentors, () => 1 + whole(most));
  if (family === 'lists') return { mentees, mentors, places, ...listed(mentees, mentors, whole) };
  return { mentees, mentors, places, score: dense(family, mentees, mentors, whole), lists: null };
}
