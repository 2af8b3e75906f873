// The kernel's memory and its calls into the WebAssembly module of wasm-code.ts; what the steps mean is said in kernel.ts.
import type { Kernel } from './kernel.ts';
import { wasmCode } from './wasm-code.ts';

type Step = (...numbers: number[]) => number;

/** What is used of WebAssembly, for which the language's own types have no room outside browsers. */
type Wasm = {
  readonly validate: (code: Uint8Array) => boolean;
  readonly Module: new (code: Uint8Array) => object;
  readonly Memory: new (size: { readonly initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Instance: new (module: object, imports: object) => { readonly exports: object };
};

const wasm = (globalThis as { WebAssembly?: Wasm }).WebAssembly;

const PAGE = 65_536;

let compiled: object | null | undefined;

/** The module, or null where it cannot be had; put together once. */
function moduleHere(): object | null {
  if (compiled !== undefined) return compiled;
  const code = wasmCode();
  compiled = wasm?.validate(code) ? new wasm.Module(code) : null;
  return compiled;
}

/** A kernel in WebAssembly; null where there is none, or no vectors in it, or nobody to score. */
export function wasmKernel(mentors: number, planeCount = 0, keys = 0): Kernel | null {
  const module = moduleHere();
  if (module === null || wasm === undefined || mentors === 0) return null;
  // Steps go four mentors at a time and `next` may begin with the last one; what they write or find behind it is nobody's.
  const wide = 4 * Math.ceil(mentors / 4) + 4;
  const bytes = 8 * wide + 4 * wide * (2 + planeCount) + 4 * keys;
  const memory = new wasm.Memory({ initial: Math.ceil(bytes / PAGE) });
  const step = new wasm.Instance(module, { kernel: { memory } }).exports;
  const { look, addForBit, note, addForNoted, barWithout, barUnnoted, barBelow, next } = step as Record<
    keyof Kernel,
    Step
  >;
  let free = 0;
  const take = (length: number): number => {
    free += length;
    return free - length;
  };
  const [price, row, noted] = [take(8 * wide), take(4 * wide), take(4 * wide)];
  const planeAt = Array.from({ length: planeCount }, () => take(4 * wide));
  const table = take(4 * keys);
  const end = 4 * (wide - 4);
  const numbers = (from: number, length: number): Int32Array => new Int32Array(memory.buffer, from, length);

  return {
    row: numbers(row, mentors),
    price: new Float64Array(memory.buffer, price, mentors),
    planes: planeAt.map(from => numbers(from, mentors)),
    table: numbers(table, keys),
    setKeys: (plane, all) => numbers(planeAt[plane]!, mentors).set(Int32Array.from(all, key => 4 * key)),
    look: plane => void look(row, end, planeAt[plane]!, table),
    addForBit: (plane, bit, points) => void addForBit(row, end, planeAt[plane]!, bit, points),
    note: (plane, bits, also) => void note(noted, end, planeAt[plane]!, bits, also ? -1 : 0),
    addForNoted: (points, wanted) => void addForNoted(row, end, noted, points, wanted ? 0 : -1),
    barWithout: (plane, bits) => void barWithout(row, end, planeAt[plane]!, bits),
    barUnnoted: () => void barUnnoted(row, end, noted),
    barBelow: points => void barBelow(row, end, points),
    next: (from, to, scale, limit) => next(row, price, from, to, scale, limit),
  };
}
