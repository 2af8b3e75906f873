// The tenant as plain data: people, chats, teams, messages, dialogs. It can be written to a file as it is; how it changes is up to the other files.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Card, Thing, Typed } from './shapes.ts';

export type User = {
  /** As this bot knows them (`29:…`); another bot would see another id. */
  id: string;
  aadObjectId: string;
  name: string;
  email: string;
  userPrincipalName: string;
  title: string;
  deleted: boolean;
  /** The bot is installed in their personal chat. */
  hasBot: boolean;
  /** They blocked it there. */
  blockedBot: boolean;
};

/** A card before one person: as it stands for them, what they typed, which parts they opened, what stands beside the questions. */
export type Surface = { card: Card; typed: Typed; open: string[]; problems: Record<string, string>; failure?: string };

export type Attachment = { contentType: string; content?: unknown; contentUrl?: string; name?: string };
export type Message = {
  id: string;
  /** The bot's id or a person's. */
  from: string;
  text: string;
  textFormat: string;
  summary: string;
  attachments: Attachment[];
  entities: Thing[];
  at: string;
  /** The post it answers, in a channel. */
  root?: string;
  edited?: string;
  isDeleted?: true;
  /** What only the stand-in knows: when it becomes visible, and the card as each reader has it before them. */
  landsAt?: number;
  surfaces: Record<string, Surface>;
};

export type Chat = { id: string; userId: string; messages: Message[] };
export type Channel = {
  id: string;
  teamId: string;
  name: string;
  type: 'standard' | 'private';
  /** Only of a private one; a standard channel has its team's. */
  members: string[];
  botIn: boolean;
  isDeleted: boolean;
  messages: Message[];
};
export type Team = {
  id: string;
  aadGroupId: string;
  name: string;
  members: string[];
  hasBot: boolean;
  isArchived: boolean;
  isDeleted: boolean;
};

/** A dialog (task module) over somebody's client: a card, or only a sentence. */
export type Dialog = Surface & { title: string; size: Thing; from: { conversationId: string; messageId: string } };
export type KeptFile = { id: string; name: string; userId: string; content: string; size: number; done: boolean };

export type World = {
  tenant: { id: string; name: string };
  app: { id: string; bot: { id: string; name: string }; region: string; isDisabled: boolean };
  users: Record<string, User>;
  chats: Record<string, Chat>;
  teams: Record<string, Team>;
  channels: Record<string, Channel>;
  dialogs: Record<string, Dialog>;
  /** The last sentence a client showed for a moment, by person. */
  toasts: Record<string, string>;
  files: Record<string, KeptFile>;
  lastId: number;
  revision: number;
};

/** An empty tenant with the app in its catalogue. */
export function newWorld(tenantId: string, appId: string, botName: string): World {
  return {
    tenant: { id: tenantId, name: 'Demo University' },
    app: { id: appId, bot: { id: `28:${appId}`, name: botName }, region: 'emea', isDisabled: false },
    users: {},
    chats: {},
    teams: {},
    channels: {},
    dialogs: {},
    toasts: {},
    files: {},
    lastId: 0,
    revision: 0,
  };
}

/** The next id of a message: the given clock in milliseconds, but always later than every id before it. */
export function nextId(world: World, now: number): string {
  world.lastId = Math.max(Math.floor(now), world.lastId + 1);
  return String(world.lastId);
}

/** A person's id as this bot sees it: it follows from who they are and which bot asks. */
export function pairwiseId(appId: string, aadObjectId: string): string {
  return `29:1${createHash('sha256').update(`${appId} ${aadObjectId}`).digest('base64url')}`;
}

export const newActivityId = (): string => `f:${randomUUID()}`;
export const newThreadId = (): string => `19:${randomBytes(16).toString('hex')}@thread.tacv2`;

/** The personal chat of the bot with somebody, made when it is not there yet. */
export function chatWith(world: World, userId: string): Chat {
  const id = `a:1${createHash('sha256').update(`${world.app.id} ${userId} chat`).digest('base64url')}`;
  world.chats[id] ??= { id, userId, messages: [] };
  return world.chats[id];
}

/** The teams a person is in. */
export const teamsOf = (world: World, userId: string): Team[] =>
  Object.values(world.teams).filter(team => !team.isDeleted && team.members.includes(userId));

export const membersOf = (world: World, channel: Channel): string[] =>
  channel.type === 'private' ? channel.members : (world.teams[channel.teamId]?.members ?? []);

/** Messages that people can see by now, oldest first. */
export function landed(messages: readonly Message[]): Message[] {
  const now = Date.now();
  return messages.filter(each => !each.isDeleted && (each.landsAt === undefined || each.landsAt <= now));
}
