// Working a preview out once more: how it stood is kept beside it, so that the two can be compared and the former taken back.
import { type Changes, put } from '../../conversation/outcome.ts';
import type { Run, Scheme } from '../../scheme/kinds.ts';
import { usualWeights } from '../../scheme/records/scheme.ts';
import { prepareOrder } from './orders.ts';

/** How a preview is asked for. */
export type Asked = Partial<Pick<Run, 'objective' | 'weights' | 'earlier' | 'locks' | 'removed' | 'fewest'>>;

/** The changes by which a preview is worked out again. */
export function anew(scheme: Scheme, run: Run, asked: Asked = {}): Changes {
  const generation = run.generation + 1;
  const {
    objective = 'most-matched',
    weights = usualWeights,
    earlier = false,
    locks,
    removed,
    pairs,
    leftMentees,
  } = run;
  const former = { objective, weights, earlier, locks, removed, pairs, leftMentees };
  return {
    put: [put('run', { ...run, ...asked, former, answers: [], state: 'preparing', generation })],
    jobs: [prepareOrder(run.id, generation, scheme)],
    history: [{ what: 'match.again', about: [run.id] }],
  };
}

/** As the preview before this one was asked for; undefined where there was none. */
export function asBefore({ former }: Run): Asked | undefined {
  if (!former) return undefined;
  const { objective, weights, earlier, locks, removed } = former;
  return { objective, weights, earlier, locks, removed, fewest: false };
}

/**
 * A run that is over: the lines are the pairs' own by now, in their papers; and what was asked about two people is let go with the
 * question, since it may rest on what somebody said after an event (R17).
 */
export const closed = (run: Run): Run => ({ ...run, lines: {}, answers: [] });
