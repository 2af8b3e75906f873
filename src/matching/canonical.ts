// An instance of the file format in the one order and in numbers: people by id, usable pairs, and what the lists and the draft wish. Solving is in solve-instance.ts.
import type { Instance, Tier } from './format.ts';
import type { Wishes } from './objectives.ts';
import { inOrder, positions } from './order.ts';
import { type Problem, pairList } from './problem.ts';
import type { Lists } from './tiers.ts';

/** People sorted by id, with the place each one has in the file's own order and in this one. */
export type People = {
  readonly mentees: Instance['mentees'];
  readonly mentors: Instance['mentors'];
  readonly row: ReadonlyMap<string, number>;
  readonly column: ReadonlyMap<string, number>;
  readonly menteeAt: ReadonlyMap<string, number>;
  readonly mentorAt: ReadonlyMap<string, number>;
};

export function inCanonicalOrder(instance: Instance): People {
  const [mentees, mentors] = [inOrder(instance.mentees), inOrder(instance.mentors)];
  return {
    mentees,
    mentors,
    row: positions(instance.mentees),
    column: positions(instance.mentors),
    menteeAt: positions(mentees),
    mentorAt: positions(mentors),
  };
}

/** The pairs that may be drawn, and what is left of wants and places once the locks have theirs. */
export function asProblem(instance: Instance, people: People): Problem {
  const { mentees, mentors, menteeAt, mentorAt } = people;
  const barred = mentees.map(() => new Set<number>());
  for (const { mentee, mentor } of [...instance.exclusions, ...instance.locks]) {
    barred[menteeAt.get(mentee)!]!.add(mentorAt.get(mentor)!);
  }
  const wants = Uint8Array.from(mentees, one => one.wants);
  const places = Float64Array.from(mentors, one => one.capacity);
  const hasOne = new Uint8Array(mentees.length);
  for (const { mentee, mentor } of instance.locks) {
    wants[menteeAt.get(mentee)!]!--;
    hasOne[menteeAt.get(mentee)!] = 1;
    places[mentorAt.get(mentor)!]!--;
  }
  const pairs = pairList(mentees.length);
  const least = instance.minScore ?? 0;
  const sorted = mentorsInOrder(instance, people);
  mentees.forEach((mentee, i) => {
    sorted(people.row.get(mentee.id)!, (j, score) => {
      if (score >= least && !barred[i]!.has(j)) pairs.add(j, score);
    });
    pairs.endRow(i);
  });
  const waited = new Uint8Array(mentees.length);
  return { mentees: mentees.length, mentors: mentors.length, ...pairs.done(), wants, hasOne, waited, places };
}

/** Walks a row of the file mentor by mentor in canonical order, leaving out pairs without a score. */
function mentorsInOrder(instance: Instance, { mentors, column }: People) {
  const columns = mentors.map(one => column.get(one.id)!);
  const place = new Int32Array(columns.length);
  columns.forEach((from, to) => {
    place[from] = to;
  });
  const { scores } = instance;
  return (row: number, visit: (mentor: number, score: number) => void): void => {
    if (scores.kind === 'dense') {
      const points = scores.rows[row]!;
      for (let j = 0; j < columns.length; j++) {
        const score = points[columns[j]!]!;
        if (score !== null) visit(j, score);
      }
      return;
    }
    const entries = scores.rows[row]!.map(([index, score]) => [place[index]!, score] as const);
    for (const [j, score] of entries.sort((a, b) => a[0] - b[0])) visit(j, score);
  };
}

/** The lists and the draft of the file, as far as it has them. */
export function wishesOf({ menteePrefs, mentorPrefs, draft }: Instance, people: People): Wishes {
  const { mentees, mentors, row, column, menteeAt, mentorAt } = people;
  return {
    ...(menteePrefs && { menteeLists: listsOf(i => menteePrefs[row.get(mentees[i]!.id)!]!, mentorAt) }),
    ...(mentorPrefs && { mentorLists: listsOf(j => mentorPrefs[column.get(mentors[j]!.id)!]!, menteeAt) }),
    ...(draft && { draft: draft.map(([mentee, mentor]) => [menteeAt.get(mentee)!, mentorAt.get(mentor)!] as const) }),
  };
}

/** Lists of ids as lists of numbers; whoever is not here is passed over. */
export function listsOf(of: (person: number) => readonly Tier[], at: ReadonlyMap<string, number>): Lists {
  return (person, visit) => {
    const tiers = of(person);
    for (let tier = 0; tier < tiers.length; tier++) {
      for (const id of tiers[tier]!) {
        const other = at.get(id);
        if (other !== undefined) visit(other, tier);
      }
    }
  };
}
