// The one step that touches every pair: the next mentor in a row who costs a mentee less than a limit.

export type RowKernel = {
  /** Scores of one mentee with every mentor; below 0 where the pair may not be drawn. */
  readonly row: Int32Array;
  /** What a place of each mentor costs, on the solver's finer scale. */
  readonly price: Float64Array;
  /** The first mentor of `from`..`to`-1 whose price less `scale` times the score is below the limit; `to` when there is none. */
  readonly next: (from: number, to: number, scale: number, limit: number) => number;
};

/** The kernel in plain JavaScript. */
export function plainKernel(mentors: number): RowKernel {
  const row = new Int32Array(mentors);
  const price = new Float64Array(mentors);
  return {
    row,
    price,
    next(from, to, scale, limit) {
      for (let j = from; j < to; j++) if (row[j]! >= 0 && price[j]! - scale * row[j]! < limit) return j;
      return to;
    },
  };
}
