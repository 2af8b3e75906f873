// What the pages of an agreement open, and which pairing they are about.
import { agreedWord } from '../../conversation/agreed.ts';
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
import type { Agreement, Scheme } from '../../scheme/kinds.ts';
import type { Terms } from '../../scheme/records/agreed.ts';
import { isRunning } from '../../scheme/states.ts';
import { says } from './messages.ts';
import { isWhole } from './rules.ts';

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

/** What the page is called: an agreement only where there is one, or the scheme has them. */
export const titleOf = ({ agreements }: Pick<Scheme, 'agreements'>, terms: Terms = {}): string =>
  agreements || isWhole(terms) ? says.title : says.titleAgreed;

/** Where no one pairing is meant: a choice, or that there is none. */
export function noneView(turn: AgreementTurn, ids: Ids): View {
  const buttons = [open(says.home, 'home')];
  const held = heldView(turn, ids['pairing']);
  const title = titleOf(turn.scheme);
  if (ids['pairing'] !== undefined) return held ?? { title, parts: [text(says.gone)], buttons };
  const running = myRunning(turn);
  if (running.length === 0) return held ?? { title, parts: [text(says.none)], buttons };
  const rows = running.map(({ called, pairing }) =>
    row(says.with(called), open(says.open, agreedWord(turn.scheme), { pairing: pairing.id })),
  );
  return { title, parts: [text(says.which), ...rows] };
}
