// The best a small instance allows, by trying every choice of every mentee (remembering what is best from each state of the places on).
import { pairsOf } from './checker.ts';

/** Mentees with a mentor, pairs, total score (locks included), and how many of `waited` have a mentor. */
export type Worth = {
  readonly matched: number;
  readonly pairs: number;
  readonly total: number;
  readonly waited: number;
};

const NONE: Worth = { matched: 0, pairs: 0, total: 0, waited: 0 };

const plus = (a: Worth, b: Worth): Worth => ({
  matched: a.matched + b.matched,
  pairs: a.pairs + b.pairs,
  total: a.total + b.total,
  waited: a.waited + b.waited,
});

const ORDER = {
  'most-matched': ['matched', 'pairs', 'total', 'waited'],
  'max-score': ['total', 'matched', 'pairs', 'waited'],
} as const;

/** The best worth in the order of the objective, those who waited before counting last. */
export function bestWorth(
  instance: Parameters<typeof pairsOf>[0],
  objective: keyof typeof ORDER,
  waited: ReadonlySet<string> = new Set(),
): Worth {
  const { all, usable } = pairsOf(instance);
  const places = new Map(instance.mentors.map(one => [one.id, one.capacity]));
  const left = new Map(instance.mentees.map(one => [one.id, one.wants]));
  let locked = NONE;
  const withOne = new Set<string>();
  for (const { mentee, mentor } of instance.locks) {
    const fresh = withOne.has(mentee) ? 0 : 1;
    withOne.add(mentee);
    places.set(mentor, places.get(mentor)! - 1);
    left.set(mentee, left.get(mentee)! - 1);
    const waitedToo = fresh === 1 && waited.has(mentee) ? 1 : 0;
    locked = plus(locked, { matched: fresh, pairs: 1, total: all.get(mentee)!.get(mentor)!, waited: waitedToo });
  }
  const better = (a: Worth, b: Worth): boolean => {
    for (const what of ORDER[objective]) if (a[what] !== b[what]) return a[what] > b[what];
    return false;
  };
  const known = new Map<string, Worth>();
  const from = (at: number): Worth => {
    const mentee = instance.mentees[at];
    if (mentee === undefined) return NONE;
    const state = `${at} ${[...places.values()].join()}`;
    const before = known.get(state);
    if (before !== undefined) return before;
    let best = from(at + 1);
    const mine = [...usable.get(mentee.id)!];
    const choices = [
      ...mine.map(one => [one]),
      ...(left.get(mentee.id)! > 1 ? mine.flatMap((a, i) => mine.slice(i + 1).map(b => [a, b])) : []),
    ];
    for (const chosen of left.get(mentee.id)! > 0 ? choices : []) {
      if (chosen.some(([mentor]) => places.get(mentor)! < 1)) continue;
      for (const [mentor] of chosen) places.set(mentor, places.get(mentor)! - 1);
      const fresh = withOne.has(mentee.id) ? 0 : 1;
      const own = {
        matched: fresh,
        pairs: chosen.length,
        total: chosen.reduce((sum, [, score]) => sum + score, 0),
        waited: fresh === 1 && waited.has(mentee.id) ? 1 : 0,
      };
      const whole = plus(own, from(at + 1));
      if (better(whole, best)) best = whole;
      for (const [mentor] of chosen) places.set(mentor, places.get(mentor)! + 1);
    }
    known.set(state, best);
    return best;
  };
  return plus(locked, from(0));
}
