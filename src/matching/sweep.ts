// The proof over all pairs: with the prices of a draw on the candidates, every row is read again, and pairs left out that somebody would rather have are named.
import type { Board, Scaled } from './board.ts';
import type { Extra } from './candidates.ts';
import { makeNearest } from './nearest.ts';
import { leastPrices } from './prove.ts';
import type { Outline, Rows } from './rows.ts';

/** So many pairs are added for one mentee at a time. */
const ADDED = 8;

/**
 * Looks for pairs outside the candidates that would be worth more than what a mentee holds; when there are none, the draw is the
 * best of all. Rows in which nothing can have come nearer since the last sweep are not read again.
 */
export function makeSweep(outline: Outline, rows: Rows): (scaled: Scaled, board: Board) => Extra {
  const { kernel } = rows;
  const before = new Float64Array(outline.mentees).fill(Number.NEGATIVE_INFINITY);
  let last = new Float64Array(outline.mentors);
  return (scaled, board) => {
    const { held, price } = board;
    const fell = price.some((one, j) => one < last[j]!);
    last = price.slice();
    kernel.price.set(price);
    const leasts = leastPrices(outline, scaled, board);
    // Two of those found may be the mentee's own.
    const nearest = makeNearest(kernel, scaled.scale, ADDED + 2);
    const missed = new Map<number, { mentor: number; score: number }[]>();
    for (let i = 0; i < outline.mentees; i++) {
      if (outline.wants[i] === 0) continue;
      const least = leasts[i]!;
      if (!fell && least <= before[i]!) continue;
      rows.read(i);
      const found = nearest.find(0, least);
      const others = [...nearest.mentor.subarray(0, found)].filter(j => j !== held[2 * i] && j !== held[2 * i + 1]);
      before[i] = others.length > 0 ? Number.NEGATIVE_INFINITY : least;
      if (others.length === 0) continue;
      const added = others.slice(0, ADDED);
      missed.set(
        i,
        added.map(j => ({ mentor: j, score: kernel.row[j]! })),
      );
    }
    return missed;
  };
}

/** Prices of mentors without places, so high that no pair with them counts; adds to `mentor`, whole scores throughout. */
export function priceTheFullInRows(outline: Outline, rows: Rows, mentee: Float64Array, mentor: Float64Array): void {
  const { row } = rows.kernel;
  const full = [...outline.places.keys()].filter(j => outline.places[j] === 0);
  for (let i = 0; full.length > 0 && i < outline.mentees; i++) {
    rows.read(i);
    for (const j of full) if (row[j]! >= 0) mentor[j] = Math.max(mentor[j]!, row[j]! + mentee[i]!);
  }
}
