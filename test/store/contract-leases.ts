// Conformance: leases and how they end: done, again, another door, later, not at all, or not in time.
import { describe, expect, test } from 'vitest';
import { change, LANE, LONG, letter, onRecord, record, take, takeOne } from './build.ts';
import type { Fresh } from './contract.ts';

const HOUR = 3_600_000;
const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

export function leasesContract(fresh: Fresh): void {
  const withOne = async (...args: Parameters<typeof letter>) => {
    const store = await fresh();
    await store.commit(change({ deliveries: [letter(...args)] }));
    return store;
  };

  describe('leases', () => {
    test('done takes it out and writes in the same step', async () => {
      const store = await withOne('a');
      await store.commit(change({ writes: [record('note/where', { old: true }), record('note/gone')] }));
      const { token } = await takeOne(store);
      const done = {
        how: 'done',
        writes: [record('note/where', { ts: '1.2' }), record('note/new')],
        deletes: ['note/gone'],
      } as const;
      expect(await store.settle('a', token, { ...done, writes: [...done.writes], deletes: [...done.deletes] })).toBe(
        true,
      );
      expect(await onRecord(store, 'where', 'gone', 'new')).toEqual({
        'note/where': { version: 2, value: { ts: '1.2' } },
        'note/new': { version: 1, value: {} },
      });
      expect((await store.keys(undefined, 9)).keys).toEqual(['note/new', 'note/where']);
      expect(await store.waiting()).toEqual([]);
    });

    test('done also moves what it writes from list to list', async () => {
      const store = await withOne('a');
      const stands = { list: 'kept', member: 'where', score: 1 };
      const add = [stands, { list: 'old', member: 'gone', score: 3 }];
      await store.commit(change({ listed: { remove: [], add } }));
      const { token } = await takeOne(store);
      const listed = { remove: [{ list: 'old', member: 'gone' }], add: [{ ...stands, score: 2 }] };
      expect(await store.settle('a', token, { how: 'done', writes: [record('note/where')], listed })).toBe(true);
      expect(await store.due('kept', 9, 9)).toEqual([{ member: 'where', score: 2 }]);
      expect(await store.due('old', 9, 9)).toEqual([]);
    });

    test('a token that is not the last one changes nothing', async () => {
      const store = await withOne('a');
      const stale = await takeOne(store, 20);
      await pause(40);
      const fresh = await takeOne(store);
      const done = { how: 'done' as const, writes: [record('note/a')] };
      expect(await store.settle('a', stale.token, done)).toBe(false);
      expect(await store.settle('a', 'made-up', done)).toBe(false);
      expect(await store.settle('b', fresh.token, done)).toBe(false);
      expect(await onRecord(store, 'a')).toEqual({});
      expect(await store.settle('a', fresh.token, done)).toBe(true);
      expect((await onRecord(store, 'a'))['note/a']?.version).toBe(1);
    });

    test('each lease that runs out leaves one doubt more', async () => {
      const store = await withOne('a');
      const first = await takeOne(store, 30);
      await pause(50);
      const second = await takeOne(store, 30);
      expect(second).toMatchObject({ attempt: 2, doubts: 1, firstAttemptAt: first.firstAttemptAt });
      expect(second.token).not.toBe(first.token);
      await pause(50);
      expect(await takeOne(store)).toMatchObject({ attempt: 3, doubts: 2 });
    });

    test('a lease that has run out can still be settled until somebody claims', async () => {
      const store = await withOne('a');
      const { token } = await takeOne(store, 20);
      await pause(40);
      expect(await store.settle('a', token, { how: 'done' })).toBe(true);
      expect(await take(store)).toEqual([]);
    });

    test('claiming another lane does not end a lease of this one', async () => {
      const store = await withOne('a');
      const { token } = await takeOne(store, 20);
      await pause(40);
      expect(await take(store, 9, ['people'])).toEqual([]);
      expect(await store.settle('a', token, { how: 'done' })).toBe(true);
    });

    test('a cancelled delivery whose lease runs out is gone; one with a newer payload goes out with that', async () => {
      const store = await withOne('a');
      await store.commit(change({ deliveries: [letter('b', { payload: '1' })] }));
      await store.claim([LANE], 20, 10);
      await store.commit(change({ cancel: ['a'], deliveries: [letter('b', { payload: '2', replace: true })] }));
      await pause(40);
      const claimed = await store.claim([LANE], LONG, 10);
      expect(claimed.map(({ delivery }) => [delivery.id, delivery.payload])).toEqual([['b', '2']]);
      expect(claimed[0]).toMatchObject({ attempt: 2, doubts: 1 });
    });

    test('refused for certain: again after a while, in no doubt', async () => {
      const store = await withOne('a');
      const { token, firstAttemptAt } = await takeOne(store);
      await store.settle('a', token, { how: 'again', afterMs: 500, certain: true, why: 'limit' });
      expect(await take(store)).toEqual([]);
      await pause(520);
      const second = await takeOne(store);
      expect(second).toMatchObject({ attempt: 2, doubts: 0, firstAttemptAt });
      await store.settle('a', second.token, { how: 'again', afterMs: 0, certain: false, why: 'cut' });
      const third = await takeOne(store);
      expect(third).toMatchObject({ attempt: 3, doubts: 1 });
      await store.settle('a', third.token, { how: 'again', afterMs: 0, certain: true, why: 'limit' });
      expect(await takeOne(store)).toMatchObject({ attempt: 4, doubts: 1 });
    });

    test('one tried again keeps its place before younger ones of its class', async () => {
      const store = await withOne('old');
      const { token } = await takeOne(store);
      await pause(5);
      await store.commit(change({ deliveries: [letter('young')] }));
      await store.settle('old', token, { how: 'again', afterMs: 0, certain: true, why: 'limit' });
      expect(await take(store)).toEqual(['old', 'young']);
    });

    test('back-off is machine time: moving the story clock does not shorten it', async () => {
      const store = await withOne('a', { replace: true });
      const { token } = await takeOne(store);
      await store.settle('a', token, { how: 'again', afterMs: LONG, certain: true, why: 'limit' });
      await store.setOffset(99 * HOUR);
      expect(await take(store)).toEqual([]);
      await store.commit(change({ deliveries: [letter('a', { replace: true })] }));
      expect(await take(store)).toEqual([]);
    });

    test('another door: the lane changes, attempts are forgotten, and its gate opens again', async () => {
      const gate = { gate: 'person:p1', gateMs: LONG };
      const store = await withOne('a', { lane: 'people', ...gate });
      await store.commit(change({ deliveries: [letter('b', { lane: 'people', ...gate })] }));
      const claimed = await takeOne(store, LONG, ['people']);
      expect(await take(store, 9, ['people'])).toEqual([]);
      expect(await store.settle('a', claimed.token, { how: 'relane', lane: LANE })).toBe(true);
      const again = await takeOne(store);
      expect(again).toMatchObject({ attempt: 1, doubts: 0, delivery: letter('a', gate) });
      await store.settle('a', again.token, { how: 'again', afterMs: 0, certain: false, why: 'cut' });
      const lanes = ['people', 'teams/x'];
      expect(await take(store, 9, lanes)).toEqual([]);
      await store.commit(change({ cancel: ['a'], deliveries: [letter('c')] }));
      const moved = await takeOne(store);
      await store.settle('c', moved.token, { how: 'relane', lane: 'teams/x', gate: 'C9', gateMs: 5 });
      expect((await takeOne(store, LONG, lanes)).delivery).toMatchObject({ lane: 'teams/x', gate: 'C9', gateMs: 5 });
    });

    test('what was in doubt behind one door is not in doubt behind another', async () => {
      const store = await withOne('a');
      await takeOne(store, 10);
      await pause(30);
      const second = await takeOne(store);
      expect(second.doubts).toBe(1);
      await store.settle('a', second.token, { how: 'relane', lane: 'teams/x' });
      expect(await takeOne(store, LONG, ['teams/x'])).toMatchObject({ attempt: 1, doubts: 0 });
    });

    test('what may have been tried at the very door it is moved to stays in doubt', async () => {
      const store = await withOne('a', { lane: 'people' });
      const first = await takeOne(store, 10, ['people']);
      await pause(30);
      const second = await takeOne(store, LONG, ['people']);
      await store.settle('a', second.token, { how: 'relane', lane: 'teams/x', inDoubt: true });
      const third = await takeOne(store, LONG, ['teams/x']);
      expect(third).toMatchObject({ doubts: 1, firstAttemptAt: first.firstAttemptAt });
    });

    test('later: held back in story time as if never claimed, and its gate opens again', async () => {
      const store = await withOne('a', { gate: 'A', gateMs: LONG });
      await store.commit(change({ deliveries: [letter('b', { gate: 'A' })] }));
      const { storyNow } = await store.clock();
      const first = await takeOne(store);
      expect(await take(store)).toEqual([]);
      expect(await store.settle('a', first.token, { how: 'later', notBefore: storyNow + HOUR })).toBe(true);
      expect(await take(store)).toEqual(['b']);
      await store.setOffset(2 * HOUR);
      const again = await takeOne(store);
      expect(again).toMatchObject({ attempt: 1, doubts: 0, delivery: { id: 'a', notBefore: storyNow + HOUR } });
      await store.settle('a', again.token, { how: 'again', afterMs: 0, certain: false, why: 'cut' });
      expect(await take(store)).toEqual([]);
    });

    test('a gate that opens again opens for every lane', async () => {
      const store = await withOne('a', { lane: 'people', gate: 'A', gateMs: LONG });
      await store.commit(change({ deliveries: [letter('b', { gate: 'A' })] }));
      const { token } = await takeOne(store, LONG, ['people', LANE]);
      expect(await take(store)).toEqual([]);
      await store.settle('a', token, { how: 'relane', lane: 'teams/x' });
      expect(await take(store)).toEqual(['b']);
    });

    test('later keeps what earlier attempts left in doubt', async () => {
      const store = await withOne('a');
      const first = await takeOne(store, 20);
      await pause(40);
      const second = await takeOne(store);
      await store.settle('a', second.token, { how: 'later', notBefore: 0 });
      expect(await takeOne(store)).toMatchObject({ attempt: 2, doubts: 1, firstAttemptAt: first.firstAttemptAt });
    });

    test('dead: kept in a list, revived on demand from 1 with one doubt left, or buried', async () => {
      const store = await withOne('a', { class: 'must', gate: 'A', gateMs: 3 });
      await store.commit(change({ deliveries: [letter('b'), letter('c')] }));
      const first = await takeOne(store, 10);
      await pause(30);
      const [again] = await store.claim([LANE], LONG, 1);
      await store.settle('a', again?.token ?? '', { how: 'again', afterMs: 0, certain: false, why: 'cut' });
      await pause(5);
      const all = await store.claim([LANE], LONG, 10);
      for (const { delivery, token } of all) {
        await store.settle(delivery.id, token, { how: 'dead', why: `no channel for ${delivery.id}` });
        await pause(3);
      }
      expect(await take(store)).toEqual([]);
      const list = await store.dead(10);
      expect(list.map(({ delivery }) => delivery.id)).toEqual(['c', 'b', 'a']);
      expect(list[2]).toMatchObject({
        delivery: letter('a', { class: 'must', gate: 'A', gateMs: 3 }),
        why: 'no channel for a',
        attempts: 3,
      });
      expect(list[2]?.at).toBeGreaterThanOrEqual(first.firstAttemptAt);
      expect(await store.dead(1)).toHaveLength(1);
      expect(await store.revive('a')).toBe(true);
      expect(await store.revive('a')).toBe(false);
      expect(await store.bury('b')).toBe(true);
      expect(await store.bury('b')).toBe(false);
      expect(await store.bury('a')).toBe(false);
      expect(await takeOne(store)).toMatchObject({
        delivery: { id: 'a' },
        attempt: 1,
        doubts: 1,
        firstAttemptAt: first.firstAttemptAt,
      });
      await store.commit(change({ cancel: ['c'] }));
      expect(await store.dead(10)).toEqual([]);
    });

    test('a newer one replaces a dead one; one that dies after it was replaced leaves the newer to go', async () => {
      const store = await withOne('a', { payload: '1' });
      const first = await takeOne(store);
      await store.settle('a', first.token, { how: 'dead', why: 'gone' });
      await store.commit(change({ deliveries: [letter('a', { payload: '2' })] }));
      expect(await store.dead(10)).toEqual([]);
      const second = await takeOne(store);
      expect(second).toMatchObject({ delivery: { payload: '2' }, attempt: 1 });
      await store.commit(change({ deliveries: [letter('a', { payload: '3', replace: true })] }));
      await store.settle('a', second.token, { how: 'dead', why: 'gone' });
      expect(await store.dead(10)).toEqual([]);
      expect(await takeOne(store)).toMatchObject({ delivery: { payload: '3' }, attempt: 1 });
    });

    test('four clients claim 200 deliveries: each is leased once', async () => {
      const scheme = 'many-claims';
      const clients = await Promise.all([1, 2, 3, 4].map(() => fresh(scheme)));
      const ids = Array.from({ length: 200 }, (_, n) => `d${n}`);
      await clients[0]?.commit(change({ deliveries: ids.map(id => letter(id)) }));
      const taken = await Promise.all(
        clients.map(async store => {
          const mine: string[] = [];
          for (let more = await take(store, 7); more.length > 0; more = await take(store, 7)) mine.push(...more);
          return mine;
        }),
      );
      expect(taken.flat().toSorted()).toEqual(ids.toSorted());
    });
  });
}
