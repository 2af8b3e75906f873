// The room of registering: what there is to read, the ways in, the forms, and what becomes of a registration for the one who sent it.
import { type Letter, letterOf, type Room } from '../../conversation/feature.ts';
import { open } from '../../conversation/notice.ts';
import { mine, one } from '../../conversation/plan.ts';
import { answerPage } from './answer-page.ts';
import { chainPages } from './chain-pages.ts';
import { claimPage } from './claim-page.ts';
import { externalPage, frontPage } from './front.ts';
import { letter } from './messages.ts';
import { morePages } from './more-pages.ts';
import { profilePage } from './profile-page.ts';
import { readingPages } from './reading.ts';
import { checkPage, statusPage } from './send.ts';

/** The receipt stays in the chat, so that there is a way back to it; who has the form and by when stands behind the button. */
const receipt: Letter = letterOf({
  name: 'register.receipt',
  class: 'answer',
  plan: () => ({ mentor: one('registration', mine('-mentor')), mentee: one('registration', mine('-mentee')) }),
  draw: turn => {
    const waits = [turn.open.mentor, turn.open.mentee].some(registration => registration?.state === 'submitted');
    return waits ? { text: letter.received, buttons: [open(letter.open, 'register.status')] } : undefined;
  },
});

export const registerRoom: Room = {
  name: 'register',
  pages: [
    frontPage,
    externalPage,
    ...readingPages,
    ...chainPages,
    checkPage,
    statusPage,
    answerPage,
    profilePage,
    ...morePages,
    claimPage,
  ],
  letters: [receipt],
};
