// An independent judge of stable draws: pairs who would both rather have each other, and the textbook run on strict lists. Knows the file formats and nothing of the solver.
import { pairsOf, tierIn } from './checker.ts';

type Instance = Parameters<typeof pairsOf>[0];
type Pairs = readonly (readonly [mentee: string, mentor: string])[];

/** Who takes part in a round with how many places, and which pairs may come about in it. */
type Round = {
  readonly asks: readonly string[];
  readonly places: ReadonlyMap<string, number>;
  readonly may: (mentee: string, mentor: string) => boolean;
};

/** The tier of each side in the other's list. */
function tiersOf(instance: Instance) {
  const mentees = new Map(instance.mentees.map((one, i) => [one.id, instance.menteePrefs?.[i]]));
  const mentors = new Map(instance.mentors.map((one, j) => [one.id, instance.mentorPrefs?.[j]]));
  return {
    ofMentor: (mentee: string, mentor: string): number => tierIn(mentees.get(mentee), mentor),
    ofMentee: (mentee: string, mentor: string): number => tierIn(mentors.get(mentor), mentee),
  };
}

function roundOne(instance: Instance): Round {
  const { allowed } = pairsOf(instance, 'stable');
  const locked = new Set(instance.locks.map(one => one.mentee));
  const taken = (id: string): number => instance.locks.filter(one => one.mentor === id).length;
  return {
    asks: instance.mentees.map(one => one.id).filter(id => !locked.has(id)),
    places: new Map(instance.mentors.map(one => [one.id, one.capacity - taken(one.id)])),
    may: (mentee, mentor) => allowed.get(mentee)!.has(mentor),
  };
}

/** Second mentors: for those who have one by a lock or by the first round and want another, on the places left. */
function roundTwo(instance: Instance, firsts: Pairs): Round {
  const before = roundOne(instance);
  const has = (id: string): number =>
    [...instance.locks.map(one => one.mentee), ...firsts.map(([mentee]) => mentee)].filter(one => one === id).length;
  const left = (id: string): number => before.places.get(id)! - firsts.filter(([, mentor]) => mentor === id).length;
  return {
    asks: instance.mentees.filter(one => one.wants === 2 && has(one.id) === 1).map(one => one.id),
    places: new Map(instance.mentors.map(one => [one.id, left(one.id)])),
    may: (mentee, mentor) => before.may(mentee, mentor) && !firsts.some(([a, b]) => a === mentee && b === mentor),
  };
}

/** The first two who would both rather leave for each other, or null. */
function blocking(instance: Instance, round: Round, pairs: Pairs): string | null {
  const tiers = tiersOf(instance);
  for (const mentee of round.asks) {
    const own = pairs.find(([one]) => one === mentee)?.[1];
    for (const { id: mentor } of instance.mentors) {
      if (!round.may(mentee, mentor)) continue;
      if (own !== undefined && tiers.ofMentor(mentee, own) <= tiers.ofMentor(mentee, mentor)) continue;
      const holders = pairs.filter(([, one]) => one === mentor).map(([one]) => one);
      const worse = holders.some(one => tiers.ofMentee(one, mentor) > tiers.ofMentee(mentee, mentor));
      if (worse || holders.length < round.places.get(mentor)!) return `${mentee} and ${mentor} would rather`;
    }
  }
  return null;
}

/** Every way of saying which of the drawn pairs came in the first round: the better of two, either where they are equal. */
function splits(instance: Instance, pairs: Pairs): Pairs[] {
  const locked = new Set(instance.locks.map(one => one.mentee));
  const tiers = tiersOf(instance);
  const drawn = pairs.filter(pair => !instance.locks.some(one => one.mentee === pair[0] && one.mentor === pair[1]));
  let all: Pairs[] = [[]];
  for (const { id } of instance.mentees) {
    const own = locked.has(id) ? [] : drawn.filter(([mentee]) => mentee === id);
    const best = Math.min(...own.map(([mentee, mentor]) => tiers.ofMentor(mentee, mentor)));
    const firsts = own.filter(([mentee, mentor]) => tiers.ofMentor(mentee, mentor) === best);
    if (firsts.length > 0) all = all.flatMap(split => firsts.map(first => [...split, first]));
  }
  return all;
}

/** What makes a draw unstable; empty when there is a way to read it as two rounds without anybody to complain in either. */
export function unrest(instance: Instance, pairs: Pairs): string[] {
  const locked = (pair: readonly [string, string]): boolean =>
    instance.locks.some(one => one.mentee === pair[0] && one.mentor === pair[1]);
  const found = splits(instance, pairs).map(firsts => {
    const seconds = pairs.filter(pair => !locked(pair) && !firsts.includes(pair));
    return blocking(instance, roundOne(instance), firsts) ?? blocking(instance, roundTwo(instance, firsts), seconds);
  });
  return found.includes(null) ? [] : found.filter(one => one !== null);
}

/** One round as it stands in every textbook, for strict lists: ask the next on the list, keep the best, turn down the others. */
function textbookRound(instance: Instance, { asks, places, may }: Round): Pairs {
  const tiers = tiersOf(instance);
  const lists = new Map(
    asks.map(mentee => [
      mentee,
      instance.mentors
        .map(one => one.id)
        .filter(mentor => may(mentee, mentor))
        .sort((a, b) => tiers.ofMentor(mentee, a) - tiers.ofMentor(mentee, b)),
    ]),
  );
  let pairs: Pairs = [];
  for (;;) {
    const asking = asks.find(one => !pairs.some(([mentee]) => mentee === one) && lists.get(one)!.length > 0);
    if (asking === undefined) return pairs;
    const mentor = lists.get(asking)!.shift()!;
    const wish = [...pairs.filter(([, one]) => one === mentor), [asking, mentor] as const].sort(
      ([a], [b]) => tiers.ofMentee(a, mentor) - tiers.ofMentee(b, mentor),
    );
    pairs = [...pairs.filter(([, one]) => one !== mentor), ...wish.slice(0, places.get(mentor)!)];
  }
}

/** The whole textbook draw on strict lists, locks included, sorted. */
export function textbook(instance: Instance): Pairs {
  const firsts = textbookRound(instance, roundOne(instance));
  const seconds = textbookRound(instance, roundTwo(instance, firsts));
  const locks = instance.locks.map(one => [one.mentee, one.mentor] as const);
  return [...locks, ...firsts, ...seconds].sort((a, b) => (a.join(' ') < b.join(' ') ? -1 : 1));
}

/** The most people any weakly stable first round gives a mentor, by trying every draw. */
export function mostStable(instance: Instance): number {
  const round = roundOne(instance);
  const places = new Map(round.places);
  let most = 0;
  const from = (at: number, pairs: Pairs): void => {
    const mentee = round.asks[at];
    if (mentee === undefined) {
      if (pairs.length > most && blocking(instance, round, pairs) === null) most = pairs.length;
      return;
    }
    from(at + 1, pairs);
    for (const { id: mentor } of instance.mentors) {
      if (places.get(mentor)! < 1 || !round.may(mentee, mentor)) continue;
      places.set(mentor, places.get(mentor)! - 1);
      from(at + 1, [...pairs, [mentee, mentor]]);
      places.set(mentor, places.get(mentor)! + 1);
    }
  };
  from(0, []);
  return most;
}
