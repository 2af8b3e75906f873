// What happens around an exit: a held notice, what co-ordinators do, and those of them who are concerned themselves.
import { describe, expect, test } from 'vitest';
import { put } from '../../../src/conversation/outcome.ts';
import { DAY, HOUR } from '../../../src/scheme/calendar.ts';
import { leads, words } from '../page.ts';
import { somebody } from '../people.ts';
import { alex, ana, begin, ben, CHANNEL, leave, messagesTo, P1, read, said, sam, toLastPage, viewOf } from './begin.ts';

describe('a held notice', () => {
  const held = async () => {
    const on = await begin();
    await leave(on, alex, { partnerKnows: 'not-yet' });
    return on;
  };
  test('the other one sees that there is nothing to do, on every page, and by when they hear', async () => {
    const on = await held();
    expect(messagesTo(on, sam)).toEqual([]);
    for (const [word, ids] of [
      ['exit', {}],
      ['exit', P1],
      ['exit.end', P1],
      ['checkin', {}],
      ['checkin', P1],
      ['checkin.plan', P1],
      ['checkin.pause', P1],
      ['review', {}],
      ['review', P1],
    ] as const) {
      const said = read(await on.open(sam, word, ids));
      expect(`${word}: ${said}`).toBe(
        `${word}: There is nothing to do at present.\nYour co-ordinator will be in touch by Monday 30 November 2026.`,
      );
    }
    const difficulty = viewOf(await on.open(sam, 'difficulty', P1));
    expect(words(difficulty.parts)).not.toMatch(/ended|not paired/);
    // As it was before the end, also by the bare word.
    expect(viewOf(await on.open(sam, 'difficulty'))).toEqual(difficulty);
    expect(leads(difficulty)).toEqual(['contact.ask', 'agreement.part', 'checkin.pause', 'exit']);
  });
  test('nobody is asked to start again by an end they do not know of; afterwards they are', async () => {
    const on = await held();
    for (const ids of [{}, { role: 'mentor' }, P1])
      expect(read(await on.open(sam, 'offer', ids))).toContain('nothing to do at present');
    await on.press(ana, 'exit.read', 'release', P1);
    expect(await on.open(sam, 'offer', { role: 'mentor' })).toMatchObject({ show: 'form' });
  });
  test('a co-ordinator releases it once; the alert says so and the button goes', async () => {
    const on = await held();
    expect(leads(messagesTo(on, CHANNEL)[0]?.notice ?? {})).toContain('exit.read!release');
    await Promise.all([on.press(ana, 'exit.read', 'release', P1), on.press(ben, 'exit.read', 'release', P1)]);
    await on.settle();
    expect(messagesTo(on, sam)).toHaveLength(1);
    expect(messagesTo(on, CHANNEL)).toHaveLength(1);
    expect(said(messagesTo(on, CHANNEL)[0])).toContain('The notice has gone out.');
    expect(said(messagesTo(on, CHANNEL)[0])).toContain('Yes, by the notice');
    expect(leads(messagesTo(on, CHANNEL)[0]?.notice ?? {})).not.toContain('exit.read!release');
    await on.later(10 * DAY);
    expect(messagesTo(on, sam)).toHaveLength(1);
  });
  test('it is warned about on the working day before, and goes out by itself on the fifth', async () => {
    const on = await held();
    await on.press(ana, 'exit.read', 'read', P1);
    await on.later(4 * DAY - HOUR);
    expect(messagesTo(on, CHANNEL)).toHaveLength(1);
    await on.later(HOUR);
    expect(said(messagesTo(on, CHANNEL)[1])).toContain('goes out by itself on Monday 30 November 2026');
    expect(JSON.stringify(messagesTo(on, CHANNEL)[1])).not.toMatch(/Sam|Alex/);
    expect(messagesTo(on, sam)).toEqual([]);
    await on.later(3 * DAY);
    expect(messagesTo(on, sam)).toHaveLength(1);
    expect(read(await on.open(sam, 'exit', P1))).toContain('not paired any more');
  });
});

describe('what co-ordinators do', () => {
  test('reading is private, tells who has read, and shows reasons only to who may see them', async () => {
    const on = await begin();
    await leave(on, alex, { reasons: ['distance'], reasonText: 'It is far.', triedFirst: 'yes' });
    expect(read(await on.open(ana, 'exit.read', P1))).not.toContain('far');
    const opened = await on.press(ana, 'exit.read', 'read', P1);
    expect(read(opened)).toContain('Distance');
    expect(read(opened)).toContain('It is far.');
    await on.press(ben, 'exit.read', 'read', P1);
    await on.settle();
    expect(said(messagesTo(on, CHANNEL)[0])).toContain('Read by Ana.');
    expect((await on.read('exit', 'P1'))?.readBy).toBe(ana);
    expect(read(await on.open(alex, 'exit', P1))).toContain('A co-ordinator read it on Monday 23 November 2026.');
  });
  test('nobody else can read it, release it or close it: not the partner, not its author', async () => {
    const on = await begin();
    await leave(on, alex, { partnerKnows: 'not-yet', reasonText: 'SECRET' });
    for (const who of [sam, alex]) {
      for (const reply of [
        await on.open(who, 'exit.read', P1),
        await on.press(who, 'exit.read', 'read', P1),
        await on.press(who, 'exit.read', 'release', P1),
        await on.open(who, 'exit.close', P1),
      ])
        expect(read(reply)).toContain('for the scheme’s co-ordinators');
    }
    expect((await on.read('pairing', 'P1'))?.notice).toBe('held');
  });
  test('F21: closing takes the names out of the alert', async () => {
    const on = await begin();
    await leave(on, alex);
    const form = await on.open(ana, 'exit.close', P1);
    await on.send(ana, form, { action: 're-match', note: 'Talked to both.' });
    await on.settle();
    const [alert] = messagesTo(on, CHANNEL);
    expect(JSON.stringify(alert?.notice)).not.toMatch(/Sam|Alex|Okoro|Reed/);
    expect(alert?.notice.buttons ?? []).toEqual([]);
    expect(await on.read('exit', 'P1')).toMatchObject({ action: 're-match', closedBy: ana, closedOn: '2026-11-23' });
    await on.later(20 * DAY);
    expect(on.box.messages.filter(one => one.to === ben)).toEqual([]);
  });
  test('R46: unread after three working days, it goes to the second co-ordinator, once', async () => {
    const on = await begin();
    await leave(on, alex);
    await on.later(3 * DAY - HOUR);
    expect(messagesTo(on, ben)).toEqual([]);
    await on.later(HOUR);
    await on.later(20 * DAY);
    expect(messagesTo(on, ben)).toHaveLength(1);
    expect(JSON.stringify(messagesTo(on, ben))).not.toMatch(/Sam|Alex/);
    await on.press(ben, 'exit.read', 'read', P1);
    await on.settle();
    expect(said(messagesTo(on, ben)[0])).toContain('The end of a pairing has been read.');
    expect(said(messagesTo(on, ben)[0])).toContain('Read by Ben.');
    expect(said(messagesTo(on, CHANNEL)[0])).toContain('Read by Ben.');
  });
  test('read in time, nobody is reminded', async () => {
    const on = await begin();
    await leave(on, alex);
    await on.press(ana, 'exit.read', 'read', P1);
    await on.later(20 * DAY);
    expect(messagesTo(on, ben)).toEqual([]);
  });
});

describe('a co-ordinator who is concerned (design section 6)', () => {
  const asCoordinator = { coordinators: [sam, ben], coordinatorPersons: { [sam]: 'sam' } };
  test('the partner: the alert goes to another co-ordinator directly, never to the channel', async () => {
    const on = await begin({}, asCoordinator);
    const done = await leave(on, alex, { reasonText: 'SECRET', partnerKnows: 'not-yet' });
    expect(read(done)).toContain('A co-ordinator who is not one of you two looks after it');
    expect(on.box.messages.map(one => one.to)).toEqual([ben]);
    expect(JSON.stringify(messagesTo(on, ben))).not.toMatch(/Sam|Alex/);
    for (const reply of [
      await on.open(sam, 'exit.read', P1),
      await on.press(sam, 'exit.read', 'read', P1),
      await on.press(sam, 'exit.read', 'release', P1),
      await on.open(sam, 'exit.close', P1),
    ])
      expect(read(reply)).toContain('another co-ordinator looks after it');
    expect(read(await on.press(ben, 'exit.read', 'read', P1))).toContain('SECRET');
    await on.later(20 * DAY);
    expect(messagesTo(on, CHANNEL)).toEqual([]);
    expect(messagesTo(on, sam).map(one => one.notice.text)).toEqual(['Mentor: something for you']);
  });
  test('the author: they do not handle their own exit', async () => {
    const on = await begin({}, { coordinators: [alex, ben], coordinatorPersons: { [alex]: 'alex' } });
    await leave(on, alex, { partnerKnows: 'not-yet' });
    expect(on.box.messages.map(one => one.to)).toEqual([ben]);
    expect(read(await on.press(alex, 'exit.read', 'release', P1))).toContain('another co-ordinator');
    expect((await on.read('pairing', 'P1'))?.notice).toBe('held');
  });
  test('somebody on either one’s list, known only by address', async () => {
    const on = await begin({}, {}, [
      ...somebody('ana', 'Ana', { accounts: [ana], emailHash: 'hash-ana' }).filter(one => one.kind !== 'account'),
      put('account', { id: ana, person: 'ana' }),
      put('exclusions', {
        id: 'alex',
        person: 'alex',
        not: [{ emailHash: 'hash-ana', why: 'asked', at: 1 }],
        closedTo: [],
      }),
    ]);
    const asUsual = await begin();
    expect(read(await toLastPage(on, sam))).toBe(read(await toLastPage(asUsual, sam)));
    await leave(on, alex);
    expect(on.box.messages.map(one => one.to).sort()).toEqual([ben, sam].sort());
    expect(read(await on.press(ana, 'exit.read', 'read', P1))).toContain('not available');
  });
  test('unread: the reminder goes to no concerned co-ordinator either', async () => {
    const on = await begin({}, asCoordinator);
    await leave(on, alex);
    await on.later(20 * DAY);
    expect(messagesTo(on, ben)).toHaveLength(2);
    expect(messagesTo(on, CHANNEL)).toEqual([]);
  });
  test('with nobody else, the author reads whom to turn to, and nothing goes to the channel', async () => {
    const arbiter = { name: 'Dr Fair', role: 'arbiter', how: 'fair@example.org' };
    const on = await begin({}, { coordinators: [sam], arbiter });
    expect(read(await toLastPage(on, alex))).toContain('none of them is told. Please turn to Dr Fair');
    const done = await leave(on, alex, { next: 'look-again' });
    expect(read(done)).toContain('Please turn to Dr Fair, arbiter: fair@example.org.');
    expect(on.box.messages.map(one => one.to)).toEqual([sam]);
    await on.later(20 * DAY);
    expect(messagesTo(on, CHANNEL)).toEqual([]);
  });
});

test('without a co-ordinators’ channel the first co-ordinator is told directly', async () => {
  const on = await begin({}, { troubles: { [`channel:${CHANNEL}`]: 1 } });
  await leave(on, alex);
  expect(on.box.messages.map(one => one.to).sort()).toEqual([ana, sam].sort());
});
