// The private window behind *Check in*, planning, pausing, and what co-ordinators see of it.
import { describe, expect, test } from 'vitest';
import { put } from '../../../src/conversation/outcome.ts';
import { DAY } from '../../../src/scheme/calendar.ts';
import { buttonsOf, leads, words } from '../page.ts';
import { aCard, accountOf, somebody } from '../people.ts';
import { aPairing, aRegistration } from '../records.ts';
import { ALERTS, alex, ana, crowd, FORUM, read, SLOT, sam, story, TO_SLOT, to, two, viewOf } from './begin.ts';

const P1 = { pairing: 'P1' };
const NOW = Date.parse('2026-11-23T09:30:00Z');

describe('the answers open to each', () => {
  const answers = async (who: string, more: object) =>
    leads(viewOf(await (await story(two(more))).open(who, 'checkin')));
  test('a mentee: we met, a meeting is planned, not yet; before the first meeting and after', async () => {
    const all = ['checkin!met', 'checkin.plan', 'checkin!not-yet', 'difficulty'];
    expect(await answers(alex, {})).toEqual(all);
    expect(await answers(alex, { met: 0, state: 'introduced' })).toEqual(all);
  });
  test('R19: a mentor before the first meeting may answer for its date', async () => {
    expect(await answers(sam, { met: 0, state: 'introduced' })).toEqual([
      'checkin!met',
      'checkin.plan',
      'difficulty',
      'contact.ask',
    ]);
  });
  test('R20, R25: after it, dates are not the mentor’s to answer for', async () => {
    expect(await answers(sam, {})).toEqual(['checkin!met', 'checkin!nothing', 'difficulty', 'contact.ask']);
  });
  test('R27: a mentor who opens a quiet pairing reads the same everywhere, with the options right by it; the mentee never', async () => {
    const on = await story(two({ quiet: true }));
    for (const [word, ids] of [['checkin'], ['pair', P1], ['home'], ['difficulty', P1]] as const) {
      const page = await on.open(sam, word, ids ?? {});
      expect([word, read(page)]).toEqual([
        word,
        expect.stringContaining(
          'Your mentee Alex Reed leads the meetings. You need do nothing. If you feel it is not working, here are your options.',
        ),
      ]);
      expect([word, leads(viewOf(page))]).toEqual([
        word,
        expect.arrayContaining([word === 'difficulty' ? 'exit' : 'difficulty']),
      ]);
      expect(read(await on.open(alex, word, ids ?? {}))).not.toMatch(/need do nothing|not working, here/);
    }
  });
  test('somebody with no pairing reads what mentoring is, and can register', async () => {
    const on = await story(somebody('kim', 'Kim Lee'));
    for (const who of [accountOf('kim'), 'slack/T1/UNEW']) {
      const view = viewOf(await on.open(who, 'checkin'));
      expect(words(view.parts)).toContain('Mentoring is a conversation');
      expect(leads(view)).toEqual(['register', 'home']);
    }
    const registered = await story([
      ...somebody('kim', 'Kim Lee'),
      put('registration', aRegistration('kim', 'mentee')),
    ]);
    expect(leads(viewOf(await registered.open(accountOf('kim'), 'checkin')))).toEqual(['home']);
  });
  test('several pairings: choose; each has its own', async () => {
    const on = await story(
      crowd(3, [
        [0, 1],
        [0, 2],
      ]),
    );
    const view = viewOf(await on.open(accountOf('p0'), 'checkin'));
    expect(leads(view)).toEqual(['checkin', 'checkin']);
    expect(read(await on.open(accountOf('p0'), 'checkin', { pairing: 'p0+p2' }))).toContain('your mentee Person 2');
  });
  test('a pairing of others, a forged id, a button pressed by the wrong side: nothing is changed', async () => {
    const on = await story([...two(), ...somebody('kim', 'Kim Lee')]);
    const before = await on.read('pairing', 'P1');
    expect(read(await on.open(accountOf('kim'), 'checkin', P1))).toContain('not available');
    for (const [who, action] of [
      [accountOf('kim'), 'met'],
      [ana, 'met'],
      [alex, 'nothing'],
      [sam, 'not-yet'],
    ] as const)
      await on.press(who, 'checkin', action, P1);
    await on.press(alex, 'checkin', 'met', { pairing: '__proto__' });
    expect(await on.read('pairing', 'P1')).toEqual(before);
  });
});

describe('what an answer does', () => {
  test('“we met” leads on to the review', async () => {
    const reply = await (await story(two())).press(alex, 'checkin', 'met', P1);
    expect(reply.show === 'form' && [reply.at.word, reply.at.ids]).toEqual(['review', P1]);
  });
  test('“not yet” is fine, and offers planning, a pause, or the co-ordinators', async () => {
    const on = await story(two({ quiet: true, quietAt: NOW - DAY }));
    const view = viewOf(await on.press(alex, 'checkin', 'not-yet', P1));
    expect(leads(view)).toEqual(['checkin.plan', 'checkin.pause', 'contact.ask']);
    expect(words(view.parts)).toContain('That’s fine.');
    expect(await on.read('pairing', 'P1')).toMatchObject({ quiet: false, heardAt: expect.any(Number) });
  });
  test('“nothing to report” notes that something was heard, and nothing else', async () => {
    const on = await story(two());
    await on.press(sam, 'checkin', 'nothing', P1);
    const pairing = await on.read('pairing', 'P1');
    expect(pairing?.heardAt).toBeGreaterThan(NOW);
    expect([pairing?.recordedAt, pairing?.plannedAt, pairing?.met]).toEqual([undefined, undefined, 1]);
  });
});

describe('a meeting is planned', () => {
  const day = { day: '2026-12-01', time: '10:30' };
  test('it stands ahead, its review will be offered an hour after its end, and the other one is told that there is something', async () => {
    const on = await story(two());
    await on.send(alex, await on.open(alex, 'checkin.plan', P1), day);
    await on.settle();
    const pairing = await on.read('pairing', 'P1');
    const at = Date.parse('2026-12-01T10:30:00Z');
    expect(pairing).toMatchObject({ plannedAt: at });
    expect(await on.read('meeting', pairing?.plannedMeeting ?? '')).toMatchObject({
      state: 'planned',
      at,
      on: '2026-12-01',
      offerAt: at + 2 * 3_600_000,
    });
    expect(to(on, sam).map(one => one.notice.text)).toEqual(['Mentor: something for you']);
    expect(leads(to(on, sam)[0]?.notice ?? {})).toEqual(['meeting']);
  });
  test('the time is the person’s own, whichever zone they are in', async () => {
    const on = await story(two({}, { zone: 'America/New_York' }));
    await on.send(alex, await on.open(alex, 'checkin.plan', P1), day);
    expect((await on.read('pairing', 'P1'))?.plannedAt).toBe(Date.parse('2026-12-01T15:30:00Z'));
  });
  test('planned again, it is the same meeting at another time', async () => {
    const on = await story(two());
    await on.send(alex, await on.open(alex, 'checkin.plan', P1), day);
    const first = (await on.read('pairing', 'P1'))?.plannedMeeting;
    const form = await on.open(alex, 'checkin.plan', P1);
    expect(form.show === 'form' && form.form.values).toEqual(day);
    await on.send(alex, form, { day: '2026-12-02', time: '09:00' });
    const pairing = await on.read('pairing', 'P1');
    expect(pairing?.plannedMeeting).toBe(first);
    expect((await on.read('meeting', first ?? ''))?.on).toBe('2026-12-02');
  });
  test('a time that has passed is asked for again, beside the question', async () => {
    const on = await story(two());
    const again = await on.send(alex, await on.open(alex, 'checkin.plan', P1), { day: '2026-11-23', time: '09:00' });
    expect(again).toMatchObject({ show: 'form', problems: { time: 'Please choose a time that is still to come.' } });
  });
  test('R20: after the first meeting it is not the mentor’s; before it is either’s', async () => {
    const led = await story(two());
    expect(read(await led.open(sam, 'checkin.plan', P1))).toContain('Your mentee arranges the meetings');
    const first = await story(two({ met: 0, state: 'introduced' }));
    await first.send(sam, await first.open(sam, 'checkin.plan', P1), day);
    expect((await first.read('pairing', 'P1'))?.plannedAt).toBe(Date.parse('2026-12-01T10:30:00Z'));
  });
  test('both in the same form: the second sees the first’s date before replacing it, and may', async () => {
    const on = await story(two({ met: 0, state: 'introduced' }));
    const [mine, theirs] = [await on.open(alex, 'checkin.plan', P1), await on.open(sam, 'checkin.plan', P1)];
    await on.send(sam, theirs, day);
    const again = await on.send(alex, mine, { day: '2026-12-03', time: '12:00' });
    expect(again).toMatchObject({
      show: 'form',
      problems: { day: expect.stringContaining('Tuesday 1 December 2026, 10:30') },
    });
    expect(again.show === 'form' && again.form.values).toMatchObject({ day: '2026-12-03', time: '12:00' });
    await on.send(alex, again, { day: '2026-12-03', time: '12:00' });
    expect((await on.read('pairing', 'P1'))?.plannedAt).toBe(Date.parse('2026-12-03T12:00:00Z'));
  });
});

test('a pause: no check-ins about this pairing until the day, from either', async () => {
  const on = await story(two({}, { checkins: 'direct' }, { checkins: 'direct' }));
  await on.send(alex, await on.open(alex, 'checkin.pause', P1), { until: '2026-12-22' });
  await on.later(TO_SLOT + 10 * DAY);
  expect([...to(on, alex), ...to(on, sam)]).toEqual([]);
  await on.later(28 * DAY);
  expect([to(on, alex).length, to(on, sam).length]).toEqual([1, 1]);
});

describe('B22: no news', () => {
  test('after twice the interval it stands on the co-ordinators’ list; nobody is written to', async () => {
    const on = await story(two({ quietAt: NOW + 56 * DAY }, { checkins: 'none' }), {
      checkinWeeks: 0,
      nextRoundAt: undefined,
    });
    await on.later(56 * DAY - DAY);
    expect(read(await on.open(ana, 'checkin.quiet'))).toContain('There has been news of every pairing');
    await on.later(DAY);
    const view = viewOf(await on.open(ana, 'checkin.quiet'));
    expect(words(view.parts)).toContain('Alex Reed with their mentor Sam Okoro\nLast news: none yet, introduced on');
    expect(leads(view)).toEqual(['checkin.help']);
    expect(on.box.messages).toEqual([]);
  });
  test('R25: how to help, without any way to chase the mentor', async () => {
    const on = await story(two({ quiet: true, quietAt: NOW }));
    const view = viewOf(await on.open(ana, 'checkin.help', P1));
    expect(buttonsOf(view)).toEqual([]);
    expect(words(view.parts)).toContain(`A short, friendly line to ${alex}`);
    expect(words(view.parts)).not.toContain(sam);
    expect(words(view.parts)).toContain('please don’t ask this mentor to');
  });
  test('a co-ordinator who is one of the two, or is listed by one, does not see it', async () => {
    const partner = await story(two({ quiet: true, quietAt: NOW }), { coordinators: [sam] });
    expect(read(await partner.open(sam, 'checkin.quiet'))).not.toContain('Alex');
    expect(read(await partner.open(sam, 'checkin.help', P1))).toContain('not available');
    const listed = await story([
      ...two({ quiet: true, quietAt: NOW, closedTo: ['ana'] }),
      ...somebody('ana', 'Ana', { accounts: [ana] }).slice(1),
      put('account', { id: ana, person: 'ana' }),
    ]);
    expect(read(await listed.open(ana, 'checkin.quiet'))).not.toContain('Alex');
  });
  test('it is for co-ordinators', async () => {
    const on = await story(two({ quiet: true, quietAt: NOW }));
    for (const word of ['checkin.quiet', 'checkin.help', 'checkin.now'])
      expect(read(await on.open(alex, word, P1))).toContain('for the scheme’s co-ordinators');
  });
  test('any answer takes it off the list', async () => {
    const on = await story(two({ quiet: true, quietAt: NOW }));
    await on.press(sam, 'checkin', 'nothing', P1);
    expect(read(await on.open(ana, 'checkin.quiet'))).not.toContain('Alex');
  });
});

describe('check-in now', () => {
  const scene = () =>
    story([
      ...crowd(24, [
        [0, 1],
        [2, 3],
      ]),
      put('card', aCard('p4', 'mentor', 'Person 4')),
      put('pairing', aPairing('p4', 'p5', { state: 'active', met: 1, restUntil: '2027-01-05' })),
      put('pairing', aPairing('p6', 'p7', { state: 'active', met: 2, recordedAt: NOW - DAY })),
      put('pairing', aPairing('p8', 'p9', { state: 'active', met: 2, plannedAt: NOW + DAY })),
    ]);
  test('the preview says who is named, how many are asked, who not, and why', async () => {
    const on = await scene();
    const said = read(await on.open(ana, 'checkin.now'));
    expect(said).toContain('Named in the forum: 12 people who asked to be');
    expect(said).toContain('Would be asked: 2 of the 5 pairings');
    expect(said).toContain('Person 5 and Person 4: pausing check-ins');
    expect(said).toContain('Person 7 and Person 6: recorded a meeting since the last check-in');
    expect(said).toContain('Person 9 and Person 8: have a meeting planned');
    expect(said).not.toContain('Person 1 ');
    expect(on.box.messages).toEqual([]);
  });
  test('two co-ordinators press at once: one post; the rhythm stays as it was', async () => {
    const on = await scene();
    const [button] = buttonsOf(viewOf(await on.open(ana, 'checkin.now')));
    const ids = button && 'to' in button ? (button.to.ids ?? {}) : {};
    await Promise.all([
      on.press(ana, 'checkin.now', 'post', ids),
      on.press('slack/T1/UC2', 'checkin.now', 'post', ids),
    ]);
    await on.settle();
    expect(to(on, FORUM)).toHaveLength(1);
    expect(await on.read('scheme', 'scheme')).toMatchObject({ rounds: 1, nextRoundAt: SLOT });
    expect(read(await on.press(ana, 'checkin.now', 'post', ids))).toContain('has just been posted');
  });
  test('without a pairing there is nothing to post, and it says so', async () => {
    const shown = viewOf(await (await story(crowd(4, []))).open(ana, 'checkin.now'));
    expect(words(shown.parts)).toContain('No pairing is running at present');
    expect(buttonsOf(shown)).toEqual([]);
  });
  test('a long list goes on, with what was counted so far', async () => {
    const pairs = Array.from({ length: 70 }, (_, i): [number, number] => [2 * i, 2 * i + 1]);
    const on = await story(crowd(140, pairs));
    const first = viewOf(await on.open(ana, 'checkin.now'));
    expect(words(first.parts)).toContain('60 of the first 60 pairings');
    const more = buttonsOf(first).find(one => one.label === 'Next pairings');
    const second = await on.open(ana, 'checkin.now', more && 'to' in more ? (more.to.ids ?? {}) : {});
    expect(read(second)).toContain('70 of the 70 pairings');
  });
  test('fewer than ten who asked: it says that nobody is named', async () => {
    const on = await story(crowd(10, [[0, 1]]));
    expect(read(await on.open(ana, 'checkin.now'))).toContain(
      'nobody (5 asked to be; names are used from ten upwards)',
    );
    expect(to(on, ALERTS)).toEqual([]);
  });
});
