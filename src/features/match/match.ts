// The room of matching: a preview of pairs over everybody available, looked through by co-ordinators, and its release. What a proposal then is has a room of its own.
import type { Room } from '../../conversation/feature.ts';
import { askedPage } from './asked-page.ts';
import { leftOverLetter, leftOverPage } from './left-over.ts';
import { leftPage } from './left-page.ts';
import { linePage } from './line-page.ts';
import { nextDate, nextJob } from './next-job.ts';
import { nextPage } from './next-page.ts';
import { onePairPage } from './pair-page.ts';
import { prepareJob } from './prepare.ts';
import { releaseJob } from './release.ts';
import { runPage } from './run-page.ts';
import { startPage } from './start-page.ts';
import { tidyJob } from './tidy.ts';
import { twoForm } from './two-form.ts';
import { twoPage } from './two-page.ts';
import { waitingPage } from './waiting-page.ts';

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
  ],
  letters: [leftOverLetter],
  dates: [nextDate],
  jobs: [prepareJob, releaseJob, tidyJob, nextJob],
};
