// One's own training: the unmet gate named wherever somebody waits, training that runs out, the private look at one's own skills, and what people ask for.
import { afterEach, describe, expect, test } from 'vitest';
import { put } from '../../../src/conversation/outcome.ts';
import { samAndAlex, somebody } from '../people.ts';
import { aRegistration } from '../records.ts';
import { aStory, type Story } from '../story.ts';
import { aBooking, accountOf, aSession, buttons, COORDINATOR, read, registered, S1, waiting } from './begin.ts';

let story: Story;
afterEach(() => story?.close());

const DAY = 24 * 3_600_000;
const required = { trainingMentor: 'required' as const };
const lettersTo = (who: string): number => story.box.messages.filter(one => one.to === accountOf(who)).length;

describe('R6, R8: what is missing is named wherever somebody waits', () => {
  test('on the home page, in the registration, under “training”, in “me”', async () => {
    const both = put('registration', aRegistration('m1', 'mentee', { state: 'accepted', training: 'partly' }));
    story = await aStory([...waiting('m1'), both], { ...required, trainingMentee: 'required' });
    for (const word of ['home', 'register.status', 'training', 'me']) {
      const said = read(await story.open(accountOf('m1'), word));
      expect([word, said]).toEqual([word, expect.stringMatching(/the mentor training/)]);
      expect([word, said]).toEqual([word, expect.stringMatching(/the mentee briefing/)]);
    }
    expect(buttons(await story.open(accountOf('m1'), 'home'))[0]).toBe('training');
  });

  test('and how near it is: no session yet, one to sign up for, a waiting list, a place, and one that is over', async () => {
    const said = async (who: string): Promise<string> => read(await story.open(accountOf(who), 'training'));
    story = await aStory(waiting('m1'), required);
    expect(await said('m1')).toContain('No session for it is planned yet.');
    await story.close();
    story = await aStory([...waiting('m1'), ...waiting('m2'), put('session', aSession({ places: 1 }))], required);
    expect(await said('m1')).toContain('The next step is to sign up for a session below.');
    for (const who of ['m1', 'm2']) await story.press(accountOf(who), 'session.one', 'sign-up', S1);
    expect(await said('m1')).toContain('You have a place in a session for it.');
    expect(await said('m2')).toContain('You are on the waiting list of a session for it.');
    await story.later(15 * DAY);
    expect(await said('m1')).toContain('As soon as a co-ordinator has marked who was there');
    expect(await said('m2')).toContain('No session for it is planned yet.');
  });

  test('recommended training is no condition, and nothing is said where none is asked', async () => {
    story = await aStory(registered('m1', 'mentor'), { trainingMentor: 'recommended' });
    expect(read(await story.open(accountOf('m1'), 'training'))).toMatch(/not required: the mentor training/);
    await story.close();
    story = await aStory(registered('m1', 'mentor'), { trainingMentor: 'none' });
    expect(read(await story.open(accountOf('m1'), 'training'))).not.toMatch(/mentor training/);
  });
});

describe('sessions switched off after there were some', () => {
  test('past ones lead to no page that says they are gone; co-ordinators read how to switch them on', async () => {
    const been = put('session', aSession({ state: 'over' }));
    const seen = async (sessions: boolean) => {
      story = await aStory([...registered('m1', 'mentor'), been, put('booking', aBooking('m1', { came: 'all' }))], {
        sessions,
      });
      const lists = [await story.open(accountOf('m1'), 'training'), await story.open(COORDINATOR, 'training')];
      for (const list of lists) {
        expect(read(list)).toContain('Becoming a mentor');
        expect(buttons(list).includes('session.one')).toBe(sessions);
      }
      return lists.map(read);
    };
    await seen(true);
    await story.close();
    const [theirs, desk] = await seen(false);
    expect(theirs).toContain('The co-ordinators tell you');
    expect(desk).toMatch(/You can switch them on under “Training sessions”/);
  });
});

describe('training that counts for some months', () => {
  const yearly = { ...required, trainingMonths: 12 };

  test('attended, it counts until a day; people are asked again four weeks before, and then it runs out (R6)', async () => {
    story = await aStory(waiting('m1'), yearly);
    await story.press(COORDINATOR, 'accept.training', 'attended', { registration: 'm1-mentor' });
    await story.settle();
    const before = lettersTo('m1');
    expect(read(await story.open(accountOf('m1'), 'training'))).toContain('It counts until Tuesday 23 November 2027.');
    await story.later(336 * DAY);
    expect(lettersTo('m1')).toBe(before);
    await story.later(3 * DAY);
    expect(lettersTo('m1')).toBe(before + 1);
    expect(read(await story.open(accountOf('m1'), 'training'))).toMatch(/welcome to come again before then/);
    expect(await story.read('registration', 'm1-mentor')).toMatchObject({ state: 'available' });
    await story.later(28 * DAY);
    expect(await story.read('registration', 'm1-mentor')).toMatchObject({ state: 'accepted', training: 'needed' });
    expect(lettersTo('m1')).toBe(before + 2);
    for (const word of ['training', 'register.status'])
      expect(read(await story.open(accountOf('m1'), word))).toMatch(/the mentor training[\s\S]*a while ago/);
    await story.press(COORDINATOR, 'accept.training', 'attended', { registration: 'm1-mentor' });
    expect(await story.read('registration', 'm1-mentor')).toMatchObject({ state: 'available', training: 'attended' });
  });

  test('coming again in time renews it, and nothing runs out', async () => {
    story = await aStory(
      [
        ...waiting('m1'),
        put(
          'session',
          aSession({
            at: Date.parse('2027-11-01T10:00:00Z'),
            endsAt: Date.parse('2027-11-01T11:00:00Z'),
            remindAt: undefined,
          }),
        ),
      ],
      yearly,
    );
    await story.press(COORDINATOR, 'accept.training', 'attended', { registration: 'm1-mentor' });
    await story.later(343 * DAY + 2 * 3_600_000);
    await story.press(COORDINATOR, 'session.add.one', 'all', { ...S1, person: 'm1' });
    await story.later(60 * DAY);
    expect(await story.read('registration', 'm1-mentor')).toMatchObject({ state: 'available', training: 'attended' });
  });

  test('a pairing that runs is not touched; the step stands before the next one (A10)', async () => {
    const soon = Date.parse('2026-11-24T09:00:00Z');
    const pair = samAndAlex({ state: 'active', met: 1 }).map(one =>
      one.kind === 'registration' && one.value.id === 'sam-mentor'
        ? put('registration', { ...one.value, training: 'attended' as const, trainingEndsAt: soon })
        : one,
    );
    story = await aStory(pair, yearly);
    await story.later(2 * DAY);
    expect(await story.read('registration', 'sam-mentor')).toMatchObject({ state: 'full', training: 'needed' });
    expect(await story.read('pairing', 'P1')).toMatchObject({ state: 'active' });
  });

  test('an exemption does not run out, and neither does training where the scheme sets no time any more', async () => {
    const soon = Date.parse('2026-11-24T09:00:00Z');
    story = await aStory(
      registered('m1', 'mentor', { training: 'attended', trainingEndsAt: soon, trainingAskAt: soon - DAY }),
      required,
    );
    await story.later(3 * DAY);
    const after = await story.read('registration', 'm1-mentor');
    expect(after).toMatchObject({ state: 'available', training: 'attended' });
    expect(after).not.toHaveProperty('trainingEndsAt');
    expect(lettersTo('m1')).toBe(0);
  });

  test('being asked waits for the message budget, day by day', async () => {
    const at = Date.parse('2026-11-24T09:00:00Z');
    const busy = { prompts: [at - DAY] };
    const until = { training: 'attended' as const, trainingAskAt: at, trainingEndsAt: at + 28 * DAY };
    story = await aStory(registered('m1', 'mentor', until, busy), yearly);
    await story.later(3 * DAY);
    expect(lettersTo('m1')).toBe(0);
    await story.later(4 * DAY);
    expect(lettersTo('m1')).toBe(1);
  });

  test('nobody is asked beyond the budget, also on the last days: the word that it is over says it', async () => {
    const at = Date.parse('2026-11-24T09:00:00Z');
    const busy = { prompts: [at - DAY] };
    const until = { training: 'attended' as const, trainingAskAt: at, trainingEndsAt: at + 2 * DAY };
    story = await aStory(registered('m1', 'mentor', until, busy), yearly);
    await story.later(2 * DAY);
    expect(lettersTo('m1')).toBe(0);
    expect(await story.read('registration', 'm1-mentor')).toMatchObject({ training: 'attended' });
    await story.later(2 * DAY);
    expect(await story.read('registration', 'm1-mentor')).toMatchObject({ state: 'accepted', training: 'needed' });
    expect(lettersTo('m1')).toBe(1);
  });
});

describe('the look at one’s own skills', () => {
  const ahead = [
    put('session', aSession({ id: 'S1', what: 'mentor' })),
    put('session', aSession({ id: 'S2', what: 'topic', topic: 'skill-feedback', title: 'Feedback that helps' })),
    put('session', aSession({ id: 'S3', what: 'topic', topic: 'career', title: 'Careers' })),
  ];
  const scores = { listens: '4', feedback: '1' };

  test('it is one’s own, suggests sessions and nothing else, and can be erased', async () => {
    story = await aStory([...registered('m1', 'mentor'), ...ahead]);
    const before = await story.read('registration', 'm1-mentor');
    const seen = await story.send(accountOf('m1'), await story.open(accountOf('m1'), 'training.check'), scores);
    expect(read(seen)).toMatch(/What comes easily\nI listen actively\nWhere a session could help\nI give feedback/);
    expect(read(seen)).toContain('Feedback that helps');
    expect(read(seen)).toContain('Becoming a mentor');
    expect(read(seen)).not.toContain('Careers');
    expect(await story.read('selfcheck', 'm1')).toMatchObject({ scores: { listens: 4, feedback: 1 } });
    expect(await story.read('registration', 'm1-mentor')).toEqual(before);
    await story.press(accountOf('m1'), 'training.check', 'erase');
    expect(await story.read('selfcheck', 'm1')).toBeUndefined();
  });

  test('nobody else opens it, co-ordinators included', async () => {
    const own = put('selfcheck', { id: 'm1', person: 'm1', scores: { listens: 1 }, at: 0 });
    story = await aStory([...registered('m1', 'mentor'), ...somebody('c1', 'Co', { accounts: [COORDINATOR] }), own]);
    const seen = await story.open(COORDINATOR, 'training.seen', { person: 'm1' });
    expect(JSON.stringify(seen)).not.toContain('listen');
  });

  test('R0: it can be switched off', async () => {
    story = await aStory(registered('m1', 'mentor'), { selfCheck: false });
    expect(buttons(await story.open(accountOf('m1'), 'training'))).not.toContain('training.check');
    expect(read(await story.open(accountOf('m1'), 'training.check'))).toMatch(/does without/);
  });
});

describe('you said, we did', () => {
  const many = (n: number) => Array.from({ length: n }, (_, k) => registered(`m${k + 1}`, 'mentor')).flat();
  const ask = async (who: string, topics: string[]) =>
    story.send(accountOf(who), await story.open(accountOf(who), 'training.ask'), { topics });
  const asked = async () => read(await story.open(COORDINATOR, 'training.asked'));
  const answers = { day: '2026-12-07', place: 'Room 4' };

  test('R55: a topic is not named for one, named for two, and counted from five', async () => {
    story = await aStory(many(6));
    await ask('m1', ['career', 'skill-feedback']);
    expect(await asked()).toMatch(/No topic has been asked for by two/);
    await ask('m2', ['career']);
    expect(await asked()).toMatch(/Career planning and promotion\nAsked for by a few/);
    expect(await asked()).not.toContain('Giving and taking feedback');
    for (const n of [3, 4, 5]) await ask(`m${n}`, ['career']);
    expect(await asked()).toContain('Asked for by 5');
    expect(await story.counts('support')).toMatchObject({ career: 5 });
  });

  test('one person counts once, however often they send it, and can take it back', async () => {
    story = await aStory(many(2));
    await Promise.all([ask('m1', ['career']), ask('m1', ['career'])]);
    await ask('m1', ['career', 'safety']);
    expect(await story.counts('support')).toMatchObject({ career: 1, safety: 1 });
    const form = await story.open(accountOf('m1'), 'training.ask');
    expect(form.show === 'form' && form.form.values).toEqual({ topics: ['career', 'safety'] });
    expect(read(await ask('m1', []))).toMatch(/Nothing is counted for you/);
    expect(await story.counts('support')).toMatchObject({ career: 0, safety: 0 });
    expect(await story.read('supportwish', 'm1')).toBeUndefined();
  });

  test('in one press it becomes a session; those who asked are invited, and nobody is told who they are', async () => {
    story = await aStory([...many(3), ...registered('e1', 'mentee'), ...registered('x', 'mentor')]);
    for (const who of ['m1', 'm2', 'e1']) await ask(who, ['career']);
    await ask('m3', ['safety']);
    expect(buttons(await story.open(COORDINATOR, 'training.asked'))).toContain('session.new');
    const form = await story.open(COORDINATOR, 'session.new', { topic: 'career' });
    expect(form.show === 'form' && form.form.values).toMatchObject({
      what: 'topic',
      topic: 'career',
      title: 'Career planning and promotion',
    });
    const shown = JSON.stringify([form, await story.send(COORDINATOR, form, answers)]);
    await story.settle();
    for (const who of ['m1', 'm2', 'e1']) expect(lettersTo(who)).toBe(1);
    for (const who of ['m3', 'x']) expect(lettersTo(who)).toBe(0);
    expect(shown).not.toMatch(/Name (m|e)\d/);
    const { keys } = await story.store.keys(undefined, 1_000);
    const id = keys.find(key => key.startsWith('session/'))?.slice('session/'.length) ?? '';
    expect(await story.read('session', id)).toMatchObject({ asked: true });
    expect(read(await story.open(accountOf('x'), 'session.one', { session: id }))).toContain('You said, we did');
    for (const word of ['session.desk', 'session.people', 'training.asked', 'training'])
      expect(JSON.stringify(await story.open(COORDINATOR, word, { session: id }))).not.toMatch(/Name (m|e)\d/);
    expect(JSON.stringify(await story.store.history(undefined, 1_000))).not.toMatch(/"(m1|m2|e1)"/);
    // Once it has been held, nobody counts as asking for it any more; other topics stay.
    await story.later(20 * DAY);
    expect(await story.counts('support')).toMatchObject({ career: 0, safety: 1 });
    expect(await story.read('supportwish', 'm1')).toMatchObject({ topics: [] });
    expect(await story.read('supportwish', 'm3')).toMatchObject({ topics: ['safety'] });
  });

  test('R58: the invitation reaches whoever asked in their own working hours', async () => {
    const far = { zone: 'America/New_York' };
    story = await aStory([...many(1), ...registered('far', 'mentor', {}, far)]);
    for (const who of ['m1', 'far']) await ask(who, ['career']);
    await story.send(COORDINATOR, await story.open(COORDINATOR, 'session.new', { topic: 'career' }), answers);
    await story.settle();
    expect([lettersTo('m1'), lettersTo('far')]).toEqual([1, 0]);
    await story.later(6 * 3_600_000);
    expect(lettersTo('far')).toBe(1);
  });

  test('a topic that nobody, or only one, asked for makes no session “people asked for”', async () => {
    story = await aStory(many(1));
    await ask('m1', ['career']);
    const form = await story.open(COORDINATOR, 'session.new', { topic: 'career' });
    expect(form.show === 'form' && form.form.values).not.toHaveProperty('topic');
    await story.send(COORDINATOR, form, { ...answers, what: 'topic', topic: 'career', title: 'Careers' });
    await story.settle();
    const { keys } = await story.store.keys(undefined, 1_000);
    const id = keys.find(key => key.startsWith('session/'))?.slice('session/'.length) ?? '';
    expect(await story.read('session', id)).not.toHaveProperty('asked');
    expect(lettersTo('m1')).toBe(1);
  });

  test('whoever has signed up before the word of it comes is not invited any more', async () => {
    const evening = { hours: { days: [2], from: '13:00', to: '17:00' } };
    story = await aStory(waiting('m1', 'mentor', evening), required);
    await story.send(COORDINATOR, await story.open(COORDINATOR, 'session.new'), {
      ...answers,
      what: 'mentor',
      title: 'Training',
    });
    await story.settle();
    const { keys } = await story.store.keys(undefined, 1_000);
    const session = keys.find(key => key.startsWith('session/'))?.slice('session/'.length) ?? '';
    expect(lettersTo('m1')).toBe(0);
    await story.press(accountOf('m1'), 'session.one', 'sign-up', { session });
    await story.later(2 * DAY);
    expect(lettersTo('m1')).toBe(0);
  });

  test('whoever has left meanwhile is not invited', async () => {
    story = await aStory([...many(1), ...registered('gone', 'mentor')]);
    await ask('m1', ['career']);
    await ask('gone', ['career']);
    await story.press(accountOf('gone'), 'me.leave', 'leave', { role: 'mentor' });
    expect(await story.read('registration', 'gone-mentor')).toMatchObject({ state: 'withdrawn' });
    await story.send(COORDINATOR, await story.open(COORDINATOR, 'session.new', { topic: 'career' }), answers);
    await story.settle();
    expect(lettersTo('m1')).toBe(1);
    expect(lettersTo('gone')).toBe(0);
  });

  test('R0: it can be switched off', async () => {
    story = await aStory(many(1), { supportAsked: false });
    expect(buttons(await story.open(accountOf('m1'), 'training'))).not.toContain('training.ask');
    expect(read(await story.open(accountOf('m1'), 'training.ask'))).toMatch(/does without/);
  });
});
