// Joining and staying, in the simulated year: registering, training, changing a profile, pausing and leaving, offering again, and saying that one is still there.

import type { Reply } from '../../src/platforms/platform.ts';
import { DAY } from '../../src/scheme/calendar.ts';
import type { Registration } from '../../src/scheme/kinds.ts';
import { someDay } from './answers.ts';
import { does, type Me, sendAll, tap } from './me.ts';
import type { Soul } from './people.ts';
import type { Town } from './town.ts';

/** What is answered where a registration asks for more than what comes to mind. */
export function joiningAnswers(town: Town, { capacity, mention }: Soul) {
  const criteria = town.dice.chance(0.9) ? ['background', 'time'] : ['background'];
  return { criteria, capacity, mention, read: true };
}

/** Registers, with all that is asked; how check-ins reach them is said afterwards. */
export async function register(town: Town, soul: Soul): Promise<void> {
  const { account, roles, mention } = soul;
  await sendAll(town, account, await town.open(account, 'register.you', { role: roles }), joiningAnswers(town, soul));
  await town.press(account, 'register.check', 'send', { role: roles });
  if (soul.checkins !== 'channel') await town.fillIn(account, 'me.reminders', {}, { checkins: soul.checkins, mention });
}

/** One person, two accounts: a code from the one is given on the other. */
export async function link(town: Town, soul: Soul): Promise<void> {
  if (!soul.other) return;
  const reply = await town.press(soul.account, 'me.accounts', 'code');
  const code = /[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(JSON.stringify(reply))?.[0];
  if (code) await town.fillIn(soul.other, 'me.link', {}, { code });
}

/** The form that asks whether somebody offers again (R40); who says "later" is asked once more. */
export async function offerAgain(me: Me, form: Reply, when: string): Promise<void> {
  const { town, soul, person, today } = me;
  if (form.show !== 'form' || form.at.word !== 'offer') return;
  const registration = form.at.ids?.['registration'] ?? person.id;
  if (when === 'later') town.later.set(registration, (town.later.get(registration) ?? 0) + 1);
  await town.send(soul.account, form, { when, from: when === 'from' ? someDay(today, town.dice, 20, 60) : null });
}

/** Somebody accepted who waits for training: they sign up, or say what they have done before. */
async function train(me: Me, { id, role }: Registration): Promise<void> {
  const { town, soul } = me;
  const { account } = soul;
  if (does(me, 0.02)) await town.fillIn(account, 'register.claim', { role });
  if (!does(me, 0.3)) return;
  const list = await town.open(account, 'training', { registration: id });
  const session = await tap(town, account, list, 'session.one');
  if (!session) return;
  const done = await tap(town, account, session, 'session.one!sign-up');
  if (done && town.dice.chance(0.3)) await tap(town, account, done, 'session.one!calendar');
}

/** Asked once a year: some say yes, some do not answer, and some of those come back later (A14). */
async function stillThere(me: Me, { id, state }: Registration): Promise<void> {
  const { town, soul } = me;
  const isBack = state === 'dormant' && does(me, 0.05);
  if (isBack) await town.press(soul.account, 'offer.still', 'yes', { registration: id });
}

const restingAnswers = ['now', 'now', 'now', 'from', 'later', 'not-now'];

/** What a registration leads to: an answer to a question, training, resting and coming back, a pause, a leave. */
export async function asRegistered(me: Me, one: Registration): Promise<void> {
  const { town, soul, today } = me;
  const { account } = soul;
  const ids = { registration: one.id };
  if (one.state === 'resting' && does(me, one.freeAgain ? 0.01 : 0.1))
    await offerAgain(me, await town.open(account, 'offer', ids), town.dice.pick(restingAnswers));
  if (one.state === 'more-info' && does(me, 0.5)) await town.fillIn(account, 'register.answer', ids);
  if (one.state === 'accepted') await train(me, one);
  await stillThere(me, one);
  if (one.state === 'paused' && does(me, 0.02)) await town.press(account, 'me', 'return', ids);
  if (one.state === 'withdrawn' && does(me, 0.02)) await register(town, soul);
  if (one.state === 'available' && town.dice.chance(0.003))
    await town.fillIn(account, 'me.pause', {}, { until: someDay(today, town.dice, 10, 40) });
  if ((one.state === 'available' || one.state === 'resting') && town.dice.chance(0.0006))
    await town.press(account, 'me.leave', 'leave', { role: 'both' });
}

const parts = ['register.you', 'register.mentor', 'register.mentee', 'register.last'];
const cards = ['register.match', 'register.background', 'register.wishes'];

/** Looks through one's own profile, and changes a part of it or adds to it. */
export async function changeProfile(me: Me): Promise<void> {
  const { town, soul } = me;
  const { account } = soul;
  if (!does(me, me.now - me.person.joinedAt < 14 * DAY ? 0.02 : 0.002)) return;
  const profile = await town.open(account, 'profile');
  const more = town.dice.chance(0.5) ? await tap(town, account, profile, 'register.more') : undefined;
  const form = await tap(town, account, more ?? profile, town.dice.pick(more ? cards : parts));
  const said = more ? { slots: ['mon-am', 'tue-pm'], held: ['rsci'] } : joiningAnswers(town, soul);
  if (form) await town.send(account, form, said);
}
