// The store on a real redis-server: the conformance suite, and what only a server can do.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setLog } from '../../src/log.ts';
import { openRedis } from '../../src/store/redis.ts';
import { type Store, StoreDown, StoreFull } from '../../src/store/store.ts';
import { change, LANE, letter, onRecord, record, take, takeOne } from './build.ts';
import { storeContract } from './contract.ts';
import { type CuttingProxy, startCuttingProxy } from './cutting-proxy.ts';
import { type RedisServer, startRedis } from './redis-server.ts';

// Connections are lost here on purpose.
setLog('error');

storeContract('redis', async () => {
  const server = await startRedis();
  return { open: scheme => openRedis({ url: server.url, scheme }), close: () => server.stop() };
});

describe('one scheme, one hash tag', () => {
  test('no key lies outside it', async () => {
    const server = await startRedis();
    const store = await openRedis({ url: server.url, scheme: 'northmoor' });
    const gated = (id: string) => letter(id, { gate: 'A', gateMs: 1000 });
    await store.commit(
      change({
        writes: [record('note/a')],
        listed: { add: [{ list: 'all', member: 'a', score: 1 }], remove: [] },
        counts: [{ name: 'c', field: 'f', by: 1 }],
        deliveries: [gated('1'), gated('2'), letter('3'), letter('4', { notBefore: 9e12 })],
        history: [{ at: 1, by: 'a', what: 'w', about: ['a'], op: 'o' }],
      }),
    );
    await store.setOffset(1);
    const [first, third] = await store.claim([LANE], 1000, 10);
    await store.settle('1', first?.token ?? '', { how: 'again', afterMs: 9999, certain: true, why: 'limit' });
    await store.settle('3', third?.token ?? '', { how: 'dead', why: 'gone' });
    const keys = (await command(server, 'KEYS', '*')) as string[];
    expect(keys.length).toBeGreaterThan(15);
    expect(keys.filter(key => !key.startsWith('{p:northmoor}:'))).toEqual([]);
    await store.close();
    await server.stop();
  });
});

/** One command over a connection of its own. */
async function command(server: { url: string }, name: string, ...args: string[]): Promise<unknown> {
  const { Redis } = await import('ioredis');
  const client = new Redis(server.url);
  try {
    return await client.call(name, ...args);
  } finally {
    client.disconnect();
  }
}

describe('a connection that loses things', () => {
  let server: RedisServer;
  let proxy: CuttingProxy;
  let store: Store;
  beforeAll(async () => {
    server = await startRedis();
    proxy = await startCuttingProxy(server.port);
    store = await openRedis({ url: `redis://127.0.0.1:${proxy.port}`, scheme: 's' });
    // The server learns the scripts first: else the lost reply would only be that it does not know them.
    await store.commit(change({ deliveries: [letter('first')] }));
    const { token } = await takeOne(store);
    await store.settle('first', token, { how: 'done' });
  });
  afterAll(async () => {
    await store.close();
    await proxy.close();
    await server.stop();
  });

  test('the lost reply of a commit: it is sent again, and has one effect', async () => {
    const cut = proxy.cutReplyTo('lost-commit');
    const wanted = change({
      op: 'lost-commit',
      answer: 'kept',
      writes: [record('note/a', { n: 1 })],
      counts: [{ name: 'c', field: 'f', by: 1 }],
      deliveries: [letter('d')],
    });
    expect(await store.commit(wanted)).toEqual({ result: 'repeat', answer: 'kept' });
    await cut;
    expect(await store.commit(wanted)).toEqual({ result: 'repeat', answer: 'kept' });
    expect((await onRecord(store, 'a'))['note/a']?.version).toBe(1);
    expect((await store.open([{ name: 'n', counts: 'c' }])).counts['n']).toEqual({ f: 1 });
    expect(await take(store)).toEqual(['d']);
  });

  test('the lost reply of a claim: the same lease, not one that nobody holds', async () => {
    await store.commit(
      change({ deliveries: [letter('x', { lane: 'lost-claim' }), letter('y', { lane: 'lost-claim' })] }),
    );
    const cut = proxy.cutReplyTo('lost-claim');
    const claimed = await store.claim(['lost-claim'], 60_000, 1);
    await cut;
    expect(claimed).toMatchObject([{ delivery: { id: 'x' }, attempt: 1, doubts: 0 }]);
    expect(await store.settle('x', claimed[0]?.token ?? '', { how: 'done' })).toBe(true);
    expect(await take(store, 9, ['lost-claim'])).toEqual(['y']);
  });

  test('the lost reply of a settlement: it was accepted, and is so once', async () => {
    await store.commit(change({ deliveries: [letter('z', { lane: 'lost-settle' })] }));
    const { token } = await takeOne(store, 60_000, ['lost-settle']);
    const cut = proxy.cutReplyTo('note/settled');
    const done = { how: 'done' as const, writes: [record('note/settled')] };
    expect(await store.settle('z', token, done)).toBe(true);
    await cut;
    expect(await store.settle('z', token, done)).toBe(false);
    expect((await onRecord(store, 'settled'))['note/settled']?.version).toBe(1);
  });

  test('leases that came too late go back as if never claimed', async () => {
    await store.commit(change({ deliveries: [letter('late', { lane: 'held-claim', gate: 'G', gateMs: 60_000 })] }));
    const claiming = store.claim(['held-claim'], 60_000, 1);
    proxy.hold();
    await expect(claiming).rejects.toThrow(StoreDown);
    proxy.release();
    await expect.poll(() => store.waiting().then(all => all.find(({ lane }) => lane === 'held-claim')?.leased)).toBe(0);
    expect(await takeOne(store, 60_000, ['held-claim'])).toMatchObject({ attempt: 1, doubts: 0 });
  });

  test('a connection on which nothing comes back is StoreDown in time, and is made anew', async () => {
    proxy.hold();
    const begun = performance.now();
    await expect(store.clock()).rejects.toThrow(StoreDown);
    expect(performance.now() - begun).toBeLessThan(2500);
    const there = () =>
      store.ready().then(
        () => 'there',
        () => 'down',
      );
    await expect.poll(there, { timeout: 10_000 }).toBe('there');
  });

  test('a short break is bridged', async () => {
    proxy.shut();
    const waiting = store.commit(change({ writes: [record('note/bridged')] }));
    setTimeout(() => proxy.open(), 300);
    expect(await waiting).toEqual({ result: 'done' });
  });
});

describe('a server that goes and comes back', () => {
  test('while it is away every call is StoreDown within 2.5 s; nothing asked for meanwhile is done later', async () => {
    const server = await startRedis();
    const store = await openRedis({ url: server.url, scheme: 's' });
    await store.commit(
      change({ op: 'before', answer: 'kept', writes: [record('note/a', { n: 1 })], deliveries: [letter('d')] }),
    );
    await server.kill();
    // What is on its way when the connection breaks is sent again later; from here on it is known to be broken.
    await expect(store.ready()).rejects.toThrow(StoreDown);
    const begun = performance.now();
    const calls = [
      store.open([]),
      store.commit(change({ writes: [record('note/late')] })),
      store.claim([LANE], 1000, 1),
      store.settle('d', 't', { how: 'done' }),
      store.ready(),
      store.first('due'),
    ];
    const results = await Promise.allSettled(calls);
    expect(performance.now() - begun).toBeLessThan(2500);
    for (const result of results) expect(result).toMatchObject({ status: 'rejected', reason: { name: 'StoreDown' } });
    await server.restart();
    await expect
      .poll(
        () =>
          store.ready().then(
            () => 'there',
            () => 'down',
          ),
        { timeout: 10_000 },
      )
      .toBe('there');
    expect(await onRecord(store, 'a', 'late')).toEqual({ 'note/a': { version: 1, value: { n: 1 } } });
    expect(await store.repeated('before')).toBe('kept');
    expect(await take(store)).toEqual(['d']);
    await store.close();
    await expect(store.clock()).rejects.toThrow(StoreDown);
    await server.stop();
  });
});

describe('a full server', () => {
  test('refuses a commit as a whole, while deliveries still drain', async () => {
    const server = await startRedis();
    const store = await openRedis({ url: server.url, scheme: 's' });
    await store.commit(
      change({ writes: [record('note/a', { n: 1 })], deliveries: [letter('d'), letter('e'), letter('f')] }),
    );
    await command(server, 'CONFIG', 'SET', 'maxmemory', '1');
    const wanted = change({
      op: 'full',
      writes: [record('note/a', { n: 2 }), record('note/b')],
      counts: [{ name: 'c', field: 'f', by: 1 }],
      cancel: ['d'],
    });
    await expect(store.commit(wanted)).rejects.toThrow(StoreFull);
    // Taking away would be allowed when full, but not what follows it: still nothing is done.
    await expect(store.commit(change({ deletes: ['note/a'], cancel: ['d', 'e', 'f'] }))).rejects.toThrow(StoreFull);
    expect(await onRecord(store, 'a', 'b')).toEqual({ 'note/a': { version: 1, value: { n: 1 } } });
    expect(await store.repeated('full')).toBeUndefined();
    const { token } = await takeOne(store);
    expect(await store.settle('d', token, { how: 'done', writes: [record('note/sent')] })).toBe(true);
    const next = await takeOne(store);
    expect(await store.settle('e', next.token, { how: 'dead', why: 'gone' })).toBe(true);
    expect(await store.revive('e')).toBe(true);
    await command(server, 'CONFIG', 'SET', 'maxmemory', '0');
    expect(await store.commit(wanted)).toEqual({ result: 'done' });
    await store.close();
    await server.stop();
  });
});

describe('the check at the start', () => {
  const lineOf = (opening: Promise<Store>) =>
    opening.then(
      async store => {
        await store.close();
        return 'it opened';
      },
      (error: Error) => error.message,
    );

  test('a server that may throw records away is refused with one clear line', async () => {
    const server = await startRedis('--maxmemory-policy', 'allkeys-lru');
    expect(await lineOf(openRedis({ url: server.url, scheme: 's' }))).toBe(
      'Redis may throw records away (maxmemory-policy is allkeys-lru): please set it to noeviction, then start again.',
    );
    await server.stop();
  });

  test('one that saves nothing, or hides its settings, is used with a warning', async () => {
    const lines: string[] = [];
    const opening = async (...settings: string[]) => {
      const server = await startRedis(...settings);
      await (await openRedis({ url: server.url, scheme: 's', dataWarnings: line => lines.push(line) })).close();
      await server.stop();
    };
    await opening();
    expect(lines).toEqual([]);
    await opening('--appendonly', 'no');
    expect(lines.splice(0)).toEqual([
      'Redis saves nothing to disk: a restart loses everything. Please set appendonly to yes.',
    ]);
    await opening('--appendonly', 'no', '--save', '900 1');
    expect(lines).toEqual([]);
    const hidden = [
      'Redis does not let us read its settings: please make sure yourself that it is version 7 or newer, that maxmemory-policy is noeviction, and that appendonly is yes.',
    ];
    await opening('--rename-command', 'CONFIG', '');
    expect(lines.splice(0)).toEqual(hidden);
    await opening('--user', ...'default on nopass ~* &* +@all -info -config'.split(' '));
    expect(lines).toEqual(hidden);
  });

  test('one that wants another password is refused with one clear line that does not repeat it', async () => {
    const server = await startRedis('--requirepass', 'the right one');
    const right = server.url.replace('://', '://:the%20right%20one@');
    expect(await lineOf(openRedis({ url: right, scheme: 's' }))).toBe('it opened');
    const refusal = `Redis at 127.0.0.1:${server.port} refuses us: please check the user and password in its address.`;
    expect(await lineOf(openRedis({ url: right.replace('right', 'wrong'), scheme: 's' }))).toBe(refusal);
    expect(await lineOf(openRedis({ url: server.url, scheme: 's' }))).toBe(refusal);
    await server.stop();
  });

  test('one that is not there is StoreDown in time', async () => {
    const server = await startRedis();
    await server.stop();
    const begun = performance.now();
    await expect(openRedis({ url: server.url, scheme: 's' })).rejects.toThrow(
      new StoreDown(`Redis at 127.0.0.1:${server.port} does not answer.`),
    );
    expect(performance.now() - begun).toBeLessThan(2500);
  });

  test('addresses that we do not serve are refused with one clear line', async () => {
    const line = (url: string) => lineOf(openRedis({ url, scheme: 's' }));
    expect(await line('redis+sentinel://a:1,b:2/main')).toMatch(/^Redis Sentinel is not supported yet/);
    expect(await line('redis+cluster://a:1')).toMatch(/^Redis Cluster is not supported yet/);
    expect(await line('http://a:1')).toBe('the address of Redis begins with redis:// or rediss://.');
    expect(await line('nonsense')).toBe('the address of Redis begins with redis:// or rediss://.');
  });
});
