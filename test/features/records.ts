// Records for tests of rooms, with everything that a test does not care about filled in.
import type { Pairing, Registration } from '../../src/scheme/kinds.ts';
import type { Role } from '../../src/scheme/records/people.ts';
import { NOW } from './turn.ts';

export function aRegistration(person: string, role: Role, more: Partial<Registration> = {}): Registration {
  return {
    id: `${person}-${role}`,
    person,
    role,
    state: 'available',
    submittedAt: NOW - 10 * 86_400_000,
    answerBy: '2026-11-30',
    criteria: [],
    training: 'not-needed',
    capacity: 1,
    taken: 0,
    leftOverBefore: false,
    ...more,
  };
}

export function aPairing(mentor: string, mentee: string, more: Partial<Pairing> = {}): Pairing {
  return {
    id: `${mentor}+${mentee}`,
    mentor,
    mentee,
    state: 'introduced',
    proposedAt: NOW - 20 * 86_400_000,
    answerBy: '2026-11-10',
    menteeYesAt: NOW - 19 * 86_400_000,
    introducedAt: NOW - 18 * 86_400_000,
    // What people are asked at certain points is a story of its own: test/features/evaluation.
    evaluating: true,
    met: 0,
    notice: 'none',
    closedTo: [],
    quiet: false,
    ...more,
  };
}
