// People who may come to sessions, and a session to come to.
import { type Put, put } from '../../../src/conversation/outcome.ts';
import type { Reply } from '../../../src/platforms/platform.ts';
import type { Booking, Person, Registration, Session } from '../../../src/scheme/kinds.ts';
import type { Role } from '../../../src/scheme/records/people.ts';
import { leads, words } from '../page.ts';
import { aCard, accountOf, somebody } from '../people.ts';
import { aRegistration } from '../records.ts';

export const COORDINATOR = 'slack/T1/UC1';
export const S1 = { session: 'S1' };

/** A training for mentors on Monday 7 December at two, with two places. */
export function aSession(more: Partial<Session> = {}): Session {
  return {
    id: 'S1',
    title: 'Becoming a mentor',
    what: 'mentor',
    at: Date.parse('2026-12-07T14:00:00Z'),
    lasts: 60,
    endsAt: Date.parse('2026-12-07T15:00:00Z'),
    remindAt: Date.parse('2026-12-03T09:00:00Z'),
    place: 'Room 4',
    link: 'https://meet.example/abc',
    places: 2,
    state: 'planned',
    by: COORDINATOR,
    announcedAt: Date.parse('2026-11-20T09:00:00Z'),
    revision: 0,
    ...more,
  };
}

export function aBooking(person: string, more: Partial<Booking> = {}): Booking {
  return { id: `${person}-S1`, session: 'S1', person, state: 'in', at: Date.parse('2026-11-21T09:00:00Z'), ...more };
}

/** Somebody registered in a role, with a card. */
export function registered(
  id: string,
  role: Role,
  more: Partial<Registration> = {},
  person: Partial<Person> = {},
): Put[] {
  return [
    ...somebody(id, `Name ${id}`, person),
    put('registration', aRegistration(id, role, more)),
    put('card', aCard(id, role, `Name ${id}`)),
  ];
}

/** A mentor who has been accepted and waits for the training. */
export const waiting = (id: string, role: Role = 'mentor', person: Partial<Person> = {}): Put[] =>
  registered(id, role, { state: 'accepted', training: 'needed' }, person);

export const read = (reply: Reply): string => {
  if (reply.show !== 'view') throw new Error(`shows ${reply.show}: ${JSON.stringify(reply).slice(0, 300)}`);
  return words(reply.view.parts);
};
export const buttons = (reply: Reply): string[] => (reply.show === 'view' ? leads(reply.view) : []);
export { accountOf };
