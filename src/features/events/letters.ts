// The letters to people who signed up: a neutral line and a button, drawn only while there is something behind it.
import { type Letter, letterOf } from '../../conversation/feature.ts';
import { type Button, type Ids, type Notice, open } from '../../conversation/notice.ts';
import { mine, one } from '../../conversation/plan.ts';
import { takesSignUps } from '../../scheme/events.ts';
import type { MatchingEvent, SignUp } from '../../scheme/kinds.ts';
import { labels, letters } from './messages.ts';
import { eventIn } from './mine.ts';

/** About an event that somebody signed up for; it vanishes when it is not true any more. */
const toGuest = (
  name: string,
  isTrue: (event: MatchingEvent, signup: SignUp, now: number) => boolean,
  more: Button[] = [],
): Letter =>
  letterOf({
    name,
    class: 'answer',
    plan: (ids: Ids) => ({ event: one('event', eventIn(ids)), signup: one('signup', mine(`-${eventIn(ids)}`)) }),
    draw: (turn): Notice | undefined => {
      const { event, signup } = turn.open;
      if (!event || !signup || signup.person !== turn.actor.person?.id) return undefined;
      if (!isTrue(event, signup, turn.now)) return undefined;
      return {
        text: letters.something,
        buttons: [open(labels.open, 'event.one', { event: event.id }, 'primary'), ...more],
      };
    },
  });

export const guestLetters: Letter[] = [
  toGuest('event.moved-up', (event, signup, now) => signup.state === 'in' && takesSignUps(event, now)),
  toGuest('event.news', (event, _signup, now) => now < event.endsAt),
  toGuest(
    'event.reminder',
    (event, signup, now) => signup.state === 'in' && event.state === 'planned' && now < event.at,
    [open(letters.fewer, 'me.reminders')],
  ),
  toGuest('event.back', (_event, signup) => signup.takenBackAt !== undefined && !signup.attended),
];
