// Each kind of question, drawn, filled in as a client lets people do it, and read back; and what stands in a field when it is drawn again.
import { describe, expect, it } from 'vitest';
import type { Field, Form, Option } from '../../../src/conversation/form.ts';
import { problemsOfCard } from '../../../src/demo/teams/card-checks.ts';
import type { RawAnswer } from '../../../src/platforms/platform.ts';
import type { Card } from '../../../src/platforms/teams/card.ts';
import { readCarried } from '../../../src/platforms/teams/carried.ts';
import { problemsOfPage } from '../../../src/platforms/teams/check.ts';
import { drawPage, type PageOptions } from '../../../src/platforms/teams/draw-page.ts';
import { readAnswers } from '../../../src/platforms/teams/read-answers.ts';
import type { Typed } from '../../../src/platforms/teams/standing.ts';
import { nobody } from '../../../src/platforms/teams/text.ts';
import { aCard, parserSays, wordsOn } from './a-client.ts';

const LANE = 'teams/tenant-1';
const CHANNEL = `${LANE}/19:forum@thread.tacv2`;
const BEN = `${LANE}/0b6c7a52-aaaa`;
const at = { word: 'form', ids: { pairing: 'p1' } };
const channels: Option[] = [
  { key: CHANNEL, label: 'Technicians › Forum' },
  { key: `${LANE}/19:other@thread.tacv2`, label: 'Technicians › Other' },
];
const options = (count: number) =>
  Array.from({ length: count }, (_, nth) => ({ key: `k${nth}`, label: `Option ${nth}` }));
const base = { label: 'Question', hint: 'A hint', optional: false, seenBy: 'own' } as const;
const maybe = { ...base, optional: true } as const;
const rtl = 'שלום عليكم';

const ways = ['dialog', 'chat'] as const;
const formOf = (field: Field, values?: unknown): Form => ({
  title: 'A form',
  submit: 'Send',
  fields: { q: field },
  back: { word: 'before' },
  ...(values === undefined ? {} : { values: { q: values } as never }),
});

function draw(form: Form, more: Partial<PageOptions> = {}, problems?: Record<string, string>): Card {
  const reply = { show: 'form', form, at, drawn: { 'pairing/p1': 3 }, ...(problems ? { problems } : {}) } as const;
  const page = drawPage(reply, { way: 'dialog', lane: LANE, names: nobody, nonce: 'once', channels, ...more });
  expect(problemsOfPage(page)).toEqual([]);
  expect(parserSays(page.card)).toEqual([]);
  expect(problemsOfCard(page.card, more.way === 'chat' ? 'message' : 'dialog')).toEqual([]);
  return page.card;
}

function sent(card: Card, typed: Record<string, string | string[]> = {}, button = 'Send'): Typed {
  const client = aCard(card);
  for (const [label, value] of Object.entries(typed)) client.fill(label, value);
  const pressed = client.press(button);
  if ('held' in pressed) throw new Error(`held back: ${pressed.held.join(', ')}`);
  const carried = readCarried(pressed.data);
  expect(carried).toMatchObject({ go: at, drawn: { 'pairing/p1': 3 }, nonce: 'once' });
  if (!carried) throw new Error('nothing came back');
  return readAnswers(pressed.data, carried);
}

const text = { ...base, kind: 'text', max: 3000, lines: true } as const;
const trips: [string, Field, Record<string, string | string[]>, RawAnswer][] = [
  ['text', text, { Question: 'Hello' }, 'Hello'],
  ['text of 3,000 characters', text, { Question: 'y'.repeat(3000) }, 'y'.repeat(3000)],
  ['text in lines', text, { Question: 'one\ntwo' }, 'one\ntwo'],
  ['text from right to left', text, { Question: rtl }, rtl],
  ['only spaces', text, { Question: '   ' }, '   '],
  ['marks and mentions', text, { Question: '<at>all</at> *_~[x](y), z' }, '<at>all</at> *_~[x](y), z'],
  ['text, left empty', { ...text, optional: true }, {}, null],
  ['a number', { ...base, kind: 'number', from: 1, to: 40 }, { Question: '12' }, '12'],
  ['a number, left empty', { ...maybe, kind: 'number', from: 1, to: 40 }, {}, null],
  ['a date', { ...base, kind: 'date' }, { Question: '2026-11-24' }, '2026-11-24'],
  ['a date, left empty', { ...maybe, kind: 'date' }, {}, null],
  ['a time', { ...base, kind: 'time' }, { Question: '10:30' }, '10:30'],
  ['a choice', { ...base, kind: 'choice', options: options(3) }, { Question: 'Option 1' }, 'k1'],
  ['a choice, left empty', { ...maybe, kind: 'choice', options: options(3) }, {}, null],
  ['a choice taken back', { ...maybe, kind: 'choice', options: options(3) }, { Question: 'No answer' }, null],
  ['a choice of 40', { ...base, kind: 'choice', options: options(40) }, { Question: 'Option 39' }, 'k39'],
  ['a choice of 250', { ...base, kind: 'choice', options: options(250) }, { Question: 'Option 249' }, 'k249'],
  [
    'a choice with a comma in its value',
    { ...base, kind: 'choice', options: [{ key: '1,5%2C', label: 'One' }] },
    { Question: 'One' },
    '1,5%2C',
  ],
  ['choices', { ...base, kind: 'choices', options: options(5) }, { Question: ['Option 1', 'Option 4'] }, ['k1', 'k4']],
  [
    'choices with commas',
    {
      ...base,
      kind: 'choices',
      options: [
        { key: 'a,b', label: 'A' },
        { key: 'c', label: 'C' },
      ],
    },
    { Question: ['A', 'C'] },
    ['a,b', 'c'],
  ],
  ['choices, left empty', { ...maybe, kind: 'choices', options: options(5) }, {}, []],
  [
    'choices of 30',
    { ...base, kind: 'choices', options: options(30), atMost: 2 },
    { Question: ['Option 3', 'Option 29'] },
    ['k3', 'k29'],
  ],
  [
    'a scale',
    { ...base, kind: 'scale', from: 1, to: 5, low: 'not at all', high: 'very' },
    { Question: '5 – very' },
    '5',
  ],
  ['a wide scale', { ...base, kind: 'scale', from: 0, to: 20, low: 'none', high: 'all' }, { Question: '7' }, '7'],
  ['a scale, left empty', { ...maybe, kind: 'scale', from: 1, to: 5, low: 'a', high: 'b' }, {}, null],
  ['a channel', { ...base, kind: 'channel', privateOnly: false }, { Question: 'Technicians › Forum' }, CHANNEL],
  ['a channel, left empty', { ...maybe, kind: 'channel', privateOnly: true }, {}, null],
  ['somebody of the tenant, left empty', { ...maybe, kind: 'account' }, {}, null],
  ['people, left empty', { ...maybe, kind: 'person', atMost: 2, byEmail: true }, {}, null],
  [
    'ranked',
    { ...base, kind: 'ranked', options: options(5), places: 3 },
    {
      'Question: first choice': 'Option 2',
      'Question: second choice': 'Option 0',
      'Question: third choice': 'No answer',
    },
    ['k2', 'k0'],
  ],
  ['ranked, left empty', { ...maybe, kind: 'ranked', options: options(5), places: 3 }, {}, []],
  ['agreed', { ...base, kind: 'agree', text: 'I have read it' }, { Question: 'true' }, true],
  ['not agreed', { ...maybe, kind: 'agree', text: 'I have read it' }, {}, false],
  ['a link', { ...base, kind: 'link' }, { Question: 'https://example.org/a?b=c' }, 'https://example.org/a?b=c'],
  ['a link, left empty', { ...maybe, kind: 'link' }, {}, null],
  [
    'a short list',
    { ...base, kind: 'list', atMost: 3, max: 80 },
    { Question: 'one', 'Question (3)': 'three 😀' },
    ['one', 'three 😀'],
  ],
  ['a short list, left empty', { ...maybe, kind: 'list', atMost: 3, max: 80 }, {}, []],
  [
    'a long list',
    { ...base, kind: 'list', atMost: 12, max: 80 },
    { Question: 'one\n\n two \nthree' },
    ['one', ' two ', 'three'],
  ],
  ['a long list, left empty', { ...maybe, kind: 'list', atMost: 12, max: 80 }, {}, []],
];

describe.each(ways)('a question drawn, answered and read back in the %s', way => {
  it.each(trips)('%s', (_, field, typed, expected) => {
    expect(sent(draw(formOf(field), { way }), typed).answers['q']).toEqual(expected);
  });
});

describe('what stands in a field', () => {
  const standing: [string, Field, unknown, RawAnswer][] = [
    ['text', text, 'before', 'before'],
    ['3,000 emoji written elsewhere', text, '😀'.repeat(3000), '😀'.repeat(3000)],
    ['a number', { ...base, kind: 'number', from: 1, to: 9 }, 4, '4'],
    ['a date', { ...base, kind: 'date' }, '2026-12-01', '2026-12-01'],
    ['a time', { ...base, kind: 'time' }, '09:15', '09:15'],
    ['a choice', { ...base, kind: 'choice', options: options(3) }, 'k2', 'k2'],
    ['a choice of many', { ...base, kind: 'choice', options: options(150) }, 'k120', 'k120'],
    ['choices', { ...base, kind: 'choices', options: options(3) }, ['k2'], ['k2']],
    ['choices of many', { ...base, kind: 'choices', options: options(33) }, ['k2', 'k30'], ['k2', 'k30']],
    ['a scale', { ...base, kind: 'scale', from: 1, to: 5, low: 'a', high: 'b' }, 3, '3'],
    ['a channel', { ...base, kind: 'channel', privateOnly: false }, CHANNEL, CHANNEL],
    ['a channel we cannot list', { ...base, kind: 'channel', privateOnly: false }, `${LANE}/19:x`, `${LANE}/19:x`],
    ['somebody', { ...base, kind: 'account' }, BEN, BEN],
    ['ranked', { ...base, kind: 'ranked', options: options(4), places: 2 }, ['k3', 'k1'], ['k3', 'k1']],
    ['agreed', { ...base, kind: 'agree', text: 'Yes' }, true, true],
    ['a link', { ...base, kind: 'link' }, 'https://example.org', 'https://example.org'],
    ['a short list', { ...base, kind: 'list', atMost: 3, max: 80 }, ['a', 'b'], ['a', 'b']],
    ['a long list', { ...base, kind: 'list', atMost: 12, max: 80 }, ['a', 'b'], ['a', 'b']],
    ['people', { ...base, kind: 'person', atMost: 2, byEmail: true }, [{ person: '7' }], ['p:7']],
    ['one person', { ...base, kind: 'person', atMost: 1, byEmail: true }, [{ emailHash: 'x' }], ['h:x']],
  ];
  it.each(standing)('comes back untouched: %s', (_, field, value, expected) => {
    for (const way of ways) expect(sent(draw(formOf(field, value), { way })).answers['q']).toEqual(expected);
  });

  it('is left out when no field of Teams can hold it', () => {
    const bad: [Field, unknown][] = [
      [{ ...maybe, kind: 'number', from: 1, to: 9 }, Number.NaN],
      [{ ...maybe, kind: 'date' }, '2026-02-31'],
      [{ ...maybe, kind: 'time' }, 'noon'],
      [{ ...maybe, kind: 'choice', options: options(2) }, 'gone'],
      [{ ...maybe, kind: 'channel', privateOnly: true }, 'slack/T1/C1'],
      [{ ...maybe, kind: 'account' }, 'slack/T1/U1'],
    ];
    for (const [field, value] of bad) expect(sent(draw(formOf(field, value))).answers['q']).toBeNull();
  });
});

describe('people', () => {
  const field: Field = { ...base, kind: 'person', atMost: 2, byEmail: true };
  const form: Form = {
    ...formOf(field),
    fields: { why: { ...text, label: 'Why' }, q: field },
    values: { why: 'from the draft' } as never,
  };
  const zoe = { key: 'p:17', label: 'Zoë' };

  it('are sought by part of a name, with everything typed still there, and then chosen', () => {
    const asked = sent(draw(form), { Why: 'written since', Question: 'zo' }, 'Find');
    expect(asked.searches).toEqual({ q: 'zo' });
    const found = { field: 'q', typed: 'zo', options: [zoe, { key: 'e:a,b@example.org', label: 'Somebody' }] };
    const after = draw(form, { typed: asked, found });
    expect(wordsOn(after)).toContain('Found for “zo”:');
    const answered = sent(after, { 'Question: choose here': ['Zoë', 'Somebody'] });
    expect(answered.answers).toEqual({ why: 'written since', q: ['p:17', 'e:a,b@example.org'] });
    expect(answered.labels).toMatchObject({ 'p:17': 'Zoë' });
    expect(answered.searches).toEqual({});
  });

  it('that were chosen stay chosen, by name, through another search and through a form that comes back', () => {
    const found = { field: 'q', typed: 'zo', options: [zoe] };
    const chosen = sent(draw(form, { found }), { 'Question: choose here': ['Zoë'], Question: 'be' }, 'Find');
    const again = draw(form, {
      typed: chosen,
      found: { field: 'q', typed: 'be', options: [{ key: 'p:18', label: 'Ben' }] },
    });
    const both = sent(again, { 'Question: choose here': ['Zoë', 'Ben'] });
    expect(both.answers['q']).toEqual(['p:17', 'p:18']);
    const back = draw(form, { typed: both }, { q: 'Please look again.' });
    expect(wordsOn(back)).toContain('Zoë');
    expect(sent(back).answers['q']).toEqual(['p:17', 'p:18']);
  });

  it('who are not found are said not to be', () => {
    const card = draw(form, { found: { field: 'q', typed: 'zzz', options: [] } });
    expect(wordsOn(card)).toContain('Nobody was found for “zzz”');
  });

  it('of the tenant are sought in the same way: one of them is the answer', () => {
    const account: Form = formOf({ ...maybe, kind: 'account' });
    const found = { field: 'q', typed: 'be', options: [{ key: BEN, label: 'Ben' }] };
    const chosen = sent(draw(account, { found }), { 'Question: choose here': 'Ben' });
    expect(chosen.answers['q']).toBe(BEN);
    const back = draw(account, { typed: chosen });
    expect(sent(back, { 'Question: choose here': 'No answer' }).answers['q']).toBeNull();
  });

  it('can be sought while other questions still wait for their answers', () => {
    const waiting: Form = { ...form, values: {} };
    expect(sent(draw(waiting), { Question: 'zo' }, 'Find').searches).toEqual({ q: 'zo' });
  });

  it('a question emptied before a search stays empty', () => {
    const asked = sent(draw(form), { Why: '', Question: 'zo' }, 'Find');
    const after = draw(form, { typed: asked, found: { field: 'q', typed: 'zo', options: [zoe] } });
    expect(sent(after).answers['why']).toBeNull();
  });
});

describe('what is not right', () => {
  it('is told by the client where it can, in our words', () => {
    const client = aCard(draw(formOf({ ...base, kind: 'number', from: 1, to: 9 })));
    expect(client.press('Send')).toEqual({ held: ['Please give a whole number from 1 to 9.'] });
    const empty = aCard(draw(formOf(text)));
    expect(empty.press('Send')).toEqual({ held: ['Please answer this to go on.'] });
    expect(empty.press('Back')).toMatchObject({ data: { mentor: { h: 'open', w: 'before' } } });
  });

  it('stands right under its question, in the colour of the theme', () => {
    for (const [, field, typed] of trips) {
      const { body } = draw(formOf(field), {}, { q: 'Please look once more.', other: 'And this.' });
      const at = body.findIndex(each => each.type === 'TextBlock' && each.text === 'Please look once more.');
      expect(body[at]).toMatchObject({ color: 'Attention' });
      expect(body[at - 1]?.type, JSON.stringify(typed)).toMatch(/^Input\./);
      expect(body.slice(at).some(({ type }) => type.startsWith('Input.'))).toBe(false);
      expect(body[0]).toMatchObject({ text: 'And this.' });
    }
  });
});

describe('answers nobody was asked for', () => {
  it('are dropped or harmless', () => {
    const data = {
      'text:q': { $ne: 1 },
      'text:__proto__': 'x',
      'text:%E0%A4%A': 'x',
      'nonsense:q': 'x',
      q: 'x',
      'place:r:2': 'b',
      'place:r:1': 'a',
    };
    const { answers } = readAnswers(data, { asked: ['many:m'], labels: {} });
    expect(Object.keys(answers).sort()).toEqual(['__proto__', 'm', 'q', 'r']);
    expect(answers['q']).toBeNull();
    expect(answers['r']).toEqual(['a', 'b']);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });
});

describe('long words', () => {
  it('of a menu stand above it in full', () => {
    const long = `Someone ${'with a very long name '.repeat(6)}end`;
    const field: Field = { ...base, kind: 'choice', options: [{ key: 'a', label: long }, ...options(20)] };
    expect(wordsOn(draw(formOf(field)))).toContain(long);
  });
});
