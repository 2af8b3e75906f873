// Check-in rounds on bad days: two bots at once, a restart across the due instant, a bot that slept through several, a forum that is gone. One post, or everybody due directly.
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { forumChannel } from '../../src/demo/seed.ts';
import { openStore, type Running } from '../../src/main.ts';
import { DAY } from '../../src/scheme/calendar.ts';
import type { Store } from '../../src/store/store.ts';
import { aBot, type Bot, type BotOptions } from '../journeys/bot.ts';
import { alertsIn, calm, directTo, fromBot, postsIn } from './bad-days.ts';
import { aPair, kept, lay } from './laid.ts';

let bot: Bot;
afterEach(() => bot?.close());

/** Tuesday, 24 November 2026, ten o'clock in London: a day after the story begins. */
const ROUND = Date.parse('2026-11-24T10:00:00Z');

async function begin(options: BotOptions = {}): Promise<void> {
  bot = await aBot(options);
  await lay(bot.mentor.store, bot.mentor.vault, aPair('P1', 'USAM', 'UALEX'), { nextRoundAt: ROUND });
}

/** Story time is this now, and whoever runs has to notice by itself. */
async function itIs(at: number): Promise<void> {
  const { store } = bot.mentor;
  await store.setOffset(at - (await store.clock()).machineNow);
}

/** A store that takes its time, so that two bots have both looked before either has decided. */
const slow = (store: Store): Store => ({
  ...store,
  open: async steps => {
    const answer = await store.open(steps);
    await sleep(40);
    return answer;
  },
});

const rounds = async (): Promise<number> =>
  (await kept(bot.mentor.store, bot.mentor.vault, 'scheme', 'scheme'))!.rounds;
const checkins = () => postsIn(bot.standIn).filter(message => /check-in/i.test(message.text));

describe.each(['embedded', 'redis'] as const)('two bots on one store (%s)', store => {
  test('and a rolling restart across a due round: one post', async () => {
    await begin({ store });
    const other = await bot.another();
    let third: Running | undefined;
    try {
      const leaving = bot.mentor;
      bot.mentor = other;
      const starting = bot.another();
      await Promise.all([itIs(ROUND), leaving.stop()]);
      third = await starting;
      await bot.standIn.until(() => checkins().length > 0, 8_000);
      await calm(other.store);
      await sleep(300);
      expect(checkins()).toHaveLength(1);
      expect(await rounds()).toBe(1);
    } finally {
      await third?.stop();
    }
  });

  test('both awake when it is due, four times over: one post each time', async () => {
    await begin({ store, extras: { around: slow } });
    const other = await bot.another();
    try {
      for (let n = 0; n < 4; n++) {
        await itIs(ROUND + n * 28 * DAY);
        await bot.standIn.until(() => checkins().length > n, 8_000);
        await calm(bot.mentor.store);
      }
      await sleep(300);
      expect(checkins()).toHaveLength(4);
      expect(await rounds()).toBe(4);
    } finally {
      await other.stop();
    }
  });
});

describe('a bot that slept', () => {
  test('over two due rounds posts one, the newest', async () => {
    await begin();
    await bot.mentor.stop();
    const { store } = await openStore(bot.config);
    await store.setOffset(ROUND + 28 * DAY + 3_600_000 - (await store.clock()).machineNow);
    await store.close();
    bot.mentor = await bot.another();
    await bot.standIn.until(() => checkins().length > 0, 8_000);
    await calm(bot.mentor.store);
    await sleep(200);
    expect(checkins()).toHaveLength(1);
    expect(await rounds()).toBe(1);
    const round = await kept(bot.mentor.store, bot.mentor.vault, 'round', '1');
    expect(new Date(round!.at).toISOString()).toBe('2026-12-22T10:00:00.000Z');
    const scheme = await kept(bot.mentor.store, bot.mentor.vault, 'scheme', 'scheme');
    expect(new Date(scheme!.nextRoundAt!).toISOString()).toBe('2027-01-19T10:00:00.000Z');
  });
});

describe('a forum that was archived before a round', () => {
  const gone = /forum cannot be used any more/;
  const asked = (user: string) => directTo(bot.standIn, user);

  test('while the bot was there: everybody due is asked directly, the co-ordinators hear once', async () => {
    await begin();
    bot.standIn.archive(forumChannel.id);
    await bot.standIn.until(() => alertsIn(bot.standIn).some(message => gone.test(message.text)));
    await itIs(ROUND);
    await bot.standIn.until(() => asked('USAM').length > 0 && asked('UALEX').length > 0, 8_000);
    await calm(bot.mentor.store);
    expect([asked('USAM').length, asked('UALEX').length, checkins().length]).toEqual([1, 1, 0]);
    await itIs(ROUND + 28 * DAY);
    await bot.standIn.until(async () => (await rounds()) === 2, 8_000);
    await calm(bot.mentor.store);
    expect(alertsIn(bot.standIn).filter(message => gone.test(message.text))).toHaveLength(1);
    expect(fromBot(bot.standIn, forumChannel.id)).toEqual([]);
  });

  test('while it slept, so that it learns of it only by the post: the same', async () => {
    await begin();
    bot.standIn.setBotUrl(undefined);
    bot.standIn.archive(forumChannel.id);
    await itIs(ROUND);
    await bot.standIn.until(() => alertsIn(bot.standIn).some(message => gone.test(message.text)), 8_000);
    await bot.standIn.until(() => asked('USAM').length > 0 && asked('UALEX').length > 0, 4_000);
    await calm(bot.mentor.store);
    expect([asked('USAM').length, asked('UALEX').length, checkins().length]).toEqual([1, 1, 0]);
    expect(alertsIn(bot.standIn).map(message => message.text)).toEqual([expect.stringMatching(gone)]);
    expect(await rounds()).toBe(1);
  });
});
