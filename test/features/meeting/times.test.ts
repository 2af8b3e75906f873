// Finding a time: the first is the mentor's to suggest (R19), all others the mentee's (R20); who can't make one says so in one tap (R25, R30).
import { describe, expect, test } from 'vitest';
import type { RawAnswer, Reply } from '../../../src/platforms/platform.ts';
import { buttonsOf } from '../page.ts';
import type { Story } from '../story.ts';
import { alex, begin, lettersTo, nextMeeting, offers, P1, plan, press, read, sam } from './begin.ts';

const THREE = {
  day1: '2026-12-01',
  time1: '10:00',
  day2: '2026-12-02',
  time2: '14:00',
  day3: '2026-12-03',
  time3: '16:30',
  place: 'Room 12',
};
const suggest = async (on: Story, answers: Record<string, RawAnswer> = THREE): Promise<Reply> =>
  on.send(sam, await on.open(sam, 'meeting.times', P1), answers);
const first = { state: 'introduced', met: 0 } as const;

describe('a place for it', () => {
  test('the mentee says where when planning: both read it, and it stays when the time is moved', async () => {
    const on = await begin();
    const at = { day: '2026-12-10', time: '10:00', place: 'Room 7' };
    await on.send(alex, await on.open(alex, 'checkin.plan', P1), at);
    for (const who of [alex, sam]) expect(read(await on.open(who, 'meeting', P1))).toContain('Where: Room 7');
    await on.send(alex, await on.open(alex, 'checkin.plan', P1), { day: '2026-12-11' });
    expect(await nextMeeting(on)).toMatchObject({ on: '2026-12-11', place: 'Room 7' });
    await on.send(alex, await on.open(alex, 'checkin.plan', P1), { place: null });
    expect(read(await on.open(sam, 'meeting', P1))).not.toContain('Room 7');
    expect(JSON.stringify(await on.read('pairing', 'P1'))).not.toContain('Room 7');
  });
});

describe('R19: the first meeting', () => {
  test('is the mentor’s to suggest: only their home leads there, and the mentee is asked for nothing', async () => {
    const on = await begin(first);
    expect(offers(await on.open(sam, 'home'))[0]).toBe('meeting.times');
    expect(offers(await on.open(alex, 'home'))).not.toContain('meeting.times');
    expect((await on.open(alex, 'meeting.times', P1)).show).toBe('view');
  });

  test('the mentor offers three times, the mentee taps one, and it is in the book for both', async () => {
    const on = await begin(first);
    await suggest(on);
    await on.settle();
    expect(lettersTo(on, alex)).toEqual([{ text: 'Mentor: something for you', leads: ['meeting'] }]);
    expect(offers(await on.open(alex, 'home'))[0]).toBe('meeting');
    const page = await on.open(alex, 'meeting', P1);
    expect(read(page)).toContain('Sam has suggested times.');
    const labels = page.show === 'view' ? buttonsOf(page.view).map(button => button.label) : [];
    expect(labels.slice(0, 3)).toEqual([
      'Tuesday 1 December 2026, 10:00',
      'Wednesday 2 December 2026, 14:00',
      'Thursday 3 December 2026, 16:30',
    ]);
    const done = await press(on, alex, 'take', 1, page);
    expect(read(done)).toContain('Wednesday 2 December 2026, 14:00 it is. Sam hears of it.');
    const at = Date.parse('2026-12-02T14:00:00Z');
    expect(await on.read('pairing', 'P1')).toMatchObject({ plannedAt: at });
    const meeting = await nextMeeting(on);
    expect(meeting).toMatchObject({ state: 'planned', at, place: 'Room 12', offerAt: at + 2 * 3_600_000 });
    expect([meeting?.times, (await on.read('pairing', 'P1'))?.timesWait]).toEqual([undefined, undefined]);
    await on.settle();
    expect(lettersTo(on, sam)).toHaveLength(1);
  });

  test('nothing is planned by suggesting', async () => {
    const on = await begin(first);
    await suggest(on);
    expect((await on.read('pairing', 'P1'))?.plannedAt).toBeUndefined();
    expect((await nextMeeting(on))?.state).toBe('undated');
  });

  test('one time is enough; half a time, and one that is over, are asked for again beside the question', async () => {
    const on = await begin(first);
    expect(await suggest(on, { day1: '2026-11-23', time1: '09:00', day2: '2026-12-01', time3: '10:00' })).toMatchObject(
      {
        show: 'form',
        problems: { time1: expect.any(String), time2: expect.any(String), day3: expect.any(String) },
      },
    );
    await suggest(on, { day1: '2026-12-01', time1: '10:00' });
    expect((await nextMeeting(on))?.times).toEqual([Date.parse('2026-12-01T10:00:00Z')]);
  });

  test('none of them suits: the mentor hears so without a word of blame, and may suggest others', async () => {
    const on = await begin(first);
    await suggest(on);
    await press(on, alex, 'none');
    await on.settle();
    expect(lettersTo(on, sam)).toHaveLength(1);
    expect(offers(await on.open(sam, 'home'))[0]).toBe('meeting.times');
    await suggest(on);
    expect((await on.read('pairing', 'P1'))?.timesWait).toBe(true);
  });

  test('a time that was taken back meanwhile, or forged, is not taken', async () => {
    const on = await begin(first);
    await suggest(on);
    const page = await on.open(alex, 'meeting', P1);
    await suggest(on, { day1: '2026-12-08', time1: '10:00', day2: null, time2: null, day3: null, time3: null });
    const late = await press(on, alex, 'take', 0, page);
    expect(read(late)).toContain('taken back');
    await on.press(alex, 'meeting', 'take', { ...P1, at: '99999999999999' });
    expect((await on.read('pairing', 'P1'))?.plannedAt).toBeUndefined();
  });

  test('tapped twice at once, it is one meeting', async () => {
    const on = await begin(first);
    await suggest(on);
    const page = await on.open(alex, 'meeting', P1);
    await Promise.all([press(on, alex, 'take', 0, page), press(on, alex, 'take', 2, page)]);
    const meeting = await nextMeeting(on);
    expect((await on.read('pairing', 'P1'))?.plannedAt).toBe(meeting?.at);
    expect(meeting?.times).toBeUndefined();
  });

  test('they met without choosing: recording it is enough, and nothing waits any more', async () => {
    const on = await begin(first);
    await suggest(on);
    await on.send(alex, await on.open(alex, 'review', P1), { held: 'held' });
    const pairing = await on.read('pairing', 'P1');
    expect(pairing).toMatchObject({ met: 1 });
    expect([pairing?.timesWait, pairing?.undatedMeeting]).toEqual([undefined, undefined]);
  });

  test('each reads the times in their own zone', async () => {
    const on = await begin(first);
    await suggest(on);
    const person = await on.read('person', 'alex');
    expect(person?.zone).toBe('Europe/London');
    expect(read(await on.open(sam, 'meeting', P1))).toContain('Tuesday 1 December 2026, 10:00');
  });
});

describe('R20: later meetings', () => {
  test('the mentor makes none: there is nothing to suggest before the mentee has put one in', async () => {
    const on = await begin();
    expect(read(await on.open(sam, 'meeting.times', P1))).toContain('Your mentee arranges the meetings');
    expect(offers(await on.open(sam, 'meeting', P1))).not.toContain('meeting.times');
    expect(offers(await on.open(sam, 'meeting', P1))).not.toContain('checkin.plan');
  });

  test('for one that stands ahead the mentor may suggest other times; it stays until the mentee chooses', async () => {
    const on = await begin();
    await plan(on);
    await suggest(on);
    expect((await on.read('pairing', 'P1'))?.plannedAt).toBe(Date.parse('2026-12-10T10:00:00Z'));
    const before = (await on.read('pairing', 'P1'))?.plannedMeeting;
    expect(read(await on.open(alex, 'meeting', P1))).toContain('Until you choose, it stays at Thursday 10 December');
    await press(on, alex, 'take', 2);
    expect(await on.read('pairing', 'P1')).toMatchObject({
      plannedAt: Date.parse('2026-12-03T16:30:00Z'),
      plannedMeeting: before,
    });
  });

  test('the mentee may leave it as it is', async () => {
    const on = await begin();
    await plan(on);
    await suggest(on);
    await press(on, alex, 'keep');
    expect(await on.read('pairing', 'P1')).toMatchObject({ plannedAt: Date.parse('2026-12-10T10:00:00Z') });
    expect((await nextMeeting(on))?.times).toBeUndefined();
  });

  test('the mentor may say that it suits; a new time has to suit anew', async () => {
    const on = await begin();
    await plan(on);
    await press(on, sam, 'suits');
    expect(read(await on.open(alex, 'meeting', P1))).toContain('Sam has said that the time suits.');
    await plan(on, '2026-12-11');
    expect(read(await on.open(alex, 'meeting', P1))).not.toContain('suits');
  });
});

describe('I can’t make this one', () => {
  test('R25: the mentor taps once; the mentee is asked for a new date, and the mentor for nothing', async () => {
    const on = await begin();
    await plan(on);
    await on.settle();
    const before = lettersTo(on, sam).length;
    const done = await press(on, sam, 'cannot');
    expect(read(done)).toContain('Alex hears that this time does not work, and finds a new one. You need do nothing.');
    expect(offers(done)).not.toContain('checkin.plan');
    await on.settle();
    expect(lettersTo(on, alex)).toEqual([{ text: 'Mentor: something for you', leads: ['meeting'] }]);
    expect(lettersTo(on, sam)).toHaveLength(before);
    const page = await on.open(alex, 'meeting', P1);
    expect(read(page)).toContain('Sam can’t make Thursday 10 December 2026, 10:00.');
    expect(offers(page)).toContain('checkin.plan');
  });

  test('what is pressed is meant for the time that was read: one that was moved meanwhile stays, and is shown', async () => {
    const on = await begin();
    await plan(on);
    const page = await on.open(sam, 'meeting', P1);
    await plan(on, '2026-12-15');
    for (const name of ['cannot', 'suits']) {
      const reply = await press(on, sam, name, 0, page);
      expect(read(reply)).toContain('The time has changed meanwhile');
      expect(read(reply)).toContain('15 December 2026');
    }
    const meeting = await nextMeeting(on);
    expect(meeting).toMatchObject({ state: 'planned', on: '2026-12-15' });
    expect(meeting?.suits).toBeUndefined();
  });
  test('so is what is pressed about suggested times: others that came meanwhile wait to be chosen from', async () => {
    const on = await begin(first);
    await suggest(on);
    const page = await on.open(alex, 'meeting', P1);
    await suggest(on, { ...THREE, day1: '2026-12-08' });
    expect(read(await press(on, alex, 'none', 0, page))).toContain('The time has changed meanwhile');
    expect((await on.read('pairing', 'P1'))?.timesWait).toBe(true);
    await press(on, alex, 'none');
    expect((await on.read('pairing', 'P1'))?.timesWait).toBeUndefined();
  });
  test('the mentee taps once, and finds a new date whenever it suits', async () => {
    const on = await begin();
    await plan(on);
    const done = await press(on, alex, 'cannot');
    expect(offers(done)).toContain('checkin.plan');
    expect(read(done)).not.toMatch(/sorry|miss|fail|overdue/i);
    expect(read(await on.open(sam, 'meeting', P1))).toContain('You need do nothing');
  });

  test('before the first meeting the mentor suggests new times (R19)', async () => {
    const on = await begin(first);
    await plan(on);
    await press(on, alex, 'cannot');
    expect(offers(await on.open(sam, 'meeting', P1))[0]).toBe('meeting.times');
  });

  test('R30: a moved meeting is the same one at a new time, with its agenda; nothing counts it', async () => {
    const on = await begin();
    await plan(on);
    await on.send(alex, await on.open(alex, 'meeting.agenda', P1), { topics: ['Registration'] });
    const before = (await on.read('pairing', 'P1'))?.plannedMeeting;
    await press(on, sam, 'cannot');
    await plan(on, '2026-12-17');
    const pairing = await on.read('pairing', 'P1');
    expect(pairing?.plannedMeeting).toBe(before);
    expect(await nextMeeting(on)).toMatchObject({ state: 'planned', agenda: { topics: ['Registration'] } });
    expect((await nextMeeting(on))?.cannot).toBeUndefined();
    expect(pairing?.met).toBe(1);
    expect(JSON.stringify(pairing)).not.toMatch(/cannot|moved|miss/);
  });

  test('pressed by both at once, it is off once', async () => {
    const on = await begin();
    await plan(on);
    const pages = [await on.open(sam, 'meeting', P1), await on.open(alex, 'meeting', P1)] as const;
    await Promise.all([press(on, sam, 'cannot', 0, pages[0]), press(on, alex, 'cannot', 0, pages[1])]);
    expect(await nextMeeting(on)).toMatchObject({ state: 'undated', revision: 2 });
  });

  test('nobody else can press it', async () => {
    const on = await begin();
    await plan(on);
    await on.press('slack/T1/UC1', 'meeting', 'cannot', P1);
    await on.press('slack/T1/UNOBODY', 'meeting', 'cannot', P1);
    expect((await nextMeeting(on))?.state).toBe('planned');
  });
});
