// An end by mistake: whoever ended it says so, the other one is asked, and with both people's yes it goes on as before. Where a co-ordinator ended it for the two, one of them asks both. Without a yes nothing happens, and nobody asks twice.
import { letterOf, pageOf } from '../../conversation/feature.ts';
import { type MyPairing, myPairing } from '../../conversation/my-pairings.ts';
import { type Ids, type Notice, open, press, text, type View } from '../../conversation/notice.ts';
import { type LetterOrder, type Outcome, put, view } from '../../conversation/outcome.ts';
import { type Opened, one, sealedOne } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { Pairing } from '../../scheme/kinds.ts';
import { isEndedForThem, mayReopen, reopened } from '../../scheme/reopen.ts';
import { alertsOf } from '../../scheme/sealed.ts';
import { isRunning } from '../../scheme/states.ts';
import { redrawn } from './coordinators.ts';
import { endPlan } from './end.ts';
import { says } from './messages.ts';
import { goneView } from './told.ts';

/** The form stays closed to the one who is asked. */
const reopenPlan = (ids: Ids) => ({ ...endPlan(ids), exit: sealedOne('exit', ids['pairing'] ?? 'none') });
type ReopenTurn = Turn<Opened<ReturnType<typeof reopenPlan>>>;

const at = (ids: Ids) => ({ word: 'exit.reopen', ids });
const isAuthor = ({ actor }: ReopenTurn, { pairing }: MyPairing): boolean => pairing.endedBy === actor.person?.id;

/** The author's until they have asked; the other one's from then on. */
function mineToSay(turn: ReopenTurn, ids: Ids): MyPairing | undefined {
  const mine = myPairing(turn, ids['pairing']);
  if (!mine || !mayReopen(mine.pairing, turn.now)) return undefined;
  return isAuthor(turn, mine) || mine.pairing.reopenAskedAt !== undefined ? mine : undefined;
}

function show(turn: ReopenTurn, ids: Ids): View {
  const running = myPairing(turn, ids['pairing']);
  if (running && isRunning(running.pairing.state)) return goesOnView(running);
  const mine = mineToSay(turn, ids);
  if (!mine) return heldBack(turn, ids) ?? goneView();
  if (isEndedForThem(mine.pairing)) return theirsView(mine);
  const to = { pairing: mine.pairing.id };
  const home = open(says.home, 'home');
  if (!isAuthor(turn, mine))
    return {
      title: says.reopenTitle,
      parts: [text(says.reopenAsked(mine.given)), text(says.reopenFree(mine.given))],
      buttons: [press(says.reopenYes, 'exit.reopen', 'yes', to, 'primary'), open(says.reopenNo, 'home')],
    };
  if (mine.pairing.reopenAskedAt !== undefined)
    return { title: says.reopenTitle, parts: [text(says.reopenWaits(mine.given))], buttons: [home] };
  return {
    title: says.reopenTitle,
    parts: [text(says.reopenHow(mine.given))],
    buttons: [press(says.reopenAsk(mine.given), 'exit.reopen', 'ask', to, 'primary'), home],
  };
}

/** Both are asked alike; what one says is theirs until the other one has said the same. */
function theirsView({ pairing, side, given }: MyPairing): View {
  const title = says.reopenTitle;
  if (pairing.reopenYes?.includes(side))
    return { title, parts: [text(says.reopenTheirsWaits(given))], buttons: [open(says.home, 'home')] };
  return {
    title,
    parts: [text(says.reopenTheirsAsked(given)), text(says.reopenTheirsFree(given))],
    buttons: [
      press(says.reopenYes, 'exit.reopen', 'yes', { pairing: pairing.id }, 'primary'),
      open(says.reopenNo, 'home'),
    ],
  };
}

/** The first of two to say yes. */
function firstYes(mine: MyPairing, ids: Ids): Outcome {
  const pairing = { ...mine.pairing, reopenYes: [mine.side] };
  return {
    changes: { put: [put('pairing', pairing)], history: [{ what: 'pairing.reopening-wished', about: [pairing.id] }] },
    screen: view(theirsView({ ...mine, pairing }), at(ids)),
  };
}

/** Of an end by a co-ordinator no alert stands anywhere: whoever ended it hears that it goes on. */
const goesOnOrders = (pairing: Pairing): LetterOrder[] =>
  isEndedForThem(pairing) && pairing.endedBy !== undefined
    ? [
        {
          letter: 'exit.alert',
          ids: { pairing: pairing.id, redrawn: 'yes' },
          to: { account: pairing.endedBy },
          id: `exit.alert-${pairing.id}-goes-on`,
        },
      ]
    : [];

/** Whether this one's yes is only the first of two. */
function isFirst({ pairing, side }: MyPairing): boolean {
  const other = side === 'mentor' ? 'mentee' : 'mentor';
  return isEndedForThem(pairing) && !pairing.reopenYes?.includes(other);
}

/** The other one has not heard of it yet, so they cannot be asked; a co-ordinator can speak with them. */
function heldBack(turn: ReopenTurn, ids: Ids): View | undefined {
  const mine = myPairing(turn, ids['pairing']);
  if (!mine || !isAuthor(turn, mine) || mine.pairing.notice !== 'held') return undefined;
  return {
    title: says.reopenTitle,
    parts: [text(says.reopenHeld(mine.given))],
    buttons: [open(says.ask, 'contact.ask', { pairing: mine.pairing.id }, 'primary'), open(says.home, 'home')],
  };
}

const goesOnView = ({ called, pairing }: MyPairing): View => ({
  title: says.reopenTitle,
  parts: [text(says.reopenDone(called))],
  buttons: [open(says.reopenPair, 'pair', { pairing: pairing.id }, 'primary'), open(says.home, 'home')],
});

function ask(turn: ReopenTurn, ids: Ids): Outcome {
  const mine = mineToSay(turn, ids);
  if (!mine || !isAuthor(turn, mine) || mine.pairing.reopenAskedAt !== undefined)
    return { screen: view(show(turn, ids), at(ids)) };
  const { id } = mine.pairing;
  return {
    changes: {
      put: [put('pairing', { ...mine.pairing, reopenAskedAt: turn.now })],
      letters: [{ letter: 'exit.reopen', ids: { pairing: id }, to: { person: mine.partner }, id: `exit.reopen-${id}` }],
      history: [{ what: 'pairing.reopening-asked', about: [id] }],
    },
    screen: view(
      { title: says.reopenTitle, parts: [text(says.reopenWaits(mine.given))], buttons: [open(says.home, 'home')] },
      at(ids),
    ),
  };
}

function yes(turn: ReopenTurn, ids: Ids): Outcome {
  const mine = mineToSay(turn, ids);
  if (!mine || isAuthor(turn, mine)) return { screen: view(show(turn, ids), at(ids)) };
  if (isFirst(mine)) return mine.pairing.reopenYes ? { screen: view(show(turn, ids), at(ids)) } : firstYes(mine, ids);
  const back = reopened(mine.pairing, turn.open, turn.now, turn.scheme);
  if (!back) {
    const parts = [text(says.reopenNoPlace)];
    const ways = [open(says.ask, 'contact.ask', { pairing: mine.pairing.id }, 'primary'), open(says.home, 'home')];
    return { screen: view({ title: says.reopenTitle, parts, buttons: ways }, at(ids)) };
  }
  const { exit, papers } = turn.open;
  const { id } = mine.pairing;
  return {
    changes: {
      put: [
        put('pairing', back.pairing),
        ...back.registrations.map(registration => put('registration', registration)),
        ...back.exclusions.map(list => put('exclusions', list)),
        ...(papers ? [put('papers', { ...papers, endReasons: undefined, endReasonText: undefined })] : []),
      ],
      // It was a mistake: nothing is kept of it, and the messages about it name nobody any more.
      erase: exit ? [{ kind: 'exit', id }] : [],
      letters: [
        { letter: 'exit.reopened', ids: { pairing: id }, to: { person: mine.partner }, id: `exit.reopened-${id}` },
        ...(exit ? redrawn(alertsOf(exit)) : []),
        ...goesOnOrders(mine.pairing),
      ],
      history: [{ what: 'pairing.reopened', about: [id, mine.pairing.mentor, mine.pairing.mentee] }],
    },
    screen: view(goesOnView({ ...mine, pairing: back.pairing }), at(ids)),
  };
}

export const reopenPage = pageOf({
  word: 'exit.reopen',
  for: 'anyone',
  plan: reopenPlan,
  show,
  press: { ask, yes },
});

const pairingOnly = (ids: Ids) => ({ pairing: one('pairing', ids['pairing'] ?? 'none') });

export const reopenLetter = letterOf({
  name: 'exit.reopen',
  class: 'answer',
  plan: pairingOnly,
  draw: ({ open: { pairing }, now }): Notice | undefined =>
    pairing && mayReopen(pairing, now) && pairing.reopenAskedAt !== undefined
      ? { text: says.something, buttons: [open(says.open, 'exit.reopen', { pairing: pairing.id }, 'primary')] }
      : undefined,
});

export const reopenedLetter = letterOf({
  name: 'exit.reopened',
  class: 'answer',
  plan: pairingOnly,
  draw: ({ open: { pairing } }): Notice | undefined =>
    pairing && isRunning(pairing.state)
      ? { text: says.something, buttons: [open(says.open, 'exit.reopen', { pairing: pairing.id }, 'primary')] }
      : undefined,
});
