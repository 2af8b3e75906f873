// A wrong or missing variable stops the start with one line that names it and says what to do.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ConfigProblem, readConfig } from '../src/config.ts';

const ID = '1b4e28ba-2fa1-41d2-883f-0016d3cca427';
const teams = { TEAMS_APP_ID: ID, TEAMS_APP_PASSWORD: 'a-secret-of-some-length', TEAMS_TENANT_ID: ID };
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
  ['HTTPS_PROXY', { HTTPS_PROXY: 'proxy:3128' }],
  ['REDIS_URL', { NODE_ENV: 'production' }],
  ['STORE', { STORE: 'memory' }],
  ['COORDINATORS', { COORDINATORS: 'priya' }],
  ['FORUM_CHANNEL', { FORUM_CHANNEL: '#general' }],
  ['SCHEME_TIMEZONE', { SCHEME_TIMEZONE: 'Mars/Olympus' }],
  ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
  ['PUBLIC_URL', { PUBLIC_URL: 'http://mentor.example.ac.uk' }],
  ['PUBLIC_URL', { PUBLIC_URL: 'mentor.example.ac.uk' }],
  ['SLACK_BOT_TOKEN or TEAMS_APP_ID', { SLACK_BOT_TOKEN: undefined, SLACK_SIGNING_SECRET: undefined }],
  ['SLACK_BOT_TOKEN', { SLACK_BOT_TOKEN: 'xoxb-' }],
  ['TEAMS_APP_ID', { ...teams, TEAMS_APP_ID: '1234' }],
  ['TEAMS_APP_ID', { ...teams, TEAMS_APP_ID: undefined }],
  ['TEAMS_APP_PASSWORD', { ...teams, TEAMS_APP_PASSWORD: undefined }],
  ['TEAMS_APP_PASSWORD_FILE', { ...teams, TEAMS_APP_PASSWORD_FILE: '/nowhere/secret' }],
  ['TEAMS_TENANT_ID', { ...teams, TEAMS_TENANT_ID: undefined }],
  ['TEAMS_TENANT_ID', { ...teams, TEAMS_TENANT_ID: 'northmoor.onmicrosoft.com' }],
  ['TEAMS_AUTH', { ...teams, TEAMS_AUTH: 'off' }],
  ['TEAMS_AUTH', { ...teams, TEAMS_AUTH: 'none' }],
  ['TEAMS_AUTH', { TEAMS_AUTH: 'none', TEAMS_TENANT_ID: ID, HOST: '0.0.0.0' }],
  ['TEAMS_AUTH', { TEAMS_AUTH: 'none', TEAMS_TENANT_ID: ID, HOST: '127.0.0.1.example.ac.uk' }],
  ['TEAMS_TENANT_ID', { TEAMS_AUTH: 'none', HOST: '127.0.0.1' }],
  ['TEAMS_FORMS', { ...teams, TEAMS_FORMS: 'modal' }],
  ['TEAMS_OPENID_URL', { ...teams, TEAMS_OPENID_URL: 'https://keys.example.ac.uk/openid' }],
  ['TEAMS_SERVICE_HOSTS', { ...teams, TEAMS_SERVICE_HOSTS: '127.0.0.1:80,evil.example' }],
  ['COORDINATORS', { COORDINATORS: `teams:${ID}` }],
  ['COORDINATORS', { ...teams, COORDINATORS: 'teams:priya@northmoor.ac.uk' }],
  ['FORUM_CHANNEL', { ...teams, FORUM_CHANNEL: 'teams:19:abc' }],
  ['FORUM_CHANNEL', { FORUM_CHANNEL: 'teams:19:abc@thread.tacv2' }],
  ['COORDINATOR_CHANNEL', { ...teams, COORDINATOR_CHANNEL: 'teams:%E0%A4%A' }],
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
  expect(readConfig({ ...good, SLACK_BOT_TOKEN: undefined, SLACK_BOT_TOKEN_FILE: file }).slack?.botToken).toBe(
    'xoxb-from-file',
  );
});

test('Teams alone is enough; ids are read as they are copied', () => {
  const config = readConfig({
    ...teams,
    TEAMS_APP_ID: ID.toUpperCase(),
    PUBLIC_URL: 'https://mentor.example.ac.uk/',
    COORDINATORS: `teams:${ID.toUpperCase()}, slack/T1/U1`,
    FORUM_CHANNEL: 'teams:19%3aAbC_d-1%40thread.tacv2',
    COORDINATOR_CHANNEL: `teams/${ID}/19:x@thread.tacv2,slack/T1/G1`,
  });
  expect(config.slack).toBeUndefined();
  expect(config.teams).toEqual({
    appId: ID,
    password: 'a-secret-of-some-length',
    tenant: ID,
    auth: 'on',
    forms: 'dialog',
    serviceHosts: [],
  });
  expect(config.publicUrl).toBe('https://mentor.example.ac.uk');
  expect(config.coordinators).toEqual([`teams:${ID}`, 'slack/T1/U1']);
  expect(config.forumChannel).toEqual(['teams:19:AbC_d-1@thread.tacv2']);
  expect(config.coordinatorChannel).toEqual([`teams/${ID}/19:x@thread.tacv2`, 'slack/T1/G1']);
});

test.each(['127.0.0.1', 'localhost', '::1'])('on %s, and nowhere else, nobody’s identity need be checked', HOST => {
  const config = readConfig({
    HOST,
    TEAMS_AUTH: 'none',
    TEAMS_TENANT_ID: ID,
    TEAMS_FORMS: 'chat',
    TEAMS_OPENID_URL: 'http://127.0.0.1:4000/openid',
    TEAMS_SERVICE_HOSTS: '127.0.0.1:4000, [::1]:4001',
  });
  expect(config.teams).toEqual({
    tenant: ID,
    auth: 'none',
    forms: 'chat',
    openIdUrl: 'http://127.0.0.1:4000/openid',
    serviceHosts: ['127.0.0.1:4000', '[::1]:4001'],
  });
});

test('every variable of .env.example is one the program reads', () => {
  const example = readFileSync(join(import.meta.dirname, '../.env.example'), 'utf8');
  const program = ['config.ts', 'config-shape.ts']
    .map(name => readFileSync(join(import.meta.dirname, '../src', name), 'utf8'))
    .join('\n')
    .toLowerCase();
  const names = [...example.matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)].map(match => match[1]);
  expect(names.length).toBeGreaterThan(12);
  // Proxies are named in small letters, too.
  for (const name of names) expect(program).toContain(name?.toLowerCase());
});
