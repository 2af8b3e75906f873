// Somebody marked at an event by mistake, taken back: they wait for an event again only where no other one counts, and nobody's pairing is touched (A7, R8).
import { afterEach, expect, test } from 'vitest';
import { type Put, put } from '../../../src/conversation/outcome.ts';
import { leads, words } from '../page.ts';
import { aCard, somebody } from '../people.ts';
import { aRegistration } from '../records.ts';
import { aStory, type Story } from '../story.ts';
import { accountOf, anEvent, aSignUp, COORDINATOR } from './begin.ts';

let story: Story;
afterEach(() => story?.close());

const V1 = { event: 'V1' };
const ready = (who: string, more = {}): Put[] => [
  ...somebody(who, `Name ${who}`),
  put('card', aCard(who, 'mentor', `Name ${who}`)),
  put('registration', aRegistration(who, 'mentor', { state: 'ready', ...more })),
];
const AFTER = '2026-12-07T16:00:00Z';
const begin = (records: Put[] = [], m1 = {}): Promise<Story> =>
  aStory(
    [
      ...ready('m1', m1),
      ...ready('m2'),
      put('event', anEvent()),
      put('event', anEvent({ id: 'V2' })),
      put('signup', aSignUp('m1', 'mentor')),
      put('signup', aSignUp('m2', 'mentor')),
      put('signup', { ...aSignUp('m1', 'mentor'), id: 'm1-V2', event: 'V2' }),
      ...records,
    ],
    { matchingMode: 'event' },
    AFTER,
  );
const mark = async (who: string, event = 'V1') => {
  await story.settle();
  await story.send(COORDINATOR, await story.open(COORDINATOR, 'event.here', { event }), { who: [`${who}-${event}`] });
  await story.settle();
};
const takeBack = async (who: string, event = 'V1'): Promise<string> => {
  const ask = await story.send(COORDINATOR, await story.open(COORDINATOR, 'event.back', { event }), {
    who: `${who}-${event}`,
  });
  await story.press(COORDINATOR, 'event.back.one', 'back', { event, person: who });
  await story.settle();
  return ask.show === 'view' ? words(ask.view.parts) : '';
};
const standing = (who: string) => story.read('registration', `${who}-mentor`);
const ledTo = (who: string): string[] =>
  story.box.messages.filter(one => one.to === accountOf(who)).flatMap(({ notice }) => leads(notice)[0] ?? []);

test('the way to matching is shut again, said beforehand and told kindly', async () => {
  story = await begin();
  await mark('m1');
  await mark('m2');
  expect(await standing('m1')).toMatchObject({ state: 'available' });
  expect(await takeBack('m1')).toContain('Name m1 waits for another one, and I tell them kindly.');
  expect(await standing('m1')).toMatchObject({ state: 'ready' });
  expect((await standing('m1'))?.metAt).toBeUndefined();
  expect(await standing('m2')).toMatchObject({ state: 'available' });
  expect(ledTo('m1').slice(-1)).toEqual(['event.one']);
  const page = await story.open(accountOf('m1'), 'event.one', V1);
  expect(page.show === 'view' && words(page.view.parts)).toContain('slip at our desk');
  expect(page.show === 'view' && leads(page.view)).not.toContain('event.rank');
});

test('another event they were at keeps it open; the earlier one counts then', async () => {
  story = await begin();
  await mark('m1', 'V1');
  await mark('m1', 'V2');
  expect(await takeBack('m1', 'V1')).toContain('Nothing else changes');
  const { metAt } = (await standing('m1')) ?? {};
  expect(metAt).toBe((await story.read('signup', 'm1-V2'))?.askedAt);
  expect(await standing('m1')).toMatchObject({ state: 'available' });
  await takeBack('m1', 'V2');
  expect(await standing('m1')).toMatchObject({ state: 'ready' });
});

test('whoever has somebody stays as they are; marked anew, they are asked as everybody is', async () => {
  story = await begin([], { capacity: 2, taken: 1 });
  await mark('m1');
  expect(await takeBack('m1')).toContain('Nobody they are paired with is touched.');
  expect(await standing('m1')).toMatchObject({ state: 'available', taken: 1 });
  expect(ledTo('m1').filter(word => word === 'event.one')).toEqual([]);
  await mark('m1');
  expect(await story.read('signup', 'm1-V1')).toMatchObject({ attended: true, askedAt: expect.any(Number) });
  expect((await story.read('signup', 'm1-V1'))?.takenBackAt).toBeUndefined();
});

test('only a co-ordinator; the desk offers it as soon as somebody is marked', async () => {
  story = await begin();
  await story.settle();
  const desk = async (): Promise<string[]> => {
    const page = await story.open(COORDINATOR, 'event.desk', V1);
    return page.show === 'view' ? leads(page.view) : [];
  };
  expect(await desk()).not.toContain('event.back');
  await mark('m1');
  expect(await desk()).toContain('event.back');
  await story.press(accountOf('m1'), 'event.back.one', 'back', { ...V1, person: 'm1' });
  expect(await story.read('signup', 'm1-V1')).toMatchObject({ attended: true });
});
