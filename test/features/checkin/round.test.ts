// Rounds through the forum: when they fall, what is posted, who is asked directly, and what an observer of the forum could learn (nothing).
import { describe, expect, test } from 'vitest';
import { roundJob, slotsOf } from '../../../src/features/checkin/round.ts';
import { DAY, HOUR } from '../../../src/scheme/calendar.ts';
import { leads } from '../page.ts';
import { accountOf, somebody } from '../people.ts';
import { aScheme, aTurn } from '../turn.ts';
import { ALERTS, alex, crowd, FORUM, named, SLOT, said, sam, story, TO_SLOT, to, two, withPerson } from './begin.ts';

describe('when a round falls', () => {
  test('several slots slept through are held once, and the next is counted from the slot', () => {
    const scheme = aScheme({ nextRoundAt: SLOT });
    expect(slotsOf(scheme, SLOT - 1)).toBeUndefined();
    expect(slotsOf(scheme, SLOT + 5 * HOUR)).toEqual({ at: SLOT, nextAt: SLOT + 28 * DAY });
    expect(slotsOf(scheme, SLOT + 60 * DAY)).toEqual({ at: SLOT + 56 * DAY, nextAt: SLOT + 84 * DAY });
  });
  test('every four weeks one post, also when nothing ran for nine weeks', async () => {
    const on = await story(two());
    await on.later(TO_SLOT - 1000 * 60);
    expect(to(on, FORUM)).toHaveLength(0);
    await on.later(1000 * 60);
    expect(to(on, FORUM)).toHaveLength(1);
    await on.later(28 * DAY);
    expect(to(on, FORUM)).toHaveLength(2);
    const { offsetMs } = await on.store.clock();
    await on.store.setOffset(offsetMs + 63 * DAY);
    await on.settle();
    expect(to(on, FORUM)).toHaveLength(3);
    expect((await on.read('scheme', 'scheme'))?.rounds).toBe(3);
    expect((await on.read('scheme', 'scheme'))?.nextRoundAt).toBe(SLOT + 4 * 28 * DAY);
  });
});

describe('the post', () => {
  test('has one button, names the scheme, and asks not to answer in the channel', async () => {
    const on = await story(two());
    await on.later(TO_SLOT);
    const [post] = to(on, FORUM);
    expect(leads(post?.notice ?? {})).toEqual(['checkin']);
    expect(said(post?.notice)).toContain('Northern Technicians’ Mentoring: time for a check-in.');
    expect(said(post?.notice)).toContain('Please don’t answer here');
  });
  test('names everybody who asked for it from ten such people upwards, else nobody', async () => {
    const ten = await story(crowd(20, []));
    await ten.later(TO_SLOT);
    expect(named(to(ten, FORUM)[0]?.notice).sort()).toEqual(
      Array.from({ length: 10 }, (_, i) => accountOf(`p${2 * i}`)).sort(),
    );
    const nine = await story(crowd(18, []));
    await nine.later(TO_SLOT);
    expect(named(to(nine, FORUM)[0]?.notice)).toEqual([]);
  });
  test('somebody whose account is gone, or who is on another platform only, is not named', async () => {
    const records = withPerson(crowd(24, []), 'p0', { goneAt: 1 });
    const on = await story(withPerson(records, 'p2', { accounts: ['teams/X/1'] }));
    await on.later(TO_SLOT);
    const names = named(to(on, FORUM)[0]?.notice);
    expect(names).toHaveLength(10);
    expect(names).not.toContain(accountOf('p0'));
    expect(names.filter(name => name.startsWith('teams/'))).toEqual([]);
  });
  test('1,700 names take three posts, each within what a message takes, nobody twice', async () => {
    const people = Array.from(
      { length: 1_700 },
      (_, i) => somebody(`p${i}`, `P ${i}`, { mention: true, joinedAt: i })[1]!,
    );
    const on = await story(people);
    await on.later(TO_SLOT);
    const posts = to(on, FORUM).map(one => named(one.notice));
    expect(posts.map(names => names.length)).toEqual([800, 800, 100]);
    expect(new Set(posts.flat()).size).toBe(1_700);
  }, 30_000);
});

describe('an observer of the forum (design section 6)', () => {
  test('posts are the same whoever is paired, due, resting, or has met', async () => {
    const everybodyDue = await story(
      crowd(
        40,
        Array.from({ length: 20 }, (_, i): [number, number] => [2 * i, 2 * i + 1]),
      ),
    );
    const nobodyPaired = await story(crowd(40, []));
    const nobodyDue = await story(
      crowd(
        40,
        [
          [0, 1],
          [2, 3],
          [4, 7],
        ],
        { plannedAt: SLOT + 400 * DAY },
      ),
    );
    const posts = [];
    for (const on of [everybodyDue, nobodyPaired, nobodyDue]) {
      await on.later(TO_SLOT + 28 * DAY);
      posts.push(to(on, FORUM).map(one => one.notice));
    }
    expect(posts[0]).toHaveLength(2);
    expect(posts[1]).toEqual(posts[0]);
    expect(posts[2]).toEqual(posts[0]);
  });
  test('over twelve rounds of meetings, answers and ends, those named are those who asked, and nobody else', async () => {
    const paired = Array.from({ length: 12 }, (_, i): [number, number] => [i, 12 + i]);
    const on = await story(
      crowd(40, paired, {}, i => i % 3 !== 1),
      { lengthMonths: 24 },
    );
    const wanted = Array.from({ length: 40 }, (_, i) => i)
      .filter(i => i % 3 !== 1)
      .map(i => accountOf(`p${i}`))
      .sort();
    for (let round = 0; round < 12; round++) {
      await on.later(round === 0 ? TO_SLOT : 28 * DAY);
      // Between two rounds a different few meet, answer, pause or end: an order a reader cannot guess from the posts.
      for (const [mentor, mentee] of paired.filter((_, i) => (i * 7 + round * 5) % 4 === 0)) {
        const ids = { pairing: `p${mentor}+p${mentee}` };
        await on.press(accountOf(`p${mentee}`), 'checkin', round % 2 ? 'met' : 'not-yet', ids);
        await on.press(accountOf(`p${mentor}`), 'checkin', 'nothing', ids);
        if ((mentor + round) % 6 === 0) {
          const last = await on.send(accountOf(`p${mentee}`), await on.open(accountOf(`p${mentee}`), 'exit', ids), {
            partnerKnows: 'told',
            next: 'later',
            urgent: false,
          });
          if (last.show === 'view') await on.press(accountOf(`p${mentee}`), 'exit.end', 'end', ids);
        }
      }
    }
    const posts = to(on, FORUM);
    expect(posts).toHaveLength(12);
    for (const post of posts) expect(named(post.notice).sort()).toEqual(wanted);
    const ended = (await Promise.all(paired.map(([a, b]) => on.read('pairing', `p${a}+p${b}`)))).filter(
      one => one?.state === 'ended-early',
    );
    expect(ended.length).toBeGreaterThan(2);
  }, 30_000);
});

describe('how many have answered', () => {
  test('is shown from five upwards (R55), each person counts once, and the post is changed at most every half minute', async () => {
    const on = await story(
      crowd(
        24,
        Array.from({ length: 12 }, (_, i): [number, number] => [2 * i, 2 * i + 1]),
      ),
    );
    await on.later(TO_SLOT);
    const answer = (i: number) => on.press(accountOf(`p${i}`), 'checkin', 'nothing', { pairing: `p${i}+p${i + 1}` });
    for (const i of [0, 2, 4, 6, 0, 2]) await answer(i);
    await on.later(60_000);
    const post = () => to(on, FORUM)[0];
    expect(said(post()?.notice)).not.toContain('answered');
    expect(post()?.changes).toBe(0);
    for (const i of [8, 10, 12]) await answer(i);
    await on.settle();
    expect(post()?.changes).toBe(0);
    await on.later(30_000);
    expect(said(post()?.notice)).toContain('7 people have answered so far.');
    expect(post()?.changes).toBe(1);
    expect(named(post()?.notice)).toHaveLength(12);
    expect(await on.counts('round.1')).toEqual({ answered: 7 });
  });
  test('somebody without a pairing looks, and is not counted', async () => {
    const on = await story(two());
    await on.later(TO_SLOT);
    await on.open('slack/T1/UNEW', 'checkin');
    await on.press('slack/T1/UNEW', 'checkin', 'met', { pairing: 'P1' });
    expect(await on.counts('round.1')).toEqual({});
  });
});

describe('direct messages', () => {
  test('on the day to those who chose it, of either role, if their pairing is due; a neutral line and a button', async () => {
    const on = await story(two({}, { checkins: 'direct' }, { checkins: 'direct' }));
    await on.later(TO_SLOT);
    for (const who of [sam, alex]) {
      expect(to(on, who).map(one => one.notice.text)).toEqual(['Mentor: something for you']);
      expect(leads(to(on, who)[0]?.notice ?? {})).toEqual(['checkin', 'me.reminders']);
    }
    await on.later(20 * DAY);
    expect(to(on, alex)).toHaveLength(1);
  });
  test('not when a meeting was recorded, is planned, or the two are resting', async () => {
    for (const more of [{ recordedAt: SLOT - DAY }, { plannedAt: SLOT + DAY }, { restUntil: '2026-12-24' }]) {
      const on = await story(two(more, { checkins: 'direct' }));
      await on.later(TO_SLOT + 10 * DAY);
      expect(to(on, alex)).toEqual([]);
      expect(to(on, FORUM)).toHaveLength(1);
    }
  });
  test('B22, R25, R26: three working days later one to the mentee, after the first meeting, never to the mentor', async () => {
    const on = await story(two());
    await on.later(TO_SLOT + 3 * DAY - HOUR);
    expect([...to(on, alex), ...to(on, sam)]).toEqual([]);
    await on.later(HOUR);
    expect(to(on, alex).map(one => one.notice.text)).toEqual(['Mentor: something for you']);
    await on.later(20 * DAY);
    expect(to(on, alex)).toHaveLength(1);
    expect(to(on, sam)).toEqual([]);
  });
  test('no follow-up before the first meeting (R19), to who chose none or had one, or once they have answered', async () => {
    for (const records of [two({ met: 0, state: 'introduced' }), two({}, { checkins: 'none' })]) {
      const on = await story(records);
      await on.later(TO_SLOT + 10 * DAY);
      expect(to(on, alex)).toEqual([]);
    }
    const answers: [string, string][] = [
      [alex, 'not-yet'],
      [alex, 'met'],
    ];
    for (const [who, action] of answers) {
      const on = await story(two());
      await on.later(TO_SLOT);
      await on.press(who, 'checkin', action, { pairing: 'P1' });
      await on.later(10 * DAY);
      expect(to(on, alex)).toEqual([]);
    }
  });
  test('the mentor’s “nothing to report” does not speak for the mentee', async () => {
    const on = await story(two());
    await on.later(TO_SLOT);
    await on.press(sam, 'checkin', 'nothing', { pairing: 'P1' });
    await on.later(10 * DAY);
    expect(to(on, alex)).toHaveLength(1);
  });
  test('R48: a pairing that ended gets no follow-up', async () => {
    const on = await story(two());
    await on.later(TO_SLOT);
    await on.send(sam, await on.open(sam, 'exit', { pairing: 'P1' }), {
      partnerKnows: 'not-yet',
      next: 'later',
      urgent: false,
    });
    await on.press(sam, 'exit.end', 'end', { pairing: 'P1' });
    await on.later(4 * DAY);
    expect(to(on, alex)).toEqual([]);
  });
  test('R58: in their own zone and working hours', async () => {
    const hours = { days: [3, 4], from: '13:00', to: '16:00' };
    const on = await story(two({}, { checkins: 'direct', zone: 'America/New_York', hours }));
    await on.later(TO_SLOT);
    expect(to(on, alex)).toEqual([]);
    await on.later(Date.parse('2026-11-25T17:59:00Z') - SLOT);
    expect(to(on, alex)).toEqual([]);
    await on.later(2 * 60_000);
    expect(to(on, alex)).toHaveLength(1);
  });
  test('the message budget holds over all prompts: none within five working days', async () => {
    const on = await story(two({}, { checkins: 'direct', prompts: [Date.parse('2026-11-19T10:00:00Z')] }));
    await on.later(TO_SLOT + 10 * DAY);
    expect(to(on, alex)).toEqual([]);
  });
  test('R26: a mentee is asked about meetings at most once in the agreed interval, also when rounds come weekly', async () => {
    const on = await story(two({}, { checkins: 'direct' }), { checkinWeeks: 1 });
    await on.later(TO_SLOT + 55 * DAY);
    expect(to(on, FORUM)).toHaveLength(8);
    expect(to(on, alex)).toHaveLength(3);
  });
  test('somebody in two pairings that are due gets one message', async () => {
    const on = await story([
      ...withPerson(
        crowd(3, [
          [0, 1],
          [0, 2],
        ]),
        'p0',
        { checkins: 'direct' },
      ),
    ]);
    await on.later(TO_SLOT);
    expect(to(on, accountOf('p0'))).toHaveLength(1);
  });
});

describe('no forum channel', () => {
  const gone = { troubles: { [`channel:${FORUM}`]: 1 } };
  test('everybody due is asked directly, except who chose none; co-ordinators are told once', async () => {
    const on = await story(two(), gone);
    await on.later(TO_SLOT);
    expect(to(on, FORUM)).toEqual([]);
    expect([to(on, sam).length, to(on, alex).length, to(on, ALERTS).length]).toEqual([1, 1, 1]);
    await on.later(28 * DAY);
    expect([to(on, sam).length, to(on, alex).length, to(on, ALERTS).length]).toEqual([2, 2, 1]);
    const none = await story(two({}, { checkins: 'none' }), { ...gone, forum: [] });
    await none.later(TO_SLOT);
    expect([to(none, sam).length, to(none, alex).length]).toEqual([1, 0]);
  });
});

test('300 pairings are gone through in five steps, and cost one post', async () => {
  const pairs = Array.from({ length: 300 }, (_, i): [number, number] => [2 * i, 2 * i + 1]);
  const on = await story(crowd(600, pairs, { met: 0 }));
  await on.later(TO_SLOT);
  expect(on.box.messages).toHaveLength(1);
  for (const [a, b] of pairs) expect((await on.read('pairing', `p${a}+p${b}`))?.round).toBe('1');
  expect((await on.read('job', 'checkin.round-1'))?.step).toBe(5);
}, 30_000);

test('a step after the first posts nothing, so a round that was interrupted is not posted twice', () => {
  const round = { id: '1', number: 1, at: SLOT, posts: 0, postedIn: ['slack/T1'] };
  const step = (after: string | undefined) => {
    const turn = aTurn({ account: 'clock', coordinator: false }, { round, pairings: [], mentors: [], mentees: [] });
    return roundJob.write.step(
      turn as never,
      { round: '1' },
      { at: 1, lanes: { 'slack/T1': { count: 12, pages: 1, starts: [] } } },
      after,
    );
  };
  expect(step(undefined).changes.letters?.map(one => one.letter)).toEqual(['checkin.post']);
  expect(step('12|p7').changes).toEqual({ put: [], letters: [] });
});
