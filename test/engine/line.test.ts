// Whoever meets others at one record goes on in line: everybody gets there, one at a time, and what goes wrong with one holds nobody up.
import { expect, test } from 'vitest';
import type { Core } from '../../src/engine/core.ts';
import { drawWait } from '../../src/engine/draw-ids.ts';
import { inTurn } from '../../src/engine/line.ts';

const aCore = () => ({ lines: new Map() }) as unknown as Core;
const soon = () => new Promise(resolve => setTimeout(resolve, 1));

/** A record of which a commit fits only the version that was opened. */
function aRecord() {
  let version = 0;
  let tries = 0;
  const write = async (): Promise<{ done: true } | { overtaken: string[] }> => {
    tries++;
    const opened = version;
    await soon();
    if (opened !== version) return { overtaken: ['registration/sam-mentor'] };
    version++;
    return { done: true };
  };
  return { write, version: () => version, tries: () => tries };
}

test('a hundred at once all get there, with one try in line each', async () => {
  const core = aCore();
  const record = aRecord();
  const all = await Promise.all(Array.from({ length: 100 }, (_, n) => inTurn(core, `op-${n}`, record.write)));
  expect(all.filter(one => one !== undefined)).toHaveLength(100);
  expect([record.version(), record.tries()]).toEqual([100, 199]);
  await soon();
  expect(core.lines.size).toBe(0);
});

test('one whose attempt throws is told so, and those behind go on', async () => {
  const core = aCore();
  const record = aRecord();
  let calls = 0;
  const breaks = async () => {
    if (calls++ === 0) return { overtaken: ['registration/sam-mentor'] };
    throw new Error('the store is down');
  };
  const first = inTurn(core, 'op-0', breaks);
  const others = Promise.all([1, 2, 3].map(n => inTurn(core, `op-${n}`, record.write)));
  await expect(first).rejects.toThrow('the store is down');
  expect(await others).toEqual([{ done: true }, { done: true }, { done: true }]);
});

test('somebody who is overtaken again and again is told in the end, and waits a little longer each time', async () => {
  let calls = 0;
  const never = async () => ({ overtaken: [`key-${calls++}`] });
  expect(await inTurn(aCore(), 'op', never)).toBeUndefined();
  expect(calls).toBe(13);
  const waits = Array.from({ length: 12 }, (_, n) => drawWait('op', n));
  expect(Math.max(...waits)).toBeLessThanOrEqual(40);
  expect(new Set(Array.from({ length: 30 }, (_, n) => drawWait(`op-${n}`, 6))).size).toBeGreaterThan(10);
});
