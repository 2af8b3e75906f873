// Conformance: the store's two clocks, and whether it says that it is there.
import { describe, expect, test } from 'vitest';
import type { Fresh } from './contract.ts';

const WEEK = 7 * 24 * 60 * 60 * 1000;

export function timeContract(fresh: Fresh): void {
  describe('time', () => {
    test('machine time is near ours; story time is offset from it, for every client', async () => {
      const store = await fresh('time-scheme');
      const { machineNow, storyNow, offsetMs } = await store.clock();
      expect(Math.abs(machineNow - Date.now())).toBeLessThan(2000);
      expect([storyNow - machineNow, offsetMs]).toEqual([0, 0]);
      await store.setOffset(WEEK);
      const other = await fresh('time-scheme');
      expect((await other.clock()).offsetMs).toBe(WEEK);
      const answer = await other.open([]);
      expect(answer.storyNow - answer.machineNow).toBe(WEEK);
      await other.setOffset(-WEEK);
      const back = await store.clock();
      expect(back.storyNow - back.machineNow).toBe(-WEEK);
    });

    test('it says that it is there', async () => {
      const store = await fresh();
      expect(await store.ready()).toBeUndefined();
    });
  });
}
