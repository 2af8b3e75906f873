// The load bench: what people wait for an answer while a matching of 5,000 mentees with 2,000 mentors is worked out, against the same load without one.

import { aPair, lay } from '../../test/faults/laid.ts';
import { aBot, type Bot } from '../../test/journeys/bot.ts';
import { poolOf } from './pool.ts';

const MENTEES = 5_000;
const MENTORS = 2_000;
const ROUNDS = 5;
/** Between one deed and the next. */
const PAUSE_MS = 10;
/** The target: with a run, the slowest hundredth waits at most so many times as long. */
const TARGET = 2;
/** The stand-in's limits out of the way: what is measured is Mentor. */
const FREE = { rateFactor: 1_000, postsPerSecond: 10_000, eventRetriesMs: [0, 200, 400] };
const WORDS = ['me', 'help', 'pair', 'contact'];

const at = (numbers: readonly number[], share: number): number =>
  [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))] ?? 0;
const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms));
const median = (numbers: readonly number[]): number => at(numbers, 0.5);

/** People type words, one after the other, until `isOver`; how long each waited, over signed HTTP. */
async function waits(bot: Bot, isOver: (deeds: number) => Promise<boolean> | boolean): Promise<number[]> {
  const found: number[] = [];
  const people = [bot.as('USAM'), bot.as('UALEX')];
  while (!(await isOver(found.length))) {
    const one = people[found.length % people.length]!;
    const began = performance.now();
    await one.command(WORDS[found.length % WORDS.length]!);
    found.push(performance.now() - began);
    if (one.view()) await one.closeView(true);
    await pause(PAUSE_MS);
  }
  return found;
}

type Round = { idle: number[]; busy: number[]; seconds: number };

async function round(bot: Bot, run: number, least: number): Promise<Round> {
  const stateOf = async (): Promise<string> => {
    const answer = await bot.mentor.store.open([{ name: 'run', kind: 'run', source: { ids: [`run${run}`] } }]);
    return /"state":"(\w+)"/.exec(answer.records['run']?.[0]?.json ?? '')?.[1] ?? '';
  };
  const priya = bot.as('UPRIYA');
  const began = performance.now();
  await priya.command('match');
  await priya.press('view', 'Work out a preview');
  const busy = await waits(bot, async () => (await stateOf()) === 'ready');
  const seconds = (performance.now() - began) / 1000;
  await bot.settle();
  const idle = await waits(bot, deeds => deeds >= Math.max(least, busy.length));
  await priya.press('view', 'Look again');
  await priya.press('view', 'Drop this preview');
  await priya.closeView(true);
  await bot.settle();
  return { idle, busy, seconds };
}

const ms = (value: number): string => `${value.toFixed(1)} ms`;

/** Five rounds on each store; prints a line for each store and returns what missed its target. */
export async function benchLoad(word: string): Promise<string[]> {
  const wrong: string[] = [];
  console.log(
    `\nWaiting for an answer while ${MENTEES} mentees and ${MENTORS} mentors are matched (target: p99 at most ${TARGET} times)`,
  );
  for (const store of ['embedded', 'redis'] as const) {
    if (!store.includes(word)) continue;
    const bot = await aBot({ store, timing: { pollMs: 100 }, standIn: { timing: FREE } });
    try {
      const records = [...aPair('P1', 'USAM', 'UALEX'), ...poolOf(MENTEES, MENTORS, 7)];
      await lay(bot.mentor.store, bot.mentor.vault, records);
      await waits(bot, deeds => deeds >= 100);
      const rounds: Round[] = [];
      for (let n = 1; n <= ROUNDS; n++) rounds.push(await round(bot, n, 200));
      const ratios = rounds.map(({ idle, busy }) => at(busy, 0.99) / at(idle, 0.99));
      const [idle, busy] = [
        median(rounds.map(one => at(one.idle, 0.99))),
        median(rounds.map(one => at(one.busy, 0.99))),
      ];
      const ratio = median(ratios);
      const deeds = rounds.reduce((sum, one) => sum + one.busy.length, 0);
      const seconds = median(rounds.map(one => one.seconds));
      console.log(
        `${store.padEnd(9)} p99 ${ms(idle)} without a run, ${ms(busy)} with one: ${ratio.toFixed(2)} times (median of ${ROUNDS}; ${deeds} deeds; a run takes ${seconds.toFixed(1)} s)`,
      );
      if (ratio > TARGET) wrong.push(`load on the ${store} store: p99 ${ratio.toFixed(2)} times`);
    } finally {
      await bot.close();
    }
  }
  return wrong;
}
