// Conformance: the store's two clocks, who is alive on it, and whether it says that it is there.
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

    test('who is alive, and what each knows: until their time is over, or they stop', async () => {
      const [store, other] = [await fresh('alive-scheme'), await fresh('alive-scheme')];
      expect(await store.alive('a', 10_000, { note: 2 })).toEqual([{ note: 2 }]);
      const both = await other.alive('b', 40, { note: 1, card: 1 });
      expect(both).toHaveLength(2);
      expect(both).toEqual(expect.arrayContaining([{ note: 2 }, { note: 1, card: 1 }]));
      expect(await store.alive('a', 10_000, { note: 3 })).toContainEqual({ note: 3 });
      await new Promise(resolve => setTimeout(resolve, 70));
      expect(await store.alive('c', 0, { note: 9 })).toEqual([{ note: 3 }]);
      expect(await store.alive('a', 0, { note: 3 })).toEqual([]);
      const elsewhere = await fresh('alive-elsewhere');
      await store.alive('a', 10_000, { note: 2 });
      expect(await elsewhere.alive('x', 10_000, { note: 1 })).toEqual([{ note: 1 }]);
    });

    test('it says that it is there', async () => {
      const store = await fresh();
      expect(await store.ready()).toBeUndefined();
    });
  });
}
