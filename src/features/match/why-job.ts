// The job that answers "why not these two?": everybody is gathered as for a preview, and drawn once more with the two fixed.

import { jobOf } from '../../conversation/feature.ts';
import type { Ids } from '../../conversation/notice.ts';
import { put } from '../../conversation/outcome.ts';
import { type Opened, one, sealedSome, some } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { Question } from '../../matching/question.ts';
import type { WhyNot } from '../../matching/why-not.ts';
import { unregistered } from '../../scheme/coordinators.ts';
import { excludedAmong } from '../../scheme/sealed.ts';
import { gatherPlan, gatherTake } from './gather.ts';
import { coordinatorsIn } from './orders.ts';
import { emptyPool, inputOf, type Pool } from './pool.ts';

/** So many answers are kept with a run, and so many of those named whose pairs would change. */
const ANSWERS = 5;
const OTHERS = 8;

type Memory = Pool & { two?: { mentee: string; mentor: string } };

/** Whose pairs would change, besides the two. */
function othersIn(ids: Ids, found: WhyNot | undefined): string[] {
  if (found?.kind !== 'costs') return [];
  const all = [...found.comes, ...found.goes].map(change => change.mentee);
  return [...new Set(all)].filter(id => id !== ids['mentee']).slice(0, OTHERS);
}

const writePlan = (ids: Ids, _after: string | undefined, found: WhyNot | undefined) => {
  const people = [ids['mentee'] ?? 'none', ids['mentor'] ?? 'none', ...othersIn(ids, found)];
  return {
    run: one('run', ids['run'] ?? ''),
    people: some('person', people),
    lists: sealedSome('exclusions', people),
    coordinators: some('person', coordinatorsIn(ids)),
  };
};
type Writing = Turn<Opened<ReturnType<typeof writePlan>>>;

export const whyJob = jobOf({
  name: 'match.why',
  gather: {
    plan: gatherPlan,
    start: (): Memory => emptyPool(),
    take: (turn, ids, memory: Memory) => {
      const { memory: pool, after } = gatherTake(turn, memory);
      return { memory: { ...pool, two: { mentee: ids['mentee'] ?? '', mentor: ids['mentor'] ?? '' } }, after };
    },
  },
  compute: (memory: Memory): Question => ({
    ask: 'why-not',
    input: inputOf(memory),
    ...(memory.two ?? { mentee: '', mentor: '' }),
  }),
  write: {
    plan: writePlan,
    step: (turn: Writing, ids, found: WhyNot) => {
      const { run, people, lists } = turn.open;
      const coordinators = [...turn.open.coordinators, ...unregistered(turn.scheme)];
      // Worked out anew, released or dropped meanwhile: the answer would speak of other pairs.
      if (run?.state !== 'ready' || String(run.generation) !== ids['generation'])
        return { changes: {}, after: undefined };
      const name = (id: string): string => people.find(person => person.id === id)?.name ?? '';
      const [mentee, mentor] = [ids['mentee'] ?? '', ids['mentor'] ?? ''];
      const { comes: _comes, goes: _goes, ...says } = { comes: [], goes: [], ...found };
      const answer = {
        mentee,
        mentor,
        menteeName: name(mentee),
        mentorName: name(mentor),
        says,
        others: othersIn(ids, found).map(person => ({ person, name: name(person) })),
        closedTo: [...new Set(lists.flatMap(list => excludedAmong(list, coordinators)))],
      };
      const before = (run.answers ?? []).filter(other => other.mentee !== mentee || other.mentor !== mentor);
      return {
        changes: { put: [put('run', { ...run, answers: [answer, ...before].slice(0, ANSWERS) })] },
        after: undefined,
      };
    },
  },
});
