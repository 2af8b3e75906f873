// After an end: a meeting that was taken back with it may still stand in somebody's calendar. A file takes it out; nobody else's doing is told by it.
import { letterOf, pageOf } from '../../conversation/feature.ts';
import { myPairing, pairingsPlan } from '../../conversation/my-pairings.ts';
import { type Ids, open, press, text, type View } from '../../conversation/notice.ts';
import { type Outcome, view } from '../../conversation/outcome.ts';
import { mine as myOwn, type Opened, one } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { Meeting } from '../../scheme/kinds.ts';
import { isHeldFrom } from '../../scheme/sides.ts';
import { calendarOf } from './calendar.ts';
import { says } from './messages.ts';

const offPlan = (ids: Ids) => ({
  ...pairingsPlan(),
  meeting: one('meeting', ids['meeting'] ?? 'none'),
  notebook: one('notebook', myOwn()),
});
type OffTurn = Turn<Opened<ReturnType<typeof offPlan>>>;

/** The meeting taken back with an end that this person knows of, where they have it in their calendar. */
function takenBack(turn: OffTurn): Meeting | undefined {
  const { meeting } = turn.open;
  const self = turn.actor.person?.id;
  const mine = meeting && myPairing(turn, meeting.pairing);
  if (!mine || self === undefined || isHeldFrom(mine.pairing, self)) return undefined;
  const isIts = mine.pairing.takenBackMeeting === meeting.id && meeting.state === 'cancelled';
  return isIts && meeting.inCalendar?.includes(self) ? meeting : undefined;
}

function offView(turn: OffTurn, ids: Ids, said?: string): View {
  const meeting = takenBack(turn);
  const home = open(says.home, 'home');
  if (!meeting) return { title: says.offTitle, parts: [text(says.gone)], buttons: [home] };
  return {
    title: says.offTitle,
    parts: [text(said ?? says.off)],
    buttons: [press(says.calendarOff, 'meeting.off', 'file', { meeting: ids['meeting'] ?? '' }, 'primary'), home],
  };
}

function file(turn: OffTurn, ids: Ids): Outcome {
  const meeting = takenBack(turn);
  const at = { word: 'meeting.off', ids };
  const document = meeting && calendarOf(meeting, turn.open.notebook?.calendarName ?? says.calendarUsual);
  if (!document) return { screen: view(offView(turn, ids), at) };
  return { screen: { show: 'document', document, view: offView(turn, ids, says.calendarOffSent), at } };
}

export const offPage = pageOf({
  word: 'meeting.off',
  for: 'member',
  plan: offPlan,
  show: (turn, ids) => offView(turn, ids),
  press: { file },
});

/** Ordered by the room of exits for each of the two as soon as they may know; it vanishes where there is nothing to take out. */
export const offLetter = letterOf({
  name: 'meeting.off',
  class: 'answer',
  plan: offPlan,
  draw: (turn, ids) =>
    takenBack(turn)
      ? {
          text: says.something,
          buttons: [open(says.open, 'meeting.off', { meeting: ids['meeting'] ?? '' }, 'primary')],
        }
      : undefined,
});
