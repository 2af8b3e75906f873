// A notice becomes a message: blocks for those who look at it, and the neutral line for previews and screen readers.
import type { KnownBlock } from '@slack/types';
import type { Notice, Target } from '../../conversation/notice.ts';
import { drawButtons, drawParts } from './draw.ts';
import { escaped } from './text.ts';
import { words } from './words.ts';

export type Message = { text: string; blocks: KnownBlock[] };

/** The message of a notice. */
export function drawNotice(notice: Notice, team: string): Message {
  const parts = notice.parts ?? [{ part: 'text', text: notice.text } as const];
  return {
    text: escaped(notice.text),
    blocks: [...drawParts(parts, team), ...drawButtons(notice.buttons ?? [])],
  };
}

/** Where no window can be opened, a button that opens it. The page itself is private and does not stand in the message. */
export const doorstep = (at: Target): Notice => {
  const { press: _press, ...to } = at;
  return { text: words.ready, buttons: [{ label: words.open, to, style: 'primary' }] };
};
