// The release of a run: what each pair becomes, who is asked, who hears that it was not their turn; once, whoever presses, and never beyond anybody's places.
import { afterEach, beforeAll, expect, test } from 'vitest';
import { put } from '../../../src/conversation/outcome.ts';
import { setLog } from '../../../src/log.ts';
import { takesPlace } from '../../../src/scheme/states.ts';
import { aRegistration } from '../records.ts';
import { NOW } from '../turn.ts';
import {
  accountOf,
  COORDINATOR,
  type Matching,
  matching,
  OTHER,
  pairsOf,
  preview,
  readable,
  release,
  somebody,
  viewIn,
} from './matching.ts';

beforeAll(() => setLog('error'));
let bot: Matching;
afterEach(() => bot.close());
const names = { coordinatorNames: { [COORDINATOR]: 'Cora', [OTHER]: 'Otis' } };
const many = (n: number, letter: string) =>
  Array.from({ length: n }, (_, k) => `${letter}${String(k).padStart(2, '0')}`);

test('R13, B1: each mentee is asked, and no mentor hears anything; places are taken on both sides', async () => {
  bot = await matching([...somebody('e1', 'mentee'), ...somebody('m1', 'mentor', { place: { capacity: 2 } })]);
  const run = await preview(bot);
  await bot.submit(
    COORDINATOR,
    'match.line',
    { run: run.id, page: '0', mentee: 'e1', mentor: 'm1' },
    { line: 'You share a laser.' },
  );
  await bot.act(COORDINATOR, 'match.run', { run: run.id }, 'release');
  await bot.settle();
  const [pairing] = await bot.all('pairing');
  // Monday 23 November and seven days: Monday the 30th, at the end of the mentee's day; one reminder two working days before.
  expect(pairing).toMatchObject({
    mentee: 'e1',
    mentor: 'm1',
    state: 'proposed',
    run: run.id,
    answerBy: '2026-11-30',
    deadlineAt: Date.parse('2026-11-30T17:00:00Z'),
    remindAt: Date.parse('2026-11-26T09:00:00Z'),
  });
  expect(await bot.one('papers', pairing!.id)).toMatchObject({ state: 'proposed', line: 'You share a laser.' });
  expect((await bot.one('run', run.id)).lines).toEqual({});
  expect(await bot.one('registration', 'e1-mentee')).toMatchObject({ state: 'full', taken: 1 });
  expect(await bot.one('registration', 'm1-mentor')).toMatchObject({ state: 'available', taken: 1 });
  expect(bot.sent.map(({ to }) => to)).toEqual([accountOf('e1')]);
  expect(readable(bot.sent[0]!.notice)).toBe(
    'Mentor: something for you. An answer by Monday 30 November 2026 would be welcome.\nOpen',
  );
});

test('the days for an answer are the person’s own working days, and closed days count for nobody (R58)', async () => {
  const hours = { days: [3, 4], from: '10:00', to: '14:00' };
  bot = await matching(
    [...somebody('e1', 'mentee', { person: { hours, zone: 'Europe/Athens' } }), ...somebody('m1', 'mentor')],
    {
      closedDays: ['2026-12-02'],
    },
  );
  await release(bot);
  const [pairing] = await bot.all('pairing');
  expect(pairing).toMatchObject({
    answerBy: '2026-12-03',
    deadlineAt: Date.parse('2026-12-03T12:00:00Z'),
    remindAt: Date.parse('2026-11-25T08:00:00Z'),
  });
});

test('whoever is left over hears at once that it was not this time and what comes next, and comes first next time', async () => {
  bot = await matching([
    ...somebody('e1', 'mentee', { card: { modes: ['video'] } }),
    ...somebody('e2', 'mentee', { card: { modes: ['video'] } }),
    ...somebody('m1', 'mentor'),
    ...somebody('m2', 'mentor', { card: { modes: ['phone'] } }),
  ]);
  const run = await release(bot);
  expect(run).toMatchObject({ state: 'released', proposed: 1, skipped: 0 });
  const [pairing] = await bot.all('pairing');
  const left = pairing?.mentee === 'e1' ? 'e2' : 'e1';
  const told = bot.sent.filter(({ to }) => to !== accountOf(pairing!.mentee));
  expect(told.map(({ to }) => to).sort()).toEqual([accountOf(left), accountOf('m2')].sort());
  expect(readable(told[0]!.notice)).toBe('Mentor: something for you\nOpen');
  const mentee = readable(
    viewIn(await bot.act(accountOf(left), 'match.left-over', { registration: `${left}-mentee` })),
  );
  expect(mentee).toContain('This time there was none with a place free who fits.');
  expect(mentee).toContain('next time you come first');
  const mentor = readable(viewIn(await bot.act(accountOf('m2'), 'match.left-over', { registration: 'm2-mentor' })));
  expect(mentor).toContain('This time nobody was put forward to you.');
  expect((await bot.one('registration', `${left}-mentee`)).leftOverBefore).toBe(true);
  const other = readable(viewIn(await bot.act(accountOf('m1'), 'match.left-over', { registration: `${left}-mentee` })));
  expect(other).toContain('There is nothing to do here.');
  // Next time, with one place between the two, it is their turn.
  await bot.write({
    put: [
      put('registration', aRegistration(pairing!.mentee, 'mentee')),
      put('registration', aRegistration('m3', 'mentor')),
    ],
  });
  await bot.write({ put: somebody('m3', 'mentor').filter(one => one.kind !== 'registration') });
  await bot.write({ put: [put('registration', aRegistration('m2', 'mentor', { state: 'resting' }))] });
  expect(await pairsOf(bot, await preview(bot))).toEqual([`${left} m3`]);
});

test('released ten times, by two co-ordinators at once: one effect, and both see whose', async () => {
  bot = await matching(
    [...many(5, 'e').flatMap(id => somebody(id, 'mentee')), ...many(5, 'm').flatMap(id => somebody(id, 'mentor'))],
    names,
  );
  const run = await preview(bot);
  const replies = await Promise.all(
    Array.from({ length: 10 }, (_, n) => bot.act(n % 2 ? COORDINATOR : OTHER, 'match.run', { run: run.id }, 'release')),
  );
  await bot.settle();
  expect(await bot.all('pairing')).toHaveLength(5);
  expect(bot.sent).toHaveLength(5);
  const by = (await bot.one('run', run.id)).closedBy === COORDINATOR ? 'Cora' : 'Otis';
  for (const reply of replies) expect(readable(viewIn(reply))).toContain(`${by} has released this.`);
  for (const account of [COORDINATOR, OTHER]) {
    const shown = viewIn(await bot.act(account, 'match.run', { run: run.id }, 'release'));
    expect(readable(shown)).toContain(`${by} released this on Monday 23 November 2026. 5 mentees were asked.`);
  }
  await bot.settle();
  expect(await bot.all('pairing')).toHaveLength(5);
});

test('R16: a place that went meanwhile, a pause, an account that has gone: skipped, said so, and the mentee hears', async () => {
  bot = await matching([
    ...many(4, 'e').flatMap(id => somebody(id, 'mentee')),
    ...many(4, 'm').flatMap(id => somebody(id, 'mentor')),
  ]);
  const run = await preview(bot);
  const pairs = (await pairsOf(bot, run)).map(pair => pair.split(' ') as [string, string]);
  const [full, paused, gone] = pairs;
  await bot.write({ put: [put('registration', aRegistration(full![1], 'mentor', { state: 'full', taken: 1 }))] });
  await bot.write({
    put: [put('registration', aRegistration(paused![0], 'mentee', { state: 'paused', formerState: 'available' }))],
  });
  await bot.write({ put: [put('person', { ...(await bot.one('person', gone![1])), goneAt: NOW })] });
  await bot.act(COORDINATOR, 'match.run', { run: run.id }, 'release');
  await bot.settle();
  expect(await bot.one('run', run.id)).toMatchObject({ state: 'released', proposed: 1, skipped: 3 });
  const shown = readable(viewIn(await bot.act(COORDINATOR, 'match.run', { run: run.id })));
  expect(shown).toContain('1 mentee was asked.');
  expect(shown).toContain(
    '3 pairs were not sent out: by then there was no place any more, or somebody was no longer available.',
  );
  expect(shown.match(/not sent out: no place any more/g)).toHaveLength(3);
  expect(shown).toContain('the mentee has been asked');
  const told = bot.sent.map(({ to }) => to);
  // Both who still wait hear; who paused does not, nor does the mentor whose place went.
  expect(told).toContain(accountOf(full![0]));
  expect(told).toContain(accountOf(gone![0]));
  expect(told).not.toContain(accountOf(paused![0]));
  expect(told).toContain(accountOf(paused![1]));
  expect(told).not.toContain(accountOf(full![1]));
  expect((await bot.one('registration', `${paused![0]}-mentee`)).leftOverBefore).toBe(false);
});

test('R12: somebody put on a list between the preview and its release is not proposed', async () => {
  bot = await matching([...somebody('e1', 'mentee'), ...somebody('m1', 'mentor')]);
  const run = await preview(bot);
  await bot.write({
    put: [
      put('exclusions', {
        id: 'm1',
        person: 'm1',
        not: [{ emailHash: 'hash-e1', why: 'asked', at: NOW }],
        closedTo: [],
      }),
    ],
  });
  await bot.act(COORDINATOR, 'match.run', { run: run.id }, 'release');
  await bot.settle();
  expect(await bot.all('pairing')).toEqual([]);
  expect(await bot.one('run', run.id)).toMatchObject({ proposed: 0, skipped: 1 });
});

test('a mentor all of whose pairs fell through hears once that they are left over', async () => {
  bot = await matching([
    ...many(2, 'e').flatMap(id => somebody(id, 'mentee')),
    ...somebody('m1', 'mentor', { place: { capacity: 2 } }),
  ]);
  const run = await preview(bot);
  const pause = async (mentee: string): Promise<void> =>
    bot.write({
      put: [put('registration', aRegistration(mentee, 'mentee', { state: 'paused', formerState: 'available' }))],
    });
  await pause('e00');
  await pause('e01');
  await bot.act(COORDINATOR, 'match.run', { run: run.id }, 'release');
  await bot.settle();
  expect(await bot.one('run', run.id)).toMatchObject({ proposed: 0, skipped: 2 });
  expect(bot.sent.map(({ to }) => to)).toEqual([accountOf('m1')]);
});

test('R16: a mentor with two places who lost one is proposed to one mentee only', async () => {
  bot = await matching([
    ...somebody('e1', 'mentee'),
    ...somebody('e2', 'mentee'),
    ...somebody('m1', 'mentor', { place: { capacity: 2 } }),
  ]);
  const run = await preview(bot);
  expect(run.pairs).toBe(2);
  await bot.write({ put: [put('registration', aRegistration('m1', 'mentor', { capacity: 2, taken: 1 }))] });
  await bot.act(COORDINATOR, 'match.run', { run: run.id }, 'release');
  await bot.settle();
  expect(await bot.all('pairing')).toHaveLength(1);
  expect(await bot.one('registration', 'm1-mentor')).toMatchObject({ state: 'full', taken: 2, capacity: 2 });
});

test('whose co-ordinators may not read it is fixed with the proposal: the two, and who stands on their lists', async () => {
  bot = await matching(
    [
      ...somebody('e1', 'mentee'),
      ...somebody('c1', 'mentor'),
      ...somebody('c2', 'mentee', { place: { state: 'withdrawn' } }),
      put('exclusions', {
        id: 'e1',
        person: 'e1',
        not: [{ emailHash: 'hash-c2', why: 'asked', at: NOW }],
        closedTo: ['c2'],
      }),
    ],
    { coordinatorPersons: { [COORDINATOR]: 'c1', [OTHER]: 'c2' } },
  );
  await release(bot);
  const [pairing] = await bot.all('pairing');
  expect(pairing?.closedTo.sort()).toEqual(['c1', 'c2']);
});

test('the process stopped again and again during a release of 60 pairs: each pair once, each letter once', async () => {
  let budget = Number.POSITIVE_INFINITY;
  bot = await matching(
    [
      ...many(60, 'e').flatMap(id => somebody(id, 'mentee')),
      ...many(30, 'm').flatMap(id => somebody(id, 'mentor', { place: { capacity: 2 } })),
    ],
    {},
    store => ({
      ...store,
      commit: async commit => {
        const isRelease = commit.op.id.startsWith('job:match.release');
        if (isRelease && budget-- <= 0) throw new Error('the process is gone');
        const answer = await store.commit(commit);
        // Committed, but nobody learns of it.
        if (isRelease && budget === 0) throw new Error('the line is cut');
        return answer;
      },
    }),
  );
  const run = await preview(bot);
  await bot.act(COORDINATOR, 'match.run', { run: run.id }, 'release');
  for (const next of [1, 1, Number.POSITIVE_INFINITY]) {
    budget = next;
    await bot.settle();
    await new Promise(resolve => setTimeout(resolve, next === 1 ? 4_100 : 0));
  }
  await bot.settle();
  expect(await bot.one('run', run.id)).toMatchObject({ state: 'released', proposed: 60, skipped: 0 });
  const pairings = await bot.all('pairing');
  expect(pairings).toHaveLength(60);
  expect(new Set(bot.sent.map(({ to }) => to)).size).toBe(60);
  expect(bot.sent).toHaveLength(60);
  for (const place of await bot.all('registration')) {
    const held = pairings.filter(one => takesPlace(one.state) && one[place.role] === place.person).length;
    expect([place.id, place.taken]).toEqual([place.id, held]);
    expect(place.taken).toBeLessThanOrEqual(place.capacity);
  }
}, 40_000);
