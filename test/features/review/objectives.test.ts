// From a meeting to the objectives it was about: which they talked about, for both; how far each is, in one tap, the mentee's to say (F13, R32, R33).
import { describe, expect, test } from 'vitest';
import { put } from '../../../src/conversation/outcome.ts';
import type { RawAnswer, Reply } from '../../../src/platforms/platform.ts';
import type { Meeting, Objective } from '../../../src/scheme/kinds.ts';
import { alex, begin, offers, P1, plan, read, sam } from '../meeting/begin.ts';
import type { Story } from '../story.ts';

const objective = (id: string, more: Partial<Objective> = {}) =>
  put('objective', {
    ...{ id, pairing: 'P1', mentor: 'sam', mentee: 'alex', at: 1, state: 'running', title: `Title ${id}` },
    ...{ specific: 'S', measure: 'M', due: '2027-03-31', steps: [], evidence: [], comments: [], reviews: [], ...more },
  } as Objective);
const two = () => [objective('O1'), objective('O2'), objective('O3', { state: 'met' })];
const answer = async (on: Story, who: string, answers: Record<string, RawAnswer> = {}): Promise<Reply> =>
  on.send(who, await on.open(who, 'review', P1), { held: 'held', on: '2026-11-23', ...answers });
const ticked = (reply: Reply): unknown =>
  reply.show === 'form' ? reply.form.values?.['objectives' as never] : reply.show;
async function latest(on: Story): Promise<Meeting | undefined> {
  const { keys } = await on.store.keys(undefined, 1_000);
  const key = keys.find(one => one.startsWith('meeting/'));
  return key === undefined ? undefined : on.read('meeting', key.slice(8));
}

describe('objectives in a review', () => {
  test('the mentee is one tap from how far each is, with what shows it', async () => {
    const on = await begin({}, {}, two());
    const done = await answer(on, alex, { objectives: ['O1'] });
    expect(read(done)).toContain('Title O1');
    expect(read(done)).not.toContain('Title O2');
    const row = done.show === 'view' ? done.view.parts.find(part => part.part === 'row') : undefined;
    const to = row?.part === 'row' && row.button && 'to' in row.button ? row.button.to : undefined;
    expect(to?.word).toBe('objective.review');
    await on.send(alex, await on.open(alex, to?.word ?? '', to?.ids), { progress: '3', evidence: 'The form is sent.' });
    expect(await on.read('objective', 'O1')).toMatchObject({ reviews: [{ progress: 3 }], evidence: [{}] });
    expect(await latest(on)).toMatchObject({ touched: ['O1'] });
    expect(read(await on.open(sam, 'meeting.past.one', { ...P1, meeting: (await latest(on))?.id ?? '' }))).toContain(
      'Title O1',
    );
  });

  test('R32: the mentor may tick them too, and is led to read, never to say how far they are', async () => {
    const on = await begin({}, {}, two());
    const done = await answer(on, sam, { objectives: ['O2'] });
    expect(offers(done)).toContain('objective');
    expect(offers(done)).not.toContain('objective.review');
  });

  test('what stands on the agenda is ticked already; what the other one ticked stays', async () => {
    const on = await begin({}, {}, two());
    await plan(on, '2026-11-23', '09:45');
    await on.send(alex, await on.open(alex, 'meeting.agenda', P1), { topics: ['A'], objectives: ['O2'] });
    await on.later(2 * 3_600_000);
    const [his, hers] = [await on.open(sam, 'review', P1), await on.open(alex, 'review', P1)];
    expect([ticked(his), ticked(hers)]).toEqual([['O2'], ['O2']]);
    await on.send(alex, hers, { held: 'held', objectives: ['O1'] });
    await on.send(sam, his, { held: 'held', objectives: ['O2'] });
    expect((await latest(on))?.touched?.sort()).toEqual(['O1', 'O2']);
  });

  test('one that did not take place leads to none; without objectives nothing is asked', async () => {
    const on = await begin({}, {}, two());
    expect(offers(await answer(on, alex, { held: 'moved', objectives: ['O1'] }))).not.toContain('objective.review');
    const none = await begin({}, { objectives: false }, two());
    const form = await none.open(alex, 'review', P1);
    expect(form.show === 'form' && Object.keys(form.form.fields)).not.toContain('objectives');
  });
});
