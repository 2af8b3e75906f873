// The exact step: one more mentor for one mentee by the cheapest chain of exchanges, with prices moved so that everybody else stays content.
import { type Board, hold, leave, type Scaled } from './board.ts';
import { makeHeap } from './heap.ts';
import type { Problem } from './problem.ts';

const NOBODY = -1;

/**
 * Makes the function that gives one mentee one more mentor where that is worth it. It searches over mentors for the shortest
 * chain "takes a place of X, whose holder moves to Y, ..." (Dijkstra on prices), which ends at a free place, with a holder going
 * without, or with the mentee going without. Prices of mentors nearer than the end rise by the difference, which keeps the
 * prices a proof. It throws nothing and needs prices that are right for the pairs held so far.
 */
export function makeExchange(problem: Problem, scaled: Scaled, board: Board): (mentee: number) => void {
  const { start, mentor } = problem;
  const { score, first, second } = scaled;
  const { price, placeStart, placeOf, filled, holder, worth, held, count } = board;
  const distance = new Float64Array(problem.mentors).fill(Number.POSITIVE_INFINITY);
  /** The place whose holder moves on to this mentor, NOBODY for the mentee who asked; and the pair that would come about. */
  const via = new Int32Array(problem.mentors);
  const pair = new Int32Array(problem.mentors);
  const reachedAt = new Float64Array(problem.mentees).fill(Number.POSITIVE_INFINITY);
  const heap = makeHeap(problem.mentors, distance);
  const touched: number[] = [];
  const settled: number[] = [];
  const seen: number[] = [];
  let end = 0;
  let endMentor = NOBODY;
  let endPlace = NOBODY;

  /** Looks at every other mentor of a mentee, who stands at `base`; `from` is the place given up. */
  const look = (mentee: number, base: number, from: number): void => {
    const one = held[2 * mentee]!;
    const two = held[2 * mentee + 1]!;
    for (let e = start[mentee]!, stop = start[mentee + 1]!; e < stop; e++) {
      const to = mentor[e]!;
      const d = base + price[to]! - score[e]!;
      if (d >= distance[to]! || d > end || to === one || to === two) continue;
      const open = filled[to]! < placeStart[to + 1]! - placeStart[to]!;
      if (d === end && (!open || endMentor !== NOBODY)) continue;
      if (distance[to] === Number.POSITIVE_INFINITY) touched.push(to);
      distance[to] = d;
      via[to] = from;
      pair[to] = e;
      if (!open) heap.put(to);
      else {
        end = d;
        endMentor = to;
        endPlace = NOBODY;
      }
    }
  };

  /** The holders of a mentor's places could move on, or go without. */
  const pass = (from: number): void => {
    for (let place = placeStart[from]!; place < placeStart[from + 1]!; place++) {
      const mentee = holder[place]!;
      const base = distance[from]! - price[from]! + worth[place]!;
      const without = base + (count[mentee] === 2 ? second : first[mentee]!);
      if (without < end) {
        end = without;
        endMentor = from;
        endPlace = place;
      }
      if (base >= reachedAt[mentee]!) continue;
      reachedAt[mentee] = base;
      seen.push(mentee);
      look(mentee, base, place);
    }
  };

  const search = (mentee: number): void => {
    end = count[mentee] === 0 ? first[mentee]! : second;
    endMentor = NOBODY;
    endPlace = NOBODY;
    look(mentee, 0, NOBODY);
    while (heap.size() > 0) {
      const near = heap.take();
      if (distance[near]! >= end) break;
      settled.push(near);
      pass(near);
    }
    for (const one of settled) price[one]! += end - distance[one]!;
  };

  /** Moves everybody along the chain found, from its end back to the mentee who asked. */
  const move = (mentee: number): void => {
    let place = endPlace === NOBODY ? placeStart[endMentor]! + filled[endMentor]!++ : endPlace;
    if (endPlace !== NOBODY) leave(board, place);
    for (;;) {
      const to = placeOf[place]!;
      const from = via[to]!;
      const mover = from === NOBODY ? mentee : leave(board, from);
      hold(board, mover, place, score[pair[to]!]!);
      if (from === NOBODY) return;
      place = from;
    }
  };

  const forget = (): void => {
    for (const one of touched) distance[one] = Number.POSITIVE_INFINITY;
    for (const one of seen) reachedAt[one] = Number.POSITIVE_INFINITY;
    touched.length = 0;
    seen.length = 0;
    settled.length = 0;
    heap.clear();
  };

  return mentee => {
    search(mentee);
    if (endMentor !== NOBODY) move(mentee);
    forget();
  };
}
