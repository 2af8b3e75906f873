// The story clock stops wherever something happens on its way: where something is due, and where a letter leaves that was held back until then.
import { afterEach, expect, test } from 'vitest';
import { put } from '../../src/conversation/outcome.ts';
import { DAY } from '../../src/scheme/calendar.ts';
import { accountOf, samAndAlex } from '../features/people.ts';
import { aStory, type Story } from '../features/story.ts';

let on: Story;
afterEach(() => on.close());

const SLOT = Date.parse('2026-11-24T10:00:00Z');
/** A round on Tuesday; Alex works on Wednesdays only and is asked directly. */
const records = samAndAlex({ state: 'active', met: 1 }).map(one =>
  one.kind === 'person' && one.value.id === 'alex'
    ? put('person', { ...one.value, checkins: 'direct', hours: { days: [3], from: '09:00', to: '17:00' } })
    : one,
);

test('a letter that was held back leaves at its instant, not at the end of the move', async () => {
  on = await aStory(records, { nextRoundAt: SLOT });
  const left: string[] = [];
  const { send } = on.box.door;
  on.box.door.send = async (to, out) => {
    const { storyNow } = await on.store.clock();
    if (to === accountOf('alex')) left.push(new Date(storyNow).toISOString().slice(0, 16));
    return send(to, out);
  };
  await on.later(5 * DAY);
  expect(left).toEqual(['2026-11-25T09:00']);
});

test('a letter that is refused for a while does not hold up the clock, nor is it lost', async () => {
  on = await aStory(records, { nextRoundAt: SLOT });
  let refused = 0;
  const { send } = on.box.door;
  on.box.door.send = async (to, out) => {
    if (to !== accountOf('alex') || refused >= 2) return send(to, out);
    refused++;
    return { refused: 'busy', afterMs: 60_000 };
  };
  await on.later(5 * DAY);
  const { storyNow } = await on.store.clock();
  expect(new Date(storyNow).toISOString().slice(0, 16)).toBe('2026-11-28T09:30');
  expect(refused).toBe(1);
});
