// An event as an entry for somebody's calendar: the event's own title, nothing about the person, and private to whoever looks at that calendar.
import type { Document } from '../../conversation/document.ts';
import type { MatchingEvent } from '../../scheme/kinds.ts';
import { calendar } from './messages.ts';

export function calendarOf(event: MatchingEvent): Document {
  const { id, revision, at, lasts, title, place, link, announcedAt } = event;
  return {
    kind: 'calendar',
    name: calendar.file,
    entries: [
      {
        id: `event-${id}`,
        revision,
        at,
        minutes: lasts,
        title,
        ...(place === undefined ? {} : { place }),
        ...(link === undefined ? {} : { link }),
        note: calendar.note,
        writtenAt: announcedAt,
      },
    ],
  };
}
