// What people type, and what they meant.
import { expect, test } from 'vitest';
import { nearestWord, wordIn } from '../../src/conversation/words.ts';

const words = ['register', 'pair', 'review', 'exit', 'contact', 'me', 'help', 'desk', 'checkin', 'checkin.now', 'home'];

test.each([
  ['register', 'register'],
  ['  Register! ', 'register'],
  ['/register', 'register'],
  ['check-in', 'checkin'],
  ['checkin now', 'checkin.now'],
  ['check in now', 'checkin'],
  ['help please', 'help'],
  ['“exit”', 'exit'],
  ['fly me to the moon', undefined],
  ['', undefined],
])('“%s” means %s', (typed, word) => expect(wordIn(typed, words)).toBe(word));

test.each([
  ['regster', 'register'],
  ['revew', 'review'],
  ['exti', 'exit'],
  ['hlep', 'help'],
  ['kontact', 'contact'],
  ['banana', undefined],
  ['x', undefined],
])('“%s” comes nearest to %s', (typed, word) => expect(nearestWord(typed, words)).toBe(word));
