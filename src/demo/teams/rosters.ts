// What the bot may look up: members of a conversation, a team and its channels. The wire is in connector.ts.
import { LIMITS } from './limits.ts';
import { needMembership, type Spot, spotOf } from './posts.ts';
import { refused } from './refusal.ts';
import type { Tenancy } from './tenancy.ts';
import { membersOf, type Team, type User } from './world.ts';

const described = ({ world }: Tenancy, user: User) => {
  const [givenName = '', ...rest] = user.name.split(' ');
  return {
    id: user.id,
    name: user.name,
    aadObjectId: user.aadObjectId,
    objectId: user.aadObjectId,
    givenName,
    surname: rest.join(' '),
    email: user.email,
    userPrincipalName: user.userPrincipalName,
    tenantId: world.tenant.id,
    userRole: 'user',
  };
};

function present(tenancy: Tenancy, spot: Spot): User[] {
  const ids = 'chat' in spot ? [spot.user.id] : membersOf(tenancy.world, spot.channel);
  return ids.map(id => tenancy.world.users[id]).filter((user): user is User => user !== undefined && !user.deleted);
}

function inConversation(tenancy: Tenancy, conversationId: string): User[] {
  const spot = spotOf(tenancy, conversationId);
  needMembership(tenancy, spot);
  return present(tenancy, spot);
}

export const members = (tenancy: Tenancy, conversationId: string) =>
  inConversation(tenancy, conversationId).map(user => described(tenancy, user));

/** One page of the roster; a personal chat has one only. */
export function pagedMembers(tenancy: Tenancy, conversationId: string, query: URLSearchParams) {
  const all = members(tenancy, conversationId);
  const asked = Number(query.get('pageSize') ?? LIMITS.rosterPage.most);
  const size = Math.min(LIMITS.rosterPage.most, Math.max(LIMITS.rosterPage.least, Number.isNaN(asked) ? 0 : asked));
  const from = Number(Buffer.from(query.get('continuationToken') ?? '', 'base64url').toString() || '0');
  if (!Number.isInteger(from)) throw refused('BadArgument', 'The continuation token is none');
  const next =
    from + size < all.length ? { continuationToken: Buffer.from(String(from + size)).toString('base64url') } : {};
  return { ...next, members: all.slice(from, from + size) };
}

/** Somebody of a conversation, by either of their ids or their sign-in name. */
export function member(tenancy: Tenancy, conversationId: string, id: string) {
  const found = inConversation(tenancy, conversationId).find(user =>
    [user.id, user.aadObjectId, user.userPrincipalName].includes(id),
  );
  if (!found) throw refused('MemberNotFoundInConversation');
  return described(tenancy, found);
}

function teamOf({ world }: Tenancy, id: string): Team {
  const team = world.teams[id];
  if (!team || team.isDeleted) throw refused('ConversationNotFound', 'Team not found.');
  if (!team.hasBot) throw refused('BotNotInConversationRoster');
  return team;
}

export function team(tenancy: Tenancy, id: string) {
  const { world } = tenancy;
  const found = teamOf(tenancy, id);
  const channelCount = Object.values(world.channels).filter(each => each.teamId === id && !each.isDeleted).length;
  const { aadGroupId, name, members: people } = found;
  return {
    id,
    name,
    aadGroupId,
    channelCount,
    memberCount: people.length,
    tenantId: world.tenant.id,
    type: 'standard',
  };
}

/** The channels of a team; the first one has no name, as clients name it in each one's language. Private ones only where the bot is. */
export function channels(tenancy: Tenancy, id: string) {
  teamOf(tenancy, id);
  const all = Object.values(tenancy.world.channels).filter(each => each.teamId === id && !each.isDeleted && each.botIn);
  return {
    conversations: all.map(each => ({ id: each.id, ...(each.id === id ? {} : { name: each.name }), type: each.type })),
  };
}
