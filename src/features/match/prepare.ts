// The job that works a run out: everybody available is gathered, matched in a worker thread, and the preview is written page by page.

import { jobOf } from '../../conversation/feature.ts';
import type { Ids } from '../../conversation/notice.ts';
import { type Changes, put } from '../../conversation/outcome.ts';
import { type Opened, one, sealedSome, some } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { Drawn } from '../../matching/question.ts';
import { unregistered } from '../../scheme/coordinators.ts';
import type { Run, RunPage } from '../../scheme/kinds.ts';
import { excludedAmong } from '../../scheme/sealed.ts';
import { gatherPlan, gatherTake } from './gather.ts';
import {
  type ChangeRow,
  helpersOf,
  type Layout,
  type LeftRow,
  layoutOf,
  type PairRow,
  peopleOn,
  reasonOf,
  rowsOn,
  whyOf,
} from './kept.ts';
import { coordinatorsIn, tidyOrder } from './orders.ts';
import { CHANGES_A_PAGE, isPair, LEFT_A_PAGE, PAIRS_A_PAGE, type PageKind, pageId, stemOf } from './pages.ts';
import { askFor, emptyPool } from './pool.ts';

/** What is written next: a page, or the run itself when all pages stand. */
type Place = { kind: PageKind; n: number } | { kind: 'run' };

function placeOf(layout: Layout, index: number): Place {
  if (index < layout.pages) return { kind: 'pairs', n: index };
  const left = index - layout.pages;
  if (left < layout.leftPages) return { kind: 'left', n: left };
  if (left - layout.leftPages < layout.changePages) return { kind: 'changes', n: left - layout.leftPages };
  return { kind: 'run' };
}

/**
 * Where writing goes on, as `<mark>:<index>`. After a crash the answer is worked out anew; if it is another one (people came
 * and went meanwhile), writing begins again, so that no preview is put together from two answers.
 */
function indexAfter(layout: Layout, after: string | undefined): number {
  const [mark, index = '0'] = (after ?? '').split(':');
  return mark === layout.mark ? Number(index) : 0;
}

const writePlan = (ids: Ids, after: string | undefined, drawn: Drawn | undefined) => {
  const layout = drawn && layoutOf(drawn);
  const place = layout && placeOf(layout, indexAfter(layout, after));
  const shown = layout && place && place.kind !== 'run' ? place : undefined;
  const people = layout && shown ? peopleOn(layout, shown.kind, shown.n).map(person => person.id) : [];
  const helpers = layout && shown?.kind === 'left' ? rowsOn(layout.left, shown.n, LEFT_A_PAGE).flatMap(helpersOf) : [];
  return {
    run: one('run', ids['run'] ?? ''),
    page: one('runpage', shown ? pageId(ids['run'] ?? '', ids['generation'] ?? '', shown.kind, shown.n) : ''),
    people: some('person', [...new Set([...people, ...helpers])]),
    lists: sealedSome('exclusions', [...new Set(people)]),
    coordinators: some('person', coordinatorsIn(ids)),
  };
};
type Writing = Turn<Opened<ReturnType<typeof writePlan>>>;

export const prepareJob = jobOf({
  name: 'match.prepare',
  gather: { plan: gatherPlan, start: emptyPool, take: (turn, _ids, pool) => gatherTake(turn, pool) },
  compute: askFor,
  write: {
    plan: writePlan,
    step: (turn: Writing, ids: Ids, drawn: Drawn, after) => {
      const { run } = turn.open;
      // Dropped, or being worked out anew by another job: this one has nothing left to do.
      if (run?.state !== 'preparing' || String(run.generation) !== ids['generation'])
        return { changes: {}, after: undefined };
      const layout = layoutOf(drawn);
      const index = indexAfter(layout, after);
      const place = placeOf(layout, index);
      if (place.kind === 'run') return { changes: readyRun(run, drawn, layout), after: undefined };
      const page = { pairs: pairsPage, left: leftPage, changes: changesPage }[place.kind](turn, run, layout, place.n);
      return { changes: { put: [put('runpage', page)] }, after: `${layout.mark}:${index + 1}` };
    },
  },
});

function readyRun(run: Run, { result, ranked, changes, call }: Drawn, layout: Layout): Changes {
  const ready: Run = {
    ...run,
    state: 'ready',
    stem: stemOf(run.id, run.generation),
    pairs: result.pairs.length,
    leftMentees: result.leftMentees.length,
    leftMentors: result.leftMentors.length,
    total: result.total,
    pages: layout.pages,
    leftPages: layout.leftPages,
    locks: run.locks.filter(([mentee, mentor]) =>
      result.pairs.some(pair => isPair(mentee, mentor)([pair.mentee, pair.mentor])),
    ),
    aside: result.locksSetAside.length,
    changed: false,
    fewest: false,
    usesRankings: ranked,
    call,
    changes: changes && {
      gain: changes.gain,
      lose: changes.lose,
      even: changes.even,
      pages: layout.changePages,
    },
  };
  return {
    put: [put('run', ready)],
    jobs: [tidyOrder(run.id, run.generation, layout)],
    history: [{ what: 'match.ready', about: [run.id] }],
  };
}

type Here = { name: (id: string) => string; closedTo: (...ids: string[]) => string[] };

/** Names, and which co-ordinators may not see a row: those it names, and those who stand on the list of somebody it names. */
function hereOf({ open, scheme }: Writing): Here {
  const { people, lists } = open;
  const coordinators = [...open.coordinators, ...unregistered(scheme)];
  return {
    name: id => people.find(person => person.id === id)?.name ?? '',
    closedTo: (...ids) => {
      const own = coordinators.map(person => person.id).filter(id => ids.includes(id));
      const listed = lists.filter(list => ids.includes(list.id)).flatMap(list => excludedAmong(list, coordinators));
      return [...new Set([...own, ...listed])];
    },
  };
}

function pairsPage(turn: Writing, run: Run, layout: Layout, n: number): RunPage {
  const here = hereOf(turn);
  const pairs = rowsOn(layout.pairs, n, PAIRS_A_PAGE).map(
    (pair): PairRow => ({
      mentee: pair.mentee,
      mentor: pair.mentor,
      menteeName: here.name(pair.mentee),
      mentorName: here.name(pair.mentor),
      score: pair.score,
      locked: pair.locked,
      why: whyOf(pair),
      closedTo: here.closedTo(pair.mentee, pair.mentor),
    }),
  );
  return { id: pageId(run.id, run.generation, 'pairs', n), run: run.id, pairs, left: [], closedTo: [] };
}

function leftPage(turn: Writing, run: Run, layout: Layout, n: number): RunPage {
  const here = hereOf(turn);
  const left = rowsOn(layout.left, n, LEFT_A_PAGE).map(
    (one): LeftRow => ({
      person: one.left.id,
      role: one.role,
      name: here.name(one.left.id),
      reason: reasonOf(one),
      helpers: helpersOf(one).map(person => ({ person, name: here.name(person) })),
      closedTo: here.closedTo(one.left.id),
    }),
  );
  return { id: pageId(run.id, run.generation, 'left', n), run: run.id, pairs: [], left, closedTo: [] };
}

function changesPage(turn: Writing, run: Run, layout: Layout, n: number): RunPage {
  const here = hereOf(turn);
  const named = (ids: readonly string[]) => ids.map(person => ({ person, name: here.name(person) }));
  const changes = rowsOn(layout.changes, n, CHANGES_A_PAGE).map(
    (one): ChangeRow => ({
      person: one.mentee,
      name: here.name(one.mentee),
      turn: one.turn,
      before: named(one.before.mentors),
      after: named(one.after.mentors),
      closedTo: here.closedTo(one.mentee, ...one.before.mentors, ...one.after.mentors),
    }),
  );
  return { id: pageId(run.id, run.generation, 'changes', n), run: run.id, pairs: [], left: [], changes, closedTo: [] };
}
