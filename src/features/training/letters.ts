// The letters about sessions: a neutral line and a button, drawn only while there is something behind it.
import { type Letter, letterOf } from '../../conversation/feature.ts';
import { type Button, type Ids, type Notice, open } from '../../conversation/notice.ts';
import { mine, one } from '../../conversation/plan.ts';
import { mustComeAgain } from '../../scheme/joining.ts';
import type { Booking, Session } from '../../scheme/kinds.ts';
import { mayJoin, takesBookings } from '../../scheme/sessions.ts';
import { labels, letters } from './messages.ts';
import { myRegistrations, sessionIn } from './mine.ts';

const fewer = (): Button => open(letters.fewer, 'me.reminders');

const about = (session: Session, ...more: Button[]): Notice => ({
  text: letters.something,
  buttons: [open(labels.open, 'session.one', { session: session.id }, 'primary'), ...more],
});

/** About a session that somebody signed up for; it vanishes when it is not true any more. */
const toGuest = (
  name: string,
  isTrue: (session: Session, booking: Booking, now: number) => boolean,
  more: Button[] = [],
): Letter =>
  letterOf({
    name,
    class: 'answer',
    plan: (ids: Ids) => ({
      session: one('session', sessionIn(ids)),
      booking: one('booking', mine(`-${sessionIn(ids)}`)),
    }),
    draw: ({ open: { session, booking }, actor, scheme, now }): Notice | undefined => {
      if (!session || !booking || booking.person !== actor.person?.id || !scheme.sessions) return undefined;
      return isTrue(session, booking, now) ? about(session, ...more) : undefined;
    },
  });

/** To whoever asked for the topic, or waits for this training; not to somebody who has signed up meanwhile, or cannot come. */
const invitation = letterOf({
  name: 'session.invitation',
  class: 'answer',
  plan: (ids: Ids) => ({
    session: one('session', sessionIn(ids)),
    booking: one('booking', mine(`-${sessionIn(ids)}`)),
    mentor: one('registration', mine('-mentor')),
    mentee: one('registration', mine('-mentee')),
  }),
  draw: (turn): Notice | undefined => {
    const { session, booking } = turn.open;
    if (!session || booking || !turn.scheme.sessions || !takesBookings(session, turn.now)) return undefined;
    return mayJoin(session, myRegistrations(turn)) ? about(session, fewer()) : undefined;
  },
});

/** A mark made by mistake was all that had opened the way to matching; what it means is said under `training`. */
const takenBack = letterOf({
  name: 'session.back',
  class: 'answer',
  plan: () => ({ mentor: one('registration', mine('-mentor')), mentee: one('registration', mine('-mentee')) }),
  draw: (turn): Notice | undefined =>
    myRegistrations(turn).some(registration => registration.trainingTakenBack && mustComeAgain(registration))
      ? { text: letters.something, buttons: [open(labels.open, 'training', {}, 'primary')] }
      : undefined,
});

export const sessionLetters: Letter[] = [
  invitation,
  toGuest('session.moved-up', (session, booking, now) => booking.state === 'in' && takesBookings(session, now)),
  toGuest('session.news', (session, _booking, now) => now < session.endsAt),
  toGuest(
    'session.reminder',
    (session, booking, now) => booking.state === 'in' && session.state === 'planned' && now < session.at,
    [fewer()],
  ),
  toGuest('session.came', (_session, booking) => booking.came !== undefined),
  takenBack,
];
