// Word to a mentee whose list has gone on by itself or come to its end: a neutral line and a button. Gone when they have been introduced meanwhile, or took it back.
import { letterOf } from '../../conversation/feature.ts';
import { type Ids, open } from '../../conversation/notice.ts';
import { one } from '../../conversation/plan.ts';
import { messages } from './messages.ts';

const words = messages.letter;

export const newsLetter = letterOf({
  name: 'choose.news',
  class: 'answer',
  plan: (ids: Ids) => ({ wish: one('wish', ids['wish'] ?? '') }),
  draw: ({ open: { wish }, actor }) =>
    wish && wish.person === actor.person?.id && ['asking', 'over', 'aside'].includes(wish.state)
      ? { text: words.something, buttons: [open(words.open, 'choose', {}, 'primary')] }
      : undefined,
});
