// The closing room's door plate: the end that was agreed, with looking back, going on for longer and thanks (B17–B19). An early end is the exit room's.
import type { Room } from '../../conversation/feature.ts';
import { askLetter, closingDate, doneLetter, saidLetter } from './ask.ts';
import { closingPage } from './closing-page.ts';
import { listPage } from './list-page.ts';

export const closingRoom: Room = {
  name: 'closing',
  pages: [closingPage, listPage],
  letters: [askLetter, saidLetter, doneLetter],
  dates: [closingDate],
};
