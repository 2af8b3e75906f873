// The one server: what reaches which door, how a file is handed over, and that nothing about the inside goes out.
import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startHttp } from '../src/http.ts';
import { setLog } from '../src/log.ts';

const heard: string[] = [];
let asked: string[] = [];
let server: Awaited<ReturnType<typeof startHttp>>;
const bytes = new TextEncoder().encode('BEGIN:VCALENDAR');

beforeAll(async () => {
  setLog('error', () => {});
  server = await startHttp(
    {
      slack: (_request, response) => response.end(heard.push('slack')),
      teams: (_request, response) => response.end(heard.push('teams')),
      ready: async () => {
        throw new Error('redis://secret@host');
      },
      file: async ticket => {
        asked.push(ticket);
        if (ticket === 'broken') throw new Error('redis://secret@host');
        return ticket === 'good.1_-' ? { name: 'Zoë’s "day".ics', type: 'text/calendar', bytes } : undefined;
      },
    },
    0,
    '127.0.0.1',
  );
});
afterAll(() => server.close());

const at = (path: string, init?: RequestInit): Promise<Response> =>
  fetch(`http://127.0.0.1:${server.port}${path}`, init);

test('each platform’s requests go to its own door', async () => {
  heard.length = 0;
  await at('/slack/events', { method: 'POST', body: '{}' });
  await at('/api/messages', { method: 'POST', body: '{}' });
  expect(heard).toEqual(['slack', 'teams']);
  expect((await at('/healthz')).status).toBe(200);
  expect((await at('/api/other', { method: 'POST', body: '{}' })).status).toBe(404);
});

test('the page about itself loads nothing and runs nothing', async () => {
  const got = await at('/about');
  expect([got.status, got.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  expect(got.headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
  const page = await got.text();
  for (const place of ['id="privacy"', 'id="terms"']) expect(page).toContain(place);
  expect(page).not.toMatch(/<script|https?:/);
});

test('a file is saved, never shown, and kept by nobody on the way', async () => {
  const got = await at('/files/good.1_-');
  expect(got.status).toBe(200);
  expect(await got.text()).toBe('BEGIN:VCALENDAR');
  expect(Object.fromEntries(got.headers)).toMatchObject({
    'content-type': 'text/calendar',
    'content-disposition': `attachment; filename="Zo__s _day_.ics"; filename*=UTF-8''Zo%C3%AB%E2%80%99s%20%22day%22.ics`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  });
});

test('looking at a link makes no file', async () => {
  asked = [];
  expect((await at('/files/good.1_-', { method: 'HEAD' })).status).toBe(405);
  expect((await at('/files/good.1_-', { method: 'POST' })).status).toBe(405);
  expect(asked).toEqual([]);
});

test.each(['/files/other', '/files/', '/files/../healthz', '/files/a/b', '/files/%2e%2e', '/files'])(
  '%s is not here, and no more is said',
  async path => {
    const got = await at(path.replace('/../', '/..%2f'));
    expect([got.status, await got.text()]).toEqual([404, 'not here\n']);
  },
);

test('where something breaks, nothing about the inside is said', async () => {
  for (const path of ['/files/broken', '/readyz']) {
    const got = await at(path);
    expect(got.status).toBe(503);
    expect(await got.text()).not.toMatch(/redis|secret|Error/);
  }
});

test('what says that it is larger than anything a door takes is not read', async () => {
  heard.length = 0;
  const status = await new Promise(resolve => {
    const sent = request(
      {
        port: server.port,
        host: '127.0.0.1',
        path: '/api/messages',
        method: 'POST',
        headers: { 'content-length': 5_000_000 },
      },
      response => resolve(response.statusCode),
    );
    sent.flushHeaders();
  });
  expect(status).toBe(413);
  expect(heard).toEqual([]);
});
