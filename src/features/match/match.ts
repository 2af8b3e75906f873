// The room of matching: a preview of pairs over everybody available, looked through by co-ordinators, and its release. What a proposal then is has a room of its own.
import type { Room } from '../../conversation/feature.ts';
import { askedPage } from './asked-page.ts';
import { callLetter, callPage } from './call-form.ts';
import { changesPage } from './changes-page.ts';
import { howPage } from './how-form.ts';
import { leftOverLetter, leftOverPage } from './left-over.ts';
import { leftPage } from './left-page.ts';
import { linePage } from './line-page.ts';
import { minePage, personNotesPage } from './mine-page.ts';
import { nextDate, nextJob } from './next-job.ts';
import { nextPage } from './next-page.ts';
import { onePairPage } from './pair-page.ts';
import { prepareJob } from './prepare.ts';
import { releaseJob } from './release.ts';
import { runPage } from './run-page.ts';
import { sentPage } from './sent-page.ts';
import { somePage } from './some-form.ts';
import { stageJob } from './stage.ts';
import { startPage } from './start-page.ts';
import { tidyJob } from './tidy.ts';
import { twoForm } from './two-form.ts';
import { twoPage } from './two-page.ts';
import { waitingPage } from './waiting-page.ts';
import { answersPage, whyForm } from './why-form.ts';
import { whyJob } from './why-job.ts';

export const matchRoom: Room = {
  name: 'match',
  pages: [
    startPage,
    runPage,
    onePairPage,
    linePage,
    leftPage,
    leftOverPage,
    twoForm,
    twoPage,
    waitingPage,
    askedPage,
    nextPage,
    howPage,
    changesPage,
    somePage,
    sentPage,
    callPage,
    whyForm,
    answersPage,
    minePage,
    personNotesPage,
  ],
  letters: [leftOverLetter, callLetter],
  dates: [nextDate],
  jobs: [prepareJob, releaseJob, tidyJob, nextJob, stageJob, whyJob],
};
