// R18: why two people were put together is said in facts of work alone; who somebody is, and what they wish for in a partner, decides nothing and is told to nobody but co-ordinators.
import { afterEach, beforeAll, expect, test } from 'vitest';
import { setLog } from '../../../src/log.ts';
import { readWhy, whyFromCards, whyInWords } from '../../../src/scheme/why.ts';
import { aCard } from '../people.ts';
import { aScheme } from '../turn.ts';
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
let bot: Matching | undefined;
afterEach(() => bot?.close());

const WISH = 'A woman of my own faith, please.';
const traits =
  /\b(gender|women?|men\b|faith|religion|age\b|ethnic|disab|pregnan|marri|pronoun|she\b|her\b|he\b|him\b)/i;

test('R18: the facts of a pair are of work, places and times; nothing else that stands beside them is kept or said', () => {
  const facts = {
    sharedTopics: ['career'],
    wantedTopics: 1,
    gender: 'woman',
    pronouns: 'she/her',
    age: 58,
    wishes: WISH,
    note: 'same faith',
  };
  const allowed = [
    'sharedTopics',
    'wantedTopics',
    'sharedAreas',
    'sharedModes',
    'sharedSlots',
    'sameSite',
    'stepsAhead',
  ];
  expect(Object.keys(readWhy(facts)).sort()).toEqual(allowed.sort());
  for (const reader of ['mentee', 'mentor', 'coordinator'] as const)
    expect(whyInWords(facts, aScheme(), reader).join(' ')).not.toMatch(traits);
  const card = (id: string, role: 'mentor' | 'mentee') => ({
    ...aCard(id, role, id),
    topics: ['career'],
    pronouns: 'she/her',
  });
  const read = whyFromCards(card('e1', 'mentee'), card('m1', 'mentor'), aScheme());
  expect(Object.keys(read).sort()).toEqual(allowed.sort());
  expect(JSON.stringify(read)).not.toContain('she/her');
});

test('R18: a wish about the partner is read by co-ordinators, and by neither of the two, at any step until they are introduced', async () => {
  bot = await matching([
    ...somebody('e1', 'mentee', { card: { pronouns: 'she/her' }, file: { wishes: WISH, goals: 'To lead a team.' } }),
    ...somebody('m1', 'mentor', { card: { pronouns: 'she/her' }, file: { wishes: `${WISH} Or older.` } }),
  ]);
  const { act, sent, settle } = bot;
  const run = await preview(bot);
  const [row] = (await bot.all('runpage')).flatMap(({ pairs }) => pairs);
  expect(JSON.stringify(row)).not.toMatch(/she\/her|faith/);
  const ids = { run: run.id, page: '0', mentee: 'e1', mentor: 'm1' };
  expect(readable(viewIn(await act(COORDINATOR, 'match.pair', ids)))).toContain(WISH);
  await act(COORDINATOR, 'match.run', { run: run.id }, 'release');
  await settle();
  const [pairing] = await bot.all('pairing');
  const about = { pairing: pairing?.id ?? '' };
  const seen: unknown[] = [];
  for (const who of ['e1', 'm1'].map(accountOf)) {
    seen.push(await act(who, 'proposal', about), await act(who, 'proposal', about, 'yes'));
    await settle();
  }
  for (const who of ['e1', 'm1'].map(accountOf)) seen.push(await act(who, 'pair', about));
  expect((await bot.all('pairing'))[0]?.state).toBe('introduced');
  expect(JSON.stringify(seen)).toContain('To lead a team.');
  expect(JSON.stringify([seen, sent, await bot.all('papers'), await bot.all('pairing')])).not.toContain('faith');
});

test('R18: who somebody is, and what they wish, changes nothing about who is put together with whom', async () => {
  const people = (about: (n: number) => Parameters<typeof somebody>[2]) =>
    [1, 2, 3].flatMap(n => [
      ...somebody(`e${n}`, 'mentee', { ...about(n), card: { topics: ['career'], ...about(n)?.card } }),
      ...somebody(`m${n}`, 'mentor', { ...about(n + 1), card: { topics: ['career'], ...about(n + 1)?.card } }),
    ]);
  const pairsFor = async (about: (n: number) => Parameters<typeof somebody>[2]) => {
    bot = await matching(people(about));
    const pairs = await pairsOf(bot, await preview(bot));
    await bot.close();
    bot = undefined;
    return pairs;
  };
  const plain = await pairsFor(() => ({}));
  const told = await pairsFor(n => ({
    card: { pronouns: n % 2 ? 'she/her' : 'he/him' },
    file: { wishes: WISH },
  }));
  expect(told).toEqual(plain);
});
