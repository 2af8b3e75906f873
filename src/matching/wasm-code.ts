// The kernel's WebAssembly module, put together here from its instructions, four mentors at a time; memory and calling are in wasm-kernel.ts.
// Numbers of instructions: https://webassembly.github.io/spec/core/binary/instructions.html

type Code = readonly number[];

/** A whole number in the variable-length form of the format (signed LEB128). */
function leb(value: number): number[] {
  const low = value & 0x7f;
  const rest = value >> 7;
  return (rest === 0 && low < 0x40) || (rest === -1 && low >= 0x40) ? [low] : [low | 0x80, ...leb(rest)];
}

/** An unsigned one, for sizes and places. */
const size = (value: number): number[] => (value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...size(value >>> 7)]);

const I32 = 0x7f;
const F64 = 0x7c;
const V128 = 0x7b;

const get = (local: number): Code => [0x20, local];
const set = (local: number): Code => [0x21, local];
const whole = (value: number): Code => [0x41, ...leb(value)];
const simd = (instruction: number, ...rest: number[]): Code => [0xfd, ...size(instruction), ...rest];
const add: Code = [0x6a];

/** The address of what `pointer` points at, `offset` bytes further on. */
const at = (pointer: number, offset: number): Code => [...get(pointer), ...get(offset), ...add];
const load = (pointer: number, offset: number): Code => [...at(pointer, offset), ...simd(0x00, 0, 0)];
const store = simd(0x0b, 0, 0);
/** One number four times over. */
const four = (code: Code): Code => [...code, ...simd(0x11)];
const [and, or, xor] = [simd(0x4e), simd(0x50), simd(0x51)];
const [shiftRight, plus, times] = [simd(0xad), simd(0xae), simd(0xb5)];
const [equal, unequal, less, notLess] = [simd(0x37), simd(0x38), simd(0x39), simd(0x3f)];

/** Repeats a body for `offset` = 0, step, 2 step ... while it is below `end`. */
const repeat = (body: Code, offset: number, step: number, end: number): Code => [
  ...[0x03, 0x40],
  ...body,
  ...[...get(offset), ...whole(step), ...add, 0x22, offset, ...get(end), 0x49],
  ...[0x0d, 0, 0x0b],
];

type Step = {
  readonly name: string;
  readonly params: Code;
  readonly results: Code;
  readonly locals: Code;
  readonly body: Code;
};

/** A step over the row, 16 bytes at a time: parameters are row, end, then its own; the offset comes last. */
const overRow = (name: string, own: number, body: (offset: number) => Code, bytes = 16): Step => {
  const params = Array<number>(2 + own).fill(I32);
  return { name, params, results: [], locals: [I32], body: repeat(body(params.length), params.length, bytes, 1) };
};

/** look(row, end, plane, table): one mentor at a time; the plane holds keys times 4. */
const look = overRow(
  'look',
  2,
  i => [...at(0, i), ...at(2, i), 0x28, 2, 0, ...get(3), ...add, 0x28, 2, 0, 0x36, 2, 0],
  4,
);

/** addForBit(row, end, plane, bit, points) */
const addForBit = overRow('addForBit', 3, i => [
  ...[...at(0, i), ...load(0, i), ...load(2, i), ...get(3), ...shiftRight, ...four(whole(1)), ...and],
  ...[...four(get(4)), ...times, ...plus, ...store],
]);

/** note(noted, end, plane, mask, kept): `kept` is -1 to keep what was noted, else 0. */
const note = overRow('note', 3, i => [
  ...[...at(0, i), ...load(0, i), ...four(get(4)), ...and],
  ...[...load(2, i), ...four(get(3)), ...and, ...or, ...store],
]);

/** addForNoted(row, end, noted, points, flip): `flip` is -1 for those not noted, else 0. */
const addForNoted = overRow('addForNoted', 3, i => [
  ...[...at(0, i), ...load(0, i), ...load(2, i), ...four(whole(0)), ...unequal, ...four(get(4)), ...xor],
  ...[...four(get(3)), ...and, ...plus, ...store],
]);

/** barWithout(row, end, plane, mask) */
const barWithout = overRow('barWithout', 2, i => [
  ...[...at(0, i), ...load(0, i), ...load(2, i), ...four(get(3)), ...and],
  ...[...four(whole(0)), ...equal, ...or, ...store],
]);

/** barUnnoted(row, end, noted) */
const barUnnoted = overRow('barUnnoted', 1, i => [
  ...[...at(0, i), ...load(0, i), ...load(2, i), ...four(whole(0)), ...equal, ...or, ...store],
]);

/** barBelow(row, end, points) */
const barBelow = overRow('barBelow', 1, i => [
  ...[...at(0, i), ...load(0, i), ...load(0, i), ...four(get(2)), ...less, ...or, ...store],
]);

/** Bytes 8 to 15 first. */
const upperHalf: Code = simd(0x0d, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7);
/** The first half of each of four 64-bit numbers. */
const narrow: Code = simd(0x0d, 0, 1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19, 24, 25, 26, 27);
const [asDoubles, twoDoubles, minus2, times2, less2] = [
  simd(0xfe, 1),
  simd(0x14),
  simd(0xf1, 1),
  simd(0xf2, 1),
  simd(0x49),
];

/** next(row, price, from, to, scale, limit): `from` counts mentors; 6 is the four scores, 7 says which of the four are near enough. */
const next: Step = (() => {
  const near = (scores: Code, bytes: number): Code => [
    ...[...get(1), ...get(2), ...whole(3), 0x74, ...add, ...simd(0x00, 0, bytes)],
    ...[...scores, ...asDoubles, ...get(4), ...twoDoubles, ...times2, ...minus2, ...get(5), ...twoDoubles, ...less2],
  ];
  const body: Code = [
    ...[0x02, 0x40, 0x03, 0x40, ...get(2), ...get(3), 0x4e, 0x0d, 1],
    ...[...get(0), ...get(2), ...whole(2), 0x74, ...add, ...simd(0x00, 0, 0), ...set(6)],
    ...[...near(get(6), 0), ...near([...get(6), ...get(6), ...upperHalf], 16), ...narrow],
    ...[...get(6), ...four(whole(0)), ...notLess, ...and, ...simd(0xa4), 0x22, 7],
    ...[0x04, 0x40, ...get(7), 0x68, ...get(2), ...add, ...set(2), ...get(2), ...get(3)],
    ...[...get(2), ...get(3), 0x48, 0x1b, 0x0f, 0x0b],
    ...[...get(2), ...whole(4), ...add, ...set(2), 0x0c, 0, 0x0b, 0x0b, ...get(3)],
  ];
  return { name: 'next', params: [I32, I32, I32, I32, F64, F64], results: [I32], locals: [V128, I32], body };
})();

const steps = [look, addForBit, note, addForNoted, barWithout, barUnnoted, barBelow, next];

const list = (items: readonly Code[]): Code => [...size(items.length), ...items.flat()];
const sized = (code: Code): Code => [...size(code.length), ...code];
const section = (number: number, items: readonly Code[]): Code => [number, ...sized(list(items))];
const text = (name: string): Code => sized([...new TextEncoder().encode(name)]);

/** The module: imports its memory as `kernel.memory`, exports one function per step. */
export const wasmCode = (): Uint8Array<ArrayBuffer> =>
  Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(
      1,
      steps.map(({ params, results }) => [0x60, ...sized(params), ...sized(results)]),
    ),
    ...section(2, [[...text('kernel'), ...text('memory'), 0x02, 0x00, 1]]),
    ...section(
      3,
      steps.map((_, k) => [k]),
    ),
    ...section(
      7,
      steps.map(({ name }, k) => [...text(name), 0x00, k]),
    ),
    ...section(
      10,
      steps.map(({ locals, body }) => sized([...list(locals.map(type => [1, type])), ...body, 0x0b])),
    ),
  ]);
