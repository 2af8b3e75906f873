// Start prices for the exact solver from an auction: in it, going without costs little more than a score, since the true weights would make it long.
import { type Outcome, runAuction } from './auction.ts';
import type { Board, Scaled } from './board.ts';
import type { Lists } from './lists.ts';
import { highest, type Problem } from './problem.ts';

/** In the auction, going without costs at most so many times the highest score. */
const WITHOUT = 2;

/** Everybody's wishes for a mentor: each first one, and a second as if somebody else asked for it, which is near enough here. */
function biddersOf(problem: Problem, scaled: Scaled, ceiling: number) {
  const mentee: number[] = [];
  const worth: number[] = [];
  for (let i = 0; i < problem.mentees; i++) {
    for (let k = 0; k < problem.wants[i]!; k++) {
      mentee.push(i);
      worth.push(k === 0 ? scaled.first[i]! : scaled.second);
    }
  }
  // Whole units are taken off, so that what decides among equals stays.
  const taken = Float64Array.from(worth, one => Math.max(0, Math.floor((one - ceiling) / scaled.scale)) * scaled.scale);
  return { mentee: Int32Array.from(mentee), taken, without: taken.map((off, bidder) => worth[bidder]! - off) };
}

/**
 * Prices of the auction, and on top what was taken off somebody's wish for all mentors a chain of moves could reach from them:
 * where people go without although places count before scores, places are short and cost that much more.
 */
export function estimatePrices(problem: Problem, scaled: Scaled, board: Board, lists: Lists): Float64Array {
  const most = highest(scaled.score);
  const { mentee, taken, without } = biddersOf(problem, scaled, WITHOUT * most);
  const outcome = runAuction(lists, { mentee, without }, board.price.slice(), board.placeStart, most);
  const outs = outcome.outs.filter(bidder => taken[bidder]! > 0).sort((a, b) => taken[b]! - taken[a]! || a - b);
  const extra = new Float64Array(problem.mentors);
  const reached = new Uint8Array(problem.mentors);
  for (const bidder of outs) {
    for (const j of reachFrom(mentee[bidder]!, lists, mentee, outcome, board.placeStart, reached))
      extra[j] = taken[bidder]!;
  }
  return outcome.price.map((price, j) => price + extra[j]!);
}

/** Mentors not reached before to whom somebody could go: a mentee's own, those of whoever holds their places, and so on. */
function reachFrom(
  from: number,
  { start, stop, mentor }: Lists,
  mentee: Int32Array,
  { holder, filled }: Outcome,
  placeStart: Int32Array,
  reached: Uint8Array,
): number[] {
  const found: number[] = [];
  const visit = (i: number): void => {
    for (let e = start[i]!; e < stop[i]!; e++) {
      const j = mentor[e]!;
      if (reached[j]) continue;
      reached[j] = 1;
      found.push(j);
    }
  };
  visit(from);
  for (const j of found) {
    for (let place = placeStart[j]!, end = place + filled[j]!; place < end; place++) visit(mentee[holder[place]!]!);
  }
  return found;
}
