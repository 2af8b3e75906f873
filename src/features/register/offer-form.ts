// The form of somebody who starts from an offer in the forum (R1): their words become the draft of the story on the card.
import { offer } from './messages.ts';

export const offerFields = () =>
  ({ text: { kind: 'text', ...offer.text, max: 1500, lines: true, optional: false, seenBy: 'pool' } }) as const;
