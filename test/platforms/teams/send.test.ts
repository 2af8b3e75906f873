// Our own messages: one try each, each of Teams' refusals with its own state, nothing taken for sent that may not be.

import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sent } from '../../../src/platforms/platform.ts';
import { ADA, type ADoor, accountOf, aDoor, BEN, CEM, LANE } from './a-door.ts';

let door: ADoor;
/** A host of this machine where nobody listens. */
let closed = '';
beforeEach(async () => {
  const unused = createServer();
  await new Promise<void>(resolve => unused.listen(0, '127.0.0.1', resolve));
  closed = `127.0.0.1:${(unused.address() as AddressInfo).port}`;
  await new Promise(resolve => unused.close(resolve));
  door = await aDoor({ teams: { budgets: { deliveryMs: 500 }, serviceHosts: [closed] } });
  door.hosted.act = () => ({ show: 'close' });
  // With the first activity Teams tells where it takes calls; with one from the team, that the bot is in it.
  await door.ada.say('hello there');
  await door.ben.say('@Mentor hello there', 'Technicians/Forum');
  door.standIn.log.length = 0;
});
afterEach(() => door.close());

const notice = { text: 'Mentor: something for you', parts: [{ part: 'text', text: 'Good news.' }] } as const;
const out = { id: 'd1', notice: { ...notice, parts: [...notice.parts] } };
const toForum = () => `${LANE}/${door.forum}`;
const calls = (method: string) => door.standIn.log.filter(each => each.method === method);
const refOf = (sent: Sent) => ('sent' in sent ? sent.sent : { channel: '', message: '' });

describe('a message', () => {
  it('reaches somebody who wrote, and says its neutral line to previews', async () => {
    const sent = await door.teams.send(accountOf(ADA), out);
    expect(sent).toEqual({ sent: { channel: accountOf(ADA), message: expect.any(String) } });
    expect(door.ada.chat().at(-1)).toMatchObject({ from: 'bot', summary: 'Mentor: something for you' });
    expect(door.ada.chat().at(-1)?.card?.words).toContain('Good news.');
  });

  it('reaches a member of the team who never wrote in private, in a chat made once', async () => {
    await Promise.all([door.teams.send(accountOf(BEN), out), door.teams.send(accountOf(BEN), { ...out, id: 'd2' })]);
    await door.teams.send(accountOf(BEN), { ...out, id: 'd3' });
    expect(door.ben.chat()).toHaveLength(3);
    expect(calls('POST').filter(({ path }) => path.endsWith('/conversations'))).toHaveLength(1);
  });

  it('for somebody the bot cannot reach says that they are gone', async () => {
    expect(await door.teams.send(accountOf(CEM), out)).toEqual({ gone: 'person', why: 'ForbiddenOperationException' });
  });

  it('that finds its chat gone forgets it, and makes another one next time', async () => {
    door.standIn.faults.next('send', { kind: 'code', code: 'ConversationNotFound' });
    await door.teams.send(accountOf(ADA), out);
    expect(door.hosted.contacts.has(accountOf(ADA))).toBe(false);
    expect(await door.teams.send(accountOf(ADA), out)).toHaveProperty('sent');
    expect(calls('POST').filter(({ path }) => path.endsWith('/conversations'))).toHaveLength(1);
  });

  it('in a channel begins a post of its own and mentions those who can read it, nobody else', async () => {
    const people = [BEN, CEM, 'nobody'].map(id => ({ person: accountOf(id) }));
    const text = people.flatMap(person => [person, ' ']);
    const sent = await door.teams.send(`${toForum()};messageid=17`, {
      id: 'r',
      notice: { text: 'Round', parts: [{ part: 'text', text }] },
    });
    expect(sent).toMatchObject({ sent: { message: expect.any(String) } });
    const post = door.ben.messages('Technicians/Forum').at(-1);
    expect(post?.root).toBeUndefined();
    expect(post?.mentioned).toEqual([door.ben.user.id]);
  });

  it('mentions nobody else in a private chat, but names them', async () => {
    const text = ['Your mentor is ', { person: accountOf(BEN) }];
    const sent = await door.teams.send(accountOf(ADA), {
      id: 'r',
      notice: { text: 'News', parts: [{ part: 'text', text }] },
    });
    expect(sent).toHaveProperty('sent');
    expect(door.ada.chat().at(-1)?.mentioned).toEqual([]);
    expect(door.ada.chat().at(-1)?.card?.words).toContain('Ben Ash');
  });

  it('of another tenant or platform is not sent', async () => {
    for (const to of [`teams/another/${ADA}`, 'slack/T0/U0', `${LANE}/`])
      expect(await door.teams.send(to, out)).toEqual({ refused: 'not of this tenant' });
    expect(calls('POST')).toEqual([]);
  });

  it('waits while nothing was heard from Teams at all', async () => {
    door.hosted.contacts.clear();
    expect(await door.teams.send(accountOf(ADA), out)).toEqual({ refused: 'not heard from Teams yet', afterMs: 0 });
  });

  it('goes to no address but Microsoft’s, also when another one was remembered', async () => {
    const contact = door.hosted.contacts.get(accountOf(ADA))!;
    for (const service of ['http://127.0.0.1:2/', 'https://evil.example/', 'http://smba.trafficmanager.net/']) {
      door.hosted.contacts.set(contact.id, { ...contact, note: { ...contact.note, service } });
      expect(await door.teams.send(accountOf(ADA), out)).toEqual({
        refused: 'an address that may not be called',
        afterMs: 0,
      });
    }
    expect(calls('POST')).toEqual([]);
  });

  it('follows nobody elsewhere, and shows its token to nobody else', async () => {
    const seen: (string | undefined)[] = [];
    const trap = createHttpServer((request, response) => {
      seen.push(request.url);
      response.writeHead(307, { location: '/elsewhere' }).end();
    });
    await new Promise<void>(resolve => trap.listen(Number(closed.split(':')[1]), '127.0.0.1', resolve));
    const contact = door.hosted.contacts.get(accountOf(ADA))!;
    door.hosted.contacts.set(contact.id, { ...contact, note: { ...contact.note, service: `http://${closed}/` } });
    expect(await door.teams.send(accountOf(ADA), out)).toHaveProperty('unsure');
    expect(seen).toHaveLength(1);
    await new Promise(resolve => trap.close(resolve));
  });
});

describe('a refusal', () => {
  const ofPerson: [string, Sent][] = [
    ['BotNotInConversationRoster', { gone: 'person', why: 'BotNotInConversationRoster' }],
    ['ConversationBlockedByUser', { gone: 'person', why: 'ConversationBlockedByUser' }],
    ['MessageWritesBlocked', { gone: 'person', why: 'MessageWritesBlocked' }],
    ['ForbiddenOperationException', { gone: 'person', why: 'ForbiddenOperationException' }],
    ['BotDisabledByAdmin', { gone: 'bot', why: 'BotDisabledByAdmin' }],
    ['NotEnoughPermissions', { refused: 'NotEnoughPermissions' }],
    ['InvalidBotApiHost', { refused: 'InvalidBotApiHost' }],
    ['MessageSizeTooBig', { refused: 'MessageSizeTooBig' }],
    ['BadArgument', { refused: 'BadArgument' }],
    ['BotNotRegistered', { refused: 'BotNotRegistered', afterMs: 0 }],
    ['PreconditionFailed', { refused: 'PreconditionFailed', afterMs: 0 }],
    ['Throttled', { refused: 'Throttled', afterMs: 0 }],
    ['ServiceError', { unsure: 'ServiceError' }],
  ];
  it.each(ofPerson)('%s is a state of its own, after one try', async (code, state) => {
    door.standIn.faults.next('send', { kind: 'code', code });
    expect(await door.teams.send(accountOf(ADA), out)).toEqual(state);
    expect(calls('POST')).toHaveLength(1);
  });

  it('of a chat we remember that is not there is no word of the person: another is made', async () => {
    const lost = () => door.standIn.faults.next('send', { kind: 'code', code: 'ConversationNotFound' });
    lost();
    expect(await door.teams.send(accountOf(ADA), out)).toEqual({ refused: 'a chat that is not there', afterMs: 0 });
    lost();
    expect(await door.teams.send(accountOf(ADA), out)).toEqual({ gone: 'person', why: 'ConversationNotFound' });
    expect(await door.teams.send(accountOf(ADA), out)).toHaveProperty('sent');
  });

  it('of a channel says that the channel is gone', async () => {
    for (const code of [
      'BotNotInConversationRoster',
      'MessageWritesBlocked',
      'NotEnoughPermissions',
      'ConversationNotFound',
    ]) {
      door.standIn.faults.next('send', { kind: 'code', code });
      expect(await door.teams.send(toForum(), out)).toEqual({ gone: 'channel', why: code });
    }
    // Whatever Microsoft may call it one day.
    door.standIn.faults.next('send', { kind: 'status', status: 403 });
    expect(await door.teams.send(toForum(), out)).toHaveProperty('gone', 'channel');
  });

  it('names when it may be tried again', async () => {
    door.standIn.faults.next('send', { kind: 'code', code: 'Throttled', retryAfter: 30 });
    expect(await door.teams.send(accountOf(ADA), out)).toEqual({ refused: 'Throttled', afterMs: 30_000 });
    door.standIn.faults.next('send', { kind: 'status', status: 503, retryAfter: 2 });
    expect(await door.teams.send(accountOf(ADA), out)).toEqual({ refused: 'ServiceError', afterMs: 2_000 });
  });

  it('of a gateway, a silence or a cut line leaves in doubt whether it arrived', async () => {
    for (const status of [500, 502, 504]) {
      door.standIn.faults.next('send', { kind: 'status', status });
      expect(await door.teams.send(accountOf(ADA), out)).toHaveProperty('unsure');
    }
    for (const kind of ['noAnswer', 'cutAfterAccept'] as const) {
      door.standIn.faults.next('send', { kind });
      expect(await door.teams.send(accountOf(ADA), out)).toHaveProperty('unsure');
    }
  });

  it('before a chat is made means that for certain nothing was sent', async () => {
    door.standIn.faults.next('create', { kind: 'status', status: 502 });
    expect(await door.teams.send(accountOf(BEN), out)).toEqual({ refused: 'ServiceError', afterMs: 0 });
    door.standIn.faults.next('create', { kind: 'noAnswer' });
    expect(await door.teams.send(accountOf(BEN), out)).toMatchObject({ afterMs: 0 });
    expect(door.ben.chat()).toEqual([]);
  });

  it('of a line that was never open means that for certain nothing was sent', async () => {
    const contact = door.hosted.contacts.get(accountOf(ADA))!;
    door.hosted.contacts.set(contact.id, { ...contact, note: { ...contact.note, service: `http://${closed}/` } });
    expect(await door.teams.send(accountOf(ADA), out)).toEqual({ refused: 'ECONNREFUSED', afterMs: 0 });
  });

  it('by our own limits comes before any call, and says how long', async () => {
    await door.close();
    door = await aDoor({ teams: { budgets: { perConversation: [[2, 60_000]] } } });
    await door.ada.say('hello there');
    door.standIn.log.length = 0;
    const sent = [];
    for (let n = 0; n < 4; n++) sent.push(await door.teams.send(accountOf(ADA), out));
    expect(sent.filter(each => 'sent' in each)).toHaveLength(2);
    expect(sent.at(-1)).toMatchObject({ refused: 'our own limit', afterMs: expect.any(Number) });
    expect(calls('POST')).toHaveLength(2);
    // Another conversation is not held up by that.
    await door.ben.say('@Mentor hello there', 'Technicians/Forum');
    expect(await door.teams.send(toForum(), out)).toHaveProperty('sent');
  });

  it('of our token is not the message’s: the next try brings another', async () => {
    const { keys } = door.standIn;
    const { issue } = keys;
    let issued = 0;
    keys.issue = () => {
      issued++;
      return issue();
    };
    for (let n = 0; n < 3; n++) await door.teams.send(accountOf(ADA), out);
    expect(issued).toBe(1);
    door.standIn.faults.next('send', { kind: 'code', code: 'BotNotRegistered' });
    await door.teams.send(accountOf(ADA), out);
    expect(await door.teams.send(accountOf(ADA), out)).toHaveProperty('sent');
    expect(issued).toBe(2);
  });
});

describe('a message that stands', () => {
  it('is written anew and taken away where it stands', async () => {
    for (const to of [accountOf(ADA), toForum()]) {
      const ref = refOf(await door.teams.send(to, out));
      const other = {
        id: 'd1',
        notice: { text: 'Closed', parts: [{ part: 'text' as const, text: 'This is closed.' }] },
      };
      expect(await door.teams.update(ref, other)).toEqual({ sent: ref });
      const stands = () => (to === toForum() ? door.ben.messages('Technicians/Forum') : door.ada.chat());
      expect(stands().find(({ id }) => id === ref.message)?.card?.words).toContain('This is closed.');
      expect(await door.teams.remove(ref)).toEqual({ sent: ref });
      expect(stands().some(({ id }) => id === ref.message)).toBe(false);
      // There is nothing left to change, which is as good.
      expect(await door.teams.update(ref, other)).toEqual({ sent: ref });
      expect(await door.teams.remove(ref)).toEqual({ sent: ref });
    }
  });

  it('cannot be pinned or looked for', async () => {
    const ref = refOf(await door.teams.send(toForum(), out));
    expect(await door.teams.pin(ref)).toEqual({ refused: 'not possible in Teams' });
    expect(await door.teams.find(toForum(), 'd1', 0)).toEqual({ unknown: true });
  });
});

describe('Teams moving to another region', () => {
  it('is followed with the next activity', async () => {
    door.standIn.moveRegion('uk');
    await door.ada.say('hello again');
    door.standIn.log.length = 0;
    expect(await door.teams.send(accountOf(ADA), out)).toHaveProperty('sent');
    expect(door.hosted.contacts.get(accountOf(ADA))?.note['service']).toContain('/uk/');
  });
});
