// The desk of one event, for co-ordinators: beginning a round, calling the event off, and closing what people say afterwards. What it shows is in desk-view.ts.
import { pageOf } from '../../conversation/feature.ts';
import type { Ids } from '../../conversation/notice.ts';
import { type Outcome, put, view } from '../../conversation/outcome.ts';
import { takesSignUps } from '../../scheme/events.ts';
import type { MatchingEvent } from '../../scheme/kinds.ts';
import { desk } from './desk-messages.ts';
import { type DeskTurn, deskPlan, deskView, mayBegin } from './desk-view.ts';
import { eventIn } from './mine.ts';
import { postOrder } from './post.ts';
import { roundOrder } from './round.ts';
import { tellOrder } from './tell.ts';

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

/** The button carries which round it begins: of two co-ordinators (or presses) at once, one does. */
function begin(turn: DeskTurn, ids: Ids): Outcome {
  const { event } = turn.open;
  const at = { word: 'event.desk', ids: { event: eventIn(ids) } };
  if (!mayBegin(turn) || !event || ids['round'] !== String(event.begun + 1))
    return { screen: view(deskView(turn, event && event.state === 'planned' ? desk.already : undefined), at) };
  const after: MatchingEvent = { ...event, working: true };
  return {
    changes: { put: [put('event', after)], jobs: [roundOrder(turn, event.id, event.begun + 1, true)] },
    screen: view(deskView({ ...turn, open: { ...turn.open, event: after } }), at),
  };
}

function close(turn: DeskTurn, ids: Ids): Outcome {
  const { event } = turn.open;
  const at = { word: 'event.desk', ids: { event: eventIn(ids) } };
  if (event?.state !== 'over' || event.closedAt !== undefined) return { screen: view(deskView(turn), at) };
  const closed: MatchingEvent = { ...event, closedAt: turn.now };
  return {
    changes: { put: [put('event', closed)], history: [{ what: 'event.closed', about: [event.id] }] },
    screen: view(deskView({ ...turn, open: { ...turn.open, event: closed } }), at),
  };
}

export const deskPage = pageOf({
  word: 'event.desk',
  for: 'coordinator',
  plan: deskPlan,
  show: turn => deskView(turn),
  press: { off: callOff, begin, close },
});
