// The end of an auction's phase: places left free may have become dear in it, so the level is lifted until they cost about as much as going without.
import type { Auction } from './auction.ts';
import { makeHeap } from './heap.ts';

/** Mentors with a free place, dearest first. */
function dearestFree({ price, isFull }: Auction): Int32Array {
  const free = Int32Array.from(price.keys()).filter(j => price[j]! < Number.POSITIVE_INFINITY && !isFull(j));
  return free.sort((a, b) => price[b]! - price[a]! || a - b);
}

/** Mentors in a queue by price, cheapest first, though prices rise; and those set aside because their places are free at the level. */
function makeQueue({ price, isFull }: Auction) {
  const key = price.slice();
  const queue = makeHeap(price.length, key);
  let aside: number[] = [];
  const put = (j: number): void => {
    key[j] = price[j]!;
    queue.put(j);
  };
  for (let j = 0; j < price.length; j++) if (price[j]! < Number.POSITIVE_INFINITY) put(j);
  /** The cheapest full mentor, or -1. Those with free places that are cheaper still are set aside. */
  const cheapestFull = (): number => {
    while (queue.size() > 0) {
      const j = queue.first();
      if (key[j] === price[j] && isFull(j)) return j;
      queue.take();
      if (key[j] !== price[j]) put(j);
      else aside.push(j);
    }
    return -1;
  };
  /** Free places set aside cost no less than the level; whoever is full again comes back. */
  const keepUp = (level: number): void => {
    aside = aside.filter(j => {
      if (isFull(j)) put(j);
      else price[j] = Math.max(price[j]!, level);
      return !isFull(j);
    });
  };
  return { cheapestFull, keepUp };
}

/**
 * Lifts the level from event to event: somebody who went without bids again; or a full mentor costs no more than a free place
 * may, so that an empty place is worth as much as the lowest bid there, which is turned out. Ends when no free place costs more
 * than a step above the level.
 */
export function levelOut(auction: Auction): void {
  const { price, isFull, outs, backAt, step } = auction;
  const free = dearestFree(auction);
  const queue = makeQueue(auction);
  let kept = auction.level;
  for (let at = 0; at < free.length && !auction.isOver(); ) {
    if (isFull(free[at]!)) {
      at++;
      continue;
    }
    const goal = price[free[at]!]! - step;
    if (goal <= auction.level) return;
    const full = queue.cheapestFull();
    const turn = full < 0 ? Number.POSITIVE_INFINITY : price[full]!;
    const back = outs.size() > 0 ? backAt[outs.first()]! : Number.POSITIVE_INFINITY;
    auction.level = Math.min(goal, Math.max(auction.level, Math.min(back, turn)));
    if (Math.min(back, turn) >= goal) return;
    // What lies less than a step below the level is near enough to it.
    if (auction.level >= kept + step) {
      kept = auction.level;
      queue.keepUp(kept);
    }
    if (back <= turn) auction.serve(outs.take());
    else auction.turnOut(full);
  }
}
