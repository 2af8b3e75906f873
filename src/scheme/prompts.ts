// The message budget: at most one prompt in five working days and twenty in six months, for each person. What belongs to a meeting they planned (its review, R31) is never held back by it.
import { addWorkingDays, DAY, dayOf, type Instant, intoWorkingHours } from './calendar.ts';
import type { Person, Scheme } from './kinds.ts';

const HALF_A_YEAR = 183 * DAY;
const MOST_IN_HALF_A_YEAR = 20;
const WORKING_DAYS_BETWEEN = 5;

/** Whether one more prompt may go to somebody (design: burden). */
export function mayPrompt(
  person: Pick<Person, 'prompts' | 'zone'>,
  now: Instant,
  scheme: Pick<Scheme, 'closedDays'>,
): boolean {
  const lately = person.prompts.filter(at => at > now - HALF_A_YEAR);
  if (lately.length >= MOST_IN_HALF_A_YEAR) return false;
  const last = Math.max(...lately, 0);
  return dayOf(last, person.zone) <= addWorkingDays(dayOf(now, person.zone), -WORKING_DAYS_BETWEEN, scheme.closedDays);
}

/**
 * The person with one more prompt noted, for the working hour in which it reaches them (R58): counted from the day it was decided, the
 * next could follow too soon. Those older than the budget looks back are forgotten.
 */
export function prompted(person: Person, now: Instant, { closedDays }: Pick<Scheme, 'closedDays'>): Person {
  const reaches = intoWorkingHours(now, person.zone, person.hours, closedDays);
  return { ...person, prompts: [...person.prompts.filter(at => at > now - HALF_A_YEAR), reaches] };
}
