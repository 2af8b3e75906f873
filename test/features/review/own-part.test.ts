// What will be done, whether it fits, and "please contact me": who sees which, and what follows (F13, R28, R41).
import { describe, expect, test } from 'vitest';
import { joinedActions, MOST_ACTIONS } from '../../../src/features/review/rules.ts';
import type { RawAnswer, Reply } from '../../../src/platforms/platform.ts';
import { alex, begin, lettersTo, offers, P1, read, sam } from '../meeting/begin.ts';
import type { Story } from '../story.ts';

const answer = async (on: Story, who: string, answers: Record<string, RawAnswer> = {}): Promise<Reply> =>
  on.send(who, await on.open(who, 'review', P1), { held: 'held', ...answers });
const fieldsOf = (reply: Reply): string[] => (reply.show === 'form' ? Object.keys(reply.form.fields) : []);
const inquiries = async (on: Story) => {
  const { keys } = await on.store.keys(undefined, 1_000);
  return Promise.all(keys.filter(key => key.startsWith('inquiry/')).map(key => on.read('inquiry', key.slice(8))));
};
async function latest(on: Story) {
  const { keys } = await on.store.keys(undefined, 1_000);
  const key = keys.find(one => one.startsWith('meeting/'));
  return key === undefined ? undefined : on.read('meeting', key.slice(8));
}

describe('what will be done until next time', () => {
  test('is for both, stays ticked off when the review is written again, and comes together from both', async () => {
    const on = await begin();
    await answer(on, alex, { actions: ['Read the standard', 'Ask Kim'] });
    const first = await latest(on);
    const [action] = first?.actions ?? [];
    await on.press(sam, 'meeting', 'done', { ...P1, meeting: first?.id ?? '', action: action?.id ?? '' });
    const [his, hers] = [
      await on.open(sam, 'review', P1),
      await on.open(alex, 'review', { ...P1, meeting: first?.id ?? '' }),
    ];
    await on.send(alex, hers, { held: 'held', actions: ['Read the standard', 'Ask Kim', 'Write it down'] });
    await on.send(sam, his, { held: 'held', actions: ['Send the form'] });
    expect((await latest(on))?.actions?.map(({ text, done }) => [text, done])).toEqual([
      ['Read the standard', true],
      ['Ask Kim', false],
      ['Write it down', false],
      ['Send the form', false],
    ]);
  });

  test('what somebody takes out of their own text goes; nothing is doubled', () => {
    const before = [{ id: 'a', text: 'One', done: true }];
    expect(joinedActions(before, ['Two', 'Two'], true, 'x')).toEqual([{ id: 'x-0', text: 'Two', done: false }]);
    expect(joinedActions(before, ['One', 'Two'], false, 'x').map(one => one.text)).toEqual(['One', 'Two']);
  });

  test('too many of both are given back, not cut', async () => {
    const on = await begin();
    const lines = (name: string) => Array.from({ length: MOST_ACTIONS - 1 }, (_, n) => `${name} ${n}`);
    const his = await on.open(sam, 'review', P1);
    await answer(on, alex, { actions: lines('hers') });
    const again = await on.send(sam, his, { held: 'held', actions: lines('his') });
    expect(again).toMatchObject({ show: 'form', problems: { actions: expect.stringContaining('more than') } });
  });
});

describe('whether it fits', () => {
  test('is asked after the first and the second meeting, and then no more', async () => {
    expect(fieldsOf(await (await begin({ met: 0, state: 'introduced' })).open(alex, 'review', P1))).toContain('fit');
    expect(fieldsOf(await (await begin({ met: 1 })).open(sam, 'review', P1))).toContain('fit');
    expect(fieldsOf(await (await begin({ met: 2 })).open(alex, 'review', P1))).not.toContain('fit');
  });

  test('after the second the other one is still asked about the second', async () => {
    const on = await begin({ met: 1 });
    await answer(on, alex);
    expect(fieldsOf(await on.open(sam, 'review', P1))).toContain('fit');
  });

  test('is for its author alone: no record but their notebook holds it, and nobody is told', async () => {
    const on = await begin();
    await answer(on, alex, { fit: 'not' });
    await on.settle();
    const meeting = await latest(on);
    expect((await on.read('notebook', 'alex'))?.reviews[meeting?.id ?? '']).toEqual({ fit: 'not' });
    const shown = await on.open(sam, 'review', P1);
    const his = shown.show === 'form' ? shown.form.values : {};
    expect(JSON.stringify([meeting, await on.read('pairing', 'P1'), his])).not.toContain('"not"');
    expect(on.box.messages).toEqual([]);
  });

  test('R41: whoever says that it does not is shown the ways there are, without blame', async () => {
    const on = await begin();
    const done = await answer(on, alex, { fit: 'not' });
    expect(offers(done)).toContain('difficulty');
    expect(read(done)).toContain('nobody’s fault');
    expect(offers(await answer(await begin(), alex, { fit: 'good' }))).not.toContain('difficulty');
  });
});

describe('please contact me', () => {
  test('tells the co-ordinators that somebody would like to talk, by when they promise to, and nothing of the review', async () => {
    const on = await begin();
    const done = await answer(on, alex, { contactMe: true, summary: 'SHARED', note: 'PRIVATE', fit: 'not' });
    await on.settle();
    const [inquiry] = await inquiries(on);
    expect(inquiry).toMatchObject({ person: 'alex', pairing: 'P1', state: 'open', urgent: false });
    expect(JSON.stringify(inquiry)).not.toMatch(/SHARED|PRIVATE|"not"/);
    expect(read(done)).toContain('A co-ordinator will be in touch by Monday 30 November 2026.');
    expect(lettersTo(on, 'slack/T1/CALERTS')).toHaveLength(1);
    expect(lettersTo(on, sam)).toEqual([]);
  });

  test('is read by no co-ordinator who is the partner', async () => {
    const on = await begin({}, { coordinatorPersons: { 'slack/T1/UC1': 'sam' } });
    await answer(on, alex, { contactMe: true });
    await on.settle();
    expect((await inquiries(on))[0]?.closedTo).toEqual(['sam']);
    expect(lettersTo(on, 'slack/T1/CALERTS')).toEqual([]);
    expect(lettersTo(on, 'slack/T1/UC2')).toHaveLength(1);
  });

  test('where nobody could be told without the partner knowing, people to talk to stand there instead', async () => {
    const people = [{ name: 'Dana Lee', role: 'Dignity adviser', how: 'Ext. 12' }];
    const on = await begin(
      {},
      { coordinators: ['slack/T1/UC1'], coordinatorPersons: { 'slack/T1/UC1': 'sam' }, people },
    );
    const done = await answer(on, alex, { contactMe: true });
    expect(await inquiries(on)).toEqual([]);
    expect(read(done)).toContain('Dana Lee');
  });

  test('unticked, nothing is sent', async () => {
    const on = await begin();
    await answer(on, alex);
    expect(await inquiries(on)).toEqual([]);
  });
});
