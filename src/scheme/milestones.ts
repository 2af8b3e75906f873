// What a mentee has reached lately on the way: the steps ticked off and the objectives met, for a word from the mentor in private (R34). Pure; what is said about it is the rooms' business.
import { addDays, type Day } from './calendar.ts';
import type { Objective } from './kinds.ts';

/** For so many days it is still worth a word. */
const LATELY_DAYS = 14;

const isLately = (on: Day | undefined, today: Day): boolean => on !== undefined && on > addDays(today, -LATELY_DAYS);

/** The steps of an objective on its way that were ticked off lately. */
export function stepsReached({ state, steps }: Objective, today: Day): Objective['steps'] {
  return state === 'running' ? steps.filter(step => step.done && isLately(step.doneOn, today)) : [];
}

/** Whether it was met lately. */
export const isMetLately = ({ state, closedOn }: Objective, today: Day): boolean =>
  state === 'met' && isLately(closedOn, today);

/** Whether there is anything about it that a mentor would want to say a word about. */
export const isReachedLately = (objective: Objective, today: Day): boolean =>
  stepsReached(objective, today).length > 0 || isMetLately(objective, today);

/** Whether the day has come on which the two wanted to look at it, and nobody has said yet how far it is (R33). */
export function isToLookAt({ state, reviewOn, reviews }: Objective, today: Day): boolean {
  return state === 'running' && reviewOn !== undefined && reviewOn <= today && reviews.every(({ on }) => on < reviewOn);
}
