// A scheme with people who may come to events, and an event to come to.
import { type Put, put } from '../../../src/conversation/outcome.ts';
import type { MatchingEvent, SignUp } from '../../../src/scheme/kinds.ts';
import type { Role } from '../../../src/scheme/records/people.ts';
import { aCard, accountOf, somebody } from '../people.ts';
import { aRegistration } from '../records.ts';

export const COORDINATOR = 'slack/T1/UC1';

/** An event on Monday 7 December at two, with few places. */
export function anEvent(more: Partial<MatchingEvent> = {}): MatchingEvent {
  return {
    id: 'V1',
    title: 'Meet a mentor',
    at: Date.parse('2026-12-07T14:00:00Z'),
    lasts: 90,
    endsAt: Date.parse('2026-12-07T15:30:00Z'),
    remindAt: Date.parse('2026-12-03T09:00:00Z'),
    place: 'Room 4',
    link: 'https://meet.example/abc',
    places: { mentor: 2, mentee: 2 },
    talkMinutes: 8,
    state: 'planned',
    by: COORDINATOR,
    announcedAt: Date.parse('2026-11-20T09:00:00Z'),
    revision: 0,
    rounds: 0,
    begun: 0,
    working: false,
    drawnUp: 0,
    ...more,
  };
}

export function aSignUp(person: string, role: Role, more: Partial<SignUp> = {}): SignUp {
  return {
    id: `${person}-V1`,
    event: 'V1',
    person,
    role,
    state: 'in',
    at: Date.parse('2026-11-21T09:00:00Z'),
    here: false,
    attended: false,
    ...more,
  };
}

/** Somebody accepted in a role, with a card. */
export function accepted(id: string, role: Role, name = `Name ${id}`): Put[] {
  return [...somebody(id, name), put('registration', aRegistration(id, role)), put('card', aCard(id, role, name))];
}

/** Mentors m1, m2 …, mentees e1, e2 …, and an event. */
export function people(mentors: number, mentees: number): Put[] {
  const some = (n: number, letter: string, role: Role) =>
    Array.from({ length: n }, (_, k) => accepted(`${letter}${k + 1}`, role)).flat();
  return [...some(mentors, 'm', 'mentor'), ...some(mentees, 'e', 'mentee')];
}

export { accountOf };
