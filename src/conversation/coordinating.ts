// What rooms for co-ordinators have in common: nobody decides about themselves while there is somebody else who could.
import type { Turn } from './turn.ts';

/** Whether the one who acts is the only co-ordinator, whatever accounts they have. */
export function isOnlyCoordinator({ actor, scheme }: Pick<Turn, 'actor' | 'scheme'>): boolean {
  const self = actor.person?.id;
  return scheme.coordinators.every(
    account =>
      account === actor.account ||
      actor.person?.accounts.includes(account) ||
      (self !== undefined && scheme.coordinatorPersons[account] === self),
  );
}
