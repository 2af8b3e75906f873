// Solves an instance of the file format: people in canonical order, locks set aside, the solver, the reasons, and the result with its certificate.
import { type Certificate, type Instance, type InstanceResult, RESULT_FORMAT, type Unmatched } from './format.ts';
import { scoreOf } from './instance.ts';
import { byId, inOrder, positions } from './order.ts';
import { type Objective, type Problem, pairList, type Weights, weightsFor } from './problem.ts';
import { reachOfLeft } from './shortage.ts';
import { type Solution, solve } from './solve.ts';

/** The objectives on offer, by the names of the file format. */
export const OBJECTIVES: readonly Objective[] = ['most-matched', 'max-score'];

/** Above this many ids in all, a shortage group is written once, with the first of its mentees, so that the file stays readable. */
const MOST_GROUP_IDS = 200_000;

/**
 * Solves an instance that has been read. Refuses in one sentence an objective not on offer, and scores and numbers of people
 * whose order of preference would need more than exact whole numbers.
 */
export function solveInstance(
  instance: Instance,
  objective: string,
): { readonly result: InstanceResult } | { readonly problem: string } {
  const offered = OBJECTIVES.find(one => one === objective);
  if (offered === undefined)
    return { problem: `The objective ${objective} is not offered yet; choose ${OBJECTIVES.join(' or ')}.` };
  const people = inCanonicalOrder(instance);
  const problem = asProblem(instance, people);
  const weights = weightsFor(problem, offered);
  if (weights === null)
    return { problem: 'There are too many people for scores this high: the sums would no longer be exact.' };
  return { result: asResult(instance, people, problem, weights, solve(problem, weights, offered), offered) };
}

/** People sorted by id, with the place each one has in the file's own order. */
type People = {
  readonly mentees: Instance['mentees'];
  readonly mentors: Instance['mentors'];
  readonly row: ReadonlyMap<string, number>;
  readonly column: ReadonlyMap<string, number>;
};

const inCanonicalOrder = (instance: Instance): People => ({
  mentees: inOrder(instance.mentees),
  mentors: inOrder(instance.mentors),
  row: positions(instance.mentees),
  column: positions(instance.mentors),
});

function asProblem(instance: Instance, people: People): Problem {
  const { mentees, mentors } = people;
  const mentorAt = positions(mentors);
  const menteeAt = positions(mentees);
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

function asResult(
  instance: Instance,
  people: People,
  problem: Problem,
  weights: Weights,
  solution: Solution,
  objective: Objective,
): InstanceResult {
  const { mentees, mentors, row, column } = people;
  const pairs: (readonly [string, string])[] = instance.locks.map(one => [one.mentee, one.mentor] as const);
  solution.held.forEach((j, at) => {
    if (j >= 0) pairs.push([mentees[at >> 1]!.id, mentors[j]!.id]);
  });
  pairs.sort((a, b) => byId(a[0], b[0]) || byId(a[1], b[1]));
  return {
    format: RESULT_FORMAT,
    objective,
    pairs,
    unmatched: unmatchedOf(people, problem, solution),
    total: pairs.reduce((sum, [mentee, mentor]) => sum + scoreOf(instance, row.get(mentee)!, column.get(mentor)!)!, 0),
    matched: new Set(pairs.map(([mentee]) => mentee)).size,
    certificate: certificateOf(people, weights, solution),
  };
}

/** The prices by id, with the weights they belong to. */
export function certificateOf(
  people:
    | Pick<People, 'mentees' | 'mentors'>
    | { mentees: readonly { id: string }[]; mentors: readonly { id: string }[] },
  { first, again }: Weights,
  { prices }: Solution,
): Certificate {
  return {
    first,
    again,
    mentee: Object.fromEntries(people.mentees.map(({ id }, i) => [id, prices.mentee[i]!])),
    mentor: Object.fromEntries(people.mentors.map(({ id }, j) => [id, prices.mentor[j]!])),
  };
}

function unmatchedOf({ mentees, mentors }: People, problem: Problem, { held, count }: Solution): Unmatched[] {
  const reaches = reachOfLeft(problem, held, count);
  const ids = [...reaches.values()].reduce((sum, one) => sum + one.mentees.length + one.mentors.length, 0);
  const written = new Set<unknown>();
  return mentees.flatMap(({ id }, i): Unmatched[] => {
    if (count[i]! > 0 || problem.hasOne[i]) return [];
    const reach = reaches.get(i);
    if (reach === undefined) return [{ id, reason: 'nobody-eligible' }];
    if (reach.open.length > 0) return [{ id, reason: 'kept-free' }];
    if (!reach.short || (ids > MOST_GROUP_IDS && written.has(reach))) return [{ id, reason: 'all-eligible-full' }];
    written.add(reach);
    const group = { mentees: reach.mentees.map(k => mentees[k]!.id), mentors: reach.mentors.map(j => mentors[j]!.id) };
    return [{ id, reason: 'all-eligible-full', group }];
  });
}
