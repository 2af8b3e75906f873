// What a pair's page says of what the two agreed: something that waits for a yes, a new direction with its day (R42), and until when they meet. All else stands on the page of their agreement.
import { agreedWord } from '../../conversation/agreed.ts';
import { type Button, note, open, type Part, row, text } from '../../conversation/notice.ts';
import { waitsForYou } from '../../conversation/whose-turn.ts';
import { addDays, dayOf, sayDay } from '../../scheme/calendar.ts';
import type { Agreement, Pairing, Scheme } from '../../scheme/kinds.ts';
import type { Role } from '../../scheme/records/people.ts';
import { messages } from './messages.ts';
import type { PairTurn } from './pair-plan.ts';
import type { Partner } from './pair-view.ts';

const words = messages.pair;
/** For how long after its day a new direction is still worth a look. */
const LOOK_DAYS = 28;

const agreementOf = ({ open: { agreements } }: PairTurn, { id }: Pairing): Agreement | undefined =>
  agreements.find(one => one.id === id);

/** Whether one of the two is asked to confirm; an agreement not where the scheme does without by now (R0). */
const asks = (pairing: Pairing, side: Role, scheme: Scheme): boolean =>
  pairing.toConfirm === side && (scheme.agreements || pairing.confirms === 'change');

/** Something to say yes to comes first of all. */
export function waitingParts({ scheme }: PairTurn, pairing: Pairing, partner: Partner): Part[] {
  const own = partner.side === 'mentor' ? 'mentee' : 'mentor';
  if (asks(pairing, own, scheme)) return [text(waitsForYou(partner.called, pairing))];
  return asks(pairing, partner.side, scheme) ? [note(words.youConfirmed(partner.given))] : [];
}

function directionParts(turn: PairTurn, pairing: Pairing): Part[] {
  const { direction, reviewOn } = agreementOf(turn, pairing)?.versions.at(-1)?.terms ?? {};
  const today = dayOf(turn.now, turn.actor.person?.zone ?? turn.scheme.zone);
  if (!direction || !reviewOn || today > addDays(reviewOn, LOOK_DAYS)) return [];
  const look = open(words.look, agreedWord(turn.scheme), { pairing: pairing.id });
  return [
    text([{ bold: words.direction }, '\n', direction]),
    today < reviewOn ? note(words.lookOn(sayDay(reviewOn))) : row(words.lookNow, look),
  ];
}

/** What the two try, and until when. */
export function agreedParts(turn: PairTurn, pairing: Pairing): Part[] {
  return [
    ...directionParts(turn, pairing),
    ...(pairing.endsOn === undefined ? [] : [note(words.until(sayDay(pairing.endsOn)))]),
  ];
}

/** What waits for this one's yes, if anything does. */
export const confirmButtons = ({ scheme }: PairTurn, pairing: Pairing, side: Role): Button[] =>
  asks(pairing, side, scheme) ? [open(words.confirm, agreedWord(scheme), { pairing: pairing.id }, 'primary')] : [];

/** The way to what they agreed, unless it waits for a yes: where the scheme has agreements, or there is something to read. */
export function agreedButtons(turn: PairTurn, pairing: Pairing, side: Role): Button[] {
  const { scheme } = turn;
  const agreement = agreementOf(turn, pairing);
  const ids = { pairing: pairing.id };
  if (asks(pairing, side, scheme)) return [];
  const hasText = agreement !== undefined && (agreement.draft !== undefined || agreement.versions.length > 0);
  if (!scheme.agreements && !hasText) return [];
  return [open(scheme.agreements ? words.agreement : words.agreed, agreedWord(scheme), ids)];
}
