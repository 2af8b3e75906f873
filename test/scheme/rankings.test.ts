// What a matching takes from what people said after events.
import { expect, test } from 'vitest';
import type { Ranking } from '../../src/scheme/kinds.ts';
import { rankingClosedTo, rankingsFor } from '../../src/scheme/rankings.ts';
import type { Role } from '../../src/scheme/records/people.ts';

const named = (people: string[]) => people.map(person => ({ person, name: person }));
const aRanking = (person: string, role: Role, ranked: string[], ratherNot: string[] = [], at = 0): Ranking => ({
  id: `${person}-${at}`,
  event: String(at),
  person,
  role,
  ranked: named(ranked),
  ratherNot: named(ratherNot),
  at,
  eraseAt: at,
  closedTo: [],
});

test('wishes are kept by role and in order; of several events the newest comes first, each person once', () => {
  const gathered = [
    aRanking('both', 'mentee', ['m1', 'm2'], [], 1),
    aRanking('both', 'mentee', ['m3', 'm1'], [], 2),
    aRanking('both', 'mentor', ['e1']),
    aRanking('e1', 'mentee', []),
  ];
  expect(rankingsFor(gathered)).toEqual({
    menteeRanks: [{ id: 'both', tiers: [['m3'], ['m1'], ['m2']] }],
    mentorRanks: [{ id: 'both', tiers: [['e1']] }],
    apart: [],
  });
});

test('“rather not” keeps two apart both ways round, whoever said it and whatever the other one wished', () => {
  const gathered = [aRanking('e1', 'mentee', ['m1']), aRanking('m1', 'mentor', [], ['e1'])];
  const { apart } = rankingsFor(gathered);
  expect(apart).toContainEqual(['e1', 'm1']);
  expect(apart).toContainEqual(['m1', 'e1']);
});

test('R17: a ranking is closed to everybody it names and to those on its author’s list', () => {
  expect(rankingClosedTo(named(['m1', 'm2']), ['cl', 'm1'])).toEqual(['m1', 'm2', 'cl']);
});
