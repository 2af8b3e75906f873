// Web API: channels, their members, and reading them.
import { LIMITS } from '../limits.ts';
import { sendEvent } from '../posts.ts';
import { type Args, flagArg, neededArg, pageOf, Refusal, textArg } from '../refusal.ts';
import type { Workspace } from '../workspace.ts';
import { asSent, type Channel, type KeptMessage, landed } from '../world.ts';
import { openDirect } from './chat.ts';
import { channelArg, isIn, type Method, needScope, needScopeFor, userNamed } from './method.ts';

function described(ws: Workspace, channel: Channel): Record<string, unknown> {
  const { kind, id, name, created } = channel;
  const partner = channel.members.find(each => each !== ws.world.app.botUserId);
  return {
    id,
    name: kind === 'im' ? undefined : name,
    name_normalized: kind === 'im' ? undefined : name,
    user: kind === 'im' ? partner : undefined,
    is_user_deleted: kind === 'im' ? ws.world.users[partner ?? '']?.deleted : undefined,
    is_channel: kind === 'public' || kind === 'private',
    is_group: false,
    is_im: kind === 'im',
    is_mpim: kind === 'mpim',
    is_private: kind !== 'public',
    is_archived: channel.isArchived,
    is_member: isIn(ws, channel),
    is_general: false,
    created,
    context_team_id: ws.world.team.id,
  };
}

function readable(ws: Workspace, args: Args): Channel {
  const channel = channelArg(ws, args);
  needScopeFor(ws, channel, 'history');
  if (!isIn(ws, channel)) throw new Refusal('not_in_channel');
  return channel;
}

function asRead(channel: Channel, message: KeptMessage, args: Args): Record<string, unknown> {
  const { metadata, ...sent } = asSent(message);
  const replies = landed(channel).filter(each => each.thread_ts === message.ts && each.ts !== message.ts);
  return {
    ...sent,
    ...(metadata && flagArg(args, 'include_all_metadata') ? { metadata } : {}),
    ...(replies.length > 0 ? { reply_count: replies.length, latest_reply: replies.at(-1)?.ts } : {}),
  };
}

function inTime(messages: KeptMessage[], args: Args): KeptMessage[] {
  const oldest = Number(textArg(args, 'oldest') ?? 0);
  const latest = Number(textArg(args, 'latest') ?? Number.POSITIVE_INFINITY);
  const isInclusive = flagArg(args, 'inclusive');
  return messages.filter(({ ts }) => {
    const at = Number(ts);
    return isInclusive ? at >= oldest && at <= latest : at > oldest && at < latest;
  });
}

function readPage(channel: Channel, messages: KeptMessage[], args: Args): Record<string, unknown> {
  const { page, next } = pageOf(messages, args, LIMITS.historyPage);
  return {
    messages: page.map(message => asRead(channel, message, args)),
    has_more: next !== '',
    pin_count: channel.pins.length,
    ...(next === '' ? {} : { response_metadata: { next_cursor: next } }),
  };
}

/** Lets somebody into a channel and tells the app, if it is there. */
export function letIn(ws: Workspace, channel: Channel, userId: string, inviter?: string): void {
  if (channel.members.includes(userId)) return;
  channel.members.push(userId);
  if (isIn(ws, channel) && ws.scopes.has(channel.kind === 'public' ? 'channels:read' : 'groups:read'))
    sendEvent(ws, {
      type: 'member_joined_channel',
      user: userId,
      channel: channel.id,
      channel_type: channel.kind === 'public' ? 'C' : 'G',
      team: ws.world.team.id,
      ...(inviter ? { inviter } : {}),
    });
  ws.changed();
}

export const conversationMethods: Record<string, Method> = {
  'conversations.open': {
    scopes: [],
    tier: 't3',
    run: (ws, args) => {
      if (textArg(args, 'channel') !== undefined) return { channel: { id: channelArg(ws, args).id } };
      const users =
        textArg(args, 'users')
          ?.split(',')
          .map(each => each.trim()) ?? [];
      if (users.length === 0) throw new Refusal('users_list_not_supplied');
      if (users.length > LIMITS.openUsers) throw new Refusal('too_many_users');
      needScope(ws, users.length === 1 ? 'im:write' : 'mpim:write');
      const channel = openDirect(ws, users);
      return { channel: flagArg(args, 'return_im') ? described(ws, channel) : { id: channel.id } };
    },
  },
  'conversations.info': {
    scopes: [],
    tier: 't3',
    run: (ws, args) => {
      const channel = channelArg(ws, args);
      needScopeFor(ws, channel, 'read');
      const members = flagArg(args, 'include_num_members') ? { num_members: channel.members.length } : {};
      return { channel: { ...described(ws, channel), ...members } };
    },
  },
  'conversations.list': {
    scopes: [],
    tier: 't2',
    run: (ws, args) => {
      const types = (textArg(args, 'types') ?? 'public_channel').split(',').map(each => each.trim());
      const kinds = types.map(
        type => ({ public_channel: 'public', private_channel: 'private', im: 'im', mpim: 'mpim' })[type],
      );
      if (kinds.includes(undefined)) throw new Refusal('invalid_types');
      for (const kind of kinds) needScopeFor(ws, { kind } as Channel, 'read');
      const all = Object.values(ws.world.channels).filter(
        channel =>
          kinds.includes(channel.kind) &&
          (channel.kind === 'public' || isIn(ws, channel)) &&
          !(flagArg(args, 'exclude_archived') && channel.isArchived),
      );
      const { page, next } = pageOf(all, args, LIMITS.listPage);
      return {
        channels: page.map(channel => ({ ...described(ws, channel), num_members: channel.members.length })),
        response_metadata: { next_cursor: next },
      };
    },
  },
  'conversations.members': {
    scopes: [],
    tier: 't4',
    run: (ws, args) => {
      const channel = channelArg(ws, args);
      needScopeFor(ws, channel, 'read');
      const { page, next } = pageOf(channel.members, args, LIMITS.listPage);
      return { members: page, response_metadata: { next_cursor: next } };
    },
  },
  'conversations.history': {
    scopes: [],
    tier: 't3',
    run: (ws, args) => {
      const channel = readable(ws, args);
      const heads = landed(channel).filter(each => each.thread_ts === undefined || each.thread_ts === each.ts);
      return readPage(channel, inTime(heads, args).reverse(), args);
    },
  },
  'conversations.replies': {
    scopes: [],
    tier: 't3',
    run: (ws, args) => {
      const channel = readable(ws, args);
      const ts = neededArg(args, 'ts');
      const thread = landed(channel).filter(each => each.ts === ts || each.thread_ts === ts);
      if (!thread.some(each => each.ts === ts)) throw new Refusal('thread_not_found');
      return readPage(channel, inTime(thread, args), args);
    },
  },
  'conversations.join': {
    scopes: ['channels:join'],
    tier: 't3',
    run: (ws, args) => {
      const channel = channelArg(ws, args);
      if (channel.kind !== 'public') throw new Refusal('method_not_supported_for_channel_type');
      if (channel.isArchived) throw new Refusal('is_archived');
      const already = isIn(ws, channel);
      letIn(ws, channel, ws.world.app.botUserId);
      return { channel: described(ws, channel), ...(already ? { warning: 'already_in_channel' } : {}) };
    },
  },
  'conversations.invite': {
    scopes: [],
    tier: 't3',
    run: (ws, args) => {
      const channel = channelArg(ws, args);
      needScope(ws, channel.kind === 'public' ? 'channels:manage' : 'groups:write');
      const users = neededArg(args, 'users').split(',');
      if (users.length > LIMITS.inviteUsers) throw new Refusal('too_many_users');
      if (channel.isArchived) throw new Refusal('is_archived');
      if (!isIn(ws, channel)) throw new Refusal('not_in_channel');
      for (const id of users) {
        if (id === ws.world.app.botUserId) throw new Refusal('cant_invite_self');
        if (userNamed(ws, id).deleted) throw new Refusal('user_not_found');
        if (channel.members.includes(id)) throw new Refusal('already_in_channel');
      }
      for (const id of users) letIn(ws, channel, id, ws.world.app.botUserId);
      return { channel: described(ws, channel) };
    },
  },
};
