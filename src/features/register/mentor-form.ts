// The form "What you offer": a mentor's topics, story, places and criteria.
import type { AnswersOf } from '../../conversation/form.ts';
import { checksFor } from '../../scheme/joining.ts';
import type { Scheme } from '../../scheme/kinds.ts';
import { criteriaField } from './criteria.ts';
import { mentor } from './messages.ts';

const asked = (scheme: Scheme) =>
  ({
    topics: { kind: 'choices', ...mentor.topics, options: scheme.topics, optional: false, seenBy: 'pool' },
    career: { kind: 'text', ...mentor.career, max: 1500, lines: true, optional: false, seenBy: 'pool' },
    capacity: { kind: 'number', ...mentor.capacity, from: 1, to: scheme.maxMentees, optional: false, seenBy: 'self' },
    whySuitable: { kind: 'text', ...mentor.whySuitable, max: 1000, lines: true, optional: true, seenBy: 'coordinator' },
  }) as const;

export type MentorAnswers = AnswersOf<ReturnType<typeof asked>> & { criteria?: string[] };

export function mentorFields(scheme: Scheme) {
  const { whySuitable, ...first } = asked(scheme);
  return { ...first, ...criteriaField(mentor.criteria, checksFor(scheme, 'mentor')), whySuitable };
}
