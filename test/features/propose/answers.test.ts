// Yes, no and no answer: from the mentee's question to the introduction or to nothing, on the real engine (B1–B5, R12–R16).
import { afterEach, beforeAll, expect, test } from 'vitest';
import { put } from '../../../src/conversation/outcome.ts';
import { setLog } from '../../../src/log.ts';
import { DAY } from '../../../src/scheme/calendar.ts';
import type { Pairing } from '../../../src/scheme/kinds.ts';
import {
  accountOf,
  COORDINATOR,
  inRole,
  type Matching,
  matching,
  readable,
  release,
  somebody,
  viewIn,
} from '../match/matching.ts';
import { leads } from '../page.ts';
import { aRegistration } from '../records.ts';
import { NOW } from '../turn.ts';

beforeAll(() => setLog('error'));
let bot: Matching;
afterEach(() => bot.close());

const E = accountOf('e1');
const M = accountOf('m1');
const people = () => [
  ...somebody('e1', 'mentee', {
    name: 'Priya Shah',
    file: { goals: 'Register as a chartered technician.', achievements: 'Ran the open day.' },
    card: { jobTitle: 'Imaging technician' },
  }),
  ...somebody('m1', 'mentor', { name: 'Sam Jones', card: { career: 'From glass blowing to lasers.' } }),
];
async function proposed(scheme = {}): Promise<Pairing> {
  bot = await matching(people(), scheme);
  await release(bot);
  bot.sent.length = 0;
  const [pairing] = await bot.all('pairing');
  return pairing!;
}
const answer = (account: string, pairing: Pairing, said: string, op?: string) =>
  bot.act(account, 'proposal', { pairing: pairing.id }, said, op);
const page = async (account: string, pairing: Pairing) =>
  readable(viewIn(await bot.act(account, 'proposal', { pairing: pairing.id })));
const places = async () => {
  const all = await bot.all('registration');
  return Object.fromEntries(all.map(({ id, state, taken }) => [id, `${state} ${taken}`]));
};

test('R13 the mentee is asked first and reads the mentor’s card, the reasons and by when; the mentor finds nothing', async () => {
  const pairing = await proposed();
  const shown = await page(E, pairing);
  expect(shown).toContain('Sam Jones could be a good mentor for you.');
  expect(shown).toContain('From glass blowing to lasers.');
  expect(shown).toContain('shares both of your topics: Career planning and promotion and Building a network');
  expect(shown).toContain('Please answer by Monday 30 November 2026.');
  expect(await page(M, pairing)).toContain('not available any more');
  for (const said of ['yes', 'no', 'line']) await answer(M, pairing, said);
  expect((await bot.one('pairing', pairing.id)).state).toBe('proposed');
  expect(readable(viewIn(await bot.act(M, 'pair')))).toContain('You have no mentor or mentee at present.');
  expect(readable(viewIn(await bot.act(M, 'pair', { pairing: pairing.id })))).toContain('not available any more');
});

test('R13 a co-ordinator who is the mentor does not find the proposal either', async () => {
  bot = await matching([...somebody('e1', 'mentee'), ...somebody('C1', 'mentor')]);
  await release(bot);
  const [pairing] = await bot.all('pairing');
  expect(await page(COORDINATOR, pairing!)).toContain('not available any more');
});

test('R14, B2, B4: both say yes, and only then are they introduced; goals become theirs, and each hears', async () => {
  const pairing = await proposed();
  const thanks = readable(viewIn(await answer(E, pairing, 'yes')));
  expect(thanks).toContain('Sam Jones is asked now, and has until Monday 30 November 2026.');
  await bot.settle();
  expect(bot.sent.map(({ to }) => to)).toEqual([M]);
  expect(readable(bot.sent[0]!.notice)).not.toMatch(/Priya|Sam|mentee/);
  const asked = await page(M, pairing);
  expect(asked).toContain('Priya Shah has said yes to you as a mentor.');
  expect(asked).toContain('Imaging technician');
  expect(asked).not.toContain('Register as a chartered technician');
  expect((await bot.one('pairing', pairing.id)).introducedAt).toBeUndefined();
  const after = viewIn(await answer(M, pairing, 'yes'));
  expect(readable(after)).toContain('Your mentee Priya Shah');
  expect(readable(after)).toContain('Register as a chartered technician.');
  await bot.settle();
  expect(await bot.one('pairing', pairing.id)).toMatchObject({
    state: 'introduced',
    introducedAt: NOW,
    quietAt: NOW + 56 * DAY,
    met: 0,
  });
  expect(await bot.one('papers', pairing.id)).toMatchObject({
    goals: 'Register as a chartered technician.',
    achievements: 'Ran the open day.',
  });
  expect(
    bot.sent
      .map(({ to }) => to)
      .slice(1)
      .sort(),
  ).toEqual([E, M].sort());
  expect(await places()).toEqual({ 'e1-mentee': 'full 1', 'm1-mentor': 'full 1' });
});

test('after the introduction neither reads the other’s file as a co-ordinator', async () => {
  const pairing = await proposed({ coordinatorPersons: { [COORDINATOR]: 'm1' } });
  await bot.write({ put: inRole('e1', 'mentor', 'Priya Shah').filter(one => one.kind === 'casefile') });
  await bot.write({ put: [put('exclusions', { id: 'e1', person: 'e1', not: [], closedTo: [] })] });
  await answer(E, pairing, 'yes');
  await answer(M, pairing, 'yes');
  expect((await bot.one('casefile', 'e1-mentee')).closedTo).toEqual(['m1']);
  expect((await bot.one('casefile', 'e1-mentor')).closedTo).toEqual(['m1']);
  expect((await bot.one('casefile', 'm1-mentor')).closedTo).toEqual(['e1']);
  expect((await bot.one('exclusions', 'e1')).closedTo).toEqual(['m1']);
  expect((await bot.one('pairing', pairing.id)).closedTo).toEqual(['m1']);
});

test('B3, R15: a no of the mentee: both available again, the mentor hears nothing, and nothing is held against anybody', async () => {
  const pairing = await proposed();
  const thanks = readable(viewIn(await answer(E, pairing, 'no')));
  expect(thanks).toContain('Nobody is given a reason. You are available again, and it changes nothing for you later.');
  await bot.settle();
  expect(bot.sent).toEqual([]);
  expect(await places()).toEqual({ 'e1-mentee': 'available 0', 'm1-mentor': 'available 0' });
  expect((await bot.one('registration', 'e1-mentee')).leftOverBefore).toBe(false);
  expect(await bot.all('papers')).toEqual([]);
  expect(await page(E, pairing)).toContain('You said no, thank you.');
  expect(await page(M, pairing)).toContain('not available any more');
  expect(readable(viewIn(await bot.act(M, 'pair')))).not.toContain('Priya');
});

test('B5, R15: a no of the mentor: the mentee hears that it did not come about, without a reason, and comes first next time', async () => {
  const pairing = await proposed();
  await answer(E, pairing, 'yes');
  await answer(M, pairing, 'no');
  bot.sent.length = 0;
  await bot.settle();
  expect(bot.sent.map(({ to }) => to)).toEqual([E]);
  expect(readable(bot.sent[0]!.notice)).toBe('Mentor: something for you\nOpen');
  expect(await page(E, pairing)).toContain('This match did not come about. It says nothing about you');
  expect(await page(E, pairing)).not.toMatch(/declin|said no/);
  expect(await places()).toEqual({ 'e1-mentee': 'available 0', 'm1-mentor': 'available 0' });
  expect((await bot.one('registration', 'e1-mentee')).leftOverBefore).toBe(true);
  expect((await bot.one('registration', 'm1-mentor')).leftOverBefore).toBe(false);
});

test('R12 "we share a line": no pair, both are kept apart from now on, and nobody is told why', async () => {
  const pairing = await proposed();
  await answer(E, pairing, 'yes');
  await bot.settle();
  bot.sent.length = 0;
  await answer(M, pairing, 'line');
  await bot.settle();
  expect(await bot.one('exclusions', 'e1')).toMatchObject({
    not: [{ person: 'm1', emailHash: 'hash-m1', why: 'line' }],
    closedTo: ['m1'],
  });
  expect(await bot.one('exclusions', 'm1')).toMatchObject({
    not: [{ person: 'e1', emailHash: 'hash-e1', why: 'line' }],
    closedTo: ['e1'],
  });
  expect(await page(E, pairing)).toContain('This match did not come about.');
  expect(await page(E, pairing)).not.toMatch(/line/);
  const run = await release(bot);
  expect(run).toMatchObject({ pairs: 0 });
});

test('one reminder, then the time passes: the mentee hears kindly, the mentor nothing (B3)', async () => {
  const pairing = await proposed();
  await bot.daysLater(4);
  expect(bot.sent.map(({ to }) => to)).toEqual([E]);
  expect(readable(bot.sent[0]!.notice)).toContain(
    'something still waits for your answer, until Monday 30 November 2026',
  );
  await bot.daysLater(3);
  expect(bot.sent).toHaveLength(1);
  await bot.daysLater(1);
  expect(bot.sent.map(({ to }) => to)).toEqual([E, E]);
  expect(await page(E, pairing)).toContain('The time for this has passed. Nothing is held against you');
  expect(await places()).toEqual({ 'e1-mentee': 'available 0', 'm1-mentor': 'available 0' });
  const late = readable(viewIn(await answer(E, pairing, 'yes')));
  expect(late).toContain('The time for this has passed.');
  expect((await bot.one('pairing', pairing.id)).state).toBe('not-formed');
  await bot.daysLater(30);
  expect(bot.sent).toHaveLength(2);
});

test('the mentor has days of their own, one reminder, and is not chased; the mentee hears the outcome (B5, R25)', async () => {
  const pairing = await proposed();
  await bot.daysLater(2);
  await answer(E, pairing, 'yes');
  await bot.settle();
  expect(await bot.one('pairing', pairing.id)).toMatchObject({ state: 'mentee-yes', answerBy: '2026-12-02' });
  bot.sent.length = 0;
  await bot.daysLater(6);
  expect(bot.sent.map(({ to }) => to)).toEqual([M]);
  await bot.daysLater(3);
  expect(bot.sent.map(({ to }) => to)).toEqual([M, E]);
  expect(await page(M, pairing)).toContain('This needs no answer any more. Nothing is held against you.');
  expect(await page(E, pairing)).toContain('This match did not come about.');
  expect((await bot.one('registration', 'e1-mentee')).leftOverBefore).toBe(true);
});

test('twice the same yes, ten at once, a yes and a no at once: one effect', async () => {
  const pairing = await proposed();
  await Promise.all(Array.from({ length: 10 }, (_, n) => answer(E, pairing, 'yes', n < 5 ? 'the-same' : undefined)));
  await bot.settle();
  expect(bot.sent.map(({ to }) => to)).toEqual([M]);
  const replies = await Promise.all([answer(M, pairing, 'yes'), answer(M, pairing, 'no'), answer(M, pairing, 'line')]);
  await bot.settle();
  for (const reply of replies) expect(reply.show).toBe('view');
  const { state } = await bot.one('pairing', pairing.id);
  expect(['introduced', 'not-formed']).toContain(state);
  const taken = state === 'introduced' ? 'full 1' : 'available 0';
  expect(await places()).toEqual({ 'e1-mentee': taken, 'm1-mentor': taken });
  expect(bot.sent).toHaveLength(state === 'introduced' ? 3 : 2);
});

test('a forged or foreign id, and somebody the scheme does not know: a kind sentence and no effect', async () => {
  const pairing = await proposed();
  await bot.write({ put: somebody('x1', 'mentee') });
  for (const id of [pairing.id, 'nothing', '', '../exit/1'])
    for (const press of ['yes', 'no', 'line', 'nothing']) {
      const reply = await bot.act(accountOf('x1'), 'proposal', { pairing: id }, press);
      expect(readable(viewIn(reply))).toContain('not available any more');
    }
  expect(viewIn(await bot.act('slack/T1/UNOBODY', 'proposal', { pairing: pairing.id }, 'yes')).title).toBe('Not yet');
  expect((await bot.one('pairing', pairing.id)).state).toBe('proposed');
});

test('R16 a mentor who lowered the number meanwhile is not introduced beyond it, but may raise it and say yes', async () => {
  const pairing = await proposed();
  await answer(E, pairing, 'yes');
  const lowered = { ...(await bot.one('registration', 'm1-mentor')), capacity: 1, taken: 2 };
  await bot.write({ put: [put('registration', lowered)] });
  const reply = viewIn(await answer(M, pairing, 'yes'));
  expect(readable(reply)).toContain('one more mentee than you offer to take on');
  expect(leads(reply)).toEqual(['profile', 'proposal']);
  expect((await bot.one('pairing', pairing.id)).state).toBe('mentee-yes');
  await bot.write({ put: [put('registration', { ...lowered, capacity: 2 })] });
  await answer(M, pairing, 'yes');
  expect((await bot.one('pairing', pairing.id)).state).toBe('introduced');
});

test('R16 lowered before the mentee’s yes: it does not come about, and the mentor is not asked', async () => {
  const pairing = await proposed();
  await bot.write({
    put: [put('registration', { ...(await bot.one('registration', 'm1-mentor')), capacity: 1, taken: 2 })],
  });
  const reply = readable(viewIn(await answer(E, pairing, 'yes')));
  expect(reply).toContain('Meanwhile this match has become impossible');
  await bot.settle();
  expect(bot.sent).toEqual([]);
  // One running pairing fills the one place that is left: not available, though a place was given back.
  expect(await places()).toEqual({ 'e1-mentee': 'available 0', 'm1-mentor': 'full 1' });
});

test('a mentor who paused is not asked; a mentee who paused is not introduced; whoever paused may come back first', async () => {
  const pairing = await proposed();
  const pause = async (id: string) =>
    bot.write({
      put: [put('registration', { ...(await bot.one('registration', id)), state: 'paused', formerState: 'full' })],
    });
  await pause('e1-mentee');
  expect(readable(viewIn(await answer(E, pairing, 'yes')))).toContain('Come back first, and then say yes');
  expect((await bot.one('pairing', pairing.id)).state).toBe('proposed');
  await bot.write({ put: [put('registration', aRegistration('e1', 'mentee', { state: 'full', taken: 1 }))] });
  await pause('m1-mentor');
  expect(readable(viewIn(await answer(E, pairing, 'yes')))).toContain('has become impossible');
  expect(await places()).toEqual({ 'e1-mentee': 'available 0', 'm1-mentor': 'paused 0' });
  expect((await bot.one('registration', 'm1-mentor')).formerState).toBe('available');
  expect((await bot.one('registration', 'e1-mentee')).leftOverBefore).toBe(true);
});

test('R40 a mentor who rests after another pair ended stays at rest when a proposal comes to nothing', async () => {
  const pairing = await proposed();
  await bot.write({
    put: [put('registration', aRegistration('m1', 'mentor', { capacity: 2, taken: 1, state: 'resting' }))],
  });
  await answer(E, pairing, 'no');
  expect((await places())['m1-mentor']).toBe('resting 0');
});

test('R12 somebody put on a list since the proposal is not introduced', async () => {
  const pairing = await proposed();
  await answer(E, pairing, 'yes');
  await bot.write({
    put: [
      put('exclusions', {
        id: 'e1',
        person: 'e1',
        not: [{ emailHash: 'hash-m1', why: 'asked', at: NOW }],
        closedTo: [],
      }),
    ],
  });
  expect(readable(viewIn(await answer(M, pairing, 'yes')))).toContain('has become impossible');
  expect((await bot.one('pairing', pairing.id)).state).toBe('not-formed');
});

test('a mentor who has left the scheme, or whose records are gone, stops nothing: the answer is kind and the mentee is free again', async () => {
  const pairing = await proposed();
  const place = await bot.one('registration', 'm1-mentor');
  await bot.write({ put: [put('registration', { ...place, state: 'withdrawn' })] });
  expect(readable(viewIn(await answer(E, pairing, 'yes')))).toContain('has become impossible');
  expect(await places()).toEqual({ 'e1-mentee': 'available 0', 'm1-mentor': 'withdrawn 0' });
  await bot.write({ put: [put('registration', place), put('pairing', pairing)] });
  await bot.write({
    erase: [
      { kind: 'registration', id: 'm1-mentor' },
      { kind: 'card', id: 'm1-mentor' },
      { kind: 'person', id: 'm1' },
    ],
  });
  expect(await page(E, pairing)).toContain('Somebody from the scheme could be a good mentor for you');
  expect(readable(viewIn(await answer(E, pairing, 'yes')))).toContain('has become impossible');
});
