// What a draw is worth, and how far its prices stay above that over every pair of the matrix: 0 proves that no draw is better.
import type { Weights } from '../../src/matching/problem.ts';
import type { Solution } from '../../src/matching/solve.ts';
import type { Matrix } from './families.ts';

/** Visits every pair with its score; -1 stands for a pair that may not be. */
function eachPair(
  { mentees, mentors, score, lists }: Matrix,
  visit: (i: number, j: number, points: number) => void,
): void {
  for (let i = 0, e = 0; i < mentees; i++) {
    const end = lists === null ? e + mentors : lists.start[i + 1]!;
    for (let j = 0; e < end; e++, j++) if (score[e]! >= 0) visit(i, lists === null ? j : lists.mentor[e]!, score[e]!);
  }
}

/** Mentees with a mentor, and the total score. Throws when somebody holds what may not be, or a mentor has too many. */
export function worthOf(matrix: Matrix, { held }: Solution): { matched: number; total: number } {
  const used = new Int32Array(matrix.mentors);
  let [matched, total, found] = [0, 0, 0];
  for (let i = 0; i < matrix.mentees; i++) {
    const mentor = held[2 * i]!;
    if (mentor < 0) continue;
    matched++;
    used[mentor]!++;
  }
  eachPair(matrix, (i, j, points) => {
    if (held[2 * i] !== j) return;
    found++;
    total += points;
  });
  if (found !== matched || used.some((count, j) => count > matrix.places[j]!)) throw new Error('bench: a wrong draw');
  return { matched, total };
}

/** The bound of the prices less the worth, both with the weights. */
export function gapOf(matrix: Matrix, { first }: Weights, solution: Solution): number {
  const { mentee, mentor } = solution.prices;
  const { matched, total } = worthOf(matrix, solution);
  let bound = 0;
  for (let j = 0; j < matrix.mentors; j++) bound += matrix.places[j]! * mentor[j]!;
  for (let i = 0; i < matrix.mentees; i++) bound += Math.max(0, first - mentee[i]!);
  eachPair(matrix, (i, j, points) => {
    bound += Math.max(0, points + mentee[i]! - mentor[j]!);
  });
  return bound - (matched * first + total);
}
