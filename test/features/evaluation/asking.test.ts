// When people are asked how it goes: at each point, each alone, within the message budget, reminded twice at most, and never after an early end.
import { afterEach, describe, expect, test } from 'vitest';
import { put } from '../../../src/conversation/outcome.ts';
import { dayOf, HOUR } from '../../../src/scheme/calendar.ts';
import { reachedAt } from '../../../src/scheme/evaluations.ts';
import type { Pairing, Scheme } from '../../../src/scheme/kinds.ts';
import { leave } from '../exit/begin.ts';
import { leads } from '../page.ts';
import { accountOf } from '../people.ts';
import { aPairing } from '../records.ts';
import type { Story } from '../story.ts';
import { aPerson, aScheme, NOW } from '../turn.ts';
import { alex, answer, begin as beginning, DAY, only, points, read, sam } from './begin.ts';

const begun: Story[] = [];
afterEach(async () => {
  for (const on of begun.splice(0)) await on.close();
});
const begin: typeof beginning = async (...with_) => {
  const on = await beginning(...with_);
  begun.push(on);
  return on;
};
/** From the introduction on, with nothing else that writes to people. */
const introduced = (scheme: Partial<Scheme>, more: Partial<Pairing> = {}): Promise<Story> =>
  begin([], { checkinWeeks: 0, closings: false, ...scheme }, { introducedAt: NOW, evaluating: false, ...more });
const askedOf = (on: Story, who: string): string[] =>
  on.box.messages
    .filter(message => message.to === who)
    .flatMap(({ notice }) => notice.buttons ?? [])
    .flatMap(button =>
      'to' in button && button.to.word === 'evaluation.answer' ? [button.to.ids?.['point'] ?? ''] : [],
    );

describe('R37: at each point both are asked, each alone', () => {
  test('after the introduction, half-way, at the planned end and some months later', async () => {
    const on = await introduced({ evaluations: points({}) });
    const seen: string[][] = [];
    for (const days of [2, 3, 85, 10, 80, 15, 160, 30]) {
      await on.later(days * DAY);
      seen.push(askedOf(on, sam));
    }
    expect(seen).toEqual([
      [],
      ['beginning'],
      ['beginning'],
      ['beginning', 'half'],
      ['beginning', 'half'],
      ['beginning', 'half', 'end'],
      ['beginning', 'half', 'end'],
      ['beginning', 'half', 'end', 'later'],
    ]);
    expect(askedOf(on, alex)).toEqual(seen.at(-1));
  });

  test('half-way is a whole instant, also where none lies in the middle: letters can be held back until it', async () => {
    // The middle is a quarter past ten on a working day: the letter leaves at that very instant.
    const days = { introducedAt: NOW + 3 * HOUR + 1, endsOn: '2027-05-24' };
    const on = await introduced({ evaluations: only({ half: { rule: 'offered' } }) }, days);
    await on.later(92 * DAY);
    expect([askedOf(on, sam), askedOf(on, alex)]).toEqual([['half'], ['half']]);
  });

  test('half-way is also when they have met half as often as is meant', async () => {
    const on = await introduced({ evaluations: only({ half: { rule: 'offered' } }) }, { met: 2, state: 'active' });
    await on.later(20 * DAY);
    const met = { held: 'held', on: dayOf(NOW + 20 * DAY, 'Europe/London') };
    await on.send(alex, await on.open(alex, 'review', { pairing: 'P1' }), met);
    await on.later(HOUR);
    expect(read(await on.open(sam, 'evaluation'))).toContain('Half-way');
    await on.later(3 * DAY);
    expect([askedOf(on, sam), askedOf(on, alex)]).toEqual([['half'], ['half']]);
    await on.later(100 * DAY);
    expect(askedOf(on, sam)).toEqual(['half']);
  });

  test('the message says nothing but that there is something, and leads to fewer like it', async () => {
    const on = await introduced({ evaluations: only({ beginning: { rule: 'offered' } }) });
    await on.later(4 * DAY);
    const [message] = on.box.messages.filter(one => one.to === alex);
    expect(message?.notice.text).toBe('Mentor: something for you');
    expect(leads(message?.notice ?? {})).toEqual(['evaluation.answer', 'me.reminders']);
  });

  test('each can be off (R0), and a point of the scheme’s own comes so many weeks after the introduction', async () => {
    const off = await introduced({ evaluations: only({}) });
    await off.later(400 * DAY);
    expect(off.box.messages.filter(one => one.to === sam || one.to === alex)).toEqual([]);
    const own = { ...points({})[0]!, key: 'x', name: 'Week six', weeks: 6 };
    const on = await introduced({ evaluations: [...only({}), own] });
    await on.later(41 * DAY);
    expect(askedOf(on, sam)).toEqual([]);
    await on.later(30 * DAY);
    expect(askedOf(on, sam)).toEqual(['x']);
  });

  test('the agreed end counts where the two have agreed on one', () => {
    const half = points({}).find(point => point.when === 'half')!;
    const end = points({}).find(point => point.when === 'end')!;
    const pairing = aPairing('sam', 'alex', { introducedAt: Date.parse('2026-01-05T09:00:00Z'), endsOn: '2027-01-05' });
    expect(reachedAt(end, pairing, aScheme())).toBe(Date.parse('2027-01-05T09:00:00Z'));
    expect(reachedAt(half, pairing, aScheme())).toBe(Date.parse('2026-07-06T21:00:00Z'));
    const { endsOn: _, ...without } = pairing;
    expect(reachedAt(end, without, aScheme())).toBe(Date.parse('2026-07-05T08:00:00Z'));
  });

  test('where it is switched on late, what is long past is let go', async () => {
    const on = await introduced({ evaluations: points({}) }, { introducedAt: NOW - 100 * DAY });
    await on.later(20 * DAY);
    expect(askedOf(on, sam)).toEqual(['half']);
    expect(read(await on.open(sam, 'evaluation'))).not.toContain('At the beginning');
  });
});

describe('burden', () => {
  test('a message waits for the budget: at most one in five working days, for somebody in two pairings too', async () => {
    const second = put('pairing', aPairing('sam', 'kim', { id: 'P2', introducedAt: NOW, evaluating: false }));
    const on = await begin(
      [second],
      { checkinWeeks: 0, evaluations: only({ beginning: { rule: 'offered' } }) },
      {
        introducedAt: NOW,
        evaluating: false,
      },
    );
    await on.later(6 * DAY);
    expect(askedOf(on, sam)).toHaveLength(1);
    await on.later(9 * DAY);
    expect(askedOf(on, sam)).toHaveLength(2);
    const prompts = (await on.read('person', 'sam'))?.prompts ?? [];
    expect((prompts[1] ?? 0) - (prompts[0] ?? 0)).toBeGreaterThan(6 * DAY);
  });

  test('what is reached stands on their own page at once, also while its message waits for the budget', async () => {
    const busy = aPerson('sam', 'Sam Okoro', { prompts: [NOW + 2 * DAY], accounts: [accountOf('sam')] });
    const on = await begin(
      [put('person', busy)],
      { checkinWeeks: 0, closings: false, evaluations: only({ beginning: { rule: 'offered' } }) },
      { introducedAt: NOW, evaluating: false },
    );
    await on.later(4 * DAY);
    expect(askedOf(on, sam)).toEqual([]);
    expect(read(await on.open(sam, 'evaluation'))).toContain('At the beginning');
    await on.later(6 * DAY);
    expect(askedOf(on, sam)).toEqual(['beginning']);
    const told = (await on.read('evaluation', 'P1-sam'))?.points['beginning'];
    expect(told?.untold).toBeUndefined();
    expect(told?.closesAt).toBeGreaterThan(NOW + 34 * DAY);
  });

  test('what was answered before its message could leave is not written about', async () => {
    const busy = aPerson('sam', 'Sam Okoro', { prompts: [NOW + 2 * DAY], accounts: [accountOf('sam')] });
    const on = await begin(
      [put('person', busy)],
      { checkinWeeks: 0, closings: false, evaluations: only({ beginning: { rule: 'required' } }) },
      { introducedAt: NOW, evaluating: false },
    );
    await on.later(4 * DAY);
    await answer(on, sam, 'beginning');
    await on.later(60 * DAY);
    expect(askedOf(on, sam)).toEqual([]);
  });

  test('R58: it comes within working hours', async () => {
    const night = Date.parse('2026-11-24T22:30:00Z') - 3 * DAY;
    const on = await introduced({ evaluations: only({ beginning: { rule: 'offered' } }) }, { introducedAt: night });
    await on.later(38 * 3_600_000);
    expect((await on.read('evaluation', 'P1-sam'))?.points['beginning']).toBeDefined();
    expect(askedOf(on, sam)).toEqual([]);
    await on.later(12 * 3_600_000);
    expect(askedOf(on, sam)).toEqual(['beginning']);
  });

  test('who wants no messages gets none, and finds it on their own page', async () => {
    const on = await begin(
      [put('person', aPerson('sam', 'Sam Okoro', { checkins: 'none', accounts: [accountOf('sam')] }))],
      { checkinWeeks: 0, closings: false, evaluations: only({ beginning: { rule: 'required' } }) },
      { introducedAt: NOW, evaluating: false },
    );
    await on.later(30 * DAY);
    expect(askedOf(on, sam)).toEqual([]);
    expect(read(await on.open(sam, 'evaluation'))).toContain('At the beginning');
    expect(read(await on.open(sam, 'home'))).toContain('a few questions');
  });
});

describe('R39: required means two reminders at most', () => {
  const required = { checkinWeeks: 0, evaluations: only({ beginning: { rule: 'required' } }) } as const;

  test('whoever has left the scheme is not written to any more, and finds it on their own page should they come', async () => {
    const required = only({ end: { rule: 'required' }, later: { rule: 'required' } });
    const on = await begin([], { evaluations: required, followUpMonths: 6 }, { state: 'active', evaluating: false });
    await on.settle();
    for (const who of [sam, alex]) await on.press(who, 'closing', 'finish', { pairing: 'P1' });
    await on.settle();
    const asks = (who: string) =>
      on.box.messages.filter(({ to, id }) => to === who && id.startsWith('evaluation.ask')).length;
    expect([asks(sam), asks(alex)]).toEqual([1, 1]);
    await on.press(alex, 'me.leave', 'leave', { role: 'mentee' });
    for (let week = 0; week < 30; week++) await on.later(7 * DAY);
    expect(asks(sam)).toBeGreaterThan(3);
    expect(asks(alex)).toBe(1);
    expect(read(await on.open(alex, 'evaluation'))).toContain('Sam');
  });

  test('two reminders, then nothing more', async () => {
    const on = await introduced(required);
    await on.later(200 * DAY);
    expect(askedOf(on, sam)).toEqual(['beginning', 'beginning', 'beginning']);
    expect((await on.read('evaluation', 'P1-sam'))?.points['beginning']?.reminders).toBe(2);
    expect((await on.read('person', 'sam'))?.prompts.length).toBeLessThanOrEqual(3);
  });

  test('none once it is answered, and none where it is only offered', async () => {
    const on = await introduced(required);
    await on.later(4 * DAY);
    await answer(on, sam, 'beginning');
    await on.later(100 * DAY);
    expect(askedOf(on, sam)).toHaveLength(1);
    const offered = await introduced({ evaluations: only({ beginning: { rule: 'offered' } }) });
    await offered.later(100 * DAY);
    expect(askedOf(offered, sam)).toHaveLength(1);
  });
});

describe('R48: an early end', () => {
  test('nothing is asked any more, what is on its way vanishes, and both pages are empty, also for who does not know yet', async () => {
    const on = await introduced({ evaluations: only({ beginning: { rule: 'required' } }) });
    await on.later(4 * DAY);
    expect(read(await on.open(sam, 'evaluation'))).toContain('At the beginning');
    await leave(on, alex);
    expect(read(await on.open(sam, 'evaluation'))).toContain('no questions for you');
    const before = askedOf(on, sam).length;
    await on.later(100 * DAY);
    expect(askedOf(on, sam)).toHaveLength(before);
    expect(await on.read('evaluation', 'P1-sam')).toMatchObject({ overAt: expect.any(Number) });
    expect((await on.read('evaluation', 'P1-sam'))?.points['beginning']?.reminders).toBe(0);
    for (const who of [sam, alex]) {
      expect(read(await on.open(who, 'evaluation'))).toContain('no questions for you');
      expect(read(await on.open(who, 'home'))).not.toContain('a few questions');
    }
  });
});
