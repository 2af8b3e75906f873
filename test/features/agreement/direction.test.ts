// A new direction where something did not work: a version of the agreement with a day on which both are reminded to look at it (R42).
import { expect, test } from 'vitest';
import { DAY } from '../../../src/scheme/calendar.ts';
import { alex, begin, messagesTo, P1, read, sam } from '../exit/begin.ts';

test('R42: both confirm it as a new version, the pairing stays the same one, and both are reminded once on its day', async () => {
  const on = await begin({}, { evaluations: [], closings: false, checkinWeeks: 0 });
  const write = async (part: string, answers: object) =>
    on.send(sam, await on.open(sam, 'agreement.part', { ...P1, part }), answers as never);
  await write('1', { purpose: 'Grow', mentorExpects: 'Questions' });
  await write('4', { direction: 'Shorter meetings', reviewOn: '2026-12-21' });
  const revision = String((await on.read('agreement', 'P1'))?.revision);
  for (const who of [sam, alex]) await on.press(who, 'agreement', 'confirm', { ...P1, revision });
  await on.settle();
  expect((await on.read('agreement', 'P1'))?.versions.at(-1)?.terms.direction).toBe('Shorter meetings');
  expect(read(await on.open(alex, 'agreement', P1))).toContain('Shorter meetings');
  expect((await on.read('pairing', 'P1'))?.state).toBe('active');
  const before = [sam, alex].map(who => messagesTo(on, who).length);
  await on.later(27 * DAY);
  expect([sam, alex].map(who => messagesTo(on, who).length)).toEqual(before);
  await on.later(30 * DAY);
  expect([sam, alex].map(who => messagesTo(on, who).length)).toEqual(before.map(n => n + 1));
});
