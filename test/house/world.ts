// Records of every kind in every state, with the longest data a form lets in; and what a plan would open of them. For tests that look at every page and letter.

import type { Plan } from '../../src/conversation/plan.ts';
import type { Actor, Turn } from '../../src/conversation/turn.ts';
import { mayRead, type Reader } from '../../src/scheme/access.ts';
import { heldOptions, modes, newScheme, slots } from '../../src/scheme/defaults.ts';
import type { KindName, Person, RecordOf, Scheme } from '../../src/scheme/kinds.ts';
import { kinds } from '../../src/scheme/kinds.ts';
import { storyKinds } from '../../src/scheme/records/forum.ts';
import { usualWeights } from '../../src/scheme/records/scheme.ts';
import { seal } from '../../src/scheme/sealed.ts';
import { pairingStates, registrationStates } from '../../src/scheme/states.ts';

export const NOW = Date.parse('2026-11-23T09:30:00Z');
const DAY = 86_400_000;

/** Text of exactly n characters that would come alive if it were not escaped, with emoji and right-to-left letters. */
export function long(n: number): string {
  const piece = '<!channel> <https://evil.example|Exit> *bold* _it_ ~no~ `code` & 😀 שלום ';
  return [...piece.repeat(Math.ceil(n / [...piece].length))].slice(0, n).join('');
}
export const NAME = [...'Wilhelmina Featherstonehaugh-Cholmondeley <!here> *Marjoribanks* the Elder 😀 of Leeds']
  .slice(0, 80)
  .join('');
/** Every answer to "why not these two?". */
const whyNots = [
  { kind: 'paired' },
  { kind: 'not-available' },
  { kind: 'blocked', by: ['excluded', 'removed', 'modes', 'slots', 'minimum'] },
  { kind: 'locked', side: 'mentor' },
  { kind: 'not-ranked', by: ['mentee', 'mentor'] },
  { kind: 'costs', people: 3, pairs: 3, total: 40 },
  { kind: 'costs', people: 0, pairs: 0, total: 40 },
  { kind: 'costs', people: 0, pairs: 0, total: 0 },
].map((says, n) => ({
  mentee: `E${n + 1}`,
  mentor: `M${n + 2}`,
  menteeName: NAME,
  mentorName: NAME,
  says,
  others: says.kind === 'costs' ? Array.from({ length: 8 }, (_, k) => ({ person: `E${k + 20}`, name: NAME })) : [],
  closedTo: [],
}));
const keys = (options: { key: string }[]): string[] => options.map(option => option.key);

export function longScheme(ready = true): Scheme {
  const base = newScheme('Europe/London', ['slack/T1/UC1', 'slack/T1/UC2'], ['slack/T1/CFORUM'], ['slack/T1/CALERTS']);
  const people = [1, 2, 3, 4].map(n => ({ name: `${n} ${NAME}`.slice(0, 80), role: long(80), how: long(150) }));
  return {
    ...base,
    ready,
    name: [...'Northern & Midland <!here> Technicians’ *Mentoring* Scheme of Universities 2026 and 2027']
      .slice(0, 75)
      .join(''),
    host: long(150),
    aims: long(2000),
    criteriaMentor: long(2000),
    criteriaMentee: long(2000),
    trainingText: long(2000),
    trainingMentor: 'required',
    trainingMentee: 'required',
    nextSteps: long(2000),
    privacyLink: `https://privacy.example/${'x'.repeat(400)}`,
    people,
    arbiter: people[0]!,
    external: [1, 2, 3, 4, 5].map(n => ({
      name: `${n}${long(70)}`,
      link: `https://external.example/${n}${'y'.repeat(300)}`,
    })),
    sites: Array.from({ length: 30 }, (_, n) => ({ key: `site-${n}`, label: `${n}${long(70)}` })),
    closedDays: Array.from({ length: 60 }, (_, n) => `2026-12-${String((n % 28) + 1).padStart(2, '0')}`),
    coordinatorNames: { 'slack/T1/UC1': NAME, 'slack/T1/UC2': NAME },
    coordinatorPersons: { 'slack/T1/UC1': 'C1', 'slack/T1/UC2': 'C2' },
    nextRoundAt: NOW + 20 * DAY,
    rounds: 12,
    lastRoundAt: NOW - 8 * DAY,
    invitedAt: NOW - 30 * DAY,
  };
}

export function longPerson(id: string): Person {
  return {
    id,
    accounts: [`slack/T1/U${id}`],
    name: NAME,
    pronouns: long(40),
    email: `${'e'.repeat(60)}@example.org`,
    emailHash: `hash-${id}`,
    zone: 'Europe/London',
    hours: { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' },
    joinedAt: NOW - 90 * DAY,
    mention: true,
    checkins: 'direct',
    notices: [{ what: 'data', version: 1, at: NOW }],
    prompts: [NOW - DAY],
  };
}

const s = longScheme();
const notReady = longScheme(false);
const registrationBase = (role: 'mentor' | 'mentee', person: string): RecordOf<'registration'> => ({
  id: `${person}-${role}`,
  person,
  role,
  state: 'available',
  submittedAt: NOW - 20 * DAY,
  answerBy: '2026-11-30',
  criteria: ['background', 'time'],
  training: 'needed',
  capacity: 2,
  taken: 1,
  leftOverBefore: true,
  question: long(2000),
  reply: long(2000),
  reason: long(2000),
  decidedBy: 'C1',
  decidedAt: NOW - DAY,
  pausedUntil: '2027-01-04',
  formerState: 'available',
  availableFrom: '2027-02-01',
});
const pairingBase: RecordOf<'pairing'> = {
  id: 'P1',
  mentor: 'M1',
  mentee: 'E1',
  state: 'active',
  proposedAt: NOW - 40 * DAY,
  answerBy: '2026-11-30',
  deadlineAt: NOW + DAY,
  remindAt: NOW + DAY / 2,
  menteeYesAt: NOW - 39 * DAY,
  introducedAt: NOW - 38 * DAY,
  met: 3,
  notice: 'none',
  closedTo: [],
  quiet: false,
  quietAt: NOW + 30 * DAY,
};

/** Records of a kind, in every state there is. */
export const variants: { [K in KindName]: () => RecordOf<K>[] } = {
  linkcode: () => [{ id: 'hash-of-code', person: 'E1', until: NOW + 600_000 }],
  linking: () =>
    (['waiting', 'refused', undefined] as const).flatMap((asked, n) =>
      ['slack/T1/UNEW', 'teams/X/NEW'].map(id => ({
        id,
        wrong: n,
        until: NOW + DAY,
        ...(asked ? { person: 'E1', name: NAME, asked } : { lockedUntil: NOW + 60_000 }),
      })),
    ),
  account: () => [{ id: 'slack/T1/UM1', person: 'M1' }],
  person: () => ['M1', 'E1', 'C1', 'E2'].map(longPerson),
  registration: () =>
    (['mentor', 'mentee'] as const).flatMap(role =>
      [
        ...registrationStates.map(state => ({ state })),
        { state: 'available' as const, stillAsked: 1, trainingEndsAt: NOW + 20 * DAY },
        { state: 'full' as const, training: 'needed' as const, trainingTakenBack: true },
        { state: 'accepted' as const, training: 'partly' as const, trainingTakenBack: true },
      ].map(more => ({ ...registrationBase(role, role === 'mentor' ? 'M1' : 'E1'), ...more })),
    ),
  card: () =>
    (['mentor', 'mentee'] as const).map(role => ({
      id: `${role === 'mentor' ? 'M1' : 'E1'}-${role}`,
      person: role === 'mentor' ? 'M1' : 'E1',
      role,
      name: NAME,
      pronouns: long(40),
      institution: long(150),
      department: long(150),
      site: 'site-3',
      jobTitle: long(150),
      stage: 'senior',
      areas: keys(s.areas),
      topics: role === 'mentee' ? keys(s.topics).slice(0, 3) : keys(s.topics),
      career: long(2000),
      modes: keys(modes),
      slots: keys(slots),
      held: keys(heldOptions),
    })),
  casefile: () =>
    (['mentor', 'mentee'] as const).map(role => ({
      id: `${role === 'mentor' ? 'M1' : 'E1'}-${role}`,
      person: role === 'mentor' ? 'M1' : 'E1',
      role,
      goals: long(2000),
      achievements: long(2000),
      whyNow: ['promotion'],
      wishes: long(2000),
      areaWish: 'same',
      background: ['background'],
      whySuitable: long(2000),
      whyMentor: long(2000),
      mentoredBefore: 'scheme',
      claim: {
        what: long(150),
        when: '2024-05-01',
        relevance: long(2000),
        link: `https://evidence.example/${'z'.repeat(300)}`,
      },
      claimNote: long(2000),
      arrangement: true,
      closedTo: [],
    })),
  exclusions: () => [{ id: 'E1', person: 'E1', not: [{ person: 'M9', why: 'asked', at: NOW }], closedTo: [] }],
  apart: () => [{ id: 'hash-e1', not: ['hash-m9'] }],
  notebook: () => [
    { id: 'E1', person: 'E1', drafts: {}, aim: long(2000), choice: ['M1', 'M2', 'M3'], reviews: {}, exits: {} },
  ],
  logentry: () =>
    ['E1', 'M1', 'C1'].map(person => ({
      id: `L-${person}`,
      person,
      on: '2026-11-23',
      at: NOW - DAY,
      role: 'mentor' as const,
      pairing: 'P1',
      meeting: 'K-held',
      learning: 'professional' as const,
      activity: long(150),
      learned: long(2000),
      useNext: long(1000),
      did: long(2000),
      practice: long(2000),
      users: long(2000),
      plan: long(2000),
      skills: ['listening', 'questioning', 'feedback'],
      minutes: 90,
      link: `https://evidence.example/${'z'.repeat(300)}`,
    })),
  call: () => [{ id: 'R1', text: long(1500), topic: 'career', at: NOW, by: 'slack/T1/UC1' }],
  matchnote: () =>
    [
      { outcome: 'asked' as const, reason: {} },
      { outcome: 'not-considered' as const, reason: { state: 'paused' } },
      { outcome: 'left' as const, reason: { kind: 'late' } },
      {
        outcome: 'left' as const,
        reason: {
          kind: 'nobody-eligible',
          considered: 99,
          ruledOut: { modes: 30, slots: 40, excluded: 1, minimum: 28 },
        },
      },
      { outcome: 'left' as const, reason: { kind: 'all-full', eligible: 17 } },
    ].flatMap((one, n) =>
      (['E1', 'M1'] as const).map(person => {
        const role = person === 'M1' ? ('mentor' as const) : ('mentee' as const);
        return { id: `${person}-${role}-R${n}`, person, role, run: `R${n}`, at: NOW - n * DAY, ...one };
      }),
    ),
  suggestion: () => [
    {
      id: 'E4',
      mentee: 'E4',
      mentor: 'M1',
      after: 'P9',
      why: { sharedTopics: keys(s.topics) },
      at: NOW,
      closedTo: ['C1'],
    },
  ],
  wish: () =>
    (['asking', 'over', 'introduced', 'back', 'aside'] as const).map(state => ({
      id: 'E1',
      person: 'E1',
      state,
      pairing: 'P1',
      left: state === 'asking' ? ['M2', 'M3'] : [],
      asked: ['M4', 'M1'],
      at: NOW - DAY,
      closedTo: ['M1', 'M2', 'M3', 'M4'],
    })),
  inquiry: () =>
    (['open', 'taken', 'closed'] as const).map(state => ({
      id: `Q-${state}`,
      person: 'E1',
      text: state === 'taken' ? '' : long(2000),
      urgent: state === 'open',
      ...(state === 'open' ? {} : { help: 'third' as const, talked: 'rather-not' as const }),
      at: NOW - DAY,
      answerBy: '2026-11-30',
      escalateAt: NOW + DAY,
      state,
      takenBy: 'C1',
      takenAt: NOW,
      answer: long(2000),
      escalated: false,
      closedTo: [],
    })),
  pairing: () => [
    ...pairingStates.map(state => ({ ...pairingBase, state })),
    { ...pairingBase, state: 'introduced', met: 0 },
    {
      ...pairingBase,
      plannedAt: NOW + 3 * DAY,
      plannedMeeting: 'K-planned',
      timesWait: true,
      lastMetOn: '2026-11-10',
      heardAt: NOW - DAY,
    },
    { ...pairingBase, quiet: true, restUntil: '2027-01-10' },
    { ...pairingBase, endsOn: '2026-11-30' },
    { ...pairingBase, undatedMeeting: 'K-undated', timesWait: true, toConfirm: 'mentee' },
    { ...pairingBase, toConfirm: 'mentor', confirms: 'change', reviewAt: NOW + DAY },
    { ...pairingBase, state: 'introduced', met: 0, undatedMeeting: 'K-undated' },
    {
      ...pairingBase,
      state: 'ended-early',
      endedAt: NOW - DAY,
      endedBy: 'E1',
      lastDay: '2026-11-22',
      notice: 'held',
      noticeTo: 'M1',
      noticeWarnAt: NOW + DAY,
      noticeReleaseAt: NOW + 2 * DAY,
    },
    {
      ...pairingBase,
      state: 'ended-early',
      endedAt: NOW - DAY,
      endedBy: 'M1',
      lastDay: '2026-11-22',
      notice: 'given',
      noticeTo: 'E1',
      toldOn: '2026-11-23',
    },
  ],
  share: () =>
    (['mentor', 'mentee'] as const).map(side => ({
      id: `P1-${side}`,
      pairing: 'P1',
      mentor: 'M1',
      mentee: 'E1',
      side,
      email: `${'e'.repeat(60)}@example.org`,
      phone: long(100),
      call: `https://meet.example/${'v'.repeat(450)}`,
      at: NOW,
    })),
  note: () =>
    (['mentor', 'mentee'] as const).flatMap(side =>
      [undefined, NOW].map(readAt => ({
        id: `P1-${side}-1`,
        pairing: 'P1',
        mentor: 'M1',
        mentee: 'E1',
        side,
        text: long(1000),
        at: NOW - DAY,
        overAt: NOW + DAY,
        ...(readAt ? { readAt } : {}),
      })),
    ),
  papers: () => [
    {
      id: 'P1',
      mentor: 'M1',
      mentee: 'E1',
      line: long(500),
      why: {
        sharedTopics: keys(s.topics).slice(0, 3),
        wantedTopics: 3,
        sharedSlots: keys(slots),
        sharedModes: keys(modes),
        sameSite: true,
        parts: {},
      },
      goals: long(2000),
      achievements: long(2000),
    },
  ],
  agreement: () => {
    const text = { purpose: long(1000), mentorExpects: long(1000), menteeExpects: long(1000), place: long(150) };
    const more = { confidential: long(500), offLimits: long(500), interests: long(500), feedback: long(500) };
    const choices = { weeks: 5, minutes: 60, modes: keys(modes), agenda: 'week', notice: 'two-days', reply: '5' };
    const turned = { direction: long(1000), reviewOn: '2026-12-21' };
    const terms = {
      ...text,
      ...more,
      ...choices,
      ...turned,
      contact: long(500),
      missed: long(500),
      endsOn: '2027-05-23',
    };
    const version = { number: 1, terms, agreedAt: NOW - 20 * DAY, workingTime: true };
    const both = { id: 'P1', mentor: 'M1', mentee: 'E1', revision: 3 };
    const draft = { terms, before: {}, by: { 1: 'M1', 2: 'E1', 3: 'E1' } };
    return [
      { ...both, versions: [], draft: { ...draft, confirmed: [] } },
      { ...both, versions: [version, { ...version, number: 2 }] },
      { ...both, versions: [version], draft: { ...draft, confirmed: ['mentor' as const] } },
      { ...both, versions: [], draft: { ...draft, terms: { ...terms, purpose: undefined }, confirmed: [] } },
      // Without an agreement: a direction whose day has come, and one that is suggested.
      { ...both, versions: [{ ...version, terms: { ...turned, reviewOn: '2026-11-20' } }] },
      { ...both, versions: [], draft: { ...draft, terms: turned, confirmed: ['mentor' as const] } },
    ];
  },
  objective: () =>
    (['running', 'met', 'partly', 'changed', 'dropped'] as const).map((state, n) => ({
      id: `O${n}`,
      pairing: 'P1',
      mentor: 'M1',
      mentee: 'E1',
      at: NOW - n * DAY,
      state,
      title: long(100),
      specific: long(600),
      measure: long(600),
      resources: long(400),
      relevant: long(400),
      due: '2027-03-31',
      steps: Array.from({ length: 10 }, (_, k) => ({
        ...{ id: `S${k}`, text: long(150), done: k < 5 },
        ...(k < 5 ? { doneOn: '2026-11-20' } : {}),
      })),
      evidence: Array.from({ length: 30 }, (_, k) => ({
        id: `V${k}`,
        text: long(500),
        link: `https://evidence.example/${k}${'e'.repeat(400)}`,
        on: '2026-11-20',
      })),
      proposal: { id: 'Z1', title: long(100), specific: long(600), measure: long(600) },
      comments: Array.from({ length: 20 }, (_, k) => ({ id: `C${k}`, text: long(500), on: '2026-11-20' })),
      reviews: Array.from({ length: 24 }, (_, k) => ({
        ...{ id: `R${k}`, on: '2026-11-20', progress: k % 5 },
        ...{ helped: long(500), hindered: long(500), next: long(500) },
      })),
      reviewOn: '2026-12-18',
      ...(state === 'running' ? {} : { closedOn: '2026-11-22', result: long(600) }),
    })),
  meeting: () =>
    (['undated', 'planned', 'held', 'moved', 'cancelled', 'missed'] as const).map(state => ({
      id: `K-${state}`,
      pairing: 'P1',
      mentor: 'M1',
      mentee: 'E1',
      ...(state === 'undated'
        ? { cannot: 'mentor' as const, movedFrom: NOW, times: [1, 2, 3].map(n => NOW + n * DAY) }
        : { at: NOW + (state === 'planned' ? DAY : 0), suits: true, remindAt: NOW }),
      place: long(150),
      revision: 2,
      changedAt: NOW - DAY,
      inCalendar: ['E1', 'M1'],
      agenda: {
        topics: Array.from({ length: 8 }, () => long(150)),
        outcome: long(1000),
        since: long(1000),
        questions: long(1000),
        objectives: ['O0', 'O1'],
        reading: `https://draft.example/${'r'.repeat(450)}`,
      },
      touched: ['O0', 'O2'],
      point: long(300),
      actions: Array.from({ length: 5 }, (_, n) => ({ id: `A${n}`, text: long(200), done: n === 4 })),
      on: '2026-11-20',
      state,
      summary: long(2000),
      nextOn: '2026-12-18',
      recordedBy: ['E1'],
      offeredTo: [],
      offerAt: NOW,
    })),
  exit: () => [
    {
      id: 'P1',
      person: 'E1',
      mentor: 'M1',
      mentee: 'E1',
      at: NOW - DAY,
      lastDay: '2026-11-22',
      met: 3,
      partnerKnows: 'not-yet',
      reasons: ['fit', 'aims', 'distance'],
      reasonText: long(2000),
      reasonFor: 'coordinator',
      next: 'look-again',
      urgent: true,
      escalateAt: NOW + DAY,
      escalated: false,
      closedTo: [],
    },
    {
      id: 'P1',
      person: 'M1',
      mentor: 'M1',
      mentee: 'E1',
      at: NOW - DAY,
      lastDay: '2026-11-22',
      met: 3,
      partnerKnows: 'told',
      triedFirst: 'yes',
      reasons: [],
      next: 'offer-again',
      urgent: false,
      escalated: true,
      readBy: 'C1',
      readAt: NOW,
      spokeWith: ['mentor', 'mentee'],
      toldOn: '2026-11-23',
      action: 're-match',
      note: long(2000),
      closedBy: 'C1',
      closedOn: '2026-11-23',
      closedTo: [],
    },
    {
      id: 'P1',
      person: '',
      byCoordinator: 'slack/T1/UC1',
      why: 'no-news',
      mentor: 'M1',
      mentee: 'E1',
      at: NOW - DAY,
      lastDay: '2026-11-22',
      met: 3,
      partnerKnows: 'told',
      reasons: [],
      next: 'later',
      urgent: false,
      escalated: false,
      readBy: 'slack/T1/UC1',
      readAt: NOW - DAY,
      spokeWith: ['mentee'],
      note: long(2000),
      closedBy: 'slack/T1/UC1',
      closedOn: '2026-11-22',
      closedTo: [],
    },
  ],
  event: () =>
    (['planned', 'over', 'off', 'planned', 'over'] as const).map((state, n) => ({
      id: 'V1',
      title: long(75),
      at: NOW + (n % 2 === 0 ? DAY : -1000),
      lasts: 600,
      place: long(150),
      link: `https://meet.example/${'v'.repeat(450)}`,
      places: { mentor: 1000, mentee: 1000 },
      talkMinutes: 60,
      state,
      by: 'slack/T1/UC1',
      announcedAt: NOW - DAY,
      revision: n,
      endsAt: NOW + 2 * DAY,
      rounds: 12,
      begun: n < 3 ? 0 : 3,
      working: n === 3,
      drawnUp: n < 3 ? 0 : 12,
      ...(n === 1 ? { closedAt: NOW } : { changedAt: NOW }),
    })),
  seats: () => [{ id: 'V1', mentor: 1000, mentee: 999 }],
  talklinks: () => [
    { id: 'V1', links: Array.from({ length: 12 }, (_, n) => `https://meet.example/${n}${'w'.repeat(200)}`) },
  ],
  signup: () =>
    (['E1', 'M1', 'C1', 'E2'] as const).flatMap(person =>
      (['in', 'waiting', 'in', 'in'] as const).map((state, n) => ({
        id: `${person}-V1`,
        event: 'V1',
        person,
        role: person === 'M1' ? ('mentor' as const) : ('mentee' as const),
        state,
        at: NOW - DAY,
        here: n === 2,
        attended: n >= 2,
        ...(n === 3 ? { askedAt: NOW, toldAt: NOW } : {}),
        ...(n === 0 ? { takenBackAt: NOW } : {}),
      })),
    ),
  talks: () => [
    {
      id: 'V1-3',
      event: 'V1',
      number: 3,
      pairs: Array.from({ length: 120 }, (_, n) => ({
        mentor: { person: `M${n + 1}`, name: NAME },
        mentee: { person: `E${n + 1}`, name: NAME },
        link: `https://meet.example/${n}${'w'.repeat(450)}`,
      })),
      waiting: Array.from({ length: 80 }, (_, n) => ({ person: `W${n}`, name: NAME, role: 'mentee' as const })),
      closedTo: [],
    },
  ],
  ranking: () => [
    {
      id: 'E1-V1',
      event: 'V1',
      person: 'E1',
      role: 'mentee',
      ranked: ['M1', 'M2', 'M3', 'M4', 'M5'].map(person => ({ person, name: NAME })),
      ratherNot: Array.from({ length: 20 }, (_, n) => ({ person: `M${n + 6}`, name: NAME })),
      at: NOW - DAY,
      eraseAt: NOW + 30 * DAY,
      closedTo: ['M1', 'M2', 'M3', 'M4', 'M5'],
    },
  ],
  evaluation: () =>
    (['mentor', 'mentee'] as const).flatMap(role =>
      ['E1', 'M1', 'C1'].map((person, n) => ({
        id: `P1-${person}`,
        person,
        pairing: 'P1',
        role,
        points: {
          beginning: { askedAt: NOW - 5 * DAY, closesAt: NOW + 9 * DAY, reminders: 0, ...(n ? {} : { doneAt: NOW }) },
          half: { askedAt: NOW - DAY, closesAt: NOW + 27 * DAY, reminders: 0 },
          end: { askedAt: NOW - DAY, closesAt: NOW + 27 * DAY, reminders: 0 },
        },
        nextAt: NOW + DAY,
      })),
    ),
  ballot: () =>
    [1, 2, 3, 4, 5, 5].map((score, n) => ({ id: `B${n}`, about: 'event-V1', score, line: long(300), from: NOW })),
  session: () =>
    (['mentor', 'mentee', 'both', 'topic', 'topic', 'mentor'] as const).map((what, n) => ({
      id: 'S1',
      title: long(75),
      what,
      ...(what === 'topic' ? { topic: n === 3 ? 'career' : 'skill-signposting' } : {}),
      at: NOW + (n % 2 === 0 ? DAY : -1000),
      lasts: 600,
      place: long(150),
      link: `https://meet.example/${'v'.repeat(450)}`,
      places: 1000,
      state: (['planned', 'over', 'off', 'planned', 'over', 'planned'] as const)[n] ?? 'planned',
      by: 'slack/T1/UC1',
      announcedAt: NOW - DAY,
      revision: n,
      endsAt: NOW + 2 * DAY,
      ...(n % 2 === 0 ? { changedAt: NOW } : {}),
    })),
  sessionseats: () => [{ id: 'S1', taken: 1000 }],
  booking: () =>
    (['E1', 'M1', 'C1', 'E2'] as const).flatMap(person =>
      (['in', 'waiting', 'in', 'in'] as const).map((state, n) => ({
        id: `${person}-S1`,
        session: 'S1',
        person,
        state,
        at: NOW - DAY,
        ...(n >= 2
          ? {
              came: n === 2 ? ('all' as const) : ('part' as const),
              cameBy: 'slack/T1/UC1',
              cameAt: NOW,
              stood: { mentor: { training: 'needed' as const } },
            }
          : { takenBackAt: NOW }),
        ...(n === 3 ? { toldAt: NOW } : {}),
      })),
    ),
  supportwish: () =>
    ['E1', 'M1', 'C1'].map(person => ({ id: person, person, topics: ['career', 'skill-signposting'] })),
  selfcheck: () =>
    ['E1', 'M1', 'C1'].map(person => ({ id: person, person, scores: { listens: 1, shares: 4, commits: 2 }, at: NOW })),
  contribution: () =>
    (['waiting', 'shown', 'down', 'shown', 'waiting'] as const).flatMap((state, n) =>
      ['E1', 'M1', 'C1'].map(person => ({
        id: 'F1',
        person,
        what: storyKinds[n] ?? 'milestone',
        title: long(75),
        text: long(2000),
        side: (['mentor', 'mentee', 'other'] as const)[n % 3] ?? 'other',
        topics: keys(s.topics).slice(0, 3),
        at: NOW - DAY,
        shown: (['contact', 'name', 'side', 'nobody'] as const)[n % 4] ?? 'nobody',
        state,
        ...(state === 'down' ? { note: long(1000), by: 'slack/T1/UC1' } : {}),
        ...(n === 3 ? { postedAt: NOW, newsAt: NOW } : {}),
        closedTo: [],
      })),
    ),
  story: () =>
    storyKinds.map((what, n) => ({
      id: 'F1',
      what,
      title: long(75),
      text: long(2000),
      side: (['mentor', 'mentee', 'other'] as const)[n % 3] ?? 'other',
      topics: keys(s.topics).slice(0, 3),
      at: NOW - DAY,
      ...(n % 2 === 0 ? { name: NAME, accounts: ['slack/T1/UM1'] } : {}),
    })),
  scheme: () => [s],
  run: () =>
    (['preparing', 'ready', 'releasing', 'released', 'dropped'] as const).map(state => ({
      id: 'R1',
      by: 'C1',
      at: NOW - DAY,
      state,
      generation: 2,
      stem: 'R1-2',
      pairs: 120,
      leftMentees: 60,
      leftMentors: 7,
      total: 9_999,
      pages: 3,
      leftPages: 2,
      locks: [['E1', 'M1']],
      removed: [['E2', 'M1']],
      lines: { 'E1 M1': long(500) },
      closedTo: [],
      objective: 'max-score' as const,
      proposed: 3,
      former: {
        objective: 'first-choices' as const,
        weights: usualWeights,
        earlier: true,
        locks: [],
        removed: [],
        pairs: 119,
        leftMentees: 61,
      },
      changes: { gain: 20, lose: 19, even: 1, pages: 2 },
      call: { topic: 'career', site: 'site-3', mentors: 5, matches: 10 },
      answers: whyNots,
    })),
  runpage: () => [
    {
      id: 'R1-2-pairs-0',
      run: 'R1',
      closedTo: [],
      pairs: Array.from({ length: 50 }, (_, n) => ({
        mentee: `E${n + 1}`,
        mentor: `M${n + 1}`,
        menteeName: NAME,
        mentorName: NAME,
        score: 70,
        locked: n === 0,
        why: {
          sharedTopics: keys(s.topics).slice(0, 3),
          wantedTopics: 3,
          sharedSlots: keys(slots),
          sharedModes: keys(modes),
          sameSite: true,
        },
      })),
      left: Array.from({ length: 50 }, (_, n) => ({
        person: `L${n}`,
        role: 'mentee' as const,
        name: NAME,
        reason: { reason: 'nobody-eligible', removed: { modes: 3, slots: 4, excluded: 1, minimum: 0 } },
      })),
      changes: Array.from({ length: 30 }, (_, n) => ({
        person: `E${n + 1}`,
        name: NAME,
        turn: 'better',
        before: [{ person: `M${n + 1}`, name: NAME }],
        after: [{ person: `M${n + 2}`, name: NAME }],
        closedTo: [],
      })),
    },
  ],
  round: () => [{ id: 'round-12', number: 12, at: NOW - 8 * DAY, posts: 2, postedIn: ['slack/T1'] }],
  posted: () => [{ id: 'somewhere', lane: 'slack/T1', channel: 'C1', message: '1.1', at: NOW, people: [] }],
  contact: () => [{ id: 'teams/T1/a1', lane: 'teams/T1', what: 'person', note: { conversation: long(200) }, at: NOW }],
  job: () => [{ id: 'J1', job: 'match.prepare', ids: { run: 'R1' }, state: 'waiting', step: 0, at: NOW }],
};

export const actors: Record<string, Actor> = {
  stranger: {
    account: 'slack/T1/UX',
    coordinator: false,
    profile: { name: NAME, email: 'x@example.org', zone: 'Europe/London', jobTitle: long(150) },
    emailHash: 'hash-x',
  },
  mentor: { account: 'slack/T1/UM1', person: longPerson('M1'), coordinator: false },
  mentee: { account: 'slack/T1/UE1', person: longPerson('E1'), coordinator: false },
  coordinator: { account: 'slack/T1/UC1', person: longPerson('C1'), coordinator: true },
  'co-ordinator who has not registered': { account: 'slack/T1/UC2', coordinator: true, profile: { name: NAME } },
};

/** Ids that pages ask for. */
export const ids: Record<string, string> = {
  pairing: 'P1',
  registration: 'E1-mentee',
  run: 'R1',
  page: '0',
  inquiry: 'Q-open',
  about: 'difficulty',
  role: 'mentee',
  meeting: 'K-held',
  round: 'round-12',
  person: 'E1',
  mentee: 'E1',
  mentor: 'M1',
  wish: 'E1',
  topic: 'career',
  site: 'site-3',
  word: 'microscope',
  more: 'yes',
  account: 'slack/T1/UE1',
  channel: 'slack/T1/CFORUM',
  letter: 'exit.alert',
  why: 'person',
  section: 'criteria',
  part: '1',
  n: '1',
  id: 'P1',
  lane: 'slack/T1',
  at: '0',
  objective: 'O0',
  step: 'S1',
  proposal: 'Z1',
  event: 'V1',
  number: '3',
  session: 'S1',
  story: 'F1',
  what: 'experience',
  entry: 'L-E1',
  evaluation: 'P1-E1',
  point: 'half',
};

function readerOf(actor: Actor, channel?: 'forum' | 'coordinators'): Reader {
  return { person: actor.person?.id, account: actor.account, coordinator: actor.coordinator, channel };
}

/** How many different worlds there are: enough for every state of every kind to appear. */
export const WORLDS = 12;

const made = new Map<KindName, RecordOf<KindName>[]>();
/** The variants of a kind, made once. */
function variantsOf(kind: KindName): RecordOf<KindName>[] {
  const found = made.get(kind) ?? (variants[kind]() as RecordOf<KindName>[]);
  made.set(kind, found);
  return found;
}

/** As many records as a page of a list may hold, each of its own. */
function crowd<T>(values: T[], max: number): T[] {
  if (values.length === 0) return [];
  return Array.from(
    { length: max },
    (_, n) =>
      (n < values.length
        ? values[n]
        : { ...values[n % values.length], id: `${(values[n % values.length] as { id: string }).id}~${n}` }) as T,
  );
}

/** What a plan would open in the n-th world: single records turn through their variants; pages of lists hold them all. World 0 is empty. */
export function opened(
  plan: Plan,
  world: number,
  actor: Actor,
  channel?: 'forum' | 'coordinators',
): Record<string, unknown> {
  const reader = readerOf(actor, channel);
  const entries = Object.entries(plan).map(([name, step]) => {
    if ('counts' in step)
      return [
        name,
        world === 0 ? {} : { answered: 12, fit: 7, answers: 6, score5: 6, career: 30, safety: 3, 'skill-feedback': 5 },
      ] as const;
    const all = world === 0 ? [] : variantsOf(step.kind);
    const turned = all.map((_, n) => all[(n + world * 2) % all.length]!);
    const readable = turned.filter(value => step.sealed || mayRead(step.kind, value as never, reader));
    const distinct = [...new Map(readable.map(value => [(value as { id: string }).id, value])).values()];
    const many =
      'list' in step.source && !step.source.list.startsWith('names.') ? crowd(distinct, step.source.max) : distinct;
    const given = (step.many ? many : readable.slice(0, 1)).map(value =>
      step.sealed ? seal(step.kind, value as never) : value,
    );
    return [name, step.many ? given : given[0]] as const;
  });
  return Object.fromEntries(entries);
}

/** Every mixture of the variants of what a plan opens (or nothing), as far as that is some thousands: single records one by one, lists as they are. */
export function* mixtures(plan: Plan): Generator<Record<string, unknown>> {
  const steps = Object.entries(plan);
  const choices = steps.map(([, step]) => ('counts' in step || step.many ? 1 : variantsOf(step.kind).length + 1));
  const all = Math.min(
    choices.reduce((product, n) => product * n, 1),
    20_000,
  );
  for (let nth = 0; nth < all; nth++) {
    let left = nth;
    const entries = steps.map(([name, step], n) => {
      const choice = left % (choices[n] ?? 1);
      left = Math.floor(left / (choices[n] ?? 1));
      if ('counts' in step) return [name, {}] as const;
      const values = variantsOf(step.kind).map(value => (step.sealed ? seal(step.kind, value as never) : value));
      return [name, step.many ? values : values[choice]] as const;
    });
    yield Object.fromEntries(entries);
  }
}

export function turnIn(world: number, actor: Actor, open: Record<string, unknown>): Turn<never> {
  const turn: Turn<unknown> = {
    now: NOW,
    actor,
    scheme: world % 5 === 4 ? notReady : s,
    open,
    id: what => `id-${what}`,
    hash: plain => `hash-of-${plain}`,
    order: items => [...items],
    changed: () => world % 3 === 1,
    place: world % 2 ? 'window' : 'home',
    more: Object.fromEntries(Object.keys(open).map(name => [name, world % 2 ? '123|abc' : undefined])),
    accounts: { 'slack/T1/UNEW': { name: 'Somebody New', gone: false } },
    elsewhere: [],
    channels: {
      'slack/T1/CFORUM': {
        name: 'forum',
        isPublic: true,
        canPost: true,
        isArchived: false,
        members: ['slack/T1/UE1'],
        tooManyMembers: false,
      },
      'slack/T1/CALERTS': {
        name: 'alerts',
        isPublic: false,
        canPost: true,
        isArchived: false,
        members: ['slack/T1/UC1', 'slack/T1/UE1'],
        tooManyMembers: false,
      },
    },
  };
  return turn as Turn<never>;
}

export const allKinds = Object.keys(kinds) as KindName[];
