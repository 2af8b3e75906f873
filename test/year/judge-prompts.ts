// What must hold of every prompt of a day of the simulated year: when it comes, to whom, about what, and that it can be had fewer of.
import { DAY, isWorkingDay, wallClock } from '../../src/scheme/calendar.ts';
import type { Pairing, Person } from '../../src/scheme/kinds.ts';
import { weeksBetween } from '../../src/scheme/news.ts';
import { isRunning } from '../../src/scheme/states.ts';
import { buttonsOf } from '../features/page.ts';
import type { Judging } from './judge.ts';
import { aboutWhich, kindOfLeft, type Received, received } from './letters.ts';

/** R58: prompts reach people in their own working hours, never on a closed day. */
function hours({ closed }: Judging, asked: readonly Received[]): string[] {
  return asked.flatMap(({ left, letter, person }) => {
    const { day, time } = wallClock(left.at, person.zone);
    const { days, from, to } = person.hours;
    const isOpen = isWorkingDay(day, closed, days) && time >= from && time <= to;
    return isOpen ? [] : [`R58 ${letter} to ${left.to} at ${day} ${time} ${person.zone}`];
  });
}

/** After a pairing has finished as agreed, the questions of its end are all that is still asked about it. */
const afterFinish = new Set(['evaluation.ask']);

/** R48: nobody is prompted about what is over, and nobody without a pairing is asked how it goes. */
function aboutWhatIsOver({ world }: Judging, asked: readonly Received[]): string[] {
  return asked.flatMap(({ left, letter, person }) => {
    const pairing = aboutWhich(world.pairings, left);
    const own = world.pairingsOf.get(person.id) ?? [];
    const isPast = pairing?.endedAt !== undefined && pairing.endedAt < left.at;
    const mayStill = pairing?.state === 'completed' && afterFinish.has(letter);
    const hasNone =
      letter.startsWith('checkin.') && !own.some(one => isRunning(one.state) || (one.endedAt ?? 0) >= left.at);
    return [
      ...(isPast && !mayStill ? [`R48 ${letter} to ${left.to} about ${pairing.id}, which has ended`] : []),
      ...(hasNone ? [`R48 ${letter} to ${left.to}, who has no pairing`] : []),
    ];
  });
}

/** Prompts about meetings and dates that a mentor never gets: they are the mentee's alone (R20, R25, R26). */
const menteesOnly = new Set(['checkin.follow-up', 'objective.ask']);

const leadsToPlanning = (buttons: ReturnType<typeof buttonsOf>, pairing: Pairing): boolean =>
  buttons.some(one => 'to' in one && one.to.word === 'checkin.plan' && one.to.ids?.['pairing'] === pairing.id);

const leads = ({ world }: Judging, person: Person | undefined): Pairing[] =>
  person ? (world.pairingsOf.get(person.id) ?? []).filter(one => one.mentor === person.id && one.met > 0) : [];

/** R20, R25: once the two have met, no letter and no page puts a date or an agenda before the mentor. */
function planning(day: Judging, all: readonly Received[]): string[] {
  const { town, before, world } = day;
  const metBefore = (pairing: Pairing): boolean => before.pairings.some(one => one.id === pairing.id && one.met > 0);
  const letters = all.flatMap(({ left, letter, person }) => {
    const mine = leads(day, person).filter(metBefore);
    const chased = menteesOnly.has(letter) && mine.some(one => one === aboutWhich(world.pairings, left));
    return chased || mine.some(one => leadsToPlanning(left.notice.buttons ?? [], one))
      ? [`R20 ${letter} to the mentor ${left.to}`]
      : [];
  });
  const pages = town.lately.flatMap(({ account, what, reply }) => {
    const shown = reply.show === 'view' ? reply.view : reply.show === 'form' ? reply.form : undefined;
    const mine = shown ? leads(day, world.personAt.get(account)).filter(metBefore) : [];
    return shown && mine.some(one => leadsToPlanning(buttonsOf(shown), one))
      ? [`R20 ${what} puts a date before the mentor ${account}`]
      : [];
  });
  const homes = town.homes.flatMap(({ account, home }) =>
    leads(day, world.personAt.get(account)).some(one => metBefore(one) && leadsToPlanning(buttonsOf(home), one))
      ? [`R20 home puts a date before the mentor ${account}`]
      : [],
  );
  return [...letters, ...pages, ...homes];
}

const aboutMeeting = new Set(['checkin.direct', 'checkin.follow-up']);

/** R26: a mentee is asked about planning at most once in the agreed interval; a round that was shifted may come up to a week early. */
function interval({ town, before }: Judging, asked: readonly Received[]): string[] {
  return asked.flatMap(({ left, letter, person }) => {
    const own = (before.pairingsOf.get(person.id) ?? []).filter(one => isRunning(one.state));
    const [pairing] = own;
    // Whoever also mentors may have been asked about that.
    if (!aboutMeeting.has(letter) || !pairing || own.some(one => one.mentor === person.id)) return [];
    const weeks = weeksBetween(pairing, { intervalWeeks: 4 });
    const since = Math.max(left.at - (weeks * 7 - 7) * DAY, pairing.introducedAt ?? 0);
    const earlier = town.sent.some(
      one =>
        one !== left &&
        person.accounts.includes(one.to) &&
        one.at > since &&
        one.at <= left.at &&
        aboutMeeting.has(town.letters.get(one.id) ?? ''),
    );
    return earlier ? [`R26 ${letter} to ${left.to}: twice in ${weeks} weeks`] : [];
  });
}

/** R26: whoever wants no messages about meetings gets none. */
const unwanted = (asked: readonly Received[]): string[] =>
  asked
    .filter(({ person, letter }) => person.checkins === 'none' && !/^(session|event|training|offer)\./.test(letter))
    .map(({ left, letter }) => `R26 ${letter} to ${left.to}, who wants none`);

/** Design 11: *Fewer like this* on each. */
const fewer = (asked: readonly Received[]): string[] =>
  asked
    .filter(({ left }) => !left.notice.buttons?.some(one => 'to' in one && one.to.word === 'me.reminders'))
    .map(({ left, letter }) => `budget ${letter} to ${left.to} without "Fewer like this"`);

export function promptsJudged(day: Judging): string[] {
  const { town, world, fresh } = day;
  const all = received(town, world, fresh);
  const asked = all.filter(({ left }) => kindOfLeft(town, left) !== 'answers and news');
  const invited = all.filter(({ left }) => town.wished.has(left.id));
  return [
    ...hours(day, [...asked, ...invited]),
    ...aboutWhatIsOver(day, asked),
    ...planning(day, all),
    ...interval(day, asked),
    ...unwanted(asked),
    ...fewer(asked),
  ];
}
