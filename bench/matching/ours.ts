// One run of our matching in a process of its own: reads a matrix file, or people from a seed, and prints time, memory, worth and gap as JSON.
import { compile } from '../../src/matching/compile.ts';
import { makeKernel } from '../../src/matching/kernel.ts';
import { type Objective, type Problem, type Weights, weightsFor } from '../../src/matching/problem.ts';
import { asOutline, type Rows } from '../../src/matching/rows.ts';
import { type Solution, solve } from '../../src/matching/solve.ts';
import { solveRows } from '../../src/matching/solve-rows.ts';
import type { Case } from './cases.ts';
import { type Family, type Matrix, matrixOf } from './families.ts';
import { gapOf, worthOf } from './gap.ts';
import { readMatrix } from './matrix-file.ts';
import { matrixOfPeople, type People, peopleOf } from './people.ts';

/** What one run prints; the peak of memory is that of the whole process, in MB. */
export type Run = {
  readonly seconds: number;
  readonly memory: number;
  readonly matched: number;
  readonly total: number;
  readonly gap: number;
};

type Instance = { readonly matrix: Matrix; readonly people: People | null };

function matched({ matrix, people }: Instance, objective: Objective): { solution: Solution; weights: Weights } {
  const { mentees, mentors, score, lists } = matrix;
  const zero = new Uint8Array(mentees);
  const places = Float64Array.from(matrix.places);
  const outline = { mentees, mentors, wants: zero.map(() => 1), hasOne: zero, waited: zero, places };
  if (lists !== null) {
    const problem: Problem = { ...outline, ...lists, score };
    const weights = weightsFor(problem, objective)!;
    return { weights, solution: solve(problem, weights, objective) };
  }
  const rows = people === null ? rowsOf(matrix) : compile(people.mentees, people.mentors);
  const weights = weightsFor(asOutline(outline, rows), objective)!;
  return { weights, solution: solveRows(outline, rows, weights, objective) };
}

function rowsOf({ mentors, score }: Matrix): Rows {
  const kernel = makeKernel(mentors);
  const read = (i: number): void => kernel.row.set(score.subarray(i * mentors, (i + 1) * mentors));
  return { kernel, most: 1_000_000, read };
}

const WARM = 8;

/** Smaller instances of the same kind, so that what is measured is the matching and not the start of the JavaScript engine. */
function warmUp({ family, places, ...size }: Case, objective: Objective): void {
  const [mentees, mentors] = [Math.min(500, size.mentees), Math.min(500, size.mentors)];
  for (let seed = 1; seed <= WARM; seed++) {
    const people = family === 'profile' ? peopleOf(mentees, mentors, places, seed) : null;
    const matrix =
      people === null ? matrixOf(family as Family, mentees, mentors, places, seed) : matrixOfPeople(people);
    matched({ matrix, people }, objective);
  }
}

const [given, path, objective] = process.argv.slice(2) as [string, string, Objective];
const asked = JSON.parse(given) as Case;
const people = asked.family === 'profile' ? peopleOf(asked.mentees, asked.mentors, asked.places, 7) : null;
const matrix = readMatrix(path);
warmUp(asked, objective);
const begin = performance.now();
const { solution, weights } = matched({ matrix, people }, objective);
const seconds = (performance.now() - begin) / 1000;
const memory = process.resourceUsage().maxRSS / 1024;
const run: Run = { seconds, memory, ...worthOf(matrix, solution), gap: gapOf(matrix, weights, solution) };
console.log(JSON.stringify(run));
