// The meeting room's door plate: a time for the next meeting, its agenda, reminders, and that somebody can't make it (F12, R19, R20, R25–R30).
import type { Room } from '../../conversation/feature.ts';
import { agendaPage, pointPage } from './agenda-page.ts';
import { guidePage } from './guide-page.ts';
import { newsLetter, remindDate, reminderLetter } from './letters.ts';
import { meetingPage } from './meeting-page.ts';
import { namePage } from './name-page.ts';
import { offLetter, offPage } from './off.ts';
import { pastOnePage, pastPage } from './past-page.ts';
import { timesPage } from './times-page.ts';

export const meetingRoom: Room = {
  name: 'meeting',
  pages: [meetingPage, timesPage, agendaPage, pointPage, namePage, guidePage, offPage, pastPage, pastOnePage],
  letters: [newsLetter, reminderLetter, offLetter],
  dates: [remindDate],
};
