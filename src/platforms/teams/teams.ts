// Microsoft Teams as a platform: puts the guard, the library and the parts of this folder together. Nothing is called before somebody in Teams was heard.
import type { RequestListener } from 'node:http';
import type { Platform, Ref, Sent } from '../platform.ts';
import { within } from '../within.ts';
import type { Activity } from './activity.ts';
import { makeTaker } from './adapter.ts';
import { makeAddresses } from './addresses.ts';
import { type Budgets, usualBudgets } from './budgets.ts';
import { makeConnector } from './connector.ts';
import { channelFacts, profile } from './directory.ts';
import { makeDoor, type TeamsDoor } from './door.ts';
import { type Answered, makeGuard } from './guard.ts';
import { type Keys, makeKeys } from './keys.ts';
import { makePace } from './pace.ts';
import { aimOf } from './places.ts';
import { sentAfter } from './refusals.ts';
import { remove, send, update } from './send.ts';
import { redrawHome } from './tell.ts';
import { loginOf, makeTokens, type Tokens } from './token.ts';

export type TeamsOptions = {
  /** Both are needed unless `auth` is `none`. */
  appId?: string;
  password?: string;
  tenant: string;
  /** `none`: requests are taken from this machine only, and not verified. */
  auth: 'on' | 'none';
  /** Forms open in dialogs, or stand as cards in the personal chat. */
  forms: 'dialog' | 'chat';
  /** Another key server than Microsoft's; its metadata also name where tokens are handed out. */
  openIdUrl?: string;
  /** Besides Microsoft's own hosts, these of this machine may be called. */
  serviceHosts?: readonly string[];
  budgets?: Partial<Budgets>;
};

/** A Teams tenant as a platform. `listener` takes `POST /api/messages`. */
export type TeamsPlatform = Platform & { listener: RequestListener };

/** At the stop, somebody's answer may still be on its way. */
const LAST_ANSWERS_MS = 5_000;

type Secured = { appId: string; keys: Keys; tokens: Tokens };

function secured({ auth, appId, password, tenant, openIdUrl }: TeamsOptions, budgets: Budgets): Secured | undefined {
  if (auth === 'none') return undefined;
  if (!appId || !password) throw new Error('Teams needs an app id and a password');
  const keys = makeKeys(budgets, openIdUrl);
  const endpoint = async () => (openIdUrl && (await keys.metadata()).token_endpoint) || loginOf(tenant);
  return { appId, keys, tokens: makeTokens({ appId, password, endpoint, ms: budgets.interactionMs }) };
}

/** Teams as the engine sees it. */
export function teamsPlatform(options: TeamsOptions): TeamsPlatform {
  const budgets: Budgets = { ...usualBudgets, ...options.budgets };
  const { tenant, forms } = options;
  const addresses = makeAddresses(options.serviceHosts);
  const verify = secured(options, budgets);
  const connector = makeConnector({ addresses, pace: makePace(budgets), tokens: verify?.tokens });
  let door: TeamsDoor | undefined;
  let take: ((activity: Activity) => Promise<Answered>) | undefined;
  const open = (): TeamsDoor => {
    if (!door) throw new Error('the Teams door is not started');
    return door;
  };
  const listener = makeGuard({
    ...{ tenant, addresses },
    ...(verify ? { verify } : {}),
    ready: () => take !== undefined,
    take: async activity => take?.(activity),
  });
  return {
    name: 'teams',
    listener,
    lanes: () => [`teams/${tenant}`],
    send: (to, out) => send(open(), to, out),
    update: (ref, out) => update(open(), ref, out),
    remove: ref => remove(open(), ref),
    // Bots may not pin in Teams.
    pin: async (_ref: Ref): Promise<Sent> => ({ refused: 'not possible in Teams' }),
    // Nor may they look for what they sent.
    find: async () => ({ unknown: true }),
    homesStand: true,
    showHome: async (account, view) => {
      try {
        await redrawHome(open(), account, view);
        return { sent: { channel: account, message: 'home' } };
      } catch (error) {
        return sentAfter(error, aimOf(open(), account));
      }
    },
    profile: account => profile(open(), account),
    channel: address => channelFacts(open(), address),
    start: async host => {
      door = makeDoor({ host, budgets, tenant, forms, addresses, connector });
      take = makeTaker(door, options.appId ?? '');
    },
    stop: async () => {
      take = undefined;
      await within(LAST_ANSWERS_MS, Promise.allSettled([...(door?.pending ?? [])]));
    },
  };
}
