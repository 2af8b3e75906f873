// The co-ordinators as people: one person may stand in the scheme's list with an account on each platform. Pure.

import type { Person, Scheme } from './kinds.ts';
import { laneOf } from './lanes.ts';

type Known = Pick<Scheme, 'coordinators' | 'coordinatorPersons' | 'troubles'>;

/** Whether two of the co-ordinators' accounts are one person's, as far as is known. */
function isSame({ coordinatorPersons }: Known, one: string, other: string): boolean {
  return (
    one === other || (coordinatorPersons[one] !== undefined && coordinatorPersons[one] === coordinatorPersons[other])
  );
}

/**
 * One account for each of these co-ordinators, first come first told; of somebody who has several, one in this workspace or tenant if there is
 * any, and not one where we are known to be shut out.
 */
export function onceEach(scheme: Known, accounts: readonly string[] = scheme.coordinators, lane?: string): string[] {
  const worth = (account: string): number =>
    (`lane:${laneOf(account)}` in scheme.troubles ? 0 : 2) + (laneOf(account) === lane ? 1 : 0);
  const seen: string[] = [];
  for (const account of accounts) {
    const at = seen.findIndex(other => isSame(scheme, other, account));
    if (at < 0) seen.push(account);
    else if (worth(account) > worth(seen[at] ?? '')) seen[at] = account;
  }
  return seen;
}

type Hashed = Pick<Scheme, 'coordinators' | 'coordinatorPersons' | 'coordinatorHashes'>;

/** What the co-ordinator of an account goes by in what is closed to some of them: the person they are, or, where they are none of the scheme's, the hash of their address. */
export const knownAs = ({ coordinatorPersons, coordinatorHashes }: Hashed, account: string): string | undefined =>
  coordinatorPersons[account] ?? coordinatorHashes?.[account];

/** The hash of a co-ordinator's address, as far as it is known. */
export const addressOf = ({ coordinatorPersons, coordinatorHashes }: Hashed, account: string): string | undefined =>
  coordinatorHashes?.[coordinatorPersons[account] ?? account];

/** Co-ordinators who are no persons of the scheme, but of whom the address is known: by that alone they can stand on somebody's list. */
export function unregistered(scheme: Hashed): { id: string; emailHash: string }[] {
  const others = scheme.coordinators.filter(account => scheme.coordinatorPersons[account] === undefined);
  return [...new Set(others.flatMap(account => addressOf(scheme, account) ?? []))].map(hash => ({
    id: hash,
    emailHash: hash,
  }));
}

/** The co-ordinators as far as they are known, with the hashes of their addresses: to be compared with somebody's list. */
export function knownCoordinators(scheme: Hashed): { id: string; emailHash: string | undefined }[] {
  const { coordinatorPersons, coordinatorHashes = {} } = scheme;
  const persons = [...new Set(Object.values(coordinatorPersons))].map(id => ({ id, emailHash: coordinatorHashes[id] }));
  return [...persons, ...unregistered(scheme)];
}

/** All co-ordinators but the one of these accounts, as far as they are known as persons. */
export function coordinatorsBut(
  scheme: Known & Hashed,
  accounts: readonly string[],
): { person: string | undefined; emailHash: string | undefined }[] {
  const self = accounts.flatMap(account => scheme.coordinatorPersons[account] ?? []);
  return scheme.coordinators
    .filter(account => !accounts.includes(account))
    .map(account => ({ person: scheme.coordinatorPersons[account], emailHash: addressOf(scheme, account) }))
    .filter(({ person }) => person === undefined || !self.includes(person));
}

/** The scheme with the person behind a co-ordinator's account, so that they are kept out of what concerns them. */
export function withCoordinatorKnown(
  scheme: Scheme,
  account: string,
  { id, emailHash }: Pick<Person, 'id' | 'emailHash'>,
): Scheme {
  return {
    ...scheme,
    coordinatorPersons: { ...scheme.coordinatorPersons, [account]: id },
    ...hashed(scheme, id, emailHash),
  };
}

const hashed = (
  { coordinatorHashes }: Pick<Scheme, 'coordinatorHashes'>,
  id: string,
  emailHash: string | undefined,
): Partial<Scheme> => (emailHash === undefined ? {} : { coordinatorHashes: { ...coordinatorHashes, [id]: emailHash } });

/** What is remembered among the scheme’s troubles of a co-ordinator who could not be written to. */
export const coordinatorTrouble = (account: string): string => `coordinator:${account}`;

/** These accounts without any of one co-ordinator's. */
export function withoutPersonOf(scheme: Known, accounts: readonly string[], account: string | undefined): string[] {
  return account === undefined ? [...accounts] : accounts.filter(other => !isSame(scheme, other, account));
}

/** The scheme with a person among its co-ordinators, with every account of theirs. */
export function coordinatorWith(scheme: Scheme, person: Person): Partial<Scheme> {
  const each = <T>(value: T): Record<string, T> => Object.fromEntries(person.accounts.map(account => [account, value]));
  return {
    coordinators: [...new Set([...scheme.coordinators, ...person.accounts])],
    coordinatorNames: { ...scheme.coordinatorNames, ...each(person.name) },
    coordinatorPersons: { ...scheme.coordinatorPersons, ...each(person.id) },
    ...hashed(scheme, person.id, person.emailHash),
  };
}

/** The scheme with the address of a co-ordinator who is no person of it, as a hash, so that they are kept out of what concerns them too. */
export const withAddress = (scheme: Scheme, account: string, emailHash: string): Pick<Scheme, 'coordinatorHashes'> => ({
  coordinatorHashes: { ...scheme.coordinatorHashes, [account]: emailHash },
});

/** The names of co-ordinators with these beside them, by account; whoever has a name keeps it. */
export function withNames(
  { coordinatorNames }: Pick<Scheme, 'coordinatorNames'>,
  names: Readonly<Record<string, string>>,
): Pick<Scheme, 'coordinatorNames'> {
  const fresh = Object.entries(names).filter(([account, name]) => name !== '' && !coordinatorNames[account]);
  return { coordinatorNames: { ...coordinatorNames, ...Object.fromEntries(fresh) } };
}
