// The matching bench: each family in five rounds of ours and another's solver in turn, medians against targets, gap and worth checked in every run.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CASES, type Case } from './cases.ts';
import { type Matrix, matrixOf } from './families.ts';
import { writeMatrix } from './matrix-file.ts';
import type { Run } from './ours.ts';
import { matrixOfPeople, peopleOf } from './people.ts';
import { type Reference, references } from './references.ts';
import { measureStable } from './stable.ts';
import { line, TITLES } from './table.ts';

const ROUNDS = 5;
const SEED = 7;

const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[numbers.length >> 1]!;

/** One run of ours in a process of its own, so that its peak of memory is its own. */
function ours(asked: Case, matrix: string, objective: string): Run {
  const child = spawnSync(
    process.execPath,
    [join(import.meta.dirname, 'ours.ts'), JSON.stringify(asked), matrix, objective],
    {
      encoding: 'utf8',
    },
  );
  if (child.status !== 0) throw new Error(`${asked.name}: our run did not end well: ${child.stderr.trim()}`);
  return JSON.parse(child.stdout) as Run;
}

/** What is wrong with a run, compared with what another solver found. */
function faults(run: Run, other: Reference): string[] {
  return [
    ...(run.gap === 0 ? [] : [`a gap of ${run.gap}`]),
    ...(run.total === other.total ? [] : [`a total of ${run.total}, not ${other.total}`]),
    ...(run.matched === other.matched ? [] : [`${run.matched} matched, not ${other.matched}`]),
  ];
}

function missed({ ratio, seconds, memory }: Case, time: number, others: number, peak: number): string[] {
  return [
    ...(ratio !== undefined && time > ratio * others ? ['ratio'] : []),
    ...(seconds !== undefined && time > seconds ? ['time'] : []),
    ...(memory !== undefined && peak > memory ? ['memory'] : []),
  ];
}

const matrixFor = ({ family, mentees, mentors, places }: Case): Matrix =>
  family === 'profile'
    ? matrixOfPeople(peopleOf(mentees, mentors, places, SEED))
    : matrixOf(family, mentees, mentors, places, SEED);

/** From here on the time that deferred acceptance takes is more than that of a few hundred steps. */
const LARGE = 100_000;

/** Measures one case and prints its line; returns what is wrong with it. */
function measure(one: Case, folder: string, reference: ReturnType<typeof references>): string[] {
  const path = join(folder, 'matrix');
  const matrix = matrixFor(one);
  writeMatrix(path, matrix);
  const runs: Run[] = [];
  const others: Reference[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    runs.push(ours(one, path, 'most-matched'));
    others.push(reference(one.against, path, 'most-matched'));
  }
  const best = ours(one, path, 'max-score');
  // Only LEMON knows how to leave somebody out for the total; none of the dense families needs it.
  const bestOther = one.against === 'LEMON' ? reference('LEMON', path, 'max-score') : null;
  const [time, other, peak] = [
    median(runs.map(run => run.seconds)),
    median(others.map(run => run.seconds)),
    Math.max(...runs.map(run => run.memory)),
  ];
  const targets = missed(one, time, other, peak);
  console.log(line(one, { time, other, peak, run: runs[0]!, targets }));
  const wrong = runs.flatMap((run, round) => faults(run, others[round]!));
  if (best.gap !== 0) wrong.push(`max-score: a gap of ${best.gap}`);
  if (bestOther !== null && best.total !== bestOther.total)
    wrong.push(`max-score: a total of ${best.total}, not ${bestOther.total}`);
  return [...new Set(wrong), ...targets.map(target => `misses its target: ${target}`)].map(
    what => `${one.name}: ${what}`,
  );
}

/** Runs all cases, or those whose name holds a word; returns what is wrong, in lines. */
export function benchMatching(word: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'mentor-bench-'));
  try {
    const reference = references(folder);
    console.log(
      'Matching: seconds are medians of five runs in turn; ours read or score every pair, choose, solve and prove.',
    );
    console.log(TITLES);
    const wrong = CASES.filter(one => one.name.includes(word)).flatMap(one => measure(one, folder, reference));
    const ranked = CASES.filter(one => `stable, ${one.name}`.includes(word));
    return [...wrong, ...ranked.flatMap(one => measureStable(one, matrixFor(one), one.mentees >= LARGE))];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
