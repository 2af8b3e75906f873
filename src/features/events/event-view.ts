// One event as somebody sees it: its facts, where they stand with it, and what they can do. What co-ordinators do is on the event's desk.
import {
  type Button,
  buttons,
  heading,
  list,
  note,
  open,
  type Part,
  press,
  text,
  type View,
} from '../../conversation/notice.ts';
import { takesSignUps } from '../../scheme/events.ts';
import type { MatchingEvent, Seats, SignUp } from '../../scheme/kinds.ts';
import { isLive } from '../../scheme/states.ts';
import { factsOf } from './event-facts.ts';
import { choosing, labels, one } from './messages.ts';
import { type MineTurn, mySignUp, rolesOf, seatsOf, waitingFor } from './mine.ts';

export const goneView = (): View => ({
  title: one.title,
  parts: [text(one.gone)],
  buttons: [open(labels.all, 'events')],
});

function signUpParts(turn: MineTurn, event: MatchingEvent): Part[] {
  const able = rolesOf(turn);
  const registered = [turn.open.mentor, turn.open.mentee].some(
    one_ => one_ && one_.person === turn.actor.person?.id && isLive(one_.state),
  );
  if (able.length === 0)
    return registered
      ? [text(one.notYet), buttons(open(labels.status, 'register.status'))]
      : [text(one.strangers), buttons(open(labels.register, 'register'))];
  const both = able.length > 1;
  return [
    ...(both ? [text(one.chooseRole)] : []),
    buttons(
      ...able.map(role =>
        press(
          both ? labels.as[role] : labels.signUp,
          'event.one',
          'sign-up',
          { event: event.id, role },
          both ? undefined : 'primary',
        ),
      ),
    ),
  ];
}

function standingOf(turn: MineTurn, signup: SignUp): string {
  const { role, state, id } = signup;
  if (state === 'in') return one.in[role];
  const list = waitingFor(turn, role);
  const at = list.findIndex(cover => cover.id === id);
  if (at >= 0) return one.waiting(at + 1, role);
  // Whoever has just come onto the list stands at its end.
  const isMore = turn.more[role === 'mentor' ? 'waitingMentors' : 'waitingMentees'] !== undefined;
  return isMore ? one.waitingFar : one.waiting(list.length + 1, role);
}

const cancelButton = (event: MatchingEvent, signup: SignUp): Button =>
  press(signup.state === 'in' ? labels.cancel : labels.cancelWaiting, 'event.one', 'cancel', { event: event.id });

function mineParts(turn: MineTurn, event: MatchingEvent, signup: SignUp): Part[] {
  const { lead, lines } = choosing[signup.role];
  const isIn = signup.state === 'in';
  return [
    text([{ bold: standingOf(turn, signup) }]),
    buttons(
      ...(event.begun > 0 && signup.here ? [open(labels.talk, 'event.talk', { event: event.id }, 'primary')] : []),
      ...(isIn ? [press(labels.calendar, 'event.one', 'calendar', { event: event.id })] : []),
      cancelButton(event, signup),
    ),
    ...(isIn ? [note(one.cancelHint), heading(lead), list(lines)] : []),
  ];
}

function overParts(turn: MineTurn, event: MatchingEvent): Part[] {
  if (event.state === 'off') return [text([{ bold: one.off }])];
  const signup = mySignUp(turn);
  if (!signup?.attended) return [text(one.over), ...(signup?.takenBackAt === undefined ? [] : [text(one.takenBack)])];
  return [
    text(one.overThere),
    buttons(
      open(labels.rank, 'event.rank', { event: event.id }, 'primary'),
      ...(signup.toldAt === undefined ? [open(labels.feedback, 'event.feedback', { event: event.id })] : []),
    ),
  ];
}

/** The event's page; `said` is a line about what has just been done, `signup` how somebody stands after it. */
export function eventView(turn: MineTurn, said?: string, after?: { seats: Seats; signup?: SignUp }): View {
  const { event } = turn.open;
  if (!event) return goneView();
  const signup = after ? after.signup : mySignUp(turn);
  const zone = turn.actor.person?.zone ?? turn.scheme.zone;
  const runs = turn.actor.coordinator;
  const isGuest = signup?.state === 'in' || runs;
  const ahead = takesSignUps(event, turn.now);
  const mineOrNot = signup ? mineParts(turn, event, signup) : signUpParts(turn, event);
  return {
    title: one.title,
    parts: [
      ...(said === undefined ? [] : [text(said)]),
      text([{ bold: event.title }]),
      factsOf(event, zone, isGuest ? 'guest' : 'other', after?.seats ?? seatsOf(turn)),
      ...(ahead && event.changedAt !== undefined ? [note(signup ? one.changedMine : one.changed)] : []),
      ...(ahead ? mineOrNot : overParts(turn, event)),
    ],
    buttons: [...(runs ? [open(labels.desk, 'event.desk', { event: event.id })] : []), open(labels.all, 'events')],
  };
}
