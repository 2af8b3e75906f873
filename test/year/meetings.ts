// Meetings, in the simulated year: the first one, those after it, before and after each, and the answers behind Check in.
import { dayOf } from '../../src/scheme/calendar.ts';
import { someDay } from './answers.ts';
import { does, type Mine, tap } from './me.ts';

/** The first meeting is the mentor's to suggest times for, the mentee's to choose. */
export async function firstMeeting(me: Mine): Promise<void> {
  const { town, soul, pairing, side, ids, today } = me;
  if (side === 'mentor' && !pairing.timesWait && does(me, 0.25)) {
    const [day1, day2] = [someDay(today, town.dice, 4, 12), someDay(today, town.dice, 4, 12)];
    const time2 = day2 === day1 ? '15:00' : '14:00';
    await town.fillIn(soul.account, 'meeting.times', ids, { day1, time1: '10:00', day2, time2, place: 'Café' });
  }
  if (side === 'mentee' && pairing.timesWait && does(me, 0.5)) {
    const page = await town.open(soul.account, 'meeting', ids);
    const suits = town.dice.chance(0.9) && (await tap(town, soul.account, page, 'meeting!take', 'any'));
    if (!suits) await tap(town, soul.account, page, 'meeting!none');
  }
}

export async function beforeMeeting(me: Mine): Promise<void> {
  const { town, soul, side, ids } = me;
  const { dice } = town;
  if (does(me, 0.03)) await town.press(soul.account, 'meeting', 'cannot', ids);
  else if (dice.chance(0.03)) await town.press(soul.account, 'meeting', 'calendar', ids);
  else if (side === 'mentee' && does(me, 0.06)) await town.fillIn(soul.account, 'meeting.agenda', ids);
  else if (side === 'mentor' && does(me, 0.06)) await town.press(soul.account, 'meeting', 'suits', ids);
  else if (side === 'mentor' && does(me, 0.02)) await town.fillIn(soul.account, 'meeting.point', ids);
}

/** A meeting that has come is looked back on, by some; whether it was held or not. */
export async function afterMeeting(me: Mine): Promise<void> {
  const { town, soul, side, ids, today, pairing } = me;
  if (!does(me, 0.4)) return;
  if (town.dice.chance(0.1)) {
    await town.press(soul.account, 'review', 'skip', ids);
    return;
  }
  const held = town.dice.chance(0.8) ? 'held' : town.dice.pick(['moved', 'cancelled', 'missed']);
  const isTheirs = side === 'mentee' && town.dice.chance(0.6);
  const next = isTheirs ? { nextOn: someDay(today, town.dice, 14, 35), nextTime: '11:00' } : {};
  const on = pairing.plannedAt === undefined ? today : dayOf(pairing.plannedAt, 'Europe/London');
  const more = town.dice.chance(0.03) ? { contactMe: true } : {};
  const done = await town.fillIn(soul.account, 'review', ids, { held, on, ...next, ...more });
  if (town.dice.chance(0.4)) await tap(town, soul.account, done, 'log.copy!copy');
}

export async function plan(me: Mine): Promise<void> {
  const { town, soul, ids, today } = me;
  if (!does(me, 0.08)) return;
  await town.fillIn(soul.account, 'checkin.plan', ids, { day: someDay(today, town.dice, 3, 30), time: '13:30' });
}

/** Behind *Check in*, whatever answer comes to mind. */
export async function checkIn(me: Mine): Promise<void> {
  const { town, soul, ids } = me;
  const page = await town.open(soul.account, 'checkin', ids);
  for (const lead of town.dice.pick([['checkin!not-yet', 'checkin!nothing'], ['checkin!met'], ['difficulty']])) {
    const after = await tap(town, soul.account, page, lead);
    if (lead === 'checkin!met' && after) await town.send(soul.account, after, { held: 'held' });
    if (lead === 'checkin!not-yet' && after && town.dice.chance(0.3)) {
      const pause = await tap(town, soul.account, after, 'checkin.pause');
      if (pause) await town.send(soul.account, pause);
    }
  }
}
