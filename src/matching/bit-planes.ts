// People's lists as bits over one numbering, mentors' in planes of the kernel: plane after plane 32 entries, one number per mentor.

type Lists = readonly (readonly string[])[];

/** The bit of an empty list, which shares something with every list; where it is to share nothing, nobody has it. */
const EMPTY = 1;

export type BitPlanes = {
  /** How many planes the entries of the mentors need. */
  readonly width: number;
  /** Where an entry stands, from 1; undefined for one that no mentor has. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Writes the mentors' bits into planes; whoever has an empty list gets `unknown` in each. */
  readonly write: (planes: readonly Int32Array[], unknown: number) => void;
  /** A mentee's list as bits, one number per plane; mentors with an empty list may share one with it. */
  readonly bitsOf: (list: readonly string[]) => Int32Array;
};

/** Numbers the entries of the mentors' lists; what no mentor has needs no bit. */
export function bitPlanes(lists: Lists): BitPlanes {
  const numbers = new Map<string, number>();
  for (const list of lists) for (const one of list) if (!numbers.has(one)) numbers.set(one, numbers.size + 1);
  const width = Math.max(1, Math.ceil((numbers.size + 1) / 32));
  const bits = (list: readonly string[], first: number): Int32Array => {
    const found = new Int32Array(width);
    found[0] = first;
    for (const one of list) {
      const number = numbers.get(one);
      if (number !== undefined) found[number >> 5]! |= 1 << (number & 31);
    }
    return found;
  };
  const write = (planes: readonly Int32Array[], unknown: number): void => {
    lists.forEach((list, j) => {
      const mine = list.length === 0 ? new Int32Array(width).fill(unknown) : bits(list, 0);
      for (let w = 0; w < width; w++) planes[w]![j] = mine[w]!;
    });
  };
  return { width, numbers, write, bitsOf: list => bits(list, EMPTY) };
}
