// The first page of an exit: which pairing, then its form. Nothing has ended yet when it is sent.
import { pageOf } from '../../conversation/feature.ts';
import type { AnswersOf, Form } from '../../conversation/form.ts';
import {
  chosenPairing,
  heldView,
  type MyPairing,
  myPairing,
  myRunning,
  pairingsPlan,
} from '../../conversation/my-pairings.ts';
import { buttons, type Ids, open, row, text, type View } from '../../conversation/notice.ts';
import { next, type Outcome, put, view } from '../../conversation/outcome.ts';
import { mine as myOwn, type Opened, one } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { draftOf, keptDraft } from './draft.ts';
import { draftFrom, type ExitFields, exitForm } from './exit-form.ts';
import { says } from './messages.ts';
import { afterwardsView } from './told.ts';

const exitPlan = (ids: Ids) => ({
  ...pairingsPlan(),
  papers: one('papers', ids['pairing'] ?? 'none'),
  exit: one('exit', ids['pairing'] ?? 'none'),
  notebook: one('notebook', myOwn()),
});
type ExitTurn = Turn<Opened<ReturnType<typeof exitPlan>>>;

function chooseView({ actor }: ExitTurn, running: MyPairing[]): View {
  const leave = actor.person ? [buttons(open(says.leaveScheme, 'me.leave'))] : [];
  if (running.length === 0)
    return { title: says.title, parts: [text(says.none), ...leave], buttons: [open(says.home, 'home')] };
  const rows = running.map(({ called, pairing }) =>
    row(says.with(called), open(says.choose, 'exit', { pairing: pairing.id })),
  );
  return { title: says.title, parts: [text(says.which), ...rows, ...leave] };
}

function show(turn: ExitTurn, ids: Ids): Form<ExitFields> | View {
  const id = ids['pairing'];
  const mine = chosenPairing(turn, id);
  if (mine) {
    const zone = turn.actor.person?.zone ?? turn.scheme.zone;
    const form = exitForm(mine, draftOf(turn.open.notebook, mine.pairing.id), turn.now, zone);
    const leave = id === undefined ? [open(says.leaveScheme, 'me.leave')] : [];
    return { ...form, buttons: [...(form.buttons ?? []), ...leave] };
  }
  if (id !== undefined) return afterwardsView(turn, myPairing(turn, id));
  const running = myRunning(turn);
  return (running.length === 0 ? heldView(turn) : undefined) ?? chooseView(turn, running);
}

function take(turn: ExitTurn, ids: Ids, answers: AnswersOf<ExitFields>): Outcome {
  const mine = chosenPairing(turn, ids['pairing']);
  const self = turn.actor.person?.id;
  if (!mine || self === undefined) return { screen: view(chooseView(turn, myRunning(turn)), { word: 'exit', ids }) };
  const { id } = mine.pairing;
  return {
    changes: { put: [put('notebook', keptDraft(turn.open.notebook, self, id, draftFrom(answers)))] },
    // The last page names who is being left, so a form that was open for another pairing cannot end this one unseen.
    screen: next('exit.end', { pairing: id }),
  };
}

export const exitPage = pageOf({
  word: 'exit',
  for: 'anyone',
  help: 'End a pairing, or leave the scheme',
  plan: exitPlan,
  show,
  take,
});
