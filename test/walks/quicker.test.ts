// Somebody else was quicker while a form was being written: the page says how things stand, and whoever wrote has their words before them, to take along.
import { afterEach, expect, test } from 'vitest';
import { words } from '../features/page.ts';
import { accountOf, samAndAlex } from '../features/people.ts';
import { aStory, type Story } from '../features/story.ts';

const [sam, alex, ana, ben] = [accountOf('sam'), accountOf('alex'), 'slack/T1/UC1', 'slack/T1/UC2'];
const P1 = { pairing: 'P1' };
const LONG = `${'A line that took a while.\n'.repeat(100)}The end of it.`;
let on: Story;
afterEach(() => on.close());

const begin = async () => {
  on = await aStory(samAndAlex({ state: 'active', met: 2 }), { people: [{ name: 'Kim', role: 'HR', how: 'kim' }] });
};
async function end(): Promise<void> {
  const answers = { partnerKnows: 'told', next: 'later', urgent: false };
  await on.send(alex, await on.open(alex, 'exit', P1), answers);
  await on.press(alex, 'exit.end', 'end', P1);
}

test('the pairing has ended while the other one wrote: all they wrote is there, and nothing of it is kept', async () => {
  await begin();
  const form = await on.open(sam, 'review', P1);
  await end();
  const reply = await on.send(sam, form, { held: 'held', summary: LONG, actions: ['Ask Kim about it', 'x'] });
  if (reply.show !== 'view') throw new Error(`shows ${reply.show}`);
  const said = words(reply.view.parts);
  expect(said).toContain('This is what you wrote');
  expect(said).toContain(LONG);
  expect(said).toContain('Ask Kim about it');
  expect((await on.read('pairing', 'P1'))?.met).toBe(2);
});

test('of two co-ordinators who close the record of an end the second keeps the note they wrote', async () => {
  await begin();
  await end();
  await on.press(ana, 'exit.read', 'read', P1);
  const form = await on.open(ben, 'exit.close', P1);
  await on.send(ana, form, { action: 'none', note: 'The first note' });
  const reply = await on.send(ben, form, { action: 'none', note: 'The second note' });
  const said = reply.show === 'view' ? words(reply.view.parts) : '';
  expect(said).toContain('The first note');
  expect(said).toContain('The second note');
  expect((await on.read('exit', 'P1'))?.note).toBe('The first note');
});

test('where nothing was written but choices there is nothing to take along, nor where a page is only opened', async () => {
  await begin();
  const form = await on.open(sam, 'review', P1);
  await end();
  for (const reply of [await on.send(sam, form, { held: 'missed' }), await on.open(sam, 'review', P1)])
    expect(JSON.stringify(reply)).not.toContain('what you wrote');
});
