// Conformance: records, versions, operations, counters, lists and plans.
import { describe, expect, test } from 'vitest';
import { change, onRecord, record } from './build.ts';
import type { Fresh, NewScheme } from './contract.ts';

const list = (name: string, ...members: [string, number][]) => ({
  listed: { add: members.map(([member, score]) => ({ list: name, member, score })), remove: [] },
});

export function recordsContract(fresh: Fresh, newScheme: NewScheme): void {
  describe('commit', () => {
    test('a record gets version 1, then 2, and 1 again after it was deleted', async () => {
      const store = await fresh();
      expect(await store.commit(change({ writes: [record('note/a', { n: 1 })] }))).toEqual({ result: 'done' });
      await store.commit(change({ writes: [record('note/a', { n: 2 })] }));
      expect(await onRecord(store, 'a')).toEqual({ 'note/a': { version: 2, value: { n: 2 } } });
      await store.commit(change({ deletes: ['note/a'] }));
      expect(await onRecord(store, 'a')).toEqual({});
      await store.commit(change({ writes: [record('note/a', { n: 3 })] }));
      expect(await onRecord(store, 'a')).toEqual({ 'note/a': { version: 1, value: { n: 3 } } });
    });

    test('a conflict names what moved on and changes nothing at all', async () => {
      const store = await fresh();
      await store.commit(change({ writes: [record('note/a', { n: 1 })] }));
      const refused = change({
        op: 'refused',
        checks: [
          { key: 'note/a', version: 1 },
          { key: 'note/b', version: 1 },
          { key: 'note/c', version: 0 },
        ],
        writes: [record('note/a', { n: 9 }), record('note/c', {})],
        deletes: ['note/a'],
        ...list('all', ['a', 1]),
        counts: [{ name: 'seen', field: 'x', by: 1 }],
        deliveries: [{ id: 'd', lane: 'l', class: 'must', replace: false, payload: '' }],
        history: [{ at: 1, by: 'a', what: 'w', about: ['a'], op: 'refused' }],
      });
      expect(await store.commit(refused)).toEqual({ result: 'conflict', keys: ['note/b'] });
      expect(await onRecord(store, 'a', 'b', 'c')).toEqual({ 'note/a': { version: 1, value: { n: 1 } } });
      expect(await store.first('all')).toBeUndefined();
      expect((await store.open([{ name: 'n', counts: 'seen' }])).counts['n']).toEqual({});
      expect(await store.waiting()).toEqual([]);
      expect(await store.history(undefined, 10)).toEqual([]);
      expect(await store.repeated('refused')).toBeUndefined();
      expect(await store.commit({ ...refused, checks: [] })).toEqual({ result: 'done' });
    });

    test('version 0 means: must not be there', async () => {
      const store = await fresh();
      const found = () => change({ checks: [{ key: 'note/a', version: 0 }], writes: [record('note/a')] });
      expect(await store.commit(found())).toEqual({ result: 'done' });
      expect(await store.commit(found())).toEqual({ result: 'conflict', keys: ['note/a'] });
    });

    test('the same operation twice has one effect and the first answer', async () => {
      const store = await fresh();
      const once = change({
        op: 'once',
        answer: 'first',
        writes: [record('note/a')],
        counts: [{ name: 'seen', field: 'x', by: 1 }],
        history: [{ at: 1, by: 'a', what: 'w', about: [], op: 'once' }],
      });
      await store.commit(once);
      expect(await store.commit({ ...once, op: { id: 'once', answer: 'second' } })).toEqual({
        result: 'repeat',
        answer: 'first',
      });
      expect(await store.repeated('once')).toBe('first');
      expect(await store.repeated('never')).toBeUndefined();
      expect((await onRecord(store, 'a'))['note/a']?.version).toBe(1);
      expect((await store.open([{ name: 'n', counts: 'seen' }])).counts['n']).toEqual({ x: 1 });
      expect(await store.history(undefined, 10)).toHaveLength(1);
    });

    test('a repeat is answered even when the versions have moved on', async () => {
      const store = await fresh();
      const once = change({ checks: [{ key: 'note/a', version: 0 }], writes: [record('note/a')], answer: 'yes' });
      await store.commit(once);
      expect(await store.commit(once)).toEqual({ result: 'repeat', answer: 'yes' });
    });

    test('an operation is forgotten when it expires', async () => {
      const store = await fresh();
      const brief = change({ expiresMs: 30, writes: [record('note/a')] });
      await store.commit(brief);
      await new Promise(resolve => setTimeout(resolve, 60));
      expect(await store.repeated(brief.op.id)).toBeUndefined();
      expect(await store.commit(brief)).toEqual({ result: 'done' });
      expect((await onRecord(store, 'a'))['note/a']?.version).toBe(2);
    });

    test('any text comes back as it was, but half characters are made whole', async () => {
      const store = await fresh();
      const text = 'quote " back \\ line \n nul \u0000 Zoë 🙂 \u2028 </script> :|';
      await store.commit(
        change({ writes: [record('note/a', { text, half: 'x\ud83d', to: ['b'] }), record('note/b')] }),
      );
      const { records } = await store.open([
        { name: 'a', kind: 'note', source: { ids: ['a'] } },
        { name: 'b', kind: 'note', source: { via: { step: 'a', field: 'to' } } },
      ]);
      expect(JSON.parse(records['a']?.[0]?.json ?? '')).toEqual({ text, half: 'x\ufffd', to: ['b'] });
      expect(records['b']).toHaveLength(1);
    });

    test('50 clients add to the same counters at once and none is lost', async () => {
      const scheme = newScheme();
      const clients = [await fresh(scheme), await fresh(scheme)];
      const adding = Array.from({ length: 50 }, (_, n) =>
        clients[n % 2]?.commit(
          change({
            counts: [
              { name: 'round/1', field: 'answered', by: 1 },
              { name: 'round/1', field: 'balance', by: n % 2 ? 3 : -3 },
            ],
          }),
        ),
      );
      expect(await Promise.all(adding)).toEqual(Array(50).fill({ result: 'done' }));
      const { counts } = await (await fresh(scheme)).open([{ name: 'n', counts: 'round/1' }]);
      expect(counts['n']).toEqual({ answered: 50, balance: 0 });
    });

    test('a commit that could break half-way is refused before it starts', async () => {
      const store = await fresh();
      const half = change({ writes: [record('note/a')], counts: [{ name: 'c', field: 'f', by: 0.5 }] });
      await expect(store.commit(half)).rejects.toThrow('whole numbers');
      await expect(store.commit(change(list('l', ['a', Number.NaN])))).rejects.toThrow('no place');
      expect(await onRecord(store, 'a')).toEqual({});
    });

    test('two clients race 200 commits on one record: every success is one version', async () => {
      const scheme = newScheme();
      const race = async () => {
        const store = await fresh(scheme);
        let won = 0;
        for (let n = 0; n < 100; n++) {
          const version = (await onRecord(store, 'a'))['note/a']?.version ?? 0;
          const answer = await store.commit(
            change({
              checks: [{ key: 'note/a', version }],
              writes: [record('note/a', { n })],
              counts: [{ name: 'won', field: 'n', by: 1 }],
            }),
          );
          if (answer.result === 'done') won++;
        }
        return won;
      };
      const won = (await Promise.all([race(), race()])).reduce((sum, n) => sum + n, 0);
      const store = await fresh(scheme);
      expect(won).toBeGreaterThanOrEqual(100);
      expect((await onRecord(store, 'a'))['note/a']?.version).toBe(won);
      expect((await store.open([{ name: 'n', counts: 'won' }])).counts['n']).toEqual({ n: won });
    });
  });

  describe('schemes', () => {
    test('nothing of one scheme is seen or touched from another', async () => {
      const [one, other] = [await fresh(), await fresh()];
      const all = change({
        op: 'shared-op',
        writes: [record('note/a')],
        ...list('all', ['a', 1]),
        counts: [{ name: 'seen', field: 'x', by: 1 }],
        deliveries: [{ id: 'd', lane: 'l', class: 'must', gate: 'g', gateMs: 9999, replace: false, payload: '' }],
        history: [{ at: 1, by: 'a', what: 'w', about: ['a'], op: 'o' }],
      });
      await one.commit(all);
      await one.setOffset(5_000_000);
      expect(await onRecord(other, 'a')).toEqual({});
      expect((await other.open([{ name: 'n', counts: 'seen' }])).counts['n']).toEqual({});
      expect(await other.first('all')).toBeUndefined();
      expect(await other.waiting()).toEqual([]);
      expect(await other.claim(['l'], 1000, 10)).toEqual([]);
      expect(await other.history('a', 10)).toEqual([]);
      expect(await other.keys(undefined, 10)).toEqual({ keys: [], after: undefined });
      expect((await other.clock()).offsetMs).toBe(0);
      expect(await other.commit(all)).toEqual({ result: 'done' });
      expect(await one.claim(['l'], 1000, 10)).toHaveLength(1);
      expect(await other.claim(['l'], 1000, 10)).toHaveLength(1);
    });
  });

  describe('open', () => {
    test('records come once each, in order, and those not there are left out', async () => {
      const store = await fresh();
      await store.commit(change({ writes: [record('note/a'), record('note/b'), record('other/c')] }));
      const { records } = await store.open([
        { name: 'some', kind: 'note', source: { ids: ['b', 'c', 'a', 'b'] } },
        { name: 'none', kind: 'note', source: { ids: [] } },
      ]);
      expect(records['some']?.map(({ key }) => key)).toEqual(['note/b', 'note/a']);
      expect(records['none']).toEqual([]);
    });

    test('a via follows texts and arrays of texts, with a suffix, over several steps', async () => {
      const store = await fresh();
      const writes = [
        record('account/slack/T1/U1', { person: 'p1' }),
        record('person/p1', { pairings: ['x', 'y', '', 7, null, 'x', 'z'], nobody: null, count: 3, deep: { id: 'x' } }),
        record('pairing/x', { partner: 'p2' }),
        record('pairing/y', { partner: 'p3' }),
        record('card/p2-mentor'),
        record('card/p3-mentor'),
        record('pairing/z', { partner: '' }),
        record('card/-mentor'),
      ];
      await store.commit(change({ writes }));
      const { records } = await store.open([
        { name: 'account', kind: 'account', source: { ids: ['slack/T1/U1'] } },
        { name: 'me', kind: 'person', source: { via: { step: 'account', field: 'person' } } },
        { name: 'pairings', kind: 'pairing', source: { via: { step: 'me', field: 'pairings' } } },
        { name: 'cards', kind: 'card', source: { via: { step: 'pairings', field: 'partner', suffix: '-mentor' } } },
        { name: 'nobody', kind: 'person', source: { via: { step: 'me', field: 'nobody' } } },
        { name: 'count', kind: 'person', source: { via: { step: 'me', field: 'count' } } },
        { name: 'deep', kind: 'pairing', source: { via: { step: 'me', field: 'deep' } } },
        { name: 'absent', kind: 'person', source: { via: { step: 'me', field: 'absent' } } },
        { name: 'unopened', kind: 'person', source: { via: { step: 'never', field: 'id' } } },
      ]);
      const keys = Object.fromEntries(Object.entries(records).map(([name, all]) => [name, all.map(({ key }) => key)]));
      expect(keys).toEqual({
        account: ['account/slack/T1/U1'],
        me: ['person/p1'],
        pairings: ['pairing/x', 'pairing/y', 'pairing/z'],
        cards: ['card/p2-mentor', 'card/p3-mentor'],
        nobody: [],
        count: [],
        deep: [],
        absent: [],
        unopened: [],
      });
    });

    test('a known version is not sent again, but can still be followed', async () => {
      const store = await fresh();
      await store.commit(change({ writes: [record('note/a', { to: 'b' }), record('note/b')] }));
      const plan = (version: number) =>
        store.open([
          { name: 'a', kind: 'note', source: { ids: ['a'] }, known: { a: version, b: 1 } },
          { name: 'b', kind: 'note', source: { via: { step: 'a', field: 'to' } }, known: {} },
        ]);
      const { records } = await plan(1);
      expect(records['a']).toEqual([{ key: 'note/a', version: 1, json: '' }]);
      expect(records['b']).toEqual([{ key: 'note/b', version: 1, json: '{}' }]);
      expect((await plan(2)).records['a']?.[0]?.json).toBe('{"to":"b"}');
    });

    test('lists go by score, then id, and are paged in both directions without a gap or a double', async () => {
      const store = await fresh();
      const ids = Array.from({ length: 23 }, (_, n) => `n${String((n * 7) % 23).padStart(2, '0')}`);
      const places = ids.map((id, n): [string, number] => [id, n % 4 === 0 ? 1795460000000.5 : n % 3]);
      await store.commit(change({ writes: ids.map(id => record(`note/${id}`)), ...list('notes:p1', ...places) }));
      const byPlace = places.toSorted(([a, m], [b, n]) => m - n || (a < b ? -1 : 1)).map(([id]) => `note/${id}`);
      for (const oldestFirst of [true, false]) {
        const seen: string[] = [];
        let after: string | undefined;
        do {
          const { records, more } = await store.open([
            {
              name: 'page',
              kind: 'note',
              source: { list: 'notes', of: 'p1', max: 5, oldestFirst, ...(after === undefined ? {} : { after }) },
            },
          ]);
          seen.push(...(records['page'] ?? []).map(({ key }) => key));
          after = more['page'];
        } while (after !== undefined);
        expect(seen).toEqual(oldestFirst ? byPlace : byPlace.toReversed());
      }
    });

    test('a page goes on behind its place even when the member there has gone', async () => {
      const store = await fresh();
      const ids = ['a', 'b', 'Z', 'é', 'c:1'];
      await store.commit(
        change({
          writes: ids.map(id => record(`note/${id}`)),
          ...list('all', ...ids.map((id): [string, number] => [id, 0])),
        }),
      );
      const page = async (after?: string) => {
        const source = { list: 'all', max: 3, oldestFirst: true, ...(after === undefined ? {} : { after }) };
        const { records, more } = await store.open([{ name: 'page', kind: 'note', source }]);
        return { keys: records['page']?.map(({ key }) => key), more: more['page'] };
      };
      const first = await page();
      expect(first.keys).toEqual(['note/Z', 'note/a', 'note/b']);
      await store.commit(change({ listed: { add: [], remove: [{ list: 'all', member: 'b' }] } }));
      expect(await page(first.more)).toEqual({ keys: ['note/c:1', 'note/é'], more: undefined });
    });

    test('a cursor that no page gave begins at the start', async () => {
      const store = await fresh();
      await store.commit(change({ writes: [record('note/a'), record('note/b')], ...list('all', ['a', 1], ['b', 2]) }));
      for (const after of ['', 'a', ':', ':a', 'x:a', '1e999:a', 'NaN:a', '__proto__', 'x'.repeat(20_000)]) {
        const source = { list: 'all', max: 1, oldestFirst: true, after };
        const { records } = await store.open([{ name: 'page', kind: 'note', source }]);
        expect(records['page']?.map(({ key }) => key)).toEqual(['note/a']);
      }
    });

    test('a member whose record is not there takes room on the page but is left out', async () => {
      const store = await fresh();
      await store.commit(change({ writes: [record('note/a')], ...list('all', ['a', 1], ['gone', 2]) }));
      const { records, more } = await store.open([{ name: 'page', kind: 'note', source: { list: 'all', max: 1 } }]);
      expect(records['page']).toEqual([]);
      expect(more['page']).toBeDefined();
    });

    test('a list of a via takes the first value of the first record; without one the page is empty', async () => {
      const store = await fresh();
      const members: [string, number][] = [
        ['a', 1],
        ['b', 2],
      ];
      await store.commit(
        change({
          writes: [
            record('person/p', { id: 'p', both: ['q', 'p'] }),
            record('person/q', { id: 'q', late: 'p' }),
            record('note/a'),
            record('note/b'),
          ],
          listed: {
            add: [
              ...members.map(([member, score]) => ({ list: 'of:p', member, score })),
              { list: 'of:q-x', member: 'b', score: 1 },
            ],
            remove: [],
          },
        }),
      );
      const { records } = await store.open([
        { name: 'people', kind: 'person', source: { ids: ['p', 'q'] } },
        { name: 'his', kind: 'note', source: { list: 'of', of: { step: 'people', field: 'id' }, max: 5 } },
        {
          name: 'hers',
          kind: 'note',
          source: { list: 'of', of: { step: 'people', field: 'both', suffix: '-x' }, max: 5 },
        },
        { name: 'absent', kind: 'note', source: { list: 'of', of: { step: 'people', field: 'late' }, max: 5 } },
        { name: 'never', kind: 'note', source: { list: 'of', of: { step: 'never', field: 'id' }, max: 5 } },
      ]);
      expect(records['his']?.map(({ key }) => key)).toEqual(['note/b', 'note/a']);
      expect(records['hers']?.map(({ key }) => key)).toEqual(['note/b']);
      expect(records['absent']).toEqual([]);
      expect(records['never']).toEqual([]);
    });

    test('a place in a list moves with its score, and goes', async () => {
      const store = await fresh();
      await store.commit(change(list('due', ['a', 10], ['b', 20], ['c', 30])));
      await store.commit(
        change({ listed: { add: [{ list: 'due', member: 'a', score: 25 }], remove: [{ list: 'due', member: 'b' }] } }),
      );
      expect(await store.due('due', 25, 10)).toEqual([{ member: 'a', score: 25 }]);
      expect(await store.due('due', 99, 10)).toEqual([
        { member: 'a', score: 25 },
        { member: 'c', score: 30 },
      ]);
      expect(await store.due('due', 99, 1)).toHaveLength(1);
      expect(await store.first('due')).toEqual({ member: 'a', score: 25 });
      expect(await store.first('empty')).toBeUndefined();
    });

    test('every key is told once, by pages, in order', async () => {
      const store = await fresh();
      const all = ['note/a', 'note/b', 'note/c', 'other/a', 'note/é'].toSorted();
      await store.commit(change({ writes: [...all, 'note/gone'].map(key => record(key)) }));
      await store.commit(change({ deletes: ['note/gone'], writes: [record('note/a')] }));
      const first = await store.keys(undefined, 2);
      const second = await store.keys(first.after, 2);
      const third = await store.keys(second.after, 2);
      expect([...first.keys, ...second.keys, ...third.keys]).toEqual(all);
      expect(third.after).toBeUndefined();
      expect((await store.keys(undefined, 5)).after).toBeUndefined();
    });
  });

  describe('history', () => {
    test('tells who did what, the newest first, of one id or of all', async () => {
      const store = await fresh();
      const entry = (at: number, what: string, ...about: string[]) => ({ at, by: 'p1', what, about, op: `o${at}` });
      await store.commit(change({ history: [entry(1, 'registered', 'p1'), entry(1, 'paused', 'p1')] }));
      await store.commit(change({ history: [entry(2, 'introduced', 'p1', 'p2', 'p2')] }));
      expect((await store.history('p1', 2)).map(({ what }) => what)).toEqual(['introduced', 'paused']);
      expect(await store.history('p2', 10)).toEqual([entry(2, 'introduced', 'p1', 'p2', 'p2')]);
      expect((await store.history(undefined, 10)).map(({ what }) => what)).toEqual([
        'introduced',
        'paused',
        'registered',
      ]);
      expect(await store.history('p3', 10)).toEqual([]);
    });
  });
}
