// When rounds take place: the rhythm, closed days, and clock changes.
import { expect, test } from 'vitest';
import { sayInstant } from '../../src/scheme/calendar.ts';
import { firstRound, nextRound, roundAhead } from '../../src/scheme/rounds.ts';

const rhythm = {
  checkinWeeks: 4,
  checkinWeekday: 2,
  checkinTime: '10:00',
  closedDays: [] as string[],
  zone: 'Europe/London',
};
const at = (iso: string): number => Date.parse(iso);
const said = (instant: number | undefined): string | undefined =>
  instant === undefined ? undefined : sayInstant(instant, 'Europe/London');

test('the first round is the first Tuesday at ten that lies four weeks ahead or more', () => {
  expect(said(firstRound(rhythm, at('2026-11-23T09:30:00Z')))).toBe('Tuesday 22 December 2026, 10:00');
  expect(said(firstRound(rhythm, at('2026-11-24T23:30:00Z')))).toBe('Tuesday 22 December 2026, 10:00');
  expect(said(firstRound(rhythm, at('2026-11-25T09:30:00Z')))).toBe('Tuesday 29 December 2026, 10:00');
});

test('a closed day shifts a round, and not those that follow', () => {
  const closed = { ...rhythm, closedDays: ['2026-12-22', '2026-12-23'] };
  const shifted = firstRound(closed, at('2026-11-23T09:30:00Z'));
  expect(said(shifted)).toBe('Thursday 24 December 2026, 10:00');
  expect(said(nextRound(closed, shifted as number))).toBe('Tuesday 19 January 2027, 10:00');
});

test('the clock on the wall stays the same over the change of clocks', () => {
  expect(said(nextRound(rhythm, at('2027-03-09T10:00:00Z')))).toBe('Tuesday 6 April 2027, 10:00');
  expect(nextRound(rhythm, at('2027-03-09T10:00:00Z'))).toBe(at('2027-04-06T09:00:00Z'));
});

test('a round held late, after the program was stopped, keeps the weekday and does not run after itself', () => {
  expect(said(nextRound(rhythm, at('2026-12-25T12:00:00Z')))).toBe('Tuesday 19 January 2027, 10:00');
});

test('with rounds switched off there is none (R0)', () => {
  expect(firstRound({ ...rhythm, checkinWeeks: 0 }, 0)).toBeUndefined();
  expect(nextRound({ ...rhythm, checkinWeeks: 0 }, 0)).toBeUndefined();
  expect(roundAhead({ ...rhythm, checkinWeeks: 0, lastRoundAt: 0 }, 1)).toBeUndefined();
});

test('after a change of rhythm the next round keeps step with the last one and is never in the past', () => {
  const held = at('2026-11-03T10:00:00Z');
  const now = at('2026-11-23T09:30:00Z');
  expect(said(roundAhead({ ...rhythm, lastRoundAt: held }, now))).toBe('Tuesday 1 December 2026, 10:00');
  expect(said(roundAhead({ ...rhythm, checkinWeeks: 1, lastRoundAt: held }, now))).toBe(
    'Tuesday 24 November 2026, 10:00',
  );
  const thursday = { ...rhythm, checkinWeekday: 4, lastRoundAt: held };
  expect(said(roundAhead(thursday, now))).toBe('Thursday 26 November 2026, 10:00');
});

test('a whole year closed does not hang', () => {
  const days = Array.from({ length: 800 }, (_, n) => new Date(at('2026-11-23T00:00:00Z') + n * 86_400_000));
  const closedDays = days.map(day => day.toISOString().slice(0, 10));
  expect(firstRound({ ...rhythm, closedDays }, at('2026-11-23T09:30:00Z'))).toBe(at('2026-12-22T10:00:00Z'));
});
