// Objectives: the mentee's own to set, change and close; what shows them; the mentor's words beside them; and a word in private when one is reached (F11, R32–R34).
import { describe, expect, test } from 'vitest';
import type { Ids } from '../../../src/conversation/notice.ts';
import { put } from '../../../src/conversation/outcome.ts';
import { paperOf } from '../../../src/features/objectives/paper.ts';
import type { RawAnswer, Reply } from '../../../src/platforms/platform.ts';
import { DAY } from '../../../src/scheme/calendar.ts';
import type { Objective } from '../../../src/scheme/kinds.ts';
import { leave } from '../exit/begin.ts';
import { alex, begin, lettersTo, NOW, offers, P1, press, read, sam } from '../meeting/begin.ts';
import type { Story } from '../story.ts';

const SMART = {
  title: 'Registered',
  specific: 'Write up two projects.',
  measure: 'The form is sent.',
  due: '2027-03-31',
};
const anObjective = (more: Partial<Objective> = {}): Objective => ({
  ...{ id: 'O1', pairing: 'P1', mentor: 'sam', mentee: 'alex', at: NOW, state: 'running', ...SMART },
  ...{ steps: [], evidence: [], comments: [], reviews: [], ...more },
});
const ids: Ids = { ...P1, objective: 'O1' };
const withOne = (more: Partial<Objective> = {}, scheme = {}, pairing = {}): Promise<Story> =>
  begin(pairing, scheme, [put('objective', anObjective(more))]);
const one = (on: Story, id = 'O1') => on.read('objective', id);
const send = async (
  on: Story,
  who: string,
  word: string,
  answers: Record<string, RawAnswer>,
  about = ids,
): Promise<Reply> => on.send(who, await on.open(who, word, about), answers);

describe('R32: whose they are', () => {
  test('the mentee sets one, with steps; both read it', async () => {
    const on = await begin();
    const done = await send(on, alex, 'objective.new', { ...SMART, steps: ['Ask Kim', 'Write it up'] }, P1);
    expect(read(done)).toContain('Write up two projects.');
    const list = await on.open(sam, 'objectives', P1);
    expect(read(list)).toContain('Registered – on its way; by Wednesday 31 March 2027');
    expect(offers(list)).toEqual(['objective', 'pair']);
  });

  test('what makes it one is asked for, with an example each; the rest may be left open', async () => {
    const on = await begin();
    const form = await on.open(alex, 'objective.new', P1);
    const fields = form.show === 'form' ? Object.entries(form.form.fields) : [];
    expect(fields.filter(([, field]) => !field.optional).map(([name]) => name)).toEqual([
      ...['title', 'specific', 'measure', 'due'],
    ]);
    const hints = fields.map(([, field]) => field.hint ?? '').join(' ');
    for (const word of ['Specific.', 'Measurable.', 'Achievable.', 'Relevant.']) expect(hints).toContain(word);
  });

  test('the mentor neither sets, changes, closes nor adds to one', async () => {
    const on = await withOne();
    for (const word of ['objective.edit', 'objective.close', 'objective.evidence', 'objective.review'])
      expect([word, (await on.open(sam, word, ids)).show]).toEqual([word, 'view']);
    expect((await on.open(sam, 'objective.new', P1)).show).toBe('view');
    await on.press(sam, 'objective', 'step', { ...ids, step: 'a' });
    await on.press(sam, 'objective', 'reopen', ids);
    expect(await one(on)).toMatchObject(anObjective());
  });

  test('the mentor proposes wording: nothing changes until the mentee takes it', async () => {
    const on = await withOne();
    const words = {
      title: 'Registered as RSciTech',
      specific: 'Two projects, one page each.',
      measure: 'Sent by March.',
    };
    await send(on, sam, 'objective.propose', words);
    await on.settle();
    expect(lettersTo(on, alex)).toEqual([{ text: 'Mentor: something for you', leads: ['objective'] }]);
    const before = await one(on);
    expect(before).toMatchObject(SMART);
    await on.press(alex, 'objective', 'take', { ...ids, proposal: before?.proposal?.id ?? '' });
    expect(await one(on)).toMatchObject({ ...words, due: SMART.due });
    expect((await one(on))?.proposal).toBeUndefined();
  });

  test('the mentee leaves it, and it is gone; a newer one is never taken unread', async () => {
    const on = await withOne();
    const words = (title: string) => ({ title, specific: 'S', measure: 'M' });
    await send(on, sam, 'objective.propose', words('First'));
    const first = (await one(on))?.proposal?.id ?? '';
    await send(on, sam, 'objective.propose', words('Second'));
    const late = await on.press(alex, 'objective', 'take', { ...ids, proposal: first });
    expect(read(late)).toContain('There is a newer proposal');
    expect((await one(on))?.title).toBe('Registered');
    await on.press(alex, 'objective', 'leave', { ...ids, proposal: (await one(on))?.proposal?.id ?? '' });
    expect(await one(on)).toMatchObject({ title: 'Registered' });
    expect((await one(on))?.proposal).toBeUndefined();
  });

  test('steps are ticked off by the mentee, and stay so when the objective is changed', async () => {
    const on = await withOne({ steps: [{ id: 'a', text: 'Ask Kim', done: false }] });
    await on.press(alex, 'objective', 'step', { ...ids, step: 'a' });
    await send(on, alex, 'objective.edit', { steps: ['Ask Kim', 'Write it up'] });
    expect((await one(on))?.steps.map(({ text, done }) => [text, done])).toEqual([
      ['Ask Kim', true],
      ['Write it up', false],
    ]);
  });

  test('a step that is pressed twice, as by an impatient finger, is ticked off once; taken back it is by a button of its own', async () => {
    const on = await withOne({ steps: [{ id: 'a', text: 'Ask Kim', done: false }] });
    const tick = () => on.press(alex, 'objective', 'step', { ...ids, step: 'a' });
    await Promise.all([tick(), tick()]);
    expect((await one(on))?.steps).toMatchObject([{ done: true, doneOn: '2026-11-23' }]);
    expect(JSON.stringify(await on.open(alex, 'objective', ids))).toContain('"press":"undo"');
    await on.press(alex, 'objective', 'undo', { ...ids, step: 'a' });
    expect((await one(on))?.steps).toEqual([{ id: 'a', text: 'Ask Kim', done: false }]);
  });

  test('a few at a time are enough', async () => {
    const many = Array.from({ length: 5 }, (_, n) => put('objective', anObjective({ id: `O${n}` })));
    const on = await begin({}, {}, many);
    expect(read(await on.open(alex, 'objective.new', P1))).toContain('There are 5 already');
  });
});

describe('R33: what shows it', () => {
  test('the mentee adds it any time, with a link; the mentor reads it', async () => {
    const on = await withOne();
    await send(on, alex, 'objective.evidence', { text: 'Talk given', link: 'https://x.example/talk' });
    const page = await on.open(sam, 'objective', ids);
    expect(read(page)).toContain('One thing has been added.');
    expect(read(page)).toContain('Talk given');
  });

  test('the mentor is shown that there is none, without a word about it', async () => {
    const page = read(await (await withOne()).open(sam, 'objective', ids));
    expect(page).toContain('Nothing has been added yet.');
  });

  test('saying how far it is asks for it, and it lands with the rest', async () => {
    const on = await withOne();
    const form = await on.open(alex, 'objective.review', ids);
    expect(form.show === 'form' && Object.keys(form.form.fields)).toContain('evidence');
    await on.send(alex, form, { progress: '3', evidence: 'Form filled in', hindered: 'Time' });
    expect(await one(on)).toMatchObject({
      evidence: [{ text: 'Form filled in' }],
      reviews: [{ progress: 3, hindered: 'Time', on: '2026-11-23' }],
    });
    expect(read(await on.open(sam, 'objective', ids))).toContain('3 of 4');
  });

  test('a comment and something that shows it, at once: both are kept', async () => {
    const on = await withOne();
    const [his, hers] = [await on.open(sam, 'objective.comment', ids), await on.open(alex, 'objective.evidence', ids)];
    await Promise.all([on.send(sam, his, { comment: 'Well done.' }), on.send(alex, hers, { text: 'Talk given' })]);
    expect(await one(on)).toMatchObject({ comments: [{ text: 'Well done.' }], evidence: [{ text: 'Talk given' }] });
  });

  test('the mentee takes it along as a paper, without what the mentor wrote; the mentor does not', async () => {
    const evidence = [{ id: 'v', text: 'Talk given', link: 'https://x.example/talk', on: '2026-11-20' }];
    const comments = [{ id: 'c', text: 'Well done, says Sam.', on: '2026-11-20' }];
    const on = await withOne({ evidence, comments, steps: [{ id: 'a', text: 'Ask Kim', done: true }] });
    const reply = await on.press(alex, 'objective', 'paper', ids);
    const file = reply.show === 'view' ? reply.document : undefined;
    expect([file?.name, file?.type]).toEqual(['objective.pdf', 'application/pdf']);
    const paper = paperOf((await one(on))!, 'Alex Reed');
    const said = JSON.stringify(paper);
    for (const part of ['Registered', 'Talk given', 'https://x.example/talk', '✓ Ask Kim', 'Alex Reed'])
      expect(said).toContain(part);
    expect(said).not.toMatch(/Well done|Sam/);
    const his = await on.press(sam, 'objective', 'paper', ids);
    expect(his.show === 'view' && his.document).toBeUndefined();
    await leave(on, sam);
    expect(offers(await on.open(alex, 'objective', ids))).toEqual(['objective!paper', 'objectives']);
  });

  test('all of it can be looked through, however much there is', async () => {
    const evidence = Array.from({ length: 13 }, (_, n) => ({ id: `${n}`, text: `Thing ${n}`, on: '2026-11-20' }));
    const on = await withOne({ evidence });
    const first = await on.open(sam, 'objective.all', ids);
    expect(read(first)).toContain('Thing 12');
    expect(read(first)).not.toContain('Thing 2 ');
    expect(read(await on.open(sam, 'objective.all', { ...ids, from: '10' }))).toContain('Thing 0');
    expect(read(await on.open(sam, 'objective.all', { ...ids, from: '-7x' }))).toContain('Thing 12');
  });
});

describe('the day to look at it', () => {
  const asked = (on: Story, who: string) =>
    lettersTo(on, who).filter(letter => letter.leads.includes('objective.review'));

  test('is set by either; on it the mentee is asked once, the mentor for nothing (R25)', async () => {
    const on = await withOne();
    await send(on, sam, 'objective.date', { day: '2026-11-30' });
    expect(read(await on.open(alex, 'objective', ids))).toContain('Monday 30 November 2026');
    await send(on, alex, 'objective.date', { day: '2026-12-01' });
    await on.later(7.5 * DAY);
    expect(asked(on, alex)).toHaveLength(0);
    await on.later(DAY);
    expect([asked(on, alex).length, asked(on, sam).length]).toEqual([1, 0]);
    await on.later(20 * DAY);
    expect(asked(on, alex)).toHaveLength(1);
    expect((await on.read('person', 'alex'))?.prompts).toHaveLength(1);
  });

  test('keeps within the message budget: where another prompt came just before, it comes some days later', async () => {
    const day = { reviewOn: '2026-12-01', askAt: Date.parse('2026-12-01T09:00:00Z') };
    const two = [anObjective(day), anObjective({ ...day, id: 'O2' })].map(objective => put('objective', objective));
    const on = await begin({}, {}, two);
    await on.later(9 * DAY);
    expect(asked(on, alex)).toHaveLength(1);
    await on.later(8 * DAY);
    expect(asked(on, alex)).toHaveLength(2);
  });

  test('stands on the mentee’s own page once it has come, also where they want no messages; not on the mentor’s (R25)', async () => {
    const on = await withOne({ reviewOn: '2026-11-24' });
    expect(offers(await on.open(alex, 'pair', P1))).not.toContain('objective.review');
    await on.later(DAY);
    expect(read(await on.open(alex, 'pair', P1))).toContain('You wanted to look at this about now: Registered');
    expect(offers(await on.open(sam, 'pair', P1))).not.toContain('objective.review');
    await send(on, alex, 'objective.review', { progress: '2' });
    expect(offers(await on.open(alex, 'pair', P1))).not.toContain('objective.review');
  });

  test('stands on the page until it has been looked at', async () => {
    const on = await withOne({ reviewOn: '2026-11-23' });
    expect(read(await on.open(sam, 'objective', ids))).toContain('You look at it together on');
    await send(on, alex, 'objective.review', { progress: '2' });
    expect(read(await on.open(sam, 'objective', ids))).not.toContain('You look at it together on');
  });

  test('whoever has said how far it is needs no question; nor does one that has ended', async () => {
    const on = await withOne();
    await send(on, alex, 'objective.date', { day: '2026-11-24' });
    await send(on, alex, 'objective.close', { state: 'partly' });
    await on.later(5 * DAY);
    expect(asked(on, alex)).toEqual([]);
  });
});

describe('R34: reached', () => {
  test('the mentor, and nobody else, is told, and asked for a word in private', async () => {
    const on = await withOne();
    await send(on, alex, 'objective.close', { state: 'met', result: 'I am registered.' });
    await on.settle();
    expect(on.box.messages.map(message => message.to)).toEqual([sam]);
    const page = await on.open(sam, 'objective', ids);
    expect(read(page)).toContain('A word from you means a lot; it stays between the two of you.');
    expect(offers(page)).toEqual(['pair', 'objectives']);
  });

  test('others hear of it only if the mentee writes it: nothing of the objective goes along, and the mentor is offered no such thing', async () => {
    const on = await withOne({ state: 'met' });
    const mentee = await on.open(alex, 'objective', ids);
    expect(offers(mentee)).toContain('forum.write');
    expect(offers(await on.open(sam, 'objective', ids))).not.toContain('forum.write');
    const form = await on.open(alex, 'forum.write', { what: 'milestone' });
    expect(JSON.stringify(form.show === 'form' ? form.form.values : {})).not.toMatch(/Registered|Sam/);
    await on.settle();
    expect(on.box.messages).toEqual([]);
  });

  test('a step is told to the mentor alone: the next morning, once, with all that was ticked off by then in all objectives', async () => {
    const steps = ['a', 'b'].map(id => ({ id, text: `Step ${id}`, done: false }));
    const other = anObjective({ id: 'O2', title: 'A talk', steps: [{ id: 'c', text: 'Step c', done: false }] });
    const on = await begin({}, {}, [put('objective', anObjective({ steps })), put('objective', other)]);
    await on.press(alex, 'objective', 'step', { ...ids, step: 'a' });
    await on.press(alex, 'objective', 'step', { ...P1, objective: 'O2', step: 'c' });
    await on.settle();
    expect(on.box.messages).toEqual([]);
    await on.later(DAY);
    expect(on.box.messages.map(message => message.to)).toEqual([sam]);
    expect(lettersTo(on, sam)).toEqual([{ text: 'Mentor: something for you', leads: ['objectives', 'me.reminders'] }]);
    const page = read(await on.open(sam, 'objectives', P1));
    expect(page).toContain('Step a, on the way to Registered (Monday 23 November 2026)');
    expect(page).toContain('Step c, on the way to A talk');
    expect(page).toContain('A word from you means a lot; it stays between the two of you.');
    expect(read(await on.open(sam, 'pair', P1))).toContain('Alex has reached something.');
    for (const word of ['objectives', 'pair'])
      expect(read(await on.open(alex, word, P1))).not.toContain('has reached something');
    await on.later(5 * DAY);
    expect(lettersTo(on, sam)).toHaveLength(1);
    expect((await on.read('person', 'sam'))?.prompts).toHaveLength(1);
    await on.later(10 * DAY);
    expect(lettersTo(on, sam)).toHaveLength(1);
    expect(read(await on.open(sam, 'pair', P1))).not.toContain('has reached something');
  });

  test('a step keeps within the message budget: where another message came just before, it waits for some days', async () => {
    const on = await withOne({ steps: ['a', 'b'].map(id => ({ id, text: `Step ${id}`, done: false })) });
    await on.press(alex, 'objective', 'step', { ...ids, step: 'a' });
    await on.later(DAY);
    await on.press(alex, 'objective', 'step', { ...ids, step: 'b' });
    await on.later(3 * DAY);
    expect(lettersTo(on, sam)).toHaveLength(1);
    expect(read(await on.open(sam, 'objectives', P1))).toContain('Step b');
    await on.later(6 * DAY);
    expect(lettersTo(on, sam)).toHaveLength(2);
    expect((await on.read('person', 'sam'))?.prompts).toHaveLength(2);
  });

  test('what is not done after all is told to nobody; nor is anything to whoever wants no such messages', async () => {
    const steps = [{ id: 'a', text: 'Step a', done: false }];
    const on = await withOne({ steps });
    await on.press(alex, 'objective', 'step', { ...ids, step: 'a' });
    await on.press(alex, 'objective', 'undo', { ...ids, step: 'a' });
    await on.later(3 * DAY);
    expect(on.box.messages).toEqual([]);
    expect((await one(on))?.steps).toEqual(steps);
    await on.send(sam, await on.open(sam, 'me.reminders'), { checkins: 'none' });
    await on.press(alex, 'objective', 'step', { ...ids, step: 'a' });
    await on.later(3 * DAY);
    expect(on.box.messages).toEqual([]);
    expect(read(await on.open(sam, 'objectives', P1))).toContain('Step a');
  });

  test('with the mentee’s yes a step may be told in the forum: they write it themselves, and nothing of it goes along', async () => {
    const on = await withOne({ steps: [{ id: 'a', text: 'Step a', done: false }] });
    expect(offers(await on.open(alex, 'objective', ids))).not.toContain('forum.write');
    await on.press(alex, 'objective', 'step', { ...ids, step: 'a' });
    expect(offers(await on.open(alex, 'objective', ids))).toContain('forum.write');
    expect(offers(await on.open(sam, 'objective', ids))).not.toContain('forum.write');
    const form = await on.open(alex, 'forum.write', { what: 'milestone' });
    expect(form.show === 'form' && form.form.values).toEqual({ what: 'milestone' });
    const told = { title: 'A small one', text: 'It went well.', side: 'mentee', topics: [], shown: 'side', read: true };
    await press(on, alex, 'channel', 0, await on.send(alex, form, told));
    await on.settle();
    const posted = on.box.messages
      .filter(({ to }) => to === 'slack/T1/CFORUM')
      .map(({ notice }) => JSON.stringify(notice));
    expect(posted.join()).toContain('It went well.');
    expect(posted.join()).not.toMatch(/Step a|Registered|Sam|Alex/);
  });

  test('any other end is nobody’s news', async () => {
    for (const state of ['partly', 'changed', 'dropped']) {
      const on = await withOne();
      await send(on, alex, 'objective.close', { state });
      await on.settle();
      expect(on.box.messages).toEqual([]);
      expect((await one(on))?.closedOn).toBe('2026-11-23');
    }
  });

  test('it can be taken up again', async () => {
    const on = await withOne({ state: 'dropped', closedOn: '2026-11-20' });
    await on.press(alex, 'objective', 'reopen', ids);
    expect(await one(on)).toMatchObject({ state: 'running' });
  });
});

describe('who may', () => {
  test('R54: a co-ordinator, and anybody else, reads nothing of it', async () => {
    const on = await withOne();
    for (const who of ['slack/T1/UC1', 'slack/T1/UX'])
      for (const word of ['objectives', 'objective', 'objective.all', 'objective.edit', 'objective.comment'])
        expect(JSON.stringify(await on.open(who, word, ids))).not.toContain('two projects');
  });

  test('R48: after an end they stay to be read, and nobody works on them any more', async () => {
    const on = await withOne({}, {}, { met: 2 });
    await leave(on, sam);
    for (const who of [alex, sam]) {
      const page = await on.open(who, 'objective', ids);
      expect(read(page)).toContain('Write up two projects.');
      expect(offers(page)).toEqual(who === alex ? ['objective!paper', 'objectives'] : ['objectives']);
    }
    expect((await on.open(alex, 'objective.edit', ids)).show).toBe('view');
  });

  test('B16: while the end is not theirs to know yet, there is nothing to do, and nothing that would tell of it', async () => {
    const on = await withOne({}, {}, { met: 2 });
    await leave(on, sam, { partnerKnows: 'not-yet' });
    for (const word of ['objectives', 'objective', 'objective.all']) {
      const page = await on.open(alex, word, ids);
      expect(read(page)).toContain('There is nothing to do at present.');
      expect(offers(page)).toEqual(['contact']);
    }
    const file = await on.press(alex, 'objective', 'paper', ids);
    expect(file.show === 'view' && file.document).toBeUndefined();
    expect(read(await on.open(sam, 'objective', ids))).toContain('Write up two projects.');
  });

  test('R0: a scheme may do without; what was written stays', async () => {
    const on = await begin({}, { objectives: false });
    expect(read(await on.open(alex, 'objectives', P1))).toContain('does without written objectives');
    expect(offers(await on.open(alex, 'pair', P1))).not.toContain('objectives');
    expect((await on.open(alex, 'objective.new', P1)).show).toBe('view');
    const had = await withOne({}, { objectives: false });
    expect(read(await had.open(alex, 'objectives', P1))).toContain('Registered');
  });
});
