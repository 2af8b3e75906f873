// How long things are kept: when something has been kept long enough, and what outlives a person's records. Pure; erasing is the room keep's business.
import { addDays, addMonths, dayOf, type Instant, instantAt, weekdayOf } from './calendar.ts';
import type { Retention } from './kind.ts';
import type { Apart, Exclusions, Person, Registration, Scheme } from './kinds.ts';
import { isLive } from './states.ts';

/** The classes whose time runs by itself. */
export type Timed = Exclude<Retention, 'scheme' | 'own'>;

/** The list in which records of a kind stand whose time is running. */
export const keptList = (kind: string): string => `kept.${kind}`;

/** Whatever ended before this instant has been kept long enough (by whole months, in the scheme's own zone). */
export function keptUntil(scheme: Pick<Scheme, 'keepMonths' | 'zone'>, timed: Timed, now: Instant): Instant {
  return instantAt(addMonths(dayOf(now, scheme.zone), -scheme.keepMonths[timed]), '00:00', scheme.zone);
}

/** When erasing takes place next: in the night to Monday, when nobody waits for anything. */
export function nextKeeping({ zone }: Pick<Scheme, 'zone'>, now: Instant): Instant {
  const today = dayOf(now, zone);
  return instantAt(addDays(today, 8 - weekdayOf(today)), '03:00', zone);
}

/** From when the time of a registration counts: since it is over, or since its person's account is gone; undefined while it is alive. */
export function overSince(registration: Registration, person: Pick<Person, 'goneAt'>): Instant | undefined {
  if (!isLive(registration.state)) return registration.leftAt ?? registration.decidedAt ?? registration.submittedAt;
  return person.goneAt;
}

/**
 * What is kept of somebody's list once their records go: hashes of the addresses of those they are not to be paired with. `known` are
 * persons the list names. Undefined where there is nothing to keep, or no address to know the person by again.
 */
export function apartOf(
  person: Pick<Person, 'emailHash'>,
  list: Exclusions | undefined,
  known: readonly Pick<Person, 'id' | 'emailHash'>[],
  before: Apart | undefined,
): Apart | undefined {
  const hashes = (list?.not ?? []).flatMap(
    entry => entry.emailHash ?? known.find(one => one.id === entry.person)?.emailHash ?? [],
  );
  const not = [...new Set([...(before?.not ?? []), ...hashes])];
  return person.emailHash !== undefined && not.length > 0 ? { id: person.emailHash, not } : undefined;
}

/** Somebody's list once a person on it is erased: they stay on it by the hash of their address, should they come back (R12, R49). */
export function withHashOf(list: Exclusions, gone: Pick<Person, 'id' | 'emailHash'>): Exclusions {
  return {
    ...list,
    not: list.not.flatMap(entry => {
      if (entry.person !== gone.id) return [entry];
      const { person: _erased, emailHash = gone.emailHash, ...rest } = entry;
      return emailHash === undefined ? [] : [{ ...rest, emailHash }];
    }),
    closedTo: list.closedTo.filter(id => id !== gone.id),
  };
}

/** The list of somebody who has come back, with those they are still not to be paired with (R12, R49). */
export function withApart(list: Exclusions, apart: Apart, at: Instant): Exclusions {
  const missing = apart.not.filter(hash => !list.not.some(entry => entry.emailHash === hash));
  return { ...list, not: [...list.not, ...missing.map(emailHash => ({ emailHash, why: 'former' as const, at }))] };
}
