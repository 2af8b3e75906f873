// Calendar arithmetic: days as text, wall clocks as instants, working days and hours. It never asks what time it is.

/** Milliseconds since 1970, UTC. */
export type Instant = number;
/** A calendar day as text, `2026-11-24`. */
export type Day = string;
/** A wall-clock time as text, `10:00`. */
export type Time = string;
/** When a person works, in their own zone; weekdays are 1 (Monday) to 7 (Sunday). */
export type Hours = { days: number[]; from: Time; to: Time };

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string): Intl.DateTimeFormat {
  let found = formatters.get(zone);
  if (!found) {
    found = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formatters.set(zone, found);
  }
  return found;
}

/** Whether the runtime knows this IANA zone name. */
export function isZone(zone: string): boolean {
  try {
    formatter(zone);
    return true;
  } catch {
    return false;
  }
}

/** The wall clock in a zone at an instant. Throws RangeError for an unknown zone. */
export function wallClock(at: Instant, zone: string): { day: Day; time: Time } {
  const parts: Record<string, string> = {};
  for (const part of formatter(zone).formatToParts(at)) parts[part.type] = part.value;
  return {
    day: `${parts['year']}-${parts['month']}-${parts['day']}`,
    time: `${parts['hour']}:${parts['minute']}`,
  };
}

/** The calendar day in a zone at an instant. */
export function dayOf(at: Instant, zone: string): Day {
  return wallClock(at, zone).day;
}

function offsetAt(at: Instant, zone: string): number {
  const { day, time } = wallClock(at, zone);
  return Date.parse(`${day}T${time}:00Z`) - Math.floor(at / MINUTE) * MINUTE;
}

/**
 * The instant at which a zone's clocks show this day and time. In the hour that clocks skip, the time moves forward by the
 * gap; in the hour they repeat, the first of the two is meant (Temporal's "compatible" rule), so that nothing is skipped or doubled.
 */
export function instantAt(day: Day, time: Time, zone: string): Instant {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  const before = offsetAt(asUtc - DAY, zone);
  const after = offsetAt(asUtc + DAY, zone);
  const early = asUtc - before;
  if (offsetAt(early, zone) === before) return early;
  const late = asUtc - after;
  return offsetAt(late, zone) === after ? late : early;
}

/** A day n calendar days later (or earlier, for n below zero). */
export function addDays(day: Day, n: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + n * DAY).toISOString().slice(0, 10);
}

/** The same day n months later; the last day of a shorter month stands in for one it lacks. */
export function addMonths(day: Day, n: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + n, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}

/** Days from one day to another (positive when `to` is later). */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** Whether text is a real calendar day such as 2026-11-24. */
export function isDay(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
    new Date(`${text}T00:00:00Z`).toISOString().startsWith(text)
  );
}

/** Whether people work on this day: a weekday (or one of `days`) that the scheme does not close. */
export function isWorkingDay(day: Day, closed: readonly Day[], days: readonly number[] = [1, 2, 3, 4, 5]): boolean {
  return days.includes(weekdayOf(day)) && !closed.includes(day);
}

/** The first working day on or after this one; after a year without any, the day itself. */
export function workingDayFrom(day: Day, closed: readonly Day[], days?: readonly number[]): Day {
  for (let n = 0; n < 366; n++) {
    const candidate = addDays(day, n);
    if (isWorkingDay(candidate, closed, days)) return candidate;
  }
  return day;
}

/** The day that lies n working days after (before, for n below zero) this one, which itself is not counted. */
export function addWorkingDays(day: Day, n: number, closed: readonly Day[], days?: readonly number[]): Day {
  const step = n < 0 ? -1 : 1;
  let left = Math.abs(n);
  let at = day;
  for (let guard = 0; left > 0 && guard < 2000; guard++) {
    at = addDays(at, step);
    if (isWorkingDay(at, closed, days)) left--;
  }
  return at;
}

/** The first instant on or after `at` inside somebody's working hours (R58). */
export function intoWorkingHours(at: Instant, zone: string, hours: Hours, closed: readonly Day[]): Instant {
  const { day, time } = wallClock(at, zone);
  if (isWorkingDay(day, closed, hours.days)) {
    if (time < hours.from) return instantAt(day, hours.from, zone);
    if (time < hours.to) return at;
  }
  return instantAt(workingDayFrom(addDays(day, 1), closed, hours.days), hours.from, zone);
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A day as people read it: `Tuesday 24 November 2026`. */
export function sayDay(day: Day): string {
  const [year, month = 1, date = 1] = day.split('-').map(Number);
  return `${WEEKDAYS[weekdayOf(day) - 1]} ${date} ${MONTHS[month - 1]} ${year}`;
}

/** An instant as people in a zone read it: `Tuesday 24 November 2026, 10:00`. */
export function sayInstant(at: Instant, zone: string): string {
  const { day, time } = wallClock(at, zone);
  return `${sayDay(day)}, ${time}`;
}
