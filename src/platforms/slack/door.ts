// What the parts of the running Slack door share: who we are there, the two clients, the budgets, and the host behind us.
import { WebClient } from '@slack/web-api';
import { makeOnce, type Once } from '../once.ts';
import type { Host } from '../platform.ts';
import { boltLog } from './bolt-log.ts';
import type { Budgets } from './budgets.ts';

export type Clients = {
  /** For somebody who waits: no retries, short patience. */
  interactions: WebClient;
  /** For the outbox, which owns all retries: a client that waited for its turn by itself would hold back everything. */
  deliveries: WebClient;
};

export type SlackDoor = Clients & {
  host: Host;
  budgets: Budgets;
  team: string;
  botUser: string;
  /** The direct channel of each person we wrote to. */
  directs: Map<string, string>;
  /** People we know to be gone: only of these a return is news. */
  gone: Set<string>;
  once: Once;
  /** Work begun and not yet ended; awaited at the stop. */
  pending: Set<Promise<unknown>>;
};

/** Both clients of one token. */
export function makeClients(botToken: string, apiUrl: string | undefined, budgets: Budgets): Clients {
  const common = {
    ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: boltLog,
  };
  return {
    interactions: new WebClient(botToken, { ...common, timeout: budgets.interactionMs }),
    deliveries: new WebClient(botToken, { ...common, timeout: budgets.deliveryMs }),
  };
}

/** A door to one workspace. */
export function makeDoor(
  host: Host,
  budgets: Budgets,
  clients: Clients,
  me: { team: string; botUser: string },
): SlackDoor {
  return {
    ...clients,
    ...me,
    host,
    budgets,
    directs: new Map(),
    gone: new Set(),
    once: makeOnce(),
    pending: new Set(),
  };
}

/** Keeps work in sight until it has ended. */
export function keep<T>(door: SlackDoor, work: Promise<T>): Promise<T> {
  const watched = work.finally(() => door.pending.delete(watched));
  door.pending.add(watched);
  watched.catch(() => {});
  return watched;
}

export const accountOf = (door: SlackDoor, user: string): string => `slack/${door.team}/${user}`;
