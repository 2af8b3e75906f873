// The room of matching events: announcing them, signing up, the rotation of talks, and what people say afterwards. What a matching makes of it is the match room's business.
import type { Room } from '../../conversation/feature.ts';
import { addOnePage, addPage } from './add-page.ts';
import { backOnePage, backPage } from './back-page.ts';
import { deskPage } from './desk-page.ts';
import { changePage, newPage } from './event-form.ts';
import { eventPage } from './event-page.ts';
import { feedbackPage } from './feedback-page.ts';
import { herePage, leftPage } from './here-page.ts';
import { guestLetters } from './letters.ts';
import { listPage } from './list-page.ts';
import { askJob, askLetter, overDate } from './over.ts';
import { peoplePage } from './people-page.ts';
import { planPage, setTalksPage } from './plan-page.ts';
import { postLetter } from './post.ts';
import { rankCheckPage } from './rank-check-page.ts';
import { eraseDate } from './rank-erase.ts';
import { rankPage } from './rank-page.ts';
import { rankingsPage } from './rankings-page.ts';
import { remindDate, remindJob } from './remind.ts';
import { roundJob } from './round.ts';
import { saidPage } from './said-page.ts';
import { talkLetter, talkPage } from './talk-page.ts';
import { tellJob } from './tell.ts';
import { waitingPage } from './waiting-page.ts';

export const eventsRoom: Room = {
  name: 'events',
  pages: [
    listPage,
    eventPage,
    newPage,
    changePage,
    deskPage,
    peoplePage,
    herePage,
    leftPage,
    backPage,
    backOnePage,
    addPage,
    addOnePage,
    setTalksPage,
    planPage,
    talkPage,
    rankPage,
    rankCheckPage,
    feedbackPage,
    rankingsPage,
    saidPage,
    waitingPage,
  ],
  letters: [postLetter, ...guestLetters, talkLetter, askLetter],
  dates: [remindDate, overDate, eraseDate],
  jobs: [tellJob, remindJob, roundJob, askJob],
};
