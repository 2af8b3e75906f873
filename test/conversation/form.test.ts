// Answers are checked beside their questions: what is accepted, what is said, and that nothing typed is changed behind anybody's back.
import { expect, test } from 'vitest';
import { type Fields, readAnswers } from '../../src/conversation/form.ts';

const options = [
  { key: 'a', label: 'A' },
  { key: 'b', label: 'B' },
  { key: 'c', label: 'C' },
];
const base = { label: 'x', optional: false, seenBy: 'none' } as const;
const fields = {
  text: { ...base, kind: 'text', max: 20, lines: false },
  number: { ...base, kind: 'number', from: 1, to: 4 },
  date: { ...base, kind: 'date', from: '2026-11-23', to: '2027-11-23' },
  time: { ...base, kind: 'time' },
  choice: { ...base, kind: 'choice', options },
  choices: { ...base, kind: 'choices', options, atMost: 2 },
  scale: { ...base, kind: 'scale', from: 1, to: 5, low: 'little', high: 'much' },
  person: { ...base, kind: 'person', atMost: 2, byEmail: true },
  channel: { ...base, kind: 'channel', privateOnly: false },
  ranked: { ...base, kind: 'ranked', options, places: 2 },
  agree: { ...base, kind: 'agree', text: 'Yes' },
  link: { ...base, kind: 'link' },
  list: { ...base, kind: 'list', atMost: 2, max: 10 },
} satisfies Fields;
const good = {
  text: '  Ada 😀 שלום ',
  number: '3',
  date: '2026-12-01',
  time: '09:30',
  choice: 'b',
  choices: ['a', 'c'],
  scale: 5,
  person: [{ person: 'p1' }, { emailHash: 'h' }],
  channel: 'slack/T1/C1',
  ranked: ['c', 'a'],
  agree: true,
  link: 'https://example.org/x',
  list: ['one', ' two '],
};

test('good answers are accepted, tidied at the edges only', () => {
  expect(readAnswers(fields, good)).toEqual({
    answers: { ...good, text: 'Ada 😀 שלום', number: 3, list: ['one', 'two'] },
  });
});

test.each([
  ['text', '   ', 'Please write something here.'],
  ['text', 'x'.repeat(21), 'Please keep this to 20 characters.'],
  ['text', '😀'.repeat(21), 'Please keep this to 20 characters.'],
  ['number', '2.5', 'Please give a whole number.'],
  ['number', 'many', 'Please give a number.'],
  ['number', '9', 'Please give a number from 1 to 4.'],
  ['date', '2026-11-22', 'Please choose Monday 23 November 2026 or later.'],
  ['date', '2026-02-30', 'Please choose a day.'],
  ['time', '25:00', 'Please choose a time, such as 10:30.'],
  ['choice', 'z', 'Please choose one of these.'],
  ['choices', ['a', 'b', 'c'], 'Please choose at most 2.'],
  ['choices', [], 'Please choose at least one.'],
  ['ranked', ['a', 'a'], 'Please choose each one only once.'],
  ['agree', false, 'Please tick this to go on.'],
  ['link', 'javascript:alert(1)', 'Please give a web address that starts with https://.'],
  ['list', ['one', 'two', 'three'], 'Please give at most 2.'],
  ['person', [{ person: 'a' }, { person: 'b' }, { person: 'c' }], 'Please name at most 2.'],
  ['scale', '6', 'Please give a number from 1 to 5.'],
])('%s: %o is answered with “%s”', (name, wrong, sentence) => {
  expect(readAnswers(fields, { ...good, [name]: wrong })).toEqual({ problems: { [name]: sentence } });
});

test('twenty emoji are twenty characters', () => {
  expect(readAnswers({ text: fields.text }, { text: '😀'.repeat(20) })).toEqual({ answers: { text: '😀'.repeat(20) } });
});

test('optional questions may stay empty', () => {
  const optional = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, { ...field, optional: true }]),
  ) as unknown as Fields;
  expect(readAnswers(optional, {})).toEqual({
    answers: {
      text: undefined,
      number: undefined,
      date: undefined,
      time: undefined,
      choice: undefined,
      choices: [],
      scale: undefined,
      person: [],
      channel: undefined,
      ranked: [],
      agree: false,
      link: undefined,
      list: [],
    },
  });
});

test('answers to questions that were not asked are dropped', () => {
  expect(readAnswers({ text: fields.text }, { text: 'a', evil: 'b' })).toEqual({ answers: { text: 'a' } });
});

test('an option given twice is chosen once, and counts once against how many may be chosen', () => {
  const options = ['a', 'b'].map(key => ({ key, label: key }));
  const fields: Fields = {
    which: { kind: 'choices', label: 'Which?', optional: false, seenBy: 'pool', options, atMost: 2 },
  };
  expect(readAnswers(fields, { which: ['a', 'a', 'b', 'a'] })).toEqual({ answers: { which: ['a', 'b'] } });
});

test('what nobody can see is no answer, and turns or breaks no sentence that somebody else reads', () => {
  const { text } = fields;
  const lines = { ...text, lines: true };
  for (const unseen of ['\u200B', '\u202E \u200E', '\u2800\u3164', '\u0000', '\u2060\n\u00AD'])
    expect(readAnswers({ text, lines }, { text: unseen, lines: unseen })).toEqual({
      problems: { text: 'Please write something here.', lines: 'Please write something here.' },
    });
  expect(readAnswers({ text, lines }, { text: 'Sam\u202E\u0000 O’Koro', lines: 'a\u2067b\n\tc' })).toEqual({
    answers: { text: 'Sam O’Koro', lines: 'ab\n\tc' },
  });
  expect(readAnswers({ text }, { text: 'Sam \r\n\n Okoro' })).toEqual({ answers: { text: 'Sam Okoro' } });
  expect(readAnswers({ list: fields.list }, { list: ['\u200B', 'a'] })).toEqual({ answers: { list: ['a'] } });
  for (const kept of ['👩‍🔬', 'שלום\u200F!', 'नि\u200Dज'])
    expect(readAnswers({ text }, { text: kept })).toEqual({ answers: { text: kept } });
});
