// One co-ordinator less, with every account of theirs, as a change of the scheme. One more: scheme/coordinators.ts.
import type { Scheme } from '../../scheme/kinds.ts';

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
    coordinatorHashes: keep(scheme.coordinatorHashes ?? {}),
  };
}
