// The exact step: chains of exchanges along shortest paths, with prices moved so that everybody stays content. Places left over are for settle.ts.
import { type Board, hold, leave, type Scaled } from './board.ts';
import { makeHeap } from './heap.ts';
import type { Problem } from './problem.ts';

const NONE = -1;
/** Instead of a place given up: the chain begins here. */
const BEGINNING = -1;

export type Exchange = {
  /** One more mentor for a mentee by the cheapest chain, where that is worth it. */
  readonly give: (mentee: number) => void;
  /** Pairs looked at so far: what the work has cost. */
  readonly looked: () => number;
};

/**
 * Chains run "takes a place of X, whose holder moves to Y, ..." and are searched over mentors, nearest first (Dijkstra on
 * prices). A chain ends at a free place or with somebody going without, where that is cheaper.
 * Prices of mentors nearer than the end then rise by the difference. Needs prices that are right for the pairs held so far.
 */
export function makeExchange(problem: Problem, scaled: Scaled, board: Board): Exchange {
  const { start, mentor } = problem;
  const { score, first, second } = scaled;
  const { price, placeStart, placeOf, filled, holder, worth, held, count } = board;
  const distance = new Float64Array(problem.mentors).fill(Number.POSITIVE_INFINITY);
  /** The place whose holder moves on to this mentor, or BEGINNING; and the pair that would come about. */
  const via = new Int32Array(problem.mentors);
  const pair = new Int32Array(problem.mentors);
  const reachedAt = new Float64Array(problem.mentees).fill(Number.POSITIVE_INFINITY);
  const heap = makeHeap(problem.mentors, distance);
  const touched: number[] = [];
  const settled: number[] = [];
  const seen: number[] = [];
  let looked = 0;
  let end = 0;
  let endMentor = NONE;
  let endPlace = NONE;

  const isOpen = (one: number): boolean => filled[one]! < placeStart[one + 1]! - placeStart[one]!;

  /** What one more mentor is worth to a mentee who has so many. */
  const gain = (mentee: number, has: number): number => (has === 0 ? first[mentee]! : second);

  const reach = (to: number, d: number, from: number, e: number): void => {
    if (distance[to] === Number.POSITIVE_INFINITY) touched.push(to);
    distance[to] = d;
    via[to] = from;
    pair[to] = e;
  };

  /** Looks at every other mentor of a mentee, who stands at `base`; `from` is the place given up, or BEGINNING. */
  const look = (mentee: number, base: number, from: number): void => {
    const one = held[2 * mentee]!;
    const two = held[2 * mentee + 1]!;
    looked += start[mentee + 1]! - start[mentee]!;
    for (let e = start[mentee]!, stop = start[mentee + 1]!; e < stop; e++) {
      const to = mentor[e]!;
      const d = base + price[to]! - score[e]!;
      if (d >= distance[to]! || d > end || to === one || to === two) continue;
      const open = isOpen(to);
      if (d === end && (!open || endMentor !== NONE)) continue;
      reach(to, d, from, e);
      if (!open) heap.put(to);
      else {
        end = d;
        endMentor = to;
        endPlace = NONE;
      }
    }
  };

  /** The holders of a mentor's places could move on, or go without. */
  const pass = (from: number): void => {
    const base = distance[from]! - price[from]!;
    for (let place = placeStart[from]!, stop = place + filled[from]!; place < stop; place++) {
      const mentee = holder[place]!;
      const at = base + worth[place]!;
      const without = at + gain(mentee, count[mentee]! - 1);
      if (without < end) {
        end = without;
        endMentor = from;
        endPlace = place;
      }
      if (at >= reachedAt[mentee]!) continue;
      reachedAt[mentee] = at;
      seen.push(mentee);
      look(mentee, at, place);
    }
  };

  const search = (): void => {
    while (heap.size() > 0) {
      const near = heap.take();
      if (distance[near]! >= end) break;
      settled.push(near);
      pass(near);
    }
    for (const one of settled) price[one]! += end - distance[one]!;
  };

  /** Moves everybody along the chain found, from its end back to the mentee who began it. */
  const move = (beginner: number): void => {
    let place = endPlace;
    if (place !== NONE) leave(board, place);
    else place = placeStart[endMentor]! + filled[endMentor]!++;
    for (;;) {
      const to = placeOf[place]!;
      const from = via[to]!;
      const mover = from === BEGINNING ? beginner : leave(board, from);
      hold(board, mover, place, score[pair[to]!]!);
      if (from === BEGINNING) return;
      place = from;
    }
  };

  const forget = (): void => {
    for (const one of touched) distance[one] = Number.POSITIVE_INFINITY;
    for (const one of seen) reachedAt[one] = Number.POSITIVE_INFINITY;
    for (const list of [touched, settled, seen]) list.length = 0;
    heap.clear();
    endMentor = NONE;
    endPlace = NONE;
  };

  return {
    give(mentee) {
      end = gain(mentee, count[mentee]!);
      look(mentee, 0, BEGINNING);
      search();
      if (endMentor !== NONE) move(mentee);
      forget();
    },
    looked: () => looked,
  };
}
