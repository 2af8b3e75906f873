// The rotation of talks, over many drawn situations: nobody twice with the same person, nobody with somebody they are kept apart from, as many talks as there can be, and pauses spread evenly.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Rotation, rotationOf, type Talk, type TalkRound } from '../../src/scheme/rotation.ts';

const ids = (letter: string, n: number): string[] => Array.from({ length: n }, (_, k) => `${letter}${k}`);
const asked = (mentors: number, mentees: number, more: Partial<Rotation> = {}): Rotation => ({
  seed: 'V1',
  mentors: ids('m', mentors),
  mentees: ids('e', mentees),
  apart: [],
  met: [],
  waited: new Map(),
  rounds: 6,
  ...more,
});
const key = (talk: readonly [string, string]): string => talk.join(' ');
const waitsIn = (rounds: readonly TalkRound[], people: readonly string[]): number[] =>
  people.map(id => rounds.filter(round => round.waiting.some(one => one.person === id)).length);
const spread = (waits: readonly number[]): number => (waits.length === 0 ? 0 : Math.max(...waits) - Math.min(...waits));

/** The most talks that can be held at once, worked out in the plainest way. */
function most(mentors: readonly string[], mentees: readonly string[], may: (talk: Talk) => boolean): number {
  const partner = new Map<string, string>();
  const place = (mentor: string, tried: Set<string>): boolean =>
    mentees.some(mentee => {
      if (tried.has(mentee) || !may([mentor, mentee])) return false;
      tried.add(mentee);
      const holder = partner.get(mentee);
      if (holder !== undefined && !place(holder, tried)) return false;
      partner.set(mentee, mentor);
      return true;
    });
  return mentors.filter(mentor => place(mentor, new Set())).length;
}

const situation = fc
  .record({ mentors: fc.integer({ min: 0, max: 9 }), mentees: fc.integer({ min: 0, max: 9 }), seed: fc.string() })
  .chain(({ mentors, mentees, seed }) => {
    const pair = fc.tuple(
      fc.integer({ min: 0, max: Math.max(0, mentors - 1) }).map(n => `m${n}`),
      fc.integer({ min: 0, max: Math.max(0, mentees - 1) }).map(n => `e${n}`),
    );
    return fc.record({
      mentors: fc.constant(mentors),
      mentees: fc.constant(mentees),
      seed: fc.constant(seed),
      apart: fc.array(pair, { maxLength: 20 }),
      met: fc.array(pair, { maxLength: 10 }),
      rounds: fc.integer({ min: 0, max: 12 }),
      flip: fc.boolean(),
    });
  });

/** What must hold of every rotation, whatever it was asked. */
function judge(given: Rotation, rounds: readonly TalkRound[]): void {
  const barred = new Set([...given.apart.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]), ...given.met.map(key)]);
  const held = new Set<string>();
  for (const { pairs, waiting } of rounds) {
    const may = (talk: Talk): boolean => !barred.has(key(talk)) && !held.has(key(talk));
    expect(pairs.length).toBe(most(given.mentors, given.mentees, may));
    const busy = [...pairs.flat(), ...waiting.map(one => one.person)];
    expect([...busy].sort()).toEqual([...given.mentors, ...given.mentees].sort());
    for (const talk of pairs) {
      expect(may(talk)).toBe(true);
      held.add(key(talk));
    }
  }
}

describe('a rotation', () => {
  test('never puts two together twice, nor two who are kept apart, and holds as many talks as there can be', () => {
    fc.assert(
      fc.property(situation, ({ mentors, mentees, apart, flip, ...more }) => {
        const either = flip ? apart.map(([a, b]): [string, string] => [b, a]) : apart;
        const given = asked(mentors, mentees, { ...more, apart: either });
        judge(given, rotationOf(given));
      }),
      { numRuns: 400 },
    );
  });

  test('spreads pauses evenly: with nobody kept apart, no two on one side differ by more than one', () => {
    const size = fc.integer({ min: 1, max: 14 });
    fc.assert(
      fc.property(size, size, fc.string(), (mentors, mentees, seed) => {
        const given = asked(mentors, mentees, { seed, rounds: Math.max(mentors, mentees) });
        const rounds = rotationOf(given);
        expect(rounds).toHaveLength(given.rounds);
        for (let n = 1; n <= rounds.length; n++) {
          expect(spread(waitsIn(rounds.slice(0, n), given.mentors))).toBeLessThanOrEqual(1);
          expect(spread(waitsIn(rounds.slice(0, n), given.mentees))).toBeLessThanOrEqual(1);
        }
        // The smaller side never pauses.
        const smaller = mentors <= mentees ? given.mentors : given.mentees;
        expect(Math.max(...waitsIn(rounds, smaller))).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  test('takes in whoever comes late and lets go whoever has gone: the talks held so far stay, and the rest is worked out anew', () => {
    const few = fc.integer({ min: 1, max: 8 });
    fc.assert(
      fc.property(few, few, few, few, fc.integer({ min: 0, max: 5 }), (mentors, mentees, gone, late, held) => {
        const before = asked(mentors, mentees, { rounds: held });
        const begun = rotationOf(before);
        const met = begun.flatMap(round => round.pairs);
        const waited = new Map(
          [...before.mentors, ...before.mentees].map((id, n) => [id, waitsIn(begun, [id])[0] ?? n]),
        );
        const after = asked(0, 0, {
          mentors: [...before.mentors.slice(gone), ...ids('late', late)],
          mentees: before.mentees.slice(0, Math.max(1, mentees - gone)),
          met,
          waited,
          rounds: 8,
        });
        judge(after, rotationOf(after));
      }),
      { numRuns: 200 },
    );
  });

  test('whoever has paused before comes first, and somebody who has just come is not put before them', () => {
    const rounds = rotationOf(asked(1, 3, { rounds: 1, waited: new Map([['e1', 2]]) }));
    expect(rounds[0]?.pairs).toEqual([['m0', 'e1']]);
  });

  test('depends on who is there and on nothing else: not on the order in which they are named, nor on chance', () => {
    const given = asked(7, 9);
    const shuffled = { ...given, mentors: [...given.mentors].reverse(), mentees: [...given.mentees].sort().reverse() };
    expect(rotationOf(shuffled)).toEqual(rotationOf(given));
    expect(rotationOf({ ...given, seed: 'V2' })).not.toEqual(rotationOf(given));
  });

  test('ends when everybody has met everybody', () => {
    expect(rotationOf(asked(2, 2, { rounds: 9 }))).toHaveLength(2);
    expect(rotationOf(asked(0, 5))).toEqual([]);
    expect(rotationOf(asked(1, 1, { apart: [['e0', 'm0']] }))).toEqual([]);
  });

  test('is there at once for an event of hundreds', () => {
    const given = asked(180, 420, { rounds: 12 });
    const start = performance.now();
    const rounds = rotationOf(given);
    expect(performance.now() - start).toBeLessThan(4_000);
    expect(rounds).toHaveLength(12);
    expect(spread(waitsIn(rounds, given.mentees))).toBeLessThanOrEqual(1);
  });
});
