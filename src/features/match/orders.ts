// The jobs that this room orders, and what they are told. What each does is in prepare.ts, release.ts and tidy.ts.
import type { Ids } from '../../conversation/notice.ts';
import type { JobOrder } from '../../conversation/outcome.ts';
import type { Scheme } from '../../scheme/kinds.ts';

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

/** Takes away pages that are no longer shown: all of the generation before, and those of this one beyond the given numbers. */
export function tidyOrder(run: string, generation: number, pages: number, leftPages: number): JobOrder {
  return {
    job: 'match.tidy',
    ids: { run, generation: String(generation), pages: String(pages), left: String(leftPages) },
    id: `match.tidy:${run}:${generation}`,
  };
}

/** Takes away all pages of a run that was dropped. */
export function clearOrder(run: string, generation: number): JobOrder {
  return { ...tidyOrder(run, generation, 0, 0), id: `match.tidy:${run}:all` };
}
