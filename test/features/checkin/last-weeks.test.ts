// In the last weeks of a pairing nobody is asked to plan the next meeting beside being asked how to finish; answering stays possible (B17, R26).
import { describe, expect, test } from 'vitest';
import { DAY } from '../../../src/scheme/calendar.ts';
import { leads } from '../page.ts';
import type { Story } from '../story.ts';
import { NOW } from '../turn.ts';
import { alex, FORUM, sam, story, TO_SLOT, to, two } from './begin.ts';

/** They are looked at about finishing only later, so that the message budget is not what keeps anything back. */
const LAST = {
  introducedAt: NOW - 170 * DAY,
  activeAt: NOW - 160 * DAY,
  endsOn: '2026-11-30',
  evaluating: true,
  closingAt: NOW + 60 * DAY,
};
/** Which pages the messages to somebody lead to. */
const askedTo = (on: Story, who: string): string[] => to(on, who).flatMap(({ notice }) => leads(notice).slice(0, 1));

describe('in their last weeks', () => {
  test.each([true, false])(
    'where they are asked how to finish (%s), they are not asked about a date',
    async closings => {
      for (const checkins of ['direct', 'channel'] as const) {
        const on = await story(two(LAST, { checkins }, { checkins }), { evaluations: [], closings });
        await on.later(TO_SLOT + 6 * DAY);
        expect(askedTo(on, alex)).toEqual(closings ? [] : ['checkin']);
        expect(askedTo(on, sam)).toEqual(closings || checkins === 'channel' ? [] : ['checkin']);
        expect(to(on, FORUM)).toHaveLength(1);
      }
    },
  );
  test('a follow-up whose day falls into them is not sent', async () => {
    for (const closings of [true, false]) {
      const on = await story(two({ ...LAST, endsOn: '2026-12-11' }, { checkins: 'channel' }), {
        evaluations: [],
        closings,
      });
      await on.later(TO_SLOT);
      expect((await on.read('pairing', 'P1'))?.followUpAt).toBeDefined();
      await on.later(6 * DAY);
      expect(askedTo(on, alex)).toEqual(closings ? [] : ['checkin']);
    }
  });
  test('whoever presses *Check in* has their answers all the same', async () => {
    const on = await story(two(LAST), { evaluations: [] });
    await on.later(TO_SLOT);
    const shown = await on.open(alex, 'checkin', { pairing: 'P1' });
    expect(shown.show === 'view' && leads(shown.view)).toEqual([
      'checkin!met',
      'checkin.plan',
      'checkin!not-yet',
      'difficulty',
    ]);
    await on.press(alex, 'checkin', 'not-yet', { pairing: 'P1' });
    expect((await on.read('pairing', 'P1'))?.heardAt).toBeGreaterThanOrEqual(NOW + TO_SLOT);
  });
});
