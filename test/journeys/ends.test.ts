// How pairings end, over HTTP, with one of the two in Slack and the other in Teams: as agreed and gone on with, early with a held notice, by mistake, and what is asked a year later.
import { afterEach, expect, test } from 'vitest';
import { put } from '../../src/conversation/outcome.ts';
import { alertsChannel } from '../../src/demo/seed.ts';
import { DAY } from '../../src/scheme/calendar.ts';
import { until } from '../contract/hands.ts';
import { somebody } from '../faults/laid.ts';
import { aRegistration } from '../features/records.ts';
import { NOW } from '../features/turn.ts';
import { type BothDoors, bothDoors, sees } from './both-doors.ts';

let doors: BothDoors;
afterEach(() => doors?.close());

const stateOf = async () => (await doors.read('pairing', 'P1'))?.state;
const alertsNow = () => doors.onSlack('UPRIYA').posts(alertsChannel.id);
const agreedTerms = {
  purpose: 'Registered by the summer',
  mentorExpects: 'A question each time',
  endsOn: '2026-12-04',
};
const agreed = put('agreement', {
  id: 'P1',
  mentor: 'sam',
  mentee: 'alex',
  revision: 1,
  versions: [{ number: 1, terms: agreedTerms, agreedAt: NOW - 160 * DAY, workingTime: false }],
});

test('B17–B20: asked in time, gone on with for longer, looked back on, finished by both; six months later a few questions', async () => {
  doors = await bothDoors({
    pairing: {
      introducedAt: NOW - 170 * DAY,
      activeAt: NOW - 160 * DAY,
      agreedAt: NOW - 160 * DAY,
      endsOn: agreedTerms.endsOn,
      evaluating: false,
    },
    more: [agreed],
    scheme: { checkinWeeks: 0 },
  });
  const [sam, alex] = [doors.onSlack('USAM'), doors.onTeams('UALEX')];
  await doors.daysLater(1);
  for (const hand of [sam, alex]) expect(hand.letters().at(-1)?.line).toBe('Mentor: something for you');
  await alex.openLetter();
  expect(await sees(alex, /For your last meeting/)).toMatch(/Look back\..*Say thank you\..*Celebrate\..*Look ahead\./);
  await alex.press('Go on for longer');
  await sees(alex, /choose a later day/);
  await alex.fill({ 'Until when': '2027-01-29' });
  await alex.submit();
  await sees(alex, /It counts once Sam has too/);
  await doors.settle();
  await sam.openLetter();
  await sees(sam, /Friday 29 January 2027/);
  await sam.press('I confirm this');
  await sees(sam, /You have both said yes: you go on until Friday 29 January 2027/);
  expect(await doors.read('pairing', 'P1')).toMatchObject({ endsOn: '2027-01-29', state: 'active' });

  // At the new end they are asked again, and both say that they have finished. Nobody is alerted.
  await doors.daysLater(60);
  await sam.word('closing');
  await sees(sam, /until Friday 29 January 2027/);
  await sam.press('We have finished');
  await sees(sam, /You have said that you have finished/);
  await doors.settle();
  await alex.openLetter();
  await sees(alex, /Sam has said that the two of you have finished/);
  await alex.press('We have finished');
  expect(await sees(alex, /You finished mentoring with your mentor Sam Okafor/)).toContain('Well done');
  await doors.settle();
  await sam.openLetter();
  expect(await sees(sam, /You finished mentoring with your mentee Alex Morgan/)).toContain('Thank you for your time');
  expect([await stateOf(), alertsNow()]).toEqual(['completed', []]);

  // Mentoring again is the mentor's own yes, in one tap from there.
  await sam.press('Offer to mentor again');
  await sees(sam, /Shall we offer you/);
  await sam.press('Yes, I’m free now');
  await sees(sam, /You are available to mentor again/);
  await sam.word('exit');
  expect(await sees(sam, /nothing to end/)).toMatch(/You finished with .?your mentee Alex Morgan/);
  await sam.close();

  // Six months later each is asked once more, and what is answered is only counted.
  await doors.daysLater(150);
  const before = sam.letters().length;
  await doors.daysLater(45);
  expect(sam.letters().length).toBe(before + 1);
  await sam.openLetter();
  await sees(sam, /Are the two of you still in touch/);
  await sam.fill({
    'Are the two of you still in touch?': 'Now and then',
    'What is different at work?': ['A new post'],
  });
  await sam.submit();
  await sees(sam, /Thank you/);
  const points = (await doors.read('evaluation', 'P1-sam'))?.points;
  expect(points?.['later']?.doneAt).toBeGreaterThan(0);
  expect(JSON.stringify(points)).not.toMatch(/post|some/);
});

const MEETING = {
  ...{ id: 'K1', pairing: 'P1', mentor: 'sam', mentee: 'alex', state: 'planned' as const, on: '2026-12-10' },
  ...{ at: Date.parse('2026-12-10T10:00:00Z'), recordedBy: [], offeredTo: [], revision: 1 },
};
const filesInSlack = () => Object.values(doors.standIn.world.files).filter(one => one.content);
const calendarText = (n: number): string => Buffer.from(filesInSlack()[n]?.content ?? '', 'base64').toString();

test('B16, R46–R48, F21: left early with a held notice; a co-ordinator tells the other one, whose calendar is then emptied', async () => {
  doors = await bothDoors({
    pairing: { plannedAt: MEETING.at, plannedMeeting: 'K1' },
    more: [put('meeting', MEETING)],
  });
  const [sam, alex, priya] = [doors.onSlack('USAM'), doors.onTeams('UALEX'), doors.onSlack('UPRIYA')];
  await sam.word('meeting');
  await sees(sam, /10 December 2026/);
  await sam.press('Add to my calendar');
  await until(() => filesInSlack()[0]);
  expect(calendarText(0)).toMatch(/METHOD:PUBLISH[\s\S]*DTSTART:20261210T100000Z/);
  await sam.close();

  await alex.word('exit');
  await sees(alex, /This ends your pairing/);
  await alex.fill({
    'Does Sam Okafor know?': 'Not yet: a co-ordinator should talk to them first',
    'What next for you?': 'Decide later',
    'In your own words, if you like': 'A private reason',
  });
  await alex.submit();
  await sees(alex, /Who may see the reasons/);
  await alex.submit();
  await sees(alex, /Your pairing with your mentor Sam Okafor has ended/);
  await doors.settle();
  expect(alertsNow()).toHaveLength(1);
  expect(alertsNow()[0]?.words).toMatch(/Alex Morgan \(mentee\) has ended the pairing with Sam Okafor/);
  expect(alertsNow()[0]?.words).not.toContain('private reason');
  const quiet = sam.letters().length;
  await sam.word('pair');
  expect(await sees(sam, /nothing to do at present/)).not.toMatch(/ended|not paired/);
  await sam.word('exit');
  await sees(sam, /Your co-ordinator will be in touch by Monday 30 November 2026/);
  await sam.close();

  // A day later a co-ordinator has spoken with Sam, and closes it in one go.
  await doors.daysLater(1);
  expect(sam.letters()).toHaveLength(quiet);
  await priya.pressPost(alertsChannel.id, alertsNow()[0]?.id ?? '', 'Read');
  expect(await sees(priya, /A private reason/)).toContain('I have told them');
  await priya.press('Close this');
  await sees(priya, /Have you told Sam Okafor/);
  await priya.fill({
    'Have you told Sam Okafor?': 'Yes: the notice goes out now',
    'Whom have you spoken with?': ['The mentor', 'The mentee'],
    'What was done?': 'Nothing more was needed',
    'A note for the co-ordinators': 'Both are well.',
  });
  await priya.submit();
  await sees(priya, /Closed\. The alert names nobody any more/);
  await doors.settle();
  expect(
    alertsNow()
      .map(({ words }) => words)
      .join(),
  ).not.toMatch(/Alex|Sam/);

  // Sam has a neutral line, a page that knows of the talk, and the file that takes the meeting out.
  expect(
    sam
      .letters()
      .slice(quiet)
      .map(({ line }) => line),
  ).toEqual(Array(2).fill('Mentor: something for you'));
  await sam.openLetter();
  await sees(sam, /may still be in your calendar/);
  await sam.press('Take it out of my calendar');
  await until(() => filesInSlack()[1]);
  expect(calendarText(1)).toMatch(/METHOD:CANCEL[\s\S]*SEQUENCE:2[\s\S]*STATUS:CANCELLED/);
  const uid = (n: number) => /UID:(\S+)/.exec(calendarText(n))?.[1];
  expect(uid(1)).toBe(uid(0));
  await sam.word('exit');
  await sees(sam, /nothing to end/);
  await sam.press('Look');
  const told = await sees(sam, /A co-ordinator has spoken with you about it, on Tuesday 24 November 2026/);
  expect(told).not.toMatch(/private reason|Both are well/);
  expect(await doors.read('registration', 'sam-mentor')).toMatchObject({ state: 'resting', taken: 0 });
});

test('an end by mistake goes on after all, with both people’s yes, and the alert says that there is nothing to do', async () => {
  doors = await bothDoors();
  const [sam, alex] = [doors.onSlack('USAM'), doors.onTeams('UALEX')];
  await sam.word('exit');
  await sees(sam, /This ends your pairing/);
  await sam.fill({
    'Does Alex Morgan know?': 'Yes, I have told them',
    'What next for you?': 'Offer to mentor somebody again',
  });
  await sam.submit();
  await sees(sam, /You are ending your pairing with your mentee Alex Morgan/);
  await sam.press('End the pairing');
  await sees(sam, /Shall we offer you/);
  await doors.settle();
  expect([await stateOf(), alertsNow()[0]?.words.includes('Sam')]).toEqual(['ended-early', true]);
  await sam.press('This was a mistake');
  await sees(sam, /With both people’s yes everything goes on as before/);
  await sam.press('Ask Alex');
  await sees(sam, /Alex has been asked/);
  await doors.settle();
  expect(await stateOf()).toBe('ended-early');
  await alex.openLetter();
  await sees(alex, /Sam says that ending your pairing was a mistake/);
  await alex.press('Yes, go on together');
  await sees(alex, /You and your mentor Sam Okafor go on together/);
  await doors.settle();
  expect(await stateOf()).toBe('active');
  expect(alertsNow()).toHaveLength(1);
  expect(alertsNow()[0]?.words).not.toMatch(/Alex|Sam/);
  await sam.openLetter();
  await sees(sam, /go on together/);
  await sam.press('To your page');
  await sees(sam, /Your mentee Alex Morgan/);
});

test('A14: still available? asked after a year; a yes is enough, without an answer they rest, and one tap brings them back', async () => {
  const waiting = { state: 'available' as const, waitingSince: NOW };
  doors = await bothDoors({
    more: [
      ...somebody('UEWAN'),
      put('registration', aRegistration('ewan', 'mentor', waiting)),
      ...somebody('UBETH'),
      put('registration', aRegistration('beth', 'mentor', waiting)),
    ],
    scheme: { checkinWeeks: 0 },
  });
  const [ewan, beth] = [doors.onSlack('UEWAN'), doors.onSlack('UBETH')];
  await doors.daysLater(370);
  expect([ewan.letters().length, beth.letters().length]).toEqual([1, 1]);
  await ewan.openLetter();
  await sees(ewan, /Would you still like to mentor somebody/);
  await ewan.press('Yes, still');
  await sees(ewan, /nobody asks again for a year/);
  await doors.daysLater(60);
  expect([ewan.letters().length, beth.letters().length]).toEqual([1, 2]);
  const states = async () =>
    Promise.all(['ewan', 'beth'].map(async id => (await doors.read('registration', `${id}-mentor`))?.state));
  expect(await states()).toEqual(['available', 'dormant']);
  const home = doors.standIn.as('UBETH');
  await home.openHome();
  await until(() => (JSON.stringify(home.home()).includes('I’m here again') ? true : undefined));
  await home.press('home', 'I’m here again');
  await sees(beth, /Good to have you back/);
  expect(await states()).toEqual(['available', 'available']);
});
