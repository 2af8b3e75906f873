// Web API: posting, changing and deleting messages, links to them, and pins.
import { botMessage, checkedChange, checkedContent, isEmptyObject, postInto, showOnlyTo } from '../posts.ts';
import { type Args, neededArg, Refusal, textArg } from '../refusal.ts';
import type { Workspace } from '../workspace.ts';
import { asSent, type Channel, directChannel, type KeptMessage, landed } from '../world.ts';
import { channelArg, isIn, type Method, userNamed } from './method.ts';

function idOfName(ws: Workspace, name: string): string {
  const plain = name.replace(/^#/, '');
  return Object.values(ws.world.channels).find(each => each.kind === 'public' && each.name === plain)?.id ?? name;
}

/** The channel a post goes to: an id, a name, or a person's id (their direct channel). */
export function postTarget(ws: Workspace, args: Args): Channel {
  const name = neededArg(args, 'channel');
  const user = ws.world.users[name];
  const channel = user
    ? directChannel(ws.world, [ws.world.app.botUserId, name])
    : channelArg(ws, { channel: ws.world.channels[name] ? name : idOfName(ws, name) });
  const partner = channel.kind === 'im' ? channel.members.find(id => id !== ws.world.app.botUserId) : undefined;
  if (partner && ws.world.users[partner]?.deleted) throw new Refusal('user_disabled');
  if (partner && ws.world.users[partner]?.isBot) throw new Refusal('cannot_dm_bot');
  if (channel.isArchived) throw new Refusal('is_archived');
  if (!isIn(ws, channel) && !ws.scopes.has('chat:write.public')) throw new Refusal('not_in_channel');
  return channel;
}

/** A message that has landed, by its ts. */
export function messageAt(channel: Channel, ts: string): KeptMessage {
  const message = landed(channel).find(each => each.ts === ts);
  if (!message) throw new Refusal('message_not_found');
  return message;
}

function ownMessage(ws: Workspace, args: Args, refusal: string): { channel: Channel; message: KeptMessage } {
  const channel = channelArg(ws, args);
  const message = messageAt(channel, neededArg(args, 'ts'));
  if (message.user !== ws.world.app.botUserId) throw new Refusal(refusal);
  return { channel, message };
}

function threadOf(channel: Channel, args: Args): { thread_ts: string } | undefined {
  const ts = textArg(args, 'thread_ts');
  if (ts === undefined) return undefined;
  const parent = channel.messages.find(each => each.ts === ts);
  if (!parent) throw new Refusal('cannot_reply_to_message');
  parent.thread_ts ??= ts;
  return { thread_ts: parent.thread_ts };
}

const permalink = (ws: Workspace, channel: Channel, ts: string): string =>
  `https://${ws.world.team.domain}.slack.com/archives/${channel.id}/p${ts.replace('.', '')}`;

export const chatMethods: Record<string, Method> = {
  'chat.postMessage': {
    scopes: ['chat:write'],
    tier: 'special',
    run: (ws, args, { landingMs }) => {
      const channel = postTarget(ws, args);
      const content = checkedContent(args);
      const wait = ws.rates.waitForPost(channel.id);
      if (wait > 0) throw new Refusal('ratelimited', { retryAfter: wait });
      const message = postInto(ws, channel, botMessage(ws, content, threadOf(channel, args)), landingMs);
      return { channel: channel.id, ts: message.ts, message: asSent(message) };
    },
  },
  'chat.update': {
    scopes: ['chat:write'],
    tier: 't3',
    run: (ws, args) => {
      const { channel, message } = ownMessage(ws, args, 'cant_update_message');
      if (channel.isArchived) throw new Refusal('is_inactive');
      Object.assign(message, checkedChange(args), { edited: { user: message.user, ts: ws.newTs() } });
      if (message.blocks?.length === 0) delete message.blocks;
      if (isEmptyObject(args['metadata'])) delete message.metadata;
      ws.changed();
      return { channel: channel.id, ts: message.ts, text: message.text, message: asSent(message) };
    },
  },
  'chat.delete': {
    scopes: ['chat:write'],
    tier: 't3',
    run: (ws, args) => {
      const { channel, message } = ownMessage(ws, args, 'cant_delete_message');
      channel.messages = channel.messages.filter(each => each !== message);
      ws.changed();
      return { channel: channel.id, ts: message.ts };
    },
  },
  'chat.postEphemeral': {
    scopes: ['chat:write'],
    tier: 't4',
    run: (ws, args) => {
      const channel = channelArg(ws, args);
      const userId = neededArg(args, 'user');
      const content = checkedContent(args);
      if (channel.isArchived) throw new Refusal('is_archived');
      if (!isIn(ws, channel)) throw new Refusal('not_in_channel');
      if (!channel.members.includes(userId) || ws.world.users[userId]?.deleted)
        throw new Refusal('user_not_in_channel');
      return { message_ts: showOnlyTo(ws, userId, channel.id, content).ts };
    },
  },
  'chat.getPermalink': {
    scopes: [],
    tier: 'special',
    run: (ws, args) => {
      const channel = channelArg(ws, args);
      const { ts } = messageAt(channel, neededArg(args, 'message_ts'));
      return { channel: channel.id, permalink: permalink(ws, channel, ts) };
    },
  },
  'pins.add': {
    scopes: ['pins:write'],
    tier: 't2',
    run: (ws, args) => {
      const channel = channelArg(ws, args);
      if (!isIn(ws, channel)) throw new Refusal('not_in_channel');
      const { ts } = messageAt(channel, neededArg(args, 'timestamp'));
      if (channel.pins.includes(ts)) throw new Refusal('already_pinned');
      channel.pins.push(ts);
      ws.changed();
      return {};
    },
  },
};

/** A person's direct channel with the bot; refuses people who left. */
export function openDirect(ws: Workspace, userIds: readonly string[]): Channel {
  for (const id of userIds) if (userNamed(ws, id).deleted) throw new Refusal('user_disabled');
  return directChannel(ws.world, [ws.world.app.botUserId, ...userIds]);
}
