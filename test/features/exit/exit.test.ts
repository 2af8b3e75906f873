// Ending a pairing, walked through page by page on the real engine: the form, the last page, and everything the end touches.
import { describe, expect, test } from 'vitest';
import { put } from '../../../src/conversation/outcome.ts';
import { HOUR } from '../../../src/scheme/calendar.ts';
import { leads, words } from '../page.ts';
import { aCard, accountOf, samAndAlex, somebody } from '../people.ts';
import { aPairing } from '../records.ts';
import {
  alex,
  ana,
  begin,
  CHANNEL,
  leave,
  messagesTo,
  P1,
  read,
  said,
  sam,
  story,
  toLastPage,
  viewOf,
} from './begin.ts';

describe('the form', () => {
  test('R44: three answers are enough; no reason is asked for twice, and none is stored', async () => {
    const on = await begin();
    const last = await toLastPage(on, alex);
    expect(last.show).toBe('view');
    expect(read(last)).toContain('You are ending your pairing with your mentor Sam Okoro.');
    await on.press(alex, 'exit.end', 'end', P1);
    expect(await on.read('exit', 'P1')).toMatchObject({
      reasons: [],
      person: 'alex',
      met: 2,
      lastDay: '2026-11-23',
    });
    expect((await on.read('exit', 'P1'))?.reasonFor).toBeUndefined();
    expect(await on.counts('exit.reasons')).toEqual({});
  });
  test('R44: “I would rather not say” is the same as nothing', async () => {
    const on = await begin();
    expect((await toLastPage(on, alex, { reasons: ['prefer-not', 'fit'] })).show).toBe('view');
  });
  test('who may see the reasons is asked only where some were given', async () => {
    const on = await begin();
    const last = await toLastPage(on, alex, { reasons: ['distance'], reasonText: 'It is far.' });
    expect(last.show === 'form' && Object.keys(last.form.fields)).toEqual(['reasonFor']);
  });
  test('nothing ends before the last page, and what was typed stands there again', async () => {
    const on = await begin();
    await toLastPage(on, alex, { reasonText: 'It is far.' });
    expect((await on.read('pairing', 'P1'))?.state).toBe('active');
    const again = await on.open(alex, 'exit', P1);
    expect(again.show === 'form' && again.form.values).toMatchObject({
      reasonText: 'It is far.',
      partnerKnows: 'told',
    });
  });
  test('with several pairings it asks which, and offers leaving the scheme', async () => {
    const on = await begin({}, {}, [
      ...somebody('kim', 'Kim Lee'),
      put('card', aCard('kim', 'mentee', 'Kim Lee')),
      put('pairing', aPairing('sam', 'kim', { id: 'P2' })),
    ]);
    const asked = viewOf(await on.open(sam, 'exit'));
    expect(words(asked.parts)).toContain('your mentee Kim Lee');
    expect(words(asked.parts)).toContain('your mentee Alex Reed');
    expect(leads(asked)).toEqual(['exit', 'exit', 'me.leave']);
    expect((await on.open(alex, 'exit')).show).toBe('form');
  });
  test('R52: an urgent concern shows people first, before and after', async () => {
    const on = await begin();
    const form = await on.open(alex, 'exit');
    expect(form.show === 'form' && leads(form.form)).toContain('difficulty');
    const last = await toLastPage(on, alex, { urgent: true, next: 'look-again' });
    expect(read(last).indexOf('Dr Dignity')).toBeLessThan(read(last).indexOf('You are ending'));
    expect(read(last)).toContain('Dr Dignity');
    const done = await on.press(alex, 'exit.end', 'end', P1);
    expect(read(done)).toMatch(/^People you can talk to now\nDr Dignity/);
    await on.settle();
    expect(messagesTo(on, CHANNEL)[0]?.notice.text).toBe('Mentor: urgent, please read first');
  });
  test('somebody else’s pairing is not there, for co-ordinators either (R45: only the two end it)', async () => {
    const on = await begin({}, {}, somebody('kim', 'Kim Lee'));
    for (const who of [accountOf('kim'), ana]) {
      expect(read(await on.open(who, 'exit', P1))).toContain('not available');
      expect(read(await on.press(who, 'exit.end', 'end', P1))).toContain('not available');
    }
    expect((await on.read('pairing', 'P1'))?.state).toBe('active');
    await on.settle();
    expect(on.box.messages).toEqual([]);
  });
});

describe('what an end does', () => {
  test('R45, R49, A9: either may; places are free, both rest, and the two are kept apart', async () => {
    for (const who of [sam, alex]) {
      const on = await begin();
      await leave(on, who);
      expect((await on.read('pairing', 'P1'))?.state).toBe('ended-early');
      expect(await on.read('registration', 'sam-mentor')).toMatchObject({ state: 'resting', taken: 0 });
      expect(await on.read('registration', 'alex-mentee')).toMatchObject({ state: 'resting', taken: 0 });
      expect((await on.read('exclusions', 'alex'))?.not[0]).toMatchObject({ person: 'sam', why: 'former' });
      expect((await on.read('exclusions', 'sam'))?.not[0]).toMatchObject({ person: 'alex', why: 'former' });
    }
  });
  test('R46: exactly one alert, with who, the last day and whether the other knows, and never a reason', async () => {
    const on = await begin();
    await leave(on, alex, { reasons: ['fit'], reasonText: 'SECRET WORDS', gained: 'OWN WORDS' });
    const alerts = messagesTo(on, CHANNEL);
    expect(alerts).toHaveLength(1);
    expect(said(alerts[0])).toContain('Alex Reed (mentee) has ended the pairing with Sam Okoro.');
    expect(said(alerts[0])).toContain('Monday 23 November 2026');
    expect(JSON.stringify(on.box.messages)).not.toMatch(/SECRET|OWN WORDS|fit together/);
    expect(leads(alerts[0]?.notice ?? {})).toEqual(['exit.read!read', 'match']);
  });
  test('R47: the other one gets a neutral line; the page behind it tells no reason and lays no blame', async () => {
    const on = await begin();
    await leave(on, alex, { reasons: ['fit'], reasonText: 'SECRET WORDS' });
    expect(messagesTo(on, sam).map(one => one.notice.text)).toEqual(['Mentor: something for you']);
    const told = viewOf(await on.open(sam, 'exit', P1));
    expect(words(told.parts)).toContain('Alex Reed and you are not paired any more.');
    expect(words(told.parts)).not.toMatch(/SECRET|fit together/);
    expect(leads(told)).toEqual(['offer', 'contact.ask', 'home']);
  });
  test('R47: reasons reach the other one when their author chose so', async () => {
    const on = await begin();
    await leave(on, alex, { reasons: ['distance'], reasonText: 'It is far.' }, 'partner');
    const told = read(await on.open(sam, 'exit', P1));
    expect(told).toContain('Alex Reed wished you to know:');
    expect(told).toContain('Distance');
    expect(told).toContain('It is far.');
  });
  test('reasons that are only to be counted are kept nowhere else', async () => {
    const on = await begin();
    await leave(on, alex, { reasons: ['distance', 'aims'], reasonText: 'It is far.' }, 'counted');
    expect(await on.counts('exit.reasons')).toEqual({ distance: 1, aims: 1 });
    const exit = await on.read('exit', 'P1');
    expect([exit?.reasons, exit?.reasonText, exit?.reasonFor]).toEqual([[], undefined, undefined]);
    expect(JSON.stringify(await on.read('papers', 'P1'))).not.toContain('far');
  });
  test('what was good and one’s own part go to the own notebook alone', async () => {
    const on = await begin();
    await leave(on, alex, { gained: 'Courage.', ownPart: 'Ask sooner.' });
    expect(await on.read('notebook', 'alex')).toMatchObject({
      exits: { P1: { gained: 'Courage.', ownPart: 'Ask sooner.' } },
      drafts: {},
    });
    expect(JSON.stringify(await on.read('exit', 'P1'))).not.toMatch(/Courage|sooner/);
  });
  test('R48: a planned meeting is taken back and nobody is offered its review', async () => {
    const meeting = {
      id: 'K1',
      pairing: 'P1',
      mentor: 'sam',
      mentee: 'alex',
      on: '2026-11-25',
      at: Date.parse('2026-11-25T10:00:00Z'),
      state: 'planned' as const,
      recordedBy: [],
      offeredTo: [],
      offerAt: Date.parse('2026-11-25T12:00:00Z'),
    };
    const on = await begin({ plannedAt: meeting.at, plannedMeeting: 'K1', quietAt: meeting.at }, {}, [
      put('meeting', meeting),
    ]);
    await leave(on, alex);
    expect((await on.read('meeting', 'K1'))?.state).toBe('cancelled');
    const before = on.box.messages.length;
    await on.later(30 * HOUR * 2);
    expect(on.box.messages).toHaveLength(before);
  });
  test('A15: the partner’s account is gone: it ends all the same, and nobody is written to in vain', async () => {
    const on = await story(
      samAndAlex({ state: 'active', met: 2 }).map(one =>
        one.kind === 'person' && one.value.id === 'sam' ? put('person', { ...one.value, goneAt: 1 }) : one,
      ),
    );
    await leave(on, alex, { partnerKnows: 'not-yet' });
    expect((await on.read('pairing', 'P1'))?.notice).toBe('none');
    expect(on.box.messages.map(one => one.to)).toEqual([CHANNEL]);
  });
  test('R40, R49: it leads on to offering again or another mentor, as was chosen', async () => {
    const mentor = await begin();
    const offer = await leave(mentor, sam, { next: 'offer-again' });
    expect(offer.show === 'form' && [offer.at.word, offer.form.values]).toEqual([
      'offer',
      { when: 'now', capacity: 1 },
    ]);
    const mentee = await begin();
    const look = await leave(mentee, alex, { next: 'look-again' });
    expect(look.show === 'form' && words(look.form.intro ?? [])).toContain(
      'Your pairing with your mentor Sam Okoro has ended.',
    );
    const pausing = await begin();
    expect(leads(viewOf(await leave(pausing, alex, { next: 'pause' })))).toContain('me.pause');
    const leaving = await begin();
    expect(leads(viewOf(await leave(leaving, alex, { next: 'leave' })))).toContain('me.leave');
  });
  test('both at the same moment: one effect, one alert, and the second reads it kindly', async () => {
    const on = await begin();
    await toLastPage(on, alex);
    await toLastPage(on, sam, { gained: 'Patience.' });
    const [first, second] = await Promise.all([
      on.press(alex, 'exit.end', 'end', P1),
      on.press(sam, 'exit.end', 'end', P1),
    ]);
    await on.settle();
    expect(messagesTo(on, CHANNEL)).toHaveLength(1);
    const author = (await on.read('pairing', 'P1'))?.endedBy;
    const late = read(author === 'alex' ? second : first);
    expect(late).toContain('not paired any more');
    expect((await on.read('notebook', author === 'alex' ? 'sam' : 'alex'))?.drafts).toEqual({});
    if (author === 'alex') expect((await on.read('notebook', 'sam'))?.exits['P1']).toEqual({ gained: 'Patience.' });
  });
  test('the same press twice is one end', async () => {
    const on = await begin();
    await leave(on, alex);
    const again = await on.press(alex, 'exit.end', 'end', P1);
    await on.settle();
    expect(read(again)).toContain('has ended');
    expect(messagesTo(on, CHANNEL)).toHaveLength(1);
    expect(messagesTo(on, sam)).toHaveLength(1);
  });
});
