// Drawing for Teams: every part within the limits with nothing lost, nothing typed that comes alive, people mentioned by equal texts, and long pages parted.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Form } from '../../../src/conversation/form.ts';
import type { Button, Notice, Part, Text, View } from '../../../src/conversation/notice.ts';
import type { Action, Card } from '../../../src/platforms/teams/card.ts';
import { carry, readCarried } from '../../../src/platforms/teams/carried.ts';
import {
  bytesOf,
  fittingMessage,
  fittingPage,
  problemsOfMessage,
  problemsOfPage,
} from '../../../src/platforms/teams/check.ts';
import { dead, inPieces, lengthOf } from '../../../src/platforms/teams/dead.ts';
import { DoesNotFit } from '../../../src/platforms/teams/draw.ts';
import { doorstep, drawNotice, namedInNotice } from '../../../src/platforms/teams/draw-notice.ts';
import { drawHome, drawPage, namedInReply, type PageOptions } from '../../../src/platforms/teams/draw-page.ts';
import { LIMITS } from '../../../src/platforms/teams/limits.ts';
import { type Names, nobody } from '../../../src/platforms/teams/text.ts';
import { actionsOf, elementsOf, parserSays, wordsOn } from './a-client.ts';

const LANE = 'teams/tenant-1';
const nasty =
  '<at>all</at> <at>Ada</at> [Exit](https://evil.example) ![x](y) **bold** _it_ ~st~ `code` &lt;b&gt; <b>x</b> {{DATE(2026-11-24T00:00:00Z)}}';
const lines = ['# heading', '- item', '+ item', '1. item', '2) item', '> quote', '    code', '\tcode', '===', '---'];

const parts = (text: Text): Part[] => [
  { part: 'text', text },
  { part: 'note', text },
  { part: 'facts', facts: [['Label', text]] },
  { part: 'list', items: [text, 'two'] },
  { part: 'row', text, button: { label: 'Open', to: { word: 'page' } } },
  { part: 'heading', text: 'Heading' },
  { part: 'line' },
  { part: 'buttons', buttons: [{ label: 'Go', to: { word: 'page' } }] },
];

const options: PageOptions = { way: 'dialog', lane: LANE, names: nobody };
const at = { word: 'page', ids: { pairing: 'p1' } };
const page = (view: View, more: Partial<PageOptions> = {}) =>
  drawPage({ show: 'view', view, at }, { ...options, ...more });

/** Every text in which Teams reads marks. */
function markedOn(card: Card): string[] {
  return elementsOf(card.body).flatMap(element => {
    if (element.type === 'TextBlock') return [element.text];
    if (element.type === 'Input.ChoiceSet') return element.choices.map(({ title }) => title);
    return element.type === 'Input.Toggle' ? [element.title] : [];
  });
}

/** What is left of a text without the marks that we put there ourselves. */
const withoutOurs = (text: string): string =>
  text
    .replace(/\]\(https:\/\/a\.example\/\)/g, '')
    .replace(/^(.*?)\[/g, '$1')
    .replace(/\*\*|\*/g, '');

describe('what people typed', () => {
  it('never comes alive in any part, plain, among formats, or beside a link', () => {
    const spans: Text = [{ bold: nasty }, ' ', nasty, { italic: nasty }, { code: nasty }];
    const linked: Text = [nasty, { link: 'https://a.example', label: nasty }, nasty];
    for (const text of [nasty, spans, linked]) {
      const { card } = page({ title: 'T', parts: parts(text) });
      expect(JSON.stringify(card)).not.toContain('{{DATE(');
      for (const marked of markedOn(card)) {
        expect(marked).not.toMatch(/<\/?(at|b)>/);
        expect(withoutOurs(marked)).not.toMatch(/[<>[\]`~_\\]/);
        expect(marked).not.toContain('&lt;');
      }
      expect(JSON.stringify(card)).not.toContain('"https://evil');
      expect(card.msteams).toBeUndefined();
    }
  });

  it('begins no list, heading or quotation where marks are read', () => {
    for (const line of lines) {
      expect(dead(line)).not.toMatch(/^\s*([#+\-=>]|\d+[.)])/);
      expect(dead(line)).not.toMatch(/^( {4}|\t)/);
    }
  });

  it('stands letter by letter where no marks are read, also over several lines', () => {
    const typed = 'a_b@example.org\n\n*second* <line>\nthird';
    const { card } = page({ title: 'T', parts: [{ part: 'text', text: typed }] });
    expect(markedOn(card)).toEqual([]);
    expect(wordsOn(card)).toBe('a_b@example.org\n*second* <line>\nthird');
  });

  it('is dead in questions, choices, ticks and confirmations', () => {
    const base = { label: nasty, hint: nasty, optional: false, seenBy: 'own' } as const;
    const form: Form = {
      title: nasty,
      submit: 'Send',
      fields: {
        one: { ...base, kind: 'choice', options: [{ key: 'a', label: nasty, hint: nasty }] },
        tick: { ...base, kind: 'agree', text: nasty },
      },
      buttons: [{ label: 'Go', to: at, confirm: { title: nasty, text: nasty, yes: 'Yes', no: 'No' } }],
    };
    const { card } = drawPage({ show: 'form', form, at, drawn: {}, problems: { one: nasty } }, options);
    const unfolded = actionsOf(card).flatMap(action => (action.type === 'Action.ShowCard' ? [action.card] : []));
    const marked = [card, ...unfolded].flatMap(markedOn);
    expect(marked.length).toBeGreaterThan(4);
    for (const text of marked) expect(text).not.toMatch(/[<>[\]`~_*\\]/);
    expect(JSON.stringify(card)).not.toContain('{{DATE(');
  });

  it('as an address leads nowhere unless it is one of the web', () => {
    for (const link of ['javascript:alert(1)', 'data:text/html,x', 'not an address', '']) {
      const { card } = page({ title: 'T', parts: [{ part: 'text', text: [{ link, label: 'Here' }] }] });
      expect(markedOn(card)).toEqual([]);
    }
    const sly = 'https://a.example/x) [y](https://evil.example';
    const { card } = page({ title: 'T', parts: [{ part: 'text', text: [{ link: sly, label: 'Here' }] }] });
    expect(markedOn(card)[0]).toMatch(/^\[Here\]\([^()\s[\]]+\)$/);
  });

  it('is dead whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        expect(dead(text)).not.toMatch(/[<>*_~`[\]\\]/);
        expect(dead(text)).not.toMatch(/\{\{/);
      }),
    );
  });
});

const ADA = `${LANE}/ada`;
const BEN = `${LANE}/ben`;
const names: Names = {
  people: {
    [ADA]: { id: '29:ada', name: 'Ada <at>Lovelace</at>' },
    [BEN]: { id: '29:ben', name: 'Ada <at>Lovelace</at>' },
    'slack/T1/U1': { name: 'Cleo' },
  },
  channels: { [`${LANE}/19:x`]: 'Technicians › Forum' },
};
const mentioning: Notice = {
  text: 'Check-in',
  parts: [
    { part: 'text', text: ['Hello ', { person: ADA }, ', ', { person: BEN }, ' and ', { person: 'slack/T1/U1' }] },
    { part: 'text', text: ['See ', { channel: `${LANE}/19:x` }, ' with ', { person: 'teams/other/x' }] },
  ],
  buttons: [{ label: 'Check in', to: { word: 'checkin' }, style: 'primary' }],
};

describe('people and channels', () => {
  it('are mentioned in the words of a channel post, each with an entity of equal text and nobody twice', () => {
    const drawn = drawNotice(mentioning, { names, forms: 'dialog', to: 'channel' });
    expect(problemsOfMessage(drawn)).toEqual([]);
    expect(drawn.mentions.map(({ mentioned }) => mentioned.id)).toEqual(['29:ada', '29:ben']);
    const texts = drawn.mentions.map(({ text }) => text);
    expect(new Set(texts).size).toBe(2);
    for (const text of texts) {
      expect(drawn.text.split(text)).toHaveLength(2);
      expect(text.match(/<\/?at>/g)).toEqual(['<at>', '</at>']);
    }
    expect(drawn.text).toContain('Cleo');
    expect(drawn.card?.msteams).toBeUndefined();
    expect(wordsOn(drawn.card as Card)).toBe('See Technicians › Forum with a colleague');
  });

  it('are mentioned on the card itself in a personal chat', () => {
    const drawn = drawNotice(mentioning, { names, forms: 'dialog', to: 'person' });
    expect(problemsOfMessage(drawn)).toEqual([]);
    expect(drawn).toMatchObject({ text: '', mentions: [] });
    const entities = drawn.card?.msteams?.entities ?? [];
    expect(entities).toHaveLength(2);
    for (const { text } of entities) expect(wordsOn(drawn.card as Card)).toContain(text);
  });

  it('are only named on private pages, and nobody unknown is given away', () => {
    const { card } = page({ title: 'T', parts: mentioning.parts ?? [] }, { names });
    expect(JSON.stringify(card)).not.toMatch(/29:|teams\/other|slack\/T1/);
    expect(wordsOn(card)).toContain('Cleo');
  });

  it('are told to whoever looks their names up', () => {
    expect(namedInNotice(mentioning)).toEqual({
      people: [ADA, BEN, 'slack/T1/U1', 'teams/other/x'],
      channels: [`${LANE}/19:x`],
    });
    const field = { label: 'Q', optional: true, seenBy: 'own' } as const;
    const form: Form = {
      title: 'T',
      submit: 'Send',
      fields: { who: { ...field, kind: 'account' }, where: { ...field, kind: 'channel', privateOnly: false } },
      values: { who: ADA, where: `${LANE}/19:x` } as never,
    };
    expect(namedInReply({ show: 'form', form, at, drawn: {} })).toEqual({
      people: [ADA],
      channels: [`${LANE}/19:x`],
    });
  });

  it('fit one message up to the number in the table, with the longest names', () => {
    for (const name of ['Lovelace-'.repeat(12), '長い名前'.repeat(20), '😀'.repeat(40)]) {
      const accounts = Array.from({ length: LIMITS.mentions }, (_, nth) => `${LANE}/${nth}`);
      const people = Object.fromEntries(
        accounts.map((one, nth) => [one, { id: `29:${String(nth).padEnd(90, 'x')}`, name: `${nth} ${name}` }]),
      );
      const text = accounts.flatMap((person): Text => [{ person }, ' ']).flat();
      const drawn = drawNotice(
        { text: 'Check-in', parts: [{ part: 'text', text }, ...parts('x'.repeat(200))] },
        { names: { people, channels: {} }, forms: 'dialog', to: 'channel' },
      );
      expect(problemsOfMessage(drawn)).toEqual([]);
      expect(drawn.mentions).toHaveLength(LIMITS.mentions);
    }
  });
});

const typesOf = (actions: Action[]): string[] => [...new Set(actions.map(({ type }) => type))].sort();

describe('buttons', () => {
  const confirm = { title: 'End it?', text: 'This cannot be taken back.', yes: 'Yes, end it', no: 'No' };
  const buttons: Button[] = [
    { label: 'Open', to: at, style: 'primary' },
    { label: 'End', to: { ...at, press: 'end' }, style: 'danger', confirm },
    { label: 'Guide', url: 'https://example.org' },
  ];
  const view: View = { title: 'T', parts: [], buttons, back: { word: 'home' } };

  it('send within a dialog, turn the card in the chat, and open a dialog from a message', () => {
    expect(typesOf(actionsOf(page(view).card))).toEqual(['Action.OpenUrl', 'Action.ShowCard', 'Action.Submit']);
    expect(typesOf(actionsOf(page(view, { way: 'chat' }).card))).toEqual([
      'Action.Execute',
      'Action.OpenUrl',
      'Action.ShowCard',
    ]);
    const fetched = (forms: 'dialog' | 'chat') =>
      actionsOf(drawHome(view, { names: nobody, forms })).filter(action => 'data' in action && action.data.msteams);
    expect(fetched('dialog')).toHaveLength(3);
    expect(fetched('chat')).toEqual([]);
    for (const card of [page(view).card, page(view, { way: 'chat' }).card]) expect(parserSays(card)).toEqual([]);
  });

  it('that ask first unfold the question, and only its yes does the deed', () => {
    const end = actionsOf(page(view).card).find(action => action.title === 'End');
    if (end?.type !== 'Action.ShowCard') throw new Error('no question');
    expect('data' in end).toBe(false);
    expect(wordsOn(end.card)).toBe('End it?\nThis cannot be taken back.');
    const yes = actionsOf(end.card);
    expect(yes).toHaveLength(1);
    expect(yes[0]).toMatchObject({ title: 'Yes, end it', style: 'destructive' });
    expect(readCarried('data' in (yes[0] as Action) ? (yes[0] as { data: unknown }).data : undefined)).toMatchObject({
      how: 'press',
      go: { ...at, press: 'end' },
    });
  });

  it('stand in rows that a phone has room for, none left out', () => {
    const many = Array.from({ length: 17 }, (_, nth): Button => ({ label: `Button number ${nth}`, to: at }));
    const { card } = page({ title: 'T', parts: [], buttons: many });
    expect(actionsOf(card)).toHaveLength(17);
    for (const element of card.body)
      if (element.type === 'ActionSet') {
        expect(element.actions.length).toBeLessThanOrEqual(LIMITS.actions);
        expect(element.actions.map(({ title }) => title).join('').length).toBeLessThanOrEqual(LIMITS.actionsText);
      }
  });

  it('that lead to no web address are our own error', () => {
    const bad: Button = { label: 'Go', url: 'javascript:alert(1)' };
    expect(() => page({ title: 'T', parts: [], buttons: [bad] })).toThrow(DoesNotFit);
  });

  it('open a page from where no private page can stand', () => {
    const { card } = drawNotice(doorstep({ ...at, press: 'end' }), { names: nobody, forms: 'dialog', to: 'person' });
    expect(actionsOf(card as Card)[0]).toMatchObject({
      type: 'Action.Submit',
      data: { mentor: { h: 'open', w: 'page', i: { pairing: 'p1' } }, msteams: { type: 'task/fetch' } },
    });
  });
});

const wordsOf = (span: Text[number]): number =>
  lengthOf(typeof span === 'string' ? span : 'bold' in span ? span.bold : '');

describe('long texts', () => {
  it('are parted and never cut', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.integer({ min: 5, max: 60 }), (text, max) => {
        const pieces = inPieces(text, max);
        for (const piece of pieces) expect(lengthOf(piece)).toBeLessThanOrEqual(max);
        expect(pieces.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });

  it.each(['dialog', 'chat'] as const)('fill as many pages as they need in the %s, to the last letter', way => {
    for (const text of ['wörd '.repeat(1500), '😀'.repeat(4000), 'x'.repeat(9000), 'line\n'.repeat(600)]) {
      const view: View = { title: 'A title', parts: [...parts(text), ...parts([{ bold: text }])], back: { word: 'b' } };
      let seen = '';
      let now = 1;
      for (let more: Action | undefined; ; ) {
        const drawn = page(view, { way, page: now });
        expect(problemsOfPage(drawn)).toEqual([]);
        expect(parserSays(drawn.card)).toEqual([]);
        seen += wordsOn(drawn.card);
        more = actionsOf(drawn.card).find(({ title }) => title === 'More');
        if (!more) break;
        const carried = readCarried('data' in more ? more.data : undefined);
        expect(carried).toMatchObject({ how: 'open', go: at, page: now + 1 });
        now++;
      }
      expect(now).toBeGreaterThan(1);
      const letters = (all: string) => all.replace(/\s/g, '').length;
      expect(letters(seen)).toBeGreaterThanOrEqual(letters(text) * 10);
    }
  });

  it('keep together what stands in one line, names and links among it', () => {
    const many: Text = Array.from({ length: 300 }, (_, nth) => [{ bold: `Name ${nth}` }, ', ']).flat();
    const { card } = page({ title: 'T', parts: [{ part: 'text', text: many }] });
    expect(card.body.length).toBe(Math.ceil(many.reduce((sum, span) => sum + wordsOf(span), 0) / LIMITS.text));
    const links: Text = [
      { link: 'https://a.example', label: 'Here' },
      { link: 'nowhere', label: 'There' },
    ];
    const linked = page({ title: 'T', parts: [{ part: 'text', text: ['x'.repeat(2500), ...links] }] }).card;
    expect(wordsOn(linked)).toContain('[Here](https://a.example/)');
    expect(wordsOn(linked).match(/nowhere/g)).toHaveLength(1);
  });

  it('beyond the last page show the last page', () => {
    const view: View = { title: 'T', parts: parts('x'.repeat(9000)) };
    expect(wordsOn(page(view, { page: 999 }).card)).toContain('Page 2 of 2');
  });

  it('of a title stand on the card in full', () => {
    const title = 'A title that is far longer than the head of a dialog can show to anybody at all';
    const drawn = page({ title, parts: parts('x') });
    expect(drawn.title).toBe('Mentor');
    expect(wordsOn(drawn.card)).toContain(title);
  });
});

describe('the check before sending', () => {
  const notice = (some: Notice) => () => fittingMessage(drawNotice(some, { names, forms: 'dialog', to: 'channel' }));
  const crowd = Array.from({ length: LIMITS.mentions + 1 }, (_, nth) => `${LANE}/${nth}`);
  const bad: [string, () => unknown][] = [
    ['too long a message', notice({ text: 'x', parts: parts('y'.repeat(9000)) })],
    ['an empty neutral line', notice({ text: '', parts: parts('x') })],
    ['too long a neutral line', notice({ text: 'x'.repeat(1001), parts: parts('x') })],
    [
      'too much in a button',
      () =>
        fittingPage(
          page({ title: 'T', parts: [], buttons: [{ label: 'x', to: { word: 'w', ids: { a: 'b'.repeat(25_000) } } }] }),
        ),
    ],
    [
      'too long a button',
      () => fittingPage(page({ title: 'T', parts: [], buttons: [{ label: 'x'.repeat(76), to: at }] })),
    ],
    ['an empty button', () => fittingPage(page({ title: 'T', parts: [], buttons: [{ label: '', to: at }] }))],
    [
      'too long a confirmation',
      () =>
        fittingPage(
          page({
            title: 'T',
            parts: [],
            buttons: [{ label: 'x', to: at, confirm: { title: 't', text: 'y'.repeat(301), yes: 'y', no: 'n' } }],
          }),
        ),
    ],
    [
      'too many mentions',
      () =>
        fittingMessage(
          drawNotice(
            { text: 'x', parts: [{ part: 'text', text: crowd.map(person => ({ person })) }] },
            {
              names: { people: Object.fromEntries(crowd.map(one => [one, { id: one, name: 'A' }])), channels: {} },
              forms: 'dialog',
              to: 'channel',
            },
          ),
        ),
    ],
    [
      'a form that is too long even for itself',
      () =>
        fittingPage(
          drawPage(
            {
              show: 'form',
              at,
              drawn: {},
              form: {
                title: 'T',
                submit: 'Send',
                intro: parts('x'.repeat(9000)),
                fields: { q: { kind: 'text', label: 'Q', lines: true, max: 10, optional: true, seenBy: 'own' } },
              },
            },
            options,
          ),
        ),
    ],
  ];
  it.each(bad)('throws for %s', (_, draw) => {
    expect(draw).toThrow(DoesNotFit);
  });

  it('lets pass what fits', () => {
    expect(problemsOfPage(page({ title: 'T', parts: parts('fine') }))).toEqual([]);
    expect(notice({ text: 'x', parts: parts('fine') })().card).toBeDefined();
  });

  it('counts bytes, not letters', () => {
    expect(bytesOf('é')).toBe(4);
  });
});

describe('what buttons and forms carry', () => {
  const target = fc.record(
    {
      word: fc.string({ minLength: 1, maxLength: 30 }),
      ids: fc.dictionary(fc.stringMatching(/^[a-z]{1,10}$/), fc.string({ maxLength: 40 }), { minKeys: 1, maxKeys: 4 }),
      press: fc.string({ minLength: 1, maxLength: 30 }),
    },
    { requiredKeys: ['word'] },
  );
  it('comes back as it was sent, among whatever Teams adds', () => {
    fc.assert(
      fc.property(
        target,
        fc.integer({ min: 1, max: 40 }),
        fc.string({ minLength: 1, maxLength: 40 }),
        (go, nth, nonce) => {
          const more = {
            page: nth,
            drawn: { 'a/b': 3 },
            nonce,
            field: 'q',
            asked: ['text:q'],
            labels: { 'p:1': 'Ada' },
          };
          const data = { ...carry('send', go, more), 'text:q': 'typed', msteams: { type: 'task/fetch' } };
          expect(readCarried(JSON.parse(JSON.stringify(data)))).toEqual({ how: 'send', go, ...more });
        },
      ),
    );
  });

  it('is nothing when somebody wrote it otherwise', () => {
    const bad = [
      undefined,
      null,
      'x',
      {},
      { mentor: {} },
      { mentor: { h: 'rule', w: 'x' } },
      { mentor: { h: 'open', w: '' } },
    ];
    for (const data of bad) expect(readCarried(data)).toBeUndefined();
    for (const more of [
      { i: { a: 1 } },
      { g: -1 },
      { d: { a: '1' } },
      { l: [] },
      { a: 'x' },
      { x: 1 },
      { w: 'y'.repeat(101) },
    ])
      expect(readCarried({ mentor: { h: 'open', w: 'page', ...more } })).toBeUndefined();
    fc.assert(fc.property(fc.anything(), data => void readCarried(data)));
  });
});
