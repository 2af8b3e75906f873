// Who belongs to the co-ordinators, as a change of the scheme: one person more, or one less, with every account of theirs.
import type { Person, Scheme } from '../../scheme/kinds.ts';

/** The scheme with a person among its co-ordinators, with every account of theirs. */
export function withCoordinator(scheme: Scheme, person: Person): Partial<Scheme> {
  const each = <T>(value: T): Record<string, T> => Object.fromEntries(person.accounts.map(account => [account, value]));
  return {
    coordinators: [...new Set([...scheme.coordinators, ...person.accounts])],
    coordinatorNames: { ...scheme.coordinatorNames, ...each(person.name) },
    coordinatorPersons: { ...scheme.coordinatorPersons, ...each(person.id) },
  };
}

/** The scheme without the co-ordinator of this account, whatever other accounts they have. Undefined when nobody would be left. */
export function withoutCoordinator(scheme: Scheme, account: string): Partial<Scheme> | undefined {
  const person = scheme.coordinatorPersons[account];
  const goes = (other: string): boolean =>
    other === account || (person !== undefined && scheme.coordinatorPersons[other] === person);
  const left = scheme.coordinators.filter(other => !goes(other));
  if (left.length === 0) return undefined;
  const keep = (record: Record<string, string>): Record<string, string> =>
    Object.fromEntries(Object.entries(record).filter(([other]) => !goes(other)));
  return {
    coordinators: left,
    coordinatorNames: keep(scheme.coordinatorNames),
    coordinatorPersons: keep(scheme.coordinatorPersons),
  };
}
