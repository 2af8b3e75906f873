// The word `events`: what is coming up, what one signed up for, where one has been; and the next sessions of training, whose own page is another room's. For co-ordinators also *New event* and each event's desk.
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
import { allOf, me, type Opened, page, some, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { sayInstant } from '../../scheme/calendar.ts';
import { offersTraining } from '../../scheme/joining.ts';
import type { MatchingEvent, SignUp } from '../../scheme/kinds.ts';
import { labels, list } from './messages.ts';

const AHEAD = 8;
const MINE = 20;
const OVER = 5;
/** The next few; all of them stand under `training`. */
const SESSIONS = 3;

const listPlan = (ids: Ids) => ({
  ahead: page('event', 'event.state:planned', { max: AHEAD, after: ids['after'], oldestFirst: true }),
  over: page('event', 'event.state:over', { max: OVER }),
  sessions: page('session', 'session.state:planned', { max: SESSIONS, oldestFirst: true }),
  signups: allOf('signup', me, MINE),
  mine: some('event', via('signups', 'event')),
});
type ListTurn = Turn<Opened<ReturnType<typeof listPlan>>>;

/** My own, by event; co-ordinators may open others', but here they are people like everybody. */
const mineIn = ({ open: { signups }, actor }: ListTurn, event: MatchingEvent): SignUp | undefined =>
  signups.find(one => one.event === event.id && one.person === actor.person?.id);

function rowOf(turn: ListTurn, event: MatchingEvent): Part {
  const zone = turn.actor.person?.zone ?? turn.scheme.zone;
  const signup = event.state === 'planned' ? mineIn(turn, event) : undefined;
  const said = signup && (signup.state === 'in' ? list.mine.in[signup.role] : list.mine.waiting);
  const head = list.when(event.title, sayInstant(event.at, zone));
  return row([...head, ...(said ? [`\n${said}`] : [])], open(labels.look, 'event.one', { event: event.id }));
}

function pastParts(turn: ListTurn): Part[] {
  const been = turn.open.mine.filter(event => event.state === 'over' && mineIn(turn, event)?.attended);
  const run = turn.actor.coordinator ? turn.open.over.filter(event => !been.some(one => one.id === event.id)) : [];
  const all = [...been, ...run].sort((a, b) => b.at - a.at);
  return all.length > 0
    ? [heading(turn.actor.coordinator ? list.pastAll : list.past), ...all.map(event => rowOf(turn, event))]
    : [];
}

function trainingParts({ open: { sessions }, actor, scheme }: ListTurn): Part[] {
  if (!scheme.sessions || sessions.length === 0) return [];
  const zone = actor.person?.zone ?? scheme.zone;
  const rows = sessions.map(session =>
    row(
      list.when(session.title, sayInstant(session.at, zone)),
      open(labels.look, 'session.one', { session: session.id }),
    ),
  );
  return [heading(list.training), ...rows];
}

function listView(turn: ListTurn, isFirst: boolean): View {
  const { ahead } = turn.open;
  const after = turn.more['ahead'];
  const lead: Button[] = turn.actor.coordinator ? [open(labels.newEvent, 'event.new', {}, 'primary')] : [];
  return {
    title: list.title,
    parts: [
      text(list.lead),
      ...(lead.length > 0 ? [buttons(...lead)] : []),
      ...(ahead.length > 0 ? [heading(list.ahead), ...ahead.map(event => rowOf(turn, event))] : [text(list.none)]),
      ...(isFirst ? [...trainingParts(turn), ...pastParts(turn)] : []),
    ],
    buttons: [
      ...(after ? [open(labels.more, 'events', { after })] : []),
      ...(isFirst ? [] : [open(labels.all, 'events')]),
      ...(offersTraining(turn.scheme) ? [open(labels.training, 'training')] : []),
      turn.actor.coordinator ? open(labels.mainDesk, 'desk') : open(labels.home, 'home'),
    ],
  };
}

export const listPage = pageOf({
  word: 'events',
  also: ['event'],
  for: 'anyone',
  help: list.line,
  plan: listPlan,
  show: (turn, ids) => listView(turn, ids['after'] === undefined),
});
