// A new direction where something did not work: a version of the agreement with a day on which both are reminded to look at it (R42).
import { expect, test } from 'vitest';
import { put } from '../../../src/conversation/outcome.ts';
import { DAY } from '../../../src/scheme/calendar.ts';
import { alex, begin, CHANNEL, messagesTo, P1, read, sam, viewOf } from '../exit/begin.ts';
import { buttonsOf, leads } from '../page.ts';
import type { Story } from '../story.ts';
import { NOW } from '../turn.ts';

const first = {
  number: 1,
  terms: { purpose: 'Grow', mentorExpects: 'Questions' },
  agreedAt: NOW - 30 * DAY,
  workingTime: false,
};
/** Two who have agreed before and met twice. */
const agreed = (): Promise<Story> =>
  begin({ agreedAt: first.agreedAt, activeAt: first.agreedAt }, { evaluations: [], closings: false, checkinWeeks: 0 }, [
    put('agreement', { id: 'P1', mentor: 'sam', mentee: 'alex', revision: 1, versions: [first] }),
  ]);
const versions = async (on: Story) => (await on.read('agreement', 'P1'))?.versions ?? [];
const confirm = async (on: Story, who: string) =>
  on.press(who, 'agreement', 'confirm', { ...P1, revision: String((await on.read('agreement', 'P1'))?.revision) });

test('R42: a new direction is a new version that both confirm, and the pairing stays the same one', async () => {
  const on = await agreed();
  const before = await on.read('pairing', 'P1');
  expect(leads(viewOf(await on.open(sam, 'difficulty', P1)))).toContain('agreement.part');
  const form = await on.open(sam, 'agreement.part', { ...P1, part: '4' });
  await on.send(sam, form, { direction: 'Shorter meetings', reviewOn: '2026-12-21' });
  await confirm(on, sam);
  expect(await versions(on)).toEqual([first]);
  await confirm(on, alex);
  const [kept, latest] = await versions(on);
  expect(kept).toEqual(first);
  expect(latest).toMatchObject({ number: 2, terms: { ...first.terms, direction: 'Shorter meetings' } });
  expect(read(await on.open(alex, 'agreement', P1))).toContain('Shorter meetings');
  const { state, met, introducedAt, activeAt } = before ?? {};
  expect(await on.read('pairing', 'P1')).toMatchObject({ state, met, introducedAt, activeAt });
  for (const place of ['sam-mentor', 'alex-mentee'])
    expect(await on.read('registration', place)).toMatchObject({ state: 'full', taken: 1 });
  expect(await on.read('exit', 'P1')).toBeUndefined();
  expect(messagesTo(on, CHANNEL)).toEqual([]);
});

test('R42: both are reminded of it once, on its day', async () => {
  const on = await agreed();
  const form = await on.open(sam, 'agreement.part', { ...P1, part: '4' });
  await on.send(sam, form, { direction: 'Shorter meetings', reviewOn: '2026-12-21' });
  for (const who of [sam, alex]) await confirm(on, who);
  await on.settle();
  const before = [sam, alex].map(who => messagesTo(on, who).length);
  await on.later(27 * DAY);
  expect([sam, alex].map(who => messagesTo(on, who).length)).toEqual(before);
  await on.later(30 * DAY);
  expect([sam, alex].map(who => messagesTo(on, who).length)).toEqual(before.map(n => n + 1));
});

test('“Leave it as it was” is said of what was read: what the other one has written meanwhile stays', async () => {
  const on = await agreed();
  const write = async (direction: string) =>
    on.send(sam, await on.open(sam, 'agreement.part', { ...P1, part: '4' }), { direction, reviewOn: '2026-12-21' });
  await write('Shorter meetings');
  const read_ = viewOf(await on.open(alex, 'agreement', P1));
  const drop = buttonsOf(read_).find(one => 'to' in one && one.to.press === 'drop');
  if (!drop || !('to' in drop)) throw new Error('no button');
  await write('Longer meetings');
  const press = () => on.press(alex, 'agreement', 'drop', drop.to.ids);
  expect(read(await press())).toContain('Longer meetings');
  expect((await on.read('agreement', 'P1'))?.draft?.terms.direction).toBe('Longer meetings');
  expect((await on.read('pairing', 'P1'))?.toConfirm).toBe('mentee');
});
