// The steps that touch every pair, on one mentee's row of scores at a time: a WebAssembly module where there is one and it pays, else plain JavaScript; both give the same whole numbers.
import { plainKernel } from './plain-kernel.ts';
import { wasmKernel } from './wasm-kernel.ts';

/** Planes hold one number per mentor. A row is worked out from the table and the planes in place, so the steps' order matters. */
export type Kernel = {
  /** Scores of one mentee with every mentor; below 0 where the pair may not be drawn. */
  readonly row: Int32Array;
  /** What a place of each mentor costs, on the solver's finer scale. */
  readonly price: Float64Array;
  readonly planes: readonly Int32Array[];
  /** Points by key. */
  readonly table: Int32Array;
  /** Makes a plane one of keys. */
  readonly setKeys: (plane: number, keys: ArrayLike<number>) => void;
  /** The row becomes the points of each mentor's key in the plane. */
  readonly look: (plane: number) => void;
  /** Adds points for mentors who have this bit in the plane. */
  readonly addForBit: (plane: number, bit: number, points: number) => void;
  /** Notes who has any of the bits in the plane; `also` keeps what was noted before. */
  readonly note: (plane: number, bits: number, also: boolean) => void;
  /** Adds points for those noted, or for those not noted. */
  readonly addForNoted: (points: number, noted: boolean) => void;
  /** Bars those who have none of the bits in the plane. */
  readonly barWithout: (plane: number, bits: number) => void;
  /** Bars those not noted. */
  readonly barUnnoted: () => void;
  /** Bars those with fewer points. */
  readonly barBelow: (points: number) => void;
  /** The first mentor of `from`..`to`-1 who is not barred and whose price less `scale` times the score is below the limit; `to` when there is none. */
  readonly next: (from: number, to: number, scale: number, limit: number) => number;
};

/** A kernel for so many mentors, with planes and a table of so many numbers. */
export type MakeKernel = (mentors: number, planes?: number, keys?: number) => Kernel;

/** Below this many mentors, calling into a module of its own costs more than it saves. */
const FEW = 64;

export const makeKernel: MakeKernel = (mentors, planes = 0, keys = 0) =>
  (mentors < FEW ? null : wasmKernel(mentors, planes, keys)) ?? plainKernel(mentors, planes, keys);
