// A strict local stand-in for Teams and the Bot Connector, for tests and the demo: starts it, fills it with people and teams, and lets somebody act as one of them.
import { randomUUID } from 'node:crypto';
import { keptWorld, newKeeper } from '../keep.ts';
import type { Elsewhere } from '../local.ts';
import { newPulse } from '../pulse.ts';
import { type Administration, administrationOf } from './administration.ts';
import { type BotAnswer, type Delivery, newDoor } from './door.ts';
import { type Faults, newFaults } from './faults.ts';
import { type Keys, newKeys } from './keys.ts';
import { REAL_TIMING, type Timing } from './limits.ts';
import { type Person, personOf } from './person.ts';
import { newRates } from './rates.ts';
import { listen, pageOf, serveTenancy } from './server.ts';
import { type LoggedCall, serviceUrlOf, type Tenancy } from './tenancy.ts';
import { newWorld, type World } from './world.ts';

export type TeamsStandInOptions = {
  port?: number;
  appId?: string;
  tenantId?: string;
  /** `Mentor` when not said. */
  botName?: string;
  /** Where the bot takes activities, ending in `/api/messages`; may be set later. */
  botUrl?: string;
  /** False for a bot without an app id: its calls bring no token. */
  checksTokens?: boolean;
  /** Milliseconds, for timestamps and message ids only. */
  now?: () => number;
  timing?: Partial<Timing>;
  /** A file to keep the world in and go on from. */
  statePath?: string;
};

export type TeamsStandIn = Administration & {
  url: string;
  /** `127.0.0.1:port`, the only host the bot need call. */
  host: string;
  openIdUrl: string;
  /** Where the bot reaches the connector at present. */
  serviceUrl(): string;
  world: World;
  keys: Keys;
  faults: Faults;
  /** The demo page's interface, below `/teams/` of the server that serves the page. */
  page: Elsewhere;
  /** Every call of the connector, oldest first. */
  log: LoggedCall[];
  /** Every activity sent to the bot, with what it answered. */
  deliveries: Delivery[];
  setBotUrl(url: string | undefined): void;
  /** By `29:…` id or by aadObjectId. */
  as(userId: string): Person;
  /** Sends any body to the bot with any `Authorization`. */
  raw(activity: unknown, authorization: string | undefined): Promise<BotAnswer>;
  /** Resolves with what `check` gives as soon as that is something; undefined when the time (3 s) is up. */
  until<T>(check: () => T | undefined | false, ms?: number): Promise<T | undefined>;
  /** Resolves when the bot has taken in every event. */
  quiet(): Promise<void>;
  close(): Promise<void>;
};

/** Starts a stand-in on loopback; throws when the port is taken. */
export async function startTeams(options: TeamsStandInOptions = {}): Promise<TeamsStandIn> {
  const { statePath, appId = randomUUID(), tenantId = randomUUID(), botName = 'Mentor' } = options;
  const world = (statePath ? keptWorld<World>(statePath) : undefined) ?? newWorld(tenantId, appId, botName);
  const timing: Timing = { ...REAL_TIMING, ...options.timing };
  const faults = newFaults();
  const pulse = newPulse(world);
  const { server, url } = await listen(options.port ?? 0);
  const keys = newKeys(world.app.id, world.tenant.id, `${url}/login`);
  const door = newDoor({ keys, tenantId: world.tenant.id, timing, faults, later: pulse.later });
  const tenancy: Tenancy = {
    ...{ world, url, timing, faults, keys, door, log: [], rates: newRates(timing) },
    checksTokens: options.checksTokens ?? true,
    now: options.now ?? Date.now,
    ...{ changed: pulse.changed, until: pulse.until, later: pulse.later },
  };
  const keeper = statePath ? newKeeper(statePath, world) : undefined;
  if (keeper) pulse.watchers.add(keeper.soon);
  let closing: Promise<void> | undefined;
  const close = async () => {
    pulse.stop();
    door.close();
    keeper?.now();
    server.closeAllConnections();
    await new Promise<void>(resolve => server.close(() => resolve()));
  };
  door.setBotUrl(options.botUrl);
  serveTenancy(server, tenancy, pulse.watchers);
  return {
    ...{ url, host: new URL(url).host, openIdUrl: `${url}/login/.well-known/openidconfiguration`, world, keys, faults },
    ...{ log: tenancy.log, deliveries: door.deliveries, setBotUrl: door.setBotUrl, raw: door.raw, quiet: door.quiet },
    ...administrationOf(tenancy),
    page: pageOf(tenancy, pulse.watchers),
    serviceUrl: () => serviceUrlOf(tenancy),
    as: userId => personOf(tenancy, userId),
    until: pulse.until,
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}
