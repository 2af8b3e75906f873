// Who may come in: each kind of forged, foreign or malformed request is refused with an empty answer, reaches no handler, and makes us call nobody.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SignJWT } from 'jose';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeAddresses } from '../../../src/platforms/teams/addresses.ts';
import { ADA, type ADoor, APP, aDoor, knock, TENANT, viewReply } from './a-door.ts';
import { type ALogin, aLogin } from './a-login.ts';

let login: ALogin;
let door: ADoor;
let tokens = '';
beforeAll(async () => {
  login = await aLogin(() => tokens);
});
afterAll(() => login.close());
beforeEach(async () => {
  door = await aDoor({ teams: { openIdUrl: login.openIdUrl, budgets: { keysAgainMs: 0 } } });
  tokens = `${door.standIn.url}/login/token`;
  door.hosted.act = () => viewReply('Hello');
  login.setDown(false);
});
afterEach(() => door.close());

const service = () => door.standIn.serviceUrl();
const activity = (more: Record<string, unknown> = {}) => ({
  type: 'message',
  id: '1700000000001',
  channelId: 'msteams',
  serviceUrl: service(),
  from: { id: door.ada.user.id, name: 'Ada Byron', aadObjectId: ADA },
  recipient: { id: `28:${APP}`, name: 'Mentor' },
  conversation: { id: door.standIn.world.chats[chatId()]!.id, conversationType: 'personal', tenantId: TENANT },
  channelData: { tenant: { id: TENANT } },
  text: 'register',
  ...more,
});
const chatId = () => {
  door.ada.chat();
  return Object.keys(door.standIn.world.chats)[0]!;
};
const json = { 'content-type': 'application/json' };
const send = (body: unknown, authorization: string | undefined) =>
  knock(door.url, typeof body === 'string' ? body : JSON.stringify(body), {
    ...json,
    ...(authorization === undefined ? {} : { authorization }),
  });
const bearer = async (...given: Parameters<ALogin['token']>) => `Bearer ${await login.token(...given)}`;

/** Refused with this status, without a word, and nothing has come of it. */
async function refused(answer: Promise<{ status: number; body: string; headers: object }>, status: number) {
  const { body, ...seen } = await answer;
  expect({ status: seen.status, body }).toEqual({ status, body: '' });
  expect(seen.headers).not.toHaveProperty('x-powered-by');
  expect(door.hosted.deeds).toEqual([]);
  expect(door.hosted.happenings).toEqual([]);
  expect(door.hosted.contacts.size).toBe(0);
  expect(door.standIn.log).toEqual([]);
}

describe('a request whose token', () => {
  it('is good is taken', async () => {
    expect(await send(activity(), await bearer(service()))).toMatchObject({ status: 200, body: '' });
    expect(door.hosted.deeds).toHaveLength(1);
  });

  it('is missing, or none at all, is refused', async () => {
    await refused(send(activity(), undefined), 401);
    for (const wrong of ['Bearer', 'Bearer x', 'Bearer a.b.c', 'Basic YTpi', `bearer ${await login.token(service())}`])
      await refused(send(activity(), wrong), 401);
  });

  it('is not signed, or signed with what everybody knows, is refused', async () => {
    const claims = JSON.parse(Buffer.from((await login.token(service())).split('.')[1]!, 'base64url').toString());
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    await refused(send(activity(), `Bearer ${part({ alg: 'none', kid: 'good' })}.${part(claims)}.`), 401);
    await refused(send(activity(), `Bearer ${part({ alg: 'none', kid: 'good' })}.${part(claims)}.AA`), 401);
    const keys = await (await fetch(login.openIdUrl.replace('/.well-known/openidconfiguration', '/keys'))).text();
    for (const secret of [keys, APP, 'good']) {
      const token = await new SignJWT(claims)
        .setProtectedHeader({ alg: 'HS256', kid: 'good' })
        .sign(Buffer.from(secret));
      await refused(send(activity(), `Bearer ${token}`), 401);
    }
  });

  it('is signed with another key is refused, whatever key it names', async () => {
    await refused(send(activity(), await bearer(service(), {}, { key: 'unpublished' })), 401);
    await refused(send(activity(), await bearer(service(), {}, { key: 'unpublished', kid: 'good' })), 401);
    await refused(send(activity(), await bearer(service(), {}, { key: 'unendorsed' })), 401);
  });

  it('is changed in a single letter is refused', async () => {
    const [head, body, signature] = (await login.token(service())).split('.') as [string, string, string];
    const other = signature.startsWith('A') ? 'B' : 'A';
    await refused(send(activity(), `Bearer ${head}.${body}.${other}${signature.slice(1)}`), 401);
    const bodyOf = Buffer.from(
      JSON.stringify({ iss: 'https://api.botframework.com', aud: APP, exp: 9e9, serviceurl: service() }),
    );
    await refused(send(activity(), `Bearer ${head}.${bodyOf.toString('base64url')}.${signature}`), 401);
  });

  it('is for somebody else, from somebody else, or for another time or place is refused', async () => {
    const now = Math.floor(Date.now() / 1000);
    const wrong: Record<string, unknown>[] = [
      { aud: 'another-app' },
      { aud: undefined },
      { iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/' },
      { iss: undefined },
      { exp: now - 301 },
      { exp: undefined },
      { nbf: now + 400 },
      { serviceurl: 'https://smba.trafficmanager.net/emea/' },
      { serviceurl: undefined },
    ];
    for (const claims of wrong) await refused(send(activity(), await bearer(service(), claims)), 401);
  });

  it('cannot be checked because the key server is gone is put off, and taken once it is back', async () => {
    login.setDown(true);
    await refused(send(activity(), await bearer(service())), 503);
    login.setDown(false);
    expect(await send(activity(), await bearer(service()))).toMatchObject({ status: 200 });
    login.setDown(true);
    // Keys that are known are good without asking.
    expect(await send(activity({ id: '2' }), await bearer(service()))).toMatchObject({ status: 200 });
  });

  it('is signed with a new key is taken as soon as that is published', async () => {
    await refused(send(activity(), await bearer(service(), {}, { key: 'unpublished' })), 401);
    login.publish();
    expect(await send(activity(), await bearer(service(), {}, { key: 'unpublished' }))).toMatchObject({ status: 200 });
  });
});

describe('the key server', () => {
  it('is not asked again and again for keys that nobody knows', async () => {
    await door.close();
    door = await aDoor({ teams: { openIdUrl: login.openIdUrl } });
    await send(activity(), await bearer(service()));
    const before = login.asked();
    for (let n = 0; n < 20; n++)
      await send(activity(), await bearer(service(), {}, { key: 'unendorsed', kid: `k${n}` }));
    expect(login.asked()).toBe(before);
  });
});

describe('a verified request', () => {
  it('of a wrong shape is refused without a word', async () => {
    const good = await bearer(service());
    for (const body of ['', 'no json', '[]', '"text"', 'null', '{"type":']) await refused(send(body, good), 400);
    for (const more of [
      { from: undefined },
      { conversation: 5 },
      { recipient: null },
      { type: '' },
      { from: { id: '29:x', aadObjectId: '../../x' } },
    ])
      await refused(send(activity(more), good), 400);
    await refused(send({}, good), 401);
    await refused(send(activity({ channelId: 'webchat' }), good), 401);
    await refused(knock(door.url, '{}', { authorization: good, 'content-type': 'text/plain' }), 400);
    await refused(knock(door.url, '', { authorization: good }, 'GET'), 405);
    await refused(knock(door.url, '', { authorization: good }, 'PUT'), 405);
  });

  it('that is too long is refused, announced or not', async () => {
    const good = await bearer(service());
    const long = JSON.stringify(activity({ text: 'x'.repeat(300_000) }));
    await refused(send(long, good), 413);
    await refused(knock(door.url, long, { ...json, authorization: good, 'transfer-encoding': 'chunked' }), 413);
  });

  it('of another tenant has no effect', async () => {
    const good = await bearer(service());
    const other = '99999999-0000-4000-8000-000000000000';
    const foreign: Record<string, unknown>[] = [
      { conversation: { ...activity().conversation, tenantId: other } },
      { channelData: { tenant: { id: other } } },
      { from: { ...activity().from, tenantId: other } },
      { channelData: {}, conversation: { id: chatId(), conversationType: 'personal' } },
    ];
    for (const more of foreign) await refused(send(activity(more), good), 403);
  });

  it('never makes us call an address of its own choice', async () => {
    let called = 0;
    const trap = createServer((_, response) => {
      called++;
      response.end('{}');
    });
    await new Promise<void>(resolve => trap.listen(0, '127.0.0.1', resolve));
    const port = (trap.address() as AddressInfo).port;
    const forged = [
      `http://127.0.0.1:${port}/`,
      `http://localhost:${port}/`,
      `http://user:password@${door.standIn.host}/emea/`,
      `http://${door.standIn.host}@127.0.0.1:${port}/`,
      `http://${door.standIn.host}.evil.example/`,
      'https://smba.trafficmanager.net.evil.example/emea/',
      'http://smba.trafficmanager.net/emea/',
      'https://smba.trafficmanager.net:8443/emea/',
      'https://169.254.169.254/metadata/',
      'file:///etc/passwd',
      `${service()}?x=`,
      'no address',
    ];
    for (const serviceUrl of forged) await refused(send(activity({ serviceUrl }), await bearer(serviceUrl)), 403);
    expect(called).toBe(0);
    await new Promise(resolve => trap.close(resolve));
  });

  it('is not answered with anything of the inside when all breaks', async () => {
    door.host.remember = () => Promise.reject(new Error('secret of the store'));
    door.host.contact = () => Promise.reject(new Error('secret of the store'));
    const invoke = activity({
      type: 'invoke',
      name: 'task/fetch',
      value: { data: { mentor: { h: 'open', w: 'page' } } },
    });
    door.host.act = () => Promise.reject(new Error('secret of the turn'));
    door.host.sorry = () => {
      throw new Error('secret of the sorry');
    };
    const answer = await send(invoke, await bearer(service()));
    expect(answer).toMatchObject({ status: 500, body: '' });
  });
});

describe('without verification', () => {
  const open = { auth: 'none' } as const;

  it('this machine is served, whatever token it brings', async () => {
    await door.close();
    door = await aDoor({ teams: open, standIn: { checksTokens: false } });
    door.hosted.act = () => viewReply('Hello');
    expect(await send(activity(), undefined)).toMatchObject({ status: 200 });
    expect(await send(activity({ id: '2' }), 'Bearer x.y.z')).toMatchObject({ status: 200 });
    expect(door.hosted.deeds).toHaveLength(2);
    // Nor do we show one that we do not have.
    expect(door.standIn.log.map(({ status }) => status)).toEqual([201, 201]);
  });

  it('nobody else is', async () => {
    await door.close();
    door = await aDoor({ teams: open, standIn: { checksTokens: false } });
    const served = (remoteAddress: string | undefined) =>
      new Promise<number>(resolve => {
        const request = { method: 'POST', headers: json, socket: { remoteAddress }, resume: () => {}, complete: true };
        const response = { once: () => {}, writeHead: (status: number) => ({ end: () => resolve(status) }) };
        door.teams.listener(request as never, response as never);
      });
    for (const address of ['192.168.1.4', '::ffff:10.0.0.1', 'fe80::1', '1.127.0.1', undefined])
      expect(await served(address)).toBe(403);
  });

  it('its own hosts must be this machine', async () => {
    const { service: allowed } = makeAddresses([
      'evil.example',
      '10.0.0.1:80',
      '127.0.0.1:39782',
      'localhost:1',
      '[::1]:2',
    ]);
    const good = [
      'http://127.0.0.1:39782/',
      'https://localhost:1/x/',
      'http://[::1]:2/',
      'https://smba.trafficmanager.net/uk/',
    ];
    for (const url of good) expect(allowed(url)?.href).toBe(url);
    for (const url of ['https://evil.example/', 'http://10.0.0.1:80/', 'http://127.0.0.1/'])
      expect(allowed(url)).toBeUndefined();
  });
});

describe('before it is open', () => {
  it('puts everything off, and after it is closed too', async () => {
    await door.teams.stop();
    await refused(send(activity(), await bearer(service())), 503);
  });
});
