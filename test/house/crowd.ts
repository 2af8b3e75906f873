// A scheme full of people in every relation to each other, with a mark of its own in every secret field: for tests that look for what somebody should not see.
import type { Put } from '../../src/conversation/outcome.ts';
import { put } from '../../src/conversation/outcome.ts';
import { newScheme } from '../../src/scheme/defaults.ts';
import { type KindName, kinds, type Pairing, type Scheme } from '../../src/scheme/kinds.ts';
import type { Role } from '../../src/scheme/records/people.ts';
import { NOW } from './world.ts';

const DAY = 86_400_000;

/** A mark, and the record (or the row of a run) that it stands in. */
export type Mark = { kind: KindName; id: string; field: string; value: Record<string, unknown> };
export const marks = new Map<string, Mark>();
export const MARK = /§\d+§/g;

/** Ids and choices that a record cannot do without. */
const kept = new Set([
  'id',
  'person',
  'role',
  'mentee',
  'mentor',
  'pairing',
  'closedTo',
  'kind',
  'relax',
  'locked',
  'at',
  'when',
  'lastDay',
  'partnerKnows',
  'next',
]);

function markedValue(value: unknown, at: Omit<Mark, 'field'>, field: string): unknown {
  if (typeof value === 'string') {
    const mark = `§${marks.size}§`;
    marks.set(mark, { ...at, field });
    return field === 'link' ? `https://${mark}.example/` : mark;
  }
  if (Array.isArray(value)) return value.map(one => markedValue(one, rowOf(at, one), field));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, kept.has(name) ? one : markedValue(one, at, name)]),
  );
}

/** A row of a run's page, and a talk, have readers of their own. */
function rowOf(at: Omit<Mark, 'field'>, row: unknown): Omit<Mark, 'field'> {
  const isRow = at.kind === 'runpage' || at.kind === 'talks';
  return isRow && row !== null && typeof row === 'object' ? { ...at, value: row as Record<string, unknown> } : at;
}

/** The record with a mark in every secret field. The scheme's own are for everybody and stay as they are. */
function marked(record: Put): Put {
  const { kind, value } = record as { kind: KindName; value: Record<string, unknown> };
  const at = { kind, id: String(value['id']), value };
  const secret = kinds[kind].secret as readonly string[];
  const fields = Object.entries(value).map(([name, one]) => [
    name,
    secret.includes(name) ? markedValue(one, at, name) : one,
  ]);
  return put(kind, Object.fromEntries(fields));
}

export const account = (person: string): string => `slack/T1/U${person}`;

/** C1 is a co-ordinator nobody is concerned with; CM is one and mentor; CL one whom E1 and E5 have on their lists; CN has not registered. */
export const coordinators = ['C1', 'CM', 'CL', 'CN'];
const people = ['M1', 'M2', 'M3', 'E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'E7', 'E8', 'X1', 'C1', 'CM', 'CL'];
/** Everybody who may try: STR is nobody the scheme knows. */
export const actors = [...people, 'CN', 'STR'];

export function crowdScheme(): Scheme {
  const accounts = coordinators.map(account);
  return {
    ...newScheme('Europe/London', accounts, ['slack/T1/CFORUM'], ['slack/T1/CALERTS']),
    ready: true,
    name: 'The scheme',
    people: [{ name: 'Ada', role: 'adviser', how: 'room 1' }],
    coordinatorNames: Object.fromEntries(accounts.map(one => [one, `Co-ordinator ${one.slice(-2)}`])),
    coordinatorPersons: { [account('C1')]: 'C1', [account('CM')]: 'CM', [account('CL')]: 'CL' },
    trainingMentor: 'required',
    matchingMode: 'mentee',
    invitedAt: NOW - 30 * DAY,
    rounds: 1,
  };
}

/** Who asked to be kept apart from CL, who is a co-ordinator. */
const fromCL = ['E1', 'E5', 'E7', 'M1'];
const keptFrom = (id: string): { closedTo?: string[] } => (fromCL.includes(id) ? { closedTo: ['CL'] } : {});

const person = (id: string): Put =>
  put('person', {
    ...keptFrom(id),
    id,
    accounts: [account(id)],
    name: `Name ${id}`,
    pronouns: 'they',
    email: `${id}@example.org`,
    emailHash: `hash-${id}`,
    zone: 'Europe/London',
    hours: { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' },
    joinedAt: NOW - 90 * DAY,
    mention: false,
    checkins: 'channel',
    notices: [],
    prompts: [],
  });

/** Who is registered as what, how it stands, and to which co-ordinators their file is closed. */
const registered: [string, Role, string, string[]][] = [
  ['M1', 'mentor', 'available', ['CL']],
  ['M2', 'mentor', 'resting', []],
  ['M3', 'mentor', 'full', []],
  ['CM', 'mentor', 'available', []],
  ['E1', 'mentee', 'full', ['CL']],
  ['E2', 'mentee', 'full', ['CM']],
  ['E3', 'mentee', 'full', []],
  ['E4', 'mentee', 'full', []],
  ['E5', 'mentee', 'resting', ['CL']],
  ['E6', 'mentee', 'resting', ['CM']],
  ['E7', 'mentee', 'available', ['CL']],
  ['E8', 'mentee', 'full', []],
  ['X1', 'mentee', 'submitted', []],
  ['X1', 'mentor', 'more-info', []],
];

function roleRecords([id, role, state, closedTo]: (typeof registered)[number]): Put[] {
  const key = `${id}-${role}`;
  const topics = ['career'];
  return [
    put('registration', {
      ...keptFrom(id),
      id: key,
      person: id,
      role,
      state: state as never,
      submittedAt: NOW - 20 * DAY,
      answerBy: '2026-11-30',
      criteria: [],
      training: role === 'mentor' ? 'claimed' : 'not-needed',
      capacity: 2,
      taken: 1,
      leftOverBefore: false,
      question: 'q',
      reply: 'r',
      reason: 'w',
      decidedBy: account('C1'),
      decidedAt: NOW - DAY,
    }),
    put('card', {
      id: key,
      person: id,
      role,
      name: 'n',
      pronouns: 'p',
      department: 'd',
      jobTitle: 'j',
      career: 'c',
      areas: [],
      topics,
      modes: [],
      slots: [],
      held: [],
    }),
    put('casefile', {
      id: key,
      person: id,
      role,
      goals: 'g',
      achievements: 'a',
      wishes: 'w',
      whySuitable: 's',
      whyMentor: 'm',
      claim: { what: 'w', when: '2024-05-01', relevance: 'r', link: 'l' },
      claimNote: 'n',
      arrangement: true,
      closedTo,
    }),
  ];
}

const lists = [
  { id: 'E1', not: ['CL', 'M2'], closedTo: ['CL'] },
  { id: 'E5', not: ['CL'], closedTo: ['CL'] },
  { id: 'E2', not: [], closedTo: ['CM'] },
  { id: 'E7', not: ['CL'], closedTo: ['CL'] },
  { id: 'M1', not: ['CL'], closedTo: ['CL'] },
].map(({ id, not, closedTo }) =>
  put('exclusions', {
    id,
    person: id,
    closedTo,
    not: not.map(one => ({ person: one, why: 'asked' as const, at: NOW })),
  }),
);

/** E7 has asked in vain, CM among others; E8 has asked M1, and CM comes next. */
const wishes = [
  { id: 'E7', state: 'over' as const, left: [], asked: ['CM', 'M2'], closedTo: ['CM', 'M2', 'CL'] },
  {
    id: 'E8',
    state: 'asking' as const,
    pairing: 'P8',
    left: ['CM'],
    asked: ['M2', 'M1'],
    closedTo: ['CM', 'M2', 'M1'],
  },
].map(one => put('wish', { ...one, person: one.id, at: NOW - DAY }));

type Pair = Partial<Pairing> & Pick<Pairing, 'id' | 'mentor' | 'mentee' | 'state'>;
const ended = { state: 'ended-early', endedAt: NOW - DAY, lastDay: '2026-11-22' } as const;
const pairs: Pair[] = [
  { id: 'P1', mentor: 'M1', mentee: 'E1', state: 'active', met: 1, quiet: true, quietAt: NOW - DAY, closedTo: ['CL'] },
  { id: 'P2', mentor: 'CM', mentee: 'E2', state: 'introduced', quiet: true, quietAt: NOW - DAY, closedTo: ['CM'] },
  { id: 'P3', mentor: 'M3', mentee: 'E3', state: 'proposed' },
  { id: 'P4', mentor: 'M1', mentee: 'E4', state: 'mentee-yes', menteeYesAt: NOW - DAY },
  { id: 'P5', mentor: 'M2', mentee: 'E5', ...ended, endedBy: 'E5', notice: 'held', noticeTo: 'M2', closedTo: ['CL'] },
  { id: 'P6', mentor: 'CM', mentee: 'E6', ...ended, endedBy: 'E6', notice: 'given', noticeTo: 'CM', closedTo: ['CM'] },
  { id: 'P7', mentor: 'CM', mentee: 'E3', state: 'not-formed', endedAt: NOW - DAY, endedBy: 'E3' },
  { id: 'P8', mentor: 'M1', mentee: 'E8', state: 'mentee-yes', menteeYesAt: NOW - DAY, chosen: true },
];
/** Former partners: what was theirs together is theirs to read still, and nothing newer. */
const former: Pair = { id: 'P0', mentor: 'M2', mentee: 'E1', ...ended, endedBy: 'M2', notice: 'given', noticeTo: 'E1' };

function pairRecords(pair: Pair): Put[] {
  const { id, mentor, mentee, state } = pair;
  const runs = state === 'active' || state === 'introduced';
  const pairing: Pairing = {
    proposedAt: NOW - 40 * DAY,
    answerBy: '2026-11-30',
    introducedAt: NOW - 30 * DAY,
    met: 0,
    notice: 'none',
    closedTo: [],
    quiet: false,
    noticeReleaseAt: NOW + 3 * DAY,
    ...(runs ? { plannedAt: NOW + DAY, plannedMeeting: `K-${id}` } : {}),
    ...pair,
  };
  const both = { mentor, mentee };
  const papers = { id, ...both, line: 'l', why: {}, goals: 'g', achievements: 'a' };
  const written = { summary: 's', place: 'p', agenda: { topics: ['t'], outcome: 'o' }, point: 'q' };
  const actions = [{ id: `A-${id}`, text: 'a', done: false }];
  const meeting = { pairing: id, ...both, on: '2026-11-20', ...written, actions, recordedBy: [mentee], offeredTo: [] };
  return [
    put('pairing', pairing),
    ...(runs || state === 'ended-early'
      ? [put('agreement', agreementOf(id, mentor, mentee)), put('objective', objectiveOf(id, mentor, mentee))]
      : []),
    ...(state === 'not-formed' ? [] : [put('papers', state === 'proposed' ? { ...papers, state } : papers)]),
    put('meeting', { ...meeting, id: `H-${id}`, state: 'held' }),
    ...(runs ? [put('meeting', { ...meeting, id: `K-${id}`, state: 'planned', at: NOW + DAY })] : []),
    ...(runs ? betweenOf(id, mentor, mentee) : []),
    ...(state === 'ended-early' ? [exitOf(pairing)] : []),
  ];
}

/** Each of the two shares how to be reached, and has a note on its way. */
function betweenOf(pairing: string, mentor: string, mentee: string): Put[] {
  return (['mentor', 'mentee'] as const).flatMap(side => {
    const about = { pairing, mentor, mentee, side, at: NOW - DAY };
    return [
      put('share', { ...about, id: `${pairing}-${side}`, email: 'e', phone: 'p', call: 'https://c.example/' }),
      put('note', { ...about, id: `${pairing}-${side}-1`, text: 't', overAt: NOW + DAY, readAt: NOW }),
    ];
  });
}

function agreementOf(id: string, mentor: string, mentee: string) {
  const terms = { purpose: 'p', mentorExpects: 'm', menteeExpects: 'e', offLimits: 'o' };
  const version = { number: 1, terms, agreedAt: NOW - 20 * DAY, workingTime: true };
  return { id, mentor, mentee, revision: 2, versions: [version], draft: { terms, before: {}, by: {}, confirmed: [] } };
}

const objectiveOf = (pairing: string, mentor: string, mentee: string) => ({
  ...{ id: `O-${pairing}`, pairing, mentor, mentee, at: NOW, state: 'running' as const, due: '2027-01-01' },
  ...{ title: 't', specific: 's', measure: 'm', steps: [{ id: 'S1', text: 't', done: false }] },
  evidence: [{ id: 'V1', text: 'e', on: '2026-11-20' }],
  proposal: { id: 'Z1', title: 't', specific: 's', measure: 'm' },
  comments: [{ id: 'C1', text: 'c', on: '2026-11-20' }],
  reviews: [{ id: 'R1', on: '2026-11-20', progress: 1, helped: 'h' }],
});

const exitOf = (pairing: Pairing): Put =>
  put('exit', {
    id: pairing.id,
    person: pairing.endedBy ?? '',
    mentor: pairing.mentor,
    mentee: pairing.mentee,
    at: NOW - DAY,
    lastDay: '2026-11-22',
    met: 1,
    partnerKnows: 'not-yet',
    reasons: ['r'],
    reasonText: 't',
    reasonFor: 'coordinator',
    next: 'later',
    urgent: true,
    note: 'n',
    ...(pairing.id === 'P5' ? {} : { readBy: account('C1'), readAt: NOW }),
    escalateAt: NOW + DAY,
    escalated: false,
    closedTo: pairing.closedTo,
  });

const inquiries = [
  { id: 'Q-E1', person: 'E1', closedTo: ['CL', 'M1'], state: 'open' },
  { id: 'Q-E2', person: 'E2', closedTo: ['CM'], state: 'closed' },
  { id: 'Q-CM', person: 'CM', closedTo: ['E2'], state: 'taken' },
].map(({ state, ...one }) =>
  put('inquiry', {
    ...one,
    text: 't',
    answer: 'a',
    urgent: true,
    pairing: 'P1',
    at: NOW - DAY,
    answerBy: '2026-11-30',
    escalateAt: NOW + DAY,
    state: state as 'open',
    takenBy: account('C1'),
    escalated: true,
  }),
);

const rows = [
  { mentee: 'E1', mentor: 'M1', closedTo: ['CL'] },
  { mentee: 'E2', mentor: 'CM', closedTo: ['CM'] },
  { mentee: 'E3', mentor: 'M3', closedTo: [] },
];
/** Two runs: one to be looked through, one that was released. */
const runRecords = (['R1', 'R2'] as const).flatMap((id): Put[] => [
  put('run', {
    id,
    by: 'C1',
    at: NOW - DAY,
    state: id === 'R1' ? 'ready' : 'released',
    generation: 1,
    stem: `${id}-1`,
    pairs: 3,
    leftMentees: 2,
    leftMentors: 0,
    total: 9,
    pages: 1,
    leftPages: 1,
    locks: [],
    removed: [['E2', 'CM']],
    lines: Object.fromEntries(rows.map(({ mentee, mentor }) => [`${mentee} ${mentor}`, 'line'])),
    closedTo: [],
  }),
  put('runpage', {
    id: `${id}-1-pairs-0`,
    run: id,
    closedTo: [],
    left: [],
    pairs: rows.map((row, n) => ({
      ...row,
      menteeName: 'n',
      mentorName: 'n',
      score: 1,
      locked: false,
      why: {},
      ...(id === 'R2' ? { pairing: `P${n + 1}` } : {}),
    })),
  }),
  put('runpage', {
    id: `${id}-1-left-0`,
    run: id,
    closedTo: [],
    pairs: [],
    left: [
      { person: 'E5', role: 'mentee', name: 'n', reason: { kind: 'all-full', eligible: 1 }, closedTo: ['CL'] },
      { person: 'E6', role: 'mentee', name: 'n', reason: { kind: 'all-full', eligible: 1 }, closedTo: ['CM'] },
    ],
  }),
]);

const exitDraft = {
  lastDay: '2026-11-23',
  partnerKnows: 'not-yet',
  reasons: [],
  gained: 'g',
  next: 'later',
  urgent: false,
};
const notebooks = people.map(id =>
  put('notebook', {
    id,
    person: id,
    drafts: { 'exit P1': exitDraft, 'exit P2': exitDraft },
    aim: 'a',
    ...(id === 'E7' ? { choice: ['M1', 'CM'] } : {}),
    reviews: { 'H-P1': { note: 'n' }, 'H-P0': { note: 'n' }, 'K-P1': { note: 'n' } },
    exits: { P0: { gained: 'g' } },
  }),
);

/** Everybody is asked how it goes, and has not answered. */
const asked = [...pairs, former].flatMap(({ id, mentor, mentee }) =>
  (['mentor', 'mentee'] as const).map(role => {
    const who = role === 'mentor' ? mentor : mentee;
    const point = { askedAt: NOW - DAY, closesAt: NOW + 20 * DAY, reminders: 0 };
    return put('evaluation', { id: `${id}-${who}`, person: who, pairing: id, role, points: { half: point } });
  }),
);

/** Everybody keeps a log; nobody reads another's. */
const logged = people.map(id =>
  put('logentry', {
    id: `L-${id}`,
    person: id,
    on: '2026-11-20',
    at: NOW - 90 * DAY,
    learning: 'professional',
    activity: 'a',
    learned: 'l',
    useNext: 'u',
    did: 'd',
    skills: ['listening'],
    link: 'l',
  }),
);

type Event = Extract<Put, { kind: 'event' }>['value'];
const anEvent = (id: string, more: Partial<Event>): Put =>
  put('event', {
    id,
    title: 't',
    at: NOW + 3 * DAY,
    endsAt: NOW + 4 * DAY,
    lasts: 90,
    place: 'p',
    link: 'l',
    places: { mentor: 1, mentee: 1 },
    talkMinutes: 8,
    state: 'planned',
    by: account('C1'),
    announcedAt: NOW - DAY,
    revision: 0,
    rounds: 2,
    begun: 1,
    working: false,
    drawnUp: 1,
    ...more,
  });
const guest = (event: string, person: string, role: Role, more: Record<string, unknown>): Put =>
  put('signup', {
    id: `${person}-${event}`,
    event,
    person,
    role,
    state: 'in',
    at: NOW - DAY,
    here: true,
    attended: true,
    ...more,
  });
const seated = (person: string) => ({ person, name: 'n' });
const ranks = (person: string, role: Role, ranked: string[], ratherNot: string[], closedTo: string[] = []): Put =>
  put('ranking', {
    id: `${person}-V2`,
    event: 'V2',
    person,
    role,
    ranked: ranked.map(seated),
    ratherNot: ratherNot.map(seated),
    at: NOW - DAY,
    eraseAt: NOW + 29 * DAY,
    closedTo: [...ranked, ...ratherNot, ...closedTo],
  });

/** One event to come, for which somebody waits, and one that is over: CM came as a mentor, and is named by E1 and E3. */
const eventRecords: Put[] = [
  anEvent('V1', {}),
  anEvent('V2', { at: NOW - 2 * DAY, endsAt: NOW - DAY, state: 'over' }),
  ...['V1', 'V2'].flatMap(id => [
    put('seats', { id, mentor: 1, mentee: 1 }),
    put('talklinks', { id, links: ['l'] }),
    put('talks', {
      id: `${id}-1`,
      event: id,
      number: 1,
      pairs: [
        { mentor: seated('M1'), mentee: seated('E1'), link: 'l' },
        { mentor: seated('CM'), mentee: seated('E3') },
      ],
      waiting: [{ ...seated('E5'), role: 'mentee' }],
      closedTo: [],
    }),
    guest(id, 'M1', 'mentor', {}),
    guest(id, 'CM', 'mentor', {}),
    guest(id, 'E1', 'mentee', {}),
    guest(id, 'E3', 'mentee', id === 'V1' ? { state: 'waiting', here: false, attended: false } : {}),
  ]),
  ranks('E1', 'mentee', ['CM', 'M1'], [], ['CL']),
  ranks('E3', 'mentee', ['M1'], ['CM']),
  ranks('CM', 'mentor', ['E3'], []),
  ranks('M1', 'mentor', [], ['E1']),
  ...[1, 2, 3, 4, 5].map(n => put('ballot', { id: `B${n}`, about: 'event-V2', score: n, line: 'l', from: NOW - DAY })),
];

/** A session to come, for which E3 waits, and one that has begun; E1 and M1 look at their own skills, and E1 and E2 ask for something. */
const trainingRecords: Put[] = [
  ...['S1', 'S2'].flatMap((id): Put[] => [
    put('session', {
      id,
      title: 'Training',
      what: 'both',
      topic: 'career',
      at: id === 'S1' ? NOW + 5 * DAY : NOW - 1000,
      lasts: 60,
      endsAt: id === 'S1' ? NOW + 6 * DAY : NOW + DAY,
      place: 'Room',
      link: 'https://x.example/',
      places: 3,
      state: 'planned',
      by: account('C1'),
      announcedAt: NOW - DAY,
      revision: 0,
    }),
    put('sessionseats', { id, taken: 3 }),
    ...['CM', 'E1', 'M1'].map(who =>
      put('booking', { id: `${who}-${id}`, session: id, person: who, state: 'in', at: NOW - DAY }),
    ),
    put('booking', { id: `E3-${id}`, session: id, person: 'E3', state: 'waiting', at: NOW - DAY + 1 }),
  ]),
  ...['E1', 'M1', 'C1'].map(id => put('selfcheck', { id, person: id, scores: { listens: 1 }, at: NOW })),
  ...['E1', 'E2'].map(id => put('supportwish', { id, person: id, topics: ['career'] })),
];

/** What E1 wrote with a name, E2 without one and still unseen, and CM, a co-ordinator, without one. */
const forumRecords: Put[] = [
  ['E1', 'name', 'shown', ['CL', 'M1']] as const,
  ['E2', 'nobody', 'waiting', ['CM']] as const,
  ['CM', 'nobody', 'shown', []] as const,
].flatMap(([who, shown, state, closedTo]): Put[] => {
  const sort = { what: 'experience', side: 'other' } as const;
  const told = { id: `F-${who}`, ...sort, title: 'title', text: 'text', topics: ['career'], at: NOW - DAY };
  return [
    put('contribution', { ...told, person: who, shown, state, closedTo: [...closedTo] }),
    ...(state === 'shown' ? [put('story', { ...told, ...(shown === 'name' ? { name: who } : {}) })] : []),
  ];
});

/** Everything on record, made once so that the marks stay the same. */
export const records: Put[] = [
  ...people.flatMap(id => [person(id), put('account', { id: account(id), person: id })]),
  ...registered.flatMap(roleRecords),
  ...lists,
  ...wishes,
  ...[...pairs, former].flatMap(pairRecords),
  ...inquiries,
  ...runRecords,
  ...notebooks,
  ...logged,
  ...asked,
  ...eventRecords,
  ...trainingRecords,
  ...forumRecords,
  put('linking', { id: account('STR'), person: 'E1', name: 'n', asked: 'waiting', wrong: 0, until: NOW + DAY }),
  put('round', { id: 'round-1', number: 1, at: NOW - 8 * DAY, posts: 1, postedIn: ['slack/T1'] }),
].map(marked);

/** Ids somebody might try, a set for each pairing and each side of it. */
export const idsToTry: Record<string, string>[] = [
  {},
  ...[...pairs, former].flatMap(({ id, mentor, mentee, state }) =>
    (['mentor', 'mentee'] as const).map(role => {
      const who = role === 'mentor' ? mentor : mentee;
      return {
        pairing: id,
        registration: `${who}-${role}`,
        role,
        person: who,
        mentor,
        mentee,
        account: account(who),
        objective: `O-${id}`,
        meeting: state === 'active' || state === 'introduced' ? `K-${id}` : `H-${id}`,
        inquiry: role === 'mentor' ? 'Q-E1' : id === 'P2' ? 'Q-E2' : 'Q-CM',
        run: role === 'mentor' ? 'R1' : 'R2',
        page: '0',
        round: 'round-1',
        letter: 'exit.alert',
        id,
        n: '0',
        event: role === 'mentor' ? 'V1' : 'V2',
        session: role === 'mentor' ? 'S1' : 'S2',
        story: role === 'mentor' ? 'F-E1' : id === 'P2' ? 'F-E2' : 'F-CM',
        number: '1',
        entry: `L-${who}`,
        note: `${id}-${role}-1`,
        evaluation: `${id}-${who}`,
        point: 'half',
        liked: 'M1,CM,E3',
        not: 'E1',
      };
    }),
  ),
  { registration: 'X1-mentee', person: 'X1', role: 'mentee' },
  ...['M1', 'CM'].map(mentor => ({
    registration: 'E7-mentee',
    person: 'E7',
    role: 'mentee',
    mentee: 'E7',
    mentor,
    wish: 'E7',
  })),
  { registration: 'X1-mentor', person: 'X1', role: 'mentor' },
];
