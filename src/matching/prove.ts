// Prices under which nobody can gain: computed from the solver's board, brought back to whole scores, and checked against the value reached.
import type { Board, Scaled } from './board.ts';
import { highest, type Problem, type Weights, worthOfNext } from './problem.ts';

/** One whole number per mentee (any sign) and per mentor (0 or more). */
export type Prices = { readonly mentee: Float64Array; readonly mentor: Float64Array };

const holds = (board: Board, mentee: number, mentor: number): boolean =>
  board.held[2 * mentee] === mentor || board.held[2 * mentee + 1] === mentor;

/**
 * The least price of a mentee, on the finer scale: what the dearest mentor held costs, and what one more would be worth to
 * somebody who wants one more. Whoever costs less is missed. `scoreWith` gives the scaled score with a mentor held.
 */
export function leastPrice(
  { wants }: Pick<Problem, 'wants'>,
  scaled: Scaled,
  { held, count, price }: Board,
  mentee: number,
  scoreWith: (mentor: number) => number,
): number {
  const has = count[mentee]!;
  let least = has < wants[mentee]! ? (has === 0 ? scaled.first[mentee]! : scaled.second) : Number.NEGATIVE_INFINITY;
  for (const mentor of [held[2 * mentee]!, held[2 * mentee + 1]!]) {
    if (mentor >= 0) least = Math.max(least, price[mentor]! - scoreWith(mentor));
  }
  return least;
}

/** The same of a mentee of the problem; so low that no pair counts where nothing is wanted. */
function menteePrice(problem: Problem, scaled: Scaled, board: Board, mentee: number, most: number): number {
  if (problem.wants[mentee] === 0) return -most;
  return leastPrice(problem, scaled, board, mentee, mentor => {
    let e = problem.start[mentee]!;
    while (problem.mentor[e] !== mentor) e++;
    return scaled.score[e]!;
  });
}

/** Mentors without places cost so much that no pair with them counts; it adds nothing, having no place to multiply. */
function priceTheFull(problem: Problem, prices: Prices): void {
  for (let i = 0; i < problem.mentees; i++) {
    for (let e = problem.start[i]!; e < problem.start[i + 1]!; e++) {
      const j = problem.mentor[e]!;
      if (problem.places[j] === 0)
        prices.mentor[j] = Math.max(prices.mentor[j]!, problem.score[e]! + prices.mentee[i]!);
    }
  }
}

/** What the pairs held are worth, on the scale of the scores. */
function reached(problem: Problem, weights: Weights, board: Board): number {
  let value = 0;
  for (let i = 0; i < problem.mentees; i++) {
    const count = board.count[i]!;
    if (count > 0) value += worthOfNext(problem, weights, i) + (count - 1) * weights.again;
    for (let e = problem.start[i]!; e < problem.start[i + 1]!; e++) {
      if (holds(board, i, problem.mentor[e]!)) value += problem.score[e]!;
    }
  }
  return value;
}

/** What no draw at all can exceed, by the prices. */
function bound(problem: Problem, weights: Weights, prices: Prices): number {
  let sum = 0;
  for (let j = 0; j < problem.mentors; j++) if (prices.mentor[j] !== 0) sum += problem.places[j]! * prices.mentor[j]!;
  for (let i = 0; i < problem.mentees; i++) {
    const wants = problem.wants[i]!;
    const price = prices.mentee[i]!;
    if (wants > 0) {
      sum += Math.max(0, worthOfNext(problem, weights, i) - price);
      sum += (wants - 1) * Math.max(0, weights.again - price);
    }
    for (let e = problem.start[i]!; e < problem.start[i + 1]!; e++) {
      const gain = problem.score[e]! + price - prices.mentor[problem.mentor[e]!]!;
      if (gain > 0) sum += gain;
    }
  }
  return sum;
}

/**
 * The prices of a finished board in whole scores. Rounding down keeps them right: pairs carry whole multiples of the scale, and
 * the solver's finer weights stay below one unit. Throws when they do not prove the result.
 */
export function priceTheResult(problem: Problem, weights: Weights, scaled: Scaled, board: Board): Prices {
  const most = highest(scaled.score);
  const down = (price: number): number => Math.floor(price / scaled.scale) + 0;
  const prices: Prices = {
    mentee: new Float64Array(problem.mentees).map((_, i) => down(menteePrice(problem, scaled, board, i, most))),
    mentor: board.price.map(price => (price === Number.POSITIVE_INFINITY ? 0 : down(price))),
  };
  priceTheFull(problem, prices);
  const [value, limit] = [reached(problem, weights, board), bound(problem, weights, prices)];
  if (value !== limit) throw new Error(`matching: reached ${value}, but the prices allow ${limit}`);
  return prices;
}
