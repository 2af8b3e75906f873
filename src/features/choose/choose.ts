// The room of choosing: a mentee looks through mentors' cards and says whom to ask, in order. What being asked is, and what follows from an answer, is the propose room's.
import type { Room } from '../../conversation/feature.ts';
import { browsePage } from './browse-page.ts';
import { findPage } from './find-form.ts';
import { newsLetter } from './letters.ts';
import { listPage } from './list-page.ts';
import { lookingPage } from './looking-page.ts';
import { mentorPage } from './mentor-page.ts';
import { nextRule } from './next.ts';

export const chooseRoom: Room = {
  name: 'choose',
  pages: [browsePage, findPage, mentorPage, listPage, lookingPage],
  letters: [newsLetter],
  dates: [nextRule],
};
