// The end of an auction's phase: places left free may have become dear in it, so the level is lifted until they cost about as much as going without.
import type { Auction } from './auction.ts';
import { makeHeap } from './heap.ts';

/** Mentors with a free place, dearest first. */
function dearestFree({ price, isFull }: Auction): Int32Array {
  const free = Int32Array.from(price.keys()).filter(j => price[j]! < Number.POSITIVE_INFINITY && !isFull(j));
  return free.sort((a, b) => price[b]! - price[a]! || a - b);
}

/** The cheapest mentor of now, in a queue whose keys may lag behind prices that rise only. */
function cheapestOf(queue: ReturnType<typeof makeHeap>, key: Float64Array, price: Float64Array): number {
  for (;;) {
    const j = queue.first();
    if (key[j] === price[j]) return j;
    queue.take();
    key[j] = price[j]!;
    queue.put(j);
  }
}

/**
 * Lifts the level from event to event: somebody who went without bids again; or a mentor costs no more than a free place may, so
 * that an empty place is worth as much as the lowest bid there, which is turned out. Ends when no free place costs more than a
 * step above the level.
 */
export function levelOut(auction: Auction): void {
  const { price, isFull, outs, backAt, step } = auction;
  const free = dearestFree(auction);
  const key = price.slice();
  const queue = makeHeap(price.length, key);
  for (let j = 0; j < price.length; j++) if (price[j]! < Number.POSITIVE_INFINITY) queue.put(j);
  for (let at = 0; at < free.length; ) {
    if (isFull(free[at]!)) {
      at++;
      continue;
    }
    const goal = price[free[at]!]! - step;
    if (goal <= auction.level) return;
    const cheapest = cheapestOf(queue, key, price);
    const back = outs.size() > 0 ? backAt[outs.first()]! : Number.POSITIVE_INFINITY;
    const event = Math.min(back, price[cheapest]!);
    auction.level = Math.min(goal, Math.max(auction.level, event));
    if (event >= goal) return;
    if (event === back) auction.serve(outs.take());
    else if (isFull(cheapest)) auction.turnOut(cheapest);
    else price[cheapest] = Math.min(goal, price[cheapest]! + step);
  }
}
