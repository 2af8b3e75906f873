// A page to read becomes a window or the home tab; a page longer than Slack can show is parted, with buttons that lead on.
import type { HomeView, KnownBlock, ModalView, PlainTextElement } from '@slack/types';
import type { Button, Notice, Target, View } from '../../conversation/notice.ts';
import { drawButtons, drawParts, drawText } from './draw.ts';
import { LIMITS } from './limits.ts';
import { encodeWay, encodeWindow } from './target.ts';
import { lengthOf, plain } from './text.ts';
import { words } from './words.ts';

export const backButton = (to: Target): Button => ({ label: words.back, to });

/** A window's title; one that is too long for Slack stands in full at the top of the window instead. */
export function titled(title: string): { title: PlainTextElement; heading: KnownBlock[] } {
  if (lengthOf(title) <= LIMITS.windowTitle) return { title: plain(title), heading: [] };
  return { title: plain(words.bot), heading: drawParts([{ part: 'heading', text: title }], '') };
}

const blocksOf = (view: View, team: string): KnownBlock[] => [
  ...drawParts(view.parts, team),
  ...drawButtons([...(view.buttons ?? []), ...(view.back ? [backButton(view.back)] : [])]),
];

function turner(at: Target, page: number, pages: number): KnownBlock[] {
  const { press: _press, ...place } = at;
  const button = (label: string, to: number, nth: number) =>
    ({ type: 'button', action_id: `go:${nth}`, text: plain(label), value: encodeWay(place, to) }) as const;
  const elements = [
    ...(page > 1 ? [button(words.earlier, page - 1, 0)] : []),
    ...(page < pages ? [button(words.more, page + 1, 1)] : []),
  ];
  return [
    { type: 'context', elements: [plain(words.pages(page, pages))] },
    { type: 'actions', elements },
  ];
}

/** One part of a long page; `page` counts from 1. */
function parted(blocks: KnownBlock[], at: Target, page: number, room: number): KnownBlock[] {
  if (blocks.length <= room) return blocks;
  const each = room - 2;
  const pages = Math.ceil(blocks.length / each);
  const now = Math.min(page, pages);
  return [...blocks.slice((now - 1) * each, now * each), ...turner(at, now, pages)];
}

/** A sentence may have to be put at the top of a window later (window.ts). */
const NOTE_ROOM = 1;

/** The window of a page to read. */
export function drawView(view: View, at: Target, team: string, page = 1): ModalView {
  const { title, heading } = titled(view.title);
  const blocks = parted(blocksOf(view, team), at, page, LIMITS.viewBlocks - heading.length - NOTE_ROOM);
  return {
    type: 'modal',
    callback_id: 'mentor',
    title,
    close: plain(words.close),
    private_metadata: encodeWindow(at, {}),
    blocks: [...heading, ...(blocks.length > 0 ? blocks : drawText(view.title, team))],
  };
}

/** Somebody's home tab. */
export function drawHome(view: View, team: string): HomeView {
  return {
    type: 'home',
    callback_id: 'mentor',
    blocks: [...drawParts([{ part: 'heading', text: view.title }], team), ...blocksOf(view, team)],
  };
}

/** A short answer shown in a window that is open already. */
export function drawSaid(notice: Notice, team: string): ModalView {
  const parts = notice.parts ?? [{ part: 'text', text: notice.text } as const];
  return drawView({ title: words.bot, parts, buttons: notice.buttons ?? [] }, { word: 'home' }, team);
}

/** A window without any button, for the time until an answer is there, or when all is done. */
export const drawSentence = (title: string, sentence: string): ModalView => ({
  type: 'modal',
  callback_id: 'mentor',
  title: plain(title),
  close: plain(words.close),
  blocks: drawText(sentence, ''),
});
