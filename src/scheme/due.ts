// Whether a check-in round asks a pairing, and if not, why. Pure; who of the two is asked, and how, is the check-in room's.
import { dayOf, type Instant } from './calendar.ts';
import { isClosing } from './closing.ts';
import type { Pairing, Round, Scheme } from './kinds.ts';
import { isRunning } from './states.ts';

export type NotDue = 'ended' | 'resting' | 'met' | 'planned' | 'closing';

/**
 * Why a check-in round does not ask this pairing; undefined when it is due: running, nothing recorded since the last round, nothing
 * planned ahead, not resting. In their last weeks two are asked how they would like to finish, which leaves room for a meeting, and
 * are not asked about the same time for one as well.
 */
export function whyNotDue(
  pairing: Pairing,
  round: Pick<Round, 'at' | 'since'>,
  now: Instant,
  scheme: Scheme,
): NotDue | undefined {
  if (!isRunning(pairing.state)) return 'ended';
  if (pairing.restUntil !== undefined && dayOf(now, scheme.zone) < pairing.restUntil) return 'resting';
  if (pairing.recordedAt !== undefined && pairing.recordedAt > (round.since ?? round.at)) return 'met';
  if (pairing.plannedAt !== undefined && pairing.plannedAt > now) return 'planned';
  return isClosing(pairing, scheme, now) ? 'closing' : undefined;
}

/** Whether a check-in round asks this pairing. */
export function isDue(pairing: Pairing, round: Pick<Round, 'at' | 'since'>, now: Instant, scheme: Scheme): boolean {
  return whyNotDue(pairing, round, now, scheme) === undefined;
}
