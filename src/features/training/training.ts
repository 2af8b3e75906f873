// The room of training: sessions per role and on topics people ask for, signing up, who was there, and what that opens. Who waits for it is answered in the accept room.
import type { Room } from '../../conversation/feature.ts';
import { addOnePage, addPage } from './add-page.ts';
import { askPage } from './ask-page.ts';
import { askedPage } from './asked-page.ts';
import { backOnePage, backPage } from './back-page.ts';
import { camePage } from './came-page.ts';
import { checkPage, seenPage } from './check-page.ts';
import { deskPage } from './desk-page.ts';
import { expiryDates, expiryLetters } from './expiry.ts';
import { feedbackPage } from './feedback-page.ts';
import { inviteJob, settleJob, waitingJob } from './invite.ts';
import { sessionLetters } from './letters.ts';
import { listPage } from './list-page.ts';
import { peoplePage } from './people-page.ts';
import { overDate, remindDate, remindJob } from './remind.ts';
import { saidPage } from './said-page.ts';
import { changePage, newPage } from './session-form.ts';
import { sessionPage } from './session-page.ts';
import { tellJob } from './tell.ts';

export const trainingRoom: Room = {
  name: 'training',
  pages: [
    listPage,
    sessionPage,
    newPage,
    changePage,
    deskPage,
    peoplePage,
    camePage,
    addPage,
    addOnePage,
    backPage,
    backOnePage,
    feedbackPage,
    saidPage,
    checkPage,
    seenPage,
    askPage,
    askedPage,
  ],
  letters: [...sessionLetters, ...expiryLetters],
  dates: [remindDate, overDate, ...expiryDates],
  jobs: [tellJob, remindJob, inviteJob, waitingJob, settleJob],
};
