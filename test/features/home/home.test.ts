// The home page by plain calls: one next step for everybody, at most four buttons, the way to help last.
import { describe, expect, test } from 'vitest';
import type { Actor } from '../../../src/conversation/turn.ts';
import type { Evaluation, Pairing } from '../../../src/scheme/kinds.ts';
import { aPairing, aRegistration } from '../records.ts';
import { aPerson, NOW } from '../turn.ts';
import { coordinator, home, names, sam, stranger } from './begin.ts';

const DAY = 86_400_000;

describe('how it goes', () => {
  const part = (more: Partial<Evaluation> = {}): Evaluation => ({
    id: 'M+E-M',
    person: 'M',
    pairing: 'M+E',
    role: 'mentor',
    points: { half: { askedAt: NOW - DAY, closesAt: NOW + DAY, reminders: 0 } },
    ...more,
  });
  const mo = aPerson('M', 'Mo Reed');
  const asked = (evaluations: Evaluation[], pairing: Partial<Pairing> = {}) =>
    home(mo, { names, evaluations, pairings: [aPairing('M', 'E', { state: 'active', met: 2, ...pairing })] });

  test('questions that stand open are said once, with one way to them', () => {
    expect(asked([part()]).says).toContain('a few questions');
    expect(asked([part()]).to).toContain('evaluation.answer');
    const { half } = part().points;
    expect(asked([part({ points: { half: half!, end: half! } })]).to).toContain('evaluation');
  });

  test('not those that were answered, have closed, or came to an early end', () => {
    const { half } = part().points;
    const none = [
      asked([part({ points: { half: { ...half!, doneAt: NOW } } })]),
      asked([part({ points: { half: { ...half!, closesAt: NOW } } })]),
      asked([part()], { state: 'ended-early', notice: 'given', endedAt: NOW }),
    ];
    for (const { says } of none) expect(says).not.toContain('a few questions');
  });
});

describe('before a pairing', () => {
  test('a stranger reads first; help and contact are there', () => {
    expect(home(stranger).to).toEqual(['register', 'help', 'contact', 'forum']);
    expect(home(stranger).says).toContain('Hello Xena.');
  });

  test('while the scheme is not open: co-ordinators set it up, others read', () => {
    expect(home(coordinator, {}, { ready: false }).to[0]).toBe('setup');
    expect(home(stranger, {}, { ready: false }).says).toContain('not open yet');
  });

  test('what was begun goes on, also before the scheme knows its author', () => {
    const book = { id: 'x', person: 'x', drafts: { register: {} }, reviews: {}, exits: {} };
    for (const has of [{ notebook: book }, { early: book }])
      expect(home(stranger, has).says).toContain('You have begun to register');
  });

  test.each([
    ['submitted', {}, 'register.status', 'You will have an answer by Monday 30 November 2026'],
    ['more-info', {}, 'register.answer', 'asked you something'],
    ['accepted', { training: 'needed' }, 'training', 'before you can be matched: the mentor training'],
    ['resting', {}, 'offer', 'just say so'],
    ['paused', { pausedUntil: '2027-01-11' }, 'me', 'Monday 11 January 2027'],
    ['dormant', {}, 'offer.still!yes', 'not heard from you'],
    ['withdrawn', {}, 'register', 'welcome to register again'],
    ['not-accepted', {}, 'register.status', 'for you alone'],
  ] as const)('a registration that is %s', (state, more, word, said) => {
    const registration = aRegistration('S', 'mentor', { state, escalateAt: NOW + DAY, ...more });
    const { to, says } = home(sam, { registrations: [registration] });
    expect(to[0]).toBe(word);
    expect(says).toContain(said);
  });

  test('in the pool there is nothing to do, and whether places are taken is not told (R13)', () => {
    const said = (state: 'available' | 'full') =>
      home(sam, { registrations: [aRegistration('S', 'mentor', { state })] });
    expect(said('available').says).toContain('nothing you need to do');
    expect(said('full').says).toBe(said('available').says);
    expect(said('available').to).toEqual(['profile', 'me', 'help', 'forum']);
  });

  test('a registration that is over is not spoken of beside one that lives', () => {
    const registrations = [aRegistration('S', 'mentor'), aRegistration('S', 'mentee', { state: 'withdrawn' })];
    expect(home(sam, { registrations }).says).not.toContain('register again');
  });
});

describe('with a pairing', () => {
  const mentee = [aRegistration('S', 'mentee', { state: 'full', taken: 1 })];
  const mentor = [aRegistration('S', 'mentor', { state: 'full', taken: 1 })];

  test('a proposal comes first, for whoever is asked (R13)', () => {
    const asked = aPairing('M', 'S', { state: 'proposed', menteeYesAt: undefined });
    expect(home(sam, { registrations: mentee, pairings: [asked] }).to[0]).toBe('proposal');
    const waiting = home(sam, { registrations: mentee, pairings: [{ ...asked, state: 'mentee-yes' }] });
    expect(waiting.to).not.toContain('proposal');
    expect(waiting.says).toContain('You said yes');
    const theirs = aPairing('S', 'E', { state: 'mentee-yes' });
    expect(home(sam, { registrations: mentor, pairings: [theirs] }).to[0]).toBe('proposal');
  });

  test('the way to help is the last button, and there are never more than four', () => {
    for (const pairing of [aPairing('M', 'S'), aPairing('M', 'S', { met: 2, state: 'active' })]) {
      const { to, buttons } = home(sam, { registrations: mentee, pairings: [pairing], names });
      expect(to.length).toBeLessThanOrEqual(4);
      expect(to.at(-1)).toBe('difficulty');
      expect(buttons.at(-1)).toMatchObject({ to: { ids: { pairing: pairing.id } } });
      expect(buttons.filter(button => button.style === 'primary')).toHaveLength(1);
    }
  });

  test('the mentor suggests the first meeting, the mentee plans every later one (R19, R20, R25)', () => {
    const first = (side: 'mentor' | 'mentee') =>
      side === 'mentor'
        ? home(sam, { registrations: mentor, pairings: [aPairing('S', 'E')], names })
        : home(sam, { registrations: mentee, pairings: [aPairing('M', 'S')], names });
    expect(first('mentor').says).toContain('You suggest the first meeting with your mentee Elin Hart');
    expect(first('mentee').says).toContain('Your mentor Mo Reed suggests the first meeting');
    expect(first('mentee').to).not.toContain('checkin.plan');
    const later = { met: 2, state: 'active' as const };
    expect(home(sam, { registrations: mentee, pairings: [aPairing('M', 'S', later)], names }).to[0]).toBe(
      'checkin.plan',
    );
    const nothing = home(sam, { registrations: mentor, pairings: [aPairing('S', 'E', later)], names });
    expect(nothing.says).toContain('You need do nothing.');
    expect(nothing.to).not.toContain('checkin.plan');
  });

  test('a meeting ahead is named with its time, a past one asks how it was', () => {
    const ahead = aPairing('M', 'S', { plannedAt: NOW + DAY });
    expect(home(sam, { registrations: mentee, pairings: [ahead], names }).says).toContain(
      'Tuesday 24 November 2026, 09:30',
    );
    const past = aPairing('M', 'S', { plannedAt: NOW - DAY });
    expect(home(sam, { registrations: mentee, pairings: [past], names }).to[0]).toBe('review');
  });

  test('an end that is not known yet shows nothing of itself (B16)', () => {
    const held = aPairing('S', 'E', {
      state: 'ended-early',
      notice: 'held',
      noticeTo: 'S',
      noticeReleaseAt: NOW + 5 * DAY,
    });
    const resting = [aRegistration('S', 'mentor', { state: 'resting' })];
    const { says, to } = home(sam, { registrations: resting, pairings: [held], names });
    expect(says).toContain('There is nothing to do at present with your mentee Elin Hart');
    expect(says).toContain('Saturday 28 November 2026');
    expect(to).not.toContain('offer');
    expect(to.at(-1)).toBe('difficulty');
    const given = home(sam, { registrations: resting, pairings: [{ ...held, notice: 'given' }], names });
    expect(given.to[0]).toBe('offer');
    expect(given.to).not.toContain('difficulty');
  });

  test('beside a proposal nobody reads that they will hear as soon as there is one', () => {
    const asked = home(sam, { registrations: mentee, pairings: [aPairing('M', 'S', { state: 'proposed' })], names });
    expect(asked.says).toContain('There is a mentor for you to look at.');
    expect(asked.says).not.toContain('You will hear as soon as');
    const secret = home(sam, { registrations: mentor, pairings: [aPairing('S', 'E', { state: 'proposed' })], names });
    expect(secret.says).toBe(home(sam, { registrations: mentor }).says);
  });

  test('with several pairings the way to help asks which', () => {
    const pairings = [aPairing('S', 'E'), aPairing('S', 'F')];
    const { buttons, to } = home(sam, { registrations: mentor, pairings, names });
    expect(to).toHaveLength(4);
    expect(buttons.at(-1)).toMatchObject({ to: { word: 'difficulty', ids: {} } });
  });

  test('a co-ordinator’s desk comes before their own mentoring', () => {
    const self: Actor = { account: sam.accounts[0]!, person: sam, coordinator: true };
    const { to } = home(self, { registrations: mentee, pairings: [aPairing('M', 'S')], names });
    expect(to).toEqual(['desk', 'pair', 'review', 'difficulty']);
  });

  test('a co-ordinator never sees others’ registrations or pairings as their own', () => {
    const has = { registrations: [aRegistration('E', 'mentee')], pairings: [aPairing('M', 'E')] };
    const self: Actor = { account: sam.accounts[0]!, person: sam, coordinator: true };
    expect(home(self, has).to).toEqual(['desk', 'help', 'contact', 'forum']);
  });
});

test('a mentor of two finds no two buttons with the same label: one page asks which is meant', () => {
  const two = [
    aPairing('S', 'E', { id: 'P1', state: 'active', met: 1 }),
    aPairing('S', 'M', { id: 'P2', state: 'active', met: 1 }),
  ];
  const { buttons } = home(sam, { pairings: two, names });
  const labels = buttons.map(button => button.label);
  expect(new Set(labels).size).toBe(labels.length);
  expect(labels.length).toBeLessThanOrEqual(4);
  expect(buttons.find(button => button.label === 'My mentee')).toMatchObject({ to: { word: 'pair', ids: {} } });
});
