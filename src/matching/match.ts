// The one call a room makes: who goes with whom, why, who is left over, and the proof. Proposing and telling people is the rooms'.

import { listsOf } from './canonical.ts';
import { compile } from './compile.ts';
import type { DrawnPair, MatchInput, MatchResult, Ranking } from './draw.ts';
import { explainLeft } from './explain.ts';
import { type Draw, draw, type Wishes } from './objectives.ts';
import { type Pool, poolOf } from './pool.ts';
import { problemOf, type WithRows } from './rows.ts';
import { fitOf, type PartWeights, USUAL_WEIGHTS } from './score.ts';
import { certificateOf } from './solve-instance.ts';

/**
 * Matches a pool exactly. Under equal worth, mentees left over last time come first. The same people give the same result
 * whatever their order. Locks that cannot be kept are set aside and named. Throws when an id stands twice on one side, and when
 * the objective needs rankings or a draft that the input does not have.
 */
export function match(input: MatchInput): MatchResult {
  const pool = poolOf(input);
  const weights = input.weights ?? USUAL_WEIGHTS;
  const problem = asProblem(pool, input.minScore ?? 0, weights);
  const found = draw(problem, input.objective, wishesOf(input, pool));
  // Points end at a hundred or so, which leaves room for more people than a scheme can have.
  if (found === null) throw new Error(`matching: ${problem.mentees} mentees are more than exact sums allow`);
  const pairs = drawn(pool, found, weights);
  return {
    objective: input.objective,
    pairs,
    ...explainLeft(pool, problem, found, input.objective),
    oneOfTwo: pool.mentees.flatMap((one, i) =>
      one.wants === 2 && one.wants - problem.wants[i]! + found.count[i]! === 1 ? [one.id] : [],
    ),
    locksSetAside: pool.locksSetAside,
    total: pairs.reduce((sum, pair) => sum + pair.score, 0),
    matched: new Set(pairs.map(pair => pair.mentee)).size,
    ...(found.proof && { certificate: certificateOf(pool, found.proof) }),
  };
}

/** Pairs that may be drawn, and what is left of wants and places once the locks have theirs. */
function asProblem(pool: Pool, minScore: number, weights: PartWeights): WithRows {
  const { mentees, mentors, excluded, removed } = pool;
  const wants = Uint8Array.from(mentees, one => one.wants);
  const places = Float64Array.from(mentors, one => one.capacity);
  const hasOne = new Uint8Array(mentees.length);
  const barred = mentees.map((): number[] => []);
  for (const at of [...excluded, ...removed]) barred[Math.floor(at / mentors.length)]!.push(at % mentors.length);
  for (const { mentee, mentor } of pool.locks) {
    wants[mentee]!--;
    places[mentor]!--;
    hasOne[mentee] = 1;
    barred[mentee]!.push(mentor);
  }
  const waited = Uint8Array.from(mentees, one => (one.waitedBefore ? 1 : 0));
  const points = compile(mentees, mentors, { weights });
  const read = (i: number): void => {
    points.read(i);
    points.kernel.barBelow(minScore);
    for (const j of barred[i]!) points.kernel.row[j] = -1;
  };
  const outline = { mentees: mentees.length, mentors: mentors.length, wants, hasOne, waited, places };
  return problemOf(outline, { ...points, read });
}

/** Rankings and the draft in numbers, without people who are not here. */
function wishesOf({ menteeRanks, mentorRanks, draft }: MatchInput, pool: Pool): Wishes {
  const { mentees, mentors, menteeAt, mentorAt } = pool;
  const tiersOf = (ranks: readonly Ranking[], people: readonly { readonly id: string }[]) => {
    const byPerson = new Map(ranks.map(one => [one.id, one.tiers]));
    return (person: number) => byPerson.get(people[person]!.id) ?? [];
  };
  const here = (draft ?? []).flatMap(([mentee, mentor]) => {
    const [i, j] = [menteeAt.get(mentee), mentorAt.get(mentor)];
    return i === undefined || j === undefined ? [] : [[i, j] as const];
  });
  return {
    ...(menteeRanks && { menteeLists: listsOf(tiersOf(menteeRanks, mentees), mentorAt) }),
    ...(mentorRanks && { mentorLists: listsOf(tiersOf(mentorRanks, mentors), menteeAt) }),
    ...(draft && { draft: here }),
  };
}

/** All pairs, locked ones included, by mentee and mentor. */
function drawn({ mentees, mentors, locks }: Pool, { held }: Draw, weights: PartWeights): DrawnPair[] {
  const pairs = locks.map(lock => ({ ...lock, locked: true }));
  held.forEach((mentor, at) => {
    if (mentor >= 0) pairs.push({ mentee: at >> 1, mentor, locked: false });
  });
  pairs.sort((a, b) => a.mentee - b.mentee || a.mentor - b.mentor);
  return pairs.map(({ mentee, mentor, locked }) => {
    const [one, other] = [mentees[mentee]!, mentors[mentor]!];
    return { mentee: one.id, mentor: other.id, locked, ...fitOf(one, other, weights) };
  });
}
