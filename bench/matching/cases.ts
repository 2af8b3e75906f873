// What the matching bench measures and what it has to reach; how it is measured is in matching.ts.
import type { Family } from './families.ts';

export type Solver = 'scipy' | 'LEMON' | 'HiGHS';

/** An instance, the solver it is compared with, and what our time may be: a share of theirs, or seconds. */
export type Case = {
  readonly name: string;
  readonly family: Family | 'profile';
  readonly mentees: number;
  readonly mentors: number;
  /** Places of a mentor: 1 to so many. */
  readonly places: number;
  readonly against: Solver;
  readonly ratio?: number;
  readonly seconds?: number;
  /** Highest memory in use, in MB. */
  readonly memory?: number;
};

const dense = (
  family: Case['family'],
  mentees: number,
  mentors: number,
  rest: Pick<Case, 'against'> & Partial<Case>,
) => ({
  name: `${family} ${mentees} x ${mentors}`,
  family,
  mentees,
  mentors,
  places: mentees === mentors ? 1 : 5,
  ...rest,
});

const listed = (name: string, mentees: number, mentors: number, rest: Partial<Case>): Case => ({
  name: `${name} ${mentees} x ${mentors}`,
  family: 'lists',
  mentees,
  mentors,
  places: 5,
  against: 'LEMON',
  ...rest,
});

export const CASES: readonly Case[] = [
  dense('profile', 500, 200, { against: 'HiGHS', seconds: 0.02 }),
  dense('profile', 500, 500, { against: 'scipy', seconds: 0.02 }),
  dense('uniform', 500, 500, { against: 'scipy', seconds: 0.02 }),
  dense('profile', 5000, 2000, { against: 'scipy', ratio: 0.25 }),
  dense('uniform', 5000, 2000, { against: 'scipy', ratio: 0.25 }),
  dense('profile', 5000, 5000, { against: 'scipy', ratio: 0.2 }),
  dense('uniform', 5000, 5000, { against: 'scipy', ratio: 0.2 }),
  dense('common value', 2000, 800, { against: 'LEMON', ratio: 1.2 }),
  dense('product', 2000, 2000, { against: 'scipy', ratio: 2 }),
  listed('lists', 10_000, 4000, { ratio: 0.5 }),
  listed('lists', 100_000, 40_000, { ratio: 0.1, memory: 300 }),
  listed('short of places', 100_000, 30_000, { ratio: 0.3, memory: 300 }),
];
