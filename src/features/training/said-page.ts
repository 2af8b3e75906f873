// How people found a session, for co-ordinators: numbers, and lines without names in no order; nothing of it below five answers (R55).
import { pageOf } from '../../conversation/feature.ts';
import { facts, heading, type Ids, list, open, text, type View } from '../../conversation/notice.ts';
import { counts, type Opened, one, sealedPage } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { FEWEST_ANSWERS, linesOf } from '../../scheme/sealed.ts';
import { labels, said as words } from './desk-messages.ts';
import { goneDesk } from './desk-page.ts';
import { aboutSession } from './feedback-page.ts';
import { sessionIn } from './mine.ts';

const LINES = 20;
const STEPS = [5, 4, 3, 2, 1] as const;

const saidPlan = (ids: Ids) => ({
  session: one('session', sessionIn(ids)),
  numbers: counts(aboutSession(sessionIn(ids))),
  lines: sealedPage('ballot', 'ballot.lines', {
    of: aboutSession(sessionIn(ids)),
    max: LINES,
    after: ids['after'],
    oldestFirst: true,
  }),
});

function saidView(turn: Turn<Opened<ReturnType<typeof saidPlan>>>): View {
  const { session, numbers, lines } = turn.open;
  if (!session) return goneDesk();
  const back = { word: 'session.desk', ids: { session: session.id } };
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
    ...(after ? { buttons: [open(labels.more, 'session.said', { session: session.id, after })] } : {}),
    back,
  };
}

export const saidPage = pageOf({ word: 'session.said', for: 'coordinator', plan: saidPlan, show: saidView });
