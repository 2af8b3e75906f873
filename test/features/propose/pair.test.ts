// The page of a pair, stage by stage, for each of the two: what comes next, who does it, and always the way out (R0, R19, R20, R27, R48).
import { afterEach, beforeAll, expect, test } from 'vitest';
import { put } from '../../../src/conversation/outcome.ts';
import { setLog } from '../../../src/log.ts';
import { DAY } from '../../../src/scheme/calendar.ts';
import type { Pairing } from '../../../src/scheme/kinds.ts';
import { chatLink, givenName, nameOnButton } from '../../../src/scheme/reach.ts';
import { accountOf, COORDINATOR, type Matching, matching, readable, somebody, viewIn } from '../match/matching.ts';
import { buttonsOf, leads } from '../page.ts';
import { aPairing } from '../records.ts';
import { NOW } from '../turn.ts';

beforeAll(() => setLog('error'));
let bot: Matching;
afterEach(() => bot.close());

const E = accountOf('e1');
const M = accountOf('m1');
async function paired(more: Partial<Pairing> = {}, scheme = {}, extra: Parameters<typeof matching>[0] = []) {
  bot = await matching(
    [
      ...somebody('e1', 'mentee', { name: 'Priya Shah' }),
      ...somebody('m1', 'mentor', { name: 'Sam Jones' }),
      put('pairing', aPairing('m1', 'e1', { id: 'p1', introducedAt: NOW, ...more })),
      put('papers', {
        id: 'p1',
        mentor: 'm1',
        mentee: 'e1',
        line: 'You share a laser.',
        why: { sharedTopics: ['career'], wantedTopics: 2 },
        goals: 'Register as a technician.',
      }),
      ...extra,
    ],
    scheme,
  );
}
const pair = async (account: string, ids: Record<string, string> = {}) => viewIn(await bot.act(account, 'pair', ids));

test('R0, R19 after the introduction: the scheme’s own next steps lead, and the mentor suggests the first meeting', async () => {
  await paired({}, { nextSteps: 'Read the guide on our intranet first.' });
  const mentor = await pair(M);
  const text = readable(mentor);
  expect(text).toContain('Read the guide on our intranet first.');
  expect(text.indexOf('Read the guide')).toBeLessThan(text.indexOf('You suggest the first meeting'));
  expect(text).toContain('A short message to Priya by Monday 30 November 2026');
  expect(text).toMatch(/What Priya hopes for\s+Register as a technician\./);
  expect(text).toContain('You share a laser.');
  const mentee = await pair(E);
  expect(readable(mentee)).toContain(
    'Your mentor Sam Jones suggests the first meeting. You are welcome to write too. A suggestion usually comes by Monday 30 November 2026.',
  );
  expect(readable(mentee)).toContain('Your goals, as you wrote them');
  for (const view of [mentor, mentee]) {
    expect(leads(view)).toEqual(expect.arrayContaining(['checkin.plan', 'review']));
    expect(leads(view).at(-1)).toBe('difficulty');
  }
});

test('a day that has passed is not held before the mentor, nor before the mentee (R25)', async () => {
  await paired({ introducedAt: NOW - 30 * DAY });
  expect(readable(await pair(M))).toContain('A short message to Priya makes a good start');
  expect(readable(await pair(E))).toContain(
    'suggests the first meeting. You are welcome to write too. After that you arrange',
  );
});

test('a pause in check-ins is for both to know, while it lasts', async () => {
  await paired({ restUntil: '2026-12-07' });
  for (const account of [E, M])
    expect(readable(await pair(account))).toContain('No check-ins about this until Monday 7 December 2026.');
  await bot.write({ put: [put('pairing', { ...(await bot.one('pairing', 'p1')), restUntil: '2026-11-23' })] });
  expect(readable(await pair(M))).not.toContain('No check-ins');
});

test('Message Sam leads into the direct chat between the two', async () => {
  await paired();
  const button = buttonsOf(await pair(E)).find(one => one.label === 'Message Sam');
  expect(button).toMatchObject({ url: 'https://slack.com/app_redirect?team=T1&channel=Um1' });
});

test('R20, R27 after the first meeting: the mentee plans; the mentor reads that they need do nothing', async () => {
  await paired({ state: 'active', met: 2, lastMetOn: '2026-11-10' });
  const mentor = await pair(M);
  expect(readable(mentor)).toContain('Your mentee Priya Shah leads the meetings. You need do nothing.');
  expect(readable(mentor)).not.toContain('not working');
  expect(leads(mentor)).not.toContain('checkin.plan');
  expect(readable(mentor)).not.toMatch(/remind|nudge|chase/i);
  const mentee = await pair(E);
  expect(leads(mentee)).toContain('checkin.plan');
  expect(readable(mentee)).toContain('Your last meeting on record was on Tuesday 10 November 2026.');
  expect(leads(mentee).at(-1)).toBe('difficulty');
});

test('a planned meeting is said in the reader’s own time', async () => {
  await paired({ plannedAt: Date.parse('2026-12-01T14:00:00Z'), plannedMeeting: 'k1' });
  await bot.write({ put: [put('person', { ...(await bot.one('person', 'e1')), zone: 'Europe/Athens' })] });
  expect(readable(await pair(E))).toContain(
    'Your next meeting with your mentor Sam Jones is on Tuesday 1 December 2026, 16:00.',
  );
  expect(readable(await pair(M))).toContain('Tuesday 1 December 2026, 14:00');
});

test('a held end: nothing to do at present, nothing that tells, and a word about the planned meeting', async () => {
  const meeting = (state: 'cancelled' | 'held', on: string) =>
    put('meeting', {
      id: `k-${on}`,
      pairing: 'p1',
      mentor: 'm1',
      mentee: 'e1',
      on,
      state,
      recordedBy: [],
      offeredTo: [],
    });
  const held: Partial<Pairing> = {
    state: 'ended-early',
    endedAt: NOW,
    endedBy: 'm1',
    lastDay: '2026-11-23',
    notice: 'held',
    noticeTo: 'e1',
    noticeReleaseAt: Date.parse('2026-11-30T09:00:00Z'),
  };
  await paired(held, {}, [meeting('held', '2026-11-02')]);
  for (const ids of [{}, { pairing: 'p1' }]) {
    const view = await pair(E, ids);
    expect(readable(view)).toContain('There is nothing to do at present.');
    expect(readable(view)).not.toMatch(/ended|no longer|until|planned/i);
    expect(leads(view)).toEqual(['difficulty']);
  }
  await bot.write({ put: [meeting('cancelled', '2026-12-01')] });
  expect(readable(await pair(E))).toContain('in touch about your planned meeting by Monday 30 November 2026.');
  // The one who ended it knows.
  expect(readable(await pair(M, { pairing: 'p1' }))).toContain(
    'You and Priya Shah have been a pair in this scheme until Monday 23 November 2026.',
  );
});

test('after the end: short and kind, with the way to go on', async () => {
  await paired({
    state: 'ended-early',
    endedAt: NOW,
    endedBy: 'm1',
    lastDay: '2026-11-20',
    notice: 'given',
    noticeTo: 'e1',
  });
  const mentee = await pair(E, { pairing: 'p1' });
  expect(readable(mentee)).toContain('until Friday 20 November 2026. Thank you for the time you gave each other.');
  expect(buttonsOf(mentee)[0]).toMatchObject({
    label: 'Look for another mentor',
    to: { word: 'offer', ids: { registration: 'e1-mentee' } },
  });
  const mentor = await pair(M, { pairing: 'p1' });
  expect(buttonsOf(mentor)[0]).toMatchObject({
    label: 'Offer a place again',
    to: { word: 'offer', ids: { registration: 'm1-mentor' } },
  });
  const list = await pair(E);
  expect(readable(list)).toContain('You have no mentor or mentee at present.');
  expect(readable(list)).toContain('Sam Jones, until Friday 20 November 2026');
});

test('several pairings, and something to answer: a choice; and R10 both roles side by side', async () => {
  await paired({}, {}, [
    ...somebody('e2', 'mentee', { name: 'Ola Ade' }),
    ...somebody('m2', 'mentor', { name: 'Ann Lee' }),
    put('pairing', aPairing('m1', 'e2', { id: 'p2', state: 'active', met: 1 })),
    put('pairing', aPairing('m2', 'm1', { id: 'p3', state: 'proposed' })),
  ]);
  const view = await pair(M);
  expect(readable(view)).toContain('Something for you to answer');
  expect(readable(view)).toContain('Your mentee Priya Shah');
  expect(readable(view)).toContain('Your mentee Ola Ade');
  expect(leads(view)).toEqual(['proposal', 'pair', 'pair', 'home']);
  expect(readable(await pair(M, { pairing: 'p2' }))).toContain('Your mentee Ola Ade');
});

test('a forged id, or a co-ordinator who is no part of it: not theirs to open', async () => {
  await paired({}, {}, somebody('x1', 'mentee'));
  for (const [account, id] of [
    [accountOf('x1'), 'p1'],
    [COORDINATOR, 'p1'],
    [E, 'p9'],
  ] as const)
    expect(readable(await pair(account, { pairing: id }))).toContain('not available any more');
});

test('the partner’s account and card are gone: the page still opens, without a name', async () => {
  await paired({ introducedAt: NOW - DAY });
  await bot.write({
    erase: [
      { kind: 'card', id: 'm1-mentor' },
      { kind: 'person', id: 'm1' },
    ],
  });
  const view = await pair(E);
  expect(readable(view)).toMatch(/^Your mentor\nYour mentor\n/);
  expect(readable(view)).toContain('Your mentor suggests the first meeting');
  expect(leads(view)).toContain('contact');
});

test('the chat link: only within one workspace, and a name stays short on a button', () => {
  expect(chatLink(['slack/T1/U1'], ['slack/T2/U2'])).toBeUndefined();
  expect(chatLink(['teams/x/1', 'slack/T2/U9'], ['teams/x/2', 'slack/T2/U2'])).toBe(
    'https://slack.com/app_redirect?team=T2&channel=U2',
  );
  expect([...nameOnButton('Wolfeschlegelsteinhausen Bergerdorff')]).toHaveLength(14);
});

test.each([
  ['  Sam   Jones ', 'Sam'],
  ['Dr. Sam Jones', 'Sam'],
  ['Mr Lee', 'Mr Lee'],
  ['J. Okafor', 'J. Okafor'],
  ['X', 'X'],
  ['Prof J Okafor', 'Prof J Okafor'],
  ['Dr', 'Dr'],
])('%s is called %s', (name, called) => {
  expect(givenName(name)).toBe(called);
});
