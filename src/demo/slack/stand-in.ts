// A strict local stand-in for Slack, for tests and the demo: starts it, fills it with people and channels, and lets somebody act as one of them.
import { keptWorld, newKeeper } from '../keep.ts';
import type { Elsewhere } from '../local.ts';
import { newPulse } from '../pulse.ts';
import { type Administration, administrationOf } from './administration.ts';
import type { Delivery } from './door.ts';
import { newDoor } from './door.ts';
import { type Faults, newFaults } from './faults.ts';
import { REAL_TIMING, type Timing } from './limits.ts';
import { type Person, personOf } from './person.ts';
import { newRates } from './rates.ts';
import { listen, serveWorkspace } from './server.ts';
import { newSockets } from './sockets.ts';
import { newTriggers } from './triggers.ts';
import { ALL_SCOPES } from './web-api.ts';
import type { LoggedCall, Workspace } from './workspace.ts';
import { newId, newWorld, nextTs, type World } from './world.ts';

export type StandInOptions = {
  port?: number;
  signingSecret: string;
  botToken: string;
  appToken?: string;
  appId?: string;
  teamId?: string;
  /** `/mentor` when not said. */
  command?: string;
  /** Where the bot takes requests, ending in `/slack/events`; may be set later, and is not used while a socket is open. */
  botUrl?: string;
  /** What the app may do; everything the stand-in knows when not said. */
  scopes?: readonly string[];
  /** Milliseconds, for the timestamps of messages only. */
  now?: () => number;
  timing?: Partial<Timing>;
  /** A file to keep the world in and go on from. */
  statePath?: string;
  /** Serves paths the stand-in does not know, such as the demo's page. */
  elsewhere?: Elsewhere;
};

export type StandIn = Administration & {
  url: string;
  /** For `slackApiUrl`. */
  apiUrl: string;
  world: World;
  faults: Faults;
  /** Every Web API call, oldest first. */
  log: LoggedCall[];
  /** Everything sent to the bot, with what it answered. */
  deliveries: Delivery[];
  setBotUrl(url: string | undefined): void;
  as(userId: string): Person;
  /** Resolves with what `check` gives as soon as that is something; undefined when the time (3 s) is up. */
  until<T>(check: () => T | undefined | false, ms?: number): Promise<T | undefined>;
  disconnectSockets(reason?: string): void;
  /** How many sockets the bot has open. */
  sockets(): number;
  close(): Promise<void>;
};

/** Starts a stand-in on loopback; throws when the port is taken. */
export async function startStandIn(options: StandInOptions): Promise<StandIn> {
  const { statePath, command = '/mentor', scopes = ALL_SCOPES } = options;
  const world =
    (statePath ? keptWorld<World>(statePath) : undefined) ??
    newWorld(options.teamId ?? newId('T'), options.appId ?? newId('A'));
  const timing: Timing = { ...REAL_TIMING, ...options.timing };
  const faults = newFaults();
  const sockets = newSockets(() => world.app.id);
  const now = options.now ?? Date.now;
  const pulse = newPulse(world);
  const door = newDoor(options.signingSecret, timing, faults, sockets, pulse.later);
  const { server, url } = await listen(options.port ?? 0);
  const tokens = { bot: options.botToken, app: options.appToken };
  const ws: Workspace = {
    ...{ world, url, command, tokens, timing, faults, door, sockets, scopes: new Set(scopes) },
    ...{ rates: newRates(timing), triggers: newTriggers(timing.triggerMs), responseUrls: new Map(), log: [] },
    ...{ newTs: () => nextTs(world, now()), changed: pulse.changed, until: pulse.until, later: pulse.later },
  };
  const keeper = statePath ? newKeeper(statePath, world) : undefined;
  if (keeper) pulse.watchers.add(keeper.soon);
  let closing: Promise<void> | undefined;
  const close = async () => {
    pulse.stop();
    door.close();
    await sockets.close();
    keeper?.now();
    server.closeAllConnections();
    await new Promise<void>(resolve => server.close(() => resolve()));
  };
  door.setBotUrl(options.botUrl);
  serveWorkspace(server, ws, pulse.watchers, options.elsewhere);
  return {
    ...{ url, apiUrl: `${url}/api/`, world, faults, log: ws.log, deliveries: door.deliveries },
    ...administrationOf(ws),
    setBotUrl: door.setBotUrl,
    as: userId => personOf(ws, userId),
    until: pulse.until,
    disconnectSockets: sockets.disconnect,
    sockets: sockets.connected,
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}
