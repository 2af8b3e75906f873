// What must stay private on every day of the simulated year: a proposal before the mentee's yes, an end whose notice is held, and who is who in any channel.
import type { Story } from '../../src/scheme/kinds.ts';
import type { Judging } from './judge.ts';
import { received } from './letters.ts';
import type { Left } from './town.ts';

/** R13: no page tells a mentor of a proposal before the mentee's yes. */
function beforeYes({ town, world }: Judging): string[] {
  const shown = [
    ...town.lately.map(({ account, what, at, reply }) => ({ account, what, at, text: () => JSON.stringify(reply) })),
    ...town.homes.map(({ account, at, home }) => ({ account, what: 'home', at, text: () => JSON.stringify(home) })),
  ];
  return shown.flatMap(({ account, what, at, text }) => {
    const person = world.personAt.get(account);
    const unknown = (person ? (world.pairingsOf.get(person.id) ?? []) : []).filter(
      one => one.mentor === person?.id && (one.menteeYesAt ?? Number.POSITIVE_INFINITY) > at,
    );
    const said = unknown.length > 0 ? text() : '';
    return unknown.filter(({ id }) => said.includes(id)).map(({ id }) => `R13 ${what} tells ${account} of ${id}`);
  });
}

/** While the notice of an end is held, nothing reaches the other one about it; and it is not held for longer than it may be. */
function heldNotice({ town, world, fresh }: Judging): string[] {
  const held = world.pairings.filter(one => one.notice === 'held');
  const letters = received(town, world, fresh);
  const now = fresh.at(-1)?.at ?? 0;
  return held.flatMap(one => [
    ...letters
      .filter(({ left, person }) => one.noticeTo === person.id && left.at > (one.endedAt ?? 0))
      .filter(({ left }) => JSON.stringify(left.notice).includes(one.id))
      .map(({ letter }) => `R48 ${letter} about ${one.id} while its notice is held`),
    ...((one.noticeReleaseAt ?? 0) < now ? [`R47 the notice of ${one.id} is held for too long`] : []),
  ]);
}

/** Everybody's names and accounts. */
function peopleIn({ world }: Judging, text: string): string[] {
  return world.people
    .filter(({ name, accounts }) => {
      const after = text.split(name)[1]?.[0];
      // "Number1" also begins "Number19".
      const isNamed = after !== undefined && !/\d/.test(after);
      return isNamed || accounts.some(account => text.includes(`"${account}"`));
    })
    .map(({ id }) => id);
}

type Named = { checkIn: ReadonlySet<string>; stories: readonly Story[] };

/** R56: a channel of everybody's names nobody, but for whoever asked to be mentioned and whoever put their own name to what they wrote. */
function inForum(day: Judging, { id, to, notice }: Left, { checkIn, stories }: Named): string[] {
  const text = JSON.stringify(notice);
  const letter = day.town.letters.get(id) ?? '';
  const mine = stories.filter(story => text.includes(story.id));
  const may = (person: string): boolean =>
    letter === 'checkin.post'
      ? checkIn.has(person)
      : mine.some(({ name }) => name !== undefined && day.world.people.find(one => one.id === person)?.name === name);
  return [
    ...peopleIn(day, text)
      .filter(person => !may(person))
      .map(person => `R56 ${letter} in ${to} names ${person}`),
    ...day.world.pairings.filter(one => text.includes(one.id)).map(one => `R56 ${letter} in ${to} tells of ${one.id}`),
  ];
}

/** Letters go to people, to the forum, or to the co-ordinators' channels; there is nowhere else. */
async function channels(day: Judging): Promise<string[]> {
  const { town, before, world, fresh, forum, alerts } = day;
  const posts = fresh.filter(({ to }) => forum.includes(to));
  const elsewhere = fresh.filter(({ to }) => /\/(C|19:)/.test(to) && !forum.includes(to) && !alerts.includes(to));
  const stories = posts.length > 0 ? await town.read('story', { list: 'story.in:any:any:any', max: 500 }) : [];
  // Whoever took it back today was named this morning.
  const asked = [...before.people, ...world.people].filter(({ mention }) => mention);
  const checkIn = new Set(asked.map(({ id }) => id));
  return [
    ...posts.flatMap(post => inForum(day, post, { checkIn, stories })),
    ...elsewhere.map(({ id, to }) => `R56 ${town.letters.get(id)} in ${to}`),
  ];
}

export const privacyJudged = async (day: Judging): Promise<string[]> => [
  ...beforeYes(day),
  ...heldNotice(day),
  ...(await channels(day)),
];
