// The way in over HTTP: whose requests are taken, which are refused, and that nothing hangs.
import { request } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { signed } from '../../../src/demo/slack/door.ts';
import { slackPlatform } from '../../../src/platforms/slack/slack.ts';
import { type ADoor, aDoor, BOT_TOKEN, SECRET } from './a-door.ts';

let door: ADoor;
beforeAll(async () => {
  door = await aDoor();
});
afterAll(() => door.close());
afterEach(() => {
  door.hosted.deeds.length = 0;
});

const FORM = 'application/x-www-form-urlencoded';
const seconds = (): number => Math.floor(Date.now() / 1000);

function command(text: string, trigger = `1.2.${Math.random()}`): string {
  const fields = { command: '/mentor', text, user_id: 'U0ADA', channel_id: 'D1', team_id: 'T0NORTHMOOR' };
  return new URLSearchParams({ ...fields, trigger_id: trigger, response_url: 'http://127.0.0.1:1/none' }).toString();
}

type Sent = { status: number; ms: number };

/** Posts a body as it stands; resolves with the status, also when the other side hangs up while the body is still being sent. */
function post(body: string, headers: Record<string, string>): Promise<Sent> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const outgoing = request(door.url, { method: 'POST', headers: { 'content-type': FORM, ...headers } }, incoming => {
      incoming.resume();
      resolve({ status: incoming.statusCode ?? 0, ms: performance.now() - began });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

describe('a request', () => {
  it('signed by Slack is taken', async () => {
    const body = command('help');
    expect((await post(body, signed(SECRET, body, seconds()))).status).toBe(200);
    await door.standIn.until(() => door.hosted.deeds.length > 0);
    expect(door.hosted.deeds).toHaveLength(1);
  });

  const refused: [string, (body: string) => Record<string, string>][] = [
    ['with a wrong signature', body => signed('another secret', body, seconds())],
    ['with the signature of another body', () => signed(SECRET, 'else', seconds())],
    ['without a signature', () => ({})],
    ['without a time', body => ({ 'x-slack-signature': signed(SECRET, body, seconds())['x-slack-signature']! })],
    ['six minutes old', body => signed(SECRET, body, seconds() - 360)],
    ['from six minutes ahead', body => signed(SECRET, body, seconds() + 360)],
    ['from a year ahead', body => signed(SECRET, body, seconds() + 31_536_000)],
  ];
  it.each(refused)('%s is refused with 401', async (_, headers) => {
    const body = command('help');
    expect((await post(body, headers(body))).status).toBe(401);
    expect(door.hosted.deeds).toEqual([]);
  });

  it('a little from ahead is taken: clocks differ', async () => {
    const body = command('help');
    expect((await post(body, signed(SECRET, body, seconds() + 240))).status).toBe(200);
  });

  it('sent twice, byte for byte, is answered twice and done once', async () => {
    const body = command('help', '7.7.replay');
    const headers = signed(SECRET, body, seconds());
    expect((await post(body, headers)).status).toBe(200);
    expect((await post(body, headers)).status).toBe(200);
    await new Promise(resolve => setTimeout(resolve, 50));
    expect(door.hosted.deeds).toHaveLength(1);
  });

  it('of five megabytes is refused', async () => {
    const body = command('x'.repeat(5_000_000));
    expect((await post(body, signed(SECRET, body, seconds()))).status).toBe(413);
    expect(door.hosted.deeds).toEqual([]);
  });

  it('that is no form and no JSON is refused', async () => {
    const headers = { ...signed(SECRET, '{"type":', seconds()), 'content-type': 'application/json' };
    expect((await post('{"type":', headers)).status).toBe(400);
  });

  it('for Slack’s own check of the address is answered', async () => {
    const body = JSON.stringify({ type: 'url_verification', challenge: 'abc' });
    const answer = await fetch(door.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...signed(SECRET, body, seconds()) },
      body,
    });
    expect(await answer.json()).toEqual({ challenge: 'abc' });
  });

  it('to another place or of another kind is refused at once', async () => {
    expect((await fetch(door.url.replace('/slack/events', '/else'), { method: 'POST' })).status).toBe(404);
    expect((await fetch(door.url)).status).toBe(404);
  });
});

describe('the door', () => {
  it('takes nothing before it is open and after it is closed', async () => {
    const shut = await aDoor();
    const { url } = shut;
    await shut.slack.stop();
    const body = command('help');
    const headers = { 'content-type': FORM, ...signed(SECRET, body, seconds()) };
    expect((await fetch(url, { method: 'POST', headers, body })).status).toBe(503);
    await shut.close();
  });

  it('says in one line why it cannot open', async () => {
    const base = { signingSecret: SECRET, command: '/mentor', lookup: 'on' } as const;
    const wrong = slackPlatform({ ...base, botToken: 'xoxb-wrong', apiUrl: door.standIn.apiUrl });
    await expect(wrong.start(door.host)).rejects.toThrow(/does not accept the bot token \(invalid_auth\)/);
    const nowhere = slackPlatform({ ...base, botToken: BOT_TOKEN, apiUrl: 'http://127.0.0.1:9/api/' });
    await expect(nowhere.start(door.host)).rejects.toThrow(/cannot be reached/);
    expect(nowhere.lanes()).toEqual([]);
    expect(door.slack.lanes()).toEqual(['slack/T0NORTHMOOR']);
  });
});
