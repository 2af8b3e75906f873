// What has been kept long enough is erased by itself; what is alive or still needed is not; and those to be kept apart stay so.
import { afterEach, describe, expect, test } from 'vitest';
import { type Put, put } from '../../../src/conversation/outcome.ts';
import { HOUR } from '../../../src/scheme/calendar.ts';
import { apartOf, keptUntil, nextKeeping, overSince } from '../../../src/scheme/keeping.ts';
import type { Kind } from '../../../src/scheme/kind.ts';
import { type KindName, kinds, type Pairing, type Registration } from '../../../src/scheme/kinds.ts';
import { leave } from '../exit/begin.ts';
import { aCard, samAndAlex, somebody } from '../people.ts';
import { aRegistration } from '../records.ts';
import { aStory, type Story } from '../story.ts';
import { aPerson, aScheme, NOW } from '../turn.ts';

const begun: Story[] = [];
afterEach(async () => {
  for (const on of begun.splice(0)) await on.close();
});

const MONTH = 31 * 24 * HOUR;
const ago = (months: number): number => NOW - months * MONTH;

/** Runs the weekly erasing once and says which records are left. */
async function leftOf(records: Put[]): Promise<{ on: Story; left: (kind: KindName) => string[] }> {
  const on = await aStory(records, { keepAt: NOW + HOUR });
  begun.push(on);
  await on.later(2 * HOUR);
  const { keys } = await on.store.keys(undefined, 10_000);
  const left = (kind: KindName): string[] =>
    keys.filter(key => key.startsWith(`${kind}/`)).map(key => key.slice(kind.length + 1));
  return { on, left };
}

const ended = (months: number, more: Partial<Pairing> = {}): Put[] =>
  samAndAlex({ state: 'ended-early', endedAt: ago(months), endedBy: 'alex', ...more });
const aMeeting = (id: string): Put =>
  put('meeting', {
    id,
    pairing: 'P1',
    mentor: 'sam',
    mentee: 'alex',
    on: '2026-01-10',
    state: 'held',
    recordedBy: [],
    offeredTo: [],
  });
const anAgreement = put('agreement', { id: 'P1', mentor: 'sam', mentee: 'alex', revision: 1, versions: [] });
const objectives = Array.from({ length: 30 }, (_, n) =>
  put('objective', {
    ...{ id: `O${n}`, pairing: 'P1', mentor: 'sam', mentee: 'alex', at: n, state: 'met' as const, due: '2026-12-01' },
    ...{ title: 'Registered', specific: 'Send the form', measure: 'It is sent' },
    ...{ steps: [], evidence: [], comments: [], reviews: [] },
  }),
);
const anExit = (months: number): Put =>
  put('exit', {
    id: 'P1',
    person: 'alex',
    mentor: 'sam',
    mentee: 'alex',
    at: ago(months),
    lastDay: '2025-01-01',
    met: 1,
    partnerKnows: 'told',
    reasons: [],
    next: 'later',
    urgent: false,
    readAt: ago(months),
    escalated: false,
    closedTo: [],
  });

describe('R54: what two people wrote to each other', () => {
  test('is erased some months after their pairing has ended; that it existed stays', async () => {
    const { on, left } = await leftOf([...ended(4), aMeeting('K1'), aMeeting('K2'), anAgreement, ...objectives]);
    expect(left('objective')).toEqual([]);
    expect([left('papers'), left('meeting'), left('agreement'), left('pairing')]).toEqual([[], [], [], ['P1']]);
    expect(await on.read('pairing', 'P1')).toMatchObject({ state: 'ended-early', papersGone: true });
  });

  test('stays while it runs, and until its time is over', async () => {
    for (const records of [ended(2), samAndAlex({ state: 'active' })]) {
      const { left } = await leftOf([...records, aMeeting('K1'), anAgreement]);
      expect([left('papers'), left('meeting'), left('agreement')]).toEqual([['P1'], ['K1'], ['P1']]);
    }
  });
});

describe('exits, pairings and lines', () => {
  test('a form of an early end is erased after a year, the pairing after two', async () => {
    const year = await leftOf([...ended(13), anExit(13)]);
    expect([year.left('exit'), year.left('pairing')]).toEqual([[], ['P1']]);
    const later = await leftOf([...ended(25), anExit(25)]);
    expect([later.left('exit'), later.left('pairing'), later.left('papers')]).toEqual([[], [], []]);
    const young = await leftOf([...ended(11), anExit(11)]);
    expect(young.left('exit')).toEqual(['P1']);
  });

  test('more than one page of them goes in one night, and nothing else does', async () => {
    const line = (n: number, more = {}): Put =>
      put('inquiry', {
        id: `Q${String(n).padStart(3, '0')}`,
        person: 'sam',
        text: 'Hello',
        urgent: false,
        at: ago(14) + n,
        answerBy: '2025-01-01',
        escalateAt: ago(14),
        state: 'closed',
        escalated: true,
        closedTo: [],
        ...more,
      });
    const old = Array.from({ length: 230 }, (_, n) => line(n));
    const { left } = await leftOf([...samAndAlex(), ...old, line(500, { state: 'open' }), line(600, { at: ago(1) })]);
    expect(left('inquiry')).toEqual(['Q500', 'Q600']);
  });

  test('what a visitor began and never sent is erased in the end; a person’s own notebook is not', async () => {
    const book = (id: string, begunAt?: number): Put =>
      put('notebook', { id, person: id, drafts: {}, reviews: {}, exits: {}, ...(begunAt ? { begunAt } : {}) });
    const old = book('slack/T1/UOLD', ago(13));
    const { left } = await leftOf([...samAndAlex(), old, book('slack/T1/UNEW', ago(1)), book('p1', ago(30))]);
    expect(left('notebook')).toEqual(['alex', 'p1', 'sam', 'slack/T1/UNEW']);
  });

  test('a matching run is erased with its pages', async () => {
    const run = (id: string, closedAt: number | undefined, at = ago(20)): Put =>
      put('run', {
        id,
        by: 'slack/T1/UC1',
        at,
        state: closedAt === undefined ? 'ready' : 'released',
        generation: 1,
        pairs: 0,
        leftMentees: 0,
        leftMentors: 0,
        total: 0,
        pages: 1,
        leftPages: 0,
        locks: [],
        removed: [],
        lines: {},
        closedTo: [],
        ...(closedAt === undefined ? {} : { closedAt }),
      });
    const page = (of: string, n: number): Put =>
      put('runpage', { id: `${of}-1-pairs-${n}`, run: of, pairs: [], left: [], closedTo: [] });
    const { left } = await leftOf([
      run('run1', ago(14)),
      ...Array.from({ length: 160 }, (_, n) => page('run1', n)),
      run('run2', ago(2)),
      page('run2', 0),
      run('run3', undefined, ago(11)),
      page('run3', 0),
      run('run4', undefined),
      page('run4', 0),
    ]);
    expect(left('run')).toEqual(['run2', 'run3']);
    expect(left('runpage')).toEqual(['run2-1-pairs-0', 'run3-1-pairs-0']);
  });
});

test('where a message of ours stood is forgotten too, so that what named people there is not found through us', async () => {
  const on = await aStory(samAndAlex({ state: 'active', met: 2 }), { keepAt: NOW + HOUR });
  begun.push(on);
  await leave(on, 'slack/T1/Ualex');
  const { keys } = await on.store.keys(undefined, 10_000);
  const posted = keys.filter(key => key.startsWith('posted/'));
  expect(posted.length).toBeGreaterThan(0);
  await on.later(14 * MONTH);
  const { keys: later } = await on.store.keys(undefined, 10_000);
  expect(later.filter(key => posted.includes(key))).toEqual([]);
});

test('a matching event is erased a year later, with sign-ups, rounds and places', async () => {
  const event = (id: string, endsAt: number): Put[] => [
    put('event', {
      id,
      title: 'Meet a mentor',
      at: endsAt - HOUR,
      lasts: 60,
      places: { mentor: 9, mentee: 200 },
      talkMinutes: 5,
      state: 'over',
      by: 'slack/T1/UC1',
      announcedAt: endsAt - MONTH,
      revision: 1,
      endsAt,
      rounds: 1,
      begun: 1,
      working: false,
      drawnUp: 1,
    }),
    put('seats', { id, mentor: 1, mentee: 1 }),
    put('talklinks', { id, links: [] }),
    put('talks', { id: `${id}-1`, event: id, number: 1, pairs: [], waiting: [], closedTo: [] }),
  ];
  const signup = (event: string, n: number): Put =>
    put('signup', {
      id: `p${n}-${event}`,
      event,
      person: `p${n}`,
      role: 'mentee',
      state: 'in',
      at: ago(15),
      here: false,
      attended: true,
    });
  const many = Array.from({ length: 160 }, (_, n) => signup('V1', n));
  const { left } = await leftOf([...event('V1', ago(13)), ...many, ...event('V2', ago(2)), signup('V2', 1)]);
  for (const kind of ['event', 'seats', 'talklinks'] as const) expect(left(kind)).toEqual(['V2']);
  expect([left('signup'), left('talks')]).toEqual([['p1-V2'], ['V2-1']]);
});

test('a session of training is erased a year later, with everybody’s booking', async () => {
  const session = (id: string, endsAt: number): Put[] => [
    put('session', {
      id,
      title: 'Training',
      what: 'mentor',
      at: endsAt - HOUR,
      lasts: 60,
      places: 200,
      state: 'over',
      by: 'slack/T1/UC1',
      announcedAt: endsAt - MONTH,
      revision: 0,
      endsAt,
    }),
    put('sessionseats', { id, taken: 160 }),
  ];
  const booking = (of: string, n: number): Put =>
    put('booking', { id: `p${n}-${of}`, session: of, person: `p${n}`, state: 'in', at: ago(15), came: 'all' });
  const many = Array.from({ length: 160 }, (_, n) => booking('S1', n));
  const { left } = await leftOf([...session('S1', ago(13)), ...many, ...session('S2', ago(2)), booking('S2', 1)]);
  expect([left('session'), left('sessionseats'), left('booking')]).toEqual([['S2'], ['S2'], ['p1-S2']]);
});

describe('people who have left', () => {
  const wren = (registration: Partial<Registration>, more = {}): Put[] => [
    ...somebody('wren', 'Wren Moss', { joinedAt: ago(30), emailHash: 'hash-wren', ...more }),
    put('registration', aRegistration('wren', 'mentee', registration)),
    put('card', aCard('wren', 'mentee', 'Wren Moss')),
    put('casefile', { id: 'wren-mentee', person: 'wren', role: 'mentee', arrangement: false, closedTo: [] }),
  ];
  const traces = (left: (kind: KindName) => string[]): string[] =>
    (['person', 'account', 'registration', 'card', 'casefile', 'notebook', 'exclusions'] as const).flatMap(kind =>
      left(kind).filter(id => id.includes('wren') || id.includes('Uwren')),
    );

  test('are erased a year later, with everything that is theirs alone', async () => {
    const { left } = await leftOf(wren({ state: 'withdrawn', leftAt: ago(13) }));
    expect(traces(left)).toEqual([]);
  });

  test('a learning log goes with its owner, however long it is, and with nobody else', async () => {
    const entry = (id: string, person: string): Put =>
      put('logentry', {
        id,
        person,
        on: '2024-01-10',
        at: ago(30),
        learning: 'professional',
        activity: 'A course',
        learned: 'Much.',
      });
    const log = Array.from({ length: 210 }, (_, n) => entry(`wren-${n}`, 'wren'));
    const gone = await leftOf([...wren({ state: 'withdrawn', leftAt: ago(13) }), ...log, entry('other', 'somebody')]);
    expect(gone.left('logentry')).toEqual(['other']);
    expect(gone.left('person')).toEqual([]);
    const stays = await leftOf([...wren({ state: 'available' }), ...log.slice(0, 3)]);
    expect(stays.left('logentry')).toHaveLength(3);
  });

  test('so are those who were not taken up, and those whose account is gone', async () => {
    for (const records of [
      wren({ state: 'not-accepted', decidedAt: ago(13) }),
      wren({ state: 'paused' }, { goneAt: ago(13) }),
    ])
      expect(traces((await leftOf(records)).left)).toEqual([]);
  });

  test('are kept while they are here, in their other role too, and until the year is over', async () => {
    const stays = [
      wren({ state: 'available' }),
      wren({ state: 'withdrawn', leftAt: ago(11) }),
      wren({ state: 'paused' }, { goneAt: ago(11) }),
    ];
    for (const records of stays) expect(traces((await leftOf(records)).left)).toHaveLength(6);
    const mentor = put('registration', aRegistration('wren', 'mentor'));
    const both = await leftOf([...wren({ state: 'withdrawn', leftAt: ago(13) }), mentor]);
    expect(both.left('registration')).toEqual(['wren-mentor']);
    expect(both.left('person')).toEqual(['wren']);
  });

  test('a person stays as long as a pairing of theirs is kept; and a co-ordinator stays', async () => {
    const pair = ended(13).map(one =>
      one.kind === 'registration' && one.value.person === 'alex'
        ? put('registration', { ...one.value, state: 'withdrawn' as const, leftAt: ago(13) })
        : one,
    );
    const { left } = await leftOf(pair);
    expect(left('registration')).toEqual(['sam-mentor']);
    expect(left('person')).toEqual(['alex', 'sam']);
    const accounts = ['slack/T1/UC1'];
    const runs = await leftOf(wren({ state: 'withdrawn', leftAt: ago(13) }, { accounts }));
    expect(runs.left('person')).toEqual(['wren']);
  });

  test('R12, R49: whom they are not to be paired with outlives them as hashes alone, and is there when they come back', async () => {
    const list = put('exclusions', {
      id: 'wren',
      person: 'wren',
      not: [
        { person: 'sam', why: 'asked', at: ago(20) },
        { emailHash: 'hash-boss', why: 'asked', at: ago(20) },
      ],
      closedTo: ['sam'],
    });
    const sam = somebody('sam', 'Sam Okoro', { emailHash: 'hash-sam' });
    const { on, left } = await leftOf([...wren({ state: 'withdrawn', leftAt: ago(13) }), list, ...sam]);
    expect(traces(left)).toEqual([]);
    expect(await on.read('apart', 'hash-wren')).toMatchObject({ not: ['hash-sam', 'hash-boss'] });
    const again = [
      ...somebody('wren2', 'Wren Moss', { emailHash: 'hash-wren' }),
      put('apart', { id: 'hash-wren', not: ['hash-sam', 'hash-boss'] }),
      put('job', {
        id: 'keep.comeback.wren2',
        job: 'keep.comeback',
        ids: { person: 'wren2' },
        state: 'waiting',
        step: 0,
        at: NOW,
      }),
    ];
    const back = await leftOf(again);
    expect((await back.on.read('exclusions', 'wren2'))?.not.map(entry => entry.emailHash)).toEqual([
      'hash-sam',
      'hash-boss',
    ]);
    expect(back.left('apart')).toEqual([]);
  });
});

describe('the lists of others', () => {
  test('R12: who is erased stays on them by the hash of their address, and is known again on coming back', async () => {
    const list = put('exclusions', {
      id: 'sam',
      person: 'sam',
      not: [
        { person: 'wren', why: 'asked', at: ago(20) },
        { person: 'alex', why: 'former', at: ago(20) },
      ],
      closedTo: ['wren', 'alex'],
    });
    const { on, left } = await leftOf([
      ...samAndAlex(),
      ...somebody('wren', 'Wren Moss', { joinedAt: ago(30), emailHash: 'hash-wren' }),
      put('registration', aRegistration('wren', 'mentee', { state: 'withdrawn', leftAt: ago(13) })),
      list,
    ]);
    expect(left('person')).toEqual(['alex', 'sam']);
    const kept = await on.read('exclusions', 'sam');
    expect(kept?.not).toEqual([
      { emailHash: 'hash-wren', why: 'asked', at: ago(20) },
      { person: 'alex', why: 'former', at: ago(20) },
    ]);
    expect(kept?.closedTo).toEqual(['alex']);
  });
});

describe('the rules', () => {
  test('months are whole, and counted in the scheme’s own zone', () => {
    const scheme = aScheme();
    expect(new Date(keptUntil(scheme, 'papers', Date.parse('2026-05-31T10:00:00Z'))).toISOString()).toBe(
      '2026-02-28T00:00:00.000Z',
    );
    expect(new Date(nextKeeping(scheme, Date.parse('2026-07-06T02:30:00Z'))).toISOString()).toBe(
      '2026-07-13T02:00:00.000Z',
    );
  });

  test('without an address there is nobody to know again, so nothing is kept', () => {
    expect(
      apartOf(
        {},
        { id: 'a', person: 'a', not: [{ emailHash: 'x', why: 'asked', at: 1 }], closedTo: [] },
        [],
        undefined,
      ),
    ).toBeUndefined();
    expect(apartOf({ emailHash: 'h' }, undefined, [], undefined)).toBeUndefined();
  });

  test('a live registration of somebody who is there never runs out', () => {
    expect(overSince(aRegistration('sam', 'mentor'), aPerson('sam', 'Sam'))).toBeUndefined();
  });

  test('every kind either has a time of its own, goes with something else, or stays with the scheme', () => {
    const withPerson = [
      'logentry',
      ...['account', 'contact', 'person', 'registration', 'card', 'casefile', 'exclusions'],
      ...['supportwish', 'selfcheck', 'contribution', 'story'],
    ];
    const withPairing = ['papers', 'share', 'note', 'agreement', 'objective', 'meeting'];
    const withRunOrEvent = ['runpage', 'seats', 'talklinks', 'signup', 'talks', 'sessionseats', 'booking'];
    // What people said of each other at an event has a date of its own; a ballot holds nobody's name.
    const otherwise = ['scheme', 'apart', 'ranking', 'ballot'];
    const others = [...withPerson, ...withPairing, ...withRunOrEvent, ...otherwise];
    for (const [name, kind] of Object.entries(kinds) as unknown as [string, Kind][])
      expect([name, kind.keptFrom !== undefined || others.includes(name)]).toEqual([name, true]);
  });
});
