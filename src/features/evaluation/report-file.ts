// What was counted at one point, as rows for a spreadsheet or a report: the same numbers and lines as on the page, and no more (R55).
import type { Document } from '../../conversation/document.ts';
import { report as words } from './desk-messages.ts';
import type { Question } from './questions.ts';

/** A question with what was counted for it, in the order of its options; or the lines people wrote. */
export type Told = {
  question: Question;
  options: readonly string[];
  counted?: readonly number[];
  lines?: readonly string[];
};

function rowsOf(
  { question: { label, kind }, options, counted, lines }: Told,
  average: (of: readonly number[]) => number,
): string[][] {
  if (lines) return lines.map(line => [label, line, '']);
  if (!counted) return [[label, words.fewer, '']];
  const each = options.map((option, n) => [label, option, String(counted[n] ?? 0)]);
  return kind === 'scale' ? [...each, [label, words.columnAverage, average(counted).toFixed(1)]] : each;
}

/** The file of one point and role. `hasMore`: not all lines fit into it, which it says. */
export function fileOf(
  name: string,
  answers: number,
  told: readonly Told[],
  average: (of: readonly number[]) => number,
  hasMore: boolean,
): Document {
  const rows = told.flatMap(one => rowsOf(one, average));
  return {
    kind: 'table',
    name: words.file,
    columns: [...words.columns],
    rows: [[name, words.answers, String(answers)], ...rows, ...(hasMore ? [['', words.moreLines, '']] : [])],
  };
}
