// Who is in a team and which channels it has, as Teams' roster tells it: read page by page, and kept for a minute.
import { z } from 'zod';
import { withoutThread } from './activity.ts';
import {
  type ChannelContact,
  channelAddress,
  channelAt,
  keepChannel,
  lastSpot,
  type Spot,
  teamsHere,
} from './contacts.ts';
import type { TeamsDoor } from './door.ts';
import { isAbsent } from './refusals.ts';

const PAGE = '500';
/** Larger rosters are read no further. */
const MOST_PAGES = 20;

const memberOf = z.looseObject({
  id: z.string(),
  name: z.string().nullish(),
  aadObjectId: z.string().nullish(),
  objectId: z.string().nullish(),
  email: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
  userRole: z.string().nullish(),
});
const pageOf = z.looseObject({ members: z.array(memberOf), continuationToken: z.string().nullish() });
const channelsOf = z.looseObject({
  conversations: z.array(z.looseObject({ id: z.string(), name: z.string().nullish(), type: z.string().nullish() })),
});

export type Member = {
  user: string;
  person: string;
  name: string;
  email?: string;
  chatName?: string;
  isGuest: boolean;
};
export type TeamChannel = { address: string; team: string; teamName: string; name: string; kind: string } & Spot;

function asMember(read: z.infer<typeof memberOf>): Member | undefined {
  const person = read.aadObjectId ?? read.objectId;
  if (!person) return undefined;
  const { userPrincipalName: upn, email } = read;
  return {
    user: read.id,
    person,
    name: read.name ?? '',
    ...(email ? { email } : {}),
    ...(upn ? { chatName: upn } : {}),
    isGuest: read.userRole?.toLowerCase() === 'guest' || upn?.includes('#EXT#') === true,
  };
}

async function readMembers(door: TeamsDoor, { service }: Spot, conversation: string): Promise<Member[]> {
  const found: Member[] = [];
  let token: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer = await door.prompt({
      service,
      method: 'GET',
      path: ['conversations', conversation, 'pagedmembers'],
      query: { pageSize: PAGE, ...(token ? { continuationToken: token } : {}) },
      ms: door.budgets.interactionMs,
      conversation,
      about: 'members',
    });
    const { members, continuationToken } = pageOf.parse(answer);
    found.push(...members.flatMap(member => asMember(member) ?? []));
    token = continuationToken ?? undefined;
    if (!token) break;
  }
  return found;
}

/** Who is in a team or channel. Throws when Teams cannot be asked. */
export function membersOf(door: TeamsDoor, spot: Spot, conversation: string): Promise<Member[]> {
  const held = door.members.get(conversation);
  if (held) return held;
  const asked = readMembers(door, spot, conversation);
  door.members.set(conversation, asked);
  // What went wrong is not kept.
  asked.catch(() => door.members.delete(conversation));
  return asked;
}

/** Everybody in the teams where the bot is, each once; a team that cannot be asked is left out. */
export async function everybody(door: TeamsDoor): Promise<Member[]> {
  const teams = await teamsHere(door);
  const rosters = await Promise.all(teams.map(team => membersOf(door, team, team.id).catch(() => [])));
  return [...new Map(rosters.flat().map(member => [member.person, member])).values()];
}

/** One member of a conversation; undefined when they are not in it. Throws when Teams cannot be asked. */
export async function memberAt(
  door: TeamsDoor,
  { service }: Spot,
  conversation: string,
  id: string,
): Promise<Member | undefined> {
  try {
    const answer = await door.prompt({
      service,
      method: 'GET',
      path: ['conversations', conversation, 'members', id],
      ms: door.budgets.interactionMs,
      conversation,
      about: 'members',
    });
    return asMember(memberOf.parse(answer));
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

async function readChannels(door: TeamsDoor, team: Spot & { id: string; name: string }): Promise<TeamChannel[]> {
  const { service, bot } = team;
  const answer = await door.prompt({
    service,
    method: 'GET',
    path: ['teams', team.id, 'conversations'],
    ms: door.budgets.interactionMs,
    conversation: team.id,
    about: 'members',
  });
  return channelsOf.parse(answer).conversations.map(({ id, name, type }) => ({
    ...{ service, bot },
    address: channelAddress(door, id),
    team: team.id,
    teamName: team.name,
    // Teams leaves the name of a team's first channel out, so that each client can say it in its own language.
    name: name ?? 'General',
    kind: type ?? 'standard',
  }));
}

/** All channels that the bot can see, team by team; a team that cannot be asked is left out. */
export async function channelsHere(door: TeamsDoor): Promise<TeamChannel[]> {
  const teams = await teamsHere(door);
  const asked = teams.map(team => {
    const held = door.channels.get(team.id);
    if (held) return held;
    const reading = readChannels(door, team);
    door.channels.set(team.id, reading);
    reading.catch(() => door.channels.delete(team.id));
    return reading;
  });
  return (await Promise.allSettled(asked)).flatMap(each => (each.status === 'fulfilled' ? each.value : []));
}

/** What is known of a channel: what we remember, else what its team tells; undefined when the bot cannot see it. */
export async function channelKnown(door: TeamsDoor, id: string): Promise<ChannelContact | undefined> {
  const address = channelAddress(door, withoutThread(id));
  const kept = await channelAt(door, address);
  if (kept) return kept;
  const found = (await channelsHere(door)).find(channel => channel.address === address);
  if (!found) return undefined;
  const { service, bot, team, teamName, name, kind } = found;
  const note: ChannelContact = { service, bot, team, name: `${teamName} › ${name}`, kind };
  await keepChannel(door, address, note);
  return note;
}

/** The member behind an account, in whichever team of ours; undefined when in none. */
export async function memberKnown(door: TeamsDoor, person: string): Promise<Member | undefined> {
  for (const team of await teamsHere(door)) {
    const found = await memberAt(door, team, team.id, person);
    if (found) return found;
  }
  return undefined;
}

/** Where to speak from, when nothing nearer is known. */
export const anySpot = async (door: TeamsDoor): Promise<Spot | undefined> =>
  (await lastSpot(door)) ?? (await teamsHere(door))[0];
