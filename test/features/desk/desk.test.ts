// The desk and the directory by plain calls: what needs a co-ordinator, nothing of their own pairings, people in plain words.
import { describe, expect, test } from 'vitest';
import type { Actor } from '../../../src/conversation/turn.ts';
import { deskRoom } from '../../../src/features/desk/desk.ts';
import { DAY } from '../../../src/scheme/calendar.ts';
import type { Contribution, Exit, Inquiry, Run, Session } from '../../../src/scheme/kinds.ts';
import { leads, screenOf, take, viewOf, words } from '../page.ts';
import { aPairing, aRegistration } from '../records.ts';
import { aPerson, aScheme, aTurn, NOW } from '../turn.ts';

const priya: Actor = { account: 'slack/T1/UC1', coordinator: true };
const sam = aPerson('S', 'Sam Okafor');
const elin = aPerson('E', 'Elin Hart');
const nothing = {
  waiting: [],
  exits: [],
  exitsOpen: [],
  inquiries: [],
  taken: [],
  quiet: [],
  finished: [],
  stories: [],
  support: {},
  sessions: [],
  over: [],
  seats: [],
  looking: [],
  nexts: [],
  nextMentees: [],
  nextMentors: [],
  lookers: [],
  training: [],
  events: [],
  runs: [],
  menteesFree: [],
  mentorsFree: [],
  mentors: [],
  mentees: [],
  openMentors: [],
  openMentees: [],
  writers: [],
  takenWriters: [],
};
const desk = (open: object, who = priya, scheme = aScheme()) =>
  viewOf(deskRoom, 'desk', aTurn(who, { ...nothing, ...open }, { scheme }));
const exit = (more: Partial<Exit> = {}): Exit => ({
  id: 'P1',
  person: 'E',
  mentor: 'S',
  mentee: 'E',
  at: NOW,
  lastDay: '2026-11-20',
  met: 2,
  partnerKnows: 'told',
  reasons: [],
  next: 'later',
  urgent: false,
  escalated: false,
  closedTo: [],
  ...more,
});
const inquiry: Inquiry = {
  id: 'Q1',
  person: 'S',
  text: 'A secret',
  urgent: true,
  at: NOW,
  answerBy: '2026-11-30',
  escalateAt: NOW,
  state: 'open',
  escalated: false,
  closedTo: [],
};
const run = (state: Run['state']): Run => ({
  id: 'run1',
  by: 'x',
  at: NOW,
  state,
  generation: 1,
  pairs: 3,
  leftMentees: 0,
  leftMentors: 0,
  total: 1,
  pages: 1,
  leftPages: 0,
  locks: [],
  removed: [],
  lines: {},
  closedTo: [],
});

describe('what needs a co-ordinator', () => {
  test('with nothing to do it says so, and the places are there', () => {
    const view = desk({});
    expect(words(view.parts)).toContain('Nothing needs you at the moment.');
    const places = ['people', 'match', 'match.two', 'events', 'training', 'forum.desk', 'checkin.now', 'setup', 'home'];
    expect(leads(view)).toEqual(expect.arrayContaining(places));
    expect(leads(view)[0]).toBe('people');
  });

  test('who could be matched is said beside the places, also while nothing is waiting', () => {
    const says = (open: object): string => words(desk(open).parts);
    const mentees = [aRegistration('E', 'mentee'), aRegistration('F', 'mentee')];
    expect(says({ menteesFree: mentees, mentorsFree: [aRegistration('S', 'mentor')] })).toMatch(
      /Nothing needs you[\s\S]*Waiting for a mentor: 2\. Mentors with a place free: 1\./,
    );
    const many = Array.from({ length: 26 }, (_, n) => aRegistration(`E${n}`, 'mentee'));
    expect(says({ menteesFree: many })).toContain('Waiting for a mentor: more than 25. Mentors with a place free: 0.');
    expect(says({ mentorsFree: mentees })).not.toContain('Waiting for a mentor');
  });

  test('registrations, ends, lines, training, a match and silence each lead to their room', () => {
    const view = desk({
      waiting: [aRegistration('E', 'mentee', { state: 'submitted', submittedAt: NOW }), aRegistration('S', 'mentor')],
      exits: [exit()],
      exitsOpen: [exit({ id: 'P2' })],
      inquiries: [inquiry],
      taken: [{ ...inquiry, id: 'Q2', state: 'taken', takenBy: 'slack/T1/UC1' }],
      quiet: [aPairing('S', 'E')],
      finished: [
        aPairing('S', 'E', { state: 'completed', endedAt: NOW }),
        aPairing('S', 'F', { state: 'completed', endedAt: 0 }),
      ],
      training: [aRegistration('S', 'mentor', { state: 'accepted', training: 'needed' })],
      runs: [run('ready')],
      mentors: [sam],
      mentees: [elin],
      writers: [sam],
      takenWriters: [sam],
    });
    expect(leads(view).slice(0, 9)).toEqual([
      'exit.read',
      'exit.read',
      'contact.inquiry',
      'contact.inquiry',
      'accept',
      'accept.training',
      'match.run',
      'closing.list',
      'checkin.quiet',
    ]);
    const said = words(view.parts);
    expect(said).toContain('2 registrations wait for an answer, the first sent on Monday 23 November 2026.');
    expect(said).toContain('Sam Okafor and Elin Hart: ended on Friday 20 November 2026. Not read yet.');
    expect(said).toContain('One pairing has finished as agreed in the last four weeks.');
    expect(said).not.toContain('A secret');
  });

  test('what somebody else looks after, and a match that is not ready, need nobody here', () => {
    const taken = [{ ...inquiry, state: 'taken', takenBy: 'slack/T1/UC2' }];
    const view = desk({ taken, runs: [run('preparing')] });
    expect(words(view.parts)).toContain('Nothing needs you at the moment.');
  });

  test('a co-ordinator sees nothing of pairings they are part of, nor their own line to answer', () => {
    const self: Actor = { account: sam.accounts[0]!, person: sam, coordinator: true };
    const view = desk({ exits: [exit()], quiet: [aPairing('S', 'E')], inquiries: [inquiry] }, self);
    expect(words(view.parts)).toContain('Nothing needs you at the moment.');
  });

  test('many are counted up to a point and never hidden without a word', () => {
    const waiting = Array.from({ length: 26 }, () => aRegistration('E', 'mentee', { submittedAt: NOW }));
    const exits = Array.from({ length: 9 }, (_, n) => exit({ id: `P${n}` }));
    const view = desk({ waiting, exits });
    expect(words(view.parts)).toContain('More than 25 registrations');
    expect(leads(view).filter(word => word === 'exit.read')).toHaveLength(8);
    expect(words(view.parts)).toContain('There are more');
  });

  test('a next-best that is prepared stands there as long as both are free', () => {
    const place = (person: string, role: 'mentor' | 'mentee', more = {}) => aRegistration(person, role, more);
    const one = { id: 'e', mentee: 'e', mentor: 'm', after: 'p', why: {}, at: NOW, closedTo: [] };
    const both = { nexts: [one], nextMentees: [place('e', 'mentee')], nextMentors: [place('m', 'mentor')] };
    expect(leads(desk(both))).toContain('match.next');
    const taken = { ...both, nextMentors: [place('m', 'mentor', { state: 'full', taken: 1 })] };
    expect(leads(desk(taken))).not.toContain('match.next');
  });

  test('mentees at the end of their own list, while they look still; all who wait, where pairs are put together by hand', () => {
    const wish = { id: 'E', person: 'E', state: 'over', left: [], asked: ['S'], at: NOW, closedTo: ['S'] };
    const place = aRegistration('E', 'mentee');
    const shown = desk({ looking: [wish], lookers: [place] });
    expect(words(shown.parts)).toMatch(/One mentee has come to the end of their own list/);
    expect(leads(shown)).toContain('choose.looking');
    const found = desk({ looking: [wish], lookers: [{ ...place, state: 'full', taken: 1 }] });
    expect(words(found.parts)).not.toMatch(/own list/);
    const byHand = desk({ menteesFree: [place] }, priya, aScheme({ matchingMode: 'coordinator' }));
    expect(words(byHand.parts)).toMatch(/One mentee waits for you to think of a mentor/);
    expect(leads(byHand)).toContain('match.waiting');
  });

  test('a session that has been asks who was there, until somebody is marked or two weeks are over; not where nobody had a place', () => {
    const been = { id: 'T1', title: 'Being a mentor', at: NOW - DAY, endsAt: NOW - DAY } as Session;
    const seats = [{ id: 'T1', taken: 2 }];
    const shown = desk({ over: [been], seats });
    expect(words(shown.parts)).toContain('Being a mentor was on Sunday 22 November 2026. Nobody is marked');
    expect(leads(shown)).toContain('session.came');
    const quiet = [
      { over: [{ ...been, markedAt: NOW }], seats },
      { over: [{ ...been, endsAt: NOW - 14 * DAY }], seats },
      { over: [been], seats: [{ id: 'T1', taken: 0 }] },
    ];
    for (const open of quiet) expect(leads(desk(open))).not.toContain('session.came');
    expect(leads(desk({ over: [been], seats }, priya, aScheme({ sessions: false })))).not.toContain('session.came');
  });

  test('with one co-ordinator only, a second one is asked for', () => {
    const view = desk({}, priya, aScheme({ coordinators: ['slack/T1/UC1'] }));
    expect(leads(view)).toContain('setup.coordinators');
  });
});

describe('the directory', () => {
  const paused = aRegistration('S', 'mentor', { state: 'paused', pausedUntil: '2027-01-11' });

  test('people stand with their roles in plain words, and the list goes on', () => {
    const open = { people: [sam, elin], mentors: [paused], mentees: [aRegistration('E', 'mentee')] };
    const view = viewOf(deskRoom, 'people', aTurn(priya, open, { more: { people: 'on' } }));
    expect(words(view.parts)).toContain('Sam Okafor\nMentor: has paused until Monday 11 January 2027');
    expect(words(view.parts)).toContain('Elin Hart\nMentee: can be matched');
    expect(leads(view)).toEqual(['people.find', 'people.one', 'people.one', 'people', 'desk']);
  });

  test('a mentee who cannot be matched at present reads as somebody with a mentor, not as somebody short of places', () => {
    const open = {
      people: [sam, elin],
      mentors: [aRegistration('S', 'mentor', { state: 'full' })],
      mentees: [aRegistration('E', 'mentee', { state: 'full' })],
    };
    const said = words(viewOf(deskRoom, 'people', aTurn(priya, open)).parts);
    expect(said).toContain('Mentor: has no place left at the moment');
    expect(said).toContain('Mentee: has a mentor, or is being asked about one');
  });

  test('somebody is found by name', () => {
    const outcome = take(deskRoom, 'people.find', aTurn(priya, {}), { who: [{ person: 'S' }] });
    expect(screenOf(outcome)).toEqual({ show: 'next', to: { word: 'people.one', ids: { person: 'S' } } });
  });

  const one = (who: Actor, open: object = {}, scheme = aScheme()) =>
    viewOf(
      deskRoom,
      'people.one',
      aTurn(
        who,
        {
          person: sam,
          registrations: [aRegistration('S', 'mentor', { capacity: 2, taken: 1 })],
          pairings: [],
          mentors: [],
          mentees: [],
          ...open,
        },
        { scheme },
      ),
    );

  test('one person: dates and counts of running pairings, never a text, never an end (R51, R54)', () => {
    const pairings = [
      aPairing('S', 'E', { met: 2, lastMetOn: '2026-11-10', endsOn: '2027-01-29' }),
      aPairing('S', 'F', { state: 'ended-early' }),
    ];
    const view = one(priya, { pairings, mentors: [sam], mentees: [elin] });
    expect(words(view.parts)).toContain('Mentor Sam Okafor and mentee Elin Hart');
    expect(words(view.parts)).toContain('2 meetings, the last on Tuesday 10 November 2026');
    expect(words(view.parts)).toContain('planned until Friday 29 January 2027');
    expect(words(view.parts).match(/mentee /g)).toHaveLength(1);
    const onward = ['match.person', 'setup.coordinators!add', 'people', 'desk'];
    expect(leads(view)).toEqual(['accept.one', 'exit.theirs', ...onward]);
  });

  test('whoever is a co-ordinator, or gone, cannot be made one', () => {
    const is = aScheme({ coordinators: ['slack/T1/UC1', sam.accounts[0]!] });
    expect(leads(one(priya, {}, is))).not.toContain('setup.coordinators!add');
    expect(leads(one(priya, { person: { ...sam, goneAt: 1 } }))).not.toContain('setup.coordinators!add');
  });

  test('one’s own page says nothing of places taken (R13)', () => {
    const self: Actor = { account: sam.accounts[0]!, person: sam, coordinator: true };
    const full = [aRegistration('S', 'mentor', { state: 'full', capacity: 1, taken: 1 })];
    expect(words(one(self, { registrations: full }).parts)).not.toMatch(/taken|no place/);
    expect(words(one(priya, { registrations: full }).parts)).toMatch(/1 of 1 taken/);
  });

  test('somebody who is not there any more', () => {
    expect(words(one(priya, { person: undefined }).parts)).toContain('not in the scheme any more');
  });
});

describe('training and the forum', () => {
  test('topics several people ask for lead to them, until a session about each is planned; nothing of a single wish', () => {
    const planned = { topic: 'career' } as Session;
    expect(leads(desk({ support: { career: 3, safety: 1 } }))).toContain('training.asked');
    expect(leads(desk({ support: { career: 1 } }))).not.toContain('training.asked');
    expect(leads(desk({ support: { career: 3 }, sessions: [planned] }))).not.toContain('training.asked');
    const off = aScheme({ supportAsked: false });
    expect(leads(desk({ support: { career: 3 } }, priya, off))).not.toContain('training.asked');
  });

  test('what waits to be looked at leads to the forum’s desk, but not one’s own', () => {
    const one = { person: 'E' } as Contribution;
    const says = 'Something written for the forum waits to be looked at.';
    expect(words(desk({ stories: [one] }).parts)).toContain(says);
    const author: Actor = { account: 'slack/T1/US', coordinator: true, person: sam };
    expect(words(desk({ stories: [{ ...one, person: 'S' }] }, author).parts)).not.toContain(says);
  });

  test('R0: without a forum there is no way to its desk', () => {
    expect(leads(desk({}))).toContain('forum.desk');
    expect(leads(desk({}, priya, aScheme({ stories: 'off' })))).not.toContain('forum.desk');
  });
});
