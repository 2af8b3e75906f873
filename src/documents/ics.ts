// Calendar files: entries that are private, and that a newer file of the same thing replaces.
import ical, { ICalCalendarMethod, ICalEventClass } from 'ical-generator';

export type Entry = {
  id: string;
  revision: number;
  at: number;
  minutes: number;
  title: string;
  place?: string;
  link?: string;
  note?: string;
  writtenAt: number;
};

/** The text of a calendar file; the same entries always make the same text. */
export function calendarFile(entries: readonly Entry[]): string {
  const calendar = ical({ method: ICalCalendarMethod.PUBLISH, prodId: { company: 'Mentor', product: 'Mentor' } });
  for (const entry of entries) {
    const { id, revision, at, minutes, title, place, link, note, writtenAt } = entry;
    calendar.createEvent({
      id: `${id}@mentor`,
      sequence: revision,
      stamp: new Date(writtenAt),
      start: new Date(at),
      end: new Date(at + minutes * 60_000),
      summary: title,
      class: ICalEventClass.PRIVATE,
      ...(place === undefined ? {} : { location: place }),
      ...(link === undefined ? {} : { url: link }),
      ...(note === undefined ? {} : { description: note }),
    });
  }
  return calendar.toString();
}
