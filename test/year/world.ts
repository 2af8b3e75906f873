// What stands on record at a moment of the simulated year, as the people of it would know it, and as the tests judge it.
import type { Pairing, Person, Registration } from '../../src/scheme/kinds.ts';
import { pairingStates, registrationStates } from '../../src/scheme/states.ts';
import type { Town } from './town.ts';

export type World = {
  people: Person[];
  personAt: Map<string, Person>;
  registrations: Registration[];
  registrationsOf: Map<string, Registration[]>;
  pairings: Pairing[];
  pairingsOf: Map<string, Pairing[]>;
};

const MANY = 5_000;

function grouped<T>(items: readonly T[], keys: (item: T) => string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) for (const key of keys(item)) groups.set(key, [...(groups.get(key) ?? []), item]);
  return groups;
}

/** Everybody, all registrations, all pairings; what came to nothing only where it is `whole`: it takes no part in a day. */
export async function worldOf(town: Town, whole?: 'whole'): Promise<World> {
  const list = (name: string) => ({ list: name, max: MANY, oldestFirst: true });
  const people = await town.read('person', list('person.all'));
  const registrations: Registration[] = [];
  for (const state of registrationStates)
    registrations.push(...(await town.read('registration', list(`registration.state:${state}`))));
  const pairings: Pairing[] = [];
  const states = pairingStates.filter(state => whole || state !== 'not-formed');
  for (const state of states) pairings.push(...(await town.read('pairing', list(`pairing.state:${state}`))));
  return {
    people,
    personAt: new Map(people.flatMap(person => person.accounts.map(account => [account, person] as const))),
    registrations,
    registrationsOf: grouped(registrations, one => [one.person]),
    pairings,
    pairingsOf: grouped(pairings, one => [one.mentor, one.mentee]),
  };
}
