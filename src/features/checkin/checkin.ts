// The check-in room's door plate: rounds through the forum, the private window behind their button, and what co-ordinators see of it.
import type { Room } from '../../conversation/feature.ts';
import { followUpDate, quietDate } from './ask.ts';
import { checkinPage } from './checkin-page.ts';
import { directLetter, followUpLetter, noForumLetter, plannedLetter, postLetter } from './letters.ts';
import { nowPage } from './now-page.ts';
import { pausePage } from './pause-page.ts';
import { planPage } from './plan-page.ts';
import { helpPage, quietPage } from './quiet-page.ts';
import { roundDate, roundJob } from './round.ts';

export const checkinRoom: Room = {
  name: 'checkin',
  pages: [checkinPage, planPage, pausePage, quietPage, helpPage, nowPage],
  letters: [postLetter, directLetter, followUpLetter, plannedLetter, noForumLetter],
  dates: [roundDate, followUpDate, quietDate],
  jobs: [roundJob],
};
