// Whoever asked a question hears that somebody has answered: once, until they have looked, in their working hours, and without anybody learning who asked (F20, R58); walked on the real engine and a real store.
import { afterEach, describe, expect, test } from 'vitest';
import type { Reply } from '../../../src/platforms/platform.ts';
import { buttonsOf, words } from '../page.ts';
import { accountOf, somebody } from '../people.ts';
import { aStory, type Story } from '../story.ts';

let story: Story;
afterEach(() => story?.close());

const COORDINATOR = 'slack/T1/UC1';
const [WREN, KIT, ASH] = [accountOf('wren'), accountOf('kit'), accountOf('ash')];
const HOUR = 3_600_000;
const people = [...somebody('wren', 'Wren Moss'), ...somebody('kit', 'Kit Lane'), ...somebody('ash', 'Ash Dunn')];

const read = (reply: Reply): string => (reply.show === 'view' ? words(reply.view.parts) : reply.show);
const idOf = (reply: Reply): string => (reply.show === 'view' ? (reply.at.ids?.['story'] ?? '') : '');
const lettersTo = (account: string) =>
  story.box.messages.filter(({ to, notice }) => to === account && JSON.stringify(notice).includes('answers'));

const base = { topics: [], side: 'mentee', shown: 'nobody', read: true };
async function ask(): Promise<string> {
  const form = await story.open(WREN, 'forum.write');
  return idOf(await story.send(WREN, form, { ...base, what: 'question', title: 'How often?', text: 'I wonder.' }));
}
async function answer(who: string, question: string, text = 'Once a month.'): Promise<string> {
  const form = await story.open(who, 'forum.write', { re: question });
  const id = idOf(await story.send(who, form, { ...base, text }));
  await story.settle();
  return id;
}
/** Presses what stands on the letter. */
async function openLetter(): Promise<Reply> {
  const [button] = buttonsOf(lettersTo(WREN).at(-1)?.notice ?? {});
  if (!button || !('to' in button)) throw new Error('no button');
  return story.press(WREN, button.to.word, button.to.press ?? '', button.to.ids ?? {});
}

describe('whoever asked', () => {
  test('hears of it by one neutral letter that leads to the answers; again only once they have looked', async () => {
    story = await aStory(people);
    const question = await ask();
    const first = await answer(KIT, question);
    await answer(ASH, question, 'Every week.');
    expect(lettersTo(WREN).map(one => one.notice.text)).toEqual(['Mentor: something for you']);
    expect(JSON.stringify(lettersTo(WREN)[0]?.notice)).not.toMatch(/month|week|often|Kit|Ash/);
    expect(read(await story.open(WREN, 'forum.mine'))).toContain('A question, somebody has answered');
    expect(read(await story.open(WREN, 'forum.mine.one', { story: question }))).toContain('Somebody has answered.');
    expect(read(await openLetter())).toMatch(/Answers\n[\s\S]*Once a month[\s\S]*Every week/);
    expect(read(await story.open(WREN, 'forum.mine'))).toContain('A question, is shown');
    // The same answer in other words is no other answer.
    await story.send(KIT, await story.open(KIT, 'forum.write', { story: first }), {
      ...base,
      text: 'Once in a while.',
    });
    await story.settle();
    expect((await story.read('story', first))?.text).toBe('Once in a while.');
    expect(lettersTo(WREN)).toHaveLength(1);
    await answer(KIT, question, 'It depends.');
    expect(lettersTo(WREN)).toHaveLength(2);
  });

  test('hears nothing of their own answer, nor of one that is taken back before it is told', async () => {
    story = await aStory(people);
    const question = await ask();
    await answer(WREN, question);
    expect(lettersTo(WREN)).toEqual([]);
    expect(read(await story.open(WREN, 'forum.mine'))).not.toContain('somebody has answered');
    await story.later(9 * HOUR);
    const taken = await answer(KIT, question);
    await story.press(KIT, 'forum.mine.one', 'back', { story: taken });
    await story.later(24 * HOUR);
    expect(lettersTo(WREN)).toEqual([]);
  });

  test('R58: hears of it in their own working hours', async () => {
    story = await aStory(people);
    const question = await ask();
    await story.later(12 * HOUR);
    await answer(KIT, question);
    expect(lettersTo(WREN)).toEqual([]);
    await story.later(24 * HOUR);
    const hour = new Date(lettersTo(WREN)[0]?.at ?? 0).getUTCHours();
    expect([lettersTo(WREN).length, hour >= 8 && hour < 17]).toEqual([1, true]);
  });

  test('hears of an answer that waits for a co-ordinator’s look only when it is there to read', async () => {
    story = await aStory(people, { stories: 'looked-at' });
    const question = await ask();
    const show = async (id: string): Promise<void> => {
      const page = await story.open(COORDINATOR, 'forum.look', { story: id });
      const button = buttonsOf(page.show === 'view' ? page.view : {})[0];
      await story.press(COORDINATOR, 'forum.look', 'show', (button && 'to' in button && button.to.ids) || {});
      await story.settle();
    };
    await show(question);
    const id = await answer(KIT, question);
    expect(lettersTo(WREN)).toEqual([]);
    await show(id);
    expect(lettersTo(WREN)).toHaveLength(1);
  });
});

test('whoever answers learns nothing of who asked, and cannot look in their place', async () => {
  story = await aStory(people);
  const question = await ask();
  const form = await story.open(KIT, 'forum.write', { re: question });
  const after = await story.send(KIT, form, { ...base, text: 'Once a month.' });
  await story.settle();
  const pressed = await story.press(KIT, 'forum.mine.one', 'answers', { story: question });
  const seen = [form, after, pressed, ...story.box.messages.filter(({ to }) => to === KIT)];
  expect(JSON.stringify(seen)).not.toMatch(/wren|Wren/);
  expect((await story.read('contribution', question))?.newsAt).toBeDefined();
});
