// The best a small instance allows, by trying every choice of every mentee (remembering what is best from each state of the places on).
import { pairsOf } from './checker.ts';

/** What a draw adds up to, locks included: who has a mentor, pairs, score, who of `waited` has one, draft pairs kept, pairs by rank. */
export type Worth = Readonly<
  Record<'matched' | 'pairs' | 'total' | 'waited' | 'kept' | 'first' | 'second' | 'third' | 'other', number>
>;

const NONE: Worth = { matched: 0, pairs: 0, total: 0, waited: 0, kept: 0, first: 0, second: 0, third: 0, other: 0 };

const WHAT = Object.keys(NONE) as (keyof Worth)[];

const plus = (a: Worth, b: Partial<Worth>): Worth => {
  const sum = { ...a };
  for (const what of WHAT) sum[what] += b[what] ?? 0;
  return sum;
};

/** What counts first, then next, and so on; the total and those who waited decide last. */
export const ORDER = {
  'most-matched': ['matched', 'pairs', 'total', 'waited'],
  'max-score': ['total', 'matched', 'pairs', 'waited'],
  'first-choices': ['first', 'second', 'third', 'other', 'total', 'matched', 'pairs', 'waited'],
  'keep-draft': ['matched', 'pairs', 'kept', 'total', 'waited'],
} as const satisfies Record<string, readonly (keyof Worth)[]>;

type Instance = Parameters<typeof pairsOf>[0];

/** What one pair brings by itself. */
function makePairWorth(instance: Instance): (mentee: string, mentor: string) => Partial<Worth> {
  const { all } = pairsOf(instance, 'most-matched');
  const draft = new Set((instance.draft ?? []).map(pair => JSON.stringify(pair)));
  const lists = new Map(instance.mentees.map((one, i) => [one.id, instance.menteePrefs?.[i] ?? []]));
  return (mentee, mentor) => {
    const rank = lists.get(mentee)!.findIndex(tier => tier.includes(mentor));
    const choice = rank < 0 ? {} : { [(['first', 'second', 'third'] as const)[rank] ?? 'other']: 1 };
    const kept = draft.has(JSON.stringify([mentee, mentor])) ? 1 : 0;
    return { pairs: 1, total: all.get(mentee)!.get(mentor)!, kept, ...choice };
  };
}

/** What the pairs of a draw add up to. */
export function worthOf(
  instance: Instance,
  pairs: readonly (readonly [string, string])[],
  waited: ReadonlySet<string> = new Set(),
): Worth {
  const pairWorth = makePairWorth(instance);
  const served = new Set(pairs.map(([mentee]) => mentee));
  const people = { ...NONE, matched: served.size, waited: [...served].filter(id => waited.has(id)).length };
  return pairs.reduce((sum, [mentee, mentor]) => plus(sum, pairWorth(mentee, mentor)), people);
}

/** The best worth in the order of the objective. */
export function bestWorth(
  instance: Instance,
  objective: keyof typeof ORDER,
  waited: ReadonlySet<string> = new Set(),
): Worth {
  const { allowed } = pairsOf(instance, objective);
  const pairWorth = makePairWorth(instance);
  const places = new Map(instance.mentors.map(one => [one.id, one.capacity]));
  const left = new Map(instance.mentees.map(one => [one.id, one.wants]));
  const withOne = new Set(instance.locks.map(one => one.mentee));
  for (const { mentee, mentor } of instance.locks) {
    places.set(mentor, places.get(mentor)! - 1);
    left.set(mentee, left.get(mentee)! - 1);
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
    const mine = [...allowed.get(mentee.id)!.keys()];
    const choices = [
      ...mine.map(one => [one]),
      ...(left.get(mentee.id)! > 1 ? mine.flatMap((a, i) => mine.slice(i + 1).map(b => [a, b])) : []),
    ];
    for (const chosen of left.get(mentee.id)! > 0 ? choices : []) {
      if (chosen.some(mentor => places.get(mentor)! < 1)) continue;
      for (const mentor of chosen) places.set(mentor, places.get(mentor)! - 1);
      const fresh = withOne.has(mentee.id) ? 0 : 1;
      const own = { matched: fresh, waited: fresh === 1 && waited.has(mentee.id) ? 1 : 0 };
      const whole = chosen.reduce((sum, mentor) => plus(sum, pairWorth(mentee.id, mentor)), plus(from(at + 1), own));
      if (better(whole, best)) best = whole;
      for (const mentor of chosen) places.set(mentor, places.get(mentor)! + 1);
    }
    known.set(state, best);
    return best;
  };
  const locked = worthOf(
    instance,
    instance.locks.map(one => [one.mentee, one.mentor] as const),
    waited,
  );
  return plus(from(0), locked);
}

/** Fair-floor by its words: as many people and pairs as ever, no pair below the highest score for which that can be, then the total. */
export function bestFair(instance: Instance, waited: ReadonlySet<string> = new Set()): Worth {
  const { allowed } = pairsOf(instance, 'fair-floor');
  const most = bestWorth(instance, 'most-matched', waited);
  const scores = [...new Set([...allowed.values()].flatMap(mine => [...mine.values()]))].sort((a, b) => b - a);
  for (const minScore of scores) {
    const fair = bestWorth({ ...instance, minScore }, 'most-matched', waited);
    if (fair.matched === most.matched && fair.pairs === most.pairs) return fair;
  }
  return most;
}
