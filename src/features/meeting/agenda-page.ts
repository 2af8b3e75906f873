// The agenda: written by the mentee; the mentor may add one point, and takes nothing away (R28).
import { pageOf } from '../../conversation/feature.ts';
import type {
  AnswersOf,
  ChoicesField,
  Form,
  LinkField,
  ListField,
  Option,
  TextField,
} from '../../conversation/form.ts';
import { type Ids, open, text, type View } from '../../conversation/notice.ts';
import { type Outcome, put, view } from '../../conversation/outcome.ts';
import type { Meeting, Scheme } from '../../scheme/kinds.ts';
import { type About, about, at, type MeetingTurn, meetingPlan, noneView } from './about.ts';
import { newsOrder } from './letters.ts';
import { meetingView } from './meeting-view.ts';
import { says } from './messages.ts';

type AgendaFields = {
  topics: ListField<false>;
  outcome: TextField<true>;
  since: TextField<true>;
  questions: TextField<true>;
  /** Absent where none is on its way. */
  objectives: ChoicesField<true>;
  reading: LinkField<true>;
};
type PointFields = { point: TextField<false> };

const written = (label: string): TextField<true> => ({
  kind: 'text',
  label,
  optional: true,
  seenBy: 'pairing',
  lines: true,
  max: 1000,
});

/** Objectives on their way, and those that stand on the agenda already. */
function toLookAt({ objectives, meeting }: About, scheme: Scheme): Option[] {
  const named = meeting?.agenda?.objectives ?? [];
  return objectives
    .filter(({ id, state }) => named.includes(id) || (scheme.objectives && state === 'running'))
    .map(({ id, title }) => ({ key: id, label: title }));
}

function fieldsOf(found: About, scheme: Scheme): AgendaFields {
  const options = toLookAt(found, scheme);
  const fields = {
    topics: {
      kind: 'list',
      label: says.topics,
      hint: says.topicsHint,
      optional: false,
      seenBy: 'pairing',
      atMost: 8,
      max: 150,
    },
    ...(options.length > 0
      ? { objectives: { kind: 'choices', label: says.toLookAt, options, optional: true, seenBy: 'pairing' } }
      : {}),
    outcome: written(says.outcome),
    since: written(says.since),
    questions: written(says.questions),
    reading: { kind: 'link', label: says.reading, hint: says.readingHint, optional: true, seenBy: 'pairing' },
  };
  return fields as AgendaFields;
}

const pointFields: PointFields = { point: { ...written(says.point), optional: false, max: 300 } };

const isOpen = (turn: MeetingTurn, found: About): boolean =>
  found.meeting !== undefined && (turn.scheme.agendas || found.meeting.agenda !== undefined);

/** Where there is nothing to write an agenda for, or it is not this side's to write. */
function elsewhere(turn: MeetingTurn, ids: Ids): View {
  const found = about(turn, ids);
  if (!found) return noneView(turn, ids);
  const here = { pairing: found.mine.pairing.id };
  if (!turn.scheme.agendas)
    return { title: says.agendaTitle, parts: [text(says.agendaOff)], buttons: [open(says.open, 'meeting', here)] };
  const isMentee = found.mine.side === 'mentee';
  return {
    title: says.agendaTitle,
    parts: [text(isMentee ? says.agendaNoMeeting : says.noAgendaMentor)],
    buttons: [isMentee ? open(says.plan, 'checkin.plan', here, 'primary') : open(says.open, 'meeting', here)],
  };
}

function written_(turn: MeetingTurn, found: About, meeting: Meeting, tells: boolean): Outcome {
  const meetings = found.meetings.map(one => (one.id === meeting.id ? meeting : one));
  const seen = { ...found, meeting, meetings, scheme: turn.scheme, now: turn.now };
  const { id } = found.mine.pairing;
  return {
    changes: { put: [put('meeting', meeting)], letters: tells ? [newsOrder(id, found.mine.partner)] : [] },
    screen: view(meetingView(seen, says.agendaDone(found.mine.given)), at({ pairing: id })),
  };
}

function show(turn: MeetingTurn, ids: Ids): Form<AgendaFields> | View {
  const found = about(turn, ids);
  if (found?.mine.side !== 'mentee' || !found.meeting || !isOpen(turn, found)) return elsewhere(turn, ids);
  const { agenda } = found.meeting;
  return {
    title: says.agendaTitle,
    intro: [text(says.agendaIntro(found.mine.called))],
    fields: fieldsOf(found, turn.scheme),
    ...(agenda ? { values: agenda as Partial<AnswersOf<AgendaFields>> } : {}),
    submit: says.agendaSubmit,
    back: { word: 'meeting', ids: { pairing: found.mine.pairing.id } },
    buttons: [open(says.guide, 'meeting.guide', { pairing: found.mine.pairing.id })],
  };
}

function take(turn: MeetingTurn, ids: Ids, answers: AnswersOf<AgendaFields>): Outcome {
  const found = about(turn, ids);
  if (found?.mine.side !== 'mentee' || !found.meeting) return { screen: view(elsewhere(turn, ids), at(ids)) };
  // Later changes are there to be read; only the first is news.
  return written_(turn, found, { ...found.meeting, agenda: answers }, found.meeting.agenda === undefined);
}

export const agendaPage = pageOf({ word: 'meeting.agenda', for: 'member', plan: meetingPlan, show, take });

function showPoint(turn: MeetingTurn, ids: Ids): Form<PointFields> | View {
  const found = about(turn, ids);
  if (found?.mine.side !== 'mentor' || !found.meeting || !isOpen(turn, found)) return elsewhere(turn, ids);
  const { point } = found.meeting;
  return {
    title: says.pointTitle,
    intro: [text(says.pointIntro(found.mine.given))],
    fields: pointFields,
    ...(point === undefined ? {} : { values: { point } }),
    submit: says.pointSubmit,
    back: { word: 'meeting', ids: { pairing: found.mine.pairing.id } },
  };
}

export const pointPage = pageOf({
  word: 'meeting.point',
  for: 'member',
  plan: meetingPlan,
  show: showPoint,
  take: (turn, ids, { point }: { point: string }) => {
    const found = about(turn, ids);
    if (found?.mine.side !== 'mentor' || !found.meeting) return { screen: view(elsewhere(turn, ids), at(ids)) };
    return written_(turn, found, { ...found.meeting, point }, false);
  },
});
