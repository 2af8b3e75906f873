// How the pairs and the people left over of a run are parted into pages, and how pages are named. No rule of matching.

/** Pairs on one page: few enough that releasing a page touches fewer than 200 records. */
export const PAIRS_A_PAGE = 25;
export const LEFT_A_PAGE = 40;
export const CHANGES_A_PAGE = 30;

export type PageKind = 'pairs' | 'left' | 'changes';

/** What the ids of a run's pages begin with. */
export const stemOf = (run: string, generation: number | string): string => `${run}-${generation}`;
export const pageId = (run: string, generation: number | string, kind: PageKind, n: number): string =>
  `${stemOf(run, generation)}-${kind}-${n}`;

/** How many pages so many rows need. */
export const pagesFor = (rows: number, each: number): number => Math.ceil(rows / each);

/** The number of a page as it came in an id: forged or missing ones are the first. */
export function pageNumber(raw: string | undefined): number {
  return raw !== undefined && /^\d{1,6}$/.test(raw) ? Number(raw) : 0;
}

/** How a line to a pair, or a choice about it, is filed in a run. */
export const pairKey = (mentee: string, mentor: string): string => `${mentee} ${mentor}`;

export const isPair = (mentee: string, mentor: string) => (pair: readonly [string, string]) =>
  pair[0] === mentee && pair[1] === mentor;
