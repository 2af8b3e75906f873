// A match input in canonical order: people numbered, exclusions and removals looked up, locks sorted into kept and set aside.
import type { IdPair, LockSetAside, MatchInput } from './draw.ts';
import { byId, inOrder, positions } from './order.ts';
import { type Block, blocksOf, type Mentee, type Mentor } from './score.ts';

export type Pool = {
  readonly mentees: readonly Mentee[];
  readonly mentors: readonly Mentor[];
  readonly menteeAt: ReadonlyMap<string, number>;
  readonly mentorAt: ReadonlyMap<string, number>;
  readonly locks: readonly { readonly mentee: number; readonly mentor: number }[];
  readonly locksSetAside: readonly LockSetAside[];
  /** Everything that stands in the way of a pair, hardest first. */
  readonly blocks: (mentee: number, mentor: number) => Block[];
  readonly excluded: ReadonlySet<number>;
  readonly removed: ReadonlySet<number>;
  /** The number of a pair in `excluded` and `removed`. */
  readonly pairAt: (mentee: number, mentor: number) => number;
};

/** Puts an input in order. Throws when an id stands twice on one side. */
export function poolOf(input: MatchInput): Pool {
  const mentees = inOrder(input.mentees);
  const mentors = inOrder(input.mentors).filter(one => one.capacity > 0);
  const [menteeAt, mentorAt] = [positions(mentees), positions(mentors)];
  const pairAt = (mentee: number, mentor: number): number => mentee * mentors.length + mentor;
  const known = (pairs: readonly IdPair[]): Set<number> => {
    const found = new Set<number>();
    for (const [mentee, mentor] of pairs) {
      const [i, j] = [menteeAt.get(mentee), mentorAt.get(mentor)];
      if (i !== undefined && j !== undefined) found.add(pairAt(i, j));
    }
    return found;
  };
  const [excluded, removed] = [known(input.excluded), known(input.removed)];
  mentees.forEach(({ id }, i) => {
    // Nobody is their own mentor, though one person may be both (R10).
    if (mentorAt.has(id)) excluded.add(pairAt(i, mentorAt.get(id)!));
  });
  const blocks = (i: number, j: number): Block[] =>
    blocksOf(mentees[i]!, mentors[j]!, {
      excluded: excluded.has(pairAt(i, j)),
      removed: removed.has(pairAt(i, j)),
      minScore: input.minScore ?? null,
      ...(input.weights === undefined ? {} : { weights: input.weights }),
    });
  const base = { mentees, mentors, menteeAt, mentorAt, blocks, excluded, removed, pairAt };
  return { ...base, ...sortLocks(input.locks, base) };
}

function sortLocks(
  locks: readonly IdPair[],
  { mentees, mentors, menteeAt, mentorAt, excluded, pairAt }: Omit<Pool, 'locks' | 'locksSetAside'>,
): Pick<Pool, 'locks' | 'locksSetAside'> {
  const kept: Pool['locks'][number][] = [];
  const aside: LockSetAside[] = [];
  const wants = mentees.map(one => one.wants as number);
  const places = mentors.map(one => one.capacity);
  const seen = new Set<number>();
  for (const [mentee, mentor] of [...locks].sort((a, b) => byId(a[0], b[0]) || byId(a[1], b[1]))) {
    const [i, j] = [menteeAt.get(mentee) ?? -1, mentorAt.get(mentor) ?? -1];
    if (i >= 0 && j >= 0 && seen.has(pairAt(i, j))) continue;
    const why =
      i < 0 || j < 0
        ? 'unknown'
        : excluded.has(pairAt(i, j))
          ? 'excluded'
          : wants[i] === 0
            ? 'wants'
            : places[j] === 0
              ? 'places'
              : null;
    if (why !== null) {
      aside.push({ mentee, mentor, why });
      continue;
    }
    seen.add(pairAt(i, j));
    wants[i]!--;
    places[j]!--;
    kept.push({ mentee: i, mentor: j });
  }
  return { locks: kept, locksSetAside: aside };
}
