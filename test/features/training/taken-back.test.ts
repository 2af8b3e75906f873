// A mark made by mistake, taken back: what stood before it stands again, unless something else has opened the way to matching; nobody's pairing is touched (A6, R6).
import { afterEach, describe, expect, test } from 'vitest';
import { type Put, put } from '../../../src/conversation/outcome.ts';
import { aPairing } from '../records.ts';
import { aCasefile } from '../register/mine.ts';
import { aStory, type Story } from '../story.ts';
import { aBooking, accountOf, aSession, buttons, COORDINATOR, read, registered, S1, waiting } from './begin.ts';

let story: Story;
afterEach(() => story?.close());

const DURING = '2026-12-07T14:30:00Z';
const DAY = 86_400_000;
const S2 = { session: 'S2' };
const booking = (person: string, session = 'S1'): Put =>
  put('booking', { ...aBooking(person), id: `${person}-${session}`, session });
const begin = (records: Put[], more = {}): Promise<Story> =>
  aStory(
    [put('session', aSession()), put('session', aSession({ id: 'S2', what: 'both' })), ...records],
    { trainingMentor: 'required', ...more },
    DURING,
  );
const mark = async (who: string, how = 'all', session = S1) =>
  story.send(COORDINATOR, await story.open(COORDINATOR, 'session.came', session), {
    who: [`${who}-${session.session}`],
    how,
  });
/** Chosen, read, and taken back; gives what was read before it was. */
const takeBack = async (who: string, session = S1): Promise<string> => {
  const ask = await story.send(COORDINATOR, await story.open(COORDINATOR, 'session.back', session), {
    who: `${who}-${session.session}`,
  });
  await story.press(COORDINATOR, 'session.back.one', 'back', { ...session, person: who });
  return read(ask);
};
const standing = (who: string) => story.read('registration', `${who}-mentor`);
const lettersTo = (who: string): number => story.box.messages.filter(one => one.to === accountOf(who)).length;

describe('the way to matching', () => {
  test('is shut again where nothing else opened it: said beforehand, and told kindly', async () => {
    story = await begin([...waiting('m1'), ...waiting('m2'), booking('m1'), booking('m2')]);
    await mark('m1');
    await mark('m2');
    await story.settle();
    expect(await standing('m1')).toMatchObject({ state: 'available', training: 'attended' });
    expect(await takeBack('m1')).toContain('Name m1 needs the mentor training again first, and I tell them kindly.');
    await story.settle();
    expect(await standing('m1')).toMatchObject({ state: 'accepted', training: 'needed' });
    expect(await standing('m2')).toMatchObject({ state: 'available', training: 'attended' });
    expect(await story.read('booking', 'm1-S1')).not.toHaveProperty('came');
    expect([lettersTo('m1'), lettersTo('m2')]).toEqual([2, 1]);
    for (const field of ['trainingBy', 'trainingAt']) expect(await standing('m1')).not.toHaveProperty(field);
    const page = await story.open(accountOf('m1'), 'training');
    expect(read(page)).toMatch(
      /What is missing before you can be matched: the mentor training\.[\s\S]*slip at our desk/,
    );
    expect(read(page)).not.toMatch(/As soon as a co-ordinator has marked/);
    expect(read(await story.open(accountOf('m1'), 'register.status'))).toContain('slip at our desk');
    expect(buttons(await story.open(accountOf('m1'), 'session.one', S1))).not.toContain('session.feedback');
  });

  test('the word of a mark that has not gone out yet does not go out', async () => {
    story = await begin([...waiting('m1'), booking('m1')]);
    await mark('m1');
    await takeBack('m1');
    await story.settle();
    expect(story.box.messages.map(({ notice }) => JSON.stringify(notice.buttons))).toEqual([
      expect.stringContaining('"training"'),
    ]);
  });

  test('opens with the next mark, and nothing is said of the slip any more', async () => {
    story = await begin([...waiting('m1'), booking('m1')]);
    await mark('m1');
    await takeBack('m1');
    await mark('m1');
    await story.settle();
    expect(await standing('m1')).toMatchObject({ state: 'available', training: 'attended' });
    expect(read(await story.open(accountOf('m1'), 'training'))).not.toContain('slip');
    expect(lettersTo('m1')).toBe(1);
  });

  test('stays open where another session opened it too, in whichever order the two are taken back', async () => {
    for (const [first, second] of [
      [S1, S2],
      [S2, S1],
    ] as const) {
      story = await begin([...waiting('m1'), booking('m1'), booking('m1', 'S2')]);
      await mark('m1', 'all', S1);
      await mark('m1', 'all', S2);
      expect(await takeBack('m1', first)).toContain('Nothing else changes');
      expect(await standing('m1')).toMatchObject({ state: 'available', training: 'attended' });
      await takeBack('m1', second);
      expect(await standing('m1')).toMatchObject({ state: 'accepted', training: 'needed' });
      if (second === S2) await story.close();
    }
  });

  test('stays open where a co-ordinator has exempted them since, or had marked them by hand before', async () => {
    const handAt = Date.parse('2026-12-01T09:00:00Z');
    const byHand = { training: 'attended', trainingBy: COORDINATOR, trainingAt: handAt } as const;
    story = await begin([...registered('m1', 'mentor', byHand), booking('m1')]);
    await mark('m1');
    expect((await standing('m1'))?.trainingAt).not.toBe(handAt);
    expect(await takeBack('m1')).toContain('Nothing else changes');
    expect(await standing('m1')).toMatchObject({ state: 'available', ...byHand });
    expect(lettersTo('m1')).toBe(0);
  });

  test('is not asked of anybody where the scheme does not ask for training', async () => {
    story = await begin([...registered('m1', 'mentor'), booking('m1')], { trainingMentor: 'recommended' });
    await mark('m1');
    await takeBack('m1');
    expect(await standing('m1')).toMatchObject({ state: 'available', training: 'not-needed' });
    expect((await standing('m1'))?.trainingTakenBack).toBeUndefined();
  });

  test('a part and then all of it go back to before both; a claim waits for its answer again', async () => {
    story = await begin([...registered('m1', 'mentor', { state: 'accepted', training: 'claimed' }), booking('m1')]);
    await mark('m1', 'part');
    await mark('m1', 'all');
    await takeBack('m1');
    expect(await standing('m1')).toMatchObject({ state: 'accepted', training: 'claimed' });
    for (const field of ['trainingBy', 'trainingAt']) expect(await standing('m1')).not.toHaveProperty(field);
  });

  test('a mark from before this was kept goes back to training still to be done', async () => {
    const cameAt = Date.parse('2026-12-07T14:10:00Z');
    const old = { came: 'all', cameBy: COORDINATOR, cameAt } as const;
    story = await begin([
      ...registered('m1', 'mentor', { training: 'attended', trainingBy: COORDINATOR, trainingAt: cameAt }),
      put('booking', aBooking('m1', old)),
    ]);
    await takeBack('m1');
    expect(await standing('m1')).toMatchObject({ state: 'accepted', training: 'needed' });
  });

  test('training that had run out for good counts until then again, and runs out on its day', async () => {
    const was = { training: 'attended', trainingAt: 1, trainingEndsAt: Date.parse('2026-12-10T09:00:00Z') } as const;
    story = await begin([...registered('m1', 'mentor', was), booking('m1')], { trainingMonths: 24 });
    await mark('m1');
    expect((await standing('m1'))?.trainingEndsAt).toBeGreaterThan(was.trainingEndsAt);
    await takeBack('m1');
    expect(await standing('m1')).toMatchObject(was);
    await story.later(4 * DAY);
    expect(await standing('m1')).toMatchObject({ state: 'accepted', training: 'needed' });
  });
});

describe('people who are paired or away', () => {
  const paired = (state: 'full' | 'resting', taken: number) => [
    ...registered('m1', 'mentor', { state, taken, training: 'needed' }),
    ...registered('e1', 'mentee', { state: 'full', taken: 1 }),
    booking('m1'),
    put('pairing', aPairing('m1', 'e1', { state: taken > 0 ? 'active' : 'completed', met: 2 })),
  ];

  test('keep whoever they have, and read it; the training comes before the next one', async () => {
    story = await begin(paired('full', 1));
    await mark('m1');
    await story.settle();
    const told = lettersTo('m1');
    const before = await story.read('pairing', 'm1+e1');
    expect(await takeBack('m1')).toContain('Nobody they are paired with is touched.');
    await story.settle();
    expect(await story.read('pairing', 'm1+e1')).toEqual(before);
    expect(await standing('m1')).toMatchObject({ state: 'full', taken: 1, training: 'needed' });
    expect(read(await story.open(accountOf('m1'), 'training'))).toContain(
      'nothing changes. Before you are matched with',
    );
    expect(lettersTo('m1')).toBe(told);
  });

  test('who offers themselves again after an end has the training first (R6, A10)', async () => {
    story = await begin(paired('resting', 0));
    await mark('m1');
    await takeBack('m1');
    const form = await story.open(accountOf('m1'), 'offer', { registration: 'm1-mentor' });
    await story.send(accountOf('m1'), form, { when: 'now', capacity: '1' });
    expect(await standing('m1')).toMatchObject({ state: 'accepted' });
  });

  test('behind a pause the way is shut as well', async () => {
    story = await begin([
      ...registered('m1', 'mentor', { state: 'paused', formerState: 'accepted', training: 'needed' }),
      booking('m1'),
    ]);
    await mark('m1');
    expect(await standing('m1')).toMatchObject({ state: 'paused', formerState: 'available' });
    await takeBack('m1');
    expect(await standing('m1')).toMatchObject({ state: 'paused', formerState: 'accepted', training: 'needed' });
  });
});

describe('marked by hand, without a session', () => {
  const byHand = async () => {
    story = await begin([...waiting('m1'), put('casefile', aCasefile('m1', 'mentor'))]);
    await story.press(COORDINATOR, 'accept.training', 'attended', { registration: 'm1-mentor' });
    await story.settle();
    expect(await standing('m1')).toMatchObject({ state: 'available', training: 'attended' });
  };
  const ids = { registration: 'm1-mentor' };

  test('is taken back on the page of the registration, with who marked it; the person is told kindly', async () => {
    await byHand();
    const page = await story.open(COORDINATOR, 'accept.one', ids);
    expect(read(page)).toContain('as having been at the training, on Monday 7 December 2026.');
    expect(buttons(page)).toContain('accept.one!mistake');
    const done = await story.press(COORDINATOR, 'accept.one', 'mistake', ids);
    expect(read(done)).toContain('has the training to do before they can be matched');
    await story.settle();
    expect(await standing('m1')).toMatchObject({ state: 'accepted', training: 'needed' });
    expect(lettersTo('m1')).toBe(2);
    expect(read(await story.open(accountOf('m1'), 'training'))).toContain('slip at our desk');
    expect(buttons(await story.open(COORDINATOR, 'accept.one', ids))).not.toContain('accept.one!mistake');
  });

  test('by co-ordinators alone', async () => {
    await byHand();
    await story.press(accountOf('m1'), 'accept.one', 'mistake', ids);
    expect(await standing('m1')).toMatchObject({ training: 'attended' });
  });
});

describe('who may', () => {
  test('only a co-ordinator, and never for themselves while there is another one', async () => {
    const own = { coordinators: [accountOf('m1'), COORDINATOR], coordinatorPersons: { [accountOf('m1')]: 'm1' } };
    story = await begin([...waiting('m1'), ...waiting('m2'), booking('m1'), booking('m2')], own);
    await mark('m1');
    await mark('m2');
    await story.press(accountOf('m1'), 'session.back.one', 'back', { ...S1, person: 'm1' });
    await story.press(accountOf('m2'), 'session.back.one', 'back', { ...S1, person: 'm2' });
    for (const who of ['m1', 'm2']) expect(await standing(who)).toMatchObject({ training: 'attended' });
    const form = await story.open(accountOf('m1'), 'session.back', S1);
    const who = form.show === 'form' ? form.form.fields['who'] : undefined;
    expect(who?.kind === 'choice' && who.options.map(({ key }) => key)).toEqual(['m2-S1']);
  });

  test('the desk offers it as soon as somebody is marked; twice has one effect', async () => {
    story = await begin([...waiting('m1'), booking('m1')]);
    expect(buttons(await story.open(COORDINATOR, 'session.desk', S1))).not.toContain('session.back');
    await mark('m1');
    expect(buttons(await story.open(COORDINATOR, 'session.desk', S1))).toContain('session.back');
    expect(buttons(await story.open(COORDINATOR, 'session.desk', S1))).not.toContain('session.desk!off');
    await story.press(COORDINATOR, 'session.desk', 'off', S1);
    expect(await story.read('session', 'S1')).toMatchObject({ state: 'planned' });
    await takeBack('m1');
    const again = await story.press(COORDINATOR, 'session.back.one', 'back', { ...S1, person: 'm1' });
    expect(again.show).toBe('view');
    expect(read(await story.open(COORDINATOR, 'session.people', S1))).toContain('was marked by mistake');
  });
});
