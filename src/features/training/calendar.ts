// A session as an entry for somebody's calendar: it tells whoever sees that calendar neither of mentoring nor what it is about.
import type { Document } from '../../conversation/document.ts';
import type { Session } from '../../scheme/kinds.ts';
import { calendar } from './messages.ts';

export function calendarOf({ id, revision, at, lasts, place, link, announcedAt }: Session): Document {
  return {
    kind: 'calendar',
    name: calendar.file,
    entries: [
      {
        id: `session-${id}`,
        revision,
        at,
        minutes: lasts,
        title: calendar.title,
        ...(place === undefined ? {} : { place }),
        ...(link === undefined ? {} : { link }),
        note: calendar.note,
        writtenAt: announcedAt,
      },
    ],
  };
}
