// The solver against every possible draw of thousands of small instances, its certificate against a judge of its own, and larger families.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Instance, InstanceResult } from '../../src/matching/format.ts';
import { readInstance } from '../../src/matching/instance.ts';
import { OBJECTIVES, solveInstance } from '../../src/matching/solve-instance.ts';
import { bestWorth } from './brute-force.ts';
import { faultsOf } from './checker.ts';
import { type Family, familyOf, shuffled, smallInstance } from './families.ts';

function solved(instance: Instance, objective: string): InstanceResult {
  const answer = solveInstance(instance, objective);
  if ('problem' in answer) throw new Error(answer.problem);
  return answer.result;
}

const worthOf = ({ matched, pairs, total }: InstanceResult) => ({ matched, pairs: pairs.length, total });

describe.each(OBJECTIVES)('%s', objective => {
  test('reaches what trying everything reaches, with true reasons and a certificate without a gap', () => {
    fc.assert(
      fc.property(smallInstance, instance => {
        const result = solved(instance, objective);
        expect(faultsOf(instance, result)).toEqual([]);
        const { waited, ...best } = bestWorth(instance, objective);
        expect({ ...worthOf(result), waited }).toEqual({ ...best, waited });
      }),
      { numRuns: 4000, seed: 20261123 },
    );
  });

  test('gives the same result whatever order the people come in', () => {
    fc.assert(
      fc.property(smallInstance, fc.nat(), (instance, seed) => {
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
    'proves the family %s with %i mentees and %i mentors, a share of %f wanting two',
    (family, mentees, mentors, wantTwo) => {
      const instance = familyOf(family, mentees, mentors, { seed: 11, wantTwo });
      const result = solved(instance, objective);
      expect(faultsOf(instance, result)).toEqual([]);
      expect(solved(shuffled(instance, 3), objective)).toEqual(result);
    },
  );
});

test('every generated instance passes the reader as it stands', () => {
  fc.assert(
    fc.property(smallInstance, instance => {
      expect(readInstance(instance)).toEqual({ instance });
    }),
    { numRuns: 500, seed: 3 },
  );
});
