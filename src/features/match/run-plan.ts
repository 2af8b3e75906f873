// What has to be open to show one page of a run; its id alone is enough, because the run knows what its pages are called.
import { type Opened, one, some, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';

export const runPlan = (run: string, n: number) => ({
  run: one('run', run),
  page: one('runpage', via('run', 'stem', `-pairs-${n}`)),
  pairings: some('pairing', via('page', 'pairings')),
});
export type RunTurn = Turn<Opened<ReturnType<typeof runPlan>>>;
