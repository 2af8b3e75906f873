// What must hold of the simulated year as a whole: how much anybody was asked, that nothing was asked twice, and that ends were told to those who had to know.
import { addWorkingDays, DAY, type Day, dayOf, type Instant } from '../../src/scheme/calendar.ts';
import type { Pairing, Person, Scheme } from '../../src/scheme/kinds.ts';
import { aboutWhich, idsIn, kindOfLeft, received } from './letters.ts';
import type { Left, Town } from './town.ts';
import type { World } from './world.ts';

type Year = { town: Town; world: World; closed: readonly Day[]; alerts: readonly string[]; scheme: Scheme };

const said = (at: Instant): string => new Date(at).toISOString().slice(0, 16);

function budgetOf(person: Person, all: readonly { at: Instant; letter: string }[], closed: readonly Day[]): string[] {
  return all.flatMap(({ at, letter }, n) => {
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
  });
}

/** The message budget: one prompt in five working days, twenty in half a year, besides what belongs to planned meetings. Over the whole year at once. */
function overBudget({ town, world, closed }: Year): string[] {
  const prompts = received(town, world, town.sent).filter(({ left }) => kindOfLeft(town, left) === 'prompts');
  const byPerson = Map.groupBy(prompts, ({ person }) => person);
  return [...byPerson].flatMap(([person, all]) =>
    budgetOf(
      person,
      all.map(({ left, letter }) => ({ at: left.at, letter })),
      closed,
    ),
  );
}

/** R46, R47: an end that one of the two has told stands in each co-ordinators' channel, and the other one has heard of it. */
function untold({ town, world, alerts }: Year): string[] {
  const sent = (id: string, to?: string): boolean =>
    town.sent.some(one => (to === undefined || one.to === to) && one.id.startsWith(id));
  return world.pairings
    .filter(one => one.state === 'ended-early' && [one.mentor, one.mentee].includes(one.endedBy ?? ''))
    .flatMap(({ id, notice, noticeTo }) => {
      const partner = world.people.find(one => one.id === noticeTo);
      const hears = notice === 'given' && partner && partner.goneAt === undefined;
      return [
        ...alerts
          .filter(channel => !sent(`exit.alert-${id}`, channel))
          .map(channel => `R46 the end of ${id} is not told in ${channel}`),
        ...(hears && !sent(`exit.notice-${id}`) ? [`R47 the end of ${id} is not told to ${noticeTo}`] : []),
      ];
    });
}

/** Two rounds lie further apart than this: what bears the same id within it was asked twice. A follow-up after a closure may come soon before the next (R26). */
const ONE_ROUND = 21 * DAY;
const once =
  /^(checkin\.direct|evaluation\.ask|proposal\.(asked|reminder)|exit\.(alert|notice|unread|warn)|event\.ask|session\.(reminder|invitation)|closing\.(ask|done)|offer\.still)$/;

/** Nobody is asked twice for the same: what may be sent once only has an id of its own, and that id leaves once. */
function askedTwice({ town: { sent, letters } }: Year): string[] {
  const seen = new Map<string, Instant>();
  return sent.flatMap(({ id, to, at }) => {
    const letter = letters.get(id) ?? '';
    const before = seen.get(`${id} ${to}`);
    seen.set(`${id} ${to}`, at);
    return once.test(letter) && before !== undefined && at - before < ONE_ROUND ? [`twice ${letter} ${id} ${to}`] : [];
  });
}

const countOf = (sent: readonly Left[], about: (left: Left) => string): Map<string, number> =>
  new Map([...Map.groupBy(sent, about)].map(([what, all]) => [what, all.length]));

/** R39: whoever is asked how it goes is reminded twice at most, and only of what is required. */
function reminded({ town, scheme }: Year): string[] {
  const asked = town.sent.filter(({ id }) => town.letters.get(id) === 'evaluation.ask');
  const counts = countOf(asked, ({ notice }) => `${idsIn(notice)['evaluation']} ${idsIn(notice)['point']}`);
  return [...counts].flatMap(([what, times]) => {
    const point = scheme.evaluations.find(({ key }) => what.endsWith(` ${key}`));
    return times > (point?.rule === 'required' ? 3 : 1) ? [`R39 ${what}: asked ${times} times`] : [];
  });
}

/** R40: after an end nobody is written to about offering again, but once for each time they said "ask me later". */
function askedToOffer({ town }: Year): string[] {
  const asked = town.sent.filter(({ id }) => town.letters.get(id) === 'offer.ask');
  return [...countOf(asked, ({ notice }) => idsIn(notice)['registration'] ?? '')].flatMap(([registration, times]) => {
    const wished = town.later.get(registration) ?? 0;
    return times > wished ? [`R40 ${registration}: asked ${times} times, said later ${wished} times`] : [];
  });
}

/** R13: no letter tells a mentor of a proposal before the mentee's yes; of most that came to nothing they never hear. */
function toldTooSoon({ town, world }: Year): string[] {
  const isEarly = ({ mentor, menteeYesAt }: Pairing, person: Person, at: Instant): boolean =>
    mentor === person.id && (menteeYesAt === undefined || menteeYesAt > at);
  return received(town, world, town.sent).flatMap(({ left, letter, person }) => {
    const own = world.pairingsOf.get(person.id) ?? [];
    const pairing = aboutWhich(own, left);
    return pairing && isEarly(pairing, person, left.at) ? [`R13 ${letter} tells ${left.to} of ${pairing.id}`] : [];
  });
}

/** Everything that should not be, of the year as a whole. */
export const yearJudged = (year: Year): string[] =>
  [overBudget, askedTwice, untold, reminded, askedToOffer, toldTooSoon].flatMap(judge => judge(year));
