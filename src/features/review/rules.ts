// What recording a meeting does: which meeting is meant, how two texts about it come together, and what it changes for the pairing.

import type { Day, Instant } from '../../scheme/calendar.ts';
import type { Meeting, Pairing, Scheme } from '../../scheme/kinds.ts';
import { meetingsIn } from '../../scheme/meetings.ts';
import { recordedIn } from '../../scheme/news.ts';

export type Held = 'held' | 'moved' | 'cancelled' | 'missed';

/** Longest summary kept; a platform's text field holds a little more. */
export const LONGEST_SUMMARY = 2900;

/** Most actions kept of one meeting. */
export const MOST_ACTIONS = 10;

/** Whether the two have met so seldom that it is asked whether they fit: after the first and the second meeting (F13). */
export function asksForFit(pairing: Pick<Pairing, 'met'>, meeting: Pick<Meeting, 'state'> | undefined): boolean {
  return pairing.met - Number(meeting?.state === 'held') < 2;
}

/** A planned meeting whose day has come. */
function hasCome(meetings: readonly Meeting[], today: Day): Meeting | undefined {
  return meetings.find(meeting => meeting.state === 'planned' && meeting.on <= today);
}

/** The meeting a form is about when none is named: a planned one whose day has come, or the newest the other has recorded and I have not. */
export function meetingInMind(meetings: readonly Meeting[], today: Day, self: string): Meeting | undefined {
  const newest = meetings.find(meeting => meeting.state !== 'planned' && meeting.on <= today);
  return hasCome(meetings, today) ?? (newest && !newest.recordedBy.includes(self) ? newest : undefined);
}

/** The meeting that is recorded: the one named; one recorded for the same day, so that nothing is doubled; a planned one whose day has come; else a new one (undefined). */
export function meetingMeant(
  named: Meeting | undefined,
  meetings: readonly Meeting[],
  on: Day,
  today: Day,
): Meeting | undefined {
  const sameDay = meetings.find(meeting => meeting.state !== 'planned' && meeting.on === on);
  return named ?? sameDay ?? hasCome(meetings, today);
}

/**
 * The shared text. `isEdited`: what was typed began as the text on record, so it takes its place; otherwise both are kept.
 * Nothing typed is lost.
 */
export function joined(
  before: string | undefined,
  typed: string | undefined,
  isEdited: boolean,
): { text: string | undefined; merged: boolean } {
  if (isEdited || !before) return { text: typed, merged: false };
  if (!typed || before.includes(typed)) return { text: before, merged: false };
  if (typed.includes(before)) return { text: typed, merged: false };
  return { text: `${before}\n\n${typed}`, merged: true };
}

type Action = { id: string; text: string; done: boolean };

/** What is to be done, as somebody sends it; what was ticked off stays so. `isEdited` as above: otherwise what the other one wrote stays too. */
export function joinedActions(
  before: readonly Action[],
  typed: readonly string[],
  isEdited: boolean,
  id: string,
): Action[] {
  const known = new Map(before.map(action => [action.text, action]));
  const mine = [...new Set(typed)].map((text, n) => known.get(text) ?? { id: `${id}-${n}`, text, done: false });
  const theirs = isEdited ? [] : before.filter(action => !typed.includes(action.text));
  return [...theirs, ...mine];
}

/** The last day the two met. A meeting that had counted before is counted anew. */
function lastMet(
  pairing: Pairing,
  was: Meeting | undefined,
  recorded: Meeting,
  meetings: readonly Meeting[],
): Day | undefined {
  const others = meetings.filter(meeting => meeting.state === 'held' && meeting.id !== recorded.id);
  const days = [...others.map(meeting => meeting.on), ...(recorded.state === 'held' ? [recorded.on] : [])];
  if (was?.state !== 'held' && pairing.lastMetOn !== undefined) days.push(pairing.lastMetOn);
  return days.sort().at(-1);
}

/** The pairing after a meeting was recorded: met or not, active from its first one on where there is no agreement to be confirmed (R0). A missed meeting leaves no trace here (R30). */
export function afterRecording(
  pairing: Pairing,
  was: Meeting | undefined,
  recorded: Meeting,
  meetings: readonly Meeting[],
  now: Instant,
  scheme: Scheme,
): Pairing {
  const met = pairing.met + Number(recorded.state === 'held') - Number(was?.state === 'held');
  // R23: where the two write an agreement, confirming it makes the pairing active.
  const starts = !scheme.agreements && pairing.state === 'introduced' && met > 0;
  const isPlanned = pairing.plannedMeeting === recorded.id;
  const isUndated = pairing.undatedMeeting === recorded.id;
  const isHalf = pairing.halfMetAt === undefined && met * 2 >= meetingsIn(pairing, scheme);
  return recordedIn(
    {
      ...pairing,
      met,
      lastMetOn: lastMet(pairing, was, recorded, meetings),
      ...(starts ? { state: 'active', activeAt: now } : {}),
      // Half-way is now, not at the date that was planned: what is asked then is looked at at once.
      ...(isHalf ? { halfMetAt: now, askAgain: true, askAgainAt: now } : {}),
      ...(isPlanned ? { plannedAt: undefined, plannedMeeting: undefined } : {}),
      ...(isUndated ? { undatedMeeting: undefined } : {}),
      ...(isPlanned || isUndated ? { timesWait: undefined } : {}),
    },
    now,
    scheme,
  );
}
