// A mentee's own choice of mentors: who may be asked, and what becomes of the list (B1, R12, R13, R15, R16, R49). Pure; what is said about it is the choose room's business.
import { DAY, type Instant } from './calendar.ts';
import type { Pairing, Registration, Scheme, Wish } from './kinds.ts';
import { excludes, hasPlace, isHere, nameOf, type Sealed } from './sealed.ts';

/** So many mentors are on a list at a time, the one who is asked included. */
export const MOST_CHOICES = 3;
/** Whom the mentee has asked in vain is left in peace for so long. */
const IN_PEACE = 90 * DAY;

/** What decides whether two people may be put to each other: both people, their lists, and all the pairings of one of them. */
export type Two = {
  mentor: Sealed<'person'> | undefined;
  mentee: Sealed<'person'> | undefined;
  mentorList: Sealed<'exclusions'> | undefined;
  menteeList: Sealed<'exclusions'> | undefined;
  pairings: readonly Pairing[];
};

/** Whether nothing between two people forbids a proposal: two people who are both there, neither on the other's list (R12), and never a pair before (R49). */
export function mayMeet({ mentor, mentee, mentorList, menteeList, pairings }: Two): boolean {
  const [one, other] = [nameOf(mentor), nameOf(mentee)];
  if (!one || !other || one.id === other.id || !isHere(mentor) || !isHere(mentee)) return false;
  if (excludes(mentorList, other) || excludes(menteeList, one)) return false;
  return !pairings.some(
    pairing => pairing.mentor === one.id && pairing.mentee === other.id && pairing.state !== 'not-formed',
  );
}

/** Whether this mentee may ask this mentor now. A no is never a reason that is told: it looks like somebody without a free place. */
export function mayBeAsked(two: Two, place: Sealed<'registration'> | undefined, now: Instant): boolean {
  const [one, other] = [nameOf(two.mentor), nameOf(two.mentee)];
  return (
    mayMeet(two) &&
    hasPlace(place) &&
    !two.pairings.some(
      pairing =>
        pairing.mentor === one?.id &&
        pairing.mentee === other?.id &&
        pairing.menteeYesAt !== undefined &&
        pairing.endedBy !== pairing.mentee &&
        (pairing.endedAt ?? 0) > now - IN_PEACE,
    )
  );
}

/** Whether the mentees of this scheme look for their mentor themselves. */
export function menteesChoose(scheme: Pick<Scheme, 'matchingMode'>): boolean {
  return scheme.matchingMode === 'mentee';
}

/** Where a mentee stands with choosing: which step is open (R8). */
export type Standing = 'join' | 'wait' | 'away' | 'resting' | 'taken' | 'free';

export function standingOf(registration: Registration | undefined): Standing {
  switch (registration?.state) {
    case undefined:
    case 'withdrawn':
    case 'not-accepted':
      return 'join';
    case 'submitted':
    case 'more-info':
    case 'accepted':
    case 'ready':
      return 'wait';
    case 'paused':
    case 'dormant':
      return 'away';
    case 'resting':
      return 'resting';
    case 'full':
      return 'taken';
    default:
      return registration && registration.taken < registration.capacity ? 'free' : 'taken';
  }
}

/** The open proposal that came of somebody's own list, if one of their mentors is being asked. */
export function askedNow(wish: Wish | undefined, pairings: readonly Pairing[]): Pairing | undefined {
  if (wish?.state !== 'asking') return undefined;
  return pairings.find(pairing => pairing.id === wish.pairing && pairing.state === 'mentee-yes');
}

/** How somebody's last list ended, where that is still news: nothing has been put to them since. */
export function lastEnd(wish: Wish | undefined, pairings: readonly Pairing[]): 'over' | 'aside' | undefined {
  if (wish?.state !== 'over' && wish?.state !== 'aside') return undefined;
  return pairings.some(pairing => pairing.mentee === wish.person && pairing.proposedAt > wish.at)
    ? undefined
    : wish.state;
}

/** The list once somebody on it is asked. */
export function askingNow(
  before: { id: string; left: readonly string[]; asked: readonly string[]; keptFrom: readonly string[] },
  pairing: Pick<Pairing, 'id' | 'mentor'>,
  now: Instant,
): Wish {
  const asked = [...before.asked, pairing.mentor];
  return {
    id: before.id,
    person: before.id,
    state: 'asking',
    pairing: pairing.id,
    left: [...before.left],
    asked,
    at: now,
    closedTo: closedTo(before.left, asked, before.keptFrom),
  };
}

function closedTo(left: readonly string[], asked: readonly string[], keptFrom: readonly string[]): string[] {
  return [...new Set([...left, ...asked, ...keptFrom])];
}

/** The list with others to come after the one who is asked; it stays closed to whoever once stood on it. */
export function withLeft(wish: Wish, left: readonly string[]): Wish {
  return { ...wish, left: [...left], closedTo: [...new Set([...wish.closedTo, ...left])] };
}

/** The list when nobody on it is asked any more; whoever was never asked is not named in it any longer. */
export function wishEnds(wish: Wish, state: Exclude<Wish['state'], 'asking'>, now: Instant): Wish {
  return { ...wish, state, left: [], at: now };
}

/** Whether a pairing that a mentee's choice began has come to a point from which their list goes on, or ends. */
export function listGoesOn(pairing: Pairing): boolean {
  return pairing.chosen === true && pairing.followed !== true && pairing.state !== 'mentee-yes';
}
