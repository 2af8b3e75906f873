// After sending: changing what was written, before acceptance and after; taking it back; optional cards, a claim, an answer to a question; what one's own page says.
import { describe, expect, test } from 'vitest';
import { registerRoom } from '../../../src/features/register/register.ts';
import { buttonsOf, changesOf, formOf, leads, pressed, screenOf, take, viewOf, words, written } from '../page.ts';
import { aPairing, aRegistration } from '../records.ts';
import { aPerson, aScheme, NOW } from '../turn.ts';
import { ANSWERS, aCard, aCasefile, mine, myTurn, NEW, SAM } from './mine.ts';

const asMentor = (more = {}, registration = {}) =>
  mine({
    notebook: { id: 'sam', person: 'sam', drafts: {}, reviews: {}, exits: {}, aim: 'To learn to let go.' },
    mentor: aRegistration('sam', 'mentor', { capacity: 2, ...registration }),
    mentorCard: aCard('sam', 'mentor'),
    mentorFile: aCasefile('sam', 'mentor', { whySuitable: 'Long story.' }),
    ...more,
  });
const CHANGE = { change: 'yes' };
const said = (turn: unknown, word = 'register.status'): string => words(viewOf(registerRoom, word, turn).parts);

describe('changing', () => {
  test('the forms open with what is on record, and save at once', () => {
    const turn = myTurn(SAM, asMentor());
    expect(formOf(registerRoom, 'register.mentor', turn, CHANGE).values).toMatchObject({
      career: 'Ten years at the bench.',
      capacity: 2,
      whySuitable: 'Long story.',
    });
    const outcome = take(
      registerRoom,
      'register.mentor',
      turn,
      { ...ANSWERS['mentor'], career: 'Eleven years now.' },
      CHANGE,
    );
    expect(written(changesOf(outcome), 'card').career).toBe('Eleven years now.');
    expect(changesOf(outcome).history).toEqual([{ what: 'registration.changed', about: ['sam-mentor'] }]);
    const screen = screenOf(outcome);
    expect(screen.show === 'view' && words(screen.view.parts)).toContain('Eleven years now.');
  });

  test('a new name stands on both cards and on the person', () => {
    const both = asMentor({
      mentee: aRegistration('sam', 'mentee'),
      menteeCard: aCard('sam', 'mentee'),
      menteeFile: aCasefile('sam', 'mentee'),
    });
    const changes = changesOf(
      take(registerRoom, 'register.you', myTurn(SAM, both), { ...ANSWERS['you'], name: 'Samira Okafor' }, CHANGE),
    );
    expect(written(changes, 'person').name).toBe('Samira Okafor');
    expect(written(changes, 'card', 'sam-mentor').name).toBe('Samira Okafor');
    expect(written(changes, 'card', 'sam-mentee').name).toBe('Samira Okafor');
    expect(changes.put).toHaveLength(3);
  });

  test('R16, A10: places given up or added by the mentor', () => {
    const capacity = (taken: number, state: 'available' | 'full' | 'resting', wanted: string) => {
      const turn = myTurn(SAM, asMentor({}, { taken, state }));
      return written(
        changesOf(take(registerRoom, 'register.mentor', turn, { ...ANSWERS['mentor'], capacity: wanted }, CHANGE)),
        'registration',
      );
    };
    expect(capacity(1, 'available', '1')).toMatchObject({ capacity: 1, state: 'full' });
    expect(capacity(1, 'full', '2')).toMatchObject({ capacity: 2, state: 'available' });
    expect(capacity(0, 'resting', '2').state).toBe('resting');
    const over = take(
      registerRoom,
      'register.mentor',
      myTurn(SAM, asMentor()),
      { ...ANSWERS['mentor'], capacity: '3' },
      CHANGE,
    );
    expect('problems' in over && over.problems['capacity']).toBeTruthy();
  });

  test('R49: former partners are not shown in the list, and stay on it', () => {
    const exclusions = {
      id: 'sam',
      person: 'sam',
      not: [
        { person: 'former', why: 'former' as const, at: 1 },
        { person: 'boss', why: 'asked' as const, at: 1 },
        { emailHash: 'hash-ex', why: 'asked' as const, at: 1 },
      ],
      closedTo: ['former', 'boss'],
    };
    const turn = myTurn(SAM, asMentor({ exclusions }));
    const form = formOf(registerRoom, 'register.last', turn, CHANGE);
    expect(form.values?.['notPair']).toEqual([{ person: 'boss' }, { emailHash: 'hash-ex' }]);
    expect(form.values?.['aim']).toBe('To learn to let go.');
    expect(form.fields['read']).toBeUndefined();
    const changes = changesOf(take(registerRoom, 'register.last', turn, { notPair: [{ person: 'other' }] }, CHANGE));
    expect(written(changes, 'exclusions').not).toEqual([
      { person: 'former', why: 'former', at: 1 },
      { person: 'other', why: 'asked', at: NOW },
    ]);
    expect(written(changes, 'casefile').closedTo).toContain('other');
  });

  test('mentions are switched on and off at once for somebody accepted', () => {
    const on = changesOf(take(registerRoom, 'register.last', myTurn(SAM, asMentor()), { mention: true }, CHANGE));
    expect(written(on, 'person').mention).toBe(true);
    const mentioned = aPerson('sam', 'Sam Okafor', { mention: true });
    expect(formOf(registerRoom, 'register.last', myTurn(mentioned, asMentor()), CHANGE).values?.['mention']).toBe(true);
    expect(
      written(changesOf(take(registerRoom, 'register.last', myTurn(mentioned, asMentor()), {}, CHANGE)), 'person')
        .mention,
    ).toBe(false);
  });

  test('with nothing on record there is nothing to change', () => {
    expect(said(myTurn(NEW), 'profile')).toContain('not registered');
    for (const word of ['register.you', 'register.last', 'register.mentor', 'register.match', 'register.more'])
      expect('fields' in viewOf(registerRoom, word, myTurn(NEW), CHANGE)).toBe(false);
    const other = viewOf(registerRoom, 'register.mentee', myTurn(SAM, asMentor()), CHANGE);
    expect(other.title).toBe('My registration');
  });

  test('the profile shows the card others see and leads to each part', () => {
    const view = viewOf(registerRoom, 'profile', myTurn(SAM, asMentor()));
    expect(words(view.parts)).toContain('How mentees see you');
    expect(leads(view)).toEqual([
      'register.you',
      'register.mentor',
      'register.last',
      'register.more',
      'register.status',
      'me',
    ]);
  });
});

describe('optional cards', () => {
  const both = asMentor({
    mentee: aRegistration('sam', 'mentee'),
    menteeCard: aCard('sam', 'mentee'),
    menteeFile: aCasefile('sam', 'mentee'),
  });

  test('each saves where its readers are, for both roles, and says it is filled in', () => {
    const turn = myTurn(SAM, both, { scheme: aScheme({ sites: [{ key: 'north', label: 'North campus' }] }) });
    const answers = { stage: 'senior', areas: ['workshop'], site: 'north', slots: ['mon-am'] };
    const outcome = take(registerRoom, 'register.match', turn, answers);
    for (const role of ['mentor', 'mentee'])
      expect(written(changesOf(outcome), 'card', `sam-${role}`)).toMatchObject(answers);
    const screen = screenOf(outcome);
    expect(screen.show === 'view' && words(screen.view.parts)).toContain('Filled in');
    const background = changesOf(
      take(registerRoom, 'register.background', turn, {
        held: ['rsci'],
        achievements: 'A rig.',
        whyMentor: 'To learn.',
        mentoredBefore: 'no',
      }),
    );
    expect(written(background, 'card', 'sam-mentor').held).toEqual(['rsci']);
    expect(written(background, 'casefile', 'sam-mentee').achievements).toBe('A rig.');
    expect(written(background, 'casefile', 'sam-mentor')).toMatchObject({
      whyMentor: 'To learn.',
      mentoredBefore: 'no',
      whySuitable: 'Long story.',
    });
    expect(written(background, 'casefile', 'sam-mentor').achievements).toBeUndefined();
    const wishes = changesOf(
      take(registerRoom, 'register.wishes', turn, {
        areaWish: 'different',
        wishes: 'Another site.',
        whyNow: ['promotion'],
      }),
    );
    expect(wishes.put?.map(one => one.kind)).toEqual(['casefile', 'casefile']);
    expect(written(wishes, 'casefile', 'sam-mentee').whyNow).toEqual(['promotion']);
    expect(written(wishes, 'casefile', 'sam-mentor').whyNow).toBeUndefined();
  });

  test('nothing in them is required, and what the scheme has no list for is not asked', () => {
    for (const word of ['register.match', 'register.background', 'register.wishes']) {
      const form = formOf(registerRoom, word, myTurn(SAM, both));
      expect(Object.values(form.fields).every(field => field.optional)).toBe(true);
    }
    expect(formOf(registerRoom, 'register.match', myTurn(SAM, both)).fields['site']).toBeUndefined();
  });
});

describe('earlier training or experience (F05, R5)', () => {
  const required = aScheme({ trainingMentor: 'required', trainingText: 'A morning in March.' });
  const claim = { what: 'Coaching course', relevance: 'Same contents.', link: 'https://course.example' };

  test('a claim waits for a co-ordinator and opens nothing by itself', () => {
    const open = asMentor({}, { state: 'accepted', training: 'needed', decidedBy: 'slack/T1/UC1' });
    const turn = myTurn(SAM, open, { scheme: required });
    expect(leads(viewOf(registerRoom, 'register.status', turn))).toContain('register.claim');
    const changes = changesOf(take(registerRoom, 'register.claim', turn, claim, { role: 'mentor' }));
    expect(written(changes, 'registration')).toMatchObject({ state: 'accepted', training: 'claimed' });
    expect(written(changes, 'casefile').claim).toMatchObject(claim);
    expect(changes.letters?.map(one => one.letter)).toEqual(['accept.digest']);
  });

  test('where no training is asked for there is nothing to claim', () => {
    const turn = myTurn(SAM, asMentor());
    expect(leads(viewOf(registerRoom, 'register.status', turn))).not.toContain('register.claim');
    expect(viewOf(registerRoom, 'register.claim', turn, { role: 'mentor' }).parts).toHaveLength(1);
  });
});

describe('a question and its answer (A2, A3)', () => {
  const asked = asMentor({}, { state: 'more-info', question: 'Which site?' });

  test('the answer goes back with a new day promised', () => {
    const turn = myTurn(SAM, asked);
    expect(words(formOf(registerRoom, 'register.answer', turn, { registration: 'sam-mentor' }).intro ?? [])).toContain(
      'Which site?',
    );
    const changes = changesOf(
      take(registerRoom, 'register.answer', turn, { reply: 'North.' }, { registration: 'sam-mentor' }),
    );
    expect(written(changes, 'registration')).toMatchObject({
      state: 'submitted',
      reply: 'North.',
      answerBy: '2026-11-30',
    });
    expect(written(changes, 'registration').escalateAt).toBeGreaterThan(NOW);
    expect(changes.letters?.[0]).toMatchObject({ letter: 'accept.digest', mode: 'post' });
  });

  test('a question answered or not one’s own is kindly absent', () => {
    for (const id of ['kim-mentor', '', 'sam-mentee'])
      expect(words(viewOf(registerRoom, 'register.answer', myTurn(SAM, asked), { registration: id }).parts)).toContain(
        'no longer open',
      );
  });
});

describe('taking it back (A13)', () => {
  const ids = { registration: 'sam-mentor' };
  const waiting = asMentor({}, { state: 'submitted', escalateAt: NOW + 5, criteria: ['time'] });

  test('before an answer: at once, the card goes, what was written is kept as a draft, the digest is redrawn', () => {
    const changes = changesOf(pressed(registerRoom, 'register.status', 'withdraw', myTurn(SAM, waiting), ids));
    expect(written(changes, 'registration').state).toBe('withdrawn');
    expect(changes.erase).toEqual([{ kind: 'card', id: 'sam-mentor' }]);
    expect(changes.put?.some(one => one.kind === 'card' || one.kind === 'exclusions')).toBe(false);
    expect(written(changes, 'notebook').drafts['register']).toMatchObject({
      way: 'mentor',
      mentor: { career: 'Ten years at the bench.' },
    });
    expect(changes.letters?.[0]).toMatchObject({ mode: 'update' });
    const after = myTurn(SAM, {
      ...waiting,
      mentor: written(changes, 'registration'),
      mentorCard: undefined,
      notebook: written(changes, 'notebook'),
    });
    expect(formOf(registerRoom, 'register.mentor', after, { role: 'mentor' }).values).toMatchObject({
      career: 'Ten years at the bench.',
    });
  });

  test('once answered it is not taken back, but the way to leave is shown', () => {
    const outcome = pressed(registerRoom, 'register.status', 'withdraw', myTurn(SAM, asMentor()), ids);
    expect(changesOf(outcome)).toEqual({});
    const screen = screenOf(outcome);
    expect(screen.show === 'view' && words(screen.view.parts)).toContain('answered meanwhile');
  });

  test('nobody takes back another’s', () => {
    const outcome = pressed(registerRoom, 'register.status', 'withdraw', myTurn(SAM, waiting), {
      registration: 'kim-mentor',
    });
    expect(changesOf(outcome)).toEqual({});
  });
});

describe('my registration, in words', () => {
  const scheme = aScheme({
    coordinatorNames: { 'slack/T1/UC1': 'Alex' },
    trainingMentor: 'required',
    trainingText: 'A morning in March.',
    external: [{ name: 'National scheme', link: 'https://national.example' }],
  });
  const status = (registration: object, more = {}) => said(myTurn(SAM, asMentor(more, registration), { scheme }));

  test('which step is left is named, and by whom the last one was taken (R5, R6, R8)', () => {
    expect(status({ state: 'accepted', training: 'needed', decidedBy: 'slack/T1/UC1' })).toMatch(
      /accepted, by Alex[\s\S]*One step is left[\s\S]*A morning in March/,
    );
    expect(
      status({ training: 'attended', trainingBy: 'slack/T1/UC1', trainingAt: 1, decidedBy: 'slack/T1/UC1' }),
    ).toContain('training has been recorded, by Alex');
    expect(
      status(
        { state: 'accepted', training: 'needed', trainingBy: 'slack/T1/UC1' },
        { mentorFile: aCasefile('sam', 'mentor', { claimNote: 'Too long ago.' }) },
      ),
    ).toMatch(/training is still needed[\s\S]*Too long ago/);
    expect(status({ training: 'exempt', trainingBy: 'slack/T1/UC1', trainingAt: 1 })).toContain(
      'counts in full, says Alex',
    );
  });

  test('A4: training that is only recommended is named once somebody is accepted', () => {
    const recommended = { ...scheme, trainingMentor: 'recommended' as const };
    const at = (state: object, more = {}) =>
      said(myTurn(SAM, asMentor({}, state), { scheme: { ...recommended, ...more } }));
    expect(at({ decidedAt: 1 })).toMatch(/recommends some training[\s\S]*A morning in March/);
    expect(at({ decidedAt: 1 }, { trainingText: '' })).not.toContain('training');
    expect(at({ state: 'submitted', escalateAt: 1 })).not.toContain('training');
  });

  test('a mentor who answers a call for mentors reads that nothing more is needed', () => {
    const shown = viewOf(registerRoom, 'register.offer', myTurn(SAM, asMentor()), { role: 'mentor', route: 'forum' });
    expect(words(shown.parts)).toContain('You are registered as a mentor already');
  });

  test('the forum is named once to somebody who was accepted in both roles', () => {
    const both = asMentor({ mentee: aRegistration('sam', 'mentee', { state: 'available' }) }, { state: 'available' });
    expect(said(myTurn(SAM, both)).split('slack/T1/CFORUM')).toHaveLength(2);
  });

  test('R8: where mentees choose for themselves, that is the mentee’s open step, and none of the mentor’s', () => {
    const choosing = { ...scheme, matchingMode: 'mentee' as const };
    const asMentee = { mentee: aRegistration('sam', 'mentee'), menteeCard: aCard('sam', 'mentee') };
    const chooses = /You can choose a mentor/;
    expect(said(myTurn(SAM, asMentee, { scheme: choosing }))).toMatch(chooses);
    expect(said(myTurn(SAM, asMentee, { scheme }))).not.toMatch(chooses);
    expect(said(myTurn(SAM, asMentor(), { scheme: choosing }))).not.toMatch(chooses);
  });

  test('R7: the forum is open from acceptance on and never a condition', () => {
    expect(status({ state: 'accepted', training: 'needed' })).toContain('slack/T1/CFORUM');
    expect(status({ state: 'submitted', escalateAt: 1 })).not.toContain('slack/T1/CFORUM');
  });

  test('R13: a mentor cannot tell from it that a proposal is out', () => {
    expect(status({ state: 'full', taken: 2 })).toBe(status({ state: 'available', taken: 1 }));
  });

  test('a no is private, with the reason and other offers, and the door open', () => {
    const turn = myTurn(
      SAM,
      asMentor({ mentorCard: undefined }, { state: 'not-accepted', reason: 'We are full until spring.' }),
      { scheme },
    );
    const view = viewOf(registerRoom, 'register.status', turn);
    expect(words(view.parts)).toMatch(/We are full until spring[\s\S]*These may suit you[\s\S]*National scheme/);
    const alone = { ...turn, scheme: { ...scheme, external: [] } };
    expect(said(alone)).not.toContain('These may suit you');
    expect(leads(view)).toEqual(['register.you', 'contact', 'home']);
  });

  test('people on one’s own list do not stand among those who have it', () => {
    const known = {
      ...scheme,
      coordinatorNames: { 'slack/T1/UC1': 'Alex', 'slack/T1/UC2': 'Jo' },
      coordinatorPersons: { 'slack/T1/UC2': 'C2' },
    };
    const exclusions = {
      id: 'sam',
      person: 'sam',
      not: [{ person: 'C2', why: 'asked' as const, at: 1 }],
      closedTo: ['C2'],
    };
    const turn = myTurn(SAM, asMentor({ exclusions }, { state: 'submitted', escalateAt: 1 }), { scheme: known });
    expect(said(turn)).toContain('It is with Alex.');
  });

  test('when it takes longer than promised, it says so and asks nothing', () => {
    expect(status({ state: 'submitted' })).toContain('taking longer than we said');
  });

  test('only a registration without an answer can be taken back', () => {
    const presses = (state: 'submitted' | 'available') =>
      buttonsOf(viewOf(registerRoom, 'register.status', myTurn(SAM, asMentor({}, { state })))).filter(
        button => 'to' in button && button.to.press,
      );
    expect(presses('submitted')).toHaveLength(1);
    expect(presses('available')).toHaveLength(0);
  });
});

describe('one’s own page beside a partner', () => {
  const at = (state: 'full' | 'resting', pairing: object) =>
    said(myTurn(SAM, asMentor({ pairings: [aPairing('sam', 'alex', pairing)] }, { state, taken: 1 })));

  test('an end that may not be known yet is not told by “a break”', () => {
    const held = { state: 'ended-early', notice: 'held', noticeTo: 'sam' };
    expect(at('resting', held)).toContain('There is nothing to do at present.');
    expect(at('resting', held)).not.toMatch(/break|start again/);
    expect(at('resting', { ...held, notice: 'given' })).toContain('taking a break');
  });

  test('a mentor reads nothing of a proposal before the mentee’s yes (R13), and then no more that they will hear', () => {
    expect(at('full', { state: 'proposed' })).toBe(said(myTurn(SAM, asMentor({}, { state: 'available' }))));
    expect(at('full', { state: 'mentee-yes' })).toContain('A match is under way');
    expect(at('full', {})).toContain('You are somebody’s mentor.');
  });
});
