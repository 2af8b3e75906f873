// Two draws side by side: what comes and goes adds up, and gains and losses are told as people would.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareDrafts } from '../../src/matching/compare.ts';
import type { MatchResult } from '../../src/matching/draw.ts';
import { match } from '../../src/matching/match.ts';
import { asked, mentee, mentor, somePool } from './people.ts';

const mentorsOf = (result: MatchResult, id: string): string[] =>
  result.pairs.filter(pair => pair.mentee === id).map(pair => pair.mentor);

test('one draw and what comes and goes give the other, for everybody and for the sums', () => {
  fc.assert(
    fc.property(somePool, somePool, fc.boolean(), (one, other, samePeople) => {
      const before = match(one);
      const after = match(samePeople ? { ...other, mentees: one.mentees, mentors: one.mentors } : other);
      const { stay, comes, goes, mentees, gain, lose, even, ...sums } = compareDrafts(before, after);
      expect(stay + goes.length).toBe(before.pairs.length);
      expect(stay + comes.length).toBe(after.pairs.length);
      expect(sums).toEqual({
        matched: after.matched - before.matched,
        pairs: after.pairs.length - before.pairs.length,
        total: after.total - before.total,
      });
      const names = (list: readonly { mentee: string; mentor: string }[]): string[] =>
        list.map(pair => `${pair.mentee} ${pair.mentor}`);
      const kept = names(before.pairs).filter(name => !names(goes).includes(name));
      expect([...kept, ...names(comes)].sort()).toEqual(names(after.pairs).sort());
      expect(gain + lose + even).toBe(mentees.length);
      const moved = ['from-nobody', 'to-nobody'].map(turn => mentees.filter(change => change.turn === turn).length);
      expect(moved[0]! - moved[1]!).toBe(sums.matched);
      const people = new Set([...before.pairs, ...after.pairs].map(pair => pair.mentee));
      const told = new Map(mentees.map(change => [change.mentee, change]));
      for (const id of people) {
        const [had, have] = [mentorsOf(before, id), mentorsOf(after, id)];
        expect(told.has(id)).toBe(had.join() !== have.join());
        if (!told.has(id)) continue;
        expect([told.get(id)!.before.mentors, told.get(id)!.after.mentors]).toEqual([had, have]);
      }
    }),
    { numRuns: 2000, seed: 71 },
  );
});

test('the same draw twice says that nothing changes', () => {
  const result = match(asked([mentee('e1'), mentee('e2')], [mentor('o1')]));
  expect(compareDrafts(result, result)).toEqual({
    stay: 1,
    comes: [],
    goes: [],
    mentees: [],
    gain: 0,
    lose: 0,
    even: 0,
    matched: 0,
    pairs: 0,
    total: 0,
  });
});

test('each turn by example', () => {
  const pair = (one: string, other: string, score: number) => ({ mentee: one, mentor: other, score, locked: false });
  const drawOf = (pairs: ReturnType<typeof pair>[]): MatchResult => ({
    ...match(asked([], [])),
    pairs: pairs as unknown as MatchResult['pairs'],
    total: pairs.reduce((sum, one) => sum + one.score, 0),
    matched: new Set(pairs.map(one => one.mentee)).size,
  });
  const before = [
    pair('gone', 'o1', 40),
    pair('one of two', 'o1', 90),
    pair('two of two', 'o1', 10),
    pair('two of two', 'o2', 10),
    pair('better', 'o3', 50),
    pair('worse', 'o4', 50),
    pair('other', 'o5', 50),
    pair('same', 'o6', 50),
  ];
  const after = [
    pair('came', 'o1', 30),
    pair('one of two', 'o7', 20),
    pair('one of two', 'o8', 20),
    pair('two of two', 'o2', 80),
    pair('better', 'o4', 51),
    pair('worse', 'o3', 49),
    pair('other', 'o9', 50),
    pair('same', 'o6', 50),
  ];
  const { mentees, gain, lose, even, total } = compareDrafts(drawOf(before), drawOf(after));
  expect(Object.fromEntries(mentees.map(one => [one.mentee, one.turn]))).toEqual({
    came: 'from-nobody',
    gone: 'to-nobody',
    'one of two': 'more',
    'two of two': 'fewer',
    better: 'better',
    worse: 'worse',
    other: 'other',
  });
  expect({ gain, lose, even, total }).toEqual({ gain: 3, lose: 3, even: 1, total: 0 });
  expect(mentees.find(one => one.mentee === 'one of two')).toMatchObject({
    before: { mentors: ['o1'], points: 90 },
    after: { mentors: ['o7', 'o8'], points: 40 },
  });
});
