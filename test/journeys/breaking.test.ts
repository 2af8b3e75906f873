// People who press at once, come back weeks later, or hold two roles: whatever they do, places add up, one thing has one effect, and nobody reads what went wrong inside.
import { execFileSync } from 'node:child_process';
import { afterEach, describe, expect, test } from 'vitest';
import { decode } from '../../src/engine/records.ts';
import { rooms } from '../../src/features/features.ts';
import type { RawAnswer, Reply } from '../../src/platforms/platform.ts';
import type { KindName, Pairing, RecordOf } from '../../src/scheme/kinds.ts';
import { takesPlace } from '../../src/scheme/states.ts';
import { makeVault } from '../../src/store/vault.ts';
import { aBot, type Bot, KEY } from './bot.ts';
import { alerts, aPool, owen, priya, seen, textOf } from './walk.ts';

const vault = makeVault([KEY]);
let bot: Bot;
afterEach(() => bot?.close());

const TEAM = 'T0NORTHMOOR';
const account = (id: string): string => `slack/${TEAM}/${id}`;
let serial = 0;

function act(id: string, word: string, ids: Record<string, string> = {}, press?: string): Promise<Reply> {
  const target = { word, ids, ...(press ? { press } : {}) };
  const did = { what: 'press' as const, target };
  return bot.mentor.engine.host.act({ op: `deed-${serial++}`, account: account(id), place: 'window', did });
}
function send(
  id: string,
  word: string,
  ids: Record<string, string>,
  answers: Record<string, RawAnswer>,
): Promise<Reply> {
  const did = { what: 'submit' as const, target: { word, ids }, answers, drawn: {} };
  return bot.mentor.engine.host.act({ op: `deed-${serial++}`, account: account(id), place: 'window', did });
}

async function all<K extends KindName>(kind: K): Promise<RecordOf<K>[]> {
  const { keys } = await bot.mentor.store.keys(undefined, 10_000);
  const ids = keys.filter(key => key.startsWith(`${kind}/`)).map(key => key.slice(kind.length + 1));
  const { records } = await bot.mentor.store.open([{ name: 'all', kind, source: { ids } }]);
  return (records['all'] ?? []).map(stored => decode(kind, stored, vault));
}

const the = async (id: string): Promise<Pairing | undefined> => (await all('pairing')).find(one => one.id === id);

async function slackId(person: string): Promise<string> {
  return (await all('account')).find(one => one.person === person)?.id.split('/')[2] ?? '';
}

/** R16: what is said to be taken is what proposals and pairings take; whoever is available has a place. */
async function placesAddUp(): Promise<void> {
  const pairings = await all('pairing');
  for (const one of await all('registration')) {
    const really = pairings.filter(pair => pair[one.role] === one.person && takesPlace(pair.state)).length;
    expect({ id: one.id, taken: one.taken }).toEqual({ id: one.id, taken: really });
    if (one.state === 'available') expect(one.taken).toBeLessThan(one.capacity);
  }
  for (const meeting of (await all('meeting')).filter(one => one.state === 'planned'))
    expect(pairings.find(pair => pair.id === meeting.pairing)?.plannedMeeting).toBe(meeting.id);
  expect(await bot.mentor.store.dead(10)).toEqual([]);
}

/** Everybody in the pool, and three proposals. */
async function proposals(): Promise<Pairing[]> {
  await aPool(bot);
  const one = bot.as(priya);
  await one.command('match');
  await one.press('view', 'Work out a preview');
  await bot.settle();
  await one.press('view', 'Look again');
  await seen(bot, priya, /3 pairs found/);
  await one.press('view', 'Release');
  await bot.settle();
  await one.closeView(true);
  return all('pairing');
}

async function introduced(): Promise<{ pairing: Pairing; mentor: string; mentee: string }> {
  const [pairing] = await proposals();
  if (!pairing) throw new Error('nobody was proposed');
  const [mentor, mentee] = [await slackId(pairing.mentor), await slackId(pairing.mentee)];
  await act(mentee, 'proposal', { pairing: pairing.id }, 'yes');
  await act(mentor, 'proposal', { pairing: pairing.id }, 'yes');
  await bot.settle();
  return { pairing, mentor, mentee };
}

const leaving = (knows: string): Record<string, RawAnswer> => ({
  lastDay: '2026-11-23',
  partnerKnows: knows,
  next: 'later',
});

describe.each(['embedded', 'redis'] as const)('at the same moment, on %s', store => {
  test('yes and no ten times over, leaving and pausing: one of them stands, and places add up', async () => {
    bot = await aBot({ store });
    const [first, second] = await proposals();
    if (!first || !second) throw new Error('nobody was proposed');
    const asked = await slackId(first.mentee);
    await Promise.all(
      Array.from({ length: 10 }, (_, n) => act(asked, 'proposal', { pairing: first.id }, n % 2 ? 'yes' : 'no')),
    );
    await placesAddUp();
    expect(['mentee-yes', 'not-formed']).toContain((await the(first.id))?.state);

    const [mentor, mentee] = [await slackId(second.mentor), await slackId(second.mentee)];
    await act(mentee, 'proposal', { pairing: second.id }, 'yes');
    await Promise.all([
      ...Array.from({ length: 5 }, () => act(mentor, 'proposal', { pairing: second.id }, 'yes')),
      act(mentee, 'me.leave', { role: 'both' }, 'leave'),
      send(mentor, 'me.pause', {}, { until: '2027-01-10' }),
    ]);
    await bot.settle();
    await placesAddUp();
    const left = (await all('registration')).find(one => one.id === `${second.mentee}-mentee`)?.state === 'withdrawn';
    expect((await the(second.id))?.state).toBe(left ? 'not-formed' : 'introduced');
  });

  test('both end, plan, review and pause it: one end, one alert, no meeting left over', async () => {
    bot = await aBot({ store });
    const { pairing, mentor, mentee } = await introduced();
    const ids = { pairing: pairing.id };
    await send(mentee, 'exit', ids, leaving('not-yet'));
    await send(mentor, 'exit', ids, leaving('told'));
    const before = alerts(bot).length;
    await Promise.all([
      ...[mentee, mentor, mentee, mentor].map(who => act(who, 'exit.end', ids, 'end')),
      send(mentor, 'checkin.plan', ids, { day: '2026-11-25', time: '10:00' }),
      send(mentee, 'checkin.plan', ids, { day: '2026-11-26', time: '11:00' }),
      send(mentee, 'review', ids, { held: 'held', on: '2026-11-23' }),
      send(mentor, 'review', ids, { held: 'held', on: '2026-11-23' }),
      send(mentee, 'checkin.pause', ids, { until: '2026-12-23' }),
    ]);
    await bot.settle();
    expect((await the(pairing.id))?.state).toBe('ended-early');
    expect(await all('exit')).toHaveLength(1);
    expect(alerts(bot).length - before).toBe(1);
    await Promise.all(
      [priya, owen, priya, owen].flatMap(who => [
        act(who, 'exit.read', ids, 'read'),
        act(who, 'exit.read', ids, 'release'),
        send(who, 'exit.close', ids, { action: 'none', told: 'no' }),
      ]),
    );
    await bot.settle();
    const [exit] = await all('exit');
    expect([exit?.readBy, exit?.closedBy].every(one => one === account(priya) || one === account(owen))).toBe(true);
    await placesAddUp();
  });
});

test('a yes at the very instant at which the time passes: introduced or not, never both', async () => {
  bot = await aBot();
  const [pairing] = await proposals();
  if (!pairing) throw new Error('nobody was proposed');
  const mentor = await slackId(pairing.mentor);
  await act(await slackId(pairing.mentee), 'proposal', { pairing: pairing.id }, 'yes');
  const deadline = (await the(pairing.id))?.deadlineAt ?? 0;
  await bot.daysLater((deadline - (await bot.now())) / 86_400_000 - 0.001);
  await Promise.all([
    bot.daysLater(0.002),
    ...[1, 2, 3].map(() => act(mentor, 'proposal', { pairing: pairing.id }, 'yes')),
  ]);
  await bot.settle();
  await placesAddUp();
  expect(['introduced', 'not-formed']).toContain((await the(pairing.id))?.state);
});

test('every button of every old message is answered weeks later, kindly and without effect on what is over', async () => {
  bot = await aBot();
  const { pairing, mentor, mentee } = await introduced();
  await send(mentee, 'exit', { pairing: pairing.id }, leaving('told'));
  await act(mentee, 'exit.end', { pairing: pairing.id }, 'end');
  await bot.daysLater(45);
  let pressed = 0;
  for (const who of [mentor, mentee, priya, owen]) {
    const one = bot.as(who);
    const kept = [...one.dm().messages, ...(who === priya ? alerts(bot) : [])];
    for (const message of kept)
      for (const label of JSON.stringify(message.blocks ?? []).match(
        /(?<="type":"button","text":\{[^}]*"text":")[^"]+/g,
      ) ?? []) {
        await one.press({ ts: message.ts }, label);
        const shown = textOf(one.view());
        expect(shown, `${who}: ${label}`).not.toMatch(/went wrong/);
        if (one.view()) await one.closeView(true);
        pressed++;
      }
  }
  expect(pressed).toBeGreaterThan(8);
  await bot.settle();
  expect((await the(pairing.id))?.state).toBe('ended-early');
  await placesAddUp();
});

test('while the notice is held, no page tells the other one that it has ended', async () => {
  bot = await aBot();
  const { pairing, mentor, mentee } = await introduced();
  await send(mentee, 'exit', { pairing: pairing.id }, leaving('not-yet'));
  await act(mentee, 'exit.end', { pairing: pairing.id }, 'end');
  await bot.settle();
  const tried = [{}, { pairing: pairing.id }, { registration: `${pairing.mentor}-mentor` }, { role: 'mentor' }];
  const told: string[] = [];
  for (const page of rooms.flatMap(room => room.pages).filter(one => one.for !== 'coordinator'))
    for (const ids of tried) {
      const shown = JSON.stringify(await act(mentor, page.word, ids));
      // Leaving is a page for everybody, and what mentoring is speaks of ends in general.
      if (/has ended|not paired|resting|mentor again|are taking a break/i.test(shown)) told.push(page.word);
    }
  expect([...new Set(told)]).toEqual([]);
});

test('a co-ordinator who writes a private line, or is added from outside, is known as a person from then on', async () => {
  bot = await aBot();
  await aPool(bot);
  await send(owen, 'contact.ask', {}, { text: 'Who answers mine?', urgent: false });
  const [before] = await all('scheme');
  const person = (await all('account')).find(one => one.id === account(owen))?.person;
  expect(person).toBeDefined();
  expect(before?.coordinatorPersons[account(owen)]).toBe(person);

  const { store, slack } = bot.config;
  if (store.kind !== 'embedded' || !slack) throw new Error('this test wants the embedded store');
  const env = {
    DATA_DIR: store.dir,
    DATA_KEY: KEY,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_SIGNING_SECRET: 'a-signing-secret-for-tests',
    COORDINATORS: 'slack:UPRIYA',
  };
  const cli = (...args: string[]) => execFileSync(process.execPath, ['src/cli.ts', ...args], { env, encoding: 'utf8' });
  const sam = (await all('account')).find(one => one.id === account('USAM'));
  expect(cli('coordinator', 'add', account('USAM'))).toContain(account('USAM'));
  expect((await all('scheme'))[0]?.coordinatorPersons[account('USAM')]).toBe(sam?.person);
  cli('coordinator', 'remove', account('USAM'));
  expect((await all('scheme'))[0]?.coordinatorPersons[account('USAM')]).toBeUndefined();
});
