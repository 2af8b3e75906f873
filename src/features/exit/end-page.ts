// The last page of an exit: who is being left, who may see reasons if any were given, and *End the pairing*. One press, one step, one alert (R43–R49).
import { pageOf } from '../../conversation/feature.ts';
import type { ChoiceField, Form } from '../../conversation/form.ts';
import { chosenPairing, type MyPairing, myPairing, pairingsPlan } from '../../conversation/my-pairings.ts';
import { type Ids, open, type Part, press, text, type View } from '../../conversation/notice.ts';
import {
  type Changes,
  type LetterOrder,
  next,
  type Outcome,
  put,
  type Screen,
  view,
} from '../../conversation/outcome.ts';
import { mine as myOwn, type Opened, one, sealedOne, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { sayDay } from '../../scheme/calendar.ts';
import { closedTo, endPairing } from '../../scheme/ends.ts';
import type { Exit } from '../../scheme/kinds.ts';
import { accountsOf } from '../../scheme/sealed.ts';
import { alertOrder, alertTo, coordinatorPersons, coordinatorsPlan, unreadAt } from './coordinators.ts';
import { afterEnd, type Draft, draftOf, hasReasons } from './draft.ts';
import { optionsOf } from './exit-form.ts';
import { says } from './messages.ts';
import { afterwardsView, askButton, goneView, peopleParts, receiptView } from './told.ts';

const endPlan = (ids: Ids) => ({
  ...pairingsPlan(),
  ...coordinatorsPlan(),
  pairing: one('pairing', ids['pairing'] ?? 'none'),
  mentorPerson: sealedOne('person', via('pairing', 'mentor')),
  menteePerson: sealedOne('person', via('pairing', 'mentee')),
  mentorPlace: sealedOne('registration', via('pairing', 'mentor', '-mentor')),
  menteePlace: sealedOne('registration', via('pairing', 'mentee', '-mentee')),
  mentorList: sealedOne('exclusions', via('pairing', 'mentor')),
  menteeList: sealedOne('exclusions', via('pairing', 'mentee')),
  planned: sealedOne('meeting', via('pairing', 'plannedMeeting')),
  papers: one('papers', ids['pairing'] ?? 'none'),
  exit: one('exit', ids['pairing'] ?? 'none'),
  notebook: one('notebook', myOwn()),
});
type EndTurn = Turn<Opened<ReturnType<typeof endPlan>>>;
type EndFields = { reasonFor: ChoiceField<false> };
type ReasonFor = 'coordinator' | 'partner' | 'counted';

function lastParts(turn: EndTurn, mine: MyPairing, draft: Draft): Part[] {
  return [
    ...(draft.urgent ? peopleParts(turn.scheme) : []),
    text(says.endWho(mine.called)),
    text(says.endDay(sayDay(draft.lastDay))),
    text(says.endKnows(mine.name, draft.partnerKnows)),
    text(says.endCoordinators),
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

/** Reasons that shall only be counted are kept nowhere else; those for the other one also lie with the papers of the two. */
function exitRecord(turn: EndTurn, mine: MyPairing, self: string, draft: Draft, reasonFor: ReasonFor): Exit {
  const { pairing } = mine;
  const people = coordinatorPersons(turn.open, turn.scheme);
  const closed = closedTo(pairing, turn.open, people);
  const earlier = pairing.closedTo.filter(id => people.some(person => person.id === id));
  const concerned = [...new Set([...closed, ...earlier])];
  const to = alertTo(turn.open, turn.scheme, concerned);
  const kept = reasonFor !== 'counted';
  const { lastDay, partnerKnows, triedFirst, next: onward, urgent, reasons, reasonText } = draft;
  return {
    id: pairing.id,
    person: self,
    mentor: pairing.mentor,
    mentee: pairing.mentee,
    at: turn.now,
    met: pairing.met,
    lastDay,
    partnerKnows,
    triedFirst,
    next: onward,
    urgent,
    reasons: kept ? reasons : [],
    reasonText: kept ? reasonText : undefined,
    reasonFor: kept && hasReasons(draft) ? (reasonFor === 'partner' ? 'partner' : 'coordinator') : undefined,
    escalateAt: to && unreadAt(turn.scheme, turn.now),
    escalated: false,
    alertTo: to && 'account' in to ? to.account : undefined,
    closedTo: concerned,
  };
}

function letters(turn: EndTurn, mine: MyPairing, exit: Exit, notice: 'given' | 'held' | 'none'): LetterOrder[] {
  const to = exit.alertTo === undefined ? alertTo(turn.open, turn.scheme, exit.closedTo) : { account: exit.alertTo };
  return [
    ...(to ? [alertOrder(exit.id, to)] : []),
    ...(notice === 'given' ? [noticeOrder(exit.id, mine.partner)] : []),
  ];
}

/** The partner's neutral notice (R47). */
export function noticeOrder(pairing: string, partner: string): LetterOrder {
  return { letter: 'exit.notice', ids: { pairing }, to: { person: partner }, id: `exit.notice-${pairing}` };
}

function noticeFor(turn: EndTurn, mine: MyPairing, draft: Draft): 'given' | 'held' | 'none' {
  const partner = mine.side === 'mentor' ? turn.open.menteePerson : turn.open.mentorPerson;
  if (accountsOf(partner).length === 0) return 'none';
  return draft.partnerKnows === 'not-yet' ? 'held' : 'given';
}

function changes(
  turn: EndTurn,
  mine: MyPairing,
  self: string,
  draft: Draft,
  reasonFor: ReasonFor,
): Changes & { exit: Exit } {
  const exit = exitRecord(turn, mine, self, draft, reasonFor);
  const notice = noticeFor(turn, mine, draft);
  const how = {
    by: self,
    at: turn.now,
    lastDay: draft.lastDay,
    notice,
    noticeTo: mine.partner,
    closedTo: exit.closedTo,
  };
  const ended = endPairing(mine.pairing, turn.open, how, turn.scheme);
  const { papers, notebook } = turn.open;
  return {
    exit,
    put: [
      put('pairing', ended.pairing),
      put('exit', exit),
      ...ended.registrations.map(one => put('registration', one)),
      ...ended.exclusions.map(one => put('exclusions', one)),
      ...ended.meetings.map(one => put('meeting', one)),
      put('notebook', afterEnd(notebook, self, exit.id, draft)),
      ...(papers && exit.reasonFor === 'partner'
        ? [put('papers', { ...papers, endReasons: exit.reasons, endReasonText: exit.reasonText })]
        : []),
    ],
    count: draft.reasons.map(field => ({ name: 'exit.reasons', field, by: 1 })),
    letters: letters(turn, mine, exit, notice),
    history: [{ what: 'pairing.ended', about: [exit.id, exit.mentor, exit.mentee] }],
  };
}

function afterwards(mine: MyPairing, self: string, exit: Exit, turn: EndTurn): Screen {
  const at = { word: 'exit', ids: { pairing: exit.id } };
  const goesOn = exit.next === 'offer-again' || exit.next === 'look-again';
  if (goesOn && !exit.urgent && exit.escalateAt !== undefined)
    return next('offer', { registration: `${self}-${mine.side}`, pairing: exit.id });
  return view(receiptView(mine, self, exit, turn.scheme), at);
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
  const { exit, ...saved } = changes(turn, mine, self, draft, reasonFor);
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
