// The kernel in plain JavaScript, for where WebAssembly is missing; what the steps mean is said in kernel.ts.
import type { Kernel } from './kernel.ts';

export function plainKernel(mentors: number, planeCount = 0, keys = 0): Kernel {
  const row = new Int32Array(mentors);
  const price = new Float64Array(mentors);
  const planes = Array.from({ length: planeCount }, () => new Int32Array(mentors));
  const table = new Int32Array(keys);
  const noted = new Int32Array(mentors);
  return {
    row,
    price,
    planes,
    table,
    setKeys: (plane, all) => planes[plane]!.set(all),
    look(plane) {
      const key = planes[plane]!;
      for (let j = 0; j < mentors; j++) row[j] = table[key[j]!]!;
    },
    addForBit(plane, bit, points) {
      const bits = planes[plane]!;
      for (let j = 0; j < mentors; j++) row[j]! += ((bits[j]! >>> bit) & 1) * points;
    },
    note(plane, mask, also) {
      const bits = planes[plane]!;
      for (let j = 0; j < mentors; j++) noted[j] = (also ? noted[j]! : 0) | (bits[j]! & mask);
    },
    addForNoted(points, wanted) {
      for (let j = 0; j < mentors; j++) if ((noted[j] !== 0) === wanted) row[j]! += points;
    },
    barWithout(plane, mask) {
      const bits = planes[plane]!;
      for (let j = 0; j < mentors; j++) if ((bits[j]! & mask) === 0) row[j] = -1;
    },
    barUnnoted() {
      for (let j = 0; j < mentors; j++) if (noted[j] === 0) row[j] = -1;
    },
    barBelow(points) {
      for (let j = 0; j < mentors; j++) if (row[j]! < points) row[j] = -1;
    },
    next(from, to, scale, limit) {
      for (let j = from; j < to; j++) if (row[j]! >= 0 && price[j]! - scale * row[j]! < limit) return j;
      return to;
    },
  };
}
