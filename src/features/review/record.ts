// Recording a meeting: the shared text, the pairing's counts, the next date, and the note to oneself, in one step.
import type { Ids } from '../../conversation/notice.ts';
import { type Button, open, type Part, press, row, text, type View } from '../../conversation/notice.ts';
import { type Changes, type Outcome, put, together, view } from '../../conversation/outcome.ts';
import { wishChanges } from '../../conversation/private-line.ts';
import { type Day, type Instant, sayInstant } from '../../scheme/calendar.ts';
import type { Meeting, Pairing } from '../../scheme/kinds.ts';
import { meetingAt, pairingWith } from '../../scheme/meetings.ts';
import { plannedInstant } from '../../scheme/news.ts';
import { type About, type Answers, inMind, type ReviewTurn } from './about.ts';
import { says } from './messages.ts';
import { ownAfter, ownPart, wishIn } from './own-part.ts';
import { mayDate } from './review-form.ts';
import {
  afterRecording,
  type Held,
  joined,
  joinedActions,
  LONGEST_SUMMARY,
  MOST_ACTIONS,
  meetingMeant,
} from './rules.ts';

/** The day for the next meeting, checked; undefined when none was given. */
function nextMeeting(
  found: About,
  answers: Answers,
  now: Instant,
): { at: Instant; on: Day } | undefined | { problems: Record<string, string> } {
  const { nextOn, nextTime } = answers;
  if (nextOn === undefined) return nextTime === undefined ? undefined : { problems: { nextOn: says.nextWithout } };
  // R20: with the first meeting held, the next one is the mentee's to arrange.
  if (found.mine.side === 'mentor' && answers.held === 'held') return { problems: { nextOn: says.nextLed } };
  const at = plannedInstant(nextOn, nextTime, found.zone);
  if (at <= now)
    return { problems: nextTime === undefined ? { nextOn: says.nextLater } : { nextTime: says.nextLater } };
  return { at, on: nextOn };
}

/** The next meeting: the one that stands already, at its new time, or a new one. */
function planned(turn: ReviewTurn, found: About, recorded: Meeting, at: Instant): Meeting {
  const { pairing } = found.mine;
  const isFree = (one: Meeting): boolean => one.id !== recorded.id;
  const standing =
    found.meetings.find(one => isFree(one) && one.id === pairing.plannedMeeting && one.state === 'planned') ??
    (found.undated && isFree(found.undated) ? found.undated : undefined);
  return meetingAt(standing, pairing, { at, zone: found.zone, now: turn.now, id: turn.id('next') });
}

/** R35: the own note goes into the own learning log in one tap; without a note there is a form for it. */
function logButtons({ scheme }: ReviewTurn, { id: meeting, state }: Meeting, note: string | undefined): Button[] {
  if (!scheme.learningLog || state !== 'held') return [];
  return [note ? press(says.copy, 'log.copy', 'copy', { meeting }) : open(says.log, 'log.new', { meeting })];
}

/** R21: after the first meeting the agreement can be written at once, or later, or never. */
function agreementButtons({ scheme }: ReviewTurn, { mine }: About, after: Pairing): Button[] {
  const isFirst = mine.pairing.met === 0 && after.met > 0;
  if (!isFirst || !scheme.agreements || after.agreedAt !== undefined) return [];
  return [open(says.agreement, 'agreement', { pairing: after.id })];
}

/** F13: from the meeting to each objective they talked about; the mentee says how far it is, the mentor reads (R32). */
function touchedParts({ mine, objectives }: About, { touched = [], state }: Meeting): Part[] {
  const talked = objectives.filter(({ id }) => state === 'held' && touched.includes(id));
  if (talked.length === 0) return [];
  const isMentee = mine.side === 'mentee';
  const to = (objective: string): Button =>
    isMentee
      ? open(says.howFar, 'objective.review', { pairing: mine.pairing.id, objective })
      : open(says.look, 'objective', { pairing: mine.pairing.id, objective });
  return [
    text(isMentee ? says.touchedMentee : says.touchedMentor),
    ...talked.map(({ id, title }) => row(title, to(id))),
  ];
}

/** Those ticked; what the other one ticked stays, unless it was seen and left out. */
function touchedIn(was: Meeting | undefined, answers: Answers, isEdited: boolean): Pick<Meeting, 'touched'> {
  const ticked = answers.objectives ?? [];
  const touched = [...new Set([...(isEdited && 'objectives' in answers ? [] : (was?.touched ?? [])), ...ticked])];
  return touched.length > 0 || was?.touched ? { touched } : {};
}

function doneView(found: About, pairing: Pairing, merged: boolean, own: { parts: Part[]; buttons: Button[] }): View {
  const { mine, zone } = found;
  const isFirst = mine.pairing.met === 0 && pairing.met > 0;
  const isAhead = pairing.plannedAt !== undefined;
  const plan = open(says.plan, 'checkin.plan', { pairing: pairing.id }, 'primary');
  return {
    title: says.thanks,
    parts: [
      text(says.kept),
      ...(merged ? [text(says.merged(mine.given))] : []),
      ...(isFirst ? [text(mine.side === 'mentee' ? says.firstMentee(mine.given) : says.firstMentor(mine.given))] : []),
      ...(isAhead ? [text(says.next(sayInstant(pairing.plannedAt ?? 0, zone)))] : []),
      ...(mine.side === 'mentor' && !isFirst && pairing.met > 0 ? [text(says.led)] : []),
      ...own.parts,
    ],
    buttons: [
      ...(mayDate({ mine: { ...mine, pairing } }) && !isAhead ? [plan] : []),
      ...own.buttons,
      open(says.home, 'home'),
    ],
  };
}

/** What the other one has recorded since this form was drawn and says otherwise: shown once, before it is replaced. */
function differing(
  turn: ReviewTurn,
  found: About,
  was: Meeting | undefined,
  held: string,
): Record<string, string> | undefined {
  const isNews = turn.changed('pairing', found.mine.pairing.id);
  if (
    !was ||
    !isNews ||
    was.state === 'planned' ||
    was.state === 'undated' ||
    was.state === held ||
    !was.recordedBy.includes(found.mine.partner)
  )
    return undefined;
  return { held: says.differs(found.mine.given, says.states[was.state]) };
}

export function record(turn: ReviewTurn, ids: Ids, found: About, answers: Answers): Outcome {
  const { mine, self, meetings, named, today } = found;
  // Whoever has met has had the meeting they were finding a time for.
  const undated = answers.held === 'held' ? found.undated : undefined;
  const was = meetingMeant(named, meetings, answers.on, today) ?? undated;
  const ahead = nextMeeting(found, answers, turn.now);
  if (ahead && 'problems' in ahead) return ahead;
  const differs = differing(turn, found, was, answers.held);
  if (differs) return { problems: differs };
  const isEdited =
    ids['pairing'] !== undefined && !turn.changed('pairing', mine.pairing.id) && inMind(found)?.id === was?.id;
  const summary = joined(was?.summary, answers.summary, isEdited);
  const over = [...(summary.text ?? '')].length - LONGEST_SUMMARY;
  if (over > 0) return { problems: { summary: says.summaryLong(over) } };
  const actions = joinedActions(was?.actions ?? [], answers.actions, isEdited, turn.id('action'));
  if (actions.length > MOST_ACTIONS) return { problems: { actions: says.actionsMany(MOST_ACTIONS) } };
  const { id: pairingId, mentor, mentee } = mine.pairing;
  const recorded: Meeting = {
    ...(was ?? { id: turn.id('meeting'), pairing: pairingId, mentor, mentee, offeredTo: [], recordedBy: [] }),
    on: answers.on,
    state: answers.held as Held,
    summary: summary.text,
    ...(actions.length > 0 || was?.actions ? { actions } : {}),
    ...touchedIn(was, answers, isEdited),
    nextOn: ahead?.on ?? was?.nextOn,
    offerAt: undefined,
    remindAt: undefined,
    times: undefined,
    recordedBy: [...new Set([...(was?.recordedBy ?? []), self])],
  };
  const wish = wishIn(turn, found, answers);
  const after = afterRecording(mine.pairing, was, recorded, meetings, turn.now, turn.scheme);
  const next = ahead && planned(turn, found, recorded, ahead.at);
  const pairing = next ? pairingWith(after, next, turn.now, turn.scheme) : after;
  const alone = ownAfter(turn, found, answers, wish);
  const own = { ...alone, parts: [...touchedParts(found, recorded), ...alone.parts] };
  const more = [...agreementButtons(turn, found, pairing), ...own.buttons, ...logButtons(turn, recorded, answers.note)];
  const changes: Changes = {
    put: [
      put('pairing', pairing),
      put('meeting', recorded),
      ...(next ? [put('meeting', next)] : []),
      ...ownPart(turn, self, recorded.id, answers),
    ],
    letters: next ? [{ letter: 'checkin.planned', ids: { pairing: pairing.id }, to: { person: mine.partner } }] : [],
    history: [{ what: 'meeting.recorded', about: [pairing.id] }],
  };
  return {
    changes: together(changes, wishChanges(turn.scheme, wish)),
    screen: view(doneView(found, pairing, summary.merged, { ...own, buttons: more }), {
      word: 'pair',
      ids: { pairing: pairing.id },
    }),
  };
}
