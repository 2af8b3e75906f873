// The two sides of a pairing: who is who, and what each may know of its end. Pure; what is said about it is the rooms' business.
import { type Day, dayOf } from './calendar.ts';
import type { Pairing, Scheme } from './kinds.ts';
import type { Role } from './records/people.ts';

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
