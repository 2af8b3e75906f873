// The first page of an exit: which pairing, then its form. Nothing has ended yet when it is sent.
import { pageOf } from '../../conversation/feature.ts';
import type { AnswersOf, Form } from '../../conversation/form.ts';
import {
  chosenPairing,
  heldView,
  type MyPairing,
  myPairing,
  myPairings,
  myRunning,
  pairingsPlan,
} from '../../conversation/my-pairings.ts';
import { type Ids, open, text, type View } from '../../conversation/notice.ts';
import { next, type Outcome, put } from '../../conversation/outcome.ts';
import { mine as myOwn, type Opened, one } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { draftOf, keptDraft } from './draft.ts';
import { draftFrom, type ExitFields, exitForm } from './exit-form.ts';
import { says } from './messages.ts';
import { afterwardsView } from './told.ts';
import { mayFinish, mistakable, whichView } from './which-view.ts';

const exitPlan = (ids: Ids) => ({
  ...pairingsPlan(),
  papers: one('papers', ids['pairing'] ?? 'none'),
  exit: one('exit', ids['pairing'] ?? 'none'),
  notebook: one('notebook', myOwn()),
});
type ExitTurn = Turn<Opened<ReturnType<typeof exitPlan>>>;

const around = (turn: ExitTurn) => ({
  all: myPairings(turn),
  self: turn.actor.person?.id,
  scheme: turn.scheme,
  now: turn.now,
});

/** The pairing that is meant. After an end that may have been a mistake, the word alone does not mean the one that is left. */
function meant(turn: ExitTurn, id: string | undefined): MyPairing | undefined {
  if (id === undefined && mistakable(around(turn)).length > 0) return undefined;
  return chosenPairing(turn, id);
}

function show(turn: ExitTurn, ids: Ids): Form<ExitFields> | View {
  const id = ids['pairing'];
  const mine = meant(turn, id);
  if (mine) return formAbout(turn, mine, id);
  if (id !== undefined) return afterwardsView(turn, myPairing(turn, id));
  return (myRunning(turn).length === 0 ? heldView(turn) : undefined) ?? whichView(around(turn));
}

/** At the end that was agreed, finishing together is offered first; by the word alone, leaving the scheme is meant as well. */
function formAbout(turn: ExitTurn, mine: MyPairing, id: string | undefined): Form<ExitFields> {
  const { pairing } = mine;
  const zone = turn.actor.person?.zone ?? turn.scheme.zone;
  const form = exitForm(mine, draftOf(turn.open.notebook, pairing.id), turn.now, zone);
  const isLate = mayFinish(pairing, turn.scheme, turn.now);
  return {
    ...form,
    intro: [...(form.intro ?? []), ...(isLate ? [text(says.finishInstead)] : [])],
    buttons: [
      ...(isLate ? [open(says.finish, 'closing', { pairing: pairing.id })] : []),
      ...(form.buttons ?? []),
      ...(id === undefined ? [open(says.leaveScheme, 'me.leave')] : []),
    ],
  };
}

function take(turn: ExitTurn, ids: Ids, answers: AnswersOf<ExitFields>): Outcome {
  const mine = chosenPairing(turn, ids['pairing']);
  const self = turn.actor.person?.id;
  if (!mine || self === undefined) return { screen: next('exit', ids) };
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
