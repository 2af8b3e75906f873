// Start prices for the exact solver from an auction: in it, going without costs little more than a score, since the true weights would make it long.
import { runAuction } from './auction.ts';
import type { Scaled } from './board.ts';
import type { Lists } from './lists.ts';
import type { Problem } from './problem.ts';

/** How far people's wishes meet: over few mentors each, or over the same ones for everybody; the steps begin with so many parts of the highest score. */
export const COMPETITION = { few: 512, same: 16, short: 4 } as const;

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
 * where people go without although places count before scores, places are short and cost that much more. Places lie as in
 * `placeStart`; `most` is the highest score on the finer scale.
 */
export function estimatePrices(
  problem: Problem,
  scaled: Scaled,
  lists: Lists,
  placeStart: Int32Array,
  most: number,
  competition: keyof typeof COMPETITION,
): Float64Array {
  const { mentee, taken, without } = biddersOf(problem, scaled, WITHOUT * most);
  for (let j = 0; j < problem.mentors; j++)
    lists.price[j] = placeStart[j] === placeStart[j + 1] ? Number.POSITIVE_INFINITY : 0;
  const { price, holder, filled, outs } = runAuction(
    lists,
    { mentee, without },
    placeStart,
    Math.ceil(most / COMPETITION[competition]),
  );
  const reached = new Set<number>();
  /** Mentors not reached before to whom somebody could go: a mentee's own, those of whoever holds their places, and so on. */
  const raise = (from: number, extra: number): void => {
    const found: number[] = [];
    const visit = (j: number): void => {
      if (!reached.has(j)) found.push(j);
      reached.add(j);
    };
    lists.everyMentor(from, visit);
    for (const j of found) {
      price[j]! += extra;
      for (let place = placeStart[j]!, end = place + filled[j]!; place < end; place++) {
        if (reached.size < price.length) lists.everyMentor(mentee[holder[place]!]!, visit);
      }
    }
  };
  const short = outs.filter(bidder => taken[bidder]! > 0).sort((a, b) => taken[b]! - taken[a]! || a - b);
  for (const bidder of short) if (reached.size < price.length) raise(mentee[bidder]!, taken[bidder]!);
  return price;
}
