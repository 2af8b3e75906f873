// The last questions, the same for everybody: the private aim, people to keep apart, an arrangement, check-in posts, the notice read.
import type { AgreeField, AnswersOf, Fields } from '../../conversation/form.ts';
import { last } from './messages.ts';

const asked = () =>
  ({
    aim: { kind: 'text', ...last.aim, max: 1000, lines: true, optional: true, seenBy: 'own' },
    notPair: { kind: 'person', ...last.notPair, atMost: 10, byEmail: true, optional: true, seenBy: 'coordinator' },
    arrangement: { kind: 'agree', ...last.arrangement, optional: true, seenBy: 'coordinator' },
    // Never ticked for anybody beforehand.
    mention: { kind: 'agree', ...last.mention, optional: true, seenBy: 'self' },
  }) as const;

export type LastAnswers = AnswersOf<ReturnType<typeof asked>> & { read?: boolean };

/** `sending`: with the tick that goes with a new registration. */
export function lastFields({ sending }: { sending: boolean }): Fields {
  const read: AgreeField<false> = { kind: 'agree', ...last.read, optional: false, seenBy: 'self' };
  return { ...asked(), ...(sending ? { read } : {}) };
}
