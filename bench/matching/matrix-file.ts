// A matrix as one file of 32-bit numbers, which the drivers in other languages read as easily as we do: 4 numbers of head, places, then rows or lists.
import { readFileSync, writeFileSync } from 'node:fs';
import type { Matrix } from './families.ts';

/** Writes: mentees, mentors, 1 for lists, pairs; places; then (for lists) starts and mentors; then scores. */
export function writeMatrix(path: string, { mentees, mentors, places, score, lists }: Matrix): void {
  const head = Int32Array.of(mentees, mentors, lists === null ? 0 : 1, score.length);
  const parts = lists === null ? [head, places, score] : [head, places, lists.start, lists.mentor, score];
  writeFileSync(path, Buffer.concat(parts.map(part => Buffer.from(part.buffer, part.byteOffset, part.byteLength))));
}

export function readMatrix(path: string): Matrix {
  const bytes = readFileSync(path);
  let at = 0;
  const take = (length: number): Int32Array => {
    const part = new Int32Array(bytes.buffer, bytes.byteOffset + at, length);
    at += 4 * length;
    return part;
  };
  const [mentees, mentors, listed, pairs] = take(4) as unknown as [number, number, number, number];
  const places = take(mentors);
  const lists = listed === 1 ? { start: take(mentees + 1), mentor: take(pairs) } : null;
  return { mentees, mentors, places, score: take(pairs), lists };
}
