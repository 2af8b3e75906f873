// Parts and buttons become Slack's blocks. What a window, home page or message is made of: draw-view.ts, draw-form.ts, draw-notice.ts.
import type { ActionsBlock, KnownBlock, Button as SlackButton } from '@slack/types';
import type { Button, Part, Span, Text } from '../../conversation/notice.ts';
import { LIMITS } from './limits.ts';
import { encodeWay } from './target.ts';
import { bare, inPieces, lengthOf, marked, plain, richSection, shortened, webAddress } from './text.ts';

/** Our own limit was passed: a room asks for more than Slack can show. Never caused by what a person did. */
export class DoesNotFit extends Error {
  override name = 'DoesNotFit';
}

/** A button; `nth` tells the buttons of one block apart. */
export function drawButton(button: Button, nth = 0): SlackButton {
  const base = { type: 'button', text: plain(shortened(button.label, LIMITS.buttonText)) } as const;
  const style = button.style ? { style: button.style } : {};
  if ('url' in button) {
    const url = webAddress(button.url);
    if (!url) throw new DoesNotFit('a button leads to something that is no web address');
    return { ...base, ...style, action_id: `link:${nth}`, url };
  }
  const { confirm } = button;
  return {
    ...base,
    ...style,
    action_id: `go:${nth}`,
    value: encodeWay(button.to),
    ...(confirm
      ? {
          confirm: {
            title: plain(confirm.title),
            text: plain(confirm.text),
            confirm: plain(confirm.yes),
            deny: plain(confirm.no),
          },
        }
      : {}),
  };
}

/** Buttons side by side, in as many blocks as they need. */
export function drawButtons(buttons: Button[]): ActionsBlock[] {
  const blocks: ActionsBlock[] = [];
  for (let from = 0; from < buttons.length; from += LIMITS.actionsElements) {
    const some = buttons.slice(from, from + LIMITS.actionsElements);
    blocks.push({ type: 'actions', elements: some.map((button, nth) => drawButton(button, nth)) });
  }
  return blocks;
}

/** Words on their own: as they stand when nobody formatted them, else as rich text, in which nothing typed comes alive. */
export function drawText(text: Text, team: string): KnownBlock[] {
  if (typeof text !== 'string') return [{ type: 'rich_text', elements: [richSection(text, team)] }];
  return inPieces(text).map(piece => ({ type: 'section', text: plain(piece) }));
}

function drawHeading(text: string, team: string): KnownBlock[] {
  if (lengthOf(text) <= LIMITS.header) return [{ type: 'header', text: plain(text) }];
  return drawText([{ bold: text }], team);
}

function drawNote(text: Text, team: string): KnownBlock[] {
  const note = marked(text, team);
  const fits = lengthOf(note.text) <= LIMITS.text;
  if (!fits && typeof text !== 'string') return drawText(text, team);
  const pieces = fits ? [note] : inPieces(note.text).map(plain);
  return pieces.map(piece => ({ type: 'context', elements: [piece] }));
}

function drawRow(text: Text, button: Button | undefined, team: string): KnownBlock[] {
  const row = marked(text, team);
  const accessory = button ? { accessory: drawButton(button) } : {};
  if (lengthOf(row.text) <= LIMITS.text) return [{ type: 'section', text: row, ...accessory }];
  const [first = '', ...rest] = inPieces(bare(text));
  return [
    { type: 'section', text: plain(first), ...accessory },
    ...rest.map((piece): KnownBlock => ({ type: 'section', text: plain(piece) })),
  ];
}

function drawFacts(facts: [string, Text][], team: string): KnownBlock[] {
  if (facts.length === 0) return [];
  const lines = facts.flatMap(([label, value], nth): Span[] => [
    ...(nth > 0 ? ['\n'] : []),
    { bold: label },
    '  ',
    ...[value].flat(),
  ]);
  return [{ type: 'rich_text', elements: [richSection(lines, team)] }];
}

/** Items with a dot before each. */
export function drawList(items: Text[], team: string): KnownBlock[] {
  if (items.length === 0) return [];
  const elements = items.map(item => richSection(item, team));
  return [{ type: 'rich_text', elements: [{ type: 'rich_text_list', style: 'bullet', elements }] }];
}

/** One part of a text. `team` is the workspace whose people and channels can be named. */
export function drawPart(part: Part, team: string): KnownBlock[] {
  switch (part.part) {
    case 'text':
      return drawText(part.text, team);
    case 'heading':
      return drawHeading(part.text, team);
    case 'note':
      return drawNote(part.text, team);
    case 'facts':
      return drawFacts(part.facts, team);
    case 'list':
      return drawList(part.items, team);
    case 'row':
      return drawRow(part.text, part.button, team);
    case 'buttons':
      return drawButtons(part.buttons);
    case 'line':
      return [{ type: 'divider' }];
  }
}

export const drawParts = (parts: Part[], team: string): KnownBlock[] => parts.flatMap(part => drawPart(part, team));
