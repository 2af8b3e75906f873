// The solver's parts: right from any start prices, weights at the edge of exact numbers, and who can be reached from somebody left over.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bidForFirst } from '../../src/matching/bid.ts';
import { emptyBoard, onFinerScale } from '../../src/matching/board.ts';
import { estimatePrices } from '../../src/matching/estimate.ts';
import { makeExchange } from '../../src/matching/exchange.ts';
import type { Instance } from '../../src/matching/format.ts';
import { wholeLists } from '../../src/matching/lists.ts';
import { highest, type Objective, type Problem, pairList, weightsFor } from '../../src/matching/problem.ts';
import { priceTheResult } from '../../src/matching/prove.ts';
import { settle } from '../../src/matching/settle.ts';
import { reachOfLeft } from '../../src/matching/shortage.ts';
import { fill, solve } from '../../src/matching/solve.ts';
import { solveInstance } from '../../src/matching/solve-instance.ts';
import { faultsOf } from './checker.ts';
import { stream } from './families.ts';

/** A problem from a seed: each mentee could have some of the mentors, many ties, some mentors without places. */
function problemOf(seed: number, mentees: number, mentors: number, share: number, most: number): Problem {
  const next = stream(seed);
  const whole = (below: number): number => Math.floor(next() * below);
  const pairs = pairList(mentees);
  for (let i = 0; i < mentees; i++) {
    for (let j = 0; j < mentors; j++) if (next() < share) pairs.add(j, whole(8));
    pairs.endRow(i);
  }
  const hasOne = Uint8Array.from({ length: mentees }, () => whole(5) >> 2);
  return {
    mentees,
    mentors,
    ...pairs.done(),
    hasOne,
    wants: hasOne.map(one => (one === 1 ? whole(2) : 1 + whole(2))),
    waited: new Uint8Array(mentees).map(() => whole(2)),
    places: new Float64Array(mentors).map(() => whole(most)),
  };
}

const someProblem = fc
  .tuple(
    fc.nat(),
    fc.integer({ min: 1, max: 14 }),
    fc.integer({ min: 1, max: 8 }),
    fc.constantFrom(0.2, 0.5, 1),
    fc.integer({ min: 1, max: 4 }),
  )
  .map(([seed, mentees, mentors, share, most]) => problemOf(seed, mentees, mentors, share, most));

const someObjective = fc.constantFrom<Objective>('most-matched', 'max-score');

/** Worth of a draw in the order of the objective, with the waiting last. */
function worthOf(problem: Problem, held: Int32Array, count: Uint8Array): number[] {
  let [people, pairs, total, waited] = [0, 0, 0, 0];
  for (let i = 0; i < problem.mentees; i++) {
    pairs += count[i]!;
    if (count[i]! > 0 && !problem.hasOne[i]) {
      people++;
      waited += problem.waited[i]!;
    }
    for (let e = problem.start[i]!; e < problem.start[i + 1]!; e++) {
      if (held[2 * i] === problem.mentor[e] || held[2 * i + 1] === problem.mentor[e]) total += problem.score[e]!;
    }
  }
  return [people, pairs, total, waited];
}

test('any start prices lead to a result as good, proved without a gap', () => {
  fc.assert(
    fc.property(
      someProblem,
      someObjective,
      fc.array(fc.nat({ max: 60 }), { minLength: 8, maxLength: 8 }),
      fc.boolean(),
      (problem, objective, guess, bids) => {
        const weights = weightsFor(problem, objective)!;
        const scaled = onFinerScale(problem, weights, objective);
        const board = emptyBoard(problem);
        guess.slice(0, problem.mentors).forEach((price, mentor) => {
          board.price[mentor]! += price;
        });
        const exchange = makeExchange(problem, scaled, board);
        const everybody = Array.from(problem.wants.keys()).filter(i => problem.wants[i]! > 0);
        for (const i of bids ? bidForFirst(problem, scaled, board) : everybody) exchange.give(i);
        for (const i of everybody) if (problem.wants[i] === 2 && board.count[i] === 1) exchange.give(i);
        settle(problem, scaled, board);
        priceTheResult(problem, weights, scaled, board);
        const plain = solve(problem, weights, objective);
        expect(worthOf(problem, board.held, board.count)).toEqual(worthOf(problem, plain.held, plain.count));
      },
    ),
    { numRuns: 4000, seed: 41 },
  );
});

/** The same problem with prices of an auction on its empty board. */
function afterAuction(problem: Problem, objective: Objective) {
  const weights = weightsFor(problem, objective)!;
  const scaled = onFinerScale(problem, weights, objective);
  const board = emptyBoard(problem);
  const most = highest(scaled.score);
  board.price.set(estimatePrices(problem, scaled, wholeLists(problem, scaled), board.placeStart, most, 'short'));
  return { weights, scaled, board };
}

test('prices of an auction lead to a result as good, proved without a gap', () => {
  fc.assert(
    fc.property(someProblem, someObjective, (problem, objective) => {
      const { weights, scaled, board } = afterAuction(problem, objective);
      fill(problem, scaled, board, Number.POSITIVE_INFINITY);
      priceTheResult(problem, weights, scaled, board);
      const plain = solve(problem, weights, objective);
      expect(worthOf(problem, board.held, board.count)).toEqual(worthOf(problem, plain.held, plain.count));
    }),
    { numRuns: 3000, seed: 43 },
  );
});

test('where places are short, an auction leaves the exchanges next to nothing of what they would have to look at', () => {
  const next = stream(8);
  const pairs = pairList(3000);
  for (let i = 0; i < 3000; i++) {
    const mine = new Set(Array.from({ length: 12 }, () => Math.floor(next() * 900)));
    for (const j of [...mine].sort((a, b) => a - b)) pairs.add(j, Math.floor(next() * 1001));
    pairs.endRow(i);
  }
  const none = new Uint8Array(3000);
  const places = new Float64Array(900).map(() => 1 + Math.floor(next() * 5));
  const listed = pairs.done();
  const problem = {
    mentees: 3000,
    mentors: 900,
    ...listed,
    wants: none.map(() => 1),
    hasOne: none,
    waited: none,
    places,
  };
  const looks = (scaled: ReturnType<typeof onFinerScale>, board: ReturnType<typeof emptyBoard>): number => {
    const exchange = makeExchange(problem, scaled, board);
    for (const i of bidForFirst(problem, scaled, board)) exchange.give(i);
    return exchange.looked() / problem.mentor.length;
  };
  const { scaled, board } = afterAuction(problem, 'most-matched');
  expect(looks(scaled, board)).toBeLessThan(1);
  expect(looks(scaled, emptyBoard(problem))).toBeGreaterThan(5);
});

describe('weights at the edge of exact whole numbers', () => {
  const sparse = (people: number, wants: 1 | 2, choices: number): Instance => {
    const next = stream(people);
    const pick = (): (readonly [number, number])[] =>
      [...new Set(Array.from({ length: choices }, () => Math.floor(next() * people)))].map(
        j => [j, Math.floor(next() * 1_000_001)] as const,
      );
    return {
      format: 'mentor-match/1',
      name: 'wide',
      seed: people,
      mentees: Array.from({ length: people }, (_, i) => ({ id: `e${i}`, wants })),
      mentors: Array.from({ length: people }, (_, j) => ({ id: `o${j}`, capacity: 1 + (j % 2) })),
      scores: { kind: 'sparse', rows: Array.from({ length: people }, pick) },
      exclusions: [],
      locks: [],
    };
  };

  test('the narrower bound serves where plain sums would not fit, and still proves the result', () => {
    const instance = sparse(3000, 2, 4);
    const answer = solveInstance(instance, 'most-matched');
    if ('problem' in answer) throw new Error(answer.problem);
    expect(answer.result.certificate!.again).toBeLessThan(3000 * 1_000_000 + 2);
    expect(faultsOf(instance, answer.result)).toEqual([]);
  });

  test('what would leave exact numbers is refused in one sentence', () => {
    const problem = 'There are too many people for scores this high: the sums would no longer be exact.';
    expect(solveInstance(sparse(100_000, 1, 1), 'most-matched')).toEqual({ problem });
  });

  test('an objective that is not known is named, with those that are', () => {
    const problem =
      'The objective best is not known; choose most-matched, max-score, fair-floor, stable, first-choices or keep-draft.';
    expect(solveInstance(sparse(2, 1, 1), 'best')).toEqual({ problem });
  });
});

test('whom somebody left over can reach is what following every chain finds', () => {
  let together = 0;
  fc.assert(
    fc.property(
      fc.nat(),
      fc.integer({ min: 5, max: 40 }),
      fc.integer({ min: 2, max: 16 }),
      fc.constantFrom(0.08, 0.15, 0.3),
      someObjective,
      (seed, mentees, mentors, share, objective) => {
        const problem = problemOf(seed, mentees, mentors, share, 3);
        const { held, count } = solve(problem, weightsFor(problem, objective)!, objective);
        const mine = (i: number): number[] => [...problem.mentor.subarray(problem.start[i], problem.start[i + 1])];
        const chain = (i: number): Set<number> => {
          const reached = new Set(mine(i));
          for (const j of reached) {
            for (const [at, to] of held.entries()) if (to === j) for (const one of mine(at >> 1)) reached.add(one);
          }
          return reached;
        };
        const found = reachOfLeft(problem, held, count);
        const left = Array.from(problem.wants.keys()).filter(
          i => count[i] === 0 && !problem.hasOne[i] && mine(i).length > 0,
        );
        expect([...found.keys()].sort((a, b) => a - b)).toEqual(left);
        for (const i of left) {
          const mentorsOf = [...chain(i)].sort((a, b) => a - b);
          expect(found.get(i)!.mentors).toEqual(mentorsOf);
          const alike = left.filter(other => [...chain(other)].sort((a, b) => a - b).join() === mentorsOf.join());
          const holding = Array.from(problem.wants.keys()).filter(
            k => mentorsOf.includes(held[2 * k]!) || mentorsOf.includes(held[2 * k + 1]!),
          );
          expect(found.get(i)!.mentees).toEqual([...new Set([...alike, ...holding])].sort((a, b) => a - b));
          together += alike.length - 1;
        }
      },
    ),
    { numRuns: 600, seed: 51 },
  );
  expect(together).toBeGreaterThan(100);
});
