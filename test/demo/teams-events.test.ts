// What a bot hears of comings and goings in a tenant, and what it may not do any more afterwards.
import { afterEach, describe, expect, test } from 'vitest';
import type { TeamsStandIn } from '../../src/demo/teams/stand-in.ts';
import { aBot, activitiesOf, aTenant, call, closeAll } from './teams-app.ts';

afterEach(closeAll);

async function listening() {
  const teams = await aTenant();
  const heard: string[] = [];
  await aBot(teams, app =>
    app.turn('beforeTurn', async ({ activity }) => {
      const data = activity.channelData as { eventType?: string };
      const people = [...(activity.membersAdded ?? []), ...(activity.membersRemoved ?? [])].map(
        each => each.aadObjectId ?? (each.id === activity.recipient.id ? 'bot' : each.id),
      );
      const words = [activity.type, (activity as { action?: string }).action, data.eventType, ...people];
      heard.push(words.filter(Boolean).join(' '));
      return false;
    }),
  );
  const news = async () => {
    await teams.quiet();
    return heard.splice(0).sort();
  };
  return { teams, news };
}

const team = (teams: TeamsStandIn) => teams.addTeam({ name: 'Technicians', members: ['ada', 'sam'] });
const post = async (teams: TeamsStandIn, to: string) =>
  (await call(teams, 'POST', activitiesOf(to), { type: 'message', text: 'x' })).code ?? 'posted';

describe('people', () => {
  test('installing comes twice, as an installation and as a new member; so does an upgrade', async () => {
    const { teams, news } = await listening();
    teams.install('kim');
    expect(await news()).toEqual(['conversationUpdate bot', 'installationUpdate add']);
    teams.install('kim', 'upgrade');
    expect(await news()).toEqual(['conversationUpdate bot', 'installationUpdate add-upgrade']);
    teams.uninstall('kim');
    expect(await news()).toEqual(['installationUpdate remove']);
  });

  test('blocked, uninstalled, gone and switched off are told apart when the bot writes', async () => {
    const { teams } = await listening();
    const { id } = teams.as('ada').user;
    const opened = await call(teams, 'POST', 'v3/conversations', {
      members: [{ id }],
      tenantId: teams.world.tenant.id,
    });
    const chat = (opened.body as { id: string }).id;
    expect(await post(teams, chat)).toBe('posted');
    teams.block('ada');
    expect(await post(teams, chat)).toBe('ConversationBlockedByUser');
    teams.block('ada', false);
    teams.uninstall('ada');
    expect(await post(teams, chat)).toBe('BotNotInConversationRoster');
    teams.install('ada');
    expect(await post(teams, chat)).toBe('posted');
    teams.disable();
    expect(await post(teams, chat)).toBe('BotDisabledByAdmin');
    teams.disable(false);
    teams.deactivate('ada');
    expect(await post(teams, chat)).toBe('BotNotInConversationRoster');
    expect(() => teams.as('ada')).toThrow();
  });
});

describe('teams and channels', () => {
  test('members join and leave, teams and channels change; only where the bot is', async () => {
    const { teams, news } = await listening();
    const { id } = team(teams);
    teams.joinTeam('kim', id);
    expect(await news()).toEqual([]);
    teams.installInTeam(id);
    expect(await news()).toEqual(['conversationUpdate teamMemberAdded bot', 'installationUpdate add']);
    teams.leaveTeam('kim', id);
    expect(await news()).toEqual(['conversationUpdate teamMemberRemoved kim']);
    const forum = teams.addChannel({ team: id, name: 'Forum' });
    teams.renameChannel('Forum', 'The forum');
    teams.deleteChannel(forum.id);
    expect(await news()).toEqual([
      'conversationUpdate channelCreated',
      'conversationUpdate channelDeleted',
      'conversationUpdate channelRenamed',
    ]);
    expect(await post(teams, forum.id)).toBe('ConversationNotFound');
    teams.restoreChannel(forum.id);
    expect(await post(teams, forum.id)).toBe('posted');
    teams.archiveTeam(id);
    expect(await post(teams, forum.id)).toBe('MessageWritesBlocked');
    teams.archiveTeam(id, false);
    teams.renameTeam(id, 'Technical staff');
    expect(await news()).toEqual(
      ['channelRestored', 'teamArchived', 'teamRenamed', 'teamUnarchived'].map(each => `conversationUpdate ${each}`),
    );
    teams.removeFromTeam(id);
    expect(await news()).toEqual(['conversationUpdate teamMemberRemoved bot', 'installationUpdate remove']);
    expect(await post(teams, forum.id)).toBe('BotNotInConversationRoster');
    teams.installInTeam(id);
    teams.deleteTeam(id);
    expect(await news()).toContain('conversationUpdate teamDeleted');
    expect(await post(teams, forum.id)).toBe('ConversationNotFound');
  });

  test('a private channel has its own members, and the bot only where it was let in', async () => {
    const { teams } = await listening();
    const { id } = team(teams);
    teams.installInTeam(id);
    const closed = teams.addChannel({ team: id, name: 'Closed', isPrivate: true, members: ['ada'] });
    expect(await post(teams, closed.id)).toBe('BotNotInConversationRoster');
    const open = teams.addChannel({ team: id, name: 'Desk', isPrivate: true, members: ['ada'], botIn: true });
    expect(await post(teams, open.id)).toBe('posted');
    expect(teams.as('ada').messages('Desk')).toHaveLength(1);
    expect(() => teams.as('sam').messages('Desk')).toThrow('is not in');
  });

  test('the connector moves: activities name the new address, which is answered like the old one', async () => {
    const { teams } = await listening();
    const old = teams.serviceUrl();
    teams.moveRegion('apac');
    teams.install('kim');
    await teams.quiet();
    expect(teams.deliveries.at(-1)?.activity['serviceUrl']).toBe(teams.serviceUrl());
    expect(teams.serviceUrl()).not.toBe(old);
  });
});
