// The job that takes away pages of a preview which are no longer shown.
import { jobOf } from '../../conversation/feature.ts';
import type { Ids } from '../../conversation/notice.ts';
import { some } from '../../conversation/plan.ts';
import { pageId } from './pages.ts';

const AT_A_TIME = 10;

/** The next pages of each row of pages: every kind of the generation before, and of this one beyond what is kept. */
function idsAt(ids: Ids, n: number): string[] {
  const [run = '', generation = 0] = [ids['run'], Number(ids['generation'])];
  return Array.from({ length: AT_A_TIME }, (_, k) => n * AT_A_TIME + k).flatMap(at => [
    pageId(run, generation - 1, 'pairs', at),
    pageId(run, generation - 1, 'left', at),
    pageId(run, generation - 1, 'changes', at),
    pageId(run, generation, 'pairs', Number(ids['pages']) + at),
    pageId(run, generation, 'left', Number(ids['left']) + at),
    pageId(run, generation, 'changes', Number(ids['changes'] ?? 0) + at),
  ]);
}

export const tidyJob = jobOf({
  name: 'match.tidy',
  write: {
    plan: (ids: Ids, after: string | undefined) => ({ pages: some('runpage', idsAt(ids, Number(after ?? 0))) }),
    step: (turn, _ids, _result: unknown, after) => {
      const { pages } = turn.open;
      return {
        changes: { erase: pages.map(page => ({ kind: 'runpage' as const, id: page.id })) },
        after: pages.length > 0 ? String(Number(after ?? 0) + 1) : undefined,
      };
    },
  },
});
