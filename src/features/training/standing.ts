// Where somebody stands with the training that the scheme asks of their roles: what is missing, what is recorded and until when (R6, R8).
import { type Part, text } from '../../conversation/notice.ts';
import { DAY, dayOf, type Instant, sayDay } from '../../scheme/calendar.ts';
import { mayAttend } from '../../scheme/events.ts';
import { hasRunOut, mustComeAgain, trainingRule, waitsForTraining } from '../../scheme/joining.ts';
import type { Registration, Scheme } from '../../scheme/kinds.ts';
import type { Role } from '../../scheme/records/people.ts';
import { list } from './messages.ts';

/** So many days before it runs out, somebody is told that they may come again. */
const SOON = 28;

function doneSays({ role, trainingEndsAt }: Registration, scheme: Scheme, now: Instant): string {
  if (trainingEndsAt === undefined) return list.done(role);
  const soon = trainingEndsAt - now < SOON * DAY ? list.soon : '';
  return `${list.done(role)}${list.until(sayDay(dayOf(trainingEndsAt, scheme.zone)))}${soon}`;
}

/** A mark that was made by mistake was all it stood on. */
const isTakenBack = (registration: Registration): boolean =>
  registration.trainingTakenBack === true && mustComeAgain(registration);

/** How near somebody is to what is missing: a place, the waiting list, a session to sign up for, or none yet. */
export type Near = (role: Role) => keyof typeof list.nextStep;

function missingParts(registration: Registration, scheme: Scheme, near: Near): Part[] {
  const { role, training } = registration;
  return [
    text(list.missing(role)),
    ...(scheme.sessions ? [text(list.nextStep[near(role)])] : []),
    ...(isTakenBack(registration) ? [text(list.takenBack)] : hasRunOut(registration) ? [text(list.again)] : []),
    ...(training === 'claimed' ? [text(list.claimed)] : []),
    ...(training === 'partly' ? [text(list.partly)] : []),
  ];
}

/** One registration; nothing where it is not accepted, or nothing is asked of it. */
export function standingParts(registration: Registration, scheme: Scheme, now: Instant, near: Near): Part[] {
  if (!mayAttend(registration)) return [];
  const { role, training } = registration;
  const behind = { ...registration, state: registration.formerState ?? registration.state };
  if (waitsForTraining(registration) || (registration.state === 'paused' && waitsForTraining(behind)))
    return missingParts(registration, scheme, near);
  if (training === 'attended') return [text(doneSays(registration, scheme, now))];
  if (training === 'exempt') return [text(list.exempt[role])];
  if (isTakenBack(registration)) return [text(list.takenBack), text(list.beforeNext(role))];
  if (hasRunOut(registration)) return [text(list.again)];
  return trainingRule(scheme, role) === 'none' ? [] : [text(list.recommended(role))];
}
