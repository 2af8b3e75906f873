// The call that fills the gap: which further mentors would match the most of those left over, found by drawing again with them.
import type { MatchInput, MatchResult } from './draw.ts';
import { match } from './match.ts';
import { byId } from './order.ts';
import { countedTopics, IN_PERSON, type Mentee, type Mentor } from './score.ts';

/** So many further mentors for this topic (and, where people want to meet in person, at this site) would match so many of those left over. */
export type Call = {
  readonly topic: string;
  readonly site: string | null;
  readonly mentors: number;
  readonly matches: number;
};

/** With fewer left over than this at one site, naming it could point at somebody. */
const NAMES_A_SITE = 5;
const MOST_MENTORS = 5;

/** `late`: how far down their lists it stands, over all who want it. */
type Wanted = { topic: string; site: string | null; by: Mentee[]; late: number };

const onlyInPerson = (mentee: Mentee): boolean =>
  mentee.site !== null && mentee.modes.length > 0 && mentee.modes.every(mode => mode === IN_PERSON);

/** Topics by how many of those left over want them; a site is named only where enough of them can meet nowhere else. */
function wantedOf(left: readonly Mentee[]): Wanted[] {
  const found = new Map<string, Wanted>();
  const note = (topic: string, rank: number, site: string | null, mentee: Mentee): void => {
    const key = JSON.stringify([topic, site]);
    const one = found.get(key) ?? { topic, site, by: [], late: 0 };
    one.by.push(mentee);
    found.set(key, { ...one, late: one.late + rank });
  };
  for (const mentee of left)
    for (const [rank, topic] of countedTopics(mentee).entries()) {
      note(topic, rank, null, mentee);
      if (onlyInPerson(mentee)) note(topic, rank, mentee.site, mentee);
    }
  return [...found.values()]
    .filter(one => one.site === null || one.by.length >= NAMES_A_SITE)
    .sort(
      (a, b) =>
        b.by.length - a.by.length ||
        a.late - b.late ||
        Number(a.site === null) - Number(b.site === null) ||
        byId(a.topic, b.topic),
    );
}

/** A mentor whom nobody knows yet: of everything that is not asked for nothing is known, and that counts against nobody. */
const further = (n: number, { topic, site }: Wanted, places: number): Mentor => ({
  id: `further mentor ${n}`,
  capacity: places,
  topics: [topic],
  areas: [],
  stage: null,
  site,
  modes: [],
  slots: [],
});

/**
 * The call that would help most, or undefined where nobody is left over, or no further mentor would help (everybody left over is kept
 * free on purpose). `placesEach`: mentees a new mentor could take. Exact: the numbers are those of a draw with these mentors in it.
 */
export function callFor(input: MatchInput, result: MatchResult, placesEach: number): Call | undefined {
  const ids = new Set(result.leftMentees.map(one => one.id));
  const left = input.mentees.filter(mentee => ids.has(mentee.id));
  const [most] = wantedOf(left);
  if (!most) return undefined;
  const mentors = Math.min(MOST_MENTORS, Math.ceil(most.by.length / Math.max(1, placesEach)));
  const more = Array.from({ length: mentors }, (_, n) => further(n, most, placesEach));
  // Only those left over are drawn again: whoever has a mentor keeps them.
  const again = match({ ...input, objective: 'most-matched', mentees: most.by, mentors: more, locks: [], removed: [] });
  return again.matched === 0 ? undefined : { topic: most.topic, site: most.site, mentors, matches: again.matched };
}
