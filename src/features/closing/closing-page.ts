// Looking back and finishing: what makes a good last meeting, going on for longer, and the end, which takes both people's word. Afterwards: thanks, and the ways on.
import { pageOf } from '../../conversation/feature.ts';
import {
  chosenPairing,
  heldView,
  type MyPairing,
  myPairing,
  myRunning,
  pairingsPlan,
} from '../../conversation/my-pairings.ts';
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
import { allOf, me, type Opened } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { dayOf, sayDay } from '../../scheme/calendar.ts';
import { hasFinished, isClosing, overAt, withFinished } from '../../scheme/closing.ts';
import { certificateOf, endOf, openPoints } from '../../scheme/evaluations.ts';
import type { Pairing } from '../../scheme/kinds.ts';
import { finishing, finishPlan } from './finish.ts';
import { says } from './messages.ts';

const closingPlan = (ids: Ids) => ({
  ...pairingsPlan(),
  ...finishPlan(ids['pairing'] ?? 'none'),
  evaluations: allOf('evaluation', me, 40),
  registrations: allOf('registration', me, 4),
});
type ClosingTurn = Turn<Opened<ReturnType<typeof closingPlan>>>;

const at = (ids: Ids) => ({ word: 'closing', ids });
const dayFor = (turn: ClosingTurn, instant: number): string =>
  sayDay(dayOf(instant, turn.actor.person?.zone ?? turn.scheme.zone));

function noneView(turn: ClosingTurn, ids: Ids): View {
  const held = heldView(turn, ids['pairing']);
  if (held) return held;
  const active = myRunning(turn).filter(({ pairing }) => pairing.state === 'active');
  const rows = active.map(({ called, pairing }) =>
    row(says.with(called), open(says.open, 'closing', { pairing: pairing.id })),
  );
  const buttons = [open(says.home, 'home')];
  if (ids['pairing'] !== undefined) return { title: says.title, parts: [text(says.gone)], buttons };
  return { title: says.title, parts: rows.length > 0 ? [text(says.which), ...rows] : [text(says.none)], buttons };
}

/** A later day is a new version of their agreement (B18), in schemes that have them. */
const mayGoOn = ({ scheme }: ClosingTurn, { agreedAt }: Pairing): boolean =>
  scheme.agreements || agreedAt !== undefined;

/** How far the two are with saying so. */
function saidParts(turn: ClosingTurn, { pairing, side, given }: MyPairing): Part[] {
  const other = side === 'mentor' ? 'mentee' : 'mentor';
  const said = hasFinished(pairing, side)
    ? says.yours(given)
    : hasFinished(pairing, other)
      ? says.theirs(given)
      : mayGoOn(turn, pairing)
        ? says.bothSay
        : says.bothSayOnly;
  const late = isClosing(pairing, turn.scheme, turn.now)
    ? [note(says.bySelf(dayFor(turn, overAt(pairing, turn.scheme))))]
    : [];
  return [heading(says.waysHead), text(said), ...late];
}

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
      heading(says.backHead),
      list(says.back),
      ...saidParts(turn, mine),
    ],
    buttons: [
      own,
      ...(mayGoOn(turn, pairing) ? [open(says.longer, 'agreement.part', { ...ids, part: '5' })] : []),
      ...(side === 'mentee' && pairing.plannedAt === undefined ? [open(says.plan, 'checkin.plan', ids)] : []),
      open(says.pair, 'pair', ids),
    ],
  };
}

/** Thanks, what is still asked, and the ways on; only one's own yes leads back to the pool (R40). */
function doneView(turn: ClosingTurn, { pairing, side, called }: MyPairing): View {
  const own = pairing[side];
  const part = turn.open.evaluations.find(one => one.pairing === pairing.id && one.person === own);
  const asks = part ? openPoints(part, pairing, turn.scheme, turn.now).length > 0 : false;
  const hasCertificate = part && certificateOf(part, pairing, turn.scheme, turn.now).state === 'ready';
  const isMentor = turn.open.registrations.some(one => one.role === 'mentor' && one.person === own);
  return {
    title: says.doneTitle,
    parts: [
      text(says.done(called, sayDay(pairing.lastDay ?? dayOf(turn.now, turn.scheme.zone)))),
      text(says.doneMore[side]),
    ],
    buttons: [
      open(says.again[side], 'offer', { registration: `${own}-${side}`, pairing: pairing.id }, 'primary'),
      ...(asks ? [open(says.evaluation, 'evaluation')] : []),
      ...(hasCertificate ? [open(says.certificate, 'evaluation.certificate', { evaluation: part.id })] : []),
      ...(side === 'mentee' && !isMentor ? [open(says.become, 'register')] : []),
      open(says.home, 'home'),
    ],
  };
}

function show(turn: ClosingTurn, ids: Ids): View {
  const ended = myPairing(turn, ids['pairing']);
  if (ended?.pairing.state === 'completed') return doneView(turn, ended);
  const mine = chosenPairing(turn, ids['pairing']);
  return mine?.pairing.state === 'active' ? runningView(turn, mine) : noneView(turn, ids);
}

/** One side's word, or that it is taken back. With the second word it is finished. */
function say(turn: ClosingTurn, ids: Ids, isFinished: boolean): Outcome {
  const mine = myPairing(turn, ids['pairing']);
  const before = turn.open.pairing;
  if (mine?.pairing.state !== 'active' || before?.id !== mine.pairing.id)
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
