// Answering one registration: what a co-ordinator reads, each answer and what comes of it, and whoever may not or comes second.
import { describe, expect, test } from 'vitest';
import { acceptRoom } from '../../../src/features/accept/accept.ts';
import { seal } from '../../../src/scheme/sealed.ts';
import { changesOf, formOf, leads, pressed, screenOf, take, viewOf, words, written } from '../page.ts';
import { aCasefile } from '../register/mine.ts';
import { aScheme, NOW } from '../turn.ts';
import { ALEX, aCase, as, IDS, JO, listOf, scheme, waiting } from './case.ts';

const said = (turn: unknown, word = 'accept.one'): string => words(viewOf(acceptRoom, word, turn, IDS).parts);
const told = (outcome: ReturnType<typeof pressed>): string => {
  const screen = screenOf(outcome);
  return screen.show === 'view' ? words(screen.view.parts) : '';
};

describe('what a co-ordinator reads', () => {
  test('R4: everything written for them, and each gap by name', () => {
    const registration = waiting('sam', 'mentor', { criteria: ['time'], capacity: 2 });
    const casefile = aCasefile('sam', 'mentor', {
      whySuitable: 'I ran a workshop.',
      wishes: 'Another site.',
      arrangement: true,
      claim: { what: 'A course', relevance: 'It fits.' },
    });
    const exclusions = seal('exclusions', listOf('sam', { person: 'MARK-boss', why: 'asked', at: 1 }));
    const text = said(as(ALEX, aCase(registration, { casefile, exclusions })));
    expect(text).toContain('Left open: I have a technical background / I have a working knowledge of technical roles.');
    for (const piece of [
      'Ten years at the bench.',
      'I ran a workshop.',
      'Another site.',
      'contacted about an arrangement',
      'A course',
      'up to 2 mentees',
      'not to be paired with',
    ])
      expect(text).toContain(piece);
    expect(text).not.toContain('MARK');
  });

  test('R3: either of a group ticked leaves no gap', () => {
    expect(said(as(ALEX, aCase(waiting('sam', 'mentor', { criteria: ['knowledge', 'time'] }))))).toContain(
      'All the criteria are ticked',
    );
  });

  test('what is not there any more is a kind sentence', () => {
    const none = { ...aCase(waiting('sam', 'mentor')), registration: undefined };
    expect(said(as(ALEX, none))).toContain('isn’t available');
    expect(changesOf(pressed(acceptRoom, 'accept.one', 'accept', as(ALEX, none), IDS))).toEqual({});
    for (const word of ['accept.ask', 'accept.decline', 'accept.claim'])
      expect(said(as(ALEX, none), word)).toContain('isn’t available');
  });
});

describe('accept (A4)', () => {
  test('into the pool at once where no training stands before it; the person is told by a neutral line', () => {
    const outcome = pressed(acceptRoom, 'accept.one', 'accept', as(ALEX, aCase(waiting('sam', 'mentor'))), IDS);
    const changes = changesOf(outcome);
    expect(written(changes, 'registration')).toMatchObject({
      state: 'available',
      decidedBy: 'slack/T1/UC1',
      decidedAt: NOW,
    });
    expect(changes.letters?.map(one => [one.letter, one.mode])).toEqual([
      ['accept.accepted', undefined],
      ['accept.digest', 'update'],
    ]);
    expect(changes.history).toEqual([{ what: 'registration.accepted', about: ['sam-mentor'] }]);
    expect(told(outcome)).toContain('can be matched');
  });

  test('R6: where training is required that is the one step left', () => {
    const needs = { scheme: { ...scheme, trainingMentor: 'required' as const } };
    const outcome = pressed(acceptRoom, 'accept.one', 'accept', as(ALEX, aCase(waiting('sam', 'mentor')), needs), IDS);
    expect(written(changesOf(outcome), 'registration')).toMatchObject({ state: 'accepted', training: 'needed' });
    expect(told(outcome)).toContain('training is the one step left');
  });

  test('a gap in the criteria does not stop a co-ordinator (R4)', () => {
    const outcome = pressed(
      acceptRoom,
      'accept.one',
      'accept',
      as(ALEX, aCase(waiting('sam', 'mentor', { criteria: [] }))),
      IDS,
    );
    expect(written(changesOf(outcome), 'registration').state).toBe('available');
  });

  test('whoever asked to be mentioned in posts is from here on', () => {
    const changes = changesOf(
      pressed(acceptRoom, 'accept.one', 'accept', as(ALEX, aCase(waiting('sam', 'mentor', { mention: true }))), IDS),
    );
    expect(written(changes, 'person').mention).toBe(true);
    expect('mention' in written(changes, 'registration')).toBe(false);
    const without = changesOf(
      pressed(acceptRoom, 'accept.one', 'accept', as(ALEX, aCase(waiting('sam', 'mentor'))), IDS),
    );
    expect(without.put?.map(one => one.kind)).toEqual(['registration']);
  });

  test('two co-ordinators at once: one effect, and the second sees whose', () => {
    const done = written(
      changesOf(pressed(acceptRoom, 'accept.one', 'accept', as(ALEX, aCase(waiting('sam', 'mentor'))), IDS)),
      'registration',
    );
    const second = pressed(acceptRoom, 'accept.one', 'accept', as(JO, aCase(done)), IDS);
    expect(changesOf(second)).toEqual({});
    expect(told(second)).toBe('Alex has accepted Sam Okafor already. Nothing was changed.');
    const late = take(
      acceptRoom,
      'accept.ask',
      as(JO, aCase(waiting('sam', 'mentor'))),
      { question: 'Which site?' },
      IDS,
    );
    expect(written(changesOf(late), 'registration').state).toBe('more-info');
    expect(said(as(JO, aCase(done)), 'accept.ask')).toContain('Alex has accepted');
    expect(said(as(JO, aCase({ ...done, state: 'not-accepted' })), 'accept.decline')).toContain('not this time');
    expect(said(as(JO, aCase({ ...done, state: 'withdrawn' })), 'accept.decline')).toContain(
      'taken the registration back',
    );
  });
});

describe('ask (A2)', () => {
  test('the question goes to the person, and the promise rests until the reply', () => {
    const changes = changesOf(
      take(
        acceptRoom,
        'accept.ask',
        as(ALEX, aCase(waiting('sam', 'mentor', { reply: 'old' }))),
        { question: 'Which site?' },
        IDS,
      ),
    );
    const after = written(changes, 'registration');
    expect(after).toMatchObject({ state: 'more-info', question: 'Which site?' });
    expect(after.escalateAt).toBeUndefined();
    expect(after.reply).toBeUndefined();
    expect(changes.letters?.[0]).toMatchObject({ letter: 'accept.question', to: { person: 'sam' }, ids: {} });
    expect(JSON.stringify(changes.letters)).not.toContain('site');
  });

  test('while it is open it can be declined, not accepted', () => {
    const asked = as(
      JO,
      aCase(waiting('sam', 'mentor', { state: 'more-info', question: 'Which site?', decidedBy: 'slack/T1/UC1' })),
    );
    expect(said(asked)).toContain('Alex asked, and the reply has not come yet: Which site?');
    expect(leads(viewOf(acceptRoom, 'accept.one', asked, IDS))).toEqual(['accept.decline']);
    expect(changesOf(pressed(acceptRoom, 'accept.one', 'accept', asked, IDS))).toEqual({});
  });
});

describe('decline (A5)', () => {
  test('a reason is needed and is the person’s alone; the card goes, their words come back to them as a draft', () => {
    const turn = as(ALEX, aCase(waiting('sam', 'mentor')));
    expect(formOf(acceptRoom, 'accept.decline', turn, IDS).fields['reason']?.optional).toBe(false);
    const changes = changesOf(take(acceptRoom, 'accept.decline', turn, { reason: 'Full until spring.' }, IDS));
    expect(written(changes, 'registration')).toMatchObject({ state: 'not-accepted', reason: 'Full until spring.' });
    expect(changes.erase).toEqual([{ kind: 'card', id: 'sam-mentor' }]);
    expect(written(changes, 'notebook')).toMatchObject({
      aim: 'MARK-aim',
      drafts: { register: { way: 'mentor', mentor: { career: 'Ten years at the bench.' } } },
    });
    expect(changes.letters?.[0]).toMatchObject({ letter: 'accept.declined', to: { person: 'sam' } });
    expect(JSON.stringify([changes.letters, changes.history])).not.toContain('spring');
  });

  test('a draft the person has begun themselves is left as it is', () => {
    const notebook = seal('notebook', {
      id: 'sam',
      person: 'sam',
      drafts: { register: { way: 'mentee' } },
      reviews: {},
      exits: {},
    });
    const changes = changesOf(
      take(
        acceptRoom,
        'accept.decline',
        as(ALEX, aCase(waiting('sam', 'mentor'), { notebook })),
        { reason: 'Full.' },
        IDS,
      ),
    );
    expect(written(changes, 'notebook').drafts).toEqual({ register: { way: 'mentee' } });
  });
});

describe('earlier training or experience (F05, R5)', () => {
  const claimed = waiting('sam', 'mentor', { state: 'accepted', training: 'claimed', decidedBy: 'slack/T1/UC1' });
  const open = aCase(claimed, {
    casefile: aCasefile('sam', 'mentor', {
      claim: { what: 'A course', relevance: 'It fits.', link: 'https://course.example' },
    }),
  });

  test('exempt opens the gate', () => {
    const changes = changesOf(take(acceptRoom, 'accept.claim', as(ALEX, open), { decision: 'exempt' }, IDS));
    expect(written(changes, 'registration')).toMatchObject({
      state: 'available',
      training: 'exempt',
      trainingBy: 'slack/T1/UC1',
    });
    expect(changes.letters?.[0]).toMatchObject({ letter: 'accept.ready', to: { person: 'sam' } });
  });

  test('partly and still needed leave it and say so, with a note for the person', () => {
    for (const decision of ['partly', 'needed']) {
      const changes = changesOf(
        take(acceptRoom, 'accept.claim', as(ALEX, open), { decision, note: 'The second half, please.' }, IDS),
      );
      expect(written(changes, 'registration')).toMatchObject({ state: 'accepted', training: decision });
      expect(written(changes, 'casefile').claimNote).toBe('The second half, please.');
      expect(changes.letters?.map(one => one.letter)).toEqual(['accept.claim', 'accept.digest']);
    }
  });

  test('decided once: the second sees by whom', () => {
    const after = { ...claimed, state: 'available' as const, training: 'exempt' as const, trainingBy: 'slack/T1/UC1' };
    expect(said(as(JO, aCase(after)), 'accept.claim')).toContain('Alex has answered this already');
    expect(viewOf(acceptRoom, 'accept.one', as(JO, open), IDS)).toBeDefined();
    expect(leads(viewOf(acceptRoom, 'accept.one', as(JO, open), IDS))).toEqual(['accept.claim']);
  });
});

describe('who may not', () => {
  const closed = 'Another co-ordinator deals with this registration';
  const tries = (turn: unknown) => {
    expect(changesOf(pressed(acceptRoom, 'accept.one', 'accept', turn, IDS))).toEqual({});
    for (const word of ['accept.ask', 'accept.decline', 'accept.claim'])
      expect('fields' in viewOf(acceptRoom, word, turn, IDS)).toBe(false);
  };

  test('a co-ordinator on the person’s list, named in person or by address, cannot open it', () => {
    for (const entry of [{ person: 'C2' }, { emailHash: 'hash-jo' }]) {
      const exclusions = seal('exclusions', listOf('sam', { ...entry, why: 'asked', at: 1 }));
      const turn = as(JO, aCase(waiting('sam', 'mentor'), { exclusions }));
      expect(said(turn)).toContain(closed);
      expect(said(turn)).not.toContain('Ten years');
      tries(turn);
      expect(said(as(ALEX, aCase(waiting('sam', 'mentor'), { exclusions })))).toContain('Ten years');
    }
  });

  test('a partner, to whom the casefile is closed, cannot open it', () => {
    const turn = as(JO, aCase(waiting('sam', 'mentor'), { casefile: undefined }));
    expect(said(turn)).toContain(closed);
    tries(turn);
  });

  test('nobody answers their own registration', () => {
    const own = as(JO, aCase(waiting('C2', 'mentor')));
    expect(said(own)).toContain('This is your own registration. Another co-ordinator answers it');
    tries(own);
  });

  test('the only co-ordinator may, and it is said', () => {
    const alone = aScheme({ coordinators: ['slack/T1/UC2', 'teams/t/jo'], coordinatorPersons: { 'teams/t/jo': 'C2' } });
    const own = as(JO, aCase(waiting('C2', 'mentor')), { scheme: alone });
    expect(said(own)).toContain('only co-ordinator');
    expect(written(changesOf(pressed(acceptRoom, 'accept.one', 'accept', own, IDS)), 'registration').state).toBe(
      'available',
    );
  });

  test('the only co-ordinator who is on the list is asked to add another', () => {
    const alone = aScheme({ coordinators: ['slack/T1/UC2'] });
    const exclusions = seal('exclusions', listOf('sam', { person: 'C2', why: 'asked', at: 1 }));
    const view = viewOf(
      acceptRoom,
      'accept.one',
      as(JO, aCase(waiting('sam', 'mentor'), { exclusions }), { scheme: alone }),
      IDS,
    );
    expect(leads(view)).toEqual(['setup']);
  });

  test('a co-ordinator whom the scheme does not know as a person is recognised by address', () => {
    const exclusions = seal('exclusions', listOf('sam', { emailHash: 'hash-x', why: 'asked', at: 1 }));
    const unknown = { account: 'slack/T1/UC2', coordinator: true, emailHash: 'hash-x' };
    const turn = { ...as(JO, aCase(waiting('sam', 'mentor'), { exclusions })), actor: unknown };
    expect(said(turn)).toContain(closed);
  });
});

test('every page of the room is for co-ordinators', () => {
  expect(acceptRoom.pages.map(page => page.for)).toEqual(acceptRoom.pages.map(() => 'coordinator'));
});
