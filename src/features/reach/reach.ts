// The room where two people of a pairing say how they can be reached, and send each other notes where they share no chat.
import type { Room } from '../../conversation/feature.ts';
import { noteLetter, noteOver, notePage, readPage } from './note-pages.ts';
import { sharePage } from './share-form.ts';

export const reachRoom: Room = {
  name: 'reach',
  pages: [sharePage, notePage, readPage],
  letters: [noteLetter],
  dates: [noteOver],
};
