// The demo goes on where it was left, its clock moves the bot's story, and wrong words on its command line are answered with how it is used.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type Demo, startDemo } from '../../src/demo/demo.ts';
import { setLog } from '../../src/log.ts';

setLog('error');
const dir = mkdtempSync(join(tmpdir(), 'mentor-demo-'));
const root = join(import.meta.dirname, '../..');
let demo: Demo | undefined;
afterAll(async () => {
  await demo?.stop();
  rmSync(dir, { recursive: true, force: true });
});

const clock = async (url: string): Promise<number> =>
  ((await (await fetch(`${url}/clock`)).json()) as { now: number }).now;
const move = (url: string, days: unknown) => fetch(`${url}/clock`, { method: 'POST', body: JSON.stringify({ days }) });
const DAY = 86_400_000;

test('begins with a scheme under way, and goes on where it was left', async () => {
  demo = await startDemo({ dir, fresh: false, empty: false, port: 0 });
  const invitations = () => demo!.standIn.as('UKEIRA').messages('CFORUM').length;
  expect(invitations()).toBe(1);
  expect((await move(demo.url, 3)).status).toBe(200);
  expect(Math.abs((await clock(demo.url)) - Date.now() - 3 * DAY)).toBeLessThan(60_000);
  await demo.stop();
  demo = await startDemo({ dir, fresh: false, empty: false, port: 0 });
  expect(invitations()).toBe(1);
  expect(Math.abs((await clock(demo.url)) - Date.now() - 3 * DAY)).toBeLessThan(60_000);
  const seen = await demo.standIn.as('UPRIYA').command('accept');
  expect(JSON.stringify(seen.view)).toContain('Fatima Siddiqui');
  expect(JSON.stringify(seen.view)).toContain('Mina Park');
  const [home] = demo.teams?.as('mina-park').chat() ?? [];
  expect(home?.card?.words).toContain('Your registration has been sent');
  expect((await demo.teams?.as('rosa-delgado').say('desk'))?.ok).toBe(true);
}, 60_000);

test('its clock goes forward by whole days only', async () => {
  for (const odd of [0, -1, 1.5, 'week', 9999]) expect((await move(demo!.url, odd)).status).toBe(400);
});

test('--empty begins before anybody has set the scheme up', async () => {
  await demo?.stop();
  demo = await startDemo({ dir, fresh: false, empty: true, port: 0 });
  const seen = await demo.standIn.as('UKEIRA').command('register');
  expect(JSON.stringify(seen.view)).toMatch(/not open yet/i);
}, 60_000);

test('wrong words on the command line are answered with how it is used', () => {
  const run = spawnSync('node_modules/.bin/node', ['bin/mentor.js', 'demo', '--nonsense'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(run.status).toBe(2);
  expect(run.stderr).toMatch(/npm run demo/);
});

test('the operator’s commands say in one line what is wrong', () => {
  const mentor = (...args: string[]) =>
    spawnSync('node_modules/.bin/node', ['bin/mentor.js', ...args], {
      cwd: root,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] ?? '' },
    });
  for (const [args, says] of [
    [['match'], /needs the file/],
    [['match', 'nowhere.json'], /cannot be read/],
    [['doctor'], /^SLACK_BOT_TOKEN or TEAMS_APP_ID is missing/],
    [['dance'], /^Usage/],
  ] as const) {
    const run = mentor(...args);
    expect(run.status).toBe(2);
    expect(run.stderr).toMatch(says);
  }
  expect(
    execFileSync('node_modules/.bin/node', ['bin/mentor.js', 'match', 'test/matching/small.json'], {
      cwd: root,
      encoding: 'utf8',
    }),
  ).toContain('"mentor-match-result/1"');
});
