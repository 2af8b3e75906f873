// The file formats mentor-match/1 and mentor-match-result/1 as types; reading and refusing is in instance.ts.
import type { Objective } from './problem.ts';

export const INSTANCE_FORMAT = 'mentor-match/1';
export const RESULT_FORMAT = 'mentor-match-result/1';

/** Ids held equal; a list of tiers runs best first. */
export type Tier = readonly string[];

export type Scores =
  | { readonly kind: 'dense'; readonly rows: readonly (readonly (number | null)[])[] }
  | { readonly kind: 'sparse'; readonly rows: readonly (readonly (readonly [mentor: number, score: number])[])[] };

export type Pair = { readonly mentee: string; readonly mentor: string };

/** Who could be put together with whom; rows stand in the order of `mentees` and `mentors`. */
export type Instance = {
  readonly format: typeof INSTANCE_FORMAT;
  readonly name: string;
  readonly seed: number | string;
  readonly mentees: readonly { readonly id: string; readonly wants: 1 | 2 }[];
  readonly mentors: readonly { readonly id: string; readonly capacity: number }[];
  readonly scores: Scores;
  readonly menteePrefs?: readonly (readonly Tier[])[];
  readonly mentorPrefs?: readonly (readonly Tier[])[];
  readonly exclusions: readonly (Pair & { readonly reason: string })[];
  readonly locks: readonly Pair[];
  readonly minScore?: number;
  readonly draft?: readonly (readonly [mentee: string, mentor: string])[];
};

/** Whole numbers under which nobody can gain; the bound they give equals what was reached. */
export type Certificate = {
  readonly first: number;
  readonly again: number;
  readonly mentee: Readonly<Record<string, number>>;
  readonly mentor: Readonly<Record<string, number>>;
};

/**
 * `nobody-eligible`: no usable pair. `all-eligible-full`: no place could be had. `kept-free`: a place is left, at a loss to the
 * whole. `ranked-none-reachable`: places are left, but nobody on the lists could be had.
 */
export type Unmatched = {
  readonly id: string;
  readonly reason: 'nobody-eligible' | 'all-eligible-full' | 'kept-free' | 'ranked-none-reachable';
  /** Everybody these mentees could have is among these mentors, who have fewer places than there are mentees. */
  readonly group?: { readonly mentees: readonly string[]; readonly mentors: readonly string[] };
};

export type InstanceResult = {
  readonly format: typeof RESULT_FORMAT;
  readonly objective: Objective;
  readonly pairs: readonly (readonly [mentee: string, mentor: string])[];
  readonly unmatched: readonly Unmatched[];
  readonly total: number;
  readonly matched: number;
  /** Under most-matched and max-score, the objectives that one sum of scores and two weights says in full. */
  readonly certificate?: Certificate;
};
