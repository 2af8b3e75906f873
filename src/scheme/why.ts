// Why two people were put together, as facts on record and as words for whoever reads them. Nothing in it can name a protected trait (R18).
import { z } from 'zod';
import { modes } from './defaults.ts';
import type { Card, Scheme } from './kinds.ts';
import { inWords, labelsOf } from './options.ts';

const keys = z.array(z.string()).catch([]);
const shape = z.object({
  /** In the mentee's own order. */
  sharedTopics: keys,
  wantedTopics: z.number().catch(0),
  sharedAreas: keys,
  sharedModes: keys,
  sharedSlots: keys,
  sameSite: z.boolean().nullable().catch(null),
  /** Steps by which the mentor is further on; null when it is not known. */
  stepsAhead: z.number().nullable().catch(null),
});
export type Why = z.infer<typeof shape>;
/** Whose words: the mentee's and the mentor's own, or a co-ordinator's about the two. */
export type WhyReader = 'mentee' | 'mentor' | 'coordinator';

/** Reads the facts of a pair as they are kept; what is missing counts as not known. */
export function readWhy(kept: Record<string, unknown>): Why {
  return shape.parse(kept);
}

/** So many of a mentee's topics count. */
const WANTED = 3;

/** The facts of two people, read off their cards: the same that the matching finds, without its points. */
export function whyFromCards(mentee: Card, mentor: Card, scheme: Pick<Scheme, 'stages'>): Why {
  const shared = (mine: readonly string[], theirs: readonly string[]): string[] =>
    [...new Set(mine)].filter(one => theirs.includes(one));
  const stage = (card: Card): number => scheme.stages.findIndex(option => option.key === card.stage);
  const wanted = [...new Set(mentee.topics)].slice(0, WANTED);
  const [below, above] = [stage(mentee), stage(mentor)];
  return {
    sharedTopics: shared(wanted, mentor.topics),
    wantedTopics: wanted.length,
    sharedAreas: shared(mentee.areas, mentor.areas),
    sharedModes: shared(mentee.modes, mentor.modes),
    sharedSlots: shared(mentee.slots, mentor.slots),
    sameSite: mentee.site && mentor.site ? mentee.site === mentor.site : null,
    stepsAhead: below < 0 || above < 0 ? null : above - below,
  };
}

const WEEKDAYS: Record<string, string> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
};
const NAMED_SLOTS = 3;

function slotInWords(slot: string): string {
  const [day = '', half] = slot.split('-');
  return `${WEEKDAYS[day] ?? day} ${half === 'pm' ? 'afternoons' : 'mornings'}`;
}

function slotsInWords(slots: readonly string[]): string {
  const named = slots.slice(0, NAMED_SLOTS).map(slotInWords);
  const more = slots.length - named.length;
  return inWords([...named, ...(more > 0 ? [more === 1 ? 'one more time' : `${more} more times`] : [])]);
}

function topicsInWords(
  { sharedTopics, wantedTopics }: Why,
  scheme: Pick<Scheme, 'topics'>,
  reader: WhyReader,
): string[] {
  if (sharedTopics.length === 0) return reader === 'coordinator' && wantedTopics > 0 ? ['no topic in common yet'] : [];
  const wanted = Math.max(wantedTopics, sharedTopics.length);
  const many = (whose: string): string => {
    if (wanted === 1) return `${whose} topic`;
    return sharedTopics.length === wanted
      ? `${wanted === 2 ? 'both' : `all ${wanted}`} of ${whose} topics`
      : `${sharedTopics.length} of ${whose} ${wanted} topics`;
  };
  const labels = labelsOf(scheme.topics, sharedTopics);
  if (reader === 'mentee') return [`shares ${many('your')}: ${labels}`];
  return [reader === 'mentor' ? `you share ${many('their')}: ${labels}` : `shares ${many('the mentee’s')}: ${labels}`];
}

function stageInWords(steps: number | null): string[] {
  if (steps === null || steps < 0) return [];
  if (steps === 0) return ['at a similar stage'];
  return [steps === 1 ? 'one step further on' : 'further on by some steps'];
}

/** The reasons in words, the weightiest first; each begins in lower case, to be put in a list or a sentence. */
export function whyInWords(
  kept: Record<string, unknown>,
  scheme: Pick<Scheme, 'topics' | 'areas'>,
  reader: WhyReader,
): string[] {
  const why = readWhy(kept);
  return [
    ...topicsInWords(why, scheme, reader),
    ...(why.sharedAreas.length > 0 ? [`both know ${labelsOf(scheme.areas, why.sharedAreas)}`] : []),
    ...(why.sharedSlots.length > 0 ? [`both free on ${slotsInWords(why.sharedSlots)}`] : []),
    ...(why.sameSite === true ? ['same site'] : []),
    ...(why.sharedModes.length > 0
      ? [`both can meet: ${labelsOf(modes, why.sharedModes).toLocaleLowerCase('en-GB')}`]
      : []),
    ...(reader === 'mentor' ? [] : stageInWords(why.stepsAhead)),
  ];
}

/** The reasons as one sentence without its full stop; `fallback` when there is none to name. */
export function whySentence(
  kept: Record<string, unknown>,
  scheme: Pick<Scheme, 'topics' | 'areas'>,
  reader: WhyReader,
  fallback: string,
): string {
  return whyInWords(kept, scheme, reader).join('; ') || fallback;
}
