// Still available? Once a year, one reminder, then rest without blame; one tap back (A14).
import { describe, expect, test } from 'vitest';
import { put } from '../../../src/conversation/outcome.ts';
import { stillLook } from '../../../src/scheme/absence.ts';
import { DAY } from '../../../src/scheme/calendar.ts';
import type { Person, Registration } from '../../../src/scheme/kinds.ts';
import { leads } from '../page.ts';
import { accountOf, somebody } from '../people.ts';
import { aRegistration } from '../records.ts';
import { NOW } from '../turn.ts';
import { messagesTo, read, sam, story } from './begin.ts';

const ids = { registration: 'sam-mentor' };
const start = (more: Partial<Registration> = {}, person: Partial<Person> = {}) =>
  story([
    ...somebody('sam', 'Sam Okoro', person),
    ...somebody('kim', 'Kim Lee'),
    put('registration', aRegistration('sam', 'mentor', { state: 'available', waitingSince: NOW, ...more })),
  ]);

describe('A14: still available?', () => {
  test('asked after a year, reminded once, then left in peace; one tap brings them back as before', async () => {
    const on = await start();
    await on.later(360 * DAY);
    expect(messagesTo(on, sam)).toEqual([]);
    await on.later(10 * DAY);
    expect(messagesTo(on, sam)).toHaveLength(1);
    expect(read(await on.open(sam, 'offer.still', ids))).toContain('Would you still like to mentor somebody?');
    await on.later(60 * DAY);
    expect(messagesTo(on, sam)).toHaveLength(2);
    expect((await on.read('registration', 'sam-mentor'))?.state).toBe('dormant');
    // One tap from home, or from the message that still stands.
    const home = await on.open(sam, 'home');
    expect(home.show === 'view' && leads(home.view)[0]).toBe('offer.still!yes');
    expect(read(await on.open(sam, 'offer.still', ids))).toContain('you are resting');
    expect(read(await on.press(sam, 'offer.still', 'yes', ids))).toContain('Good to have you back.');
    expect(await on.read('registration', 'sam-mentor')).toMatchObject({ state: 'available', waitingSince: NOW });
    await on.later(300 * DAY);
    expect(messagesTo(on, sam)).toHaveLength(2);
  });
  test('a yes is enough for a year', async () => {
    const on = await start();
    await on.later(370 * DAY);
    await on.press(sam, 'offer.still', 'yes', ids);
    await on.later(300 * DAY);
    expect(messagesTo(on, sam)).toHaveLength(1);
    expect((await on.read('registration', 'sam-mentor'))?.state).toBe('available');
  });
  test('whoever mentors somebody, or wants no such messages, is not asked and stays', async () => {
    for (const on of [await start({ taken: 1, capacity: 2 }), await start({}, { checkins: 'none' })]) {
      await on.later(500 * DAY);
      expect(messagesTo(on, sam)).toEqual([]);
      expect((await on.read('registration', 'sam-mentor'))?.state).toBe('available');
    }
  });
  test('a proposal that is open just then puts it off for some weeks, not for another year', () => {
    const waits = aRegistration('sam', 'mentor', { state: 'available', waitingSince: NOW - 365 * DAY });
    const later = stillLook({ ...waits, taken: 1, capacity: 2 }, true, true, NOW);
    expect(later).toMatchObject({ after: { stillAskAt: NOW + 28 * DAY }, asks: false });
    expect(stillLook({ ...later.after, taken: 0 }, true, true, NOW + 28 * DAY).asks).toBe(true);
  });
  test('nobody answers for somebody else', async () => {
    const on = await start();
    await on.later(370 * DAY);
    await on.press(accountOf('kim'), 'offer.still', 'yes', ids);
    expect((await on.read('registration', 'sam-mentor'))?.stillAsked).toBe(1);
  });
});
