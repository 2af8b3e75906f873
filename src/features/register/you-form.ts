// The form "About you": the common part, asked once for both roles. Everything lands on the profile card.
import type { AnswersOf } from '../../conversation/form.ts';
import { modes } from '../../scheme/defaults.ts';
import { you } from './messages.ts';

export const youFields = () =>
  ({
    name: { kind: 'text', ...you.name, max: 80, lines: false, optional: false, seenBy: 'pool' },
    jobTitle: { kind: 'text', ...you.jobTitle, max: 100, lines: false, optional: false, seenBy: 'pool' },
    modes: { kind: 'choices', ...you.modes, options: modes, optional: false, seenBy: 'pool' },
    pronouns: { kind: 'text', ...you.pronouns, max: 40, lines: false, optional: true, seenBy: 'pool' },
    department: { kind: 'text', ...you.department, max: 120, lines: false, optional: true, seenBy: 'pool' },
  }) as const;

export type YouAnswers = AnswersOf<ReturnType<typeof youFields>>;
