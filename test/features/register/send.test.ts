// From the first answer to the receipt: drafts, the look before sending, the records that come of it, and sending only once.
import { describe, expect, test } from 'vitest';
import { registerRoom } from '../../../src/features/register/register.ts';
import { afterAcceptance } from '../../../src/scheme/joining.ts';
import type { Casefile, Registration, Scheme } from '../../../src/scheme/kinds.ts';
import { seal } from '../../../src/scheme/sealed.ts';
import { changesOf, drawn, formOf, leads, pressed, screenOf, take, viewOf, words, written } from '../page.ts';
import { aRegistration } from '../records.ts';
import { aScheme, NOW } from '../turn.ts';
import { ANSWERS, aCard, aCasefile, answered, type mine, myTurn, NEW, SAM } from './mine.ts';

const full = (name: string, more: Record<string, unknown> = {}): [string, Record<string, unknown>] => [
  name,
  { ...ANSWERS[name], ...more },
];
const chains = {
  mentee: [full('you'), full('mentee', { read: true })],
  mentor: [full('you'), full('mentor'), full('last')],
  both: [full('you'), full('mentor'), full('mentee', { read: true })],
};
type Chain = [string, Record<string, unknown>][];

function sent(role: 'mentor' | 'mentee' | 'both', chain: Chain = chains[role], scheme: Scheme = aScheme()) {
  const { book } = answered(NEW, { role }, chain, {}, { scheme });
  const outcome = pressed(registerRoom, 'register.check', 'send', myTurn(NEW, { early: book }, { scheme }), { role });
  return { outcome, changes: changesOf(outcome), book };
}

const comebacks = (changes: ReturnType<typeof changesOf>) => changes.jobs?.filter(job => job.job === 'keep.comeback');

test('R12: whoever has been here before is known again when they register, also after they asked something first', () => {
  expect(comebacks(sent('mentee').changes)).toHaveLength(1);
  const { book } = answered(SAM, { role: 'mentee' }, chains.mentee);
  const send = (more: Parameters<typeof mine>[0]) =>
    changesOf(
      pressed(registerRoom, 'register.check', 'send', myTurn(SAM, { notebook: book, ...more }), { role: 'mentee' }),
    );
  expect(comebacks(send({}))).toMatchObject([{ ids: { person: 'sam' } }]);
  expect(comebacks(send({ mentor: aRegistration('sam', 'mentor') }))).toEqual([]);
});

describe('before sending', () => {
  test('what is known of the person stands in the form already', () => {
    const form = formOf(registerRoom, 'register.you', myTurn(NEW), { role: 'mentee' });
    expect(form.values).toMatchObject({ name: 'Sam Okafor', jobTitle: 'Senior technician' });
    const known = myTurn(SAM, {
      mentor: aRegistration('sam', 'mentor'),
      mentorCard: aCard('sam', 'mentor', { jobTitle: 'Glassblower' }),
    });
    expect(formOf(registerRoom, 'register.you', known, { role: 'mentee' }).values).toMatchObject({
      jobTitle: 'Glassblower',
      modes: ['video'],
    });
  });

  test('a draft stays with its writer: under the account before there is a person, and nothing else is written', () => {
    const outcome = take(registerRoom, 'register.you', myTurn(NEW), ANSWERS['you'] ?? {}, { role: 'mentee' });
    const changes = changesOf(outcome);
    expect(changes.put?.map(one => one.kind)).toEqual(['notebook']);
    expect(written(changes, 'notebook').person).toBe(NEW.account);
    expect(changes.letters ?? []).toEqual([]);
  });

  test('what was typed comes back, also on the way back, and an option the scheme dropped does not', () => {
    const { book } = answered(NEW, { role: 'mentee' }, chains.mentee);
    const again = myTurn(NEW, { early: book });
    expect(formOf(registerRoom, 'register.you', again, { role: 'mentee' }).values).toMatchObject(ANSWERS['you'] ?? {});
    const fewer = aScheme();
    const changed = myTurn(
      NEW,
      { early: book },
      { scheme: { ...fewer, topics: fewer.topics.filter(one => one.key !== 'management') } },
    );
    expect(formOf(registerRoom, 'register.mentee', changed, { role: 'mentee' }).values?.['topics']).toEqual(['career']);
  });

  test('R1: an offer through the forum becomes the story on the card, to be changed before it is sent', () => {
    const ids = { role: 'mentor', route: 'forum' };
    const { book } = answered(NEW, ids, [full('offer'), full('you')]);
    const form = formOf(registerRoom, 'register.mentor', myTurn(NEW, { early: book }), ids);
    expect(form.values?.['career']).toBe('Years of glassblowing, happily shared.');
  });

  test('R1: who answers a call for mentors finds what it asked for in the form, unless the scheme has dropped it since', () => {
    const ids = { role: 'mentor', route: 'forum', topic: 'registration' };
    const { book } = answered(NEW, ids, [full('offer'), full('you')]);
    const form = formOf(registerRoom, 'register.mentor', myTurn(NEW, { early: book }), ids);
    expect(form.values?.['topics']).toEqual(['registration']);
    const odd = { ...ids, topic: 'no-such-topic' };
    const other = answered(NEW, odd, [full('offer'), full('you')]);
    const blank = formOf(registerRoom, 'register.mentor', myTurn(NEW, { early: other.book }), odd);
    expect(blank.values?.['topics']).toBeUndefined();
  });

  test('F07: how others will see me stands before *Send*, and nothing of what only co-ordinators read', () => {
    const { last } = answered(NEW, { role: 'mentee' }, chains.mentee);
    const screen = screenOf(last);
    if (screen.show !== 'view') throw new Error('no preview');
    const said = words(screen.view.parts);
    expect(said).toContain('Sam Okafor');
    expect(said).toContain('Moving into management and Career planning');
    expect(said).not.toContain('whether I want to lead');
    expect(leads(screen.view)).toContain('register.check!send');
  });

  test('R3, R4: either criterion of a group is enough; a gap is named and never stops anybody', () => {
    const with_ = (criteria: string[]): Chain => [full('you'), full('mentor', { criteria }), full('last')];
    const said = (criteria: string[]) => {
      const screen = screenOf(answered(NEW, { role: 'mentor' }, with_(criteria)).last);
      return screen.show === 'view' ? words(screen.view.parts) : '';
    };
    expect(said(['knowledge', 'time'])).not.toContain('Left open');
    expect(said(['background', 'time'])).not.toContain('Left open');
    expect(said(['time'])).toContain('I have a technical background / I have a working knowledge of technical roles');
    const { changes } = sent('mentor', with_([]));
    expect(written(changes, 'registration')).toMatchObject({ state: 'submitted', criteria: [] });
  });

  test('people cannot be kept apart from themselves', () => {
    for (const one of [{ person: 'sam' }, { emailHash: 'hash-sam' }]) {
      const turn = myTurn(SAM, {});
      const outcome = take(
        registerRoom,
        'register.mentee',
        turn,
        { ...ANSWERS['mentee'], read: true, notPair: [one] },
        { role: 'mentee' },
      );
      expect('problems' in outcome && outcome.problems['notPair']).toBeTruthy();
    }
  });
});

describe('where the scheme accepts by itself (A4, R0)', () => {
  const automatic = (more: Partial<Scheme> = {}) => aScheme({ acceptance: 'automatic', ...more });
  const mentor = (criteria: string[]): Chain => [full('you'), full('mentor', { criteria }), full('last')];

  test('with every question ticked somebody is in the pool at once, and no co-ordinator is asked to look', () => {
    const { changes, outcome } = sent('mentor', mentor(['background', 'time']), automatic());
    expect(written(changes, 'registration')).toMatchObject({ state: 'available', decidedAt: NOW, waitingSince: NOW });
    expect(written(changes, 'registration').decidedBy).toBeUndefined();
    expect(written(changes, 'registration').escalateAt).toBeUndefined();
    expect(changes.letters?.map(({ letter }) => letter)).toEqual(['register.receipt']);
    const screen = screenOf(outcome);
    expect(screen.show === 'view' && words(screen.view.parts)).toContain('You have been accepted. Welcome.');
  });

  test('R4: with a gap a human looks, as ever', () => {
    const { changes } = sent('mentor', mentor(['time']), automatic());
    expect(written(changes, 'registration')).toMatchObject({ state: 'submitted' });
    expect(changes.letters?.map(({ letter }) => letter)).toContain('accept.digest');
  });

  test('whom a co-ordinator has not accepted before is looked at by one again, also after taking it back', () => {
    const ticked = mentor(['background', 'time']);
    const again = (before: Partial<Registration>) => {
      const { book } = answered(SAM, { role: 'mentor' }, ticked, {}, { scheme: automatic() });
      const more = { notebook: book, mentor: aRegistration('sam', 'mentor', before) };
      const turn = myTurn(SAM, more, { scheme: automatic() });
      return written(
        changesOf(pressed(registerRoom, 'register.check', 'send', turn, { role: 'mentor' })),
        'registration',
      );
    };
    expect(again({ state: 'not-accepted' })).toMatchObject({ state: 'submitted', declinedBefore: true });
    expect(again({ state: 'withdrawn', declinedBefore: true })).toMatchObject({ state: 'submitted' });
    expect(again({ state: 'withdrawn' })).toMatchObject({ state: 'available' });
    const looked = afterAcceptance(again({ state: 'not-accepted' }), automatic(), 'slack/T1/UC1', NOW);
    expect(looked).not.toHaveProperty('declinedBefore');
  });

  test('R6: training that is required is still to come', () => {
    const { changes } = sent('mentor', mentor(['background', 'time']), automatic({ trainingMentor: 'required' }));
    expect(written(changes, 'registration')).toMatchObject({ state: 'accepted', training: 'needed' });
  });

  test('who asked to be mentioned in check-in posts is from then on', () => {
    const asked: Chain = [
      full('you'),
      full('mentor', { criteria: ['background', 'time'] }),
      full('last', { mention: true }),
    ];
    expect(written(sent('mentor', asked, automatic()).changes, 'person').mention).toBe(true);
    expect(written(sent('mentor', asked).changes, 'person').mention).toBe(false);
  });
});

describe('sending (A1)', () => {
  test('a person, a registration, a card and a casefile come into being together; the draft goes', () => {
    const { changes, book } = sent('mentee');
    expect(changes.put?.map(one => one.kind).sort()).toEqual([
      'account',
      'card',
      'casefile',
      'notebook',
      'person',
      'registration',
    ]);
    expect(written(changes, 'person')).toMatchObject({
      id: 'id-person',
      name: 'Sam Okafor',
      emailHash: 'hash-sam',
      mention: false,
    });
    expect(written(changes, 'registration')).toMatchObject({
      id: 'id-person-mentee',
      state: 'submitted',
      submittedAt: NOW,
      answerBy: '2026-11-30',
      training: 'not-needed',
      capacity: 1,
      taken: 0,
    });
    expect(written(changes, 'card')).toMatchObject({
      topics: ['management', 'career'],
      name: 'Sam Okafor',
      modes: ['video'],
    });
    expect(written(changes, 'casefile').goals).toBe('To know whether I want to lead a team.');
    expect(written(changes, 'notebook')).toMatchObject({ id: 'id-person', person: 'id-person', drafts: {} });
    expect(changes.erase).toEqual([{ kind: 'notebook', id: book.id }]);
    expect(changes.history).toEqual([{ what: 'registration.sent', about: ['id-person-mentee'] }]);
  });

  test('R10: both roles are two registrations, each with a card and a casefile', () => {
    const { changes } = sent('both');
    expect(written(changes, 'registration', 'id-person-mentor').role).toBe('mentor');
    expect(written(changes, 'registration', 'id-person-mentee').role).toBe('mentee');
    expect(written(changes, 'card', 'id-person-mentor').career).toBe('Ten years at the bench.');
    expect(written(changes, 'card', 'id-person-mentee').career).toBeUndefined();
    expect(written(changes, 'casefile', 'id-person-mentee').goals).toBeTruthy();
  });

  test('criteria asked of both roles are ticked once and count for both', () => {
    const chain: Chain = [
      full('you'),
      full('mentor', { criteria: ['knowledge', 'time'] }),
      full('mentee', { read: true }),
    ];
    const { changes } = sent('both', chain);
    expect(written(changes, 'registration', 'id-person-mentor').criteria).toEqual(['knowledge', 'time']);
    expect(written(changes, 'registration', 'id-person-mentee').criteria).toEqual(['time']);
  });

  test('privacy: every answer lands where its readers are', () => {
    const last = {
      aim: 'MARK-aim',
      notPair: [{ person: 'boss' }, { emailHash: 'hash-ex' }],
      arrangement: true,
      mention: true,
      read: true,
    };
    const chain: Chain = [
      full('you', {
        name: 'MARK-name',
        pronouns: 'MARK-pronouns',
        jobTitle: 'MARK-job',
        department: 'MARK-department',
      }),
      full('mentor', { career: 'MARK-career', whySuitable: 'MARK-suitable' }),
      full('mentee', { goals: 'MARK-goals', ...last }),
    ];
    const { changes } = sent('both', chain);
    const where = (mark: string) =>
      [
        ...new Set((changes.put ?? []).filter(one => JSON.stringify(one.value).includes(mark)).map(one => one.kind)),
      ].sort();
    expect(where('MARK-aim')).toEqual(['notebook']);
    expect(where('MARK-goals')).toEqual(['casefile']);
    expect(where('MARK-suitable')).toEqual(['casefile']);
    expect(where('MARK-career')).toEqual(['card']);
    expect(where('MARK-job')).toEqual(['card']);
    expect(where('MARK-department')).toEqual(['card']);
    // The person's own record, read by fewer, is how letters and co-ordinators address them.
    expect(where('MARK-name')).toEqual(['card', 'person']);
    expect(where('MARK-pronouns')).toEqual(['card', 'person']);
    // R53: it also keeps the one whom it names away from the rest, should they be a co-ordinator.
    expect(where('hash-ex')).toEqual(['casefile', 'exclusions', 'person', 'registration']);
    expect(JSON.stringify(changes.letters)).not.toContain('MARK');
    expect(JSON.stringify(changes.history)).not.toContain('MARK');
    expect(written(changes, 'person').notices).toEqual([{ what: 'data', version: 1, at: NOW }]);
    expect(written(changes, 'casefile', 'id-person-mentor').arrangement).toBe(true);
  });

  test('R12: people named are kept apart, and closed out of what only co-ordinators read', () => {
    const chain: Chain = [full('you'), full('mentee', { read: true, notPair: [{ person: 'C2' }] })];
    const { changes } = sent('mentee', chain);
    expect(written(changes, 'exclusions')).toMatchObject({
      not: [{ person: 'C2', why: 'asked', at: NOW }],
      closedTo: ['C2'],
    });
    expect(written(changes, 'casefile').closedTo).toEqual(['C2']);
    expect(changes.letters?.some(one => JSON.stringify(one.to).includes('C2'))).toBe(false);
  });

  test('nobody is mentioned in posts before they are accepted: the wish waits with the registration', () => {
    const chain: Chain = [full('you'), full('mentee', { read: true, mention: true })];
    const { changes } = sent('mentee', chain);
    expect(written(changes, 'person').mention).toBe(false);
    expect(written(changes, 'registration').mention).toBe(true);
  });

  test('the receipt says who has it and by when, and stays in the chat as a neutral line', () => {
    const scheme = aScheme({ coordinatorNames: { 'slack/T1/UC1': 'Alex', 'slack/T1/UC2': 'Jo' } });
    const { outcome, changes } = sent('mentee', chains.mentee, scheme);
    const screen = screenOf(outcome);
    if (screen.show !== 'view') throw new Error('no receipt');
    expect(words(screen.view.parts)).toContain(
      'It is with Alex and Jo. You will have an answer by Monday 30 November 2026.',
    );
    expect(changes.letters?.map(one => one.letter)).toEqual(['accept.digest', 'register.receipt']);
    const notice = drawn(
      registerRoom,
      'register.receipt',
      myTurn(SAM, { mentee: aRegistration('sam', 'mentee', { state: 'submitted' }) }),
    );
    expect(notice?.text).toBe('Mentor: we have your form');
    expect(notice?.parts).toBeUndefined();
    expect(
      drawn(registerRoom, 'register.receipt', myTurn(SAM, { mentee: aRegistration('sam', 'mentee') })),
    ).toBeUndefined();
  });

  test('the digest is posted for the first to wait and redrawn for the next', () => {
    const { book } = answered(NEW, { role: 'mentee' }, chains.mentee);
    const digest = (waiting: ReturnType<typeof mine>['waiting']) =>
      changesOf(
        pressed(registerRoom, 'register.check', 'send', myTurn(NEW, { early: book, waiting }), { role: 'mentee' }),
      ).letters?.[0];
    expect(digest([])).toMatchObject({
      letter: 'accept.digest',
      mode: 'post',
      place: 'accept.digest',
      to: { channel: 'coordinators' },
    });
    const other = seal('registration', aRegistration('kim', 'mentor', { state: 'submitted' }));
    expect(digest([other])).toMatchObject({ mode: 'update', place: 'accept.digest' });
    expect(digest([other])?.id).not.toBe(digest([])?.id);
  });

  test('a draft that no longer fits goes back to its form with a sentence, and nothing is sent', () => {
    const { book } = answered(NEW, { role: 'mentor' }, chains.mentor);
    const scheme = aScheme({ topics: [{ key: 'new', label: 'Something new' }] });
    const outcome = pressed(registerRoom, 'register.check', 'send', myTurn(NEW, { early: book }, { scheme }), {
      role: 'mentor',
    });
    const screen = screenOf(outcome);
    expect(changesOf(outcome)).toEqual({});
    expect(screen.show === 'form' && [screen.at.word, Object.keys(screen.problems ?? {})]).toEqual([
      'register.mentor',
      ['topics'],
    ]);
  });

  test('one open registration per person and role: a second shows the first', () => {
    const { book } = answered(SAM, { role: 'mentee' }, chains.mentee);
    const live = {
      notebook: book,
      mentee: aRegistration('sam', 'mentee', { state: 'submitted', escalateAt: NOW }),
      menteeCard: aCard('sam', 'mentee'),
    };
    const outcome = pressed(registerRoom, 'register.check', 'send', myTurn(SAM, live), { role: 'mentee' });
    expect(changesOf(outcome)).toEqual({});
    expect(words(viewOf(registerRoom, 'register.you', myTurn(SAM, live), { role: 'mentee' }).parts)).toContain(
      'It is with',
    );
  });

  test('"both" while one is live sends the other alone', () => {
    const open = {
      mentor: aRegistration('sam', 'mentor'),
      mentorCard: aCard('sam', 'mentor'),
      mentorFile: aCasefile('sam', 'mentor'),
    };
    const { book } = answered(SAM, { role: 'both' }, chains.mentee, open);
    const changes = changesOf(
      pressed(registerRoom, 'register.check', 'send', myTurn(SAM, { ...open, notebook: book }), { role: 'both' }),
    );
    expect(written(changes, 'registration').id).toBe('sam-mentee');
  });

  test('somebody not accepted before may register again; what only former pairings put on the list stays', () => {
    const before: Casefile = aCasefile('sam', 'mentee', { closedTo: ['old-mentor'], achievements: 'Kept.' });
    const open = {
      mentee: aRegistration('sam', 'mentee', {
        state: 'not-accepted',
        reason: 'Full this year',
        decidedBy: 'slack/T1/UC1',
        training: 'attended',
        trainingBy: 'slack/T1/UC1',
        trainingAt: 5,
      }),
      menteeFile: before,
      exclusions: {
        id: 'sam',
        person: 'sam',
        not: [{ person: 'old-mentor', why: 'former' as const, at: 1 }],
        closedTo: ['old-mentor'],
      },
    };
    const { book } = answered(SAM, { role: 'mentee' }, chains.mentee, open);
    const changes = changesOf(
      pressed(registerRoom, 'register.check', 'send', myTurn(SAM, { ...open, notebook: book }), { role: 'mentee' }),
    );
    const registration = written(changes, 'registration');
    expect(registration).toMatchObject({ state: 'submitted', training: 'attended', trainingBy: 'slack/T1/UC1' });
    expect(registration.reason).toBeUndefined();
    expect(written(changes, 'casefile')).toMatchObject({ closedTo: ['old-mentor'], achievements: 'Kept.' });
    expect(changes.put?.some(one => one.kind === 'exclusions')).toBe(false);
  });

  test('R5, R6: where training is required it stands as needed; a co-ordinator who registers is known as a person', () => {
    const scheme = aScheme({ trainingMentor: 'required' });
    expect(written(sent('mentor', chains.mentor, scheme).changes, 'registration').training).toBe('needed');
    const coordinator = { ...NEW, account: 'slack/T1/UC2', coordinator: true };
    const { book } = answered(coordinator, { role: 'mentee' }, chains.mentee);
    const changes = changesOf(
      pressed(registerRoom, 'register.check', 'send', myTurn(coordinator, { early: book }), { role: 'mentee' }),
    );
    expect(written(changes, 'scheme').coordinatorPersons).toEqual({ 'slack/T1/UC2': 'id-person' });
  });

  test('a forged role or nothing to send changes nothing', () => {
    for (const role of ['admin', '', 'mentee']) {
      const outcome = pressed(registerRoom, 'register.check', 'send', myTurn(NEW), { role });
      expect(changesOf(outcome)).toEqual({});
    }
  });
});
