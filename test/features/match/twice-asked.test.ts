// One person who is asked twice from the same run: in a stage, taken back, and again. Each is noted, and the jobs come to their end.
import { afterEach, beforeAll, expect, test } from 'vitest';
import { put } from '../../../src/conversation/outcome.ts';
import { setLog } from '../../../src/log.ts';
import type { Run } from '../../../src/scheme/kinds.ts';
import {
  accountOf,
  COORDINATOR,
  type Matching,
  matching,
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
const stage = async (run: Run, pairs: string[]): Promise<Run> => {
  await bot.submit(COORDINATOR, 'match.some', { run: run.id, page: '0' }, { pairs });
  await bot.settle();
  return bot.one('run', run.id);
};
const takeBack = async (): Promise<void> => {
  const open = (await bot.all('pairing')).find(pairing => pairing.state === 'proposed');
  await bot.act(COORDINATOR, 'match.asked', { pairing: open?.id ?? '' }, 'back');
};

const two = () => [...somebody('e1', 'mentee'), ...somebody('m1', 'mentor'), ...somebody('m2', 'mentor')];
const outcomes = async (person: string): Promise<string[]> =>
  (await bot.all('matchnote')).filter(note => note.person === person).map(note => note.outcome);

test('asked in a stage, taken back, and asked again from the same run: both are noted, and the job ends', async () => {
  bot = await matching(two());
  const run = await preview(bot);
  const first = await stage(run, await pairsOf(bot, run));
  await takeBack();
  const again = await press(first, 'again');
  const second = await stage(again, await pairsOf(bot, again));
  expect(second).toMatchObject({ state: 'ready', proposed: 2 });
  expect(await outcomes('e1')).toEqual(['asked', 'asked']);
  expect((await bot.all('job')).filter(job => job.state !== 'done')).toEqual([]);
});

test('asked in a stage and taken back, then away when the rest is released: the release ends', async () => {
  bot = await matching([...two(), ...somebody('e2', 'mentee', { card: { topics: ['career'] } })]);
  const run = await preview(bot);
  const first = await stage(
    run,
    (await pairsOf(bot, run)).filter(pair => pair.startsWith('e1 ')),
  );
  await takeBack();
  const place = await bot.one('registration', 'e1-mentee');
  await bot.write({ put: [put('registration', { ...place, state: 'paused', formerState: 'available' })] });
  expect(await press(first, 'release')).toMatchObject({ state: 'released', proposed: 2 });
  expect((await outcomes('e1')).sort()).toEqual(['asked', 'not-considered']);
  const shown = readable(viewIn(await bot.act(accountOf('e1'), 'match.mine')));
  expect(shown).toContain('you were asked');
  expect(shown).toContain('because you had paused');
});

test('asked in a stage and taken back, then left over by the same run: the release ends', async () => {
  bot = await matching(two());
  const run = await preview(bot);
  const first = await stage(run, await pairsOf(bot, run));
  await takeBack();
  // Now there are fewer places than people, and somebody else comes first.
  const free = await bot.one('registration', 'm2-mentor');
  await bot.write({
    put: [
      put('registration', { ...free, state: 'paused', formerState: 'available' }),
      ...somebody('e2', 'mentee', {
        place: { leftOverBefore: true },
        card: { topics: ['career', 'network', 'balance'] },
      }),
    ],
  });
  const again = await press(first, 'again');
  expect(await press(again, 'release')).toMatchObject({ state: 'released' });
  expect(await bot.all('matchnote')).toHaveLength(again.pairs + again.leftMentees + again.leftMentors + 2);
});
