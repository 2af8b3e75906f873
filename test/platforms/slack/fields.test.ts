// Each kind of question, drawn, filled in by hand and read back; and what stands in a field when it is drawn again.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Field, Form } from '../../../src/conversation/form.ts';
import type { RawAnswer } from '../../../src/platforms/platform.ts';
import { problemsOfView } from '../../../src/platforms/slack/check.ts';
import { drawForm } from '../../../src/platforms/slack/draw-form.ts';
import { type ADoor, aDoor, formReply, TEAM, wordsIn } from './a-door.ts';

const options = (count: number) =>
  Array.from({ length: count }, (_, nth) => ({ key: `k${nth}`, label: `Option ${nth}` }));
const base = { label: 'Question', hint: 'A hint', optional: false, seenBy: 'own' } as const;
const maybe = { ...base, optional: true } as const;
const rtl = 'שלום عليكم';

let door: ADoor;
beforeAll(async () => {
  door = await aDoor();
});
afterAll(() => door.close());

/** Opens a form with this one question, fills it in, sends it, and gives back what the host got. */
async function roundTrip(
  field: Field,
  typed: Record<string, unknown>,
  values?: unknown,
  before?: () => Promise<unknown>,
): Promise<RawAnswer | undefined> {
  door.hosted.deeds.length = 0;
  const form = { fields: { q: field }, ...(values === undefined ? {} : { values: { q: values } as never }) };
  door.hosted.act = deed => (deed.did.what === 'submit' ? { show: 'close' } : formReply(form));
  const seen = await door.ada.command('form');
  expect(seen.details ?? seen.error).toBeUndefined();
  expect(seen.view?.blocks.some(block => block.type === 'input')).toBe(true);
  await before?.();
  await door.ada.fill(typed);
  const sent = await door.ada.submit();
  expect(sent).toMatchObject({ ok: true });
  const deed = door.hosted.deeds.find(each => each.did.what === 'submit');
  if (deed?.did.what !== 'submit') throw new Error('nothing was sent');
  expect(deed.did.target).toEqual({ word: 'form', ids: { pairing: 'p1' } });
  expect(deed.did.drawn).toEqual({ 'pairing/p1': 3 });
  return deed.did.answers['q'];
}

const text = { ...base, kind: 'text', max: 3000, lines: true } as const;
const trips: [string, Field, Record<string, unknown>, RawAnswer][] = [
  ['text', text, { Question: 'Hello' }, 'Hello'],
  ['text of 3,000 characters', text, { Question: 'y'.repeat(3000) }, 'y'.repeat(3000)],
  ['3,000 emoji', text, { Question: '😀'.repeat(3000) }, '😀'.repeat(3000)],
  ['text from right to left', text, { Question: rtl }, rtl],
  ['only spaces', text, { Question: '   ' }, '   '],
  ['marks and mentions', text, { Question: '<!channel> *_~' }, '<!channel> *_~'],
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
  ['choices', { ...base, kind: 'choices', options: options(5) }, { Question: ['Option 1', 'Option 4'] }, ['k1', 'k4']],
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
  ['a channel', { ...base, kind: 'channel', privateOnly: false }, { Question: 'C0FORUM' }, `slack/${TEAM}/C0FORUM`],
  ['somebody of the workspace', { ...base, kind: 'account' }, { Question: 'U0BEN' }, `slack/${TEAM}/U0BEN`],
  ['somebody of the workspace, left empty', { ...maybe, kind: 'account' }, {}, null],
  ['a channel, left empty', { ...maybe, kind: 'channel', privateOnly: true }, {}, null],
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
  ['agreed', { ...base, kind: 'agree', text: 'I have read it' }, { Question: ['I have read it'] }, true],
  ['agreed to a long text', { ...base, kind: 'agree', text: 'I have read '.repeat(40) }, { Question: ['Yes'] }, true],
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

describe('a question drawn, answered and read back', () => {
  it.each(trips)('%s', async (_, field, typed, expected) => {
    expect(await roundTrip(field, typed)).toEqual(expected);
  });

  it('people, searched in the scheme’s own directory', async () => {
    door.hosted.searches.length = 0;
    door.hosted.people = async (_, __, ___, typed) => [
      { key: 'p:17', label: `Zoë ${typed}` },
      { key: 'p:18', label: 'Z'.repeat(90) },
    ];
    const field: Field = { ...base, kind: 'person', atMost: 2, byEmail: true };
    const search = async () => {
      expect((await door.ada.suggest('Question', 'z')).options).toEqual([]);
      const { options: found, error } = await door.ada.suggest('Question', 'zo');
      expect(error).toBeUndefined();
      expect(found.map(each => each.value)).toEqual(['p:17', 'p:18']);
    };
    expect(await roundTrip(field, { Question: ['Zoë zo'] }, undefined, search)).toEqual(['p:17']);
    expect(door.hosted.searches).toEqual([{ account: `slack/${TEAM}/U0ADA`, word: 'form', field: 'q', typed: 'zo' }]);
  });

  it('people, when nobody can be asked: an empty list in time', async () => {
    door.hosted.act = () => formReply({ fields: { q: { ...base, kind: 'person', atMost: 1, byEmail: false } } });
    door.hosted.people = async () => {
      throw new Error('down');
    };
    await door.ada.command('form');
    expect(await door.ada.suggest('Question', 'zo')).toEqual({ options: [] });
  });
});

describe('what stands in a field', () => {
  const standing: [string, Field, unknown, RawAnswer][] = [
    ['text', text, 'before', 'before'],
    ['a number', { ...base, kind: 'number', from: 1, to: 9 }, 4, '4'],
    ['a date', { ...base, kind: 'date' }, '2026-12-01', '2026-12-01'],
    ['a time', { ...base, kind: 'time' }, '09:15', '09:15'],
    ['a choice', { ...base, kind: 'choice', options: options(3) }, 'k2', 'k2'],
    ['a choice of many', { ...base, kind: 'choice', options: options(150) }, 'k120', 'k120'],
    ['choices', { ...base, kind: 'choices', options: options(3) }, ['k2'], ['k2']],
    ['choices of many', { ...base, kind: 'choices', options: options(33) }, ['k2', 'k30'], ['k2', 'k30']],
    ['a scale', { ...base, kind: 'scale', from: 1, to: 5, low: 'a', high: 'b' }, 3, '3'],
    ['a channel', { ...base, kind: 'channel', privateOnly: false }, `slack/${TEAM}/C0FORUM`, `slack/${TEAM}/C0FORUM`],
    ['somebody', { ...base, kind: 'account' }, `slack/${TEAM}/U0BEN`, `slack/${TEAM}/U0BEN`],
    ['ranked', { ...base, kind: 'ranked', options: options(4), places: 2 }, ['k3', 'k1'], ['k3', 'k1']],
    ['agreed', { ...base, kind: 'agree', text: 'Yes' }, true, true],
    ['a link', { ...base, kind: 'link' }, 'https://example.org', 'https://example.org'],
    ['a short list', { ...base, kind: 'list', atMost: 3, max: 80 }, ['a', 'b'], ['a', 'b']],
    ['a long list', { ...base, kind: 'list', atMost: 12, max: 80 }, ['a', 'b'], ['a', 'b']],
    ['people', { ...base, kind: 'person', atMost: 2, byEmail: true }, [{ person: '7' }], ['p:7']],
  ];
  it.each(standing)('comes back untouched: %s', async (_, field, value, expected) => {
    expect(await roundTrip(field, {}, value)).toEqual(expected);
  });

  it('is left out when no field of Slack can hold it', async () => {
    const bad: [Field, unknown][] = [
      [{ ...maybe, kind: 'number', from: 1, to: 9 }, Number.NaN],
      [{ ...maybe, kind: 'date' }, '2026-02-31'],
      [{ ...maybe, kind: 'time' }, 'noon'],
      [{ ...maybe, kind: 'choice', options: options(2) }, 'gone'],
      [{ ...maybe, kind: 'channel', privateOnly: true }, 'teams/x/19:abc'],
      [{ ...maybe, kind: 'account' }, 'teams/x/P'],
    ];
    for (const [field, value] of bad) expect(await roundTrip(field, {}, value)).toBeNull();
  });

  it('changes the ids of its blocks, so that Slack shows the new and not what was typed before', () => {
    const draw = (value: string | undefined, word = 'form') => {
      const form: Form = { title: 'F', submit: 'Send', fields: { q: text } };
      if (value) form.values = { q: value } as never;
      return drawForm({ form, at: { word }, drawn: {} }, TEAM).blocks[0]?.block_id;
    };
    expect(draw('a')).toBe(draw('a'));
    expect(draw('a')).not.toBe(draw('b'));
    expect(draw(undefined)).not.toBe(draw(undefined, 'other'));
  });
});

describe('long words', () => {
  it('of options stand in full above the question', () => {
    const long = `Someone ${'with a very long name '.repeat(6)}end`;
    const form: Form = {
      title: 'A title that is far longer than Slack allows',
      submit: 'Send',
      fields: { q: { ...base, kind: 'choice', options: [{ key: 'a', label: long }, ...options(2)] } },
    };
    const view = drawForm({ form, at: { word: 'form' }, drawn: {} }, TEAM);
    expect(problemsOfView(view)).toEqual([]);
    expect(wordsIn(view.blocks)).toContain(long);
    expect(wordsIn(view.blocks)).toContain('A title that is far longer than Slack allows');
  });
});
