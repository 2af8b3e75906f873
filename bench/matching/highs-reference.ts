// HiGHS (compiled to WebAssembly, from npm) on a matrix file, as a linear programme: prints seconds of the solve alone, mentees with a mentor, and the total score.
import highsModule from 'highs';
import { readMatrix } from './matrix-file.ts';

const { mentees, mentors, places, score } = readMatrix(process.argv[2]!);
const more = 2 * (Math.min(mentees, mentors) * score.reduce((most, one) => Math.max(most, one), 0) + 1);
const pairs = Array.from(score.keys()).filter(at => score[at]! >= 0);
const sums = (side: (at: number) => number, most: (one: number) => number): string[] => {
  const rows = new Map<number, string[]>();
  for (const at of pairs) rows.set(side(at), [...(rows.get(side(at)) ?? []), `x${at}`]);
  return [...rows].map(([one, terms]) => `${terms.join(' + ')} <= ${most(one)}`);
};
const text = [
  'Maximize',
  pairs.map(at => `${score[at]! + more} x${at}`).join(' + '),
  'Subject To',
  ...sums(
    at => Math.floor(at / mentors),
    () => 1,
  ),
  ...sums(
    at => at % mentors,
    j => places[j]!,
  ),
  'End',
].join('\n');
// Its types take it for an ES module, which under Node's rules it is not.
const highs = await (highsModule as unknown as typeof highsModule.default)();
const begin = performance.now();
const result = highs.solve(text, { output_flag: false });
const seconds = (performance.now() - begin) / 1000;
const columns = result.Columns as Record<string, { Primal?: number }>;
const chosen = pairs.filter(at => (columns[`x${at}`]?.Primal ?? 0) > 0.5);
console.log(
  seconds,
  chosen.length,
  chosen.reduce((sum, at) => sum + score[at]!, 0),
);
