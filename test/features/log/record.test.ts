// The CPD record: the columns of both layouts, as a table and as pages, and the other one left out of it unless the owner says otherwise.
import { afterEach, describe, expect, test } from 'vitest';
import { put } from '../../../src/conversation/outcome.ts';
import { isFound } from '../../../src/features/log/find-page.ts';
import { withoutNames } from '../../../src/features/log/names.ts';
import type { RawAnswer, Reply } from '../../../src/platforms/platform.ts';
import { aCard } from '../people.ts';
import type { Story } from '../story.ts';
import { alex, anEntry, begin as beginning, read, sam } from './begin.ts';

const begun: Story[] = [];
afterEach(async () => {
  for (const on of begun.splice(0)) await on.close();
});
const begin: typeof beginning = async (...with_) => {
  const on = await beginning(...with_);
  begun.push(on);
  return on;
};

const full = {
  did: 'Talked with Alex Reed about the lathe.',
  learned: 'To wait. Alex’s plan is Alex’s own.',
  practice: 'I explain less.',
  users: 'Students are not rushed by REED.',
  plan: 'Fits.',
  useNext: 'Ask more.',
  skills: ['listening', 'feedback'],
  minutes: 60,
  link: 'https://x.example/y',
  pairing: 'P1',
  role: 'mentor' as const,
};

async function file(on: Story, answers: Record<string, RawAnswer>, who = sam): Promise<Reply> {
  const form = await on.open(who, 'log.export');
  return on.send(who, form, { aim: false, partner: false, ...answers });
}
const text = (reply: Reply): string => {
  if (reply.show !== 'view' || !reply.document) throw new Error(`no file: ${read(reply)}`);
  return new TextDecoder().decode(reply.document.bytes);
};
const name = (reply: Reply): string | undefined => (reply.show === 'view' ? reply.document?.name : undefined);

describe('R35: the CPD record', () => {
  test('for the Science Council: category, reflection, benefit to practice and to users', async () => {
    const on = await begin([anEntry('L1', full)]);
    const made = await file(on, { layout: 'science', file: 'csv' });
    expect(name(made)).toBe('cpd-record-science-council.csv');
    const [columns = '', row = ''] = text(made).split('\r\n');
    expect(columns.replace('\uFEFF', '')).toBe(
      'Date,Activity,Kind of learning,What I did,What I learned,Benefit to my practice (standard 3),Benefit to the users of my work (standard 4),What I will do with it,And my own plan,Skills,Evidence,Minutes',
    );
    expect(row).toMatch(/^2026-11-20,Mentoring meeting 2,Professional activity,/);
    expect(row).toContain('I explain less.');
    expect(row).toMatch(/Listening and Giving and taking feedback,https:\/\/x\.example\/y,60$/);
  });

  test('for the Engineering Council: against the plan, and what comes next', async () => {
    const on = await begin([anEntry('L1', full)]);
    const made = await file(on, { layout: 'engineering', file: 'csv' });
    expect(name(made)).toBe('cpd-record-engineering-council.csv');
    expect(text(made)).toContain(
      'What I learned,Against my plan and objectives,What I will do next,Benefit to my work',
    );
  });

  test('in both layouts also to read and print, oldest first', async () => {
    for (const layout of ['science', 'engineering']) {
      const on = await begin([anEntry('L1', full), anEntry('L2', { on: '2026-10-01', learning: 'self' })]);
      const made = await file(on, { layout, file: 'pdf' });
      expect(name(made)).toMatch(/\.pdf$/);
      expect(text(made).startsWith('%PDF')).toBe(true);
    }
    const on = await begin([anEntry('L1', full), anEntry('L2', { on: '2026-10-01' })]);
    const rows = text(await file(on, { layout: 'science', file: 'csv' })).split('\r\n');
    expect(rows.slice(1, 3).map(row => row.slice(0, 10))).toEqual(['2026-10-01', '2026-11-20']);
  });

  test('of the days that were asked for, and of one’s own entries alone', async () => {
    const on = await begin([
      anEntry('L1', { learned: 'INSIDE', on: '2026-11-01' }),
      anEntry('L2', { learned: 'BEFORE', on: '2026-10-31' }),
      anEntry('L3', { learned: 'AFTER', on: '2026-11-11' }),
      anEntry('L4', { learned: 'OTHERS', on: '2026-11-05', person: 'alex' }),
    ]);
    const made = text(await file(on, { layout: 'science', file: 'csv', from: '2026-11-01', to: '2026-11-10' }));
    expect(made).toContain('INSIDE');
    expect(made).not.toMatch(/BEFORE|AFTER|OTHERS/);
  });

  test('days the wrong way round, or with nothing between them, are said beside the question', async () => {
    const on = await begin([anEntry('L1')]);
    expect(await file(on, { from: '2026-11-10', to: '2026-11-01' })).toMatchObject({
      problems: { to: expect.any(String) },
    });
    expect(await file(on, { from: '2026-01-10', to: '2026-02-01' })).toMatchObject({
      problems: { from: expect.stringContaining('nothing in your log') },
    });
  });

  test('a long log comes in several files, and all of it', async () => {
    const days = (n: number): string => new Date(Date.parse('2026-11-20') - n * 86_400_000).toISOString().slice(0, 10);
    const on = await begin(
      Array.from({ length: 190 }, (_, n) => anEntry(`L${n}`, { on: days(n), learned: `No ${n}.` })),
    );
    let ids: Record<string, string> | undefined = {};
    let all = '';
    for (let files = 0; ids && files < 9; files++) {
      const form = await on.open(sam, 'log.export', ids);
      const made: Reply = await on.send(sam, form, { file: 'csv', aim: false, partner: false });
      all += text(made);
      const buttons = made.show === 'view' ? (made.view.buttons ?? []) : [];
      const more = buttons.find(one => one.label === 'Older entries, in another file');
      ids = more && 'to' in more ? more.to.ids : undefined;
    }
    const found = [...all.matchAll(/No (\d+)\./g)].map(match => match[1]);
    expect(new Set(found).size).toBe(190);
    expect(found.length).toBe(190);
  });

  test('what I want from this stands at its head only where that is ticked', async () => {
    const aim = put('notebook', {
      id: 'sam',
      person: 'sam',
      drafts: {},
      aim: 'To lead a team',
      reviews: {},
      exits: {},
    });
    const on = await begin([aim, anEntry('L1')]);
    const without = text(await file(on, { file: 'pdf' }));
    const with_ = text(await file(on, { file: 'pdf', aim: true }));
    expect(with_.length).toBeGreaterThan(without.length);
  });
});

describe('R36: the other one', () => {
  test('is left out as long as nothing else is said, wherever the name was written', async () => {
    const on = await begin([anEntry('L1', full)]);
    const made = await file(on, { layout: 'science', file: 'csv' });
    expect(text(made)).toContain('Talked with my mentee about the lathe.');
    expect(text(made)).toContain('My mentee’s plan is my mentee’s own.');
    expect(text(made)).not.toMatch(/Alex|Reed/);
    expect(read(made)).toContain('read it through');
  });
  test('is named only with a tick, beside which stands a warning', async () => {
    const on = await begin([anEntry('L1', full)]);
    const form = await on.open(sam, 'log.export');
    const partner = form.show === 'form' ? form.form.fields['partner'] : undefined;
    expect(partner?.hint).toContain('ask them first');
    expect(form.show === 'form' && (form.form.values as Record<string, unknown>)['partner']).toBeFalsy();
    const made = await file(on, { layout: 'science', file: 'csv', partner: true });
    expect(text(made)).toMatch(/,With,/);
    expect(text(made)).toContain('Alex Reed');
    expect(read(made)).toContain('only if they know');
  });
  test('for a mentee it is the mentor who is left out', async () => {
    const on = await begin([anEntry('L1', { person: 'alex', learned: 'Sam Okoro listens; Sam waits.' })]);
    const made = text(await file(on, { layout: 'science', file: 'csv' }, alex));
    expect(made).toContain('My mentor listens; my mentor waits.');
  });
  test('a name that is an ordinary word, or part of one, takes nothing else with it', () => {
    const left = [{ name: 'Will Ann Ó Sé', as: 'my mentee' }];
    expect(withoutNames('I will plan the annex with Will; Annabel too.', left)).toBe(
      'I will plan the annex with my mentee; Annabel too.',
    );
    expect(withoutNames('WILL ANN Ó SÉ came', left)).toBe('My mentee came');
    expect(
      withoutNames('a.b (c)', [
        { name: 'a.b (c)', as: 'x' },
        { name: '  ', as: 'y' },
      ]),
    ).toBe('X');
  });
  test('somebody whose card is gone cannot be found, and the page says so', async () => {
    const on = await begin([anEntry('L1', { ...full, pairing: 'P9' }), put('card', aCard('x', 'mentee', 'X'))]);
    expect(read(await file(on, { file: 'csv' }))).toContain('somebody who has left, I would not know');
  });
});

test('an entry is found by the label of a skill too', () => {
  const [entry] = [anEntry('L1', full)].map(one => one.value as never);
  expect(isFound(entry as never, { words: 'giving lathe' })).toBe(true);
  expect(isFound(entry as never, { words: 'planning' })).toBe(false);
});
