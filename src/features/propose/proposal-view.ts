// What the one who is asked reads: the other's card, why the two of them, the co-ordinator's line, by when; and what those read whose answer is settled.
import { cardParts } from '../../conversation/card.ts';
import { buttons, heading, list, note, open, type Part, press, text, type View } from '../../conversation/notice.ts';
import { sentences } from '../../conversation/sentences.ts';
import type { Turn } from '../../conversation/turn.ts';
import { sayDay } from '../../scheme/calendar.ts';
import type { Pairing } from '../../scheme/kinds.ts';
import { askedSide } from '../../scheme/proposals.ts';
import { isRunning } from '../../scheme/states.ts';
import { whyInWords } from '../../scheme/why.ts';
import { type Answering, type Party, partyOf } from './answering.ts';
import { messages } from './messages.ts';

const words = messages.proposal;

/** The page `proposal` for whoever opens it. */
export function proposalView(turn: Turn<Answering>): View {
  const party = partyOf(turn);
  if (!party) return sentences.notHere();
  return askedSide(party.pairing) === party.side ? questionView(turn, party) : settledView(party);
}

function questionView(turn: Turn<Answering>, party: Party): View {
  const { pairing, side, card, name, given } = party;
  const ids = { pairing: pairing.id };
  const isMentee = side === 'mentee';
  return {
    title: isMentee ? words.titleForMentee : words.titleForMentor,
    parts: [
      text(leadSentence(party)),
      ...(card ? cardParts(card, turn.scheme) : []),
      ...whyParts(turn, side, pairing.chosen ? words.noReasonsChosen(name) : undefined),
      text([{ bold: words.by(sayDay(pairing.answerBy)) }]),
      note(isMentee ? words.afterForMentee(given) : words.afterForMentor(given)),
      buttons(press(words.yes, 'proposal', 'yes', ids, 'primary'), press(words.no, 'proposal', 'no', ids)),
      note(words.sameLine(name)),
      buttons(press(words.sameLineButton, 'proposal', 'line', ids)),
    ],
  };
}

function leadSentence({ pairing, side, name }: Party): string {
  if (side === 'mentee') return words.leadForMentee(name);
  return pairing.chosen ? words.leadForChosen(name) : words.leadForMentor(name);
}

/** Why the two of them, and the co-ordinator's line; the same in the proposal and after the introduction. `otherwise` is said where there is no reason to name. */
export function whyParts(
  turn: Turn<Pick<Answering, 'papers'>>,
  side: Party['side'],
  otherwise: string = words.noReasons,
): Part[] {
  const { papers } = turn.open;
  if (!papers) return [];
  const reasons = whyInWords(papers.why, turn.scheme, side);
  return [
    heading(words.why),
    reasons.length > 0 ? list(reasons) : text(otherwise),
    ...(papers.line ? [text([{ bold: words.line }, '\n', papers.line])] : []),
  ];
}

function settledView({ pairing, side, name }: Party): View {
  const { settled } = messages;
  if (pairing.chosen && side === 'mentee' && !isRunning(pairing.state)) return chosenView(pairing, name);
  if (pairing.state === 'mentee-yes')
    return sayView(settled.waitingTitle, settled.waiting(name, sayDay(pairing.answerBy)));
  if (pairing.state !== 'not-formed') {
    const again = open(settled.pair, 'pair', { pairing: pairing.id }, 'primary');
    return isRunning(pairing.state)
      ? { title: settled.title, parts: [text(settled.introduced)], buttons: [again] }
      : { title: settled.title, parts: [text(settled.noNeed)], buttons: [again] };
  }
  if (pairing.endedBy !== undefined && pairing.endedBy === pairing[side]) return sayView(settled.title, settled.saidNo);
  if (side === 'mentor') return sayView(settled.title, settled.noNeed);
  if (pairing.takenBack) return sayView(settled.title, settled.takenBack);
  return sayView(settled.title, pairing.menteeYesAt === undefined ? settled.passed : settled.notAbout);
}

/** How it stands for a mentee who chose this mentor; where they are past being asked, their own page says how their list goes on. */
function chosenView(pairing: Pairing, name: string): View {
  const { settled } = messages;
  const way = open(settled.choice, 'choose', {}, 'primary');
  if (pairing.state === 'mentee-yes')
    return {
      title: settled.chosenTitle,
      parts: [text(settled.chosen(name, sayDay(pairing.answerBy)))],
      buttons: [way],
    };
  if (pairing.state !== 'not-formed') return sayView(settled.title, settled.noNeed);
  const says = pairing.endedBy === pairing.mentee ? settled.tookBack : settled.chosenNot;
  return { title: settled.title, parts: [text(says)], buttons: [way] };
}

/** A sentence, and the way on. */
export function sayView(title: string, sentence: string): View {
  return { title, parts: [text(sentence)], buttons: [open(messages.settled.home, 'home')] };
}
