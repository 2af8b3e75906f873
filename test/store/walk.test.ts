// The same random walk on both stores: commits, claims and settlements in any order must be answered alike. What a store's own clock shows is left out.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRedis } from '../../src/store/redis.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import type { Claimed, Commit, Delivery, RawStep, Settlement, Store } from '../../src/store/store.ts';
import { change, letter, record } from './build.ts';
import { type RedisServer, startRedis } from './redis-server.ts';

const DAY = 86_400_000;
const NEVER = 9_000_000;
const lanes = ['people', 'slack/T1', 'teams/x'];
let server: RedisServer;
beforeAll(async () => {
  server = await startRedis('--appendfsync', 'no');
});
afterAll(() => server.stop());

/** A small generator of pseudo-random numbers (mulberry32): a seed tells the whole walk. */
function dice(seed: number) {
  let state = seed;
  const roll = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n: number): number => Math.floor(roll() * n);
  return {
    below,
    one: <T>(items: readonly T[]): T => items[below(items.length)] as T,
    often: (p: number) => roll() < p,
  };
}
type Dice = ReturnType<typeof dice>;

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'ä', 'a-x'];
const some = <T>(d: Dice, most: number, make: () => T): T[] => Array.from({ length: d.below(most + 1) }, make);

function aDelivery(d: Dice, start: number): Delivery {
  const gate = d.often(0.5) ? { gate: d.one(['A', 'B']), gateMs: d.one([0, NEVER]) } : {};
  const notBefore = d.often(0.3) ? { notBefore: start + d.one([-3, -1, 1, 2, 4]) * DAY } : {};
  return letter(d.one(ids), {
    lane: d.one(lanes),
    class: d.one(['must', 'answer', 'nudge'] as const),
    replace: d.often(0.5),
    payload: `p${d.below(1e6)}`,
    ...gate,
    ...notBefore,
  });
}

function aCommit(d: Dice, n: number, start: number): Commit {
  const key = () => `note/${d.one(ids)}`;
  const place = () => ({ list: d.one(['l', 'l:a']), member: d.one(ids), score: d.one([0, 1, 1.5, start]) });
  return change({
    op: d.often(0.1) ? `walk-${d.below(n + 1)}` : `walk-${n}`,
    answer: `answer ${n}`,
    checks: some(d, 2, () => ({ key: key(), version: d.below(4) })).filter(() => d.often(0.3)),
    writes: some(d, 3, () => record(key(), { n, to: d.one([d.one(ids), [d.one(ids), d.one(ids)], null]) })),
    deletes: d.often(0.2) ? [key()] : [],
    listed: { add: some(d, 3, place), remove: d.often(0.3) ? [place()] : [] },
    counts: some(d, 2, () => ({ name: 'c', field: d.one(['x', 'y']), by: d.below(9) - 4 })),
    deliveries: some(d, 3, () => aDelivery(d, start)),
    cancel: d.often(0.2) ? [d.one(ids)] : [],
    history: some(d, 2, () => ({
      at: n,
      by: 'walk',
      what: `w${n}`,
      about: some(d, 2, () => d.one(ids)),
      op: `walk-${n}`,
    })),
  });
}

function aPlan(d: Dice, after: string | undefined): RawStep[] {
  const on = after !== undefined && d.often(0.5) ? { after } : {};
  return [
    { name: 'one', kind: 'note', source: { ids: some(d, 3, () => d.one(ids)) }, known: { a: d.below(4) } },
    { name: 'via', kind: 'note', source: { via: { step: 'one', field: 'to' } } },
    { name: 'suffixed', kind: 'note', source: { via: { step: 'via', field: 'to', suffix: '-x' } } },
    { name: 'page', kind: 'note', source: { list: 'l', max: 1 + d.below(3), oldestFirst: d.often(0.5), ...on } },
    { name: 'of', kind: 'note', source: { list: 'l', of: { step: 'one', field: 'to' }, max: 3 } },
    { name: 'counted', counts: 'c' },
  ];
}

function anEnd(d: Dice, start: number): Settlement {
  return d.one<() => Settlement>([
    () => ({
      how: 'done',
      writes: [record(`note/${d.one(ids)}`, { sent: true })],
      deletes: d.often(0.2) ? ['note/b'] : [],
    }),
    () => ({ how: 'done' }),
    () => ({ how: 'again', afterMs: d.one([0, NEVER]), certain: d.often(0.5), why: 'limit' }),
    () => ({
      how: 'relane',
      lane: d.one(lanes),
      ...(d.often(0.5) ? { inDoubt: true } : {}),
      ...(d.often(0.5) ? { gate: 'C', gateMs: d.one([0, NEVER]) } : {}),
    }),
    () => ({ how: 'later', notBefore: start + d.one([-2, 1, 3]) * DAY }),
    () => ({ how: 'dead', why: 'gone' }),
  ])();
}

/** What a claim says apart from the store's own clock and tokens. */
const shown = ({ delivery, attempt, doubts }: Claimed) => ({ delivery, attempt, doubts });

async function both<T>(
  stores: [Store, Store],
  ask: (store: Store) => Promise<T>,
  view: (answer: T) => unknown = x => x,
) {
  const answers = [await ask(stores[0]), await ask(stores[1])] as const;
  expect(view(answers[1])).toEqual(view(answers[0]));
  return answers;
}

async function everything(stores: [Store, Store]): Promise<void> {
  await both(stores, store => store.waiting());
  for (const lane of lanes)
    await both(
      stores,
      store => store.nextDelivery([lane]),
      next => next === undefined,
    );
  await both(
    stores,
    store => store.dead(99),
    all => all.map(({ at: _, ...rest }) => rest),
  );
  await both(stores, store => store.keys(undefined, 99));
  await both(stores, store => store.history('a', 99));
  await both(stores, store => store.history(undefined, 99));
  await both(stores, store => store.due('l', 1.5, 5));
  await both(stores, store => store.first('l:a'));
}

async function walk(seed: number, steps: number): Promise<Record<string, number>> {
  const d = dice(seed);
  const scheme = `walk-${seed}`;
  const stores: [Store, Store] = [
    await openSqlite({ file: ':memory:', scheme }),
    await openRedis({ url: server.url, scheme }),
  ];
  const start = (await stores[0].clock()).storyNow;
  const held: (readonly [Claimed, Claimed])[] = [];
  const seen: Record<string, number> = {};
  let after: string | undefined;
  const did = (what: string, times = 1): void => {
    seen[what] = (seen[what] ?? 0) + times;
  };
  const moves: (() => Promise<void>)[] = [
    async () => {
      const commit = aCommit(d, seen['commits'] ?? 0, start);
      did('commits');
      const [answer] = await both(stores, store => store.commit(commit));
      did(answer.result);
    },
    async () => {
      const plan = aPlan(d, after);
      const [answer] = await both(
        stores,
        store => store.open(plan),
        ({ records, counts, more }) => ({ records, counts, more }),
      );
      after = answer.more['page'] ?? after;
    },
    async () => {
      const asked = lanes.filter(() => d.often(0.7));
      const leaseMs = d.one([1, NEVER, NEVER]);
      const most = d.below(4);
      const claims = await both(
        stores,
        store => store.claim(asked, leaseMs, most),
        all => all.map(shown),
      );
      for (const [n, one] of claims[0].entries()) held.push([one, claims[1][n] as Claimed]);
      did('claimed', claims[0].length);
      did('in doubt', claims[0].filter(one => one.doubts > 0).length);
      did('in doubt again', claims[0].filter(one => one.doubts > 1).length);
      if (leaseMs === 1) await new Promise(resolve => setTimeout(resolve, 4));
    },
    async () => {
      if (held.length === 0) return;
      const at = Math.max(0, held.length - 1 - d.below(4));
      const [one, other] = (d.often(0.9) ? held.splice(at, 1)[0] : held[at]) as [Claimed, Claimed];
      const end = anEnd(d, start);
      const id = one.delivery.id;
      const tokens = [one.token, other.token];
      const [ended] = await both(stores, store => store.settle(id, tokens[stores.indexOf(store)] ?? '', end));
      did(ended ? end.how : 'stale');
    },
    async () => {
      const id = (await stores[0].dead(9)).at(-1)?.delivery.id ?? d.one(ids);
      const [revived] = await both(stores, store => store.revive(id));
      if (revived) did('revived');
    },
    async () => {
      const id = d.one(ids);
      const [buried] = await both(stores, store => store.bury(id));
      if (buried) did('buried');
    },
    async () => {
      const offset = d.one([-1, 0, 1, 2, 5]) * DAY;
      await both(stores, store => store.setOffset(offset));
    },
  ];
  const weights = [0, 0, 0, 0, 0, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 4, 5, 5, 6];
  for (let n = 0; n < steps; n++) {
    await moves[d.one(weights)]?.();
    // Two instants of a store's clock are never the same on both sides of a step.
    await new Promise(resolve => setTimeout(resolve, 2));
    if (n % 10 === 0) await everything(stores);
  }
  await everything(stores);
  for (const store of stores) await store.close();
  return seen;
}

test('five walks go the same way on both stores, and everywhere', { timeout: 120_000 }, async () => {
  const sum: Record<string, number> = {};
  for (const seed of [1, 2, 3, 4, 5])
    for (const [what, times] of Object.entries(await walk(seed, 300))) sum[what] = (sum[what] ?? 0) + times;
  const everywhere = [
    'done',
    'conflict',
    'repeat',
    'claimed',
    'in doubt',
    'in doubt again',
    'stale',
    'again',
    'later',
    'relane',
    'dead',
  ];
  for (const what of [...everywhere, 'revived', 'buried']) expect(sum[what] ?? 0, what).toBeGreaterThan(2);
});
