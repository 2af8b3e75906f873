// Two previews side by side: for whom the newer one is a gain, for whom a loss, and the way back to the one before.
import { pageOf } from '../../conversation/feature.ts';
import { buttons, open, type Part, press, text, type View } from '../../conversation/notice.ts';
import { type Opened, one, via } from '../../conversation/plan.ts';
import { sentences } from '../../conversation/sentences.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { Run } from '../../scheme/kinds.ts';
import { inWords } from '../../scheme/options.ts';
import type { ChangeRow } from './kept.ts';
import { messages } from './messages.ts';
import { changes as words } from './more-messages.ts';
import { pageNumber } from './pages.ts';
import { hiddenPart, visible } from './rows.ts';

const changesPlan = (run: string, n: number) => ({
  run: one('run', run),
  page: one('runpage', via('run', 'stem', `-changes-${n}`)),
});
type ChangesTurn = Turn<Opened<ReturnType<typeof changesPlan>>>;

export const changesPage = pageOf({
  word: 'match.changes',
  for: 'coordinator',
  plan: ids => changesPlan(ids['run'] ?? '', pageNumber(ids['page'])),
  show: (turn, ids) => changesView(turn, pageNumber(ids['page'])),
});

/** Both previews in a line each, and what the difference comes to. */
function summaryParts(run: Run): Part[] {
  const { former, changes } = run;
  if (!former || !changes) return [text(words.none)];
  return [
    text([{ bold: words.before }, ' ', words.draft(former.pairs, former.leftMentees, former.objective)]),
    text([{ bold: words.now }, ' ', words.draft(run.pairs, run.leftMentees, run.objective ?? 'most-matched')]),
    text(words.counts(changes.gain, changes.lose, changes.even)),
    ...(run.state === 'ready' ? [buttons(press(words.takeBefore, 'match.run', 'former', { run: run.id }))] : []),
  ];
}

function changesView({ open: opened, actor }: ChangesTurn, page: number): View {
  const { run } = opened;
  if (!run) return { ...sentences.notHere(), back: { word: 'match' } };
  const back = { word: 'match.run', ids: { run: run.id } };
  if (run.state === 'preparing') return { title: words.title, parts: [text(messages.run.preparing)], back };
  const { shown, hidden } = visible(
    (opened.page?.changes ?? []).map(row => ({ ...row, closedTo: [...row.closedTo, ...namedIn(row)] })),
    actor,
  );
  const turner = [
    ...(page > 0 ? [open(messages.run.previous, 'match.changes', { run: run.id, page: String(page - 1) })] : []),
    ...(page + 1 < (run.changes?.pages ?? 0)
      ? [open(messages.run.next, 'match.changes', { run: run.id, page: String(page + 1) })]
      : []),
  ];
  return {
    title: words.title,
    parts: [
      ...(page === 0 ? summaryParts(run) : []),
      ...shown.map(changePart),
      ...hiddenPart(hidden),
      ...(turner.length > 0 ? [buttons(...turner)] : []),
    ],
    back,
  };
}

const namedIn = ({ before, after }: ChangeRow): string[] => [...before, ...after].map(one => one.person);

function changePart({ name, turn, before, after }: ChangeRow): Part {
  const names = (people: ChangeRow['before']): string =>
    people.length > 0 ? inWords(people.map(one => one.name)) : words.nobody;
  const says = words.turns[turn as keyof typeof words.turns] ?? '';
  return text([{ bold: name }, '\n', words.fromTo(names(before), names(after)), ...(says ? [` ${says}`] : [])]);
}
