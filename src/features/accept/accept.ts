// The room of answering registrations: the list, one registration, the training that may stand before matching.
import type { Room } from '../../conversation/feature.ts';
import { acceptDates, acceptLetters } from './letters.ts';
import { listPage } from './list-page.ts';
import { askPage, claimPage, declinePage, onePage } from './one-pages.ts';
import { severalPage } from './several-page.ts';
import { trainingPage, trainingSeveralPage } from './training-page.ts';

export const acceptRoom: Room = {
  name: 'accept',
  pages: [listPage, severalPage, onePage, askPage, declinePage, claimPage, trainingPage, trainingSeveralPage],
  letters: acceptLetters,
  dates: acceptDates,
};
