// What people do on a working day of the simulated year: each as their stage and their temper have it, by the same pages and forms as everybody.
import type { Ids } from '../../src/conversation/notice.ts';
import type { RawAnswer, Reply } from '../../src/platforms/platform.ts';
import { DAY, type Day, dayOf, type Instant } from '../../src/scheme/calendar.ts';
import type { Pairing, Person, Registration } from '../../src/scheme/kinds.ts';
import type { Role } from '../../src/scheme/records/people.ts';
import { isRunning } from '../../src/scheme/states.ts';
import { buttonsOf } from '../features/page.ts';
import { someDay } from './answers.ts';
import type { Soul } from './people.ts';
import type { Town } from './town.ts';
import type { World } from './world.ts';

type Me = { town: Town; soul: Soul; person: Person; now: Instant; today: Day };
type Mine = Me & { pairing: Pairing; side: Role; ids: Ids };

/** Somebody does this on a day with this chance, the eager sooner. */
const does = ({ town, soul }: Me, often: number): boolean => town.dice.chance(often * soul.eager * 1.6);

/** Follows the first button that leads to `word` (or presses `word!action`), if the reply shows it. */
export async function tap(town: Town, who: string, reply: Reply, lead: string): Promise<Reply | undefined> {
  const shown = reply.show === 'view' ? reply.view : reply.show === 'form' ? reply.form : undefined;
  const button = shown && buttonsOf(shown).find(one => 'to' in one && leadOf(one.to) === lead);
  if (!button || !('to' in button)) return undefined;
  const { word, ids, press } = button.to;
  return press === undefined ? town.open(who, word, ids) : town.press(who, word, press, ids);
}
const leadOf = ({ word, press }: { word: string; press?: string }): string => (press ? `${word}!${press}` : word);

const chain = (town: Town, who: string, said: Record<string, RawAnswer>) => async (first: Reply) => {
  let reply = first;
  for (let n = 0; reply.show === 'form' && n < 6; n++) reply = await town.send(who, reply, said);
  return reply;
};

/** Registers, with all that is asked; how check-ins reach them is said afterwards. */
export async function register(town: Town, soul: Soul): Promise<void> {
  const { account, roles, capacity, mention } = soul;
  const criteria = town.dice.chance(0.9) ? ['background', 'time'] : ['background'];
  const said = { criteria, capacity, mention, read: true };
  await chain(town, account, said)(await town.open(account, 'register.you', { role: roles }));
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

async function answerProposal(me: Me, pairing: Pairing): Promise<void> {
  if (!does(me, 0.35)) return;
  const answer = me.town.dice.chance(0.83) ? 'yes' : me.town.dice.chance(0.85) ? 'no' : 'line';
  await me.town.open(me.soul.account, 'proposal', { pairing: pairing.id });
  await me.town.press(me.soul.account, 'proposal', answer, { pairing: pairing.id });
}

/** The first meeting is the mentor's to suggest times for, the mentee's to choose. */
async function firstMeeting(me: Mine): Promise<void> {
  const { town, soul, pairing, side, ids, today } = me;
  if (side === 'mentor' && !pairing.timesWait && does(me, 0.25)) {
    const [day1, day2] = [someDay(today, town.dice, 4, 12), someDay(today, town.dice, 4, 12)];
    const time2 = day2 === day1 ? '15:00' : '14:00';
    await town.fillIn(soul.account, 'meeting.times', ids, { day1, time1: '10:00', day2, time2, place: 'Café' });
  }
  if (side === 'mentee' && pairing.timesWait && does(me, 0.5)) {
    const page = await town.open(soul.account, 'meeting', ids);
    if (!(await tap(town, soul.account, page, 'meeting!take'))) await tap(town, soul.account, page, 'meeting!none');
  }
}

async function beforeMeeting(me: Mine): Promise<void> {
  const { town, soul, side, ids } = me;
  const { dice } = town;
  if (does(me, 0.03)) await town.press(soul.account, 'meeting', 'cannot', ids);
  else if (dice.chance(0.03)) await town.press(soul.account, 'meeting', 'calendar', ids);
  else if (side === 'mentee' && does(me, 0.06)) await town.fillIn(soul.account, 'meeting.agenda', ids);
  else if (side === 'mentor' && does(me, 0.06)) await town.press(soul.account, 'meeting', 'suits', ids);
  else if (side === 'mentor' && does(me, 0.02)) await town.fillIn(soul.account, 'meeting.point', ids);
}

/** A meeting that has come is looked back on, by some; whether it was held or not. */
async function afterMeeting(me: Mine): Promise<void> {
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

async function plan(me: Mine): Promise<void> {
  const { town, soul, ids, today } = me;
  if (!does(me, 0.08)) return;
  await town.fillIn(soul.account, 'checkin.plan', ids, { day: someDay(today, town.dice, 3, 30), time: '13:30' });
}

/** The agreement is written by one, confirmed by both, and sometimes changed. */
async function agree(me: Mine): Promise<void> {
  const { town, soul, pairing, side, ids, now } = me;
  const isChange = pairing.agreedAt !== undefined;
  const page = async () => town.open(soul.account, 'agreement', ids);
  if (pairing.toConfirm === side && does(me, 0.4)) {
    await tap(town, soul.account, await page(), 'agreement!confirm');
  } else if (pairing.toConfirm === undefined && does(me, isChange ? 0.006 : 0.12)) {
    const said = { purpose: 'To talk about work.', mentorExpects: `We meet and we talk, since ${now}.`, endsOn: null };
    await chain(town, soul.account, said)(await town.open(soul.account, 'agreement.part', { ...ids, part: '1' }));
    await tap(town, soul.account, await page(), 'agreement!confirm');
  }
}

async function work(me: Mine): Promise<void> {
  const { town, soul, side, ids, today } = me;
  const { account } = soul;
  if (does(me, 0.01)) await town.fillIn(account, 'reach.note', ids);
  if (does(me, 0.005)) await town.fillIn(account, 'log.new');
  if (!does(me, 0.03)) return;
  const page = await town.open(account, 'objectives', ids);
  const one = (await tap(town, account, page, 'objective')) ?? page;
  if (side === 'mentor') {
    const form = await tap(town, account, one, 'objective.comment');
    if (form) await town.send(account, form);
    return;
  }
  const lead = town.dice.pick([
    'objective.new',
    'objective.evidence',
    'objective.date',
    'objective.review',
    'objective.close',
  ]);
  const form = lead === 'objective.new' ? await town.open(account, lead, ids) : await tap(town, account, one, lead);
  if (form) await town.send(account, form, lead === 'objective.date' ? { day: someDay(today, town.dice, 20, 60) } : {});
}

/** Behind *Check in*, whatever answer comes to mind. */
async function checkIn(me: Mine): Promise<void> {
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

/** Towards the agreed end they finish, or agree on a later day. */
async function finish(me: Mine): Promise<void> {
  const { town, soul, pairing, ids, now } = me;
  if (now - (pairing.introducedAt ?? now) < 160 * DAY || !does(me, 0.06)) return;
  const page = await town.open(soul.account, 'closing', ids);
  const lead = town.dice.chance(0.7) ? 'closing!finish' : 'agreement.part';
  const form = await tap(town, soul.account, page, lead);
  if (form && lead === 'agreement.part') await town.send(soul.account, form);
}

/** Something isn't working: a line to the co-ordinators, or a new direction the two agree on. */
async function difficulty({ town, soul, ids, today }: Mine): Promise<void> {
  const page = await town.open(soul.account, 'difficulty', ids);
  const lead = town.dice.pick(['contact.ask', 'agreement.part']);
  const form = await tap(town, soul.account, page, lead);
  const said = { direction: 'We meet at the bench.', reviewOn: someDay(today, town.dice, 20, 40) };
  if (form) await town.send(soul.account, form, lead === 'agreement.part' ? said : {});
}

async function trouble(me: Mine): Promise<void> {
  const { town, soul, ids, side } = me;
  const { dice } = town;
  if (dice.chance(0.0016)) await difficulty(me);
  if (!dice.chance(0.0008)) return;
  const partnerKnows = dice.pick(['together', 'told', 'not-yet']);
  const next = dice.pick([side === 'mentor' ? 'offer-again' : 'look-again', 'later', 'later', 'pause', 'leave']);
  const reasons = dice.chance(0.5) ? ['fit'] : [];
  const form = await town.open(soul.account, 'exit', ids);
  const last = await town.send(soul.account, form, { partnerKnows, next, reasons, urgent: false });
  const end = await town.send(soul.account, last);
  const offer = last.show === 'form' ? end : await tap(town, soul.account, last, 'exit.end!end');
  if (offer?.show === 'form' && offer.at.word === 'offer') await town.send(soul.account, offer, { when: 'now' });
}

async function inPairing(me: Mine, isRoundDay: boolean): Promise<void> {
  const { pairing, side, now } = me;
  const isAhead = pairing.plannedAt !== undefined && pairing.plannedAt > now;
  if (isAhead) await beforeMeeting(me);
  else if (pairing.plannedAt !== undefined) await afterMeeting(me);
  else if (pairing.met === 0) await firstMeeting(me);
  else if (side === 'mentee') await plan(me);
  if (isRoundDay && !isAhead && does(me, 0.3)) await checkIn(me);
  if (pairing.met > 0) await agree(me);
  await work(me);
  await finish(me);
  await trouble(me);
}

/** An end by mistake is taken back by both: whoever ended it asks, the other one says yes. */
async function afterEnd(me: Me, { id, endedBy, reopenAskedAt }: Pairing): Promise<void> {
  const { town, soul, person } = me;
  if (endedBy === person.id ? reopenAskedAt === undefined && does(me, 0.05) : reopenAskedAt && does(me, 0.3))
    await town.press(soul.account, 'exit.reopen', endedBy === person.id ? 'ask' : 'yes', { pairing: id });
}

/** Resting, away, waiting for training, looking for an event: what a registration leads to. */
async function asRegistered(me: Me, one: Registration): Promise<void> {
  const { town, soul, today } = me;
  const { account } = soul;
  if (one.state === 'resting' && does(me, 0.1))
    await town.fillIn(
      account,
      'offer',
      { registration: one.id },
      { when: town.dice.pick(['now', 'now', 'later', 'not-now']) },
    );
  if (one.state === 'more-info' && does(me, 0.5))
    await town.fillIn(account, 'register.answer', { registration: one.id });
  if (one.state === 'accepted' && does(me, 0.3)) {
    const list = await town.open(account, 'training');
    const session = await tap(town, account, list, 'session.one');
    if (session) await tap(town, account, session, 'session.one!sign-up');
  }
  if (one.state === 'paused' && does(me, 0.02)) await town.press(account, 'me', 'return', { registration: one.id });
  if (one.state === 'withdrawn' && does(me, 0.02)) await register(town, soul);
  if (one.state === 'available' && town.dice.chance(0.003))
    await town.fillIn(account, 'me.pause', {}, { until: someDay(today, town.dice, 10, 40) });
  if ((one.state === 'available' || one.state === 'resting') && town.dice.chance(0.0006))
    await town.press(account, 'me.leave', 'leave', { role: 'both' });
}

/** Whatever has come is looked at, by its first button; of what it leads to some is answered at once. */
async function readLetters({ town, soul }: Me): Promise<void> {
  const unread = town.unread.get(soul.account) ?? [];
  if (unread.length === 0 || !town.dice.chance(0.3 + 0.6 * soul.eager)) return;
  town.unread.delete(soul.account);
  for (const { notice } of unread.slice(-2)) {
    const button = notice.buttons?.find(one => 'to' in one);
    if (!button || !('to' in button)) continue;
    const { word, ids, press } = button.to;
    const page = press ? await town.press(soul.account, word, press, ids) : await town.open(soul.account, word, ids);
    if (page.show === 'form' && page.at.word === 'evaluation.answer' && town.dice.chance(0.6))
      await town.send(soul.account, page);
  }
}

/** Home, and from there wherever one of its buttons leads. */
async function lookAround(me: Me): Promise<void> {
  const { town, soul } = me;
  if (!does(me, 0.04)) return;
  const home = await town.engine.host.home(soul.account);
  town.homes.push({ account: soul.account, home, at: me.now });
  const button = home.buttons?.length ? town.dice.pick(home.buttons) : undefined;
  if (button && 'to' in button && !button.to.press) await town.open(soul.account, button.to.word, button.to.ids);
}

async function questions(me: Me): Promise<void> {
  if (!does(me, 0.05)) return;
  const page = await me.town.open(me.soul.account, 'evaluation');
  const form = await tap(me.town, me.soul.account, page, 'evaluation.answer');
  if (form) await me.town.send(me.soul.account, form);
}

/** Events that are announced: some sign up, and afterwards some say whom they would like to meet again. */
async function events(me: Me): Promise<void> {
  const { town, soul } = me;
  if (!does(me, 0.03)) return;
  const list = await town.open(soul.account, 'events');
  const event = await tap(town, soul.account, list, 'event.one');
  if (!event) return;
  const done = (await tap(town, soul.account, event, 'event.one!sign-up')) ?? event;
  const rank = await tap(town, soul.account, done, 'event.rank');
  if (rank) await town.send(soul.account, rank);
}

/** One person's working day. `isRoundDay`: a check-in has been posted lately. */
export async function live(town: Town, world: World, soul: Soul, isRoundDay: boolean): Promise<void> {
  const person = world.personAt.get(soul.account);
  if (!person || person.goneAt !== undefined) return;
  const me: Me = { town, soul, person, now: await town.now(), today: await town.today(person.zone) };
  await readLetters(me);
  await lookAround(me);
  for (const one of world.registrationsOf.get(person.id) ?? []) await asRegistered(me, one);
  for (const pairing of world.pairingsOf.get(person.id) ?? []) {
    const side: Role = pairing.mentor === person.id ? 'mentor' : 'mentee';
    const isAsked = pairing.state === (side === 'mentee' ? 'proposed' : 'mentee-yes');
    if (isAsked) await answerProposal(me, pairing);
    if (pairing.state === 'ended-early' && me.now - (pairing.endedAt ?? 0) < 14 * DAY) await afterEnd(me, pairing);
    if (isRunning(pairing.state)) await inPairing({ ...me, pairing, side, ids: { pairing: pairing.id } }, isRoundDay);
  }
  await questions(me);
  await events(me);
}
