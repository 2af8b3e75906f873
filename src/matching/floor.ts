// "Nobody gets a poor match": the highest score that every pair can have while as many people and pairs as possible are matched.
import { mostFrom } from './most.ts';
import { narrowed } from './narrow.ts';
import { highest, type Problem } from './problem.ts';

/** The problem without the pairs below the best floor. Locked pairs are not among its pairs, so they count for nothing here. */
export function aboveBestFloor(problem: Problem): Problem {
  const floor = bestFloor(problem);
  return narrowed(problem, pair => problem.score[pair]! >= floor).problem;
}

/** Searched by halving: a higher floor never allows more. */
function bestFloor(problem: Problem): number {
  const most = mostFrom(problem, 0);
  let [good, bad] = [0, highest(problem.score) + 1];
  while (good + 1 < bad) {
    const middle = (good + bad) >> 1;
    const { people, pairs } = mostFrom(problem, middle);
    if (people === most.people && pairs === most.pairs) good = middle;
    else bad = middle;
  }
  return good;
}
