// The room of the forum: experiences, offers, requests and questions, by name or without; read by everybody, looked after by co-ordinators (F20).
import type { Room } from '../../conversation/feature.ts';
import { answeredJob, answeredLetter } from './answered.ts';
import { deskPage, downPage, lookPage } from './desk-page.ts';
import { forumLetters } from './letters.ts';
import { findPage, listPage } from './list-page.ts';
import { mineOnePage, minePage } from './mine-page.ts';
import { storyPage } from './story-page.ts';
import { writePage } from './write-page.ts';

export const forumRoom: Room = {
  name: 'forum',
  pages: [listPage, findPage, storyPage, writePage, minePage, mineOnePage, deskPage, lookPage, downPage],
  letters: [...forumLetters, answeredLetter],
  jobs: [answeredJob],
};
