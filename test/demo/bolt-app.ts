// A real Bolt app on the other side of the stand-in, over HTTP or a socket, with only what a test gives it.
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from '@slack/bolt';
import { type StandIn, type StandInOptions, startStandIn } from '../../src/demo/slack/stand-in.ts';

export const SECRET = 'a signing secret';
export const BOT_TOKEN = 'xoxb-the-bot';
export const APP_TOKEN = 'xapp-the-app';
/** A tenth of Slack's patience, so that tests need not wait for it. */
export const QUICK = { ackMs: 300, triggerMs: 300, settleMs: 300, postBurst: 50, postsPerSecond: 50 };

const closers: (() => Promise<unknown>)[] = [];

/** Ends everything a test has started; for `afterEach`. */
export async function closeAll(): Promise<void> {
  for (const close of closers.splice(0).reverse()) await close();
}

/** A stand-in with Sam and Ada in it, closed by `closeAll`. */
export async function aStandIn(options: Partial<StandInOptions> = {}): Promise<StandIn> {
  const slack = await startStandIn({
    signingSecret: SECRET,
    botToken: BOT_TOKEN,
    appToken: APP_TOKEN,
    timing: QUICK,
    ...options,
  });
  closers.push(() => slack.close());
  if (!slack.world.users['USAM']) {
    slack.addUser({ id: 'USAM', name: 'sam', realName: 'Sam Field', email: 'sam@uni.example' });
    slack.addUser({ id: 'UADA', name: 'ada', realName: 'Ada Quill', email: 'ada@uni.example', tz: 'America/New_York' });
  }
  return slack;
}

/** A started Bolt app that answers over HTTP, known to the stand-in. */
export async function aBoltApp(slack: StandIn, listen: (app: App) => void, secret = SECRET): Promise<App> {
  const receiver = new HTTPReceiver({ signingSecret: secret, logLevel: LogLevel.ERROR });
  const app = new App({
    receiver,
    token: BOT_TOKEN,
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } },
    logLevel: LogLevel.ERROR,
    convoStore: false,
    deferInitialization: true,
  });
  await app.init();
  app.logger.error = () => {};
  app.error(async () => {});
  listen(app);
  const server = (await app.start(0)) as Server;
  closers.push(() => app.stop());
  slack.setBotUrl(`http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`);
  return app;
}

/** A started Bolt app on a socket of the stand-in. */
export async function aSocketApp(slack: StandIn, listen: (app: App) => void): Promise<App> {
  const clientOptions = { slackApiUrl: slack.apiUrl };
  const receiver = new SocketModeReceiver({
    appToken: APP_TOKEN,
    logLevel: LogLevel.ERROR,
    installerOptions: { clientOptions },
    clientPingTimeout: 200,
  });
  const app = new App({ receiver, token: BOT_TOKEN, clientOptions, logLevel: LogLevel.ERROR, convoStore: false });
  listen(app);
  await app.start();
  closers.push(() => app.stop());
  return app;
}

export const plain = (text: string) => ({ type: 'plain_text' as const, text });
export const option = (text: string, value = text) => ({ text: plain(text), value });
export const button = (text: string, action_id: string, value?: string) => ({
  type: 'actions' as const,
  block_id: `row-${action_id}`,
  elements: [{ type: 'button' as const, text: plain(text), action_id, ...(value ? { value } : {}) }],
});
export const question = (block_id: string, label: string, element: object, more: object = {}) => ({
  type: 'input' as const,
  block_id,
  label: plain(label),
  element: { action_id: 'answer', ...element } as unknown as { type: 'plain_text_input' },
  ...more,
});
export const text = (more: object = {}) => ({ type: 'plain_text_input', ...more });
export const modal = (title: string, blocks: object[], more: object = {}) => ({
  type: 'modal' as const,
  callback_id: title.toLowerCase(),
  title: plain(title),
  submit: plain('Save'),
  blocks: blocks as ReturnType<typeof question>[],
  ...more,
});

type Answered = { status: number; retryAfter: string | null; ok: boolean; error?: string } & Record<string, unknown>;

/** A Web API call as it goes over the wire, without a client in between. */
export async function call(
  slack: StandIn,
  method: string,
  args: Record<string, unknown>,
  token = BOT_TOKEN,
): Promise<Answered> {
  const response = await fetch(slack.apiUrl + method, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8', authorization: `Bearer ${token}` },
    body: JSON.stringify(args),
  });
  const answer = (await response.json()) as { ok: boolean };
  return { status: response.status, retryAfter: response.headers.get('retry-after'), ...answer };
}
