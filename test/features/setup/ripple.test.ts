// What a changed setting means for people who are registered already.
import { expect, test } from 'vitest';
import { inLineWith, rippleJob } from '../../../src/features/setup/ripple.ts';
import { aRegistration } from '../records.ts';
import { aScheme, aTurn, NOW } from '../turn.ts';

const scheme = aScheme({ maxMentees: 2, trainingMentor: 'required' });
const trained = { training: 'attended' as const };

test('a mentor who offered more places has as many as the scheme allows, and is full when they are taken (R16)', () => {
  const before = aRegistration('S', 'mentor', { ...trained, capacity: 4, taken: 1 });
  expect(inLineWith(scheme, before, NOW)).toMatchObject({ capacity: 2, taken: 1, state: 'available' });
  expect(inLineWith(scheme, { ...before, taken: 3 }, NOW)).toMatchObject({ capacity: 2, taken: 3, state: 'full' });
  const paused = { ...before, taken: 3, state: 'paused' as const, formerState: 'available' as const };
  expect(inLineWith(scheme, paused, NOW)).toMatchObject({ state: 'paused', formerState: 'full' });
});

test('training that is now required: nobody stays in the pool without it (R6)', () => {
  const before = aRegistration('S', 'mentor', { training: 'not-needed' });
  expect(inLineWith(scheme, before, NOW)).toMatchObject({ state: 'accepted', training: 'needed' });
  for (const training of ['attended', 'exempt'] as const)
    expect(inLineWith(scheme, { ...before, training }, NOW).state).toBe('available');
});

test('training that is no longer required: who waited for it alone comes into the pool', () => {
  const open = aScheme({ trainingMentor: 'recommended' });
  const before = aRegistration('S', 'mentor', { state: 'accepted', training: 'needed' });
  expect(inLineWith(open, before, NOW)).toMatchObject({ state: 'available', waitingSince: NOW });
  const paused = { ...before, state: 'paused' as const, formerState: 'accepted' as const };
  expect(inLineWith(open, paused, NOW)).toMatchObject({ state: 'paused', formerState: 'available' });
});

test('mentees are asked only what their own role is asked; who waits for an answer is left alone', () => {
  const mentee = aRegistration('E', 'mentee', { training: 'not-needed' });
  expect(inLineWith(scheme, mentee, NOW)).toBe(mentee);
  const submitted = aRegistration('S', 'mentor', { state: 'submitted', training: 'not-needed' });
  expect(inLineWith(scheme, submitted, NOW)).toBe(submitted);
});

test('the job writes and tells only those for whom something changes, and goes on where the list does', () => {
  const changes = aRegistration('S', 'mentor', { training: 'not-needed' });
  const stays = aRegistration('E', 'mentee', { training: 'not-needed' });
  const filled = aRegistration('F', 'mentor', { ...trained, capacity: 4, taken: 2 });
  const open = { people: [], mentors: [changes, filled], mentees: [stays] };
  const turn = aTurn({ account: 'clock', coordinator: false }, open, { scheme, more: { people: 'on' } });
  const step = rippleJob.write.step(turn as never, {}, undefined as never, undefined);
  expect(step.after).toBe('on');
  expect(step.changes.put?.map(({ value }) => value.id)).toEqual(['S-mentor', 'F-mentor']);
  expect(step.changes.letters?.map(({ to }) => to)).toEqual([{ person: 'S' }]);
});

test('an event that now comes first: whoever has not been to one waits for it; whoever has, or is being asked about somebody, does not (R8)', () => {
  for (const matchingMode of ['event', 'both'] as const) {
    const events = aScheme({ matchingMode });
    const before = aRegistration('E', 'mentee');
    expect(inLineWith(events, before, NOW).state).toBe('ready');
    const paused = { ...before, state: 'paused' as const, formerState: 'available' as const };
    expect(inLineWith(events, paused, NOW)).toMatchObject({ state: 'paused', formerState: 'ready' });
    for (const stays of [
      { metAt: NOW },
      { taken: 1 },
      { state: 'resting' as const },
      { state: 'submitted' as const },
    ]) {
      const registration = { ...before, ...stays };
      expect(inLineWith(events, registration, NOW)).toBe(registration);
    }
  }
});

test('an event that does not come first any more: whoever waited for one can be matched (R8)', () => {
  const waiting = aRegistration('E', 'mentee', { state: 'ready' });
  expect(inLineWith(aScheme(), waiting, NOW)).toMatchObject({ state: 'available', waitingSince: NOW });
  const paused = { ...waiting, state: 'paused' as const, formerState: 'ready' as const };
  expect(inLineWith(aScheme(), paused, NOW)).toMatchObject({ state: 'paused', formerState: 'available' });
  // Training that is asked for comes before it.
  const untrained = aRegistration('S', 'mentor', { state: 'ready' });
  expect(inLineWith(scheme, untrained, NOW)).toMatchObject({ state: 'accepted', training: 'needed' });
});
