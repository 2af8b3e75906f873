// When a check-in round asks a pairing, and when not.
import { describe, expect, test } from 'vitest';
import { DAY } from '../../src/scheme/calendar.ts';
import { isDue, whyNotDue } from '../../src/scheme/due.ts';
import { heardFrom } from '../../src/scheme/news.ts';
import { aPairing } from '../features/records.ts';
import { aScheme, NOW } from '../features/turn.ts';

const scheme = aScheme();
const round = { at: NOW, since: NOW - 28 * DAY };
const pairing = aPairing('sam', 'alex', { state: 'active', met: 1 });

describe('due for a check-in', () => {
  test('a running pairing of which nothing was recorded since the last round', () => {
    expect(isDue(pairing, round, NOW, scheme)).toBe(true);
    expect(isDue({ ...pairing, recordedAt: NOW - 29 * DAY }, round, NOW, scheme)).toBe(true);
  });
  test.each([
    ['met', { recordedAt: NOW - 27 * DAY }],
    ['planned', { plannedAt: NOW + DAY }],
    ['resting', { restUntil: '2026-11-24' }],
    ['ended', { state: 'ended-early' as const }],
    ['ended', { state: 'proposed' as const }],
    ['closing', { endsOn: '2026-12-04' }],
  ])('not when %s', (why, more) => {
    expect(whyNotDue({ ...pairing, ...more }, round, NOW, scheme)).toBe(why);
  });
  test('again from the day on which a rest ends, and once a planned day has passed', () => {
    expect(isDue({ ...pairing, restUntil: '2026-11-23', plannedAt: NOW - 1 }, round, NOW, scheme)).toBe(true);
  });
  test('in the last weeks still where the scheme does without looking back (R0), or they have agreed on a later day', () => {
    const last = { ...pairing, endsOn: '2026-12-04' };
    expect(isDue(last, round, NOW, { ...scheme, closings: false })).toBe(true);
    expect(isDue({ ...last, endsOn: '2027-03-04' }, round, NOW, scheme)).toBe(true);
  });
  test('an answer alone ("nothing to report") does not make it less due', () => {
    expect(isDue(heardFrom(pairing, NOW, scheme), round, NOW, scheme)).toBe(true);
  });
});
