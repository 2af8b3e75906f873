// One line of the matching bench's table.
import type { Case } from './cases.ts';
import type { Run } from './ours.ts';

const COLUMNS = [30, 9, 8, 9, 8, 15, 8, 14, 5, 22];

const row = (cells: readonly string[]): string =>
  cells.map((cell, k) => (k === 0 ? cell.padEnd(COLUMNS[k]!) : cell.padStart(COLUMNS[k]!))).join(' ');

export const TITLES = row([
  'family',
  'ours s',
  'against',
  'theirs s',
  'ratio',
  'target',
  'peak MB',
  'total',
  'gap',
  'verdict',
]);

const targetOf = ({ ratio, seconds, memory }: Case): string =>
  [ratio && `<= ${ratio}`, seconds && `<= ${seconds * 1000} ms`, memory && `${memory} MB`].filter(Boolean).join(', ');

type Measured = {
  readonly time: number;
  readonly other: number;
  readonly peak: number;
  readonly run: Run;
  readonly targets: readonly string[];
};

export const line = (one: Case, { time, other, peak, run, targets }: Measured): string =>
  row([
    one.name,
    time.toFixed(4),
    one.against,
    other.toFixed(4),
    (time / other).toFixed(3),
    targetOf(one),
    peak.toFixed(0),
    String(run.total),
    String(run.gap),
    targets.length === 0 ? 'reached' : `misses ${targets.join(', ')}`,
  ]);
