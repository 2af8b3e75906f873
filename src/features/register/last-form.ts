// The last questions, the same for everybody: the private aim, people to keep apart, an arrangement, check-in posts, the notice read.
import type { AnswersOf, Fields } from '../../conversation/form.ts';
import { last } from './messages.ts';

const asked = () =>
  ({
    aim: { kind: 'text', ...last.aim, max: 1000, lines: true, optional: true, seenBy: 'own' },
    notPair: { kind: 'person', ...last.notPair, atMost: 10, byEmail: true, optional: true, seenBy: 'coordinator' },
    arrangement: { kind: 'agree', ...last.arrangement, optional: true, seenBy: 'coordinator' },
    // Never ticked for anybody beforehand.
    mention: { kind: 'agree', ...last.mention, optional: true, seenBy: 'self' },
  }) as const;

export type LastAnswers = AnswersOf<ReturnType<typeof asked>> & { forgetEmail?: boolean; read?: boolean };

/**
 * `byEmail`: how many people named by address stand on record. An address is kept as a hash and cannot be shown again, so
 * they stay on the list unless they are taken off on purpose.
 */
export function lastFields({ sending, byEmail }: { sending: boolean; byEmail: number }): Fields {
  const { aim, notPair, arrangement, mention } = asked();
  return {
    aim,
    notPair,
    ...(byEmail > 0
      ? {
          forgetEmail: {
            kind: 'agree',
            ...last.keptByEmail(byEmail),
            text: last.forgetByEmail,
            optional: true,
            seenBy: 'none',
          },
        }
      : {}),
    arrangement,
    mention,
    ...(sending ? { read: { kind: 'agree', ...last.read, optional: false, seenBy: 'self' } } : {}),
  };
}
