// Messages of the outbox: sent once, and what is said of each when Slack refuses, breaks, or the line is cut.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Fault } from '../../../src/demo/slack/faults.ts';
import type { Sent } from '../../../src/platforms/platform.ts';
import { slackPlatform } from '../../../src/platforms/slack/slack.ts';
import { aHost } from '../a-host.ts';
import { type ADoor, aDoor, BOT_TOKEN, pause, SECRET, TEAM, wordsIn } from './a-door.ts';

const ADA = `slack/${TEAM}/U0ADA`;
const FORUM = `slack/${TEAM}/C0FORUM`;
const notice = { text: 'Mentor: something for you' };

let door: ADoor;
beforeEach(async () => {
  door = await aDoor({ slack: { budgets: { deliveryMs: 400 } } });
});
afterEach(() => door.close());

const refOf = (sent: Sent) => {
  if (!('sent' in sent)) throw new Error(JSON.stringify(sent));
  return sent.sent;
};

describe('a message', () => {
  it('reaches a person and a channel, carries its id and nothing else, and can be changed and taken away', async () => {
    const toAda = refOf(await door.slack.send(ADA, { id: 'd1', notice }));
    const toForum = refOf(await door.slack.send(FORUM, { id: 'd2', notice }));
    expect(toAda.channel).toBe(door.ada.dm().id);
    expect(door.ada.dm().messages[0]?.metadata).toEqual({ event_type: 'mentor_delivery', event_payload: { id: 'd1' } });
    await door.slack.update(toForum, { id: 'd2', notice: { text: 'Seven have answered' } });
    expect(door.ada.messages('C0FORUM').map(each => each.text)).toEqual(['Seven have answered']);
    expect(wordsIn(door.ada.messages('C0FORUM')[0]?.blocks)).toContain('Seven');
    expect(await door.slack.remove(toForum)).toEqual({ sent: toForum });
    expect(door.ada.messages('C0FORUM')).toEqual([]);
    expect(await door.slack.remove(toForum)).toEqual({ sent: toForum });
  });

  it('opens a person’s direct channel only once', async () => {
    await door.slack.send(ADA, { id: 'd1', notice });
    await door.slack.send(ADA, { id: 'd2', notice });
    expect(door.standIn.log.filter(call => call.method === 'conversations.open')).toHaveLength(1);
  });

  const faults: [string, Fault, Sent][] = [
    [
      'refused for now, with the time Slack names',
      { kind: '429', retryAfter: 7 },
      { refused: 'ratelimited', afterMs: 7000 },
    ],
    ['in doubt after a 500', { kind: 'status500' }, { unsure: 'http 500' }],
    ['in doubt after an internal error', { kind: 'error', error: 'internal_error' }, { unsure: 'internal_error' }],
    ['refused as it is', { kind: 'error', error: 'invalid_blocks' }, { refused: 'invalid_blocks' }],
    ['gone with an archived channel', { kind: 'error', error: 'is_archived' }, { gone: 'channel', why: 'is_archived' }],
    ['gone with the app', { kind: 'error', error: 'account_inactive' }, { gone: 'bot', why: 'account_inactive' }],
  ];
  it.each(faults)('is %s', async (_, fault, expected) => {
    door.standIn.faults.next('chat.postMessage', fault);
    expect(await door.slack.send(FORUM, { id: 'd1', notice })).toEqual(expected);
    expect(door.standIn.log.filter(call => call.method === 'chat.postMessage')).toHaveLength(1);
  });

  const doubts: [string, Fault][] = [
    ['the line is cut after Slack took it', { kind: 'cutAfterAccept' }],
    ['the line is cut before', { kind: 'refuse' }],
    ['Slack never answers', { kind: 'noAnswer' }],
    ['Slack answers too late', { kind: 'slow', ms: 900 }],
  ];
  it.each(doubts)('is in doubt when %s', async (_, fault) => {
    door.standIn.faults.next('chat.postMessage', fault);
    const sent = await door.slack.send(FORUM, { id: 'd1', notice });
    expect(sent).toHaveProperty('unsure');
    expect(door.standIn.log.filter(call => call.method === 'chat.postMessage')).toHaveLength(1);
  });

  it('is certainly not sent when its direct channel could not be opened', async () => {
    for (const fault of [{ kind: 'noAnswer' }, { kind: 'status500' }, { kind: 'refuse' }] as const) {
      door.standIn.faults.next('conversations.open', fault);
      expect(await door.slack.send(ADA, { id: 'd1', notice })).toMatchObject({
        refused: expect.any(String),
        afterMs: 0,
      });
    }
    expect(door.standIn.log.filter(call => call.method === 'chat.postMessage')).toEqual([]);
  });

  it('is certainly not sent when nobody listens at Slack’s address', async () => {
    await door.standIn.close();
    expect(await door.slack.send(FORUM, { id: 'd1', notice })).toEqual({ refused: 'ECONNREFUSED', afterMs: 0 });
  });

  it('finds people and channels gone', async () => {
    door.standIn.deactivate('U0BEN');
    expect(await door.slack.send(`slack/${TEAM}/U0BEN`, { id: 'd1', notice })).toMatchObject({ gone: 'person' });
    await door.slack.send(ADA, { id: 'd2', notice });
    door.standIn.deactivate('U0ADA');
    expect(await door.slack.send(ADA, { id: 'd3', notice })).toMatchObject({ gone: 'person' });
    door.standIn.removeBot('C0ALERTS');
    const alerts = await door.slack.send(`slack/${TEAM}/C0ALERTS`, { id: 'd4', notice });
    expect(alerts).toEqual({ gone: 'channel', why: 'channel_not_found' });
    door.standIn.archive('C0FORUM');
    expect(await door.slack.send(FORUM, { id: 'd5', notice })).toEqual({ gone: 'channel', why: 'is_archived' });
    expect(await door.slack.send('slack/TOTHER/U1', { id: 'd6', notice })).toHaveProperty('refused');
    door.standIn.uninstall();
    expect(await door.slack.send(FORUM, { id: 'd7', notice })).toMatchObject({ gone: 'bot' });
  });

  it('that is too long is our own error before anything is sent', async () => {
    const long = { text: 'x', parts: [{ part: 'text', text: 'y'.repeat(14_000) } as const] };
    await expect(door.slack.send(FORUM, { id: 'd1', notice: long })).rejects.toThrow(/14000 characters of 13000/);
    expect(door.standIn.log.some(call => call.method === 'chat.postMessage')).toBe(false);
  });
});

describe('pinning a message', () => {
  it('pins it once, and says when it may not', async () => {
    const sent = await door.slack.send(FORUM, { id: 'p1', notice });
    if (!('sent' in sent)) throw new Error('not sent');
    expect(await door.slack.pin(sent.sent)).toEqual(sent);
    expect(await door.slack.pin(sent.sent)).toEqual(sent);
    expect(door.standIn.world.channels['C0FORUM']?.pins).toEqual([sent.sent.message]);
    door.standIn.faults.next('pins.add', { kind: 'error', error: 'missing_scope' });
    expect(await door.slack.pin(sent.sent)).toEqual({ refused: 'missing_scope' });
  });
});

describe('looking a message up', () => {
  it('finds the one that landed although the line was cut, and only that', async () => {
    const before = Date.now();
    await door.slack.send(FORUM, { id: 'other', notice });
    door.standIn.faults.next('chat.postMessage', { kind: 'cutAfterAccept' });
    await door.slack.send(FORUM, { id: 'd1', notice });
    const found = await door.slack.find(FORUM, 'd1', before - 60_000);
    expect(found).toEqual({ found: { channel: 'C0FORUM', message: door.ada.messages('C0FORUM')[1]?.ts } });
    expect(await door.slack.find(FORUM, 'd2', before - 60_000)).toEqual({ absent: true });
    expect(await door.slack.find(FORUM, 'd1', Date.now() + 60_000)).toEqual({ absent: true });
  });

  it('looks in a direct channel too, and through several pages', async () => {
    const before = Date.now();
    const sent = refOf(await door.slack.send(ADA, { id: 'd1', notice }));
    for (let nth = 0; nth < 450; nth++) door.ada.say(sent.channel, `line ${nth}`);
    expect(await door.slack.find(ADA, 'd1', before - 1000)).toEqual({ found: sent });
  });

  it('does not take somebody else’s message for ours', async () => {
    const channel = door.standIn.world.channels['C0FORUM']!;
    const message = door.ada.say('C0FORUM', 'mine');
    channel.messages.find(each => each.ts === message.ts)!.metadata = {
      event_type: 'mentor_delivery',
      event_payload: { id: 'd1' },
    };
    expect(await door.slack.find(FORUM, 'd1', 0)).toEqual({ absent: true });
  });

  it('is worth another try when Slack cannot be asked just now', async () => {
    door.standIn.faults.next('conversations.history', { kind: 'status500' });
    expect(await door.slack.find(FORUM, 'd1', 0)).toEqual({ later: 0 });
    door.standIn.faults.next('conversations.history', { kind: '429', retryAfter: 30 });
    expect(await door.slack.find(FORUM, 'd1', 0)).toEqual({ later: 30_000 });
  });

  it('knows nothing when Slack may not be asked', async () => {
    door.standIn.faults.next('conversations.history', { kind: 'error', error: 'missing_scope' });
    expect(await door.slack.find(FORUM, 'd1', 0)).toEqual({ unknown: true });
    const shy = slackPlatform({
      ...{ botToken: BOT_TOKEN, signingSecret: SECRET, apiUrl: door.standIn.apiUrl },
      ...{ command: '/mentor', lookup: 'off' },
    });
    await shy.start(aHost().host);
    const calls = door.standIn.log.length;
    expect(await shy.find(FORUM, 'd1', 0)).toEqual({ unknown: true });
    expect(door.standIn.log.slice(calls).map(call => call.method)).toEqual(['auth.test']);
    door.standIn.faults.next('auth.test', { kind: 'status500' });
    expect(await shy.find(FORUM, 'd1', 0)).toEqual({ later: 0 });
    await shy.stop();
  });
});

describe('the directory', () => {
  it('tells who somebody is', async () => {
    expect(await door.slack.profile(ADA)).toEqual({
      ...{ name: 'Ada Byron', email: 'ada@example.org', zone: 'Europe/London', jobTitle: 'Technician' },
      ...{ isGuest: false, gone: false },
    });
    door.standIn.deactivate('U0BEN');
    expect(await door.slack.profile(`slack/${TEAM}/U0BEN`)).toMatchObject({ gone: true });
    expect(await door.slack.profile(`slack/${TEAM}/U0NOBODY`)).toBeUndefined();
    expect(await door.slack.profile('teams/x/y')).toBeUndefined();
    door.standIn.faults.next('users.info', { kind: 'status500' });
    await expect(door.slack.profile(ADA)).rejects.toThrow();
  });

  it('tells what a channel is', async () => {
    expect(await door.slack.channel(FORUM)).toEqual({
      ...{ name: 'technicians', isPublic: true, canPost: true, isArchived: false, tooManyMembers: false },
      members: [ADA, `slack/${TEAM}/U0BEN`],
    });
    expect(await door.slack.channel(`slack/${TEAM}/C0ALERTS`)).toMatchObject({
      isPublic: false,
      members: [`slack/${TEAM}/U0BEN`],
    });
    door.standIn.removeBot('C0FORUM');
    expect(await door.slack.channel(FORUM)).toMatchObject({ canPost: false });
    door.standIn.removeBot('C0ALERTS');
    expect(await door.slack.channel(`slack/${TEAM}/C0ALERTS`)).toBeUndefined();
  });

  it('does not read the members of a very large channel to the end', async () => {
    const members = Array.from({ length: 2500 }, (_, nth) => `U${nth}`);
    door.standIn.addChannel({ id: 'C0ALL', name: 'all', members, botIn: true });
    const facts = await door.slack.channel(`slack/${TEAM}/C0ALL`);
    expect(facts?.tooManyMembers).toBe(true);
    expect(facts?.members).toHaveLength(1000);
  });
});

describe('a home tab', () => {
  it('can be drawn at any time, and tells when it cannot', async () => {
    expect(await door.slack.showHome(ADA, { title: 'Home', parts: [] })).toHaveProperty('sent');
    expect(wordsIn(door.ada.home()?.blocks)).toContain('Home');
    door.standIn.faults.next('views.publish', { kind: '429', retryAfter: 2 });
    expect(await door.slack.showHome(ADA, { title: 'H', parts: [] })).toEqual({
      refused: 'ratelimited',
      afterMs: 2000,
    });
    await pause(1);
  });
});
