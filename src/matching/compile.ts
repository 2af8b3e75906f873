// The scores of score.ts for a mentee with all mentors at once, by the steps of the kernel; a test holds the two to the same points.
import { type BitPlanes, bitPlanes } from './bit-planes.ts';
import { type Kernel, type MakeKernel, makeKernel } from './kernel.ts';
import type { Rows } from './rows.ts';
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

const EVERY_BIT = -1;

/** Most points a pair can have. */
const MOST = Object.values(MOST_POINTS).reduce((sum, one) => sum + one, 0);

/** Mentors alike in stage, site and whether they meet in person, one key each. */
function keysOf(mentors: readonly Mentor[]) {
  const numbers = new Map<string, number>();
  const alike: Mentor[] = [];
  const keys = mentors.map(one => {
    const inPerson = one.modes.length === 0 || one.modes.includes(IN_PERSON);
    const name = JSON.stringify([one.stage, one.site, inPerson]);
    if (!numbers.has(name)) {
      numbers.set(name, alike.length);
      alike.push(one);
    }
    return numbers.get(name)!;
  });
  return { keys, alike };
}

/** Points for stage and site. */
function stageAndSite(mentee: Mentee, mentor: Mentor): number {
  const stage =
    mentee.stage === null || mentor.stage === null ? MOST_POINTS.stage : stagePoints(mentor.stage - mentee.stage);
  const canMeet = mentor.modes.length === 0 || mentor.modes.includes(IN_PERSON);
  const near = mentee.site === null || mentor.site === null || mentee.site === mentor.site;
  return stage + (!mentee.modes.includes(IN_PERSON) || (canMeet && near) ? MOST_POINTS.site : 0);
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

/** Points of mentees with all mentors, row by row; barred are mentors with whom they share no meeting mode or no slot. */
export function compile(mentees: readonly Mentee[], mentors: readonly Mentor[], make: MakeKernel = makeKernel): Rows {
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
    const name = JSON.stringify([mentee.stage, mentee.site, mentee.modes.includes(IN_PERSON), sure]);
    const before = known.get(name);
    if (before !== undefined) return before;
    const points = Int32Array.from(alike, mentor => stageAndSite(mentee, mentor) + sure);
    known.set(name, points);
    return points;
  };
  const read = (i: number): void => {
    const mentee = mentees[i]!;
    const wanted = countedTopics(mentee);
    const anyArea = mentee.areaWish === 'any' || mentee.areas.length === 0;
    const sure =
      (wanted.length === 0 ? MOST_POINTS.topics : 0) + (anyArea ? areaPoints(mentee.areaWish, false, false) : 0);
    table.set(tableOf(mentee, sure));
    kernel.look(keyAt);
    const byRank = topicPoints(wanted.length);
    wanted.forEach((topic, rank) => {
      const number = topics.numbers.get(topic);
      if (number !== undefined) kernel.addForBit(topicsAt + (number >> 5), number & 31, byRank[rank]!);
    });
    if (!anyArea) {
      const same = mentee.areaWish === 'same';
      noteShared(kernel, areas, same ? sameAt : differentAt, mentee.areas);
      kernel.addForNoted(MOST_POINTS.area, same);
    }
    barStrangers(kernel, modes, modesAt, mentee.modes);
    barStrangers(kernel, slots, slotsAt, mentee.slots);
  };
  return { kernel, most: MOST, read };
}
