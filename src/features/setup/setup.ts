// The room where co-ordinators set up the scheme and change it. What it leaves to others: the desk (what needs them), and all that follows from a setting.
import type { Room } from '../../conversation/feature.ts';
import { basicsPage } from './basics-form.ts';
import { betweenPage } from './between-form.ts';
import { channelsPage, checkedPage } from './channels.ts';
import { asksLetter, coordinatorsPage, joinPage, welcomeLetter } from './coordinators.ts';
import { checkPage, checksPage, criteriaPage, trainingPage } from './criteria.ts';
import { forumPage } from './forum-form.ts';
import { invitationLetter } from './invitation.ts';
import { keepingPage } from './keeping-form.ts';
import { matchingPage } from './matching.ts';
import { closedPage, externalPage, numbersPage, rhythmPage, textsPage } from './more-forms.ts';
import { addOptionsPage, optionPage, optionsPage } from './options.ts';
import { overviewPage } from './overview.ts';
import { arbiterPage, peoplePage, personPage } from './people.ts';
import { changedLetter, rippleJob } from './ripple.ts';
import { sessionsPage } from './sessions-form.ts';
import { stepsPage } from './steps-form.ts';

export const setupRoom: Room = {
  name: 'setup',
  pages: [
    overviewPage,
    basicsPage,
    channelsPage,
    checkedPage,
    coordinatorsPage,
    joinPage,
    peoplePage,
    personPage,
    arbiterPage,
    criteriaPage,
    checksPage,
    checkPage,
    trainingPage,
    optionsPage,
    optionPage,
    addOptionsPage,
    externalPage,
    textsPage,
    closedPage,
    numbersPage,
    rhythmPage,
    stepsPage,
    sessionsPage,
    forumPage,
    betweenPage,
    matchingPage,
    keepingPage,
  ],
  letters: [invitationLetter, asksLetter, welcomeLetter, changedLetter],
  jobs: [rippleJob],
};
