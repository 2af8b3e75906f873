// The call a room makes: small pools against trying everything, every reason for being left over tried out, and the worker thread.
import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MatchInput, MatchResult } from '../../src/matching/draw.ts';
import { match } from '../../src/matching/match.ts';
import { answer, type Question } from '../../src/matching/question.ts';
import { blocksOf, fitOf, type Mentee, type Mentor } from '../../src/matching/score.ts';
import { bestFair, bestWorth, ORDER, worthOf } from './brute-force.ts';
import { faultsOf } from './checker.ts';
import { stream } from './families.ts';
import { asked, mentee, mentor, somePool } from './people.ts';
import { unrest } from './stability.ts';

const same = (a: readonly string[], b: readonly string[]): boolean => a[0] === b[0] && a[1] === b[1];

/** The file-format instance a pool stands for, made from the plain scores; locks as they were kept. */
function instanceOf(input: MatchInput, result: MatchResult) {
  const mentors = input.mentors.filter(one => one.capacity > 0);
  const barred = (one: Mentee, other: Mentor): boolean =>
    [...input.excluded, ...input.removed].some(pair => same(pair, [one.id, other.id])) ||
    blocksOf(one, other).length > 0;
  const locks = result.pairs.filter(pair => pair.locked);
  const isLock = (one: Mentee, other: Mentor): boolean =>
    locks.some(pair => pair.mentee === one.id && pair.mentor === other.id);
  return {
    mentees: input.mentees,
    mentors,
    scores: {
      kind: 'dense' as const,
      rows: input.mentees.map(one =>
        mentors.map(other =>
          barred(one, other) && !isLock(one, other) ? null : fitOf(one, other, input.weights).score,
        ),
      ),
    },
    exclusions: [],
    locks,
    minScore: input.minScore ?? 0,
    menteePrefs: input.mentees.map(one => tiersOf(input.menteeRanks, one.id)),
    mentorPrefs: mentors.map(one => tiersOf(input.mentorRanks, one.id)),
    draft: input.draft ?? [],
  };
}

const tiersOf = (ranks: MatchInput['menteeRanks'], id: string) => ranks?.find(one => one.id === id)?.tiers ?? [];

const KINDS = {
  'nobody-eligible': 'nobody-eligible',
  'all-full': 'all-eligible-full',
  'kept-free': 'kept-free',
  'ranked-none-reachable': 'ranked-none-reachable',
} as const;

const asFile = (result: MatchResult) => ({
  ...result,
  pairs: result.pairs.map(pair => [pair.mentee, pair.mentor] as const),
  unmatched: result.leftMentees.map(({ id, reason }) => ({
    id,
    reason: KINDS[reason.kind],
    ...(reason.kind === 'all-full' && reason.shortage ? { group: reason.shortage } : {}),
  })),
});

describe('small pools', () => {
  test('reach what trying everything reaches, those who waited first among equals', () => {
    fc.assert(
      fc.property(somePool, input => {
        const result = match(input);
        const instance = instanceOf(input, result);
        expect(faultsOf(instance, asFile(result))).toEqual([]);
        const waited = new Set(input.mentees.filter(one => one.waitedBefore).map(one => one.id));
        const pairs = asFile(result).pairs;
        const reached = worthOf(instance, pairs, waited);
        expect({ matched: result.matched, total: result.total }).toEqual({
          matched: reached.matched,
          total: reached.total,
        });
        if (input.objective === 'stable') expect(unrest(instance, pairs)).toEqual([]);
        else {
          const fair = input.objective === 'fair-floor';
          const best = fair ? bestFair(instance, waited) : bestWorth(instance, input.objective, waited);
          const order = ORDER[input.objective === 'fair-floor' ? 'most-matched' : input.objective];
          expect(order.map(what => reached[what])).toEqual(order.map(what => best[what]));
        }
        const has = (id: string): number => result.pairs.filter(pair => pair.mentee === id).length;
        expect(result.oneOfTwo).toEqual(
          input.mentees
            .filter(one => one.wants === 2 && has(one.id) === 1)
            .map(one => one.id)
            .sort(),
        );
      }),
      { numRuns: 8000, seed: 12 },
    );
  });

  test('give the same result in whatever order people and rules come', () => {
    fc.assert(
      fc.property(somePool, input => {
        const back = <T>(list: readonly T[]): T[] => [...list].reverse();
        const other = {
          ...input,
          mentees: back(input.mentees),
          mentors: back(input.mentors),
          excluded: back(input.excluded),
          locks: back(input.locks),
          removed: back(input.removed),
          menteeRanks: back(input.menteeRanks ?? []),
          mentorRanks: back(input.mentorRanks ?? []),
          draft: back(input.draft ?? []),
        };
        expect(match(other)).toEqual(match(input));
      }),
      { numRuns: 3000, seed: 13 },
    );
  });

  test('keep locks that can be kept and name the others', () => {
    fc.assert(
      fc.property(somePool, input => {
        const result = match(input);
        for (const lock of input.locks) {
          const kept = result.pairs.some(pair => pair.locked && same([pair.mentee, pair.mentor], lock));
          const aside = result.locksSetAside.filter(one => same([one.mentee, one.mentor], lock));
          expect(kept !== aside.length > 0).toBe(true);
          const here =
            input.mentees.some(one => one.id === lock[0]) &&
            input.mentors.some(one => one.id === lock[1] && one.capacity > 0);
          expect(aside[0]?.why === 'unknown').toBe(!here);
          if (aside[0]?.why === 'excluded') expect(input.excluded.some(pair => same(pair, lock))).toBe(true);
          if (kept) expect(input.excluded.some(pair => same(pair, lock))).toBe(false);
        }
      }),
      { numRuns: 1000, seed: 14 },
    );
  });
});

describe('what would help is true', () => {
  const peopleFirst = ({ objective }: MatchInput): boolean =>
    ['most-matched', 'fair-floor', 'keep-draft'].includes(objective);
  const left = (result: MatchResult, id: string): boolean => result.leftMentees.some(one => one.id === id);

  test('one more place with a named mentor gives one more person a mentor', () => {
    let tried = 0;
    fc.assert(
      fc.property(somePool, input => {
        const result = match(input);
        for (const { onePlaceWith, reason } of result.leftMentees) {
          expect(onePlaceWith.length > 0).toBe(reason.kind === 'all-full' && peopleFirst(input));
          for (const id of onePlaceWith) {
            tried++;
            const wider = input.mentors.map(one => (one.id === id ? { ...one, capacity: one.capacity + 1 } : one));
            expect(match({ ...input, mentors: wider }).matched).toBe(result.matched + 1);
          }
        }
      }),
      { numRuns: 3000, seed: 21 },
    );
    expect(tried).toBeGreaterThan(500);
  });

  test('a wish that can be relaxed opens as many mentors as said, and a free one among them means a mentor', () => {
    let tried = 0;
    fc.assert(
      fc.property(somePool, pool => {
        const input = peopleFirst(pool) ? pool : { ...pool, objective: 'most-matched' as const };
        const result = match(input);
        for (const { id, reason, relax } of result.leftMentees) {
          const eligible = reason.kind === 'nobody-eligible' ? 0 : reason.eligible;
          for (const { rule, opens, free } of relax) {
            if (rule !== 'slots' && rule !== 'removed') continue;
            tried++;
            const mentees = input.mentees.map(one => (one.id === id && rule === 'slots' ? { ...one, slots: [] } : one));
            const removed = input.removed.filter(pair => rule === 'slots' || pair[0] !== id);
            const after = match({ ...input, mentees, removed });
            if (free > 0) expect(left(after, id)).toBe(false);
            else if (left(after, id)) {
              expect(after.leftMentees.find(one => one.id === id)?.reason).toMatchObject({
                eligible: eligible + opens,
              });
            }
          }
        }
      }),
      { numRuns: 3000, seed: 22 },
    );
    expect(tried).toBeGreaterThan(300);
  });

  test('every mentor without anybody is told the true reason', () => {
    fc.assert(
      fc.property(somePool, input => {
        const result = match(input);
        const instance = instanceOf(input, result);
        const used = new Set(result.pairs.map(pair => pair.mentor));
        expect(result.leftMentors.map(one => one.id)).toEqual(
          instance.mentors
            .map(one => one.id)
            .filter(id => !used.has(id))
            .sort(),
        );
        for (const { id, reason } of result.leftMentors) {
          const column = instance.mentors.findIndex(one => one.id === id);
          const could = input.mentees.filter((_, i) => {
            const score = instance.scores.rows[i]![column]!;
            return score !== null && score >= instance.minScore;
          });
          const served = could.every(one => result.pairs.filter(pair => pair.mentee === one.id).length === one.wants);
          if (reason.kind !== 'nobody-eligible') {
            expect(reason.eligible).toBe(could.length);
            const ranked = input.objective === 'stable' || input.objective === 'first-choices';
            expect(reason.kind).toBe(served || !ranked ? 'all-served' : 'not-ranked');
            expect(served || ranked).toBe(true);
          } else {
            expect(could).toEqual([]);
            expect(Object.values(reason.ruledOut).reduce((sum, n) => sum + n, 0)).toBe(reason.considered);
          }
        }
      }),
      { numRuns: 4000, seed: 23 },
    );
  });
});

describe('by example', () => {
  test('each rule that ruled mentors out is counted once, the hardest first', () => {
    const input = asked(
      [mentee('e', { modes: ['video'], slots: ['mon'] })],
      [
        mentor('a', { modes: ['phone'] }),
        mentor('b', { modes: ['phone'], slots: ['tue'] }),
        mentor('c', { slots: ['tue'] }),
        mentor('d'),
        mentor('f', { capacity: 0 }),
      ],
      { excluded: [['e', 'd']] },
    );
    expect(match(input).leftMentees).toEqual([
      {
        id: 'e',
        reason: { kind: 'nobody-eligible', considered: 4, ruledOut: { excluded: 1, modes: 2, slots: 1 } },
        onePlaceWith: [],
        relax: [
          { rule: 'modes', opens: 1, free: 1 },
          { rule: 'slots', opens: 1, free: 1 },
        ],
      },
    ]);
  });

  test('a shortage names its people and places', () => {
    const result = match(asked([mentee('e1'), mentee('e2', { waitedBefore: true })], [mentor('o')]));
    expect(result.pairs.map(pair => pair.mentee)).toEqual(['e2']);
    expect(result.leftMentees).toEqual([
      {
        id: 'e1',
        reason: { kind: 'all-full', eligible: 1, shortage: { mentees: ['e1', 'e2'], mentors: ['o'], places: 1 } },
        onePlaceWith: ['o'],
        relax: [],
      },
    ]);
  });

  test('a shortage that many share is one object, so that an answer does not grow with its square on the way out of the thread', () => {
    const result = match(asked([mentee('e1'), mentee('e2'), mentee('e3')], [mentor('o')]));
    const [first, second] = result.leftMentees.map(({ reason }) => reason.kind === 'all-full' && reason.shortage);
    expect(first).toMatchObject({ mentees: ['e1', 'e2', 'e3'], places: 1 });
    expect(second).toBe(first);
  });

  test('among people a mentor holds equal, whoever was left over last time comes first', () => {
    const tiers = [['e1', 'e2'], ['e3']];
    const ranked = {
      objective: 'stable' as const,
      menteeRanks: ['e1', 'e2', 'e3'].map(id => ({ id, tiers: [['o']] })),
      mentorRanks: [{ id: 'o', tiers }],
    };
    const waiting = [mentee('e1'), mentee('e2', { waitedBefore: true }), mentee('e3', { waitedBefore: true })];
    const result = match(asked(waiting, [mentor('o')], ranked));
    expect(result.pairs.map(pair => pair.mentee)).toEqual(['e2']);
    expect(result.leftMentees.map(one => [one.id, one.reason.kind])).toEqual([
      ['e1', 'all-full'],
      ['e3', 'all-full'],
    ]);
    expect(() => match(asked(waiting, [mentor('o')], { objective: 'stable' }))).toThrow('menteeLists is missing');
  });

  test('who could only go to people not on the lists is told so, and the mentor too', () => {
    const ranked = { objective: 'first-choices' as const, menteeRanks: [{ id: 'e1', tiers: [['o1']] }] };
    const result = match(asked([mentee('e1'), mentee('e2')], [mentor('o1'), mentor('o2')], ranked));
    expect(result.pairs.map(pair => [pair.mentee, pair.mentor])).toEqual([['e1', 'o1']]);
    expect(result.leftMentees.map(one => one.reason)).toEqual([
      { kind: 'ranked-none-reachable', eligible: 2, ranked: 0 },
    ]);
    expect(result.leftMentors.map(one => one.reason)).toEqual([{ kind: 'not-ranked', eligible: 2 }]);
  });

  test('having waited never overturns a better total', () => {
    const input = asked(
      [mentee('e1', { topics: ['t'] }), mentee('e2', { topics: ['u'], waitedBefore: true })],
      [mentor('o', { topics: ['t'] })],
    );
    expect(match(input).pairs.map(pair => pair.mentee)).toEqual(['e1']);
  });

  test('the best fit may keep a place free', () => {
    const input = asked(
      [
        mentee('e1', { topics: ['t'], slots: ['mon'] }),
        mentee('e2', { slots: ['mon'], topics: ['u'], areas: ['x'], areaWish: 'same', stage: 3 }),
      ],
      [mentor('o1', { topics: ['t'], slots: ['mon'], areas: ['y'], stage: 0 }), mentor('o2', { slots: ['tue'] })],
      { objective: 'max-score' },
    );
    const result = match(input);
    expect(result.leftMentees.map(one => one.reason.kind)).toEqual(['all-full']);
    const free = match({
      ...input,
      mentors: [...input.mentors.slice(0, 1), mentor('o2', { slots: ['mon'], topics: [] })],
      excluded: [['e2', 'o2']],
    });
    expect(free.leftMentees.map(one => one.reason)).toEqual([{ kind: 'kept-free', eligible: 1, free: ['o2'] }]);
    expect(
      match({
        ...input,
        mentors: [...input.mentors.slice(0, 1), mentor('o2')],
        excluded: [['e2', 'o2']],
        objective: 'most-matched',
      }).matched,
    ).toBe(2);
  });

  test('one person may be mentor and mentee, but not their own', () => {
    const result = match(asked([mentee('p1'), mentee('p2')], [mentor('p1'), mentor('p2')]));
    expect(result.pairs.map(pair => [pair.mentee, pair.mentor])).toEqual([
      ['p1', 'p2'],
      ['p2', 'p1'],
    ]);
  });

  test('an id that stands twice is our mistake', () => {
    expect(() => match(asked([mentee('e'), mentee('e')], []))).toThrow('e stands twice');
  });
});

/** A pool of technicians of the size given, from a seed. */
function technicians(mentees: number, mentors: number, seed: number): MatchInput {
  const next = stream(seed);
  const pick = (from: string, count: number): string[] => [
    ...new Set(Array.from({ length: count }, () => `${from}${Math.floor(next() * 16)}`)),
  ];
  const common = () => ({
    areas: pick('area', 2),
    stage: Math.floor(next() * 5),
    site: `site${Math.floor(next() * 6)}`,
    modes: next() < 0.5 ? ['in-person', 'video'] : ['video'],
    slots: pick('slot', 5),
  });
  return asked(
    Array.from({ length: mentees }, (_, i) =>
      mentee(`e${i}`, {
        ...common(),
        topics: pick('topic', 3),
        areaWish: 'same',
        waitedBefore: next() < 0.1,
        wants: next() < 0.1 ? 2 : 1,
      }),
    ),
    Array.from({ length: mentors }, (_, j) =>
      mentor(`o${j}`, { ...common(), topics: pick('topic', 5), capacity: 1 + Math.floor(next() * 4) }),
    ),
  );
}

test.each([
  [300, 120],
  [360, 120],
])('a pool of %i technicians and %i mentors is proved like a small one', (mentees, mentors) => {
  for (const objective of ['most-matched', 'max-score', 'fair-floor'] as const) {
    const input = { ...technicians(mentees, mentors, 2), objective };
    const result = match(input);
    expect(faultsOf(instanceOf(input, result), asFile(result))).toEqual([]);
  }
});

test('a worker thread answers as the plain call does, and says when it cannot', async () => {
  const question = (input: MatchInput): Question => ({ ask: 'draw', input, placesEach: 2, ranked: false });
  const worker = new Worker(new URL('../../src/matching/worker.ts', import.meta.url));
  const ask = (number: number, input: MatchInput): Promise<unknown> =>
    new Promise(resolve => {
      worker.once('message', resolve);
      worker.postMessage({ number, question: question(input) });
    });
  const input = technicians(60, 20, 4);
  expect(await ask(1, input)).toEqual({ number: 1, answer: answer(question(input)) });
  expect(await ask(2, asked([mentee('e'), mentee('e')], []))).toMatchObject({
    number: 2,
    failed: new Error('matching: e stands twice in one list'),
  });
  expect(await ask(3, input)).toMatchObject({ number: 3, answer: { ranked: false } });
  await worker.terminate();
});
