// The few mentors of a row who cost a mentee least, cheapest first; which rows, and what for, is the callers'.
import type { Kernel } from './kernel.ts';

export type Nearest = {
  /** Looks through the kernel's row, beginning at `from` so that not everybody's equals are the same few; only below the limit. Returns how many were found. */
  readonly find: (from: number, limit: number) => number;
  readonly mentor: Int32Array;
  readonly cost: Float64Array;
};

/** Finds up to `most` mentors; among equals, those met first. */
export function makeNearest(kernel: Kernel, scale: number, most: number): Nearest {
  const { row, price } = kernel;
  const mentor = new Int32Array(most);
  const cost = new Float64Array(most);
  let size = 0;

  const insert = (j: number, c: number): void => {
    let at = size < most ? size++ : most - 1;
    for (; at > 0 && cost[at - 1]! > c; at--) {
      cost[at] = cost[at - 1]!;
      mentor[at] = mentor[at - 1]!;
    }
    cost[at] = c;
    mentor[at] = j;
  };

  const look = (from: number, to: number, limit: number): void => {
    const bar = (): number => (size < most ? limit : cost[most - 1]!);
    for (let j = kernel.next(from, to, scale, bar()); j < to; j = kernel.next(j + 1, to, scale, bar()))
      insert(j, price[j]! - scale * row[j]!);
  };

  return {
    find(from, limit) {
      size = 0;
      look(from, row.length, limit);
      look(0, from, limit);
      return size;
    },
    mentor,
    cost,
  };
}
