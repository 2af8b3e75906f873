// Requests that are not what they seem, over signed HTTP: wrongly signed, repeated, oversized, forged, garbled. None changes anything it may not, none shows anything it may not, and the bot lives.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signed } from '../../src/demo/slack/door.ts';
import { rooms } from '../../src/features/features.ts';
import type { Store } from '../../src/store/store.ts';
import { aBot, type Bot, SECRET } from '../journeys/bot.ts';
import { owen, priya, seen, textOf } from '../journeys/walk.ts';
import { alertsIn, calm, directTo, goesAtIt } from './bad-days.ts';
import {
  type Answered,
  bodyOf,
  post,
  pressForged,
  pressPayload,
  seconds,
  send,
  submitForged,
  wayTo,
} from './forged.ts';
import { accountOf, aPair, kept, lay } from './laid.ts';

let bot: Bot;
const SECRET_WORDS = 'Only co-ordinators may read this reason.';

/** While this is more than nothing, the store takes its time: copies of one request have then all looked before any has decided. */
let slowMs = 0;
const around = (store: Store): Store => ({
  ...store,
  open: async steps => {
    const answer = await store.open(steps);
    if (slowMs > 0) await new Promise(resolve => setTimeout(resolve, slowMs));
    return answer;
  },
});

beforeAll(async () => {
  bot = await aBot({
    extras: { around },
    standIn: { timing: { postsPerSecond: 10_000, rateFactor: 1_000, eventRetriesMs: [0, 200, 400] } },
  });
  const settings = { coordinatorPersons: { [accountOf(priya)]: 'priya' } };
  const pairs = [
    ...aPair('P1', 'USAM', 'UALEX'),
    ...aPair('P2', 'UBETH', 'UCHEN'),
    // A co-ordinator who is a mentee herself.
    ...aPair('P3', 'UDALIA', priya),
  ];
  await lay(bot.mentor.store, bot.mentor.vault, pairs, settings);
});
afterAll(() => bot?.close());

const record = async (kind: 'pairing' | 'exit', id: string) => kept(bot.mentor.store, bot.mentor.vault, kind, id);
const views = (): number => bot.standIn.log.filter(call => /^views\.|^chat\./.test(call.method)).length;

describe('a signature', () => {
  const fields = { command: '/mentor', text: 'help', user_id: 'USAM', channel_id: 'D1', team_id: 'T0NORTHMOOR' };
  const body = new URLSearchParams({
    ...fields,
    trigger_id: '1.1.none',
    response_url: 'http://127.0.0.1:9/',
  }).toString();
  const refused: [string, () => Record<string, string>][] = [
    ['wrong', () => signed('another secret', body, seconds())],
    ['of another body', () => signed(SECRET, `${body}&x`, seconds())],
    ['missing', () => ({ 'x-slack-request-timestamp': String(seconds()) })],
    ['302 seconds old', () => signed(SECRET, body, seconds() - 302)],
    ['an hour ahead', () => signed(SECRET, body, seconds() + 3_600)],
  ];
  test.each(refused)('%s: refused, and nothing happens', async (_, headers) => {
    const before = views();
    expect((await post(bot, body, headers())).status).toBe(401);
    await new Promise(resolve => setTimeout(resolve, 50));
    expect(views()).toBe(before);
  });
});

test('a body of five megabytes is refused, and the bot lives', async () => {
  const body = bodyOf({ type: 'block_actions', filler: 'x'.repeat(5_000_000) });
  expect((await post(bot, body, signed(SECRET, body, seconds()))).status).toBe(413);
  expect((await bot.as('USAM').command('help')).view).toBeDefined();
  await bot.as('USAM').closeView(true);
});

describe('an id of somebody else’s pairing', () => {
  beforeAll(async () => {
    await bot.as('USAM').command('exit');
  });
  afterAll(() => bot.as('USAM').closeView(true));

  const aimed = rooms
    .flatMap(room => room.pages)
    .map(page => ({ word: page.word, presses: Object.keys(page.press ?? {}) }));
  const foreign = { pairing: 'P2', id: 'P2', registration: 'chen-mentee', person: 'chen', run: 'r1', inquiry: 'i1' };
  const names = /Beth Kowalski|Chen Wei/;

  test('in a button of any page shows nothing of it and changes nothing', async () => {
    const before = await record('pairing', 'P2');
    for (const { word, presses } of aimed) {
      for (const press of [undefined, ...presses]) {
        await pressForged(bot, 'USAM', wayTo({ word, ids: foreign, ...(press === undefined ? {} : { press }) }));
        expect(`${word} ${press}: ${textOf(bot.as('USAM').view())}`).not.toMatch(names);
      }
    }
    expect(await record('pairing', 'P2')).toEqual(before);
    expect(await record('exit', 'P2')).toBeUndefined();
  }, 40_000);

  test('in the metadata of a form does the same', async () => {
    const sam = bot.as('USAM');
    await pressForged(bot, 'USAM', wayTo({ word: 'exit' }));
    await sam.fill({ 'Does Alex Morgan know?': 'Yes, I have told them', 'What next for you?': 'Decide later' });
    for (const { word } of aimed) {
      const { status, body } = await submitForged(bot, 'USAM', JSON.stringify({ w: word, i: foreign }));
      expect(status).toBe(200);
      expect(`${word}: ${body}`).not.toMatch(names);
    }
    expect((await record('pairing', 'P2'))?.state).toBe('active');
    expect(await record('exit', 'P2')).toBeUndefined();
  }, 40_000);
});

describe('what is for co-ordinators', () => {
  const theirs = rooms
    .flatMap(room => room.pages)
    .filter(page => page.for === 'coordinator')
    .flatMap(({ word, press = {}, take }) => [
      { word, press: undefined, submit: false },
      ...Object.keys(press).map(name => ({ word, press: name, submit: false })),
      ...(take ? [{ word, press: undefined, submit: true }] : []),
    ]);

  test('is refused to somebody who is none, on every page, button and form', async () => {
    expect(theirs.length).toBeGreaterThan(40);
    await bot.as('USAM').command('exit');
    for (const { word, press, submit } of theirs) {
      const ids = { pairing: 'P1', registration: 'sam-mentor', person: 'alex', run: 'r', inquiry: 'i' };
      let text: string;
      if (submit) text = (await submitForged(bot, 'USAM', JSON.stringify({ w: word, i: ids }))).body;
      else {
        await pressForged(bot, 'USAM', wayTo({ word, ids, ...(press === undefined ? {} : { press }) }));
        text = textOf(bot.as('USAM').view());
      }
      expect(`${word} ${press}: ${text}`).toMatch(/for the scheme’s co-ordinators/);
    }
    await bot.as('USAM').closeView(true);
  }, 40_000);

  test('is refused to a co-ordinator who is the partner: the alert goes to the other one, and no forged press opens it', async () => {
    const dalia = bot.as('UDALIA');
    await dalia.command('exit');
    await dalia.fill({
      [`Does ${priya} know?`]: 'Yes, I have told them',
      'What next for you?': 'Decide later',
      'In your own words, if you like': SECRET_WORDS,
    });
    await dalia.submit();
    await dalia.submit();
    expect(textOf(dalia.view())).toMatch(/has ended/);
    await calm(bot.mentor.store);
    expect(alertsIn(bot.standIn)).toEqual([]);
    const told = directTo(bot.standIn, owen).filter(message => message.text === 'Mentor: a pairing has ended');
    expect(told).toHaveLength(1);
    const one = bot.as(priya);
    await one.command('help');
    for (const press of [undefined, 'read', 'release']) {
      await pressForged(bot, priya, wayTo({ word: 'exit.read', ids: { pairing: 'P3' }, ...(press ? { press } : {}) }));
      expect(textOf(one.view())).not.toContain(SECRET_WORDS);
    }
    const closing = await submitForged(bot, priya, JSON.stringify({ w: 'exit.close', i: { pairing: 'P3' } }));
    expect(closing.body).not.toContain(SECRET_WORDS);
    expect(await record('exit', 'P3')).not.toHaveProperty('readAt');
    await one.closeView(true);
    await bot.as(owen).press({ ts: told[0]!.ts }, 'Read');
    await seen(bot, owen, new RegExp(SECRET_WORDS));
    await bot.as(owen).closeView(true);
  });
});

describe('garbage', () => {
  const garbage = [
    ...['', ' ', '{}', 'null', '[]', '7', '"x"', '{', '{"w":1}', '{"w":""}', '{"w":"nowhere"}', '{"w":"exit","x":1}'],
    ...['__proto__', 'constructor', 'toString', 'hasOwnProperty'].flatMap(name => [
      JSON.stringify({ w: name }),
      JSON.stringify({ w: 'exit.end', i: { pairing: 'P1' }, p: name }),
      `{"w":"exit","i":{"${name}":"P1","pairing":"${name}"}}`,
    ]),
    ...[
      '../../pairing/P2',
      'P1/../P2',
      'P2\u0000',
      '*',
      'P1|P2',
      '\ud800',
      '🙂',
      'x'.repeat(500),
      'names.pairing:chen',
    ].map(id => JSON.stringify({ w: 'exit', i: { pairing: id } })),
    JSON.stringify({ w: 'exit', g: -1 }),
    JSON.stringify({ w: 'exit', i: { pairing: { toString: 'P1' } } }),
    '{"w":"exit","d":{"pairing/P1":1e999}}',
    'x'.repeat(2_000),
  ];

  test.each(garbage.map(value => [value.slice(0, 60), value]))('%s', async (_, value) => {
    const before = await record('pairing', 'P1');
    await bot.as('USAM').command('exit');
    const pressed = await send(bot, pressPayload(bot, 'USAM', value));
    const sent = await submitForged(bot, 'USAM', value);
    for (const answer of [pressed, sent] satisfies Answered[]) {
      expect(answer.status).toBe(200);
      expect(answer.ms).toBeLessThan(2_900);
      expect(answer.body).not.toMatch(/Chen Wei|went wrong/);
    }
    await new Promise(resolve => setTimeout(resolve, 30));
    expect(textOf(bot.as('USAM').view())).not.toMatch(/Chen Wei|went wrong/);
    expect(await record('pairing', 'P1')).toEqual(before);
    await bot.as('USAM').closeView(true);
  });

  test('of another shape altogether', async () => {
    const strange = [
      [],
      'x',
      {},
      { type: 'nothing' },
      { type: 'block_actions' },
      { type: 'view_submission', view: null },
    ];
    for (const { status, ms } of await Promise.all(strange.map(payload => send(bot, payload)))) {
      expect([200, 400, 404, 500]).toContain(status);
      expect(ms).toBeLessThan(3_900);
    }
    await bot.as('USAM').command('exit');
    const shapes = [
      {},
      { q: null },
      { q: { a: null } },
      { partnerKnows: { x: { type: 'static_select', selected_option: 7 } } },
    ];
    for (const values of shapes)
      expect((await submitForged(bot, 'USAM', JSON.stringify({ w: 'exit' }), values)).status).toBe(200);
    expect((await record('pairing', 'P1'))?.state).toBe('active');
    await bot.as('USAM').closeView(true);
  }, 30_000);
});

describe('the same signed request twice', () => {
  test('at once, later, and after a restart: one end, one alert', async () => {
    const sam = bot.as('USAM');
    await sam.command('exit');
    await sam.fill({ 'Does Alex Morgan know?': 'Yes, I have told them', 'What next for you?': 'Decide later' });
    await sam.submit();
    // What Alex had open before still stands there afterwards.
    await bot.as('UALEX').command('exit');
    bot.standIn.faults.duplicate('interaction', 1);
    slowMs = 100;
    await sam.press('view', 'End the pairing');
    slowMs = 0;
    const payload = bot.standIn.deliveries.findLast(one => one.kind === 'interaction')?.payload;
    await Promise.all([send(bot, payload), send(bot, payload), send(bot, payload)]);
    await bot.restart();
    expect((await send(bot, payload)).status).toBe(200);
    await calm(bot.mentor.store);
    const ended = await bot.mentor.store.history('P1', 50);
    expect(ended.filter(entry => entry.what === 'pairing.ended')).toHaveLength(1);
    expect(alertsIn(bot.standIn)).toHaveLength(1);
    expect(directTo(bot.standIn, 'UALEX')).toHaveLength(1);
  });

  test('and what others had open from before leads to a kind page and changes nothing', async () => {
    const alex = bot.as('UALEX');
    const before = await record('pairing', 'P1');
    await alex.fill({ 'Does Sam Okafor know?': 'Yes, I have told them', 'What next for you?': 'Decide later' });
    await alex.submit();
    expect(textOf(alex.view())).toMatch(/not paired any more|has ended|nothing to end|no mentor/i);
    for (const value of [
      wayTo({ word: 'review', ids: { pairing: 'P1' } }),
      wayTo({ word: 'checkin', ids: { pairing: 'P1' } }),
      wayTo({ word: 'checkin.pause', ids: { pairing: 'P1' } }),
      wayTo({ word: 'exit.end', ids: { pairing: 'P1' }, press: 'end' }),
    ]) {
      await pressForged(bot, 'UALEX', value);
      expect(`${value} ${textOf(alex.view())}`).not.toMatch(/went wrong/);
    }
    expect(await record('pairing', 'P1')).toEqual(before);
    expect(alertsIn(bot.standIn)).toHaveLength(1);
    await alex.closeView(true);
    expect(await goesAtIt(bot.as('USAM'))).toBe(true);
  });
});
