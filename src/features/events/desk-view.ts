// What stands on the desk of one event: how many come, what is next on the day, and what there is afterwards. What its buttons do is in desk-page.ts.
import {
  type Button,
  buttons,
  heading,
  type Ids,
  open,
  type Part,
  press,
  text,
  type View,
} from '../../conversation/notice.ts';
import { type Opened, one, sealedPage } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { noSeats, takesSignUps } from '../../scheme/events.ts';
import type { MatchingEvent } from '../../scheme/kinds.ts';
import { roundsIn } from '../../scheme/talks.ts';
import { desk as after } from './after-messages.ts';
import { desk, labels, back as mistake } from './desk-messages.ts';
import { factsOf } from './event-facts.ts';
import { labels as common } from './messages.ts';
import { eventIn } from './mine.ts';

const COUNTED = 60;

export const deskPlan = (ids: Ids) => ({
  event: one('event', eventIn(ids)),
  seats: one('seats', eventIn(ids)),
  waitingMentors: sealedPage('signup', 'signup.waiting', { of: `${eventIn(ids)}:mentor`, max: COUNTED }),
  waitingMentees: sealedPage('signup', 'signup.waiting', { of: `${eventIn(ids)}:mentee`, max: COUNTED }),
  mentorsHere: sealedPage('signup', 'signup.here', { of: `${eventIn(ids)}:mentor`, max: COUNTED }),
  menteesHere: sealedPage('signup', 'signup.here', { of: `${eventIn(ids)}:mentee`, max: COUNTED }),
  anybody: sealedPage('signup', 'signup.attended', { of: eventIn(ids), max: 1 }),
});
export type DeskTurn = Turn<Opened<ReturnType<typeof deskPlan>>>;

/** On the day and afterwards: a mark that was made by mistake can be taken back. */
function mistakeButtons({ open: { event, anybody } }: DeskTurn): Button[] {
  return event && anybody.length > 0 ? [open(mistake.button, 'event.back', { event: event.id })] : [];
}

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

/** Whether the next round can begin now: it is on, everything is prepared, and there are two who can talk. */
export function mayBegin({ open: { event, mentorsHere, menteesHere } }: DeskTurn): boolean {
  if (event?.state !== 'planned' || event.working || event.begun >= event.rounds) return false;
  return mentorsHere.length > 0 && menteesHere.length > 0;
}

/** No round is left in which somebody would meet somebody new; a further one makes sense only if others come. */
const allHaveMet = ({ begun, drawnUp }: MatchingEvent): boolean => begun > 0 && begun >= drawnUp;

function roundSays({ open: { mentorsHere, menteesHere } }: DeskTurn, event: MatchingEvent): string {
  const { begun, rounds, working } = event;
  if (working) return desk.working;
  if (begun > 0 && begun >= rounds) return desk.lastRound(begun);
  if (allHaveMet(event)) return desk.allMet(begun);
  const isReady = mentorsHere.length > 0 && menteesHere.length > 0;
  return isReady ? desk.nextRound(begun + 1, roundsIn(event)) : desk.bothNeeded;
}

function talkButtons(turn: DeskTurn, event: MatchingEvent): Button[] {
  const ids = { event: event.id };
  const begin = press(labels.begin(event.begun + 1), 'event.desk', 'begin', {
    ...ids,
    round: String(event.begun + 1),
  });
  return [
    ...(mayBegin(turn) ? [allHaveMet(event) ? begin : { ...begin, style: 'primary' as const }] : []),
    ...(event.working ? [open(labels.look, 'event.desk', ids, 'primary')] : []),
    open(labels.here, 'event.here', ids),
    ...(turn.open.mentorsHere.length + turn.open.menteesHere.length > 0 ? [open(labels.gone, 'event.gone', ids)] : []),
    open(labels.add, 'event.add', ids),
    open(event.rounds > 0 ? labels.talksAgain : labels.talks, 'event.talks', ids),
    ...(event.rounds > 0 ? [open(labels.plan, 'event.plan', ids)] : []),
    ...mistakeButtons(turn),
  ];
}

/** On the day: who is here, and the talks. */
function dayParts(turn: DeskTurn, event: MatchingEvent): Part[] {
  if (event.state !== 'planned') return [];
  const { mentorsHere, menteesHere } = turn.open;
  const isMore = turn.more['mentorsHere'] !== undefined || turn.more['menteesHere'] !== undefined;
  const count = mentorsHere.length + menteesHere.length;
  return [
    heading(desk.day),
    text(count > 0 ? desk.here(mentorsHere.length, menteesHere.length, isMore) : desk.nobodyHere),
    ...(event.rounds > 0 ? [text(roundSays(turn, event))] : []),
    buttons(...talkButtons(turn, event)),
  ];
}

/** Afterwards: who was there, whom they named, how they found it, and the way to a matching. */
function afterParts(turn: DeskTurn): Part[] {
  const { event, anybody } = turn.open;
  if (event?.state !== 'over') return [];
  const ids = { event: event.id };
  const isOpen = event.closedAt === undefined;
  const close = { ...press(after.close, 'event.desk', 'close', ids), confirm: after.closeConfirm };
  return [
    heading(after.heading),
    text(anybody.length === 0 ? after.nobodyMarked : isOpen ? after.asked : after.closed),
    buttons(
      open(after.mark, 'event.here', ids),
      ...(anybody.length > 0
        ? [open(after.rankings, 'event.rankings', ids), open(after.said, 'event.said', ids), ...(isOpen ? [close] : [])]
        : []),
      ...mistakeButtons(turn),
      open(after.match, 'match'),
    ),
  ];
}

export function deskView(turn: DeskTurn, said?: string): View {
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
      ...dayParts(turn, event),
      ...afterParts(turn),
    ],
    buttons: [open(common.event, 'event.one', { event: event.id }), open(common.all, 'events')],
  };
}
