// What must stay private on every day of the simulated year: a proposal before the mentee's yes, an end whose notice is held, and who is who in any channel.
import type { Contribution } from '../../src/scheme/kinds.ts';
import type { Judging } from './judge.ts';
import { idsIn, received } from './letters.ts';
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

/** Who may be named by what stands in the forum: by a check-in whoever asked for it, by what somebody wrote its author, if they wished. */
function mayName({ world, before }: Judging, { notice }: Left, letter: string, written: readonly Contribution[]) {
  if (letter === 'checkin.post') {
    // Whoever took it back today was named this morning.
    const asked = [...before.people, ...world.people].filter(({ mention }) => mention);
    return asked.map(({ id }) => id);
  }
  const own = written.find(({ id }) => id === idsIn(notice)['story']);
  return own && (own.shown === 'name' || own.shown === 'contact') ? [own.person] : [];
}

/** R56: in a channel that everybody reads nobody is named who did not wish it, and no pairing at all. */
function inForum(day: Judging, left: Left, written: readonly Contribution[]): string[] {
  const text = JSON.stringify(left.notice);
  const letter = day.town.letters.get(left.id) ?? '';
  const may = new Set(mayName(day, left, letter, written));
  const where = `R56 ${letter} in ${left.to}`;
  return [
    ...peopleIn(day, text)
      .filter(person => !may.has(person))
      .map(person => `${where} names ${person}`),
    ...day.world.pairings.filter(one => text.includes(one.id)).map(one => `${where} tells of ${one.id}`),
  ];
}

/** Letters go to people, to the forum, or to the co-ordinators' channels; there is nowhere else. */
async function channels(day: Judging): Promise<string[]> {
  const { town, fresh, forum, alerts } = day;
  const all = [...fresh, ...town.redrawn.splice(0)];
  const posts = all.filter(({ to }) => forum.includes(to));
  const elsewhere = all.filter(({ to }) => /\/(C|19:)/.test(to) && !forum.includes(to) && !alerts.includes(to));
  const ids = posts.flatMap(({ notice }) => idsIn(notice)['story'] ?? []);
  const written = ids.length > 0 ? await town.read('contribution', { ids }) : [];
  return [
    ...posts.flatMap(post => inForum(day, post, written)),
    ...elsewhere.map(({ id, to }) => `R56 ${town.letters.get(id)} in ${to}`),
  ];
}

export const privacyJudged = async (day: Judging): Promise<string[]> => [
  ...beforeYes(day),
  ...heldNotice(day),
  ...(await channels(day)),
];
