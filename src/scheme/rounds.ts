// When check-in rounds take place: the scheme's rhythm as instants. Holding one is the check-in room's business.
import { addDays, dayOf, type Instant, instantAt, weekdayOf, workingDayFrom } from './calendar.ts';
import type { Scheme } from './kinds.ts';

/** Whether the scheme holds check-ins at all (R0). */
export const hasCheckins = ({ checkinWeeks }: Pick<Scheme, 'checkinWeeks'>): boolean => checkinWeeks > 0;

export type Rhythm = Pick<Scheme, 'checkinWeeks' | 'checkinWeekday' | 'checkinTime' | 'closedDays' | 'zone'>;

/** The round of the week whose matching weekday is `day`; a closed day shifts it to the next working day. */
function roundOn(rhythm: Rhythm, day: string): Instant {
  return instantAt(workingDayFrom(day, rhythm.closedDays), rhythm.checkinTime, rhythm.zone);
}

/** Days from the matching weekday back to this one: 0 to 6. */
function sinceWeekday(rhythm: Rhythm, day: string): number {
  return (weekdayOf(day) - rhythm.checkinWeekday + 7) % 7;
}

/** The first round of a scheme: the first matching weekday and time at least `checkinWeeks` weeks ahead. Undefined when rounds are off (0 weeks). */
export function firstRound(rhythm: Rhythm, now: Instant): Instant | undefined {
  if (rhythm.checkinWeeks < 1) return undefined;
  const earliest = addDays(dayOf(now, rhythm.zone), 7 * rhythm.checkinWeeks);
  return roundOn(rhythm, addDays(earliest, (7 - sinceWeekday(rhythm, earliest)) % 7));
}

/**
 * The round after one that was held (or should have been) at `from`: counted from the matching weekday of that round's own week, so
 * that a round shifted by closed days does not shift those that follow. Undefined when rounds are off.
 */
export function nextRound(rhythm: Rhythm, from: Instant): Instant | undefined {
  if (rhythm.checkinWeeks < 1) return undefined;
  const day = dayOf(from, rhythm.zone);
  const own = addDays(day, -sinceWeekday(rhythm, day));
  for (let weeks = rhythm.checkinWeeks; ; weeks += rhythm.checkinWeeks) {
    const at = roundOn(rhythm, addDays(own, 7 * weeks));
    if (at > from) return at;
  }
}

/** The scheme's next round after its settings have changed: in step with the last one held, and always ahead. */
export function roundAhead(scheme: Rhythm & Pick<Scheme, 'lastRoundAt'>, now: Instant): Instant | undefined {
  if (scheme.lastRoundAt === undefined) return firstRound(scheme, now);
  let at = nextRound(scheme, scheme.lastRoundAt);
  while (at !== undefined && at <= now) at = nextRound({ ...scheme, checkinWeeks: 1 }, at);
  return at;
}
