// Somebody who was erased and has come back: whom they were not to be paired with is put on their new list, by hash alone (R12, R49).
import { jobOf } from '../../conversation/feature.ts';
import type { Ids } from '../../conversation/notice.ts';
import { put } from '../../conversation/outcome.ts';
import { one, via } from '../../conversation/plan.ts';
import { withApart } from '../../scheme/keeping.ts';

export const comebackJob = jobOf({
  name: 'keep.comeback',
  write: {
    plan: (ids: Ids) => ({
      person: one('person', ids['person'] ?? 'none'),
      apart: one('apart', via('person', 'emailHash')),
      list: one('exclusions', via('person', 'id')),
    }),
    step: ({ open: { person, apart, list }, now }) => {
      if (!person || !apart) return { changes: {}, after: undefined };
      const before = list ?? { id: person.id, person: person.id, not: [], closedTo: [] };
      return {
        changes: { put: [put('exclusions', withApart(before, apart, now))], erase: [{ kind: 'apart', id: apart.id }] },
        after: undefined,
      };
    },
  },
});
