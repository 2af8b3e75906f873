// What news does to a pairing, and how often anybody may be prompted.
import { describe, expect, test } from 'vitest';
import { DAY } from '../../src/scheme/calendar.ts';
import { heardFrom, plannedIn, recordedIn, restingUntil } from '../../src/scheme/news.ts';
import { mayPrompt, prompted } from '../../src/scheme/prompts.ts';
import { aPairing } from '../features/records.ts';
import { aPerson, aScheme, NOW } from '../features/turn.ts';

const scheme = aScheme();
const pairing = aPairing('sam', 'alex', { state: 'active', met: 1 });

describe('B22: no news', () => {
  const twice = 2 * scheme.intervalWeeks * 7 * DAY;
  test('counts from twice the agreed interval after the last news', () => {
    expect(heardFrom({ ...pairing, quiet: true }, NOW, scheme)).toMatchObject({
      quiet: false,
      heardAt: NOW,
      quietAt: NOW + twice,
    });
  });
  test('counts from a planned meeting, or the end of a rest, when that is later', () => {
    const at = NOW + 40 * DAY;
    expect(plannedIn(pairing, { at, meeting: 'K1' }, NOW, scheme).quietAt).toBe(at + twice);
    const rest = restingUntil(pairing, '2027-01-05', NOW, scheme);
    expect(rest.quietAt).toBe(Date.parse('2027-01-05T00:00:00Z') + twice);
  });
  test('recording a meeting answers the check-in: a follow-up is not due any more', () => {
    expect(recordedIn({ ...pairing, followUpAt: NOW + DAY }, NOW, scheme)).toMatchObject({
      recordedAt: NOW,
      followUpAt: undefined,
    });
  });
});

describe('the message budget', () => {
  const sam = aPerson('sam', 'Sam');
  test('one prompt in five working days', () => {
    const asked = prompted(sam, Date.parse('2026-11-17T10:00:00Z'), scheme);
    expect(mayPrompt(asked, Date.parse('2026-11-23T17:00:00Z'), scheme)).toBe(false);
    expect(mayPrompt(asked, Date.parse('2026-11-24T08:00:00Z'), scheme)).toBe(true);
  });
  test('closed days are no working days', () => {
    const asked = prompted(sam, Date.parse('2026-11-17T10:00:00Z'), scheme);
    const closed = { ...scheme, closedDays: ['2026-11-19'] };
    expect(mayPrompt(asked, Date.parse('2026-11-24T08:00:00Z'), closed)).toBe(false);
    expect(mayPrompt(asked, Date.parse('2026-11-25T08:00:00Z'), closed)).toBe(true);
  });
  test('counted from the working hour in which it reaches somebody, not from the weekend on which it was decided', () => {
    const asked = prompted(sam, Date.parse('2026-11-21T10:00:00Z'), scheme);
    expect(asked.prompts).toEqual([Date.parse('2026-11-23T09:00:00Z')]);
    expect(mayPrompt(asked, Date.parse('2026-11-27T10:00:00Z'), scheme)).toBe(false);
    expect(mayPrompt(asked, Date.parse('2026-11-30T10:00:00Z'), scheme)).toBe(true);
  });
  test('twenty in six months, and older ones are forgotten', () => {
    const many = { ...sam, prompts: Array.from({ length: 20 }, (_, n) => NOW - (n + 1) * 8 * DAY) };
    expect(mayPrompt(many, NOW, scheme)).toBe(false);
    expect(mayPrompt(many, NOW + 30 * DAY, scheme)).toBe(true);
    expect(prompted(many, NOW + 200 * DAY, scheme).prompts).toEqual([NOW + 200 * DAY]);
  });
});
