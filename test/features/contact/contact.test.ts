// Turning to somebody, by plain calls: a private line, who may read it, two co-ordinators at once, an answer, and what waits.
import { describe, expect, test } from 'vitest';
import type { Actor } from '../../../src/conversation/turn.ts';
import { contactRoom } from '../../../src/features/contact/contact.ts';
import { mayRead } from '../../../src/scheme/access.ts';
import type { Exclusions, Inquiry, Pairing, Scheme } from '../../../src/scheme/kinds.ts';
import { seal } from '../../../src/scheme/sealed.ts';
import {
  changesOf,
  decided,
  drawn,
  formOf,
  leads,
  pressed,
  screenOf,
  show,
  take,
  viewOf,
  words,
  written,
} from '../page.ts';
import { aPairing } from '../records.ts';
import { aPerson, aScheme, aTurn, NOW } from '../turn.ts';

const sam = aPerson('S', 'Sam Okafor');
const priya: Actor = { account: 'slack/T1/UC1', coordinator: true };
const owen: Actor = { account: 'slack/T1/UC2', coordinator: true };
const people = [
  { name: 'Ada', role: 'HR', how: '2210' },
  { name: 'Ben', role: 'Union', how: '2211' },
];
const scheme = (more: Partial<Scheme> = {}) =>
  aScheme({ people, coordinatorNames: { 'slack/T1/UC1': 'Priya Nair', 'slack/T1/UC2': 'Owen Hughes' }, ...more });
const withPersons = scheme({ coordinatorPersons: { 'slack/T1/UC1': 'PRIYA', 'slack/T1/UC2': 'OWEN' } });

type Asking = { pairings?: Pairing[]; about?: Pairing; exclusions?: Exclusions };
const asking = (open: Asking = {}, who: Actor | typeof sam = sam, s = scheme()) =>
  aTurn(who, { early: undefined, pairings: [], about: undefined, exclusions: undefined, ...open }, { scheme: s });
const line = { text: 'May I ask something?', urgent: false };

const anInquiry = (more: Partial<Inquiry> = {}): Inquiry => ({
  id: 'Q1',
  person: 'S',
  text: 'May I ask something?',
  urgent: false,
  at: NOW,
  answerBy: '2026-11-30',
  escalateAt: NOW,
  state: 'open',
  escalated: false,
  closedTo: [],
  ...more,
});
const reading = (inquiry: Inquiry | undefined, who: Actor, list?: Exclusions, s = scheme()) =>
  aTurn(who, { inquiry, who: sam, list: list && seal('exclusions', list) }, { scheme: s });

describe('a private line', () => {
  test('is kept for the co-ordinators, with a day, and word of it in their channel names no content', () => {
    const changes = changesOf(take(contactRoom, 'contact.ask', asking(), line));
    const inquiry = written(changes, 'inquiry');
    expect(inquiry).toMatchObject({
      person: 'S',
      text: line.text,
      state: 'open',
      answerBy: '2026-11-30',
      closedTo: [],
    });
    expect(changes.letters).toEqual([
      {
        letter: 'contact.alert',
        ids: { inquiry: inquiry.id },
        id: `contact.alert.${inquiry.id}`,
        to: { channel: 'coordinators' },
        place: `inquiry.${inquiry.id}`,
      },
    ]);
    const notice = drawn(contactRoom, 'contact.alert', reading(inquiry, priya));
    expect(JSON.stringify(notice)).toContain('Sam Okafor');
    expect(JSON.stringify(notice)).not.toContain(line.text);
  });

  test('people to talk to come before the questions, and again after something urgent (R52)', () => {
    expect(words(formOf(contactRoom, 'contact.ask', asking()).intro ?? [])).toMatch(/Ada[\s\S]*Ben/);
    const outcome = take(contactRoom, 'contact.ask', asking(), { ...line, urgent: true });
    expect(written(changesOf(outcome), 'inquiry').answerBy).toBe('2026-11-24');
    const screen = screenOf(outcome);
    expect(screen.show === 'view' && words(screen.view.parts)).toMatch(/^If it is urgent[\s\S]*Ada/);
  });

  test('somebody the scheme does not know yet can write too', () => {
    const stranger: Actor = { account: 'slack/T1/UX', coordinator: false, profile: { name: 'Xena' } };
    const changes = changesOf(take(contactRoom, 'contact.ask', asking({}, stranger), line));
    const person = written(changes, 'person');
    expect(person.name).toBe('Xena');
    expect(written(changes, 'account')).toEqual({ id: 'slack/T1/UX', person: person.id });
    expect(written(changes, 'notebook').person).toBe(person.id);
    expect(written(changes, 'inquiry').person).toBe(person.id);
  });

  test('a co-ordinator who is the partner, or on the list, never reads it; the channel never hears of it', () => {
    const list: Exclusions = {
      id: 'S',
      person: 'S',
      not: [
        { person: 'OWEN', why: 'asked', at: 1 },
        { person: 'NOBODY', why: 'asked', at: 1 },
      ],
      closedTo: [],
    };
    const partner = changesOf(
      take(contactRoom, 'contact.ask', asking({ pairings: [aPairing('PRIYA', 'S')] }, sam, withPersons), line),
    );
    const inquiry = written(partner, 'inquiry');
    expect(inquiry.closedTo).toEqual(['PRIYA']);
    expect(partner.letters?.map(({ to }) => to)).toEqual([{ account: 'slack/T1/UC2' }]);
    expect(mayRead('inquiry', inquiry, { person: 'PRIYA', coordinator: true })).toBe(false);
    expect(mayRead('inquiry', inquiry, { person: 'OWEN', coordinator: true })).toBe(true);
    const listed = changesOf(take(contactRoom, 'contact.ask', asking({ exclusions: list }, sam, withPersons), line));
    expect(written(listed, 'inquiry').closedTo).toEqual(['OWEN']);
    const form = formOf(contactRoom, 'contact.ask', asking({ exclusions: list }, sam, withPersons));
    expect(words(form.intro ?? [])).toContain('slack/T1/UC1');
    expect(words(form.intro ?? [])).not.toContain('slack/T1/UC2');
  });

  test('with nobody left to read it, people to talk to are shown instead of a form', () => {
    const alone = scheme({ coordinators: ['slack/T1/UC1'], coordinatorPersons: { 'slack/T1/UC1': 'PRIYA' } });
    const screen = show(contactRoom, 'contact.ask', asking({ pairings: [aPairing('PRIYA', 'S')] }, sam, alone));
    expect('fields' in screen).toBe(false);
    expect('parts' in screen && words(screen.parts)).toContain('Ada');
  });

  test('without a channel of their own, each co-ordinator hears of it directly', () => {
    const changes = changesOf(take(contactRoom, 'contact.ask', asking({}, sam, scheme({ alerts: [] })), line));
    expect(changes.letters?.map(({ to }) => to)).toEqual([{ account: 'slack/T1/UC1' }, { account: 'slack/T1/UC2' }]);
  });

  test('only a pairing of one’s own is noted with it', () => {
    const about = aPairing('M', 'S');
    const noted = (pairing: Pairing) =>
      written(changesOf(take(contactRoom, 'contact.ask', asking({ about: pairing }), line)), 'inquiry').pairing;
    expect(noted(about)).toBe(about.id);
    expect(noted(aPairing('M', 'E'))).toBeUndefined();
  });
});

describe('answering', () => {
  test('one co-ordinator takes it; a second one at the same moment sees whose it is', () => {
    const first = pressed(contactRoom, 'contact.inquiry', 'take', reading(anInquiry(), priya));
    const taken = written(changesOf(first), 'inquiry');
    expect(taken).toMatchObject({ state: 'taken', takenBy: 'slack/T1/UC1' });
    const second = pressed(contactRoom, 'contact.inquiry', 'take', reading(taken, owen));
    expect(changesOf(second)).toEqual({});
    const screen = screenOf(second);
    expect(screen.show === 'view' && words(screen.view.parts)).toContain('Priya Nair is looking after this.');
    const over = pressed(contactRoom, 'contact.inquiry', 'over', reading(taken, owen));
    expect(written(changesOf(over), 'inquiry').takenBy).toBe('slack/T1/UC2');
  });

  test('the answer reaches its person in private, and the alert loses the name', () => {
    const taken = anInquiry({ state: 'taken', takenBy: 'slack/T1/UC1' });
    const changes = changesOf(take(contactRoom, 'contact.reply', reading(taken, priya), { answer: 'Yes, do.' }));
    const closed = written(changes, 'inquiry');
    expect(closed).toMatchObject({ state: 'closed', answer: 'Yes, do.' });
    expect(changes.letters?.map(({ letter, to, mode }) => [letter, to, mode])).toEqual([
      ['contact.answered', { person: 'S' }, undefined],
      ['contact.alert', { channel: 'coordinators' }, 'update'],
    ]);
    expect(JSON.stringify(drawn(contactRoom, 'contact.alert', reading(closed, priya)))).not.toContain('Sam');
    const letter = drawn(contactRoom, 'contact.answered', aTurn(sam, { inquiry: closed }));
    expect(JSON.stringify(letter)).not.toContain('Yes, do.');
    const view = viewOf(contactRoom, 'contact.answer', aTurn(sam, { inquiry: closed }, { scheme: scheme() }));
    expect(words(view.parts)).toContain('Yes, do.');
  });

  test('once it is answered, a second answer has no effect', () => {
    const closed = anInquiry({ state: 'closed', takenBy: 'slack/T1/UC1', answer: 'Yes, do.' });
    const screen = show(contactRoom, 'contact.reply', reading(closed, owen));
    expect('parts' in screen && words(screen.parts)).toContain('Answered by Priya Nair');
  });

  test('somebody the writer keeps at a distance sees nothing, also when known by address alone', () => {
    const list: Exclusions = { id: 'S', person: 'S', not: [{ emailHash: 'h', why: 'asked', at: 1 }], closedTo: [] };
    const view = viewOf(contactRoom, 'contact.inquiry', reading(anInquiry(), { ...owen, emailHash: 'h' }, list));
    expect(words(view.parts)).not.toContain('May I ask');
    const outcome = pressed(
      contactRoom,
      'contact.inquiry',
      'take',
      reading(anInquiry(), { ...owen, emailHash: 'h' }, list),
    );
    expect(changesOf(outcome)).toEqual({});
  });

  test('nobody answers their own line', () => {
    const self: Actor = { account: sam.accounts[0]!, person: sam, coordinator: true };
    expect(changesOf(pressed(contactRoom, 'contact.inquiry', 'take', reading(anInquiry(), self)))).toEqual({});
    expect('fields' in show(contactRoom, 'contact.reply', reading(anInquiry(), self))).toBe(false);
  });

  test('somebody else’s line is not shown as mine', () => {
    const other = viewOf(contactRoom, 'contact.answer', aTurn(aPerson('E', 'E'), { inquiry: anInquiry() }));
    expect(words(other.parts)).not.toContain('May I ask');
    expect(words(viewOf(contactRoom, 'contact.inquiry', reading(undefined, priya)).parts)).toContain('not available');
  });
});

describe('what waits', () => {
  const waits = (inquiry: Inquiry, s = scheme()) =>
    decided(
      contactRoom,
      'inquiry.waits',
      aTurn({ account: 'clock', coordinator: false }, { inquiry, who: sam }, { scheme: s }),
      {
        id: 'Q1',
      },
    );

  test('goes to the second co-ordinator directly, and its writer hears', () => {
    const changes = waits(anInquiry());
    expect(written(changes, 'inquiry').escalated).toBe(true);
    expect(changes?.letters?.map(({ to }) => to)).toEqual([{ account: 'slack/T1/UC2' }, { person: 'S' }]);
  });

  test('goes to another one than whoever took it, and never to one it is closed to', () => {
    const taken = waits(anInquiry({ state: 'taken', takenBy: 'slack/T1/UC2' }));
    expect(taken?.letters?.[0]?.to).toEqual({ account: 'slack/T1/UC1' });
    const first = waits(anInquiry({ state: 'taken', takenBy: 'slack/T1/UC1' }));
    expect(first?.letters?.[0]?.to).toEqual({ account: 'slack/T1/UC2' });
    const closed = waits(anInquiry({ closedTo: ['OWEN'] }), withPersons);
    expect(closed?.letters?.[0]?.to).toEqual({ account: 'slack/T1/UC1' });
  });

  test('what has been answered waits no more', () => {
    expect(waits(anInquiry({ state: 'closed' }))).toBeUndefined();
  });
});

test('the page names the co-ordinators and the people to talk to, and my own lines only', () => {
  const inquiries = [anInquiry(), anInquiry({ id: 'Q2', person: 'E' })];
  const view = viewOf(contactRoom, 'contact', aTurn(sam, { inquiries }, { scheme: scheme() }));
  expect(words(view.parts)).toMatch(/UC1[\s\S]*UC2[\s\S]*Ada[\s\S]*Ben/);
  expect(leads(view)).toEqual(['contact.ask', 'contact.answer', 'home']);
});

test('a co-ordinator on another platform is named, one in the same workspace can be written to', () => {
  const teams = aPerson('T', 'Tia', { accounts: ['teams/x/T'] });
  const view = viewOf(contactRoom, 'contact', aTurn(teams, { inquiries: [] }, { scheme: scheme() }));
  expect(words(view.parts)).toContain('Priya Nair and Owen Hughes');
});
