// Drawing: every part within Slack's limits with nothing lost, and nothing typed that comes alive.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Part, Text, View } from '../../../src/conversation/notice.ts';
import { checkMessageBlocks, checkView } from '../../../src/demo/slack/block-kit.ts';
import { fitting, problemsOfMessage, problemsOfView } from '../../../src/platforms/slack/check.ts';
import { drawParts } from '../../../src/platforms/slack/draw.ts';
import { drawNotice } from '../../../src/platforms/slack/draw-notice.ts';
import { drawHome, drawView } from '../../../src/platforms/slack/draw-view.ts';
import { readWindow } from '../../../src/platforms/slack/read-answers.ts';
import { decodeWay, decodeWindow, encodeWay, encodeWindow } from '../../../src/platforms/slack/target.ts';
import { dead, inPieces, lengthOf, shortened } from '../../../src/platforms/slack/text.ts';
import { wordsIn } from './a-door.ts';

const TEAM = 'T1';
const nasty = '<!channel> <@U123> <https://evil.example|Exit> *bold* _it_ ~st~ `code` :tada: &amp; @here\n> quote';

/** Every text that Slack would read marks in. */
function markedTexts(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(markedTexts);
  if (typeof value !== 'object' || value === null) return [];
  const thing = value as Record<string, unknown>;
  const own = thing['type'] === 'mrkdwn' ? [String(thing['text'])] : [];
  return [...own, ...Object.values(thing).flatMap(markedTexts)];
}

const parts = (text: Text): Part[] => [
  { part: 'text', text },
  { part: 'note', text },
  { part: 'facts', facts: [['Label', text]] },
  { part: 'list', items: [text, 'two'] },
  { part: 'row', text, button: { label: 'Open', to: { word: 'page' } } },
  { part: 'heading', text: 'Heading' },
  { part: 'buttons', buttons: [{ label: 'Go', to: { word: 'page' } }] },
  { part: 'line' },
];

describe('what people typed', () => {
  it('never comes alive in any part, plain or among formats', () => {
    const spans: Text = [
      { bold: nasty },
      ' ',
      nasty,
      { italic: nasty },
      { code: nasty },
      { link: 'https://a.example', label: nasty },
    ];
    for (const text of [nasty, spans]) {
      const blocks = drawParts(parts(text), TEAM);
      for (const marked of markedTexts(blocks)) {
        expect(marked).not.toMatch(/<[!@#]/);
        expect(marked.replaceAll('<https://a.example/|', '')).not.toContain('<');
        expect(marked).not.toContain(':tada:');
        expect(marked).not.toMatch(/^>/m);
        // Only our own marks are left, in pairs.
        for (const mark of ['*', '_', '`']) expect(marked.split(mark).length % 2).toBe(1);
        expect(marked).not.toContain('~');
      }
    }
  });

  it('stands in the line for previews without its control signs', () => {
    const { text } = drawNotice({ text: nasty }, TEAM);
    expect(text).not.toContain('<');
    expect(text).toContain('&lt;!channel&gt;');
  });

  it('stays what it is where Slack reads no marks', () => {
    const blocks = drawParts([{ part: 'text', text: nasty }], TEAM);
    expect(wordsIn(blocks).trim()).toBe(nasty);
    expect(markedTexts(blocks)).toEqual([]);
  });

  it('as an address leads nowhere unless it is one of the web', () => {
    const bad = ['javascript:alert(1)', 'data:text/html,x', 'not an address', ''];
    for (const link of bad) {
      const blocks = JSON.stringify(drawParts([{ part: 'text', text: [{ link, label: 'Here' }] }], TEAM));
      expect(blocks).not.toContain('"url"');
    }
  });

  it('is dead whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        expect(dead(text)).not.toMatch(/[<>*_~`]/);
      }),
    );
  });
});

describe('people and channels', () => {
  it('of this workspace are named, others are not given away', () => {
    const text: Text = [
      { person: 'slack/T1/U1' },
      { person: 'teams/x/y' },
      { channel: 'slack/T1/C1' },
      { channel: 'slack/T2/C2' },
    ];
    const drawn = JSON.stringify(
      drawParts(
        [
          { part: 'text', text },
          { part: 'row', text },
        ],
        TEAM,
      ),
    );
    expect(drawn).toContain('"user_id":"U1"');
    expect(drawn).toContain('<@U1>');
    expect(drawn).toContain('"channel_id":"C1"');
    expect(drawn).not.toMatch(/C2|teams/);
  });
});

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

  it('fit in every part, to the last letter', () => {
    for (const text of ['wörd '.repeat(1500), '😀'.repeat(4000), 'x'.repeat(9000)]) {
      for (const value of [text, [{ bold: text }] as Text]) {
        const view: View = { title: 'A title that is longer than Slack will take', parts: parts(value) };
        const drawn = drawView(view, { word: 'page' }, TEAM);
        expect(problemsOfView(drawn)).toEqual([]);
        expect(checkView(drawn, ['modal'])).toEqual([]);
        expect(checkView(drawHome(view, TEAM), ['home'])).toEqual([]);
        const letters = wordsIn(drawn.blocks).replace(/\s/g, '').length;
        expect(letters).toBeGreaterThanOrEqual(text.replace(/\s/g, '').length * 5);
      }
    }
  });

  it('of labels end in an ellipsis, counted in code points', () => {
    expect(shortened('😀'.repeat(80), 75)).toBe(`${'😀'.repeat(74)}…`);
    expect(shortened('short', 75)).toBe('short');
  });
});

describe('the check before sending', () => {
  const button = (label: string, more = {}) => ({ label, to: { word: 'w' }, ...more });
  const bad: [string, () => object][] = [
    [
      'too many blocks',
      () => drawNotice({ text: 'x', parts: Array.from({ length: 51 }, () => ({ part: 'line' })) }, TEAM),
    ],
    ['an empty line for previews', () => drawNotice({ text: '' }, TEAM)],
    ['too long a line for previews', () => drawNotice({ text: 'x'.repeat(4001) }, TEAM)],
    ['too much text', () => drawNotice({ text: 'x', parts: [{ part: 'text', text: 'y'.repeat(13_001) }] }, TEAM)],
    [
      'too much in a button',
      () =>
        drawNotice({ text: 'x', buttons: [button('a', { to: { word: 'w', ids: { a: 'b'.repeat(2000) } } })] }, TEAM),
    ],
    [
      'too long a confirmation',
      () =>
        drawNotice(
          { text: 'x', buttons: [button('a', { confirm: { title: 't', text: 'x'.repeat(301), yes: 'y', no: 'n' } })] },
          TEAM,
        ),
    ],
    ['too much metadata', () => drawView({ title: 'T', parts: [] }, { word: 'w', ids: { a: 'b'.repeat(3000) } }, TEAM)],
    [
      'a home tab with too many rows',
      () => drawHome({ title: 'T', parts: Array.from({ length: 100 }, () => ({ part: 'line' })) }, TEAM),
    ],
  ];
  it.each(bad)('throws for %s', (_, draw) => {
    expect(() => fitting(draw())).toThrow(/./);
  });

  it('agrees with the stand-in on what fits', () => {
    const message = drawNotice(
      { text: 'x', parts: parts('fine'), buttons: [button('Go', { style: 'primary' })] },
      TEAM,
    );
    expect(problemsOfMessage(message)).toEqual([]);
    expect(checkMessageBlocks(message.blocks)).toEqual([]);
  });
});

describe('where buttons and windows lead', () => {
  const target = fc.record(
    {
      word: fc.string({ minLength: 1, maxLength: 30 }),
      ids: fc.dictionary(fc.stringMatching(/^[a-z]{1,10}$/), fc.string({ maxLength: 40 }), { minKeys: 1, maxKeys: 4 }),
      press: fc.string({ minLength: 1, maxLength: 30 }),
    },
    { requiredKeys: ['word'] },
  );
  it('comes back as it was sent', () => {
    fc.assert(
      fc.property(target, fc.integer({ min: 1, max: 40 }), (to, page) => {
        expect(decodeWay(encodeWay(to, page))).toEqual({ target: to, page });
        expect(decodeWindow(encodeWindow(to, { 'a/b': 3 }, 'h'))).toEqual({
          at: to,
          drawn: { 'a/b': 3 },
          firstHash: 'h',
        });
      }),
    );
  });

  it('is nothing when somebody wrote it otherwise', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), text => {
        const way = decodeWay(text);
        if (way) expect(Object.keys(JSON.parse(text) as object)).toContain('w');
      }),
    );
  });
});

describe('reading a window', () => {
  it('leaves out what is no answer', () => {
    const state = {
      'mentor-note': { a: { type: 'plain_text_input', value: 'x' } },
      '%E0%A4%A~abcdef': { text: { type: 't', value: 'x' } },
    };
    expect(readWindow(state, TEAM)).toEqual({ answers: {}, labels: {} });
  });
});
