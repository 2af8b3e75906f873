// The learning log on the real engine: written, copied from a review, read page by page, searched, changed, deleted, and nobody else's at any time.
import { afterEach, describe, expect, test } from 'vitest';
import { put } from '../../../src/conversation/outcome.ts';
import type { Reply } from '../../../src/platforms/platform.ts';
import { leads } from '../page.ts';
import type { Story } from '../story.ts';
import { alex, aMeeting, anEntry, begin as beginning, entries, read, sam } from './begin.ts';

const begun: Story[] = [];
afterEach(async () => {
  for (const on of begun.splice(0)) await on.close();
});
const begin: typeof beginning = async (...with_) => {
  const on = await beginning(...with_);
  begun.push(on);
  return on;
};
const buttons = (reply: Reply): string[] => (reply.show === 'view' ? leads(reply.view) : []);
const values = (reply: Reply): unknown => (reply.show === 'form' ? reply.form.values : undefined);

describe('R35: from a review in one tap', () => {
  const review = async (on: Story, who: string, note: string | null, held = 'held'): Promise<Reply> =>
    on.send(who, await on.open(who, 'review', { pairing: 'P1' }), { held, note });

  test('the own note about the meeting becomes an entry, for either of the two', async () => {
    for (const [who, person, role] of [
      [sam, 'sam', 'mentor'],
      [alex, 'alex', 'mentee'],
    ] as const) {
      const on = await begin();
      const done = await review(on, who, 'To wait before I speak.');
      expect(buttons(done)).toContain('log.copy!copy');
      const [meeting] = (await on.store.keys(undefined, 1_000)).keys.filter(key => key.startsWith('meeting/'));
      const id = meeting?.slice('meeting/'.length) ?? '';
      const shown = await on.press(who, 'log.copy', 'copy', { meeting: id });
      expect(read(shown)).toContain('To wait before I speak.');
      expect(await entries(on)).toEqual([
        expect.objectContaining({
          person,
          role,
          on: '2026-11-23',
          activity: 'Mentoring meeting 3',
          learning: 'professional',
          learned: 'To wait before I speak.',
          pairing: 'P1',
        }),
      ]);
    }
  });

  test('tapped twice, or in two windows at once, it is one entry; one that was changed since stays as it is', async () => {
    const on = await begin([aMeeting('K1'), book('sam', 'A note.')]);
    await Promise.all([1, 2, 3].map(() => on.press(sam, 'log.copy', 'copy', { meeting: 'K1' })));
    const [entry] = await entries(on);
    await on.send(sam, await on.open(sam, 'log.edit', { entry: entry?.id ?? '' }), { learned: 'Better words.' });
    const again = await on.press(sam, 'log.copy', 'copy', { meeting: 'K1' });
    expect(read(again)).toContain('in your log already');
    expect((await entries(on)).map(one => one.learned)).toEqual(['Better words.']);
  });

  test('without a note there is a form, with what is known in it', async () => {
    const on = await begin();
    expect(buttons(await review(on, sam, null))).toContain('log.new');
    const other = await begin([aMeeting('K1')]);
    const form = await other.press(sam, 'log.copy', 'copy', { meeting: 'K1' });
    expect(values(form)).toMatchObject({ on: '2026-11-20', activity: 'Mentoring meeting 2' });
  });

  test('a note longer than an entry holds is kept whole', async () => {
    const note = 'n'.repeat(2900);
    const on = await begin([aMeeting('K1'), book('sam', note)]);
    await on.press(sam, 'log.copy', 'copy', { meeting: 'K1' });
    const [entry] = await entries(on);
    expect(`${entry?.learned}${entry?.did}`).toBe(note);
  });

  test('a meeting that did not take place, and a scheme without the log (R0), offer nothing', async () => {
    expect(buttons(await review(await begin(), sam, 'A note.', 'missed')).join()).not.toContain('log');
    const without = await begin([], { learningLog: false });
    expect(buttons(await review(without, sam, 'A note.')).join()).not.toContain('log');
  });

  const book = (person: string, note: string) =>
    put('notebook', { id: person, person, drafts: {}, reviews: { K1: { note } }, exits: {} });
});

describe('keeping the log', () => {
  test('an entry is written in three answers, and what a CPD record asks for can be added', async () => {
    const on = await begin();
    const form = await on.open(sam, 'log.new');
    const kept = await on.send(sam, form, { activity: 'A course', learned: 'To solder.', learning: 'formal' });
    expect(read(kept)).toContain('That is in your log.');
    const id = (await entries(on))[0]?.id ?? '';
    const more = await on.open(sam, 'log.more', { entry: id });
    await on.send(sam, more, { practice: 'Fewer dry joints.', skills: ['technical'], minutes: '90' });
    expect((await entries(on))[0]).toMatchObject({
      person: 'sam',
      learned: 'To solder.',
      learning: 'formal',
      practice: 'Fewer dry joints.',
      skills: ['technical'],
      minutes: 90,
    });
  });

  test('what I want from this heads the log; it is private and can be changed', async () => {
    const aim = put('notebook', { id: 'sam', person: 'sam', drafts: {}, aim: 'MY AIM', reviews: {}, exits: {} });
    const on = await begin([aim]);
    expect(read(await on.open(sam, 'log'))).toContain('MY AIM');
    await on.send(sam, await on.open(sam, 'log.aim'), { aim: 'Another.' });
    expect((await on.read('notebook', 'sam'))?.aim).toBe('Another.');
    expect(read(await on.open(sam, 'log'))).toMatch(/Another\./);
  });

  test('it is read newest first, page by page, and every entry once', async () => {
    const days = Array.from({ length: 23 }, (_, n) => `2026-10-${String(n + 1).padStart(2, '0')}`);
    const on = await begin(days.map((day, n) => anEntry(`L${n}`, { on: day, activity: `Day ${n + 1}.` })));
    let reply = await on.open(sam, 'log');
    const seen: string[] = [];
    for (let page = 0; page < 5; page++) {
      seen.push(...[...read(reply).matchAll(/Day (\d+)\./g)].map(match => match[1] ?? ''));
      const older = reply.show === 'view' && reply.view.buttons?.find(button => button.label === 'Older entries');
      if (!older || !('to' in older)) break;
      reply = await on.open(sam, 'log', older.to.ids);
    }
    expect(seen).toEqual(days.map((_, n) => String(23 - n)));
  });

  test('it is searched by words, whatever their case and accents, and by kind of learning', async () => {
    const on = await begin([
      anEntry('L1', { learned: 'Zoë showed me the Lathe.' }),
      anEntry('L2', { learned: 'A lathe again', learning: 'self', activity: 'Reading' }),
      anEntry('L3', { learned: 'Something else' }),
      anEntry('L4', { person: 'alex', learned: 'zoe lathe' }),
    ]);
    const search = async (answers: Record<string, string | null>): Promise<string> =>
      read(await on.send(sam, await on.open(sam, 'log.find'), { words: null, learning: null, ...answers }));
    expect(await search({ words: 'zoe  LATHE' })).toContain('One entry.');
    expect(await search({ words: 'lathe' })).toContain('2 entries.');
    expect(await search({ words: 'lathe', learning: 'self' })).toContain('Reading');
    expect(await search({ words: 'lathe', learning: 'work' })).toContain('no such entry');
    expect(await search({})).toContain('Please write a word');
  });

  test('what was looked for stays with the one who looked', async () => {
    const on = await begin([anEntry('L1')]);
    const shown = await on.send(sam, await on.open(sam, 'log.find'), { words: 'SECRETWORD' });
    expect(JSON.stringify(shown.show === 'view' && [shown.at, shown.view])).not.toContain('SECRETWORD');
    expect((await on.read('notebook', 'sam'))?.drafts['log.find']).toMatchObject({ words: 'SECRETWORD' });
  });

  test('deleting asks first, and is for good', async () => {
    const on = await begin([anEntry('L1')]);
    const shown = await on.open(sam, 'log.entry', { entry: 'L1' });
    const button = shown.show === 'view' && shown.view.buttons?.find(one => one.label === 'Delete');
    expect(button).toMatchObject({ style: 'danger', confirm: { text: expect.stringContaining('for good') } });
    expect(read(await on.press(sam, 'log.entry', 'delete', { entry: 'L1' }))).toContain('deleted');
    expect(await entries(on)).toEqual([]);
  });

  test('two windows: nothing that was typed is lost', async () => {
    const on = await begin([anEntry('L1')]);
    const first = await on.open(sam, 'log.edit', { entry: 'L1' });
    const second = await on.open(sam, 'log.edit', { entry: 'L1' });
    await on.send(sam, first, { learned: 'One.' });
    const asked = await on.send(sam, second, { learned: 'Two.' });
    expect(read(asked)).toContain('another window');
    await on.send(sam, asked, { learned: 'Two.' });
    expect((await on.read('logentry', 'L1'))?.learned).toBe('Two.');
    const third = await on.open(sam, 'log.edit', { entry: 'L1' });
    await on.press(sam, 'log.entry', 'delete', { entry: 'L1' });
    await on.send(sam, third, { learned: 'Three.' });
    expect((await entries(on)).map(one => one.learned)).toEqual(['Three.']);
  });

  test('R0: in a scheme without a log it is neither listed nor offered; what was written can still be read', async () => {
    const none = await begin([], { learningLog: false });
    expect(read(await none.open(sam, 'log'))).toContain('does without a learning log');
    expect(read(await none.open(sam, 'help'))).not.toContain('learning log');
    expect(read(await (await begin()).open(sam, 'help'))).toContain('My learning log');
    const some = await begin([anEntry('L1')], { learningLog: false });
    const shown = await some.open(sam, 'log');
    expect(read(shown)).toContain('To ask before I answer.');
    expect(buttons(shown)).toEqual(expect.arrayContaining(['log.export', 'log.entry']));
    expect(buttons(shown)).not.toContain('log.new');
  });
});

describe('R35: nobody else reads it', () => {
  const everything = ['log', 'log.entry', 'log.edit', 'log.more', 'log.copy', 'log.next', 'log.found', 'log.new'];
  test('with its id or without, the other one and a co-ordinator find nothing, and change nothing', async () => {
    const on = await begin([aMeeting('K1'), anEntry('sam-K1', { learned: 'SECRET', useNext: 'SECRET' })]);
    for (const who of [alex, 'slack/T1/UC1', 'slack/T1/UNEW']) {
      for (const word of everything) {
        const shown = await on.open(who, word, { entry: 'sam-K1', meeting: 'K1' });
        expect(JSON.stringify(shown)).not.toContain('SECRET');
      }
      await on.press(who, 'log.entry', 'delete', { entry: 'sam-K1' });
      await on.press(who, 'log.copy', 'copy', { meeting: 'K1' });
      const form = await on.open(who, 'log.edit', { entry: 'sam-K1' });
      if (form.show === 'form') await on.send(who, form, { activity: 'Mine', learned: 'Mine' });
    }
    expect(await on.read('logentry', 'sam-K1')).toMatchObject({ person: 'sam', learned: 'SECRET' });
    expect((await entries(on)).every(one => one.person !== 'sam' || one.id === 'sam-K1')).toBe(true);
  });

  test('no number of entries is kept anywhere that others could read it', async () => {
    const on = await begin([aMeeting('K1')]);
    await on.send(sam, await on.open(sam, 'log.new'), { activity: 'A', learned: 'B' });
    const { keys } = await on.store.keys(undefined, 10_000);
    const others = keys.filter(key => !key.startsWith('logentry/') && !key.startsWith('notebook/'));
    const [entry] = await entries(on);
    for (const key of others) expect(key).not.toContain(entry?.id);
    expect(await on.counts('logentry')).toEqual({});
    expect(JSON.stringify(await on.open('slack/T1/UC1', 'people.one', { person: 'sam' }))).not.toMatch(/log/i);
    expect(JSON.stringify(await on.store.history(undefined, 100))).not.toMatch(/logentry|"log\./);
  });
});

describe('for next time', () => {
  test('what was to be done next time comes back at the next introduction, to its writer alone', async () => {
    const before = anEntry('L1', { useNext: 'ASK MORE', at: 1 });
    const again = await begin([before], {}, { state: 'introduced', met: 0 });
    const pair = await again.open(sam, 'pair', { pairing: 'P1' });
    expect(buttons(pair)).toContain('log.next');
    expect(JSON.stringify(pair)).not.toContain('ASK MORE');
    expect(read(await again.open(sam, 'log.next'))).toContain('ASK MORE');
    expect(buttons(await again.open(alex, 'pair', { pairing: 'P1' }))).not.toContain('log.next');
    expect(read(await again.open(alex, 'log.next'))).not.toContain('ASK MORE');
  });
  test('not once the two have met, and not what was written since', async () => {
    const met = await begin([anEntry('L1', { useNext: 'ASK MORE', at: 1 })]);
    expect(buttons(await met.open(sam, 'pair', { pairing: 'P1' }))).not.toContain('log.next');
    const since = anEntry('L1', { useNext: 'ASK MORE' });
    const on = await begin([since], {}, { state: 'introduced', met: 0 });
    expect(buttons(await on.open(sam, 'pair', { pairing: 'P1' }))).not.toContain('log.next');
  });
});
