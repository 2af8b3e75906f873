// What the two of a pairing share with each other: how many notes are on their way, how long they are kept, and where they stand. Pure.
import { DAY, HOUR, type Instant } from './calendar.ts';
import type { Note, Pairing } from './kinds.ts';
import type { Role } from './records/people.ts';

/** How many notes of one side may wait for the other, and how long one waits. */
const PLACES = 3;
const WAITS_FOR = 14 * DAY;
/** Once opened, a note stays for an hour, in case the window was lost on its way; then it is gone. */
const OPEN_FOR = HOUR;

export const shareId = (pairing: string, side: Role): string => `${pairing}-${side}`;

/** The places of one side's notes. */
export const noteIds = (pairing: string, side: Role): string[] =>
  Array.from({ length: PLACES }, (_, n) => `${pairing}-${side}-${n + 1}`);

/** A note in the first place that is free; undefined where none is. */
export function newNote(
  { id, mentor, mentee }: Pick<Pairing, 'id' | 'mentor' | 'mentee'>,
  side: Role,
  text: string,
  waiting: readonly Note[],
  now: Instant,
): Note | undefined {
  const place = noteIds(id, side).find(free => !waiting.some(one => one.id === free));
  return place === undefined
    ? undefined
    : { id: place, pairing: id, mentor, mentee, side, text, at: now, overAt: now + WAITS_FOR };
}

/** A note that was opened; the first opening counts. */
export function noteRead(note: Note, now: Instant): Note {
  return note.readAt === undefined ? { ...note, readAt: now, overAt: Math.min(note.overAt, now + OPEN_FOR) } : note;
}
