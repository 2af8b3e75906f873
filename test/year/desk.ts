// What the two co-ordinators do on a working day of the simulated year: look through registrations, announce and mark, match, look after the forum, read what has ended, answer.
import { addDays, type Day } from '../../src/scheme/calendar.ts';
import { someDay } from './answers.ts';
import { tap } from './me.ts';
import { ANA, BEN } from './people.ts';
import type { Town } from './town.ts';
import type { World } from './world.ts';

const MANY = 200;
const newest = (list: string) => ({ list, max: MANY });

async function accept(town: Town, world: World): Promise<void> {
  for (const { id, criteria, reply } of world.registrations.filter(one => one.state === 'submitted')) {
    const registration = { registration: id };
    if (criteria.length < 2 && reply === undefined && town.dice.chance(0.5))
      await town.fillIn(BEN, 'accept.ask', registration);
    else if (town.dice.chance(0.02)) await town.fillIn(BEN, 'accept.decline', registration);
    else if (town.dice.chance(0.7)) await town.press(town.dice.pick([ANA, BEN]), 'accept.one', 'accept', registration);
  }
  for (const { id } of world.registrations.filter(one => one.training === 'claimed'))
    await town.fillIn(BEN, 'accept.claim', { registration: id });
}

/** A training every few weeks; once it is over, most of those who had a place are marked as there. */
async function train(town: Town, today: Day, day: number): Promise<void> {
  if (day % 15 === 3) {
    const said = {
      what: 'mentor',
      title: 'Becoming a mentor',
      place: 'Room 4',
      day: someDay(today, town.dice, 5, 9),
      time: '14:00',
    };
    await town.fillIn(ANA, 'session.new', {}, { ...said, places: '30', topic: null });
  }
  if (day % 25 === 20) await answerWishes(town, today);
  for (const { id } of await town.read('session', newest('session.state:over'))) {
    const bookings = await town.read('booking', newest(`booking.of:${id}`));
    const fresh = bookings.filter(one => one.state === 'in' && one.came === undefined).map(one => one.id);
    if (fresh.length > 0)
      await town.fillIn(ANA, 'session.came', { session: id }, { who: fresh.slice(0, 40), how: 'all' });
  }
}

/** You said, we did: what people would like help with becomes a session. */
async function answerWishes(town: Town, today: Day): Promise<void> {
  const asked = await town.open(ANA, 'training.asked');
  const form = await tap(town, ANA, asked, 'session.new');
  if (form) await town.send(ANA, form, { place: 'Room 2', day: someDay(today, town.dice, 8, 14) });
}

async function meetUp(town: Town, today: Day, day: number): Promise<void> {
  if (day === 40 || day === 170) {
    const said = { title: 'Meet a mentor', place: 'Hall', day: addDays(today, 21), time: '14:00' };
    await town.fillIn(BEN, 'event.new', {}, { ...said, mentors: '20', mentees: '20' });
  }
  for (const { id, endsAt, closedAt } of await town.read('event', newest('event.state:over'))) {
    const signups = await town.read('signup', newest(`signup.of:${id}`));
    const fresh = signups.filter(one => one.state === 'in' && !one.attended).map(one => one.id);
    if (fresh.length > 0) await town.fillIn(BEN, 'event.here', { event: id }, { who: fresh.slice(0, 50) });
    const isLate = closedAt === undefined && (await town.now()) - endsAt > 10 * 86_400_000;
    if (isLate) await town.press(BEN, 'event.desk', 'close', { event: id });
  }
}

/** A preview, looked at, and released. */
async function match(town: Town): Promise<void> {
  await town.press(ANA, 'match', 'start');
  await town.engine.settle();
  const [run] = await town.read('run', newest('run.all'));
  if (run?.state !== 'ready') return;
  await town.open(BEN, 'match.run', { run: run.id });
  await town.press(ANA, 'match.run', run.pairs > 0 ? 'release' : 'drop', { run: run.id });
  await town.engine.settle();
}

/** What waits is shown; a few things are not, and something that was shown is taken down later. */
async function lookAfterForum(town: Town): Promise<void> {
  for (const state of ['waiting', 'shown']) {
    for (const { id } of await town.read('contribution', newest(`contribution.state:${state}`))) {
      const ids = { story: id };
      if (state === 'shown' ? town.dice.chance(0.002) : town.dice.chance(0.1))
        await town.fillIn(BEN, 'forum.down', ids);
      else if (state === 'waiting' && town.dice.chance(0.6))
        await tap(town, ANA, await town.open(ANA, 'forum.look', ids), 'forum.look!show');
    }
  }
}

async function readEnds(town: Town): Promise<void> {
  const { dice } = town;
  const open = [...(await town.read('exit', newest('exit.unread'))), ...(await town.read('exit', newest('exit.read')))];
  for (const { id, readAt } of open) {
    const ids = { pairing: id };
    if (readAt === undefined) {
      if (dice.chance(0.3)) await town.press(BEN, 'exit.read', 'read', ids);
    } else if (dice.chance(0.2)) await town.press(ANA, 'exit.read', 'release', ids);
    else if (dice.chance(0.3)) await town.fillIn(ANA, 'exit.close', ids, { action: 'none' });
  }
}

/** What people have asked is answered by whichever of the two may read it. */
async function answer(town: Town): Promise<void> {
  for (const { id } of await town.read('inquiry', newest('inquiry.state:open'))) {
    if (town.dice.chance(0.5)) continue;
    const who = town.dice.pick([ANA, BEN]);
    const form = await town.press(who, 'contact.inquiry', 'take', { inquiry: id });
    if (town.dice.chance(0.8)) await town.send(who, form);
  }
}

/** From this working day on mentees look for a mentor themselves. */
export const CHOOSES_FROM = 115;

/** What they settle for the scheme in the course of the year. */
async function settle(town: Town, day: number): Promise<void> {
  if (day === 1) await town.fillIn(ANA, 'evaluation.setting', { point: 'end' }, { rule: 'required' });
  if (day === CHOOSES_FROM) await town.fillIn(ANA, 'setup.matching', {}, { way: 'mentee' });
}

/** The co-ordinators' working day; `day` counts working days from the beginning. */
export async function coordinate(town: Town, world: World, day: number): Promise<void> {
  const today = await town.today();
  await accept(town, world);
  await train(town, today, day);
  await meetUp(town, today, day);
  await settle(town, day);
  // Where mentees choose, those who do not are still brought together for a while.
  if (day % (day < CHOOSES_FROM ? 20 : 40) === 16 && day < 200) await match(town);
  await lookAfterForum(town);
  await readEnds(town);
  await answer(town);
  for (const word of ['desk', 'checkin.quiet', 'match.left']) if (day % 5 === 0) await town.open(ANA, word);
}
