// Releasing in stages: some pairs of a page are asked now, the others stay in the preview.
import { pageOf } from '../../conversation/feature.ts';
import type { Form } from '../../conversation/form.ts';
import { type Ids, open, text, type View } from '../../conversation/notice.ts';
import { type Outcome, view } from '../../conversation/outcome.ts';
import { sentences } from '../../conversation/sentences.ts';
import type { PairRow } from './kept.ts';
import { messages } from './messages.ts';
import { some as words } from './more-messages.ts';
import { stageOrder } from './orders.ts';
import { isPair, pageNumber, pairKey } from './pages.ts';
import { visible } from './rows.ts';
import { type RunTurn, runPlan } from './run-plan.ts';

/** Pairs of this page that can still be asked, as far as this co-ordinator may see them. */
function rowsLeft({ open: { run, page }, actor }: RunTurn): PairRow[] {
  if (run?.state !== 'ready' || run.changed) return [];
  const { shown } = visible(page?.pairs ?? [], actor);
  return shown.filter(row => row.pairing === undefined && !run.removed.some(isPair(row.mentee, row.mentor)));
}

const shortened = (label: string): string => ([...label].length <= 75 ? label : `${[...label].slice(0, 74).join('')}…`);

function someForm(turn: RunTurn, ids: Ids): Form | View {
  const rows = rowsLeft(turn);
  const back = { word: 'match.run', ids: { run: ids['run'] ?? '', page: String(pageNumber(ids['page'])) } };
  if (!turn.open.run) return { ...sentences.notHere(), back: { word: 'match' } };
  if (rows.length === 0) return { title: words.title, parts: [text(words.none)], back };
  return {
    title: words.title,
    intro: [text(words.intro)],
    fields: {
      pairs: {
        kind: 'choices',
        ...words.pairs,
        options: rows.map(({ mentee, mentor, menteeName, mentorName }) => ({
          key: pairKey(mentee, mentor),
          label: shortened(messages.run.pair(menteeName, mentorName)),
        })),
        optional: false,
        seenBy: 'none',
      },
    },
    submit: words.submit,
    back,
  };
}

/** They are asked in a moment, by a job: until then the preview looks as it did. */
const askingView = (n: number, at: { word: string; ids: Ids }): View => ({
  title: words.title,
  parts: [text(words.asking(n))],
  buttons: [open(words.toRun, at.word, at.ids, 'primary')],
});

export const somePage = pageOf({
  word: 'match.some',
  for: 'coordinator',
  plan: ids => runPlan(ids['run'] ?? '', pageNumber(ids['page'])),
  show: someForm,
  take: (turn, ids, answers): Outcome => {
    const chosen = (answers as unknown as { pairs: string[] }).pairs;
    const rows = rowsLeft(turn).filter(row => chosen.includes(pairKey(row.mentee, row.mentor)));
    const at = { word: 'match.run', ids: { run: ids['run'] ?? '', page: String(pageNumber(ids['page'])) } };
    const { run } = turn.open;
    if (!run || rows.length === 0)
      return { screen: view({ title: words.title, parts: [text(words.none)], back: at }, at) };
    return {
      changes: {
        jobs: [stageOrder(run, pageNumber(ids['page']), rows, turn.scheme, turn.id('stage'))],
        history: [{ what: 'match.stage', about: [run.id] }],
      },
      screen: view(askingView(rows.length, at), at),
    };
  },
});
