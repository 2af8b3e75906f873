// What the worker is asked: the draw with what changed and whom a call would help, its numbers held to a draw with those mentors in it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { callFor } from '../../src/matching/call.ts';
import type { MatchInput } from '../../src/matching/draw.ts';
import { match } from '../../src/matching/match.ts';
import { answer, type Drawn } from '../../src/matching/question.ts';
import { asked, mentee, mentor, somePool } from './people.ts';

const left = (n: number, known: Parameters<typeof mentee>[1], from = 0) =>
  Array.from({ length: n }, (_, k) => mentee(`e${from + k}`, known));
const called = (input: MatchInput, placesEach = 2) => callFor(input, match(input), placesEach);

describe('the call', () => {
  test('asks for the topic that most of those left over want, first what they want most', () => {
    const input = asked([...left(3, { topics: ['a', 'b'] }), ...left(1, { topics: ['b'] }, 3)], []);
    expect(called(input)).toEqual({ topic: 'b', site: null, mentors: 2, matches: 4 });
    expect(called(asked(left(3, { topics: ['b', 'a'] }), []))).toMatchObject({ topic: 'b', matches: 3 });
  });

  test('names a site only where enough people can meet nowhere else', () => {
    const here = { topics: ['a'], modes: ['in-person'], site: 'north' };
    expect(called(asked(left(5, here), []))).toMatchObject({ site: 'north', matches: 5 });
    expect(called(asked(left(4, here), []))).toMatchObject({ site: null });
    expect(called(asked(left(5, { ...here, modes: ['in-person', 'video'] }), []))).toMatchObject({ site: null });
  });

  test('nobody is called for where nobody is left over, or nothing is wanted', () => {
    expect(called(asked(left(1, { topics: ['a'] }), [mentor('o', { topics: ['a'] })]))).toBeUndefined();
    expect(called(asked(left(2, {}), []))).toBeUndefined();
  });

  test('its numbers are those of a draw with these mentors added, whatever the pool', () => {
    fc.assert(
      fc.property(somePool, fc.integer({ min: 1, max: 3 }), (input, placesEach) => {
        const pool = { ...input, objective: 'most-matched' as const, minScore: 0 };
        const before = match(pool);
        const call = callFor(pool, before, placesEach);
        if (!call) return;
        const more = Array.from({ length: call.mentors }, (_, n) =>
          mentor(`z${n}`, { capacity: placesEach, topics: [call.topic], site: call.site }),
        );
        const after = match({ ...pool, mentors: [...pool.mentors, ...more] });
        expect(after.matched - before.matched).toBeGreaterThanOrEqual(call.matches);
        expect(call.matches).toBeLessThanOrEqual(call.mentors * placesEach);
      }),
      { numRuns: 800, seed: 26 },
    );
  });
});

test('a draw is set against the one before it, which holds points as they were', () => {
  const input = asked([mentee('e1', { topics: ['a'] })], [mentor('o1'), mentor('o2', { topics: ['a'] })]);
  const before = [{ mentee: 'e1', mentor: 'o1', score: 35 }];
  const found = answer({ ask: 'draw', input, before, placesEach: 0, ranked: false }) as Drawn;
  expect(found.changes).toMatchObject({ gain: 1, lose: 0, even: 0, mentees: [{ mentee: 'e1', turn: 'better' }] });
  expect(found.call).toBeUndefined();
  expect(answer({ ask: 'why-not', input, mentee: 'e1', mentor: 'o2' })).toEqual({ kind: 'paired' });
});
