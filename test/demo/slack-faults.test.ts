// What goes wrong between a bot and Slack, on demand: rates, broken lines, slow and late things, and deliveries that come twice.
import { ErrorCode, WebClient, type WebClientOptions } from '@slack/web-api';
import { afterEach, describe, expect, test } from 'vitest';
import type { StandIn } from '../../src/demo/slack/stand-in.ts';
import { aBoltApp, aStandIn, BOT_TOKEN, button, call, closeAll, QUICK } from './bolt-app.ts';

afterEach(closeAll);

const client = (slack: StandIn, options: WebClientOptions = {}) =>
  new WebClient(BOT_TOKEN, { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 }, timeout: 500, ...options });
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'ok',
    error => error.code as string,
  );

async function withChannel(options = {}) {
  const slack = await aStandIn(options);
  const { id } = slack.addChannel({ name: 'technicians', members: ['USAM'], botIn: true });
  const texts = () =>
    slack
      .as('USAM')
      .messages(id)
      .map(each => each.text);
  return { slack, id, texts };
}

describe('rates', () => {
  test('one post a second and channel after a short burst, then 429 with Retry-After', async () => {
    const { slack, id, texts } = await withChannel({ timing: { postBurst: 2, postsPerSecond: 1 } });
    const post = (channel: string) => call(slack, 'chat.postMessage', { channel, text: 'x' });
    expect([(await post(id)).status, (await post(id)).status]).toEqual([200, 200]);
    expect(await post(id)).toMatchObject({ status: 429, retryAfter: '1', ok: false, error: 'ratelimited' });
    expect((await post('USAM')).status).toBe(200);
    expect(texts()).toHaveLength(2);
    await new Promise(resolve => setTimeout(resolve, 1050));
    expect([(await post(id)).status, (await post(id)).status]).toEqual([200, 429]);
  });

  test('the whole workspace has a limit of its own', async () => {
    const { slack } = await withChannel({ timing: { postBurst: 9, postsPerSecond: 9, postsPerMinute: 3 } });
    const statuses: number[] = [];
    for (const user of ['USAM', 'UADA', 'USAM', 'UADA'])
      statuses.push((await call(slack, 'chat.postMessage', { channel: user, text: 'x' })).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
  });

  test('methods have their tiers', async () => {
    const { slack } = await withChannel({ timing: { rateFactor: 0.1 } });
    const list = () => call(slack, 'users.list', {});
    expect([(await list()).status, (await list()).status]).toEqual([200, 200]);
    expect(await list()).toMatchObject({ status: 429, retryAfter: '30' });
    expect((await call(slack, 'users.info', { user: 'USAM' })).status).toBe(200);
  });

  test('a WebClient that may not wait reports them', async () => {
    const { slack } = await withChannel();
    slack.faults.next('chat.postMessage', { kind: '429', retryAfter: 7 });
    const error = await client(slack, { rejectRateLimitedCalls: true })
      .chat.postMessage({ channel: 'USAM', text: 'x' })
      .catch(each => each);
    expect([error.code, error.retryAfter]).toEqual([ErrorCode.RateLimitedError, 7]);
  });
});

describe('calls that go wrong', () => {
  test('each in its own way, and only as often as asked', async () => {
    const { slack, id, texts } = await withChannel();
    const post = (text: string) => codeOf(client(slack).chat.postMessage({ channel: id, text }));
    slack.faults.next('chat.postMessage', { kind: 'status500' }, 2);
    expect([await post('a'), await post('b'), await post('c')]).toEqual([
      ErrorCode.HTTPError,
      ErrorCode.HTTPError,
      'ok',
    ]);
    slack.faults.next('*', { kind: 'refuse' });
    expect(await post('refused')).toBe(ErrorCode.RequestError);
    slack.faults.next('*', { kind: 'noAnswer' });
    expect(await post('never answered')).toBe(ErrorCode.RequestError);
    slack.faults.next('*', { kind: 'error', error: 'internal_error' });
    expect(await post('internal')).toBe(ErrorCode.PlatformError);
    expect(texts()).toEqual(['c']);
    slack.faults.next('chat.postMessage', { kind: 'cutAfterAccept' });
    expect(await post('kept')).toBe(ErrorCode.RequestError);
    expect(texts()).toEqual(['c', 'kept']);
    expect(slack.log.at(-1)).toMatchObject({ method: 'chat.postMessage', status: 0, answer: { ok: true } });
    slack.faults.next('views.open', { kind: 'status500' });
    expect(await post('another method')).toBe('ok');
    slack.faults.clear();
    expect((await call(slack, 'views.open', {})).status).toBe(200);
  });

  test('slow ones still work, unless the caller gives up; then they work all the same', async () => {
    const { slack, id, texts } = await withChannel();
    slack.faults.next('chat.postMessage', { kind: 'slow', ms: 150 }, 2);
    const began = performance.now();
    expect(await codeOf(client(slack).chat.postMessage({ channel: id, text: 'slow' }))).toBe('ok');
    expect(performance.now() - began).toBeGreaterThan(140);
    expect(await codeOf(client(slack, { timeout: 50 }).chat.postMessage({ channel: id, text: 'given up' }))).toBe(
      ErrorCode.RequestError,
    );
    await slack.until(() => texts().length === 2);
    expect(texts()).toEqual(['slow', 'given up']);
  });

  test('posts may land late: answered or cut, but not readable yet', async () => {
    const { slack, id } = await withChannel();
    const read = async () =>
      ((await call(slack, 'conversations.history', { channel: id }))['messages'] as unknown[]).length;
    slack.faults.next('chat.postMessage', { kind: 'lateLanding', ms: 200 });
    const posted = await client(slack).chat.postMessage({ channel: id, text: 'late' });
    expect([posted.ok, await read()]).toEqual([true, 0]);
    expect((await call(slack, 'chat.update', { channel: id, ts: posted.ts, text: 'x' })).error).toBe(
      'message_not_found',
    );
    await slack.until(() => slack.as('USAM').messages(id).length === 1);
    slack.faults.next('chat.postMessage', { kind: 'cutAfterAccept', landsAfterMs: 200 });
    await codeOf(client(slack).chat.postMessage({ channel: id, text: 'cut' }));
    expect(await read()).toBe(1);
    await slack.until(() => slack.as('USAM').messages(id).length === 2);
    expect(await read()).toBe(2);
  });
});

describe('deliveries that come twice', () => {
  test('carry the same signature, body and ids; both are answered, one is shown', async () => {
    const { slack, id } = await withChannel();
    const triggers: string[] = [];
    const presses: string[] = [];
    await aBoltApp(slack, app => {
      app.command('/mentor', async ({ ack, command }) => {
        triggers.push(command.trigger_id);
        await ack('Hello');
      });
      app.action('go', async ({ ack, action }) => {
        presses.push((action as { action_ts: string }).action_ts);
        await ack();
      });
    });
    slack.faults.duplicate('command');
    await slack.as('USAM').command('help', id);
    await slack.until(() => triggers.length === 2);
    expect(new Set(triggers).size).toBe(1);
    expect(slack.as('USAM').ephemerals(id)).toHaveLength(1);
    await slack.as('USAM').command('help', id);
    expect(triggers).toHaveLength(3);
    const { ts } = await client(slack).chat.postMessage({ channel: id, text: 'Card', blocks: [button('Go', 'go')] });
    slack.faults.duplicate('interaction', 1, { gapMs: 50 });
    await slack.as('USAM').press(ts!, 'Go');
    await slack.until(() => presses.length === 2);
    expect(new Set(presses).size).toBe(1);
  });

  test('events too, besides their own repeats', async () => {
    const { slack } = await withChannel({ timing: { ...QUICK, eventRetriesMs: [0, 20, 40] } });
    const ids: string[] = [];
    await aBoltApp(slack, app => {
      app.event('app_home_opened', async ({ body }) => {
        ids.push(body.event_id);
      });
    });
    slack.faults.duplicate('event');
    await slack.as('USAM').openHome();
    await slack.until(() => ids.length === 2);
    expect(new Set(ids).size).toBe(1);
  });
});
