// What is gathered for a matching, and the question it becomes. Gathering itself, page by page, is in gather.ts.
import type { IdPair, MatchInput } from '../../matching/draw.ts';
import type { EarlierPair, Question } from '../../matching/question.ts';
import { IN_PERSON, type Mentee, type Mentor } from '../../matching/score.ts';
import type { Card, Casefile, Ranking, Registration, Run, Scheme } from '../../scheme/kinds.ts';
import { rankingsFor, type Wanted } from '../../scheme/rankings.ts';
import { usualWeights } from '../../scheme/records/scheme.ts';
import { listedAmong, type Sealed } from '../../scheme/sealed.ts';

/** What is gathered; it lives in this process only. */
export type Pool = {
  phase: number;
  mentees: Mentee[];
  mentors: Mentor[];
  people: { id: string; emailHash?: string | undefined }[];
  lists: Sealed<'exclusions'>[];
  apart: IdPair[];
  triedBefore: IdPair[];
  locks: IdPair[];
  removed: IdPair[];
  earlier: boolean;
  minScore: number;
  placesEach: number;
  how: How;
  /** The preview before this one: how many pages it has, and its pairs. */
  draftPages: number;
  draftRead: number;
  draft: EarlierPair[];
  rankings: Ranking[];
};

/** What the pairs are to be best at, and how much each thing counts. */
export type How = Pick<Run, 'objective' | 'weights' | 'fewest'>;

export const emptyPool = (): Pool => ({
  phase: 0,
  mentees: [],
  mentors: [],
  people: [],
  lists: [],
  apart: [],
  triedBefore: [],
  locks: [],
  removed: [],
  earlier: false,
  minScore: 0,
  placesEach: 0,
  how: {},
  draftPages: 0,
  draftRead: 0,
  draft: [],
  rankings: [],
});

const common = (card: Card | undefined, scheme: Scheme) => {
  const stage = scheme.stages.findIndex(option => option.key === card?.stage);
  return {
    topics: card?.topics ?? [],
    areas: card?.areas ?? [],
    stage: stage < 0 ? null : stage,
    site: card?.site ?? null,
    modes: (card?.modes ?? []).map(mode => (mode === PERSON ? IN_PERSON : mode)),
    slots: card?.slots ?? [],
  };
};
/** The scheme's own key for meeting in person. */
const PERSON = 'person';

/** A meeting mode as cards name it. */
export const modeOnCards = (mode: string): string => (mode === IN_PERSON ? PERSON : mode);

export function asMentee(
  registration: Registration,
  card: Card | undefined,
  file: Casefile | undefined,
  scheme: Scheme,
): Mentee {
  return {
    id: registration.person,
    wants: 1,
    ...common(card, scheme),
    areaWish: file?.areaWish ?? 'any',
    waitedBefore: registration.leftOverBefore,
  };
}

export function asMentor(registration: Registration, card: Card | undefined, scheme: Scheme): Mentor {
  return { id: registration.person, capacity: registration.capacity - registration.taken, ...common(card, scheme) };
}

/** Somebody with whom they would like to be matched, if they said so after an event. */
function withLikings<P extends Mentee | Mentor>(person: P, ranks: ReadonlyMap<string, readonly string[]>): P {
  const liked = ranks.get(person.id);
  return liked ? { ...person, liked } : person;
}

const byPerson = (ranks: readonly Wanted[]): Map<string, readonly string[]> =>
  new Map(ranks.map(one => [one.id, one.tiers.flat()]));

/** What the matching is asked: a list on either side keeps two people apart (R12, R49), and so does "rather not" after an event. */
export function inputOf(pool: Pool): MatchInput {
  const { menteeRanks, mentorRanks, apart } = rankingsFor(pool.rankings);
  const [menteeLikings, mentorLikings] = [byPerson(menteeRanks), byPerson(mentorRanks)];
  const listed = listedAmong(pool.lists, pool.people).flatMap(([owner, other]): IdPair[] => [
    [owner, other],
    [other, owner],
  ]);
  return {
    mentees: pool.mentees.map(one => withLikings(one, menteeLikings)),
    mentors: pool.mentors.map(one => withLikings(one, mentorLikings)),
    excluded: [...listed, ...pool.apart, ...apart],
    locks: pool.locks,
    removed: [...pool.removed, ...(pool.earlier ? [] : pool.triedBefore)],
    minScore: pool.minScore,
    objective: pool.how.fewest && pool.draft.length > 0 ? 'keep-draft' : (pool.how.objective ?? 'most-matched'),
    weights: { ...(pool.how.weights ?? usualWeights), ...(pool.rankings.length > 0 ? {} : { event: 0 }) },
    menteeRanks,
    mentorRanks,
    draft: pool.draft.map(({ mentee, mentor }): IdPair => [mentee, mentor]),
  };
}

/** The whole question: the draw, with what changed since the preview before, and what would help those left over. */
export function askFor(pool: Pool): Question {
  const before = pool.draft.map(({ mentee, mentor, score }) => ({ mentee, mentor, score }));
  const { placesEach, rankings, draftPages } = pool;
  const ranked = rankings.length > 0;
  return { ask: 'draw', input: inputOf(pool), placesEach, ranked, ...(draftPages > 0 ? { before } : {}) };
}
