// A notice becomes a message: a card for those who look at it, and the neutral line for previews and screen readers.
import type { Notice, Target } from '../../conversation/notice.ts';
import { type Card, cardOf, type Mention } from './card.ts';
import { drawButtons, drawParts, type Hand, partsOf, textsIn, type Way } from './draw.ts';
import { mentionsOf, namedIn } from './mentions.ts';
import { marked, type Names, type Pen } from './text.ts';
import { words } from './words.ts';

/** Where a message goes, and how forms are opened from it. */
export type NoticeOptions = { names: Names; forms: 'dialog' | 'chat'; to: 'person' | 'channel' };

/**
 * `summary` is the activity's summary. `text` is empty unless a channel post names people: then the parts that name them stand there, for
 * every client tells the people mentioned in a text, and `mentions` are the activity's entities. In a personal chat mentions stand in the
 * card, which carries their entities itself, and `mentions` is empty.
 */
export type DrawnNotice = { summary: string; text: string; card?: Card; mentions: Mention[] };

/** How buttons of a message open what they lead to. */
export const wayOf = (forms: 'dialog' | 'chat'): Way => (forms === 'dialog' ? 'fetch' : 'execute');

/** Whose and which names have to be looked up before a notice is drawn. */
export const namedInNotice = (notice: Notice): { people: string[]; channels: string[] } =>
  namedIn(textsIn(partsOf(notice)));

/** The message of a notice. */
export function drawNotice(notice: Notice, { names, forms, to }: NoticeOptions): DrawnNotice {
  const parts = partsOf(notice);
  const mentions = mentionsOf(namedInNotice(notice).people, names);
  const pen: Pen = { names, mentions };
  const isTold = (texts: typeof parts): boolean => mentionsOf(namedIn(textsIn(texts)).people, names).length > 0;
  const inText = to === 'channel' ? parts.filter(part => part.part === 'text' && isTold([part])) : [];
  const left = parts.filter(part => !inText.includes(part));
  const hand: Hand = { ...pen, way: wayOf(forms) };
  const body = [...drawParts(left, hand), ...drawButtons(notice.buttons ?? [], hand)];
  const inCard = mentionsOf(namedIn(textsIn(left)).people, names).filter(({ text }) =>
    JSON.stringify(body).includes(text),
  );
  return {
    summary: notice.text,
    text: textsIn(inText)
      .map(text => marked(text, pen))
      .join('\n\n'),
    ...(body.length > 0 ? { card: cardOf(body, inCard.length > 0 ? { entities: inCard } : {}) } : {}),
    mentions: inText.length > 0 ? mentionsOf(namedIn(textsIn(inText)).people, names) : [],
  };
}

/** A message with a button that opens a page: the page itself is private and does not stand in the message. */
export const doorstep = (at: Target, label: string = words.open): Notice => {
  const { press: _press, ...to } = at;
  return { text: words.ready, buttons: [{ label, to, style: 'primary' }] };
};
