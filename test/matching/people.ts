// Mentors and mentees for the tests: one of each with everything unknown, and small pools drawn by fast-check.
import fc from 'fast-check';
import type { MatchInput, Ranking } from '../../src/matching/draw.ts';
import { OBJECTIVES } from '../../src/matching/objectives.ts';
import type { Objective } from '../../src/matching/problem.ts';
import type { Mentee, Mentor } from '../../src/matching/score.ts';

const NOTHING_KNOWN = { topics: [], areas: [], stage: null, site: null, modes: [], slots: [] };

export const mentee = (id: string, known: Partial<Mentee> = {}): Mentee => ({
  id,
  wants: 1,
  areaWish: 'any',
  waitedBefore: false,
  ...NOTHING_KNOWN,
  ...known,
});

export const mentor = (id: string, known: Partial<Mentor> = {}): Mentor => ({
  id,
  capacity: 1,
  ...NOTHING_KNOWN,
  ...known,
});

export const asked = (
  mentees: readonly Mentee[],
  mentors: readonly Mentor[],
  rest: Partial<MatchInput> = {},
): MatchInput => ({
  mentees,
  mentors,
  excluded: [],
  locks: [],
  removed: [],
  objective: 'most-matched',
  ...rest,
});

const some = (names: readonly string[]): fc.Arbitrary<string[]> => fc.shuffledSubarray([...names]);

const common = {
  topics: some(['career', 'registration', 'teaching', 'budget', 'networking', 'voice']),
  areas: some(['workshop', 'imaging', 'media']),
  stage: fc.option(fc.nat({ max: 4 })),
  site: fc.option(fc.constantFrom('north', 'south')),
  modes: some(['in-person', 'video', 'phone']),
  slots: some(['mon-am', 'mon-pm', 'tue-am', 'wed-pm']),
};

/** Whom somebody would like after an event; null for somebody who did not say. */
const someLiked = (over: string): fc.Arbitrary<string[] | null> =>
  fc.option(fc.subarray(Array.from({ length: 10 }, (_, n) => `${over}${n}`)));
const saying = (liked: string[] | null) => (liked === null ? {} : { liked });

const times = fc.nat({ max: 2 });
export const someWeights = fc.record({ topics: times, area: times, stage: times, site: times, event: times });

export const someMentees = (max: number): fc.Arbitrary<Mentee[]> =>
  fc
    .array(
      fc.record({
        ...common,
        wants: fc.constantFrom(1 as const, 1 as const, 2 as const),
        areaWish: fc.constantFrom('same' as const, 'different' as const, 'any' as const),
        waitedBefore: fc.boolean(),
        liked: someLiked('o'),
      }),
      { maxLength: max },
    )
    .map(list => list.map(({ liked, ...one }, i) => ({ ...one, ...saying(liked), id: `e${(i * 7) % 10}` })));

export const someMentors = (max: number): fc.Arbitrary<Mentor[]> =>
  fc
    .array(fc.record({ ...common, capacity: fc.nat({ max: 2 }), liked: someLiked('e') }), { maxLength: max })
    .map(list => list.map(({ liked, ...one }, j) => ({ ...one, ...saying(liked), id: `o${(j * 3) % 10}` })));

const somePairs = fc.array(
  fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 9 })).map(([i, j]) => [`e${i}`, `o${j}`] as const),
  { maxLength: 4 },
);

/** Rankings of a few, some held equal, some of people who are not here. */
const someRanks = (of: string, over: string): fc.Arbitrary<Ranking[]> =>
  fc
    .array(fc.tuple(fc.shuffledSubarray([...Array(10).keys()]), fc.array(fc.boolean(), { minLength: 10 })), {
      minLength: 8,
      maxLength: 10,
    })
    .map(lists =>
      lists.map(([others, equal], person) => {
        const tiers: string[][] = [];
        others.forEach((other, at) => {
          if (at > 0 && equal[at]) tiers.at(-1)!.push(`${over}${other}`);
          else tiers.push([`${over}${other}`]);
        });
        return { id: `${of}${person}`, tiers };
      }),
    );

/** Pools with short places, exclusions, removals, locks (also impossible ones), a minimum score, rankings and a draft. */
export const somePool: fc.Arbitrary<MatchInput> = fc.record({
  mentees: someMentees(6),
  mentors: someMentors(5),
  excluded: somePairs,
  locks: somePairs,
  removed: somePairs,
  objective: fc.constantFrom<Objective>(...OBJECTIVES),
  menteeRanks: someRanks('e', 'o'),
  mentorRanks: someRanks('o', 'e'),
  draft: somePairs,
  minScore: fc.constantFrom(0, 0, 30, 50),
  weights: someWeights,
});
