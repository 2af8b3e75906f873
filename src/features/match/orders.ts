// The jobs that this room orders, and what they are told. What each does is in prepare.ts, release.ts and tidy.ts.
import type { Ids } from '../../conversation/notice.ts';
import type { JobOrder } from '../../conversation/outcome.ts';
import type { Run, Scheme } from '../../scheme/kinds.ts';
import { pairKey } from './pages.ts';

/** The persons behind the co-ordinators' accounts, as one text: a job's plan cannot look into the scheme. */
export const coordinatorsOf = (scheme: Scheme): string =>
  [...new Set(Object.values(scheme.coordinatorPersons))].join(' ');
export const coordinatorsIn = (ids: Ids): string[] => (ids['coordinators'] ?? '').split(' ').filter(Boolean);

export function prepareOrder(run: string, generation: number, scheme: Scheme): JobOrder {
  return {
    job: 'match.prepare',
    ids: { run, generation: String(generation), coordinators: coordinatorsOf(scheme) },
    id: `match.prepare:${run}:${generation}`,
  };
}

export function releaseOrder(run: string, generation: number, scheme: Scheme): JobOrder {
  return {
    job: 'match.release',
    ids: { run, generation: String(generation), coordinators: coordinatorsOf(scheme) },
    id: `match.release:${run}`,
  };
}

/** Asks some pairs of a page now; each order is one of its own, however often a page is asked in parts. */
export function stageOrder(
  run: Run,
  page: number,
  rows: readonly { mentee: string; mentor: string }[],
  scheme: Scheme,
  id: string,
): JobOrder {
  return {
    job: 'match.stage',
    ids: {
      run: run.id,
      generation: String(run.generation),
      page: String(page),
      only: rows.map(({ mentee, mentor }) => pairKey(mentee, mentor)).join(','),
      coordinators: coordinatorsOf(scheme),
    },
    id: `match.stage:${id}`,
  };
}
export const onlyIn = (ids: Ids): string[] => (ids['only'] ?? '').split(',').filter(Boolean);

/** Asks the matching about two people; what it is asked about stands in the ids. */
export function whyOrder(run: Run, two: { mentee: string; mentor: string }, scheme: Scheme, id: string): JobOrder {
  const ids = { run: run.id, generation: String(run.generation), ...two, coordinators: coordinatorsOf(scheme) };
  return { job: 'match.why', ids, id: `match.why:${id}` };
}

/** Takes away pages that are no longer shown: all of the generation before, and those of this one beyond the given numbers. */
export function tidyOrder(
  run: string,
  generation: number,
  keep: { pages: number; leftPages: number; changePages: number },
): JobOrder {
  const { pages, leftPages, changePages } = keep;
  return {
    job: 'match.tidy',
    ids: {
      run,
      generation: String(generation),
      pages: String(pages),
      left: String(leftPages),
      changes: String(changePages),
    },
    id: `match.tidy:${run}:${generation}`,
  };
}

/** Takes away all pages of a run that was dropped. */
export function clearOrder(run: string, generation: number): JobOrder {
  const nothing = { pages: 0, leftPages: 0, changePages: 0 };
  return { ...tidyOrder(run, generation, nothing), id: `match.tidy:${run}:all` };
}
