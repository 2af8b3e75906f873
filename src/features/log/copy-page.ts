// From a review in one tap (R35): one's own note about a meeting becomes an entry. Pressing twice makes one entry, and changes none.
import { pageOf } from '../../conversation/feature.ts';
import type { Ids, View } from '../../conversation/notice.ts';
import { next, type Outcome, put } from '../../conversation/outcome.ts';
import { mine, type Opened, one } from '../../conversation/plan.ts';
import { sentences } from '../../conversation/sentences.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { LogEntry } from '../../scheme/kinds.ts';
import { LONG } from './entry-form.ts';
import { entryView } from './entry-page.ts';
import { entry as words } from './messages.ts';
import { notebookOf } from './mine.ts';
import { aboutMeetingOf, begun, idFor, meetingPlan } from './new-page.ts';

const copyPlan = (ids: Ids) => ({
  ...meetingPlan(ids),
  notebook: notebookOf(),
  entry: one('logentry', mine(`-${ids['meeting'] ?? 'none'}`)),
});
type CopyTurn = Turn<Opened<ReturnType<typeof copyPlan>>>;

/** What was noted for oneself about the meeting, in as many entries' words as one holds. */
function noteOn({ open: { notebook, meeting } }: CopyTurn): string | undefined {
  const note = meeting && notebook?.reviews[meeting.id]?.['note'];
  return typeof note === 'string' && note !== '' ? note : undefined;
}

/** A long note goes on in what was done, so that nothing of it is lost. */
function parted(note: string): Pick<LogEntry, 'learned' | 'did'> {
  const letters = [...note];
  if (letters.length <= LONG) return { learned: note };
  return { learned: letters.slice(0, LONG).join(''), did: letters.slice(LONG).join('') };
}

function copy(turn: CopyTurn, ids: Ids): Outcome {
  const { entry, meeting } = turn.open;
  const { person } = turn.actor;
  const about = aboutMeetingOf(turn);
  if (!turn.scheme.learningLog && !entry) return { screen: next('log') };
  if (entry || !person || !meeting || about.meeting === undefined) return { screen: next('log.copy', ids) };
  const note = noteOn(turn);
  if (note === undefined) return { screen: next('log.new', { meeting: meeting.id, empty: '1' }) };
  const made: LogEntry = {
    ...begun(turn, person.id, about),
    id: idFor(person.id, meeting.id),
    on: meeting.on,
    activity: about.activity ?? '',
    learning: 'professional',
    ...parted(note),
  };
  return { changes: { put: [put('logentry', made)] }, screen: next('log.entry', { entry: made.id, kept: '1' }) };
}

export const copyPage = pageOf({
  word: 'log.copy',
  for: 'member',
  plan: copyPlan,
  show: ({ open: { entry } }): View => (entry ? entryView(entry, words.was) : sentences.notHere()),
  press: { copy },
});
