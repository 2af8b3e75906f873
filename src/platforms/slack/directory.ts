// Who somebody is and what a channel is, as Slack's directory tells it. What follows from that is the engine's.
import type { ChannelFacts, Profile } from '../../conversation/turn.ts';
import { accountOf, type SlackDoor } from './door.ts';
import { slackError } from './refusals.ts';
import { localId } from './text.ts';

const MOST_MEMBERS = 1000;
const UNKNOWN_PERSON = new Set(['user_not_found', 'users_not_found', 'user_not_visible']);
const UNKNOWN_CHANNEL = new Set(['channel_not_found', 'not_in_channel']);

/** What the directory says of an account; undefined for nobody, and for bots. Throws when Slack cannot be asked. */
export async function profile(door: SlackDoor, account: string): Promise<(Profile & { gone: boolean }) | undefined> {
  const id = localId(door.team, account);
  if (!id) return undefined;
  try {
    const { user } = await door.interactions.users.info({ user: id });
    if (!user || user.is_bot) return undefined;
    const about = user.profile;
    const gone = user.deleted === true;
    if (gone) door.gone.add(id);
    return {
      name: about?.real_name || user.real_name || about?.display_name || user.name || '',
      ...(about?.email ? { email: about.email } : {}),
      ...(user.tz ? { zone: user.tz } : {}),
      ...(about?.title ? { jobTitle: about.title } : {}),
      ...(about?.pronouns ? { pronouns: about.pronouns } : {}),
      isGuest: user.is_restricted === true || user.is_ultra_restricted === true,
      gone,
    };
  } catch (error) {
    if (UNKNOWN_PERSON.has(slackError(error) ?? '')) return undefined;
    throw error;
  }
}

async function membersOf(door: SlackDoor, channel: string): Promise<{ members: string[]; tooManyMembers: boolean }> {
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await door.interactions.conversations.members({ channel, limit: 200, ...(cursor ? { cursor } : {}) });
    found.push(...(page.members ?? []));
    cursor = page.response_metadata?.next_cursor || undefined;
  } while (cursor && found.length <= MOST_MEMBERS);
  const people = found.filter(id => id !== door.botUser).slice(0, MOST_MEMBERS);
  return {
    members: people.map(id => accountOf(door, id)),
    tooManyMembers: cursor !== undefined || found.length > MOST_MEMBERS,
  };
}

/** What is known of a channel; undefined when it is not there for us. Throws when Slack cannot be asked. */
export async function channelFacts(door: SlackDoor, address: string): Promise<ChannelFacts | undefined> {
  const id = localId(door.team, address);
  if (!id) return undefined;
  try {
    const { channel } = await door.interactions.conversations.info({ channel: id });
    if (!channel) return undefined;
    const isArchived = channel.is_archived === true;
    return {
      name: channel.name ?? '',
      isPublic: channel.is_private !== true,
      canPost: channel.is_member === true && !isArchived,
      isArchived,
      ...(await membersOf(door, id)),
    };
  } catch (error) {
    if (UNKNOWN_CHANNEL.has(slackError(error) ?? '')) return undefined;
    throw error;
  }
}
