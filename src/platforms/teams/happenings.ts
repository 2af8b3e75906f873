// What happens around us in Teams, in our words: the bot put in or taken out, people who join, channels and teams that come and go.
import type { Happening } from '../platform.ts';
import type { Activity } from './activity.ts';
import { channelAddress, channelsOf, forgetPerson, forgetTeam, keepChannel, personAt } from './contacts.ts';
import { markOf } from './deeds.ts';
import { accountIn, laneOf, type TeamsDoor } from './door.ts';
import { channelsHere, type Member, membersOf } from './roster.ts';
import { tellHome } from './tell.ts';

type Told = (door: TeamsDoor, activity: Activity) => Promise<Happening[]>;

const teamOf = ({ channelData }: Activity): string | undefined => channelData?.team?.id;
const isPersonal = ({ conversation }: Activity): boolean => conversation.conversationType === 'personal';

/** The channels of the activity's team that we know of. */
const knownIn = async (door: TeamsDoor, activity: Activity) => {
  const team = teamOf(activity);
  return team ? channelsOf(door, team) : [];
};

const lost: Told = async (door, activity) =>
  (await knownIn(door, activity)).map(({ address }) => ({ what: 'channel-gone', channel: address }));
const back: Told = async (door, activity) =>
  (await knownIn(door, activity)).map(({ address }) => ({ what: 'channel-back', channel: address }));

/**
 * Once more in a team: its channels can be reached again, also those that were forgotten when we were taken out, and so can its people, of whom
 * some may have been taken for gone meanwhile. Channels that a team does not list are known by what comes from them.
 */
const addedToTeam: Told = async (door, activity) => {
  const team = teamOf(activity);
  if (!team) return [];
  door.channels.clear();
  door.members.clear();
  const listed = (await channelsHere(door)).filter(channel => channel.team === team);
  const channels = [...listed, ...(await channelsOf(door, team))].map(({ address }) => address);
  const people = await membersOf(door, { service: activity.serviceUrl, bot: activity.recipient.id }, team).catch(
    (): Member[] => [],
  );
  return [
    ...[...new Set(channels)].map(channel => ({ what: 'channel-back', channel }) as const),
    ...people.map(({ person }) => ({ what: 'person-back', account: `${laneOf(door)}/${person}` }) as const),
  ];
};

const removedFromTeam: Told = async (door, activity) => {
  const gone = await lost(door, activity);
  const team = teamOf(activity);
  if (team) await forgetTeam(door, team);
  return gone;
};

const addedForPerson: Told = async (door, activity) => {
  const account = accountIn(door, activity);
  if (!account) return [];
  // Teams may tell of it again at any time: somebody is greeted once.
  await door.once.shared(`greet:${account}`, async () => {
    if (!(await personAt(door, account))?.home) await tellHome(door, account);
  });
  return [{ what: 'person-back', account }];
};

const removedForPerson: Told = async (door, activity) => {
  const account = accountIn(door, activity);
  if (!account) return [];
  await forgetPerson(door, account);
  return [{ what: 'person-gone', account }];
};

const installation: Told = (door, activity) => {
  const isRemoval = activity.action?.startsWith('remove');
  if (isPersonal(activity)) return (isRemoval ? removedForPerson : addedForPerson)(door, activity);
  return (isRemoval ? removedFromTeam : addedToTeam)(door, activity);
};

async function archived(door: TeamsDoor, activity: Activity, mark: string | undefined): Promise<void> {
  for (const { address, ...channel } of await knownIn(door, activity))
    await keepChannel(door, address, { ...channel, archived: mark });
}

/** The channel that an activity is about. */
const channelIn = (door: TeamsDoor, { channelData }: Activity): string | undefined =>
  channelData?.channel?.id ? channelAddress(door, channelData.channel.id) : undefined;

/** Between the names of a team and of a channel. */
const BETWEEN = ' › ';

async function renamed(door: TeamsDoor, activity: Activity): Promise<Happening[]> {
  const { channel, team } = activity.channelData ?? {};
  const known = (await knownIn(door, activity)).find(({ address }) => address === channelIn(door, activity));
  if (known && channel?.name) {
    const { address, ...note } = known;
    const of = team?.name ?? note.name.slice(0, Math.max(0, note.name.lastIndexOf(BETWEEN)));
    await keepChannel(door, address, { ...note, name: `${of}${BETWEEN}${channel.name}` });
  }
  return [];
}

/** A team's name stands before that of each of its channels. */
async function teamRenamed(door: TeamsDoor, activity: Activity): Promise<Happening[]> {
  const name = activity.channelData?.team?.name;
  for (const { address, ...note } of name ? await knownIn(door, activity) : []) {
    const at = note.name.lastIndexOf(BETWEEN);
    if (at >= 0) await keepChannel(door, address, { ...note, name: `${name}${note.name.slice(at)}` });
  }
  return [];
}

const events: Record<string, Told> = {
  channelDeleted: async (door, activity) => {
    const channel = channelIn(door, activity);
    return channel ? [{ what: 'channel-gone', channel }] : [];
  },
  channelRestored: async (door, activity) => {
    const channel = channelIn(door, activity);
    return channel ? [{ what: 'channel-back', channel }] : [];
  },
  channelRenamed: renamed,
  teamRenamed,
  teamArchived: async (door, activity) => {
    await archived(door, activity, 'yes');
    return lost(door, activity);
  },
  teamUnarchived: async (door, activity) => {
    await archived(door, activity, undefined);
    return back(door, activity);
  },
  teamDeleted: lost,
  teamHardDeleted: removedFromTeam,
  teamRestored: back,
};

/** Whoever joins a team can read its standard channels; who joins one private channel, that one. */
const joined: Told = async (door, activity) => {
  const known = await knownIn(door, activity);
  const here = known.find(({ address, kind }) => kind !== 'standard' && address === channelIn(door, activity));
  const read = here ? [here] : known.filter(({ kind }) => kind === 'standard');
  const people = (activity.membersAdded ?? []).flatMap(({ aadObjectId }) =>
    aadObjectId ? [`${laneOf(door)}/${aadObjectId}`] : [],
  );
  return read.flatMap(({ address }) =>
    people.map(account => ({ what: 'joined-channel', channel: address, account }) as const),
  );
};

const update: Told = async (door, activity) => {
  const { membersAdded = [], membersRemoved = [], recipient, channelData } = activity;
  if (membersAdded.length + membersRemoved.length > 0) door.members.clear();
  door.channels.clear();
  // That we were put in is told as an installation as well.
  if (!isPersonal(activity) && membersRemoved.some(({ id }) => id === recipient.id))
    return removedFromTeam(door, activity);
  if (membersAdded.length > 0) return joined(door, activity);
  const told = Object.hasOwn(events, channelData?.eventType ?? '') ? events[channelData?.eventType ?? ''] : undefined;
  return told ? told(door, activity) : [];
};

/** Tells the host what an event means; nothing where it is none of our business. */
export async function hearEvent(door: TeamsDoor, activity: Activity): Promise<void> {
  const told = activity.type === 'installationUpdate' ? installation : update;
  const happenings = await told(door, activity);
  for (const [nth, happening] of happenings.entries())
    await door.host.happened(happening, `teams:event:${markOf(activity)}:${nth}`);
}
