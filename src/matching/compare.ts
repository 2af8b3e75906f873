// Two draws side by side: which pairs come and go, and for whom that is a gain or a loss. Plain data; the wording, and who may read it, is the rooms'.
import type { DrawnPair } from './draw.ts';
import { byId } from './order.ts';

/** As much of a draw as the comparison needs. */
export type Draft = {
  readonly pairs: readonly Pick<DrawnPair, 'mentee' | 'mentor' | 'score'>[];
  readonly matched: number;
  readonly total: number;
};

/** A pair of one draw that is not in the other. */
export type Change = { readonly mentee: string; readonly mentor: string; readonly score: number };

/** What a mentee has in a draw: the mentors, and the points of all their pairs together. */
export type Had = { readonly mentors: readonly string[]; readonly points: number };

/**
 * What the change is to a mentee. More or fewer mentors count before points: `from-nobody` and `to-nobody`, then `more` and
 * `fewer`, then `better` and `worse` by points; `other` is somebody else at the same points.
 */
export type Turn = 'from-nobody' | 'to-nobody' | 'more' | 'fewer' | 'better' | 'worse' | 'other';

export type MenteeChange = { readonly mentee: string; readonly turn: Turn; readonly before: Had; readonly after: Had };

export type Comparison = {
  /** Pairs in both draws. */
  readonly stay: number;
  readonly comes: readonly Change[];
  readonly goes: readonly Change[];
  /** Every mentee whose mentors are not the same, by id. */
  readonly mentees: readonly MenteeChange[];
  /** How many mentees the change is a gain, a loss, or neither to. */
  readonly gain: number;
  readonly lose: number;
  readonly even: number;
  /** Mentees with a mentor, pairs and points in all: after less before. */
  readonly matched: number;
  readonly pairs: number;
  readonly total: number;
};

const GAINS: readonly Turn[] = ['from-nobody', 'more', 'better'];
const LOSSES: readonly Turn[] = ['to-nobody', 'fewer', 'worse'];

/** Compares two draws, also of different people: somebody who is in one only has nobody in the other. */
export function compareDrafts(before: Draft, after: Draft): Comparison {
  const [comes, goes] = [without(after.pairs, before.pairs), without(before.pairs, after.pairs)];
  const mentees = menteesOf(before.pairs, after.pairs, new Set([...comes, ...goes].map(change => change.mentee)));
  const counted = (turns: readonly Turn[]): number => mentees.filter(one => turns.includes(one.turn)).length;
  return {
    stay: after.pairs.length - comes.length,
    comes,
    goes,
    mentees,
    gain: counted(GAINS),
    lose: counted(LOSSES),
    even: counted(['other']),
    matched: after.matched - before.matched,
    pairs: after.pairs.length - before.pairs.length,
    total: after.total - before.total,
  };
}

/** The pairs of one draw that are not in the other, in their order. */
export function without(pairs: Draft['pairs'], others: Draft['pairs']): Change[] {
  const key = (pair: Draft['pairs'][number]): string => JSON.stringify([pair.mentee, pair.mentor]);
  const there = new Set(others.map(key));
  return pairs.filter(pair => !there.has(key(pair))).map(({ mentee, mentor, score }) => ({ mentee, mentor, score }));
}

function menteesOf(before: Draft['pairs'], after: Draft['pairs'], changed: ReadonlySet<string>): MenteeChange[] {
  const [had, have] = [byMentee(before), byMentee(after)];
  return [...changed].sort(byId).map(mentee => {
    const [was, is] = [had.get(mentee) ?? NOBODY, have.get(mentee) ?? NOBODY];
    return { mentee, turn: turnOf(was, is), before: was, after: is };
  });
}

const NOBODY: Had = { mentors: [], points: 0 };

function byMentee(pairs: Draft['pairs']): Map<string, Had> {
  const found = new Map<string, Had>();
  for (const { mentee, mentor, score } of pairs) {
    const { mentors, points } = found.get(mentee) ?? NOBODY;
    found.set(mentee, { mentors: [...mentors, mentor].sort(byId), points: points + score });
  }
  return found;
}

function turnOf(was: Had, is: Had): Turn {
  if (was.mentors.length === 0) return 'from-nobody';
  if (is.mentors.length === 0) return 'to-nobody';
  if (was.mentors.length !== is.mentors.length) return is.mentors.length > was.mentors.length ? 'more' : 'fewer';
  if (was.points === is.points) return 'other';
  return is.points > was.points ? 'better' : 'worse';
}
