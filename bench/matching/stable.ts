// The bench of "respect the rankings": lists drawn with each family, deferred acceptance against the building of its lists, and every pair tried for blocking.
import { askInTurn } from '../../src/matching/deferred.ts';
import type { Problem } from '../../src/matching/problem.ts';
import { proposalsOf } from '../../src/matching/proposals.ts';
import { type Lists, tiersOfMentees, tiersOfMentors } from '../../src/matching/tiers.ts';
import type { Case } from './cases.ts';
import { type Matrix, stream } from './families.ts';

const NOBODY = -1;
/** How many mentors a mentee puts in order. */
const LISTED = 20;
/** How many people are held equal where lists have ties. */
const EQUALS = 3;
const ROUNDS = 5;

type Rankings = { problem: Problem; mentees: Lists; mentors: Lists };

/** A mentee's best mentors by score, best first. */
function bestOf({ mentors, score, lists }: Matrix, i: number): { mentor: number; score: number }[] {
  const [from, to] = lists ? [lists.start[i]!, lists.start[i + 1]!] : [i * mentors, (i + 1) * mentors];
  const found = Array.from({ length: to - from }, (_, k) => ({
    mentor: lists ? lists.mentor[from + k]! : k,
    score: score[from + k]!,
  }));
  const usable = found.filter(one => one.score >= 0);
  return usable.sort((a, b) => b.score - a.score || a.mentor - b.mentor).slice(0, LISTED);
}

/** Mentees rank by score; mentors rank those who named them each by a taste of their own. */
function rankingsOf(matrix: Matrix, equals: number, seed: number): Rankings {
  const { mentees, mentors } = matrix;
  const whole = stream(seed);
  const best = Array.from({ length: mentees }, (_, i) => bestOf(matrix, i));
  const named: number[][] = Array.from({ length: mentors }, () => []);
  for (const [i, list] of best.entries()) for (const { mentor } of list) named[mentor]!.push(i);
  for (const list of named)
    for (let k = list.length - 1; k > 0; k--) {
      const other = whole(k + 1);
      [list[k], list[other]] = [list[other]!, list[k]!];
    }
  const rows = best.map(list => [...list].sort((a, b) => a.mentor - b.mentor));
  const start = new Int32Array(mentees + 1);
  for (const [i, row] of rows.entries()) start[i + 1] = start[i]! + row.length;
  const zero = new Uint8Array(mentees);
  return {
    problem: {
      mentees,
      mentors,
      start,
      mentor: Int32Array.from(rows.flat(), one => one.mentor),
      score: Int32Array.from(rows.flat(), one => one.score),
      wants: zero.map(() => 1),
      hasOne: zero,
      waited: zero,
      places: Float64Array.from(matrix.places),
    },
    mentees: (i, visit) => {
      for (const [k, { mentor }] of best[i]!.entries()) visit(mentor, Math.floor(k / equals));
    },
    mentors: (j, visit) => {
      for (const [k, mentee] of named[j]!.entries()) visit(mentee, Math.floor(k / equals));
    },
  };
}

type Round = { building: number; asking: number; held: Int32Array };

/** People's lists are built into rows of numbers, and then mentees ask in turn; both are timed. */
function round({ problem, mentees, mentors }: Rankings): Round {
  const begin = performance.now();
  const tiers = { ofMentors: tiersOfMentors(problem, mentees), ofMentees: tiersOfMentees(problem, mentors) };
  const rooms = Int32Array.from(problem.places);
  const proposals = proposalsOf(
    problem,
    tiers,
    () => true,
    () => NOBODY,
    rooms,
  );
  const built = performance.now();
  const held = askInTurn(proposals, rooms, problem.waited);
  return { building: built - begin, asking: performance.now() - built, held };
}

/** Pairs who would both rather have one another than whom they have, found by trying every pair on two lists. */
function blockingIn({ problem, mentees, mentors }: Rankings, held: Int32Array): number {
  const [none, free] = [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER];
  /** How each mentor holds each mentee who named them. */
  const regard = Array.from({ length: problem.mentors }, (_, j) => {
    const found = new Map<number, number>();
    mentors(j, (mentee, tier) => found.set(mentee, tier));
    return found;
  });
  const taken: number[][] = Array.from({ length: problem.mentors }, () => []);
  for (const [i, j] of held.entries()) if (j !== NOBODY) taken[j]!.push(regard[j]!.get(i) ?? none);
  if (taken.some((list, j) => list.length > problem.places[j]!)) throw new Error('a mentor has more than their places');
  const worst = taken.map((list, j) => (list.length < problem.places[j]! ? free : Math.max(...list)));
  let blocking = 0;
  for (let i = 0; i < problem.mentees; i++) {
    let own = none;
    mentees(i, (mentor, tier) => {
      if (mentor === held[i]) own = tier;
    });
    mentees(i, (mentor, tier) => {
      if (tier < own && regard[mentor]!.get(i)! < worst[mentor]!) blocking++;
    });
  }
  return blocking;
}

const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[numbers.length >> 1]!;

/** Measures one case with strict lists and with ties and prints its lines; returns what is wrong with it. */
export function measureStable(one: Case, matrix: Matrix, timed: boolean): string[] {
  return [1, EQUALS].flatMap(equals => {
    const rankings = rankingsOf(matrix, equals, 7);
    const rounds = Array.from({ length: ROUNDS }, () => round(rankings));
    const building = median(rounds.map(each => each.building));
    const asking = median(rounds.map(each => each.asking));
    const { held } = rounds[0]!;
    const blocking = blockingIn(rankings, held);
    const name = `stable, ${one.name}${equals > 1 ? ', ties' : ''}`;
    const matched = held.filter(mentor => mentor !== NOBODY).length;
    const ratio = asking / building;
    const slow = timed && ratio > 1;
    console.log(
      `${name.padEnd(42)} lists ${building.toFixed(1)} ms, asking ${asking.toFixed(1)} ms: ${ratio.toFixed(2)}${timed ? ' (target: at most 1)' : ''}; ${matched} matched, ${blocking} blocking pairs`,
    );
    return [
      ...(blocking > 0 ? [`${name}: ${blocking} blocking pairs`] : []),
      ...(slow ? [`${name}: misses its target: ratio`] : []),
    ];
  });
}
