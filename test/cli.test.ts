// The operator's commands around Microsoft Teams, as processes of their own.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const ID = '1b4e28ba-2fa1-41d2-883f-0016d3cca427';
const OID = '9f4c1f9e-53a3-4f60-8d0f-2a7f1a3a1111';
let dir: string;

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'mentor-cli-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** Runs a command in an empty folder, where no .env lies about. */
function mentor(env: Record<string, string>, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    join(root, 'node_modules/.bin/node'),
    [join(root, 'bin/mentor.js'), ...args],
    {
      cwd: dir,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] ?? '', ...env },
    },
  );
  return { status, stdout, stderr };
}

test('the app package is written with the ids of the environment, and not at all without them', () => {
  const file = join(dir, 'mentor-teams.zip');
  const missing = mentor({ PUBLIC_URL: 'https://mentor.example.ac.uk' }, 'manifest', 'teams');
  expect([missing.status, missing.stderr]).toEqual([2, expect.stringMatching(/^TEAMS_APP_ID is missing: [^\n]+\n$/)]);
  expect(existsSync(file)).toBe(false);
  const written = mentor({ PUBLIC_URL: 'https://mentor.example.ac.uk', TEAMS_APP_ID: ID }, 'manifest', 'teams');
  expect([written.status, written.stderr]).toEqual([0, '']);
  const manifest = new TextDecoder().decode(unzipSync(new Uint8Array(readFileSync(file)))['manifest.json']);
  expect(JSON.parse(manifest).bots[0].botId).toBe(ID);
});

test('Slack’s manifest is printed as it is', () => {
  const { status, stdout } = mentor({}, 'manifest', 'slack');
  expect([status, stdout]).toEqual([0, readFileSync(join(root, 'manifests/slack.json'), 'utf8')]);
});

test('Teams set up but its optional packages not installed: one line says what to install', () => {
  const hook = join(dir, 'without-teams.mjs');
  writeFileSync(
    hook,
    `import { registerHooks } from 'node:module';
    const gone = name => (/^(@microsoft\\/teams-ai|botbuilder|jose)/.test(name) ? 'a-package-that-is-not-here' : name);
    registerHooks({ resolve: (name, context, next) => next(gone(name), context) });`,
  );
  const env = {
    TEAMS_APP_ID: ID,
    TEAMS_APP_PASSWORD: 'a-secret-of-some-length',
    TEAMS_TENANT_ID: ID,
    NODE_OPTIONS: `--import=${hook}`,
  };
  const { status, stderr } = mentor(env, 'start');
  expect([status, stderr]).toEqual([
    2,
    expect.stringMatching(/^TEAMS_APP_ID: the optional packages .* not installed: run "npm install [^\n]+\n$/),
  ]);
});

test('doctor says how Teams reaches the program', () => {
  const env = {
    TEAMS_APP_ID: ID,
    TEAMS_APP_PASSWORD: 'a-secret-of-some-length',
    TEAMS_TENANT_ID: ID,
    PUBLIC_URL: 'https://mentor.example.ac.uk',
  };
  const { status, stdout } = mentor(env, 'doctor');
  expect(status).toBe(0);
  expect(stdout).toMatch(/Slack: not set up\.\nTeams: Teams must reach POST \/api\/messages on port 3000 by HTTPS\./);
});

test('a co-ordinator of Teams has an account of tenant and object id', () => {
  const env = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'abcdefgh12345678' };
  const odd = mentor(env, 'coordinator', 'add', `teams/${ID}/priya`);
  expect(odd.status).toBe(2);
  expect(odd.stderr).toMatch(/is not an account/);
  expect(mentor(env, 'coordinator', 'add', `teams/${ID}/${OID}`).stderr).toMatch(/^There is no scheme yet/);
});
