// The weekly job: first what two people wrote to each other, then matching runs, events, people who are gone, and last every kind whose time runs by itself.
import { jobOf } from '../../conversation/feature.ts';
import { peoplePhase } from './people.ts';
import type { Phase } from './phase.ts';
import { eventsPhase, papersPhase, runsPhase, sessionsPhase, timedPhases } from './records.ts';

const phases: Phase[] = [papersPhase, runsPhase, eventsPhase, sessionsPhase, peoplePhase, ...timedPhases];

/** `<phase>~<cursor>`: where the job stands. */
function standing(after: string | undefined): { at: number; cursor: string | undefined } {
  const [at = '0', ...cursor] = (after ?? '0').split('~');
  return { at: Number(at), cursor: cursor.length > 0 ? cursor.join('~') : undefined };
}

const phaseAt = (after: string | undefined): Phase => phases[standing(after).at] ?? papersPhase;

export const forgetJob = jobOf({
  name: 'keep.forget',
  write: {
    plan: (_ids, after) => phaseAt(after).plan(standing(after).cursor),
    step: (turn, _ids, _result: unknown, after) => {
      const { at, cursor } = standing(after);
      const { changes, after: onward } = phaseAt(after).step(turn, cursor);
      if (onward !== undefined) return { changes, after: `${at}~${onward}` };
      return { changes, after: at + 1 < phases.length ? String(at + 1) : undefined };
    },
  },
});
