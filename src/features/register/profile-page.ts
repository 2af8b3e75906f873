// The page behind `profile`: what I wrote, and ways to change it.
import { type Page, pageOf } from '../../conversation/feature.ts';
import { minePlan } from './mine.ts';
import { profileView } from './profile-view.ts';

export const profilePage: Page = pageOf({
  word: 'profile',
  for: 'anyone',
  plan: minePlan,
  show: turn => profileView(turn),
});
