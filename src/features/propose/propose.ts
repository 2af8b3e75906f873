// The room of proposals and introductions: from being asked to "your mentor Sam". Who is put forward to whom is decided elsewhere.
import type { Room } from '../../conversation/feature.ts';
import { dates } from './dates.ts';
import { letters } from './letters.ts';
import { pairPage } from './pair-page.ts';
import { proposalPage } from './proposal-page.ts';

export const proposeRoom: Room = { name: 'propose', pages: [proposalPage, pairPage], letters, dates };
