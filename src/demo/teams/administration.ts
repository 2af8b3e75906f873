// What owners and administrators do: people, teams and channels come and go, the bot is let in or put out; and what the bot hears of it.
import { randomUUID } from 'node:crypto';
import { installationActivity, membersActivity, personalScene, type Scene, teamActivity } from './activities.ts';
import { channelNamed } from './find.ts';
import type { Tenancy } from './tenancy.ts';
import { type Channel, newThreadId, pairwiseId, type Team, teamsOf, type User } from './world.ts';

export type NewUser = {
  aadObjectId?: string;
  name: string;
  email?: string;
  title?: string;
  /** The bot is installed for them already, without their having been told; it is not, when not said. */
  hasBot?: boolean;
};
export type NewTeam = { id?: string; name: string; members: readonly string[]; hasBot?: boolean };
export type NewChannel = {
  id?: string;
  team: string;
  name: string;
  isPrivate?: boolean;
  members?: readonly string[];
  /** In a standard channel the bot is wherever its team has it. */
  botIn?: boolean;
};

export type Administration = {
  addUser(user: NewUser): User;
  /** A team with its first channel, General, which has the team's id. */
  addTeam(team: NewTeam): Team;
  addChannel(channel: NewChannel): Channel;
  /** Lets the bot into somebody's personal chat; `upgrade` when a new version takes the place of an old one. */
  install(userId: string, how?: 'new' | 'upgrade'): void;
  uninstall(userId: string): void;
  /** A person blocks the bot, or lets it write again; it hears nothing of either. */
  block(userId: string, isBlocked?: boolean): void;
  installInTeam(teamId: string): void;
  removeFromTeam(teamId: string): void;
  joinTeam(userId: string, teamId: string): void;
  leaveTeam(userId: string, teamId: string): void;
  renameTeam(teamId: string, name: string): void;
  /** Read-only, or open again. */
  archiveTeam(teamId: string, isArchived?: boolean): void;
  deleteTeam(teamId: string): void;
  restoreTeam(teamId: string): void;
  renameChannel(channel: string, name: string): void;
  deleteChannel(channel: string): void;
  restoreChannel(channel: string): void;
  /** The person leaves the organisation. */
  deactivate(userId: string): void;
  /** The organisation switches the app off, or on again; it hears nothing of it. */
  disable(isDisabled?: boolean): void;
  /** The connector moves: from now on activities name another service URL. */
  moveRegion(region: string): void;
};

const idOf = (user: User) => ({ id: user.id, aadObjectId: user.aadObjectId });

function theUser({ world }: Tenancy, id: string): User {
  const user = world.users[id] ?? Object.values(world.users).find(each => each.aadObjectId === id);
  if (!user) throw new Error(`There is nobody ${id}`);
  return user;
}

function theTeam({ world }: Tenancy, id: string): Team {
  const team = world.teams[id] ?? Object.values(world.teams).find(each => each.name === id);
  if (!team) throw new Error(`There is no team ${id}`);
  return team;
}

function addUser(tenancy: Tenancy, given: NewUser): User {
  const { world } = tenancy;
  const { aadObjectId = randomUUID(), name, title = '', hasBot = false } = given;
  const email = given.email ?? `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@tenant.example`;
  const id = pairwiseId(world.app.id, aadObjectId);
  const user = {
    id,
    aadObjectId,
    name,
    email,
    userPrincipalName: email,
    title,
    deleted: false,
    hasBot,
    blockedBot: false,
  };
  world.users[id] = user;
  tenancy.changed();
  return user;
}

function addTeam(tenancy: Tenancy, { id = newThreadId(), name, members, hasBot = false }: NewTeam): Team {
  const people = members.map(each => theUser(tenancy, each).id);
  const team: Team = {
    id,
    aadGroupId: randomUUID(),
    name,
    members: people,
    hasBot,
    isArchived: false,
    isDeleted: false,
  };
  tenancy.world.teams[id] = team;
  addChannel(tenancy, { id, team: id, name: 'General' });
  return team;
}

function addChannel(tenancy: Tenancy, given: NewChannel): Channel {
  const { world } = tenancy;
  const team = theTeam(tenancy, given.team);
  const { id = newThreadId(), name, isPrivate = false, members = [], botIn = !isPrivate } = given;
  const isNew = id !== team.id;
  const channel: Channel = {
    ...{ id, teamId: team.id, name, botIn, isDeleted: false, messages: [] },
    type: isPrivate ? 'private' : 'standard',
    members: isPrivate ? members.map(each => theUser(tenancy, each).id) : [],
  };
  world.channels[id] = channel;
  if (isNew) tellTeam(tenancy, team, 'channelCreated', channel);
  tenancy.changed();
  return channel;
}

/** Tells the bot of something in a team, as long as it is in it. */
function tellTeam(tenancy: Tenancy, team: Team, eventType: string, channel?: Channel): void {
  if (team.hasBot && !tenancy.world.app.isDisabled && team.members.length > 0)
    tenancy.door.event(teamActivity(tenancy, team, eventType, channel));
}

const general = ({ world }: Tenancy, team: Team): Scene => ({ channel: world.channels[team.id]! });

/** Both come on installing, one beside the other. */
function tellInstalled(tenancy: Tenancy, by: User, scene: Scene, action: 'add' | 'add-upgrade'): void {
  const { bot } = tenancy.world.app;
  tenancy.door.event(installationActivity(tenancy, by, scene, action));
  tenancy.door.event(membersActivity(tenancy, by, scene, 'membersAdded', [{ id: bot.id }]));
}

function tellRemoved(tenancy: Tenancy, by: User, scene: Scene): void {
  const { bot } = tenancy.world.app;
  tenancy.door.event(installationActivity(tenancy, by, scene, 'remove'));
  if ('channel' in scene) tenancy.door.event(membersActivity(tenancy, by, scene, 'membersRemoved', [{ id: bot.id }]));
}

function setBotInTeam(tenancy: Tenancy, team: Team, hasBot: boolean): void {
  const by = tenancy.world.users[team.members[0] ?? ''];
  team.hasBot = hasBot;
  if (by && hasBot) tellInstalled(tenancy, by, general(tenancy, team), 'add');
  if (by && !hasBot) tellRemoved(tenancy, by, general(tenancy, team));
  tenancy.changed();
}

function move(tenancy: Tenancy, user: User, team: Team, change: 'membersAdded' | 'membersRemoved'): void {
  const { world } = tenancy;
  team.members = team.members.filter(each => each !== user.id);
  if (change === 'membersAdded') team.members.push(user.id);
  const gone = change === 'membersRemoved';
  for (const channel of Object.values(world.channels))
    if (gone && channel.teamId === team.id) channel.members = channel.members.filter(each => each !== user.id);
  if (team.hasBot && !team.isDeleted)
    tenancy.door.event(membersActivity(tenancy, user, general(tenancy, team), change, [idOf(user)]));
  tenancy.changed();
}

function deactivate(tenancy: Tenancy, user: User): void {
  for (const team of teamsOf(tenancy.world, user.id)) move(tenancy, user, team, 'membersRemoved');
  user.deleted = true;
  tenancy.changed();
}

function setChannel(tenancy: Tenancy, name: string, change: Partial<Channel>, eventType: string): void {
  const { world } = tenancy;
  const channel = world.channels[channelNamed(world, name)]!;
  Object.assign(channel, change);
  tellTeam(tenancy, world.teams[channel.teamId]!, eventType, channel);
  tenancy.changed();
}

function setTeam(tenancy: Tenancy, id: string, change: Partial<Team>, eventType: string): void {
  const team = theTeam(tenancy, id);
  Object.assign(team, change);
  tellTeam(tenancy, team, eventType);
  tenancy.changed();
}

function setBot(tenancy: Tenancy, user: User, hasBot: boolean, action: 'add' | 'add-upgrade' = 'add'): void {
  user.hasBot = hasBot;
  if (hasBot) tellInstalled(tenancy, user, personalScene(tenancy, user), action);
  else tellRemoved(tenancy, user, personalScene(tenancy, user));
  tenancy.changed();
}

/** The owners and administrators of one tenant. */
export function administrationOf(tenancy: Tenancy): Administration {
  const user = (id: string): User => theUser(tenancy, id);
  const team = (id: string): Team => theTeam(tenancy, id);
  const also = (change: () => void) => {
    change();
    tenancy.changed();
  };
  return {
    addUser: given => addUser(tenancy, given),
    addTeam: given => addTeam(tenancy, given),
    addChannel: given => addChannel(tenancy, given),
    install: (id, how = 'new') => setBot(tenancy, user(id), true, how === 'new' ? 'add' : 'add-upgrade'),
    uninstall: id => setBot(tenancy, user(id), false),
    block: (id, isBlocked = true) => also(() => Object.assign(user(id), { blockedBot: isBlocked })),
    installInTeam: id => setBotInTeam(tenancy, team(id), true),
    removeFromTeam: id => setBotInTeam(tenancy, team(id), false),
    joinTeam: (id, teamId) => move(tenancy, user(id), team(teamId), 'membersAdded'),
    leaveTeam: (id, teamId) => move(tenancy, user(id), team(teamId), 'membersRemoved'),
    renameTeam: (id, name) => setTeam(tenancy, id, { name }, 'teamRenamed'),
    archiveTeam: (id, isArchived = true) =>
      setTeam(tenancy, id, { isArchived }, isArchived ? 'teamArchived' : 'teamUnarchived'),
    deleteTeam: id => setTeam(tenancy, id, { isDeleted: true }, 'teamDeleted'),
    restoreTeam: id => setTeam(tenancy, id, { isDeleted: false }, 'teamRestored'),
    renameChannel: (id, name) => setChannel(tenancy, id, { name }, 'channelRenamed'),
    deleteChannel: id => setChannel(tenancy, id, { isDeleted: true }, 'channelDeleted'),
    restoreChannel: id => setChannel(tenancy, id, { isDeleted: false }, 'channelRestored'),
    deactivate: id => deactivate(tenancy, user(id)),
    disable: (isDisabled = true) => also(() => Object.assign(tenancy.world.app, { isDisabled })),
    moveRegion: region => also(() => Object.assign(tenancy.world.app, { region })),
  };
}
