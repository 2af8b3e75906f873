// Home at every stage, as a table (issue 5, line 10): one next thing, three others at most, for whoever has a pairing the way to help last, and "3 of 6" as the only measure.
import { describe, expect, test } from 'vitest';
import type { Actor } from '../../../src/conversation/turn.ts';
import type { Evaluation, Pairing } from '../../../src/scheme/kinds.ts';
import type { Role } from '../../../src/scheme/records/people.ts';
import type { RegistrationState } from '../../../src/scheme/states.ts';
import { aPairing, aRegistration } from '../records.ts';
import { NOW } from '../turn.ts';
import { coordinator, home, names, sam, stranger } from './begin.ts';

const DAY = 86_400_000;
const as = (role: Role, state: RegistrationState, more: object = {}) => [
  aRegistration('S', role, { state, escalateAt: NOW + DAY, ...more }),
];
const mentee = as('mentee', 'full', { taken: 1 });
const mentor = as('mentor', 'full', { taken: 1 });
const mine = (more: Partial<Pairing> = {}) => aPairing('M', 'S', { id: 'P1', ...more });
const theirs = (more: Partial<Pairing> = {}) => aPairing('S', 'E', { id: 'P1', ...more });
const running = { state: 'active', met: 3, lastMetOn: '2026-11-09' } as const;
/** Half-way: questions stand open. */
const asked = (role: Role): Evaluation[] => [
  {
    id: 'P1-S',
    person: 'S',
    pairing: 'P1',
    role,
    points: { half: { askedAt: NOW - DAY, closesAt: NOW + DAY, reminders: 0 } },
  },
];
const lastWeeks = { introducedAt: NOW - 175 * DAY, endsOn: '2026-11-30' };
const ended = { state: 'ended-early', notice: 'given', endedAt: NOW - DAY } as const;

type Row = [stage: string, seen: ReturnType<typeof home>, says: string[], buttons: string[]];
const HELP = 'Something isn’t working';
const FULL = ['My profile', 'Pause or settings', 'Help'];
/** Where a place is left, the way to the forum. */
const POOL = [...FULL, 'Forum'];

const table: Row[] = [
  ['stranger', home(stranger), ['Two colleagues talk'], ['What mentoring is', 'Help', 'Contact', 'Forum']],
  [
    'waiting',
    home(sam, { registrations: as('mentee', 'submitted') }),
    ['You will have an answer by'],
    ['My registration', ...FULL],
  ],
  [
    'accepted, before the training',
    home(sam, { registrations: as('mentor', 'accepted', { training: 'needed' }) }),
    ['One step is left'],
    ['Training', 'My registration', 'My profile', 'Pause or settings'],
  ],
  [
    'accepted, before an event',
    home(sam, { registrations: as('mentee', 'ready') }),
    ['a matching event'],
    ['Events', 'My registration', 'My profile', 'Pause or settings'],
  ],
  ['mentor in the pool', home(sam, { registrations: as('mentor', 'available') }), ['nothing you need to do'], POOL],
  ['mentee in the pool', home(sam, { registrations: as('mentee', 'available') }), ['nothing you need to do'], POOL],
  [
    'mentee in the pool who may choose',
    home(sam, { registrations: as('mentee', 'available') }, { matchingMode: 'mentee' }),
    ['You can choose a mentor now'],
    ['Choose a mentor', ...FULL],
  ],
  [
    'mentee with a proposal',
    home(sam, { registrations: mentee, pairings: [mine({ state: 'proposed' })] }),
    ['There is a mentor for you to look at.'],
    ['Look at it', ...FULL],
  ],
  [
    'mentee who said yes',
    home(sam, { registrations: mentee, pairings: [mine({ state: 'mentee-yes' })] }),
    ['They have been asked, and you hear either way.'],
    POOL,
  ],
  [
    'mentor with a proposal',
    home(sam, { registrations: mentor, pairings: [theirs({ state: 'mentee-yes' })] }),
    ['Somebody would like you as a mentor.'],
    ['Look at it', ...FULL],
  ],
  [
    'mentor, introduced',
    home(sam, { registrations: mentor, pairings: [theirs()], names }),
    ['You suggest the first meeting with your mentee Elin Hart.'],
    ['Suggest times', 'My mentee', 'We met', HELP],
  ],
  [
    'mentee, introduced',
    home(sam, { registrations: mentee, pairings: [mine()], names }),
    ['Your mentor Mo Reed suggests the first meeting.'],
    ['My mentor', 'We met', 'My profile', HELP],
  ],
  [
    'mentee with times to choose from',
    home(sam, { registrations: mentee, pairings: [mine({ timesWait: true })], names }),
    ['One tap chooses one.'],
    ['Choose a time', 'My mentor', 'We met', HELP],
  ],
  [
    'mentee with an agreement to confirm',
    home(sam, { registrations: mentee, pairings: [mine({ met: 1, toConfirm: 'mentee' })], names }),
    ['It counts once you do too.', 'You lead the meetings', 'Met so far: 1 of 6.'],
    ['Read and confirm', 'Plan the next meeting', 'We met', HELP],
  ],
  [
    'mentee, running',
    home(sam, { registrations: mentee, pairings: [mine(running)], names }),
    ['You lead the meetings with your mentor Mo Reed. Met so far: 3 of 6.'],
    ['Plan the next meeting', 'We met', 'My mentor', HELP],
  ],
  [
    'mentor, running',
    home(sam, { registrations: mentor, pairings: [theirs(running)], names }),
    ['Your mentee Elin Hart leads the meetings. You need do nothing. Met so far: 3 of 6.'],
    ['My mentee', 'We met', 'My profile', HELP],
  ],
  [
    'running, a meeting ahead',
    home(sam, { registrations: mentee, pairings: [mine({ ...running, plannedAt: NOW + DAY })], names }),
    ['Your next meeting with your mentor Mo Reed is on Tuesday 24 November 2026, 09:30.'],
    ['Next meeting', 'My mentor', 'We met', HELP],
  ],
  [
    'running, a meeting whose time has come',
    home(sam, { registrations: mentor, pairings: [theirs({ ...running, plannedAt: NOW - DAY })], names }),
    ['You had planned to meet your mentee Elin Hart. How was it?'],
    ['How was it?', 'My mentee', 'My profile', HELP],
  ],
  [
    'mentee, half-way',
    home(sam, { registrations: mentee, pairings: [mine(running)], evaluations: asked('mentee'), names }),
    ['You lead the meetings', 'They take about three minutes.'],
    ['Plan the next meeting', 'How it goes', 'We met', HELP],
  ],
  [
    'mentor, half-way',
    home(sam, { registrations: mentor, pairings: [theirs(running)], evaluations: asked('mentor'), names }),
    ['They take about three minutes.', 'leads the meetings'],
    ['How it goes', 'My mentee', 'We met', HELP],
  ],
  [
    'mentee, closing',
    home(sam, { registrations: mentee, pairings: [mine({ ...running, ...lastWeeks })], names }),
    ['draws to its end.', 'You lead the meetings', 'Met so far: 3 of 6.'],
    ['Look back and finish', 'Plan the next meeting', 'We met', HELP],
  ],
  [
    'mentor, closing',
    home(sam, { registrations: mentor, pairings: [theirs({ ...running, ...lastWeeks })], names }),
    ['draws to its end. Look back together, celebrate, or agree to go on. Met so far: 3 of 6.'],
    ['Look back and finish', 'My mentee', 'We met', HELP],
  ],
  [
    'mentor, finished as agreed',
    home(sam, {
      registrations: as('mentor', 'resting'),
      pairings: [theirs({ state: 'completed', endedAt: NOW - DAY })],
      names,
    }),
    ['When you would like to mentor again, just say so.'],
    ['Offer a place again', ...FULL],
  ],
  [
    'mentee, afterwards',
    home(sam, { registrations: as('mentee', 'resting'), pairings: [mine(ended)], names }),
    ['When you would like another one, just say so.'],
    ['Look for another mentor', ...FULL],
  ],
  [
    'mentor, afterwards',
    home(sam, { registrations: as('mentor', 'resting'), pairings: [theirs(ended)], names }),
    ['When you would like to mentor again, just say so.'],
    ['Offer a place again', ...FULL],
  ],
  [
    'not accepted',
    home(sam, { registrations: as('mentee', 'not-accepted') }),
    ['The reason is for you alone to read.'],
    ['My registration', 'Settings and my data', 'Help', 'Contact'],
  ],
  [
    'has left',
    home(sam, { registrations: as('mentee', 'withdrawn') }),
    ['You are welcome to register again.'],
    ['Register again', 'Settings and my data', 'Help', 'Contact'],
  ],
  ['co-ordinator', home(coordinator), ['Your desk shows what needs you.'], ['Desk', 'Help', 'Contact', 'Forum']],
  [
    'co-ordinator who is a mentee',
    home({ account: 'slack/T1/US', person: sam, coordinator: true } satisfies Actor, {
      registrations: mentee,
      pairings: [mine(running)],
      names,
    }),
    ['Your desk shows what needs you.', 'You lead the meetings'],
    ['Desk', 'Plan the next meeting', 'We met', HELP],
  ],
];

describe('home, stage by stage', () => {
  test.each(table)('%s', (_stage, { says, buttons }, said, labels) => {
    expect(buttons.map(({ label }) => label)).toEqual(labels);
    const at = said.map(sentence => says.indexOf(sentence));
    expect(at).not.toContain(-1);
    expect(at).toEqual([...at].sort((a, b) => a - b));
    expect(buttons.length).toBeLessThanOrEqual(4);
    expect(buttons.filter(({ style }) => style === 'primary').map(({ label }) => label)).toEqual(labels.slice(0, 1));
  });

  test('nothing of a stage that was not reached: agreement, measure and help belong to a pairing that runs', () => {
    for (const [stage, { says, buttons }, , labels] of table) {
      const isRunning = labels.includes(HELP);
      expect([stage, buttons.some(({ label }) => label === HELP)]).toEqual([stage, isRunning]);
      if (!isRunning) expect([stage, /Met so far|agreement/.test(says)]).toEqual([stage, false]);
    }
  });

  test('nobody reads that they need do nothing beside something to do with the same pairing', () => {
    for (const [stage, { says }] of table)
      if (/draws to its end/.test(says))
        expect([stage, says]).toEqual([stage, expect.not.stringMatching(/need do nothing/)]);
  });

  test('R7: the forum is a place to go where there is room, before registering too, and not where the scheme has none (R0)', () => {
    const to = (stories: 'off' | 'at-once') => [
      home(stranger, {}, { stories }).to,
      home(sam, { registrations: as('mentee', 'available') }, { stories }).to,
    ];
    for (const one of to('at-once')) expect(one).toContain('forum');
    for (const one of to('off')) expect(one).not.toContain('forum');
  });

  test('the measure: by the interval the two agreed; more meetings than were thought of are simply so many', () => {
    const said = (more: Partial<Pairing>) =>
      home(sam, { registrations: mentee, pairings: [mine({ ...running, ...more })], names }).says;
    expect(said({ intervalWeeks: 2 })).toContain('Met so far: 3 of 12.');
    expect(said({ intervalWeeks: 26 })).toMatch(/Met so far: 3\.$/);
    expect(said({ met: 0 })).not.toContain('Met so far');
  });
});
