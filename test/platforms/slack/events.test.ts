// What happens around us: people and channels that come and go, the app taken away; over HTTP, and everything once over a socket.
import { afterEach, describe, expect, it } from 'vitest';
import { type ADoor, aDoor, formReply, TEAM, wordsIn } from './a-door.ts';

let door: ADoor;
afterEach(() => door.close());

const told = () => door.hosted.happenings.map(each => each.happening);
const FORUM = `slack/${TEAM}/C0FORUM`;

describe('happenings', () => {
  it('of people and channels are told in our words, each with an operation of its own', async () => {
    door = await aDoor();
    door.standIn.addUser({ id: 'U0CAT', name: 'cat', realName: 'Cat Low', email: 'cat@example.org' });
    door.standIn.as('U0CAT').joinChannel('C0FORUM');
    await door.standIn.until(() => told().length === 1);
    door.standIn.deactivate('U0CAT');
    await door.standIn.until(() => told().length === 2);
    door.standIn.removeBot('C0ALERTS');
    await door.standIn.until(() => told().length === 3);
    door.standIn.inviteBot('C0ALERTS');
    await door.standIn.until(() => told().length === 4);
    door.standIn.archive('C0FORUM');
    await door.standIn.until(() => told().length === 5);
    door.standIn.uninstall();
    await door.standIn.until(() => told().length === 7);
    expect(told()).toEqual([
      { what: 'joined-channel', channel: FORUM, account: `slack/${TEAM}/U0CAT` },
      { what: 'person-gone', account: `slack/${TEAM}/U0CAT` },
      { what: 'channel-gone', channel: `slack/${TEAM}/C0ALERTS` },
      { what: 'channel-back', channel: `slack/${TEAM}/C0ALERTS` },
      { what: 'channel-gone', channel: FORUM },
      { what: 'bot-removed', lane: `slack/${TEAM}` },
      { what: 'bot-removed', lane: `slack/${TEAM}` },
    ]);
    expect(new Set(door.hosted.happenings.map(each => each.op)).size).toBe(7);
  });

  it('told twice have the same operation', async () => {
    door = await aDoor();
    door.standIn.faults.duplicate('event');
    door.standIn.archive('C0FORUM');
    await door.standIn.until(() => told().length === 2);
    expect(new Set(door.hosted.happenings.map(each => each.op)).size).toBe(1);
  });

  it('of other people’s messages, the bot’s own and changed ones are none of our business', async () => {
    door = await aDoor();
    await door.slack.send(`slack/${TEAM}/U0ADA`, { id: 'd1', notice: { text: 'Hello' } });
    door.ben.say('C0FORUM', 'hello all');
    await new Promise(resolve => setTimeout(resolve, 150));
    expect(door.hosted.deeds).toEqual([]);
    expect(told()).toEqual([]);
  });
});

describe('over a socket', () => {
  it('commands, forms, searches, typed words, the home tab and happenings work as over HTTP', async () => {
    door = await aDoor({ socket: true });
    expect(door.slack.listener).toBeUndefined();
    const fields = {
      why: { kind: 'text', label: 'Why', optional: false, seenBy: 'own', max: 9, lines: false },
      who: { kind: 'person', label: 'Who', optional: true, seenBy: 'own', atMost: 1, byEmail: false },
    } as const;
    door.hosted.people = async () => [{ key: 'p:1', label: 'Zoë' }];
    door.hosted.act = deed =>
      deed.did.what === 'submit'
        ? { show: 'say', notice: { text: 'Saved.' } }
        : formReply({ fields }, { problems: {} } as never);
    const seen = await door.ada.command('form');
    expect(seen.view?.title?.text).toBe('A form');
    await door.ada.suggest('Who', 'zo');
    await door.ada.fill({ Why: 'so', Who: ['Zoë'] });
    const said = await door.ada.submit();
    expect(wordsIn(said.view?.blocks)).toContain('Saved.');
    expect(door.hosted.deeds[1]?.did).toMatchObject({ answers: { why: 'so', who: ['p:1'] } });
    expect(wordsIn((await door.ada.openHome()).home?.blocks)).toContain('Your next step');
    door.ada.say(door.ada.dm().id, 'form');
    await door.standIn.until(() => door.ada.dm().messages.length === 2);
    door.standIn.archive('C0FORUM');
    await door.standIn.until(() => told().length === 1);
    expect(told()).toEqual([{ what: 'channel-gone', channel: FORUM }]);
  });

  it('comes back by itself when Slack asks it to connect anew', async () => {
    door = await aDoor({ socket: true });
    const opened = () => door.standIn.log.filter(call => call.method === 'apps.connections.open').length;
    expect(opened()).toBe(1);
    door.standIn.disconnectSockets();
    await door.standIn.until(() => opened() === 2, 5000);
    door.hosted.act = () => ({ show: 'say', notice: { text: 'Here.' } });
    const answered = await door.standIn.until(() => opened() === 2 && door.standIn.deliveries.length === 0, 100);
    expect(answered).toBe(true);
    await new Promise(resolve => setTimeout(resolve, 700));
    expect((await door.ada.command('help')).ephemeral?.text).toBe('Here.');
  });
});
