// A first guess of what mentors' places will cost, for pools in which everybody wants the same mentors; a wrong guess costs time, never the result.
import type { Scaled } from './board.ts';
import type { Problem } from './problem.ts';

/** How many times more than by chance mentors' mean scores must differ before they say anything. */
const TELLING = 4;

type Means = { readonly mean: Float64Array; readonly differ: boolean };

/** Mean score of each mentor over the mentees who could come, and whether these means differ by more than chance. */
function meansOf(problem: Problem, scaled: Scaled): Means {
  const asked = new Float64Array(problem.mentors);
  const mean = new Float64Array(problem.mentors);
  let all = 0;
  let squares = 0;
  for (let e = 0; e < problem.mentor.length; e++) {
    const score = scaled.score[e]!;
    asked[problem.mentor[e]!]!++;
    mean[problem.mentor[e]!]! += score;
    all += score;
    squares += score * score;
  }
  const pairs = Math.max(1, problem.mentor.length);
  const middle = all / pairs;
  let between = 0;
  for (let j = 0; j < mean.length; j++) {
    mean[j] = asked[j] === 0 ? 0 : mean[j]! / asked[j]!;
    between += asked[j]! * (mean[j]! - middle) ** 2;
  }
  return { mean, differ: between > TELLING * problem.mentors * (squares / pairs - middle * middle) };
}

/**
 * Each mentor's mean score less that of the best mentor who would be left without anybody if all went by means; never below 0,
 * in whole numbers. All 0 where the means do not differ by more than chance.
 */
export function startPrices(problem: Problem, scaled: Scaled): Float64Array {
  const { mean, differ } = meansOf(problem, scaled);
  if (!differ) return new Float64Array(problem.mentors);
  const best = Array.from(mean.keys()).sort((a, b) => mean[b]! - mean[a]! || a - b);
  let asking = problem.wants.reduce((sum, wants) => sum + wants, 0);
  let marginal = 0;
  for (const mentor of best) {
    if (problem.places[mentor] === 0) continue;
    marginal = mean[mentor]!;
    if (asking <= 0) break;
    asking -= problem.places[mentor]!;
  }
  return mean.map(one => Math.max(0, Math.round(one - marginal)));
}
