// Lists typed a line at a time: other schemes with their links, and closed days. Read here, and written back as they were typed.
import { addDays, type Day, daysBetween, isDay, sayDay } from '../../scheme/calendar.ts';
import type { Scheme } from '../../scheme/kinds.ts';

type External = Scheme['external'][number];
/** What was read, or the line that could not be. */
type Read<T> = { read: T } | { odd: string };

/** `Name | https://…`; an odd line is given back. */
export function readExternal(lines: readonly string[]): Read<External[]> {
  const read: External[] = [];
  for (const typed of lines) {
    const parts = /^(.*\S)\s*\|\s*(https?:\/\/\S+\.\S+)$/i.exec(typed.trim());
    if (!parts?.[1] || !parts[2]) return { odd: typed };
    read.push({ name: parts[1].trim(), link: parts[2] });
  }
  return { read };
}

export const writeExternal = (external: readonly External[]): string[] =>
  external.map(({ name, link }) => `${name} | ${link}`);

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `2026-12-25`, `25 December 2026`, or `25/12/2026`. */
function readDay(typed: string): Day | undefined {
  const said = typed.trim().toLowerCase();
  const words = /^(?:[a-z]+,? )?(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9}) (\d{4})$/.exec(said);
  const slashes = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(said);
  const month = words ? MONTHS.indexOf((words[2] ?? '').slice(0, 3)) + 1 : Number(slashes?.[2] ?? 0);
  const [, date = '', , year = ''] = words ?? slashes ?? [];
  const day = date ? `${year}-${String(month).padStart(2, '0')}-${date.padStart(2, '0')}` : said;
  return isDay(day) ? day : undefined;
}

/** Days, or first and last days joined by "to" or a dash; sorted, each once. An odd line is given back. */
export function readDays(lines: readonly string[]): Read<Day[]> {
  const days = new Set<Day>();
  for (const typed of lines) {
    const ends = typed.split(/\s+(?:to|until|[-–—])\s+/i);
    const first = readDay(ends[0] ?? '');
    const last = ends.length === 2 ? readDay(ends[1] ?? '') : first;
    if (!first || !last || ends.length > 2 || last < first || daysBetween(first, last) > 366) return { odd: typed };
    for (let day = first; day <= last; day = addDays(day, 1)) days.add(day);
  }
  return { read: [...days].sort() };
}

/** Days as stretches, in the way they are typed: `2026-12-24 to 2027-01-03`. */
export function writeDays(days: readonly Day[]): string[] {
  return stretches(days).map(([first, last]) => (first === last ? first : `${first} to ${last}`));
}

/** Days as stretches, as people read them. */
export function sayDays(days: readonly Day[]): string[] {
  return stretches(days).map(([first, last]) =>
    first === last ? sayDay(first) : `${sayDay(first)} to ${sayDay(last)}`,
  );
}

function stretches(days: readonly Day[]): [Day, Day][] {
  const found: [Day, Day][] = [];
  for (const day of [...new Set(days)].sort()) {
    const last = found.at(-1);
    if (last && addDays(last[1], 1) === day) last[1] = day;
    else found.push([day, day]);
  }
  return found;
}
