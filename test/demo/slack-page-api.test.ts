// The demo page's interface: the world as one person sees it, what they do, the stream of changes, and going on where it was left.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { StandIn } from '../../src/demo/slack/stand-in.ts';
import { aBoltApp, aStandIn, button, call, closeAll, modal, question, text } from './bolt-app.ts';

let folder = '';
afterEach(async () => {
  await closeAll();
  if (folder) rmSync(folder, { recursive: true });
  folder = '';
});

const world = async (slack: StandIn, as = '') =>
  (await fetch(`${slack.url}/demo/world${as && `?as=${as}`}`)).json() as Promise<Record<string, unknown>>;
const act = async (slack: StandIn, body: object) => {
  const response = await fetch(`${slack.url}/demo/act`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, ...((await response.json()) as object) } as Record<string, unknown>;
};

async function withForm() {
  const slack = await aStandIn();
  await aBoltApp(slack, app => {
    app.command('/mentor', async ({ ack, command, client }) => {
      await ack();
      await client.views.open({
        trigger_id: command.trigger_id,
        view: modal('Form', [question('name', 'Name', text())]),
      });
    });
    app.view('form', async ({ ack, view, body, client }) => {
      await ack();
      const name = view.state.values['name']?.['answer']?.value;
      await client.chat.postMessage({ channel: body.user.id, text: `Hello ${name}`, blocks: [button('Go', 'go')] });
    });
    app.action('go', async ({ ack, respond }) => {
      await ack();
      await respond({ text: 'Gone', response_type: 'ephemeral' });
    });
  });
  return slack;
}

describe('the page', () => {
  test('lets a person type a command, fill a window, be told what is missing, and press a button', async () => {
    const slack = await withForm();
    expect((await act(slack, { as: 'USAM', do: 'command', text: '/mentor' }))['view']).toMatchObject({
      title: { text: 'Form' },
    });
    const refused = await act(slack, { as: 'USAM', do: 'submit', values: { name: '' } });
    expect(refused).toMatchObject({ ok: false, problems: { name: 'Please complete this required field.' } });
    expect(await world(slack, 'USAM')).toMatchObject({
      view: { errors: { name: 'Please complete this required field.' } },
      depth: 1,
    });
    expect(await act(slack, { as: 'USAM', do: 'submit', values: { name: 'Sam' } })).toMatchObject({ ok: true });
    await slack.until(() => slack.as('USAM').dm().messages.length > 0);
    const { ts } = slack.as('USAM').dm().messages[0]!;
    expect(await act(slack, { as: 'USAM', do: 'press', where: ts, action: 'go' })).toMatchObject({
      ok: true,
      ephemeral: { text: 'Gone' },
    });
    const seen = await world(slack, 'USAM');
    expect(seen).toMatchObject({
      me: 'USAM',
      dm: { messages: [{ text: 'Hello Sam' }] },
      ephemerals: [{ message: { text: 'Gone' } }],
      view: null,
    });
    expect(await world(slack, 'UADA')).toMatchObject({ dm: { messages: [] }, ephemerals: [], view: null, home: null });
  });

  test('shows a person only what is theirs, and nobody an address', async () => {
    const slack = await aStandIn();
    slack.addChannel({ name: 'desk', isPrivate: true, members: ['UADA'], botIn: true });
    slack.addChannel({ name: 'forum', members: ['UADA'] });
    await act(slack, { as: 'UADA', do: 'say', channel: '#forum', text: 'hello' });
    const names = async (as: string) =>
      ((await world(slack, as))['channels'] as { name: string; messages: unknown[] }[]).map(each => [
        each.name,
        each.messages.length,
      ]);
    expect(await names('USAM')).toEqual([['forum', 0]]);
    await act(slack, { as: 'USAM', do: 'join', channel: '#forum' });
    expect(await names('USAM')).toEqual([['forum', 1]]);
    expect(await names('UADA')).toEqual([
      ['desk', 0],
      ['forum', 1],
    ]);
    expect(JSON.stringify(await world(slack))).not.toContain('@uni.example');
  });

  test('is told of changes as they come', async () => {
    const slack = await aStandIn();
    const response = await fetch(`${slack.url}/demo/stream`);
    const reader = response.body!.getReader();
    const next = async () =>
      JSON.parse(new TextDecoder().decode((await reader.read()).value).replace('data: ', '')) as { revision: number };
    const first = await next();
    await call(slack, 'chat.postMessage', { channel: 'USAM', text: 'x' });
    expect((await next()).revision).toBeGreaterThan(first.revision);
    await reader.cancel();
  });

  test('answers what nobody can do with a line, and other pages not at all', async () => {
    const slack = await aStandIn();
    expect(await act(slack, { as: 'USAM', do: 'fly' })).toEqual({ status: 400, error: 'Nobody can do "fly".' });
    expect(await act(slack, { as: 'USAM', do: 'submit' })).toMatchObject({ status: 400 });
    expect(await act(slack, { as: 'UNOBODY', do: 'openHome' })).toMatchObject({ status: 400 });
    const statusWith = (headers: Record<string, string>) =>
      new Promise<number | undefined>(resolve =>
        request(`${slack.url}/demo/world`, { headers }, answer => resolve(answer.resume().statusCode)).end(),
      );
    expect(await statusWith({ origin: 'https://elsewhere.example' })).toBe(403);
    expect(await statusWith({ host: 'elsewhere.example' })).toBe(403);
    expect(await statusWith({ origin: slack.url })).toBe(200);
  });

  test('finds its own files served beside', async () => {
    const slack = await aStandIn({
      elsewhere: (incoming, response) => incoming.url === '/page' && Boolean(response.end('a page')),
    });
    expect(await (await fetch(`${slack.url}/page`)).text()).toBe('a page');
    expect((await fetch(`${slack.url}/nothing`)).status).toBe(404);
  });
});

describe('a kept world', () => {
  test('goes on where it was left', async () => {
    folder = mkdtempSync(join(tmpdir(), 'mentor-kept-world-'));
    const statePath = join(folder, 'world.json');
    const before = await aStandIn({ statePath });
    const forum = before.addChannel({ name: 'forum', members: ['USAM'], botIn: true });
    before.as('USAM').say(forum.id, 'hello');
    await call(before, 'views.publish', { user_id: 'USAM', view: { type: 'home', blocks: [button('Go', 'go')] } });
    await before.until(() => existsSync(statePath) && readFileSync(statePath, 'utf8').includes('hello'));
    await before.close();
    const after = await aStandIn({ statePath });
    expect(
      after
        .as('USAM')
        .messages(forum.id)
        .map(each => each.text),
    ).toEqual(['hello']);
    expect(after.as('USAM').home()?.blocks).toHaveLength(1);
    expect(after.world.app).toEqual(before.world.app);
    const { ts } = after.as('USAM').say(forum.id, 'again');
    expect(Number(ts)).toBeGreaterThan(Number(before.as('USAM').messages(forum.id)[0]!.ts));
  });
});
