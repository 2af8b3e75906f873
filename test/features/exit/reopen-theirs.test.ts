// An end by a co-ordinator that was a mistake: a co-ordinator asks both, and with both people's yes it goes on (B21); walked on the real engine and a real store.
import { describe, expect, test } from 'vitest';
import { DAY } from '../../../src/scheme/calendar.ts';
import { buttonsOf, leads } from '../page.ts';
import type { Story } from '../story.ts';
import { NOW } from '../turn.ts';
import { alex, ana, begin, ben, CHANNEL, messagesTo, P1, read, sam, viewOf } from './begin.ts';

const ended = async (why = 'asked', scheme = {}): Promise<Story> => {
  const on = await begin({ activeAt: NOW - DAY }, scheme);
  await on.send(ana, await on.open(ana, 'exit.theirs', P1), { why, note: 'INTERNAL' });
  await on.settle();
  return on;
};
const ask = (on: Story, who = ana) => on.press(who, 'exit.read', 'again', P1);
const yes = (on: Story, who: string) => on.press(who, 'exit.reopen', 'yes', P1);
const pairing = (on: Story) => on.read('pairing', 'P1');
const offered = async (on: Story, who = ana) => leads(viewOf(await on.open(who, 'exit.read', P1)));

describe('an end by a co-ordinator', () => {
  test('goes on as before once both have said yes, each for themselves; nothing is kept of it', async () => {
    for (const [first, second] of [
      [sam, alex],
      [alex, sam],
    ] as const) {
      const on = await ended();
      expect(await offered(on, ben)).toContain('exit.read!again');
      await ask(on, ben);
      await on.settle();
      for (const who of [sam, alex]) {
        const letters = messagesTo(on, who).slice(1);
        expect(letters.map(one => [one.notice.text, ...leads(one.notice)])).toEqual([
          ['Mentor: something for you', 'exit.reopen'],
        ]);
        const page = await on.open(who, 'exit.reopen', P1);
        expect(read(page)).toMatch(/The co-ordinators ask whether you and (Sam|Alex) would like to go on after all/);
        expect(JSON.stringify(page)).not.toMatch(/INTERNAL|mistake/);
      }
      expect(read(await yes(on, first))).toContain('You would like to go on.');
      await on.settle();
      expect((await pairing(on))?.state).toBe('ended-early');
      expect(messagesTo(on, second)).toHaveLength(2);
      const before = await on.open(second, 'exit.reopen', P1);
      expect(read(before)).not.toContain('You would like to go on.');
      expect(buttonsOf(viewOf(before)).map(({ label }) => label)).toEqual(['Yes, go on together', 'Leave it as it is']);
      await yes(on, second);
      await on.settle();
      expect(await pairing(on)).toMatchObject({ state: 'active', notice: 'none' });
      expect((await pairing(on))?.reopenYes).toBeUndefined();
      for (const id of ['sam-mentor', 'alex-mentee'])
        expect(await on.read('registration', id)).toMatchObject({ state: 'full', taken: 1 });
      for (const id of ['sam', 'alex']) expect((await on.read('exclusions', id))?.not ?? []).toEqual([]);
      expect(await on.read('exit', 'P1')).toBeUndefined();
      expect(messagesTo(on, first)).toHaveLength(3);
      expect(messagesTo(on, CHANNEL)).toEqual([]);
      expect(messagesTo(on, ana).map(one => one.notice.text)).toEqual([expect.stringContaining('goes on')]);
      expect(JSON.stringify(messagesTo(on, ana))).not.toMatch(/Sam|Alex/);
    }
  });
  test('stays an end with one yes alone, pressed however often, and is over after two weeks', async () => {
    const on = await ended();
    await ask(on);
    await yes(on, sam);
    await yes(on, sam);
    expect((await pairing(on))?.state).toBe('ended-early');
    await on.later(15 * DAY);
    await yes(on, alex);
    expect((await pairing(on))?.state).toBe('ended-early');
  });
  test('both at the same moment: it goes on, once', async () => {
    const on = await ended();
    await ask(on);
    await Promise.all([yes(on, sam), yes(on, alex)]);
    await on.settle();
    expect((await pairing(on))?.state).toBe('active');
    expect((await on.read('registration', 'sam-mentor'))?.taken).toBe(1);
  });
  test('both are asked once, by two co-ordinators as well, and not before', async () => {
    const on = await ended();
    for (const who of [sam, alex]) {
      await yes(on, who);
      expect(leads(viewOf(await on.open(who, 'exit', P1)))).not.toContain('exit.reopen');
    }
    await Promise.all([ask(on, ana), ask(on, ben)]);
    await on.settle();
    await ask(on, ana);
    await on.settle();
    for (const who of [sam, alex]) expect(messagesTo(on, who)).toHaveLength(2);
    expect(await offered(on)).not.toContain('exit.read!again');
    expect(read(await on.open(ana, 'exit.read', P1))).toContain('Both were asked on');
    expect((await pairing(on))?.state).toBe('ended-early');
  });
  test('is not asked about where one has left, nor by whoever is no co-ordinator, or is one of the two', async () => {
    const on = await ended('left');
    expect(await offered(on)).not.toContain('exit.read!again');
    await ask(on);
    expect((await pairing(on))?.reopenAskedAt).toBeUndefined();
    const own = await ended('asked', { coordinators: [ana, sam], coordinatorPersons: { [sam]: 'sam' } });
    for (const who of [sam, alex]) await ask(own, who);
    expect((await pairing(own))?.reopenAskedAt).toBeUndefined();
  });
});
