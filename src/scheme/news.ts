// News of a pairing: what recording, planning, resting or answering does to it. Pure, and the same for every room. Whether a check-in is due: due.ts.
import { DAY, type Day, HOUR, type Instant, instantAt } from './calendar.ts';
import type { Pairing, Scheme } from './kinds.ts';

type Rhythm = Pick<Scheme, 'intervalWeeks' | 'zone'>;
/** How long a meeting is taken to last: its end plus an hour is when a review is offered (B12). */
const MEETING = HOUR;

/** How many weeks lie between two meetings: as the two agreed, else as the scheme has it. */
export function weeksBetween(pairing: Pick<Pairing, 'intervalWeeks'>, scheme: Pick<Scheme, 'intervalWeeks'>): number {
  return pairing.intervalWeeks ?? scheme.intervalWeeks;
}

/** The instant from which nothing heard counts as "no news": twice the agreed interval after the last news, a planned meeting or a rest (B22). */
function quietFrom(pairing: Pairing, now: Instant, scheme: Rhythm): Instant {
  const rest = pairing.restUntil === undefined ? 0 : instantAt(pairing.restUntil, '00:00', scheme.zone);
  return Math.max(now, pairing.plannedAt ?? 0, rest) + 2 * weeksBetween(pairing, scheme) * 7 * DAY;
}

/** Something was heard of a pairing: it is not quiet, and will not be for twice the agreed interval. Also sets the clock going at the introduction. */
export function heardFrom(pairing: Pairing, now: Instant, scheme: Rhythm): Pairing {
  return { ...pairing, heardAt: now, quiet: false, quietAt: quietFrom(pairing, now, scheme) };
}

/** A meeting was recorded, held or not: this answers the check-in for both. */
export function recordedIn(pairing: Pairing, now: Instant, scheme: Rhythm): Pairing {
  return heardFrom({ ...pairing, recordedAt: now, followUpAt: undefined }, now, scheme);
}

/** A meeting stands ahead: nobody is asked about it before then. */
export function plannedIn(
  pairing: Pairing,
  planned: { at: Instant; meeting: string },
  now: Instant,
  scheme: Rhythm,
): Pairing {
  return heardFrom(
    { ...pairing, plannedAt: planned.at, plannedMeeting: planned.meeting, followUpAt: undefined },
    now,
    scheme,
  );
}

/** No check-ins before this day. */
export function restingUntil(pairing: Pairing, until: Day, now: Instant, scheme: Rhythm): Pairing {
  return heardFrom({ ...pairing, restUntil: until, followUpAt: undefined }, now, scheme);
}

/** When the two are offered a review of a planned meeting: at its end plus an hour (B12). */
export function offerAfter(at: Instant): Instant {
  return at + MEETING + HOUR;
}

/** The instant a planned day stands for when no time was given: the end of that day's work. */
export function plannedInstant(day: Day, time: string | undefined, zone: string): Instant {
  return instantAt(day, time ?? '16:00', zone);
}
