// Looking back and finishing: what makes a good last meeting, going on for longer, and the end, which takes both people's word. What is said afterwards is in done-view.ts.
import { agreedPartWord } from '../../conversation/agreed.ts';
import { pageOf } from '../../conversation/feature.ts';
import { chosenPairing, heldView, type MyPairing, myPairing, myRunning } from '../../conversation/my-pairings.ts';
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
import { type Outcome, put, view } from '../../conversation/outcome.ts';
import { dayOf, sayDay } from '../../scheme/calendar.ts';
import { hasFinished, isClosing, mayFinish, overAt, withFinished } from '../../scheme/closing.ts';
import { endOf } from '../../scheme/evaluations.ts';
import type { Pairing } from '../../scheme/kinds.ts';
import { doneRows, doneView } from './done-view.ts';
import { finishing } from './finish.ts';
import { says } from './messages.ts';
import { type ClosingTurn, closingPlan } from './plan.ts';

const at = (ids: Ids) => ({ word: 'closing', ids });
const dayFor = (turn: ClosingTurn, instant: number): string =>
  sayDay(dayOf(instant, turn.actor.person?.zone ?? turn.scheme.zone));

function noneView(turn: ClosingTurn, ids: Ids): View {
  const held = heldView(turn, ids['pairing']);
  if (held) return held;
  const begun = myRunning(turn).filter(({ pairing }) => mayFinish(pairing, turn.scheme, turn.now));
  const rows = begun.map(({ called, pairing }) =>
    row(says.with(called), open(says.open, 'closing', { pairing: pairing.id })),
  );
  const buttons = [open(says.home, 'home')];
  if (ids['pairing'] !== undefined) return { title: says.title, parts: [text(says.gone)], buttons };
  if (rows.length > 0) return { title: says.title, parts: [text(says.which), ...rows], buttons };
  const done = doneRows(turn);
  return { title: says.title, parts: done.length > 0 ? done : [text(says.none)], buttons };
}

/** How far the two are with saying so. */
function saidParts(turn: ClosingTurn, { pairing, side, given }: MyPairing): Part[] {
  const other = side === 'mentor' ? 'mentee' : 'mentor';
  const said = hasFinished(pairing, side)
    ? says.yours(given)
    : hasFinished(pairing, other)
      ? says.theirs(given)
      : [says.bothSay, ...(turn.scheme.extensions ? [says.orGoOn] : [])].join(' ');
  const late = isClosing(pairing, turn.scheme, turn.now)
    ? [note(says.bySelf(dayFor(turn, overAt(pairing, turn.scheme))))]
    : [];
  return [heading(says.waysHead), text(said), ...late];
}

/** Where no meeting stands on record there may be none to look back on, and it is for the two to say whether they would still like one. */
const lookingBack = ({ met, plannedAt }: Pairing): Part[] =>
  met > 0 || plannedAt !== undefined ? [heading(says.backHead), list(says.back)] : [text(says.neverMet)];

function runningView(turn: ClosingTurn, mine: MyPairing): View {
  const { pairing, side, called } = mine;
  const ids = { pairing: pairing.id };
  const end = endOf(pairing, turn.scheme);
  const finish = { ...press(says.finish, 'closing', 'finish', ids, 'primary'), confirm: says.finishAsk };
  const own: Button = hasFinished(pairing, side) ? press(says.takeBack, 'closing', 'back', ids) : finish;
  return {
    title: says.title,
    parts: [
      text(says.with(called)),
      text([(end > turn.now ? says.until : says.was)(dayFor(turn, end)), ...says.met(pairing.met)].join(' ')),
      ...lookingBack(pairing),
      ...saidParts(turn, mine),
    ],
    buttons: [
      own,
      ...(turn.scheme.extensions ? [open(says.longer, agreedPartWord(turn.scheme), { ...ids, part: '5' })] : []),
      ...(side === 'mentee' && pairing.plannedAt === undefined ? [open(says.plan, 'checkin.plan', ids)] : []),
      open(says.pair, 'pair', ids),
    ],
  };
}

function show(turn: ClosingTurn, ids: Ids): View {
  const ended = myPairing(turn, ids['pairing']);
  if (ended?.pairing.state === 'completed') return doneView(turn, ended);
  const mine = chosenPairing(turn, ids['pairing']);
  return mine && mayFinish(mine.pairing, turn.scheme, turn.now) ? runningView(turn, mine) : noneView(turn, ids);
}

/** One side's word, or that it is taken back. With the second word it is finished. */
function say(turn: ClosingTurn, ids: Ids, isFinished: boolean): Outcome {
  const mine = myPairing(turn, ids['pairing']);
  const before = turn.open.pairing;
  if (!mine || !mayFinish(mine.pairing, turn.scheme, turn.now) || before?.id !== mine.pairing.id)
    return { screen: view(show(turn, ids), at(ids)) };
  const pairing = withFinished(before, mine.side, isFinished);
  if ((pairing.finishedBy ?? []).length === 2) {
    const { pairing: done, ...changes } = finishing(turn, pairing, pairing[mine.side]);
    return { changes, screen: view(doneView(turn, { ...mine, pairing: done }), at(ids)) };
  }
  return {
    changes: saidChanges(pairing, mine, isFinished),
    screen: view(runningView(turn, { ...mine, pairing }), at(ids)),
  };
}

const saidChanges = (pairing: Pairing, { side, partner }: MyPairing, isFinished: boolean) => ({
  put: [put('pairing', pairing)],
  letters: isFinished
    ? [
        {
          letter: 'closing.said',
          ids: { pairing: pairing.id, side },
          to: { person: partner },
          id: `closing.said-${pairing.id}-${side}`,
        },
      ]
    : [],
  history: [{ what: isFinished ? 'pairing.finish-said' : 'pairing.finish-taken-back', about: [pairing.id] }],
});

export const closingPage = pageOf({
  word: 'closing',
  for: 'member',
  plan: closingPlan,
  show,
  press: { finish: (turn, ids) => say(turn, ids, true), back: (turn, ids) => say(turn, ids, false) },
});
