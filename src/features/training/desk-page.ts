// The desk of one session, for co-ordinators: how many come, changing it, calling it off, who was there, and how people found it.
import { pageOf } from '../../conversation/feature.ts';
import { buttons, type Ids, open, type Part, press, text, type View } from '../../conversation/notice.ts';
import { type Outcome, put, view } from '../../conversation/outcome.ts';
import { type Opened, one, sealedPage } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { Session } from '../../scheme/kinds.ts';
import { takesBookings } from '../../scheme/sessions.ts';
import { desk, labels } from './desk-messages.ts';
import { factsOf } from './facts.ts';
import { labels as common } from './messages.ts';
import { sessionIn } from './mine.ts';
import { tellOrder } from './tell.ts';

const COUNTED = 60;

const deskPlan = (ids: Ids) => ({
  session: one('session', sessionIn(ids)),
  seats: one('sessionseats', sessionIn(ids)),
  waiting: sealedPage('booking', 'booking.waiting', { of: sessionIn(ids), max: COUNTED }),
  came: sealedPage('booking', 'booking.came', { of: sessionIn(ids), max: 1 }),
});
type DeskTurn = Turn<Opened<ReturnType<typeof deskPlan>>>;

export const goneDesk = (): View => ({
  title: desk.title,
  parts: [text(desk.gone)],
  buttons: [open(common.all, 'training')],
});

/** Who was there can be marked from the beginning on, and as long as the session is kept. */
export const mayMark = (session: Session, now: number): boolean => session.state !== 'off' && session.at <= now;

function actionParts({ now, open: { came } }: DeskTurn, session: Session): Part[] {
  const ids = { session: session.id };
  const off = { ...press(labels.off, 'session.desk', 'off', ids), confirm: desk.offConfirm };
  const isOpen = takesBookings(session, now);
  const marks = mayMark(session, now);
  return [
    ...(marks ? [text(session.what === 'topic' ? desk.begunTopic : desk.begun)] : isOpen ? [text(desk.ahead)] : []),
    buttons(
      ...(marks ? [open(labels.came, 'session.came', ids, 'primary'), open(labels.add, 'session.add', ids)] : []),
      open(labels.people, 'session.people', ids),
      ...(came.length > 0 ? [open(labels.said, 'session.said', ids), open(labels.back, 'session.back', ids)] : []),
      ...(isOpen ? [open(labels.change, 'session.change', ids)] : []),
      // Whoever was there would read that it was called off.
      ...(isOpen && came.length === 0 ? [off] : []),
    ),
  ];
}

function deskView(turn: DeskTurn, said?: string): View {
  const { session, seats, waiting } = turn.open;
  if (!session) return goneDesk();
  const { zone } = turn.scheme;
  const isMore = turn.more['waiting'] !== undefined;
  return {
    title: desk.title,
    parts: [
      ...(said === undefined ? [] : [text(said)]),
      text([{ bold: session.title }]),
      factsOf(session, turn.scheme, { zone, isGuest: true, taken: seats?.taken ?? 0 }),
      ...(session.state === 'off' ? [text(desk.isOff)] : []),
      ...(waiting.length > 0 && session.state === 'planned' ? [text(desk.waiting(waiting.length, isMore))] : []),
      ...actionParts(turn, session),
    ],
    buttons: [open(labels.session, 'session.one', { session: session.id }), open(common.all, 'training')],
  };
}

function callOff(turn: DeskTurn, ids: Ids): Outcome {
  const { session } = turn.open;
  const at = { word: 'session.desk', ids: { session: sessionIn(ids) } };
  if (!session || !takesBookings(session, turn.now) || turn.open.came.length > 0)
    return { screen: view(deskView(turn), at) };
  const after: Session = { ...session, state: 'off', revision: session.revision + 1, remindAt: undefined };
  return {
    changes: {
      put: [put('session', after)],
      jobs: [tellOrder(after, 'off')],
      history: [{ what: 'session.called-off', about: [session.id] }],
    },
    screen: view(deskView({ ...turn, open: { ...turn.open, session: after } }, desk.offDone), at),
  };
}

export const deskPage = pageOf({
  word: 'session.desk',
  for: 'coordinator',
  plan: deskPlan,
  show: turn => deskView(turn),
  press: { off: callOff },
});
