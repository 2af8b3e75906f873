// The early end of a pairing, as patches: everything it touches, for either side, and with a partner who is gone.
import { describe, expect, test } from 'vitest';
import { closedTo, type Ending, endPairing, type How, noticeTimes, offeredAgain } from '../../src/scheme/ends.ts';
import type { KindName, RecordOf } from '../../src/scheme/kinds.ts';
import { type Sealed, seal } from '../../src/scheme/sealed.ts';
import { aPairing, aRegistration } from '../features/records.ts';
import { aPerson, aScheme, NOW } from '../features/turn.ts';

const scheme = aScheme();
const sealed = <K extends KindName>(kind: K, value: RecordOf<K>): Sealed<K> => seal(kind, value);
const nobody: Ending = {
  mentorPerson: undefined,
  menteePerson: undefined,
  mentorPlace: undefined,
  menteePlace: undefined,
  mentorList: undefined,
  menteeList: undefined,
  planned: undefined,
};
const both: Ending = {
  ...nobody,
  mentorPerson: sealed('person', aPerson('sam', 'Sam', { emailHash: 'hash-sam' })),
  menteePerson: sealed('person', aPerson('alex', 'Alex')),
  mentorPlace: sealed('registration', aRegistration('sam', 'mentor', { state: 'full', taken: 2, capacity: 2 })),
  menteePlace: sealed(
    'registration',
    aRegistration('alex', 'mentee', { state: 'full', taken: 1, availableFrom: '2026-01-05', freeAgain: 'yes' }),
  ),
};
const how: How = { by: 'alex', at: NOW, lastDay: '2026-11-23', notice: 'given', noticeTo: 'sam', closedTo: ['sam'] };
const running = aPairing('sam', 'alex', {
  state: 'active',
  plannedAt: NOW + 1000,
  plannedMeeting: 'K1',
  followUpAt: NOW,
  quiet: true,
  quietAt: NOW,
});

describe('an end', () => {
  test('R48: nothing is due about it any more, and nothing is planned', () => {
    const { pairing } = endPairing(running, both, how, scheme);
    expect(pairing).toMatchObject({ state: 'ended-early', endedBy: 'alex', lastDay: '2026-11-23', quiet: false });
    for (const field of ['plannedAt', 'plannedMeeting', 'followUpAt', 'quietAt'] as const)
      expect(pairing[field]).toBeUndefined();
  });
  test('R48: a planned meeting is taken back; one that is over stays', () => {
    const meeting: RecordOf<'meeting'> = {
      id: 'K1',
      pairing: 'P1',
      mentor: 'sam',
      mentee: 'alex',
      on: '2026-12-01',
      state: 'planned',
      recordedBy: [],
      offeredTo: [],
      offerAt: NOW,
    };
    const end = (state: 'planned' | 'held') =>
      endPairing(running, { ...both, planned: sealed('meeting', { ...meeting, state }) }, how, scheme).meetings;
    expect(end('planned')).toMatchObject([{ ...meeting, state: 'cancelled', offerAt: undefined, revision: 1 }]);
    expect(end('held')).toEqual([]);
  });
  test('A9, R40: both places are free, both people rest, and an old date of theirs does not speak for them', () => {
    const [mentor, mentee] = endPairing(running, both, how, scheme).registrations;
    expect(mentor).toMatchObject({ state: 'resting', taken: 1 });
    expect(mentee).toMatchObject({ state: 'resting', taken: 0 });
    expect([mentee?.availableFrom, mentee?.freeAgain]).toEqual([undefined, undefined]);
  });
  test('R49: the two are kept apart, both ways', () => {
    const { exclusions } = endPairing(running, both, how, scheme);
    expect(exclusions.map(one => [one.person, one.not])).toEqual([
      ['sam', [{ person: 'alex', why: 'former', at: NOW }]],
      ['alex', [{ person: 'sam', emailHash: 'hash-sam', why: 'former', at: NOW }]],
    ]);
  });
  test('A15: with a partner whose records are gone, only what is there is touched', () => {
    const left = { ...both, mentorPerson: undefined, mentorPlace: undefined };
    const ended = endPairing(running, left, how, scheme);
    expect(ended.registrations.map(one => one.id)).toEqual(['alex-mentee']);
    expect(ended.exclusions.map(one => one.person)).toEqual(['alex']);
  });
  test('only a running pairing ends', () => {
    expect(() => endPairing({ ...running, state: 'ended-early' }, both, how, scheme)).toThrow('cannot end');
    expect(() => endPairing({ ...running, state: 'proposed' }, both, how, scheme)).toThrow('cannot end');
  });
});

describe('a held notice', () => {
  test('goes out by itself on the fifth working day, with a warning on the working day before', () => {
    const times = noticeTimes({ ...scheme, closedDays: ['2026-11-26'] }, NOW);
    expect(times.releaseAt).toBe(Date.parse('2026-12-01T09:00:00Z'));
    expect(times.warnAt).toBe(Date.parse('2026-11-30T09:00:00Z'));
    expect(endPairing(running, both, { ...how, notice: 'held' }, scheme).pairing).toMatchObject({
      notice: 'held',
      noticeTo: 'sam',
      noticeReleaseAt: Date.parse('2026-11-30T09:00:00Z'),
    });
  });
});

describe('co-ordinators who may not read about it', () => {
  test('the two themselves, and whoever stands on either one’s list, by person or by address', () => {
    const menteeList = sealed('exclusions', {
      id: 'alex',
      person: 'alex',
      closedTo: [],
      not: [
        { person: 'kim', why: 'asked', at: 1 },
        { emailHash: 'hash-lee', why: 'asked', at: 1 },
      ],
    });
    const coordinators = [{ id: 'sam' }, { id: 'kim' }, { id: 'lee', emailHash: 'hash-lee' }, { id: 'jo' }];
    expect(closedTo(running, { mentorList: undefined, menteeList }, coordinators)).toEqual(['sam', 'kim', 'lee']);
  });
});

test('R40: a yes makes available; with every place taken it is noted and waits for one', () => {
  const resting = aRegistration('sam', 'mentor', { state: 'resting', taken: 1, capacity: 2, freeAgain: 'ask' });
  expect(offeredAgain(resting, 2, NOW)).toMatchObject({ state: 'available', waitingSince: NOW });
  expect(offeredAgain(resting, 2, NOW).freeAgain).toBeUndefined();
  expect(offeredAgain(resting, 1, NOW).state).toBe('full');
});
