// What people would like help with: the choices there are, how an answer is kept so that nobody is told who gave it, and what is told of the totals. Pure.
import type { Scheme, SupportWish } from './kinds.ts';
import { FEWEST_ANSWERS, type Sealed, wishedBy } from './sealed.ts';

type Option = { key: string; label: string };

/** Skills of mentoring itself; a session can be about one of them like about any topic of the scheme. */
export const skills: readonly Option[] = [
  { key: 'skill-listening', label: 'Listening and asking questions' },
  { key: 'skill-feedback', label: 'Giving and taking feedback' },
  { key: 'skill-objectives', label: 'Setting objectives' },
  { key: 'skill-motivating', label: 'Encouraging and motivating' },
  { key: 'skill-boundaries', label: 'Boundaries and confidentiality' },
  { key: 'skill-difficult', label: 'Difficult conversations' },
  { key: 'skill-signposting', label: 'Knowing where to send somebody for help' },
  { key: 'skill-meetings', label: 'Planning and keeping meetings' },
  { key: 'skill-ending', label: 'Ending well' },
];

/** Everything people can ask for: the scheme's topics and the skills. */
export function supportOptions({ topics }: Pick<Scheme, 'topics'>): Option[] {
  return [...topics, ...skills];
}

/** The name under which it is counted how many would like help with each topic. */
export const SUPPORT = 'support';

/** From so many who ask, a topic is named; it is counted from five on (design: burden; R55). */
const FEWEST_NAMED = 2;

export type Count = { name: string; field: string; by: number };

/**
 * Somebody's wishes as they are now (or, with no topics, none), and what that changes of the totals. It never tells what stood there
 * before.
 */
export function asking(
  before: Sealed<'supportwish'> | undefined,
  person: string,
  topics: readonly string[],
): { wish: SupportWish; count: Count[] } {
  const now = [...new Set(topics)];
  const then = wishedBy(before, person);
  const count = [
    ...now.filter(key => !then.includes(key)).map(field => ({ name: SUPPORT, field, by: 1 })),
    ...then.filter(key => !now.includes(key)).map(field => ({ name: SUPPORT, field, by: -1 })),
  ];
  return { wish: { id: person, person, topics: now }, count };
}

/** The topics people ask for, most wanted first: with a number from five on, by name from two on, not at all below. */
export function askedFor(
  counted: Readonly<Record<string, number>>,
  scheme: Pick<Scheme, 'topics'>,
): (Option & { count?: number })[] {
  return supportOptions(scheme)
    .map(option => ({ option, n: counted[option.key] ?? 0 }))
    .filter(({ n }) => n >= FEWEST_NAMED)
    .sort((a, b) => Math.max(b.n, FEWEST_ANSWERS - 1) - Math.max(a.n, FEWEST_ANSWERS - 1))
    .map(({ option, n }) => (n >= FEWEST_ANSWERS ? { ...option, count: n } : option));
}
