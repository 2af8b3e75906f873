// What a Web API method of the stand-in looks like, and the look-ups several of them share.
import type { Tier } from '../limits.ts';
import { type Args, neededArg, Refusal } from '../refusal.ts';
import type { Workspace } from '../workspace.ts';
import type { Channel, User } from '../world.ts';

export type Call = { landingMs: number };
export type Method = {
  scopes: readonly string[];
  tier: Tier;
  /** Which token opens it; the bot's when not said. */
  token?: 'app';
  run(ws: Workspace, args: Args, call: Call): Record<string, unknown>;
};

/** Throws `missing_scope` with what was needed and what there is. */
export function needScope(ws: Workspace, needed: string): void {
  if (!ws.scopes.has(needed)) throw new Refusal('missing_scope', { needed, provided: [...ws.scopes].join(',') });
}

const SCOPE_WORD = { public: 'channels', private: 'groups', im: 'im', mpim: 'mpim' } as const;

/** Throws unless the app may do this in channels of that kind, e.g. `history`. */
export function needScopeFor(ws: Workspace, channel: Channel, what: string): void {
  needScope(ws, `${SCOPE_WORD[channel.kind]}:${what}`);
}

export const isIn = (ws: Workspace, channel: Channel): boolean => channel.members.includes(ws.world.app.botUserId);

/** The channel meant by id; a private one the bot is not in does not exist for it. */
export function channelArg(ws: Workspace, args: Args, name = 'channel'): Channel {
  const channel = ws.world.channels[neededArg(args, name)];
  if (!channel || (channel.kind !== 'public' && !isIn(ws, channel))) throw new Refusal('channel_not_found');
  return channel;
}

/** A person of the workspace, or the refusal of that name. */
export function userNamed(ws: Workspace, id: string, refusal = 'user_not_found'): User {
  const user = ws.world.users[id];
  if (!user) throw new Refusal(refusal);
  return user;
}
