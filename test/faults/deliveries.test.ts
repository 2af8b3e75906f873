// Bad days of deliveries: whatever Slack answers, an alert and a notice land once and none is lost; what cannot be sent holds up nobody else.
import { afterEach, describe, expect, test } from 'vitest';
import type { Fault } from '../../src/demo/slack/faults.ts';
import { setLog } from '../../src/log.ts';
import type { Delivery } from '../../src/store/store.ts';
import { aBot, type Bot, type BotOptions } from '../journeys/bot.ts';
import { textOf } from '../journeys/walk.ts';
import { alertsIn, calm, directTo, goesAtIt, onTheWay } from './bad-days.ts';
import { accountOf, aPair, lay } from './laid.ts';

let bot: Bot;
afterEach(() => bot?.close());

const timing = { ambiguousMs: 120, backoffMs: 20, leaseMs: 1_500 };

/** Sam mentors Alex, and the bot is there. */
async function begin(options: BotOptions = {}): Promise<void> {
  bot = await aBot({ ...options, timing: { ...timing, ...options.timing } });
  await lay(bot.mentor.store, bot.mentor.vault, aPair('P1', 'USAM', 'UALEX'));
}

async function ends(): Promise<void> {
  expect(await goesAtIt(bot.as('USAM'))).toBe(true);
}

async function landedOnce(): Promise<void> {
  await calm(bot.mentor.store);
  expect(alertsIn(bot.standIn).map(message => message.text)).toEqual(['Mentor: a pairing has ended']);
  expect(directTo(bot.standIn, 'UALEX').map(message => message.text)).toEqual(['Mentor: something for you']);
  for (const message of [...alertsIn(bot.standIn), ...directTo(bot.standIn, 'UALEX')])
    expect(textOf(message)).not.toMatch(/repeat/);
  expect(await onTheWay(bot.mentor.store)).toEqual({ open: 0, dead: 0 });
}

/** Calls of a method so far. */
const calls = (method: string) => bot.standIn.log.filter(call => call.method === method);

describe('an exit alert and a notice land once although Slack', () => {
  const faults: [string, Fault][] = [
    ['asks to wait', { kind: '429', retryAfter: 1 }],
    ['answers 500', { kind: 'status500' }],
    ['never answers', { kind: 'noAnswer' }],
    ['does not take the line', { kind: 'refuse' }],
    ['cuts the line after taking them', { kind: 'cutAfterAccept' }],
    ['cuts the line, and they can be read only later', { kind: 'cutAfterAccept', landsAfterMs: 60 }],
    ['shows them only later', { kind: 'lateLanding', ms: 60 }],
    ['says that something went wrong inside', { kind: 'error', error: 'internal_error' }],
  ];
  test.each(faults)('%s', async (_, fault) => {
    await begin({ extras: { budgets: { deliveryMs: 400 } } });
    bot.standIn.faults.next('chat.postMessage', fault, 2);
    await ends();
    await landedOnce();
  });

  test('asks to wait: not tried again before that', async () => {
    await begin();
    bot.standIn.faults.next('chat.postMessage', { kind: '429', retryAfter: 1 }, 1);
    await ends();
    await landedOnce();
    const [refused] = calls('chat.postMessage');
    const again = calls('chat.postMessage').find(
      call => call !== refused && call.args['channel'] === refused?.args['channel'],
    );
    expect((again?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThanOrEqual(995);
  });

  test('cuts the line, and then will not say for a while whether it took them', async () => {
    await begin();
    bot.standIn.faults.next('chat.postMessage', { kind: 'cutAfterAccept' }, 2);
    bot.standIn.faults.next('conversations.history', { kind: 'status500' }, 2);
    bot.standIn.faults.next('conversations.history', { kind: '429', retryAfter: 1 }, 2);
    await ends();
    await landedOnce();
  });

  test('is gone altogether for a long while', async () => {
    await begin({ timing: { ambiguousMs: 15, backoffMs: 5 } });
    const sam = bot.as('USAM');
    await sam.command('exit');
    await sam.fill({ 'Does Alex Morgan know?': 'Yes, I have told them', 'What next for you?': 'Decide later' });
    await sam.submit();
    bot.standIn.faults.next('*', { kind: 'status500' }, 1_000_000);
    await sam.press('view', 'End the pairing');
    await bot.standIn.until(() => calls('conversations.history').length >= 7, 9_000);
    bot.standIn.faults.clear();
    await landedOnce();
  });

  test('cannot be asked at all: what must arrive is repeated, marked, and not lost', async () => {
    await begin({ lookup: 'off' });
    bot.standIn.faults.next('chat.postMessage', { kind: 'cutAfterAccept' }, 1);
    await ends();
    await calm(bot.mentor.store);
    const all = [...alertsIn(bot.standIn), ...directTo(bot.standIn, 'UALEX')];
    expect(all).toHaveLength(3);
    expect(all.filter(message => /may be a repeat/.test(textOf(message)))).toHaveLength(1);
  });

  test('cannot be asked at all, and cuts the line each time: repeated once and no more, and a person is told', async () => {
    await begin({ lookup: 'off' });
    bot.standIn.faults.next('chat.postMessage', { kind: 'cutAfterAccept' }, 4);
    await ends();
    await calm(bot.mentor.store);
    const ended = alertsIn(bot.standIn).filter(message => message.text === 'Mentor: a pairing has ended');
    expect(ended).toHaveLength(2);
    expect(ended.filter(message => /may be a repeat/.test(textOf(message)))).toHaveLength(1);
    expect((await onTheWay(bot.mentor.store)).dead).toBeGreaterThan(0);
    const told = alertsIn(bot.standIn).filter(message => /could not be delivered/.test(message.text));
    expect(told.length).toBeGreaterThan(0);
  });

  test('cannot be asked, and is gone for a long while: the one repeat waits until Slack is there again', async () => {
    await begin({ lookup: 'off', timing: { ambiguousMs: 15, backoffMs: 5 } });
    const sam = bot.as('USAM');
    await sam.command('exit');
    await sam.fill({ 'Does Alex Morgan know?': 'Yes, I have told them', 'What next for you?': 'Decide later' });
    await sam.submit();
    bot.standIn.faults.next('*', { kind: 'status500' }, 1_000_000);
    await sam.press('view', 'End the pairing');
    await bot.standIn.until(() => calls('auth.test').length >= 7, 9_000);
    bot.standIn.faults.clear();
    await calm(bot.mentor.store);
    const ended = alertsIn(bot.standIn).filter(message => message.text === 'Mentor: a pairing has ended');
    expect(ended).toHaveLength(1);
    expect(await onTheWay(bot.mentor.store)).toEqual({ open: 0, dead: 0 });
  });
});

describe('a letter that cannot be sent', () => {
  const post = async (deliveries: Delivery[]): Promise<void> => {
    const rest = { checks: [], writes: [], deletes: [], counts: [], cancel: [], history: [] };
    const listed = { add: [], remove: [] };
    await bot.mentor.store.commit({ ...rest, listed, op: { id: 'poison', answer: 'null' }, deliveries });
  };
  const poison = (id: string, payload: unknown): Delivery => ({
    id,
    lane: accountOf('').slice(0, -1),
    class: 'must',
    replace: false,
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
  });

  test('holds up nobody else, and is set aside in the end', async () => {
    await begin({ timing: { backoffMs: 1 } });
    const lines: string[] = [];
    setLog('error', line => void lines.push(line));
    const nobody = { account: accountOf('UNOBODY') };
    await post([
      poison('of-no-room', { letter: 'no.such', ids: {}, to: { account: accountOf('UALEX') }, mode: 'post' }),
      poison('unreadable', '{'),
      poison('for-nobody', { letter: 'offer.ask', ids: { registration: 'none' }, to: nobody, mode: 'post' }),
      ...Array.from({ length: 30 }, (_, n) => poison(`more-${n}`, { letter: 'no.such', ids: {}, to: nobody })),
    ]);
    const began = performance.now();
    await ends();
    await bot.standIn.until(() => alertsIn(bot.standIn).length > 0 && directTo(bot.standIn, 'UALEX').length > 0, 5_000);
    expect(performance.now() - began).toBeLessThan(5_000);
    await calm(bot.mentor.store);
    const dead = (await bot.mentor.store.dead(100)).map(({ delivery }) => delivery.id);
    expect(dead).toHaveLength(32);
    expect(dead).toEqual(expect.arrayContaining(['of-no-room', 'unreadable', 'more-29']));
    expect(lines.length).toBeGreaterThan(32);
    const told = alertsIn(bot.standIn).map(message => message.text);
    expect(told.filter(line => line === 'Mentor: a pairing has ended')).toHaveLength(1);
    expect(told).toContain('A message to a co-ordinator could not be delivered.');
  });
});
