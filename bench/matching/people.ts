// A pool of technicians for the profile family: seeded people as the matching sees them, with many ties and some who cannot meet.
import { compile } from '../../src/matching/compile.ts';
import type { Mentee, Mentor } from '../../src/matching/score.ts';
import { type Matrix, stream } from './families.ts';

const named = (prefix: string, count: number): string[] => Array.from({ length: count }, (_, k) => `${prefix}${k}`);

const TOPICS = named('topic', 40);
const AREAS = named('area', 12);
const SITES = named('site', 8);
const MODES = ['in-person', 'video', 'phone'];
const SLOTS = named('slot', 10);

export type People = { readonly mentees: readonly Mentee[]; readonly mentors: readonly Mentor[] };

/** Seeded people; mentors have 1 to `most` places. */
export function peopleOf(mentees: number, mentors: number, most: number, seed: number): People {
  const whole = stream(seed);
  const some = (names: readonly string[], least: number, more: number): string[] => {
    const chosen = new Set<string>();
    const count = least + whole(more + 1);
    while (chosen.size < count) chosen.add(names[whole(names.length)]!);
    return [...chosen];
  };
  const common = () => ({
    areas: some(AREAS, 1, 2),
    stage: whole(5),
    site: SITES[whole(SITES.length)]!,
    modes: some(MODES, 1, 2),
    slots: some(SLOTS, 3, 4),
  });
  const wishes = ['any', 'same', 'different'] as const;
  return {
    mentees: named('mentee', mentees).map(id => ({
      id,
      wants: 1,
      topics: some(TOPICS, 1, 2),
      areaWish: wishes[whole(3)]!,
      waitedBefore: false,
      ...common(),
    })),
    mentors: named('mentor', mentors).map(id => ({
      id,
      capacity: 1 + whole(most),
      topics: some(TOPICS, 2, 6),
      ...common(),
    })),
  };
}

/** The scores of people as a matrix, for the others and for the proof. */
export function matrixOfPeople({ mentees, mentors }: People): Matrix {
  const { kernel, read } = compile(mentees, mentors);
  const score = new Int32Array(mentees.length * mentors.length);
  for (let i = 0; i < mentees.length; i++) {
    read(i);
    score.set(kernel.row, i * mentors.length);
  }
  const places = Int32Array.from(mentors, one => one.capacity);
  return { mentees: mentees.length, mentors: mentors.length, places, score, lists: null };
}
