// Conformance: deliveries on their way in and out: order, lanes, gates, story time, replacing and cancelling.
import { describe, expect, test } from 'vitest';
import type { Delivery } from '../../src/store/store.ts';
import { change, LANE, LONG, letter, take, takeOne } from './build.ts';
import type { Fresh } from './contract.ts';

const HOUR = 3_600_000;
const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));
const sending = (...deliveries: Delivery[]) => change({ deliveries });

export function deliveriesContract(fresh: Fresh): void {
  describe('deliveries', () => {
    test('what was put in comes out as it was, leased for the first time', async () => {
      const store = await fresh();
      const full = letter('a', {
        class: 'must',
        gate: 'C1',
        gateMs: 50,
        notBefore: 7,
        replace: true,
        payload: '{"x":"é\\"\n"}',
      });
      await store.commit(sending(full, letter('b')));
      const before = (await store.clock()).machineNow;
      const claimed = await store.claim([LANE], LONG, 10);
      expect(claimed.map(one => one.delivery)).toEqual([full, letter('b')]);
      for (const one of claimed) {
        expect(one).toMatchObject({ attempt: 1, doubts: 0 });
        expect(one.firstAttemptAt).toBeGreaterThanOrEqual(before);
      }
      expect(new Set(claimed.map(one => one.token)).size).toBe(2);
      expect(await take(store)).toEqual([]);
    });

    test('what must arrive goes before answers, answers before nudges, and the oldest first', async () => {
      const store = await fresh();
      const { storyNow } = await store.clock();
      await store.commit(
        sending(
          letter('nudge-old', { class: 'nudge', notBefore: storyNow - HOUR }),
          letter('answer-1', { class: 'answer' }),
          letter('nudge-1', { class: 'nudge' }),
          letter('must-1', { class: 'must' }),
        ),
      );
      await store.commit(sending(letter('must-0', { class: 'must' }), letter('answer-0', { class: 'answer' })));
      expect(await take(store, 3)).toEqual(['must-1', 'must-0', 'answer-1']);
      expect(await take(store, 9)).toEqual(['answer-0', 'nudge-old', 'nudge-1']);
    });

    test('one that was held back has its place by when it became due', async () => {
      const store = await fresh();
      const { storyNow } = await store.clock();
      await store.commit(
        sending(letter('late', { notBefore: storyNow + 2 * HOUR }), letter('soon', { notBefore: storyNow + HOUR })),
      );
      await store.setOffset(3 * HOUR);
      await store.commit(sending(letter('now')));
      expect(await take(store)).toEqual(['soon', 'late', 'now']);
    });

    test('only the lanes asked for are looked at, each in one order with the others', async () => {
      const store = await fresh();
      await store.commit(
        sending(
          letter('t1', { lane: 'teams/x' }),
          letter('s1'),
          letter('p1', { lane: 'people', class: 'must' }),
          letter('t2', { lane: 'teams/x' }),
        ),
      );
      expect(await take(store, 10, ['teams/y'])).toEqual([]);
      expect(await take(store, 10, [])).toEqual([]);
      expect(await take(store, 2, ['people', LANE, 'teams/x'])).toEqual(['p1', 't1']);
      expect(await take(store, 10, [LANE])).toEqual(['s1']);
      expect(await take(store, 10, ['teams/x', 'people'])).toEqual(['t2']);
    });

    test('deliveries of one gate leave one at a time, and keep nobody else waiting', async () => {
      const store = await fresh();
      const gated = (id: string, gate: string, gateMs = 100) => letter(id, { gate, gateMs });
      const first = [gated('a1', 'A'), gated('a2', 'A'), gated('a3', 'A'), gated('b1', 'B', LONG), letter('free')];
      await store.commit(sending(...first, gated('b2', 'B')));
      expect(await take(store)).toEqual(['a1', 'b1', 'free']);
      await pause(120);
      expect(await take(store)).toEqual(['a2']);
      await pause(120);
      expect(await take(store)).toEqual(['a3']);
      expect(await take(store)).toEqual([]);
    });

    test('a claim is filled up from behind a gate that it closes itself', async () => {
      const store = await fresh();
      const gated = (id: string) => letter(id, { gate: 'A', gateMs: LONG });
      await store.commit(sending(gated('a1'), gated('a2'), gated('a3'), letter('free1'), letter('free2')));
      expect(await take(store, 2)).toEqual(['a1', 'free1']);
      expect(await take(store, 2)).toEqual(['free2']);
    });

    test('behind a gate, the class still decides who is next', async () => {
      const store = await fresh();
      const gated = (id: string, parts: Partial<Delivery> = {}) => letter(id, { gate: 'A', gateMs: 40, ...parts });
      await store.commit(sending(gated('1'), gated('2'), gated('3', { class: 'nudge' })));
      expect(await take(store)).toEqual(['1']);
      await store.commit(sending(gated('4', { class: 'must' })));
      const order: string[] = [];
      for (let n = 0; n < 3; n++) {
        await pause(60);
        order.push(...(await take(store)));
      }
      expect(order).toEqual(['4', '2', '3']);
    });

    test('a gate of no time lets all through at once, but stays shut while another holds it', async () => {
      const store = await fresh();
      await store.commit(
        sending(
          letter('1', { gate: 'A' }),
          letter('2', { gate: 'A' }),
          letter('3', { gate: 'A', gateMs: 500 }),
          letter('4', { gate: 'A' }),
          letter('5', { gate: 'A' }),
        ),
      );
      expect(await take(store)).toEqual(['1', '2', '3']);
      expect(await take(store)).toEqual([]);
      await pause(520);
      expect(await take(store)).toEqual(['4', '5']);
    });

    test('one gate over two lanes', async () => {
      const store = await fresh();
      await store.commit(
        sending(
          letter('1', { gate: 'A', gateMs: 60 }),
          letter('2', { gate: 'A', lane: 'people' }),
          letter('3', { gate: 'A' }),
        ),
      );
      expect(await take(store, 9, [LANE, 'people'])).toEqual(['1']);
      await pause(80);
      expect(await take(store)).toEqual(['3']);
      expect(await take(store, 9, ['people'])).toEqual(['2']);
    });

    test('not before its instant of story time; moving the story clock lets it go', async () => {
      const store = await fresh();
      const { storyNow } = await store.clock();
      await store.commit(
        sending(letter('tomorrow', { notBefore: storyNow + 24 * HOUR }), letter('past', { notBefore: storyNow - 1 })),
      );
      expect(await take(store)).toEqual(['past']);
      await store.setOffset(23 * HOUR);
      expect(await take(store)).toEqual([]);
      await store.setOffset(25 * HOUR);
      await store.setOffset(23 * HOUR);
      expect(await take(store)).toEqual([]);
      await store.setOffset(25 * HOUR);
      expect(await take(store)).toEqual(['tomorrow']);
    });

    test('without replace the older of the same id stays', async () => {
      const store = await fresh();
      await store.commit(sending(letter('a', { payload: 'old' })));
      await store.commit(sending(letter('a', { payload: 'new' })));
      const claimed = await takeOne(store);
      expect(claimed.delivery.payload).toBe('old');
      await store.commit(sending(letter('a', { payload: 'newest' })));
      await store.settle('a', claimed.token, { how: 'done' });
      expect(await take(store)).toEqual([]);
      await store.commit(sending(letter('a', { payload: 'again' })));
      expect((await takeOne(store)).delivery.payload).toBe('again');
    });

    test('with replace the newer takes the older one’s place', async () => {
      const store = await fresh();
      const { storyNow } = await store.clock();
      await store.commit(
        sending(letter('a', { payload: 'old' }), letter('b', { class: 'must', notBefore: storyNow + HOUR })),
      );
      await store.commit(sending(letter('c')));
      await store.commit(
        sending(letter('a', { payload: 'new', replace: true }), letter('b', { lane: 'people', replace: true })),
      );
      expect(await take(store, 1)).toEqual(['a']);
      expect(await take(store)).toEqual(['c']);
      expect(await take(store, 9, ['people'])).toEqual(['b']);
      expect(await store.waiting()).toEqual([
        { lane: 'people', waiting: 0, leased: 1, dead: 0 },
        { lane: LANE, waiting: 0, leased: 2, dead: 0 },
      ]);
    });

    test('a newer one can hold back what was due', async () => {
      const store = await fresh();
      const { storyNow } = await store.clock();
      await store.commit(sending(letter('a')));
      await store.commit(sending(letter('a', { notBefore: storyNow + HOUR, replace: true })));
      expect(await take(store)).toEqual([]);
      await store.setOffset(2 * HOUR);
      expect(await take(store)).toEqual(['a']);
    });

    test('replacing one that is just being sent sends the newest once more after it', async () => {
      const store = await fresh();
      await store.commit(sending(letter('a', { payload: '1', replace: true })));
      const first = await takeOne(store);
      await store.commit(sending(letter('a', { payload: '2', replace: true })));
      await store.commit(sending(letter('a', { payload: '3', replace: true })));
      expect(await take(store)).toEqual([]);
      expect(await store.settle('a', first.token, { how: 'done' })).toBe(true);
      const second = await takeOne(store);
      expect(second).toMatchObject({ delivery: { payload: '3' }, attempt: 1, doubts: 0 });
      await store.settle('a', second.token, { how: 'done' });
      expect(await store.waiting()).toEqual([]);
    });

    test('replacing one that is then refused lets the newest be tried, and what was tried still counts', async () => {
      const store = await fresh();
      await store.commit(sending(letter('a', { payload: '1' })));
      const first = await takeOne(store);
      await store.commit(sending(letter('a', { payload: '2', replace: true, lane: 'people' })));
      await store.settle('a', first.token, { how: 'again', afterMs: 0, certain: false, why: 'cut' });
      expect(await takeOne(store, LONG, ['people'])).toMatchObject({
        delivery: { payload: '2' },
        attempt: 2,
        doubts: 1,
        firstAttemptAt: first.firstAttemptAt,
      });
    });

    test('a cancelled delivery never goes out', async () => {
      const store = await fresh();
      const { storyNow } = await store.clock();
      const gated = (id: string) => letter(id, { gate: 'A', gateMs: 30 });
      await store.commit(
        sending(letter('held', { notBefore: storyNow + HOUR }), gated('1'), gated('behind'), letter('ready')),
      );
      expect(await take(store)).toEqual(['1', 'ready']);
      await store.commit(change({ cancel: ['held', 'behind', 'unknown'] }));
      await store.setOffset(2 * HOUR);
      await pause(50);
      expect(await take(store)).toEqual([]);
      expect(await store.waiting()).toEqual([{ lane: LANE, waiting: 0, leased: 2, dead: 0 }]);
    });

    test('cancelling one that is being sent does not recall it, but it is not tried again', async () => {
      const store = await fresh();
      for (const settlement of [
        { how: 'again', afterMs: 0, certain: true, why: 'limit' },
        { how: 'later', notBefore: 0 },
        { how: 'relane', lane: LANE },
        { how: 'dead', why: 'gone' },
      ] as const) {
        await store.commit(sending(letter('a')));
        const { token } = await takeOne(store);
        await store.commit(change({ cancel: ['a'] }));
        expect(await store.settle('a', token, settlement)).toBe(true);
        expect(await take(store)).toEqual([]);
        expect(await store.waiting()).toEqual([]);
      }
    });

    test('cancelling while being sent takes the newer one out too, unless it comes after', async () => {
      const store = await fresh();
      await store.commit(sending(letter('a', { payload: '1' })));
      const { token } = await takeOne(store);
      await store.commit(sending(letter('a', { payload: '2', replace: true })));
      await store.commit(change({ cancel: ['a'] }));
      await store.settle('a', token, { how: 'done' });
      expect(await store.waiting()).toEqual([]);
      await store.commit(sending(letter('a', { payload: '3' })));
      const second = await takeOne(store);
      await store.commit(change({ cancel: ['a'], deliveries: [letter('a', { payload: '4' })] }));
      await store.settle('a', second.token, { how: 'again', afterMs: 0, certain: true, why: 'limit' });
      expect((await takeOne(store)).delivery.payload).toBe('4');
    });

    test('what waits, is leased, or could not be delivered is counted by lane', async () => {
      const store = await fresh();
      const { storyNow } = await store.clock();
      const gated = (id: string) => letter(id, { gate: 'A', gateMs: LONG });
      await store.commit(
        sending(
          letter('held', { notBefore: storyNow + HOUR }),
          gated('1'),
          gated('2'),
          letter('3'),
          letter('4', { lane: 'people' }),
        ),
      );
      const [first, third] = await store.claim([LANE], LONG, 10);
      await store.settle('1', first?.token ?? '', { how: 'again', afterMs: LONG, certain: true, why: 'limit' });
      await store.settle('3', third?.token ?? '', { how: 'dead', why: 'gone' });
      expect(await store.waiting()).toEqual([
        { lane: 'people', waiting: 1, leased: 0, dead: 0 },
        { lane: LANE, waiting: 3, leased: 0, dead: 1 },
      ]);
    });

    test('it tells when the next may become due', async () => {
      const store = await fresh();
      const { machineNow, storyNow } = await store.clock();
      const near = async (ms: number) => {
        const next = await store.nextDelivery([LANE]);
        expect(Math.abs((next ?? 0) - machineNow - ms)).toBeLessThan(2000);
      };
      expect(await store.nextDelivery([LANE])).toBeUndefined();
      await store.commit(
        sending(letter('other', { lane: 'people' }), letter('held', { notBefore: storyNow + 9 * HOUR })),
      );
      await near(9 * HOUR);
      await store.setOffset(HOUR);
      await near(8 * HOUR);
      await store.commit(sending(letter('1', { gate: 'A', gateMs: 4 * HOUR }), letter('2', { gate: 'A' })));
      await near(0);
      const { token } = await takeOne(store, 7 * HOUR);
      expect(await take(store)).toEqual([]);
      await near(4 * HOUR);
      await store.settle('1', token, { how: 'again', afterMs: 5 * HOUR, certain: true, why: 'limit' });
      await near(4 * HOUR);
      await store.commit(change({ cancel: ['2'] }));
      expect(await store.nextDelivery(['nobody'])).toBeUndefined();
    });
  });
}
