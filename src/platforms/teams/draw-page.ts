// What somebody is shown privately: a page to read, a form or a short answer, in a dialog or as a card in their personal chat. A page longer than Teams takes is parted, with buttons that lead on.
import type { Form, Option } from '../../conversation/form.ts';
import type { Button, Target, Text, View } from '../../conversation/notice.ts';
import type { Reply } from '../platform.ts';
import { type Card, type CardElement, cardOf } from './card.ts';
import { carry } from './carried.ts';
import { bytesOf } from './check.ts';
import { lengthOf } from './dead.ts';
import { act, drawButtons, drawHeading, drawParts, type Hand, inSets, partsOf, textsIn } from './draw.ts';
import { backButton, drawForm } from './draw-form.ts';
import { wayOf } from './draw-notice.ts';
import type { Found } from './draw-people.ts';
import { LIMITS } from './limits.ts';
import { namedIn } from './mentions.ts';
import type { Typed } from './standing.ts';
import { drawText, type Names } from './text.ts';
import { words } from './words.ts';

export type PageOptions = {
  way: 'dialog' | 'chat';
  /** `teams/<tenant>`: where accounts and channels can be chosen. */
  lane: string;
  names: Names;
  /** Which part of a long page; from 1. */
  page?: number;
  /** The same form sent twice with the same answers, or the same button of this page pressed twice, is one deed. */
  nonce?: string;
  /** What somebody had typed on the same page. */
  typed?: Typed;
  found?: Found;
  /** Channels that can be chosen. */
  channels?: Option[];
  /** Buttons of the door's own, such as a link to a file; they stand first. */
  extra?: Button[];
};

/** `title` stands above a dialog; in the chat it stands in the card already. */
export type DrawnPage = { title: string; card: Card; height: 'small' | 'medium' | 'large'; width: 'medium' };

const HOME: Target = { word: 'home' };

type Sheet = { title: string; at: Target; body: CardElement[]; isForm: boolean };

const ofView = ({ parts, buttons = [], back }: View, hand: Hand): CardElement[] => [
  ...drawParts(parts, hand),
  ...drawButtons([...buttons, ...(back ? [backButton(back)] : [])], hand),
];

function sheetOf(reply: Reply, hand: Hand, options: PageOptions): Sheet {
  switch (reply.show) {
    case 'form': {
      const { form, at, drawn, problems } = reply;
      const { nonce, typed, found, channels } = options;
      const body = drawForm({ form, at, drawn, problems, nonce, typed, found, channels }, hand, options.lane);
      return { title: form.title, at, body, isForm: true };
    }
    case 'view':
      return { title: reply.view.title, at: reply.at, body: ofView(reply.view, hand), isForm: false };
    case 'say': {
      const { notice } = reply;
      const view = { title: words.bot, parts: partsOf(notice), buttons: notice.buttons ?? [] };
      return { title: words.bot, at: HOME, body: ofView(view, hand), isForm: false };
    }
    case 'close':
      return { title: words.bot, at: HOME, body: drawText(words.doneText, hand), isForm: false };
  }
}

/** The elements in as many pages as Teams needs for them; `frame` is what stands on each besides. */
function pagesOf(elements: CardElement[], frame: number): CardElement[][] {
  const pages: CardElement[][] = [[]];
  let used = frame;
  for (const element of elements) {
    const size = bytesOf(element) + 1;
    if (used + size > LIMITS.pageBytes && pages.at(-1)?.length) {
      pages.push([]);
      used = frame;
    }
    pages.at(-1)?.push(element);
    used += size;
  }
  return pages;
}

function turner(at: Target, page: number, pages: number, hand: Hand): CardElement[] {
  const { press: _press, ...place } = at;
  const button = (title: string, to: number) => act(hand.way, { title }, carry('open', place, { page: to }));
  return [
    ...drawText(words.pages(page, pages), hand, { isQuiet: true }),
    ...inSets([
      ...(page > 1 ? [button(words.earlier, page - 1)] : []),
      ...(page < pages ? [button(words.more, page + 1)] : []),
    ]),
  ];
}

/** The part of a long page that is asked for. */
function parted({ body, at, isForm }: Sheet, heading: CardElement[], page: number, hand: Hand): CardElement[] {
  const whole = [...heading, ...body];
  // In the chat a card says its width as well.
  if (isForm || bytesOf(cardOf(whole, { width: 'Full' })) <= LIMITS.pageBytes) return whole;
  const frame = bytesOf(cardOf([...heading, ...turner(at, 2, 3, hand)])) + 100;
  const pages = pagesOf(body, frame);
  const now = Math.min(Math.max(page, 1), pages.length);
  return [...heading, ...(pages[now - 1] ?? []), ...turner(at, now, pages.length, hand)];
}

function heightOf({ body, isForm }: Sheet): DrawnPage['height'] {
  if (body.length > 12) return 'large';
  return body.length > 4 || isForm ? 'medium' : 'small';
}

/** What a reply shows, in a dialog or as a card of the personal chat. */
export function drawPage(reply: Reply, options: PageOptions): DrawnPage {
  const { way, names, page = 1, extra = [] } = options;
  const hand: Hand = { names, mentions: [], way: way === 'dialog' ? 'submit' : 'execute', nonce: options.nonce };
  const sheet = sheetOf(reply, hand, options);
  const isShort = lengthOf(sheet.title) <= LIMITS.dialogTitle;
  const heading = way === 'chat' || !isShort ? [drawHeading(sheet.title)] : [];
  const body = parted({ ...sheet, body: [...drawButtons(extra, hand), ...sheet.body] }, heading, page, hand);
  return {
    title: isShort ? sheet.title : words.bot,
    card: cardOf(body, way === 'chat' ? { width: 'Full' } : {}),
    height: heightOf(sheet),
    width: 'medium',
  };
}

/** Somebody's home card, a message in their personal chat. */
export function drawHome(view: View, { names, forms }: { names: Names; forms: 'dialog' | 'chat' }): Card {
  const hand: Hand = { names, mentions: [], way: wayOf(forms) };
  return cardOf([drawHeading(view.title), ...ofView(view, hand)]);
}

function textsOf(screen: Form | View): Text[] {
  return 'fields' in screen ? textsIn(screen.intro) : textsIn(screen.parts);
}

/** Whose and which names have to be looked up before a reply is drawn. */
export function namedInReply(reply: Reply, typed?: Typed): { people: string[]; channels: string[] } {
  if (reply.show === 'close') return { people: [], channels: [] };
  if (reply.show === 'say') return namedIn(textsIn(partsOf(reply.notice)));
  if (reply.show === 'view') return namedIn(textsOf(reply.view));
  const { form } = reply;
  const { people, channels } = namedIn(textsOf(form));
  const standing = (kind: 'account' | 'channel') =>
    Object.entries(form.fields).flatMap(([name, field]) => {
      if (field.kind !== kind) return [];
      const own = (form.values as Record<string, unknown> | undefined)?.[name];
      return [own, typed?.answers[name]].filter((value): value is string => typeof value === 'string');
    });
  return {
    people: [...new Set([...people, ...standing('account')])],
    channels: [...new Set([...channels, ...standing('channel')])],
  };
}
