// A rotation of short talks between mentors and mentees: nobody meets anybody twice or somebody they are kept apart from, as many talk as can, and pauses are spread evenly. Pure.
import type { Role } from './records/people.ts';

export type Talk = [mentor: string, mentee: string];
export type TalkRound = { pairs: Talk[]; waiting: { person: string; role: Role }[] };

export type Rotation = {
  /** Chance is drawn from this and the ids, so that the same people always get the same rotation. */
  seed: string;
  mentors: readonly string[];
  mentees: readonly string[];
  /** Who is kept apart from whom, in either order. */
  apart: readonly (readonly [string, string])[];
  /** Talks that were held already: they stay, and are not held again. */
  met: readonly Talk[];
  /** How many pauses people have had so far. */
  waited: ReadonlyMap<string, number>;
  rounds: number;
};

/** Everybody here as numbers: mentors first, then mentees. */
type Board = {
  people: string[];
  mentors: number;
  /** Who may still talk with whom. */
  open: Set<number>[];
  waits: number[];
  draw: number[];
};

/** A number drawn from a text (FNV-1a, with a final mix, so that ids which are alike lie far apart). */
function drawnFrom(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

function boardOf({ seed, mentors, mentees, apart, met, waited }: Rotation): Board {
  const inOrder = (ids: readonly string[]): string[] => {
    const drawn = new Map(ids.map(id => [id, drawnFrom(`${seed} ${id}`)]));
    return [...drawn.keys()].sort((a, b) => (drawn.get(a) ?? 0) - (drawn.get(b) ?? 0) || (a < b ? -1 : 1));
  };
  const people = [...inOrder(mentors), ...inOrder(mentees)];
  const first = new Set(mentors).size;
  const at = new Map(people.map((id, n) => [id, n]));
  const open = people.map(
    (_, n) =>
      new Set(Array.from({ length: n < first ? people.length - first : first }, (_, k) => (n < first ? first + k : k))),
  );
  for (const [a, b] of [...apart, ...met]) {
    const [one, other] = [at.get(a), at.get(b)];
    if (one === undefined || other === undefined) continue;
    open[one]?.delete(other);
    open[other]?.delete(one);
  }
  return {
    people,
    mentors: first,
    open,
    waits: people.map(id => waited.get(id) ?? 0),
    draw: people.map(id => drawnFrom(`${seed} ${id} turn`)),
  };
}

/** Who comes first: whoever has had most pauses, then whoever has fewest people left to meet. */
function turnOrder({ people, open, waits, draw }: Board): number[] {
  const order = people.map((_, n) => n);
  const by = (list: readonly number[], n: number): number => list[n] ?? 0;
  const left = open.map(others => others.size);
  return order.sort((a, b) => by(waits, b) - by(waits, a) || by(left, a) - by(left, b) || by(draw, a) - by(draw, b));
}

type Found = { end: number; from: Map<number, number> };

/**
 * A way to give `start` a talk: along talks that can be exchanged, to somebody who has none yet; or else to somebody of the
 * same side who comes later in the order, and gives theirs up (`settled` are those who keep theirs).
 */
function wayFrom(
  start: number,
  board: Board,
  mate: readonly number[],
  settled: ReadonlySet<number>,
): Found | undefined {
  const from = new Map<number, number>();
  const queue = [start];
  let giving: number | undefined;
  for (const one of queue) {
    for (const other of board.open[one] ?? []) {
      if (from.has(other)) continue;
      from.set(other, one);
      const holder = mate[other] ?? -1;
      if (holder < 0) return { end: other, from };
      if (giving === undefined && !settled.has(holder)) giving = other;
      queue.push(holder);
    }
  }
  return giving === undefined ? undefined : { end: giving, from };
}

/** Exchanges the talks along a way. */
function exchange({ end, from }: Found, mate: number[]): void {
  const before = mate[end] ?? -1;
  if (before >= 0) mate[before] = -1;
  for (let other = end; other >= 0; ) {
    const one = from.get(other) ?? -1;
    const next = mate[one] ?? -1;
    mate[other] = one;
    mate[one] = other;
    other = next;
  }
}

/**
 * One round. People are taken in order, and each is given a talk if that is possible without taking one from anybody before
 * them: so as many talk as can at all, and of those who cannot all talk, the ones who paused most do (the sets of people that
 * talks can cover are a matroid, in which going in order is best).
 */
function roundOn(board: Board): TalkRound {
  const { people, mentors } = board;
  const mate = people.map(() => -1);
  const settled = new Set<number>();
  const sizes = { mentor: mentors, mentee: people.length - mentors };
  const kept = { mentor: 0, mentee: 0 };
  let talks = 0;
  for (const person of turnOrder(board)) {
    const [side, other] = person < mentors ? (['mentor', 'mentee'] as const) : (['mentee', 'mentor'] as const);
    if ((mate[person] ?? -1) < 0) {
      // Nobody is free on the other side, and everybody with a talk on this side keeps it.
      if (talks === sizes[other] && kept[side] === talks) continue;
      const way = wayFrom(person, board, mate, settled);
      if (!way) continue;
      if ((mate[way.end] ?? -1) < 0) talks++;
      exchange(way, mate);
    }
    settled.add(person);
    kept[side]++;
  }
  return taken(board, mate);
}

/** The round as ids, noted on the board: who has talked does not meet again, who paused comes first next time. */
function taken(board: Board, mate: readonly number[]): TalkRound {
  const { people, mentors, open, waits } = board;
  const round: TalkRound = { pairs: [], waiting: [] };
  people.forEach((person, n) => {
    const other = mate[n] ?? -1;
    if (other < 0) {
      waits[n] = (waits[n] ?? 0) + 1;
      round.waiting.push({ person, role: n < mentors ? 'mentor' : 'mentee' });
    } else if (n < mentors) {
      round.pairs.push([person, people[other] ?? '']);
      open[n]?.delete(other);
      open[other]?.delete(n);
    }
  });
  return round;
}

/** Works out so many rounds of talks; a round in which nobody can talk any more, and all after it, are left out. */
export function rotationOf(asked: Rotation): TalkRound[] {
  const board = boardOf(asked);
  const rounds: TalkRound[] = [];
  for (let n = 0; n < asked.rounds; n++) {
    const round = roundOn(board);
    if (round.pairs.length === 0) break;
    rounds.push(round);
  }
  return rounds;
}
