// The private window behind *Check in*: who has which answers, and what each of them does. It never tells anybody to chase (R25).
import { pageOf } from '../../conversation/feature.ts';
import { chosenPairing, heldView, type MyPairing, myRunning } from '../../conversation/my-pairings.ts';
import { type Button, type Ids, open, press, row, text, type View } from '../../conversation/notice.ts';
import { type Changes, next, type Outcome, put, together, view } from '../../conversation/outcome.ts';
import { quietMentor } from '../../conversation/whose-turn.ts';
import { sayInstant } from '../../scheme/calendar.ts';
import { heardFrom } from '../../scheme/news.ts';
import { hasCheckins } from '../../scheme/rounds.ts';
import { isLive } from '../../scheme/states.ts';
import { says } from './messages.ts';
import { counted, goneView, type MineTurn, minePlan, thanks } from './mine.ts';

const at = (pairing: string) => ({ word: 'checkin', ids: { pairing } });

/** The answers open to this side: dates are not the mentor's to answer for after the first meeting (R20, R25). */
function answersFor({ pairing, side }: MyPairing): Button[] {
  const ids = { pairing: pairing.id };
  const met = press(says.met, 'checkin', 'met', ids, 'primary');
  const planned = open(says.isPlanned, 'checkin.plan', ids);
  const notWorking = open(says.notWorking, 'difficulty', ids);
  const ask = open(says.ask, 'contact.ask', ids);
  if (side === 'mentee') return [met, planned, press(says.notYet, 'checkin', 'not-yet', ids), notWorking];
  if (pairing.met === 0) return [met, planned, notWorking, ask];
  return [met, press(says.nothing, 'checkin', 'nothing', ids), notWorking, ask];
}

function askView(turn: MineTurn, mine: MyPairing): View {
  const { pairing, side } = mine;
  const ahead = pairing.plannedAt !== undefined && pairing.plannedAt > turn.now;
  const zone = turn.actor.person?.zone ?? turn.scheme.zone;
  return {
    title: says.title,
    parts: [
      text(says.how(mine.called)),
      ...(ahead ? [text(says.planned(sayInstant(pairing.plannedAt ?? 0, zone)))] : []),
      ...(side === 'mentor' && pairing.quiet && pairing.met > 0 ? [text(quietMentor(mine.called))] : []),
    ],
    buttons: answersFor(mine),
  };
}

function chooseView(running: MyPairing[]): View {
  const rows = running.map(({ called, pairing }) =>
    row(says.withWhom(called), open(says.choose, 'checkin', { pairing: pairing.id })),
  );
  return { title: says.title, parts: [text(says.which), ...rows] };
}

/** Whoever is registered already is not asked to register. */
const noPairingView = ({ actor, open: { registrations } }: MineTurn): View => ({
  title: says.noPairingHead,
  parts: [text(says.noPairing)],
  buttons: registrations.some(one => one.person === actor.person?.id && isLive(one.state))
    ? [open(says.home, 'home', {}, 'primary')]
    : [open(says.register, 'register', {}, 'primary'), open(says.home, 'home')],
});

function show(turn: MineTurn, ids: Ids): View {
  const mine = chosenPairing(turn, ids['pairing']);
  if (mine) return askView(turn, mine);
  const held = heldView(turn, ids['pairing']);
  const running = myRunning(turn);
  if (ids['pairing'] !== undefined) return held ?? goneView();
  if (running.length > 1) return chooseView(running);
  return held ?? noPairingView(turn);
}

function notYetView({ scheme }: MineTurn, { pairing, called }: MyPairing): View {
  const ids = { pairing: pairing.id };
  return {
    title: says.title,
    parts: [text(says.notYetHead(called))],
    buttons: [
      open(says.plan, 'checkin.plan', ids, 'primary'),
      ...(hasCheckins(scheme) ? [open(says.pause, 'checkin.pause', ids)] : []),
      open(says.ask, 'contact.ask', ids),
    ],
    back: at(pairing.id),
  };
}

/** Somebody answered: the pairing was heard of; a mentee who answers is not asked again in this round. */
function heard(turn: MineTurn, { pairing, side }: MyPairing): Changes {
  const before = side === 'mentee' ? { ...pairing, followUpAt: undefined } : pairing;
  return together({ put: [put('pairing', heardFrom(before, turn.now, turn.scheme))] }, counted(turn));
}

type Answer = (turn: MineTurn, mine: MyPairing) => Outcome;

/** A button about a pairing that is not there, or not for this side, shows the page as it stands and changes nothing. */
const answer =
  (side: MyPairing['side'] | 'either', decide: Answer) =>
  (turn: MineTurn, ids: Ids): Outcome => {
    const mine = chosenPairing(turn, ids['pairing']);
    const theirs = mine && (side === 'either' || mine.side === side);
    if (!mine || !theirs) return { screen: view(show(turn, ids), { word: 'checkin', ids }) };
    return decide(turn, mine);
  };

export const checkinPage = pageOf({
  word: 'checkin',
  for: 'anyone',
  plan: (ids: Ids) => minePlan(ids['pairing']),
  show,
  press: {
    met: answer('either', (turn, mine) => ({
      changes: heard(turn, mine),
      screen: next('review', { pairing: mine.pairing.id }),
    })),
    'not-yet': answer('mentee', (turn, mine) => ({
      changes: heard(turn, mine),
      screen: view(notYetView(turn, mine), at(mine.pairing.id)),
    })),
    nothing: answer('mentor', (turn, mine) => ({
      changes: heard(turn, mine),
      screen: view(thanks(says.thanksNothing), at(mine.pairing.id)),
    })),
  },
});
