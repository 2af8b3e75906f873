// Prices found by bidding on ever finer steps, for pools in which people compete; right up to the last step, so exchange.ts finishes from them.
import { makeHeap } from './heap.ts';
import { levelOut } from './level.ts';
import type { Lists } from './lists.ts';

/** Each phase divides the step by this, down to 1. */
const FINER = 5;

/** After so many bids for each bidder an auction stops where it is; hard pools need a third of that. */
const MOST_BIDS = 150;

const NOBODY = -1;

/** Who bids: a mentee once for each mentor wanted, and what going without costs them. */
export type Bidders = { readonly mentee: Int32Array; readonly without: Float64Array };

/** An auction under way. Places lie as on the board; the first `filled[j]` of a mentor's hold bids. */
export type Auction = {
  /** What a place costs; rises only. */
  readonly price: Float64Array;
  readonly filled: Int32Array;
  readonly isFull: (mentor: number) => boolean;
  /** The least by which a bid is raised. */
  step: number;
  /** What a free place costs and going without costs in addition: lifting it marks all prices down, without lowering one. */
  level: number;
  /** Bidders who go without, by the level at which they would bid again (`backAt`), lowest first. */
  readonly outs: ReturnType<typeof makeHeap>;
  readonly backAt: Float64Array;
  /** True when it has taken too long to go on. */
  readonly isOver: () => boolean;
  /** Lets a bidder bid, then whoever is outbid, until nobody is. */
  readonly serve: (bidder: number) => void;
  /** Takes the lowest bid off a full mentor, for which a place costs one step more, and lets that bidder bid again. */
  readonly turnOut: (mentor: number) => void;
};

function makeAuction(lists: Lists, { mentee, without }: Bidders, placeStart: Int32Array) {
  const { start, stop, mentor, score, surely, price } = lists;
  const bids = new Float64Array(placeStart.at(-1)!);
  const holder = new Int32Array(bids.length);
  const filled = new Int32Array(price.length);
  const queue = new Int32Array(mentee.length);
  const backAt = new Float64Array(mentee.length);
  const outs = makeHeap(mentee.length, backAt);
  const isFull = (j: number): boolean => filled[j]! >= placeStart[j + 1]! - placeStart[j]!;
  let best = 0;
  let second = 0;
  let chosen = NOBODY;
  let left = MOST_BIDS * mentee.length;

  const weakest = (j: number): number => {
    let low = placeStart[j]!;
    for (let place = low + 1, end = low + filled[j]!; place < end; place++) if (bids[place]! < bids[low]!) low = place;
    return low;
  };

  const compare = (i: number, most: number): void => {
    best = Number.POSITIVE_INFINITY;
    second = most;
    chosen = NOBODY;
    for (let e = start[i]!, end = stop[i]!; e < end; e++) {
      const j = mentor[e]!;
      const cost = price[j]! - score[e]!;
      if (cost < best) {
        if (best < second) second = best;
        best = cost;
        chosen = j;
      } else if (cost < second) second = cost;
    }
  };

  /** One bid; returns who was outbid, or NOBODY. */
  const bid = (bidder: number): number => {
    const i = mentee[bidder]!;
    const most = without[bidder]! + auction.level;
    compare(i, most);
    if (second > surely[i]! || best > surely[i]!) {
      lists.renew(i);
      compare(i, most);
    }
    if (best > most || chosen === NOBODY) {
      backAt[bidder] = best - without[bidder]!;
      if (best < Number.POSITIVE_INFINITY) outs.put(bidder);
      return NOBODY;
    }
    const full = isFull(chosen);
    const place = full ? weakest(chosen) : placeStart[chosen]! + filled[chosen]!++;
    const outbid = full ? holder[place]! : NOBODY;
    holder[place] = bidder;
    bids[place] = price[chosen]! + second - best + auction.step;
    if (isFull(chosen)) price[chosen] = bids[weakest(chosen)]!;
    return outbid;
  };

  /** Lets those queued bid in rounds, until nobody is outbid. */
  const serveQueue = (waiting: number): void => {
    for (let length = waiting; length > 0 && left > 0; ) {
      left -= length;
      let next = 0;
      for (let k = 0; k < length; k++) {
        const outbid = bid(queue[k]!);
        if (outbid !== NOBODY) queue[next++] = outbid;
      }
      length = next;
    }
  };

  const serve = (bidder: number): void => {
    queue[0] = bidder;
    serveQueue(1);
  };

  const turnOut = (j: number): void => {
    const place = weakest(j);
    const last = placeStart[j]! + --filled[j]!;
    const bidder = holder[place]!;
    holder[place] = holder[last]!;
    bids[place] = bids[last]!;
    price[j] = Math.min(price[j]! + auction.step, filled[j] === 0 ? Number.POSITIVE_INFINITY : bids[weakest(j)]!);
    serve(bidder);
  };

  /** Everybody bids anew from the prices so far. */
  const begin = (step: number): void => {
    auction.step = step;
    filled.fill(0);
    outs.clear();
    for (let j = 0; j < price.length; j++) price[j] = Math.max(price[j]!, auction.level);
    for (let bidder = 0; bidder < queue.length; bidder++) queue[bidder] = bidder;
    serveQueue(queue.length);
  };

  const auction: Auction = {
    price,
    filled,
    isFull,
    step: 0,
    level: 0,
    outs,
    backAt,
    isOver: () => left <= 0,
    serve,
    turnOut,
  };
  return { auction, begin, holder };
}

/** The state in which an auction ends: prices above the level, who holds which place, and who goes without. */
export type Outcome = {
  readonly price: Float64Array;
  readonly holder: Int32Array;
  readonly filled: Int32Array;
  readonly outs: readonly number[];
};

/**
 * Runs an auction (Bertsekas) from the prices in the lists, which it changes; infinite for mentors without places. The steps
 * begin with `first`. Ends with prices under which nobody could gain more than a step of 1 by another mentor, and free places at about 0.
 */
export function runAuction(lists: Lists, bidders: Bidders, placeStart: Int32Array, first: number): Outcome {
  const { auction, begin, holder } = makeAuction(lists, bidders, placeStart);
  for (let step = first; ; step = Math.floor(step / FINER)) {
    begin(Math.max(1, step));
    levelOut(auction);
    if (step <= 1 || auction.isOver()) break;
  }
  const outs: number[] = [];
  while (auction.outs.size() > 0) outs.push(auction.outs.take());
  return { price: lists.price.map(one => Math.max(0, one - auction.level)), holder, filled: auction.filled, outs };
}
