// A co-ordinator ends a pairing for the two (B21): somebody has left, both have asked for it, or it must not go on. Why stays with the co-ordinators; both read that it has ended, and that neither of them did it.

import { endingBetween } from '../../conversation/between.ts';
import { pageOf } from '../../conversation/feature.ts';
import type { AnswersOf, ChoiceField, ChoicesField, DateField, Form, TextField } from '../../conversation/form.ts';
import type { Ids } from '../../conversation/notice.ts';
import { note, open, text, type View } from '../../conversation/notice.ts';
import { type Changes, type LetterOrder, type Outcome, put, view } from '../../conversation/outcome.ts';
import { type Opened, some, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { isClosedTo } from '../../scheme/access.ts';
import { addDays, dayOf, sayDay } from '../../scheme/calendar.ts';
import { closedTo, endPairing } from '../../scheme/ends.ts';
import type { Exit, Pairing, Person } from '../../scheme/kinds.ts';
import { accountsOf } from '../../scheme/sealed.ts';
import { isRunning } from '../../scheme/states.ts';
import { coordinatorPersons } from './coordinators.ts';
import { endPlan, noticeOrders } from './end.ts';
import { optionsOf } from './exit-form.ts';
import { says } from './messages.ts';
import { at, notForYou, readable } from './read-page.ts';

const theirsPlan = (ids: Ids) => ({
  ...endPlan(ids),
  mentors: some('person', via('pairing', 'mentor')),
  mentees: some('person', via('pairing', 'mentee')),
});
type TheirsTurn = Turn<Opened<ReturnType<typeof theirsPlan>>>;
type TheirsFields = {
  why: ChoiceField<false>;
  lastDay: DateField<false>;
  spokeWith: ChoicesField<true>;
  note: TextField<true>;
};
type Answers = AnswersOf<TheirsFields>;

/** The co-ordinators who are concerned: one of the two, or on either one's list. */
function concernedIn(turn: TheirsTurn, pairing: Pairing): string[] {
  const closed = closedTo(pairing, turn.open, coordinatorPersons(turn.open, turn.scheme));
  return [...new Set([...pairing.closedTo, ...closed])];
}

/** The running pairing, for a co-ordinator who is not concerned by it. */
function theirs(turn: TheirsTurn): Pairing | undefined {
  const { pairing } = turn.open;
  const { person, emailHash, coordinator } = turn.actor;
  if (!coordinator || !pairing || !isRunning(pairing.state)) return undefined;
  const self = { person: person?.id, emailHash: person?.emailHash ?? emailHash };
  return isClosedTo({ closedTo: concernedIn(turn, pairing) }, self) ? undefined : pairing;
}

/** It has ended meanwhile, by another co-ordinator or by one of the two: whoever is second may read how. */
function lateView(turn: TheirsTurn): View {
  const exit = readable(turn);
  if (!exit) return notForYou();
  const look = open(says.look, 'exit.read', { pairing: exit.id }, 'primary');
  return { title: says.readTitle, parts: [text(says.theirsLate)], buttons: [look, open(says.home, 'home')] };
}

const nameOf = ([person]: readonly Person[]): string => person?.name ?? says.somebody;

function show(turn: TheirsTurn): Form<TheirsFields> | View {
  const pairing = theirs(turn);
  if (!pairing) return lateView(turn);
  const today = dayOf(turn.now, turn.scheme.zone);
  const from = dayOf(pairing.introducedAt ?? pairing.proposedAt, turn.scheme.zone);
  const { mentors, mentees } = turn.open;
  return {
    title: says.theirsTitle,
    intro: [text(says.theirsIntro(nameOf(mentors), nameOf(mentees))), note(says.theirsTold)],
    fields: {
      why: { kind: 'choice', label: says.why, options: optionsOf(says.whys), optional: false, seenBy: 'coordinator' },
      lastDay: { kind: 'date', label: says.lastDay, optional: false, seenBy: 'both', from, to: addDays(today, 92) },
      spokeWith: {
        kind: 'choices',
        label: says.spokeWith,
        options: optionsOf(says.spokeWithOptions),
        optional: true,
        seenBy: 'coordinator',
      },
      note: { kind: 'text', label: says.note, optional: true, seenBy: 'coordinator', lines: true, max: 2000 },
    },
    values: { lastDay: today },
    submit: says.end,
    back: { word: 'desk' },
  };
}

/** Closed as it is written: whoever handles it has just ended it. Nobody of the two wrote a form. */
function exitRecord(turn: TheirsTurn, pairing: Pairing, answers: Answers): Exit {
  const { account } = turn.actor;
  return {
    ...{ id: pairing.id, person: '', mentor: pairing.mentor, mentee: pairing.mentee, at: turn.now, met: pairing.met },
    ...{ byCoordinator: account, why: answers.why as NonNullable<Exit['why']>, lastDay: answers.lastDay },
    ...{ partnerKnows: 'told', reasons: [], next: 'later', urgent: false, escalated: false },
    ...{ readBy: account, readAt: turn.now, closedBy: account, closedOn: dayOf(turn.now, turn.scheme.zone) },
    spokeWith: answers.spokeWith as NonNullable<Exit['spokeWith']>,
    note: answers.note,
    closedTo: concernedIn(turn, pairing),
  };
}

/** To each of the two who is still there. */
function notices(turn: TheirsTurn, pairing: Pairing): LetterOrder[] {
  const { mentorPerson, menteePerson } = turn.open;
  const there = [mentorPerson, menteePerson].filter(one => accountsOf(one).length > 0).flatMap(one => one?.id ?? []);
  return there.flatMap(person =>
    noticeOrders(pairing, person).map(order => ({ ...order, id: `${order.letter}-${pairing.id}-${person}` })),
  );
}

function changesOf(turn: TheirsTurn, before: Pairing, exit: Exit): Changes {
  const { lastDay } = exit;
  const isHeard = notices(turn, before).length > 0;
  const notice = isHeard ? ('given' as const) : ('none' as const);
  const how = { by: turn.actor.account, at: turn.now, lastDay, notice, closedTo: exit.closedTo };
  const ended = endPairing(before, turn.open, how, turn.scheme);
  return {
    put: [
      put('pairing', ended.pairing),
      put('exit', exit),
      ...ended.registrations.map(one => put('registration', one)),
      ...ended.exclusions.map(one => put('exclusions', one)),
      ...ended.meetings.map(one => put('meeting', one)),
    ],
    ...endingBetween(turn.open),
    letters: notices(turn, ended.pairing),
    history: [{ what: 'pairing.ended-by-coordinator', about: [before.id, before.mentor, before.mentee] }],
  };
}

function take(turn: TheirsTurn, answers: Answers): Outcome {
  const pairing = theirs(turn);
  if (!pairing) return { screen: view(lateView(turn), { word: 'desk' }) };
  const done = text(says.theirsDone(sayDay(answers.lastDay)));
  return {
    changes: changesOf(turn, pairing, exitRecord(turn, pairing, answers)),
    screen: view({ title: says.readTitle, parts: [done], back: { word: 'desk' } }, at(pairing.id)),
  };
}

export const theirsPage = pageOf({
  word: 'exit.theirs',
  for: 'coordinator',
  plan: theirsPlan,
  show: turn => show(turn),
  take: (turn, _ids, answers) => take(turn, answers),
});
