// What a decision rests on: if a record that was read for it has changed by the time it is kept, it is decided again, also where that record itself is not written. And a link to a file holds for ten minutes.
import { afterEach, expect, test } from 'vitest';
import { pageOf, type Room } from '../../src/conversation/feature.ts';
import { text } from '../../src/conversation/notice.ts';
import { put, say } from '../../src/conversation/outcome.ts';
import { one } from '../../src/conversation/plan.ts';
import { commitOf } from '../../src/engine/commit.ts';
import { type Core, makeCore } from '../../src/engine/core.ts';
import { fileOf, LINK_MS, ticketFor } from '../../src/engine/file-links.ts';
import { openPlan } from '../../src/engine/open.ts';
import { decode, encode } from '../../src/engine/records.ts';
import { takeTurn } from '../../src/engine/turn.ts';
import type { Inquiry } from '../../src/scheme/kinds.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { makeVault } from '../../src/store/vault.ts';
import { aScheme, NOW } from '../features/turn.ts';

const vault = makeVault(['a-key-for-tests-that-is-long-enough-0000']);
const COORDINATOR = 'slack/T1/UC1';
const view = { title: 'File', parts: [text('Here it is.')] };

const aNote = (id: string, words: string): Inquiry => ({
  id,
  person: 'ada',
  text: words,
  urgent: false,
  at: NOW,
  answerBy: '2026-12-01',
  escalateAt: NOW + 1000,
  state: 'open',
  escalated: false,
  closedTo: [],
});

/** Copies what stands in one record into another; and makes a file. */
const room: Room = {
  name: 'copy',
  pages: [
    pageOf({
      word: 'copy',
      for: 'coordinator',
      plan: () => ({ from: one('inquiry', 'from') }),
      show: () => view,
      press: {
        copy: turn => ({
          changes: { put: [put('inquiry', aNote('to', turn.open.from?.text ?? 'nothing'))] },
          screen: say('copied'),
        }),
        file: () => ({
          screen: {
            show: 'document',
            document: { make: 'csv', name: 'x.csv', head: ['a'], rows: [] } as never,
            view,
            at: { word: 'copy' },
          },
        }),
      },
    }),
  ],
};

let store: Store;
let clock = NOW;
afterEach(() => store.close());

async function begin(beforeCommit: (core: Core) => Promise<void> = async () => {}): Promise<Core> {
  clock = NOW;
  store = await openSqlite({ file: ':memory:', scheme: 'main', now: () => clock });
  const blank = { checks: [], deletes: [], listed: { add: [], remove: [] }, counts: [], deliveries: [] };
  const json = encode('scheme', aScheme(), vault);
  await store.commit({
    ...blank,
    op: { id: 'found', answer: 'null' },
    writes: [{ key: 'scheme/scheme', json }],
    cancel: [],
    history: [],
  });
  const parts = { vault, rooms: [room], platforms: [] };
  const plain = makeCore({ ...parts, store });
  await write(plain, 'begin', aNote('from', 'before'));
  const once = { done: false };
  const slow = new Proxy(store, {
    get: (target, name) => {
      const value = Reflect.get(target, name);
      if (name !== 'commit') return typeof value === 'function' ? value.bind(target) : value;
      return async (wanted: Parameters<Store['commit']>[0]) => {
        if (!once.done) {
          once.done = true;
          await beforeCommit(plain);
        }
        return target.commit(wanted);
      };
    },
  });
  return makeCore({
    ...parts,
    store: slow,
    makeFile: async ({ name }) => ({ name, type: 'text/csv', bytes: new Uint8Array([97]) }),
  });
}

async function write(core: Core, op: string, note: Inquiry): Promise<void> {
  const opening = await openPlan(core, { clock: true }, { note: one('inquiry', note.id) });
  await store.commit(commitOf(core, opening, op, 'test', { put: [put('inquiry', note)] }, undefined));
}

const press = (core: Core, name: string) => {
  const target = { word: 'copy', ids: {}, press: name };
  return takeTurn(core, { op: 'op', account: COORDINATOR, place: 'window', did: { what: 'press', target } }, target);
};

test('a record that was only read has changed meanwhile: it is decided again upon what stands there now', async () => {
  const core = await begin(plain => write(plain, 'meanwhile', aNote('from', 'after')));
  await press(core, 'copy');
  const found = await store.open([{ name: 'to', kind: 'inquiry', source: { ids: ['to'] } }]);
  expect(decode('inquiry', found.records['to']![0]!, vault).text).toBe('after');
});

test('a link to a file holds for ten minutes, for whoever it was made for, and no other text is one', async () => {
  const core = await begin();
  const target = { word: 'copy', ids: {}, press: 'file' };
  const ticket = await ticketFor(core, COORDINATOR, target, '1');
  expect((await fileOf(core, ticket))?.name).toBe('x.csv');
  expect(await fileOf(core, `${ticket.slice(0, -4)}AAAA`)).toBeUndefined();
  expect(await fileOf(core, JSON.stringify({ account: COORDINATOR, target, until: NOW * 2 }))).toBeUndefined();
  expect(await fileOf(core, await ticketFor(core, 'slack/T1/UNOBODY', target, '2'))).toBeUndefined();
  clock = NOW + LINK_MS + 1;
  expect(await fileOf(core, ticket)).toBeUndefined();
});
