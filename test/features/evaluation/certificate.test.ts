// The certificate of mentoring: for mentors, at the end whichever way it came, not before what is required was answered, and naming nobody else.
import { afterEach, describe, expect, test } from 'vitest';
import { certificateOf } from '../../../src/scheme/evaluations.ts';
import type { Evaluation, Pairing, Scheme } from '../../../src/scheme/kinds.ts';
import { aPairing } from '../records.ts';
import type { Story } from '../story.ts';
import { aScheme, NOW } from '../turn.ts';
import { alex, answer, asked, begin as beginning, DAY, only, points, read, sam } from './begin.ts';

const begun: Story[] = [];
afterEach(async () => {
  for (const on of begun.splice(0)) await on.close();
});
const begin: typeof beginning = async (...with_) => {
  const on = await beginning(...with_);
  begun.push(on);
  return on;
};
const ended: Partial<Pairing> = { state: 'completed', endedAt: NOW - DAY, met: 5, notice: 'given' };
const evaluation = (more: Partial<Evaluation> = {}): Evaluation => ({
  id: 'P1-sam',
  person: 'sam',
  pairing: 'P1',
  role: 'mentor',
  points: {},
  ...more,
});
const state = (pairing: Partial<Pairing>, scheme: Partial<Scheme> = {}, part: Partial<Evaluation> = {}): string =>
  certificateOf(evaluation(part), aPairing('sam', 'alex', { id: 'P1', ...pairing }), aScheme(scheme), NOW).state;

test('a mentor has it at the end, not before; a mentee, and somebody who never met, has none', () => {
  expect(state(ended)).toBe('ready');
  expect(state({ state: 'active', met: 5 })).toBe('none');
  expect(state({ state: 'active', met: 5, introducedAt: NOW - 200 * DAY })).toBe('ready');
  expect(state({ ...ended, met: 0 })).toBe('none');
  expect(state(ended, {}, { role: 'mentee', person: 'alex' })).toBe('none');
  expect(state(ended, { certificates: false })).toBe('none');
});

test('R50: an early end makes no difference to it; one that is not known yet has not come', () => {
  const early: Partial<Pairing> = { ...ended, state: 'ended-early' };
  expect(state(early)).toBe('ready');
  expect(state({ ...early, notice: 'held', noticeTo: 'sam' })).toBe('none');
  expect(state({ ...early, notice: 'held', noticeTo: 'alex' })).toBe('ready');
});

test('R39: not before what was required meanwhile is answered, and at once afterwards', async () => {
  const on = await begin(
    [asked('sam', 'half', { closesAt: 1 })],
    { evaluations: only({ half: { rule: 'required' } }) },
    ended,
  );
  const ids = { evaluation: 'P1-sam' };
  const missing = await on.open(sam, 'evaluation.certificate', ids);
  expect(read(missing)).toContain('Half-way');
  const none = await on.press(sam, 'evaluation.certificate', 'make', ids);
  expect(none.show === 'view' && none.document).toBeFalsy();
  await answer(on, sam, 'half');
  expect(read(await on.open(sam, 'evaluation.certificate', ids))).toContain('Thank you for being a mentor');
});

describe('the page itself', () => {
  test('is a PDF that names the mentor and nobody else', async () => {
    const on = await begin(
      [asked('sam', 'end', { doneAt: 1 })],
      { evaluations: points({}), coordinatorNames: {} },
      ended,
    );
    const made = await on.press(sam, 'evaluation.certificate', 'make', { evaluation: 'P1-sam' });
    if (made.show !== 'view' || !made.document) throw new Error('no file');
    expect(made.document.name).toBe('certificate-of-mentoring.pdf');
    expect(new TextDecoder().decode(made.document.bytes.slice(0, 5))).toBe('%PDF-');
    expect(read(made)).toContain('Thank you');
    expect(read(await on.open(sam, 'evaluation'))).toContain('For your time with');
  });

  test('is nobody else’s to make', async () => {
    const on = await begin([asked('sam', 'end', { doneAt: 1 })], { evaluations: points({}) }, ended);
    for (const who of [alex, 'slack/T1/UC1']) {
      const made = await on.press(who, 'evaluation.certificate', 'make', { evaluation: 'P1-sam' });
      expect(made.show === 'view' && made.document).toBeFalsy();
      expect(read(made)).toContain('no certificate of mentoring');
    }
  });
});
