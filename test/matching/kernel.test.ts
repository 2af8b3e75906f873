// The kernel's two kinds hold the same whole numbers after every step, and find the same mentors.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainKernel } from '../../src/matching/plain-kernel.ts';
import { wasmCode } from '../../src/matching/wasm-code.ts';
import { wasmKernel } from '../../src/matching/wasm-kernel.ts';

const PLANES = 3;
const KEYS = 5;
const plane = fc.nat({ max: PLANES - 2 });
const whole = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });

const someStep = fc.oneof(
  fc.tuple(fc.constant('addForBit' as const), plane, fc.nat({ max: 31 }), fc.nat({ max: 50 })),
  fc.tuple(fc.constant('note' as const), plane, whole, fc.boolean()),
  fc.tuple(fc.constant('addForNoted' as const), fc.nat({ max: 50 }), fc.boolean()),
  fc.tuple(fc.constant('barUnnoted' as const)),
  fc.tuple(fc.constant('barWithout' as const), plane, whole),
  fc.tuple(fc.constant('barBelow' as const), fc.nat({ max: 60 })),
);

test('WebAssembly and plain JavaScript give the same whole numbers', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 21 }),
      fc.infiniteStream(whole),
      fc.array(fc.nat({ max: 60 }), { minLength: KEYS, maxLength: KEYS }),
      fc.array(fc.integer({ min: 0, max: 2 ** 40 }), { minLength: 21, maxLength: 21 }),
      fc.array(someStep, { maxLength: 8 }),
      fc.integer({ min: -900, max: 2 ** 40 }),
      fc.constantFrom(2, 14),
      (mentors, numbers, table, prices, steps, limit, scale) => {
        const kernels = [plainKernel(mentors, PLANES, KEYS), wasmKernel(mentors, PLANES, KEYS)!];
        const bits = Array.from({ length: 2 * mentors }, () => numbers.next().value as number);
        for (const kernel of kernels) {
          kernel.table.set(table);
          kernel.price.set(prices.slice(0, mentors));
          for (let j = 0; j < mentors; j++) {
            kernel.planes[0]![j] = bits[j]!;
            kernel.planes[1]![j] = bits[mentors + j]! & bits[j]! & 7;
          }
          kernel.setKeys(
            2,
            Array.from({ length: mentors }, (_, j) => Math.abs(bits[j]!) % KEYS),
          );
          kernel.look(2);
          for (const [name, ...numbersOf] of steps) (kernel[name] as (...all: unknown[]) => void)(...numbersOf);
        }
        const [plain, wasm] = kernels as [(typeof kernels)[0], (typeof kernels)[0]];
        expect([...wasm.row]).toEqual([...plain.row]);
        for (let from = 0; from <= mentors; from++) {
          for (let to = from; to <= mentors; to++)
            expect(wasm.next(from, to, scale, limit)).toBe(plain.next(from, to, scale, limit));
        }
      },
    ),
    { numRuns: 1500, seed: 12 },
  );
});

test('a place that costs too much for anybody is never near', () => {
  for (const kernel of [plainKernel(5), wasmKernel(5)!]) {
    kernel.price.fill(Number.POSITIVE_INFINITY);
    kernel.row.fill(7);
    expect(kernel.next(0, 5, 2, Number.POSITIVE_INFINITY)).toBe(5);
    kernel.price[3] = 100;
    expect(kernel.next(0, 5, 2, Number.POSITIVE_INFINITY)).toBe(3);
  }
});

test('the module is a few hundred bytes that the runtime accepts', () => {
  expect(wasmCode().length).toBeLessThan(1000);
  expect(wasmKernel(1)).not.toBeNull();
});
