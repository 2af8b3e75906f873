// The exact solver: bids first, exchanges for the rest, and prices that prove the result; the order of people is the caller's.
import { bidForFirst } from './bid.ts';
import { type Board, clear, emptyBoard, leave, onFinerScale, type Scaled } from './board.ts';
import { estimatePrices } from './estimate.ts';
import { makeExchange } from './exchange.ts';
import { wholeLists } from './lists.ts';
import { highest, type Objective, type Problem, type Weights } from './problem.ts';
import { type Prices, priceTheResult } from './prove.ts';
import { settle } from './settle.ts';

/** Mentors of each mentee (two entries each, -1 for none, locks not included), and the prices that prove it best. */
export type Solution = { readonly held: Int32Array; readonly count: Uint8Array; readonly prices: Prices };

/** Where people compete hard, exchanges alone look at the pairs hundreds of times; where they do not, less than once. */
export const EASY = 1;

/** Fewer looks than this take a moment, whatever they find. */
const SMALL = 10_000_000;

/**
 * Solves exactly. Under equal worth, mentees who waited before come first, then the order of the rows decides.
 * Throws when the prices do not prove the result, which would be our mistake.
 */
export function solve(problem: Problem, weights: Weights, objective: Objective): Solution {
  const scaled = onFinerScale(problem, weights, objective);
  const board = solved(problem, scaled);
  return { held: board.held, count: board.count, prices: priceTheResult(problem, weights, scaled, board) };
}

/** The easy way where it is short, else from the prices of an auction. */
function solved(problem: Problem, scaled: Scaled): Board {
  const easy = emptyBoard(problem);
  if (fill(problem, scaled, easy, Math.max(SMALL, EASY * problem.mentor.length))) return easy;
  const board = emptyBoard(problem);
  board.price.set(
    estimatePrices(problem, scaled, wholeLists(problem, scaled), board.placeStart, highest(scaled.score), 'short'),
  );
  fill(problem, scaled, board, Number.POSITIVE_INFINITY);
  return board;
}

/** Makes a draw the best again for which more pairs of these mentees came up: they begin anew, everybody else from where they are. */
export function mend(problem: Problem, scaled: Scaled, board: Board, mentees: Iterable<number>): void {
  const exchange = makeExchange(problem, scaled, board);
  const again = new Set(mentees);
  for (let place = 0; place < board.holder.length; place++) {
    while (again.has(board.holder[place]!)) {
      leave(board, place);
      clear(board, place);
    }
  }
  for (const i of again) for (let k = 0; k < problem.wants[i]!; k++) if (board.count[i] === k) exchange.give(i);
  settle(problem, scaled, board);
}

/** Gives everybody what is best for the whole, from whatever prices an empty board has; false when it gave up at so many pairs looked at. */
export function fill(problem: Problem, scaled: Scaled, board: Board, mostLooked: number): boolean {
  const exchange = makeExchange(problem, scaled, board);
  for (const mentee of bidForFirst(problem, scaled, board)) {
    exchange.give(mentee);
    if (exchange.looked() > mostLooked) return false;
  }
  for (let i = 0; i < problem.mentees; i++) {
    if (problem.wants[i] === 2 && board.count[i] === 1) exchange.give(i);
    if (exchange.looked() > mostLooked) return false;
  }
  settle(problem, scaled, board);
  return true;
}
