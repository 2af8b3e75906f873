// Prices under which nobody can gain: computed from the solver's board, brought back to whole scores, and checked against the value reached.
import type { Board, Scaled } from './board.ts';
import { highest, type Problem, type Weights, worthOfNext } from './problem.ts';
import type { Outline } from './rows.ts';

/** One whole number per mentee (any sign) and per mentor (0 or more). */
export type Prices = { readonly mentee: Float64Array; readonly mentor: Float64Array };

const holds = (board: Board, mentee: number, mentor: number): boolean =>
  board.held[2 * mentee] === mentor || board.held[2 * mentee + 1] === mentor;

/**
 * The least price of each mentee, on the finer scale: what the dearest mentor held costs, and what one more would be worth to
 * somebody who wants one more. Whoever costs less is missed. Endlessly low for those who want nobody.
 */
export function leastPrices({ mentees, mentors, wants }: Outline, scaled: Scaled, board: Board): Float64Array {
  const { count, price, placeStart, filled, holder, worth } = board;
  const least = new Float64Array(mentees).fill(Number.NEGATIVE_INFINITY);
  for (let i = 0; i < mentees; i++)
    if (count[i]! < wants[i]!) least[i] = count[i] === 0 ? scaled.first[i]! : scaled.second;
  for (let j = 0; j < mentors; j++) {
    for (let place = placeStart[j]!, end = place + filled[j]!; place < end; place++)
      least[holder[place]!] = Math.max(least[holder[place]!]!, price[j]! - worth[place]!);
  }
  return least;
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
    mentee: leastPrices(problem, scaled, board).map(price => down(Math.max(price, -most))),
    mentor: board.price.map(price => (price === Number.POSITIVE_INFINITY ? 0 : down(price))),
  };
  priceTheFull(problem, prices);
  const [value, limit] = [reached(problem, weights, board), bound(problem, weights, prices)];
  if (value !== limit) throw new Error(`matching: reached ${value}, but the prices allow ${limit}`);
  return prices;
}
