// The form "What you would like": a mentee's topics, hopes and criteria.
import type { AnswersOf } from '../../conversation/form.ts';
import type { Scheme } from '../../scheme/kinds.ts';
import type { Way } from './chain.ts';
import { criteriaField, menteeChecks } from './criteria.ts';
import { mentee } from './messages.ts';

const asked = (scheme: Scheme) =>
  ({
    topics: { kind: 'ranked', ...mentee.topics, options: scheme.topics, places: 3, optional: false, seenBy: 'pool' },
    goals: { kind: 'text', ...mentee.goals, max: 1500, lines: true, optional: false, seenBy: 'coordinator' },
  }) as const;

export type MenteeAnswers = AnswersOf<ReturnType<typeof asked>> & { criteria?: string[] };

export function menteeFields(scheme: Scheme, way: Way) {
  return { ...asked(scheme), ...criteriaField(mentee.criteria, menteeChecks(scheme, way)) };
}
