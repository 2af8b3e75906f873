// What must hold at the end of every day of the simulated year, whatever people did. Each finding is one plain line; none is the only good answer.
import type { Notice } from '../../src/conversation/notice.ts';
import {
  addWorkingDays,
  DAY,
  type Day,
  dayOf,
  type Instant,
  isWorkingDay,
  wallClock,
} from '../../src/scheme/calendar.ts';
import type { Pairing, Person } from '../../src/scheme/kinds.ts';
import { isRunning, takesPlace } from '../../src/scheme/states.ts';
import type { Left, Town } from './town.ts';
import type { World } from './world.ts';

/** Prompts that the message budget holds back (design section 11). */
export const budgeted = new Set(
  'checkin.direct checkin.follow-up evaluation.ask objective.ask offer.ask training.again closing.ask agreement.review'.split(
    ' ',
  ),
);
/** What belongs to a meeting, session or event that somebody planned or signed up for. */
export const ofMeetings = new Set('meeting.reminder review.offer session.reminder event.reminder event.ask'.split(' '));
/** An invitation is a prompt to whoever waits for a training, and an answer to whoever has asked for its topic; nobody asks in this year. */
const isPrompt = (letter: string): boolean =>
  budgeted.has(letter) || ofMeetings.has(letter) || letter === 'session.invitation';
const isBudgeted = (letter: string): boolean => budgeted.has(letter) || letter === 'session.invitation';

/** Prompts about meetings and dates that a mentor never gets: they are the mentee's alone (R20, R25, R26). */
const menteesOnly = new Set(['checkin.follow-up', 'objective.ask']);

type Day_ = { town: Town; world: World; closed: readonly Day[]; fresh: readonly Left[] };
type Received = { left: Left; letter: string; person: Person };

function received({ town, world, fresh }: Day_): Received[] {
  return fresh.flatMap(left => {
    const person = world.personAt.get(left.to);
    const letter = town.letters.get(left.id) ?? '';
    return person ? [{ left, letter, person }] : [];
  });
}

const idsIn = ({ buttons = [] }: Notice): Record<string, string> =>
  Object.assign({}, ...buttons.map(button => ('to' in button ? button.to.ids : {})));

/** R16: as many places are taken as there are proposals and pairings, and never more than somebody offers. */
function places({ world }: Day_): string[] {
  return world.registrations.flatMap(({ id, role, person, taken, capacity }) => {
    const own = (world.pairingsOf.get(person) ?? []).filter(one => one[role] === person && takesPlace(one.state));
    return [
      ...(own.length === taken ? [] : [`R16 ${id}: ${taken} taken, ${own.length} are`]),
      ...(taken > capacity ? [`R16 ${id}: ${taken} taken of ${capacity}`] : []),
    ];
  });
}

/** R12, R49: no two people are put together twice, and nobody with themselves. */
function apart({ world }: Day_): string[] {
  const seen = new Set<string>();
  return world.pairings.flatMap(one => {
    if (one.introducedAt === undefined) return [];
    const both = `${one.mentor} ${one.mentee}`;
    const again = seen.has(both) || one.mentor === one.mentee;
    seen.add(both);
    return again ? [`R49 ${both}: together twice`] : [];
  });
}

/** R58: prompts reach people in their own working hours, never on a closed day. */
function hours({ closed }: Day_, prompts: readonly Received[]): string[] {
  return prompts.flatMap(({ left, letter, person }) => {
    const { day, time } = wallClock(left.at, person.zone);
    const { days, from, to } = person.hours;
    const isOpen = isWorkingDay(day, closed, days) && time >= from && time <= to;
    return isOpen ? [] : [`R58 ${letter} to ${left.to} at ${day} ${time} ${person.zone}`];
  });
}

/** The pairing a letter is about, as far as its buttons tell. */
function aboutWhich(world: World, { notice }: Left): Pairing | undefined {
  const { pairing, evaluation } = idsIn(notice);
  return world.pairings.find(one => one.id === pairing || (evaluation?.startsWith(`${one.id}-`) ?? false));
}

/** R48, R25: nobody is prompted about what is over, and no mentor about what is the mentee's. */
function aboutWhat({ world }: Day_, prompts: readonly Received[]): string[] {
  return prompts.flatMap(({ left, letter, person }) => {
    const pairing = aboutWhich(world, left);
    const own = world.pairingsOf.get(person.id) ?? [];
    const isOver = pairing?.endedAt !== undefined && pairing.endedAt < left.at && pairing.state !== 'completed';
    const hasNone =
      letter.startsWith('checkin.') && !own.some(one => isRunning(one.state) || (one.endedAt ?? 0) >= left.at);
    const isChased = menteesOnly.has(letter) && pairing?.mentor === person.id;
    return [
      ...(isOver ? [`R48 ${letter} to ${left.to} about ${pairing.id}, which has ended`] : []),
      ...(hasNone ? [`R48 ${letter} to ${left.to}, who has no pairing`] : []),
      ...(isChased ? [`R25 ${letter} to the mentor ${left.to}`] : []),
    ];
  });
}

/** R26: whoever wants no messages about meetings gets none. */
const unwanted = (prompts: readonly Received[]): string[] =>
  prompts
    .filter(({ person, letter }) => person.checkins === 'none' && !/^(session|event|training|offer)\./.test(letter))
    .map(({ left, letter }) => `R26 ${letter} to ${left.to}, who wants none`);

/** Design 10: one thing to do, three others at most; whoever has a pairing finds help last, and a mentor never a date to press for. */
function home(world: World, { account, home: { buttons = [] }, at }: Town['homes'][number]): string[] {
  const person = world.personAt.get(account);
  const own = person ? (world.pairingsOf.get(person.id) ?? []) : [];
  const last = buttons.at(-1);
  const isPaired = own.some(one => isRunning(one.state) && (one.introducedAt ?? at) < at);
  const helps = last && 'to' in last && last.to.word === 'difficulty';
  return [
    ...(buttons.length > 4 ? [`home of ${account}: ${buttons.length} buttons`] : []),
    ...(isPaired && !helps ? [`home of ${account}: help is not last`] : []),
    ...(buttons.filter(one => one.style === 'primary').length === 1 ? [] : [`home of ${account}: no one next thing`]),
  ];
}

/** Everything that should not be, at the end of a day. */
export async function judged(day: Day_): Promise<string[]> {
  const { town, world } = day;
  const prompts = received(day).filter(({ letter }) => isPrompt(letter));
  const found = [
    ...places(day),
    ...apart(day),
    ...hours(day, prompts),
    ...aboutWhat(day, prompts),
    ...unwanted(prompts),
    ...town.homes.splice(0).flatMap(seen => home(world, seen)),
    ...town.troubles.splice(0).map(line => `log ${line}`),
    ...town.returned.splice(0).map(line => `form came back ${line}`),
  ];
  const dead = await town.store.dead(20);
  return [...found, ...dead.filter(one => !isOfTheGone(one.why)).map(one => `dead ${one.delivery.id} ${one.why}`)];
}

/** Nothing can be brought to somebody whose account is gone, nor to nobody. */
const isOfTheGone = (why: string): boolean => /gone|nobody/.test(why);

type Budget = { town: Town; people: readonly Person[]; closed: readonly Day[] };

/** The message budget: one prompt in five working days, twenty in half a year, besides what belongs to planned meetings. Over the whole year at once. */
export function overBudget({ town, people, closed }: Budget): string[] {
  const { sent, letters } = town;
  const accounts = new Map(people.flatMap(person => person.accounts.map(account => [account, person] as const)));
  const times = new Map<Person, { at: Instant; letter: string }[]>();
  for (const { id, to, at } of sent) {
    const person = accounts.get(to);
    const letter = letters.get(id) ?? '';
    if (person && isBudgeted(letter)) times.set(person, [...(times.get(person) ?? []), { at, letter }]);
  }
  return [...times].flatMap(([person, all]) =>
    all.flatMap(({ at, letter }, n) => {
      const before = all[n - 1];
      const halfYear = all.filter(one => one.at > at - 183 * DAY && one.at <= at).length;
      const earliest = before && addWorkingDays(dayOf(before.at, person.zone), 5, closed);
      const isSoon = earliest !== undefined && dayOf(at, person.zone) < earliest;
      return [
        ...(isSoon
          ? [`budget ${person.name}: ${letter} on ${said(at)}, ${before?.letter} on ${said(before?.at ?? 0)}`]
          : []),
        ...(halfYear > 20 ? [`budget ${person.name}: ${halfYear} in half a year`] : []),
      ];
    }),
  );
}
const said = (at: Instant): string => new Date(at).toISOString().slice(0, 16);

/** R46: an end that one of the two has told stands in each co-ordinators' channel. */
export function untold({ sent }: Town, { pairings }: World, channels: readonly string[]): string[] {
  const ended = pairings.filter(
    one => one.state === 'ended-early' && [one.mentor, one.mentee].includes(one.endedBy ?? ''),
  );
  return ended.flatMap(({ id }) =>
    channels
      .filter(channel => !sent.some(one => one.to === channel && one.id.startsWith(`exit.alert-${id}`)))
      .map(channel => `R46 the end of ${id} is not told in ${channel}`),
  );
}

/** Two rounds lie further apart than this: what bears the same id within it was asked twice. */
const ONE_ROUND = 21 * DAY;

/** Nobody is asked twice for the same: what may be sent once only has an id of its own, and that id leaves once. */
export function askedTwice({ sent, letters }: Town): string[] {
  const once =
    /^(checkin\.(direct|follow-up)|evaluation\.ask|proposal\.(asked|reminder)|exit\.(alert|notice|unread|warn)|event\.ask|session\.(reminder|invitation))$/;
  const seen = new Map<string, Instant>();
  return sent.flatMap(({ id, to, at }) => {
    const letter = letters.get(id) ?? '';
    const before = seen.get(`${id} ${to}`);
    seen.set(`${id} ${to}`, at);
    return once.test(letter) && before !== undefined && at - before < ONE_ROUND ? [`twice ${letter} ${id} ${to}`] : [];
  });
}
