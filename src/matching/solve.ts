// The exact solver: bids first, exchanges for the rest, and prices that prove the result; the order of people is the caller's.
import { bidForFirst } from './bid.ts';
import { emptyBoard, onFinerScale } from './board.ts';
import { makeExchange } from './exchange.ts';
import type { Objective, Problem, Weights } from './problem.ts';
import { type Prices, priceTheResult } from './prove.ts';
import { startPrices } from './start-prices.ts';

/** Mentors of each mentee (two entries each, -1 for none, locks not included), and the prices that prove it best. */
export type Solution = { readonly held: Int32Array; readonly count: Uint8Array; readonly prices: Prices };

/**
 * Solves exactly. Under equal worth, mentees who waited before come first, then the order of the rows decides.
 * Throws when the prices do not prove the result, which would be our mistake.
 */
export function solve(problem: Problem, weights: Weights, objective: Objective): Solution {
  const scaled = onFinerScale(problem, weights, objective);
  const board = emptyBoard(problem);
  startPrices(problem, scaled).forEach((price, mentor) => {
    board.price[mentor]! += price;
  });
  const exchange = makeExchange(problem, scaled, board);
  for (const mentee of bidForFirst(problem, scaled, board)) exchange.give(mentee);
  for (let i = 0; i < problem.mentees; i++) if (problem.wants[i] === 2 && board.count[i] === 1) exchange.give(i);
  exchange.settle();
  return { held: board.held, count: board.count, prices: priceTheResult(problem, weights, scaled, board) };
}
