// Help by plain calls: only words that exist, co-ordinators' words for co-ordinators alone.
import { expect, test } from 'vitest';
import type { Actor } from '../../../src/conversation/turn.ts';
import { rooms } from '../../../src/features/features.ts';
import { helpRoom } from '../../../src/features/help/help.ts';
import { leads, viewOf, words } from '../page.ts';
import { aPerson, aScheme, aTurn } from '../turn.ts';

const room = helpRoom(rooms.filter(one => one.name !== 'help'));
const sam = aPerson('S', 'Sam Okafor');
const scheme = aScheme({ host: 'Northmoor', aims: 'To meet.', people: [{ name: 'Ada', role: 'HR', how: '2210' }] });
const said = (who: typeof sam | Actor) => words(viewOf(room, 'help', aTurn(who, {}, { scheme })).parts);

test('it says what the scheme is, who runs it, and whom to talk to', () => {
  expect(said(sam)).toMatch(/Northern Technicians[\s\S]*Northmoor[\s\S]*To meet\.[\s\S]*slack\/T1\/UC1[\s\S]*Ada/);
});

test('it lists the short words of the rooms that exist, and no others', () => {
  const listed = [...said(sam).matchAll(/^([a-z.]+) – /gm)].map(match => match[1]);
  expect(listed).toEqual(expect.arrayContaining(['register', 'pair', 'review', 'exit', 'contact', 'me', 'help']));
  const existing = rooms.flatMap(one => one.pages).map(page => page.word);
  expect(listed.filter(word => !existing.includes(word ?? ''))).toEqual([]);
  expect(listed).not.toContain('desk');
});

test('the word for choosing is listed where mentees choose, and only there', () => {
  const choosing = { ...scheme, matchingMode: 'mentee' as const };
  expect(words(viewOf(room, 'help', aTurn(sam, {}, { scheme: choosing })).parts)).toContain('choose – ');
  expect(said(sam)).not.toContain('choose – ');
});

test('co-ordinators also see their own', () => {
  expect(said({ account: 'slack/T1/UC1', coordinator: true })).toContain('desk – ');
});

test('its buttons lead to pages that exist', () => {
  const existing = rooms.flatMap(one => one.pages).map(page => page.word);
  for (const word of leads(viewOf(room, 'help', aTurn(sam, {}, { scheme })))) expect(existing).toContain(word);
});
