// The demo page's interface to the Teams stand-in: the tenant as one person sees it, what they do, and the stream of changes.
import { request } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import type { TeamsStandIn } from '../../src/demo/teams/stand-in.ts';
import { aBot, activitiesOf, aTenant, attached, call, card, closeAll, input, opens, sends, text } from './teams-app.ts';

afterEach(closeAll);

type World = Record<string, unknown> & {
  chat: { id: string; text: string }[];
  channels: { name: string; messages: unknown[] }[];
};

const world = async (teams: TeamsStandIn, as = '') =>
  (await (await fetch(`${teams.url}/demo/world${as && `?as=${as}`}`)).json()) as World;
const act = async (teams: TeamsStandIn, body: object) => {
  const response = await fetch(`${teams.url}/demo/act`, { method: 'POST', body: JSON.stringify(body) });
  return { status: response.status, ...((await response.json()) as object) } as Record<string, unknown>;
};

describe('the page', () => {
  test('lets a person write, open a dialog, be told what is missing, and send it', async () => {
    const teams = await aTenant();
    await aBot(teams, app => {
      app.message('form', async context => {
        await context.sendActivity(attached(card([text('Hello')], [opens('Open', { verb: 'form' })])));
      });
      const content = card([input('Text', 'name', 'Name', { isRequired: true })], [sends('Send', { verb: 'form' })]);
      const attachment = { contentType: 'application/vnd.microsoft.card.adaptive', content };
      app.taskModules.fetch('form', async () => ({ title: 'A form', card: attachment }) as never);
      app.taskModules.submit('form', async (_context, _state, data) => `Hello ${(data as { name: string }).name}`);
    });
    await act(teams, { as: 'ada', do: 'say', text: 'form' });
    const { chat } = await world(teams, 'ada');
    expect(await act(teams, { as: 'ada', do: 'press', where: chat[1]?.id, action: 'actions/0' })).toMatchObject({
      dialog: { title: 'A form' },
    });
    expect(await act(teams, { as: 'ada', do: 'press', where: 'dialog', action: 'actions/0' })).toMatchObject({
      ok: false,
    });
    expect(
      await act(teams, { as: 'ada', do: 'press', where: 'dialog', action: 'actions/0', values: { name: 'Ada' } }),
    ).toMatchObject({ ok: true });
    expect(await world(teams, 'ada')).toMatchObject({ dialog: null, toast: 'Hello Ada' });
  });

  test('shows a person only what is theirs, and nobody an address', async () => {
    const teams = await aTenant();
    const team = teams.addTeam({ name: 'Technicians', members: ['ada', 'sam'], hasBot: true });
    teams.addChannel({ team: team.id, name: 'Desk', isPrivate: true, members: ['ada'], botIn: true });
    await call(teams, 'POST', activitiesOf(team.id), { type: 'message', text: 'Hello' });
    const names = async (as: string) =>
      (await world(teams, as)).channels.map(each => [each.name, each.messages.length]);
    expect(await names('ada')).toEqual([
      ['General', 1],
      ['Desk', 0],
    ]);
    expect(await names('sam')).toEqual([['General', 1]]);
    expect(await names('kim')).toEqual([]);
    expect(JSON.stringify(await world(teams))).not.toContain('@tenant.example');
  });

  test('answers what nobody can do with a line, and other pages not at all', async () => {
    const teams = await aTenant();
    expect(await act(teams, { as: 'ada', do: 'fly' })).toEqual({ status: 400, error: 'Nobody can do "fly".' });
    expect(await act(teams, { as: 'nobody', do: 'close' })).toMatchObject({ status: 400 });
    const statusWith = (headers: Record<string, string>) =>
      new Promise<number | undefined>(resolve =>
        request(`${teams.url}/demo/world`, { headers }, answer => resolve(answer.resume().statusCode)).end(),
      );
    expect(await statusWith({ origin: 'https://elsewhere.example' })).toBe(403);
    expect(await statusWith({ origin: teams.url })).toBe(200);
  });
});
