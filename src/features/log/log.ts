// The learning log (F14, R35, R36): written, read, searched, changed, deleted and taken along by its owner alone. What leads here: a review, and the page of a pair.
import type { Room } from '../../conversation/feature.ts';
import { aimPage } from './aim-page.ts';
import { copyPage } from './copy-page.ts';
import { entryPage } from './entry-page.ts';
import { exportPage } from './export-page.ts';
import { findPage, foundPage } from './find-page.ts';
import { listPage } from './list-page.ts';
import { morePage } from './more-page.ts';
import { editPage, newPage } from './new-page.ts';
import { nextPage } from './next-page.ts';

export const logRoom: Room = {
  name: 'log',
  pages: [
    listPage,
    newPage,
    editPage,
    morePage,
    entryPage,
    copyPage,
    findPage,
    foundPage,
    aimPage,
    nextPage,
    exportPage,
  ],
};
