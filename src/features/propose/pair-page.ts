// The page `pair`: my mentor or mentee, or a choice when there are several. What one pair's page says is in pair-view.ts.
import { pageOf } from '../../conversation/feature.ts';
import { heading, open, type Part, row, text, type View } from '../../conversation/notice.ts';
import { sentences } from '../../conversation/sentences.ts';
import { dayOf, sayDay } from '../../scheme/calendar.ts';
import type { Pairing } from '../../scheme/kinds.ts';
import { askedPerson } from '../../scheme/proposals.ts';
import { isHeldFrom, sideOf } from '../../scheme/sides.ts';
import { isRunning } from '../../scheme/states.ts';
import { messages } from './messages.ts';
import { type PairTurn, pairPlan } from './pair-plan.ts';
import { pairView, partnerIn } from './pair-view.ts';
import { toLookUp } from './reach-view.ts';

export const pairPage = pageOf({
  word: 'pair',
  also: ['mentor', 'mentee'],
  for: 'member',
  help: 'your mentor or mentees, and the next step with them',
  plan: ids => pairPlan(ids['pairing']),
  checks: (_raw, _ids, _scheme, found) => (found ? { accounts: toLookUp(found.open, found.person) } : {}),
  show: (turn, ids) => (ids['pairing'] === undefined ? mineView(turn) : oneView(turn)),
});

function oneView(turn: PairTurn): View {
  const [pairing] = mine(turn);
  if (!pairing) return sentences.notHere();
  return isProposal(pairing) ? severalView(turn, [pairing]) : pairView(turn, pairing);
}

function mineView(turn: PairTurn): View {
  const all = mine(turn);
  const current = all.filter(pairing => isCurrent(pairing, turn.actor.person?.id));
  const [first] = current;
  return first && current.length === 1 && !all.some(isProposal) ? pairView(turn, first) : severalView(turn, all);
}

/** Only the pairings one is part of: a co-ordinator may open others, but they are not "mine". */
function mine(turn: PairTurn): Pairing[] {
  return turn.open.pairings.filter(pairing => sideOf(pairing, turn.actor.person?.id));
}

const isProposal = (pairing: Pairing): boolean => pairing.state === 'proposed' || pairing.state === 'mentee-yes';
const isCurrent = (pairing: Pairing, person: string | undefined): boolean =>
  isRunning(pairing.state) || isHeldFrom(pairing, person);
const EARLIER = 5;

function severalView(turn: PairTurn, all: Pairing[]): View {
  const { several } = messages;
  const person = turn.actor.person?.id;
  const running = all.filter(pairing => isCurrent(pairing, person));
  const proposals = all.filter(isProposal);
  const earlier = all.filter(
    pairing => !isCurrent(pairing, person) && (pairing.state === 'ended-early' || pairing.state === 'completed'),
  );
  const rows: Part[] = [
    ...proposals.map(pairing =>
      row(
        askedPerson(pairing) === person ? several.proposal : pairing.chosen ? several.chosen : several.waiting,
        open(several.open, 'proposal', { pairing: pairing.id }, 'primary'),
      ),
    ),
    ...running.map(pairing => row(partnerIn(turn, pairing).lead, open(several.open, 'pair', { pairing: pairing.id }))),
  ];
  const none = rows.length === 0 ? [text(several.none), text(several.noneMore)] : [];
  return {
    title: several.title,
    parts: [...rows, ...none, ...earlierParts(turn, earlier.slice(0, EARLIER))],
    buttons: [open(several.home, 'home')],
  };
}

function earlierParts(turn: PairTurn, earlier: Pairing[]): Part[] {
  if (earlier.length === 0) return [];
  const { several } = messages;
  return [
    heading(several.earlierHeading),
    ...earlier.map(pairing => {
      const until = sayDay(pairing.lastDay ?? dayOf(pairing.endedAt ?? pairing.proposedAt, turn.scheme.zone));
      return row(
        several.earlier(partnerIn(turn, pairing).name, until),
        open(several.open, 'pair', { pairing: pairing.id }),
      );
    }),
  ];
}
