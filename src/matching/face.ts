// What stays open once a level has been settled: every draw that is best at it, and no other, as pairs that may and people who must (complementary slackness).
import { type Narrowed, narrowed } from './narrow.ts';
import { type Problem, type Weights, worthOfNext } from './problem.ts';
import type { Prices } from './prove.ts';

/** A problem that goes on below a settled level. */
export type Face = Narrowed & {
  /** So many more mentors each mentee must get. */
  readonly owed: Uint8Array;
  /** 1 for a mentor whose places must all be held. */
  readonly full: Uint8Array;
  /** Pairs of every draw that is best so far, by their numbers in the whole; their places are taken out of the problem. */
  readonly taken: readonly number[];
};

/** Everything is open. Mentors without places are nobody's to have. */
export function wholeFace(problem: Problem): Face {
  const { mentees, mentors, places, wants } = problem;
  return {
    ...narrowed(problem, (pair, mentee) => wants[mentee]! > 0 && places[problem.mentor[pair]!]! > 0),
    owed: new Uint8Array(mentees),
    full: new Uint8Array(mentors),
    taken: [],
  };
}

/**
 * What stays open of `face` after its problem was solved under these weights, with prices that prove the result: a pair that
 * loses by them is in no best draw, one that gains is in all, and whoever and whatever is worth more than its price is in all.
 */
export function faceBelow(face: Face, solved: Problem, weights: Weights, prices: Prices): Face {
  const { start, mentor, score, mentees } = solved;
  const wants = new Uint8Array(mentees);
  const owed = new Uint8Array(mentees);
  const hasOne = solved.hasOne.slice();
  const places = solved.places.slice();
  const taken = [...face.taken];
  const open = new Uint8Array(mentor.length);
  for (let i = 0; i < mentees; i++) {
    for (let k = 0; k < solved.wants[i]!; k++) {
      const over = (k === 0 ? worthOfNext(solved, weights, i) : weights.again) - prices.mentee[i]!;
      if (over >= 0) wants[i]!++;
      if (over > 0) owed[i]!++;
    }
    for (let e = start[i]!; e < start[i + 1]!; e++) {
      const gain = score[e]! + prices.mentee[i]! - prices.mentor[mentor[e]!]!;
      if (gain === 0) open[e] = 1;
      if (gain <= 0) continue;
      taken.push(face.from[e]!);
      places[mentor[e]!]!--;
      wants[i]!--;
      owed[i] = Math.max(0, owed[i]! - 1);
      hasOne[i] = 1;
    }
  }
  const below = narrowed(
    { ...solved, wants, hasOne, places },
    (pair, i) => open[pair] === 1 && wants[i]! > 0 && places[mentor[pair]!]! > 0,
  );
  return {
    problem: below.problem,
    from: below.from.map(pair => face.from[pair]!),
    owed,
    full: prices.mentor.reduce((full, price, j) => {
      if (price > 0) full[j] = 1;
      return full;
    }, new Uint8Array(solved.mentors)),
    taken,
  };
}
