// A meeting as an entry for somebody's calendar: a name of their own choosing, private, without the other one and without the agenda.
import type { Document } from '../../conversation/document.ts';
import type { Meeting } from '../../scheme/kinds.ts';
import { says } from './messages.ts';

const MINUTES = 60;

/** The file; one that takes the entry away where the meeting has no time any more. Undefined where there is nothing to put in or take out. */
export function calendarOf(meeting: Meeting, title: string): Document | undefined {
  const at = meeting.at ?? meeting.movedFrom;
  if (at === undefined) return undefined;
  const isOff = meeting.at === undefined || meeting.state === 'cancelled';
  return {
    kind: 'calendar',
    name: says.calendarFile,
    entries: [
      {
        id: `meeting-${meeting.id}`,
        revision: meeting.revision ?? 0,
        at,
        minutes: MINUTES,
        title,
        ...(isOff ? { isOff: true as const } : {}),
        writtenAt: meeting.changedAt ?? at,
      },
    ],
  };
}

/** The meeting with somebody noted as having it in their calendar, or not any more. */
export function withEntry(meeting: Meeting, person: string, isIn: boolean): Meeting {
  const others = (meeting.inCalendar ?? []).filter(one => one !== person);
  return { ...meeting, inCalendar: isIn ? [...others, person] : others };
}
