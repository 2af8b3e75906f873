// Who holds which place while mentees ask: each mentor's least wanted holder stands on top of a heap, so that many places cost little.

export type Desk = {
  readonly isOpen: (mentor: number) => boolean;
  /** How the least wanted holder of a full mentor is held; the higher, the less wanted. */
  readonly worst: (mentor: number) => number;
  readonly worstHolder: (mentor: number) => number;
  readonly take: (mentor: number, mentee: number, key: number) => void;
  /** Puts somebody on the place of a holder. */
  readonly replace: (mentor: number, holder: number, mentee: number, key: number) => void;
};

/** An empty desk; `rooms` says how many places each mentor has. */
export function makeDesk(mentees: number, rooms: Int32Array): Desk {
  const base = new Int32Array(rooms.length + 1);
  for (let j = 0; j < rooms.length; j++) base[j + 1] = base[j]! + rooms[j]!;
  const filled = new Int32Array(rooms.length);
  const who = new Int32Array(base[rooms.length]!);
  const keys = new Int32Array(base[rooms.length]!);
  const spot = new Int32Array(mentees);

  const put = (at: number, mentee: number, key: number): void => {
    who[at] = mentee;
    keys[at] = key;
    spot[mentee] = at;
  };

  const up = (low: number, from: number, mentee: number, key: number): void => {
    let at = from;
    while (at > low) {
      const above = low + ((at - low - 1) >> 1);
      if (keys[above]! >= key) break;
      put(at, who[above]!, keys[above]!);
      at = above;
    }
    put(at, mentee, key);
  };

  const down = (low: number, end: number, from: number, mentee: number, key: number): void => {
    let at = from;
    for (;;) {
      let child = low + 2 * (at - low) + 1;
      if (child >= end) break;
      if (child + 1 < end && keys[child + 1]! > keys[child]!) child++;
      if (keys[child]! <= key) break;
      put(at, who[child]!, keys[child]!);
      at = child;
    }
    put(at, mentee, key);
  };

  return {
    isOpen: mentor => filled[mentor]! < rooms[mentor]!,
    worst: mentor => keys[base[mentor]!]!,
    worstHolder: mentor => who[base[mentor]!]!,
    take(mentor, mentee, key) {
      up(base[mentor]!, base[mentor]! + filled[mentor]!++, mentee, key);
    },
    replace(mentor, holder, mentee, key) {
      const [low, at] = [base[mentor]!, spot[holder]!];
      if (key > keys[at]!) up(low, at, mentee, key);
      else down(low, low + filled[mentor]!, at, mentee, key);
    },
  };
}
