// People and channels that are gone at a bad moment: an alert still reaches a co-ordinator, a proposal comes to nothing, and everybody hears of it once.
import { afterEach, describe, expect, test } from 'vitest';
import { alertsChannel } from '../../src/demo/seed.ts';
import { DAY } from '../../src/scheme/calendar.ts';
import type { Pairing } from '../../src/scheme/kinds.ts';
import { NOW } from '../features/turn.ts';
import { aBot, type Bot } from '../journeys/bot.ts';
import { owen, priya } from '../journeys/walk.ts';
import { alertsIn, calm, directTo, goesAtIt, onTheWay } from './bad-days.ts';
import { aPair, kept, lay } from './laid.ts';

let bot: Bot;
afterEach(() => bot?.close());

async function begin(more: Partial<Pairing> = {}): Promise<void> {
  bot = await aBot();
  await lay(bot.mentor.store, bot.mentor.vault, aPair('P1', 'USAM', 'UALEX', more));
}

const linesTo = (user: string): string[] => directTo(bot.standIn, user).map(message => message.text);
const alert = 'Mentor: a pairing has ended';
const lost = /co-ordinators’ channel cannot be used any more/;

describe('the co-ordinators’ channel is archived, and somebody ends a pairing', () => {
  test.each([
    ['the bot was told', true],
    ['the bot finds out by the alert', false],
  ])('%s: one co-ordinator has the alert directly, each hears once that the channel is gone', async (_, isTold) => {
    await begin();
    const url = `http://127.0.0.1:${bot.mentor.port}/slack/events`;
    if (!isTold) bot.standIn.setBotUrl(undefined);
    bot.standIn.archive(alertsChannel.id);
    bot.standIn.setBotUrl(url);
    if (isTold) await bot.standIn.until(() => linesTo(owen).length > 0);
    expect(await goesAtIt(bot.as('USAM'))).toBe(true);
    await bot.standIn.until(() => linesTo(priya).includes(alert), 5_000);
    await bot.standIn.until(() => linesTo(owen).some(line => lost.test(line)), 5_000);
    await calm(bot.mentor.store);
    const all = [...linesTo(priya), ...linesTo(owen)];
    expect(all.filter(line => line === alert)).toHaveLength(1);
    for (const who of [priya, owen]) expect(linesTo(who).filter(line => lost.test(line))).toHaveLength(1);
    expect(alertsIn(bot.standIn)).toEqual([]);
    expect(linesTo('UALEX')).toEqual(['Mentor: something for you']);
    expect(await onTheWay(bot.mentor.store)).toEqual({ open: 0, dead: 0 });
  });
});

describe('somebody’s account is closed between a proposal and the answer', () => {
  const asked: Partial<Pairing> = {
    state: 'proposed',
    met: 0,
    proposedAt: NOW - DAY,
    answerBy: '2026-11-30',
    deadlineAt: NOW + 7 * DAY,
    remindAt: NOW + 3 * DAY,
    menteeYesAt: undefined,
    introducedAt: undefined,
    activeAt: undefined,
  };
  const state = async (): Promise<string | undefined> =>
    (await kept(bot.mentor.store, bot.mentor.vault, 'pairing', 'P1'))?.state;
  const taken = async (id: string): Promise<number | undefined> =>
    (await kept(bot.mentor.store, bot.mentor.vault, 'registration', id))?.taken;
  const told = () =>
    alertsIn(bot.standIn).filter(message => /Alex Morgan cannot be reached any more/.test(message.text));

  test('the mentee: it comes to nothing, the mentor never hears of it, the co-ordinators once', async () => {
    await begin(asked);
    bot.standIn.deactivate('UALEX');
    await bot.standIn.until(() => told().length > 0, 5_000);
    await calm(bot.mentor.store);
    expect(await state()).toBe('not-formed');
    await bot.daysLater(10);
    expect(linesTo('USAM')).toEqual([]);
    expect(told()).toHaveLength(1);
    expect(await taken('sam-mentor')).toBe(0);
    expect((await kept(bot.mentor.store, bot.mentor.vault, 'registration', 'alex-mentee'))?.state).toBe('paused');
  });

  test('the mentor, after the mentee’s yes, and nobody told the bot: the reminder finds out', async () => {
    await begin({ ...asked, state: 'mentee-yes', menteeYesAt: NOW - DAY });
    bot.standIn.setBotUrl(undefined);
    bot.standIn.deactivate('USAM');
    // The reminder goes out on the third day; the answer was asked for by the seventh.
    await bot.daysLater(4);
    await calm(bot.mentor.store);
    expect(await state()).toBe('not-formed');
    await bot.daysLater(6);
    expect(
      alertsIn(bot.standIn).filter(message => /Sam Okafor cannot be reached any more/.test(message.text)),
    ).toHaveLength(1);
    expect(await taken('alex-mentee')).toBe(0);
    expect(linesTo('UALEX')).toHaveLength(1);
  });
});
