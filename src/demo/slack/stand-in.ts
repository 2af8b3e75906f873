// A strict local stand-in for Slack, for tests and the demo: starts it, fills it with people and channels, and lets somebody act as one of them.
import type { Delivery } from './door.ts';
import { newDoor } from './door.ts';
import { type Faults, newFaults } from './faults.ts';
import { keptWorld, newKeeper } from './keep.ts';
import { REAL_TIMING, type Timing } from './limits.ts';
import { letIn } from './methods/conversations.ts';
import { describedUser } from './methods/users.ts';
import { type Person, personOf } from './person.ts';
import { sendEvent } from './posts.ts';
import { newRates } from './rates.ts';
import { type Elsewhere, listen, serveWorkspace } from './server.ts';
import { newSockets } from './sockets.ts';
import { newTriggers } from './triggers.ts';
import { ALL_SCOPES } from './web-api.ts';
import { type LoggedCall, newPulse, type Workspace } from './workspace.ts';
import { type Channel, newId, newWorld, type User, type World } from './world.ts';

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

export type NewUser = {
  id?: string;
  name: string;
  realName: string;
  email: string;
  tz?: string;
  title?: string;
  isBot?: boolean;
  deleted?: boolean;
};
export type NewChannel = {
  id?: string;
  name: string;
  isPrivate?: boolean;
  members?: readonly string[];
  botIn?: boolean;
};

export type StandIn = {
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
  addUser(user: NewUser): User;
  addChannel(channel: NewChannel): Channel;
  as(userId: string): Person;
  /** Resolves with what `check` gives as soon as that is something; undefined when the time (3 s) is up. */
  until<T>(check: () => T | undefined | false, ms?: number): Promise<T | undefined>;
  /** What administrators do. */
  inviteBot(channelId: string): void;
  removeBot(channelId: string): void;
  archive(channelId: string): void;
  deactivate(userId: string): void;
  uninstall(): void;
  disconnectSockets(reason?: string): void;
  /** How many sockets the bot has open. */
  sockets(): number;
  close(): Promise<void>;
};

function addUser(
  ws: Workspace,
  { id = newId('U'), tz = 'Europe/London', title = '', isBot = false, deleted = false, ...names }: NewUser,
): User {
  const user: User = { id, ...names, tz, title, isBot, deleted };
  ws.world.users[id] = user;
  ws.changed();
  return user;
}

function addChannel(
  ws: Workspace,
  { id = newId('C'), name, isPrivate = false, members = [], botIn = false }: NewChannel,
): Channel {
  const all = botIn ? [...members, ws.world.app.botUserId] : [...members];
  const created = Math.floor(Date.now() / 1000);
  const channel: Channel = {
    id,
    name,
    kind: isPrivate ? 'private' : 'public',
    members: all,
    isArchived: false,
    created,
    messages: [],
    pins: [],
  };
  ws.world.channels[id] = channel;
  ws.changed();
  return channel;
}

function channelNamed(ws: Workspace, id: string): Channel {
  const channel = ws.world.channels[id];
  if (!channel) throw new Error(`There is no channel ${id}`);
  return channel;
}

/** What administrators do to a workspace, and what the app hears of it. */
function administration(
  ws: Workspace,
): Pick<StandIn, 'inviteBot' | 'removeBot' | 'archive' | 'deactivate' | 'uninstall'> {
  const bot = ws.world.app.botUserId;
  return {
    inviteBot: id => letIn(ws, channelNamed(ws, id), bot),
    removeBot: id => {
      const channel = channelNamed(ws, id);
      channel.members = channel.members.filter(each => each !== bot);
      sendEvent(ws, { type: channel.kind === 'public' ? 'channel_left' : 'group_left', channel: id });
      ws.changed();
    },
    archive: id => {
      const channel = channelNamed(ws, id);
      channel.isArchived = true;
      const type = channel.kind === 'public' ? 'channel_archive' : 'group_archive';
      if (channel.members.includes(bot)) sendEvent(ws, { type, channel: id, user: 'USLACKBOT', is_moved: 0 });
      ws.changed();
    },
    deactivate: id => {
      const user = ws.world.users[id];
      if (!user) throw new Error(`There is nobody ${id}`);
      user.deleted = true;
      for (const channel of Object.values(ws.world.channels)) {
        if (channel.kind === 'public' || channel.kind === 'private')
          channel.members = channel.members.filter(each => each !== id);
      }
      if (ws.scopes.has('users:read'))
        sendEvent(ws, { type: 'user_change', user: describedUser(ws, user), cache_ts: Math.floor(Date.now() / 1000) });
      ws.changed();
    },
    uninstall: () => {
      sendEvent(ws, { type: 'tokens_revoked', tokens: { oauth: [], bot: [bot] } });
      sendEvent(ws, { type: 'app_uninstalled' });
      ws.world.app.installed = false;
      ws.changed();
    },
  };
}

/** Starts a stand-in on loopback; throws when the port is taken. */
export async function startStandIn(options: StandInOptions): Promise<StandIn> {
  const { statePath, command = '/mentor', scopes = ALL_SCOPES } = options;
  const world =
    (statePath ? keptWorld(statePath) : undefined) ??
    newWorld(options.teamId ?? newId('T'), options.appId ?? newId('A'));
  const timing: Timing = { ...REAL_TIMING, ...options.timing };
  const faults = newFaults();
  const sockets = newSockets(() => world.app.id);
  const pulse = newPulse(world, options.now ?? Date.now);
  const door = newDoor(options.signingSecret, timing, faults, sockets, pulse.later);
  const { server, url } = await listen(options.port ?? 0);
  const tokens = { bot: options.botToken, app: options.appToken };
  const ws: Workspace = {
    ...{ world, url, command, tokens, timing, faults, door, sockets, scopes: new Set(scopes) },
    ...{ rates: newRates(timing), triggers: newTriggers(timing.triggerMs), responseUrls: new Map(), log: [] },
    ...{ newTs: pulse.newTs, changed: pulse.changed, until: pulse.until, later: pulse.later },
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
    ...administration(ws),
    setBotUrl: door.setBotUrl,
    addUser: user => addUser(ws, user),
    addChannel: channel => addChannel(ws, channel),
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
