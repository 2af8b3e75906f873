// The chain of short forms: which ones, in which order, for which way in. A mentee is registered after two, a mentor after three (burden).
import { z } from 'zod';
import type { Ids } from '../../conversation/notice.ts';
import { REGISTER_DRAFT } from '../../scheme/joining.ts';
import type { Role } from '../../scheme/records/people.ts';
import { isLive } from '../../scheme/states.ts';
import { type Mine, registrationOf } from './mine.ts';

export type Way = 'mentor' | 'mentee' | 'both';
export type Step = 'offer' | 'you' | 'mentor' | 'mentee' | 'last';
/** `forum`: somebody who starts from what they would offer in the forum (R1). */
export type Route = 'own' | 'forum';
/** `topic`: what a call in the forum asked for; it stands in the form already. */
export type Journey = { way: Way; route: Route; topic?: string };

/** The forms of a journey. "Both" asks the common part once; the last questions stand on a form of their own or close the last one. */
export function stepsOf({ way, route }: Journey): Step[] {
  if (way === 'mentee') return ['you', 'mentee'];
  if (way === 'both') return ['you', 'mentor', 'mentee'];
  return route === 'forum' ? ['offer', 'you', 'mentor'] : ['you', 'mentor', 'last'];
}

/** The form that carries the last questions. */
export function lastStep(journey: Journey): Step {
  return stepsOf(journey).at(-1) as Step;
}

export const rolesOf = (way: Way): Role[] => (way === 'both' ? ['mentor', 'mentee'] : [way]);

const answers = z.record(z.string(), z.unknown());
const draftShape = z.looseObject({
  way: z.enum(['mentor', 'mentee', 'both']),
  route: z.enum(['own', 'forum']),
  topic: z.string().optional(),
  offer: answers.optional(),
  you: answers.optional(),
  mentor: answers.optional(),
  mentee: answers.optional(),
  last: answers.optional(),
});
/** What was answered so far, by form; kept in the person's own notebook until it is sent. */
export type Draft = z.infer<typeof draftShape>;

/** The draft on record, if there is one. */
export function draftOf(open: Mine): Draft | undefined {
  const found = draftShape.safeParse(open.notebook?.drafts[REGISTER_DRAFT] ?? open.early?.drafts[REGISTER_DRAFT]);
  return found.success ? found.data : undefined;
}

/** The roles of a way that are not live yet: a second registration for a live role shows that one instead. */
export function openWay(open: Mine, way: Way): Way | undefined {
  const free = rolesOf(way).filter(role => {
    const registration = registrationOf(open, role);
    return !registration || !isLive(registration.state);
  });
  return free.length === 2 ? 'both' : free[0];
}

/** The journey a button names, as far as it is still open. */
export function journeyOf(open: Mine, ids: Ids): Journey | undefined {
  const asked = z.enum(['mentor', 'mentee', 'both']).safeParse(ids['role']);
  const way = asked.success ? openWay(open, asked.data) : undefined;
  const isOffer = way === 'mentor' && ids['route'] === 'forum';
  return way && { way, route: isOffer ? 'forum' : 'own', ...(isOffer && ids['topic'] ? { topic: ids['topic'] } : {}) };
}

export function idsOf({ way, route, topic }: Journey): Ids {
  return { role: way, ...(route === 'forum' ? { route } : {}), ...(topic === undefined ? {} : { topic }) };
}

/** The form before this one. */
export function stepBefore(journey: Journey, step: Step): Step | undefined {
  const steps = stepsOf(journey);
  return steps[steps.indexOf(step) - 1];
}

/** The ids of a form that changes what is on record, instead of beginning a registration. */
export const CHANGE: Ids = { change: 'yes' };
export const isChange = (ids: Ids): boolean => ids['change'] === 'yes';
