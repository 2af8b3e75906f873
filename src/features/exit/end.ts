// The end itself, as one step: the pairing and all it touches, the exit record, the one alert, the partner's notice (R43–R49).
import { betweenPlan, endingBetween } from '../../conversation/between.ts';
import { type MyPairing, pairingsPlan } from '../../conversation/my-pairings.ts';
import type { Ids } from '../../conversation/notice.ts';
import { type Changes, type LetterOrder, put } from '../../conversation/outcome.ts';
import { mine as myOwn, type Opened, one, sealedOne, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { closedTo, endPairing } from '../../scheme/ends.ts';
import type { Exit, Pairing } from '../../scheme/kinds.ts';
import { accountsOf } from '../../scheme/sealed.ts';
import { alertOrder, alertTo, coordinatorPersons, coordinatorsPlan, unreadAt } from './coordinators.ts';
import { afterEnd, type Draft, hasReasons } from './draft.ts';
import { type Told, toldAs } from './told.ts';

/** Everything an end touches, in one round trip. */
export const endPlan = (ids: Ids) => ({
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
  ...betweenPlan(ids['pairing'] ?? 'none'),
  exit: one('exit', ids['pairing'] ?? 'none'),
  notebook: one('notebook', myOwn()),
});
export type EndTurn = Turn<Opened<ReturnType<typeof endPlan>>>;
export type ReasonFor = 'coordinator' | 'partner' | 'counted';

/** The co-ordinators (as persons) who are concerned by this pairing and so do not handle its end. */
function concernedIn(turn: EndTurn, { pairing }: MyPairing): string[] {
  const people = coordinatorPersons(turn.open, turn.scheme);
  const closed = closedTo(pairing, turn.open, people);
  const earlier = pairing.closedTo.filter(id => people.some(person => person.id === id));
  return [...new Set([...closed, ...earlier])];
}

/**
 * Who hears of the end, as its author may know it: that one of the two is a co-ordinator is no secret between them; that one
 * stands on the other's list is (R12), so it makes no difference here.
 */
export function whoIsTold(turn: EndTurn, mine: MyPairing): Told {
  const concerned = concernedIn(turn, mine);
  return toldAs(mine.pairing, concerned, alertTo(turn.open, turn.scheme, concerned) !== undefined);
}

/** Reasons that shall only be counted are kept nowhere else; those for the other one also lie with the papers of the two. */
function exitRecord(turn: EndTurn, mine: MyPairing, self: string, draft: Draft, reasonFor: ReasonFor): Exit {
  const { pairing } = mine;
  const concerned = concernedIn(turn, mine);
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

/** Whoever has the meeting that was taken back in their calendar may take it out, as soon as they know of the end. */
function calendarOrders({ takenBackMeeting: meeting }: Pairing, person: string): LetterOrder[] {
  if (meeting === undefined) return [];
  return [{ letter: 'meeting.off', ids: { meeting }, to: { person }, id: `meeting.off-${meeting}-${person}` }];
}

function letters(
  turn: EndTurn,
  mine: MyPairing,
  pairing: Pairing,
  exit: Exit,
  notice: 'given' | 'held' | 'none',
): LetterOrder[] {
  const to = exit.alertTo === undefined ? alertTo(turn.open, turn.scheme, exit.closedTo) : { account: exit.alertTo };
  return [...(to ? [alertOrder(exit.id, to)] : []), ...(notice === 'given' ? noticeOrders(pairing, mine.partner) : [])];
}

/** The partner's neutral notice (R47), and with it what takes a planned meeting out of their calendar. */
export function noticeOrders(pairing: Pairing, partner: string): LetterOrder[] {
  const ids = { pairing: pairing.id };
  const notice = { letter: 'exit.notice', ids, to: { person: partner }, id: `exit.notice-${pairing.id}` };
  return [notice, ...calendarOrders(pairing, partner)];
}

function noticeFor(turn: EndTurn, mine: MyPairing, draft: Draft): 'given' | 'held' | 'none' {
  const partner = mine.side === 'mentor' ? turn.open.menteePerson : turn.open.mentorPerson;
  if (accountsOf(partner).length === 0) return 'none';
  return draft.partnerKnows === 'not-yet' ? 'held' : 'given';
}

/** Everything that is written when the button is pressed. */
export function changesOf(
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
    // What the two told each other for as long as they were a pair (F09).
    ...endingBetween(turn.open),
    count: draft.reasons.map(field => ({ name: 'exit.reasons', field, by: 1 })),
    letters: [...letters(turn, mine, ended.pairing, exit, notice), ...calendarOrders(ended.pairing, self)],
    history: [{ what: 'pairing.ended', about: [exit.id, exit.mentor, exit.mentee] }],
  };
}
