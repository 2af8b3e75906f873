// What the two co-ordinators do on a working day of the simulated year: look through registrations, announce and mark, match, read what has ended, answer.
import { addDays, type Day } from '../../src/scheme/calendar.ts';
import { someDay } from './answers.ts';
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
  for (const { id } of await town.read('session', newest('session.state:over'))) {
    const bookings = await town.read('booking', newest(`booking.of:${id}`));
    const fresh = bookings.filter(one => one.state === 'in' && one.came === undefined).map(one => one.id);
    if (fresh.length > 0)
      await town.fillIn(ANA, 'session.came', { session: id }, { who: fresh.slice(0, 40), how: 'all' });
  }
}

async function meetUp(town: Town, today: Day, day: number): Promise<void> {
  if (day === 40 || day === 170) {
    const said = { title: 'Meet a mentor', place: 'Hall', day: addDays(today, 21), time: '14:00' };
    await town.fillIn(BEN, 'event.new', {}, { ...said, mentors: '20', mentees: '20' });
  }
  for (const { id, endsAt } of await town.read('event', newest('event.state:over'))) {
    const signups = await town.read('signup', newest(`signup.of:${id}`));
    const fresh = signups.filter(one => one.state === 'in' && !one.attended).map(one => one.id);
    if (fresh.length > 0) await town.fillIn(BEN, 'event.here', { event: id }, { who: fresh.slice(0, 50) });
    if ((await town.now()) - endsAt > 10 * 86_400_000) await town.press(BEN, 'event.desk', 'close', { event: id });
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
    const form = await town.press(town.dice.pick([ANA, BEN]), 'contact.inquiry', 'take', { inquiry: id });
    if (town.dice.chance(0.8)) await town.send(ANA, form);
  }
}

/** The co-ordinators' working day; `day` counts working days from the beginning. */
export async function coordinate(town: Town, world: World, day: number): Promise<void> {
  const today = await town.today();
  await accept(town, world);
  await train(town, today, day);
  await meetUp(town, today, day);
  if (day % 20 === 16) await match(town);
  await readEnds(town);
  await answer(town);
  for (const word of ['desk', 'checkin.quiet', 'match.left']) if (day % 5 === 0) await town.open(ANA, word);
}
