// The desk of one event, for co-ordinators: how many come, what is next, and calling it off. Its pages about talks and afterwards are beside it.
import { pageOf } from '../../conversation/feature.ts';
import { buttons, type Ids, open, type Part, press, text, type View } from '../../conversation/notice.ts';
import { type Outcome, put, view } from '../../conversation/outcome.ts';
import { type Opened, one, sealedPage } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { noSeats, takesSignUps } from '../../scheme/events.ts';
import type { MatchingEvent } from '../../scheme/kinds.ts';
import { desk, labels } from './desk-messages.ts';
import { factsOf } from './event-facts.ts';
import { labels as common } from './messages.ts';
import { eventIn } from './mine.ts';
import { postOrder } from './post.ts';
import { tellOrder } from './tell.ts';

const COUNTED = 60;

const deskPlan = (ids: Ids) => ({
  event: one('event', eventIn(ids)),
  seats: one('seats', eventIn(ids)),
  waitingMentors: sealedPage('signup', 'signup.waiting', { of: `${eventIn(ids)}:mentor`, max: COUNTED }),
  waitingMentees: sealedPage('signup', 'signup.waiting', { of: `${eventIn(ids)}:mentee`, max: COUNTED }),
});
export type DeskTurn = Turn<Opened<ReturnType<typeof deskPlan>>>;

export const goneDesk = (): View => ({
  title: desk.title,
  parts: [text(desk.gone)],
  buttons: [open(common.all, 'events')],
});

function waitingPart({ open: opened, more }: DeskTurn): Part[] {
  const mentors = opened.waitingMentors.length;
  const mentees = opened.waitingMentees.length;
  const isMore = more['waitingMentors'] !== undefined || more['waitingMentees'] !== undefined;
  return mentors + mentees > 0 ? [text(desk.waiting(mentors, mentees, isMore))] : [];
}

function actionsFor(event: MatchingEvent, ahead: boolean): Part[] {
  const ids = { event: event.id };
  const off = { ...press(labels.off, 'event.desk', 'off', ids), confirm: desk.offConfirm };
  return [
    buttons(
      open(labels.people, 'event.people', ids),
      ...(ahead ? [open(labels.change, 'event.change', ids), off] : []),
    ),
  ];
}

function deskView(turn: DeskTurn, said?: string): View {
  const { event } = turn.open;
  if (!event) return goneDesk();
  const ahead = takesSignUps(event, turn.now);
  return {
    title: desk.title,
    parts: [
      ...(said === undefined ? [] : [text(said)]),
      text([{ bold: event.title }]),
      factsOf(event, turn.scheme.zone, 'guest', turn.open.seats ?? noSeats(event.id)),
      ...(event.state === 'off' ? [text(desk.isOff)] : []),
      ...waitingPart(turn),
      ...actionsFor(event, ahead),
    ],
    buttons: [open(common.look, 'event.one', { event: event.id }), open(common.all, 'events')],
  };
}

function callOff(turn: DeskTurn, ids: Ids): Outcome {
  const { event } = turn.open;
  const at = { word: 'event.desk', ids: { event: eventIn(ids) } };
  if (!event || !takesSignUps(event, turn.now)) return { screen: view(deskView(turn), at) };
  const after: MatchingEvent = { ...event, state: 'off', revision: event.revision + 1, remindAt: undefined };
  return {
    changes: {
      put: [put('event', after)],
      letters: [postOrder(event.id, 'update')],
      jobs: [tellOrder(after, 'off')],
      history: [{ what: 'event.called-off', about: [event.id] }],
    },
    screen: view(deskView({ ...turn, open: { ...turn.open, event: after } }, desk.offDone), at),
  };
}

export const deskPage = pageOf({
  word: 'event.desk',
  for: 'coordinator',
  plan: deskPlan,
  show: turn => deskView(turn),
  press: { off: callOff },
});
