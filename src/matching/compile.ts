// The scores of score.ts for a mentee with all mentors at once, by the steps of the kernel; a test holds the two to the same points.
import { type BitPlanes, bitPlanes } from './bit-planes.ts';
import { type Kernel, type MakeKernel, makeKernel } from './kernel.ts';
import type { Rows } from './rows.ts';
import {
  areaPoints,
  countedTopics,
  HALF_EVENT,
  IN_PERSON,
  type Mentee,
  type Mentor,
  MOST_POINTS,
  mostPoints,
  type PartWeights,
  stagePoints,
  topicPoints,
  USUAL_WEIGHTS,
} from './score.ts';

const EVERY_BIT = -1;

/** Mentors alike in stage, site, whether they meet in person, and whether they said whom they would like, one key each. */
function keysOf(mentors: readonly Mentor[]) {
  const numbers = new Map<string, number>();
  const alike: Mentor[] = [];
  const keys = mentors.map(one => {
    const inPerson = one.modes.length === 0 || one.modes.includes(IN_PERSON);
    const name = JSON.stringify([one.stage, one.site, inPerson, one.liked !== undefined]);
    if (!numbers.has(name)) {
      numbers.set(name, alike.length);
      alike.push(one);
    }
    return numbers.get(name)!;
  });
  return { keys, alike };
}

/** Points for stage and site, and for what was not said after an event; who was named is added one by one. */
function pointsByKey(mentee: Mentee, mentor: Mentor, weights: PartWeights): number {
  const stage =
    mentee.stage === null || mentor.stage === null ? MOST_POINTS.stage : stagePoints(mentor.stage - mentee.stage);
  const canMeet = mentor.modes.length === 0 || mentor.modes.includes(IN_PERSON);
  const near = mentee.site === null || mentor.site === null || mentee.site === mentor.site;
  const site = !mentee.modes.includes(IN_PERSON) || (canMeet && near) ? MOST_POINTS.site : 0;
  const unsaid = (mentee.liked ? 0 : HALF_EVENT) + (mentor.liked ? 0 : HALF_EVENT);
  return stage * weights.stage + site * weights.site + unsaid * weights.event;
}

/** Notes in the kernel who of the mentors shares an entry with the list. */
function noteShared(kernel: Kernel, { width, bitsOf }: BitPlanes, from: number, list: readonly string[]): void {
  const bits = list.length === 0 ? new Int32Array(width).fill(EVERY_BIT) : bitsOf(list);
  for (let w = 0; w < width; w++) kernel.note(from + w, bits[w]!, w > 0);
}

/** Bars mentors who share no entry with the list, unless it is empty. */
function barStrangers(kernel: Kernel, planes: BitPlanes, from: number, list: readonly string[]): void {
  if (list.length === 0) return;
  if (planes.width === 1) {
    kernel.barWithout(from, planes.bitsOf(list)[0]!);
    return;
  }
  noteShared(kernel, planes, from, list);
  kernel.barUnnoted();
}

/** For each mentee the mentors who are named or name them, as often as there is a liking between the two. */
function likings(mentees: readonly Mentee[], mentors: readonly Mentor[]): (mentee: number) => readonly number[] {
  const at = new Map<string, number[]>();
  mentors.forEach(({ id }, j) => {
    at.set(id, [...(at.get(id) ?? []), j]);
  });
  const likedBy = new Map<string, number[]>();
  mentors.forEach(({ liked = [] }, j) => {
    for (const id of new Set(liked)) likedBy.set(id, [...(likedBy.get(id) ?? []), j]);
  });
  return i => {
    const { id, liked = [] } = mentees[i]!;
    return [...[...new Set(liked)].flatMap(other => at.get(other) ?? []), ...(likedBy.get(id) ?? [])];
  };
}

export type CompileOptions = { readonly make?: MakeKernel; readonly weights?: PartWeights };

/** Points of mentees with all mentors, row by row; barred are mentors with whom they share no meeting mode or no slot. */
export function compile(
  mentees: readonly Mentee[],
  mentors: readonly Mentor[],
  { make = makeKernel, weights = USUAL_WEIGHTS }: CompileOptions = {},
): Rows {
  const liking = weights.event === 0 ? () => [] : likings(mentees, mentors);
  const { keys, alike } = keysOf(mentors);
  const [modes, slots, areas, topics] = [
    bitPlanes(mentors.map(one => one.modes)),
    bitPlanes(mentors.map(one => one.slots)),
    bitPlanes(mentors.map(one => one.areas)),
    bitPlanes(mentors.map(one => one.topics)),
  ];
  // Areas stand there twice: whoever names none shares with everybody who wants the same, and with nobody who wants another.
  const widths = [1, modes.width, slots.width, areas.width, areas.width, topics.width];
  const from = widths.map((_, k) => widths.slice(0, k).reduce((sum, one) => sum + one, 0));
  const [keyAt, modesAt, slotsAt, sameAt, differentAt, topicsAt] = from as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const kernel = make(mentors.length, topicsAt + topics.width, alike.length);
  const { planes, table } = kernel;
  kernel.setKeys(keyAt, keys);
  modes.write(planes.slice(modesAt), EVERY_BIT);
  slots.write(planes.slice(slotsAt), EVERY_BIT);
  areas.write(planes.slice(sameAt), EVERY_BIT);
  areas.write(planes.slice(differentAt), 0);
  topics.write(planes.slice(topicsAt), 0);

  const known = new Map<string, Int32Array>();
  const tableOf = (mentee: Mentee, sure: number): Int32Array => {
    const inPerson = mentee.modes.includes(IN_PERSON);
    const name = JSON.stringify([mentee.stage, mentee.site, inPerson, mentee.liked !== undefined, sure]);
    const before = known.get(name);
    if (before !== undefined) return before;
    const points = Int32Array.from(alike, mentor => pointsByKey(mentee, mentor, weights) + sure);
    known.set(name, points);
    return points;
  };
  const read = (i: number): void => {
    const mentee = mentees[i]!;
    const wanted = countedTopics(mentee);
    const anyArea = mentee.areaWish === 'any' || mentee.areas.length === 0;
    const sure =
      (wanted.length === 0 ? MOST_POINTS.topics * weights.topics : 0) +
      (anyArea ? areaPoints(mentee.areaWish, false, false) * weights.area : 0);
    table.set(tableOf(mentee, sure));
    kernel.look(keyAt);
    for (const j of liking(i)) kernel.row[j]! += HALF_EVENT * weights.event;
    const byRank = topicPoints(wanted.length);
    wanted.forEach((topic, rank) => {
      const number = topics.numbers.get(topic);
      if (number !== undefined) kernel.addForBit(topicsAt + (number >> 5), number & 31, byRank[rank]! * weights.topics);
    });
    if (!anyArea) {
      const same = mentee.areaWish === 'same';
      noteShared(kernel, areas, same ? sameAt : differentAt, mentee.areas);
      kernel.addForNoted(MOST_POINTS.area * weights.area, same);
    }
    barStrangers(kernel, modes, modesAt, mentee.modes);
    barStrangers(kernel, slots, slotsAt, mentee.slots);
  };
  return { kernel, most: mostPoints(weights), read };
}
