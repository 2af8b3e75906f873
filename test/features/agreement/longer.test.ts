// Going on for longer, where the scheme has it and where it does without (F01 extension_allowed, R0, B18); walked on the real engine and a real store.
import { describe, expect, test } from 'vitest';
import { put } from '../../../src/conversation/outcome.ts';
import type { Reply } from '../../../src/platforms/platform.ts';
import { DAY } from '../../../src/scheme/calendar.ts';
import { alex, begin, P1, read, sam, viewOf } from '../exit/begin.ts';
import { buttonsOf } from '../page.ts';
import type { Story } from '../story.ts';
import { NOW } from '../turn.ts';

const ENDS = { endsOn: '2026-12-04', introducedAt: NOW - 170 * DAY, activeAt: NOW - 160 * DAY, met: 4 };
const agreed = {
  number: 1,
  terms: { purpose: 'Grow', mentorExpects: 'Questions', endsOn: '2026-12-04' },
  agreedAt: NOW - 160 * DAY,
  workingTime: false,
};
const start = (scheme = {}, terms?: typeof agreed): Promise<Story> =>
  begin(
    ENDS,
    { evaluations: [], checkinWeeks: 0, ...scheme },
    terms ? [put('agreement', { id: 'P1', mentor: 'sam', mentee: 'alex', revision: 1, versions: [terms] })] : [],
  );
const labelsOn = (reply: Reply): string[] => buttonsOf(viewOf(reply)).map(({ label }) => label);
const later = { ...P1, part: '5' };
const endsOn = async (on: Story) => (await on.read('pairing', 'P1'))?.endsOn;

describe('R0: where the scheme does without going on for longer', () => {
  test('nobody is offered it, at home or where they look back; where it has it, they are', async () => {
    for (const extensions of [true, false]) {
      const on = await start({ extensions });
      const closing = await on.open(alex, 'closing', P1);
      expect(labelsOn(closing).includes('Go on for longer')).toBe(extensions);
      expect(read(closing).includes('agree on a later day instead')).toBe(extensions);
      expect(read(await on.open(alex, 'home'))).toContain(
        extensions ? 'Look back together, celebrate, or agree to go on.' : 'Look back together, and celebrate.',
      );
    }
  });

  test('a form that was open before, or a forged one, suggests no later day', async () => {
    const on = await start();
    const form = await on.open(alex, 'agreement.part', later);
    const off = await start({ extensions: false });
    expect((await off.open(alex, 'agreement.part', later)).show).toBe('view');
    const sent = await off.send(alex, form, { endsOn: '2027-03-15' });
    expect(read(sent)).toContain('not available any more');
    expect([await endsOn(off), await off.read('agreement', 'P1')]).toEqual(['2026-12-04', undefined]);
  });

  test('what both agreed on once moves no further away when the agreement is changed, and may come sooner', async () => {
    const on = await start({ extensions: false }, agreed);
    const form = await on.open(sam, 'agreement.part', { ...P1, part: '2' });
    const sent = await on.send(sam, form, { endsOn: '2027-03-15', place: 'Room 4' });
    expect(sent).toMatchObject({ problems: { endsOn: expect.any(String) } });
    expect(sent).toMatchObject({ form: { values: { place: 'Room 4' } } });
    expect(await on.send(sam, form, { endsOn: '2026-12-03' })).not.toHaveProperty('problems');
    expect((await on.read('agreement', 'P1'))?.draft?.terms.endsOn).toBe('2026-12-03');
  });
});

test('whoever has suggested a later day is not sent to the questions an agreement begins with', async () => {
  const on = await start({}, agreed);
  const said = await on.send(alex, await on.open(alex, 'agreement.part', later), { endsOn: '2027-03-15' });
  expect(labelsOn(said)).not.toContain('Questions to begin with');
  expect(labelsOn(await on.open(sam, 'agreement', P1))).not.toContain('Questions to begin with');
  const form = await on.open(sam, 'agreement.part', { ...P1, part: '1' });
  await on.send(sam, form, { purpose: 'Grow on' });
  expect(labelsOn(await on.open(sam, 'agreement', P1))).toContain('Questions to begin with');
});
