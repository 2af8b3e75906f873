// Places that cost something though nobody holds them: filled by chains or marked down until free places cost nothing. Chains for people are in exchange.ts.
import { type Board, clear, hold, leave, type Scaled } from './board.ts';
import { makeHeap } from './heap.ts';
import type { Problem } from './problem.ts';

/** Where a chain begins: with a place that becomes empty, or (below that) with a mentee who gets one more mentor. */
const EMPTIED = -1;
const startingWith = (mentee: number): number => -2 - mentee;

/**
 * Lowers all prices as far as everybody stays content: by the distance of each mentor from a place that may become empty at its
 * price, or from a mentee who would like one more. A free place that still costs something then stands at the end of a chain
 * along which everybody is as well off, so it is filled; chains that do not meet are moved in one round.
 */
export function settle(problem: Problem, scaled: Scaled, board: Board): void {
  const { start, mentor, mentors, mentees, wants } = problem;
  const { score, first, second } = scaled;
  const { price, placeStart, placeOf, filled, holder, worth, held, count } = board;
  const distance = new Float64Array(mentors);
  const via = new Int32Array(mentors);
  const pair = new Int32Array(mentors);
  const reachedAt = new Float64Array(mentees);
  const moved = new Uint8Array(mentees);
  const heap = makeHeap(mentors, distance);
  let limit = 0;

  const isOpen = (j: number): boolean => filled[j]! < placeStart[j + 1]! - placeStart[j]!;

  /** The highest price of a free place. */
  const highest = (): number => {
    let most = 0;
    for (let j = 0; j < mentors; j++) if (price[j]! > most && isOpen(j)) most = price[j]!;
    return most;
  };

  const look = (mentee: number, base: number, from: number): void => {
    const [one, two] = [held[2 * mentee]!, held[2 * mentee + 1]!];
    for (let e = start[mentee]!, stop = start[mentee + 1]!; e < stop; e++) {
      const to = mentor[e]!;
      const d = base + price[to]! - score[e]!;
      if (d >= distance[to]! || d >= limit || to === one || to === two) continue;
      distance[to] = d;
      via[to] = from;
      pair[to] = e;
      heap.put(to);
    }
  };

  const measure = (): void => {
    reachedAt.fill(Number.POSITIVE_INFINITY);
    for (let j = 0; j < mentors; j++) {
      distance[j] = Math.min(price[j]!, limit);
      via[j] = EMPTIED;
      if (distance[j]! < limit) heap.put(j);
    }
    for (let i = 0; i < mentees; i++) {
      if (count[i]! < wants[i]!) look(i, -(count[i] === 0 ? first[i]! : second), startingWith(i));
    }
    while (heap.size() > 0) {
      const near = heap.take();
      const base = distance[near]! - price[near]!;
      for (let place = placeStart[near]!, stop = place + filled[near]!; place < stop; place++) {
        const mentee = holder[place]!;
        if (base + worth[place]! >= reachedAt[mentee]!) continue;
        reachedAt[mentee] = base + worth[place]!;
        look(mentee, reachedAt[mentee]!, place);
      }
    }
  };

  /** True when nobody along the chain to this mentor has moved in this round. */
  const stands = (mentorAtEnd: number): boolean => {
    for (let to = mentorAtEnd; via[to] !== EMPTIED; ) {
      const from = via[to]!;
      const mover = from < EMPTIED ? startingWith(from) : holder[from]!;
      if (mover < 0 || moved[mover] || pair[to]! < start[mover]! || pair[to]! >= start[mover + 1]!) return false;
      if (from < EMPTIED) return true;
      to = placeOf[from]!;
    }
    return true;
  };

  /** Moves everybody along the chain, from its end back to its beginning. */
  const move = (mentorAtEnd: number): void => {
    let place = placeStart[mentorAtEnd]! + filled[mentorAtEnd]!++;
    for (let to = mentorAtEnd; ; to = placeOf[place]!) {
      const from = via[to]!;
      if (from === EMPTIED) {
        clear(board, place);
        return;
      }
      const mover = from < EMPTIED ? startingWith(from) : leave(board, from);
      hold(board, mover, place, score[pair[to]!]!);
      moved[mover] = 1;
      if (from < EMPTIED) return;
      place = from;
    }
  };

  for (limit = highest(); limit > 0; limit = highest()) {
    measure();
    for (let j = 0; j < mentors; j++) price[j]! -= distance[j]!;
    moved.fill(0);
    for (let j = 0; j < mentors; j++) if (price[j]! > 0 && isOpen(j) && stands(j)) move(j);
  }
}
