// Help where something isn't working between two people (F16): what would help and whether they have talked, to the co-ordinators alone, people first, and nothing of it a must.
import { expect, test } from 'vitest';
import { alex, ana, begin, messagesTo, P1, read, sam, viewOf } from '../exit/begin.ts';
import { buttonsOf, leads, words } from '../page.ts';
import type { Story } from '../story.ts';

/** From the page itself, by its first button. */
async function form(on: Story, who: string) {
  const [first] = buttonsOf(viewOf(await on.open(who, 'difficulty', P1)));
  if (!first || !('to' in first)) throw new Error('no button');
  expect(first.label).toBe('Ask for help');
  const reply = await on.open(who, first.to.word, first.to.ids);
  if (reply.show !== 'form') throw new Error(`shows ${reply.show}`);
  return reply;
}
const arbiter = { name: 'Ada Third', role: 'arbiter', how: 'ada@example.org' };

test('R52: people stand before the questions, and only what would help has to be said', async () => {
  const on = await begin({}, { arbiter });
  const { form: drawn } = await form(on, sam);
  expect(words(drawn.intro ?? [])).toMatch(/Ada Third[\s\S]*Dr Dignity/);
  expect(
    Object.entries(drawn.fields)
      .filter(([, field]) => !field.optional)
      .map(([name]) => name),
  ).toEqual(['help']);
  expect(Object.values(drawn.fields).every(({ seenBy }) => seenBy === 'coordinator')).toBe(true);
  const help = drawn.fields['help'];
  expect(help && 'options' in help && help.options.map(({ label }) => label)).toEqual([
    'A private talk with a co-ordinator',
    'Ada Third with the two of us, as a neutral third person',
  ]);
  expect(drawn.back).toEqual({ word: 'difficulty', ids: P1 });
});

test('a co-ordinator reads what would help and whether they have talked; the other one hears and reads nothing', async () => {
  const on = await begin();
  const done = await on.send(sam, await form(on, sam), { help: 'third', talked: 'not-yet', text: null });
  expect(read(done)).toContain('Your line is with the co-ordinators.');
  await on.settle();
  expect(messagesTo(on, alex)).toEqual([]);
  const button = on.box.messages
    .flatMap(one => one.notice.buttons ?? [])
    .find(one => 'to' in one && one.to.word === 'contact.inquiry');
  if (!button || !('to' in button)) throw new Error('no alert');
  const seen = await on.open(ana, 'contact.inquiry', button.to.ids);
  expect(read(seen)).toContain('Would help: a neutral third person with the two of them');
  expect(read(seen)).toContain('Have talked about it with each other: not yet');
  expect(read(await on.open(sam, 'contact.answer', button.to.ids))).toContain(
    'A neutral third person with the two of us',
  );
  expect(JSON.stringify(await on.open(alex, 'contact.answer', button.to.ids))).not.toContain('neutral third');
  expect(JSON.stringify(await on.open(alex, 'pair', P1))).not.toMatch(/third person/);
  expect(leads(viewOf(await on.open(alex, 'home')))).not.toContain('contact.answer');
});

test('from elsewhere it stays one question', async () => {
  const on = await begin();
  const reply = await on.open(sam, 'contact.ask', P1);
  expect(reply.show === 'form' && Object.keys(reply.form.fields)).toEqual(['text', 'urgent']);
});
