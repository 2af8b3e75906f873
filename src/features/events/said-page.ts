// How people found an event, for co-ordinators: numbers, and lines without names in no order; nothing of it below five answers (R55).
import { pageOf } from '../../conversation/feature.ts';
import { facts, heading, type Ids, list, open, text, type View } from '../../conversation/notice.ts';
import { counts, type Opened, one, sealedPage } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { FEWEST_ANSWERS, linesOf } from '../../scheme/sealed.ts';
import { said as words } from './after-messages.ts';
import { goneDesk } from './desk-view.ts';
import { aboutEvent } from './feedback-page.ts';
import { eventIn } from './mine.ts';

const LINES = 20;
const STEPS = [5, 4, 3, 2, 1] as const;

const saidPlan = (ids: Ids) => ({
  event: one('event', eventIn(ids)),
  numbers: counts(aboutEvent(eventIn(ids))),
  lines: sealedPage('ballot', 'ballot.lines', {
    of: aboutEvent(eventIn(ids)),
    max: LINES,
    after: ids['after'],
    oldestFirst: true,
  }),
});
type SaidTurn = Turn<Opened<ReturnType<typeof saidPlan>>>;

function saidView(turn: SaidTurn, ids: Ids): View {
  const { event, numbers, lines } = turn.open;
  if (!event) return goneDesk();
  const back = { word: 'event.desk', ids: { event: eventIn(ids) } };
  const answers = numbers['answers'] ?? 0;
  if (answers < FEWEST_ANSWERS) return { title: words.title, parts: [text(words.few)], back };
  const of = (score: number): number => numbers[`score${score}`] ?? 0;
  const average = STEPS.reduce((sum, score) => sum + score * of(score), 0) / answers;
  const written = linesOf(lines, answers);
  const after = turn.more['lines'];
  return {
    title: words.title,
    parts: [
      facts([
        [words.answers, String(answers)],
        [words.average, words.outOf(average)],
        ...STEPS.map((score): [string, string] => [words.step(score), String(of(score))]),
      ]),
      ...(written.length > 0 ? [heading(words.lines), list(written)] : []),
    ],
    ...(after ? { buttons: [open(words.more, 'event.said', { event: eventIn(ids), after })] } : {}),
    back,
  };
}

export const saidPage = pageOf({ word: 'event.said', for: 'coordinator', plan: saidPlan, show: saidView });
