// What happens around the bot in Teams: put in, taken out, people who join, channels and teams that come and go; each told once and in our words.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ADA, type ADoor, accountOf, aDoor, BEN, CEM, LANE } from './a-door.ts';

let door: ADoor;
beforeEach(async () => {
  door = await aDoor();
});
afterEach(() => door.close());

const told = () => door.hosted.happenings.map(({ happening }) => happening);
const FORUM = 'Technicians/Forum';
const forum = () => `${LANE}/${door.forum}`;
const quiet = () => door.standIn.quiet();
const greetings = (person: ADoor['ada']) => person.chat().filter(({ card }) => card?.words.includes('Your next step'));

/** The bot knows the team, and the scheme uses its forum. */
async function used(): Promise<void> {
  await door.ben.say('@Mentor hello', FORUM);
  await door.teams.channel(forum());
  door.hosted.happenings.length = 0;
}

describe('the bot', () => {
  it('put into somebody’s chat greets once, however often Teams tells of it', async () => {
    door.standIn.install(BEN);
    await quiet();
    const [first] = greetings(door.ben);
    door.standIn.faults.duplicate('event', 2);
    door.standIn.install(BEN, 'upgrade');
    door.standIn.install(BEN);
    await quiet();
    // The same one, and not another in its place.
    expect(greetings(door.ben).map(({ id }) => id)).toEqual([first?.id]);
    expect(told()).toContainEqual({ what: 'person-back', account: accountOf(BEN) });
    expect(told().some(({ what }) => what === 'person-gone')).toBe(false);
  });

  it('taken out of it says that the person is gone, and forgets where they were', async () => {
    door.standIn.install(BEN);
    await quiet();
    door.standIn.uninstall(BEN);
    await quiet();
    expect(told().at(-1)).toEqual({ what: 'person-gone', account: accountOf(BEN) });
    expect(door.hosted.contacts.has(accountOf(BEN))).toBe(false);
    // What Teams tells of the same removal in other words does not bring them back.
    const { activity } = door.standIn.deliveries.at(-1)!;
    const membersRemoved = [{ id: door.standIn.world.app.bot.id }];
    const token = `Bearer ${door.standIn.keys.tokenFor(door.standIn.serviceUrl())}`;
    await door.standIn.raw({ ...activity, type: 'conversationUpdate', action: undefined, membersRemoved }, token);
    expect(door.hosted.contacts.has(accountOf(BEN))).toBe(false);
  });

  it('put in again greets again, and the person is back', async () => {
    door.standIn.install(BEN);
    await quiet();
    door.standIn.uninstall(BEN);
    await quiet();
    door.standIn.install(BEN);
    await quiet();
    expect(told().at(-1)).toEqual({ what: 'person-back', account: accountOf(BEN) });
    expect(door.hosted.contacts.has(accountOf(BEN))).toBe(true);
    expect(greetings(door.ben)).toHaveLength(2);
  });

  it('taken out of a team says so of each channel we knew there, once', async () => {
    await used();
    door.standIn.removeFromTeam(door.team);
    await quiet();
    expect(told()).toEqual([{ what: 'channel-gone', channel: forum() }]);
    door.standIn.installInTeam(door.team);
    await quiet();
    expect(told()).toContainEqual({ what: 'channel-back', channel: forum() });
  });
});

describe('a channel', () => {
  it('deleted and restored is gone and back', async () => {
    await used();
    door.standIn.deleteChannel(door.forum);
    await quiet();
    door.standIn.restoreChannel(door.forum);
    await quiet();
    expect(told()).toEqual([
      { what: 'channel-gone', channel: forum() },
      { what: 'channel-back', channel: forum() },
    ]);
  });

  it('renamed keeps its place under its new name', async () => {
    await used();
    door.standIn.renameChannel(door.forum, 'Mentoring');
    await quiet();
    expect(told()).toEqual([]);
    expect((await door.teams.channel(forum()))?.name).toBe('Technicians › Mentoring');
  });
});

describe('a team', () => {
  it('renamed gives its channels its new name, and they keep theirs', async () => {
    await used();
    door.standIn.renameTeam(door.team, 'Technicians › all');
    await quiet();
    expect((await door.teams.channel(forum()))?.name).toBe('Technicians › all › Forum');
    door.standIn.renameChannel(door.forum, 'Mentoring');
    await quiet();
    expect((await door.teams.channel(forum()))?.name).toBe('Technicians › all › Mentoring');
    expect(told()).toEqual([]);
  });

  it('archived can be read only, until it is opened again', async () => {
    await used();
    door.standIn.archiveTeam(door.team);
    await quiet();
    expect(told()).toEqual([{ what: 'channel-gone', channel: forum() }]);
    expect(await door.teams.channel(forum())).toMatchObject({ canPost: false, isArchived: true });
    door.standIn.archiveTeam(door.team, false);
    await quiet();
    expect(told().at(-1)).toEqual({ what: 'channel-back', channel: forum() });
    expect(await door.teams.channel(forum())).toMatchObject({ canPost: true, isArchived: false });
  });

  it('deleted takes its channels along, and brings them back', async () => {
    await used();
    door.standIn.deleteTeam(door.team);
    await quiet();
    expect(told()).toEqual([{ what: 'channel-gone', channel: forum() }]);
    door.standIn.restoreTeam(door.team);
    await quiet();
    expect(told().at(-1)).toEqual({ what: 'channel-back', channel: forum() });
  });

  it('that somebody joins is read by them from now on', async () => {
    await used();
    door.standIn.joinTeam(CEM, door.team);
    await quiet();
    expect(told()).toEqual([{ what: 'joined-channel', channel: forum(), account: accountOf(CEM) }]);
    expect((await door.teams.channel(forum()))?.members).toContain(accountOf(CEM));
  });

  it('whose private channel somebody joins is not read by them for that', async () => {
    await used();
    const desk = door.standIn.addChannel({
      team: door.team,
      name: 'Desk',
      isPrivate: true,
      members: [ADA],
      botIn: true,
    });
    await quiet();
    await door.teams.channel(`${LANE}/${desk.id}`);
    const [anybody] = door.standIn.deliveries;
    const scene: Record<string, unknown> = {
      ...anybody!.activity,
      type: 'conversationUpdate',
      membersAdded: [{ id: '29:cem', aadObjectId: CEM }],
    };
    const channelData = { ...(scene['channelData'] as object), channel: { id: desk.id, type: 'private' } };
    const token = `Bearer ${door.standIn.keys.tokenFor(door.standIn.serviceUrl())}`;
    await door.standIn.raw({ ...scene, id: 'f:joined', text: undefined, channelData }, token);
    expect(told()).toEqual([{ what: 'joined-channel', channel: `${LANE}/${desk.id}`, account: accountOf(CEM) }]);
  });

  it('that somebody leaves is not', async () => {
    await used();
    door.standIn.leaveTeam(BEN, door.team);
    await quiet();
    expect(told()).toEqual([]);
    expect((await door.teams.channel(forum()))?.members).toEqual([accountOf(ADA)]);
  });
});

describe('an event', () => {
  it('told twice carries the same operation', async () => {
    await used();
    door.standIn.faults.duplicate('event');
    door.standIn.deleteChannel(door.forum);
    await quiet();
    expect(new Set(door.hosted.happenings.map(({ op }) => op)).size).toBe(1);
  });
});
