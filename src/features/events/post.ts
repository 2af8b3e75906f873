// The announcement in the forum: one post for each event, which changes with it. It names nobody.
import { letterOf } from '../../conversation/feature.ts';
import { type Ids, type Notice, note, open, type Part, text } from '../../conversation/notice.ts';
import type { LetterOrder } from '../../conversation/outcome.ts';
import { one } from '../../conversation/plan.ts';
import { sayInstant } from '../../scheme/calendar.ts';
import type { MatchingEvent } from '../../scheme/kinds.ts';
import { factsOf } from './event-facts.ts';
import { labels, letters } from './messages.ts';

/** The order for the post, or for drawing it again. The two have ids of their own, so that an update never takes the place of a post that has not gone out yet. */
export function postOrder(event: string, mode: 'post' | 'update'): LetterOrder {
  return {
    letter: 'event.post',
    ids: { event },
    to: { channel: 'forum' },
    id: `event.post-${event}${mode === 'update' ? '.update' : ''}`,
    place: `event-${event}`,
    mode,
  };
}

function planned(event: MatchingEvent, parts: Part[]): Notice {
  return {
    text: letters.post(event.title),
    parts,
    ...(event.state === 'planned'
      ? { buttons: [open(labels.lookOrSign, 'event.one', { event: event.id }, 'primary')] }
      : {}),
  };
}

export const postLetter = letterOf({
  name: 'event.post',
  class: 'answer',
  plan: (ids: Ids) => ({ event: one('event', ids['event'] ?? 'none') }),
  draw: (turn): Notice | undefined => {
    const { event } = turn.open;
    if (!event) return undefined;
    const { zone, name } = turn.scheme;
    if (event.state === 'off') {
      const parts = [text(letters.postOffHead(event.title, sayInstant(event.at, zone)))];
      return { text: letters.postOff(event.title), parts };
    }
    return planned(event, [
      text(letters.postHead(name)),
      text([{ bold: event.title }]),
      factsOf(event, zone, 'forum'),
      text(letters.postHow),
      note(letters.postNotHere),
    ]);
  },
});
