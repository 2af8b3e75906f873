// Joining the scheme: the criteria, the promise of an answer, and the moves from a registration to the pool (A1–A7, R3–R8). Pure; who may decide is the rooms' business.
import { addDays, addMonths, addWorkingDays, type Day, dayOf, type Instant, instantAt } from './calendar.ts';
import type { Card, Registration, Scheme } from './kinds.ts';
import type { Role } from './records/people.ts';

export type Check = Scheme['checks'][number];
export type TrainingMark = 'attended' | 'exempt' | 'partly' | 'needed';

/** The tick questions put to somebody in this role. */
export function checksFor(scheme: Scheme, role: Role): Check[] {
  return scheme.checks.filter(check => check.role === role || check.role === 'both');
}

/**
 * The criteria that nothing was ticked for, each a list of alternatives: in an `either` group any one is enough (R3).
 * A gap is for a human to look at, never a refusal (R4).
 */
export function missingCriteria(scheme: Scheme, role: Role, ticks: readonly string[]): Check[][] {
  const groups = new Map<string, Check[]>();
  for (const check of checksFor(scheme, role)) {
    const name = check.either === undefined ? `one:${check.key}` : `either:${check.either}`;
    groups.set(name, [...(groups.get(name) ?? []), check]);
  }
  return [...groups.values()].filter(group => !group.some(check => ticks.includes(check.key)));
}

/**
 * Whether a registration just sent needs nobody to look at it (A4, R0): the scheme accepts by itself, and every criterion is ticked.
 * Whatever is missing goes to a human (R4), and so does whoever a human has not accepted before: their answer is not undone by sending it again.
 */
export function isAcceptedAtOnce(scheme: Scheme, registration: Registration): boolean {
  return (
    scheme.acceptance === 'automatic' &&
    registration.state === 'submitted' &&
    registration.declinedBefore !== true &&
    missingCriteria(scheme, registration.role, registration.criteria).length === 0
  );
}

/** Whether training before matching is asked of this role, and how firmly. */
export function trainingRule(scheme: Scheme, role: Role): 'none' | 'recommended' | 'required' {
  return role === 'mentor' ? scheme.trainingMentor : scheme.trainingMentee;
}

/** Whether there is anything about training here: some that is asked for, sessions, or what people say about their own (R0). */
export const offersTraining = (scheme: Scheme): boolean =>
  scheme.trainingMentor !== 'none' ||
  scheme.trainingMentee !== 'none' ||
  scheme.sessions ||
  scheme.selfCheck ||
  scheme.supportAsked;

/** The day by which an answer is promised, and the instant at which others are told that it still waits (working days). */
export function answerPromise(scheme: Scheme, now: Instant): { answerBy: Day; escalateAt: Instant } {
  const answerBy = addWorkingDays(dayOf(now, scheme.zone), scheme.answerDays, scheme.closedDays);
  return { answerBy, escalateAt: instantAt(answerBy, '17:00', scheme.zone) };
}

const isThrough = (training: Registration['training']): boolean =>
  training === 'not-needed' || training === 'exempt' || training === 'attended';

/** R8: whether the scheme's way of matching asks that people have been to an event first. */
export function asksForEvent(scheme: Pick<Scheme, 'matchingMode'>): boolean {
  return scheme.matchingMode === 'event' || scheme.matchingMode === 'both';
}

/**
 * A7: among those who can be matched; or, where an event comes first and they have not been to one, ready for it. Whoever left
 * and came back may still have a place taken by a proposal from before (R16).
 */
function intoPool(before: Registration, scheme: Scheme, now: Instant): Registration {
  if (asksForEvent(scheme) && before.metAt === undefined) return { ...before, state: 'ready' };
  const state = before.taken < before.capacity ? 'available' : 'full';
  return { ...before, state, waitingSince: before.waitingSince ?? now };
}

/** The same for a registration that is paused: where it goes when its person comes back. */
function behindPause(before: Registration, scheme: Scheme, now: Instant): Registration {
  const { state, waitingSince } = intoPool(before, scheme, now);
  return { ...before, formerState: state === 'full' ? 'available' : state, waitingSince };
}

/**
 * The mark that an event was attended in this role taken back; `metAt` is when they were at another one, if they were. Where the
 * scheme asks for an event, whoever has nobody and is asked about nobody waits for one again (R8).
 */
export function withoutEvent(before: Registration, metAt: Instant | undefined, scheme: Scheme): Registration {
  const after: Registration = { ...before, metAt };
  if (metAt !== undefined || !asksForEvent(scheme) || before.taken > 0) return after;
  if (before.state === 'available') return { ...after, state: 'ready' };
  const isBehind = before.state === 'paused' || before.state === 'dormant';
  return isBehind && before.formerState === 'available' ? { ...after, formerState: 'ready' } : after;
}

/** A7: an event was attended in this role; the step that was left is done. The same registration where that changes nothing. */
export function afterEvent(before: Registration, scheme: Scheme, now: Instant): Registration {
  if (before.metAt !== undefined) return before;
  const met: Registration = { ...before, metAt: now };
  if (before.state === 'ready') return intoPool(met, scheme, now);
  return before.state === 'paused' && before.formerState === 'ready' ? behindPause(met, scheme, now) : met;
}

/** Whether a matching event is all that stands between this person and the pool (R8). */
export function waitsForEvent(registration: Registration): boolean {
  return registration.state === 'ready' && registration.metAt === undefined;
}

/**
 * A4, A6, A7: accepted by a co-ordinator (or, without `by`, by the scheme's own rule); and, where no training stands in the way (R6), in
 * the pool at once, since the card was published on sending. Throws for a registration that cannot be accepted.
 */
export function afterAcceptance(
  before: Registration,
  scheme: Scheme,
  by: string | undefined,
  now: Instant,
): Registration {
  if (before.state !== 'submitted') throw new Error(`registration ${before.id} is ${before.state}`);
  const required = trainingRule(scheme, before.role) === 'required';
  const training = required && before.training === 'not-needed' ? 'needed' : before.training;
  const decided = by === undefined ? { decidedAt: now } : { decidedBy: by, decidedAt: now };
  const accepted: Registration = { ...before, ...decided, state: 'accepted', training };
  delete accepted.escalateAt;
  delete accepted.declinedBefore;
  return !required || isThrough(training) ? intoPool(accepted, scheme, now) : accepted;
}

/** People are asked to come again so many days before their training runs out. */
const ASK_AHEAD_DAYS = 28;

/** Until when training counts that was attended now; for good where the scheme sets no months. */
function countsUntil(scheme: Scheme, now: Instant): Pick<Registration, 'trainingAskAt' | 'trainingEndsAt'> {
  if (scheme.trainingMonths < 1) return { trainingAskAt: undefined, trainingEndsAt: undefined };
  const last = addMonths(dayOf(now, scheme.zone), scheme.trainingMonths);
  return {
    trainingAskAt: instantAt(addDays(last, -ASK_AHEAD_DAYS), '09:00', scheme.zone),
    trainingEndsAt: instantAt(last, '09:00', scheme.zone),
  };
}

/** The registration without an end to its training: the scheme sets none any more, or it makes no difference. */
export function countsForGood(before: Registration): Registration {
  const { trainingAskAt: _ask, trainingEndsAt: _ends, ...after } = before;
  return after as Registration;
}

/** Whether training that once was enough has run out, so that its step stands before matching again. */
export function hasRunOut({ training, trainingPastAt }: Registration): boolean {
  return trainingPastAt !== undefined && (training === 'needed' || training === 'claimed' || training === 'partly');
}

/** Whether training that opened the way once does so no more, having run out or been taken back: it comes first again as soon as a place is free. */
export function mustComeAgain(registration: Registration): boolean {
  return hasRunOut(registration) || (registration.trainingTakenBack === true && !isThrough(registration.training));
}

/** Nobody new is put to this person (R6), also once they are back from a pause. Pairings go on, and whoever has no place free stays so. */
function shutOut(before: Registration): Registration {
  const isOpen = (state: Registration['state'] | undefined): boolean => state === 'available' || state === 'ready';
  if (isOpen(before.state)) return { ...before, state: 'accepted' };
  const isBehind = (before.state === 'paused' || before.state === 'dormant') && isOpen(before.formerState);
  return isBehind ? { ...before, formerState: 'accepted' } : before;
}

/** Training has run out: where the scheme asks for it, nobody new is put to this person before they have come again (R6). Pairings go on. */
export function afterRunningOut(before: Registration, scheme: Scheme, now: Instant): Registration {
  const { trainingBy: _by, trainingAt: _at, ...rest } = countsForGood(before);
  const required = trainingRule(scheme, before.role) === 'required';
  const after = { ...rest, training: required ? 'needed' : 'not-needed', trainingPastAt: now } as Registration;
  return required ? shutOut(after) : after;
}

/** What a registration says of training. */
export type Standing = Pick<
  Registration,
  'training' | 'trainingBy' | 'trainingAt' | 'trainingAskAt' | 'trainingEndsAt' | 'trainingPastAt' | 'trainingTakenBack'
>;

export function standingIn(registration: Registration): Standing {
  const { training, trainingBy, trainingAt, trainingAskAt, trainingEndsAt, trainingPastAt, trainingTakenBack } =
    registration;
  return { training, trainingBy, trainingAt, trainingAskAt, trainingEndsAt, trainingPastAt, trainingTakenBack };
}

/**
 * A mark of training taken back: what stood before it stands again. Where that leaves training to be done which the scheme asks for,
 * its step stands before matching again (R6).
 */
export function withoutTraining(before: Registration, stood: Standing, scheme: Scheme): Registration {
  // What was open then is not among what was kept, and is open again.
  const none = standingIn({ training: stood.training } as Registration);
  const after = { ...before, ...none, ...stood };
  const isShut = trainingRule(scheme, before.role) === 'required' && !isThrough(after.training);
  return isShut ? shutOut({ ...after, trainingTakenBack: true }) : after;
}

/** A6, A7: what was decided about somebody's training; attended or exempt opens the gate (R5, R6). */
export function afterTraining(
  before: Registration,
  scheme: Scheme,
  mark: { training: TrainingMark; by: string },
  now: Instant,
): Registration {
  const { training, by } = mark;
  const marked: Registration = {
    ...before,
    training,
    trainingBy: by,
    trainingAt: now,
    trainingTakenBack: undefined,
    ...(training === 'attended' ? countsUntil(scheme, now) : {}),
  };
  if (!isThrough(training)) return marked;
  if (before.state === 'accepted') return intoPool(marked, scheme, now);
  const isBehind = before.state === 'paused' && before.formerState === 'accepted';
  return isBehind ? behindPause(marked, scheme, now) : marked;
}

/** Whether training is all that stands between this person and the pool. */
export function waitsForTraining(registration: Registration): boolean {
  return registration.state === 'accepted' && !isThrough(registration.training);
}

/**
 * The order for the digest in the co-ordinators' channel: posted anew when nobody was waiting, otherwise the one that stands is
 * drawn again. The two have ids of their own, so that an update never takes the place of a post that has not gone out yet.
 */
export function digestOrder(how: 'post' | 'update') {
  return {
    letter: 'accept.digest',
    ids: { how },
    to: { channel: 'coordinators' as const },
    id: how === 'post' ? 'accept.digest' : 'accept.digest.update',
    place: 'accept.digest',
    mode: how,
  };
}

/** How a co-ordinator is named: as they wished to be, or by their account. */
export function coordinatorName(scheme: Scheme, account: string): string | { person: string } {
  return scheme.coordinatorNames[account] ?? { person: account };
}

/** The name under which a notebook keeps a registration that has not been sent. */
export const REGISTER_DRAFT = 'register';

/** What somebody wrote for a role, as a draft to come back to after it was taken back or not taken up. */
export function draftFrom(card: Card, { criteria, capacity }: Registration) {
  const { role, name, pronouns, jobTitle, department, modes, topics, career } = card;
  const own = role === 'mentor' ? { topics, career, capacity, criteria } : { topics, criteria };
  return { way: role, route: 'own' as const, you: { name, pronouns, jobTitle, department, modes }, [role]: own };
}
