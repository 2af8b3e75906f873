// Joining: criteria, the promised answer, and the moves into the pool.
import { describe, expect, test } from 'vitest';
import {
  afterAcceptance,
  afterEvent,
  afterTraining,
  answerPromise,
  asksForEvent,
  digestOrder,
  draftFrom,
  missingCriteria,
  waitsForEvent,
  waitsForTraining,
} from '../../src/scheme/joining.ts';
import { registrationStates } from '../../src/scheme/states.ts';
import { aRegistration } from '../features/records.ts';
import { aScheme, NOW } from '../features/turn.ts';

const required = aScheme({ trainingMentor: 'required' });
const submitted = (more = {}) => aRegistration('sam', 'mentor', { state: 'submitted', escalateAt: NOW, ...more });

test('R3: in an "either" group any one is enough', () => {
  const scheme = aScheme();
  expect(missingCriteria(scheme, 'mentor', ['background', 'time'])).toEqual([]);
  expect(missingCriteria(scheme, 'mentor', ['knowledge', 'time'])).toEqual([]);
  expect(
    missingCriteria(scheme, 'mentor', ['background', 'knowledge']).map(group => group.map(one => one.key)),
  ).toEqual([['time']]);
  expect(missingCriteria(scheme, 'mentor', ['time']).map(group => group.map(one => one.key))).toEqual([
    ['background', 'knowledge'],
  ]);
  expect(missingCriteria(scheme, 'mentee', []).map(group => group.map(one => one.key))).toEqual([['time']]);
});

test('an answer is promised in working days, closed days left out', () => {
  expect(answerPromise(aScheme(), NOW).answerBy).toBe('2026-11-30');
  const closed = aScheme({ closedDays: ['2026-11-26'] });
  expect(answerPromise(closed, NOW)).toEqual({
    answerBy: '2026-12-01',
    escalateAt: Date.parse('2026-12-01T17:00:00Z'),
  });
});

describe('R6: training', () => {
  test('not asked for or recommended never stands in the way', () => {
    for (const rule of ['none', 'recommended'] as const) {
      const after = afterAcceptance(submitted(), aScheme({ trainingMentor: rule }), 'slack/T1/UC1', NOW);
      expect(after).toMatchObject({ state: 'available', waitingSince: NOW, decidedBy: 'slack/T1/UC1', decidedAt: NOW });
      expect('escalateAt' in after).toBe(false);
    }
  });

  test('required holds the person back until attended or exempt', () => {
    for (const training of ['needed', 'claimed', 'partly', 'not-needed'] as const) {
      const after = afterAcceptance(submitted({ training }), required, 'c', NOW);
      expect(after.state).toBe('accepted');
      expect(waitsForTraining(after)).toBe(true);
    }
    for (const training of ['attended', 'exempt'] as const)
      expect(afterAcceptance(submitted({ training }), required, 'c', NOW).state).toBe('available');
  });

  test('R5: exempt or attended opens the gate; partly or still needed leaves it, and says who decided', () => {
    const accepted = aRegistration('sam', 'mentor', { state: 'accepted', training: 'claimed' });
    for (const mark of ['attended', 'exempt'] as const)
      expect(afterTraining(accepted, aScheme(), { training: mark, by: 'c' }, NOW)).toMatchObject({
        state: 'available',
        training: mark,
        trainingBy: 'c',
        trainingAt: NOW,
        waitingSince: NOW,
      });
    for (const mark of ['partly', 'needed'] as const)
      expect(afterTraining(accepted, aScheme(), { training: mark, by: 'c' }, NOW)).toMatchObject({
        state: 'accepted',
        training: mark,
        trainingBy: 'c',
      });
  });

  test('decided before acceptance it waits with the registration, and during a pause for the return', () => {
    expect(
      afterTraining(submitted({ training: 'claimed' }), aScheme(), { training: 'exempt', by: 'c' }, NOW),
    ).toMatchObject({
      state: 'submitted',
      training: 'exempt',
    });
    const paused = aRegistration('sam', 'mentor', { state: 'paused', formerState: 'accepted', training: 'claimed' });
    expect(afterTraining(paused, aScheme(), { training: 'exempt', by: 'c' }, NOW)).toMatchObject({
      state: 'paused',
      formerState: 'available',
    });
  });
});

test('R16: whoever comes back while a proposal from before still holds their place is full, not available', () => {
  const back = submitted({ capacity: 1, taken: 1 });
  expect(afterAcceptance(back, aScheme({ trainingMentor: 'none' }), 'c', NOW).state).toBe('full');
  const trained = aRegistration('sam', 'mentor', { state: 'accepted', training: 'needed', capacity: 1, taken: 1 });
  expect(afterTraining(trained, aScheme(), { training: 'attended', by: 'c' }, NOW).state).toBe('full');
});

test('A4: only a registration that waits can be accepted', () => {
  for (const state of registrationStates.filter(one => one !== 'submitted'))
    expect(() => afterAcceptance(submitted({ state }), aScheme(), 'c', NOW)).toThrow(state);
});

test('an update of the digest never takes the place of a post that waits', () => {
  expect(digestOrder('post').id).not.toBe(digestOrder('update').id);
  expect(digestOrder('post').place).toBe(digestOrder('update').place);
});

test('what somebody wrote comes back as a draft without what only co-ordinators read', () => {
  const card = {
    id: 'sam-mentor',
    person: 'sam',
    role: 'mentor' as const,
    name: 'Sam',
    jobTitle: 'Technician',
    areas: [],
    topics: ['career'],
    career: 'Long.',
    modes: ['video'],
    slots: [],
    held: [],
  };
  expect(draftFrom(card, submitted({ criteria: ['time'], capacity: 2 }))).toEqual({
    way: 'mentor',
    route: 'own',
    you: { name: 'Sam', pronouns: undefined, jobTitle: 'Technician', department: undefined, modes: ['video'] },
    mentor: { topics: ['career'], career: 'Long.', capacity: 2, criteria: ['time'] },
  });
});

describe('where an event comes first (A7, R8)', () => {
  const events = aScheme({ matchingMode: 'both' });

  test('accepted, or through the training, somebody is ready for an event and cannot be matched yet', () => {
    const open = aScheme({ matchingMode: 'event', trainingMentor: 'none' });
    const ready = afterAcceptance(submitted(), open, 'c', NOW);
    expect(ready.state).toBe('ready');
    expect(waitsForEvent(ready)).toBe(true);
    const accepted = aRegistration('sam', 'mentor', { state: 'accepted', training: 'needed' });
    const trained = afterTraining(accepted, events, { training: 'attended', by: 'c' }, NOW);
    expect(trained.state).toBe('ready');
    const paused = { ...accepted, state: 'paused' as const, formerState: 'accepted' as const };
    expect(afterTraining(paused, events, { training: 'exempt', by: 'c' }, NOW)).toMatchObject({
      state: 'paused',
      formerState: 'ready',
    });
  });

  test('once they have been to one they can be matched; to have been counts for good', () => {
    const ready = aRegistration('sam', 'mentor', { state: 'ready' });
    const met = afterEvent(ready, events, NOW);
    expect(met).toMatchObject({ state: 'available', metAt: NOW, waitingSince: NOW });
    expect(waitsForEvent(met)).toBe(false);
    expect(afterEvent(met, events, NOW + 1)).toBe(met);
    const paused = { ...ready, state: 'paused' as const, formerState: 'ready' as const };
    expect(afterEvent(paused, events, NOW)).toMatchObject({ state: 'paused', formerState: 'available' });
    // Training first: to have been to an event does not stand in for it.
    const accepted = aRegistration('sam', 'mentor', { state: 'accepted', training: 'needed' });
    expect(afterEvent(accepted, events, NOW)).toMatchObject({ state: 'accepted', metAt: NOW });
    const met1st = afterEvent(accepted, events, NOW);
    expect(afterTraining(met1st, events, { training: 'attended', by: 'c' }, NOW).state).toBe('available');
  });

  test('where profiles alone count, nobody waits for an event', () => {
    expect(afterAcceptance(submitted(), aScheme(), 'c', NOW).state).toBe('available');
    for (const matchingMode of ['profile', 'mentee', 'coordinator'] as const)
      expect(asksForEvent(aScheme({ matchingMode }))).toBe(false);
  });
});
