// The preview of a matching run: who is put together, who never is, what a co-ordinator reads of it and may change before anybody is told.
import { afterEach, beforeAll, expect, test } from 'vitest';
import { put } from '../../../src/conversation/outcome.ts';
import { setLog } from '../../../src/log.ts';
import { buttonsOf, leads } from '../page.ts';
import { aPairing, aRegistration } from '../records.ts';
import { aPerson, NOW } from '../turn.ts';
import {
  accountOf,
  COORDINATOR,
  inRole,
  type Matching,
  matching,
  OTHER,
  pairsOf,
  preview,
  readable,
  somebody,
  viewIn,
} from './matching.ts';

beforeAll(() => setLog('error'));
let bot: Matching;
afterEach(() => bot.close());

test('everybody available is put together, and the reasons are said in words, without points', async () => {
  bot = await matching([
    ...somebody('e1', 'mentee', {
      name: 'Priya Shah',
      card: { topics: ['career', 'network', 'safety'], slots: ['tue-am', 'wed-pm'], site: 'main', modes: ['person'] },
    }),
    ...somebody('m1', 'mentor', {
      name: 'Sam Jones',
      card: { topics: ['network', 'career', 'teaching'], slots: ['tue-am'], site: 'main', modes: ['person', 'video'] },
    }),
  ]);
  const run = await preview(bot);
  expect(run).toMatchObject({ state: 'ready', pairs: 1, leftMentees: 0, leftMentors: 0 });
  const shown = readable(viewIn(await bot.act(COORDINATOR, 'match.run', { run: run.id })));
  expect(shown).toContain('Priya Shah with Sam Jones');
  expect(shown).toContain('2 of the mentee’s 3 topics: Career planning and promotion and Building a network');
  expect(shown).toContain('both free on Tuesday mornings; same site');
  expect(shown).toContain('in person');
  expect(shown).not.toMatch(/score|points|\b\d\d\b/i);
});

test('R9 being less senior than the mentee never stands in the way', async () => {
  bot = await matching([
    ...somebody('e1', 'mentee', { card: { stage: 'manager' } }),
    ...somebody('m1', 'mentor', { card: { stage: 'trainee' } }),
  ]);
  expect(await pairsOf(bot, await preview(bot))).toEqual(['e1 m1']);
});

test('R12 nobody is put together with somebody on either list, by person or by address, and nobody reads why but co-ordinators', async () => {
  const list = (id: string, not: object) =>
    put('exclusions', { id, person: id, not: [{ why: 'asked', at: NOW, ...not }], closedTo: [] });
  bot = await matching([
    ...somebody('e1', 'mentee'),
    ...somebody('e2', 'mentee'),
    ...somebody('e3', 'mentee'),
    ...somebody('m1', 'mentor', { place: { capacity: 3 } }),
    list('e1', { person: 'm1' }),
    list('m1', { emailHash: 'hash-e2' }),
  ]);
  const run = await preview(bot);
  expect(await pairsOf(bot, run)).toEqual(['e3 m1']);
  const left = readable(viewIn(await bot.act(COORDINATOR, 'match.left', { run: run.id })));
  expect(left).toContain('Of 1 mentor, none can be put together with them: 1 must not be paired with them.');
});

test('R10 one person in both roles is never paired with themselves', async () => {
  bot = await matching([...somebody('b1', 'mentee'), ...inRole('b1', 'mentor', 'b1 Able')]);
  const run = await preview(bot);
  expect(run).toMatchObject({ pairs: 0, leftMentees: 1, leftMentors: 1 });
});

test('R49 two who were a pair, or are being asked about each other, are not put together again', async () => {
  bot = await matching([
    ...['e1', 'e2', 'e3'].flatMap(id => somebody(id, 'mentee')),
    ...somebody('m1', 'mentor', { place: { capacity: 5 } }),
    put('pairing', aPairing('m1', 'e1', { state: 'ended-early', endedAt: NOW - 1, notice: 'given' })),
    put('pairing', aPairing('m1', 'e2', { state: 'completed', endedAt: NOW - 1 })),
  ]);
  expect(await pairsOf(bot, await preview(bot))).toEqual(['e3 m1']);
});

test('a pair that did not come about is left out, until a co-ordinator allows it again (R15: nobody is barred by it)', async () => {
  bot = await matching([
    ...somebody('e1', 'mentee'),
    ...somebody('m1', 'mentor'),
    put('pairing', aPairing('m1', 'e1', { state: 'not-formed', endedAt: NOW - 1 })),
  ]);
  const run = await preview(bot);
  expect(run.pairs).toBe(0);
  const left = readable(viewIn(await bot.act(COORDINATOR, 'match.left', { run: run.id })));
  expect(left).toContain('1 was taken out or proposed before');
  expect(left).toContain('allowing again what was taken out or proposed before (opens 1)');
  await bot.act(COORDINATOR, 'match.run', { run: run.id }, 'earlier');
  await bot.settle();
  expect(await pairsOf(bot, await bot.one('run', run.id))).toEqual(['e1 m1']);
});

test('R6, R16: only who is available and has a place is considered; paused, full, waiting for training or gone are not', async () => {
  bot = await matching([
    ...somebody('e1', 'mentee'),
    ...somebody('e2', 'mentee', { place: { state: 'paused', formerState: 'available' } }),
    ...somebody('e3', 'mentee', { person: { goneAt: NOW } }),
    ...somebody('m1', 'mentor', { place: { state: 'full', taken: 1 } }),
    ...somebody('m2', 'mentor', { place: { state: 'accepted', training: 'needed' } }),
    ...somebody('m3', 'mentor', { place: { capacity: 1, taken: 1 } }),
    ...somebody('m4', 'mentor'),
  ]);
  const run = await preview(bot);
  expect(await pairsOf(bot, run)).toEqual(['e1 m4']);
  expect(run).toMatchObject({ leftMentees: 0, leftMentors: 0 });
});

test('who is left over, why, and what would help, in plain words', async () => {
  bot = await matching([
    ...['e1', 'e2', 'e3'].flatMap(id => somebody(id, 'mentee', { card: { modes: ['video'] } })),
    ...somebody('e4', 'mentee', { card: { modes: ['phone'] } }),
    ...somebody('m1', 'mentor', { name: 'Sam Jones', card: { modes: ['video'] } }),
    ...somebody('m2', 'mentor', { name: 'Ann Lee', card: { modes: ['person'], slots: ['mon-am'] } }),
  ]);
  const run = await preview(bot);
  expect(run).toMatchObject({ pairs: 1, leftMentees: 3, leftMentors: 1 });
  const left = readable(viewIn(await bot.act(COORDINATOR, 'match.left', { run: run.id })));
  expect(left).toContain('1 mentor would fit, but every place with them went to somebody else.');
  expect(left).toContain('3 mentees could go only to the same 1 mentor, who has 1 place.');
  expect(left).toContain('one more place with Sam Jones');
  expect(left).toContain(
    'Of 2 mentors, none can be put together with them: with 2 there is no way of meeting in common.',
  );
  expect(left).toContain('another way of meeting (opens 2)');
  expect(left).toContain('Ann Lee (mentor)');
});

test('a pair is kept, another is taken out, a line is added, and it is worked out again', async () => {
  bot = await matching([
    ...somebody('e1', 'mentee'),
    ...somebody('e2', 'mentee'),
    ...somebody('m1', 'mentor', { card: { topics: ['career', 'network'] } }),
    ...somebody('m2', 'mentor', { card: { topics: ['career', 'network'] } }),
    ...somebody('m3', 'mentor', { card: { topics: [] } }),
  ]);
  const run = await preview(bot);
  const first = await pairsOf(bot, run);
  expect(first).toHaveLength(2);
  const [kept = '', out = ''] = first;
  const ids = (pair: string) => ({ run: run.id, page: '0', mentee: pair.split(' ')[0]!, mentor: pair.split(' ')[1]! });
  await bot.act(COORDINATOR, 'match.pair', ids(kept), 'keep');
  await bot.submit(COORDINATOR, 'match.line', ids(kept), { line: 'You both know the NMR suite.' });
  await bot.act(COORDINATOR, 'match.pair', ids(out), 'out');
  const marked = viewIn(await bot.act(COORDINATOR, 'match.run', { run: run.id }));
  expect(readable(marked)).toMatch(/\(kept\) \(with your line\)/);
  expect(readable(marked)).toContain('(taken out)');
  expect(leads(marked)).not.toContain('match.run!release');
  const refused = await bot.act(COORDINATOR, 'match.run', { run: run.id }, 'release');
  expect(readable(viewIn(refused))).toContain('Please work it out again before you release it.');
  expect((await bot.one('run', run.id)).state).toBe('ready');
  await bot.act(COORDINATOR, 'match.run', { run: run.id }, 'again');
  await bot.settle();
  const again = await bot.one('run', run.id);
  const second = await pairsOf(bot, again);
  expect(second).toContain(kept);
  expect(second).not.toContain(out);
  expect(second).toHaveLength(2);
  expect(again.lines).toEqual({ [kept]: 'You both know the NMR suite.' });
  expect((await bot.all('runpage')).map(page => page.id)).toEqual(
    ['changes', 'left', 'pairs'].map(kind => `${run.id}-2-${kind}-0`),
  );
});

test('R17 a co-ordinator in the pool, or on somebody’s list, does not see the rows about themselves', async () => {
  bot = await matching(
    [
      put('person', aPerson('c1', 'Cora Coordinator', { emailHash: 'hash-c1' })),
      put('account', { id: COORDINATOR, person: 'c1' }),
      ...inRole('c1', 'mentor', 'Cora Coordinator', { place: { capacity: 2 } }),
      ...somebody('e1', 'mentee', { name: 'Priya Shah' }),
      ...somebody('e2', 'mentee', { name: 'Wary Walter' }),
      ...somebody('m2', 'mentor', { name: 'Ann Lee' }),
      put('exclusions', {
        id: 'e2',
        person: 'e2',
        not: [{ emailHash: 'hash-c1', why: 'asked', at: NOW }],
        closedTo: ['c1'],
      }),
    ],
    { coordinatorPersons: { [COORDINATOR]: 'c1' } },
  );
  const run = await preview(bot);
  expect(run.pairs).toBe(2);
  const own = readable(viewIn(await bot.act(COORDINATOR, 'match.run', { run: run.id })));
  expect(own).not.toContain('Priya Shah');
  expect(own).not.toContain('Wary Walter');
  expect(own).toContain('2 rows concern you or somebody connected with you. Another co-ordinator sees to them.');
  const ids = { run: run.id, page: '0', mentee: 'e1', mentor: 'c1' };
  expect(readable(viewIn(await bot.act(COORDINATOR, 'match.pair', ids)))).toContain('not in this preview');
  await bot.act(COORDINATOR, 'match.pair', ids, 'out');
  expect((await bot.one('run', run.id)).removed).toEqual([]);
  const others = readable(viewIn(await bot.act(OTHER, 'match.run', { run: run.id })));
  expect(others).toContain('Priya Shah with Cora Coordinator');
  expect(others).toContain('Wary Walter with Ann Lee');
});

test('R17 somebody who became a co-ordinator after the preview was worked out does not see their own row either', async () => {
  bot = await matching([...somebody('e1', 'mentee'), ...somebody('C2', 'mentor', { name: 'Otis New' })]);
  const run = await preview(bot);
  const own = readable(viewIn(await bot.act(OTHER, 'match.run', { run: run.id })));
  expect(own).not.toContain('Otis New');
  expect(own).toContain('One row concerns you or somebody connected with you.');
});

test('only co-ordinators may look, whatever ids they bring', async () => {
  bot = await matching([...somebody('e1', 'mentee'), ...somebody('m1', 'mentor')]);
  const run = await preview(bot);
  for (const [word, action] of [
    ['match', 'start'],
    ['match.run', 'release'],
    ['match.left', undefined],
  ] as const) {
    const shown = viewIn(await bot.act(accountOf('e1'), word, { run: run.id }, action));
    expect(shown.title).toBe('For co-ordinators');
  }
  expect((await bot.one('run', run.id)).state).toBe('ready');
});

test('ten starts at once, by two co-ordinators, make one preview', async () => {
  bot = await matching([...somebody('e1', 'mentee'), ...somebody('m1', 'mentor')], {
    coordinatorNames: { [COORDINATOR]: 'Cora', [OTHER]: 'Otis' },
  });
  await Promise.all(Array.from({ length: 10 }, (_, n) => bot.act(n % 2 ? COORDINATOR : OTHER, 'match', {}, 'start')));
  await bot.settle();
  expect((await bot.all('run')).map(run => run.id)).toEqual(['run1']);
  const shown = viewIn(await bot.act(COORDINATOR, 'match'));
  expect(readable(shown)).toMatch(/A preview is open already, started by (Cora|Otis)/);
  expect(buttonsOf(shown).map(button => button.label)).not.toContain('Work out a preview');
});

test('a dropped preview leaves no names behind, and the next one can be started', async () => {
  bot = await matching([...somebody('e1', 'mentee'), ...somebody('m1', 'mentor')]);
  const run = await preview(bot);
  await bot.act(COORDINATOR, 'match.run', { run: run.id }, 'drop');
  await bot.settle();
  expect(await bot.all('runpage')).toEqual([]);
  expect((await preview(bot)).id).toBe('run2');
  expect(bot.sent).toEqual([]);
});

test('a run’s number is never given twice, also when the runs before it have been erased', async () => {
  bot = await matching([...somebody('e1', 'mentee'), ...somebody('m1', 'mentor')]);
  const run = await preview(bot);
  await bot.act(COORDINATOR, 'match.run', { run: run.id }, 'drop');
  await bot.write({ erase: [{ kind: 'run', id: run.id }] });
  expect((await preview(bot)).id).toBe('run2');
});

test('a preview without any pair says so, is not offered for release, and can be dropped', async () => {
  bot = await matching([
    ...somebody('e1', 'mentee', { card: { modes: ['phone'] } }),
    ...somebody('m1', 'mentor', { card: { modes: ['video'] } }),
  ]);
  const run = await preview(bot);
  const shown = viewIn(await bot.act(COORDINATOR, 'match.run', { run: run.id }));
  expect(readable(shown)).toContain('Nobody can be put together as things stand.');
  expect(leads(shown)).not.toContain('match.run!release');
  await bot.act(COORDINATOR, 'match.run', { run: run.id }, 'release');
  await bot.act(COORDINATOR, 'match.run', { run: run.id }, 'drop');
  await bot.settle();
  expect((await bot.one('run', run.id)).state).toBe('dropped');
  expect(await bot.all('runpage')).toEqual([]);
});

test('after a crash in the middle the preview is of one piece, though people came and went meanwhile', async () => {
  const many = (n: number, letter: string) =>
    Array.from({ length: n }, (_, k) => `${letter}${String(k).padStart(2, '0')}`);
  let commits = Number.POSITIVE_INFINITY;
  bot = await matching(
    [...many(60, 'e').flatMap(id => somebody(id, 'mentee')), ...many(60, 'm').flatMap(id => somebody(id, 'mentor'))],
    {},
    store => ({
      ...store,
      commit: async commit => {
        if (commit.op.id.startsWith('job:match.prepare') && commits-- <= 0) throw new Error('the process is gone');
        return store.commit(commit);
      },
    }),
  );
  await bot.act(COORDINATOR, 'match', {}, 'start');
  commits = 2;
  await bot.settle();
  expect(await bot.all('runpage')).toHaveLength(2);
  expect((await bot.one('run', 'run1')).state).toBe('preparing');
  await bot.write({
    put: many(40, 'e').map(id =>
      put('registration', { ...aRegistration(id, 'mentee'), state: 'paused', formerState: 'available' }),
    ),
  });
  commits = Number.POSITIVE_INFINITY;
  await new Promise(resolve => setTimeout(resolve, 2_100));
  await bot.settle();
  const run = await bot.one('run', 'run1');
  expect(run).toMatchObject({ state: 'ready', pairs: 20, leftMentors: 40, pages: 1, leftPages: 1 });
  expect((await pairsOf(bot, run)).map(pair => pair.split(' ')[0])).toEqual(many(60, 'e').slice(40));
  expect((await bot.all('runpage')).map(page => page.id).sort()).toEqual(['run1-1-left-0', 'run1-1-pairs-0']);
});

test('pages: 120 pairs and 30 left over are all there, each once', async () => {
  const many = (n: number, letter: string) =>
    Array.from({ length: n }, (_, k) => `${letter}${String(k).padStart(3, '0')}`);
  bot = await matching([
    ...many(150, 'e').flatMap(id => somebody(id, 'mentee')),
    ...many(60, 'm').flatMap(id => somebody(id, 'mentor', { place: { capacity: 2 } })),
  ]);
  const run = await preview(bot);
  expect(run).toMatchObject({ state: 'ready', pairs: 120, leftMentees: 30, leftMentors: 0, pages: 5, leftPages: 1 });
  const pairs = await pairsOf(bot, run);
  expect(new Set(pairs.map(pair => pair.split(' ')[0])).size).toBe(120);
  const last = viewIn(await bot.act(COORDINATOR, 'match.run', { run: run.id, page: '4' }));
  expect(last.parts.filter(part => part.part === 'row')).toHaveLength(20);
}, 60_000);
