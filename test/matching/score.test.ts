// Points of pairs by example, what blocks a pair, and the compiled scores against the plain ones.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/matching/compile.ts';
import type { MakeKernel } from '../../src/matching/kernel.ts';
import { plainKernel } from '../../src/matching/plain-kernel.ts';
import { blocksOf, fitOf, type Mentee, type Mentor, scorePair } from '../../src/matching/score.ts';
import { wasmKernel } from '../../src/matching/wasm-kernel.ts';
import { mentee, mentor, someMentees, someMentors, someWeights } from './people.ts';

const ALL = { topics: 45, area: 15, stage: 10, site: 10, event: 0 };

describe('points', () => {
  test.each<[string, Partial<Mentee>, Partial<Mentor>, Partial<typeof ALL>]>([
    ['nothing asked is nothing missed', {}, {}, {}],
    ['all three topics', { topics: ['a', 'b', 'c'] }, { topics: ['c', 'b', 'a', 'd'] }, { topics: 45 }],
    ['the first of three topics', { topics: ['a', 'b', 'c'] }, { topics: ['a'] }, { topics: 20 }],
    ['the second and third of three', { topics: ['a', 'b', 'c'] }, { topics: ['b', 'c'] }, { topics: 25 }],
    ['the second of two', { topics: ['a', 'b'] }, { topics: ['b'] }, { topics: 18 }],
    ['the only one', { topics: ['a'] }, { topics: ['b', 'a'] }, { topics: 45 }],
    ['none of them', { topics: ['a'] }, { topics: ['b'] }, { topics: 0 }],
    ['a fourth topic does not count', { topics: ['a', 'b', 'c', 'd'] }, { topics: ['d'] }, { topics: 0 }],
    ['a topic named twice counts once', { topics: ['a', 'a', 'b'] }, { topics: ['b'] }, { topics: 18 }],
    ['same area wished and found', { areaWish: 'same', areas: ['x', 'y'] }, { areas: ['y'] }, {}],
    ['same area wished, another found', { areaWish: 'same', areas: ['x'] }, { areas: ['y'] }, { area: 0 }],
    ['another area wished and found', { areaWish: 'different', areas: ['x'] }, { areas: ['y'] }, {}],
    ['another area wished, the same found', { areaWish: 'different', areas: ['x'] }, { areas: ['x'] }, { area: 0 }],
    ['no wish for an area', { areas: ['x'] }, { areas: ['y'] }, {}],
    ['an area not known', { areaWish: 'same', areas: ['x'] }, {}, {}],
    ['one step ahead', { stage: 1 }, { stage: 2 }, { stage: 10 }],
    ['two steps ahead', { stage: 1 }, { stage: 3 }, { stage: 8 }],
    ['the same stage', { stage: 1 }, { stage: 1 }, { stage: 6 }],
    ['far ahead', { stage: 0 }, { stage: 4 }, { stage: 5 }],
    ['less senior', { stage: 3 }, { stage: 0 }, { stage: 3 }],
    ['in person wanted, same site', { modes: ['in-person'], site: 'n' }, { modes: ['in-person'], site: 'n' }, {}],
    ['in person wanted, another site', { modes: ['in-person', 'video'], site: 'n' }, { site: 's' }, { site: 0 }],
    [
      'in person wanted, the mentor cannot',
      { modes: ['in-person', 'video'], site: 'n' },
      { modes: ['video'], site: 'n' },
      { site: 0 },
    ],
    ['in person wanted, a site not known', { modes: ['in-person'], site: 'n' }, {}, {}],
    ['by video, another site', { modes: ['video'], site: 'n' }, { modes: ['video'], site: 's' }, {}],
  ])('%s', (_, wish, offer, points) => {
    const parts = { ...ALL, ...points };
    const fit = fitOf(mentee('e', wish), mentor('o', offer));
    expect(fit.parts).toEqual(parts);
    expect(fit.score).toBe(parts.topics + parts.area + parts.stage + parts.site);
  });

  test.each<[string, string[] | undefined, string[] | undefined, number]>([
    ['both would like each other', ['o'], ['e'], 20],
    ['one would', ['o'], ['x'], 10],
    ['the other would', ['x'], ['e'], 10],
    ['neither would', [], ['x'], 0],
    ['one did not say', undefined, ['e'], 20],
    ['one did not say, and the other would rather somebody else', undefined, ['x'], 10],
    ['neither said anything', undefined, undefined, 20],
  ])('after an event, where %s', (_, wish, offer, points) => {
    const one = mentee('e', wish ? { liked: wish } : {});
    const other = mentor('o', offer ? { liked: offer } : {});
    const weights = { topics: 1, area: 1, stage: 1, site: 1, event: 1 };
    expect(fitOf(one, other, weights).parts.event).toBe(points);
    expect(fitOf(one, other, { ...weights, event: 2 }).parts.event).toBe(2 * points);
  });

  test('each part counts as often as it is weighed', () => {
    const weights = { topics: 2, area: 0, stage: 1, site: 2, event: 0 };
    const fit = fitOf(mentee('e', { topics: ['a', 'b'] }), mentor('o', { topics: ['b'] }), weights);
    expect(fit.parts).toEqual({ topics: 36, area: 0, stage: 10, site: 20, event: 0 });
    expect(fit.score).toBe(66);
  });

  test('facts come in the mentee’s own order', () => {
    const fit = fitOf(
      mentee('e', {
        topics: ['c', 'a', 'b'],
        slots: ['tue', 'mon'],
        modes: ['video'],
        site: 'n',
        stage: 1,
        areas: ['x'],
      }),
      mentor('o', {
        topics: ['a', 'b', 'c'],
        slots: ['mon', 'tue', 'wed'],
        modes: ['phone', 'video'],
        site: 's',
        stage: 0,
        areas: ['x'],
      }),
    );
    expect(fit).toMatchObject({
      sharedTopics: ['c', 'a', 'b'],
      wantedTopics: 3,
      sharedSlots: ['tue', 'mon'],
      sharedModes: ['video'],
      sharedAreas: ['x'],
      sameSite: false,
      stepsAhead: -1,
    });
  });
});

describe('what blocks a pair', () => {
  const rules = { excluded: false, removed: false, minScore: null };
  test.each<
    [
      string,
      Partial<Mentee>,
      Partial<Mentor>,
      Partial<{ excluded: boolean; removed: boolean; minScore: number }>,
      string[],
    ]
  >([
    ['nothing known blocks nothing', {}, {}, {}, []],
    ['no shared mode', { modes: ['video'] }, { modes: ['phone'] }, {}, ['modes']],
    ['modes of one side unknown', { modes: ['video'] }, {}, {}, []],
    ['no shared slot', { slots: ['mon'] }, { slots: ['tue'] }, {}, ['slots']],
    ['slots of one side unknown', {}, { slots: ['tue'] }, {}, []],
    ['a less senior mentor', { stage: 4 }, { stage: 0 }, {}, []],
    ['below the minimum', { topics: ['a'] }, { topics: [] }, { minScore: 36 }, ['minimum']],
    ['just at the minimum', { topics: ['a'] }, { topics: [] }, { minScore: 35 }, []],
    [
      'everything at once, hardest first',
      { modes: ['video'], slots: ['mon'] },
      { modes: ['phone'], slots: ['tue'] },
      { excluded: true, removed: true, minScore: 99 },
      ['excluded', 'removed', 'modes', 'slots', 'minimum'],
    ],
  ])('%s', (_, wish, offer, rule, blocks) => {
    expect(blocksOf(mentee('e', wish), mentor('o', offer), { ...rules, ...rule })).toEqual(blocks);
    expect(scorePair(mentee('e', wish), mentor('o', offer), { ...rules, ...rule })).toEqual(
      blocks.length > 0 ? { blocked: blocks[0] } : fitOf(mentee('e', wish), mentor('o', offer)),
    );
  });

  test('nobody is their own mentor', () => {
    expect(blocksOf(mentee('p1'), mentor('p1'))).toEqual(['excluded']);
  });
});

const NONE = { excluded: false, removed: false, minScore: null };
const wasm: MakeKernel = (mentors, planes, keys) => wasmKernel(mentors, planes, keys)!;

test('compiled scores are the plain ones', () => {
  fc.assert(
    fc.property(
      someMentees(4),
      someMentors(4),
      fc.nat({ max: 60 }),
      someWeights,
      (mentees, mentors, spare, weights) => {
        // Many other names, so that the bit sets need more than one word.
        const wide = mentor('o-wide', {
          topics: Array.from({ length: spare }, (_, i) => `t${i}`),
          slots: Array.from({ length: spare }, (_, i) => `s${i}`),
        });
        const pool = [wide, ...mentors, wide];
        for (const make of [wasm, plainKernel]) {
          const { read, kernel } = compile(mentees, pool, { make, weights });
          mentees.forEach((one, i) => {
            read(i);
            const plain = pool
              .map(other => scorePair(one, other, { ...NONE, weights }))
              .map(fit => ('blocked' in fit ? -1 : fit.score));
            expect([...kernel.row]).toEqual(plain);
          });
        }
      },
    ),
    { numRuns: 1500, seed: 5 },
  );
});
