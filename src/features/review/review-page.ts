// The page of a review: shows the form for the meeting in mind, takes it, and can be skipped in one tap without effect (R31).
import { pageOf } from '../../conversation/feature.ts';
import type { Form } from '../../conversation/form.ts';
import { heldView, type MyPairing, myRunning } from '../../conversation/my-pairings.ts';
import { type Ids, open, row, text, type View } from '../../conversation/notice.ts';
import { close, type Outcome, say, view } from '../../conversation/outcome.ts';
import { type Answers, about, inMind, type ReviewTurn, reviewPlan } from './about.ts';
import { says } from './messages.ts';
import { ownOn } from './own-part.ts';
import { record } from './record.ts';
import { type ReviewFields, reviewForm } from './review-form.ts';

function chooseView(running: MyPairing[]): View {
  if (running.length === 0)
    return { title: says.chooseTitle, parts: [text(says.none)], buttons: [open(says.home, 'home')] };
  const rows = running.map(({ called, pairing }) =>
    row(says.with(called), open(says.review, 'review', { pairing: pairing.id })),
  );
  return { title: says.chooseTitle, parts: [text(says.which), ...rows] };
}

const goneView = (): View => ({
  title: says.chooseTitle,
  parts: [text(says.gone)],
  buttons: [open(says.home, 'home')],
});

function show(turn: ReviewTurn, ids: Ids): Form<ReviewFields> | View {
  const found = about(turn, ids);
  if (found) {
    const meeting = inMind(found);
    const isNamed = ids['pairing'] !== undefined;
    const note = ownOn(turn.open.notebook, meeting?.id, 'note');
    const fit = ownOn(turn.open.notebook, meeting?.id, 'fit');
    return reviewForm({
      mine: found.mine,
      today: found.today,
      isNamed,
      meeting,
      note,
      fit,
      objectives: found.objectives,
      agendas: turn.scheme.agendas,
    });
  }
  const held = heldView(turn, ids['pairing']);
  if (ids['pairing'] !== undefined) return held ?? goneView();
  const running = myRunning(turn);
  return running.length === 0 && held ? held : chooseView(running);
}

/** Without an id, the form's own question `with` holds the one pairing it was drawn for: for any other its check sends it back. */
function take(turn: ReviewTurn, ids: Ids, answers: Answers): Outcome {
  const found = about(turn, ids);
  if (!found) return { screen: view(goneView(), { word: 'review', ids }) };
  return record(turn, ids, found, answers);
}

export const reviewPage = pageOf({
  word: 'review',
  for: 'anyone',
  help: 'Look back on your last meeting',
  plan: reviewPlan,
  show,
  take,
  press: { skip: turn => ({ screen: turn.place === 'window' ? close : say(says.skipped) }) },
});
