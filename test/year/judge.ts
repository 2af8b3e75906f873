// What must hold at the end of every day of the simulated year, whatever people did. Each finding is one plain line; none is the only good answer. Prompts, privacy and the year as a whole: judge-prompts.ts, judge-privacy.ts, judge-year.ts.
import type { Day } from '../../src/scheme/calendar.ts';
import { isRunning, takesPlace } from '../../src/scheme/states.ts';
import { privacyJudged } from './judge-privacy.ts';
import { promptsJudged } from './judge-prompts.ts';
import { noteWished } from './letters.ts';
import type { Left, Town } from './town.ts';
import type { World } from './world.ts';

/** A day as it is judged: `before` is how it stood the evening before, `fresh` what was sent since. */
export type Judging = {
  town: Town;
  before: World;
  world: World;
  closed: readonly Day[];
  /** Where everybody of the forum reads. */
  forum: readonly string[];
  /** Where the co-ordinators read. */
  alerts: readonly string[];
  fresh: readonly Left[];
};

/** R16: as many places are taken as there are proposals and pairings, and never more than somebody offers. */
function places({ world }: Judging): string[] {
  return world.registrations.flatMap(({ id, role, person, taken, capacity }) => {
    const own = (world.pairingsOf.get(person) ?? []).filter(one => one[role] === person && takesPlace(one.state));
    return [
      ...(own.length === taken ? [] : [`R16 ${id}: ${taken} taken, ${own.length} are`]),
      ...(taken > capacity ? [`R16 ${id}: ${taken} taken of ${capacity}`] : []),
    ];
  });
}

/** R12, R49: no two people are put together twice, and nobody with themselves. */
function apart({ world }: Judging): string[] {
  const seen = new Set<string>();
  return world.pairings.flatMap(one => {
    if (one.introducedAt === undefined) return [];
    const both = `${one.mentor} ${one.mentee}`;
    const again = seen.has(both) || one.mentor === one.mentee;
    seen.add(both);
    return again ? [`R49 ${both}: together twice`] : [];
  });
}

/** What somebody says themselves, by which they may be put forward again. */
const OWN_YES = /^(offer\+|offer\.still!yes|me!return|exit\.reopen!yes)$/;

/** R40: whoever rests after an end is put forward again by their own word alone, or on the day they named. */
function ownYes({ town, before, world }: Judging): string[] {
  const rested = new Map(before.registrations.filter(one => one.state === 'resting').map(one => [one.id, one]));
  return world.registrations.flatMap(({ id, person, state }) => {
    const then = rested.get(id);
    if (!then || then.freeAgain === 'yes' || !(state === 'available' || state === 'full')) return [];
    const said = town.lately.some(
      ({ account, what }) => world.personAt.get(account)?.id === person && OWN_YES.test(what),
    );
    const goesOn = (world.pairingsOf.get(person) ?? []).some(
      one => isRunning(one.state) && (before.pairingsOf.get(person) ?? []).find(it => it.id === one.id)?.endedAt,
    );
    return said || goesOn ? [] : [`R40 ${id} is ${state} again without their own yes`];
  });
}

/** R40: nobody whose pairing has ended today is put forward for another one, unless they have said so themselves. */
function restsAfterEnd({ town, before, world }: Judging): string[] {
  const known = new Map(before.pairings.map(one => [one.id, one]));
  const ended = world.pairings.filter(
    one => one.endedAt !== undefined && isRunning(known.get(one.id)?.state ?? 'proposed'),
  );
  return ended.flatMap(one =>
    (['mentor', 'mentee'] as const).flatMap(role => {
      const person = one[role];
      const place = world.registrations.find(it => it.id === `${person}-${role}`);
      const said = town.lately.some(
        ({ account, what }) => world.personAt.get(account)?.id === person && OWN_YES.test(what),
      );
      return place?.state === 'available' && !said ? [`R40 ${place.id} is available at the end of ${one.id}`] : [];
    }),
  );
}

/** Design 10: one thing to do, three others at most; whoever has a pairing finds help last. */
function home({ before, world }: Judging, { account, home: { buttons = [] }, at }: Town['homes'][number]): string[] {
  const person = world.personAt.get(account);
  const own = person ? (world.pairingsOf.get(person.id) ?? []) : [];
  const last = buttons.at(-1);
  // One that was taken up again today may have been over yet when they looked.
  const isPaired = own.some(
    one => isRunning(one.state) && before.pairings.some(it => it.id === one.id && isRunning(it.state)),
  );
  const isHeld = own.some(one => one.notice === 'held' && one.noticeTo === person?.id && (one.endedAt ?? at) < at);
  const helps = last && 'to' in last && last.to.word === 'difficulty';
  return [
    ...(buttons.length > 4 ? [`home of ${account}: ${buttons.length} buttons`] : []),
    ...((isPaired || isHeld) && !helps ? [`home of ${account}: help is not last`] : []),
    ...(buttons.filter(one => one.style === 'primary').length === 1 ? [] : [`home of ${account}: no one next thing`]),
    ...(buttons[0]?.style === 'primary' ? [] : [`home of ${account}: the next thing is not first`]),
  ];
}

/** Nothing can be brought to somebody whose account is gone, nor to nobody. */
const isOfTheGone = (why: string): boolean => /gone|nobody/.test(why);

/** Everything that should not be, at the end of a day. */
export async function judged(day: Judging): Promise<string[]> {
  const { town, fresh } = day;
  await noteWished(town, fresh);
  const found = [
    ...places(day),
    ...apart(day),
    ...ownYes(day),
    ...restsAfterEnd(day),
    ...promptsJudged(day),
    ...(await privacyJudged(day)),
    ...town.homes.splice(0).flatMap(seen => home(day, seen)),
    ...town.troubles.splice(0).map(line => `log ${line}`),
    ...town.returned.splice(0).map(line => `form came back ${line}`),
  ];
  town.lately.length = 0;
  const dead = await town.store.dead(20);
  return [...found, ...dead.filter(one => !isOfTheGone(one.why)).map(one => `dead ${one.delivery.id} ${one.why}`)];
}
