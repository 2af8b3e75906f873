// An instance of the file format in the one order and in numbers: people by id, usable pairs, and what the lists and the draft wish. Solving is in solve-instance.ts.
import type { Instance, Tier } from './format.ts';
import { MOST_SCORE } from './instance.ts';
import { makeKernel } from './kernel.ts';
import type { Wishes } from './objectives.ts';
import { inOrder, positions } from './order.ts';
import { type Problem, pairList } from './problem.ts';
import { problemOf, type Rows, type WithRows } from './rows.ts';
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
export function asProblem(instance: Instance, people: People): WithRows {
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
  const waited = new Uint8Array(mentees.length);
  const outline = { mentees: mentees.length, mentors: mentors.length, wants, hasOne, waited, places };
  const { scores } = instance;
  const file = {
    row: mentees.map(one => people.row.get(one.id)!),
    column: mentors.map(one => people.column.get(one.id)!),
  };
  const least = instance.minScore ?? 0;
  if (scores.kind === 'dense') return problemOf(outline, denseRows(scores.rows, file, barred, least));
  return { ...outline, ...listedPairs(scores.rows, file, barred, least) };
}

/** Where the people in canonical order stand in the file. */
type InFile = { readonly row: readonly number[]; readonly column: readonly number[] };

/** Rows that hold a score, or null, for every mentor. */
function denseRows(
  rows: readonly (readonly (number | null)[])[],
  file: InFile,
  barred: readonly ReadonlySet<number>[],
  least: number,
): Rows {
  const kernel = makeKernel(file.column.length);
  const column = Int32Array.from(file.column);
  const read = (i: number): void => {
    const points = rows[file.row[i]!]!;
    for (let j = 0; j < column.length; j++) {
      const score = points[column[j]!]!;
      kernel.row[j] = score === null || score < least ? -1 : score;
    }
    for (const j of barred[i]!) kernel.row[j] = -1;
  };
  return { kernel, most: MOST_SCORE, read };
}

/** Rows that list mentors with their scores. */
function listedPairs(
  rows: readonly (readonly (readonly [mentor: number, score: number])[])[],
  file: InFile,
  barred: readonly ReadonlySet<number>[],
  least: number,
): Pick<Problem, 'start' | 'mentor' | 'score'> {
  const place = new Int32Array(file.column.length);
  file.column.forEach((from, to) => {
    place[from] = to;
  });
  const pairs = pairList(file.row.length);
  file.row.forEach((at, i) => {
    const entries = rows[at]!.map(([index, score]) => [place[index]!, score] as const);
    for (const [j, score] of entries.sort((a, b) => a[0] - b[0]))
      if (score >= least && !barred[i]!.has(j)) pairs.add(j, score);
    pairs.endRow(i);
  });
  return pairs.done();
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
