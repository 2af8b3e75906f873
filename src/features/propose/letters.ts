// The letters of proposals and introductions: a neutral line and a button; what it is about is read in private. Each vanishes when it is no longer true.
import { type Letter, letterOf } from '../../conversation/feature.ts';
import type { Ids, Notice } from '../../conversation/notice.ts';
import { open } from '../../conversation/notice.ts';
import { one } from '../../conversation/plan.ts';
import { sayDay } from '../../scheme/calendar.ts';
import type { Pairing } from '../../scheme/kinds.ts';
import { askedPerson } from '../../scheme/proposals.ts';
import { isRunning } from '../../scheme/states.ts';
import { messages } from './messages.ts';

const words = messages.letter;

function pairingLetter(
  name: string,
  draw: (pairing: Pairing, receiver: string | undefined) => Notice | undefined,
): Letter {
  return letterOf({
    name,
    class: 'answer',
    plan: (ids: Ids) => ({ pairing: one('pairing', ids['pairing'] ?? '') }),
    draw: turn => turn.open.pairing && draw(turn.open.pairing, turn.actor.person?.id),
  });
}

const toProposal = (text: string, pairing: Pairing): Notice => ({
  text,
  buttons: [open(words.open, 'proposal', { pairing: pairing.id }, 'primary')],
});

export const letters: Letter[] = [
  pairingLetter('proposal.asked', (pairing, receiver) =>
    askedPerson(pairing) === receiver ? toProposal(words.asked(sayDay(pairing.answerBy)), pairing) : undefined,
  ),
  pairingLetter('proposal.reminder', (pairing, receiver) =>
    askedPerson(pairing) === receiver ? toProposal(words.reminder(sayDay(pairing.answerBy)), pairing) : undefined,
  ),
  // A mentee who chose hears how their list goes on, by a letter of the choose room's.
  pairingLetter('proposal.ended', (pairing, receiver) =>
    pairing.state === 'not-formed' && !(pairing.chosen && receiver === pairing.mentee)
      ? toProposal(words.something, pairing)
      : undefined,
  ),
  pairingLetter('proposal.introduced', pairing =>
    isRunning(pairing.state)
      ? { text: words.something, buttons: [open(words.open, 'pair', { pairing: pairing.id }, 'primary')] }
      : undefined,
  ),
];
