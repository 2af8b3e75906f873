// The page of one run: looked through, worked out again, released or dropped. What it shows is in run-view.ts.
import { pageOf } from '../../conversation/feature.ts';
import { type Changes, next, type Outcome, put, view } from '../../conversation/outcome.ts';
import { sentences } from '../../conversation/sentences.ts';
import type { Run } from '../../scheme/kinds.ts';
import { anew, asBefore, closed } from './anew.ts';
import { clearOrder, releaseOrder } from './orders.ts';
import { pageNumber } from './pages.ts';
import { type RunTurn, runPlan } from './run-plan.ts';
import { runView } from './run-view.ts';

export const runPage = pageOf({
  word: 'match.run',
  for: 'coordinator',
  plan: ids => runPlan(ids['run'] ?? '', pageNumber(ids['page'])),
  show: (turn, ids) => runView(turn, pageNumber(ids['page'])),
  press: {
    again: turn => onReady(turn, run => anew(turn.scheme, run, { fewest: false })),
    fewest: turn => onReady(turn, run => anew(turn.scheme, run, { fewest: true })),
    restore: turn => onReady(turn, run => anew(turn.scheme, run, { removed: [], fewest: false })),
    earlier: turn => onReady(turn, run => anew(turn.scheme, run, { earlier: !run.earlier, fewest: false })),
    former: turn =>
      onReady(turn, run => {
        const before = asBefore(run);
        return before && anew(turn.scheme, run, before);
      }),
    release: turn => onReady(turn, run => (run.changed || run.pairs === 0 ? undefined : release(turn, run))),
    drop: turn => drop(turn),
  },
});

/** Carries something out on a run that is there to be looked through; otherwise nothing changes, and the page says how it stands and whose doing it was. */
function onReady(turn: RunTurn, decide: (run: Run) => Changes | undefined): Outcome {
  const { run } = turn.open;
  if (!run) return { screen: view(sentences.notHere(), { word: 'match' }) };
  const changes = run.state === 'ready' ? decide(run) : undefined;
  if (!changes) return { screen: view(runView(turn, 0, true), { word: 'match.run', ids: { run: run.id } }) };
  return { changes, screen: next('match.run', { run: run.id }) };
}

function release({ scheme, actor, now }: RunTurn, run: Run): Changes {
  return {
    put: [put('run', { ...run, state: 'releasing', closedBy: actor.account, closedAt: now, skipped: 0 })],
    jobs: [releaseOrder(run.id, run.generation, scheme)],
    history: [{ what: 'match.release', about: [run.id] }],
  };
}

/** A run may also be dropped while it is being worked out: its job then finds nothing left to do. */
function drop(turn: RunTurn): Outcome {
  const { run } = turn.open;
  if (run?.state !== 'preparing') return onReady(turn, found => dropped(turn, found));
  return { changes: dropped(turn, run), screen: next('match.run', { run: run.id }) };
}

function dropped({ actor, now }: RunTurn, run: Run): Changes {
  return {
    put: [put('run', { ...closed(run), state: 'dropped', closedBy: actor.account, closedAt: now })],
    jobs: [clearOrder(run.id, run.generation)],
    history: [{ what: 'match.dropped', about: [run.id] }],
  };
}
