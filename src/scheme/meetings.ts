// A meeting between planning and being held: given a time, left without one, or with times to choose from (R19, R20, B10, B11). Pure; who may do which, and what is said, is the rooms' business.
import { addWorkingDays, DAY, type Day, dayOf, type Instant, instantAt, intoWorkingHours } from './calendar.ts';
import { endOf } from './evaluations.ts';
import type { Meeting, Pairing, Person, Scheme } from './kinds.ts';
import { heardFrom, offerAfter, plannedIn, weeksBetween } from './news.ts';
import type { Role } from './records/people.ts';

/** From when on a reminder is thought of: long enough for two working days of somebody who works few. */
const REMIND_FROM = 14 * DAY;
const REMIND_DAYS = 2;

/** The meeting that a pairing's next one is, if it has a time or waits for one. */
export function nextMeetingOf(pairing: Pairing, meetings: readonly Meeting[]): Meeting | undefined {
  return (
    meetings.find(one => one.id === pairing.plannedMeeting && one.state === 'planned') ??
    meetings.find(one => one.id === pairing.undatedMeeting && one.state === 'undated')
  );
}

/**
 * The meeting with this time: the same one as before where there is one, with all that was written for it. Its entry in
 * somebody's calendar gets a higher revision, and both are reminded anew.
 */
export function meetingAt(
  before: Meeting | undefined,
  pairing: Pick<Pairing, 'id' | 'mentor' | 'mentee'>,
  when: { at: Instant; zone: string; now: Instant; id: string },
): Meeting {
  const { id, mentor, mentee } = pairing;
  const base = before ?? { id: when.id, pairing: id, mentor, mentee, recordedBy: [] };
  return {
    ...base,
    state: 'planned',
    at: when.at,
    on: dayOf(when.at, when.zone),
    offerAt: offerAfter(when.at),
    offeredTo: [],
    revision: (before?.revision ?? 0) + 1,
    changedAt: when.now,
    remindAt: Math.max(when.now, when.at - REMIND_FROM),
    times: undefined,
    suits: undefined,
    cannot: undefined,
    movedFrom: undefined,
  };
}

/** The pairing with its next meeting at a time; times that waited to be chosen from do so no more. */
export function pairingWith(pairing: Pairing, meeting: Meeting, now: Instant, scheme: Scheme): Pairing {
  const planned = plannedIn(pairing, { at: meeting.at ?? now, meeting: meeting.id }, now, scheme);
  return { ...planned, undatedMeeting: undefined, timesWait: undefined };
}

/** Times to choose from, for the next meeting: a new one, one without a time, or one that keeps its time until another is chosen. */
export function withTimes(
  before: Meeting | undefined,
  pairing: Pairing,
  offered: { times: Instant[]; place: string | undefined; now: Instant; id: string; zone: string },
): { meeting: Meeting; pairing: Pairing } {
  const { id, mentor, mentee } = pairing;
  const { times, place, now, zone } = offered;
  const on = dayOf(times[0] ?? now, zone);
  const base: Meeting = before ?? {
    id: offered.id,
    pairing: id,
    mentor,
    mentee,
    recordedBy: [],
    offeredTo: [],
    state: 'undated',
    on,
  };
  const meeting = { ...base, times, ...(place === undefined ? {} : { place }) };
  const isUndated = meeting.state === 'undated';
  return {
    meeting: isUndated ? { ...meeting, on } : meeting,
    pairing: { ...pairing, timesWait: true, ...(isUndated ? { undatedMeeting: meeting.id } : {}) },
  };
}

/** One of the two cannot make it: it is without a time until there is a new one, and leaves no trace of having been moved (R30). */
export function withoutTime(
  meeting: Meeting,
  pairing: Pairing,
  by: Role,
  now: Instant,
  scheme: Scheme,
): { meeting: Meeting; pairing: Pairing } {
  return {
    meeting: {
      ...meeting,
      state: 'undated',
      cannot: by,
      movedFrom: meeting.at,
      at: undefined,
      offerAt: undefined,
      remindAt: undefined,
      times: undefined,
      suits: undefined,
      revision: (meeting.revision ?? 0) + 1,
      changedAt: now,
    },
    pairing: heardFrom(
      {
        ...pairing,
        plannedAt: undefined,
        plannedMeeting: undefined,
        undatedMeeting: meeting.id,
        timesWait: undefined,
      },
      now,
      scheme,
    ),
  };
}

/** Who finds the time of the next meeting: the mentor of the first (R19), the mentee of all others (R20). */
export function findsTheTime(pairing: Pick<Pairing, 'met'>): Role {
  return pairing.met === 0 ? 'mentor' : 'mentee';
}

/** Where the meetings of a pairing stand for one of the two. Whatever a page says about who does what next has to fit it. */
export type MeetingStage = 'choosing' | 'ahead' | 'past' | 'suggested' | 'first' | 'led';

export function meetingStage(
  pairing: Pick<Pairing, 'timesWait' | 'plannedAt' | 'met'>,
  side: Role,
  now: Instant,
): MeetingStage {
  if (pairing.timesWait && side === 'mentee') return 'choosing';
  if (pairing.plannedAt !== undefined) return pairing.plannedAt > now ? 'ahead' : 'past';
  if (findsTheTime(pairing) === 'mentee') return 'led';
  return pairing.timesWait ? 'suggested' : 'first';
}

/**
 * When somebody is reminded of a meeting: at the start of work two working days of theirs before it (R29, R58). Undefined where
 * the time was found after that: nobody needs to be reminded of what they have just agreed.
 */
export function reminderFor(
  { zone, hours }: Pick<Person, 'zone' | 'hours'>,
  meeting: { at: Instant; since: Instant },
  now: Instant,
  closed: readonly Day[],
): Instant | undefined {
  const day = addWorkingDays(dayOf(meeting.at, zone), -REMIND_DAYS, closed, hours.days);
  const when = instantAt(day, hours.from, zone);
  if (when > now) return when;
  // Whoever should have been reminded while the program stood still is reminded late rather than not at all.
  return meeting.since < when ? intoWorkingHours(now, zone, hours, closed) : undefined;
}

/**
 * How many meetings the agreed time holds at the agreed interval. "3 of 6" is the only measure of a pairing that anybody is shown; nothing
 * is counted against it.
 */
export function meetingsIn(
  pairing: Pairing,
  scheme: Pick<Scheme, 'intervalWeeks' | 'lengthMonths' | 'followUpMonths' | 'zone'>,
): number {
  const time = endOf(pairing, scheme) - (pairing.introducedAt ?? pairing.proposedAt);
  return Math.max(1, Math.floor(time / (7 * DAY) / Math.max(1, weeksBetween(pairing, scheme))));
}

/** What was agreed to be done and is still open, the oldest first. */
export function openActions(meetings: readonly Meeting[]): { meeting: string; id: string; text: string }[] {
  return [...meetings]
    .reverse()
    .flatMap(({ id: meeting, actions }) =>
      (actions ?? []).filter(action => !action.done).map(({ id, text }) => ({ meeting, id, text })),
    );
}
