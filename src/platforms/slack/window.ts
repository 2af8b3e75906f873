// A window as it comes back from Slack: what it was drawn for, what stands in it, and how to draw it again with a sentence at its top.
import type { KnownBlock, ModalView } from '@slack/types';
import { fieldOf, readWindow, type State } from './read-answers.ts';
import type { Typed } from './standing.ts';
import { decodeWindow, encodeWindow, type WindowMark } from './target.ts';
import { plain } from './text.ts';
import { words } from './words.ts';

type Label = { type: 'plain_text'; text: string };
/** The parts of a `view` in a payload that we read. */
export type SentWindow = {
  id: string;
  hash: string;
  type?: string;
  private_metadata?: string;
  title?: Label | null;
  submit?: Label | null;
  close?: Label | null;
  blocks: KnownBlock[];
  state?: { values?: State };
};

/** The sentence at the top; the next one takes its place. */
const NOTE = 'mentor-note';

/** What a window was drawn for; undefined when it is not one of ours. */
export const markOf = (view: SentWindow): WindowMark | undefined => decodeWindow(view.private_metadata);

/** What stands in a window. */
export const typedIn = (view: SentWindow, team: string): Typed => readWindow(view.state?.values ?? {}, team);

/** The first block of a field, where Slack shows a sentence about it; undefined when the window has no such question. */
export function blockOf(view: SentWindow, name: string): string | undefined {
  return view.blocks.find(block => block.type === 'input' && fieldOf(block.block_id ?? '')?.name === name)?.block_id;
}

export const firstQuestion = (view: SentWindow): string | undefined =>
  view.blocks.find(block => block.type === 'input')?.block_id;

/** The same window with a sentence at its top: equal block ids keep what was typed. A second press stays the same deed. */
export function withNote(view: SentWindow, sentence: string): ModalView {
  const mark = markOf(view);
  const metadata = mark ? encodeWindow(mark.at, mark.drawn, mark.firstHash ?? view.hash) : '';
  return {
    type: 'modal',
    callback_id: 'mentor',
    title: plain(view.title?.text ?? words.bot),
    ...(view.submit ? { submit: plain(view.submit.text) } : {}),
    ...(view.close ? { close: plain(view.close.text) } : {}),
    private_metadata: metadata,
    blocks: [
      { type: 'section', block_id: NOTE, text: plain(sentence) },
      ...view.blocks.filter(block => block.block_id !== NOTE),
    ],
  };
}
