// Wall clocks, working days and months, across the changes of clocks.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  addWorkingDays,
  dayOf,
  daysBetween,
  instantAt,
  intoWorkingHours,
  isDay,
  isWorkingDay,
  isZone,
  sayDay,
  sayInstant,
  wallClock,
  weekdayOf,
  workingDayFrom,
} from '../../src/scheme/calendar.ts';

const iso = (at: number): string => new Date(at).toISOString().slice(0, 16);

test.each([
  // The hour that is skipped moves forward by the gap; the hour that is repeated means its first time.
  ['2027-03-28', '01:30', 'Europe/London', '2027-03-28T01:30'],
  ['2027-03-28', '01:00', 'Europe/London', '2027-03-28T01:00'],
  ['2027-03-29', '09:00', 'Europe/London', '2027-03-29T08:00'],
  ['2026-10-25', '01:30', 'Europe/London', '2026-10-25T00:30'],
  ['2027-10-31', '01:30', 'Europe/London', '2027-10-31T00:30'],
  ['2026-11-24', '10:00', 'Europe/London', '2026-11-24T10:00'],
  ['2026-07-07', '10:00', 'Europe/London', '2026-07-07T09:00'],
  ['2026-11-24', '10:00', 'Pacific/Auckland', '2026-11-23T21:00'],
  ['2026-11-24', '10:00', 'Pacific/Pago_Pago', '2026-11-24T21:00'],
  ['2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-03T15:45'],
])('%s %s in %s is %s UTC', (day, time, zone, utc) => {
  expect(iso(instantAt(day, time, zone))).toBe(utc);
});

test('every wall-clock time comes back as itself, but for the hours that clocks skip', () => {
  const zones = [
    'Europe/London',
    'Pacific/Auckland',
    'America/New_York',
    'Asia/Kolkata',
    'Africa/Cairo',
    'America/Asuncion',
    'Pacific/Apia',
  ];
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1500 }),
      fc.integer({ min: 0, max: 1439 }),
      fc.constantFrom(...zones),
      (n, minute, zone) => {
        const day = addDays('2024-01-01', n);
        const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
        const back = wallClock(instantAt(day, time, zone), zone);
        const skipped = Math.abs(Date.parse(`${back.day}T${back.time}Z`) - Date.parse(`${day}T${time}Z`));
        return skipped === 0 || skipped === 3_600_000;
      },
    ),
    { numRuns: 2000 },
  );
});

test('a weekly time keeps its wall clock over two years and never skips or doubles a week', () => {
  let day = '2026-01-06';
  for (let week = 0; week < 104; week++) {
    expect(wallClock(instantAt(day, '10:00', 'Europe/London'), 'Europe/London')).toEqual({ day, time: '10:00' });
    day = addDays(day, 7);
  }
  expect(daysBetween('2026-01-06', day)).toBe(728);
});

test('the weekday is the person’s own, on both sides of the date line', () => {
  const at = Date.parse('2026-11-24T11:30:00Z');
  expect(weekdayOf(dayOf(at, 'Pacific/Auckland'))).toBe(3);
  expect(weekdayOf(dayOf(at, 'Pacific/Pago_Pago'))).toBe(2);
});

test('months end where they end', () => {
  expect(addMonths('2027-01-31', 1)).toBe('2027-02-28');
  expect(addMonths('2028-01-31', 1)).toBe('2028-02-29');
  expect(addMonths('2028-02-29', 12)).toBe('2029-02-28');
  expect(addMonths('2026-11-30', 3)).toBe('2027-02-28');
  expect(addMonths('2026-11-23', -11)).toBe('2025-12-23');
});

test('working days leave out week-ends and closed days, in both directions', () => {
  const closed = ['2026-12-25', '2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31', '2027-01-01'];
  expect(isWorkingDay('2026-12-25', closed)).toBe(false);
  expect(addWorkingDays('2026-12-24', 1, closed)).toBe('2027-01-04');
  expect(addWorkingDays('2026-11-27', 3, [])).toBe('2026-12-02');
  expect(addWorkingDays('2027-01-04', -2, closed)).toBe('2026-12-23');
  expect(workingDayFrom('2026-12-25', closed)).toBe('2027-01-04');
  expect(addWorkingDays('2026-11-24', 2, [], [2, 4])).toBe('2026-12-01');
});

test('R58: nobody is written to outside their working hours', () => {
  const hours = { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' };
  const say = (at: string) => sayInstant(intoWorkingHours(Date.parse(at), 'Europe/London', hours, []), 'Europe/London');
  expect(say('2026-11-24T07:00:00Z')).toBe('Tuesday 24 November 2026, 09:00');
  expect(say('2026-11-24T11:10:00Z')).toBe('Tuesday 24 November 2026, 11:10');
  expect(say('2026-11-27T17:00:00Z')).toBe('Monday 30 November 2026, 09:00');
  expect(say('2026-11-28T12:00:00Z')).toBe('Monday 30 November 2026, 09:00');
});

test('days are read strictly and said plainly', () => {
  expect(isDay('2026-02-29')).toBe(false);
  expect(isDay('2028-02-29')).toBe(true);
  expect(isDay('24/11/2026')).toBe(false);
  expect(sayDay('2026-11-24')).toBe('Tuesday 24 November 2026');
  expect(isZone('Europe/London')).toBe(true);
  expect(isZone('Mars/Olympus')).toBe(false);
});
