// A CPD record made of entries: the columns each body looks for, as rows for a spreadsheet or as pages to read.
import type { Document, PaperPart } from '../../conversation/document.ts';
import type { Day, Instant } from '../../scheme/calendar.ts';
import type { LogEntry } from '../../scheme/kinds.ts';
import { labelsOf } from '../../scheme/options.ts';
import { kindsOfLearning, skills } from './messages.ts';
import { kindLabel } from './mine.ts';
import { type LeftOut, withoutNames } from './names.ts';
import { record as words } from './record-messages.ts';

export type Layout = 'science' | 'engineering';

export type Asked = {
  layout: Layout;
  file: 'pdf' | 'csv';
  /** Oldest first. */
  entries: readonly LogEntry[];
  /** Whose record it is. */
  name: string;
  from: Day;
  to: Day;
  /** What the writer wants from this, where it shall stand at the head. */
  aim: string | undefined;
  /** The others: left out (R36), or named, by pairing. */
  others: { leftOut: readonly LeftOut[] } | { named: (pairing: string | undefined) => string };
  writtenAt: Instant;
};

type Cell = { column: string; value: string };

/**
 * What an entry says, in the order of a layout. Science Council: activity, category, reflection, benefit to own practice and to the users
 * of one's work, evidence (standards 1 to 4, https://sciencecouncil.org/your-career-in-science/youre-registered-what-next; categories:
 * https://www.tfaforms.com/5097343). Engineering Council: what was done and gained, written reflection, against the plan and objectives,
 * and what follows from it (CPD code, https://www.engc.org.uk/cpd). Neither asks for hours; minutes stand last for employers that do.
 */
function cells(entry: LogEntry, { layout, others }: Asked): Cell[] {
  const { columns } = words;
  const said = (text: string | undefined): string =>
    text === undefined ? '' : 'leftOut' in others ? withoutNames(text, others.leftOut) : text;
  const of = (name: 'practice' | 'users' | 'plan' | 'useNext'): Cell => ({
    column: columns[name][layout],
    value: said(entry[name]),
  });
  const middle =
    layout === 'science'
      ? [of('practice'), of('users'), of('useNext'), of('plan')]
      : [of('plan'), of('useNext'), of('practice'), of('users')];
  return [
    { column: columns.on, value: entry.on },
    { column: columns.activity, value: said(entry.activity) },
    { column: columns.learning, value: kindLabel(entry) },
    ...('named' in others ? [{ column: columns.with, value: others.named(entry.pairing) }] : []),
    { column: columns.did, value: said(entry.did) },
    { column: columns.learned, value: said(entry.learned) },
    ...middle,
    { column: columns.skills, value: labelsOf(skills, entry.skills ?? []) },
    { column: columns.link, value: entry.link ?? '' },
    { column: columns.minutes, value: entry.minutes === undefined ? '' : String(entry.minutes) },
  ];
}

function table(asked: Asked): Document {
  const all = asked.entries.map(entry => cells(entry, asked));
  return {
    kind: 'table',
    name: `${words.name[asked.layout]}.csv`,
    columns: (all[0] ?? []).map(cell => cell.column),
    rows: all.map(row => row.map(cell => cell.value)),
  };
}

/** How many entries of each kind of learning there are: the mixture that standard 2 asks for. */
function mixture(entries: readonly LogEntry[]): string[] {
  return kindsOfLearning.flatMap(({ key, label }) => {
    const n = entries.filter(entry => entry.learning === key).length;
    return n > 0 ? [`${label}: ${n}`] : [];
  });
}

function head(asked: Asked): PaperPart[] {
  const { layout, name, from, to, aim, entries, others } = asked;
  const own = aim !== undefined && 'leftOut' in others ? withoutNames(aim, others.leftOut) : aim;
  return [
    { part: 'text', text: words.by(name) },
    { part: 'note', text: words.period(from, to) },
    ...(own ? ([{ part: 'facts', facts: [[words.aim, own]] }] satisfies PaperPart[]) : []),
    { part: 'facts', facts: [[words.kinds, words.kindsSaid(mixture(entries))]] },
    { part: 'note', text: layout === 'science' ? words.kindsNote : words.planNote },
  ];
}

function entryParts(entry: LogEntry, asked: Asked): PaperPart[] {
  const [, activity, ...rest] = cells(entry, asked);
  const facts = rest.filter(({ value }) => value !== '').map(({ column, value }): [string, string] => [column, value]);
  return [
    { part: 'heading', text: words.entry(activity?.value ?? '', entry.on) },
    { part: 'facts', facts },
  ];
}

function paper(asked: Asked): Document {
  return {
    kind: 'paper',
    name: `${words.name[asked.layout]}.pdf`,
    title: words.title[asked.layout],
    writtenAt: asked.writtenAt,
    parts: [...head(asked), ...asked.entries.flatMap(entry => entryParts(entry, asked))],
  };
}

/** The file that was asked for. */
export const recordOf = (asked: Asked): Document => (asked.file === 'csv' ? table(asked) : paper(asked));
