// The last questions, the same for everybody: the private aim, people to keep apart, an arrangement, check-in posts, the notice read.
import type { AgreeField, AnswersOf, Fields } from '../../conversation/form.ts';
import type { Scheme } from '../../scheme/kinds.ts';
import { hasCheckins } from '../../scheme/rounds.ts';
import { last } from './messages.ts';

const all = () =>
  ({
    aim: { kind: 'text', ...last.aim, max: 1000, lines: true, optional: true, seenBy: 'own' },
    notPair: { kind: 'person', ...last.notPair, atMost: 10, byEmail: true, optional: true, seenBy: 'coordinator' },
    arrangement: { kind: 'agree', ...last.arrangement, optional: true, seenBy: 'coordinator' },
    // Never ticked for anybody beforehand.
    mention: { kind: 'agree', ...last.mention, optional: true, seenBy: 'self' },
  }) as const;

export type LastAnswers = AnswersOf<ReturnType<typeof all>> & { read?: boolean };

/** Nobody is asked about a log or check-ins that the scheme does without (R0). */
function asked(scheme: Scheme): Fields {
  const { aim, mention, ...always } = all();
  return { ...(scheme.learningLog ? { aim } : {}), ...always, ...(hasCheckins(scheme) ? { mention } : {}) };
}

/** `sending`: with the tick that goes with a new registration. */
export function lastFields(scheme: Scheme, { sending }: { sending: boolean }): Fields {
  const read: AgreeField<false> = { kind: 'agree', ...last.read, optional: false, seenBy: 'self' };
  return { ...asked(scheme), ...(sending ? { read } : {}) };
}
