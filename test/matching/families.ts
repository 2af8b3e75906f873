// Seeded instances for the tests: the small ones fast-check shrinks, and the larger families whose difficulty differs.
import fc from 'fast-check';
import type { Instance } from '../../src/matching/format.ts';

/** A small random stream from a seed, the same on every machine. */
export function stream(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export type Family = 'profile' | 'uniform' | 'common value' | 'product';

/** A dense instance of a family; mentors have 1 to `most` places, `wantTwo` of the mentees (a share) want two mentors. */
export function familyOf(
  family: Family,
  mentees: number,
  mentors: number,
  options: { seed: number; most?: number; wantTwo?: number },
): Instance {
  const next = stream(options.seed);
  const whole = (below: number): number => Math.floor(next() * below);
  const worth = Array.from({ length: mentors }, () => whole(900_000));
  const need = Array.from({ length: mentees }, () => whole(1000));
  const score = (i: number, j: number): number => {
    if (family === 'uniform') return whole(1_000_001);
    if (family === 'profile') return 5 * whole(10) + 15 * whole(2) + 10 * whole(2) + 10 * whole(2);
    if (family === 'common value') return worth[j]! + whole(100_000);
    return need[i]! * Math.floor(worth[j]! / 900);
  };
  return {
    format: 'mentor-match/1',
    name: family,
    seed: options.seed,
    mentees: Array.from({ length: mentees }, (_, i) => ({
      id: `e${i}`,
      wants: next() < (options.wantTwo ?? 0) ? 2 : 1,
    })),
    mentors: Array.from({ length: mentors }, (_, j) => ({ id: `o${j}`, capacity: 1 + whole(options.most ?? 5) })),
    scores: { kind: 'dense', rows: need.map((_, i) => worth.map((__, j) => score(i, j))) },
    exclusions: [],
    locks: [],
  };
}

const index = (list: readonly { id: string }[], at: number): string => list[at % list.length]!.id;

/** Small instances full of ties, with everything the format allows; locks that could not be kept are left out. */
export const smallInstance: fc.Arbitrary<Instance> = fc
  .record({
    wants: fc.array(fc.constantFrom(1 as const, 1 as const, 2 as const), { maxLength: 6 }),
    capacity: fc.array(fc.nat({ max: 3 }), { maxLength: 5 }),
    rows: fc.array(
      fc.array(fc.option(fc.oneof(fc.nat({ max: 4 }), fc.nat({ max: 100 }), fc.constant(1_000_000)), { freq: 4 }), {
        minLength: 5,
        maxLength: 5,
      }),
      { minLength: 6, maxLength: 6 },
    ),
    exclusions: fc.array(fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 9 })), { maxLength: 3 }),
    locks: fc.array(fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 9 })), { maxLength: 3 }),
    minScore: fc.option(fc.constantFrom(1, 2, 50), { nil: undefined, freq: 2 }),
    sparse: fc.boolean(),
  })
  .map(({ wants, capacity, rows, exclusions, locks, minScore, sparse }): Instance => {
    const mentees = wants.map((one, i) => ({ id: `e${(i * 7) % 10}`, wants: one }));
    const mentors = capacity.map((one, j) => ({ id: `o${(j * 3) % 10}`, capacity: one }));
    const dense = mentees.map((_, i) => mentors.map((__, j) => rows[i]![j]!));
    const some = mentees.length > 0 && mentors.length > 0;
    const barred = (some ? exclusions : []).map(([i, j]) => ({
      mentee: index(mentees, i),
      mentor: index(mentors, j),
      reason: 'asked for',
    }));
    const [left, free] = [wants.map(Number), [...capacity]];
    const kept = (some ? locks : []).flatMap(([a, b], at, all) => {
      const [i, j] = [a % mentees.length, b % mentors.length];
      const twice = all.slice(0, at).some(([c, d]) => c % mentees.length === i && d % mentors.length === j);
      const lock = { mentee: mentees[i]!.id, mentor: mentors[j]!.id };
      if (
        twice ||
        dense[i]![j] === null ||
        barred.some(one => one.mentee === lock.mentee && one.mentor === lock.mentor)
      )
        return [];
      if (left[i] === 0 || free[j] === 0) return [];
      left[i]!--;
      free[j]!--;
      return [lock];
    });
    return {
      format: 'mentor-match/1',
      name: 'small',
      seed: 1,
      mentees,
      mentors,
      scores: sparse
        ? {
            kind: 'sparse',
            rows: dense.map(row => row.flatMap((score, j) => (score === null ? [] : [[j, score] as const]))),
          }
        : { kind: 'dense', rows: dense },
      exclusions: barred,
      locks: kept,
      ...(minScore === undefined ? {} : { minScore }),
    };
  });

type Tiers = readonly (readonly string[])[];

/** Some of the ids in an order of their own; `equal` is the chance that two neighbours are held equal. */
function listFrom(ids: readonly string[], next: () => number, share: number, equal: number): Tiers {
  const tiers: string[][] = [];
  for (const id of mixed(
    ids.filter(() => next() < share),
    next,
  )) {
    const last = tiers.at(-1);
    if (last !== undefined && next() < equal) last.push(id);
    else tiers.push([id]);
  }
  return tiers;
}

/** The instance with lists on both sides and a draft that need not be possible any more. */
export function withWishes(instance: Instance, seed: number, share: number, equal: number): Instance {
  const next = stream(seed);
  const [mentees, mentors] = [instance.mentees.map(one => one.id), instance.mentors.map(one => one.id)];
  return {
    ...instance,
    menteePrefs: mentees.map(() => listFrom(mentors, next, share, equal)),
    mentorPrefs: mentors.map(() => listFrom(mentees, next, share, equal)),
    draft: mentees.flatMap(mentee =>
      mentors.filter(() => next() < 1.2 / mentors.length).map(mentor => [mentee, mentor] as const),
    ),
  };
}

/** Small instances with lists, short and long, strict and full of equals, and a draft. */
export const smallWithWishes: fc.Arbitrary<Instance> = fc
  .tuple(smallInstance, fc.nat(), fc.constantFrom(0.5, 0.8, 1), fc.constantFrom(0, 0.3, 0.7))
  .map(([instance, seed, share, equal]) => withWishes(instance, seed, share, equal));

function mixed<T>(list: readonly T[], next: () => number): T[] {
  return list
    .map(one => ({ one, at: next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}

/** The same instance with its people, rows and lists in another order; people held equal too. */
export function shuffled(instance: Instance, seed: number): Instance {
  const next = stream(seed);
  const mix = <T>(list: readonly T[]): T[] => mixed(list, next);
  const lists = (prefs: readonly Tiers[], order: readonly number[]): Tiers[] =>
    order.map(at => prefs[at]!.map(tier => mix(tier)));
  const [rows, columns] = [mix(instance.mentees.map((_, i) => i)), mix(instance.mentors.map((_, j) => j))];
  const to = new Map(columns.map((from, at) => [from, at]));
  const { scores } = instance;
  return {
    ...instance,
    mentees: rows.map(i => instance.mentees[i]!),
    mentors: columns.map(j => instance.mentors[j]!),
    scores:
      scores.kind === 'dense'
        ? { kind: 'dense', rows: rows.map(i => columns.map(j => scores.rows[i]![j]!)) }
        : {
            kind: 'sparse',
            rows: rows.map(i => mix(scores.rows[i]!.map(([j, score]) => [to.get(j)!, score] as const))),
          },
    exclusions: mix(instance.exclusions),
    locks: mix(instance.locks),
    ...(instance.menteePrefs && { menteePrefs: lists(instance.menteePrefs, rows) }),
    ...(instance.mentorPrefs && { mentorPrefs: lists(instance.mentorPrefs, columns) }),
    ...(instance.draft && { draft: mix(instance.draft) }),
  };
}
