// The store on bad days: gone in the middle of something, full, or not fit to be used at all. People read what happened and lose nothing they typed; operators read one clear line.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startStandIn } from '../../src/demo/slack/stand-in.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { type Store, StoreFull } from '../../src/store/store.ts';
import { aBot, BOT_TOKEN, type Bot, KEY, SECRET } from '../journeys/bot.ts';
import { textOf } from '../journeys/walk.ts';
import { startRedis } from '../store/redis-server.ts';
import { alertsIn, calm, directTo } from './bad-days.ts';
import { aPair, kept, lay } from './laid.ts';

const SORRY = /Nothing was saved\. Please try again in a minute\. Reference [a-z0-9]{4}/;
const answers = { 'Does Alex Morgan know?': 'Yes, I have told them', 'What next for you?': 'Decide later' };

/** How long it takes until somebody sees something. */
async function timed<T>(work: Promise<T>): Promise<{ seen: T; ms: number }> {
  const began = performance.now();
  const seen = await work;
  return { seen, ms: performance.now() - began };
}

describe('Redis is killed while people are at it', () => {
  let bot: Bot;
  beforeAll(async () => {
    bot = await aBot({ store: 'redis' });
    await lay(bot.mentor.store, bot.mentor.vault, aPair('P1', 'USAM', 'UALEX'));
  });
  afterAll(() => bot?.close());

  test('each of them reads within three seconds that nothing was saved; afterwards all goes on as if nothing had been', async () => {
    const [sam, alex] = [bot.as('USAM'), bot.as('UALEX')];
    await sam.command('exit');
    await sam.fill({ ...answers, 'In your own words, if you like': 'My words stay.' });
    await bot.redis?.kill();

    const sent = await timed(sam.submit());
    expect(sent.ms).toBeLessThan(3_000);
    expect(Object.values(sent.seen.problems ?? {}).join()).toMatch(SORRY);
    expect(JSON.stringify(sam.view())).toContain('My words stay.');

    const read = async (): Promise<string> =>
      (await bot.standIn.until(
        () => SORRY.exec(`${textOf(alex.view())} ${alex.ephemerals().at(-1)?.text}`)?.[0],
        3_000,
      )) ?? '';
    const typed = await timed(alex.command('').then(read));
    expect(typed.seen).toMatch(SORRY);
    expect(typed.ms).toBeLessThan(3_000);
    const home = await timed(alex.openHome());
    expect(textOf(home.seen.home)).toMatch(SORRY);
    expect(home.ms).toBeLessThan(3_000);
    expect((await fetch(`http://127.0.0.1:${bot.mentor.port}/readyz`)).status).toBe(503);
    expect((await fetch(`http://127.0.0.1:${bot.mentor.port}/healthz`)).status).toBe(200);

    await bot.redis?.restart();
    await bot.standIn.until(
      async () => (await fetch(`http://127.0.0.1:${bot.mentor.port}/readyz`)).status === 200,
      8_000,
    );
    expect((await sam.submit()).ok).toBe(true);
    expect(textOf(sam.view())).toContain('Alex Morgan');
    await sam.press('view', 'Back');
    expect(JSON.stringify(sam.view())).toContain('My words stay.');
    await sam.submit();
    await sam.submit();
    expect(textOf(sam.view())).toMatch(/has ended/);
    await calm(bot.mentor.store);
    expect([alertsIn(bot.standIn).length, directTo(bot.standIn, 'UALEX').length]).toEqual([1, 1]);
  }, 30_000);
});

describe('the disk of the embedded store is full', () => {
  const dir = mkdtempSync(join(tmpdir(), 'mentor-full-'));
  let bot: Bot;
  let small: Store;
  afterAll(async () => {
    await bot?.close();
    rmSync(dir, { recursive: true, force: true });
  });

  const filler = { checks: [], counts: [], deliveries: [], cancel: [], history: [], listed: { add: [], remove: [] } };
  const keys: string[] = [];
  async function fill(): Promise<void> {
    for (const size of [20_000, 500, 10]) {
      for (let n = 0; n < 1_000; n++) {
        const key = `run/full-${size}-${n}`;
        const json = `{"filler":"${'x'.repeat(size)}"}`;
        try {
          await small.commit({ ...filler, op: { id: key, answer: 'null' }, writes: [{ key, json }], deletes: [] });
          keys.push(key);
        } catch (error) {
          expect(error).toBeInstanceOf(StoreFull);
          break;
        }
      }
    }
  }

  test('what cannot be kept is refused as a whole, and kept once there is room', async () => {
    // The disk is small for this one file: a limit that SQLite itself enforces.
    small = await openSqlite({ file: join(dir, 'mentor.db'), scheme: 'main', maxBytes: 1_200_000 });
    bot = await aBot({ settings: { store: { kind: 'embedded', dir } }, extras: { around: () => small } });
    await lay(small, bot.mentor.vault, aPair('P1', 'USAM', 'UALEX'));
    const sam = bot.as('USAM');
    await sam.command('exit');
    await sam.fill({ ...answers, 'In your own words, if you like': 'long '.repeat(300) });
    await fill();
    const seen = await sam.submit();
    expect(Object.values(seen.problems ?? {}).join()).toMatch(SORRY);
    expect(JSON.stringify(sam.view())).toContain('long long');
    expect((await kept(small, bot.mentor.vault, 'notebook', 'sam'))?.drafts).toEqual({});
    expect((await kept(small, bot.mentor.vault, 'pairing', 'P1'))?.state).toBe('active');
    expect(alertsIn(bot.standIn)).toEqual([]);

    const room = { ...filler, op: { id: 'room', answer: 'null' }, writes: [], deletes: keys };
    await small.commit(room);
    expect((await sam.submit()).ok).toBe(true);
    await sam.submit();
    expect(textOf(sam.view())).toMatch(/has ended/);
    await calm(small);
    expect(alertsIn(bot.standIn)).toHaveLength(1);
  }, 30_000);
});

describe('the start says in one clear line', () => {
  const dir = mkdtempSync(join(tmpdir(), 'mentor-start-'));
  const closing: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  type End = { code: number | null; out: string; lines: string[] };

  /** Runs the real program as an operator does, with nothing in the environment but this. */
  function start(env: Record<string, string>): Promise<End> {
    const program = new URL('../../bin/mentor.js', import.meta.url).pathname;
    const child = spawn(process.execPath, [program, 'start'], {
      cwd: dir,
      env: { PATH: process.env['PATH'] ?? '', DATA_DIR: join(dir, 'data'), PORT: '0', HOST: '127.0.0.1', ...env },
    });
    const said = { out: '', err: '' };
    child.stdout.on('data', data => (said.out += data));
    child.stderr.on('data', data => (said.err += data));
    const timer = setTimeout(() => child.kill('SIGKILL'), 15_000);
    return new Promise(resolve =>
      child.once('close', code => {
        clearTimeout(timer);
        resolve({ code, out: said.out, lines: said.err.split('\n').filter(Boolean) });
      }),
    );
  }

  async function refuses(env: Record<string, string>, line: RegExp): Promise<void> {
    const end = await start(env);
    expect(end.lines).toEqual([expect.stringMatching(line)]);
    expect([end.code, end.out]).toEqual([2, '']);
  }

  const slack = { SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_SIGNING_SECRET: SECRET };
  const nowhere = 'http://127.0.0.1:9/api/';
  const redis = { ...slack, DATA_KEY: KEY };

  const wrong: [string, Record<string, string>, RegExp][] = [
    ['nothing that is set up', {}, /^SLACK_BOT_TOKEN or TEAMS_APP_ID is missing/],
    ['a token of another kind', { ...slack, SLACK_BOT_TOKEN: 'xoxp-1' }, /^SLACK_BOT_TOKEN must be the bot token/],
    ['a way in that is missing', { SLACK_BOT_TOKEN: BOT_TOKEN }, /^SLACK_APP_TOKEN or SLACK_SIGNING_SECRET is missing/],
    ['a port that is none', { ...slack, PORT: 'abc' }, /^PORT /],
    ['a time zone that is none', { ...slack, SCHEME_TIMEZONE: 'Mars' }, /^SCHEME_TIMEZONE must be a time zone/],
    ['a co-ordinator who is none', { ...slack, COORDINATORS: 'priya' }, /^COORDINATORS holds "priya"/],
    ['a channel that is none', { ...slack, FORUM_CHANNEL: '#forum' }, /^FORUM_CHANNEL holds "#forum"/],
    ['a store that is none', { ...slack, STORE: 'file' }, /^STORE can only be/],
    ['a key that is too short', { ...slack, DATA_KEY: 'short' }, /^DATA_KEY is too short/],
    ['Redis without a key', { ...slack, REDIS_URL: 'redis://127.0.0.1:9' }, /^DATA_KEY is missing/],
    ['an address that is no Redis', { ...redis, REDIS_URL: 'http://127.0.0.1' }, /^REDIS_URL must start with redis/],
    ['a Redis that cannot be reached', { ...redis, REDIS_URL: 'redis://127.0.0.1:9' }, /^REDIS_URL: /],
    ['Sentinel, which is not served', { ...redis, REDIS_URL: 'redis+sentinel://127.0.0.1:9' }, /^REDIS_URL: /],
    ['production without Redis', { ...slack, NODE_ENV: 'production' }, /^REDIS_URL is missing/],
    ['a file that is not there', { ...slack, DATA_KEY_FILE: '/nowhere/key' }, /^DATA_KEY_FILE names a file/],
    ['an app id that is none', { ...slack, TEAMS_APP_ID: 'x' }, /^TEAMS_APP_ID must be/],
    ['Slack that cannot be reached', { ...slack, SLACK_API_URL: nowhere }, /Slack cannot be reached/],
  ];
  test.each(wrong)('%s', (_, env, line) => refuses(env, line));

  test('a Redis that throws records away', async () => {
    const server = await startRedis('--maxmemory', '50mb', '--maxmemory-policy', 'allkeys-lru');
    closing.push(() => server.stop());
    await refuses({ ...redis, REDIS_URL: server.url }, /^REDIS_URL: .*maxmemory-policy is allkeys-lru.*noeviction/);
  });

  test('a data file of a newer version', async () => {
    const data = join(dir, 'newer');
    mkdirSync(data);
    const db = new DatabaseSync(join(data, 'mentor.db'));
    db.exec('PRAGMA user_version = 999');
    db.close();
    await refuses({ ...slack, DATA_DIR: data }, /^DATA_DIR: .*written by a newer Mentor/);
  });

  test('a data file that is none, and a folder that is a file', async () => {
    const data = join(dir, 'odd');
    mkdirSync(data);
    writeFileSync(join(data, 'mentor.db'), 'this is no database, only some text that is long enough to be looked at');
    await refuses({ ...slack, DATA_DIR: data }, /^DATA_DIR: /);
    await refuses({ ...slack, DATA_DIR: join(data, 'mentor.db') }, /^DATA_DIR: /);
  });

  test('a token that Slack does not take, and a port that is taken', async () => {
    const standIn = await startStandIn({ signingSecret: SECRET, botToken: BOT_TOKEN });
    closing.push(() => standIn.close());
    const taken = createServer();
    await new Promise<void>(resolve => taken.listen(0, '127.0.0.1', resolve));
    closing.push(() => new Promise(resolve => taken.close(resolve)));
    const there = { ...slack, SLACK_API_URL: standIn.apiUrl };
    await refuses({ ...there, SLACK_BOT_TOKEN: 'xoxb-other' }, /Slack does not accept the bot token \(invalid_auth\)/);
    const address = taken.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    await refuses({ ...there, PORT: port }, /^PORT: \d+ is taken by another program/);
    await refuses({ ...there, HOST: '192.0.2.1' }, /^HOST: 192\.0\.2\.1 is no address of this machine/);
  });
});
