// The letters of the forum: the post in the channel, word to co-ordinators that something waits, and neutral word to an author.
import { type Letter, letterOf } from '../../conversation/feature.ts';
import { type Ids, type Notice, open, text } from '../../conversation/notice.ts';
import { one, page } from '../../conversation/plan.ts';
import type { Contribution } from '../../scheme/kinds.ts';
import { labels, letters } from './messages.ts';
import { storyParts } from './parts.ts';
import { storyIn } from './story-page.ts';

const COUNTED = 20;

/** Its author has put it there. It says no more than everybody reads, and goes when it is taken back or down. */
const postLetter = letterOf({
  name: 'forum.post',
  class: 'answer',
  plan: (ids: Ids) => ({ story: one('story', storyIn(ids)) }),
  draw: ({ open: { story }, scheme }): Notice | undefined =>
    story && scheme.stories !== 'off'
      ? {
          text: letters.post(story.title),
          parts: storyParts(story, scheme),
          buttons: [open(letters.postRead, 'forum.one', { story: story.id })],
        }
      : undefined,
});

const waitingLetter = letterOf({
  name: 'forum.waiting',
  class: 'answer',
  plan: () => ({ waiting: page('contribution', 'contribution.state:waiting', { max: COUNTED, oldestFirst: true }) }),
  draw: (turn, ids): Notice | undefined => {
    const n = turn.open.waiting.length;
    if (n === 0 && ids['how'] === 'post') return undefined;
    const says = letters.waiting(n, turn.more['waiting'] !== undefined);
    return {
      text: says,
      parts: [text([{ bold: says }])],
      ...(n > 0 ? { buttons: [open(labels.look, 'forum.desk', {}, 'primary')] } : {}),
    };
  },
});

const toAuthor = (name: string, state: Contribution['state']): Letter =>
  letterOf({
    name,
    class: 'answer',
    plan: (ids: Ids) => ({ written: one('contribution', storyIn(ids)) }),
    draw: ({ open: { written }, actor }): Notice | undefined =>
      written && written.person === actor.person?.id && written.state === state
        ? { text: letters.something, buttons: [open(letters.open, 'forum.mine.one', { story: written.id })] }
        : undefined,
  });

export const forumLetters: Letter[] = [
  postLetter,
  waitingLetter,
  toAuthor('forum.shown', 'shown'),
  toAuthor('forum.down', 'down'),
];
