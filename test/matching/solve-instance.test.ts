// Every objective against every possible draw of thousands of small instances, certificates against a judge of its own, and larger families.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Instance, InstanceResult } from '../../src/matching/format.ts';
import { readInstance } from '../../src/matching/instance.ts';
import { OBJECTIVES } from '../../src/matching/objectives.ts';
import { solveInstance } from '../../src/matching/solve-instance.ts';
import { bestFair, bestWorth, ORDER, worthOf } from './brute-force.ts';
import { faultsOf } from './checker.ts';
import { type Family, familyOf, shuffled, smallWithWishes, withWishes } from './families.ts';
import { mostStable, textbook, unrest } from './stability.ts';

function solved(instance: Instance, objective: string): InstanceResult {
  const answer = solveInstance(instance, objective);
  if ('problem' in answer) throw new Error(answer.problem);
  return answer.result;
}

const byTrying = {
  'most-matched': (instance: Instance) => bestWorth(instance, 'most-matched'),
  'max-score': (instance: Instance) => bestWorth(instance, 'max-score'),
  'first-choices': (instance: Instance) => bestWorth(instance, 'first-choices'),
  'keep-draft': (instance: Instance) => bestWorth(instance, 'keep-draft'),
  'fair-floor': (instance: Instance) => bestFair(instance),
};

/** What counts under the objective, in its order. */
const counted = (worth: ReturnType<typeof worthOf>, objective: keyof typeof byTrying): number[] =>
  (objective === 'fair-floor' ? ORDER['most-matched'] : ORDER[objective]).map(what => worth[what]);

/** Four mentees who want one, and mentors with one place at most: few enough to try every draw, where equals matter most. */
const oneEach = (instance: Instance): Instance => {
  const mentees = instance.mentees.slice(0, 4).map(({ id }) => ({ id, wants: 1 as const }));
  const mentors = instance.mentors.map(({ id, capacity }) => ({ id, capacity: Math.min(1, capacity) }));
  const { format, name, seed } = instance;
  const scores = { kind: 'dense' as const, rows: mentees.map(() => mentors.map(() => 1)) };
  return { format, name, seed, mentees, mentors, scores, exclusions: [], locks: [] };
};

/** The lowest score of the pairs that were drawn, not locked. */
function floorOf(instance: Instance, { pairs }: InstanceResult): number {
  const locked = new Set(instance.locks.map(one => JSON.stringify([one.mentee, one.mentor])));
  const drawn = pairs.filter(pair => !locked.has(JSON.stringify(pair)));
  return Math.min(...drawn.map(pair => worthOf(instance, [pair]).total));
}

describe.each(Object.keys(byTrying) as (keyof typeof byTrying)[])('%s', objective => {
  test('reaches what trying everything reaches, with true reasons and proof where one is due', () => {
    fc.assert(
      fc.property(smallWithWishes, instance => {
        const result = solved(instance, objective);
        expect(faultsOf(instance, result)).toEqual([]);
        const best = byTrying[objective](instance);
        expect(counted(worthOf(instance, result.pairs), objective)).toEqual(counted(best, objective));
        expect({ matched: result.matched, total: result.total }).toEqual({ matched: best.matched, total: best.total });
      }),
      { numRuns: 4000, seed: 20261123 },
    );
  });
});

test('fair-floor leaves no pair as low as any way of matching as many people could do without', () => {
  fc.assert(
    fc.property(smallWithWishes, instance => {
      const result = solved(instance, 'fair-floor');
      const floor = floorOf(instance, result);
      if (floor === Number.POSITIVE_INFINITY) return;
      const higher = bestWorth({ ...instance, minScore: floor + 1 }, 'most-matched');
      expect(higher.matched < result.matched || higher.pairs < result.pairs.length).toBe(true);
    }),
    { numRuns: 2000, seed: 5 },
  );
});

describe('stable', () => {
  test('leaves no two who would both rather have each other, and says true reasons', () => {
    fc.assert(
      fc.property(smallWithWishes, instance => {
        const result = solved(instance, 'stable');
        expect(faultsOf(instance, result)).toEqual([]);
        expect(unrest(instance, result.pairs)).toEqual([]);
      }),
      { numRuns: 6000, seed: 61 },
    );
  });

  test('is the textbook draw on strict lists', () => {
    fc.assert(
      fc.property(smallWithWishes, fc.nat(), fc.constantFrom(0.6, 1), (plain, seed, share) => {
        const instance = withWishes(plain, seed, share, 0);
        expect(solved(instance, 'stable').pairs).toEqual(textbook(instance));
      }),
      { numRuns: 4000, seed: 62 },
    );
  });

  test('lets whoever made room for others come back before somebody their mentor likes less', () => {
    const instance: Instance = {
      format: 'mentor-match/1',
      name: 'making room',
      seed: 1,
      mentees: ['e0', 'e1', 'e2'].map(id => ({ id, wants: 1 })),
      mentors: ['o0', 'o1', 'o2'].map(id => ({ id, capacity: 1 })),
      scores: { kind: 'dense', rows: Array(3).fill([1, 1, 1]) },
      exclusions: [],
      locks: [],
      menteePrefs: [[['o1', 'o2'], ['o0']], [['o1'], ['o2']], [['o1']]],
      mentorPrefs: [[['e0']], [['e0'], ['e1', 'e2']], [['e1'], ['e0']]],
    };
    expect(solved(instance, 'stable')).toMatchObject({
      pairs: [
        ['e0', 'o1'],
        ['e1', 'o2'],
      ],
      unmatched: [{ id: 'e2', reason: 'ranked-none-reachable' }],
    });
  });

  test('gives at least two thirds as many people a mentor as any stable draw, though lists hold people equal', () => {
    let fewer = 0;
    fc.assert(
      fc.property(smallWithWishes, fc.nat(), (plain, seed) => {
        const instance = withWishes(oneEach(plain), seed, 0.5, 0.6);
        const [reached, most] = [solved(instance, 'stable').matched, mostStable(instance)];
        if (reached < most) fewer++;
        expect(3 * reached).toBeGreaterThanOrEqual(2 * most);
      }),
      { numRuns: 4000, seed: 63 },
    );
    expect(fewer).toBeLessThan(5);
  });
});

describe.each(OBJECTIVES)('%s', objective => {
  test('gives the same result whatever order the people come in', () => {
    fc.assert(
      fc.property(smallWithWishes, fc.nat(), (instance, seed) => {
        expect(solved(shuffled(instance, seed), objective)).toEqual(solved(instance, objective));
      }),
      { numRuns: 1000, seed: 7 },
    );
  });

  test.each<[Family, number, number, number]>([
    ['profile', 300, 120, 0.3],
    ['uniform', 300, 120, 0],
    ['common value', 200, 80, 0.5],
    ['product', 150, 150, 0],
    ['profile', 300, 60, 0.2],
    ['uniform', 300, 60, 0.5],
  ])(
    'judges the family %s with %i mentees and %i mentors right, a share of %f wanting two',
    (family, mentees, mentors, wantTwo) => {
      const instance = withWishes(familyOf(family, mentees, mentors, { seed: 11, wantTwo }), 4, 0.2, 0.3);
      const result = solved(instance, objective);
      expect(faultsOf(instance, result)).toEqual([]);
      expect(solved(shuffled(instance, 3), objective)).toEqual(result);
    },
  );
});

describe('several levels are what one sum of weights says, where one fits', () => {
  /** The instance with a score that says all that counts, and only the pairs that have one. */
  const weighed = (
    instance: Instance,
    worth: (score: number, i: number, mentor: string) => number | null,
  ): Instance => {
    const rows = instance.scores.rows as readonly (readonly number[])[];
    const whole = rows.map((row, i) => row.map((score, j) => worth(score, i, instance.mentors[j]!.id)));
    return { ...instance, scores: { kind: 'dense', rows: whole } };
  };
  const proved = (instance: Instance, objective: string): InstanceResult => {
    const result = solved(instance, objective);
    expect(faultsOf(instance, result)).toEqual([]);
    return result;
  };
  const MOST = 75;
  const seeds = [1, 2, 3, 4, 5, 6, 7, 8].map(seed => [seed]);

  test.each(seeds)('an earlier draft, pool %i', seed => {
    const instance = withWishes(familyOf('profile', 80, 30, { seed, most: 2, wantTwo: 0.3 }), seed, 0.5, 0.3);
    const draft = new Set(instance.draft!.map(pair => pair.join(' ')));
    const bonus = 30 * MOST + 1;
    const one = weighed(
      instance,
      (score, i, mentor) => score + (draft.has(`${instance.mentees[i]!.id} ${mentor}`) ? bonus : 0),
    );
    const [levels, sum] = [proved(instance, 'keep-draft').pairs, proved(one, 'most-matched').pairs];
    const what = counted(worthOf(instance, levels), 'keep-draft');
    expect(what).toEqual(counted(worthOf(instance, sum), 'keep-draft'));
    expect(what[2]).toBeGreaterThan(10);
  });

  test.each(seeds)('choices, pool %i', seed => {
    const plain = withWishes(familyOf('profile', 40, 12, { seed, most: 3, wantTwo: 0.3 }), seed, 0.7, 0.4);
    const instance = { ...plain, menteePrefs: plain.menteePrefs!.map(list => list.slice(0, 3)) };
    const third = 12 * MOST + 1;
    const weights = [third * 13 * 13, third * 13, third];
    const one = weighed(instance, (score, i, mentor) => {
      const rank = instance.menteePrefs[i]!.findIndex(tier => tier.includes(mentor));
      return rank < 0 ? null : score + weights[rank]!;
    });
    const [levels, sum] = [proved(instance, 'first-choices').pairs, proved(one, 'max-score').pairs];
    expect(counted(worthOf(instance, levels), 'first-choices').slice(0, 5)).toEqual(
      counted(worthOf(instance, sum), 'first-choices').slice(0, 5),
    );
  });
});

test.each<[string, (keyof Instance)[], string]>([
  ['stable', ['mentorPrefs'], '"mentorPrefs"'],
  ['stable', ['menteePrefs', 'mentorPrefs'], '"menteePrefs" and "mentorPrefs"'],
  ['first-choices', ['menteePrefs'], '"menteePrefs"'],
  ['keep-draft', ['draft'], '"draft"'],
])('%s says what is missing of %j', (objective, missing, names) => {
  const instance = withWishes(familyOf('profile', 3, 2, { seed: 1 }), 1, 1, 0);
  const without = Object.fromEntries(Object.entries(instance).filter(([name]) => !missing.includes(name as 'draft')));
  const problem = `The objective ${objective} needs ${names} in the instance.`;
  expect(solveInstance(without as Instance, objective)).toEqual({ problem });
  expect(solveInstance(instance, objective)).toHaveProperty('result');
});

test('every generated instance passes the reader as it stands', () => {
  fc.assert(
    fc.property(smallWithWishes, instance => {
      expect(readInstance(instance)).toEqual({ instance });
    }),
    { numRuns: 500, seed: 3 },
  );
});
