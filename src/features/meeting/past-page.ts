// Earlier meetings, to be read again by the two: what they wrote down, what was to be done, what they looked at; and one's own note, for oneself. Also after the end (R48).
import { pageOf } from '../../conversation/feature.ts';
import { heldView, type MyPairing, myPairing, pairingsPlan } from '../../conversation/my-pairings.ts';
import {
  type Button,
  heading,
  type Ids,
  list,
  note,
  open,
  type Part,
  press,
  row,
  text,
  type View,
} from '../../conversation/notice.ts';
import { mine as myOwn, type Opened, one, page, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { sayDay } from '../../scheme/calendar.ts';
import type { Meeting } from '../../scheme/kinds.ts';
import { isHeldFrom } from '../../scheme/sides.ts';
import { isRunning } from '../../scheme/states.ts';
import { says } from './messages.ts';

const A_PAGE = 10;
const BEGINNING = 120;

/** Somebody has told how it went. One that was taken back with the end of the pairing is none of these. */
export const isPast = ({ state, recordedBy }: Meeting): boolean =>
  state !== 'planned' && state !== 'undated' && recordedBy.length > 0;

const listPlan = (ids: Ids) => ({
  ...pairingsPlan(),
  meetings: page('meeting', 'meeting.of', { of: ids['pairing'] ?? 'none', max: A_PAGE, after: ids['after'] }),
});
type ListTurn = Turn<Opened<ReturnType<typeof listPlan>>>;
const onePlan = (ids: Ids) => ({
  ...pairingsPlan(),
  meeting: one('meeting', ids['meeting'] ?? 'none'),
  objectives: page('objective', 'objective.of', { of: via('meeting', 'pairing'), max: 12 }),
  notebook: one('notebook', myOwn()),
});
type OneTurn = Turn<Opened<ReturnType<typeof onePlan>>>;

/** The pairing whose meetings they are; not one whose end is not theirs to know yet. */
function pairingOf(turn: ListTurn | OneTurn, id: string | undefined): MyPairing | undefined {
  const mine = myPairing(turn, id);
  return mine && !isHeldFrom(mine.pairing, turn.actor.person?.id) ? mine : undefined;
}

function goneView(turn: ListTurn | OneTurn, ids: Ids): View {
  const home = open(says.home, 'home');
  return heldView(turn, ids['pairing']) ?? { title: says.pastTitle, parts: [text(says.gone)], buttons: [home] };
}

const stateOf = ({ state }: Meeting): string => says.pastStates[state] ?? '';

function rowOf(meeting: Meeting): Part {
  const letters = [...(meeting.summary ?? '').replace(/\s+/g, ' ')];
  const beginning = letters.length > BEGINNING ? `${letters.slice(0, BEGINNING - 1).join('')}…` : letters.join('');
  return row(
    says.pastRow(sayDay(meeting.on), stateOf(meeting), beginning),
    open(says.look, 'meeting.past.one', { pairing: meeting.pairing, meeting: meeting.id }),
  );
}

export const pastPage = pageOf({
  word: 'meeting.past',
  for: 'member',
  plan: listPlan,
  show: (turn: ListTurn, ids): View => {
    const mine = pairingOf(turn, ids['pairing']);
    if (!mine) return goneView(turn, ids);
    const here = { pairing: mine.pairing.id };
    const past = turn.open.meetings.filter(meeting => meeting.pairing === mine.pairing.id && isPast(meeting));
    const after = turn.more['meetings'];
    return {
      title: says.pastTitle,
      parts: [
        text(says.lead(mine.called)),
        ...(past.length > 0 ? past.map(rowOf) : [text(says.pastNone)]),
        note(says.pastLead),
      ],
      buttons: [
        ...(after === undefined ? [] : [open(says.pastMore, 'meeting.past', { ...here, after })]),
        open(says.back, 'pair', here),
      ],
    };
  },
});

const said = (label: string, value: string | undefined): Part[] =>
  value ? [text([{ bold: label }, '\n', value])] : [];

function noteOn(turn: OneTurn, { id }: Meeting): string | undefined {
  const kept = turn.open.notebook?.reviews[id]?.['note'];
  return typeof kept === 'string' && kept !== '' ? kept : undefined;
}

function writtenParts(turn: OneTurn, meeting: Meeting): Part[] {
  const { agenda, point, actions = [], touched = [], summary, state } = meeting;
  const looked = turn.open.objectives.filter(({ id }) => touched.includes(id)).map(({ title }) => title);
  const topics = [...(agenda?.topics ?? []), ...(point ? [point] : [])];
  const notHeld = state === 'missed' ? [text(says.pastNot)] : [text(says.pastState(stateOf(meeting)))];
  return [
    ...(state === 'held' ? [] : notHeld),
    ...(topics.length > 0 ? [text([{ bold: says.pastAgenda }]), list(topics)] : []),
    ...(looked.length > 0 ? [text([{ bold: says.pastTouched }]), list(looked)] : []),
    ...said(says.pastSummary, summary),
    ...(actions.length > 0
      ? [
          text([{ bold: says.pastActions }]),
          list(actions.map(action => (action.done ? says.actionDone(action.text) : action.text))),
        ]
      : []),
    ...said(says.pastNote, noteOn(turn, meeting)),
  ];
}

function oneButtons(turn: OneTurn, { pairing }: MyPairing, meeting: Meeting): Button[] {
  const ids = { pairing: pairing.id, meeting: meeting.id };
  const change = isRunning(pairing.state) ? [open(says.pastChange, 'review', ids)] : [];
  if (!turn.scheme.learningLog || meeting.state !== 'held') return change;
  const about = { meeting: meeting.id };
  const log = noteOn(turn, meeting) ? press(says.copy, 'log.copy', 'copy', about) : open(says.log, 'log.new', about);
  return [...change, log];
}

export const pastOnePage = pageOf({
  word: 'meeting.past.one',
  for: 'member',
  plan: onePlan,
  show: (turn: OneTurn, ids): View => {
    const { meeting } = turn.open;
    const mine = meeting && pairingOf(turn, meeting.pairing);
    if (!mine || !isPast(meeting)) return goneView(turn, ids);
    const parts = writtenParts(turn, meeting);
    return {
      title: says.pastOne,
      parts: [heading(sayDay(meeting.on)), ...(parts.length > 0 ? parts : [text(says.pastNone)])],
      buttons: oneButtons(turn, mine, meeting),
      back: { word: 'meeting.past', ids: { pairing: mine.pairing.id } },
    };
  },
});
