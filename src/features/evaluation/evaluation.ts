// How it goes: both are asked at certain points, each alone; answers are only counted (R37–R39b, R55). What is said in a pairing, a log or an exit is other rooms'.
import type { Room } from '../../conversation/feature.ts';
import { answerPage } from './answer-page.ts';
import { askLetter, beginDate, dueDate, endDate } from './ask.ts';
import { certificatePage } from './certificate-page.ts';
import { listPage } from './list-page.ts';
import { onePage, reportPage } from './report-page.ts';
import { addPage, morePage, settingPage, settingsPage } from './settings-page.ts';

export const evaluationRoom: Room = {
  name: 'evaluation',
  pages: [listPage, answerPage, certificatePage, reportPage, onePage, settingsPage, settingPage, addPage, morePage],
  letters: [askLetter],
  dates: [beginDate, dueDate, endDate],
};
