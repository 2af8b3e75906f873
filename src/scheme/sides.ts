// The two sides of a pairing: who is who, and what each may know of its end. Pure; what is said about it is the rooms' business.
import { type Day, dayOf } from './calendar.ts';
import type { Pairing, Scheme } from './kinds.ts';
import type { Role } from './records/people.ts';
import { isRunning } from './states.ts';

type Two = Pick<Pairing, 'mentor' | 'mentee'>;

/** Which side of a pairing somebody is on; undefined for anybody else, co-ordinators included. */
export function sideOf(pairing: Two, person: string | undefined): Role | undefined {
  if (person === undefined) return undefined;
  if (pairing.mentee === person) return 'mentee';
  return pairing.mentor === person ? 'mentor' : undefined;
}

/** The other one's person id. */
export function partnerOf(pairing: Two, person: string): string {
  return pairing.mentee === person ? pairing.mentor : pairing.mentee;
}

/** Whether the end of a pairing may not be known to this person yet (held until a co-ordinator has spoken with them, five working days at most). */
export function isHeldFrom(pairing: Pick<Pairing, 'notice' | 'noticeTo'>, person: string | undefined): boolean {
  return pairing.notice === 'held' && person !== undefined && pairing.noticeTo === person;
}

/** The day by which somebody whose notice is held hears from a co-ordinator. */
export function hearsBy(pairing: Pick<Pairing, 'noticeReleaseAt'>, scheme: Pick<Scheme, 'zone'>): Day | undefined {
  return pairing.noticeReleaseAt === undefined ? undefined : dayOf(pairing.noticeReleaseAt, scheme.zone);
}

/** Whether somebody knows of a proposal: the mentee from the start, the mentor once the mentee has said yes (R13). */
function isProposedTo(pairing: Pick<Pairing, 'state'>, role: Role): boolean {
  return pairing.state === 'mentee-yes' || (pairing.state === 'proposed' && role === 'mentee');
}

/** How many places of somebody's they know to be taken: a proposal of which they know nothing yet does not count (R13). */
export function knownTaken(pairings: readonly Pairing[], person: string | undefined, role: Role): number {
  return pairings.filter(
    pairing => sideOf(pairing, person) === role && (isRunning(pairing.state) || isProposedTo(pairing, role)),
  ).length;
}

/**
 * How somebody stands in a role with a partner, as far as they may know: in a pairing that runs, in one whose end they may not
 * know yet, or before a proposal. Undefined: with nobody. Whatever is said of their registration must fit it.
 */
export function standsWith(
  pairings: readonly Pairing[],
  person: string | undefined,
  role: Role,
): 'running' | 'held' | 'proposal' | undefined {
  const own = pairings.filter(pairing => sideOf(pairing, person) === role);
  if (own.some(pairing => isRunning(pairing.state))) return 'running';
  if (own.some(pairing => isHeldFrom(pairing, person))) return 'held';
  return own.some(pairing => isProposedTo(pairing, role)) ? 'proposal' : undefined;
}
