// Required questions hold up nothing but the certificate: whoever has not answered finds every page as it is for whoever has, ends, goes on to another match and takes their own data along (R39).
import { afterEach, describe, expect, test } from 'vitest';
import { put } from '../../../src/conversation/outcome.ts';
import { rooms } from '../../../src/features/features.ts';
import { leave, P1 } from '../exit/begin.ts';
import type { Story } from '../story.ts';
import { NOW } from '../turn.ts';
import { alex, asked, begin as beginning, DAY, only, read, sam } from './begin.ts';

const begun: Story[] = [];
afterEach(async () => {
  for (const on of begun.splice(0)) await on.close();
});

/** Both have been asked half-way, which is required, long ago; `done`: and have answered. */
async function begin(done: boolean): Promise<Story> {
  const half = { closesAt: NOW - DAY, reminders: 2, ...(done ? { doneAt: NOW - 2 * DAY } : {}) };
  const entry = {
    id: 'L1',
    person: 'sam',
    on: '2026-11-20',
    at: NOW - 1,
    learning: 'self',
    activity: 'Reading',
  } as const;
  const on = await beginning(
    [asked('sam', 'half', half), asked('alex', 'half', half), put('logentry', { ...entry, learned: 'To wait.' })],
    { evaluations: only({ half: { rule: 'required' } }), checkinWeeks: 0 },
    { agreedAt: NOW - 90 * DAY, activeAt: NOW - 90 * DAY },
  );
  begun.push(on);
  return on;
}
const place = async (on: Story, id: string) => (await on.read('registration', id))?.state;

describe('R39: required holds up nothing but the certificate', () => {
  const words = rooms
    .flatMap(room => room.pages)
    .filter(page => page.for !== 'coordinator' && !page.word.startsWith('evaluation') && page.word !== 'home')
    .map(page => page.word);

  test('no page of any room asks for it first', async () => {
    const [open, done] = [await begin(false), await begin(true)];
    const ids = { ...P1, registration: 'sam-mentor', role: 'mentor', entry: 'L1', part: '1' };
    for (const who of [sam, alex])
      for (const word of words)
        expect([word, await open.open(who, word, ids)]).toEqual([word, await done.open(who, word, ids)]);
    expect(words.length).toBeGreaterThan(60);
  });

  test.each([sam, alex])('%s ends early, and is free for another match', async who => {
    const on = await begin(false);
    await leave(on, who);
    expect((await on.read('pairing', 'P1'))?.state).toBe('ended-early');
    await on.send(sam, await on.open(sam, 'offer', { role: 'mentor' }), { when: 'now', capacity: '1' });
    await on.send(alex, await on.open(alex, 'offer', { role: 'mentee' }), { when: 'now' });
    expect([await place(on, 'sam-mentor'), await place(on, 'alex-mentee')]).toEqual(['available', 'available']);
  });

  test('the two finish as agreed', async () => {
    const on = await begin(false);
    for (const who of [sam, alex]) await on.press(who, 'closing', 'finish', P1);
    expect((await on.read('pairing', 'P1'))?.state).toBe('completed');
  });

  test('and their own data are theirs: what is kept, the log as a file, leaving', async () => {
    const on = await begin(false);
    expect(read(await on.open(sam, 'me.stored'))).toContain('kept');
    const made = await on.send(sam, await on.open(sam, 'log.export'), { file: 'csv', aim: false, partner: false });
    expect(made.show === 'view' && made.document?.name).toMatch(/\.csv$/);
    await leave(on, alex);
    await on.press(alex, 'me.leave', 'leave', { role: 'both' });
    expect(await place(on, 'alex-mentee')).toBe('withdrawn');
  });

  test('there is no certificate before it, and one after it', async () => {
    for (const done of [false, true]) {
      const on = await begin(done);
      await leave(on, alex);
      const made = await on.press(sam, 'evaluation.certificate', 'make', { evaluation: 'P1-sam' });
      expect(made.show === 'view' && made.document !== undefined).toBe(done);
    }
  });
});
