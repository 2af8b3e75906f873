// Registering and being accepted, carried by the real engine on a real store: what a plain call cannot show, such as a draft from before the scheme knew somebody.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Engine, makeEngine } from '../../../src/engine/engine.ts';
import { decode, encode } from '../../../src/engine/records.ts';
import { acceptRoom } from '../../../src/features/accept/accept.ts';
import { registerRoom } from '../../../src/features/register/register.ts';
import type { Interaction, RawAnswer, Reply } from '../../../src/platforms/platform.ts';
import type { KindName, RecordOf } from '../../../src/scheme/kinds.ts';
import { openSqlite } from '../../../src/store/sqlite.ts';
import type { Store } from '../../../src/store/store.ts';
import { makeVault } from '../../../src/store/vault.ts';
import { leads, words } from '../page.ts';
import { aScheme } from '../turn.ts';

const vault = makeVault(['a-key-for-tests-that-is-long-enough-0000']);
const SAM = 'slack/T1/USAM';
const ALEX = 'slack/T1/UC1';
const JO = 'slack/T1/UC2';
let store: Store;
let engine: Engine;
let n = 0;
let calls: string[];

/** Counts what reaches the store; all of it is carried out. */
function counted(inner: Store): Store {
  return new Proxy(inner, {
    get: (target, name) => {
      const value = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]) => {
        calls.push(String(name));
        return value.apply(target, args);
      };
    },
  });
}

beforeEach(async () => {
  calls = [];
  const inner = await openSqlite({ file: ':memory:', scheme: 'main' });
  const scheme = aScheme({
    trainingMentor: 'required',
    coordinatorNames: { [ALEX]: 'Alex', [JO]: 'Jo' },
  });
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
  store = counted(inner);
  engine = makeEngine({
    store,
    vault,
    rooms: [registerRoom, acceptRoom],
    platforms: [],
    worker: new URL('../../../src/matching/worker.ts', import.meta.url),
    storyMayMove: true,
  });
});
afterEach(() => store.close());

type Deed = { press?: string; ids?: Record<string, string>; answers?: Record<string, RawAnswer>; op?: string };
function act(account: string, word: string, { press, ids = {}, answers, op = `op-${n++}` }: Deed = {}): Promise<Reply> {
  const target = { word, ids, ...(press ? { press } : {}) };
  const did: Interaction['did'] = answers ? { what: 'submit', target, answers, drawn: {} } : { what: 'press', target };
  return engine.host.act({ op, account, place: 'window', did });
}
const text = (reply: Reply): string => (reply.show === 'view' ? words(reply.view.parts) : JSON.stringify(reply));

async function all<K extends KindName>(kind: K): Promise<RecordOf<K>[]> {
  const { keys } = await store.keys(undefined, 1000);
  const ids = keys.filter(key => key.startsWith(`${kind}/`)).map(key => key.slice(kind.length + 1));
  const { records } = await store.open([{ name: 'found', kind, source: { ids } }]);
  return (records['found'] ?? []).map(stored => decode(kind, stored, vault));
}

const YOU = { name: 'Sam Okafor', jobTitle: 'Technician', modes: ['video'] };
const MENTOR = {
  topics: ['career'],
  career: 'Ten years at the bench.',
  capacity: '1',
  criteria: ['background', 'time'],
};
const LAST = { aim: 'MARK-aim', mention: true, read: true, notPair: ['e:boss@example.org'] };
const ids = { role: 'mentor' };

async function register(): Promise<Reply> {
  await act(SAM, 'register.you', { ids, answers: YOU });
  await act(SAM, 'register.mentor', { ids, answers: MENTOR });
  await act(SAM, 'register.last', { ids, answers: LAST });
  return act(SAM, 'register.check', { ids, press: 'send' });
}

test('a draft survives a closed window before the scheme knows its writer, and nobody else can open it', async () => {
  const reply = await act(SAM, 'register.you', { ids, answers: YOU });
  expect(reply.show === 'form' && reply.at.word).toBe('register.mentor');
  expect(await all('person')).toEqual([]);
  expect((await all('notebook')).map(book => book.id)).toEqual([SAM]);
  expect(text(await act(SAM, 'register'))).toContain('begun to register as a mentor');
  for (const other of [ALEX, 'slack/T1/UOTHER']) expect(text(await act(other, 'register'))).not.toContain('begun');
});

test('registered, asked, answered, accepted, trained: what is on record and what the person reads', async () => {
  expect(text(await register())).toContain('It is with Alex and Jo');
  const [sam] = await all('person');
  const registration = `${sam?.id}-mentor`;
  expect((await all('notebook')).map(book => [book.id, book.aim, book.drafts])).toEqual([[sam?.id, 'MARK-aim', {}]]);
  expect((await all('exclusions'))[0]?.not[0]?.emailHash).toMatch(/.{10}/);
  expect(JSON.stringify([await all('exclusions'), await all('notebook')])).not.toContain('boss@example.org');
  expect((await store.waiting()).reduce((sum, lane) => sum + lane.waiting, 0)).toBe(2);

  expect(text(await act(SAM, 'accept'))).toContain('co-ordinators');
  expect(text(await act(ALEX, 'accept'))).toContain('Sam Okafor, as a mentor');
  await act(ALEX, 'accept.ask', { ids: { registration }, answers: { question: 'Which site?' } });
  expect(text(await act(SAM, 'register.status'))).toContain('Which site?');
  await act(SAM, 'register.answer', { ids: { registration }, answers: { reply: 'North.' } });
  expect(text(await act(JO, 'accept.one', { ids: { registration } }))).toContain('North.');

  expect(text(await act(ALEX, 'accept.one', { ids: { registration }, press: 'accept' }))).toContain('one step left');
  expect(text(await act(JO, 'accept.one', { ids: { registration }, press: 'accept' }))).toContain(
    'Alex has accepted Sam Okafor already',
  );
  expect((await all('registration'))[0]).toMatchObject({ state: 'accepted', decidedBy: ALEX });
  expect((await all('person'))[0]?.mention).toBe(true);
  expect(text(await act(JO, 'accept.training'))).toContain('Sam Okafor');
  await act(JO, 'accept.training', { ids: { registration }, press: 'attended' });
  expect((await all('registration'))[0]).toMatchObject({ state: 'available', training: 'attended', trainingBy: JO });
  expect(text(await act(SAM, 'register.status'))).toMatch(/accepted, by Alex[\s\S]*recorded, by Jo/);
});

test('a form costs one open and one commit', async () => {
  for (const [word, answers] of [
    ['register.you', YOU],
    ['register.mentor', MENTOR],
    ['register.last', LAST],
  ] as const) {
    calls.length = 0;
    await act(SAM, word, { ids, answers: { ...answers } });
    expect(calls.filter(call => call === 'open' || call === 'commit')).toEqual(['open', 'commit']);
  }
  calls.length = 0;
  await act(SAM, 'register.check', { ids, press: 'send' });
  expect(calls.filter(call => call === 'open' || call === 'commit')).toEqual(['open', 'commit']);
});

test('the same press twice sends once; a second window shows the first registration', async () => {
  await act(SAM, 'register.you', { ids, answers: YOU });
  await act(SAM, 'register.mentor', { ids, answers: MENTOR });
  await act(SAM, 'register.last', { ids, answers: LAST });
  const both = await Promise.all([0, 1].map(() => act(SAM, 'register.check', { ids, press: 'send', op: 'once' })));
  for (const reply of both) expect(text(reply)).toContain('It is with');
  expect(text(await act(SAM, 'register.check', { ids, press: 'send' }))).toContain('It is with');
  expect(await all('registration')).toHaveLength(1);
  expect(await all('person')).toHaveLength(1);
});

test('not taken up: the card is gone, the words are a draft, and the person may register again', async () => {
  await register();
  const [sam] = await all('person');
  const registration = `${sam?.id}-mentor`;
  await act(ALEX, 'accept.decline', { ids: { registration }, answers: { reason: 'Full until spring.' } });
  expect(await all('card')).toEqual([]);
  const status = await act(SAM, 'register.status');
  expect(text(status)).toContain('Full until spring.');
  expect(status.show === 'view' && leads(status.view)).toContain('register.you');
  const form = await act(SAM, 'register.mentor', { ids });
  expect(form.show === 'form' && form.form.values?.['career']).toBe('Ten years at the bench.');
  expect(text(await register())).toContain('It is with');
  expect((await all('registration'))[0]).toMatchObject({ state: 'submitted' });
  expect(await all('card')).toHaveLength(1);
});

test('five working days without an answer: told once, whatever the clock does', async () => {
  await register();
  const before = (await store.history(undefined, 50)).length;
  await engine.moveStory(20 * 86_400_000);
  const waits = (await store.history(undefined, 50)).filter(entry => entry.what === 'registration.waits');
  expect(waits).toHaveLength(1);
  expect(before).toBeGreaterThan(0);
  expect(text(await act(SAM, 'register.status'))).toContain('taking longer than we said');
});
