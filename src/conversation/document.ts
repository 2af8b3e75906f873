// A file handed to a person, described as plain data; documents/ makes the bytes of it.
import type { Instant } from '../scheme/calendar.ts';

/** An entry for somebody's calendar. It is marked as private: others who look at that calendar see that the time is taken, and no more. */
export type CalendarEntry = {
  /** Stays the same for the same thing, so that opening a newer file changes the entry instead of adding another. */
  id: string;
  /** Goes up with every change. */
  revision: number;
  at: Instant;
  minutes: number;
  title: string;
  place?: string;
  link?: string;
  note?: string;
  /** Takes the entry out again. */
  isOff?: true;
  /** When this was written down, so that the same data make the same file. */
  writtenAt: Instant;
};

/** A stretch of a paper. */
export type PaperPart =
  | { part: 'heading'; text: string }
  | { part: 'text'; text: string }
  | { part: 'note'; text: string }
  | { part: 'facts'; facts: [label: string, value: string][] }
  | { part: 'list'; items: string[] };

export type Document =
  | { kind: 'calendar'; name: string; entries: CalendarEntry[] }
  /** Rows for a spreadsheet or for printing; the first row of the file are the columns. */
  | { kind: 'table'; name: string; columns: string[]; rows: string[][] }
  /** Pages to read, print or hand in; `writtenAt` as above. */
  | { kind: 'paper'; name: string; title: string; parts: PaperPart[]; writtenAt: Instant };

/** A file as a platform hands it over. */
export type MadeFile = { name: string; type: string; bytes: Uint8Array };
