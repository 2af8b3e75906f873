// A queue of mentors by distance, nearest first, in which a distance may fall; equal distances leave in a fixed order.

export type Heap = {
  readonly size: () => number;
  /** Adds a mentor, or moves it up after its distance fell. */
  readonly put: (mentor: number) => void;
  /** The nearest, which stays. */
  readonly first: () => number;
  readonly take: () => number;
  readonly clear: () => void;
};

/** A heap over mentors 0..count-1 whose distances stand in `distance`. */
export function makeHeap(count: number, distance: Float64Array): Heap {
  const item = new Int32Array(count);
  const at = new Int32Array(count).fill(-1);
  let size = 0;

  const up = (start: number, mentor: number): void => {
    let spot = start;
    const d = distance[mentor]!;
    while (spot > 0) {
      const parent = (spot - 1) >> 1;
      const above = item[parent]!;
      if (distance[above]! <= d) break;
      item[spot] = above;
      at[above] = spot;
      spot = parent;
    }
    item[spot] = mentor;
    at[mentor] = spot;
  };

  const down = (mentor: number): void => {
    let spot = 0;
    const d = distance[mentor]!;
    for (;;) {
      let child = 2 * spot + 1;
      if (child >= size) break;
      if (child + 1 < size && distance[item[child + 1]!]! < distance[item[child]!]!) child++;
      const below = item[child]!;
      if (distance[below]! >= d) break;
      item[spot] = below;
      at[below] = spot;
      spot = child;
    }
    item[spot] = mentor;
    at[mentor] = spot;
  };

  return {
    size: () => size,
    put(mentor) {
      up(at[mentor]! < 0 ? size++ : at[mentor]!, mentor);
    },
    first: () => item[0]!,
    take() {
      const first = item[0]!;
      at[first] = -1;
      size--;
      if (size > 0) down(item[size]!);
      return first;
    },
    clear() {
      for (let i = 0; i < size; i++) at[item[i]!] = -1;
      size = 0;
    },
  };
}
