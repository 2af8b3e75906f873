// The real Slack door (real Bolt over signed HTTP or a socket) between the stand-in workspace and a small host written out by hand.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Form } from '../../../src/conversation/form.ts';
import { type StandIn, type StandInOptions, startStandIn } from '../../../src/demo/slack/stand-in.ts';
import type { Host, Reply } from '../../../src/platforms/platform.ts';
import { type SlackOptions, type SlackPlatform, slackPlatform } from '../../../src/platforms/slack/slack.ts';
import { aHost, type Hosted } from '../a-host.ts';

export const SECRET = 'a-signing-secret-for-tests';
export const BOT_TOKEN = 'xoxb-for-tests';
export const APP_TOKEN = 'xapp-for-tests';
export const TEAM = 'T0NORTHMOOR';

export type ADoor = {
  standIn: StandIn;
  slack: SlackPlatform;
  hosted: Hosted;
  host: Host;
  /** Where the bot takes requests. */
  url: string;
  ada: ReturnType<StandIn['as']>;
  ben: ReturnType<StandIn['as']>;
  close: () => Promise<void>;
};

export type ADoorOptions = { standIn?: Partial<StandInOptions>; slack?: Partial<SlackOptions>; socket?: boolean };

/** Starts a workspace with Ada and Ben, a forum and a co-ordinators' channel, and the door to it. */
export async function aDoor(options: ADoorOptions = {}): Promise<ADoor> {
  const standIn = await startStandIn({
    signingSecret: SECRET,
    botToken: BOT_TOKEN,
    appToken: APP_TOKEN,
    teamId: TEAM,
    timing: { postsPerSecond: 1000, settleMs: 2500, eventRetriesMs: [0, 100, 200] },
    ...options.standIn,
  });
  standIn.addUser({ id: 'U0ADA', name: 'ada', realName: 'Ada Byron', email: 'ada@example.org', title: 'Technician' });
  standIn.addUser({ id: 'U0BEN', name: 'ben', realName: 'Ben Ash', email: 'ben@example.org' });
  standIn.addChannel({ id: 'C0FORUM', name: 'technicians', members: ['U0ADA', 'U0BEN'], botIn: true });
  standIn.addChannel({ id: 'C0ALERTS', name: 'co-ordinators', isPrivate: true, members: ['U0BEN'], botIn: true });
  const slack = slackPlatform({
    botToken: BOT_TOKEN,
    ...(options.socket ? { appToken: APP_TOKEN } : { signingSecret: SECRET }),
    apiUrl: standIn.apiUrl,
    command: '/mentor',
    lookup: 'on',
    ...options.slack,
  });
  const server = createServer((request, response) => slack.listener?.(request, response));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
  if (!options.socket) standIn.setBotUrl(url);
  const { hosted, host } = aHost();
  await slack.start(host);
  return {
    ...{ standIn, slack, hosted, host, url },
    ada: standIn.as('U0ADA'),
    ben: standIn.as('U0BEN'),
    close: async () => {
      await slack.stop();
      server.closeAllConnections();
      await new Promise<void>(resolve => server.close(() => resolve()));
      await standIn.close();
    },
  };
}

/** A form of these fields, at the page `form`. */
export const formReply = (form: Partial<Form> & Pick<Form, 'fields'>, more: Partial<Reply> = {}): Reply =>
  ({
    show: 'form',
    form: { title: 'A form', submit: 'Send', ...form },
    at: { word: 'form', ids: { pairing: 'p1' } },
    drawn: { 'pairing/p1': 3 },
    ...more,
  }) as Reply;

/** All words somebody reads in these blocks. */
export function wordsIn(value: unknown): string {
  if (Array.isArray(value)) return value.map(wordsIn).join(' ');
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .map(([name, each]) => (name === 'text' && typeof each === 'string' ? each : wordsIn(each)))
    .join(' ');
}

/** Milliseconds. */
export const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms));
