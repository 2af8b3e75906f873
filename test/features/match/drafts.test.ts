// One preview after another: other ways of matching, few changes, two side by side and back; and pairs that are asked in stages.
import { afterEach, beforeAll, expect, test } from 'vitest';
import { put } from '../../../src/conversation/outcome.ts';
import { setLog } from '../../../src/log.ts';
import type { Run } from '../../../src/scheme/kinds.ts';
import { leads } from '../page.ts';
import {
  accountOf,
  COORDINATOR,
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

const press = async (run: Run, action: string): Promise<Run> => {
  await bot.act(COORDINATOR, 'match.run', { run: run.id }, action);
  await bot.settle();
  return bot.one('run', run.id);
};
const how = async (run: Run, answers: Record<string, string>): Promise<Run> => {
  const usual = { topics: '1', area: '1', stage: '1', site: '1' };
  await bot.submit(COORDINATOR, 'match.how', { run: run.id }, { ...usual, ...answers });
  await bot.settle();
  return bot.one('run', run.id);
};
const compared = async (run: Run): Promise<string> =>
  readable(viewIn(await bot.act(COORDINATOR, 'match.changes', { run: run.id })));
const mentee = (id: string, topics: string[], more = {}) => somebody(id, 'mentee', { card: { topics, ...more } });
const mentor = (id: string, topics: string[], more = {}) => somebody(id, 'mentor', { card: { topics, ...more } });

/** One strong pair and a weak one, or two middling ones. */
const uneven = () => [
  ...mentee('e1', ['career', 'network', 'balance']),
  ...mentee('e2', ['career', 'network', 'balance']),
  ...mentor('m1', ['career', 'network', 'balance']),
  ...mentor('m2', ['balance']),
];

test('a preview can be best at something else; what each comes to stands side by side, and the one before can come back', async () => {
  // Video only with m1: as many as possible puts both mentees to work, the best fit overall leaves one waiting.
  bot = await matching([
    ...mentee('e1', ['career'], { modes: ['video'] }),
    ...mentee('e2', ['safety'], { modes: ['video', 'phone'] }),
    ...mentor('m1', ['safety'], { modes: ['video'] }),
    ...mentor('m2', ['career'], { modes: ['phone'] }),
  ]);
  const first = await preview(bot);
  expect(await pairsOf(bot, first)).toEqual(['e1 m1', 'e2 m2']);
  expect(leads(viewIn(await bot.act(COORDINATOR, 'match.run', { run: first.id })))).not.toContain('match.changes');
  const second = await how(first, { objective: 'max-score' });
  expect(second).toMatchObject({ objective: 'max-score', generation: 2, state: 'ready' });
  const read = await compared(second);
  expect(read).toContain('as many people as possible');
  expect(read).toContain('the best fit overall');
  const back = await press(second, 'former');
  expect(back).toMatchObject({ objective: 'most-matched', generation: 3 });
  expect(await pairsOf(bot, back)).toEqual(['e1 m1', 'e2 m2']);
});

test('“nobody gets a poor match” and what counts are kept with the preview', async () => {
  bot = await matching(uneven());
  const run = await how(await preview(bot), { objective: 'fair-floor', topics: '2', site: '0' });
  expect(run).toMatchObject({ objective: 'fair-floor', weights: { topics: 2, site: 0, area: 1 }, pairs: 2 });
  const form = await bot.act(COORDINATOR, 'match.how', { run: run.id });
  expect(form.show === 'form' && form.form.values).toMatchObject({ objective: 'fair-floor', topics: '2', site: '0' });
});

test('what people said after an event is only offered where there is some of it', async () => {
  bot = await matching(uneven());
  const run = await preview(bot);
  const offered = async (): Promise<string> => JSON.stringify(await bot.act(COORDINATOR, 'match.how', { run: run.id }));
  expect(await offered()).not.toContain('after the event');
  await bot.write({ put: [aRanking('e1', 'mentee', ['m2'])] });
  expect(await offered()).toContain('after the event');
});

const aRanking = (
  person: string,
  role: 'mentor' | 'mentee',
  ranked: string[],
  ratherNot: string[] = [],
  closedTo: string[] = [],
) => {
  const named = (ids: string[]) => ids.map(id => ({ person: id, name: id }));
  return put('ranking', {
    id: `${person}-V1`,
    event: 'V1',
    person,
    role,
    ranked: named(ranked),
    ratherNot: named(ratherNot),
    at: 1,
    eraseAt: Date.parse('2027-01-01T00:00:00Z'),
    closedTo,
  });
};

test('R17: rankings feed the match; “rather not” keeps two apart in every way of matching, and nobody reads of it', async () => {
  bot = await matching([...uneven(), aRanking('e1', 'mentee', ['m2'], ['m1']), aRanking('m1', 'mentor', ['e2'])]);
  const run = await preview(bot);
  expect(await pairsOf(bot, run)).toEqual(['e1 m2', 'e2 m1']);
  expect(run.usesRankings).toBe(true);
  const stable = await how(run, { objective: 'stable', event: '1' });
  expect(await pairsOf(bot, stable)).toEqual([]);
  await bot.write({ put: [aRanking('m2', 'mentor', ['e1'])] });
  const both = await how(stable, { objective: 'stable', event: '1' });
  expect(await pairsOf(bot, both)).toEqual(['e1 m2']);
  const shown = readable(viewIn(await bot.act(COORDINATOR, 'match.left', { run: run.id })));
  expect(shown).not.toMatch(/rather not|rank/i);
});

test('R17: a pair says who would like whom after an event, as long as that is kept and to whom it does not concern', async () => {
  bot = await matching(
    [
      ...uneven(),
      ...mentor('m3', ['network']),
      put('account', { id: OTHER, person: 'm3' }),
      aRanking('e1', 'mentee', ['m2']),
      aRanking('m2', 'mentor', ['e1'], [], ['m3']),
      aRanking('m1', 'mentor', ['e2']),
    ],
    { coordinatorPersons: { [OTHER]: 'm3' } },
  );
  const run = await preview(bot);
  const pair = async (mentee: string, mentor: string, who = COORDINATOR): Promise<string> =>
    readable(viewIn(await bot.act(who, 'match.pair', { run: run.id, page: '0', mentee, mentor })));
  expect(readable(viewIn(await bot.act(COORDINATOR, 'match.run', { run: run.id })))).toContain('after an event counts');
  expect(await pair('e1', 'm2')).toContain('both would like this');
  expect(await pair('e2', 'm1')).toContain('m1 Able would like e2 Able');
  expect(await pair('e1', 'm2', OTHER)).toContain('e1 Able would like m2 Able');
  await bot.write({ erase: [{ kind: 'ranking', id: 'e1-V1' }] });
  expect(await pair('e1', 'm2')).toContain('m2 Able would like e1 Able');
});

test('after somebody new has come, “changing little” leaves the pairs of the draft, and afresh need not', async () => {
  bot = await matching([...mentee('e1', ['career']), ...mentor('m1', ['network'])]);
  const first = await preview(bot);
  await bot.write({ put: [...mentor('m2', ['career']), ...mentee('e2', ['network'])] });
  const little = await press(first, 'fewest');
  expect(await pairsOf(bot, little)).toEqual(['e1 m1', 'e2 m2']);
  expect(little.changes).toMatchObject({ gain: 1, lose: 0, even: 0 });
  const afresh = await press(little, 'again');
  expect(await pairsOf(bot, afresh)).toEqual(['e1 m2', 'e2 m1']);
  expect(afresh.changes).toMatchObject({ gain: 2, lose: 0, even: 0 });
  expect(await compared(afresh)).toMatch(/m1 Able before, m2 Able now.\s+Fits better/);
});

test('a co-ordinator named in a row of the comparison, or kept apart by somebody in it, does not see it', async () => {
  bot = await matching(
    [
      ...mentee('e1', ['career']),
      ...mentor('m1', ['network']),
      put('account', { id: OTHER, person: 'm1' }),
      put('exclusions', { id: 'e2', person: 'e2', not: [{ person: 'm1', why: 'asked', at: 1 }], closedTo: ['m1'] }),
    ],
    { coordinatorPersons: { [OTHER]: 'm1' } },
  );
  const first = await preview(bot);
  await bot.write({ put: [...mentor('m2', ['career']), ...mentee('e2', ['career'])] });
  const second = await press(first, 'again');
  const other = readable(viewIn(await bot.act(OTHER, 'match.changes', { run: second.id })));
  expect(other).not.toMatch(/e1 Able|e2 Able/);
  expect(other).toContain('Another co-ordinator');
});

test('a preview that was compared and is dropped leaves no names behind', async () => {
  bot = await matching([...mentee('e1', ['career']), ...mentor('m1', ['network'])]);
  const first = await preview(bot);
  await bot.write({ put: [...mentor('m2', ['career']), ...mentee('e2', ['network'])] });
  const second = await press(first, 'again');
  expect((await bot.all('runpage')).map(page => page.id)).toContain(`${second.stem}-changes-0`);
  await press(second, 'drop');
  expect(await bot.all('runpage')).toEqual([]);
});

const stage = async (run: Run, pairs: string[], who = COORDINATOR): Promise<Run> => {
  await bot.submit(who, 'match.some', { run: run.id, page: '0' }, { pairs });
  await bot.settle();
  return bot.one('run', run.id);
};
const many = (n: number) =>
  Array.from({ length: n }, (_, k) => [...mentee(`e${k}`, ['career']), ...mentor(`m${k}`, ['career'])]).flat();

test('some are asked now, the others stay; nobody is told that they are left over until the rest is released', async () => {
  bot = await matching([...many(4), ...mentee('e9', ['career'])]);
  const run = await preview(bot);
  const [one, two, ...others] = await pairsOf(bot, run);
  const staged = await stage(run, [one!, two!]);
  expect(staged).toMatchObject({ state: 'ready', proposed: 2 });
  expect((await bot.all('pairing')).map(p => `${p.mentee} ${p.mentor}`).sort()).toEqual([one, two]);
  expect(bot.sent).toHaveLength(2);
  const after = JSON.stringify(await bot.act(COORDINATOR, 'match.run', { run: run.id }));
  expect(after).toContain('2 mentees have been asked already');
  expect(after).not.toContain('Nobody has been told');
  await stage(staged, [one!]);
  expect(await bot.all('pairing')).toHaveLength(2);
  const left = await bot.act(COORDINATOR, 'match.some', { run: run.id, page: '0' });
  expect(left.show === 'form' && JSON.stringify(left.form.fields)).not.toContain(one);
  const done = await press(staged, 'release');
  expect(done).toMatchObject({ state: 'released', proposed: 4, skipped: 0 });
  expect((await bot.all('pairing')).map(p => `${p.mentee} ${p.mentor}`).sort()).toEqual([one, two, ...others].sort());
  expect(bot.sent.filter(({ to }) => to === accountOf('e9'))).toHaveLength(1);
});

test('two co-ordinators who ask in stages and release at once ask nobody twice, and give no place twice', async () => {
  bot = await matching(many(5));
  const run = await preview(bot);
  const pairs = await pairsOf(bot, run);
  await Promise.all([
    bot.submit(COORDINATOR, 'match.some', { run: run.id, page: '0' }, { pairs: pairs.slice(0, 3) }),
    bot.submit(OTHER, 'match.some', { run: run.id, page: '0' }, { pairs: pairs.slice(1, 4) }),
    bot.act(OTHER, 'match.run', { run: run.id }, 'release'),
  ]);
  await bot.settle();
  const made = await bot.all('pairing');
  expect(made.map(p => `${p.mentee} ${p.mentor}`).sort()).toEqual(pairs);
  for (const place of await bot.all('registration')) expect([place.id, place.taken]).toEqual([place.id, 1]);
});

test('after a stage the preview can be worked out again: those asked are out of it, and stand where they can be taken back', async () => {
  bot = await matching(many(3));
  const run = await preview(bot);
  const [one] = await pairsOf(bot, run);
  const again = await press(await stage(run, [one!]), 'again');
  expect(again.pairs).toBe(2);
  expect(again.changes).toMatchObject({ gain: 0, lose: 0, even: 0 });
  const asked = viewIn(await bot.act(COORDINATOR, 'match.sent', { run: run.id }));
  expect(readable(asked)).toContain('the mentee has been asked');
  expect(leads(asked)).toContain('match.asked');
  const [pairing] = await bot.all('pairing');
  await bot.act(COORDINATOR, 'match.asked', { pairing: pairing!.id }, 'back');
  expect((await press(again, 'again')).pairs).toBe(3);
});
