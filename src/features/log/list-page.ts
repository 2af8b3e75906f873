// The log itself: what I want from this at its head, then entries, newest first, page by page.
import { pageOf } from '../../conversation/feature.ts';
import { buttons, heading, note, open, type Part, row, text, type View } from '../../conversation/notice.ts';
import type { Opened } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { LogEntry } from '../../scheme/kinds.ts';
import { labels, log } from './messages.ts';
import { beginning, entriesPage, kindLabel, notebookOf, offView } from './mine.ts';

const PAGE = 10;

const listPlan = (ids: Record<string, string>) => ({
  notebook: notebookOf(),
  entries: entriesPage(PAGE, ids['after']),
});
type ListTurn = Turn<Opened<ReturnType<typeof listPlan>>>;

/** One row for each entry. */
export function rowsOf(entries: readonly LogEntry[]): Part[] {
  return entries.map(entry =>
    row(
      log.row(entry.activity, entry.on, kindLabel(entry), beginning(entry.learned)),
      open(labels.open, 'log.entry', { entry: entry.id }),
    ),
  );
}

function aimParts({ open: { notebook }, scheme }: ListTurn): Part[] {
  const aim = notebook?.aim;
  if (aim === undefined && !scheme.learningLog) return [];
  return [
    heading(log.aim),
    text(aim ?? log.noAim),
    buttons(open(aim === undefined ? labels.write : labels.change, 'log.aim')),
  ];
}

/** Where the scheme does without (R0), what somebody has written is still theirs to read, to take along and to delete. */
function listView(turn: ListTurn, isFirst: boolean): View {
  const { entries } = turn.open;
  const isOn = turn.scheme.learningLog;
  const home = open(labels.home, 'home');
  if (!isOn && isFirst && entries.length === 0 && turn.open.notebook?.aim === undefined) return offView();
  const after = turn.more['entries'];
  const ways = [
    ...(isOn ? [open(labels.add, 'log.new', {}, 'primary')] : []),
    ...(entries.length > 0 || !isFirst ? [open(labels.find, 'log.find'), open(labels.export, 'log.export')] : []),
  ];
  return {
    title: log.title,
    parts: [
      note(isOn ? log.lead : log.offLead),
      ...(isFirst ? aimParts(turn) : []),
      buttons(...ways),
      ...(entries.length > 0 ? rowsOf(entries) : [text(log.none)]),
    ],
    buttons: [
      ...(after ? [open(labels.older, 'log', { after })] : []),
      ...(isFirst ? [] : [open(labels.newest, 'log')]),
      home,
    ],
  };
}

export const listPage = pageOf({
  word: 'log',
  for: 'member',
  help: log.line,
  listedIf: scheme => scheme.learningLog,
  plan: listPlan,
  show: (turn, ids) => listView(turn, ids['after'] === undefined),
});
