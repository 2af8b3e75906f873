// The page of a pair at every stage, for each of the two, as a table: one sentence says whose turn it is, it is the one that home says, and none contradicts it (R19, R20, R25, R27).
import { afterEach, describe, expect, test } from 'vitest';
import { put } from '../../../src/conversation/outcome.ts';
import { DAY } from '../../../src/scheme/calendar.ts';
import type { Pairing, Scheme } from '../../../src/scheme/kinds.ts';
import type { Role } from '../../../src/scheme/records/people.ts';
import { buttonsOf, words } from '../page.ts';
import { accountOf, samAndAlex } from '../people.ts';
import { aStory, type Story } from '../story.ts';
import { NOW } from '../turn.ts';

let on: Story;
afterEach(() => on.close());

const P1 = { pairing: 'P1' };
const who = { mentor: accountOf('sam'), mentee: accountOf('alex') };
const met = {
  state: 'active',
  met: 3,
  lastMetOn: '2026-11-09',
  agreedAt: NOW - 60 * DAY,
  endsOn: '2027-03-31',
} as const;
const terms = { purpose: 'To grow.', mentorExpects: 'Questions.' };
const agreement = (more: object) =>
  put('agreement', { id: 'P1', mentor: 'sam', mentee: 'alex', revision: 1, versions: [], ...more } as never);
const inForce = (more: object = {}) => ({
  number: 1,
  terms: { ...terms, ...more },
  agreedAt: NOW - 60 * DAY,
  workingTime: false,
});
const wish = {
  terms: { direction: 'Walk.', reviewOn: '2026-12-21' },
  before: {},
  by: { 4: 'sam' },
  confirmed: ['mentor'],
};

/** Everything that says whose turn it is. */
const TURNS = [
  'You suggest the first meeting',
  'suggests the first meeting',
  'You have suggested times',
  'has suggested times',
  'Your next meeting with',
  'You had planned to meet',
  'You lead the meetings',
  'leads the meetings.',
  'You need do nothing.',
];
const OPTIONS = 'here are your options';

type Row = [
  stage: string,
  pairing: Partial<Pairing>,
  turn: Record<Role, string>,
  more?: {
    records?: ReturnType<typeof put>[];
    scheme?: Partial<Scheme>;
    says?: Partial<Record<Role, string[]>>;
    buttons?: Partial<Record<Role, string[]>>;
  },
];

const MENTOR_FIRST = 'You suggest the first meeting with your mentee Alex Reed.';
const MENTEE_FIRST = 'Your mentor Sam Okoro suggests the first meeting. You are welcome to write too.';
const MENTOR_LED = 'Your mentee Alex Reed leads the meetings. You need do nothing.';
const MENTEE_LEADS = 'You lead the meetings with your mentor Sam Okoro.';
const first = { mentor: MENTOR_FIRST, mentee: MENTEE_FIRST };
const led = { mentor: MENTOR_LED, mentee: MENTEE_LEADS };

const table: Row[] = [
  [
    'introduced',
    { met: 0 },
    first,
    { says: { mentor: ['After that Alex arranges the meetings'], mentee: ['After that you arrange the meetings'] } },
  ],
  [
    'introduced a month ago, nothing heard',
    { met: 0, introducedAt: NOW - 60 * DAY, quiet: true },
    first,
    { says: { mentor: [OPTIONS] } },
  ],
  [
    'agreed before any meeting',
    { met: 0, state: 'active', agreedAt: NOW - DAY, endsOn: '2027-03-31' },
    first,
    { records: [agreement({ versions: [inForce()] })] },
  ],
  [
    'times suggested for the first meeting',
    { met: 0, timesWait: true },
    {
      mentor: 'You have suggested times for the first meeting. You hear which one your mentee Alex Reed chooses.',
      mentee: 'Your mentor Sam Okoro has suggested times for a meeting. One tap chooses one.',
    },
    { buttons: { mentee: ['Choose a time'] } },
  ],
  [
    'the first meeting ahead',
    { met: 0, plannedAt: NOW + DAY },
    {
      mentor: 'Your next meeting with your mentee Alex Reed is on Tuesday 24 November 2026, 09:30.',
      mentee: 'Your next meeting with your mentor Sam Okoro is on Tuesday 24 November 2026, 09:30.',
    },
  ],
  [
    'the first meeting, whose time has come',
    { met: 0, plannedAt: NOW - DAY },
    {
      mentor: 'You had planned to meet your mentee Alex Reed. How was it?',
      mentee: 'You had planned to meet your mentor Sam Okoro. How was it?',
    },
    { buttons: { mentor: ['How was it?'], mentee: ['How was it?'] } },
  ],
  ['after the first meeting, without an agreement', { met: 1, lastMetOn: '2026-11-20' }, led],
  [
    'an agreement that the mentee confirmed',
    { met: 1, lastMetOn: '2026-11-20', toConfirm: 'mentor', confirms: 'agreement' },
    { mentor: 'Your mentee Alex Reed leads the meetings.', mentee: MENTEE_LEADS },
    {
      records: [agreement({ draft: { terms, before: {}, by: { 1: 'alex' }, confirmed: ['mentee'] } })],
      says: {
        mentor: ['Your mentee Alex Reed has confirmed your agreement. It counts once you do too.'],
        mentee: ['It counts once Sam does too.'],
      },
      buttons: { mentor: ['Read and confirm'], mentee: ['Our agreement'] },
    },
  ],
  [
    'running',
    met,
    led,
    {
      says: {
        mentor: ['Met so far: 3 of'],
        mentee: ['Met so far: 3 of', 'The time you agreed on is until Wednesday 31 March 2027.'],
      },
    },
  ],
  [
    'running, a meeting ahead',
    { ...met, plannedAt: NOW + DAY },
    {
      mentor: 'Your next meeting with your mentee Alex Reed is on',
      mentee: 'Your next meeting with your mentor Sam Okoro is on',
    },
  ],
  [
    'running, other times suggested for it',
    { ...met, plannedAt: NOW + DAY, timesWait: true },
    {
      mentor: 'Your next meeting with your mentee Alex Reed is on',
      mentee: 'has suggested times for a meeting. One tap chooses one.',
    },
  ],
  [
    'running, one whose time has come',
    { ...met, plannedAt: NOW - DAY },
    {
      mentor: 'You had planned to meet your mentee Alex Reed.',
      mentee: 'You had planned to meet your mentor Sam Okoro.',
    },
  ],
  [
    'running, nothing heard',
    { ...met, quiet: true },
    led,
    { says: { mentor: [OPTIONS] }, buttons: { mentor: ['Your options'] } },
  ],
  [
    'running, check-ins paused',
    { ...met, restUntil: '2026-12-07' },
    led,
    {
      says: {
        mentor: ['No check-ins about this until Monday 7 December 2026.'],
        mentee: ['No check-ins about this until'],
      },
    },
  ],
  [
    'a new direction suggested by the mentor',
    { ...met, toConfirm: 'mentee', confirms: 'change' },
    led,
    {
      records: [agreement({ draft: wish })],
      scheme: { agreements: false },
      says: {
        mentee: ['Your mentor Sam Okoro suggests something for the two of you. It counts once you say yes too.'],
        mentor: ['It counts once Alex does too.'],
      },
      buttons: { mentee: ['Read and confirm'], mentor: ['What we agreed'] },
    },
  ],
  [
    'a new direction, before its day',
    { ...met, reviewAt: NOW + 28 * DAY },
    led,
    {
      records: [agreement({ versions: [inForce({ direction: 'Walk.', reviewOn: '2026-12-21' })] })],
      says: {
        mentee: ['Your new direction\nWalk.\nYou look at it together on Monday 21 December 2026.'],
        mentor: ['You look at it together on'],
      },
    },
  ],
  [
    'a new direction, on its day',
    met,
    led,
    {
      records: [agreement({ versions: [inForce({ direction: 'Walk.', reviewOn: '2026-11-23' })] })],
      says: { mentee: ['This is the time to look at it together'], mentor: ['This is the time'] },
      buttons: { mentee: ['Look at it'], mentor: ['Look at it'] },
    },
  ],
  [
    'in the last weeks',
    { ...met, introducedAt: NOW - 175 * DAY, endsOn: '2026-11-30' },
    led,
    {
      says: { mentee: ['The time you agreed on is until Monday 30 November 2026.'] },
      buttons: { mentor: ['Look back and finish'], mentee: ['Look back and finish'] },
    },
  ],
];

describe('the page of a pair, stage by stage', () => {
  const rows = table.flatMap(row => (['mentor', 'mentee'] as const).map(side => [row[0], side, row] as const));
  test.each(rows)(
    '%s: the %s',
    async (stage, side, [, more, turn, { records = [], scheme = {}, says = {}, buttons = {} } = {}]) => {
      on = await aStory([...samAndAlex(more), ...records], { evaluations: [], ...scheme });
      const page = await on.open(who[side], 'pair', P1);
      const home = await on.open(who[side], 'home');
      if (page.show !== 'view' || home.show !== 'view') throw new Error('no page');
      const text = words(page.view.parts);
      const labels = buttonsOf(page.view).map(({ label }) => label);
      if (process.env['READ_ALOUD'])
        console.log(
          `\n=== ${stage}, ${side}\n${text}\n[${labels.join('] [')}]\n--- home\n${words(home.view.parts)}\n[${buttonsOf(
            home.view,
          )
            .map(({ label }) => label)
            .join('] [')}]`,
        );
      for (const sentence of [turn[side], ...(says[side] ?? [])]) expect(text).toContain(sentence);
      // In the last weeks home speaks of the end instead.
      if (stage !== 'in the last weeks') expect(words(home.view.parts)).toContain(turn[side]);
      for (const seen of stage === 'in the last weeks' ? [text] : [text, words(home.view.parts)])
        expect([seen, TURNS.filter(said => seen.includes(said))]).toEqual([
          seen,
          TURNS.filter(said => turn[side].includes(said)),
        ]);
      expect([text, text.includes(OPTIONS)]).toEqual([text, says[side]?.includes(OPTIONS) ?? false]);
      expect(labels).toEqual(expect.arrayContaining(buttons[side] ?? []));
      expect(labels.at(-1)).toBe('Something isn’t working');
      expect(labels.filter((label, n) => labels.indexOf(label) !== n)).toEqual([]);
      expect(buttonsOf(page.view).filter(({ style }) => style === 'primary').length).toBeLessThanOrEqual(1);
    },
  );
});

describe('the buttons stand in the order in which they are of use: what is asked of this one first', () => {
  const MEETINGS = ['Suggest times', 'Plan a meeting', 'We met', 'How was it?', 'Next meeting', 'Choose a time'];
  const asked = { toConfirm: 'mentor', confirms: 'agreement' } as const;
  const rows: [stage: string, pairing: Partial<Pairing>, side: Role, labels: string[]][] = [
    ['introduced', { met: 0 }, 'mentor', ['Suggest times', 'Plan a meeting', 'We met']],
    ['introduced', { met: 0 }, 'mentee', ['Plan a meeting', 'We met', 'Next meeting']],
    ['times suggested', { met: 0, timesWait: true }, 'mentor', ['Next meeting', 'Plan a meeting', 'We met']],
    ['times suggested', { met: 0, timesWait: true }, 'mentee', ['Choose a time', 'We met']],
    ['a meeting ahead', { ...met, plannedAt: NOW + DAY }, 'mentor', ['Next meeting', 'We met']],
    ['a meeting ahead', { ...met, plannedAt: NOW + DAY }, 'mentee', ['Next meeting', 'We met']],
    ['its time has come', { ...met, plannedAt: NOW - DAY }, 'mentee', ['How was it?', 'Next meeting']],
    ['running', met, 'mentor', ['We met', 'Next meeting']],
    ['running', met, 'mentee', ['Plan a meeting', 'We met', 'Next meeting']],
    [
      'a yes is asked',
      { met: 0, ...asked },
      'mentor',
      ['Read and confirm', 'Suggest times', 'Plan a meeting', 'We met'],
    ],
  ];
  test.each(rows)('%s', async (_stage, more, side, labels) => {
    on = await aStory(samAndAlex(more), { evaluations: [] });
    const page = await on.open(who[side], 'pair', P1);
    if (page.show !== 'view') throw new Error('no page');
    const shown = buttonsOf(page.view).filter(({ label }) => [...MEETINGS, 'Read and confirm'].includes(label));
    expect(shown.map(({ label }) => label)).toEqual(labels);
    const asks = ['Suggest times', 'Choose a time', 'How was it?', 'Read and confirm'];
    const primary = buttonsOf(page.view).filter(({ style }) => style === 'primary');
    expect(primary.map(({ label }) => label)).toEqual(
      labels[0] && asks.includes(labels[0]) ? [labels[0]] : [side === 'mentor' ? 'Message Alex' : 'Message Sam'],
    );
    expect(buttonsOf(page.view)[0]?.label).toBe(labels[0]);
  });
});
