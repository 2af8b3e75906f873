// A wrong or missing variable stops the start with one line that names it and says what to do.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ConfigProblem, readConfig } from '../src/config.ts';

const good = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'abcdefgh12345678', COORDINATORS: 'slack:U1,slack:U2' };

test('a complete environment is read with its defaults', () => {
  const config = readConfig(good);
  expect(config).toMatchObject({
    port: 3000,
    store: { kind: 'embedded', dir: './data' },
    coordinators: ['slack:U1', 'slack:U2'],
    zone: 'Europe/London',
  });
  expect(config.slack).toMatchObject({ command: '/mentor', lookup: 'on', apiUrl: 'https://slack.com/api/' });
});

test.each([
  ['SLACK_BOT_TOKEN', { SLACK_BOT_TOKEN: undefined }],
  ['SLACK_BOT_TOKEN', { SLACK_BOT_TOKEN: 'xoxp-1' }],
  ['SLACK_APP_TOKEN', { SLACK_SIGNING_SECRET: undefined }],
  ['SLACK_COMMAND', { SLACK_COMMAND: 'mentor' }],
  ['PORT', { PORT: 'eighty' }],
  ['REDIS_URL', { REDIS_URL: 'localhost:6379' }],
  ['DATA_KEY', { REDIS_URL: 'redis://localhost' }],
  ['DATA_KEY', { DATA_KEY: 'short' }],
  ['REDIS_URL', { NODE_ENV: 'production' }],
  ['STORE', { STORE: 'memory' }],
  ['COORDINATORS', { COORDINATORS: 'priya' }],
  ['FORUM_CHANNEL', { FORUM_CHANNEL: '#general' }],
  ['SCHEME_TIMEZONE', { SCHEME_TIMEZONE: 'Mars/Olympus' }],
  ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
  ['TEAMS_APP_ID', { TEAMS_APP_ID: '1234' }],
  ['SLACK_BOT_TOKEN_FILE', { SLACK_BOT_TOKEN_FILE: '/nowhere/token' }],
])('%s is named when it is not right (%o)', (name, wrong) => {
  const attempt = () => readConfig({ ...good, ...wrong });
  expect(attempt).toThrow(ConfigProblem);
  expect(attempt).toThrow(new RegExp(`^${name}`));
  try {
    attempt();
  } catch (error) {
    expect((error as Error).message).not.toContain('\n');
  }
});

test('a secret may come from a file', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'mentor-secret-')), 'token');
  writeFileSync(file, 'xoxb-from-file\n');
  expect(readConfig({ ...good, SLACK_BOT_TOKEN: undefined, SLACK_BOT_TOKEN_FILE: file }).slack.botToken).toBe(
    'xoxb-from-file',
  );
});

test('every variable of .env.example is one the program reads', () => {
  const example = readFileSync(join(import.meta.dirname, '../.env.example'), 'utf8');
  const program = readFileSync(join(import.meta.dirname, '../src/config.ts'), 'utf8');
  const names = [...example.matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)].map(match => match[1]);
  expect(names.length).toBeGreaterThan(12);
  for (const name of names) expect(program).toContain(`${name}`);
});
