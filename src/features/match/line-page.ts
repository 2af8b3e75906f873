// One line of a co-ordinator to a pair, which both read when they are asked. Until then it stands in the run.
import { pageOf } from '../../conversation/feature.ts';
import type { Form } from '../../conversation/form.ts';
import { type Ids, text, type View } from '../../conversation/notice.ts';
import { next, type Outcome, put, view } from '../../conversation/outcome.ts';
import { messages } from './messages.ts';
import { pairKey } from './pages.ts';
import { idsOf, type OnePair, onePairPlan, pairIn } from './pair-page.ts';

const words = messages.line;
const fields = {
  line: {
    kind: 'text',
    label: words.label,
    hint: words.hint,
    placeholder: words.placeholder,
    max: 300,
    lines: true,
    optional: true,
    seenBy: 'coordinator',
  },
} as const;

const backTo = (ids: Ids) => ({ word: 'match.pair', ids: idsOf(ids) });

function lineForm(turn: OnePair, ids: Ids): Form<typeof fields> | View {
  const found = pairIn(turn, ids);
  if (found?.run.state !== 'ready') return { title: words.title, parts: [text(messages.pair.gone)], back: backTo(ids) };
  const line = found.run.lines[pairKey(found.row.mentee, found.row.mentor)];
  return {
    title: words.title,
    intro: [text(messages.run.pair(found.row.menteeName, found.row.mentorName))],
    fields,
    ...(line === undefined ? {} : { values: { line } }),
    submit: words.submit,
    back: backTo(ids),
  };
}

export const linePage = pageOf({
  word: 'match.line',
  for: 'coordinator',
  plan: onePairPlan,
  show: lineForm,
  take: (turn, ids, answers): Outcome => {
    const found = pairIn(turn, ids);
    if (found?.run.state !== 'ready')
      return { screen: view({ title: words.title, parts: [text(messages.pair.gone)] }, backTo(ids)) };
    const key = pairKey(found.row.mentee, found.row.mentor);
    const { [key]: _before, ...others } = found.run.lines;
    const lines = answers.line === undefined ? others : { ...others, [key]: answers.line };
    return { changes: { put: [put('run', { ...found.run, lines })] }, screen: next('match.pair', idsOf(ids)) };
  },
});
