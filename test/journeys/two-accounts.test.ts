// One bot with both doors, over HTTP: somebody known in Slack comes to Teams, by address and by code; a mixed pair shares a number and sends a note; and what is pressed on both at the same moment is one deed.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { put } from '../../src/conversation/outcome.ts';
import { alertsChannel, technicians } from '../../src/demo/seed.ts';
import { hashAddress } from '../../src/engine/ask.ts';
import type { Running } from '../../src/main.ts';
import { type Hand, until } from '../contract/hands.ts';
import { WORKSPACE } from '../contract/sides.ts';
import { kept } from '../faults/laid.ts';
import { type BothDoors, bothDoors, inTeams } from './both-doors.ts';

let doors: BothDoors;
let mentor: Running;
const onSlack = (user: string): Hand => doors.onSlack(user);
const onTeams = (user: string): Hand => doors.onTeams(user);

/** Sam's address is known. */
beforeEach(async () => {
  const { email = '' } = technicians.find(one => one.id === 'USAM') ?? {};
  doors = await bothDoors({
    touch: (records, { vault }) =>
      records.map(one =>
        one.kind === 'person' && one.value.id === 'sam'
          ? put('person', { ...one.value, email, emailHash: hashAddress(vault.hash, email) })
          : one,
      ),
  });
  mentor = doors.mentor;
});
afterEach(() => doors.close());

const accounts = async (): Promise<string[] | undefined> =>
  (await kept(mentor.store, mentor.vault, 'person', 'sam'))?.accounts;
const both = [`slack/${WORKSPACE}/USAM`, inTeams('USAM')];

test('asked by address, and a yes in Slack: the same pair is there in Teams', async () => {
  const [slack, teams] = [onSlack('USAM'), onTeams('USAM')];
  await teams.word('me');
  await teams.press('I use Mentor elsewhere already');
  expect(teams.window()?.words).toContain('Somebody with your address uses Mentor on Slack');
  await teams.press('Ask me on Slack');
  await until(() => slack.letters().at(-1));
  expect(await accounts()).toEqual(both.slice(0, 1));
  await slack.openLetter();
  expect(slack.window()?.title).toBe('Is this you?');
  await slack.press('Yes, that is me');
  await until(() => teams.letters().find(({ line }) => line === 'Mentor: this account is linked now.'));
  expect(await accounts()).toEqual(both);
  await teams.word('pair');
  expect(teams.window()?.words).toContain('Your mentee Alex Morgan');
});

test('a code made in Slack and given in Teams; taken off again in Slack, and both are told', async () => {
  const [slack, teams] = [onSlack('USAM'), onTeams('USAM')];
  await slack.word('me');
  await slack.press('Where I use Mentor');
  await slack.press('Use Mentor on Microsoft Teams too');
  const code = await until(() => /[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(slack.window()?.words ?? '')?.[0]);
  await teams.word('me');
  await teams.press('I use Mentor elsewhere already');
  await teams.fill({ 'The code': 'WRONG-ONE' });
  await teams.submit();
  expect(teams.window()?.words).toContain('This code does not fit.');
  await teams.fill({ 'The code': code });
  await teams.submit();
  expect(await accounts()).toEqual(both);
  await slack.word('me');
  await slack.press('Where I use Mentor');
  await until(() => (slack.window()?.words.includes('Messages come to you here') ? true : undefined));
  await slack.press('Take off Microsoft Teams');
  expect(await accounts()).toEqual(both.slice(0, 1));
  await until(() => teams.letters().find(({ line }) => line === 'Mentor: this account is not linked any more.'));
});

test('a mixed pair: a number shared with the other alone, and a note read once', async () => {
  const [slack, teams] = [onSlack('USAM'), onTeams('UALEX')];
  await slack.word('pair');
  expect(slack.window()?.words).toContain('Alex uses Mentor on Microsoft Teams');
  await slack.press('What I share');
  await slack.fill({ Phone: 'ext 2210' });
  await slack.submit();
  await slack.press('Send a note');
  await slack.fill({ 'Your note': 'Shall we say Tuesday, <at>all</at>?' });
  await slack.submit();
  await until(() => teams.letters().find(({ line }) => line === 'Mentor: something for you'));
  expect(JSON.stringify(teams.letters())).not.toContain('Tuesday');
  await teams.openLetter();
  expect(teams.window()?.words).toContain('Shall we say Tuesday, <at>all</at>?');
  await teams.press('Erase it');
  expect(teams.window()?.words).toContain('ext 2210');
  const { keys } = await mentor.store.keys(undefined, 1000);
  expect(keys.filter(key => key.startsWith('note/'))).toEqual([]);
});

const sorry = (hand: Hand): boolean => /went wrong/.test(hand.window()?.words ?? '');

async function toTheEnd(hand: Hand, partner: string): Promise<void> {
  await hand.word('exit');
  await hand.fill({ [`Does ${partner} know?`]: 'Yes, I have told them', 'What next for you?': 'Decide later' });
  await hand.submit();
}

test('both end at once: it has ended once, with one alert', async () => {
  const [sam, alex] = [onSlack('USAM'), onTeams('UALEX')];
  await toTheEnd(sam, 'Alex Morgan');
  await toTheEnd(alex, 'Sam Okafor');
  await Promise.all([sam.press('End the pairing'), alex.press('End the pairing')]);
  await mentor.engine.settle();
  expect([sorry(sam), sorry(alex)]).toEqual([false, false]);
  expect((await mentor.store.history('P1', 100)).filter(entry => entry.what === 'pairing.ended')).toHaveLength(1);
  expect(onSlack('UPRIYA').posts(alertsChannel.id)).toHaveLength(1);
});

async function aCode(): Promise<string> {
  const slack = onSlack('USAM');
  await slack.word('me');
  await slack.press('Where I use Mentor');
  await slack.press('Use Mentor on Microsoft Teams too');
  return (await until(() => /[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(slack.window()?.words ?? '')?.[0])) ?? '';
}

async function atCode(user: string): Promise<Hand> {
  const hand = onTeams(user);
  await hand.word('me');
  await hand.press('I use Mentor elsewhere already');
  return hand;
}

test('a code given by two at once links one of them', async () => {
  const code = await aCode();
  const [sam, other] = [await atCode('USAM'), await atCode('UFATIMA')];
  await Promise.all([sam.fill({ 'The code': code }), other.fill({ 'The code': code })]);
  await Promise.all([sam.submit(), other.submit()]);
  expect(await accounts()).toHaveLength(2);
  expect([sorry(sam), sorry(other)]).toEqual([false, false]);
});

test('an account taken off while a form of it is open: what is sent then is nobody’s, and nothing goes wrong', async () => {
  const code = await aCode();
  const [slack, teams] = [onSlack('USAM'), await atCode('USAM')];
  await teams.fill({ 'The code': code });
  await teams.submit();
  await teams.word('log');
  await teams.press('Add an entry');
  await slack.word('me');
  await slack.press('Where I use Mentor');
  await until(() => (slack.window()?.words.includes('Messages come to you here') ? true : undefined));
  await slack.press('Take off Microsoft Teams');
  await mentor.engine.settle();
  await teams.fill({ 'What was it?': 'A talk', 'What did you learn?': 'To listen' });
  await teams.submit();
  expect(teams.window()?.title).toBe('Not yet');
  const { keys } = await mentor.store.keys(undefined, 1000);
  expect(keys.filter(key => key.startsWith('logentry/'))).toEqual([]);
});

test('where somebody prefers to be written to, changed while word is on its way: it comes once, to one of the two', async () => {
  const code = await aCode();
  const [slack, teams] = [onSlack('USAM'), await atCode('USAM')];
  await teams.fill({ 'The code': code });
  await teams.submit();
  const alex = onTeams('UALEX');
  await toTheEnd(alex, 'Sam Okafor');
  await teams.word('me');
  await teams.press('Where I use Mentor');
  await mentor.engine.settle();
  const something = (hand: Hand) => hand.letters().filter(({ line }) => line === 'Mentor: something for you').length;
  const before = something(slack) + something(teams);
  await Promise.all([alex.press('End the pairing'), teams.press('Write to me on Microsoft Teams')]);
  await mentor.engine.settle();
  expect(something(slack) + something(teams) - before).toBe(1);
});
