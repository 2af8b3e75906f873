// Chance for the simulated year: drawn from a seed, so that the same year comes again.

export type Dice = {
  /** From 0 up to, not including, 1. */
  roll: () => number;
  chance: (p: number) => boolean;
  /** A whole number from `from` to `to`. */
  between: (from: number, to: number) => number;
  pick: <T>(items: readonly T[]) => T;
};

/** mulberry32: 32 bits of state are plenty for one year. */
export function diceFrom(seed: number): Dice {
  let state = seed >>> 0;
  const roll = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (from: number, to: number): number => from + Math.floor(roll() * (to - from + 1));
  return {
    roll,
    between,
    chance: p => roll() < p,
    pick: items => {
      const found = items[between(0, items.length - 1)];
      if (found === undefined) throw new Error('nothing to pick from');
      return found;
    },
  };
}
