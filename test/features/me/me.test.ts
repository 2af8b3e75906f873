// One's own place in the scheme by plain calls: pausing, returning, reminders, leaving.
import { describe, expect, test } from 'vitest';
import { meRoom } from '../../../src/features/me/me.ts';
import type { Pairing, Registration } from '../../../src/scheme/kinds.ts';
import { seal } from '../../../src/scheme/sealed.ts';
import {
  changesOf,
  decided,
  drawn,
  formOf,
  leads,
  pressed,
  screenOf,
  show,
  take,
  viewOf,
  words,
  written,
} from '../page.ts';
import { aPairing, aRegistration } from '../records.ts';
import { aPerson, aScheme, aTurn, NOW } from '../turn.ts';

const sam = aPerson('S', 'Sam Okafor');
const turn = (registrations: Registration[], person = sam, pairings: Pairing[] = []) =>
  aTurn(person, { registrations, pairings });
const mentor = aRegistration('S', 'mentor', { capacity: 2, taken: 1 });
const mentee = aRegistration('S', 'mentee');

describe('pausing and returning', () => {
  test('a pause keeps where one stood, until the day chosen; the pairing that runs is not touched (A11)', () => {
    const changes = changesOf(take(meRoom, 'me.pause', turn([mentor]), { until: '2027-01-11' }));
    expect(written(changes, 'registration')).toMatchObject({
      state: 'paused',
      formerState: 'available',
      pausedUntil: '2027-01-11',
      taken: 1,
    });
    expect(changes.put).toHaveLength(1);
    expect(changes.letters?.map(({ letter, to }) => [letter, to])).toEqual([['me.away', { channel: 'coordinators' }]]);
  });

  test('R10: the two roles pause separately', () => {
    const answers = { until: '2027-01-11', roles: ['mentee'] };
    const changes = changesOf(take(meRoom, 'me.pause', turn([mentor, mentee]), answers));
    expect(written(changes, 'registration').id).toBe('S-mentee');
    expect(take(meRoom, 'me.pause', turn([mentor, mentee]), { until: '2027-01-11' })).toMatchObject({
      problems: { roles: expect.any(String) },
    });
  });

  test('a day in the past, or too far ahead, is not taken', () => {
    for (const until of ['2026-11-23', '2028-01-01'])
      expect(take(meRoom, 'me.pause', turn([mentor]), { until })).toMatchObject({
        problems: { until: expect.any(String) },
      });
  });

  test('another day for a pause keeps the state from before it', () => {
    const before = aRegistration('S', 'mentor', { state: 'paused', formerState: 'resting', pausedUntil: '2026-12-01' });
    const changes = changesOf(take(meRoom, 'me.pause', turn([before]), { until: '2027-02-01' }));
    expect(written(changes, 'registration')).toMatchObject({ formerState: 'resting', pausedUntil: '2027-02-01' });
  });

  test('who has left or was not accepted has nothing to pause', () => {
    const screen = show(meRoom, 'me.pause', turn([aRegistration('S', 'mentor', { state: 'withdrawn' })]));
    expect('fields' in screen).toBe(false);
  });

  test('returning leads back to where one stood, full when all places are taken (A12)', () => {
    const paused = {
      ...mentor,
      state: 'paused' as const,
      formerState: 'available' as const,
      pausedUntil: '2027-01-11',
    };
    const back = (one: Registration) =>
      written(changesOf(pressed(meRoom, 'me', 'return', turn([one]), { role: 'mentor' })), 'registration');
    expect(back(paused)).toMatchObject({ state: 'available', formerState: undefined, pausedUntil: undefined });
    expect(back({ ...paused, taken: 2 }).state).toBe('full');
    expect(back({ ...paused, formerState: 'resting' }).state).toBe('resting');
    const waiting = back({ ...paused, formerState: 'submitted', escalateAt: 1 });
    expect(waiting).toMatchObject({ state: 'submitted', answerBy: '2026-11-30' });
    expect(waiting.escalateAt).toBeGreaterThan(NOW);
  });

  test('returning from nothing changes nothing', () => {
    expect(changesOf(pressed(meRoom, 'me', 'return', turn([mentor]), { role: 'mentor' }))).toEqual({});
  });

  test('on the day, one is back and hears so; whoever is gone stays away', () => {
    const paused = {
      ...mentor,
      state: 'paused' as const,
      formerState: 'available' as const,
      pausedUntil: '2026-11-20',
    };
    const date = (person = sam) =>
      decided(
        meRoom,
        'registration.resume',
        aTurn({ account: 'clock', coordinator: false }, { registration: paused, person }),
        {
          id: 'S-mentor',
        },
      );
    expect(written(date(), 'registration').state).toBe('available');
    expect(date()?.letters?.map(({ to }) => to)).toEqual([{ person: 'S' }]);
    const lisbon = date({ ...sam, hours: { days: [3], from: '13:00', to: '17:00' } });
    expect(lisbon?.letters?.[0]?.notBefore).toBe(Date.parse('2026-11-25T13:00:00Z'));
    const gone = date({ ...sam, goneAt: 1 });
    expect(written(gone, 'registration')).toMatchObject({ state: 'paused', pausedUntil: undefined });
    expect(gone?.letters).toBeUndefined();
  });

  test('that all places are taken is not shown, as it would tell of a proposal (R13)', () => {
    const said = (one: Registration) => words(viewOf(meRoom, 'me', turn([one])).parts);
    expect(said({ ...mentor, state: 'full' })).toBe(said({ ...mentor, state: 'available' }));
  });
});

describe('reminders', () => {
  test('how check-ins reach me is my own setting', () => {
    const outcome = take(meRoom, 'me.reminders', aTurn(sam, {}), { checkins: 'none', mention: true });
    expect(written(changesOf(outcome), 'person')).toEqual({ ...sam, checkins: 'none', mention: true });
    expect(formOf(meRoom, 'me.reminders', aTurn(sam, {})).values).toEqual({ checkins: 'channel', mention: false });
  });
});

describe('leaving', () => {
  const leaving = (registrations: Registration[], pairings: Pairing[], person = sam, more: Registration[] = []) => {
    const all = [...registrations, ...more];
    const covers = (role: string) => all.filter(one => one.role === role).map(one => seal('registration', one));
    return aTurn(person, {
      registrations,
      pairings,
      mentorPlaces: covers('mentor'),
      menteePlaces: covers('mentee'),
      papers: pairings.map(({ id, mentor: a, mentee: b }) => seal('papers', { id, mentor: a, mentee: b, why: {} })),
      mentorCards: [],
      menteeCards: [],
      mine: registrations.map(({ id, person: owner, role }) => ({
        id,
        person: owner,
        role,
        name: 'Sam Okafor',
        jobTitle: '',
        areas: [],
        topics: [],
        modes: [],
        slots: [],
        held: [],
      })),
    });
  };

  test('one leaves at once, the card goes, nobody is asked why (A13)', () => {
    const person = { ...sam, mention: true };
    const changes = changesOf(pressed(meRoom, 'me.leave', 'leave', leaving([mentee], [], person), { role: 'both' }));
    expect(written(changes, 'registration').state).toBe('withdrawn');
    expect(written(changes, 'person').mention).toBe(false);
    expect(changes.erase).toEqual([{ kind: 'card', id: 'S-mentee' }]);
    expect(changes.letters?.map(({ to }) => to)).toEqual([{ channel: 'coordinators' }]);
  });

  test('R10: leaving in one role leaves the other, its card and its places as they are', () => {
    const both = leaving([mentor, mentee], [aPairing('S', 'E', { state: 'active' })]);
    const changes = changesOf(pressed(meRoom, 'me.leave', 'leave', both, { role: 'mentee' }));
    expect(written(changes, 'registration')).toMatchObject({ id: 'S-mentee', state: 'withdrawn' });
    expect(changes.erase).toEqual([{ kind: 'card', id: 'S-mentee' }]);
    expect(changes.put?.some(({ kind }) => kind === 'pairing')).toBe(false);
  });

  test('a running pairing is ended by its form first', () => {
    const open = leaving([mentor, mentee], [aPairing('S', 'E')]);
    expect(leads(viewOf(meRoom, 'me.leave', open))).toEqual(['exit', 'me.leave!leave']);
    for (const role of ['mentor', 'both'])
      expect(changesOf(pressed(meRoom, 'me.leave', 'leave', open, { role }))).toEqual({});
    const changes = changesOf(pressed(meRoom, 'me.leave', 'leave', open, { role: 'mentee' }));
    expect(written(changes, 'registration').id).toBe('S-mentee');
  });

  test('an open proposal comes to nothing: the other has their place back and hears so (A13, R15)', () => {
    const asked = aPairing('S', 'E', { state: 'mentee-yes' });
    const theirs = aRegistration('E', 'mentee', { state: 'full', taken: 1 });
    const open = leaving([mentor], [asked], sam, [theirs]);
    const changes = changesOf(pressed(meRoom, 'me.leave', 'leave', open, { role: 'mentor' }));
    expect(written(changes, 'pairing')).toMatchObject({ state: 'not-formed' });
    expect(written(changes, 'registration', 'E-mentee')).toMatchObject({ state: 'available', taken: 0 });
    expect(written(changes, 'registration', 'S-mentor')).toMatchObject({ state: 'withdrawn', taken: 0 });
    expect(changes.letters).toContainEqual(expect.objectContaining({ letter: 'proposal.ended', to: { person: 'E' } }));
    expect(changes.erase).toContainEqual({ kind: 'papers', id: asked.id });
  });

  test('a mentor who was not asked yet hears nothing when the mentee leaves (R13)', () => {
    const asked = aPairing('M', 'S', { state: 'proposed', menteeYesAt: undefined });
    const theirs = aRegistration('M', 'mentor', { capacity: 2, taken: 1 });
    const open = leaving([mentee], [asked], sam, [theirs]);
    const changes = changesOf(pressed(meRoom, 'me.leave', 'leave', open, { role: 'mentee' }));
    expect(changes.letters?.map(({ letter }) => letter)).toEqual(['me.away']);
    expect(written(changes, 'registration', 'M-mentor').taken).toBe(0);
  });

  test('who is not registered has nothing to leave', () => {
    expect(changesOf(pressed(meRoom, 'me.leave', 'leave', leaving([], []), { role: 'both' }))).toEqual({});
    expect(screenOf(pressed(meRoom, 'me.leave', 'leave', leaving([], []), { role: 'both' })).show).toBe('view');
  });
});

test('the line to the co-ordinators vanishes when the person has returned meanwhile', () => {
  const letter = (registration: Registration) =>
    drawn(meRoom, 'me.away', aTurn({ account: 'x', coordinator: false }, { registration, person: sam }));
  expect(letter({ ...mentor, state: 'paused', pausedUntil: '2027-01-11' })?.text).toContain('Monday 11 January 2027');
  expect(letter({ ...mentor, state: 'withdrawn' })?.text).toBe('Sam Okafor (mentor) has left the scheme.');
  expect(letter(mentor)).toBeUndefined();
});

test('what is kept is said with who reads it, and nothing is offered that is not there', () => {
  const view = viewOf(meRoom, 'me.stored', aTurn(sam, {}, { scheme: aScheme({ privacyLink: 'https://p.example' }) }));
  expect(words(view.parts)).not.toMatch(/export|download|delete/i);
});

describe('what is said of one’s own standing beside a partner', () => {
  const resting = aRegistration('S', 'mentor', { state: 'resting' });
  const read = (registration: Registration, pairings: Pairing[], person = sam) =>
    words(viewOf(meRoom, 'me', turn([registration], person, pairings)).parts);

  test('an end that may not be known yet is not told by “a break”', () => {
    const held = aPairing('S', 'F', { state: 'ended-early', notice: 'held', noticeTo: 'S' });
    expect(read(resting, [held])).toContain('nothing to do at present');
    expect(read(resting, [held])).not.toMatch(/break|introduced/);
    expect(read(resting, [{ ...held, notice: 'given' }])).toContain('taking a break');
  });

  test('whoever has a mentor is not told that they can be introduced to somebody', () => {
    const full = aRegistration('F', 'mentee', { state: 'full', taken: 1 });
    const fatima = aPerson('F', 'Fatima Siddiqui');
    expect(read(full, [aPairing('S', 'F')], fatima)).toContain('You have a mentor.');
    expect(read(full, [aPairing('S', 'F', { state: 'proposed' })], fatima)).toContain('A match is under way');
  });

  test('a mentor reads nothing of a proposal before the mentee’s yes (R13)', () => {
    const full = aRegistration('S', 'mentor', { state: 'full', taken: 1 });
    expect(read(full, [aPairing('S', 'F', { state: 'proposed' })])).toBe(read(mentor, []));
    expect(read(full, [aPairing('S', 'F', { state: 'mentee-yes' })])).toContain('A match is under way');
  });
});
