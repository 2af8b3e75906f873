// The room of objectives: its door plate. The mentee's own, with steps and what shows them; the mentor proposes and comments (F11, R32–R34).
import type { Room } from '../../conversation/feature.ts';
import { askDate, askLetter, metLetter, newsLetter } from './letters.ts';
import { allPage, objectivePage, objectivesPage } from './objective-pages.ts';
import { cheerDate, cheerLetter } from './reached.ts';
import { commentPage, datePage, evidencePage, proposePage, reviewPage } from './work-pages.ts';
import { closePage, editPage, newPage } from './write-pages.ts';

export const objectivesRoom: Room = {
  name: 'objectives',
  pages: [
    ...[objectivesPage, objectivePage, allPage, newPage, editPage, closePage],
    ...[evidencePage, reviewPage, proposePage, commentPage, datePage],
  ],
  letters: [newsLetter, metLetter, askLetter, cheerLetter],
  dates: [askDate, cheerDate],
};
