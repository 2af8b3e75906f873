// Who is who and what a channel is, as Teams tells it; large rosters are read page by page, and not at every step.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ADA, type ADoor, accountOf, aDoor, BEN, CEM, LANE } from './a-door.ts';

let door: ADoor;
beforeEach(async () => {
  door = await aDoor();
  await door.ada.say('hello');
  await door.ben.say('@Mentor hello', 'Technicians/Forum');
  door.standIn.log.length = 0;
});
afterEach(() => door.close());

const forum = () => `${LANE}/${door.forum}`;
const asked = (operation: string) => door.standIn.log.filter(each => each.operation === operation).length;

describe('a profile', () => {
  it('is that of a member, whether they wrote or not', async () => {
    expect(await door.teams.profile(accountOf(ADA))).toMatchObject({
      name: 'Ada Byron',
      email: 'ada@example.org',
      isGuest: false,
      gone: false,
    });
    expect(await door.teams.profile(accountOf(BEN))).toMatchObject({ name: 'Ben Ash', email: 'ben@example.org' });
  });

  it('is nobody’s for those whom the bot cannot see, in another tenant or on another platform', async () => {
    for (const account of [accountOf(CEM), accountOf('nobody'), `teams/another/${ADA}`, 'slack/T0/U0', forum()])
      expect(await door.teams.profile(account)).toBeUndefined();
  });

  it('rises when Teams cannot be asked, so that nobody is taken for gone', async () => {
    door.standIn.faults.next('member', { kind: 'status', status: 502 }, 5);
    await expect(door.teams.profile(accountOf(BEN))).rejects.toThrow();
  });
});

describe('a channel', () => {
  it('is known with its team, and read by the team’s members', async () => {
    expect(await door.teams.channel(forum())).toEqual({
      name: 'Technicians › Forum',
      isPublic: false,
      canPost: true,
      isArchived: false,
      members: [accountOf(ADA), accountOf(BEN)],
      tooManyMembers: false,
    });
  });

  it('that is private is read by its own members only', async () => {
    const desk = door.standIn.addChannel({
      team: door.team,
      name: 'Desk',
      isPrivate: true,
      members: [ADA],
      botIn: true,
    });
    await door.standIn.quiet();
    expect(await door.teams.channel(`${LANE}/${desk.id}`)).toMatchObject({
      name: 'Technicians › Desk',
      members: [accountOf(ADA)],
    });
  });

  it('that the bot cannot see is none', async () => {
    const desk = door.standIn.addChannel({
      team: door.team,
      name: 'Desk',
      isPrivate: true,
      members: [ADA],
      botIn: false,
    });
    for (const address of [
      `${LANE}/${desk.id}`,
      `${LANE}/19:x@thread.tacv2`,
      `teams/another/${door.forum}`,
      accountOf(ADA),
    ])
      expect(await door.teams.channel(address)).toBeUndefined();
  });

  it('with very many members says so, after reading its roster once', async () => {
    const people = Array.from({ length: 1_200 }, (_, n) => door.standIn.addUser({ name: `Person ${n}` }).id);
    const big = door.standIn.addTeam({ name: 'Everybody', members: [door.ada.user.id, ...people], hasBot: true });
    await door.ada.say('@Mentor hello', 'Everybody/General');
    door.standIn.log.length = 0;
    const [facts] = await Promise.all([1, 2, 3].map(() => door.teams.channel(`${LANE}/${big.id}`)));
    expect(facts).toMatchObject({ name: 'Everybody › General', tooManyMembers: true });
    expect(facts?.members).toHaveLength(1_000);
    expect(asked('pagedMembers')).toBe(3);
  });
});
