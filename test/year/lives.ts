// What people do on a working day of the simulated year: each as their stage and their temper have it, by the same pages and forms as everybody.
import type { Reply } from '../../src/platforms/platform.ts';
import { DAY, dayOf, type Instant } from '../../src/scheme/calendar.ts';
import type { Pairing } from '../../src/scheme/kinds.ts';
import type { Role } from '../../src/scheme/records/people.ts';
import { isRunning } from '../../src/scheme/states.ts';
import { choose, waitForAnswer } from './choosing.ts';
import { CHOOSES_FROM } from './desk.ts';
import { afterEnd, finish, trouble } from './ends.ts';
import { forum, ownStory } from './forum.ts';
import { asRegistered, changeProfile } from './joining.ts';
import { askForHelp, atSession, keepLog, questions, sendEvaluation, takeCertificate } from './learning.ts';
import { does, type Me, type Mine, tap } from './me.ts';
import { afterMeeting, beforeMeeting, checkIn, firstMeeting, plan } from './meetings.ts';
import type { Soul } from './people.ts';
import type { Town } from './town.ts';
import { agree, work } from './work.ts';
import type { World } from './world.ts';

async function answerProposal(me: Me, pairing: Pairing): Promise<void> {
  if (!does(me, 0.35)) return;
  const answer = me.town.dice.chance(0.83) ? 'yes' : me.town.dice.chance(0.85) ? 'no' : 'line';
  await me.town.open(me.soul.account, 'proposal', { pairing: pairing.id });
  await me.town.press(me.soul.account, 'proposal', answer, { pairing: pairing.id });
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

/** What a letter leads to is sometimes answered at once. */
async function answerLetter(me: Me, page: Reply): Promise<void> {
  const { town, soul } = me;
  if (page.show === 'form' && page.at.word === 'evaluation.answer' && town.dice.chance(0.4))
    await sendEvaluation(me, page);
  if (page.show !== 'view') return;
  if (page.at.word === 'offer.still' && town.dice.chance(0.7)) await tap(town, soul.account, page, 'offer.still!yes');
  if (page.at.word === 'session.one') await atSession(me, page);
  if (page.at.word === 'forum.mine.one') await ownStory(me, page);
}

/** Whatever has come is looked at, by its first button; of what it leads to some is answered at once. */
async function readLetters(me: Me): Promise<void> {
  const { town, soul } = me;
  const unread = town.unread.get(soul.account) ?? [];
  if (unread.length === 0 || !town.dice.chance(0.3 + 0.6 * soul.eager)) return;
  town.unread.delete(soul.account);
  for (const { notice } of unread.slice(-2)) {
    const button = notice.buttons?.find(one => 'to' in one);
    if (!button || !('to' in button)) continue;
    const { word, ids, press } = button.to;
    await answerLetter(
      me,
      press ? await town.press(soul.account, word, press, ids) : await town.open(soul.account, word, ids),
    );
  }
}

/** Home, and from there wherever one of its buttons leads. */
async function lookAround(me: Me): Promise<void> {
  const { town, soul } = me;
  if (!does(me, 0.03)) return;
  const home = await town.engine.host.home(soul.account);
  town.homes.push({ account: soul.account, home, at: await town.now() });
  const button = home.buttons?.length ? town.dice.pick(home.buttons) : undefined;
  if (button && 'to' in button && !button.to.press) await town.open(soul.account, button.to.word, button.to.ids);
}

/** Events that are announced: some sign up, and afterwards some say whom they would like to meet again. */
async function events(me: Me): Promise<void> {
  const { town, soul } = me;
  if (!does(me, 0.015)) return;
  const list = await town.open(soul.account, 'events');
  const event = await tap(town, soul.account, list, 'event.one');
  if (!event) return;
  const done = (await tap(town, soul.account, event, 'event.one!sign-up')) ?? event;
  const rank = await tap(town, soul.account, done, 'event.rank');
  if (rank) await town.send(soul.account, rank);
}

async function withOthers(me: Me, pairing: Pairing, isRoundDay: boolean): Promise<void> {
  const side: Role = pairing.mentor === me.person.id ? 'mentor' : 'mentee';
  const isAsked = pairing.state === (side === 'mentee' ? 'proposed' : 'mentee-yes');
  if (isAsked) await answerProposal(me, pairing);
  else if (side === 'mentee') await waitForAnswer(me, pairing);
  if (pairing.state === 'ended-early' && me.now - (pairing.endedAt ?? 0) < 14 * DAY) await afterEnd(me, pairing);
  await takeCertificate(me, pairing);
  if (isRunning(pairing.state)) await inPairing({ ...me, pairing, side, ids: { pairing: pairing.id } }, isRoundDay);
}

/** One person's working day. `isRoundDay`: a check-in has been posted lately. `day` counts working days from the beginning. */
export async function live(
  town: Town,
  world: World,
  soul: Soul,
  { now, day, isRoundDay }: { now: Instant; day: number; isRoundDay: boolean },
): Promise<void> {
  const person = world.personAt.get(soul.account);
  if (!person || person.goneAt !== undefined) return;
  const me: Me = { town, soul, person, now, today: dayOf(now, person.zone) };
  const registrations = world.registrationsOf.get(person.id) ?? [];
  if (day < (soul.wakesOn ?? 0)) {
    for (const one of registrations.filter(({ state }) => state === 'more-info')) await asRegistered(me, one);
    return;
  }
  await readLetters(me);
  await lookAround(me);
  for (const one of registrations) {
    await asRegistered(me, one);
    if (day > CHOOSES_FROM) await choose(me, one);
  }
  for (const pairing of world.pairingsOf.get(person.id) ?? []) await withOthers(me, pairing, isRoundDay);
  for (const part of [questions, events, keepLog, askForHelp, changeProfile, forum]) await part(me);
}
