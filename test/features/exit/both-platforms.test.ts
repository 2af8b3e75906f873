// An exit in a scheme that is on both platforms: the alert stands once in each co-ordinators' channel, and what happens to one happens to both.
import { afterEach, describe, expect, test } from 'vitest';
import { type Put, put } from '../../../src/conversation/outcome.ts';
import { DAY } from '../../../src/scheme/calendar.ts';
import type { Scheme } from '../../../src/scheme/kinds.ts';
import { words } from '../page.ts';
import { accountOf, samAndAlex, somebody } from '../people.ts';
import { aStory, type Story } from '../story.ts';

const ALERTS = 'slack/T1/CALERTS';
const TEAMS_ALERTS = 'teams/X/19:alerts@thread.tacv2';
const sam = accountOf('sam');
const ana = 'slack/T1/UC1';
const begun: Story[] = [];
afterEach(async () => {
  for (const on of begun.splice(0)) await on.close();
});

async function story(more: Partial<Scheme> = {}, records: Put[] = []): Promise<Story> {
  const scheme = { alerts: [ALERTS, TEAMS_ALERTS], ...more };
  const on = await aStory([...samAndAlex(), ...records], scheme, undefined, ['slack/T1', 'teams/X']);
  begun.push(on);
  return on;
}

async function leave(on: Story): Promise<void> {
  await on.send(sam, await on.open(sam, 'exit', { pairing: 'P1' }), {
    partnerKnows: 'told',
    next: 'later',
    urgent: false,
  });
  await on.press(sam, 'exit.end', 'end', { pairing: 'P1' });
  await on.settle();
}

const at = (on: Story, address: string) => on.box.messages.filter(one => one.to === address);
const said = (on: Story, address: string): string => {
  const notice = at(on, address)[0]?.notice;
  return `${notice?.text} ${words(notice?.parts ?? [])}`;
};

describe('the alert (R46)', () => {
  test('stands once in each channel; *Read* in one is seen in both; closed, it names nobody in either', async () => {
    const on = await story();
    await leave(on);
    expect([at(on, ALERTS).length, at(on, TEAMS_ALERTS).length]).toEqual([1, 1]);
    for (const address of [ALERTS, TEAMS_ALERTS]) expect(said(on, address)).toContain('Sam Okoro');
    await on.press(ana, 'exit.read', 'read', { pairing: 'P1' });
    await on.settle();
    for (const address of [ALERTS, TEAMS_ALERTS]) {
      expect(at(on, address)).toHaveLength(1);
      expect(at(on, address)[0]?.changes).toBe(1);
      expect(said(on, address)).toMatch(/Read by/);
    }
    await on.send(ana, await on.open(ana, 'exit.close', { pairing: 'P1' }), { action: 'none' });
    await on.settle();
    for (const address of [ALERTS, TEAMS_ALERTS]) {
      expect(at(on, address)).toHaveLength(1);
      expect(said(on, address)).not.toMatch(/Sam|Alex/);
    }
  });

  test('one channel that is gone: the other has it, and a co-ordinator of the lost side gets it directly', async () => {
    const on = await story({ coordinators: [ana, 'teams/X/c3'] });
    const { send } = on.box.door;
    on.box.door.send = async (to, out) => (to === TEAMS_ALERTS ? { gone: 'channel', why: 'deleted' } : send(to, out));
    await leave(on);
    expect(at(on, ALERTS).filter(one => /Sam Okoro/.test(JSON.stringify(one.notice)))).toHaveLength(1);
    const direct = at(on, 'teams/X/c3').map(one => JSON.stringify(one.notice));
    expect(direct.filter(notice => notice.includes('exit.read'))).toHaveLength(1);
  });
});

describe('a co-ordinator with two accounts', () => {
  const carol = [
    ...somebody('C1', 'Carol', { accounts: [ana, 'teams/X/c1'] }),
    put('account', { id: ana, person: 'C1' }),
    put('account', { id: 'teams/X/c1', person: 'C1' }),
  ].filter(one => one.kind !== 'account' || !String(one.value.id).includes('UC1') || one.value.id === ana);
  const twice = {
    coordinators: [ana, 'teams/X/c1', 'slack/T1/UC2'],
    coordinatorPersons: { [ana]: 'C1', 'teams/X/c1': 'C1' },
  };
  test('is one person: an exit that stays unread goes to somebody else', async () => {
    const unique = [...new Map(carol.map(one => [`${one.kind}/${one.value.id}`, one])).values()];
    const on = await story(twice, unique);
    await leave(on);
    await on.later(6 * DAY);
    expect(at(on, 'teams/X/c1')).toEqual([]);
    expect(at(on, 'slack/T1/UC2')).toHaveLength(1);
  });
});
