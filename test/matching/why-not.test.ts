// "Why not X?" is answered with what is true: the rule in the way, the lock, or exactly what fixing the pair would cost.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { match } from '../../src/matching/match.ts';
import type { Objective } from '../../src/matching/problem.ts';
import { whyNot } from '../../src/matching/why-not.ts';
import { asked, mentee, mentor, somePool } from './people.ts';

type Costs = Record<'people' | 'pairs' | 'total', number>;

/** What cannot rise by fixing a pair, as far as these numbers say what counts. */
const ORDER: Record<Objective, (costs: Costs) => number[]> = {
  'most-matched': ({ people, pairs, total }) => [people, pairs, total],
  'max-score': ({ people, pairs, total }) => [total, people, pairs],
  'fair-floor': ({ people, pairs }) => [people, pairs],
  'keep-draft': ({ people, pairs }) => [people, pairs],
  stable: () => [],
  'first-choices': () => [],
};

test('fixing the pair costs what was said, never less than nothing in the order of the objective', () => {
  fc.assert(
    fc.property(somePool, fc.nat(), fc.nat(), (input, a, b) => {
      const [one, other] = [input.mentees[a % 6], input.mentors[b % 5]];
      if (one === undefined || other === undefined) return;
      const result = match(input);
      const answer = whyNot(input, result, one.id, other.id);
      const has = (pairs: readonly { mentee: string; mentor: string }[]) =>
        pairs.some(pair => pair.mentee === one.id && pair.mentor === other.id);
      expect(answer.kind === 'paired').toBe(has(result.pairs));
      if (answer.kind !== 'costs') return;
      const fixed = match({ ...input, locks: [...input.locks, [one.id, other.id]] });
      expect(has(fixed.pairs)).toBe(true);
      expect(has(answer.comes)).toBe(true);
      const { people, pairs, total } = answer;
      expect({ people, pairs, total }).toEqual({
        people: result.matched - fixed.matched,
        pairs: result.pairs.length - fixed.pairs.length,
        total: result.total - fixed.total,
      });
      expect(answer.goes.length - answer.comes.length).toBe(pairs);
      const sum = (list: readonly { score: number }[]): number => list.reduce((all, pair) => all + pair.score, 0);
      expect(sum(answer.goes) - sum(answer.comes)).toBe(total);
      expect(ORDER[input.objective]({ people, pairs, total }).find(n => n !== 0) ?? 0).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 2000, seed: 31 },
  );
});

test('by example', () => {
  const input = asked(
    [mentee('e1', { topics: ['t'] }), mentee('e2', { topics: ['t'], slots: ['mon'] }), mentee('e3')],
    [mentor('o1', { topics: ['t'] }), mentor('o2'), mentor('o3', { slots: ['tue'] }), mentor('o4', { capacity: 0 })],
    { locks: [['e3', 'o3']], excluded: [['e1', 'o3']] },
  );
  const result = match(input);
  expect(result.pairs.map(pair => [pair.mentee, pair.mentor])).toEqual([
    ['e1', 'o1'],
    ['e2', 'o2'],
    ['e3', 'o3'],
  ]);
  const ask = (one: string, other: string) => whyNot(input, result, one, other);
  expect(ask('e1', 'o1')).toEqual({ kind: 'paired' });
  expect(ask('e1', 'o3')).toEqual({ kind: 'blocked', by: ['excluded'] });
  expect(ask('e2', 'o3')).toEqual({ kind: 'blocked', by: ['slots'] });
  expect(ask('e3', 'o1')).toEqual({ kind: 'locked', side: 'mentee' });
  expect(ask('e1', 'o4')).toEqual({ kind: 'not-available' });
  const ranked = { ...input, menteeRanks: [{ id: 'e1', tiers: [['o1', 'o2']] }], mentorRanks: [] };
  expect(whyNot({ ...ranked, objective: 'stable' }, result, 'e1', 'o2')).toEqual({
    kind: 'not-ranked',
    by: ['mentor'],
  });
  expect(whyNot({ ...ranked, objective: 'first-choices' }, result, 'e2', 'o1')).toEqual({
    kind: 'not-ranked',
    by: ['mentee'],
  });
  expect(whyNot({ ...input, excluded: [] }, result, 'e1', 'o3')).toEqual({ kind: 'locked', side: 'mentor' });
  expect(ask('e1', 'o2')).toEqual({
    kind: 'costs',
    people: 0,
    pairs: 0,
    total: 0,
    comes: [
      { mentee: 'e1', mentor: 'o2', score: 35 },
      { mentee: 'e2', mentor: 'o1', score: 80 },
    ],
    goes: [
      { mentee: 'e1', mentor: 'o1', score: 80 },
      { mentee: 'e2', mentor: 'o2', score: 35 },
    ],
  });
});
