// F21: the co-ordinators' closing record. With whom they spoke, whether they told the other one themselves, and what everybody's screens say afterwards.
import { describe, expect, test } from 'vitest';
import { put } from '../../../src/conversation/outcome.ts';
import { DAY } from '../../../src/scheme/calendar.ts';
import { leads, words } from '../page.ts';
import type { Story } from '../story.ts';
import { alex, ana, begin, ben, CHANNEL, leave, messagesTo, P1, read, said, sam, viewOf } from './begin.ts';

/** Alex has ended it and wished a co-ordinator to tell Sam; there was a meeting in both calendars. */
const held = async () => {
  const at = Date.parse('2026-11-25T10:00:00Z');
  const meeting = { id: 'K1', pairing: 'P1', mentor: 'sam', mentee: 'alex', on: '2026-11-25', at } as const;
  const on = await begin({ plannedAt: at, plannedMeeting: 'K1' }, {}, [
    put('meeting', { ...meeting, state: 'planned', recordedBy: [], offeredTo: [], inCalendar: ['sam', 'alex'] }),
  ]);
  await leave(on, alex, { partnerKnows: 'not-yet' });
  await on.press(ana, 'exit.read', 'read', P1);
  return on;
};
const closeForm = async (on: Story) => {
  const reply = await on.open(ana, 'exit.close', P1);
  if (reply.show !== 'form') throw new Error('no form');
  return reply;
};

describe('while the notice is held', () => {
  test('closing asks whether the other one was told; the day is needed only where they were', async () => {
    const on = await held();
    const form = await closeForm(on);
    expect(Object.keys(form.form.fields)).toEqual(['told', 'toldOn', 'spokeWith', 'action', 'note']);
    expect(await on.send(ana, form, { action: 'none' })).toMatchObject({ problems: { told: expect.any(String) } });
    expect((await on.read('exit', 'P1'))?.closedOn).toBeUndefined();
  });
  test('told in person: the notice goes out at once, with what empties the calendar, and says who spoke with them', async () => {
    const on = await held();
    await on.later(2 * DAY);
    const form = await closeForm(on);
    await on.send(ana, form, { told: 'yes', toldOn: '2026-11-24', action: 'none', spokeWith: ['mentee'] });
    await on.settle();
    expect(await on.read('exit', 'P1')).toMatchObject({ toldOn: '2026-11-24', spokeWith: ['mentor', 'mentee'] });
    expect(await on.read('pairing', 'P1')).toMatchObject({ notice: 'given', toldOn: '2026-11-24' });
    expect(messagesTo(on, sam).flatMap(one => leads(one.notice))).toEqual(['exit', 'meeting.off']);
    const told = read(await on.open(sam, 'exit', P1));
    expect(told).toContain('A co-ordinator has spoken with you about it, on Tuesday 24 November 2026.');
    await on.later(10 * DAY);
    expect(messagesTo(on, sam)).toHaveLength(2);
  });
  test('a day left open is today; one still to come, or from before the end, is put back beside the question', async () => {
    const on = await held();
    for (const toldOn of ['2026-11-22', '2026-11-24'])
      expect(await on.send(ana, await closeForm(on), { told: 'yes', toldOn, action: 'none' })).toMatchObject({
        problems: { toldOn: expect.any(String) },
      });
    await on.send(ana, await closeForm(on), { told: 'yes', toldOn: null, action: 'none' });
    expect((await on.read('pairing', 'P1'))?.toldOn).toBe('2026-11-23');
  });
  test('not told yet: it stays held, goes out by itself, and then speaks of no talk', async () => {
    const on = await held();
    await on.send(ana, await closeForm(on), { told: 'no', action: 'none' });
    expect(await on.read('pairing', 'P1')).toMatchObject({ notice: 'held' });
    expect((await on.read('exit', 'P1'))?.toldOn).toBeUndefined();
    expect(read(await on.open(sam, 'exit', P1))).toContain('nothing to do at present');
    await on.later(8 * DAY);
    expect(read(await on.open(sam, 'exit', P1))).not.toContain('A co-ordinator has spoken with you');
  });
  test('or with one press beside Release: the alert says so, and the closing form does not ask again', async () => {
    const on = await held();
    expect(leads(viewOf(await on.open(ana, 'exit.read', P1)))).toContain('exit.read!told');
    await Promise.all([on.press(ana, 'exit.read', 'told', P1), on.press(ben, 'exit.read', 'told', P1)]);
    await on.settle();
    expect(said(messagesTo(on, CHANNEL)[0])).toContain('Yes, a co-ordinator has told them');
    expect(messagesTo(on, sam)).toHaveLength(2);
    const form = await closeForm(on);
    expect(Object.keys(form.form.fields)).toEqual(['spokeWith', 'action', 'note']);
    expect(form.form.values).toMatchObject({ spokeWith: ['mentor'] });
  });
  test('nobody but a co-ordinator who is not concerned says so', async () => {
    const on = await held();
    for (const who of [sam, alex]) await on.press(who, 'exit.read', 'told', P1);
    expect(await on.read('pairing', 'P1')).toMatchObject({ notice: 'held' });
    const asCoordinator = await begin({}, { coordinators: [sam, ben], coordinatorPersons: { [sam]: 'sam' } });
    await leave(asCoordinator, alex, { partnerKnows: 'not-yet' });
    await asCoordinator.press(sam, 'exit.read', 'told', P1);
    expect(await asCoordinator.read('pairing', 'P1')).toMatchObject({ notice: 'held' });
  });
});

describe('a closed record', () => {
  test('read again, it shows what was done, with whom they spoke, and who closed it; the two read nothing of it', async () => {
    const on = await begin();
    await leave(on, alex);
    const form = await closeForm(on);
    expect(Object.keys(form.form.fields)).toEqual(['spokeWith', 'action', 'note']);
    await on.send(ana, form, { action: 're-match', note: 'NOTE', spokeWith: ['mentor', 'mentee'] });
    const shown = words(viewOf(await on.open(ben, 'exit.read', P1)).parts);
    expect(shown).toContain('Spoken with: both of them');
    expect(shown).toContain('What was done: Another match is being looked for');
    expect(shown).toContain('Closed on: Ana, Monday 23 November 2026');
    expect(shown).toContain('NOTE');
    for (const who of [sam, alex])
      for (const word of ['exit', 'pair']) expect(read(await on.open(who, word, P1))).not.toMatch(/NOTE|Spoken with/);
  });
  test('one from before these questions is read as it is', async () => {
    const on = await begin();
    await leave(on, alex);
    await on.send(ana, await closeForm(on), { action: 'none', spokeWith: null });
    const shown = words(viewOf(await on.open(ben, 'exit.read', P1)).parts);
    expect(shown).not.toMatch(/Spoken with|A co-ordinator told/);
  });
  test('sent twice, the first stays', async () => {
    const on = await begin();
    await leave(on, alex);
    const form = await closeForm(on);
    await on.send(ana, form, { action: 'none', note: 'FIRST' });
    await on.send(ben, form, { action: 'pause', note: 'SECOND' });
    expect(await on.read('exit', 'P1')).toMatchObject({ note: 'FIRST', closedBy: ana });
  });
});
