// What goes wrong between a bot and Teams, on demand: rates, refusals, broken lines, slow and late things, and activities that come twice.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { Fault } from '../../src/demo/teams/faults.ts';
import type { TeamsStandInOptions } from '../../src/demo/teams/stand-in.ts';
import { aBot, activitiesOf, aTenant, aToken, call, closeAll } from './teams-app.ts';

let folder = '';
afterEach(async () => {
  await closeAll();
  if (folder) rmSync(folder, { recursive: true });
  folder = '';
});

async function withChat(options: TeamsStandInOptions = {}) {
  const teams = await aTenant(options);
  const members = [{ id: teams.as('ada').user.id }];
  const opened = await call(teams, 'POST', 'v3/conversations', { members, tenantId: teams.world.tenant.id });
  const { id } = opened.body as { id: string };
  const token = await aToken(teams);
  const post = (words = 'x') => call(teams, 'POST', activitiesOf(id), { type: 'message', text: words }, token);
  const texts = () =>
    teams
      .as('ada')
      .chat()
      .map(each => each.text);
  return { teams, id, post, texts };
}

describe('rates', () => {
  test('so many in a conversation within each stretch of time, then 429 with Retry-After', async () => {
    const { post, texts } = await withChat({
      timing: {
        sends: [
          [2, 1000],
          [3, 2000],
        ],
      },
    });
    expect([(await post()).status, (await post()).status]).toEqual([201, 201]);
    expect(await post()).toMatchObject({ status: 429, code: 'Throttled', retryAfter: '1' });
    await new Promise(resolve => setTimeout(resolve, 1050));
    expect([(await post()).status, (await post()).retryAfter]).toEqual([201, '1']);
    expect(texts()).toHaveLength(3);
  });

  test('the whole tenant has a limit of its own', async () => {
    const { post } = await withChat({ timing: { perSecond: 3 } });
    const statuses = [await post(), await post(), await post()].map(each => each.status);
    expect(statuses).toEqual([201, 201, 429]);
  });
});

describe('calls that go wrong', () => {
  test('refusals come as asked, as often as asked, in that conversation only', async () => {
    const { teams, id, post, texts } = await withChat();
    teams.faults.next('send', { kind: 'code', code: 'Throttled', retryAfter: 7 });
    teams.faults.next('send', { kind: 'code', code: 'PreconditionFailed' });
    teams.faults.next('send', { kind: 'status', status: 503 }, 2);
    teams.faults.next('send', { kind: 'code', code: 'BotDisabledByAdmin' }, 1, 'a:another');
    const seen = [];
    for (let n = 0; n < 5; n++) seen.push(await post());
    expect(seen.map(each => each.status)).toEqual([429, 412, 503, 503, 201]);
    expect(seen[0]?.retryAfter).toBe('7');
    expect(texts()).toHaveLength(1);
    expect(
      teams.log.filter(each => each.conversationId === id && each.operation === 'send').map(each => each.status),
    ).toEqual([429, 412, 503, 503, 201]);
  });

  test('a line breaks before or after the message landed, or never answers', async () => {
    const { teams, post, texts } = await withChat();
    const outcome = async (fault: Fault, words: string) => {
      teams.faults.next('send', fault);
      return post(words).then(
        answer => answer.status,
        () => 'cut',
      );
    };
    expect(await outcome({ kind: 'refuse' }, 'a')).toBe('cut');
    expect(await outcome({ kind: 'cutAfterAccept' }, 'b')).toBe('cut');
    expect(await outcome({ kind: 'statusAfterAccept', status: 504 }, 'c')).toBe(504);
    expect(await outcome({ kind: 'slow', ms: 60 }, 'd')).toBe(201);
    expect(await outcome({ kind: 'lateLanding', ms: 80 }, 'e')).toBe(201);
    expect(texts()).toEqual(['b', 'c', 'd']);
    expect(await teams.until(() => texts().includes('e'))).toBe(true);
    teams.faults.next('send', { kind: 'noAnswer' });
    teams.faults.clear();
    expect((await post('f')).status).toBe(201);
  });

  test('the login service can be out of order too', async () => {
    const teams = await aTenant();
    teams.faults.next('token', { kind: 'status', status: 500 });
    teams.faults.next('keys', { kind: 'status', status: 503 });
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: teams.world.app.id,
      client_secret: 's',
    });
    expect((await fetch(`${teams.url}/login/token`, { method: 'POST', body })).status).toBe(500);
    expect((await fetch(`${teams.url}/login/keys`)).status).toBe(503);
    expect((await fetch(`${teams.url}/login/keys`)).status).toBe(200);
    expect((await fetch(`${teams.url}/login/token`, { method: 'POST', body: 'grant_type=x' })).status).toBe(401);
  });
});

describe('activities that come twice', () => {
  test('at the same time, or one after the other', async () => {
    const teams = await aTenant();
    const ids: string[] = [];
    await aBot(teams, app => app.message(/.*/, async context => void ids.push(context.activity.id!)));
    teams.faults.duplicate('message');
    await teams.as('ada').say('one');
    await teams.until(() => ids.length === 2);
    teams.faults.duplicate('message', 1, { gapMs: 50 });
    await teams.as('ada').say('two');
    await teams.until(() => ids.length === 4);
    expect([ids[0] === ids[1], ids[2] === ids[3], ids[0] === ids[2]]).toEqual([true, true, false]);
  });
});

describe('a kept tenant', () => {
  test('goes on where it was left', async () => {
    folder = mkdtempSync(join(tmpdir(), 'mentor-kept-tenant-'));
    const statePath = join(folder, 'tenant.json');
    const before = await withChat({ statePath });
    await before.post('hello');
    await before.teams.until(() => existsSync(statePath));
    await before.teams.close();
    const after = await aTenant({ statePath });
    expect(
      after
        .as('ada')
        .chat()
        .map(each => each.text),
    ).toEqual(['hello']);
    expect(after.world.app).toEqual(before.teams.world.app);
  });
});
