// The scores of score.ts for whole pools at once, on bit sets in typed arrays; a test holds the two to the same points.
import {
  areaPoints,
  countedTopics,
  IN_PERSON,
  type Mentee,
  type Mentor,
  MOST_POINTS,
  stagePoints,
  topicPoints,
} from './score.ts';

type Lists = readonly (readonly string[])[];

/** One bit set per person, all of the same width; an empty set means "not known". */
type Sets = { readonly width: number; readonly bits: Uint32Array };

/** Both sides' lists as bit sets over one numbering. */
function asSets(mine: Lists, theirs: Lists): { numbers: Map<string, number>; mine: Sets; theirs: Sets } {
  const numbers = new Map<string, number>();
  for (const list of [...mine, ...theirs])
    for (const one of list) if (!numbers.has(one)) numbers.set(one, numbers.size);
  const width = Math.max(1, Math.ceil(numbers.size / 32));
  const set = (lists: Lists): Sets => {
    const bits = new Uint32Array(lists.length * width);
    lists.forEach((list, i) => {
      for (const one of list) bits[i * width + (numbers.get(one)! >> 5)]! |= 1 << (numbers.get(one)! & 31);
    });
    return { width, bits };
  };
  return { numbers, mine: set(mine), theirs: set(theirs) };
}

function meet(a: Sets, i: number, b: Sets, j: number): boolean {
  for (let w = 0; w < a.width; w++) if ((a.bits[i * a.width + w]! & b.bits[j * b.width + w]!) !== 0) return true;
  return false;
}

const has = (sets: Sets, j: number, number: number): boolean =>
  (sets.bits[j * sets.width + (number >> 5)]! & (1 << (number & 31))) !== 0;

const UNKNOWN = -1;

/** Sites as numbers shared by both sides, UNKNOWN where there is none. */
function asNumbers(mine: readonly (string | null)[], theirs: readonly (string | null)[]): [Int32Array, Int32Array] {
  const numbers = new Map<string, number>();
  const of = (name: string | null): number => {
    if (name === null) return UNKNOWN;
    if (!numbers.has(name)) numbers.set(name, numbers.size);
    return numbers.get(name)!;
  };
  return [Int32Array.from(mine, of), Int32Array.from(theirs, of)];
}

/** What `points` answers for two people who share no meeting mode or no slot. */
export const BLOCKED = -1;

/** Makes a function that gives the points of mentee i with mentor j, or BLOCKED when modes or slots stand in the way. */
export function compile(
  mentees: readonly Mentee[],
  mentors: readonly Mentor[],
): (mentee: number, mentor: number) => number {
  const sets = (list: (one: Mentee | Mentor) => readonly string[]) => asSets(mentees.map(list), mentors.map(list));
  const [modes, slots, areas, topics] = [
    sets(one => one.modes),
    sets(one => one.slots),
    sets(one => one.areas),
    sets(one => one.topics),
  ];
  const [site, siteOf] = asNumbers(
    mentees.map(one => one.site),
    mentors.map(one => one.site),
  );
  const wanted = mentees.map(one => countedTopics(one).map(topic => topics.numbers.get(topic)!));
  const inPerson = mentees.map(one => one.modes.includes(IN_PERSON));
  const canMeet = mentors.map(one => one.modes.length === 0 || one.modes.includes(IN_PERSON));
  const [modesKnown, slotsKnown] = [mentors.map(one => one.modes.length > 0), mentors.map(one => one.slots.length > 0)];
  const areasKnown = mentors.map(one => one.areas.length > 0);
  const stages = mentors.map(one => one.stage);

  return (i, j) => {
    const mentee = mentees[i]!;
    if (mentee.modes.length > 0 && modesKnown[j] && !meet(modes.mine, i, modes.theirs, j)) return BLOCKED;
    if (mentee.slots.length > 0 && slotsKnown[j] && !meet(slots.mine, i, slots.theirs, j)) return BLOCKED;
    const mine = wanted[i]!;
    const byRank = topicPoints(mine.length);
    let points = mine.length === 0 ? MOST_POINTS.topics : 0;
    for (let rank = 0; rank < mine.length; rank++) if (has(topics.theirs, j, mine[rank]!)) points += byRank[rank]!;
    points += areaPoints(
      mentee.areaWish,
      mentee.areas.length > 0 && areasKnown[j]!,
      meet(areas.mine, i, areas.theirs, j),
    );
    const stage = stages[j]!;
    points += mentee.stage === null || stage === null ? MOST_POINTS.stage : stagePoints(stage - mentee.stage);
    const near = site[i] === UNKNOWN || siteOf[j] === UNKNOWN || site[i] === siteOf[j];
    return !inPerson[i] || (canMeet[j] && near) ? points + MOST_POINTS.site : points;
  };
}
