// One turn: open once, commit once, the same deed once, decide again on a conflict, and nobody sees or changes what is not theirs.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Engine, makeEngine } from '../../src/engine/engine.ts';
import { encode } from '../../src/engine/records.ts';
import type { Interaction, Reply } from '../../src/platforms/platform.ts';
import { newScheme } from '../../src/scheme/defaults.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { makeVault } from '../../src/store/vault.ts';
import { testRoom } from './room.ts';

const vault = makeVault(['a-key-for-tests-that-is-long-enough-0000']);
const ADA = 'slack/T1/UADA';
const BEN = 'slack/T1/UBEN';
const COR = 'slack/T1/UCOR';

/** Counts the calls that reach the store; every one of them is carried out. */
function counted(store: Store): { store: Store; calls: string[] } {
  const calls: string[] = [];
  const proxy = new Proxy(store, {
    get: (target, name) => {
      const value = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]) => {
        calls.push(String(name));
        return value.apply(target, args);
      };
    },
  });
  return { store: proxy, calls };
}

let store: Store;
let calls: string[];
let engine: Engine;
let n = 0;

beforeEach(async () => {
  const inner = await openSqlite({ file: ':memory:', scheme: 'main' });
  ({ store, calls } = counted(inner));
  const scheme = { ...newScheme('Europe/London', [COR], [], ['slack/T1/CALERTS']), ready: true };
  await inner.commit({
    op: { id: 'found', answer: 'null' },
    checks: [],
    writes: [{ key: 'scheme/scheme', json: encode('scheme', scheme, vault) }],
    deletes: [],
    listed: { add: [], remove: [] },
    counts: [],
    deliveries: [],
    cancel: [],
    history: [],
  });
  engine = makeEngine({
    store,
    vault,
    rooms: [testRoom],
    platforms: [],
    worker: new URL('../../src/matching/worker.ts', import.meta.url),
    storyMayMove: true,
  });
  await act(ADA, { press: 'yes', word: 'join' });
  await act(BEN, { press: 'yes', word: 'join' });
  calls.length = 0;
});
afterEach(() => store.close());

type Deed = {
  word: string;
  press?: string;
  ids?: Record<string, string>;
  answers?: Record<string, string>;
  drawn?: Record<string, number>;
  op?: string;
};
function act(account: string, { word, press, ids = {}, answers, drawn = {}, op = `op-${n++}` }: Deed): Promise<Reply> {
  const target = { word, ids, ...(press ? { press } : {}) };
  const did: Interaction['did'] = answers ? { what: 'submit', target, answers, drawn } : { what: 'press', target };
  return engine.host.act({ op, account, place: 'window', did });
}
const said = (reply: Reply): string =>
  reply.show === 'view'
    ? reply.view.parts.map(part => ('text' in part ? String(part.text) : '')).join(' ')
    : reply.show;
async function keep(account: string, words: string, more: Partial<Deed> = {}): Promise<string> {
  return said(await act(account, { word: 'note', answers: { words }, ...more }));
}

test('showing a page is one open; keeping something is one open and one commit', async () => {
  await act(ADA, { word: 'home' });
  expect(calls).toEqual(['open']);
  calls.length = 0;
  await keep(ADA, 'hello');
  expect(calls).toEqual(['open', 'commit']);
});

test('the same deed twice has one effect and the same answer', async () => {
  const first = await keep(ADA, 'once', { op: 'same' });
  const second = await act(ADA, { word: 'note', answers: { words: 'once' }, op: 'same' });
  expect(said(second)).toBe('once 1');
  expect(said(await act(ADA, { word: 'note.read', ids: { note: first } }))).toBe('once 1');
  expect(said(await act(ADA, { word: 'home' }))).toBe('1 notes');
});

test('the same deed ten times at once has one effect', async () => {
  await Promise.all(
    Array.from({ length: 10 }, () => act(ADA, { word: 'note', answers: { words: 'race' }, op: 'race' })),
  );
  expect(said(await act(ADA, { word: 'home' }))).toBe('1 notes');
});

test('two people at once: the second decides again upon what the first did', async () => {
  const note = await keep(ADA, 'start');
  const both = await Promise.all([keep(ADA, 'by ada', { ids: { note } }), keep(COR, 'by cor', { ids: { note } })]);
  expect(both.filter(answer => answer === note)).toHaveLength(2);
  expect(
    (await store.open([{ name: 'note', kind: 'inquiry', source: { ids: [note] } }])).records['note']?.[0]?.version,
  ).toBe(3);
});

test('a form that was drawn before somebody else wrote is told so, with what was typed still there', async () => {
  const note = await keep(ADA, 'first');
  const form = await act(ADA, { word: 'note', ids: { note } });
  if (form.show !== 'form') throw new Error('no form');
  await keep(COR, 'second', { ids: { note } });
  const answer = await act(ADA, { word: 'note', ids: { note }, answers: { words: 'third' }, drawn: form.drawn });
  expect(answer).toMatchObject({
    show: 'form',
    problems: { words: 'It was changed meanwhile.' },
    form: { values: { words: 'third' } },
  });
});

test('a wrong answer comes back with a sentence beside it, nothing saved, nothing lost', async () => {
  const reply = await act(ADA, { word: 'note', answers: { words: 'x'.repeat(60) } });
  expect(reply).toMatchObject({
    show: 'form',
    problems: { words: 'Please keep this to 50 characters.' },
    form: { values: { words: 'x'.repeat(60) } },
  });
  expect(calls).toEqual(['open']);
  expect(await act(ADA, { word: 'note', answers: { words: 'no' } })).toMatchObject({
    show: 'form',
    problems: { words: 'Anything but no.' },
  });
});

test('a foreign id opens nothing and changes nothing', async () => {
  const note = await keep(ADA, 'private');
  expect(said(await act(BEN, { word: 'note.read', ids: { note } }))).toBe('absent');
  expect(said(await act(COR, { word: 'note.read', ids: { note } }))).toBe('private 1');
  await act(BEN, { word: 'note.read', press: 'erase', ids: { note } });
  expect(said(await act(ADA, { word: 'note.read', ids: { note } }))).toBe('private 1');
});

test('a page of co-ordinators is not for others, nor a page of members for a stranger', async () => {
  await keep(ADA, 'secret');
  expect(said(await act(ADA, { word: 'desk' }))).toMatch(/co-ordinators/);
  expect(said(await act(COR, { word: 'desk' }))).toBe('secret');
  expect(said(await act('slack/T1/UNOBODY', { word: 'note', answers: { words: 'x' } }))).toMatch(/registered/);
});

test('what people wrote is not readable in the store', async () => {
  await keep(ADA, 'marzipan');
  const { keys } = await store.keys(undefined, 100);
  const records = await store.open(
    [...new Set(keys.map(key => key.split('/')[0]!))].map(kind => ({
      name: kind,
      kind,
      source: { ids: keys.filter(key => key.startsWith(`${kind}/`)).map(key => key.slice(kind.length + 1)) },
    })),
  );
  const everything = JSON.stringify(records);
  expect(everything).toContain('inquiry');
  expect(everything).not.toContain('marzipan');
  expect(everything).not.toContain('Name of');
});

test('an erased record leaves every list', async () => {
  const note = await keep(ADA, 'short-lived');
  await act(ADA, { word: 'note.read', press: 'erase', ids: { note } });
  expect(said(await act(COR, { word: 'desk' }))).toBe('');
  expect(await store.due('due', Number.MAX_SAFE_INTEGER, 10)).toEqual([]);
});

test('a page that is not there, a button that is not there, a circle of pages', async () => {
  expect(said(await act(ADA, { word: 'nowhere' }))).toMatch(/not available any more/);
  expect(said(await act(ADA, { word: 'note.read', press: 'explode' }))).toMatch(/not available any more/);
  await expect(act(ADA, { word: 'circle', press: 'round' })).rejects.toThrow(/circle/);
});

test('a mistyped word is answered with the nearest one', async () => {
  const reply = await engine.host.act({ op: 'w', account: ADA, place: 'direct', did: { what: 'word', text: 'hoem' } });
  expect(reply).toMatchObject({ show: 'say', notice: { text: expect.stringMatching(/“hoem”.*home/) } });
});

test('history says who did what, without content', async () => {
  const history = await store.history(undefined, 10);
  expect(history.map(entry => entry.what)).toEqual(['join', 'join']);
  expect(JSON.stringify(history)).not.toContain('Name');
});

test('what is due is decided once, not before its time, and steps through the story clock in order', async () => {
  const note = await keep(ADA, 'waits');
  await engine.settle();
  expect((await store.history(note, 10)).length).toBe(0);
  await engine.moveStory(2_000);
  expect((await store.history(note, 10)).map(entry => entry.what)).toEqual(['escalated']);
  await engine.moveStory(60_000);
  expect((await store.history(note, 10)).length).toBe(1);
});

test('a job goes through every record in pages, once, though two processes run it', async () => {
  for (let i = 0; i < 55; i++) await keep(ADA, `note ${i}`);
  const second = makeEngine({
    store,
    vault,
    rooms: [testRoom],
    platforms: [],
    worker: new URL('../../src/matching/worker.ts', import.meta.url),
  });
  await act(ADA, { word: 'sweep', press: 'start' });
  await Promise.all([engine.settle(), second.settle()]);
  const { counts } = await store.open([{ name: 'swept', counts: 'swept' }]);
  expect(counts['swept']).toEqual({ all: 55 });
});

test('an entry that was read before its record moved on is put right, never lost', async () => {
  const note = await keep(ADA, 'moved');
  const [entry] = await store.due('due', Number.MAX_SAFE_INTEGER, 10);
  expect(entry?.member).toBe(`inquiry.waits|inquiry|${note}`);
  const blank = { checks: [], writes: [], deletes: [], counts: [], deliveries: [], cancel: [], history: [] };
  const misplace = (id: string, member: string) =>
    store.commit({
      ...blank,
      op: { id, answer: 'null' },
      listed: { add: [{ list: 'due', member, score: 5 }], remove: [] },
    });
  for (const time of ['once', 'again']) {
    await misplace(time, entry!.member);
    await engine.settle();
    expect(await store.due('due', Number.MAX_SAFE_INTEGER, 10)).toEqual([entry]);
  }
  await misplace('nothing behind it', 'inquiry.waits|inquiry|nobody');
  await engine.settle();
  expect(await store.due('due', Number.MAX_SAFE_INTEGER, 10)).toEqual([entry]);
});
