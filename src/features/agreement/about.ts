// What the pages of an agreement open, and which pairing they are about.
import {
  chosenPairing,
  heldView,
  type MyPairing,
  myPairing,
  myRunning,
  pairingsPlan,
} from '../../conversation/my-pairings.ts';
import { type Ids, open, row, text, type View } from '../../conversation/notice.ts';
import { type Opened, one, some, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { Agreement } from '../../scheme/kinds.ts';
import { isRunning } from '../../scheme/states.ts';
import { says } from './messages.ts';

/** All agreements of mine, since a typed word names no pairing. */
export const agreementPlan = () => ({ ...pairingsPlan(), agreements: some('agreement', via('pairings', 'id')) });
/** The one that is written, alone, so that its version is watched. */
export const partPlan = (ids: Ids) => ({ ...pairingsPlan(), agreement: one('agreement', ids['pairing'] ?? 'none') });

export type AgreementTurn = Turn<Opened<ReturnType<typeof agreementPlan>>>;
export type PartTurn = Turn<Opened<ReturnType<typeof partPlan>>>;

export type About = { mine: MyPairing; agreement: Agreement | undefined; isRunning: boolean };

/** Both people's names, as they stand on the paper. */
export function namesOf(turn: AgreementTurn, { pairing }: MyPairing): { mentor: string; mentee: string } {
  const { mentorCards, menteeCards } = turn.open;
  return {
    mentor: mentorCards.find(card => card.person === pairing.mentor)?.name ?? '',
    mentee: menteeCards.find(card => card.person === pairing.mentee)?.name ?? '',
  };
}

/** The one that is meant: running, or, where its id is given, ended: what belongs to the two stays theirs to read (R48). */
export function about(turn: AgreementTurn, ids: Ids): About | undefined {
  const chosen = chosenPairing(turn, ids['pairing']) ?? myPairing(turn, ids['pairing']);
  if (!chosen) return undefined;
  const agreement = turn.open.agreements.find(one_ => one_.id === chosen.pairing.id);
  const runs = isRunning(chosen.pairing.state);
  return runs || agreement ? { mine: chosen, agreement, isRunning: runs } : undefined;
}

/** Where no one pairing is meant: a choice, or that there is none. */
export function noneView(turn: AgreementTurn, ids: Ids): View {
  const buttons = [open(says.home, 'home')];
  const held = heldView(turn, ids['pairing']);
  if (ids['pairing'] !== undefined) return held ?? { title: says.title, parts: [text(says.gone)], buttons };
  const running = myRunning(turn);
  if (running.length === 0) return held ?? { title: says.title, parts: [text(says.none)], buttons };
  const rows = running.map(({ called, pairing }) =>
    row(says.with(called), open(says.open, 'agreement', { pairing: pairing.id })),
  );
  return { title: says.title, parts: [text(says.which), ...rows] };
}
