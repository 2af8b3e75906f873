// The workspace as plain data: people, channels, messages, views. It can be written to a file as it is; how it changes is up to the other files.
import { createHash, randomBytes, randomInt } from 'node:crypto';
import type { Message, Option, Values, View } from './shapes.ts';

export type User = {
  id: string;
  name: string;
  realName: string;
  email: string;
  tz: string;
  title: string;
  isBot: boolean;
  deleted: boolean;
};

/** A message and what only the stand-in knows about it: when it lands, and what each reader chose in its fields. */
export type KeptMessage = Message & { landsAt?: number; typed?: Record<string, Values> };

export type Channel = {
  id: string;
  name: string;
  kind: 'public' | 'private' | 'im' | 'mpim';
  members: string[];
  isArchived: boolean;
  created: number;
  messages: KeptMessage[];
  pins: string[];
};

/** A view as one person sees it: what they typed, what stands beside the questions, and what was offered in searches. */
export type ShownView = {
  userId: string;
  view: View;
  typed: Values;
  errors: Record<string, string>;
  failure?: string;
  offered: Record<string, Option[]>;
};

export type Ephemeral = { userId: string; channelId: string; message: KeptMessage };
export type KeptFile = { id: string; name: string; title: string; content: string; size: number; shared: boolean };

export type World = {
  team: { id: string; name: string; domain: string };
  app: { id: string; botId: string; botUserId: string; installed: boolean };
  users: Record<string, User>;
  channels: Record<string, Channel>;
  stacks: Record<string, ShownView[]>;
  homes: Record<string, ShownView>;
  ephemerals: Ephemeral[];
  files: Record<string, KeptFile>;
  lastMicros: number;
  revision: number;
};

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** A new id such as Slack's: a letter and ten characters, never the same in two runs (apps remember ids they have seen). */
export function newId(prefix: string): string {
  return prefix + Array.from({ length: 10 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}

/** A new hash of a view: it changes with each update. */
export function newHash(): string {
  return `${Math.floor(Date.now() / 1000)}.${randomBytes(4).toString('hex')}`;
}

/** An empty workspace with the app's bot in it. */
export function newWorld(teamId: string, appId: string): World {
  const botUserId = newId('U');
  const bot: User = {
    id: botUserId,
    name: 'mentor',
    realName: 'Mentor',
    email: '',
    tz: 'Europe/London',
    title: '',
    isBot: true,
    deleted: false,
  };
  return {
    team: { id: teamId, name: 'Demo University', domain: 'demo-university' },
    app: { id: appId, botId: newId('B'), botUserId, installed: true },
    users: { [botUserId]: bot },
    channels: {},
    stacks: {},
    homes: {},
    ephemerals: [],
    files: {},
    lastMicros: 0,
    revision: 0,
  };
}

/** The next message timestamp: the given clock, but always later than every timestamp before it. */
export function nextTs(world: World, now: number): string {
  world.lastMicros = Math.max(Math.floor(now * 1000), world.lastMicros + 1);
  const seconds = Math.floor(world.lastMicros / 1_000_000);
  return `${seconds}.${String(world.lastMicros % 1_000_000).padStart(6, '0')}`;
}

/** The id of a direct channel follows from who is in it, so that it is found among thousands without looking. */
function directId(kind: 'im' | 'mpim', members: readonly string[]): string {
  const digest = createHash('sha256').update(members.join()).digest();
  const letters = [...digest.subarray(0, 10)].map(byte => LETTERS[byte % LETTERS.length]);
  return (kind === 'im' ? 'D' : 'C') + letters.join('');
}

/** The direct-message channel of exactly these people, made when it is not there yet. */
export function directChannel(world: World, members: readonly string[]): Channel {
  const wanted = [...new Set(members)].sort();
  const kind = wanted.length > 2 ? 'mpim' : 'im';
  const id = directId(kind, wanted);
  const found = world.channels[id];
  if (found) return found;
  const channel: Channel = {
    id,
    name: kind === 'im' ? 'directmessage' : `mpdm-${wanted.map(each => world.users[each]?.name).join('--')}-1`,
    kind,
    members: wanted,
    isArchived: false,
    created: Math.floor(Date.now() / 1000),
    messages: [],
    pins: [],
  };
  world.channels[id] = channel;
  return channel;
}

/** Messages of a channel that have landed, oldest first. */
export function landed(channel: Channel): KeptMessage[] {
  const now = Date.now();
  return channel.messages.filter(message => message.landsAt === undefined || message.landsAt <= now);
}

/** A message as it travels, without what only the stand-in knows. */
export function asSent(message: KeptMessage): Message {
  const { landsAt: _landsAt, typed: _typed, ...sent } = message;
  return sent;
}
