// When people are asked how it goes, reminded, and no longer asked; and when a mentor can have a certificate. Pure; the questions and the wording are the room's.
import { addMonths, DAY, dayOf, type Instant, instantAt } from './calendar.ts';
import type { Evaluation, Pairing, Person, Scheme } from './kinds.ts';
import { mayPrompt } from './prompts.ts';
import { isHeldFrom } from './sides.ts';
import { isRunning } from './states.ts';

export type Point = Scheme['evaluations'][number];
export type PointState = Evaluation['points'][string];

/** Both have settled in before anybody is asked. */
const AFTER_INTRODUCTION = 3 * DAY;
const OPEN = 28 * DAY;
/** With two reminders there is more to wait for. */
const OPEN_REQUIRED = 42 * DAY;
const BETWEEN_REMINDERS = 14 * DAY;
const MOST_REMINDERS = 2;
/** Settings may change meanwhile, so it is looked at from time to time. */
const LOOK_AGAIN = 28 * DAY;

type Timed = Pick<Scheme, 'lengthMonths' | 'followUpMonths' | 'zone'>;

/** The end of a pairing as it is planned, or earlier, where both finished it before. */
export function endOf(pairing: Pairing, scheme: Timed): Instant {
  const from = dayOf(pairing.introducedAt ?? pairing.proposedAt, scheme.zone);
  const planned = instantAt(pairing.endsOn ?? addMonths(from, scheme.lengthMonths), '09:00', scheme.zone);
  return pairing.state === 'completed' ? Math.min(planned, pairing.endedAt ?? planned) : planned;
}

/** When a point of a pairing is reached. */
export function reachedAt(point: Point, pairing: Pairing, scheme: Timed): Instant {
  const from = pairing.introducedAt ?? pairing.proposedAt;
  const end = endOf(pairing, scheme);
  switch (point.when) {
    case 'introduction':
      return from + (point.weeks === undefined ? AFTER_INTRODUCTION : point.weeks * 7 * DAY);
    case 'half':
      // Half of the time or half of the meetings, whichever comes first (F15).
      return Math.min(from + Math.floor((end - from) / 2), pairing.halfMetAt ?? Number.POSITIVE_INFINITY);
    case 'end':
      return end;
    case 'later':
      return instantAt(addMonths(dayOf(end, scheme.zone), scheme.followUpMonths), '09:00', scheme.zone);
  }
}

export const activePoints = (scheme: Pick<Scheme, 'evaluations'>): Point[] =>
  scheme.evaluations.filter(point => point.rule !== 'off');

/** Nothing more is asked of an early end (R48): its own form has asked what there is to ask. */
const isAsked = (pairing: Pairing): boolean => isRunning(pairing.state) || pairing.state === 'completed';

/**
 * Whether somebody can answer now. What is required can be answered as long as somebody may want the certificate, also after the
 * time to answer, and after an early end (R39, R50).
 */
export function mayAnswer(point: Point, state: PointState | undefined, pairing: Pairing, now: Instant): boolean {
  if (!state || state.doneAt !== undefined || point.rule === 'off') return false;
  return point.rule === 'required' || (now < state.closesAt && isAsked(pairing));
}

/** What stands open for somebody, as their own page and home show it: nothing of an early end. */
export function openPoints(evaluation: Evaluation, pairing: Pairing, scheme: Scheme, now: Instant): Point[] {
  if (!isAsked(pairing)) return [];
  return activePoints(scheme).filter(point => {
    const state = evaluation.points[point.key];
    return mayAnswer(point, state, pairing, now) && now < (state?.closesAt ?? 0);
  });
}

/** What is asked at the end and opens in a moment: the two have just finished, and their parts are not looked at yet. */
export function endOpening(evaluation: Evaluation, { state, endAsked }: Pairing, scheme: Scheme): Point[] {
  if (state !== 'completed' || endAsked) return [];
  return activePoints(scheme).filter(({ when, key }) => when === 'end' && evaluation.points[key] === undefined);
}

/** When an asked point is to be reminded of, if it still is (R39: twice at most). */
function remindAt(point: Point, state: PointState): Instant | undefined {
  if (point.rule !== 'required' || state.doneAt !== undefined || state.reminders >= MOST_REMINDERS) return undefined;
  return state.askedAt + (state.reminders + 1) * BETWEEN_REMINDERS;
}

type Looked = {
  evaluation: Evaluation;
  /** Somebody is asked or reminded with a message. */
  ask?: Point;
};

const over = (evaluation: Evaluation, now: Instant): Looked => ({
  evaluation: { ...evaluation, nextAt: undefined, overAt: now },
});

function begun(point: Point, now: Instant): PointState {
  return { askedAt: now, closesAt: now + (point.rule === 'required' ? OPEN_REQUIRED : OPEN), reminders: 0 };
}

/** Long past when it is first looked at: let go. */
const letGo = (point: Point, now: Instant): PointState => ({
  ...begun(point, now),
  closesAt: now,
  reminders: MOST_REMINDERS,
});

/** When there is something to be done about a point: to open it, to write that it is open, or to remind of it. */
function dueAt(
  point: Point,
  state: PointState | undefined,
  pairing: Pairing,
  scheme: Scheme,
  now: Instant,
): Instant | undefined {
  if (!state) return reachedAt(point, pairing, scheme);
  if (!state.untold) return remindAt(point, state);
  return state.doneAt === undefined && now < state.closesAt ? state.askedAt : undefined;
}

/** The points of a pairing that are reached and for which something is to be done now, the earliest first. */
function wanted(evaluation: Evaluation, pairing: Pairing, scheme: Scheme, now: Instant): Point[] {
  return activePoints(scheme)
    .filter(
      point => (dueAt(point, evaluation.points[point.key], pairing, scheme, now) ?? Number.POSITIVE_INFINITY) <= now,
    )
    .sort((a, b) => reachedAt(a, pairing, scheme) - reachedAt(b, pairing, scheme));
}

function nextLook(evaluation: Evaluation, pairing: Pairing, scheme: Scheme, now: Instant): Instant | undefined {
  const times = activePoints(scheme).flatMap(
    point => dueAt(point, evaluation.points[point.key], pairing, scheme, now) ?? [],
  );
  return times.length === 0 ? undefined : Math.min(now + LOOK_AGAIN, Math.max(now + DAY, Math.min(...times)));
}

/**
 * Looks at one person's part: opens what is reached, so that they find it on their own page at once; writes that it is open as soon as
 * the message budget allows, or not at all to who wants no messages; reminds. The time to answer runs from the message. A point long
 * past, as in a scheme that switches it on late, is let go.
 */
export function lookedAt(
  evaluation: Evaluation,
  pairing: Pairing | undefined,
  person: Person | undefined,
  scheme: Scheme,
  now: Instant,
): Looked {
  if (!pairing || !person || person.goneAt !== undefined || !isAsked(pairing)) return over(evaluation, now);
  const points = { ...evaluation.points };
  const all = wanted(evaluation, pairing, scheme, now);
  for (const point of all.filter(one => !points[one.key])) {
    const isLate = now - reachedAt(point, pairing, scheme) > OPEN;
    points[point.key] = isLate ? letGo(point, now) : { ...begun(point, now), untold: true };
  }
  const point = all.find(one => points[one.key]?.untold || evaluation.points[one.key]);
  const isQuiet = person.checkins === 'none';
  const asks = point !== undefined && (isQuiet || mayPrompt(person, now, scheme));
  const before = point && points[point.key];
  if (asks && before)
    points[point.key] = before.untold ? begun(point, now) : { ...before, reminders: before.reminders + 1 };
  const after = { ...evaluation, points };
  const nextAt = point && !asks ? now + DAY : nextLook(after, pairing, scheme, now);
  if (nextAt === undefined) return { ...over(after, now), ...(asks && !isQuiet ? { ask: point } : {}) };
  return { evaluation: { ...after, nextAt }, ...(asks && !isQuiet ? { ask: point } : {}) };
}

/** Both people's parts, when a pairing has begun. */
export function evaluationsOf(pairing: Pairing, now: Instant): Evaluation[] {
  return (['mentor', 'mentee'] as const).map(role => ({
    id: `${pairing.id}-${pairing[role]}`,
    person: pairing[role],
    pairing: pairing.id,
    role,
    points: {},
    nextAt: now,
  }));
}

export type CertificateState =
  | { state: 'none' }
  /** These are to be answered first (R39). */
  | { state: 'missing'; points: Point[] }
  | { state: 'ready'; until: Instant };

/**
 * Whether a mentor can have a certificate of mentoring: once the time is over, however it ended (R50), if they met, and have answered
 * what was required of them meanwhile. An end that somebody may not know of yet has not come.
 */
export function certificateOf(
  evaluation: Evaluation,
  pairing: Pairing,
  scheme: Scheme,
  now: Instant,
): CertificateState {
  const isTheirs = evaluation.role === 'mentor' && scheme.certificates && pairing.met > 0;
  if (!isTheirs || isHeldFrom(pairing, evaluation.person)) return { state: 'none' };
  const until = pairing.state === 'ended-early' ? pairing.endedAt : endOf(pairing, scheme);
  if (until === undefined || until > now || !(isAsked(pairing) || pairing.state === 'ended-early'))
    return { state: 'none' };
  const opening = endOpening(evaluation, pairing, scheme);
  const points = scheme.evaluations.filter(point => {
    const state = evaluation.points[point.key];
    const isOpen = (state !== undefined && state.doneAt === undefined) || opening.includes(point);
    return point.rule === 'required' && point.when !== 'later' && isOpen;
  });
  return points.length > 0 ? { state: 'missing', points } : { state: 'ready', until };
}
