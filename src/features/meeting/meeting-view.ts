// The next meeting as each of the two reads it: times to choose from, its time and agenda, or who finds a time.
import {
  type Button,
  buttons,
  facts,
  heading,
  type Ids,
  list,
  note,
  open,
  type Part,
  press,
  row,
  text,
  type View,
} from '../../conversation/notice.ts';
import { type Instant, sayInstant } from '../../scheme/calendar.ts';
import type { Scheme } from '../../scheme/kinds.ts';
import { findsTheTime, openActions } from '../../scheme/meetings.ts';
import { type About, seenTime } from './about.ts';
import { says } from './messages.ts';
import { isPast } from './past-page.ts';

export type Seen = About & { scheme: Scheme; now: Instant };

const idsOf = ({ mine }: About) => ({ pairing: mine.pairing.id });
/** For buttons that are about the time as it stands. */
const timeOf = (seen: About): Ids => ({ ...idsOf(seen), ...(seen.meeting ? { seen: seenTime(seen.meeting) } : {}) });
const isMentee = ({ mine }: About): boolean => mine.side === 'mentee';
const hasEntry = ({ meeting, self }: About): boolean => meeting?.inCalendar?.includes(self) ?? false;

/** Times that wait: the mentee's to choose from (R20), the mentor's to change. */
function timesParts(seen: Seen): Part[] {
  const { mine, times, zone } = seen;
  if (times.length === 0) return [];
  const said = times.map(time => sayInstant(time, zone));
  if (!isMentee(seen)) return [text(says.suggested(mine.given)), list(said)];
  const choices = times.map((time, n) =>
    press(said[n] ?? '', 'meeting', 'take', { ...idsOf(seen), at: String(time) }, 'primary'),
  );
  return [text(says.choose(mine.given)), buttons(...choices)];
}

function timeParts(seen: Seen): Part[] {
  const { meeting, isAhead, zone, times, mine } = seen;
  const place: [string, string][] = meeting?.place ? [[says.where, meeting.place]] : [];
  if (meeting?.at !== undefined && !isAhead) return [text(says.past(sayInstant(meeting.at, zone)))];
  if (meeting?.at === undefined) return place.length > 0 && times.length > 0 ? [facts(place)] : [];
  const when = sayInstant(meeting.at, zone);
  return [
    facts([[says.when, when], ...place]),
    ...(times.length > 0 && isMentee(seen) ? [note(says.keepTime(when))] : []),
    ...(meeting.suits && isMentee(seen) ? [note(says.suits(mine.given))] : []),
    ...(isMentee(seen) ? [] : [note(says.keeping)]),
  ];
}

/** Who finds a time, where there is none; what became of the one it had is said without weight. */
function untimedParts(seen: Seen): Part[] {
  const { meeting, mine, times, zone } = seen;
  if (meeting?.at !== undefined || times.length > 0) return [];
  const moved =
    meeting?.cannot && meeting.movedFrom
      ? [
          text(
            meeting.cannot === mine.side
              ? says.cannotOwn(sayInstant(meeting.movedFrom, zone))
              : says.cannotOther(mine.given, sayInstant(meeting.movedFrom, zone)),
          ),
        ]
      : [];
  const isFirst = mine.pairing.met === 0;
  const lead = isMentee(seen)
    ? (isFirst ? says.firstMentee : says.laterMentee)(mine.given)
    : isFirst
      ? says.firstMentor(mine.given)
      : says.laterMentor;
  return [...moved, text(lead), ...(hasEntry(seen) ? [note(says.calendarOld)] : [])];
}

/** What stands on the agenda of the mentee's objectives: both read it, and are one tap from it. */
function objectiveParts(seen: Seen): Part[] {
  const named = seen.objectives.filter(({ id }) => seen.meeting?.agenda?.objectives?.includes(id));
  if (named.length === 0) return [];
  return [
    text([{ bold: says.agendaObjectives }]),
    ...named.map(({ id, title }) => row(title, open(says.look, 'objective', { ...idsOf(seen), objective: id }))),
  ];
}

/** R28: the mentee's agenda and the mentor's one point; what is still open comes over by itself. */
function agendaParts(seen: Seen): Part[] {
  const { meeting, meetings, mine, scheme } = seen;
  const { agenda, point } = meeting ?? {};
  const still = openActions(meetings).map(action =>
    row(
      action.text,
      press(says.done, 'meeting', 'done', { ...idsOf(seen), meeting: action.meeting, action: action.id }),
    ),
  );
  const said = (label: string, value: string | undefined): Part[] =>
    value ? [text([{ bold: label }, '\n', value])] : [];
  const written = agenda
    ? [
        list(agenda.topics),
        ...objectiveParts(seen),
        ...said(says.outcome, agenda.outcome),
        ...said(says.since, agenda.since),
        ...said(says.questions, agenda.questions),
        ...(agenda.reading
          ? [text([{ bold: says.reading }, '\n', { link: agenda.reading, label: says.readingOpen }])]
          : []),
      ]
    : [note(isMentee(seen) ? says.noAgendaMentee : says.noAgendaMentor)];
  const hasAgenda = agenda !== undefined || point !== undefined || (scheme.agendas && meeting?.at !== undefined);
  return [
    ...(hasAgenda ? [heading(says.agendaHead), ...written, ...said(says.pointOf[mine.side] ?? '', point)] : []),
    ...(still.length > 0 ? [heading(says.openHead), ...still] : []),
  ];
}

const agendaButton = (seen: Seen): Button[] => {
  const { meeting, scheme } = seen;
  const isWritten = meeting?.agenda !== undefined;
  if (!scheme.agendas || (meeting?.at === undefined && !isWritten)) return [];
  return isMentee(seen)
    ? [open(isWritten ? says.agendaChange : says.agendaWrite, 'meeting.agenda', idsOf(seen))]
    : [open(meeting?.point ? says.pointChange : says.pointAdd, 'meeting.point', idsOf(seen))];
};

function aheadButtons(seen: Seen): Button[] {
  const { meeting, times } = seen;
  const ids = idsOf(seen);
  const choosing = times.length > 0 && isMentee(seen);
  return [
    ...(choosing ? [press(says.keep, 'meeting', 'keep', timeOf(seen))] : []),
    press(says.calendar, 'meeting', 'calendar', ids),
    ...agendaButton(seen),
    press(says.cannot, 'meeting', 'cannot', timeOf(seen)),
    ...(isMentee(seen)
      ? [open(says.move, 'checkin.plan', ids)]
      : [
          ...(meeting?.suits ? [] : [press(says.suitsMe, 'meeting', 'suits', timeOf(seen))]),
          open(says.otherTimes, 'meeting.times', ids),
        ]),
    open(says.name, 'meeting.name', ids),
  ];
}

/** What they wrote down in earlier meetings, as soon as there is one. */
function earlierButtons(seen: Seen): Button[] {
  return seen.meetings.some(isPast) ? [open(says.earlier, 'meeting.past', idsOf(seen))] : [];
}

function buttonsFor(seen: Seen): Button[] {
  const { mine, isAhead, meeting, times } = seen;
  const ids = idsOf(seen);
  if (isAhead) return [...aheadButtons(seen), ...earlierButtons(seen)];
  const guide = open(says.guide, 'meeting.guide', ids);
  const off = hasEntry(seen) && meeting?.at === undefined ? [press(says.calendarOff, 'meeting', 'calendar', ids)] : [];
  const review = meeting?.at === undefined ? [] : [open(says.review, 'review', ids, 'primary')];
  if (isMentee(seen)) {
    const none = times.length > 0 ? [press(says.noneSuits, 'meeting', 'none', timeOf(seen))] : [];
    const plan = open(mine.pairing.met === 0 ? says.putIn : says.plan, 'checkin.plan', ids);
    return [...review, ...none, plan, ...agendaButton(seen), ...off, guide, ...earlierButtons(seen)];
  }
  const finds = findsTheTime(mine.pairing) === 'mentor';
  const offer = open(says.offerTimes, 'meeting.times', ids, 'primary');
  const own = open(says.putIn, 'checkin.plan', ids);
  return [...review, ...(finds ? [offer, own] : []), ...off, guide, ...earlierButtons(seen)];
}

/** The page of the next meeting; `said` is what has just happened. */
export function meetingView(seen: Seen, said?: string): View {
  return {
    title: says.title,
    parts: [
      ...(said ? [text(said)] : []),
      text(says.lead(seen.mine.called)),
      ...timesParts(seen),
      ...timeParts(seen),
      ...untimedParts(seen),
      ...agendaParts(seen),
    ],
    buttons: buttonsFor(seen),
  };
}
