// Before and after an end: something isn't working, and offering again or looking again.
import { describe, expect, test } from 'vitest';
import { put } from '../../../src/conversation/outcome.ts';
import type { RawAnswer } from '../../../src/platforms/platform.ts';
import { DAY } from '../../../src/scheme/calendar.ts';
import { leads, words } from '../page.ts';
import { accountOf, somebody } from '../people.ts';
import { aPairing, aRegistration } from '../records.ts';
import { aStory, type Story } from '../story.ts';
import { NOW } from '../turn.ts';
import { alex, begin, leave, P1, read, sam, story, viewOf } from './begin.ts';

describe('offering again, looking again (F19)', () => {
  const resting = (role: 'mentor' | 'mentee', person: string) =>
    put('registration', aRegistration(person, role, { state: 'resting' }));
  const start = (role: 'mentor' | 'mentee') => story([...somebody('sam', 'Sam Okoro'), resting(role, 'sam')]);
  const answer = async (on: Story, role: 'mentor' | 'mentee', answers: Record<string, RawAnswer>) =>
    on.send(sam, await on.open(sam, 'offer', { role }), answers);
  const place = (on: Story, role: string) => on.read('registration', `sam-${role}`);

  test('R40: a yes makes available, with as many places as they say', async () => {
    const on = await start('mentor');
    await answer(on, 'mentor', { when: 'now', capacity: '2' });
    expect(await place(on, 'mentor')).toMatchObject({ state: 'available', capacity: 2 });
  });
  test('or in one tap, with everything as it was; never for more places than the scheme has by now (R16)', async () => {
    const record = aRegistration('sam', 'mentor', { state: 'resting', capacity: 2 });
    for (const [maxMentees, capacity] of [
      [2, 2],
      [1, 1],
    ] as const) {
      const on = await story([...somebody('sam', 'Sam Okoro'), put('registration', record)], { maxMentees });
      const form = await on.open(sam, 'offer');
      expect(form.show === 'form' && leads(form.form)).toEqual(['offer!now', 'profile']);
      await on.press(sam, 'offer', 'now');
      expect(await place(on, 'mentor')).toMatchObject({ state: 'available', capacity });
    }
  });
  test('straight after an end that may have been a mistake, the way back stands beside the question', async () => {
    const on = await begin();
    const offered = await leave(on, sam, { next: 'offer-again' });
    expect(offered.show === 'form' && leads(offered.form)).toEqual(['offer!now', 'profile', 'exit.reopen']);
    const other = await on.open(alex, 'offer', { registration: 'alex-mentee', ...P1 });
    expect(other.show === 'form' && leads(other.form)).toEqual(['offer!now', 'profile']);
  });
  test('R40: only their own yes does: nothing happens by itself, ever', async () => {
    const on = await start('mentor');
    await answer(on, 'mentor', { when: 'not-now' });
    await on.later(400 * DAY);
    expect((await place(on, 'mentor'))?.state).toBe('resting');
    expect(on.box.messages).toEqual([]);
  });
  test('“from a day” was a yes: on that day they are available', async () => {
    const on = await start('mentor');
    expect(await answer(on, 'mentor', { when: 'from' })).toMatchObject({ problems: { from: expect.any(String) } });
    await answer(on, 'mentor', { when: 'from', from: '2026-12-07' });
    await on.later(13 * DAY);
    expect((await place(on, 'mentor'))?.state).toBe('resting');
    await on.later(DAY);
    expect(await place(on, 'mentor')).toMatchObject({ state: 'available' });
  });
  test('“ask me later” asks once more, and changes nothing', async () => {
    const on = await start('mentor');
    await answer(on, 'mentor', { when: 'later' });
    await on.later(100 * DAY);
    expect(on.box.messages.map(one => [one.to, one.notice.text])).toEqual([[sam, 'Mentor: something for you']]);
    expect((await place(on, 'mentor'))?.state).toBe('resting');
  });
  test('“ask me later” is kept where another prompt came just before: some days later, within the message budget', async () => {
    const lately = { prompts: [Date.parse('2026-12-18T10:00:00Z')] };
    const on = await story([...somebody('sam', 'Sam Okoro', lately), resting('mentor', 'sam')]);
    await answer(on, 'mentor', { when: 'later' });
    await on.later(28 * DAY);
    expect(on.box.messages).toEqual([]);
    await on.later(14 * DAY);
    expect(on.box.messages.map(one => one.to)).toEqual([sam]);
    expect((await on.read('person', 'sam'))?.prompts).toHaveLength(2);
  });
  test('R49: a mentee looks for another mentor in the same way', async () => {
    const on = await start('mentee');
    const form = await on.open(sam, 'offer', { registration: 'sam-mentee' });
    expect(form.show === 'form' && Object.keys(form.form.fields)).toEqual(['when', 'from']);
    await on.send(sam, form, { when: 'now' });
    expect(await place(on, 'mentee')).toMatchObject({ state: 'available', waitingSince: expect.any(Number) });
  });
  test('R8: where mentees choose for themselves, that is what they read next', async () => {
    const records = [...somebody('sam', 'Sam Okoro'), resting('mentee', 'sam')];
    const on = await aStory(records, { matchingMode: 'mentee' });
    const said = viewOf(await answer(on, 'mentee', { when: 'now' }));
    expect(words(said.parts)).toMatch(/can choose one now/);
    expect(leads(said)).toEqual(['choose', 'home']);
    await on.close();
  });
  test('R13: that places are taken is said of what the mentor knows, never of a proposal before the mentee’s yes', async () => {
    const taken = put('registration', aRegistration('sam', 'mentor', { state: 'resting', capacity: 2, taken: 1 }));
    const said = async (pairing: Parameters<typeof aPairing>[2]): Promise<string> => {
      const pair = put('pairing', aPairing('sam', 'alex', pairing));
      const on = await story([...somebody('sam', 'Sam Okoro'), ...somebody('alex', 'Alex Reed'), taken, pair]);
      const shown = read(await answer(on, 'mentor', { when: 'now', capacity: '1' }));
      expect((await place(on, 'mentor'))?.state).toBe('full');
      return shown;
    };
    expect(await said({ state: 'proposed' })).not.toMatch(/taken/);
    expect(await said({ state: 'mentee-yes', menteeYesAt: NOW })).toMatch(/places are taken/);
    expect(await said({ state: 'introduced', introducedAt: NOW })).toMatch(/places are taken/);
  });
  test('somebody else’s registration, or one that is not resting, is left alone', async () => {
    const on = await start('mentor');
    expect(read(await on.open(alex, 'offer', { registration: 'sam-mentor' }))).toContain('nothing to decide');
    await answer(on, 'mentor', { when: 'now', capacity: '1' });
    expect(read(await on.open(sam, 'offer', { role: 'mentor' }))).toContain('already');
  });
});

describe('something isn’t working', () => {
  test('R41, R52: people first, then honesty, another way, and the exit; nothing is enforced', async () => {
    const on = await begin();
    const view = viewOf(await on.open(alex, 'difficulty', P1));
    const all = words(view.parts);
    const order = [
      'Dr Dignity',
      'Be honest with each other',
      'Look for a new direction',
      'Let somebody help',
      'End it formally',
    ].map(one => all.indexOf(one));
    expect(order.every(at => at >= 0)).toBe(true);
    expect([...order].sort((a, b) => a - b)).toEqual(order);
    expect(leads(view)).toEqual(['contact.ask', 'agreement.part', 'checkin.pause', 'exit']);
  });
  test('R27: a mentor reads that nothing is needed of them', async () => {
    const on = await begin();
    expect(read(await on.open(sam, 'difficulty', P1))).toContain(
      'Your mentee Alex Reed leads the meetings. You need do nothing. If you feel it is not working, here are your options.',
    );
  });
  test('somebody without a pairing still finds people', async () => {
    const on = await begin({}, {}, somebody('kim', 'Kim Lee'));
    const view = viewOf(await on.open(accountOf('kim'), 'difficulty'));
    expect(words(view.parts)).toContain('Dr Dignity');
    expect(leads(view)).toEqual(['contact.ask', 'home']);
  });
});
