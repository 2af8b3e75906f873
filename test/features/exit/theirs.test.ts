// B21: a co-ordinator ends a pairing for the two, and early ends that are closed can be read again.
import { describe, expect, test } from 'vitest';
import { put } from '../../../src/conversation/outcome.ts';
import { DAY } from '../../../src/scheme/calendar.ts';
import type { Pairing, Scheme } from '../../../src/scheme/kinds.ts';
import { leads, words } from '../page.ts';
import { accountOf, samAndAlex, somebody } from '../people.ts';
import type { Story } from '../story.ts';
import { alex, ana, begin, ben, CHANNEL, leave, messagesTo, P1, read, sam, story, viewOf } from './begin.ts';

const answers = { why: 'conduct', note: 'INTERNAL', spokeWith: ['mentor'] };
const end = async (on: Story, who = ana, more = {}) =>
  on.send(who, await on.open(who, 'exit.theirs', P1), { ...answers, ...more });
const ended = async (more: Partial<Pairing> = {}, scheme: Partial<Scheme> = {}) => {
  const on = await begin(more, scheme);
  await end(on);
  await on.settle();
  return on;
};

describe('a co-ordinator ends it for the two', () => {
  test('everything an end touches; both hear of it, once, in a neutral line, and there is no alert', async () => {
    for (const state of ['introduced', 'active'] as const) {
      const on = await ended({ state });
      expect(await on.read('pairing', 'P1')).toMatchObject({ state: 'ended-early', notice: 'given', endedBy: ana });
      for (const id of ['sam-mentor', 'alex-mentee'])
        expect(await on.read('registration', id)).toMatchObject({ state: 'resting', taken: 0 });
      expect((await on.read('exclusions', 'sam'))?.not[0]).toMatchObject({ person: 'alex', why: 'former' });
      for (const who of [sam, alex])
        expect(messagesTo(on, who).map(one => one.notice.text)).toEqual(['Mentor: something for you']);
      expect(messagesTo(on, CHANNEL)).toEqual([]);
    }
  });
  test('neither thinks that the other one did it, and why is read by neither', async () => {
    const on = await ended();
    for (const [who, other] of [
      [sam, 'Alex Reed'],
      [alex, 'Sam Okoro'],
    ] as const) {
      const told = viewOf(await on.open(who, 'exit', P1));
      expect(words(told.parts)).toContain(`${other} and you are not paired any more.`);
      expect(words(told.parts)).toContain('A co-ordinator has ended it; neither of you did.');
      expect(leads(told)).toEqual(['offer', 'contact.ask', 'home']);
      for (const word of ['exit', 'pair', 'offer', 'exit.read', 'exit.theirs', 'me.stored', 'exit.reopen'])
        expect(JSON.stringify(await on.open(who, word, P1))).not.toMatch(/INTERNAL|must not go on/);
    }
  });
  test('a meeting ahead is taken back, and both may take it out of their calendars', async () => {
    const at = Date.parse('2026-11-25T10:00:00Z');
    const meeting = { id: 'K1', pairing: 'P1', mentor: 'sam', mentee: 'alex', on: '2026-11-25', at } as const;
    const on = await begin({ plannedAt: at, plannedMeeting: 'K1' }, {}, [
      put('meeting', { ...meeting, state: 'planned', recordedBy: [], offeredTo: [], inCalendar: ['sam', 'alex'] }),
    ]);
    await end(on);
    await on.settle();
    expect((await on.read('meeting', 'K1'))?.state).toBe('cancelled');
    for (const who of [sam, alex])
      expect(messagesTo(on, who).flatMap(one => leads(one.notice))).toEqual(['exit', 'meeting.off']);
  });
  test('A15: somebody has left: the other one hears of it, and nobody is written to in vain', async () => {
    const isGone = (gone: string[]) => (one: ReturnType<typeof samAndAlex>[number]) =>
      one.kind === 'person' && gone.includes(one.value.id) ? put('person', { ...one.value, goneAt: 1 }) : one;
    const on = await story(samAndAlex({ state: 'active' }).map(isGone(['sam'])));
    await end(on, ana, { why: 'left' });
    await on.settle();
    expect(on.box.messages.map(one => one.to)).toEqual([alex]);
    const both = await story(samAndAlex({ state: 'active' }).map(isGone(['sam', 'alex'])));
    await end(both, ana, { why: 'left' });
    await both.settle();
    expect(both.box.messages).toEqual([]);
    expect(await both.read('pairing', 'P1')).toMatchObject({ state: 'ended-early', notice: 'none' });
  });
  test('why is needed, and nothing ends without it', async () => {
    const on = await begin();
    expect(await end(on, ana, { why: null })).toMatchObject({ problems: { why: expect.any(String) } });
    expect((await on.read('pairing', 'P1'))?.state).toBe('active');
  });
  test('not by somebody who is concerned, nor by anybody who is no co-ordinator', async () => {
    const concerned = { coordinators: [sam, ben], coordinatorPersons: { [sam]: 'sam' } };
    const on = await begin({}, concerned);
    expect(read(await on.open(sam, 'exit.theirs', P1))).toContain('another co-ordinator looks after it');
    expect(read(await on.open(alex, 'exit.theirs', P1))).toContain('for the scheme’s co-ordinators');
    const listed = await begin({}, {}, [
      ...somebody('ana', 'Ana', { accounts: [ana] }).filter(one => one.kind !== 'account'),
      put('account', { id: ana, person: 'ana' }),
      put('exclusions', { id: 'alex', person: 'alex', not: [{ person: 'ana', why: 'asked', at: 1 }], closedTo: [] }),
    ]);
    expect(read(await listed.open(ana, 'exit.theirs', P1))).toContain('another co-ordinator looks after it');
    expect((await listed.open(ben, 'exit.theirs', P1)).show).toBe('form');
  });
  test('two at once, or one of the two at the same moment: one end', async () => {
    const on = await begin();
    const form = await on.open(ana, 'exit.theirs', P1);
    await Promise.all([on.send(ana, form, answers), on.send(ben, form, answers), leave(on, alex)]);
    await on.settle();
    expect((await on.read('registration', 'sam-mentor'))?.taken).toBe(0);
    const { endedBy } = (await on.read('pairing', 'P1')) ?? {};
    const { byCoordinator } = (await on.read('exit', 'P1')) ?? {};
    expect(byCoordinator).toBe(endedBy === 'alex' ? undefined : endedBy);
    expect(messagesTo(on, sam)).toHaveLength(1);
  });
  test('whoever is second reads that it has ended, and is one tap from what was written', async () => {
    const on = await begin();
    const form = await on.open(ana, 'exit.theirs', P1);
    await on.send(ana, form, answers);
    for (const reply of [await on.send(ben, form, answers), await on.open(ben, 'exit.theirs', P1)]) {
      expect(read(reply)).toContain('It has ended already');
      expect(leads(viewOf(reply))).toContain('exit.read');
    }
    for (const who of [sam, alex]) expect(read(await on.open(who, 'exit.theirs', P1))).not.toContain('ended already');
  });
  test('it is not taken back by either of the two, and does not come again to the co-ordinators', async () => {
    const on = await ended();
    for (const who of [sam, alex]) await on.press(who, 'exit.reopen', 'ask', P1);
    expect((await on.read('pairing', 'P1'))?.reopenAskedAt).toBeUndefined();
    await on.later(30 * DAY);
    expect(messagesTo(on, CHANNEL)).toEqual([]);
    expect(messagesTo(on, ben)).toEqual([]);
  });
  test('the way there is on the page of either of the two, and not on that of one’s own pairing', async () => {
    const on = await begin();
    expect(leads(viewOf(await on.open(ana, 'people.one', { person: 'sam' })))).toContain('exit.theirs');
    const own = await begin({}, { coordinators: [sam, ben], coordinatorPersons: { [sam]: 'sam' } });
    expect(leads(viewOf(await own.open(sam, 'people.one', { person: 'alex' })))).not.toContain('exit.theirs');
  });
});

describe('early ends that are closed', () => {
  test('are listed for co-ordinators, and read again from there', async () => {
    const on = await ended();
    expect(leads(viewOf(await on.open(ana, 'desk')))).toContain('exit.list');
    const list = viewOf(await on.open(ben, 'exit.list'));
    expect(words(list.parts)).toContain('Sam Okoro and Alex Reed. The last day: Monday 23 November 2026.');
    expect(leads(list)).toEqual(['exit.read', 'closing.list']);
    const shown = read(await on.open(ben, 'exit.read', P1));
    expect(shown).toContain('Ended by: Ana');
    expect(shown).toContain('Why?: It must not go on');
    expect(shown).toContain('INTERNAL');
    expect(shown).not.toMatch(/What next for them|none given/);
  });
  test('one that is open yet stands on the desk, and not here', async () => {
    const on = await begin();
    await leave(on, alex);
    expect(read(await on.open(ana, 'exit.list'))).toContain('No early end has been closed yet.');
  });
  test('one’s own is for another one, and nobody else sees the list', async () => {
    const on = await begin({}, { coordinators: [sam, ben], coordinatorPersons: { [sam]: 'sam' } });
    await end(on, ben);
    expect(read(await on.open(sam, 'exit.list'))).not.toContain('Alex Reed');
    for (const who of [alex, accountOf('kim')])
      expect(read(await on.open(who, 'exit.list'))).toContain('for the scheme’s co-ordinators');
  });
});
