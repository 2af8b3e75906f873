// What administrators of a workspace do: people and channels come and go, the bot is let in or put out; and what the app hears of it.
import { letIn } from './methods/conversations.ts';
import { describedUser } from './methods/users.ts';
import { sendEvent } from './posts.ts';
import type { Workspace } from './workspace.ts';
import { type Channel, newId, type User } from './world.ts';

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

export type Administration = {
  addUser(user: NewUser): User;
  addChannel(channel: NewChannel): Channel;
  inviteBot(channelId: string): void;
  removeBot(channelId: string): void;
  archive(channelId: string): void;
  /** The person leaves the organisation: they stay known, but are out of every channel. */
  deactivate(userId: string): void;
  uninstall(): void;
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
  const fresh = { isArchived: false, created: Math.floor(Date.now() / 1000), messages: [], pins: [] };
  const channel: Channel = { id, name, kind: isPrivate ? 'private' : 'public', members: all, ...fresh };
  ws.world.channels[id] = channel;
  ws.changed();
  return channel;
}

function channelNamed(ws: Workspace, id: string): Channel {
  const channel = ws.world.channels[id];
  if (!channel) throw new Error(`There is no channel ${id}`);
  return channel;
}

function removeBot(ws: Workspace, id: string): void {
  const channel = channelNamed(ws, id);
  channel.members = channel.members.filter(each => each !== ws.world.app.botUserId);
  sendEvent(ws, { type: channel.kind === 'public' ? 'channel_left' : 'group_left', channel: id });
  ws.changed();
}

function archive(ws: Workspace, id: string): void {
  const channel = channelNamed(ws, id);
  channel.isArchived = true;
  const type = channel.kind === 'public' ? 'channel_archive' : 'group_archive';
  if (channel.members.includes(ws.world.app.botUserId))
    sendEvent(ws, { type, channel: id, user: 'USLACKBOT', is_moved: 0 });
  ws.changed();
}

function deactivate(ws: Workspace, id: string): void {
  const user = ws.world.users[id];
  if (!user) throw new Error(`There is nobody ${id}`);
  user.deleted = true;
  for (const channel of Object.values(ws.world.channels)) {
    if (channel.kind === 'im' || channel.kind === 'mpim') continue;
    channel.members = channel.members.filter(each => each !== id);
  }
  const event = { type: 'user_change', user: describedUser(ws, user), cache_ts: Math.floor(Date.now() / 1000) };
  if (ws.scopes.has('users:read')) sendEvent(ws, event);
  ws.changed();
}

function uninstall(ws: Workspace): void {
  sendEvent(ws, { type: 'tokens_revoked', tokens: { oauth: [], bot: [ws.world.app.botUserId] } });
  sendEvent(ws, { type: 'app_uninstalled' });
  ws.world.app.installed = false;
  ws.changed();
}

/** The administrators of one workspace. */
export function administrationOf(ws: Workspace): Administration {
  return {
    addUser: user => addUser(ws, user),
    addChannel: channel => addChannel(ws, channel),
    inviteBot: id => letIn(ws, channelNamed(ws, id), ws.world.app.botUserId),
    removeBot: id => removeBot(ws, id),
    archive: id => archive(ws, id),
    deactivate: id => deactivate(ws, id),
    uninstall: () => uninstall(ws),
  };
}
