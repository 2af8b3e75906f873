// Every way an instance can be wrong is refused with one clear sentence; every right one is read as it stands.
import { expect, test } from 'vitest';
import { readInstance } from '../../src/matching/instance.ts';

const good = () => ({
  format: 'mentor-match/1',
  name: 'two and two',
  seed: 1,
  mentees: [
    { id: 'a', wants: 1 },
    { id: 'b', wants: 2 },
  ],
  mentors: [
    { id: 'x', capacity: 1 },
    { id: 'y', capacity: 0 },
  ],
  scores: {
    kind: 'dense',
    rows: [
      [5, null],
      [0, 1_000_000],
    ],
  } as { kind: string; rows: unknown },
  exclusions: [{ mentee: 'a', mentor: 'y', reason: 'same line' }] as unknown,
  locks: [{ mentee: 'b', mentor: 'x' }] as unknown,
  minScore: 3 as unknown,
  draft: [['a', 'x']] as unknown,
  menteePrefs: [[['x'], ['y']], []] as unknown,
  mentorPrefs: [[['a', 'b']], []] as unknown,
});

test('reads a whole instance, dense or sparse', () => {
  expect(readInstance(good())).toEqual({ instance: good() });
  const sparse = {
    ...good(),
    scores: {
      kind: 'sparse',
      rows: [
        [[0, 5]],
        [
          [1, 0],
          [0, 7],
        ],
      ],
    },
  };
  expect(readInstance(sparse)).toEqual({ instance: sparse });
});

test.each<[string, unknown]>([
  ['The file has to hold one JSON object.', []],
  ['"format" has to be mentor-match/1.', { ...good(), format: 'mentor-match/2' }],
  ['"name" has to be text.', { ...good(), name: 7 }],
  ['"seed" has to be a whole number or text.', { ...good(), seed: 1.5 }],
  ['"minScore" has to be a whole number.', { ...good(), minScore: '3' }],
  ['"mentees" has to be a list.', { ...good(), mentees: {} }],
  ['mentees[0] needs an id.', { ...good(), mentees: [{ wants: 1 }] }],
  [
    'The id a stands twice in "mentees".',
    {
      ...good(),
      mentees: [
        { id: 'a', wants: 1 },
        { id: 'a', wants: 1 },
      ],
    },
  ],
  ['a: "wants" has to be 1 or 2.', { ...good(), mentees: [{ id: 'a', wants: 3 }] }],
  ['x: "capacity" has to be a whole number from 0.', { ...good(), mentors: [{ id: 'x', capacity: -1 }] }],
  ['x: "capacity" has to be a whole number from 0.', { ...good(), mentors: [{ id: 'x', capacity: 2 ** 53 }] }],
  ['"scores" has to be an object with kind and rows.', { ...good(), scores: null }],
  ['"scores.kind" has to be dense or sparse.', { ...good(), scores: { kind: 'other', rows: [] } }],
  ['"scores.rows" needs one row for each of the 2 mentees.', { ...good(), scores: { kind: 'dense', rows: [[1, 2]] } }],
  ['scores.rows[1] has to be a list.', { ...good(), scores: { kind: 'dense', rows: [[1, 2], 3] } }],
  [
    'scores.rows[1] needs 2 entries, one for each mentor.',
    { ...good(), scores: { kind: 'dense', rows: [[1, 2], [3]] } },
  ],
  [
    'scores.rows[0][1] has to be a whole number from 0 to 1000000.',
    {
      ...good(),
      scores: {
        kind: 'dense',
        rows: [
          [1, 1_000_001],
          [3, 4],
        ],
      },
    },
  ],
  [
    'scores.rows[0][1] has to be a whole number from 0 to 1000000.',
    {
      ...good(),
      scores: {
        kind: 'dense',
        rows: [
          [1, 0.5],
          [3, 4],
        ],
      },
    },
  ],
  ['scores.rows[0][0] has to be [mentor index, score].', { ...good(), scores: { kind: 'sparse', rows: [[3], []] } }],
  [
    'scores.rows[0][0] names a mentor who is not in "mentors".',
    { ...good(), scores: { kind: 'sparse', rows: [[[2, 3]], []] } },
  ],
  [
    'scores.rows[0] names mentor 1 twice.',
    {
      ...good(),
      scores: {
        kind: 'sparse',
        rows: [
          [
            [1, 3],
            [1, 4],
          ],
          [],
        ],
      },
    },
  ],
  [
    'scores.rows[0][0] has to be a whole number from 0 to 1000000.',
    { ...good(), scores: { kind: 'sparse', rows: [[[1, -3]], []] } },
  ],
  ['"exclusions" has to be a list.', { ...good(), exclusions: undefined }],
  ['exclusions[0] needs a reason in words.', { ...good(), exclusions: [{ mentee: 'a', mentor: 'y' }] }],
  ['exclusions[0] names an unknown mentee: z.', { ...good(), exclusions: [{ mentee: 'z', mentor: 'y', reason: '' }] }],
  ['"locks" has to be a list.', { ...good(), locks: 'none' }],
  ['locks[0] has to name a mentee and a mentor.', { ...good(), locks: [['a', 'x']] }],
  ['locks[0] names an unknown mentor: z.', { ...good(), locks: [{ mentee: 'a', mentor: 'z' }] }],
  [
    'b and x are locked twice.',
    {
      ...good(),
      locks: [
        { mentee: 'b', mentor: 'x' },
        { mentee: 'b', mentor: 'x' },
      ],
    },
  ],
  ['a and y are both locked and excluded.', { ...good(), locks: [{ mentee: 'a', mentor: 'y' }] }],
  [
    'a and y are locked, but their pair has no score.',
    { ...good(), exclusions: [], locks: [{ mentee: 'a', mentor: 'y' }] },
  ],
  ['More mentees are locked to y than there are places.', { ...good(), locks: [{ mentee: 'b', mentor: 'y' }] }],
  [
    'a is locked to more mentors than wanted.',
    {
      ...good(),
      exclusions: [],
      scores: {
        kind: 'dense',
        rows: [
          [1, 1],
          [1, 1],
        ],
      },
      locks: [
        { mentee: 'a', mentor: 'x' },
        { mentee: 'a', mentor: 'y' },
      ],
    },
  ],
  ['"draft" has to be a list of [mentee, mentor].', { ...good(), draft: {} }],
  ['draft[0] has to be [mentee, mentor].', { ...good(), draft: [['a']] }],
  [
    'draft[1] names a pair for the second time.',
    {
      ...good(),
      draft: [
        ['a', 'x'],
        ['a', 'x'],
      ],
    },
  ],
  ['draft[0] names an unknown mentee: x.', { ...good(), draft: [['x', 'x']] }],
  ['draft[0] names an unknown mentor: a.', { ...good(), draft: [['a', 'a']] }],
  ['"menteePrefs" needs 2 lists, one for each person.', { ...good(), menteePrefs: [[]] }],
  ['mentorPrefs[0] has to be a list of tiers.', { ...good(), mentorPrefs: [['a'], []] }],
  ['"menteePrefs" needs 2 lists, one for each person.', { ...good(), menteePrefs: {} }],
  ['"mentorPrefs" needs 2 lists, one for each person.', { ...good(), mentorPrefs: null }],
  ['menteePrefs[1] has to be a list of tiers.', { ...good(), menteePrefs: [[], 'x'] }],
  ['mentorPrefs[0] names somebody unknown: x.', { ...good(), mentorPrefs: [[['x']], []] }],
  ['mentorPrefs[0] names somebody unknown: 7.', { ...good(), mentorPrefs: [[[7]], []] }],
  ['menteePrefs[0] names somebody unknown: a.', { ...good(), menteePrefs: [[['a']], []] }],
  ['menteePrefs[0] names somebody twice.', { ...good(), menteePrefs: [[['x'], ['x']], []] }],
])('%s', (problem, value) => {
  expect(readInstance(value)).toEqual({ problem });
});
