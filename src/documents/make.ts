// The bytes of a file, made from plain data. What is in it is decided elsewhere.
import { calendarFile, type Entry } from './ics.ts';
import { type Paper, paperFile } from './paper.ts';
import { tableFile } from './table.ts';

type Described =
  | { kind: 'calendar'; name: string; entries: readonly Entry[] }
  | { kind: 'table'; name: string; columns: readonly string[]; rows: readonly (readonly string[])[] }
  | ({ kind: 'paper'; name: string } & Paper);

type Made = { name: string; type: string; bytes: Uint8Array };

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Makes a file. */
export async function makeFile(document: Described): Promise<Made> {
  const { name } = document;
  switch (document.kind) {
    case 'calendar':
      return { name, type: 'text/calendar', bytes: utf8(calendarFile(document.entries)) };
    case 'table':
      return { name, type: 'text/csv', bytes: utf8(tableFile(document.columns, document.rows)) };
    case 'paper':
      return { name, type: 'application/pdf', bytes: await paperFile(document) };
  }
}
