// The last page of an exit: who is being left, who may see reasons if any were given, and *End the pairing*. One press, one step, one alert (R43–R49).
import { pageOf } from '../../conversation/feature.ts';
import type { ChoiceField, Form } from '../../conversation/form.ts';
import { chosenPairing, type MyPairing, myPairing } from '../../conversation/my-pairings.ts';
import { type Ids, open, type Part, press, text, type View } from '../../conversation/notice.ts';
import { next, type Outcome, put, type Screen, view } from '../../conversation/outcome.ts';
import { sayDay } from '../../scheme/calendar.ts';
import type { Exit } from '../../scheme/kinds.ts';
import { afterEnd, type Draft, draftOf, hasReasons } from './draft.ts';
import { changesOf, type EndTurn, endPlan, type ReasonFor, whoIsTold } from './end.ts';
import { optionsOf } from './exit-form.ts';
import { says } from './messages.ts';
import { afterwardsView, askButton, goneView, peopleParts, receiptView, untold } from './told.ts';

type EndFields = { reasonFor: ChoiceField<false> };

function lastParts(turn: EndTurn, mine: MyPairing, draft: Draft): Part[] {
  const told = whoIsTold(turn, mine);
  return [
    ...(draft.urgent ? peopleParts(turn.scheme) : []),
    text(says.endWho(mine.called)),
    text(says.endDay(sayDay(draft.lastDay))),
    text(says.endKnows(mine.given, draft.partnerKnows)),
    text(told === 'nobody' ? untold(turn.scheme) : says.endTold[told]),
  ];
}

function show(turn: EndTurn, ids: Ids): Form<EndFields> | View {
  const id = ids['pairing'] ?? '';
  const mine = chosenPairing(turn, id);
  const draft = draftOf(turn.open.notebook, id);
  if (!mine) return lateView(turn, id, draft);
  if (!draft) return { ...goneView(), buttons: [open(says.title, 'exit', { pairing: id })] };
  const parts = lastParts(turn, mine, draft);
  const back = { word: 'exit', ids: { pairing: id } };
  const urgent = draft.urgent ? [askButton(id)] : [];
  if (!hasReasons(draft))
    return {
      title: says.endTitle,
      parts,
      buttons: [press(says.end, 'exit.end', 'end', { pairing: id }, 'danger'), ...urgent],
      back,
    };
  const options = optionsOf(says.reasonForOptions);
  return {
    title: says.endTitle,
    intro: parts,
    fields: { reasonFor: { kind: 'choice', label: says.reasonFor, options, optional: false, seenBy: 'coordinator' } },
    values: { reasonFor: 'coordinator' },
    submit: says.end,
    back,
    buttons: urgent,
  };
}

function afterwards(mine: MyPairing, self: string, exit: Exit, turn: EndTurn): Screen {
  const at = { word: 'exit', ids: { pairing: exit.id } };
  const goesOn = exit.next === 'offer-again' || exit.next === 'look-again';
  if (goesOn && !exit.urgent && exit.escalateAt !== undefined)
    return next('offer', { registration: `${self}-${mine.side}`, pairing: exit.id });
  return view(receiptView(mine, self, exit, turn.scheme, turn.now), at);
}

/** Both at the same moment: the second reads it kindly, and an urgent concern still finds people first (R52). */
function lateView(turn: EndTurn, id: string, draft: Draft | undefined): View {
  const shown = afterwardsView(turn, myPairing(turn, id));
  if (!draft?.urgent) return shown;
  return {
    ...shown,
    parts: [...peopleParts(turn.scheme), ...shown.parts],
    buttons: [askButton(id), ...(shown.buttons ?? [])],
  };
}

/** What was ended a moment before stays as it is; the second keeps their own notes. */
function tooLate(turn: EndTurn, id: string): Outcome {
  const mine = myPairing(turn, id);
  const self = turn.actor.person?.id;
  const draft = draftOf(turn.open.notebook, id);
  const screen = view(lateView(turn, id, draft), { word: 'exit', ids: { pairing: id } });
  if (!mine || self === undefined || !draft) return { screen };
  return { changes: { put: [put('notebook', afterEnd(turn.open.notebook, self, id, draft))] }, screen };
}

function end(turn: EndTurn, ids: Ids, reasonFor: ReasonFor): Outcome {
  const id = ids['pairing'] ?? '';
  const mine = chosenPairing(turn, id);
  const self = turn.actor.person?.id;
  if (!mine || self === undefined) return tooLate(turn, id);
  const draft = draftOf(turn.open.notebook, id);
  if (!draft) return { screen: next('exit', { pairing: id }) };
  const { exit, ...saved } = changesOf(turn, mine, self, draft, reasonFor);
  return { changes: saved, screen: afterwards(mine, self, exit, turn) };
}

export const endPage = pageOf({
  word: 'exit.end',
  for: 'anyone',
  plan: endPlan,
  show,
  take: (turn, ids, { reasonFor }) => end(turn, ids, reasonFor as ReasonFor),
  press: {
    // R44: without reasons there is nothing more to ask. Reasons given meanwhile go to the co-ordinators only.
    end: (turn, ids) => end(turn, ids, 'coordinator'),
  },
});
