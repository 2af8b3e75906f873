// The word `training`: what is missing for whom, the sessions coming up and one's own; for co-ordinators also *New session* and what people ask for.
import { pageOf } from '../../conversation/feature.ts';
import {
  type Button,
  buttons,
  heading,
  type Ids,
  open,
  type Part,
  row,
  text,
  type View,
} from '../../conversation/notice.ts';
import { allOf, me, mine, type Opened, one, page, some, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { DAY, type Instant, sayInstant } from '../../scheme/calendar.ts';
import { trainingRule } from '../../scheme/joining.ts';
import type { Booking, Session } from '../../scheme/kinds.ts';
import { isTrainingFor } from '../../scheme/sessions.ts';
import { labels, list } from './messages.ts';
import { myRegistrations } from './mine.ts';
import { type Near, standingParts } from './standing.ts';

const AHEAD = 8;
const MINE = 20;
const OVER = 5;

const listPlan = (ids: Ids) => ({
  ahead: page('session', 'session.state:planned', { max: AHEAD, after: ids['after'], oldestFirst: true }),
  over: page('session', 'session.state:over', { max: OVER }),
  bookings: allOf('booking', me, MINE),
  mine: some('session', via('bookings', 'session')),
  mentor: one('registration', mine('-mentor')),
  mentee: one('registration', mine('-mentee')),
});
type ListTurn = Turn<Opened<ReturnType<typeof listPlan>>>;

const bookingFor = ({ open: { bookings }, actor }: ListTurn, session: Session): Booking | undefined =>
  bookings.find(one_ => one_.session === session.id && one_.person === actor.person?.id);

function rowOf(turn: ListTurn, session: Session): Part {
  const zone = turn.actor.person?.zone ?? turn.scheme.zone;
  const booking = session.state === 'planned' ? bookingFor(turn, session) : undefined;
  const head = list.when(session.title, session.what, sayInstant(session.at, zone));
  return row(
    [...(typeof head === 'string' ? [head] : head), ...(booking ? [`\n${list.mine[booking.state]}`] : [])],
    // Where sessions are switched off there is no page of one to look at.
    turn.scheme.sessions ? open(labels.look, 'session.one', { session: session.id }) : undefined,
  );
}

/** For so long a co-ordinator may still be about to mark who was there. */
const MARKED_WITHIN = 14 * DAY;

const isUnmarked = (booking: Booking | undefined, { endsAt }: Session, now: Instant): boolean =>
  booking?.state === 'in' &&
  booking.came === undefined &&
  booking.takenBackAt === undefined &&
  now - endsAt < MARKED_WITHIN;

/** What stands between somebody and the training of a role, as far as sessions are planned. */
const nearTo =
  (turn: ListTurn): Near =>
  role => {
    const { ahead, mine: own } = turn.open;
    const open_ = (session: Session): boolean => session.state === 'planned' && isTrainingFor(session, role);
    const states = own.filter(open_).map(session => bookingFor(turn, session)?.state);
    if (states.includes('in')) return 'booked';
    if (states.includes('waiting')) return 'waiting';
    const isHeld = (session: Session): boolean => session.state === 'over' && isTrainingFor(session, role);
    if (own.some(one_ => isHeld(one_) && isUnmarked(bookingFor(turn, one_), one_, turn.now))) return 'held';
    return ahead.some(open_) ? 'planned' : 'none';
  };

function pastParts(turn: ListTurn): Part[] {
  const been = turn.open.mine.filter(session => session.state === 'over' && bookingFor(turn, session)?.came);
  const run = turn.actor.coordinator
    ? turn.open.over.filter(session => !been.some(one_ => one_.id === session.id))
    : [];
  const all = [...been, ...run].sort((a, b) => b.at - a.at);
  if (all.length === 0) return [];
  return [heading(turn.actor.coordinator ? list.pastAll : list.past), ...all.map(session => rowOf(turn, session))];
}

function ownParts({ scheme, actor }: ListTurn): Part[] {
  const check = scheme.selfCheck ? [open(labels.check, 'training.check')] : [];
  const ask = scheme.supportAsked ? [open(labels.ask, 'training.ask')] : [];
  if (!actor.person || check.length + ask.length === 0) return [];
  const both = check.length > 0 && ask.length > 0;
  return [heading(list.helpHeading), ...(both ? [text(list.help)] : []), buttons(...check, ...ask)];
}

function coordinatorParts({ scheme, actor }: ListTurn): Part[] {
  if (!actor.coordinator) return [];
  return [
    buttons(
      ...(scheme.sessions ? [open(labels.newSession, 'session.new', {}, 'primary')] : []),
      ...(scheme.supportAsked ? [open(labels.asked, 'training.asked')] : []),
      open(labels.waiting, 'accept.training'),
    ),
  ];
}

function aheadParts(turn: ListTurn): Part[] {
  if (!turn.scheme.sessions) return [text(turn.actor.coordinator ? list.offDesk : list.off)];
  const { ahead } = turn.open;
  if (ahead.length === 0) return [text(list.none)];
  return [heading(list.ahead), ...ahead.map(session => rowOf(turn, session))];
}

function listView(turn: ListTurn, isFirst: boolean): View {
  const { scheme, actor, now } = turn;
  const after = turn.more['ahead'];
  const mineOf = myRegistrations(turn);
  const asks = trainingRule(scheme, 'mentor') !== 'none' || trainingRule(scheme, 'mentee') !== 'none';
  const more: Button[] = after ? [open(labels.more, 'training', { after })] : [];
  return {
    title: list.title,
    parts: [
      text(list.lead),
      ...(isFirst ? mineOf.flatMap(registration => standingParts(registration, scheme, now, nearTo(turn))) : []),
      ...(isFirst && asks && scheme.trainingText ? [text(scheme.trainingText)] : []),
      ...coordinatorParts(turn),
      ...aheadParts(turn),
      ...(isFirst ? [...pastParts(turn), ...ownParts(turn)] : []),
    ],
    buttons: [
      ...(scheme.sessions ? more : []),
      ...(isFirst ? [] : [open(labels.all, 'training')]),
      open(labels.events, 'events'),
      actor.coordinator ? open(labels.mainDesk, 'desk') : open(labels.home, 'home'),
    ],
  };
}

export const listPage = pageOf({
  word: 'training',
  for: 'anyone',
  plan: listPlan,
  show: (turn, ids) => listView(turn, ids['after'] === undefined),
});
