// An end by mistake, taken back by both: for how long that is possible, and what it makes good again. Pure; what is said is the exit room's.
import { DAY, type Instant } from './calendar.ts';
import type { Ending } from './ends.ts';
import type { Exclusions, Pairing, Registration, Scheme } from './kinds.ts';
import { heardFrom } from './news.ts';
import { isHere, placeAgain, withoutFormer } from './sealed.ts';

const OPEN_FOR = 14 * DAY;

/** Whoever ended it may say so for two weeks, once the other one knows: nobody is asked about an end they have not heard of. */
export function mayReopen(pairing: Pairing, now: Instant): boolean {
  return pairing.state === 'ended-early' && pairing.notice === 'given' && now < (pairing.endedAt ?? 0) + OPEN_FOR;
}

/** Whether a co-ordinator ended it for the two (B21): then it is not either one's to take back, and both are asked. */
export const isEndedForThem = ({ endedBy, mentor, mentee }: Pairing): boolean =>
  endedBy !== undefined && endedBy !== mentor && endedBy !== mentee;

/** Whether somebody may say that it was a mistake: whoever ended it, also while the other one has yet to hear; and whoever was asked to go on. */
export const mayBeMistake = (pairing: Pairing, person: string | undefined, now: Instant): boolean =>
  pairing.endedBy !== undefined && pairing.endedBy === person
    ? mayReopen(pairing, now) || (pairing.state === 'ended-early' && pairing.notice === 'held')
    : mayReopen(pairing, now) && pairing.reopenAskedAt !== undefined;

export type Reopened = { pairing: Pairing; registrations: Registration[]; exclusions: Exclusions[] };

/** The pairing as it was, with both places taken again; undefined where one of them has no place any more, or has left. */
export function reopened(before: Pairing, open: Ending, now: Instant, scheme: Scheme): Reopened | undefined {
  const [mentor, mentee] = [placeAgain(open.mentorPlace), placeAgain(open.menteePlace)];
  if (!mentor || !mentee || !isHere(open.mentorPerson) || !isHere(open.menteePerson)) return undefined;
  const lists = [withoutFormer(open.mentorList, before.mentee), withoutFormer(open.menteeList, before.mentor)];
  const pairing: Pairing = {
    ...before,
    state: before.activeAt === undefined ? 'introduced' : 'active',
    endedAt: undefined,
    endedBy: undefined,
    lastDay: undefined,
    notice: 'none',
    noticeTo: undefined,
    toldOn: undefined,
    reopenAskedAt: undefined,
    reopenYes: undefined,
    takenBackMeeting: undefined,
    askAgain: true,
    askAgainAt: now,
    // Looked at from now: the instant at which it first became active was decided long ago, and nothing is decided twice.
    closingAt: now,
  };
  return {
    pairing: heardFrom(pairing, now, scheme),
    registrations: [mentor, mentee],
    exclusions: lists.flatMap(list => list ?? []),
  };
}
