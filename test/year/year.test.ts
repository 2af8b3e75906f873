// A simulated year (and some weeks, so that what is asked after a year and half a year after an end is in it) of 200 people on both platforms (issue 5): what they do is drawn by chance from a seed, and at every day's end everything that must hold is looked at.
import { afterEach, expect, test } from 'vitest';
import { addDays, type Day, instantAt, isWorkingDay } from '../../src/scheme/calendar.ts';
import type { Scheme } from '../../src/scheme/kinds.ts';
import { coordinate } from './desk.ts';
import { diceFrom } from './dice.ts';
import { visit } from './forum.ts';
import { link, register } from './joining.ts';
import { judged } from './judge.ts';
import { yearJudged } from './judge-year.ts';
import { live } from './lives.ts';
import { ANA, BEN, type Soul, twoHundred } from './people.ts';
import { notReached } from './reach.ts';
import { theYear } from './tell.ts';
import { aTown, type Town } from './town.ts';
import { type World, worldOf } from './world.ts';

const ZONE = 'Europe/London';
const FIRST = '2027-01-04';
/** The clocks go forward on 28 March and back on 31 October. */
const LAST = '2028-03-10';
const bankHolidays = ['2027-03-26', '2027-03-29', '2027-05-03', '2027-05-31', '2027-08-30'];
const christmas = Array.from({ length: 11 }, (_, n) => addDays('2027-12-24', n));
const closed = [...bankHolidays, ...christmas];

const FORUM = ['slack/T1/CFORUM', 'teams/X/19:forum@thread.tacv2'];
const ALERTS = ['slack/T1/CALERTS', 'teams/X/19:alerts@thread.tacv2'];
const scheme: Partial<Scheme> = {
  coordinators: [ANA, BEN],
  coordinatorNames: { [ANA]: 'Ana', [BEN]: 'Ben' },
  people: [
    { name: 'Ada', role: 'Dignity adviser', how: 'ada@example.org' },
    { name: 'Bo', role: 'Union', how: 'Room 3' },
  ],
  forum: FORUM,
  alerts: ALERTS,
  trainingMentor: 'required',
  trainingMonths: 11,
  sites: [
    { key: 'north', label: 'North campus' },
    { key: 'south', label: 'South campus' },
  ],
  stories: 'looked-at',
  closedDays: closed,
  nextRoundAt: instantAt('2027-01-19', '10:00', ZONE),
};

let town: Town;
afterEach(() => town.close());

/** Some accounts go in the course of the year, one of somebody who has another. */
function goes(souls: readonly Soul[], day: number): Soul[] {
  const gone = { 90: 41, 140: 104, 180: 71 }[day];
  return souls.filter((_, n) => n === gone);
}

/** `before`: how it stood in the evening; what has changed overnight the pages themselves see. */
async function aDay(
  souls: readonly Soul[],
  before: World,
  today: Day,
  day: number,
  isRoundDay: boolean,
): Promise<void> {
  await town.moveTo(instantAt(today, '10:30', ZONE));
  for (const { account } of goes(souls, day)) {
    const profile = town.profiles.get(account);
    if (profile) town.profiles.set(account, { ...profile, gone: true });
    await town.engine.host.happened({ what: 'person-gone', account }, `gone-${account}`);
  }
  for (const soul of souls.filter(one => one.comesOn === day + 20)) await visit(town, soul);
  for (const soul of souls.filter(one => one.comesOn === day)) {
    await register(town, soul);
    await link(town, soul);
  }
  await coordinate(town, before, day);
  await town.moveTo(instantAt(today, '15:00', ZONE));
  const world = await worldOf(town);
  const hour = { now: await town.now(), day, isRoundDay };
  for (const soul of souls) await live(town, world, soul, hour);
  await town.engine.settle();
}

test('a year of 200 people on both platforms', async () => {
  const dice = diceFrom(20270104);
  town = await aTown(dice, scheme, instantAt(FIRST, '08:00', ZONE));
  const souls = twoHundred(town, dice);
  const found: string[] = [];
  let world = await worldOf(town);
  let day = 0;
  let seen = 0;
  for (let today: Day = FIRST; today <= LAST; today = addDays(today, 1)) {
    if (!isWorkingDay(today, closed)) continue;
    const posts = town.sent.filter(({ id }) => town.letters.get(id) === 'checkin.post');
    const isRoundDay = posts.some(({ at }) => at > instantAt(addDays(today, -3), '00:00', ZONE));
    await aDay(souls, world, today, day, isRoundDay);
    const before = world;
    world = await worldOf(town);
    for (const { id } of world.people) town.joined.add(id);
    const fresh = town.sent.slice(seen);
    const lines = await judged({ town, before, world, closed, forum: FORUM, alerts: ALERTS, fresh });
    found.push(...lines.map(line => `${today} ${line}`));
    seen = town.sent.length;
    day++;
  }
  world = await worldOf(town, 'whole');
  const [settled] = await town.read('scheme', { ids: ['scheme'] });
  if (!settled) throw new Error('no scheme');
  found.push(...yearJudged({ town, world, closed, alerts: ALERTS, scheme: settled }));
  console.log(theYear(town, world));
  expect({ found, notReached: await notReached(town, world) }).toEqual({ found: [], notReached: [] });
}, 600_000);
