// Answering: counted by the month without a name, told in portions of five, once each, nobody else's; questions of the scheme's own and surveys elsewhere.
import { afterEach, describe, expect, test } from 'vitest';
import { put } from '../../../src/conversation/outcome.ts';
import { answersTo, fieldsOf, toldMonths } from '../../../src/scheme/tallies.ts';
import { leads } from '../page.ts';
import { accountOf, somebody } from '../people.ts';
import { aPairing } from '../records.ts';
import type { Story } from '../story.ts';
import { alex, answer, asked, begin as beginning, DAY, only, points, read, sam } from './begin.ts';
import { write } from './write.ts';

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
const everything = async (on: Story): Promise<string> => {
  const { keys } = await on.store.keys(undefined, 10_000);
  return JSON.stringify([keys, await on.store.history(undefined, 100)]);
};

describe('R55: answers are only counted', () => {
  test('each answer is a number by the month, each line a ballot without a name, and that one has answered stands with oneself', async () => {
    const on = await begin([asked('alex', 'half')], { evaluations: points({}) });
    const done = await answer(on, alex, 'half', { regular: '2', helps: 'A LINE' });
    expect(read(done)).toContain('counted, without your name');
    expect(await on.counts('evaluation-half-mentee')).toMatchObject({
      '2026-11|answers': 1,
      '2026-11|regular|2': 1,
      '2026-11|fit|4': 1,
    });
    expect((await on.read('evaluation', 'P1-alex'))?.points['half']?.doneAt).toBeDefined();
    const ballots = (await on.store.keys(undefined, 1_000)).keys.filter(key => key.startsWith('ballot/'));
    const ballot = await on.read('ballot', ballots[0]?.slice('ballot/'.length) ?? '');
    expect(ballot).toMatchObject({ line: 'A LINE', question: 'helps', from: Date.parse('2026-11-01T00:00:00Z') });
    expect(JSON.stringify(ballot)).not.toMatch(/alex|P1|sam/);
    expect(await everything(on)).not.toContain('evaluation.answered');
  });

  test('once from each, also from two windows at once', async () => {
    const on = await begin([asked('alex', 'half')], { evaluations: points({}) });
    const ids = { evaluation: 'P1-alex', point: 'half' };
    const [first, second] = [
      await on.open(alex, 'evaluation.answer', ids),
      await on.open(alex, 'evaluation.answer', ids),
    ];
    const answers = { regular: '3', fit: '3', goals: '3' };
    await Promise.all([on.send(alex, first, answers), on.send(alex, second, answers)]);
    expect((await on.counts('evaluation-half-mentee'))['2026-11|answers']).toBe(1);
    expect(read(await on.open(alex, 'evaluation.answer', ids))).toContain('answered this already');
  });

  test('nobody answers for anybody else, and nobody learns who has answered', async () => {
    const on = await begin([asked('alex', 'half'), asked('sam', 'half', { doneAt: 1 })], { evaluations: points({}) });
    for (const who of [sam, coordinator]) {
      const shown = await on.open(who, 'evaluation.answer', { evaluation: 'P1-alex', point: 'half' });
      expect(shown.show).toBe('view');
      await on.press(who, 'evaluation.answer', 'done', { evaluation: 'P1-alex', point: 'half' });
    }
    expect(await on.counts('evaluation-half-mentee')).toEqual({});
    for (const word of ['evaluation', 'pair', 'people.one', 'evaluations', 'home'])
      for (const who of [alex, coordinator])
        expect(JSON.stringify(await on.open(who, word, { person: 'sam', pairing: 'P1' }))).not.toMatch(/has answered/i);
  });

  test('R39b: nothing of it reaches the other one', async () => {
    const on = await begin([asked('alex', 'half')], { evaluations: points({}) });
    await answer(on, alex, 'half', { helps: 'NOT FOR SAM' });
    for (const word of ['evaluation', 'pair', 'home', 'me.stored', 'review'])
      expect(JSON.stringify(await on.open(sam, word, { pairing: 'P1' }))).not.toContain('NOT FOR SAM');
  });

  test('what has closed is said kindly, and can still be answered where it is required', async () => {
    const closed = { askedAt: 1, closesAt: 2 };
    const offered = await begin([asked('alex', 'half', closed)], { evaluations: points({}) });
    const ids = { evaluation: 'P1-alex', point: 'half' };
    expect(read(await offered.open(alex, 'evaluation.answer', ids))).toContain('nothing depends on them');
    const required = await begin([asked('alex', 'half', closed)], {
      evaluations: points({ half: { rule: 'required' } }),
    });
    expect((await required.open(alex, 'evaluation.answer', ids)).show).toBe('form');
    expect(read(await required.open(alex, 'evaluation'))).toContain('no questions for you');
  });
});

describe('R55: what is told', () => {
  test('months that are over, in portions of five people and more', () => {
    const now = Date.parse('2026-11-23T09:30:00Z');
    const told = (counted: Record<string, number>) => toldMonths(counted, now, 'Europe/London');
    expect(told({ '2026-10|answers': 4 })).toEqual([]);
    expect(told({ '2026-10|answers': 5 })).toEqual(['2026-10']);
    expect(told({ '2026-11|answers': 50 })).toEqual([]);
    expect(told({ '2026-07|answers': 2, '2026-08|answers': 3, '2026-09|answers': 4, '2026-10|answers': 0 })).toEqual([
      '2026-07',
      '2026-08',
    ]);
    expect(told({ '2026-10|answers': 1, '2026-07|answers': 5, '2026-09|answers': 4 })).toEqual([
      '2026-07',
      '2026-09',
      '2026-10',
    ]);
  });

  test('a question that fewer than five answered tells nothing', () => {
    const counted: Record<string, number> = {};
    const add = (answers: [string, string[]][]): void => {
      for (const field of fieldsOf('2026-10', answers)) counted[field] = (counted[field] ?? 0) + 1;
    };
    for (let n = 0; n < 5; n++)
      add([
        ['a', ['4']],
        ['b', n < 4 ? ['x', 'y'] : []],
      ]);
    expect(answersTo(counted, ['2026-10'], 'a', ['4', '5'])).toEqual([5, 0]);
    expect(answersTo(counted, ['2026-10'], 'b', ['x', 'y'])).toBeUndefined();
  });

  const report = async (on: Story): Promise<string> =>
    read(await on.open(coordinator, 'evaluations.one', { point: 'half', role: 'mentee' }));
  /** Somebody who is asked half-way, and answers. */
  async function oneMore(on: Story, person: string, helps: string | null = null): Promise<void> {
    const half = { askedAt: 1, closesAt: Date.parse('2027-06-01'), reminders: 0 };
    await write(on, [
      ...somebody(person, `Name ${person}`),
      put('pairing', aPairing('sam', person, { id: `X-${person}`, state: 'active' })),
      put('evaluation', { id: `X-${person}`, person, pairing: `X-${person}`, role: 'mentee', points: { half } }),
    ]);
    const who = accountOf(person);
    const form = await on.open(who, 'evaluation.answer', { evaluation: `X-${person}`, point: 'half' });
    await on.send(who, form, { regular: '4', fit: '5', goals: '3', helps });
  }

  test('four answers are never told', async () => {
    const on = await begin([], { evaluations: points({}) });
    for (const person of ['p1', 'p2', 'p3', 'p4']) await oneMore(on, person, 'We laugh a lot');
    await on.later(70 * DAY);
    expect(await report(on)).toContain('at least five');
    expect(await report(on)).not.toContain('We laugh');
    expect(read(await on.open(coordinator, 'evaluations'))).toMatch(
      /There is nothing to show yet: it takes at least five/,
    );
  });

  test('five are, once their month is over: numbers, and lines without names; what comes later waits for its own five', async () => {
    const on = await begin([], { evaluations: points({}) });
    for (const person of ['p1', 'p2', 'p3', 'p4']) await oneMore(on, person);
    await oneMore(on, 'p5', 'We laugh a lot');
    expect(await report(on)).toContain('at least five');
    await on.later(20 * DAY);
    await oneMore(on, 'p6', 'A LATER LINE');
    for (const days of [0, 40]) {
      await on.later(days * DAY);
      const said = await report(on);
      expect(said).toContain('Answers: 5');
      expect(said).toContain('5.0 of 5 (from 1 to 5: 0, 0, 0, 0, 5)');
      expect(said).toContain('We laugh a lot');
      expect(said).not.toMatch(/p1|P1|X-|A LATER LINE/);
      expect(read(await on.open(coordinator, 'evaluations'))).toContain('5 answers');
    }
  });
});

describe('R38: topics needing more support', () => {
  test('half-way asks for them; they are added to what somebody wished for before', async () => {
    const wish = put('supportwish', { id: 'alex', person: 'alex', topics: ['network'] });
    const on = await begin([asked('alex', 'half'), wish], { evaluations: points({}) });
    await answer(on, alex, 'half', { 'support-topics': ['career', 'skill-feedback'] });
    expect((await on.read('supportwish', 'alex'))?.topics.sort()).toEqual(['career', 'network', 'skill-feedback']);
    expect(await on.counts('support')).toMatchObject({ career: 1, 'skill-feedback': 1 });
    expect(
      JSON.stringify(await on.open(coordinator, 'evaluations.one', { point: 'half', role: 'mentee' })),
    ).not.toMatch(/Career/);
  });
  test('it does not where the scheme takes no such wishes (R0), nor at the other points', async () => {
    const without = await begin([asked('alex', 'half')], { evaluations: points({}), supportAsked: false });
    const ids = { evaluation: 'P1-alex', point: 'half' };
    expect(read(await without.open(alex, 'evaluation.answer', ids))).not.toContain('support-topics');
    const end = await begin([asked('alex', 'end')], { evaluations: points({}) });
    expect(read(await end.open(alex, 'evaluation.answer', { ...ids, point: 'end' }))).not.toContain('support-topics');
  });
});

describe('other questions', () => {
  test('the scheme’s own are asked instead of ours, on a scale and in words', async () => {
    const own = {
      way: 'own' as const,
      scales: [{ key: 's1', label: 'Is the room warm?' }],
      texts: [{ key: 't1', label: 'Why?' }],
    };
    const on = await begin([asked('alex', 'half')], { evaluations: points({ half: own }) });
    const form = await on.open(alex, 'evaluation.answer', { evaluation: 'P1-alex', point: 'half' });
    expect(form.show === 'form' && Object.keys(form.form.fields)).toEqual(['s1', 't1', 'support-topics', 'contact-me']);
    await on.send(alex, form, { s1: '1', t1: 'Draughts' });
    expect(await on.counts('evaluation-half-mentee')).toMatchObject({ '2026-11|s1|1': 1 });
  });

  test('a survey elsewhere is led to, and one tap says that it was done', async () => {
    const link = { way: 'link' as const, link: 'https://survey.example/x' };
    const on = await begin([asked('alex', 'half')], { evaluations: points({ half: link }) });
    const ids = { evaluation: 'P1-alex', point: 'half' };
    const shown = await on.open(alex, 'evaluation.answer', ids);
    expect(shown.show === 'view' && leads(shown.view)).toEqual(['https://survey.example/x', 'evaluation.answer!done']);
    for (let n = 0; n < 2; n++) await on.press(alex, 'evaluation.answer', 'done', ids);
    expect(await on.counts('evaluation-half-mentee')).toEqual({ '2026-11|answers': 1 });
    expect((await on.read('evaluation', 'P1-alex'))?.points['half']?.doneAt).toBeDefined();
    const ours = await begin([asked('alex', 'half')], { evaluations: points({}) });
    await ours.press(alex, 'evaluation.answer', 'done', ids);
    expect(await ours.counts('evaluation-half-mentee')).toEqual({});
  });

  test('ours take five required answers half-way, and no more than nine anywhere', async () => {
    for (const key of ['beginning', 'half', 'end', 'later'])
      for (const [who, person] of [
        [sam, 'sam'],
        [alex, 'alex'],
      ] as const) {
        const on = await begin([asked(person, key)], { evaluations: points({}) });
        const form = await on.open(who, 'evaluation.answer', { evaluation: `P1-${person}`, point: key });
        const fields = form.show === 'form' ? Object.values(form.form.fields) : [];
        expect(fields.length).toBeGreaterThan(2);
        expect(fields.filter(field => !field.optional).length).toBeLessThanOrEqual(key === 'half' ? 5 : 9);
        expect(fields.length).toBeLessThanOrEqual(12);
        const isCounted = (name: string): boolean => name !== 'contact-me';
        for (const [name, field] of Object.entries(form.show === 'form' ? form.form.fields : {}))
          expect([name, field.seenBy]).toEqual([name, isCounted(name) ? 'counts' : 'coordinator']);
      }
  });
});

describe('R37, R39: what co-ordinators set', () => {
  const set = async (on: Story, point: string, answers: Record<string, string | string[] | null>) =>
    on.send(coordinator, await on.open(coordinator, 'evaluation.setting', { point }), answers);
  const pointOf = async (on: Story, key: string) =>
    (await on.read('scheme', 'scheme'))?.evaluations.find(point => point.key === key);

  test('off, offered or required; our questions, own ones, or a survey, with what each needs', async () => {
    const on = await begin([], { evaluations: points({}) });
    await set(on, 'half', { rule: 'required', way: 'ours' });
    expect(await pointOf(on, 'half')).toMatchObject({ rule: 'required', way: 'ours' });
    expect(await set(on, 'half', { way: 'own' })).toMatchObject({ problems: { scales: expect.any(String) } });
    expect(await set(on, 'half', { way: 'link' })).toMatchObject({ problems: { link: expect.any(String) } });
    expect(await set(on, 'half', { way: 'own', scales: ['A', 'a '] })).toMatchObject({
      problems: { scales: expect.stringContaining('only once') },
    });
    const seven = Array.from({ length: 7 }, (_, n) => `Question ${n}`);
    expect(await set(on, 'half', { way: 'own', scales: seven })).toMatchObject({
      problems: { scales: expect.any(String) },
    });
    await set(on, 'half', { way: 'link', link: 'https://survey.example/x' });
    expect(await pointOf(on, 'half')).toMatchObject({ way: 'link', link: 'https://survey.example/x' });
  });

  test('ours can be edited: some left out, own ones asked after them; each role keeps at least one', async () => {
    const on = await begin([asked('alex', 'half')], { evaluations: points({}) });
    const ids = { evaluation: 'P1-alex', point: 'half' };
    const asks = async () => {
      const form = await on.open(alex, 'evaluation.answer', ids);
      return form.show === 'form' ? Object.values(form.form.fields).map(field => field.label) : [];
    };
    expect(await asks()).toContain('Does anything get in the way?');
    await set(on, 'half', {
      way: 'both',
      without: ['hinders', 'change'],
      scales: ['Is the room warm?'],
      texts: ['Why?'],
    });
    const said = await asks();
    expect(said).not.toContain('Does anything get in the way?');
    expect(said.slice(0, 3)).toContain('We meet as often as we want to');
    expect(said.indexOf('Is the room warm?')).toBeGreaterThan(said.indexOf('What works well?'));
    const again = await on.open(coordinator, 'evaluation.setting', { point: 'half' });
    expect(again).toMatchObject({ form: { values: { way: 'both', without: ['hinders', 'change'] } } });
    expect(read(await on.open(coordinator, 'evaluation.settings'))).toContain(
      'The questions that come with Mentor, and yours after them',
    );
    await set(on, 'half', { way: 'ours' });
    expect(await asks()).not.toContain('Is the room warm?');
    const all =
      again.show === 'form' && 'options' in again.form.fields['without']! ? again.form.fields['without'].options : [];
    const without = (all as { key: string }[]).map(({ key }) => key);
    expect(await set(on, 'half', { way: 'ours', without })).toMatchObject({
      problems: { without: expect.any(String) },
    });
    await answer(on, alex, 'half', {});
    expect((await on.counts('evaluation-half-mentee'))['2026-11|answers']).toBe(1);
  });

  test('a question whose words change is another question; one that stays is counted on', async () => {
    const on = await begin([], { evaluations: points({}) });
    await set(on, 'end', { way: 'own', scales: ['One?', 'Two?'] });
    const before = await pointOf(on, 'end');
    await set(on, 'end', { scales: ['Two?', 'Three?'] });
    const after = await pointOf(on, 'end');
    expect(after?.scales[0]).toEqual(before?.scales[1]);
    expect(before?.scales.map(one => one.key)).not.toContain(after?.scales[1]?.key);
  });

  test('further points can be added, eight in all, and taken away; the usual four can only be switched off', async () => {
    const on = await begin([], { evaluations: points({}) });
    for (let n = 0; n < 4; n++)
      await on.send(coordinator, await on.open(coordinator, 'evaluation.add'), { name: `Point ${n}`, weeks: '6' });
    const full = await on.send(coordinator, await on.open(coordinator, 'evaluation.add'), {
      name: 'One more',
      weeks: '6',
    });
    expect(full).toMatchObject({ problems: { name: expect.stringContaining('8') } });
    const all = (await on.read('scheme', 'scheme'))?.evaluations ?? [];
    expect(new Set(all.map(point => point.key)).size).toBe(8);
    for (const { key } of all) await on.press(coordinator, 'evaluation.setting', 'remove', { point: key });
    expect((await on.read('scheme', 'scheme'))?.evaluations.map(point => point.key)).toEqual([
      'beginning',
      'half',
      'end',
      'later',
    ]);
  });

  test('nobody else can open or change them', async () => {
    const on = await begin([], { evaluations: only({}) });
    for (const word of [
      'evaluation.settings',
      'evaluation.setting',
      'evaluation.add',
      'evaluations',
      'evaluation.more',
    ])
      expect(read(await on.open(sam, word, { point: 'half' }))).toContain('for the scheme’s co-ordinators');
  });
});
