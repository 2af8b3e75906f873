// What every page of this room opens: all that is on record about the one who acts, in one round trip.
import { allOf, me, mine, myAccount, type Opened, one, sealedPage } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { Card, Casefile, Registration } from '../../scheme/kinds.ts';
import type { Role } from '../../scheme/records/people.ts';
import { isLive } from '../../scheme/states.ts';

/** Mine, and whether anybody at all waits for an answer (the digest is posted anew or redrawn). */
export const minePlan = () => ({
  notebook: one('notebook', mine()),
  /** A draft from before the scheme knew this person. */
  early: one('notebook', myAccount),
  exclusions: one('exclusions', mine()),
  mentor: one('registration', mine('-mentor')),
  mentee: one('registration', mine('-mentee')),
  mentorCard: one('card', mine('-mentor')),
  menteeCard: one('card', mine('-mentee')),
  mentorFile: one('casefile', mine('-mentor')),
  menteeFile: one('casefile', mine('-mentee')),
  pairings: allOf('pairing', me, 40),
  waiting: sealedPage('registration', 'registration.state:submitted', { max: 1 }),
});

export type Mine = Opened<ReturnType<typeof minePlan>>;
export type MyTurn = Turn<Mine>;

export const roles: readonly Role[] = ['mentor', 'mentee'];

export function registrationOf(open: Mine, role: Role): Registration | undefined {
  return open[role];
}

export function cardOf(open: Mine, role: Role): Card | undefined {
  return role === 'mentor' ? open.mentorCard : open.menteeCard;
}

export function casefileOf(open: Mine, role: Role): Casefile | undefined {
  return role === 'mentor' ? open.mentorFile : open.menteeFile;
}

/** My registrations that are alive: neither left nor declined. */
export function liveOf(open: Mine): Registration[] {
  return roles.flatMap(role => registrationOf(open, role) ?? []).filter(registration => isLive(registration.state));
}

export function isRole(value: unknown): value is Role {
  return value === 'mentor' || value === 'mentee';
}

/** Before an answer a registration can still be taken back as if nothing had been. */
export function isUndecided(registration: Registration): boolean {
  return registration.state === 'submitted' || registration.state === 'more-info';
}
