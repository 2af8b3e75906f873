// The end that was agreed: from when it is talked about, when it has come, and who has said that they have finished (B17–B19). Pure; the wording is the room's.
import { DAY, type Instant } from './calendar.ts';
import { endOf } from './evaluations.ts';
import type { Pairing, Scheme } from './kinds.ts';
import { meetingStage } from './meetings.ts';
import type { Role } from './records/people.ts';
import { isRunning } from './states.ts';

/** Two weeks before the planned end both are asked; four weeks after it the time is over. */
const ASKED_BEFORE = 14 * DAY;
const WINDOW = 28 * DAY;
/** The date may move meanwhile, so it is looked at from time to time. */
const LOOK_AGAIN = 28 * DAY;

export const closingFrom = (pairing: Pairing, scheme: Scheme): Instant => endOf(pairing, scheme) - ASKED_BEFORE;

/** When it ends by itself if nobody says anything: never before a meeting that stands ahead. */
export function overAt(pairing: Pairing, scheme: Scheme): Instant {
  return Math.max(endOf(pairing, scheme) + WINDOW, (pairing.plannedAt ?? 0) + 7 * DAY);
}

/** Whether the two are in the last weeks of their time, whatever they have written down or done without (R21). */
export function isClosing(pairing: Pairing, scheme: Scheme, now: Instant): boolean {
  return scheme.closings && isRunning(pairing.state) && now >= closingFrom(pairing, scheme);
}

/** Whether the two may finish together: once they have begun, or where their time is nearly over. Before that an end is an early one (R43). */
export const mayFinish = (pairing: Pairing, scheme: Scheme, now: Instant): boolean =>
  pairing.state === 'active' || (isRunning(pairing.state) && pairing.met > 0) || isClosing(pairing, scheme, now);

/** Whether nothing is on record of these two and their time is nearly over: then a first meeting is not for either of them to begin any more, only to wish for. */
export const isLateFirst = (pairing: Pairing, side: Role, scheme: Scheme, now: Instant): boolean =>
  isClosing(pairing, scheme, now) && pairing.met === 0 && meetingStage(pairing, side, now) === 'first';

export const hasFinished = (pairing: Pairing, side: Role): boolean => (pairing.finishedBy ?? []).includes(side);

/** The pairing once one side has said so, or has taken it back. */
export function withFinished(pairing: Pairing, side: Role, isFinished: boolean): Pairing {
  const others = (pairing.finishedBy ?? []).filter(one => one !== side);
  return { ...pairing, finishedBy: isFinished ? [...others, side] : others };
}

export type ClosingLook =
  /** Nothing to do before the pairing's new `closingAt`. */
  { pairing: Pairing; ask: Role[] } | 'over';

/**
 * What is to be done about the end of a pairing now: asking those who have not been asked and may be, waiting, or that its time is
 * over. While something waits for the other one's yes, it may move the end, so nothing is over yet; but not for ever.
 */
export function closingLook(
  pairing: Pairing,
  scheme: Scheme,
  now: Instant,
  mayAsk: (side: Role) => 'yes' | 'later' | 'never',
): ClosingLook {
  const from = closingFrom(pairing, scheme);
  const again = { ...pairing, closingAt: now + LOOK_AGAIN };
  if (!scheme.closings) return { pairing: again, ask: [] };
  if (now < from)
    return { pairing: { ...again, closingAt: Math.min(from, now + LOOK_AGAIN), closingAsked: undefined }, ask: [] };
  const ends = overAt(pairing, scheme);
  if (now >= (pairing.toConfirm === undefined ? ends : ends + WINDOW)) return 'over';
  const asked = pairing.closingAsked ?? [];
  const open = (['mentor', 'mentee'] as const).filter(side => !asked.includes(side));
  const ask = open.filter(side => mayAsk(side) === 'yes');
  const settled = open.filter(side => mayAsk(side) !== 'later');
  const soon = settled.length < open.length || now >= ends;
  return {
    pairing: {
      ...pairing,
      closingAsked: [...asked, ...settled],
      closingAt: soon ? now + DAY : Math.min(ends, now + LOOK_AGAIN),
    },
    ask,
  };
}
