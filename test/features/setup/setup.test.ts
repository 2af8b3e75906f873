// Set-up by plain calls: the first steps, the tests of the channels, opening, inviting, and every setting saved where it is read.
import { describe, expect, test } from 'vitest';
import type { Actor, ChannelFacts, Turn } from '../../../src/conversation/turn.ts';
import { setupRoom } from '../../../src/features/setup/setup.ts';
import { sayInstant } from '../../../src/scheme/calendar.ts';
import { newScheme } from '../../../src/scheme/defaults.ts';
import type { Scheme } from '../../../src/scheme/kinds.ts';
import {
  buttonsOf,
  changesOf,
  drawn,
  formOf,
  leads,
  pressed,
  screenOf,
  take,
  viewOf,
  words,
  written,
} from '../page.ts';
import { aPerson, aScheme, aTurn, NOW } from '../turn.ts';

const priya: Actor = { account: 'slack/T1/UC1', coordinator: true, profile: { name: 'Priya Nair' } };
const fresh = (more: Partial<Scheme> = {}): Scheme => ({
  ...newScheme('Europe/London', ['slack/T1/UC1'], [], []),
  ...more,
});
const channel = (more: Partial<ChannelFacts> = {}): ChannelFacts => ({
  name: 'somewhere',
  isPublic: false,
  canPost: true,
  isArchived: false,
  members: ['slack/T1/UC1'],
  tooManyMembers: false,
  ...more,
});
const F = 'slack/T1/CF';
const A = 'slack/T1/CA';
const both = { [F]: channel({ isPublic: true }), [A]: channel() };
const two = [
  { name: 'Ada', role: 'HR', how: '2210' },
  { name: 'Ben', role: 'Union', how: '2211' },
];
const done = { host: 'Northmoor', aims: 'To meet', forum: [F], alerts: [A], people: two };
const turn = (scheme: Scheme, channels = {}, actor = priya, open = {}) => aTurn(actor, open, { scheme, channels });

describe('the first steps', () => {
  test('a new scheme leads to the first step and shows nothing else yet', () => {
    const view = viewOf(setupRoom, 'setup', turn(fresh()));
    expect(leads(view)).toEqual(['setup.basics', 'desk']);
  });

  test('each step is saved and leads to the next; who sets up gets a name', () => {
    const answers = { name: 'Ours', host: 'Northmoor', aims: ' To meet ' };
    const outcome = take(setupRoom, 'setup.basics', turn(fresh()), answers);
    const after = written(changesOf(outcome), 'scheme');
    expect(after).toMatchObject({ name: 'Ours', host: 'Northmoor', aims: 'To meet', ready: false });
    expect(after.coordinatorNames).toEqual({ 'slack/T1/UC1': 'Priya Nair' });
    expect(screenOf(outcome)).toEqual({ show: 'next', to: { word: 'setup.channels', ids: {} } });
    const second = { ...after, coordinators: ['slack/T1/UC1', 'slack/T1/UC2'] };
    const channels = take(setupRoom, 'setup.channels', turn(second, both), { forum: F, alerts: A });
    expect(written(changesOf(channels), 'scheme')).toMatchObject({ forum: [F], alerts: [A] });
    expect(screenOf(channels)).toMatchObject({ to: { word: 'setup.person', ids: { n: '0' } } });
  });

  test('a co-ordinator’s other account, which is not on the list, gets no name of its own', () => {
    const other: Actor = { account: 'teams/x/P', coordinator: true, profile: { name: 'Priya Nair' } };
    const answers = { name: 'Ours', host: 'Northmoor', aims: 'To meet' };
    const after = written(changesOf(take(setupRoom, 'setup.basics', turn(fresh(), {}, other), answers)), 'scheme');
    expect(after.coordinatorNames).toEqual({});
  });

  test('a second co-ordinator can be named at once, and is told; whoever cannot be one is refused beside the question', () => {
    const answers = { name: 'Ours', host: 'Northmoor', aims: 'To meet', second: 'slack/T1/UC2' };
    const of = (second: string, accounts: Turn['accounts'] = {}) =>
      take(setupRoom, 'setup.basics', { ...turn(fresh()), accounts }, { ...answers, second });
    const named = of('slack/T1/UC2', { 'slack/T1/UC2': { name: 'Tom Baker', gone: false } });
    expect(written(changesOf(named), 'scheme').coordinators).toEqual(['slack/T1/UC1', 'slack/T1/UC2']);
    expect(changesOf(named).letters).toMatchObject([{ letter: 'setup.welcome', to: { account: 'slack/T1/UC2' } }]);
    for (const odd of [
      of('slack/T1/UC1'),
      of('slack/T1/UBOT'),
      of('slack/T1/UX', { 'slack/T1/UX': { name: 'X', gone: true } }),
    ])
      expect(odd).toEqual({ problems: { second: expect.any(String) } });
    const { second: _left, ...without } = answers;
    expect(
      written(changesOf(take(setupRoom, 'setup.basics', turn(fresh()), without)), 'scheme').coordinators,
    ).toHaveLength(1);
  });

  test('once there are two, or the scheme is open, the first form does not ask for a second', () => {
    expect(formOf(setupRoom, 'setup.basics', turn(fresh())).fields).toHaveProperty('second');
    for (const scheme of [fresh({ coordinators: ['slack/T1/UC1', 'slack/T1/UC2'] }), fresh({ ready: true })]) {
      expect(formOf(setupRoom, 'setup.basics', turn(scheme)).fields).not.toHaveProperty('second');
      const outcome = take(setupRoom, 'setup.basics', turn(scheme), {
        name: 'a',
        host: 'b',
        aims: 'c',
        second: 'slack/T1/UX',
      });
      expect(written(changesOf(outcome), 'scheme').coordinators).toEqual(scheme.coordinators);
    }
  });

  test('two people to talk to are asked for before the settings are shown', () => {
    const person = { name: 'Ada', role: 'HR', how: '2210' };
    const one = take(setupRoom, 'setup.person', turn(fresh()), person, { n: '0' });
    expect(screenOf(one)).toMatchObject({ to: { word: 'setup.person', ids: { n: '1' } } });
    const scheme = written(changesOf(one), 'scheme');
    const second = take(setupRoom, 'setup.person', turn(scheme), { ...person, name: 'Ben' }, { n: '1' });
    expect(written(changesOf(second), 'scheme').people.map(({ name }) => name)).toEqual(['Ada', 'Ben']);
    expect(screenOf(second)).toMatchObject({ to: { word: 'setup' } });
  });

  test('when the steps are done, every setting is listed and the scheme can be opened', () => {
    const view = viewOf(setupRoom, 'setup', turn(fresh(done)));
    const to = leads(view);
    expect(to).toContain('setup!open');
    for (const page of ['basics', 'channels', 'coordinators', 'people', 'arbiter', 'criteria', 'checks', 'training'])
      expect(to).toContain(`setup.${page}`);
    for (const page of ['external', 'texts', 'closed', 'numbers', 'rhythm', 'steps'])
      expect(to).toContain(`setup.${page}`);
    expect(to.filter(word => word === 'setup.options')).toHaveLength(3);
    expect(words(view.parts)).toContain('A second co-ordinator');
  });

  test('opening sets the first check-in round', () => {
    const outcome = pressed(setupRoom, 'setup', 'open', turn(fresh(done), both), { look: '1' });
    const after = written(changesOf(outcome), 'scheme');
    expect(after.ready).toBe(true);
    expect(sayInstant(after.nextRoundAt ?? 0, 'Europe/London')).toBe('Tuesday 22 December 2026, 10:00');
  });

  test('a scheme does not open with a public co-ordinators’ channel, or channels nobody could look at', () => {
    const open = { ...both, [A]: channel({ isPublic: true }) };
    for (const channels of [open, {}]) {
      const outcome = pressed(setupRoom, 'setup', 'open', turn(fresh(done), channels), { look: '1' });
      expect(changesOf(outcome)).toEqual({});
      expect(screenOf(outcome)).toMatchObject({ show: 'view', at: { word: 'setup.checked' } });
    }
  });

  test('a scheme does not open before its steps are done', () => {
    const outcome = pressed(setupRoom, 'setup', 'open', turn(fresh({ ...done, people: [] }), both), { look: '1' });
    expect(outcome).toEqual({ screen: { show: 'next', to: { word: 'setup.person', ids: { n: '0' } } } });
  });
});

describe('the channels', () => {
  const problems = (channels: Record<string, ChannelFacts>, alerts = A) =>
    take(setupRoom, 'setup.channels', turn(fresh(), channels), { forum: F, alerts });

  test('a public co-ordinators’ channel is refused beside the question', () => {
    const outcome = problems({ ...both, [A]: channel({ isPublic: true }) });
    expect(outcome).toEqual({ problems: { alerts: expect.stringContaining('public') } });
  });

  test('a channel nobody can see, that is archived, or where we may not post, is refused', () => {
    expect(problems({})).toMatchObject({ problems: { forum: expect.any(String), alerts: expect.any(String) } });
    expect(problems({ ...both, [F]: channel({ isArchived: true }) })).toMatchObject({
      problems: { forum: expect.stringContaining('archived') },
    });
    expect(problems({ ...both, [F]: channel({ canPost: false }) })).toMatchObject({
      problems: { forum: expect.stringContaining('invite me') },
    });
  });

  test('somebody chooses for the app they are on; what stands on the other stays, and is said', () => {
    const TF = 'teams/X/19:f@thread.tacv2';
    const TA = 'teams/X/19:a@thread.tacv2';
    const inTeams: Actor = { ...priya, account: 'teams/X/1' };
    const scheme = fresh({ ...done, ready: true, coordinators: ['slack/T1/UC1', 'teams/X/1'] });
    const facts = { ...both, [TF]: channel({ isPublic: true }), [TA]: channel({ members: ['teams/X/1'] }) };
    const form = formOf(setupRoom, 'setup.channels', turn(scheme, facts, inTeams));
    expect(form.values).toEqual({});
    expect(words(form.intro ?? [])).toContain('What is chosen on Slack stays as it is');
    expect(form.fields['alerts']?.hint).toContain('a team that has co-ordinators only');
    const outcome = take(setupRoom, 'setup.channels', turn(scheme, facts, inTeams), { forum: TF, alerts: TA });
    expect(written(changesOf(outcome), 'scheme')).toMatchObject({ forum: [F, TF], alerts: [A, TA] });
    const later = fresh({ ...scheme, forum: [F, TF], alerts: [A, TA] });
    expect(formOf(setupRoom, 'setup.channels', turn(later, facts)).values).toEqual({ forum: F, alerts: A });
  });

  test('the summary says plainly what is where, and a side without a forum is worth a look', () => {
    const scheme = fresh({ ...done, ready: true, forum: [F], alerts: [A, 'teams/X/19:a@thread.tacv2'] });
    const said = words(viewOf(setupRoom, 'setup', turn(scheme)).parts);
    expect(said).toContain(`Slack: forum ${F} · co-ordinators ${A}\nMicrosoft Teams: co-ordinators`);
    const inTeams: Actor = { ...priya, account: 'teams/X/1' };
    expect(words(viewOf(setupRoom, 'setup', turn(scheme, {}, inTeams)).parts)).toContain(
      'Channels on Microsoft Teams.',
    );
    expect(said).not.toContain('Until there is a forum');
  });

  test('a channel whose door is in another process is looked at from the other side, and keeps nobody from opening', () => {
    const TF = 'teams/X/19:f@thread.tacv2';
    const scheme = fresh({ ...done, forum: [F, TF] });
    const here = { ...turn(scheme, both), elsewhere: [TF] };
    expect(words(viewOf(setupRoom, 'setup.checked', here).parts)).toContain(
      'on Microsoft Teams\nLooked at from the other side',
    );
    expect(written(changesOf(pressed(setupRoom, 'setup', 'open', here)), 'scheme').ready).toBe(true);
    const gone = turn(scheme, both);
    expect(words(viewOf(setupRoom, 'setup.checked', gone).parts)).toContain('Please add Mentor to its team');
    expect(changesOf(pressed(setupRoom, 'setup', 'open', gone)).put).toBeUndefined();
  });

  test('one channel for both is refused', () => {
    expect(problems(both, F)).toMatchObject({ problems: { alerts: expect.stringContaining('of its own') } });
  });

  test('who is in the co-ordinators’ channel without being one is named at once', () => {
    const channels = { ...both, [A]: channel({ members: ['slack/T1/UC1', 'slack/T1/USAM'] }) };
    const outcome = take(setupRoom, 'setup.channels', turn(fresh(), channels), { forum: F, alerts: A });
    expect(screenOf(outcome)).toMatchObject({ to: { word: 'setup.checked' } });
    const view = viewOf(setupRoom, 'setup.checked', turn(written(changesOf(outcome), 'scheme'), channels));
    expect(words(view.parts)).toContain('slack/T1/USAM');
    expect(words(view.parts)).not.toContain('slack/T1/UC1');
  });

  describe('a second co-ordinator', () => {
    const OWEN = 'slack/T1/UOWEN';
    const withOwen = { ...both, [A]: channel({ members: ['slack/T1/UC1', OWEN] }) };
    const scheme = fresh({ forum: [F], alerts: [A] });
    const add = (account: string, channels = withOwen, open = {}) =>
      pressed(setupRoom, 'setup.checked', 'add', turn(scheme, channels, priya, open), { account });

    test('is asked for while set-up goes on, also when nobody else is in the channel yet', () => {
      const outcome = take(setupRoom, 'setup.channels', turn(fresh(), both), { forum: F, alerts: A });
      expect(screenOf(outcome)).toMatchObject({ to: { word: 'setup.checked' } });
      expect(words(viewOf(setupRoom, 'setup.checked', turn(scheme, both)).parts)).toContain('second co-ordinator');
    });

    test('is made from the channel by one press, is welcomed, and known as a person where they are one', () => {
      const alone = add(OWEN);
      expect(written(changesOf(alone), 'scheme').coordinators).toEqual(['slack/T1/UC1', OWEN]);
      expect(changesOf(alone).letters).toEqual([{ letter: 'setup.welcome', ids: {}, to: { account: OWEN } }]);
      const person = aPerson('OWEN', 'Owen Hughes');
      const known = add(OWEN, withOwen, { account: { id: OWEN, person: 'OWEN' }, person });
      expect(written(changesOf(known), 'scheme')).toMatchObject({ coordinatorPersons: { [OWEN]: 'OWEN' } });
    });

    test('is never somebody who is not in the channel: an id alone makes nobody a co-ordinator', () => {
      expect(changesOf(add('slack/T1/UEVIL'))).toEqual({});
      expect(changesOf(add('slack/T1/UC1'))).toEqual({});
    });
  });

  test('a channel that is chosen anew ends the trouble with the old one', () => {
    const scheme = aScheme({ troubles: { [`channel:${F}`]: 1, 'lane:slack/T9': 2 } });
    const outcome = take(setupRoom, 'setup.channels', turn(scheme, both), { forum: F, alerts: A });
    expect(written(changesOf(outcome), 'scheme').troubles).toEqual({ 'lane:slack/T9': 2 });
  });

  test('only the pages that need it ask the platform about channels', () => {
    const page = (word: string) => setupRoom.pages.find(one => one.word === word);
    const scheme = aScheme({ forum: [F], alerts: [A] });
    expect(page('setup.channels')?.checks?.({ forum: F, alerts: A }, {}, scheme)).toEqual({ channels: [F, A] });
    expect(page('setup.channels')?.checks?.({}, {}, scheme)).toEqual({ channels: [] });
    expect(page('setup')?.checks?.({}, {}, scheme)).toEqual({});
    expect(page('setup.basics')?.checks?.({}, {}, scheme)).toEqual({});
    expect(page('setup.basics')?.checks?.({ second: 'slack/T1/UX' }, {}, scheme)).toEqual({
      accounts: ['slack/T1/UX'],
    });
    expect(page('setup')?.checks?.({}, { look: '1' }, scheme)).toEqual({ channels: [F, A] });
  });
});

describe('the invitation', () => {
  test('it is posted in the forum with Start, and names nobody', () => {
    const outcome = pressed(setupRoom, 'setup', 'invite', turn(aScheme()));
    const changes = changesOf(outcome);
    expect(changes.letters).toEqual([
      {
        letter: 'setup.invitation',
        ids: { at: String(NOW) },
        to: { channel: 'forum' },
        place: `invitation.${NOW}`,
        pin: true,
      },
    ]);
    const scheme = written(changes, 'scheme');
    const notice = drawn(setupRoom, 'setup.invitation', turn(scheme), { at: String(NOW) });
    expect(leads(notice ?? {})).toEqual(['register']);
  });

  test('posting it again takes the old one away; an older letter still waiting vanishes', () => {
    const scheme = aScheme({ invitedAt: 7 });
    const changes = changesOf(pressed(setupRoom, 'setup', 'invite', turn(scheme)));
    expect(changes.letters?.map(({ mode, place }) => [mode, place])).toEqual([
      [undefined, `invitation.${NOW}`],
      ['delete', 'invitation.7'],
    ]);
    const after = written(changes, 'scheme');
    expect(drawn(setupRoom, 'setup.invitation', turn(after), { at: '7' })).toBeUndefined();
  });

  test.each([
    [['slack/T1/C1'], /I pin it there.*please pin it yourself/, /in Teams|on Slack/],
    [['teams/X/19:f'], /please pin it there yourself/, /I pin it/],
    [
      ['slack/T1/C1', 'teams/X/19:f'],
      /I pin it on Slack.*cannot pin anything in Teams: please pin it there yourself\./,
      /there,/,
    ],
  ])('nobody is told that it is pinned where no bot may pin: %s', (forum, says, never) => {
    const said = JSON.stringify(viewOf(setupRoom, 'setup', turn(aScheme({ invitedAt: 7, forum }))));
    expect(said).toMatch(says);
    expect(said).not.toMatch(never);
  });

  test('it cannot be posted before the scheme is open', () => {
    const outcome = pressed(setupRoom, 'setup', 'invite', turn(fresh(done)));
    expect(changesOf(outcome)).toEqual({});
  });
});

describe('co-ordinators', () => {
  const sam = aPerson('S', 'Sam Okafor', { accounts: ['slack/T1/US'] });

  test('somebody of the scheme is added with a word to them', () => {
    const outcome = pressed(setupRoom, 'setup.coordinators', 'add', turn(aScheme(), {}, priya, { person: sam }), {
      person: 'S',
    });
    const after = written(changesOf(outcome), 'scheme');
    expect(after.coordinators).toEqual(['slack/T1/UC1', 'slack/T1/UC2', 'slack/T1/US']);
    expect(after.coordinatorPersons).toEqual({ 'slack/T1/US': 'S' });
    expect(changesOf(outcome).letters).toEqual([{ letter: 'setup.welcome', ids: {}, to: { account: 'slack/T1/US' } }]);
  });

  test('somebody unknown, or whose account is gone, is not added', () => {
    for (const person of [undefined, { ...sam, goneAt: 1 }]) {
      const outcome = pressed(setupRoom, 'setup.coordinators', 'add', turn(aScheme(), {}, priya, { person }));
      expect(changesOf(outcome)).toEqual({});
      expect(screenOf(outcome).show).toBe('view');
    }
  });

  test('one is removed with all accounts, the last one never', () => {
    const scheme = aScheme({
      coordinators: ['slack/T1/UC1', 'slack/T1/US', 'teams/x/S'],
      coordinatorPersons: { 'slack/T1/US': 'S', 'teams/x/S': 'S' },
      coordinatorNames: { 'teams/x/S': 'Sam' },
    });
    const gone = pressed(setupRoom, 'setup.coordinators', 'remove', turn(scheme), { account: 'slack/T1/US' });
    const after = written(changesOf(gone), 'scheme');
    expect(after.coordinators).toEqual(['slack/T1/UC1']);
    expect(after.coordinatorPersons).toEqual({});
    const last = pressed(setupRoom, 'setup.coordinators', 'remove', turn(after), { account: 'slack/T1/UC1' });
    expect(changesOf(last)).toEqual({});
    expect(buttonsOf(viewOf(setupRoom, 'setup.coordinators', turn(after))).length).toBe(1);
  });

  test('somebody nobody knows yet asks to be added, and a co-ordinator decides', () => {
    const stranger: Actor = { account: 'slack/T1/UX', coordinator: false, profile: { name: 'Owen Hughes' } };
    const outcome = pressed(setupRoom, 'setup.join', 'ask', turn(aScheme(), {}, stranger));
    const changes = changesOf(outcome);
    const person = written(changes, 'person');
    expect(person).toMatchObject({ name: 'Owen Hughes', accounts: ['slack/T1/UX'], mention: false });
    expect(written(changes, 'account')).toEqual({ id: 'slack/T1/UX', person: person.id });
    expect(changes.letters?.map(({ to }) => to)).toEqual([{ account: 'slack/T1/UC1' }, { account: 'slack/T1/UC2' }]);
    expect(changes.put?.some(({ kind }) => kind === 'scheme')).toBe(false);
    const letter = drawn(setupRoom, 'setup.asks', turn(aScheme(), {}, priya, { person }), { person: person.id });
    expect(leads(letter ?? {})).toEqual(['people.one']);
    expect(words(letter?.parts ?? [])).toContain('(Owen Hughes) asks');
    const elsewhere = { ...person, accounts: ['teams/X/owen'] };
    const fromTeams = drawn(setupRoom, 'setup.asks', turn(aScheme(), {}, priya, { person: elsewhere }));
    expect(fromTeams?.parts?.[0]).toMatchObject({ text: ['Owen Hughes', expect.stringMatching(/^ asks to help/)] });
    const already = aScheme({ coordinators: ['slack/T1/UC1', 'slack/T1/UX'] });
    expect(drawn(setupRoom, 'setup.asks', turn(already, {}, priya, { person }))).toBeUndefined();
  });
});

describe('the settings', () => {
  const saved = (word: string, raw: Record<string, unknown>, scheme = aScheme(), ids = {}) =>
    written(changesOf(take(setupRoom, word, turn(scheme), raw, ids)), 'scheme');

  test('criteria, training and texts', () => {
    expect(saved('setup.criteria', { criteriaMentor: 'A', criteriaMentee: 'B' })).toMatchObject({
      criteriaMentor: 'A',
      criteriaMentee: 'B',
    });
    expect(saved('setup.training', { mentor: 'required', mentee: 'none', text: 'Room 5' })).toMatchObject({
      trainingMentor: 'required',
      trainingMentee: 'none',
      trainingText: 'Room 5',
    });
    expect(saved('setup.texts', { privacyLink: 'https://x.example/p' })).toMatchObject({
      nextSteps: '',
      privacyLink: 'https://x.example/p',
    });
  });

  test('R0: what a mentor and a mentee are offered, each to be left out, and whether it is working time', () => {
    const form = formOf(setupRoom, 'setup.between', turn(aScheme()));
    expect(form.values).toEqual({
      steps: ['agreements', 'agendas', 'meetingReminders', 'objectives', 'closings', 'extensions'],
      workingTime: false,
    });
    const only = {
      agreements: true,
      agendas: false,
      meetingReminders: false,
      objectives: false,
      closings: false,
      extensions: false,
      workingTime: true,
    };
    expect(saved('setup.between', { steps: ['agreements'], workingTime: true })).toMatchObject(only);
    const none = {
      agreements: false,
      agendas: false,
      meetingReminders: false,
      objectives: false,
      closings: false,
      extensions: false,
      workingTime: false,
    };
    expect(saved('setup.between', { steps: [], workingTime: false })).toMatchObject(none);
  });

  test('R0: steps the scheme may do without', () => {
    expect(saved('setup.steps', { acceptance: 'automatic', reviews: 'off', log: 'off' })).toMatchObject({
      acceptance: 'automatic',
      reviewOffers: false,
      learningLog: false,
    });
    expect(formOf(setupRoom, 'setup.steps', turn(aScheme())).values).toEqual({
      acceptance: 'coordinator',
      reviews: 'on',
      log: 'on',
    });
  });

  test('R0: what is offered around training, and for how long it counts', () => {
    const none = { sessions: false, selfCheck: false, supportAsked: false, trainingMonths: 24 };
    expect(saved('setup.sessions', { offers: [], months: '24' })).toMatchObject(none);
    const some = saved('setup.sessions', { offers: ['sessions', 'supportAsked'], months: '0' });
    expect(some).toMatchObject({ sessions: true, selfCheck: false, supportAsked: true, trainingMonths: 0 });
    expect(formOf(setupRoom, 'setup.sessions', turn(aScheme({ selfCheck: false }))).values).toEqual({
      offers: ['sessions', 'supportAsked'],
      months: '0',
    });
  });

  test('R0: a forum at once, looked at first, or none', () => {
    for (const stories of ['at-once', 'looked-at', 'off'])
      expect(saved('setup.forum', { stories })).toMatchObject({ stories });
    expect(formOf(setupRoom, 'setup.forum', turn(aScheme())).values).toEqual({ stories: 'at-once' });
  });

  test('R8: how people come together', () => {
    expect(saved('setup.matching', { way: 'mentee' })).toMatchObject({ matchingMode: 'mentee' });
    expect(formOf(setupRoom, 'setup.matching', turn(aScheme())).values).toEqual({ way: 'profile' });
    expect(take(setupRoom, 'setup.matching', turn(aScheme()), { way: 'by lot' })).toMatchObject({
      problems: { way: 'Please choose one of these.' },
    });
  });

  test('a tick question is added, changed and removed; either of the technical ones stays enough (R3)', () => {
    const added = saved('setup.check', { label: 'I like tea', role: 'both', either: false });
    expect(added.checks.at(-1)).toEqual({ key: 'id-check', label: 'I like tea', role: 'both' });
    const answers = { label: 'I have a technical past', role: 'mentor', either: true };
    const after = saved('setup.check', answers, aScheme(), { key: 'background' });
    expect(after.checks[0]).toEqual({
      key: 'background',
      label: 'I have a technical past',
      role: 'mentor',
      either: 'technical',
    });
    const gone = pressed(setupRoom, 'setup.checks', 'remove', turn(aScheme()), { key: 'time' });
    expect(written(changesOf(gone), 'scheme').checks.map(({ key }) => key)).toEqual(['background', 'knowledge']);
  });

  test('an entry keeps its key when its words change; what is there already is not added twice', () => {
    const renamed = saved('setup.option', { label: 'Pay and promotion' }, aScheme(), { list: 'topics', key: 'career' });
    expect(renamed.topics[0]).toEqual({ key: 'career', label: 'Pay and promotion' });
    const added = saved('setup.options.add', { labels: ['Leeds Road', 'leeds road', 'Hull'] }, aScheme(), {
      list: 'sites',
    });
    expect(added.sites).toEqual([
      { key: 'leeds-road', label: 'Leeds Road' },
      { key: 'hull', label: 'Hull' },
    ]);
    const twice = take(
      setupRoom,
      'setup.option',
      turn(aScheme()),
      { label: 'technical SKILL' },
      {
        list: 'topics',
        key: 'career',
      },
    );
    expect(twice).toMatchObject({ problems: { label: expect.any(String) } });
    const gone = pressed(setupRoom, 'setup.options', 'remove', turn(aScheme()), { list: 'topics', key: 'career' });
    expect(written(changesOf(gone), 'scheme').topics.some(({ key }) => key === 'career')).toBe(false);
  });

  test('a list never grows beyond what a menu holds', () => {
    const many = Array.from({ length: 79 }, (_, n) => ({ key: `k${n}`, label: `Topic ${n}` }));
    const outcome = take(
      setupRoom,
      'setup.options.add',
      turn(aScheme({ topics: many })),
      { labels: ['x', 'y'] },
      {
        list: 'topics',
      },
    );
    expect(outcome).toMatchObject({ problems: { labels: expect.stringContaining('80') } });
  });

  test('other schemes are read a line each, and an odd line is named', () => {
    expect(
      saved('setup.external', { external: ['NTDC | https://n.example/a', 'A|B | http://b.example'] }).external,
    ).toEqual([
      { name: 'NTDC', link: 'https://n.example/a' },
      { name: 'A|B', link: 'http://b.example' },
    ]);
    const odd = take(setupRoom, 'setup.external', turn(aScheme()), { external: ['NTDC https://n.example'] });
    expect(odd).toMatchObject({ problems: { external: expect.stringContaining('NTDC https://n.example') } });
  });

  test('closed days are read in the ways people write them, and shift the next round', () => {
    const lines = ['2026-12-22 to 2026-12-23', '25 December 2026', 'Monday 28th December 2026', '1/1/2027'];
    const after = saved('setup.closed', { days: lines });
    expect(after.closedDays).toEqual(['2026-12-22', '2026-12-23', '2026-12-25', '2026-12-28', '2027-01-01']);
    expect(sayInstant(after.nextRoundAt ?? 0, 'Europe/London')).toBe('Thursday 24 December 2026, 10:00');
    expect(formOf(setupRoom, 'setup.closed', turn(after)).values).toEqual({
      days: ['2026-12-22 to 2026-12-23', '2026-12-25', '2026-12-28', '2027-01-01'],
    });
    for (const odd of ['Christmas', '2026-02-30', '2026-12-24 to 2026-12-01', '31 Foo 2026'])
      expect(take(setupRoom, 'setup.closed', turn(aScheme()), { days: [odd] })).toMatchObject({
        problems: { days: expect.stringContaining(odd) },
      });
  });

  test('the rhythm moves the next round; without check-ins there is none (R0)', () => {
    const rhythm = { weeks: '2', weekday: '4', time: '14:30' };
    const after = saved('setup.rhythm', rhythm);
    expect(sayInstant(after.nextRoundAt ?? 0, 'Europe/London')).toBe('Thursday 10 December 2026, 14:30');
    const off = saved('setup.rhythm', { ...rhythm, weeks: '0' }, after);
    expect(off.nextRoundAt).toBeUndefined();
    expect(saved('setup.numbers', numbers, off).nextRoundAt).toBeUndefined();
  });

  const numbers = {
    maxMentees: 3,
    answerDays: 4,
    proposalDays: 10,
    intervalWeeks: 3,
    lengthMonths: 9,
    firstContactDays: 5,
    exitUnreadDays: 2,
    noticeHeldDays: 3,
  };
  test('numbers are saved, and other settings leave a round that is due alone', () => {
    const due = aScheme({ nextRoundAt: NOW - 5 });
    expect(saved('setup.numbers', numbers, due)).toMatchObject({ ...numbers, nextRoundAt: NOW - 5 });
    const outcome = take(setupRoom, 'setup.numbers', turn(aScheme()), { ...numbers, maxMentees: 0 });
    expect(outcome).toMatchObject({ problems: { maxMentees: expect.any(String) } });
    expect(words(viewOf(setupRoom, 'setup', turn(aScheme())).parts)).toContain('held back, at most: 5');
  });

  test('people to talk to never become fewer than two while the scheme is open', () => {
    const open = aScheme({ people: two });
    const refused = pressed(setupRoom, 'setup.people', 'remove', turn(open), { n: '0' });
    expect(changesOf(refused)).toEqual({});
    const three = aScheme({ people: [...two, { name: 'Cy', role: 'x', how: 'y' }] });
    const removed = pressed(setupRoom, 'setup.people', 'remove', turn(three), { n: '0' });
    expect(written(changesOf(removed), 'scheme').people.map(({ name }) => name)).toEqual(['Ben', 'Cy']);
    const arbiter = aScheme({ arbiter: two[0] });
    const cleared = written(changesOf(pressed(setupRoom, 'setup.arbiter', 'remove', turn(arbiter))), 'scheme');
    expect(cleared.arbiter).toBeUndefined();
  });
});
