// Slack as a platform: puts Bolt, the clients and the parts of this folder together, over HTTP or Socket Mode.
import type { RequestListener } from 'node:http';
import { App, HTTPReceiver, type Receiver, SocketModeReceiver } from '@slack/bolt';
import { getGlobalDispatcher } from 'undici';
import { errorKind, log } from '../../log.ts';
import type { Host, Platform } from '../platform.ts';
import { within } from '../within.ts';
import { boltLog } from './bolt-log.ts';
import { type Budgets, type SlackBudgets, usualBudgets } from './budgets.ts';
import { fitting } from './check.ts';
import { channelFacts, profile } from './directory.ts';
import { type Clients, makeClients, makeDoor, type SlackDoor } from './door.ts';
import { drawHome } from './draw-view.ts';
import { hear } from './hear.ts';
import { makeListener } from './listener.ts';
import { sentAfter, slackError } from './refusals.ts';
import { find, isThere, pin, remove, send, update } from './send.ts';
import { localId } from './text.ts';

export type { SlackBudgets } from './budgets.ts';

export type SlackOptions = {
  botToken: string;
  /** For HTTP. */
  signingSecret?: string;
  /** For Socket Mode; then nothing listens over HTTP. */
  appToken?: string;
  /** Slack's own address unless said. */
  apiUrl?: string;
  /** What people type before a word, such as `/mentor`. */
  command: string;
  /** Whether a message of unknown outcome may be looked up (needs the history scopes). */
  lookup: 'on' | 'off';
  budgets?: SlackBudgets;
  /** Whether calls of this process go through a proxy; the line of Socket Mode has to be told so. */
  proxied?: boolean;
};

/** A Slack workspace as a platform. `listener` takes `POST /slack/events`; absent in Socket Mode. */
export type SlackPlatform = Platform & { listener?: RequestListener };

/** At the stop, somebody's answer may still be on its way. */
const LAST_ANSWERS_MS = 5_000;

async function whoAmI(clients: Clients): Promise<{ team: string; botUser: string; bot: string }> {
  try {
    const { team_id: team, user_id: botUser, bot_id: bot } = await clients.deliveries.auth.test();
    if (team && botUser) return { team, botUser, bot: bot ?? '' };
  } catch (error) {
    const why = slackError(error);
    if (why)
      throw new Error(
        `Slack does not accept the bot token (${why}): copy it anew from Slack app › OAuth & Permissions`,
      );
    throw new Error(`Slack cannot be reached (${errorKind(error)}): look at the network, a proxy, or SLACK_API_URL`);
  }
  throw new Error('Slack does not say which workspace the bot token belongs to');
}

type Way = { receiver: Receiver; listener?: RequestListener };

function wayIn({ appToken, signingSecret, apiUrl, proxied }: SlackOptions, ready: () => boolean): Way {
  if (appToken) {
    const clientOptions = apiUrl ? { slackApiUrl: apiUrl } : {};
    const dispatcher = proxied ? { dispatcher: getGlobalDispatcher() } : {};
    const receiver = new SocketModeReceiver({
      appToken,
      logger: boltLog,
      installerOptions: { clientOptions },
      ...dispatcher,
    });
    return { receiver };
  }
  if (!signingSecret) throw new Error('Slack needs a signing secret (HTTP) or an app-level token (Socket Mode)');
  const receiver = new HTTPReceiver({ signingSecret, logger: boltLog, endpoints: '/slack/events' });
  return { receiver, listener: makeListener(receiver.requestListener, ready) };
}

/** Bolt's way of asking for a token on each request; ours is always the same and can never fail. */
function makeApp(options: SlackOptions, receiver: Receiver, me: { team: string; botUser: string; bot: string }): App {
  const app = new App({
    receiver,
    authorize: async () => ({ botToken: options.botToken, botId: me.bot, botUserId: me.botUser, teamId: me.team }),
    clientOptions: options.apiUrl ? { slackApiUrl: options.apiUrl } : {},
    convoStore: false,
    logger: boltLog,
  });
  app.error(async error => log('error', 'slack.bolt', { kind: errorKind(error) }));
  return app;
}

/** Slack as the engine sees it. Nothing is opened before `start`. */
export function slackPlatform(options: SlackOptions): SlackPlatform {
  const budgets: Budgets = { ...usualBudgets, ...options.budgets };
  const clients = makeClients(options.botToken, options.apiUrl, budgets);
  let door: SlackDoor | undefined;
  let isOpen = false;
  const { receiver, listener } = wayIn(options, () => isOpen);
  const open = (): SlackDoor => {
    if (!door) throw new Error('the Slack door is not started');
    return door;
  };
  return {
    name: 'slack',
    command: options.command,
    ...(listener ? { listener } : {}),
    lanes: () => (door ? [`slack/${door.team}`] : []),
    send: (to, out) => send(open(), to, out),
    update: (ref, out) => update(open(), ref, out),
    remove: ref => remove(open(), ref),
    pin: ref => pin(open(), ref),
    find: (to, id, notBefore) => (options.lookup === 'off' ? isThere(open()) : find(open(), to, id, notBefore)),
    showHome: async (account, view) => {
      const user_id = localId(open().team, account) ?? '';
      const home = fitting(drawHome(view, open().team));
      try {
        const shown = await open().deliveries.views.publish({ user_id, view: home });
        return { sent: { channel: 'home', message: shown.view?.id ?? '' } };
      } catch (error) {
        return sentAfter(error);
      }
    },
    profile: account => profile(open(), account),
    channel: address => channelFacts(open(), address),
    start: async (host: Host) => {
      const me = await whoAmI(clients);
      door = makeDoor(host, budgets, clients, me);
      const app = makeApp(options, receiver, me);
      hear(app, door, options.command);
      if (options.appToken) await app.start();
      isOpen = true;
    },
    stop: async () => {
      isOpen = false;
      if (options.appToken && door) await receiver.stop();
      await within(LAST_ANSWERS_MS, Promise.allSettled([...(door?.pending ?? [])]));
    },
  };
}
