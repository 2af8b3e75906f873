// The end of a pairing, early or as agreed: everything it touches, as patches (B16, B19, B21, R40, R43, R47–R49). Who may end it and what is said is the rooms' business.
import { addDays, addWorkingDays, type Day, dayOf, type Instant, instantAt } from './calendar.ts';
import { mustComeAgain } from './joining.ts';
import type { Exclusions, Meeting, Pairing, Registration, Scheme } from './kinds.ts';
import { cancelledMeeting, excludedAmong, freePlace, nameOf, type Sealed, withExclusion } from './sealed.ts';
import { isRunning, pairingMay } from './states.ts';

/** What must be open to end a pairing; a partner whose account or records are gone is simply not there. */
export type Ending = {
  mentorPerson: Sealed<'person'> | undefined;
  menteePerson: Sealed<'person'> | undefined;
  mentorPlace: Sealed<'registration'> | undefined;
  menteePlace: Sealed<'registration'> | undefined;
  mentorList: Sealed<'exclusions'> | undefined;
  menteeList: Sealed<'exclusions'> | undefined;
  planned: Sealed<'meeting'> | undefined;
};

export type How = {
  /** Person (or co-ordinator's account) who ends it. */
  by: string;
  at: Instant;
  lastDay: Day;
  /** Who is told: the partner at once (`given`) or held back; `none` when nobody is there to be told. */
  notice: 'given' | 'held' | 'none';
  noticeTo?: string;
  /** Co-ordinators who may not read the exit, see `closedTo`. */
  closedTo: string[];
};

export type Ended = { pairing: Pairing; registrations: Registration[]; exclusions: Exclusions[]; meetings: Meeting[] };

/** The co-ordinators (as persons) who may not read about a pairing: its two people, and whoever stands on either one's list. */
export function closedTo(
  pairing: Pick<Pairing, 'mentor' | 'mentee'>,
  open: Pick<Ending, 'mentorList' | 'menteeList'>,
  coordinators: readonly { id: string; emailHash?: string | undefined }[],
): string[] {
  const partners = coordinators.map(one => one.id).filter(id => id === pairing.mentor || id === pairing.mentee);
  const listed = [open.mentorList, open.menteeList].flatMap(list => excludedAmong(list, coordinators));
  return [...new Set([...partners, ...listed])];
}

/** When a held notice is warned about, and when it goes out by itself, at nine on working days. */
export function noticeTimes(scheme: Scheme, now: Instant): { warnAt: Instant; releaseAt: Instant } {
  const { zone, closedDays, noticeHeldDays } = scheme;
  const last = addWorkingDays(dayOf(now, zone), noticeHeldDays, closedDays);
  const warning = addWorkingDays(last, -1, closedDays);
  return { warnAt: instantAt(warning, '09:00', zone), releaseAt: instantAt(last, '09:00', zone) };
}

/** A held notice given: the partner may know. */
export function noticeGiven(pairing: Pairing): Pairing {
  return { ...pairing, notice: 'given', noticeWarnAt: undefined, noticeReleaseAt: undefined };
}

/** After a pairing ended a person rests until they say yes themselves (A9, R40); an old date of theirs does not speak for them. */
function rested(place: Sealed<'registration'> | undefined): Registration[] {
  if (!place) return [];
  const freed = freePlace(place, 'pairing');
  return [freed.state === 'resting' ? { ...freed, availableFrom: undefined, freeAgain: undefined } : freed];
}

/** R49: the two are never put together again; silently, and only where somebody is still there to be put together. */
function keptApart(pairing: Pairing, open: Ending, at: Instant): Exclusions[] {
  const sides = [
    {
      owner: pairing.mentor,
      there: open.mentorPerson ?? open.mentorPlace,
      list: open.mentorList,
      other: pairing.mentee,
    },
    {
      owner: pairing.mentee,
      there: open.menteePerson ?? open.menteePlace,
      list: open.menteeList,
      other: pairing.mentor,
    },
  ];
  const people = [nameOf(open.mentorPerson), nameOf(open.menteePerson)];
  return sides
    .filter(side => side.there || side.list)
    .map(({ owner, list, other }) => {
      const emailHash = people.find(person => person?.id === other)?.emailHash;
      return withExclusion(list, owner, { person: other, emailHash }, 'former', at);
    });
}

/**
 * Ends a running pairing early: no prompt is due any more, a planned meeting is taken back, both places are free and both
 * people rest, and the two are kept apart. Throws for a pairing that does not run: ask `isRunning` first.
 */
export function endPairing(pairing: Pairing, open: Ending, how: How, scheme: Scheme): Ended {
  if (!isRunning(pairing.state) || !pairingMay(pairing.state, 'ended-early')) {
    throw new Error(`pairing ${pairing.id} is ${pairing.state} and cannot end`);
  }
  const held = how.notice === 'held' ? noticeTimes(scheme, how.at) : undefined;
  return over(pairing, open, how.at, {
    state: 'ended-early',
    endedBy: how.by,
    lastDay: how.lastDay,
    notice: how.notice,
    noticeTo: how.noticeTo,
    noticeWarnAt: held?.warnAt,
    noticeReleaseAt: held?.releaseAt,
    closedTo: [...new Set([...pairing.closedTo, ...how.closedTo])],
  });
}

/**
 * Ends a pairing as the two agreed, or because its time is over (B19): it touches what an early end touches, and both people know.
 * Throws for a pairing that is not active.
 */
export function finishPairing(pairing: Pairing, open: Ending, at: Instant, zone: string): Ended {
  if (!pairingMay(pairing.state, 'completed')) throw new Error(`pairing ${pairing.id} is ${pairing.state}, not active`);
  return over(pairing, open, at, { state: 'completed', lastDay: dayOf(at, zone), notice: 'none' });
}

/** What every end has in common: nothing is due any more, both places are free, both people rest and are kept apart. */
function over(pairing: Pairing, open: Ending, at: Instant, how: Partial<Pairing> & Pick<Pairing, 'state'>): Ended {
  const meeting = cancelledMeeting(open.planned);
  return {
    pairing: {
      ...pairing,
      ...how,
      endedAt: at,
      plannedAt: undefined,
      plannedMeeting: undefined,
      takenBackMeeting: meeting?.id,
      undatedMeeting: undefined,
      timesWait: undefined,
      toConfirm: undefined,
      followUpAt: undefined,
      quietAt: undefined,
      quiet: false,
      closingAt: undefined,
    },
    registrations: [...rested(open.mentorPlace), ...rested(open.menteePlace)],
    exclusions: keptApart(pairing, open, at),
    meetings: meeting ? [meeting] : [],
  };
}

/** A10: with a place free; unless their training has run out or its mark was taken back, which comes first then (R6). */
function freeState(before: Registration, capacity: number): Registration['state'] {
  if (mustComeAgain(before)) return 'accepted';
  return before.taken < capacity ? 'available' : 'full';
}

/** The person's own yes after an end: free again, with the waiting counted from now (A10, R40). */
export function offeredAgain(before: Registration, capacity: number, now: Instant): Registration {
  return {
    ...before,
    capacity,
    state: freeState(before, capacity),
    waitingSince: now,
    availableFrom: undefined,
    freeAgain: undefined,
    stillAskAt: undefined,
    stillAsked: undefined,
  };
}

/** The day on which somebody who said "ask me later" is asked once more. */
export function askAgainOn(today: Day): Day {
  return addDays(today, 28);
}
