// What the door remembers to reach people, channels and teams: refreshed with every activity, and only what a message needs. The engine keeps it.
import { z } from 'zod';
import { type Activity, withoutThread } from './activity.ts';
import { accountIn, laneOf, type TeamsDoor } from './door.ts';

/** Where Teams takes calls for this tenant, and who we are there; said by every activity. */
export type Spot = { service: string; bot: string };
/** A person's chat with the bot. `user`: their id as mentions need it. `home`: where their home card stands. */
export type PersonContact = Spot & { conversation: string; user: string; name: string; home?: string | undefined };
/** A channel of a team where the bot is. */
export type ChannelContact = Spot & { team: string; name: string; kind: string; archived?: string | undefined };
export type TeamContact = Spot & { name: string };

const spot = { service: z.string(), bot: z.string() };
const shapes = {
  person: z.object({
    ...spot,
    conversation: z.string(),
    user: z.string(),
    name: z.string(),
    home: z.string().optional(),
  }),
  channel: z.object({ ...spot, team: z.string(), name: z.string(), kind: z.string(), archived: z.string().optional() }),
  team: z.object({ ...spot, name: z.string() }),
  spot: z.object(spot),
};
type Shapes = typeof shapes;
type What = keyof Shapes;
type NoteOf<W extends What> = z.infer<Shapes[W]>;

const teamAddress = (door: TeamsDoor, team: string): string => `${laneOf(door)}/team/${team}`;
const spotAddress = (door: TeamsDoor): string => `${laneOf(door)}/spot`;
export const channelAddress = (door: TeamsDoor, id: string): string => `${laneOf(door)}/${withoutThread(id)}`;

async function read<W extends What>(door: TeamsDoor, what: W, id: string): Promise<NoteOf<W> | undefined> {
  const found = await door.host.contact(id);
  return found?.what === what ? (shapes[what].safeParse(found.note).data as NoteOf<W> | undefined) : undefined;
}

async function write<W extends What>(door: TeamsDoor, what: W, id: string, note: NoteOf<W>): Promise<void> {
  const kept = Object.fromEntries(Object.entries(note).filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >;
  await door.host.remember({ id, what, note: kept });
}

export const personAt = (door: TeamsDoor, account: string) => read(door, 'person', account);
export const channelAt = (door: TeamsDoor, address: string) => read(door, 'channel', address);
export const keepPerson = (door: TeamsDoor, account: string, note: PersonContact) =>
  write(door, 'person', account, note);
export const keepChannel = (door: TeamsDoor, address: string, note: ChannelContact) =>
  write(door, 'channel', address, note);

/** Where Teams was last heard from; undefined before anything was heard at all. */
export const lastSpot = (door: TeamsDoor): Promise<Spot | undefined> => read(door, 'spot', spotAddress(door));

/** The teams where the bot is. */
export async function teamsHere(door: TeamsDoor): Promise<(TeamContact & { id: string })[]> {
  const all = await door.host.contacts(laneOf(door), 'team');
  const from = teamAddress(door, '').length;
  return all.flatMap(({ id, note }) => {
    const team = shapes.team.safeParse(note).data;
    return team ? [{ ...team, id: id.slice(from) }] : [];
  });
}

/** The channels we know of in a team. */
export async function channelsOf(door: TeamsDoor, team: string): Promise<(ChannelContact & { address: string })[]> {
  const all = await door.host.contacts(laneOf(door), 'channel');
  return all.flatMap(({ id, note }) => {
    const channel = shapes.channel.safeParse(note).data;
    return channel?.team === team ? [{ ...channel, address: id }] : [];
  });
}

/** Forgets a person: there is no chat with them any more. */
export async function forgetPerson(door: TeamsDoor, account: string): Promise<void> {
  door.known.delete(account);
  await door.host.forget(account);
}

/** Forgets a team and its channels. */
export async function forgetTeam(door: TeamsDoor, team: string): Promise<void> {
  door.known.clear();
  for (const { address } of await channelsOf(door, team)) await door.host.forget(address);
  await door.host.forget(teamAddress(door, team));
}

/** Writes where something has changed since this process last looked. */
async function refresh<W extends What>(
  door: TeamsDoor,
  what: W,
  id: string,
  fresh: (before: NoteOf<W> | undefined) => NoteOf<W>,
  mark: string,
): Promise<void> {
  if (door.known.get(id) === mark) return;
  await write(door, what, id, fresh(await read(door, what, id)));
  door.known.set(id, mark);
}

async function rememberPerson(door: TeamsDoor, activity: Activity, here: Spot): Promise<void> {
  const account = accountIn(door, activity);
  if (!account) return;
  const { from, conversation } = activity;
  const heard = { ...here, conversation: conversation.id, user: from.id };
  await refresh(
    door,
    'person',
    account,
    before => ({ ...before, ...heard, name: from.name ?? before?.name ?? '' }),
    JSON.stringify([heard, from.name]),
  );
}

async function rememberTeam(door: TeamsDoor, activity: Activity, here: Spot): Promise<void> {
  const team = activity.channelData?.team;
  if (!team?.id) return;
  const name = team.name;
  await refresh(
    door,
    'team',
    teamAddress(door, team.id),
    before => ({ ...here, name: name ?? before?.name ?? '' }),
    JSON.stringify([here, name]),
  );
}

/** Private and shared channels are not among those a team lists for us: they are known by what comes from them. */
async function rememberChannel(door: TeamsDoor, activity: Activity, here: Spot): Promise<void> {
  const { channel, team } = activity.channelData ?? {};
  if (!channel?.id || !channel.type || channel.type === 'standard' || !team?.id) return;
  const { type: kind, name } = channel;
  const of = team.id;
  await refresh(
    door,
    'channel',
    channelAddress(door, channel.id),
    before => ({ ...before, ...here, team: of, kind, name: name ?? before?.name ?? team.name ?? '' }),
    JSON.stringify([here, kind, name]),
  );
}

/** Remembers what an activity tells about where it comes from. */
export async function rememberFrom(door: TeamsDoor, activity: Activity): Promise<void> {
  const here = { service: activity.serviceUrl, bot: activity.recipient.id };
  await refresh(door, 'spot', spotAddress(door), () => here, JSON.stringify(here));
  if (activity.conversation.conversationType === 'personal') await rememberPerson(door, activity, here);
  if (activity.conversation.conversationType === 'channel') {
    await rememberTeam(door, activity, here);
    await rememberChannel(door, activity, here);
  }
}
