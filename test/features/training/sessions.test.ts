// Sessions of training: announcing, signing up, the waiting list, cancelling, changing, the reminder, and who was there; walked on the real engine and a real store.
import { afterEach, describe, expect, test } from 'vitest';
import { put } from '../../../src/conversation/outcome.ts';
import { somebody } from '../people.ts';
import { aRegistration } from '../records.ts';
import { aStory, type Story } from '../story.ts';
import { aBooking, accountOf, aSession, buttons, COORDINATOR, read, registered, S1, waiting } from './begin.ts';

let story: Story;
afterEach(() => story?.close());

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const required = { trainingMentor: 'required' as const };
const signUp = (who: string, op?: string) =>
  story.press(accountOf(who), 'session.one', 'sign-up', { ...S1, ...(op ? { op } : {}) });
const cancel = (who: string) => story.press(accountOf(who), 'session.one', 'cancel', S1);
const lettersTo = (who: string): string[] =>
  story.box.messages.filter(one => one.to === accountOf(who)).map(one => one.notice.text);
const mentors = (n: number) => Array.from({ length: n }, (_, k) => waiting(`m${k + 1}`)).flat();
/** From the reminder's day to half an hour into the session. */
const DURING = '2026-12-07T14:30:00Z';

const answers = {
  what: 'mentor',
  title: 'Becoming a mentor',
  topic: null,
  day: '2026-12-07',
  time: '14:00',
  lasts: '60',
  place: 'Room 4',
  link: null,
  places: '12',
};

describe('announcing', () => {
  test('one form puts a session under “training” and “events”; whoever waits for this training hears of it, nobody else', async () => {
    story = await aStory(
      [...mentors(1), ...waiting('e1', 'mentee'), ...registered('done', 'mentor', { training: 'attended' })],
      { ...required, trainingMentee: 'required' },
    );
    const desk = await story.send(COORDINATOR, await story.open(COORDINATOR, 'session.new'), answers);
    expect(read(desk)).toContain('Becoming a mentor');
    await story.settle();
    expect(lettersTo('m1')).toEqual(['Mentor: something for you']);
    expect((await story.read('person', 'm1'))?.prompts).toHaveLength(1);
    for (const who of ['e1', 'done']) expect(lettersTo(who)).toEqual([]);
    for (const word of ['training', 'events']) {
      const list = await story.open(accountOf('m1'), word);
      expect(read(list)).toContain('Becoming a mentor');
      expect(buttons(list)).toContain('session.one');
    }
    expect(buttons(await story.open(accountOf('m1'), 'training'))).not.toContain('session.new');
    expect(read(await story.open('slack/T1/USTRANGER', 'training'))).toContain('Becoming a mentor');
  });

  test('the word of it keeps to the message budget: whoever was prompted lately finds it by themselves', async () => {
    const lately = { prompts: [Date.parse('2026-11-20T09:00:00Z')] };
    story = await aStory(
      [...waiting('m1', 'mentor', lately), ...waiting('m2', 'mentor', { checkins: 'none' })],
      required,
    );
    await story.send(COORDINATOR, await story.open(COORDINATOR, 'session.new'), answers);
    await story.settle();
    for (const who of ['m1', 'm2']) expect(lettersTo(who)).toEqual([]);
  });

  test('a time that has passed, or no place at all, comes back beside its question', async () => {
    story = await aStory([]);
    const form = await story.open(COORDINATOR, 'session.new');
    const early = await story.send(COORDINATOR, form, { ...answers, day: '2026-11-23', time: '09:00' });
    expect(early.show === 'form' && early.problems).toEqual({ time: 'Please choose a time that is still to come.' });
    const nowhere = await story.send(COORDINATOR, form, { ...answers, place: null });
    expect(nowhere.show === 'form' && nowhere.problems).toEqual({ place: 'Please say where it is, or give a link.' });
  });

  test('nobody but co-ordinators announces, changes, calls off or marks', async () => {
    story = await aStory([...mentors(1), put('session', aSession())], required);
    for (const word of [
      'session.new',
      'session.change',
      'session.desk',
      'session.came',
      'session.people',
      'training.asked',
    ])
      expect(read(await story.open(accountOf('m1'), word, S1))).toMatch(/for the scheme’s co-ordinators/);
    await story.press(accountOf('m1'), 'session.desk', 'off', S1);
    expect(await story.read('session', 'S1')).toMatchObject({ state: 'planned' });
  });
});

describe('signing up', () => {
  test('who has a place sees the link, and may have a file for the calendar that tells nothing of mentoring', async () => {
    story = await aStory([...mentors(1), put('session', aSession())], required);
    expect(JSON.stringify(await story.open(accountOf('m1'), 'session.one', S1))).not.toContain('meet.example');
    const done = await signUp('m1');
    expect(read(done)).toContain('You have a place.');
    expect(JSON.stringify(done)).toContain('https://meet.example/abc');
    expect(await story.read('sessionseats', 'S1')).toMatchObject({ taken: 1 });
    const file = await story.press(accountOf('m1'), 'session.one', 'calendar', S1);
    const ics = file.show === 'view' ? new TextDecoder().decode(file.document?.bytes) : '';
    expect(ics).toMatch(/SUMMARY:Training session/);
    expect(ics).toMatch(/CLASS:PRIVATE/);
    expect(ics).not.toMatch(/mentoring|Becoming a mentor/);
  });

  test('only people accepted in the role it is for; others read why not', async () => {
    story = await aStory(
      [
        ...registered('new', 'mentor', { state: 'submitted' }),
        ...registered('e1', 'mentee'),
        ...somebody('none', 'None'),
        put('session', aSession()),
      ],
      required,
    );
    expect(read(await story.open(accountOf('new'), 'session.one', S1))).toMatch(/as soon as your registration/);
    expect(read(await story.open(accountOf('e1'), 'session.one', S1))).toMatch(/people in the other role/);
    expect(read(await story.open(accountOf('none'), 'session.one', S1))).toMatch(/people who have been accepted/);
    for (const who of ['new', 'e1', 'none']) await signUp(who);
    expect(await story.read('sessionseats', 'S1')).toBeUndefined();
  });

  test('a session on a topic is open to both roles', async () => {
    story = await aStory([
      ...registered('m1', 'mentor'),
      ...registered('e1', 'mentee'),
      put('session', aSession({ what: 'topic' })),
    ]);
    for (const who of ['m1', 'e1']) expect(read(await signUp(who))).toContain('You have a place.');
  });

  test('the last place goes to one of many who press at once; the others stand on the waiting list in order', async () => {
    story = await aStory([...mentors(6), put('session', aSession())], required);
    await Promise.all([1, 2, 3, 4, 5, 6].map(n => signUp(`m${n}`)));
    const all = await Promise.all([1, 2, 3, 4, 5, 6].map(n => story.read('booking', `m${n}-S1`)));
    expect(all.filter(one => one?.state === 'in')).toHaveLength(2);
    expect(all.filter(one => one?.state === 'waiting')).toHaveLength(4);
    expect(await story.read('sessionseats', 'S1')).toMatchObject({ taken: 2 });
  });

  test('two presses of one person are one place', async () => {
    story = await aStory([...mentors(1), put('session', aSession())], required);
    await Promise.all([signUp('m1'), signUp('m1')]);
    expect(read(await signUp('m1'))).toContain('You are signed up already.');
    expect(await story.read('sessionseats', 'S1')).toMatchObject({ taken: 1 });
  });

  test('a cancelled place goes to whoever waits longest, who hears of it; nothing is kept of the cancelling', async () => {
    story = await aStory([...mentors(4), put('session', aSession())], required);
    for (const who of ['m1', 'm2', 'm3', 'm4']) await signUp(who);
    expect(read(await story.open(accountOf('m4'), 'session.one', S1))).toMatch(/number 2 on the waiting list/);
    expect(read(await cancel('m1'))).toMatch(/Thank you for saying so/);
    await story.settle();
    expect(await story.read('booking', 'm1-S1')).toBeUndefined();
    expect(await story.read('booking', 'm3-S1')).toMatchObject({ state: 'in' });
    expect(await story.read('booking', 'm4-S1')).toMatchObject({ state: 'waiting' });
    expect(await story.read('sessionseats', 'S1')).toMatchObject({ taken: 2 });
    expect(lettersTo('m3')).toEqual(['Mentor: something for you']);
    expect(lettersTo('m4')).toEqual([]);
  });

  test('two who cancel at once give two places to two who wait', async () => {
    story = await aStory([...mentors(4), put('session', aSession())], required);
    for (const who of ['m1', 'm2', 'm3', 'm4']) await signUp(who);
    await Promise.all([cancel('m1'), cancel('m2')]);
    for (const who of ['m3', 'm4']) expect(await story.read('booking', `${who}-S1`)).toMatchObject({ state: 'in' });
    expect(await story.read('sessionseats', 'S1')).toMatchObject({ taken: 2 });
  });
});

test.each([0, 1])(
  'whoever comes onto the waiting list while somebody cancels is not left waiting for a free place',
  async order => {
    story = await aStory([...mentors(3), put('session', aSession())], required);
    for (const who of ['m1', 'm2']) await signUp(who);
    const both = [() => signUp('m3'), () => cancel('m1')];
    await Promise.all((order === 0 ? both : both.reverse()).map(deed => deed()));
    expect(await story.read('booking', 'm3-S1')).toMatchObject({ state: 'in' });
    expect(await story.read('sessionseats', 'S1')).toMatchObject({ taken: 2 });
  },
);

describe('changing and calling off', () => {
  test('another time is told once to everybody who signed up; more places only to those who get one', async () => {
    story = await aStory([...mentors(3), put('session', aSession())], required);
    for (const who of ['m1', 'm2', 'm3']) await signUp(who);
    const more = await story.send(COORDINATOR, await story.open(COORDINATOR, 'session.change', S1), { places: '3' });
    expect(read(more)).toContain('Places: 1 of 3 free');
    await story.settle();
    expect(await story.read('booking', 'm3-S1')).toMatchObject({ state: 'in' });
    expect([lettersTo('m1'), lettersTo('m3')]).toEqual([[], ['Mentor: something for you']]);
    await story.send(COORDINATOR, await story.open(COORDINATOR, 'session.change', S1), { time: '15:00' });
    await story.settle();
    expect([lettersTo('m1').length, lettersTo('m3').length]).toEqual([1, 2]);
    expect(read(await story.open(accountOf('m1'), 'session.one', S1))).toMatch(/take the file once more/);
  });

  test('of two co-ordinators who change it at once, the second looks again, and nothing typed is lost', async () => {
    story = await aStory([put('session', aSession())], { coordinators: [COORDINATOR, 'slack/T1/UC2'] });
    const form = await story.open(COORDINATOR, 'session.change', S1);
    await story.send('slack/T1/UC2', await story.open('slack/T1/UC2', 'session.change', S1), {
      title: 'Another title',
    });
    const again = await story.send(COORDINATOR, form, { title: 'My own title' });
    expect(again.show === 'form' && again.problems?.['title']).toMatch(/changed this session meanwhile/);
    expect(again.show === 'form' && again.form.values?.['title']).toBe('My own title');
  });

  test('for whom it is can be changed to and fro; whoever has heard of it does not hear of it again', async () => {
    story = await aStory([...waiting('m1'), ...waiting('e1', 'mentee')], {
      trainingMentor: 'required',
      trainingMentee: 'required',
    });
    await story.send(COORDINATOR, await story.open(COORDINATOR, 'session.new'), answers);
    await story.settle();
    const { keys } = await story.store.keys(undefined, 1000);
    const session = keys.find(key => key.startsWith('session/'))?.slice('session/'.length) ?? '';
    for (const what of ['both', 'mentee', 'topic', 'mentor', 'both']) {
      await story.later(DAY);
      await story.send(COORDINATOR, await story.open(COORDINATOR, 'session.change', { session }), {
        what,
        topic: null,
      });
      await story.settle();
      expect((await story.read('session', session))?.what).toBe(what);
    }
    for (const who of ['m1', 'e1']) expect(lettersTo(who)).toEqual(['Mentor: something for you']);
  });

  test('called off: everybody who signed up hears of it, and nobody can sign up any more', async () => {
    story = await aStory([...mentors(2), put('session', aSession())], required);
    await signUp('m1');
    await story.press(COORDINATOR, 'session.desk', 'off', S1);
    await story.settle();
    expect(lettersTo('m1')).toEqual(['Mentor: something for you']);
    expect(read(await story.open(accountOf('m1'), 'session.one', S1))).toMatch(/called off/);
    await signUp('m2');
    expect(await story.read('booking', 'm2-S1')).toBeUndefined();
  });
});

describe('the reminder', () => {
  test('R58: two working days before, in working hours, counted in the budget and never held back by it', async () => {
    const late = { hours: { days: [4], from: '13:00', to: '17:00' }, prompts: [Date.parse('2026-12-02T09:00:00Z')] };
    story = await aStory(
      [
        ...waiting('m1'),
        ...waiting('m2', 'mentor', late),
        ...waiting('m3'),
        put('session', aSession()),
        put('sessionseats', { id: 'S1', taken: 2 }),
        put('booking', aBooking('m1')),
        put('booking', aBooking('m2')),
        put('booking', aBooking('m3', { state: 'waiting' })),
      ],
      required,
      '2026-12-03T08:30:00Z',
    );
    await story.later(HOUR);
    expect([lettersTo('m1').length, lettersTo('m2').length, lettersTo('m3').length]).toEqual([1, 0, 0]);
    await story.later(4 * HOUR);
    expect(lettersTo('m2')).toHaveLength(1);
    expect((await story.read('person', 'm1'))?.prompts).toHaveLength(1);
    expect((await story.read('person', 'm2'))?.prompts).toHaveLength(2);
  });

  test('whoever has left meanwhile is taken off, and the place goes to the next', async () => {
    story = await aStory(
      [
        ...registered('gone', 'mentor', { state: 'withdrawn' }),
        ...mentors(1),
        put('session', aSession()),
        put('sessionseats', { id: 'S1', taken: 2 }),
        put('booking', aBooking('gone')),
        put('booking', aBooking('m1', { state: 'waiting' })),
      ],
      required,
      '2026-12-03T08:30:00Z',
    );
    await story.later(HOUR);
    expect(await story.read('booking', 'gone-S1')).toBeUndefined();
    expect(await story.read('booking', 'm1-S1')).toMatchObject({ state: 'in' });
    expect(lettersTo('gone')).toEqual([]);
  });
});

describe('R6: who was there', () => {
  const booked = (...ids: string[]) => ids.map(id => put('booking', aBooking(id)));
  const mark = async (who: string[], how = 'all', by = COORDINATOR) =>
    story.send(by, await story.open(by, 'session.came', S1), { who: who.map(id => `${id}-S1`), how });
  const begin = (records: Parameters<typeof aStory>[0], more = {}) =>
    aStory([...records, put('session', aSession({ remindAt: undefined }))], { ...required, ...more }, DURING);

  test('several at once: their training is recorded, they can be matched, and each hears of it once', async () => {
    story = await begin([...mentors(3), ...booked('m1', 'm2', 'm3')]);
    await mark(['m1', 'm2']);
    await story.settle();
    for (const who of ['m1', 'm2']) {
      expect(await story.read('registration', `${who}-mentor`)).toMatchObject({
        state: 'available',
        training: 'attended',
      });
      expect(lettersTo(who)).toEqual(['Mentor: something for you']);
      expect(read(await story.open(accountOf(who), 'session.one', S1))).toMatch(
        /Thank you for coming[\s\S]*Recorded for you: the mentor training/,
      );
    }
    expect(await story.read('registration', 'm3-mentor')).toMatchObject({ state: 'accepted', training: 'needed' });
    await mark(['m1', 'm2', 'm3']);
    await story.settle();
    expect([lettersTo('m1').length, lettersTo('m3').length]).toEqual([1, 1]);
  });

  test('the desk asks who was there once the session is over, until the first is marked', async () => {
    story = await begin([...mentors(1), ...booked('m1'), put('sessionseats', { id: 'S1', taken: 1 })]);
    const asks = async () => read(await story.open(COORDINATOR, 'desk')).includes('Nobody is marked');
    expect(await asks()).toBe(false);
    await story.later(HOUR);
    expect(await asks()).toBe(true);
    await mark(['m1'], 'part');
    expect(await asks()).toBe(false);
  });

  test('two co-ordinators who mark at the same time undo nothing of each other', async () => {
    story = await begin([...mentors(2), ...booked('m1', 'm2')], { coordinators: [COORDINATOR, 'slack/T1/UC2'] });
    const [one, other] = [
      await story.open(COORDINATOR, 'session.came', S1),
      await story.open('slack/T1/UC2', 'session.came', S1),
    ];
    await Promise.all([
      story.send(COORDINATOR, one, { who: ['m1-S1'], how: 'all' }),
      story.send('slack/T1/UC2', other, { who: ['m2-S1'], how: 'all' }),
    ]);
    for (const who of ['m1', 'm2']) expect(await story.read('booking', `${who}-S1`)).toMatchObject({ came: 'all' });
  });

  test('a part of it leaves the rest to come, and is added to later; never taken away', async () => {
    story = await begin([...mentors(1), ...booked('m1')]);
    await mark(['m1'], 'part');
    expect(await story.read('registration', 'm1-mentor')).toMatchObject({ state: 'accepted', training: 'partly' });
    await mark(['m1'], 'all');
    expect(await story.read('registration', 'm1-mentor')).toMatchObject({ state: 'available', training: 'attended' });
    await mark(['m1'], 'part');
    expect(await story.read('booking', 'm1-S1')).toMatchObject({ came: 'all' });
    expect(await story.read('registration', 'm1-mentor')).toMatchObject({ training: 'attended' });
  });

  test('a session on a topic, or of the other role, opens no gate; an exemption stays one (R5)', async () => {
    const topic = put('session', aSession({ id: 'S2', what: 'topic' }));
    const both = [
      ...mentors(1),
      put('registration', aRegistration('m1', 'mentee', { state: 'accepted', training: 'needed' })),
    ];
    const exempt = registered('ex', 'mentor', { training: 'exempt' });
    story = await begin(
      [
        ...both,
        ...exempt,
        topic,
        ...booked('m1', 'ex'),
        put('booking', { ...aBooking('m1'), id: 'm1-S2', session: 'S2' }),
      ],
      { trainingMentee: 'required' },
    );
    const form = await story.open(COORDINATOR, 'session.came', { session: 'S2' });
    await story.send(COORDINATOR, form, { who: ['m1-S2'], how: 'all' });
    expect(await story.read('registration', 'm1-mentor')).toMatchObject({ training: 'needed' });
    await mark(['m1', 'ex']);
    expect(await story.read('registration', 'm1-mentor')).toMatchObject({ training: 'attended' });
    expect(await story.read('registration', 'm1-mentee')).toMatchObject({ state: 'accepted', training: 'needed' });
    expect(await story.read('registration', 'ex-mentor')).toMatchObject({ training: 'exempt' });
  });

  test('whoever came without signing up is found and marked; one who is not accepted is not', async () => {
    story = await begin([...mentors(1), ...registered('new', 'mentor', { state: 'submitted' })]);
    const ask = await story.send(COORDINATOR, await story.open(COORDINATOR, 'session.add', S1), { who: ['p:m1'] });
    expect(read(ask)).toContain('Name m1 did not sign up. Were they there?');
    await story.press(COORDINATOR, 'session.add.one', 'all', { ...S1, person: 'm1' });
    expect(await story.read('booking', 'm1-S1')).toMatchObject({ state: 'in', came: 'all' });
    expect(await story.read('sessionseats', 'S1')).toMatchObject({ taken: 1 });
    expect(await story.read('registration', 'm1-mentor')).toMatchObject({ state: 'available' });
    await story.press(COORDINATOR, 'session.add.one', 'all', { ...S1, person: 'new' });
    expect(await story.read('booking', 'new-S1')).toBeUndefined();
  });

  test('nobody marks themselves while there is another co-ordinator; and nobody is marked before it has begun', async () => {
    const own = { coordinators: [accountOf('m1'), COORDINATOR], coordinatorPersons: { [accountOf('m1')]: 'm1' } };
    story = await begin([...mentors(2), ...booked('m1', 'm2')], own);
    const form = await story.open(accountOf('m1'), 'session.came', S1);
    const who = form.show === 'form' ? form.form.fields['who'] : undefined;
    expect(who?.kind === 'choices' && who.options.map(option => option.key)).toEqual(['m2-S1']);
    await story.press(accountOf('m1'), 'session.add.one', 'all', { ...S1, person: 'm1' });
    expect(await story.read('booking', 'm1-S1')).not.toHaveProperty('came');
    await story.close();
    story = await aStory([...mentors(1), ...booked('m1'), put('session', aSession())], required);
    expect(read(await story.open(COORDINATOR, 'session.came', S1))).toMatch(/not begun yet/);
  });

  test('R55: how it was is told once, without a name, and read from five answers on', async () => {
    story = await begin([
      ...mentors(6),
      ...[1, 2, 3, 4, 5, 6].map(n => put('booking', aBooking(`m${n}`, { came: 'all' }))),
    ]);
    const tell = async (n: number, gaps: string[]) =>
      story.send(accountOf(`m${n}`), await story.open(accountOf(`m${n}`), 'session.feedback', S1), {
        score: '4',
        gaps,
        line: `Line ${n}`,
      });
    for (const n of [1, 2, 3, 4]) await tell(n, ['skill-feedback', 'skill-ending']);
    expect(read(await story.open(COORDINATOR, 'session.said', S1))).toMatch(/Fewer than five/);
    expect(read(await story.open(COORDINATOR, 'training.asked'))).toMatch(/Fewer than five people have told/);
    await tell(5, ['skill-feedback']);
    expect(read(await story.open(accountOf('m5'), 'session.feedback', S1))).toMatch(/told us already/);
    const said = read(await story.open(COORDINATOR, 'session.said', S1));
    expect(said).toMatch(/Answers: 5[\s\S]*4\.0 of 5/);
    expect(said).toContain('Line 3');
    // Each number of a gap stands for five at least; what four named is not shown.
    const totals = read(await story.open(COORDINATOR, 'training.asked'));
    expect(totals).toContain('Giving and taking feedback: 5');
    expect(totals).not.toContain('Ending well');
    const { keys } = await story.store.keys(undefined, 1_000);
    expect(keys.filter(key => key.startsWith('ballot/')).some(key => /m\d/.test(key))).toBe(false);
    expect(JSON.stringify(await story.store.history(undefined, 1_000))).not.toMatch(/Line \d/);
  });
});

describe('R0: switched off', () => {
  test('no sessions: nothing is listed or announced, no letter is sent, and what is missing leads nowhere it should not', async () => {
    story = await aStory([...mentors(1), put('session', aSession())], {
      ...required,
      sessions: false,
      trainingText: 'Ask HR.',
    });
    const list = await story.open(accountOf('m1'), 'training');
    expect(read(list)).toMatch(/the mentor training[\s\S]*Ask HR\.[\s\S]*not announced here/);
    expect(buttons(list)).not.toContain('session.one');
    expect(buttons(await story.open(accountOf('m1'), 'events'))).not.toContain('session.one');
    expect(read(await signUp('m1'))).toMatch(/not on the list/);
    expect(await story.read('booking', 'm1-S1')).toBeUndefined();
    expect(read(await story.open(COORDINATOR, 'session.new'))).toMatch(/switched off/);
    const home = await story.open(accountOf('m1'), 'home');
    expect(read(home)).toContain('the mentor training');
    expect(buttons(home)[0]).toBe('register.status');
    await story.later(15 * DAY);
    expect(lettersTo('m1')).toEqual([]);
  });
});
