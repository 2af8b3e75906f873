// The review room's door plate: looking back on a meeting, and being offered it once.
import type { Room } from '../../conversation/feature.ts';
import { offerDate, offerLetter } from './offer.ts';
import { reviewPage } from './review-page.ts';

export const reviewRoom: Room = {
  name: 'review',
  pages: [reviewPage],
  letters: [offerLetter],
  dates: [offerDate],
};
