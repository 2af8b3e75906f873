// What an answer leads to for whoever gave it, and what of it co-ordinators read: being contacted, help where somebody is not sure, becoming a mentor, and the difference since the beginning.
import { afterEach, describe, expect, test } from 'vitest';
import { put } from '../../../src/conversation/outcome.ts';
import type { Reply } from '../../../src/platforms/platform.ts';
import { buttonsOf, leads, words } from '../page.ts';
import { accountOf, somebody } from '../people.ts';
import { aPairing, aRegistration } from '../records.ts';
import type { Story } from '../story.ts';
import { alex, answer, asked, begin as beginning, DAY, points, read, sam } from './begin.ts';

const coordinator = 'slack/T1/UC1';
const begun: Story[] = [];
afterEach(async () => {
  for (const on of begun.splice(0)) await on.close();
});
const begin: typeof beginning = async (...with_) => {
  const on = await beginning(...with_);
  begun.push(on);
  return on;
};
const to = (reply: Reply): string[] => (reply.show === 'view' ? leads(reply.view) : []);
const first = (reply: Reply) => (reply.show === 'view' ? buttonsOf(reply.view)[0] : undefined);
const half = { evaluations: points({}) };

describe('half-way', () => {
  test('whoever is not sure about going on reads what can help, first of all; nobody else does', async () => {
    for (const [said, isUnsure] of [
      ['unsure', true],
      ['no', true],
      ['yes', false],
      [null, false],
    ] as const) {
      const on = await begin([asked('alex', 'half')], half);
      const done = await answer(on, alex, 'half', { 'going-on': said });
      expect(first(done)).toMatchObject({
        style: 'primary',
        to: { word: isUnsure ? 'difficulty' : 'home', ids: isUnsure ? { pairing: 'P1' } : {} },
      });
      expect(read(done).includes('Not being sure')).toBe(isUnsure);
      expect((await on.counts('evaluation-half-mentee'))['2026-11|going-on|unsure']).toBe(
        said === 'unsure' ? 1 : undefined,
      );
    }
  });

  test('*Please contact me* tells the co-ordinators that, and nothing of what was answered', async () => {
    const on = await begin([asked('alex', 'half')], half);
    const done = await answer(on, alex, 'half', { 'contact-me': true, fit: '1', helps: 'NOTHING DOES' });
    expect(read(done)).toMatch(/A co-ordinator will be in touch by/);
    await on.settle();
    const id = (await on.store.keys(undefined, 1_000)).keys.find(key => key.startsWith('inquiry/'))?.slice(8) ?? '';
    const inquiry = await on.read('inquiry', id);
    expect(inquiry).toMatchObject({ person: 'alex', pairing: 'P1', state: 'open' });
    expect(inquiry?.text).toMatch(/^Please contact me\./);
    expect(JSON.stringify([inquiry, on.box.messages])).not.toMatch(/NOTHING DOES/);
    expect(on.box.messages.map(one => one.to)).toContain('slack/T1/CALERTS');
  });

  test('nothing is sent where it is not ticked; where only the partner could read it, people to talk to are shown instead', async () => {
    const quiet = await begin([asked('alex', 'half')], half);
    await answer(quiet, alex, 'half');
    expect((await quiet.store.keys(undefined, 1_000)).keys.some(key => key.startsWith('inquiry/'))).toBe(false);
    const on = await begin([asked('alex', 'half')], {
      ...half,
      coordinators: [sam],
      coordinatorPersons: { [sam]: 'sam' },
    });
    const done = await answer(on, alex, 'half', { 'contact-me': true });
    expect(read(done)).toContain('There is no co-ordinator just now');
    expect((await on.store.keys(undefined, 1_000)).keys.some(key => key.startsWith('inquiry/'))).toBe(false);
  });

  test('R38: also where a survey elsewhere is asked, there is the way to say what would help', async () => {
    const link = { way: 'link' as const, link: 'https://survey.example/x' };
    const on = await begin([asked('alex', 'half')], { evaluations: points({ half: link }) });
    const done = await on.press(alex, 'evaluation.answer', 'done', { evaluation: 'P1-alex', point: 'half' });
    expect(to(done)).toContain('training.ask');
  });
});

describe('half-way is a time for the two as well (F15)', () => {
  const seen = async (scheme: object, pairing = {}) => {
    const on = await begin([asked('alex', 'half')], { ...half, ...scheme }, pairing);
    const done = await answer(on, alex, 'half', { 'going-on': 'yes' });
    return { leads: to(done), says: read(done) };
  };

  test('it leads to the objectives and to the agreement, where the scheme has them', async () => {
    const both = await seen({});
    expect(both.leads.slice(0, 3)).toEqual(['home', 'objectives', 'agreement']);
    expect(both.says).toContain('look at your objectives and your agreement together');
    const one = await seen({ agreements: false });
    expect(one.leads).toContain('objectives');
    expect(one.leads).not.toContain('agreed');
    expect(one.says).toContain('look at your objectives together');
    const none = await seen({ agreements: false, objectives: false });
    expect(none.leads.slice(0, 2)).toEqual(['home', 'evaluation']);
    expect(none.says).not.toContain('does it still fit');
  });
});

describe('afterwards', () => {
  test('a mentee is shown the way to become a mentor: at the end, and later where they would like to; not who is one', async () => {
    const said = async (point: string, more: object = {}, records: Parameters<typeof begin>[0] = []) => {
      const on = await begin([asked('alex', point), ...records], half, { state: 'completed', endedAt: 1 });
      return to(await answer(on, alex, point, { ...more }));
    };
    expect(await said('end')).toContain('register.you');
    expect(await said('later', { others: 'would' })).toContain('register.you');
    expect(await said('later', { others: null })).toContain('register.you');
    expect(await said('later', { others: 'no' })).not.toContain('register.you');
    expect(await said('end', {}, [put('registration', aRegistration('alex', 'mentor'))])).not.toContain('register.you');
    const rests = put('registration', aRegistration('alex', 'mentee', { state: 'resting', taken: 0 }));
    expect(await said('end', {}, [rests])).not.toContain('offer');
    const on = await begin([asked('sam', 'end')], half);
    expect(to(await answer(on, sam, 'end'))).not.toContain('register.you');
  });

  test('R40: some months later whoever rests finds the way back, each in their own role; nobody else is asked', async () => {
    for (const [who, role] of [
      ['sam', 'mentor'],
      ['alex', 'mentee'],
    ] as const)
      for (const state of ['resting', 'available'] as const) {
        const own = put('registration', aRegistration(who, role, { state, taken: 0 }));
        const on = await begin([asked(who, 'later'), own], half, { state: 'completed', endedAt: 1 });
        const done = await answer(on, accountOf(who), 'later', role === 'mentee' ? { others: 'no' } : {});
        const found = (done.show === 'view' ? buttonsOf(done.view) : []).find(
          one => 'to' in one && one.to.word === 'offer',
        );
        const label = role === 'mentor' ? 'Offer a place again' : 'Look for another mentor';
        expect(found?.label).toBe(state === 'resting' ? label : undefined);
        if (found && 'to' in found) expect((await on.open(accountOf(who), 'offer', found.to.ids)).show).toBe('form');
      }
  });

  test('an end that somebody does not know of yet is not told by an offer to start again', async () => {
    const own = put('registration', aRegistration('alex', 'mentee', { state: 'resting', taken: 0 }));
    const held = put(
      'pairing',
      aPairing('sam', 'alex', {
        id: 'P2',
        state: 'ended-early',
        notice: 'held',
        noticeTo: 'alex',
        endedBy: 'sam',
        endedAt: 2,
      }),
    );
    const on = await begin([asked('alex', 'later'), own, held], half, { state: 'completed', endedAt: 1 });
    expect(to(await answer(on, alex, 'later', { others: 'no' }))).not.toContain('offer');
  });

  test('co-ordinators read how it was at the beginning beside how it is at the end, once five have answered both', async () => {
    const people = ['alex', 'p1', 'p2', 'p3', 'p4'];
    const records = people.flatMap(id => [
      ...(id === 'alex'
        ? []
        : [...somebody(id, `Person ${id}`), put('pairing', aPairing('sam', id, { id: `X-${id}` }))]),
      put('evaluation', {
        id: `E-${id}`,
        person: id,
        pairing: id === 'alex' ? 'P1' : `X-${id}`,
        role: 'mentee' as const,
        points: Object.fromEntries(
          ['beginning', 'end'].map(key => [key, { askedAt: 1, closesAt: Date.now() + 9_000 * DAY, reminders: 0 }]),
        ),
      }),
    ]);
    const on = await begin(records, half);
    const one = async (id: string, point: string, score: string) => {
      const form = await on.open(accountOf(id), 'evaluation.answer', { evaluation: `E-${id}`, point });
      const fields = form.show === 'form' ? Object.entries(form.form.fields) : [];
      const scales = fields.flatMap(([name, field]) => (field.kind === 'scale' ? [[name, score]] : []));
      await on.send(accountOf(id), form, Object.fromEntries(scales));
    };
    const report = async (): Promise<string> => {
      const shown = await on.open(coordinator, 'evaluations.one', { point: 'end', role: 'mentee' });
      return shown.show === 'view' ? words(shown.view.parts) : '';
    };
    for (const id of people) await one(id, 'end', '4');
    for (const id of people.slice(1)) await one(id, 'beginning', '2');
    await on.later(20 * DAY);
    expect(await report()).toContain('4.0 of 5');
    expect(await report()).not.toContain('At the beginning');
    await one('alex', 'beginning', '2');
    await on.later(31 * DAY);
    expect(await report()).toMatch(/I know where I want to go in my work: 4\.0 of 5[^\n]*\nAt the beginning: 2\.0/);
    expect(await report()).not.toMatch(/The two of us fitted[^\n]*\nAt the beginning/);
    const shown = await on.press(coordinator, 'evaluations.one', 'file', { point: 'end', role: 'mentee', all: 'yes' });
    const file = shown.show === 'view' ? shown.document : undefined;
    const rows = new TextDecoder().decode(file?.bytes);
    expect(file?.name).toBe('how-it-goes.csv');
    expect(rows).toMatch(/I know where I want to go in my work,"?Average, of 5"?,4\.0/);
    expect(rows).toMatch(/At the end: Mentees,Answers,5/);
    expect(rows).not.toMatch(/Person|p1|alex/);
    const none = await on.press(coordinator, 'evaluations.one', 'file', { point: 'end', role: 'mentor', all: 'yes' });
    expect(none.show === 'view' && none.document).toBeUndefined();
    expect((await on.press(alex, 'evaluations.one', 'file', { point: 'end', role: 'mentee' })).show).toBe('view');
  });
});
