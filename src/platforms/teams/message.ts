// A drawn notice or card as Teams takes it: one activity. What is in it was drawn elsewhere.
import { CARD_TYPE, type Card, type Mention } from './card.ts';

export type Attachment = { contentType: string; content?: unknown; name?: string; contentUrl?: string };
export type Message = {
  type: 'message';
  summary: string;
  text?: string;
  textFormat?: 'markdown';
  attachments?: Attachment[];
  entities?: Mention[];
};

export const attached = (card: Card): Attachment => ({ contentType: CARD_TYPE, content: card });

/** The activity of a notice. */
export function messageOf(drawn: { summary: string; text: string; card?: Card; mentions: Mention[] }): Message {
  const { summary, text, card, mentions } = drawn;
  return {
    type: 'message',
    summary,
    ...(text === '' ? {} : { text, textFormat: 'markdown' }),
    ...(card ? { attachments: [attached(card)] } : {}),
    ...(mentions.length > 0 ? { entities: mentions } : {}),
  };
}

export const cardMessage = (card: Card, summary: string): Message => ({
  type: 'message',
  summary,
  attachments: [attached(card)],
});
