// Solves an instance of the file format: the draw by its objective, the reasons of those left over, and the result with its certificate.
import { asProblem, inCanonicalOrder, type People, wishesOf } from './canonical.ts';
import { type Certificate, type Instance, type InstanceResult, RESULT_FORMAT, type Unmatched } from './format.ts';
import { scoreOf } from './instance.ts';
import { whyLeft } from './left.ts';
import { type Draw, draw, NEEDS, OBJECTIVES, type Wishes } from './objectives.ts';
import { byId } from './order.ts';
import type { Objective, Problem } from './problem.ts';
import type { Reach } from './shortage.ts';

/** Above this many ids in all, a shortage group is written once, with the first of its mentees, so that the file stays readable. */
const MOST_GROUP_IDS = 200_000;

/** What the file calls the wishes an objective may need. */
const IN_THE_FILE: Readonly<Record<keyof Wishes, keyof Instance>> = {
  menteeLists: 'menteePrefs',
  mentorLists: 'mentorPrefs',
  draft: 'draft',
};

/**
 * Solves an instance that has been read. Refuses in one sentence an objective that is not known or whose lists the file does not
 * hold, and scores and numbers of people whose order of preference would need more than exact whole numbers.
 */
export function solveInstance(
  instance: Instance,
  objective: string,
): { readonly result: InstanceResult } | { readonly problem: string } {
  const known = OBJECTIVES.find(one => one === objective);
  if (known === undefined)
    return {
      problem: `The objective ${objective} is not known; choose ${OBJECTIVES.slice(0, -1).join(', ')} or ${OBJECTIVES.at(-1)}.`,
    };
  const missing = NEEDS[known].map(need => IN_THE_FILE[need]).filter(name => instance[name] === undefined);
  if (missing.length > 0)
    return {
      problem: `The objective ${known} needs ${missing.map(name => `"${name}"`).join(' and ')} in the instance.`,
    };
  const people = inCanonicalOrder(instance);
  const problem = asProblem(instance, people);
  const drawn = draw(problem, known, wishesOf(instance, people));
  if (drawn === null)
    return { problem: 'There are too many people for scores this high: the sums would no longer be exact.' };
  return { result: asResult(instance, people, problem, drawn, known) };
}

function asResult(
  instance: Instance,
  people: People,
  problem: Problem,
  drawn: Draw,
  objective: Objective,
): InstanceResult {
  const { mentees, mentors, row, column } = people;
  const pairs: (readonly [string, string])[] = instance.locks.map(one => [one.mentee, one.mentor] as const);
  drawn.held.forEach((j, at) => {
    if (j >= 0) pairs.push([mentees[at >> 1]!.id, mentors[j]!.id]);
  });
  pairs.sort((a, b) => byId(a[0], b[0]) || byId(a[1], b[1]));
  return {
    format: RESULT_FORMAT,
    objective,
    pairs,
    unmatched: unmatchedOf(people, problem, drawn),
    total: pairs.reduce((sum, [mentee, mentor]) => sum + scoreOf(instance, row.get(mentee)!, column.get(mentor)!)!, 0),
    matched: new Set(pairs.map(([mentee]) => mentee)).size,
    ...(drawn.proof && { certificate: certificateOf(people, drawn.proof) }),
  };
}

type Named = readonly { readonly id: string }[];

/** The prices by id, with the weights they belong to. */
export function certificateOf(
  people: { readonly mentees: Named; readonly mentors: Named },
  { weights, prices }: NonNullable<Draw['proof']>,
): Certificate {
  return {
    first: weights.first,
    again: weights.again,
    mentee: Object.fromEntries(people.mentees.map(({ id }, i) => [id, prices.mentee[i]!])),
    mentor: Object.fromEntries(people.mentors.map(({ id }, j) => [id, prices.mentor[j]!])),
  };
}

function unmatchedOf({ mentees, mentors }: People, problem: Problem, drawn: Draw): Unmatched[] {
  const reasons = whyLeft(problem, drawn);
  let ids = 0;
  for (const why of reasons.values())
    if (why.kind === 'all-full' && why.reach?.short) ids += why.reach.mentees.length + why.reach.mentors.length;
  const written = new Set<Reach>();
  return [...reasons].map(([i, why]): Unmatched => {
    const { id } = mentees[i]!;
    if (why.kind !== 'all-full') return { id, reason: why.kind };
    const { reach } = why;
    if (!reach?.short || (ids > MOST_GROUP_IDS && written.has(reach))) return { id, reason: 'all-eligible-full' };
    written.add(reach);
    const group = { mentees: reach.mentees.map(k => mentees[k]!.id), mentors: reach.mentors.map(j => mentors[j]!.id) };
    return { id, reason: 'all-eligible-full', group };
  });
}
