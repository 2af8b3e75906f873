// “Rather not”, said after an event: the two are put together in no way, also where it was said after the preview was worked out; and nobody is told (R17).
import { afterEach, beforeAll, expect, test } from 'vitest';
import { put } from '../../../src/conversation/outcome.ts';
import { setLog } from '../../../src/log.ts';
import { aMentee, aMentor, choosing, onList, readIn } from '../choose/pool.ts';
import { NOW } from '../turn.ts';
import { accountOf, COORDINATOR, type Matching, matching, preview, readable, somebody, viewIn } from './matching.ts';

beforeAll(() => setLog('error'));
let bot: Matching | undefined;
afterEach(async () => bot?.close());

const ratherNot = (person: string, role: 'mentor' | 'mentee', other: string) =>
  put('ranking', {
    id: `${person}-V1`,
    event: 'V1',
    person,
    role,
    ranked: [],
    ratherNot: [{ person: other, name: other }],
    at: NOW,
    eraseAt: NOW + 30 * 86_400_000,
    closedTo: [other],
  });
const two = () => [...somebody('e1', 'mentee'), ...somebody('m1', 'mentor')];

test('said after the preview was worked out: neither the release nor a stage asks them', async () => {
  for (const said of [ratherNot('m1', 'mentor', 'e1'), ratherNot('e1', 'mentee', 'm1')]) {
    bot = await matching(two());
    const run = await preview(bot);
    expect(run.pairs).toBe(1);
    await bot.write({ put: [said] });
    await bot.submit(COORDINATOR, 'match.some', { run: run.id, page: '0' }, { pairs: ['e1 m1'] });
    await bot.settle();
    expect(await bot.all('pairing')).toEqual([]);
    await bot.act(COORDINATOR, 'match.run', { run: run.id }, 'release');
    await bot.settle();
    expect(await bot.one('run', run.id)).toMatchObject({ state: 'released', proposed: 0, skipped: 1 });
    expect(await bot.all('pairing')).toEqual([]);
  }
});

test('by hand it stands in the way, in the words of any other reason', async () => {
  bot = await matching([...two(), ratherNot('m1', 'mentor', 'e1')]);
  const shown = readable(viewIn(await bot.act(COORDINATOR, 'match.propose', { mentee: 'e1', mentor: 'm1' })));
  expect(shown).toContain('These two cannot be proposed to each other.');
  expect(shown).not.toMatch(/rather|event/);
});

test('after a no, nobody is suggested who would rather not', async () => {
  bot = await matching([...two(), ...somebody('m2', 'mentor'), ratherNot('m2', 'mentor', 'e1')]);
  await bot.submit(COORDINATOR, 'match.propose', { mentee: 'e1', mentor: 'm1' }, {});
  const [pairing] = await bot.all('pairing');
  await bot.act(accountOf('e1'), 'proposal', { pairing: pairing?.id ?? '' }, 'no');
  await bot.settle();
  expect(await bot.all('suggestion')).toEqual([]);
});

test('where mentees choose, such a mentor looks like one without a free place', async () => {
  bot = undefined;
  const story = await choosing([...aMentee('e1'), ...aMentor('m1'), ...aMentor('m2'), ratherNot('m1', 'mentor', 'e1')]);
  expect(readIn(await story.open(accountOf('e1'), 'choose'))).not.toContain('m1 Mentor');
  await onList(story, 'e1', 'm1', 'm2');
  expect((await story.read('notebook', 'e1'))?.choice).toEqual(['m2']);
  await story.close();
});
