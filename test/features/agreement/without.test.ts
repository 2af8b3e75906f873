// A new direction and a later day where there is no agreement to change: the scheme does without, or the two never wrote one (R0, R42, B18).
import { describe, expect, test } from 'vitest';
import type { Reply } from '../../../src/platforms/platform.ts';
import { DAY } from '../../../src/scheme/calendar.ts';
import type { Pairing } from '../../../src/scheme/kinds.ts';
import { alex, ana, begin, leave, messagesTo, P1, read, sam, viewOf } from '../exit/begin.ts';
import { buttonsOf, leads } from '../page.ts';
import type { Story } from '../story.ts';

const OFF = { agreements: false, evaluations: [], checkinWeeks: 0 };
const start = (more: Partial<Pairing> = {}, scheme = {}): Promise<Story> => begin(more, { ...OFF, ...scheme });
const DIRECTION = { direction: 'Walking instead of sitting', reviewOn: '2026-12-21' };

/** Opens what a button of a page leads to. */
async function follow(on: Story, who: string, page: Reply, word: string): Promise<Reply> {
  const button = buttonsOf(viewOf(page)).find(one => 'to' in one && one.to.word === word);
  if (!button || !('to' in button)) throw new Error(`no way to ${word}`);
  return on.open(who, word, button.to.ids);
}
const suggest = async (on: Story, who: string): Promise<Reply> =>
  on.send(who, await follow(on, who, await on.open(who, 'difficulty', P1), 'agreed.part'), DIRECTION);
/** Presses what stands on the page. */
async function press(on: Story, who: string, name: string): Promise<Reply> {
  const button = buttonsOf(viewOf(await on.open(who, 'agreed', P1))).find(one => 'to' in one && one.to.press === name);
  if (!button || !('to' in button)) throw new Error(`nothing to press: ${name}`);
  return on.press(who, 'agreed', name, button.to.ids);
}
const pairing = (on: Story) => on.read('pairing', 'P1');

describe('R42: a new direction where the scheme does without agreements', () => {
  test('whoever suggests it has said yes; the other one is asked, and reads what it is on the pair’s page and at home', async () => {
    const on = await start();
    const said = await suggest(on, sam);
    expect(viewOf(said).title).toBe('What you agreed');
    expect(read(said)).toContain('You have confirmed this. It counts once Alex has too.');
    await on.settle();
    expect(messagesTo(on, alex).map(one => one.notice.text)).toEqual(['Mentor: something for you']);
    const letter = messagesTo(on, alex)[0]?.notice;
    expect(letter && leads(letter)).toEqual(['agreed']);
    expect(await pairing(on)).toMatchObject({ toConfirm: 'mentee', confirms: 'change' });
    for (const word of ['home', 'pair']) {
      const page = await on.open(alex, word, word === 'pair' ? P1 : {});
      expect(read(page)).toContain('Your mentor Sam Okoro suggests something for the two of you.');
      expect(leads(viewOf(page))).toContain('agreed');
    }
    expect(read(await on.open(sam, 'pair', P1))).toContain('It counts once Alex does too.');
    expect(read(await on.open(alex, 'agreed', P1))).toContain('Walking instead of sitting');
  });

  test('with both people’s yes it counts: the pairing stays the same one, and its page shows the direction with its day', async () => {
    const on = await start();
    const before = await pairing(on);
    await suggest(on, sam);
    const done = await press(on, alex, 'confirm');
    expect(read(done)).toContain('You look at it together on Monday 21 December 2026');
    expect(leads(viewOf(done))).toEqual(['agreed!paper', 'pair']);
    expect((await on.read('agreement', 'P1'))?.versions).toMatchObject([{ number: 1, terms: DIRECTION }]);
    expect(await pairing(on)).toMatchObject({ id: 'P1', state: before?.state, met: before?.met });
    for (const who of [sam, alex]) {
      expect(read(await on.open(who, 'pair', P1))).toMatch(
        /Your new direction\s+Walking instead of sitting\s+You look at it together on Monday 21 December 2026\./,
      );
    }
  });

  test('both are reminded on its day, once, and then read that it is time, with the ways on', async () => {
    const on = await start({}, { closings: false });
    await suggest(on, sam);
    await press(on, alex, 'confirm');
    await on.settle();
    const before = [sam, alex].map(who => messagesTo(on, who).length);
    await on.later(27 * DAY);
    expect([sam, alex].map(who => messagesTo(on, who).length)).toEqual(before);
    await on.later(2 * DAY);
    expect([sam, alex].map(who => messagesTo(on, who).length)).toEqual(before.map(n => n + 1));
    const page = await on.open(alex, 'agreed', P1);
    expect(read(page)).toContain('does it help? If it does, there is nothing to do here.');
    expect(leads(viewOf(page)).slice(0, 2)).toEqual(['agreed.part', 'difficulty']);
    expect(read(await on.open(sam, 'pair', P1))).toContain('This is the time to look at it together');
    await on.later(40 * DAY);
    expect([sam, alex].map(who => messagesTo(on, who).length)).toEqual(before.map(n => n + 1));
  });

  test('the other one may leave it as it was, and nothing is left of it', async () => {
    const on = await start();
    await suggest(on, sam);
    await press(on, alex, 'drop');
    expect(await on.read('agreement', 'P1')).not.toHaveProperty('draft');
    expect((await pairing(on))?.toConfirm).toBeUndefined();
    expect(leads(viewOf(await on.open(alex, 'pair', P1)))).not.toContain('agreed');
  });

  test('a direction without a day, or with one that is over by the time of the second yes, does not count', async () => {
    const on = await start();
    const form = await on.open(sam, 'agreed.part', { ...P1, part: '4' });
    expect(await on.send(sam, form, { ...DIRECTION, reviewOn: null })).toMatchObject({
      problems: { reviewOn: expect.any(String) },
    });
    expect(await on.send(sam, form, { ...DIRECTION, reviewOn: '2026-11-23' })).toMatchObject({
      problems: { reviewOn: expect.any(String) },
    });
    await on.send(sam, form, DIRECTION);
    await on.later(29 * DAY);
    const page = await on.open(alex, 'agreed', P1);
    expect(read(page)).toContain('a day still to come on which you look at it');
    expect(leads(viewOf(page))[0]).toBe('agreed.part');
    await on.press(alex, 'agreed', 'confirm', { ...P1, revision: '1' });
    expect((await on.read('agreement', 'P1'))?.versions).toEqual([]);
  });

  test('no co-ordinator reads it, and after an end it stays to be read by the two', async () => {
    const on = await start();
    await suggest(on, sam);
    await press(on, alex, 'confirm');
    for (const word of ['agreed', 'agreed.part', 'agreed.versions', 'pair'])
      expect(JSON.stringify(await on.open(ana, word, { ...P1, part: '4' }))).not.toContain('Walking');
    await leave(on, alex);
    expect(read(await on.open(sam, 'agreed', P1))).toContain('Walking instead of sitting');
  });

  test('R0: nothing of an agreement is offered or taken', async () => {
    const on = await start();
    for (const part of ['1', '2', '3']) expect((await on.open(sam, 'agreed.part', { ...P1, part })).show).toBe('view');
    await suggest(on, sam);
    await press(on, alex, 'confirm');
    const page = await on.open(sam, 'agreed', P1);
    expect(buttonsOf(viewOf(page)).map(({ label }) => label)).toEqual([
      'Keep it as a PDF',
      'Agree on another direction',
      'Back',
    ]);
  });
});

describe('B18: a later day where the scheme does without agreements', () => {
  const ENDS = {
    endsOn: '2026-12-14',
    introducedAt: Date.parse('2026-06-15T09:00:00Z'),
    activeAt: Date.parse('2026-07-15T09:00:00Z'),
  };
  const goOn = async (on: Story, who: string, day?: string): Promise<Reply> => {
    const form = await follow(on, who, await on.open(who, 'closing', P1), 'agreed.part');
    return on.send(who, form, day === undefined ? {} : { endsOn: day });
  };

  test('both say yes, and the end moves: asked again before the new one, not before', async () => {
    const on = await start(ENDS);
    await on.settle();
    await goOn(on, alex, '2027-03-15');
    expect((await pairing(on))?.endsOn).toBe('2026-12-14');
    const done = await press(on, sam, 'confirm');
    expect(read(done)).toContain('You have both said yes: you go on until Monday 15 March 2027.');
    expect(await pairing(on)).toMatchObject({ endsOn: '2027-03-15', state: 'active' });
    expect(read(await on.open(alex, 'pair', P1))).toContain('The time you agreed on is until Monday 15 March 2027.');
    await on.later(90 * DAY);
    expect((await pairing(on))?.closingAsked ?? []).toEqual([]);
    await on.later(60 * DAY);
    expect((await pairing(on))?.state).toBe('completed');
  });

  test('a day three months on stands there already, and an earlier one than the end is not taken', async () => {
    const on = await start(ENDS);
    const form = await follow(on, sam, await on.open(sam, 'closing', P1), 'agreed.part');
    expect(form.show === 'form' && form.form.values).toEqual({ endsOn: '2027-03-15' });
    expect(await on.send(sam, form, { endsOn: '2026-12-14' })).toMatchObject({
      problems: { endsOn: expect.any(String) },
    });
  });

  test('a suggestion that nobody answers does not keep it open for ever', async () => {
    const on = await start(ENDS);
    await goOn(on, alex);
    await on.later(60 * DAY);
    expect((await pairing(on))?.state).toBe('active');
    await on.later(60 * DAY);
    expect((await pairing(on))?.state).toBe('completed');
  });

  test('a direction and a later day stand side by side', async () => {
    const on = await start(ENDS);
    await suggest(on, sam);
    await press(on, alex, 'confirm');
    await goOn(on, sam, '2027-03-15');
    const said = read(await on.open(alex, 'agreed', P1));
    for (const one of ['Walking instead of sitting', 'Until when', 'still counts']) expect(said).toContain(one);
    await press(on, alex, 'confirm');
    expect((await on.read('agreement', 'P1'))?.versions.map(({ terms }) => terms)).toMatchObject([
      DIRECTION,
      { ...DIRECTION, endsOn: '2027-03-15' },
    ]);
    expect((await pairing(on))?.reviewAt).toBe(Date.parse('2026-12-21T09:00:00Z'));
  });
});

describe('where the scheme has agreements and the two never wrote one', () => {
  test('a new direction counts without one, and does not stand for one (R22, R23)', async () => {
    const on = await begin({ state: 'introduced', met: 2 }, { evaluations: [] });
    await on.send(sam, await on.open(sam, 'agreement.part', { ...P1, part: '4' }), DIRECTION);
    const { revision } = (await on.read('agreement', 'P1')) ?? {};
    await on.press(alex, 'agreement', 'confirm', { ...P1, revision: String(revision) });
    expect((await on.read('agreement', 'P1'))?.versions).toHaveLength(1);
    expect((await pairing(on))?.state).toBe('introduced');
    const page = await on.open(alex, 'agreement', P1);
    expect(buttonsOf(viewOf(page)).map(({ label }) => label)).toContain('Write it together');
  });
});
