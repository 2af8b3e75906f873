// The quick beginning of a solution: mentees bid for their first mentor, and a higher bid takes a place over. What bidding leaves open, exchange.ts settles.
import { type Board, hold, leave, type Scaled } from './board.ts';
import type { Problem } from './problem.ts';

/** More rounds than this hardly place anybody that exchanges would not place faster. */
const BIDS_PER_MENTEE = 4;

/** The place of a mentor with the smallest bid on it. */
function weakest(board: Board, bids: Float64Array, mentor: number): number {
  let low = board.placeStart[mentor]!;
  for (let place = low + 1; place < board.placeStart[mentor + 1]!; place++) if (bids[place]! < bids[low]!) low = place;
  return low;
}

/**
 * Bids until nobody can overbid strictly. A bid is what the place may cost before the mentee's second-best choice (or going
 * without) is as good, and a full mentor's price is the smallest bid held, so nobody ever regrets their place.
 * Returns those still without a mentor who may yet get one, in order.
 */
export function bidForFirst(problem: Problem, scaled: Scaled, board: Board): number[] {
  const { start, mentor } = problem;
  const { score, first } = scaled;
  const { price, placeStart, filled } = board;
  const bids = new Float64Array(board.holder.length);
  const waiting: number[] = [];
  let left = BIDS_PER_MENTEE * problem.mentees;

  /** One bid; returns who bids next, or -1. */
  const bid = (mentee: number): number => {
    let best = Number.POSITIVE_INFINITY;
    let second = first[mentee]!;
    let pair = -1;
    for (let e = start[mentee]!; e < start[mentee + 1]!; e++) {
      const cost = price[mentor[e]!]! - score[e]!;
      if (cost < best) {
        if (best < second) second = best;
        best = cost;
        pair = e;
      } else if (cost < second) second = cost;
    }
    if (pair < 0 || best > first[mentee]!) return -1;
    const chosen = mentor[pair]!;
    const offer = price[chosen]! + second - best;
    const room = placeStart[chosen + 1]! - placeStart[chosen]!;
    if (filled[chosen]! < room) {
      const place = placeStart[chosen]! + filled[chosen]!++;
      hold(board, mentee, place, score[pair]!);
      bids[place] = offer;
      if (filled[chosen] === room) price[chosen] = bids[weakest(board, bids, chosen)]!;
      return -1;
    }
    const place = weakest(board, bids, chosen);
    if (offer <= bids[place]! || left-- <= 0) {
      waiting.push(mentee);
      return -1;
    }
    const outbid = leave(board, place);
    hold(board, mentee, place, score[pair]!);
    bids[place] = offer;
    price[chosen] = bids[weakest(board, bids, chosen)]!;
    return outbid;
  };

  for (let i = 0; i < problem.mentees; i++) {
    if (problem.wants[i] === 0) continue;
    for (let next = i; next >= 0; ) next = bid(next);
  }
  return waiting.sort((a, b) => a - b);
}
