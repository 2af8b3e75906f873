// The messages between a room and the matching: what is asked, what comes back. Plain data, so that it can cross to a worker thread.
import type { LeftMentee, LeftMentor } from './explain.ts';
import type { Certificate, Tier } from './format.ts';
import type { Objective } from './problem.ts';
import type { Fit, Mentee, Mentor, PartWeights } from './score.ts';

export type IdPair = readonly [mentee: string, mentor: string];

/** Whom somebody would like, in tiers of ids held equal, best first; who is not listed is not acceptable to them. */
export type Ranking = { readonly id: string; readonly tiers: readonly Tier[] };

export type MatchInput = {
  readonly mentees: readonly Mentee[];
  /** Mentors without a free place are left aside. */
  readonly mentors: readonly Mentor[];
  /** Never to be put together, whatever is asked (R12); both lists of people, and pairings that have ended. */
  readonly excluded: readonly IdPair[];
  /** Fixed by the co-ordinator; stronger than modes, slots, the minimum score and `removed`, never than `excluded`. */
  readonly locks: readonly IdPair[];
  /** Taken out of a draft by the co-ordinator. */
  readonly removed: readonly IdPair[];
  readonly minScore?: number;
  /** How often each part of a score counts; without, as usual. */
  readonly weights?: PartWeights;
  readonly objective: Objective;
  /** For stable and first-choices. Who handed in no ranking would like nobody; ids that are not here are passed over. */
  readonly menteeRanks?: readonly Ranking[];
  /** For stable. */
  readonly mentorRanks?: readonly Ranking[];
  /** For keep-draft: the pairs of an earlier draw, of which as many as possible stay. */
  readonly draft?: readonly IdPair[];
};

/** A pair with its points and the facts behind them. */
export type DrawnPair = Fit & { readonly mentee: string; readonly mentor: string; readonly locked: boolean };

/** A lock that could not be kept, because somebody is no longer here, the two are excluded, or no place is left. */
export type LockSetAside = {
  readonly mentee: string;
  readonly mentor: string;
  readonly why: 'unknown' | 'excluded' | 'wants' | 'places';
};

export type MatchResult = {
  readonly objective: Objective;
  readonly pairs: readonly DrawnPair[];
  readonly leftMentees: readonly LeftMentee[];
  readonly leftMentors: readonly LeftMentor[];
  /** Mentees who wanted two mentors and have one. */
  readonly oneOfTwo: readonly string[];
  readonly locksSetAside: readonly LockSetAside[];
  readonly total: number;
  /** Mentees with at least one mentor. */
  readonly matched: number;
  /** Under most-matched and max-score. */
  readonly certificate?: Certificate;
};
