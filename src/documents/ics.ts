// Calendar files: entries that are private, and that a newer file of the same thing replaces.
import ical, { ICalCalendarMethod, ICalEventClass, ICalEventStatus } from 'ical-generator';

export type Entry = {
  id: string;
  revision: number;
  at: number;
  minutes: number;
  title: string;
  place?: string;
  link?: string;
  note?: string;
  isOff?: true;
  writtenAt: number;
};

/** The text of a calendar file; the same entries always make the same text. */
export function calendarFile(entries: readonly Entry[]): string {
  // RFC 5546: what is taken out again is a cancellation, of the same entry with a higher revision.
  const isOff = entries.length > 0 && entries.every(entry => entry.isOff);
  const method = isOff ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH;
  const calendar = ical({ method, prodId: { company: 'Mentor', product: 'Mentor' } });
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
      ...(entry.isOff ? { status: ICalEventStatus.CANCELLED } : {}),
      ...(place === undefined ? {} : { location: place }),
      ...(link === undefined ? {} : { url: link }),
      ...(note === undefined ? {} : { description: note }),
    });
  }
  return calendar.toString();
}
