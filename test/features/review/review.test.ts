// Looking back on a meeting: which one it is, what it changes, both partners at once, and being offered it once.
import { afterEach, describe, expect, test } from 'vitest';
import { type Put, put } from '../../../src/conversation/outcome.ts';
import { joined } from '../../../src/features/review/rules.ts';
import type { RawAnswer, Reply } from '../../../src/platforms/platform.ts';
import { DAY, HOUR } from '../../../src/scheme/calendar.ts';
import type { Meeting, Pairing, Scheme } from '../../../src/scheme/kinds.ts';
import { leads, words } from '../page.ts';
import { aCard, accountOf, samAndAlex, somebody } from '../people.ts';
import { aPairing } from '../records.ts';
import { aStory, type Story } from '../story.ts';

const sam = accountOf('sam');
const alex = accountOf('alex');
const P1 = { pairing: 'P1' };
const NOW = Date.parse('2026-11-23T09:30:00Z');
const begun: Story[] = [];
afterEach(async () => {
  for (const on of begun.splice(0)) await on.close();
});

async function begin(more: Partial<Pairing> = {}, records: Put[] = [], scheme: Partial<Scheme> = {}): Promise<Story> {
  const on = await aStory([...samAndAlex({ state: 'active', met: 1, ...more }), ...records], scheme);
  begun.push(on);
  return on;
}
const aMeeting = (more: Partial<Meeting> = {}): Meeting => ({
  id: 'K1',
  pairing: 'P1',
  mentor: 'sam',
  mentee: 'alex',
  on: '2026-11-20',
  state: 'planned',
  recordedBy: [],
  offeredTo: [],
  ...more,
});
const answer = async (
  on: Story,
  who: string,
  answers: Record<string, RawAnswer>,
  ids: Record<string, string> = P1,
): Promise<Reply> => on.send(who, await on.open(who, 'review', ids), answers);
async function meetings(on: Story): Promise<Meeting[]> {
  const { keys } = await on.store.keys(undefined, 1_000);
  const found = await Promise.all(
    keys.filter(key => key.startsWith('meeting/')).map(key => on.read('meeting', key.slice(8))),
  );
  return found.flatMap(one => one ?? []).sort((a, b) => (a.on < b.on ? -1 : 1));
}
const read = (reply: Reply): string => (reply.show === 'view' ? words(reply.view.parts) : reply.show);

describe('recording', () => {
  test('B6, R0: where the scheme does without agreements, the first meeting held makes the pairing active; from there the mentee leads', async () => {
    const on = await begin({ state: 'introduced', met: 0 }, [], { agreements: false });
    const done = await answer(on, alex, { held: 'held', summary: 'Got to know each other.' });
    expect(await on.read('pairing', 'P1')).toMatchObject({
      state: 'active',
      met: 1,
      lastMetOn: '2026-11-23',
      activeAt: expect.any(Number),
    });
    expect(read(done)).toContain('From here on you arrange the meetings');
  });
  test('R23: where there is an agreement to confirm, meeting alone does not make it active', async () => {
    const on = await begin({ state: 'introduced', met: 0 });
    const done = await answer(on, alex, { held: 'held' });
    expect(done.show === 'view' && leads(done.view)).toContain('agreement');
    expect(await on.read('pairing', 'P1')).toMatchObject({ state: 'introduced', met: 1 });
    const other = await answer(on, sam, { held: 'held' });
    expect(other.show === 'view' && leads(other.view)).not.toContain('agreement');
  });
  test('the summary is for the two, the note for oneself, and neither for anybody else', async () => {
    const on = await begin();
    await answer(on, alex, { held: 'held', summary: 'SHARED', note: 'PRIVATE' });
    const [meeting] = await meetings(on);
    expect(meeting).toMatchObject({ summary: 'SHARED', state: 'held', recordedBy: ['alex'] });
    expect((await on.read('notebook', 'alex'))?.reviews[meeting?.id ?? '']).toEqual({ note: 'PRIVATE' });
    const pairing = JSON.stringify(await on.read('pairing', 'P1'));
    expect(pairing).not.toMatch(/SHARED|PRIVATE/);
    const partner = await on.open(sam, 'review', P1);
    expect(JSON.stringify(partner)).toContain('SHARED');
    expect(JSON.stringify(partner)).not.toContain('PRIVATE');
  });
  test('R30: a meeting that did not take place leaves no trace but that something was recorded', async () => {
    for (const held of ['moved', 'cancelled', 'missed']) {
      const on = await begin({ lastMetOn: '2026-10-20' });
      const done = await answer(on, sam, { held });
      const pairing = await on.read('pairing', 'P1');
      expect(pairing).toMatchObject({
        met: 1,
        lastMetOn: '2026-10-20',
        state: 'active',
        recordedAt: expect.any(Number),
      });
      expect(JSON.stringify(pairing)).not.toContain(held);
      expect(read(done)).not.toMatch(/miss|fail|sorry|overdue/i);
    }
  });
  test('R30: the mentee may move it at once, the mentor has nothing to do', async () => {
    const on = await begin();
    const mentee = await answer(on, alex, { held: 'missed' });
    expect(mentee.show === 'view' && leads(mentee.view)).toEqual(['checkin.plan', 'home']);
    const mentor = await answer(await begin(), sam, { held: 'missed' });
    expect(mentor.show === 'view' && leads(mentor.view)).toEqual(['home']);
    expect(read(mentor)).toContain('You need do nothing.');
  });
  test('R31: skipping is one tap and has no effect', async () => {
    const on = await begin();
    const before = await on.store.keys(undefined, 1_000);
    expect(await on.press(alex, 'review', 'skip', P1)).toEqual({ show: 'close' });
    expect(await on.store.keys(undefined, 1_000)).toEqual(before);
    expect((await on.read('pairing', 'P1'))?.heardAt).toBeUndefined();
  });
  test('a review answers the check-in for both', async () => {
    const on = await begin({ followUpAt: NOW + DAY, round: '1' });
    await answer(on, sam, { held: 'held' });
    expect((await on.read('pairing', 'P1'))?.followUpAt).toBeUndefined();
    await on.later(2 * DAY);
    expect(on.box.messages).toEqual([]);
  });
  test('only the first two questions need an answer', async () => {
    const on = await begin();
    const form = await on.open(alex, 'review', P1);
    const needed =
      form.show === 'form'
        ? Object.entries(form.form.fields)
            .filter(([, field]) => !field.optional)
            .map(([name]) => name)
        : [];
    expect(needed).toEqual(['held', 'on']);
  });
});

describe('the next meeting', () => {
  test('R20: the mentee names its day; it stands ahead', async () => {
    const on = await begin();
    const done = await answer(on, alex, { held: 'held', nextOn: '2026-12-21', nextTime: '14:00' });
    expect((await on.read('pairing', 'P1'))?.plannedAt).toBe(Date.parse('2026-12-21T14:00:00Z'));
    expect((await meetings(on)).map(one => [one.on, one.state])).toEqual([
      ['2026-11-23', 'held'],
      ['2026-12-21', 'planned'],
    ]);
    expect(read(done)).toContain('Monday 21 December 2026, 14:00');
  });
  test('R20: after the first meeting the mentor is not even asked', async () => {
    const on = await begin({ met: 2 });
    const form = await on.open(sam, 'review', P1);
    expect(form.show === 'form' && Object.keys(form.form.fields)).toEqual([
      ...['held', 'on', 'summary', 'actions', 'note', 'contactMe'],
    ]);
  });
  test('R19, R20: the first one may be moved by the mentor; once it was held, the next is the mentee’s', async () => {
    const on = await begin({ met: 0, state: 'introduced' });
    const again = await answer(on, sam, { held: 'held', nextOn: '2026-12-21' });
    expect(again).toMatchObject({ problems: { nextOn: expect.stringContaining('your mentee arranges the meetings') } });
    await on.send(sam, again, { held: 'moved', nextOn: '2026-12-21' });
    expect(await on.read('pairing', 'P1')).toMatchObject({ met: 0, plannedAt: Date.parse('2026-12-21T16:00:00Z') });
  });
  test('a time without a day, or a day that is over, is asked for again', async () => {
    const on = await begin();
    expect(await answer(on, alex, { held: 'held', nextTime: '10:00' })).toMatchObject({
      problems: { nextOn: expect.any(String) },
    });
    expect(await answer(on, alex, { held: 'held', nextOn: '2026-11-23', nextTime: '09:00' })).toMatchObject({
      problems: { nextTime: expect.any(String) },
    });
  });
});

describe('which meeting', () => {
  test('a planned one whose day has come is the one meant, and nothing is planned any more', async () => {
    const on = await begin({ plannedAt: NOW - 3 * DAY, plannedMeeting: 'K1' }, [put('meeting', aMeeting())]);
    const form = await on.open(alex, 'review', P1);
    expect(form.show === 'form' && form.form.values).toMatchObject({ on: '2026-11-20' });
    await on.send(alex, form, { held: 'held' });
    expect((await meetings(on)).map(one => [one.id, one.state])).toEqual([['K1', 'held']]);
    expect((await on.read('pairing', 'P1'))?.plannedMeeting).toBeUndefined();
  });
  test('the second partner recording the same day edits the same meeting; it counts once', async () => {
    const on = await begin();
    await answer(on, alex, { held: 'held', on: '2026-11-19' });
    await answer(on, sam, { held: 'held', on: '2026-11-19', summary: 'A good talk.' });
    expect((await meetings(on)).map(one => [one.on, one.recordedBy, one.summary])).toEqual([
      ['2026-11-19', ['alex', 'sam'], 'A good talk.'],
    ]);
    expect((await on.read('pairing', 'P1'))?.met).toBe(2);
  });
  test('corrected to “did not take place”, it does not count any more', async () => {
    const on = await begin({ met: 0, state: 'introduced' });
    await answer(on, alex, { held: 'held' });
    await answer(on, sam, { held: 'missed' });
    const pairing = await on.read('pairing', 'P1');
    expect([pairing?.met, pairing?.lastMetOn]).toEqual([0, undefined]);
  });
  test('a pairing or a meeting of others is not there', async () => {
    const on = await begin({}, [
      ...somebody('kim', 'Kim Lee'),
      put('meeting', aMeeting({ state: 'held', summary: 'SHARED' })),
    ]);
    for (const who of [accountOf('kim'), 'slack/T1/UC1', 'slack/T1/UNEW']) {
      expect(JSON.stringify(await on.open(who, 'review', { ...P1, meeting: 'K1' }))).not.toContain('SHARED');
      expect(read(await on.open(who, 'review', P1))).toContain('not available');
    }
  });
  test('without an id: the one running pairing, with its name in the form; or a choice', async () => {
    const on = await begin();
    const form = await on.open(alex, 'review');
    expect(form.show === 'form' && form.form.fields['with']).toMatchObject({
      options: [{ key: 'P1', label: 'Sam Okoro' }],
    });
    await on.send(alex, form, { held: 'held' });
    expect((await on.read('pairing', 'P1'))?.met).toBe(2);
    const several = await begin({}, [
      ...somebody('kim', 'Kim Lee'),
      put('card', aCard('kim', 'mentee', 'Kim Lee')),
      put('pairing', aPairing('sam', 'kim', { id: 'P2' })),
    ]);
    const choice = await several.open(sam, 'review');
    expect(choice.show === 'view' && leads(choice.view)).toEqual(['review', 'review']);
  });
  test('a form drawn for one partner never lands with another', async () => {
    const on = await begin();
    const form = await on.open(alex, 'review');
    await on.send(sam, await on.open(sam, 'exit', P1), { partnerKnows: 'told', next: 'later', urgent: false });
    await on.press(sam, 'exit.end', 'end', P1);
    const opening = put('pairing', aPairing('kim', 'alex', { id: 'P2', proposedAt: NOW }));
    const other = await begin({ state: 'ended-early' }, [
      ...somebody('kim', 'Kim Lee'),
      put('card', aCard('kim', 'mentor', 'Kim Lee')),
      opening,
    ]);
    const late = await other.send(alex, form, { held: 'held', summary: 'About Sam.' });
    expect(late.show === 'form' && late.problems).toMatchObject({ with: expect.any(String) });
    expect(await meetings(other)).toEqual([]);
  });
  test('R48: after an end the form is not there any more', async () => {
    const on = await begin();
    const form = await on.open(alex, 'review', P1);
    await on.send(sam, await on.open(sam, 'exit', P1), { partnerKnows: 'told', next: 'later', urgent: false });
    await on.press(sam, 'exit.end', 'end', P1);
    expect(read(await on.send(alex, form, { held: 'held' }))).toContain('not available');
    expect(await meetings(on)).toEqual([]);
  });
});

describe('both in the same form at once', () => {
  test('both texts are kept, and the second is told', async () => {
    const on = await begin();
    const [mine, theirs] = [await on.open(alex, 'review', P1), await on.open(sam, 'review', P1)];
    await on.send(alex, mine, { held: 'held', summary: 'From Alex.' });
    const done = await on.send(sam, theirs, { held: 'held', summary: 'From Sam.' });
    expect((await meetings(on)).map(one => one.summary)).toEqual(['From Alex.\n\nFrom Sam.']);
    expect(read(done)).toContain('both texts were kept');
    expect((await on.read('pairing', 'P1'))?.met).toBe(2);
  });
  test('where they differ about whether it took place, the second sees it once with nothing typed lost, and may go on', async () => {
    const on = await begin();
    const [mine, theirs] = [await on.open(alex, 'review', P1), await on.open(sam, 'review', P1)];
    await on.send(alex, mine, { held: 'moved' });
    const again = await on.send(sam, theirs, { held: 'held', summary: 'From Sam.', note: 'Mine.' });
    expect(again).toMatchObject({ problems: { held: expect.stringContaining('It was moved to another day') } });
    expect(again.show === 'form' && again.form.values).toMatchObject({ summary: 'From Sam.', note: 'Mine.' });
    await on.send(sam, again, { held: 'held', summary: 'From Sam.', note: 'Mine.' });
    expect((await meetings(on)).map(one => [one.state, one.summary])).toEqual([['held', 'From Sam.']]);
  });
  test('at the very same moment: one meeting, counted once', async () => {
    const on = await begin();
    const [mine, theirs] = [await on.open(alex, 'review', P1), await on.open(sam, 'review', P1)];
    await Promise.all([
      on.send(alex, mine, { held: 'held', summary: 'From Alex.' }),
      on.send(sam, theirs, { held: 'held', summary: 'From Sam.' }),
    ]);
    const [only, ...more] = await meetings(on);
    expect(more).toEqual([]);
    expect(only?.summary).toContain('From Alex.');
    expect(only?.summary).toContain('From Sam.');
    expect((await on.read('pairing', 'P1'))?.met).toBe(2);
  });
  test('recording the same day once more, from a form that did not show it, keeps what stands there', async () => {
    const on = await begin();
    await answer(on, alex, { held: 'held', summary: 'First words.' });
    const blank = await on.open(alex, 'review', P1);
    expect(blank.show === 'form' && blank.form.values).not.toHaveProperty('summary');
    await on.send(alex, blank, { held: 'held', summary: 'One more thing.' });
    expect((await meetings(on)).map(one => one.summary)).toEqual(['First words.\n\nOne more thing.']);
  });
  test('an edit of what was seen replaces it; two long texts together ask for a shorter one', async () => {
    expect(joined('old words', 'new', true)).toEqual({ text: 'new', merged: false });
    expect(joined('old words', undefined, false)).toEqual({ text: 'old words', merged: false });
    expect(joined('old', 'old and more', false)).toEqual({ text: 'old and more', merged: false });
    const on = await begin();
    const [mine, theirs] = [await on.open(alex, 'review', P1), await on.open(sam, 'review', P1)];
    await on.send(alex, mine, { held: 'held', summary: 'a'.repeat(2_000) });
    const again = await on.send(sam, theirs, { held: 'held', summary: 'b'.repeat(2_000) });
    expect(again).toMatchObject({ problems: { summary: expect.stringContaining('1102 characters too long') } });
  });
});

describe('B12, R31: being offered a review', () => {
  const plan = async (on: Story) =>
    on.send(alex, await on.open(alex, 'checkin.plan', P1), { day: '2026-11-25', time: '10:00' });
  const offers = (on: Story, who: string) =>
    on.box.messages.filter(one => one.to === who && leads(one.notice).includes('review'));
  test('each once, an hour after the end, with a neutral line and a skip', async () => {
    const on = await begin();
    await plan(on);
    await on.later(2 * DAY + 2 * HOUR);
    expect([...offers(on, sam), ...offers(on, alex)]).toEqual([]);
    await on.later(30 * 60_000);
    await on.later(30 * DAY);
    for (const who of [sam, alex]) {
      expect(offers(on, who).map(one => one.notice.text)).toEqual(['Mentor: something for you']);
      expect(leads(offers(on, who)[0]?.notice ?? {})).toEqual(['review', 'review!skip', 'me.reminders']);
    }
  });
  test('not to somebody who chose no messages, not once it is recorded, and not after an end', async () => {
    const recorded = await begin();
    await plan(recorded);
    await recorded.later(2 * DAY + HOUR);
    await answer(recorded, alex, { held: 'held' });
    await recorded.later(DAY);
    expect([...offers(recorded, sam), ...offers(recorded, alex)]).toEqual([]);

    const ended = await begin();
    await plan(ended);
    await ended.send(sam, await ended.open(sam, 'exit', P1), { partnerKnows: 'told', next: 'later', urgent: false });
    await ended.press(sam, 'exit.end', 'end', P1);
    await ended.later(4 * DAY);
    expect([...offers(ended, sam), ...offers(ended, alex)]).toEqual([]);
  });
  test('R0: nobody, where the scheme does without; writing one stays possible', async () => {
    const on = await begin({}, [], { reviewOffers: false });
    await plan(on);
    await on.later(30 * DAY);
    expect([...offers(on, sam), ...offers(on, alex)]).toEqual([]);
    await answer(on, alex, { held: 'held', on: '2026-11-25' });
    expect((await on.read('pairing', 'P1'))?.met).toBe(2);
  });
  test('recorded before the offer could go out in somebody’s working hours: it vanishes', async () => {
    const on = await begin();
    await plan(on);
    const person = await on.read('person', 'sam');
    expect(person?.hours.from).toBe('09:00');
    await on.send(alex, await on.open(alex, 'checkin.plan', P1), { day: '2026-11-25', time: '16:30' });
    await on.later(2 * DAY + 10 * HOUR);
    expect(offers(on, sam)).toEqual([]);
    await answer(on, alex, { held: 'held', on: '2026-11-25' });
    await on.later(DAY);
    expect([...offers(on, sam), ...offers(on, alex)]).toEqual([]);
  });
});
