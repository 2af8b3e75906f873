// An end by mistake goes on after all: begun by whoever ended it, decided by the other one, for two weeks, places permitting.
import { describe, expect, test } from 'vitest';
import { put } from '../../../src/conversation/outcome.ts';
import { DAY } from '../../../src/scheme/calendar.ts';
import type { Ending } from '../../../src/scheme/ends.ts';
import { reopened } from '../../../src/scheme/reopen.ts';
import { seal } from '../../../src/scheme/sealed.ts';
import { leads } from '../page.ts';
import { aPairing, aRegistration } from '../records.ts';
import type { Story } from '../story.ts';
import { aPerson, aScheme, NOW } from '../turn.ts';
import { alex, ana, begin, CHANNEL, leave, messagesTo, P1, read, sam, viewOf } from './begin.ts';

const ask = (on: Story, who: string) => on.press(who, 'exit.reopen', 'ask', P1);
const yes = (on: Story, who: string) => on.press(who, 'exit.reopen', 'yes', P1);
const stateOf = async (on: Story) => (await on.read('pairing', 'P1'))?.state;

describe('a mistaken exit, re-opened with both people’s yes', () => {
  test('it goes on as before: places, lists, no reasons, and the alert names nobody any more', async () => {
    const on = await begin({ activeAt: NOW - DAY });
    await leave(on, sam, { reasons: ['fit'], reasonText: 'SECRET' }, 'partner');
    expect(leads(viewOf(await on.open(sam, 'exit', P1)))).toContain('exit.reopen');
    await ask(on, sam);
    await on.settle();
    expect(await stateOf(on)).toBe('ended-early');
    expect(read(await on.open(alex, 'exit.reopen', P1))).toContain('Sam says that ending your pairing was a mistake');
    expect(read(await yes(on, alex))).toContain('You and your mentor Sam Okoro go on together.');
    await on.settle();
    expect(await on.read('pairing', 'P1')).toMatchObject({ state: 'active', notice: 'none' });
    for (const id of ['sam-mentor', 'alex-mentee'])
      expect(await on.read('registration', id)).toMatchObject({ state: 'full', taken: 1 });
    for (const id of ['sam', 'alex']) expect((await on.read('exclusions', id))?.not ?? []).toEqual([]);
    expect(await on.read('exit', 'P1')).toBeUndefined();
    expect(JSON.stringify(await on.read('papers', 'P1'))).not.toMatch(/SECRET|fit/);
    const alert = messagesTo(on, CHANNEL);
    expect(alert).toHaveLength(1);
    expect(alert[0]?.notice.text).toContain('goes on');
    expect(JSON.stringify(alert[0]?.notice)).not.toMatch(/Sam|Alex/);
  });
  test('a partner who is a co-ordinator does not come to read the other one’s list by it', async () => {
    const list = { id: 'alex', person: 'alex', not: [{ person: 'kim', why: 'asked', at: 1 }] as const };
    const on = await begin(
      { activeAt: NOW - DAY },
      { coordinators: [sam, ana], coordinatorPersons: { [sam]: 'sam' } },
      [put('exclusions', { ...list, not: [...list.not], closedTo: ['kim', 'sam'] })],
    );
    await leave(on, alex);
    await ask(on, alex);
    await yes(on, sam);
    expect(await stateOf(on)).toBe('active');
    expect(await on.read('exclusions', 'alex')).toMatchObject({ not: list.not, closedTo: ['kim', 'sam'] });
  });
  test('its agreed end is looked at again afterwards: an instant decided once is never decided again', async () => {
    const on = await begin({ activeAt: NOW - DAY, introducedAt: NOW - 20 * DAY });
    await on.settle();
    await leave(on, sam);
    await ask(on, sam);
    await yes(on, alex);
    await on.later(DAY);
    expect((await on.read('pairing', 'P1'))?.closingAt).toBeGreaterThan(NOW + DAY);
  });
  test('what is asked of both begins again each time, also when it is re-opened twice', async () => {
    const on = await begin({ activeAt: NOW - DAY, introducedAt: NOW - 20 * DAY, evaluating: true });
    for (let time = 0; time < 2; time++) {
      await leave(on, sam);
      await ask(on, sam);
      await yes(on, alex);
      await on.settle();
      expect([time, await stateOf(on), (await on.read('pairing', 'P1'))?.askAgain]).toEqual([
        time,
        'active',
        undefined,
      ]);
    }
  });
  test('only whoever ended it begins, once; the other one alone can do nothing, and need not answer', async () => {
    const on = await begin({ activeAt: NOW - DAY });
    await leave(on, sam);
    await yes(on, alex);
    await ask(on, alex);
    expect(read(await on.open(alex, 'exit.reopen', P1))).toContain('not available');
    const before = messagesTo(on, alex).length;
    await ask(on, sam);
    await ask(on, sam);
    await yes(on, sam);
    await on.settle();
    expect(messagesTo(on, alex)).toHaveLength(before + 1);
    expect(await stateOf(on)).toBe('ended-early');
  });
  test('after two weeks it stays as it is, and so does one whose notice is still held', async () => {
    const on = await begin({ activeAt: NOW - DAY });
    await leave(on, sam);
    await ask(on, sam);
    await on.later(15 * DAY);
    await yes(on, alex);
    expect(await stateOf(on)).toBe('ended-early');
    const held = await begin({ activeAt: NOW - DAY });
    await leave(held, sam, { partnerKnows: 'not-yet' });
    await ask(held, sam);
    expect((await held.read('pairing', 'P1'))?.reopenAskedAt).toBeUndefined();
  });
  test('while the other one has not heard of it, a co-ordinator is the way; once they know, they can be asked', async () => {
    const on = await begin({ activeAt: NOW - DAY });
    await leave(on, sam, { partnerKnows: 'not-yet' });
    expect(leads(viewOf(await on.open(sam, 'exit', P1)))).toContain('exit.reopen');
    const held = viewOf(await on.open(sam, 'exit.reopen', P1));
    expect(leads(held)).toEqual(['contact.ask', 'home']);
    expect(read(await on.open(alex, 'exit.reopen', P1))).toContain('not available');
    expect(leads(viewOf(await on.open(alex, 'exit', P1)))).not.toContain('exit.reopen');
    await on.press(ana, 'exit.read', 'told', P1);
    await ask(on, sam);
    await yes(on, alex);
    expect(await on.read('pairing', 'P1')).toMatchObject({ state: 'active' });
    expect((await on.read('pairing', 'P1'))?.toldOn).toBeUndefined();
  });
  test('places permitting: not where one has no place free any more, has left, or is gone', () => {
    const place = (id: string, role: 'mentor' | 'mentee', more = {}) =>
      seal('registration', aRegistration(id, role, { state: 'resting', capacity: 1, taken: 0, ...more }));
    const ended = aPairing('sam', 'alex', { state: 'ended-early', endedAt: NOW, notice: 'given' });
    const here = {
      mentorPerson: seal('person', aPerson('sam', 'Sam')),
      menteePerson: seal('person', aPerson('alex', 'Alex')),
      mentorPlace: place('sam', 'mentor'),
      menteePlace: place('alex', 'mentee'),
      mentorList: undefined,
      menteeList: undefined,
      planned: undefined,
    };
    const again = (more: Partial<Ending>) => reopened(ended, { ...here, ...more }, NOW, aScheme());
    expect(again({})?.pairing.state).toBe('introduced');
    expect(again({ mentorPlace: place('sam', 'mentor', { taken: 1 }) })).toBeUndefined();
    expect(again({ menteePlace: place('alex', 'mentee', { state: 'withdrawn' }) })).toBeUndefined();
    expect(again({ menteePerson: seal('person', aPerson('alex', 'Alex', { goneAt: 1 })) })).toBeUndefined();
    // R40: whoever has a place left over is not offered by it.
    const two = again({ mentorPlace: place('sam', 'mentor', { capacity: 2 }) });
    expect(two?.registrations[0]).toMatchObject({ taken: 1, state: 'resting' });
  });
  test('two presses at once are one', async () => {
    const on = await begin({ activeAt: NOW - DAY });
    await leave(on, sam);
    await ask(on, sam);
    await Promise.all([yes(on, alex), yes(on, alex)]);
    expect(await stateOf(on)).toBe('active');
    expect(await on.read('registration', 'sam-mentor')).toMatchObject({ taken: 1 });
  });
  test('it can end again, with an alert of its own', async () => {
    const on = await begin({ activeAt: NOW - DAY });
    await leave(on, sam);
    await ask(on, sam);
    await yes(on, alex);
    await on.settle();
    await leave(on, alex);
    expect(await stateOf(on)).toBe('ended-early');
    expect((await on.read('exit', 'P1'))?.person).toBe('alex');
    expect(messagesTo(on, CHANNEL)).toHaveLength(2);
  });
});
