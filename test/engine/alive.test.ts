// A new version rolled out beside an old one: what is written meanwhile the old one can read, and each step of a schema can be undone.
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { knownByAll, knownOn, stayAlive } from '../../src/engine/alive.ts';
import { makeCore } from '../../src/engine/core.ts';
import { decodeAs, encodeAs, NewerRecord } from '../../src/engine/records.ts';
import { type Kind, kind } from '../../src/scheme/kind.ts';
import { kinds } from '../../src/scheme/kinds.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { makeVault } from '../../src/store/vault.ts';

const vault = makeVault(['a-key-for-tests-that-is-long-enough-0000']);
const common = { name: 'note', readers: 'own', retention: 'own', names: () => [] } as const;
const old = kind({
  ...common,
  version: 1,
  schema: z.looseObject({ id: z.string(), name: z.string() }),
  secret: ['name'],
}) as unknown as Kind;
const now = kind({
  ...common,
  version: 3,
  schema: z.looseObject({ id: z.string(), given: z.string(), family: z.string(), pinned: z.boolean() }),
  secret: ['given', 'family'],
  wasSecret: ['name'],
  up: {
    1: ({ name, ...rest }) => ({ ...rest, given: String(name).split(' ')[0], family: String(name).split(' ')[1] }),
    2: note => ({ ...note, pinned: false }),
  },
  down: {
    1: ({ given, family, ...rest }) => ({ ...rest, name: `${given} ${family}` }),
    2: ({ pinned: _new, ...rest }) => rest,
  },
}) as unknown as Kind;
const value = { id: 'n1', given: 'Sam', family: 'Okoro', pinned: true };
const stored = (json: string) => ({ key: 'note/n1', version: 1, json });

let store: Store | undefined;
afterEach(async () => {
  await store?.close();
  store = undefined;
});

test('while somebody alive knows only the old version, that is what is written, and both can read it', () => {
  const json = encodeAs(now, value, vault, { note: 1 });
  expect(JSON.parse(json)).toMatchObject({ $: 'note/1' });
  expect(json).not.toContain('Okoro');
  expect(decodeAs(old, stored(json), vault)).toMatchObject({ id: 'n1', name: 'Sam Okoro' });
  expect(decodeAs(now, stored(json), vault)).toMatchObject({ given: 'Sam', family: 'Okoro', pinned: false });
});

test('once all know the new one it is written; the old program then refuses it rather than harm it', () => {
  for (const known of [{ note: 3 }, {}, { note: 7 }]) {
    const json = encodeAs(now, value, vault, known);
    expect(JSON.parse(json)).toMatchObject({ $: 'note/3' });
    expect(() => decodeAs(old, stored(json), vault)).toThrow(NewerRecord);
  }
});

test('a step back that is not declared is our mistake, and is said so', () => {
  const { down: _none, ...without } = now;
  expect(() => encodeAs(without as Kind, value, vault, { note: 2 })).toThrow('note/3 cannot be written as note/2');
});

test('the lowest version that anybody alive knows counts, for each kind by itself', () => {
  const told = [{ note: 3, card: 1 }, { note: 2, card: 4 }, { card: 2 }];
  expect(knownByAll(told)).toEqual({ note: 2, card: 1 });
  expect(knownByAll([])).toEqual({});
});

test('a process learns what the others know when it starts, and is forgotten when it stops', async () => {
  store = await openSqlite({ file: ':memory:', scheme: 's' });
  await store.alive('older', 60_000, { person: 0 });
  const core = makeCore({
    store,
    vault,
    rooms: [],
    platforms: [],
    makeFile: async () => ({ name: '', type: '', bytes: new Uint8Array() }),
  });
  const stop = await stayAlive(core);
  expect(core.known['person']).toBe(0);
  expect(core.known['pairing']).toBe(kinds.pairing.version);
  await store.alive('older', 0, {});
  expect((await knownOn(store))['person']).toBe(kinds.person.version);
  await stop();
  expect(await knownOn(store)).toEqual({});
});

test('every kind can be stepped up from its first version, and back down to it', () => {
  for (const { name, version, up, down } of Object.values(kinds) as unknown as Kind[])
    for (let at = 1; at < version; at++) expect([name, at, up?.[at], down?.[at]]).not.toContain(undefined);
});
