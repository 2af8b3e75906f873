// Two people who were introduced, and co-ordinators, as records: what most tests of a pairing begin with.
import { type Put, put } from '../../src/conversation/outcome.ts';
import type { Card, Pairing, Person } from '../../src/scheme/kinds.ts';
import type { Role } from '../../src/scheme/records/people.ts';
import { aPairing, aRegistration } from './records.ts';
import { aPerson } from './turn.ts';

export const accountOf = (id: string): string => `slack/T1/U${id}`;

export function aCard(person: string, role: Role, name: string): Card {
  return {
    id: `${person}-${role}`,
    person,
    role,
    name,
    jobTitle: 'Technician',
    areas: [],
    topics: [],
    modes: [],
    slots: [],
    held: [],
  };
}

/** A person with everything that names them: account, notebook. */
export function somebody(id: string, name: string, more: Partial<Person> = {}): Put[] {
  return [
    put('account', { id: accountOf(id), person: id }),
    put('person', aPerson(id, name, more)),
    put('notebook', { id, person: id, drafts: {}, reviews: {}, exits: {} }),
  ];
}

/** Sam mentors Alex; both are registered, and each has one place taken. */
export function samAndAlex(more: Partial<Pairing> = {}): Put[] {
  const pairing = aPairing('sam', 'alex', { id: 'P1', ...more });
  return [
    ...somebody('sam', 'Sam Okoro'),
    ...somebody('alex', 'Alex Reed'),
    put('registration', aRegistration('sam', 'mentor', { state: 'full', taken: 1 })),
    put('registration', aRegistration('alex', 'mentee', { state: 'full', taken: 1 })),
    put('card', aCard('sam', 'mentor', 'Sam Okoro')),
    put('card', aCard('alex', 'mentee', 'Alex Reed')),
    put('papers', { id: 'P1', mentor: 'sam', mentee: 'alex', why: {} }),
    put('pairing', pairing),
  ];
}
