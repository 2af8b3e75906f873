// Writing an entry: a new one, alone or about a meeting, and changing one.
import { pageOf } from '../../conversation/feature.ts';
import type { Form } from '../../conversation/form.ts';
import { type Ids, text, type View } from '../../conversation/notice.ts';
import { next, type Outcome, put } from '../../conversation/outcome.ts';
import { type Opened, one, page, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { LogEntry, Meeting, Pairing } from '../../scheme/kinds.ts';
import { sideOf } from '../../scheme/sides.ts';
import { type EntryAnswers, type EntryFields, entryForm, withAnswers } from './entry-form.ts';
import { meeting as aboutMeeting, entry as words } from './messages.ts';
import { entryIn, offView, today } from './mine.ts';

export const meetingPlan = (ids: Ids) => ({
  meeting: one('meeting', ids['meeting'] ?? 'none'),
  pairing: one('pairing', via('meeting', 'pairing')),
  meetings: page('meeting', 'meeting.of', { of: via('meeting', 'pairing'), max: 12 }),
});
type MeetingTurn = Turn<Opened<ReturnType<typeof meetingPlan>>>;

/** The how-manieth meeting it was: those held since are counted back from all that were. */
function numberOf(meeting: Meeting, { met }: Pairing, meetings: readonly Meeting[]): number {
  const since = meetings.filter(other => other.state === 'held' && other.on > meeting.on);
  return met - since.length;
}

/** What is known of an entry about a meeting of one's own; nothing for any other. */
export function aboutMeetingOf(turn: MeetingTurn): Partial<LogEntry> {
  const { meeting, pairing, meetings } = turn.open;
  const role = pairing && sideOf(pairing, turn.actor.person?.id);
  if (!meeting || !pairing || !role) return {};
  const activity = aboutMeeting.activity(numberOf(meeting, pairing, meetings));
  return { on: meeting.on, activity, role, pairing: pairing.id, meeting: meeting.id };
}

/** R35: an entry about a meeting has its id from it, so that two taps make one entry. */
export const idFor = (person: string, meeting: string): string => `${person}-${meeting}`;

export function begun(turn: Turn, person: string, about: Partial<LogEntry>) {
  const { role, pairing, meeting } = about;
  return { id: turn.id('entry'), person, at: turn.now, ...(meeting ? { role, pairing, meeting } : {}) };
}

export const newPage = pageOf({
  word: 'log.new',
  for: 'member',
  plan: meetingPlan,
  show: (turn, ids): Form<EntryFields> | View =>
    turn.scheme.learningLog
      ? entryForm(
          today(turn),
          { title: words.newTitle, intro: [text(ids['empty'] ? aboutMeeting.nothing : words.noNames)] },
          aboutMeetingOf(turn),
        )
      : offView(),
  // Whoever was writing when the log was switched off loses nothing.
  take: (turn, _ids, answers): Outcome => {
    const { person } = turn.actor;
    if (!person) return { screen: next('log') };
    const entry = withAnswers(begun(turn, person.id, aboutMeetingOf(turn)), answers);
    return { changes: { put: [put('logentry', entry)] }, screen: next('log.entry', { entry: entry.id, kept: '1' }) };
  },
});

const editPlan = (ids: Ids) => ({ entry: entryIn(ids) });
type EditTurn = Turn<Opened<ReturnType<typeof editPlan>>>;

function showEdit(turn: EditTurn): Form<EntryFields> | View {
  const { entry } = turn.open;
  if (!entry && !turn.scheme.learningLog) return offView();
  if (!entry) return entryForm(today(turn), { title: words.newTitle, intro: [text(words.gone)] }, {});
  return {
    ...entryForm(today(turn), { title: words.editTitle, intro: [text(words.noNames)] }, entry),
    back: { word: 'log.entry', ids: { entry: entry.id } },
  };
}

/** Nothing typed is lost: what was deleted meanwhile becomes a new entry, what was changed meanwhile is said. */
function takeEdit(turn: EditTurn, _ids: Ids, answers: EntryAnswers): Outcome {
  const { entry } = turn.open;
  const { person } = turn.actor;
  if (!person) return { screen: next('log') };
  if (entry && turn.changed('logentry', entry.id)) return { problems: { learned: words.changed } };
  const after = withAnswers(entry ?? begun(turn, person.id, {}), answers);
  return { changes: { put: [put('logentry', after)] }, screen: next('log.entry', { entry: after.id, kept: '1' }) };
}

export const editPage = pageOf({ word: 'log.edit', for: 'member', plan: editPlan, show: showEdit, take: takeEdit });
