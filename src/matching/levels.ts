// What counts in several levels, one settled after the other, each exactly: where one sum of weights would leave exact numbers, the levels need only small ones.
import { type Face, faceBelow, wholeFace } from './face.ts';
import { highest, type Objective, type Points, type Problem, type Weights } from './problem.ts';
import { type Solution, solve } from './solve.ts';

/** The solver's finest scale; what fits into 32 bits on it stays narrow, which is quicker. */
const FINEST = 14;
const NARROW = 2 ** 31;

/** What the first level adds up besides its points, and how the solver puts draws of equal worth in order. */
type Beginning = { readonly weights: Weights; readonly objective: Objective };

/** Solves for the first of the levels, among its best draws for the second, and so on; null when sums would no longer be exact. */
export function solveLevels(problem: Problem, levels: readonly Points[], beginning: Beginning): Solution | null {
  let face = wholeFace(problem);
  let solution: Solution | null = null;
  for (const [n, points] of levels.entries()) {
    const asked =
      n === 0 ? { weights: beginning.weights, problem: withPoints(face, points, 0) } : keeping(face, points);
    if (asked === null) return null;
    const last = n === levels.length - 1;
    solution = solve(asked.problem, asked.weights, n > 0 && last ? 'max-score' : beginning.objective);
    if (!last) face = faceBelow(face, asked.problem, asked.weights, solution.prices);
  }
  return solution === null ? null : withTaken(problem, face, solution);
}

/**
 * The next level's question. What a settled level owes is worth more than this level can gain by giving it up: two draws differ
 * by exchanges that meet a person once, so by fewer points than `steps * most` each, and none of them need lose anything owed.
 */
function keeping(face: Face, points: Points): { problem: Problem; weights: Weights } | null {
  const { problem, owed, full, from } = face;
  let most = 0;
  for (let e = 0; e < from.length; e++) most = Math.max(most, points[from[e]!]!);
  const kept = Math.min(problem.mentees, problem.mentors) * most + 1;
  let [due, pairs] = [0, 0];
  for (let j = 0; j < full.length; j++) if (full[j] === 1) due += problem.places[j]!;
  for (let i = 0; i < owed.length; i++) {
    due += owed[i]!;
    pairs += problem.wants[i]!;
  }
  if (kept * (due + 1) + pairs * most > Number.MAX_SAFE_INTEGER) return null;
  return {
    problem: withPoints(face, points, kept),
    weights: { first: 0, again: 0, own: Float64Array.from(owed, one => (one === 1 ? kept : 0)) },
  };
}

/** The points of a level for the pairs still open, and `kept` more for each side that must not go without this pair's place. */
function withPoints({ problem, from, owed, full }: Face, points: Points, kept: number): Problem {
  const narrow = (highest(points) + 2 * kept) * FINEST < NARROW;
  const score = narrow ? new Int32Array(from.length) : new Float64Array(from.length);
  for (let i = 0; i < problem.mentees; i++) {
    const both = owed[i] === 2 ? kept : 0;
    for (let e = problem.start[i]!; e < problem.start[i + 1]!; e++) {
      score[e] = points[from[e]!]! + both + (full[problem.mentor[e]!] === 1 ? kept : 0);
    }
  }
  return { ...problem, score };
}

function withTaken(problem: Problem, { taken }: Face, { held, count, prices }: Solution): Solution {
  const all = { held: held.slice(), count: count.slice(), prices };
  const ofMentee = (pair: number): number => {
    let [low, high] = [0, problem.mentees];
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if (problem.start[middle]! <= pair) low = middle;
      else high = middle;
    }
    return low;
  };
  for (const pair of taken) {
    const mentee = ofMentee(pair);
    all.held[2 * mentee + (all.held[2 * mentee]! < 0 ? 0 : 1)] = problem.mentor[pair]!;
    all.count[mentee]!++;
  }
  return all;
}
