// The exit room's door plate: ending a pairing, what the co-ordinators do about it, what each of the two does next, and help before it comes to that.
import type { Room } from '../../conversation/feature.ts';
import { closePage } from './close-page.ts';
import { freeAgainDate, releaseDate, unreadDate, warnDate } from './dates.ts';
import { difficultyPage } from './difficulty-page.ts';
import { endPage } from './end-page.ts';
import { exitPage } from './exit-page.ts';
import { alertLetter, noticeLetter, offerLetter, unreadLetter, warnLetter } from './letters.ts';
import { listPage } from './list-page.ts';
import { offerPage } from './offer-page.ts';
import { readPage } from './read-page.ts';
import { reopenedLetter, reopenLetter, reopenPage } from './reopen-page.ts';
import { stillDate, stillLetter, stillPage } from './still-page.ts';
import { theirsPage } from './theirs-page.ts';

export const exitRoom: Room = {
  name: 'exit',
  pages: [
    exitPage,
    endPage,
    readPage,
    closePage,
    offerPage,
    difficultyPage,
    reopenPage,
    stillPage,
    theirsPage,
    listPage,
  ],
  letters: [
    alertLetter,
    unreadLetter,
    warnLetter,
    noticeLetter,
    offerLetter,
    reopenLetter,
    reopenedLetter,
    stillLetter,
  ],
  dates: [unreadDate, warnDate, releaseDate, freeAgainDate, stillDate],
};
