// Who somebody is and what a channel is, as Teams tells it. What follows from that is the engine's.
import type { Option } from '../../conversation/form.ts';
import type { ChannelFacts, Profile } from '../../conversation/turn.ts';
import { withoutThread } from './activity.ts';
import { personAt } from './contacts.ts';
import { isChannel, laneOf, localId, type TeamsDoor } from './door.ts';
import { channelKnown, channelsHere, everybody, type Member, memberAt, memberKnown, membersOf } from './roster.ts';
import type { Names } from './text.ts';

const MOST_MEMBERS = 1_000;
const MOST_FOUND = 30;

async function memberBehind(door: TeamsDoor, account: string, person: string): Promise<Member | undefined> {
  const chat = await personAt(door, account);
  const inChat = chat && (await memberAt(door, chat, chat.conversation, chat.user).catch(() => undefined));
  return inChat?.person === person ? inChat : memberKnown(door, person);
}

/** What Teams says of an account; undefined for nobody that the bot can see. Throws when Teams cannot be asked. */
export async function profile(door: TeamsDoor, account: string): Promise<(Profile & { gone: boolean }) | undefined> {
  const person = localId(door, account);
  if (!person || isChannel(person)) return undefined;
  const found = await memberBehind(door, account, person);
  if (!found) return undefined;
  const { name, email, chatName, isGuest } = found;
  return { name, ...(email ? { email } : {}), ...(chatName ? { chatName } : {}), isGuest, gone: false };
}

/** What is known of a channel; undefined when it is not there for us. Throws when Teams cannot be asked. */
export async function channelFacts(door: TeamsDoor, address: string): Promise<ChannelFacts | undefined> {
  const id = withoutThread(localId(door, address) ?? '');
  if (!isChannel(id)) return undefined;
  const known = await channelKnown(door, id);
  if (!known) return undefined;
  const isArchived = known.archived !== undefined;
  // A standard channel has the members of its team.
  const members = await membersOf(door, known, known.kind === 'standard' ? known.team : id);
  return {
    name: known.name,
    // Whoever is in the team can read it, and nobody else: there is no channel for everybody.
    isPublic: false,
    canPost: !isArchived,
    isArchived,
    members: members.slice(0, MOST_MEMBERS).map(({ person }) => `${laneOf(door)}/${person}`),
    tooManyMembers: members.length > MOST_MEMBERS,
  };
}

/** People of the teams where the bot is whose name fits what was typed; the values are accounts. */
export async function accountsNamed(door: TeamsDoor, typed: string): Promise<Option[]> {
  const wanted = typed.trim().toLocaleLowerCase('en-GB');
  if ([...wanted].length < 2) return [];
  const all = await everybody(door);
  return all
    .filter(({ name }) => name.toLocaleLowerCase('en-GB').includes(wanted))
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
    .slice(0, MOST_FOUND)
    .map(({ person, name }) => ({ key: `${laneOf(door)}/${person}`, label: name }));
}

/** The channels that can be chosen. */
export async function channelOptions(door: TeamsDoor): Promise<Option[]> {
  const all = await channelsHere(door);
  return all
    .filter(({ kind }) => kind !== 'shared')
    .map(({ address, teamName, name }) => ({ key: address, label: teamName ? `${teamName} › ${name}` : name }));
}

/** Names as messages and pages need them: of people of this tenant by their id there, of channels by their address. Those nobody knows are left out. */
export async function namesFor(
  door: TeamsDoor,
  accounts: readonly string[],
  channels: readonly string[],
): Promise<Names> {
  const people = await Promise.all([...new Set(accounts)].map(account => nameOf(door, account)));
  const places = await Promise.all([...new Set(channels)].map(address => channelName(door, address)));
  return { people: Object.fromEntries(people.flat()), channels: Object.fromEntries(places.flat()) };
}

async function nameOf(door: TeamsDoor, account: string): Promise<[string, { id: string; name: string }][]> {
  const person = localId(door, account);
  if (!person) return [];
  const kept = await personAt(door, account);
  if (kept?.name) return [[account, { id: kept.user, name: kept.name }]];
  const found = await memberKnown(door, person).catch(() => undefined);
  return found ? [[account, { id: found.user, name: found.name }]] : [];
}

async function channelName(door: TeamsDoor, address: string): Promise<[string, string][]> {
  const id = localId(door, address);
  const known = id && isChannel(id) ? await channelKnown(door, id).catch(() => undefined) : undefined;
  return known?.name ? [[address, known.name]] : [];
}
