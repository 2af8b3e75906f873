// Everything that is asked of somebody at present, and the certificates a mentor can have.
import { pageOf } from '../../conversation/feature.ts';
import { open, row, text, type View } from '../../conversation/notice.ts';
import { certificateOf, openPoints } from '../../scheme/evaluations.ts';
import { labels, list } from './messages.ts';
import { type MineTurn, minePlan, myParts } from './mine.ts';

function listView(turn: MineTurn): View {
  const parts = myParts(turn);
  const asked = parts.flatMap(({ evaluation, mine }) =>
    openPoints(evaluation, mine.pairing, turn.scheme, turn.now).map(point =>
      row(
        list.row(point.name, mine.called),
        open(labels.answer, 'evaluation.answer', { evaluation: evaluation.id, point: point.key }),
      ),
    ),
  );
  const papers = parts
    .filter(({ evaluation, mine }) => certificateOf(evaluation, mine.pairing, turn.scheme, turn.now).state !== 'none')
    .map(({ evaluation, mine }) =>
      row(
        list.certificate(mine.called),
        open(labels.certificate, 'evaluation.certificate', { evaluation: evaluation.id }),
      ),
    );
  return {
    title: list.title,
    parts: [text(list.lead), ...(asked.length > 0 ? asked : [text(list.none)]), ...papers],
    buttons: [open(labels.home, 'home')],
  };
}

export const listPage = pageOf({
  word: 'evaluation',
  also: ['evaluate', 'certificate'],
  for: 'member',
  plan: minePlan,
  show: listView,
});
