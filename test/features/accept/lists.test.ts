// The list, several at once, training, the digest, and word that somebody still waits.
import { describe, expect, test } from 'vitest';
import { acceptRoom } from '../../../src/features/accept/accept.ts';
import type { Registration } from '../../../src/scheme/kinds.ts';
import { seal } from '../../../src/scheme/sealed.ts';
import {
  buttonsOf,
  changesOf,
  decided,
  drawn,
  formOf,
  leads,
  pressed,
  screenOf,
  take,
  viewOf,
  words,
  written,
} from '../page.ts';
import { aCasefile } from '../register/mine.ts';
import { aPerson, aTurn, NOW } from '../turn.ts';
import { ALEX, as, JO, listOf, scheme, waiting } from './case.ts';

const people = ['ann', 'bea', 'cy'].map(id => aPerson(id, `${id.toUpperCase()} Long`));
const three = [waiting('ann', 'mentor'), waiting('bea', 'mentee', { criteria: [] }), waiting('C2', 'mentor')];
const casefiles = three.map(one => aCasefile(one.person, one.role));

const listed = (registrations: Registration[], more = {}) => ({
  waiting: registrations,
  people: [...people, JO],
  casefiles,
  exclusions: [seal('exclusions', listOf('ann', { person: 'C2', why: 'asked', at: 1 }))],
  asked: [],
  askedPeople: [],
  ...more,
});
const several = (registrations: Registration[]) => {
  const { waiting: found, asked: _asked, askedPeople: _people, ...open } = listed(registrations);
  return { ...open, registrations: found };
};
const told = (outcome: ReturnType<typeof take>): string => {
  const screen = screenOf(outcome);
  return screen.show === 'view' ? words(screen.view.parts) : '';
};

describe('the list', () => {
  test('shows who waits with the promised day and open criteria, and opens only what is this co-ordinator’s to answer', () => {
    const view = viewOf(acceptRoom, 'accept', as(JO, listed(three)));
    const text = words(view.parts);
    expect(text).toContain('BEA Long, as a mentee · promised by Monday 30 November 2026 · one criterion left open');
    expect(text).toContain('Another co-ordinator deals with this one');
    expect(text).toContain('your own registration');
    const opens = buttonsOf(view).flatMap(button =>
      'to' in button && button.to.word === 'accept.one' ? [button.to.ids?.['registration']] : [],
    );
    expect(opens).toEqual(['bea-mentee']);
  });

  test('goes on page by page, and hands this page’s registrations to the ticks', () => {
    const view = viewOf(acceptRoom, 'accept', as(ALEX, listed(three), { more: { waiting: 'cursor' } }));
    const target = (word: string) =>
      buttonsOf(view).find(
        button => 'to' in button && button.to.word === word && button.to.ids?.['registration'] === undefined,
      );
    expect(target('accept')).toMatchObject({ to: { ids: { after: 'cursor' } } });
    expect(target('accept.several')).toMatchObject({ to: { ids: { list: 'ann-mentor,bea-mentee,C2-mentor' } } });
  });

  test('with nobody waiting it says so', () => {
    expect(words(viewOf(acceptRoom, 'accept', as(ALEX, listed([]))).parts)).toContain('No registration waits');
  });
});

describe('several at once', () => {
  test('all that are ticked, each person told once', () => {
    const both = [waiting('ann', 'mentor', { mention: true }), waiting('ann', 'mentee', { mention: true })];
    const open = { ...several(both), casefiles: both.map(one => aCasefile('ann', one.role)) };
    const changes = changesOf(
      take(acceptRoom, 'accept.several', as(ALEX, open), { who: ['ann-mentor', 'ann-mentee'] }),
    );
    expect(changes.put?.map(one => one.kind)).toEqual(['registration', 'registration', 'person']);
    expect(changes.letters?.map(one => one.letter)).toEqual(['accept.accepted', 'accept.digest']);
  });

  test('two co-ordinators at once: what was answered meanwhile is named with who answered it', () => {
    const now = [
      { ...three[0], state: 'available', decidedBy: 'slack/T1/UC1' } as Registration,
      three[1] as Registration,
    ];
    const turn = as(ALEX, several(now));
    expect(formOf(acceptRoom, 'accept.several', turn).fields['who']).toMatchObject({
      options: [{ key: 'ann-mentor' }, { key: 'bea-mentee' }],
    });
    const outcome = take(acceptRoom, 'accept.several', turn, { who: ['ann-mentor', 'bea-mentee'] });
    expect(changesOf(outcome).put?.map(one => one.value.id)).toEqual(['bea-mentee']);
    expect(told(outcome)).toMatch(/Accepted: BEA Long[\s\S]*ANN Long had been answered already, by Alex/);
  });

  test('what is not this co-ordinator’s to answer cannot be ticked, by a forged answer neither', () => {
    const turn = as(JO, several(three));
    const field = formOf(acceptRoom, 'accept.several', turn).fields['who'];
    expect(field && 'options' in field && field.options.map(one => one.key)).toEqual(['bea-mentee']);
    const outcome = take(acceptRoom, 'accept.several', turn, { who: ['ann-mentor'] });
    expect('problems' in outcome && outcome.problems['who']).toBeTruthy();
  });

  test('at most ten, whatever the ids say, and labels fit an option', () => {
    const page = acceptRoom.pages.find(one => one.word === 'accept.several');
    const plan = page?.plan({ list: Array.from({ length: 40 }, (_, n) => `p${n}-mentor`).join(',') });
    expect(JSON.stringify(plan).match(/p\d+-mentor/g)).toHaveLength(10);
    const long = { ...several(three), people: three.map(one => aPerson(one.person, 'x'.repeat(80))) };
    const field = formOf(acceptRoom, 'accept.several', as(ALEX, long)).fields['who'];
    if (!field || !('options' in field)) throw new Error('no options');
    for (const option of field.options) expect(option.label.length).toBeLessThanOrEqual(75);
  });
});

describe('training (A6)', () => {
  const gate = (person: string, more: Partial<Registration> = {}) =>
    waiting(person, 'mentor', { state: 'accepted', training: 'needed', ...more });
  const open = (registrations: Registration[], registration?: Registration) => ({
    waiting: registrations,
    people: [...people, JO],
    registration,
    person: people.find(one => one.id === registration?.person),
  });

  test('lists whoever waits for it, a claim leading to its answer', () => {
    const view = viewOf(
      acceptRoom,
      'accept.training',
      as(ALEX, open([gate('ann'), gate('bea', { training: 'claimed' }), gate('cy', { training: 'exempt' })])),
    );
    expect(leads(view)).toEqual([
      'accept.training!attended',
      'accept.claim',
      'accept.training.several',
      'accept',
      'desk',
    ]);
    expect(words(view.parts)).not.toContain('CY Long');
  });

  test('attended opens the gate, and the person is told', () => {
    const changes = changesOf(
      pressed(acceptRoom, 'accept.training', 'attended', as(ALEX, open([], gate('ann'))), {
        registration: 'ann-mentor',
      }),
    );
    expect(written(changes, 'registration')).toMatchObject({
      state: 'available',
      training: 'attended',
      trainingBy: 'slack/T1/UC1',
    });
    expect(changes.letters).toMatchObject([{ letter: 'accept.ready', to: { person: 'ann' } }]);
  });

  test('several at once, attended or exempt; what was marked meanwhile is named with who marked it', () => {
    const marked = gate('bea', { state: 'available', training: 'attended', trainingBy: 'slack/T1/UC2' });
    const turn = as(ALEX, { registrations: [gate('ann'), marked], people });
    const outcome = take(acceptRoom, 'accept.training.several', turn, {
      who: ['ann-mentor', 'bea-mentor'],
      what: 'exempt',
    });
    expect(changesOf(outcome).put?.map(one => one.value)).toMatchObject([
      { id: 'ann-mentor', training: 'exempt', state: 'available' },
    ]);
    expect(told(outcome)).toMatch(/Recorded: ANN Long[\s\S]*BEA Long had been marked already, by Jo/);
  });

  test('nobody marks their own training', () => {
    const own = gate('C2');
    const view = viewOf(acceptRoom, 'accept.training', as(JO, open([own])));
    expect(leads(view)).not.toContain('accept.training!attended');
    expect(
      changesOf(
        pressed(acceptRoom, 'accept.training', 'attended', as(JO, open([], own)), { registration: 'C2-mentor' }),
      ),
    ).toEqual({});
  });

  test('one that is not there, or waits for no training, changes nothing', () => {
    for (const one of [undefined, waiting('ann', 'mentor')])
      expect(
        changesOf(
          pressed(acceptRoom, 'accept.training', 'attended', as(ALEX, open([], one)), { registration: 'ann-mentor' }),
        ),
      ).toEqual({});
  });
});

describe('the digest in the co-ordinators’ channel', () => {
  const digest = (registrations: Registration[], how: string, more = {}, accepted: Registration[] = []) =>
    drawn(acceptRoom, 'accept.digest', as(ALEX, { waiting: registrations, people, accepted }, { more }), { how });

  test('names and roles, a count, and *Open*; nothing else', () => {
    const notice = digest(three.slice(0, 2), 'post');
    expect(notice?.text).toBe('2 registrations wait for an answer');
    expect(words(notice?.parts ?? [])).toContain('ANN Long, as a mentor');
    expect(words(notice?.parts ?? [])).not.toContain('criter');
    expect(leads(notice ?? {})).toEqual(['accept']);
    expect(digest(three.slice(0, 1), 'post')?.text).toBe('One registration waits for an answer');
  });

  test('answered meanwhile: a new post vanishes, a standing one says that nothing waits', () => {
    expect(digest([], 'post')).toBeUndefined();
    expect(digest([], 'update')?.text).toBe('No registration waits for an answer');
    expect(leads(digest([], 'update') ?? {})).toEqual([]);
  });

  test('many are counted and not all named; claims are counted too', () => {
    const twenty = Array.from({ length: 20 }, () => three[0] as Registration);
    const notice = digest(twenty, 'update', { waiting: 'on' }, [
      waiting('cy', 'mentor', { state: 'accepted', training: 'claimed' }),
    ]);
    expect(notice?.text).toBe('More than 20 registrations wait for an answer');
    expect(words(notice?.parts ?? [])).toContain('and 10 more');
    expect(leads(notice ?? {})).toEqual(['accept', 'accept.training']);
  });
});

describe('what the person is told', () => {
  const letter = (name: string, mentor: Partial<Registration>) =>
    drawn(acceptRoom, name, aTurn(people[0] ?? ALEX, { mentor: waiting('ann', 'mentor', mentor), mentee: undefined }));

  test('a neutral line and a button to a page that tells; nothing once it is no longer so', () => {
    const cases: [string, Partial<Registration>, Partial<Registration>][] = [
      ['accept.accepted', { state: 'available' }, { state: 'withdrawn' }],
      ['accept.ready', { state: 'available', trainingAt: 1 }, { state: 'withdrawn', trainingAt: 1 }],
      ['accept.claim', { state: 'submitted', trainingAt: 1 }, { state: 'submitted' }],
      ['accept.question', { state: 'more-info', question: 'MARK' }, { state: 'submitted' }],
      ['accept.declined', { state: 'not-accepted', reason: 'MARK' }, { state: 'submitted' }],
      ['accept.longer', { state: 'submitted' }, { state: 'available' }],
    ];
    for (const [name, so, notSo] of cases) {
      const notice = letter(name, so);
      expect(notice).toEqual({
        text: 'Mentor: something for you',
        buttons: [{ label: 'Open', to: { word: 'register.status', ids: {} } }],
      });
      expect(letter(name, notSo)).toBeUndefined();
    }
  });
});

describe('waiting past the promised day', () => {
  const open = (registration: Registration | undefined, ...not: string[]) => ({
    registration,
    person: people[0],
    exclusions: seal('exclusions', listOf('ann', ...not.map(person => ({ person, why: 'asked' as const, at: 1 })))),
  });
  const at = { now: NOW + 1, scheme };
  const due = waiting('ann', 'mentor', { escalateAt: NOW });
  const clock = (registration: Registration | undefined, more = {}, ...not: string[]) =>
    decided(
      acceptRoom,
      'registration.waits',
      aTurn({ account: 'clock', coordinator: false }, open(registration, ...not), { ...at, ...more }),
      { id: 'ann-mentor' },
    );

  test('the second co-ordinator is told and the person, once', () => {
    const changes = clock(due);
    expect(changes?.letters).toMatchObject([
      { letter: 'accept.waits', to: { account: 'slack/T1/UC2' }, ids: { registration: 'ann-mentor' } },
      { letter: 'accept.longer', to: { person: 'ann' } },
    ]);
    expect('escalateAt' in written(changes, 'registration')).toBe(false);
    expect(clock(written(changes, 'registration'))).toBeUndefined();
  });

  test('with no second one, or only one the person keeps away from, the channel is told', () => {
    const alone = clock(due, { scheme: { ...scheme, coordinators: ['slack/T1/UC1'] } });
    expect(alone?.letters?.[0]?.to).toEqual({ channel: 'coordinators' });
    expect(clock(due, {}, 'C2')?.letters?.[0]?.to).toEqual({ channel: 'coordinators' });
  });

  test('answered or gone meanwhile, nothing happens', () => {
    expect(clock({ ...due, state: 'available' })).toBeUndefined();
    expect(clock(undefined)).toBeUndefined();
    expect(clock({ ...due, escalateAt: NOW + 5 })).toBeUndefined();
  });

  test('the line names person and role, and vanishes once answered', () => {
    const letter = (state: Registration['state']) =>
      drawn(
        acceptRoom,
        'accept.waits',
        as(JO, { registration: waiting('ann', 'mentor', { state }), person: people[0] }),
      );
    expect(letter('submitted')?.text).toBe('A registration still waits for an answer: ANN Long, as a mentor');
    expect(letter('available')).toBeUndefined();
  });
});
