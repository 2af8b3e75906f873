// One session as somebody sees it: its facts, where they stand with it, and what they can do. What co-ordinators do is on the session's desk.
import { type Button, buttons, note, open, type Part, press, text, type View } from '../../conversation/notice.ts';
import type { Booking, Session } from '../../scheme/kinds.ts';
import { isTrainingFor, takesBookings } from '../../scheme/sessions.ts';
import { isLive } from '../../scheme/states.ts';
import { factsOf } from './facts.ts';
import { labels, list, one } from './messages.ts';
import { type MineTurn, mayCome, myBooking, myRegistrations } from './mine.ts';

export const goneView = (): View => ({
  title: one.title,
  parts: [text(one.gone)],
  buttons: [open(labels.all, 'training')],
});

function signUpParts(turn: MineTurn, session: Session): Part[] {
  if (mayCome(turn))
    return [buttons(press(labels.signUp, 'session.one', 'sign-up', { session: session.id }, 'primary'))];
  const live = myRegistrations(turn).filter(registration => isLive(registration.state));
  if (live.length === 0) return [text(one.strangers), buttons(open(labels.register, 'register'))];
  const isForOthers = session.what !== 'topic' && !live.some(({ role }) => isTrainingFor(session, role));
  return isForOthers ? [text(one.otherRole)] : [text(one.notYet), buttons(open(labels.status, 'register.status'))];
}

function standingOf({ open: { waiting }, more }: MineTurn, { id, state }: Booking): string {
  if (state === 'in') return one.in;
  const at = waiting.findIndex(cover => cover.id === id);
  if (at >= 0) return one.waiting(at + 1);
  // Whoever has just come onto the list stands at its end.
  return more['waiting'] !== undefined ? one.waitingFar : one.waiting(waiting.length + 1);
}

function mineParts(turn: MineTurn, session: Session, booking: Booking): Part[] {
  const isIn = booking.state === 'in';
  const ids = { session: session.id };
  const cancel = press(isIn ? labels.cancel : labels.cancelWaiting, 'session.one', 'cancel', ids);
  return [
    text([{ bold: standingOf(turn, booking) }]),
    buttons(...(isIn ? [press(labels.calendar, 'session.one', 'calendar', ids)] : []), cancel),
    ...(isIn ? [note(one.cancelHint)] : []),
  ];
}

function recorded(turn: MineTurn, session: Session): Part[] {
  return myRegistrations(turn)
    .filter(({ role, training }) => isTrainingFor(session, role) && training === 'attended')
    .map(({ role }) => text(list.done(role)));
}

function overParts(turn: MineTurn, session: Session, booking: Booking | undefined): Part[] {
  if (session.state === 'off') return [text([{ bold: one.off }])];
  if (!booking?.came) return [text(one.over)];
  const tell = open(labels.feedback, 'session.feedback', { session: session.id }, 'primary');
  return [
    text(booking.came === 'all' ? one.thanks : one.part),
    ...recorded(turn, session),
    ...(booking.toldAt === undefined ? [buttons(tell)] : []),
  ];
}

/** The session's page; `said` is a line about what has just been done, `after` how somebody stands after it. */
export function sessionView(turn: MineTurn, said?: string, after?: { taken: number; booking?: Booking }): View {
  const { session, seats } = turn.open;
  if (!session || !turn.scheme.sessions) return goneView();
  const booking = after ? after.booking : myBooking(turn);
  const runs = turn.actor.coordinator;
  const reader = {
    zone: turn.actor.person?.zone ?? turn.scheme.zone,
    isGuest: runs || booking?.state === 'in',
    taken: after?.taken ?? seats?.taken ?? 0,
  };
  // Whoever is marked as having been there is done with it, also while it lasts.
  const ahead = takesBookings(session, turn.now) && booking?.came === undefined;
  const changed = ahead && session.changedAt !== undefined;
  const desk: Button[] = runs ? [open(labels.desk, 'session.desk', { session: session.id })] : [];
  return {
    title: one.title,
    parts: [
      ...(said === undefined ? [] : [text(said)]),
      text([{ bold: session.title }]),
      factsOf(session, turn.scheme, reader),
      ...(session.asked && session.state !== 'off' ? [note(one.said)] : []),
      ...(changed ? [note(booking ? one.changedMine : one.changed)] : []),
      ...(!ahead
        ? overParts(turn, session, booking)
        : booking
          ? mineParts(turn, session, booking)
          : signUpParts(turn, session)),
    ],
    buttons: [...desk, open(labels.all, 'training')],
  };
}
