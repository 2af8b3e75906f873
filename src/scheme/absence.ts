// Pausing, returning, leaving, being gone: what becomes of a registration, and of proposals that were still open (A11–A15). Pure.
import { DAY, type Day, type Instant } from './calendar.ts';
import { answerPromise } from './joining.ts';
import type { Pairing, Registration, Scheme } from './kinds.ts';
import { askedSide, proposalEnds } from './proposals.ts';
import type { Role } from './records/people.ts';
import type { Sealed } from './sealed.ts';
import { sideOf } from './sides.ts';
import { isLive, type RegistrationState, registrationMay } from './states.ts';

/** Whether somebody may pause this registration, or set another day for a pause. */
export function mayPause(registration: Registration): boolean {
  return registration.state === 'paused' || registrationMay(registration.state, 'paused');
}

/** A11: resting until a day, or (without) until the person returns. Running pairings go on. Throws where `mayPause` says no. */
export function paused(before: Registration, until: Day | undefined): Registration {
  if (!mayPause(before)) throw new Error(`registration ${before.id} is ${before.state} and cannot pause`);
  const formerState = before.state === 'paused' ? before.formerState : before.state;
  return { ...before, state: 'paused', formerState, pausedUntil: until };
}

/** Whether there is something to come back from. */
export function mayReturn(registration: Registration): boolean {
  return registration.state === 'paused' || registration.state === 'dormant';
}

function stateAfterReturn(before: Registration): RegistrationState {
  const former = before.formerState ?? 'resting';
  if (former !== 'available' && former !== 'full') return former;
  return before.taken < before.capacity ? 'available' : 'full';
}

/** A12: back as before; the promise of an answer counts from now. Throws for a registration that is not away: ask `mayReturn` first. */
export function returned(before: Registration, scheme: Scheme, now: Instant): Registration {
  if (!mayReturn(before)) throw new Error(`registration ${before.id} is ${before.state} and cannot return`);
  const state = stateAfterReturn(before);
  const after: Registration = { ...before, state, formerState: undefined, pausedUntil: undefined, ...stillThere(now) };
  return state === 'submitted' ? { ...after, ...answerPromise(scheme, now) } : after;
}

/** They have said that they are there: nobody asks again for a year. */
export const stillThere = (now: Instant): Pick<Registration, 'stillAskAt' | 'stillAsked'> => ({
  stillAskAt: now + 365 * DAY,
  stillAsked: undefined,
});

const ANSWER_IN = 21 * DAY;
/** A proposal that was open just then may have come to nothing meanwhile. */
const LOOK_AGAIN = 28 * DAY;
const MOST_ASKED = 2;

/**
 * A14: once a year somebody who waits is asked whether they are still available, with one reminder; without an answer they are left
 * in peace until they say something. Whoever has a mentor or mentee now, or takes no such messages, is not asked.
 */
export function stillLook(
  before: Registration,
  isAsked: boolean,
  mayAsk: boolean,
  now: Instant,
): { after: Registration; asks: boolean } {
  if (!isAsked) return { after: { ...before, ...stillThere(now) }, asks: false };
  if (before.taken > 0) return { after: { ...before, stillAskAt: now + LOOK_AGAIN }, asks: false };
  const times = before.stillAsked ?? 0;
  if (times >= MOST_ASKED)
    return {
      after: { ...before, state: 'dormant', formerState: 'available', stillAskAt: undefined, stillAsked: undefined },
      asks: false,
    };
  if (!mayAsk) return { after: { ...before, stillAskAt: now + DAY }, asks: false };
  return { after: { ...before, stillAskAt: now + ANSWER_IN, stillAsked: times + 1 }, asks: true };
}

/** A13: out of the scheme in this role, at once. Throws for one that is over already. */
export function left(before: Registration, now: Instant): Registration {
  if (!isLive(before.state)) throw new Error(`registration ${before.id} is ${before.state} and cannot leave`);
  const over = { formerState: undefined, pausedUntil: undefined, escalateAt: undefined };
  return { ...before, ...over, state: 'withdrawn', leftAt: now };
}

export type ProposalsEnded = {
  pairings: Pairing[];
  /** The others', with their place back. */
  registrations: Registration[];
  /** Who hears that a proposal has come to nothing. */
  told: { person: string; pairing: string }[];
  /** How many places of the person's own became free, by role. */
  freed: Record<Role, number>;
};

/** Somebody's open proposals in these roles come to nothing, since they are not there any more; nobody is given a reason. */
export function endProposalsOf(
  person: string,
  pairings: readonly Pairing[],
  places: readonly Sealed<'registration'>[],
  now: Instant,
  roles: readonly Role[] = ['mentor', 'mentee'],
): ProposalsEnded {
  const sum: ProposalsEnded = { pairings: [], registrations: [], told: [], freed: { mentor: 0, mentee: 0 } };
  for (const pairing of pairings) {
    const side = sideOf(pairing, person);
    if (!side || !roles.includes(side) || !askedSide(pairing)) continue;
    const other: Role = side === 'mentor' ? 'mentee' : 'mentor';
    const place = places.find(one => one.id === `${pairing[other]}-${other}`);
    const open = {
      mentorPlace: other === 'mentor' ? place : undefined,
      menteePlace: other === 'mentee' ? place : undefined,
    };
    const ended = proposalEnds(pairing, open, { side, why: 'gone', at: now });
    sum.pairings.push(ended.pairing);
    sum.registrations.push(...ended.registrations);
    if (ended.tell !== undefined) sum.told.push({ person: ended.tell, pairing: pairing.id });
    sum.freed[side]++;
  }
  return sum;
}

/** A registration with so many places given back. */
export function withPlaces(before: Registration, freed: Record<Role, number>): Registration {
  const n = freed[before.role];
  return n === 0 ? before : { ...before, taken: Math.max(0, before.taken - n) };
}
