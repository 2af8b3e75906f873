// The embedded store: the conformance suite, and what only a data file can do.
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { openSqlite } from '../../src/store/sqlite.ts';
import { StoreDown, StoreFull } from '../../src/store/store.ts';
import { change, letter, onRecord, record, takeOne } from './build.ts';
import { storeContract } from './contract.ts';

const dir = mkdtempSync(join(tmpdir(), 'mentor-sqlite-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const path = (name: string) => join(dir, name, 'mentor.db');

storeContract('sqlite', async () => ({
  open: scheme => openSqlite({ file: path('contract'), scheme }),
  close: async () => {},
}));

describe('the data file', () => {
  test('one in memory is a whole store', async () => {
    const store = await openSqlite({ file: ':memory:', scheme: 's', now: () => 1000 });
    await store.commit(change({ writes: [record('note/a')] }));
    expect((await onRecord(store, 'a'))['note/a']?.version).toBe(1);
    expect((await store.clock()).machineNow).toBe(1000);
    await store.ready();
    await store.close();
    await expect(store.clock()).rejects.toThrow(StoreDown);
  });

  test('what was committed is there when it is opened again', async () => {
    const file = path('again');
    const before = await openSqlite({ file, scheme: 's' });
    await before.commit(
      change({ op: 'once', answer: 'yes', writes: [record('note/a', { n: 1 })], deliveries: [letter('d')] }),
    );
    await before.close();
    const after = await openSqlite({ file, scheme: 's' });
    expect(await onRecord(after, 'a')).toEqual({ 'note/a': { version: 1, value: { n: 1 } } });
    expect(await after.repeated('once')).toBe('yes');
    expect((await takeOne(after)).delivery.id).toBe('d');
    await after.close();
  });

  test('a file of a newer layout is refused with one clear line, and left alone', async () => {
    const file = path('newer');
    await (await openSqlite({ file, scheme: 's' })).close();
    const db = new DatabaseSync(file);
    db.exec('PRAGMA user_version = 99');
    db.close();
    await expect(openSqlite({ file, scheme: 's' })).rejects.toThrow(
      `The data file ${file} was written by a newer Mentor (layout 99, this one knows 3): please start that version.`,
    );
  });

  test('a file of an older layout is brought up, and nothing in it is lost', async () => {
    const file = path('older');
    const before = await openSqlite({ file, scheme: 's' });
    await before.commit(change({ deliveries: [letter('d')] }));
    const { token } = await takeOne(before);
    await before.settle('d', token, { how: 'again', afterMs: 0, certain: false, why: 'cut' });
    await before.close();
    const db = new DatabaseSync(file);
    db.exec('ALTER TABLE delivery RENAME COLUMN doubts TO ambiguous; DROP TABLE alive; PRAGMA user_version = 1');
    db.close();
    const after = await openSqlite({ file, scheme: 's' });
    expect(await takeOne(after)).toMatchObject({ delivery: { id: 'd' }, attempt: 2, doubts: 1 });
    expect(await after.alive('p', 1_000, { note: 1 })).toEqual([{ note: 1 }]);
    await after.close();
  });

  test('another kind of file, and a folder that is none, are refused with one clear line', async () => {
    const file = join(dir, 'letter.txt');
    writeFileSync(file, 'Dear Sam, '.repeat(500));
    await expect(openSqlite({ file, scheme: 's' })).rejects.toThrow(`${file} is not a data file of Mentor.`);
    const below = join(file, 'mentor.db');
    await expect(openSqlite({ file: below, scheme: 's' })).rejects.toThrow(`The data file ${below} cannot be opened`);
  });

  test('a file that is gone is not fit to be used', async () => {
    const file = path('gone');
    const store = await openSqlite({ file, scheme: 's' });
    rmSync(file);
    await expect(store.ready()).rejects.toThrow('no longer there');
    await store.close();
  });

  test('a full disk refuses a commit as a whole, and the store goes on', async () => {
    const store = await openSqlite({ file: path('full'), scheme: 's', maxBytes: 300_000 });
    const big = (n: number) =>
      change({ writes: [record(`note/${n}`, { text: 'x'.repeat(20_000) }), record('note/last', { n })] });
    let n = 0;
    const fill = async () => {
      for (; n < 100; n++) await store.commit(big(n));
    };
    await expect(fill()).rejects.toThrow(StoreFull);
    expect(n).toBeGreaterThan(2);
    const { [`note/last`]: last, [`note/${n}`]: half } = await onRecord(store, 'last', String(n));
    expect(last?.value).toEqual({ n: n - 1 });
    expect(half).toBeUndefined();
    await store.commit(change({ deletes: ['note/0', 'note/1'] }));
    expect(await store.commit(big(n))).toEqual({ result: 'done' });
    await store.close();
  });

  test('a commit that breaks in the middle leaves nothing behind', async () => {
    const store = await openSqlite({ file: ':memory:', scheme: 's' });
    const broken = letter('d', { payload: undefined as unknown as string });
    await expect(store.commit(change({ writes: [record('note/a')], deliveries: [broken] }))).rejects.toThrow();
    expect(await onRecord(store, 'a')).toEqual({});
    expect(await store.commit(change({ writes: [record('note/a')] }))).toEqual({ result: 'done' });
    await store.close();
  });

  test('while another process holds the file, we wait without blocking, and give up in time', async () => {
    const file = path('held');
    const store = await openSqlite({ file, scheme: 's', timeoutMs: 1000 });
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    let beats = 0;
    const beating = setInterval(() => beats++, 5);
    const begun = performance.now();
    await expect(store.commit(change({ writes: [record('note/a')] }))).rejects.toThrow(StoreDown);
    expect(performance.now() - begun).toBeLessThan(2500);
    expect(beats).toBeGreaterThan(0);
    expect(await onRecord(store, 'a')).toEqual({});
    const waiting = store.commit(change({ writes: [record('note/a')] }));
    setTimeout(() => other.exec('COMMIT'), 100);
    expect(await waiting).toEqual({ result: 'done' });
    clearInterval(beating);
    other.close();
    await store.close();
  });

  test('three processes on one file: every commit is one version, every delivery is taken once', async () => {
    const file = path('raced');
    await (await openSqlite({ file, scheme: 's' })).close();
    const run = promisify(execFile);
    const racers = ['one', 'two', 'three'].map(name =>
      run(process.execPath, ['test/store/racer.ts', file, '40', name, '3']),
    );
    const told = (await Promise.all(racers)).map(
      ({ stdout }) => JSON.parse(stdout) as { conflicts: number; taken: string[] },
    );
    expect(told.reduce((sum, { conflicts }) => sum + conflicts, 0)).toBeGreaterThan(0);
    const store = await openSqlite({ file, scheme: 's' });
    expect((await onRecord(store, 'shared'))['note/shared']?.version).toBe(120);
    expect((await store.open([{ name: 'n', counts: 'won' }])).counts['n']).toEqual({ one: 40, two: 40, three: 40 });
    const taken = told.flatMap(one => one.taken);
    expect(taken).toHaveLength(120);
    expect(new Set(taken).size).toBe(120);
    expect(await store.waiting()).toEqual([]);
    await store.close();
  });

  test('what was deleted is soon in no file any more', async () => {
    const file = path('erased');
    const store = await openSqlite({ file, scheme: 's' });
    const inFiles = () =>
      readdirSync(join(dir, 'erased')).some(name => readFileSync(join(dir, 'erased', name)).includes('canary-7431'));
    await store.commit(change({ writes: [record('note/a', { text: 'canary-7431'.repeat(900) }), record('note/b')] }));
    await store.commit(change({ writes: [record('note/b')] }));
    expect(inFiles()).toBe(true);
    await store.commit(change({ deletes: ['note/a'] }));
    await expect.poll(inFiles, { timeout: 5000 }).toBe(false);
    await store.close();
  });
});
