// How well one mentor fits one mentee, in points and in facts from which a sentence can be made; the wording is left to the rooms.

/** A mentee as the matching sees one. An empty list or null means "not known", which never counts against anybody. */
export type Mentee = {
  readonly id: string;
  readonly wants: 1 | 2;
  /** Most wanted first; the first three count. */
  readonly topics: readonly string[];
  readonly areas: readonly string[];
  readonly areaWish: 'same' | 'different' | 'any';
  readonly stage: number | null;
  readonly site: string | null;
  readonly modes: readonly string[];
  readonly slots: readonly string[];
  readonly waitedBefore: boolean;
  /** Mentors they would like after an event; absent when they did not say. */
  readonly liked?: readonly string[];
};

/** A mentor as the matching sees one; `capacity` is the number of places still free, 0 included. */
export type Mentor = {
  readonly id: string;
  readonly capacity: number;
  readonly topics: readonly string[];
  readonly areas: readonly string[];
  readonly stage: number | null;
  readonly site: string | null;
  readonly modes: readonly string[];
  readonly slots: readonly string[];
  /** Mentees they would like after an event; absent when they did not say. */
  readonly liked?: readonly string[];
};

/** The meeting mode for which the site matters. */
export const IN_PERSON = 'in-person';

/** The most points each part can bring. What was not asked for cannot be missed, so it brings all its points. */
export const MOST_POINTS = { topics: 45, area: 15, stage: 10, site: 10, event: 20 } as const;

export type Part = keyof typeof MOST_POINTS;

/** How often each part counts: small whole numbers, 0 for not at all. */
export type PartWeights = Readonly<Record<Part, number>>;
/** The usual weights; what people said after an event counts only where somebody said something. */
export const USUAL_WEIGHTS: PartWeights = { topics: 1, area: 1, stage: 1, site: 1, event: 0 };

/** The most a pair can have under these weights. */
export const mostPoints = (weights: PartWeights): number =>
  (Object.keys(MOST_POINTS) as Part[]).reduce((sum, part) => sum + MOST_POINTS[part] * weights[part], 0);

/** Half of the event's points are each side's: for somebody they would like, or where they did not say. */
export const HALF_EVENT = MOST_POINTS.event / 2;

/** Why two people cannot be put together. `excluded` must never be shown to either of them (R12, R18). */
export type Block = 'excluded' | 'removed' | 'modes' | 'slots' | 'minimum';

/** A fit in points, with the facts behind them. */
export type Fit = {
  readonly score: number;
  readonly parts: Readonly<Record<Part, number>>;
  /** In the mentee's own order. */
  readonly sharedTopics: readonly string[];
  readonly wantedTopics: number;
  readonly sharedAreas: readonly string[];
  readonly sharedModes: readonly string[];
  readonly sharedSlots: readonly string[];
  /** Null when one of the two sites is not known. */
  readonly sameSite: boolean | null;
  /** Steps by which the mentor is ahead; null when a stage is not known. */
  readonly stepsAhead: number | null;
};

/** Points of each wanted topic by rank, for one, two or three wanted topics; each row sums to 45. */
const TOPIC_POINTS: readonly (readonly number[])[] = [[], [45], [27, 18], [20, 15, 10]];

/** The topics that count: the first three different ones. */
export const countedTopics = (mentee: Mentee): string[] => [...new Set(mentee.topics)].slice(0, 3);

/** Points of each counted topic, most wanted first. */
export const topicPoints = (wanted: number): readonly number[] => TOPIC_POINTS[wanted]!;

/** One step ahead is best; being less senior never blocks (R9). */
export const stagePoints = (stepsAhead: number): number => {
  if (stepsAhead < 0) return 3;
  return [6, 10, 8][stepsAhead] ?? 5;
};

/** Points for the technical area, from the mentee's wish and whether both lists are known and share an entry. */
export const areaPoints = (wish: Mentee['areaWish'], known: boolean, shared: boolean): number =>
  wish === 'any' || !known || shared === (wish === 'same') ? MOST_POINTS.area : 0;

const shared = (mine: readonly string[], theirs: readonly string[]): string[] => {
  const other = new Set(theirs);
  return [...new Set(mine)].filter(one => other.has(one));
};

const clash = (mine: readonly string[], theirs: readonly string[]): boolean =>
  mine.length > 0 && theirs.length > 0 && shared(mine, theirs).length === 0;

const sitePoints = (mentee: Mentee, mentor: Mentor, sameSite: boolean | null): number => {
  if (!mentee.modes.includes(IN_PERSON)) return MOST_POINTS.site;
  const canMeet = mentor.modes.length === 0 || mentor.modes.includes(IN_PERSON);
  return canMeet && sameSite !== false ? MOST_POINTS.site : 0;
};

const eventPoints = (mentee: Mentee, mentor: Mentor): number =>
  (mentee.liked?.includes(mentor.id) === false ? 0 : HALF_EVENT) +
  (mentor.liked?.includes(mentee.id) === false ? 0 : HALF_EVENT);

/** Points and facts of a pair, whether or not something stands in its way. Each part is given with its weight in it. */
export function fitOf(mentee: Mentee, mentor: Mentor, weights: PartWeights = USUAL_WEIGHTS): Fit {
  const topics = countedTopics(mentee);
  const sharedTopics = shared(topics, mentor.topics);
  const sharedAreas = shared(mentee.areas, mentor.areas);
  const sameSite = mentee.site === null || mentor.site === null ? null : mentee.site === mentor.site;
  const stepsAhead = mentee.stage === null || mentor.stage === null ? null : mentor.stage - mentee.stage;
  const byRank = topicPoints(topics.length);
  const plain = {
    topics:
      topics.length === 0
        ? MOST_POINTS.topics
        : sharedTopics.reduce((sum, topic) => sum + byRank[topics.indexOf(topic)]!, 0),
    area: areaPoints(mentee.areaWish, mentee.areas.length > 0 && mentor.areas.length > 0, sharedAreas.length > 0),
    stage: stepsAhead === null ? MOST_POINTS.stage : stagePoints(stepsAhead),
    site: sitePoints(mentee, mentor, sameSite),
    event: eventPoints(mentee, mentor),
  };
  const parts = {
    topics: plain.topics * weights.topics,
    area: plain.area * weights.area,
    stage: plain.stage * weights.stage,
    site: plain.site * weights.site,
    event: plain.event * weights.event,
  };
  return {
    score: parts.topics + parts.area + parts.stage + parts.site + parts.event,
    parts,
    sharedTopics,
    wantedTopics: topics.length,
    sharedAreas,
    sharedModes: shared(mentee.modes, mentor.modes),
    sharedSlots: shared(mentee.slots, mentor.slots),
    sameSite,
    stepsAhead,
  };
}

/** What stands outside the two people: the lists of people not to be paired (R12), a pair taken out by hand, a minimum score. */
export type PairRules = {
  readonly excluded: boolean;
  readonly removed: boolean;
  readonly minScore: number | null;
  readonly weights?: PartWeights;
};

const NO_RULES: PairRules = { excluded: false, removed: false, minScore: null };

/** Everything that stands in the way of a pair, hardest first; empty when they may be put together. */
export function blocksOf(mentee: Mentee, mentor: Mentor, rules: PairRules = NO_RULES): Block[] {
  const blocks: Block[] = [];
  if (rules.excluded || mentee.id === mentor.id) blocks.push('excluded');
  if (rules.removed) blocks.push('removed');
  if (clash(mentee.modes, mentor.modes)) blocks.push('modes');
  if (clash(mentee.slots, mentor.slots)) blocks.push('slots');
  if (rules.minScore !== null && fitOf(mentee, mentor, rules.weights).score < rules.minScore) blocks.push('minimum');
  return blocks;
}

/** The fit of a pair, or the first thing that stands in its way. */
export function scorePair(
  mentee: Mentee,
  mentor: Mentor,
  rules: PairRules = NO_RULES,
): Fit | { readonly blocked: Block } {
  const [blocked] = blocksOf(mentee, mentor, rules);
  return blocked === undefined ? fitOf(mentee, mentor, rules.weights) : { blocked };
}
