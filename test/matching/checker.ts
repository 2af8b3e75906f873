// An independent judge of a result: knows the file formats and nothing of the solver. Returns every fault it finds.
type Score = number | null;
type Instance = {
  mentees: readonly { id: string; wants: number }[];
  mentors: readonly { id: string; capacity: number }[];
  scores:
    | { kind: 'dense'; rows: readonly (readonly Score[])[] }
    | { kind: 'sparse'; rows: readonly (readonly (readonly [number, number])[])[] };
  exclusions: readonly { mentee: string; mentor: string }[];
  locks: readonly { mentee: string; mentor: string }[];
  minScore?: number;
  menteePrefs?: readonly (readonly (readonly string[])[])[];
  mentorPrefs?: readonly (readonly (readonly string[])[])[];
  draft?: readonly (readonly [string, string])[];
};
type Result = {
  objective: string;
  pairs: readonly (readonly [string, string])[];
  unmatched: readonly {
    id: string;
    reason: string;
    group?: { mentees: readonly string[]; mentors: readonly string[] };
  }[];
  total: number;
  matched: number;
  certificate?: {
    first: number;
    again: number;
    mentee: Readonly<Record<string, number>>;
    mentor: Readonly<Record<string, number>>;
  };
};

const key = (mentee: string, mentor: string): string => `${mentee.length}:${mentee}${mentor}`;

/** The tier in which a list holds somebody, -1 when it does not. */
export const tierIn = (list: readonly (readonly string[])[] | undefined, id: string): number =>
  (list ?? []).findIndex(tier => tier.includes(id));

/** Whether the lists that count under an objective allow a pair. */
function listed(instance: Instance, objective: string, i: number, mentor: string): boolean {
  if (objective !== 'stable' && objective !== 'first-choices') return true;
  if (tierIn(instance.menteePrefs?.[i], mentor) < 0) return false;
  const j = instance.mentors.findIndex(one => one.id === mentor);
  return objective === 'first-choices' || tierIn(instance.mentorPrefs?.[j], instance.mentees[i]!.id) >= 0;
}

/** Scores of all pairs of the file, of those that are eligible, and of those among which the objective chooses. */
export function pairsOf(instance: Instance, objective: string) {
  const all = new Map<string, Map<string, number>>();
  const usable = new Map<string, Map<string, number>>();
  const barred = new Set([...instance.exclusions, ...instance.locks].map(one => key(one.mentee, one.mentor)));
  instance.mentees.forEach((mentee, i) => {
    const mine = new Map<string, number>();
    if (instance.scores.kind === 'dense') {
      instance.scores.rows[i]!.forEach((score, j) => {
        if (score !== null) mine.set(instance.mentors[j]!.id, score);
      });
    } else for (const [j, score] of instance.scores.rows[i]!) mine.set(instance.mentors[j]!.id, score);
    all.set(mentee.id, mine);
    const least = instance.minScore ?? Number.NEGATIVE_INFINITY;
    usable.set(
      mentee.id,
      new Map([...mine].filter(([mentor, score]) => score >= least && !barred.has(key(mentee.id, mentor)))),
    );
  });
  const allowed = new Map(
    instance.mentees.map(({ id }, i) => [
      id,
      new Map([...usable.get(id)!].filter(([mentor]) => listed(instance, objective, i, mentor))),
    ]),
  );
  return { all, usable, allowed };
}

const tally = (ids: Iterable<string>): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
};

function feasibility(instance: Instance, result: Result, pairs: ReturnType<typeof pairsOf>): string[] {
  const faults: string[] = [];
  const drawn = new Set(result.pairs.map(([a, b]) => key(a, b)));
  const locked = new Set(instance.locks.map(one => key(one.mentee, one.mentor)));
  if (drawn.size !== result.pairs.length) faults.push('a pair stands twice');
  for (const lock of locked) if (!drawn.has(lock)) faults.push(`the lock ${lock} was not kept`);
  for (const [mentee, mentor] of result.pairs) {
    if (!locked.has(key(mentee, mentor)) && !pairs.allowed.get(mentee)?.has(mentor))
      faults.push(`${mentee} and ${mentor} may not be drawn`);
  }
  const has = tally(result.pairs.map(([mentee]) => mentee));
  const used = tally(result.pairs.map(([, mentor]) => mentor));
  for (const { id, wants } of instance.mentees) if ((has.get(id) ?? 0) > wants) faults.push(`${id} has too many`);
  for (const { id, capacity } of instance.mentors)
    if ((used.get(id) ?? 0) > capacity) faults.push(`${id} is over capacity`);
  const total = result.pairs.reduce(
    (sum, [mentee, mentor]) => sum + (pairs.all.get(mentee)?.get(mentor) ?? Number.NaN),
    0,
  );
  if (total !== result.total) faults.push(`total is ${total}, not ${result.total}`);
  if (has.size !== result.matched) faults.push(`matched is ${has.size}, not ${result.matched}`);
  const missing = instance.mentees.filter(one => !has.has(one.id)).map(one => one.id);
  if (
    missing.sort().join() !==
    result.unmatched
      .map(one => one.id)
      .sort()
      .join()
  )
    faults.push('the unmatched are not those without a mentor');
  return faults;
}

function certificate(instance: Instance, result: Result, { usable, all }: ReturnType<typeof pairsOf>): string[] {
  const faults: string[] = [];
  const required = ['most-matched', 'max-score'].includes(result.objective);
  if (required !== (result.certificate !== undefined)) faults.push('a certificate is missing, or says too much');
  if (result.certificate === undefined) return faults;
  const { first, again, mentee: p, mentor: v } = result.certificate;
  const locked = new Set(instance.locks.map(one => key(one.mentee, one.mentor)));
  const lockedMentees = tally(instance.locks.map(one => one.mentee));
  const lockedMentors = tally(instance.locks.map(one => one.mentor));
  let [bound, value, most, wanted, places] = [0, 0, 0, 0, 0];
  const exact = (what: string, n: number | undefined): number => {
    if (!Number.isSafeInteger(n) || Object.is(n, -0)) faults.push(`${what} is no exact whole number: ${n}`);
    return n ?? Number.NaN;
  };
  for (const { id, capacity } of instance.mentors) {
    const free = capacity - (lockedMentors.get(id) ?? 0);
    const price = exact(id, v[id]);
    if (price < 0) faults.push(`${id} has a price below 0`);
    places += free;
    bound += free === 0 ? 0 : free * price;
  }
  for (const { id, wants } of instance.mentees) {
    const had = lockedMentees.get(id) ?? 0;
    const left = wants - had;
    const price = exact(id, p[id]);
    const has = result.pairs.filter(([a, b]) => a === id && !locked.has(key(a, b)));
    wanted += left;
    for (let k = 0; k < left; k++) {
      const worth = k === 0 && had === 0 ? first : again;
      bound += Math.max(0, worth - price);
      if (k < has.length) value += worth;
    }
    for (const [, mentor] of has) value += all.get(id)!.get(mentor)!;
    for (const [mentor, score] of usable.get(id)!) {
      most = Math.max(most, score);
      bound += Math.max(0, score + price - v[mentor]!);
    }
  }
  exact('the value', value);
  if (exact('the bound', bound) !== value) faults.push(`the prices allow ${bound}, reached is ${value}`);
  // One exchange meets a person once: it gives up at most this many pairs, and gains or loses one person and one pair at most.
  const steps = Math.min(instance.mentees.length, instance.mentors.length, wanted, places);
  if (result.objective === 'max-score' && (first !== 0 || again !== 0)) faults.push('max-score knows no weights');
  if (result.objective === 'most-matched' && (again <= steps * most || first - again <= steps * most))
    faults.push('the weights are too small');
  return faults;
}

function reasons(instance: Instance, result: Result, { usable, allowed }: ReturnType<typeof pairsOf>): string[] {
  const faults: string[] = [];
  const peopleFirst = ['most-matched', 'fair-floor', 'keep-draft'].includes(result.objective);
  const ranked = ['stable', 'first-choices'].includes(result.objective);
  const used = tally(result.pairs.map(([, mentor]) => mentor));
  const capacity = new Map(instance.mentors.map(one => [one.id, one.capacity]));
  const free = (mentor: string): boolean => (used.get(mentor) ?? 0) < capacity.get(mentor)!;
  const locked = new Set(instance.locks.map(one => key(one.mentee, one.mentor)));
  const lockedMentors = tally(instance.locks.map(one => one.mentor));
  const lockedMentees = new Set(instance.locks.map(one => one.mentee));
  const chainToFree = (from: string): boolean => {
    if (result.objective === 'stable') return false;
    const seen = new Set(allowed.get(from)!.keys());
    for (const mentor of seen) {
      if (free(mentor)) return true;
      for (const [a, b] of result.pairs)
        if (b === mentor && !locked.has(key(a, b))) for (const next of allowed.get(a)!.keys()) seen.add(next);
    }
    return false;
  };
  for (const { id, reason, group } of result.unmatched) {
    const mine = [...usable.get(id)!.keys()];
    if ((reason === 'nobody-eligible') !== (mine.length === 0))
      faults.push(`${id}: ${reason} with ${mine.length} usable pairs`);
    if (reason === 'all-eligible-full' && mine.some(free)) faults.push(`${id}: somebody has a free place`);
    if ((reason === 'kept-free') !== chainToFree(id))
      faults.push(`${id}: ${reason}, but a free place is or is not in reach`);
    if (reason === 'kept-free' && peopleFirst) faults.push(`${id}: a place in reach was not used`);
    if ([...allowed.get(id)!.keys()].some(free)) faults.push(`${id}: somebody allowed has a free place`);
    if (reason === 'ranked-none-reachable' && !(ranked && mine.some(free)))
      faults.push(`${id}: ${reason}, but no eligible mentor has a free place`);
    if (!['nobody-eligible', 'all-eligible-full', 'kept-free', 'ranked-none-reachable'].includes(reason))
      faults.push(`${id}: ${reason}`);
    if (reason === 'all-eligible-full' && peopleFirst && !group) faults.push(`${id}: no shortage group`);
    if (!group) continue;
    const inside = new Set(group.mentors);
    const places = [...inside].reduce((sum, one) => sum + capacity.get(one)! - (lockedMentors.get(one) ?? 0), 0);
    if (!group.mentees.includes(id) || new Set(group.mentees).size !== group.mentees.length)
      faults.push(`${id}: a wrong group`);
    if (group.mentees.some(one => lockedMentees.has(one)))
      faults.push(`${id}: somebody in the group has a mentor by a lock`);
    if (group.mentees.some(one => [...usable.get(one)!.keys()].some(mentor => !inside.has(mentor))))
      faults.push(`${id}: the group could go elsewhere`);
    if (places >= group.mentees.length)
      faults.push(`${id}: ${places} places for ${group.mentees.length} mentees are enough`);
  }
  return faults;
}

/** Everything wrong with a result; empty when it is feasible, true in every reason, and proved best by its certificate, where it must have one. */
export function faultsOf(instance: Instance, result: Result): string[] {
  const pairs = pairsOf(instance, result.objective);
  return [
    ...feasibility(instance, result, pairs),
    ...certificate(instance, result, pairs),
    ...reasons(instance, result, pairs),
  ];
}
