// The solver for rows against the one that sees all pairs: few candidates, so that many are missed at first, and families in which people compete.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainKernel } from '../../src/matching/plain-kernel.ts';
import { highest, type Objective, type Problem, weightsFor } from '../../src/matching/problem.ts';
import type { Rows } from '../../src/matching/rows.ts';
import { solve } from '../../src/matching/solve.ts';
import { solveRows } from '../../src/matching/solve-rows.ts';
import { wasmKernel } from '../../src/matching/wasm-kernel.ts';
import { type Family, familyOf, stream } from './families.ts';

const rowsOf = ({ start, mentor, score, mentors }: Problem): Rows => {
  const kernel = mentors % 2 === 0 ? wasmKernel(mentors)! : plainKernel(mentors);
  const read = (mentee: number): void => {
    kernel.row.fill(-1);
    for (let e = start[mentee]!; e < start[mentee + 1]!; e++) kernel.row[mentor[e]!] = score[e]!;
  };
  return { kernel, most: highest(score), read };
};

/** A problem in which each pair may be with some chance; `score` gives its points. */
function problemOf(
  next: (below: number) => number,
  [mentees, mentors]: readonly [number, number],
  share: number,
  most: number,
  score: (i: number, j: number) => number,
): Problem {
  const start = new Int32Array(mentees + 1);
  const mentor: number[] = [];
  const points: number[] = [];
  for (let i = 0; i < mentees; i++) {
    for (let j = 0; j < mentors; j++) {
      if (next(100) >= share) continue;
      mentor.push(j);
      points.push(score(i, j));
    }
    start[i + 1] = mentor.length;
  }
  const hasOne = new Uint8Array(mentees).map(() => next(5) >> 2);
  return {
    mentees,
    mentors,
    start,
    mentor: Int32Array.from(mentor),
    score: Int32Array.from(points),
    hasOne,
    wants: hasOne.map(one => (one === 1 ? next(2) : 1 + next(2))),
    waited: new Uint8Array(mentees).map(() => next(2)),
    places: new Float64Array(mentors).map(() => next(most)),
  };
}

/** Worth of a draw in the order of the objective, with the waiting last. */
function worthOf(problem: Problem, { held, count }: ReturnType<typeof solve>): number[] {
  let [people, pairs, total, waited] = [0, 0, 0, 0];
  for (let i = 0; i < problem.mentees; i++) {
    pairs += count[i]!;
    if (count[i]! > 0 && !problem.hasOne[i]) {
      people++;
      waited += problem.waited[i]!;
    }
    for (let e = problem.start[i]!; e < problem.start[i + 1]!; e++)
      if (held[2 * i] === problem.mentor[e] || held[2 * i + 1] === problem.mentor[e]) total += problem.score[e]!;
  }
  return [people, pairs, total, waited];
}

/** What no draw can exceed under the prices, over all pairs. */
function bound(
  problem: Problem,
  { first, again }: { first: number; again: number },
  solution: ReturnType<typeof solve>,
): number {
  const { mentee, mentor } = solution.prices;
  let sum = 0;
  for (let j = 0; j < problem.mentors; j++) sum += problem.places[j]! * mentor[j]!;
  for (let i = 0; i < problem.mentees; i++) {
    for (let k = 0; k < problem.wants[i]!; k++)
      sum += Math.max(0, (k === 0 && !problem.hasOne[i] ? first : again) - mentee[i]!);
    for (let e = problem.start[i]!; e < problem.start[i + 1]!; e++)
      sum += Math.max(0, problem.score[e]! + mentee[i]! - mentor[problem.mentor[e]!]!);
  }
  return sum;
}

function value(
  problem: Problem,
  { first, again }: { first: number; again: number },
  solution: ReturnType<typeof solve>,
): number {
  let sum = worthOf(problem, solution)[2]!;
  for (let i = 0; i < problem.mentees; i++)
    for (let k = 0; k < solution.count[i]!; k++) sum += k === 0 && !problem.hasOne[i] ? first : again;
  return sum;
}

function compare(problem: Problem, objective: Objective, width?: number): void {
  const weights = weightsFor(problem, objective)!;
  const plain = solve(problem, weights, objective);
  const byRows = solveRows(problem, rowsOf(problem), weights, objective, width);
  expect(worthOf(problem, byRows)).toEqual(worthOf(problem, plain));
  expect(bound(problem, weights, byRows)).toBe(value(problem, weights, byRows));
  for (const price of byRows.prices.mentor) expect(price).toBeGreaterThanOrEqual(0);
}

const someObjective = fc.constantFrom<Objective>('most-matched', 'max-score');

test('with two candidates each, the draw is as good as with all pairs, and proved over all of them', () => {
  fc.assert(
    fc.property(
      fc.nat(),
      fc.tuple(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 1, max: 10 })),
      fc.constantFrom(30, 70, 100),
      fc.integer({ min: 1, max: 4 }),
      someObjective,
      (seed, size, share, most, objective) => {
        const next = stream(seed);
        const whole = (below: number): number => Math.floor(next() * below);
        compare(
          problemOf(whole, size, share, most, () => whole(8)),
          objective,
          2,
        );
      },
    ),
    { numRuns: 3000, seed: 77 },
  );
});

describe.each(['most-matched', 'max-score'] as const)('%s', objective => {
  test.each<[Family, number, number, number]>([
    ['profile', 200, 80, 4],
    ['profile', 150, 150, 2],
    ['uniform', 150, 150, 2],
    ['common value', 200, 80, 4],
    ['common value', 120, 120, 2],
    ['product', 150, 150, 2],
    ['product', 200, 60, 3],
  ])('the family %s with %i mentees and %i mentors', (family, mentees, mentors, most) => {
    const next = stream(5);
    const whole = (below: number): number => Math.floor(next() * below);
    const rows = familyOf(family, mentees, mentors, { seed: 4 }).scores.rows as readonly (readonly number[])[];
    const problem = problemOf(whole, [mentees, mentors], 95, most + 1, (i, j) => rows[i]![j]!);
    compare(problem, objective);
    compare(problem, objective, 4);
  });
});
