// The page on which a proposal is read and answered. What an answer changes is in decide.ts.
import { pageOf } from '../../conversation/feature.ts';
import { type Button, open, row, text, type View } from '../../conversation/notice.ts';
import { type Outcome, view } from '../../conversation/outcome.ts';
import { allOf, me } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { sayDay } from '../../scheme/calendar.ts';
import type { Pairing } from '../../scheme/kinds.ts';
import { askedPerson, askedSide } from '../../scheme/proposals.ts';
import { type Answering, answeringPlan, type Party, partyOf } from './answering.ts';
import { type Answer, menteeYes, mentorYes, sayNo } from './decide.ts';
import { messages } from './messages.ts';
import { proposalView, sayView } from './proposal-view.ts';

const { thanks } = messages;

export const proposalPage = pageOf({
  word: 'proposal',
  for: 'member',
  // Typed as a bare word, it finds whatever waits for an answer of one's own.
  plan: ids => ({ ...answeringPlan(ids['pairing'] ?? ''), mine: allOf('pairing', me, 20) }),
  show: (turn, ids) =>
    ids['pairing'] === undefined ? waitingView(turn.open.mine, turn.actor.person?.id) : proposalView(turn),
  press: {
    yes: turn => answered(turn, party => yesOf(turn, party)),
    no: turn => answered(turn, party => noOf(turn, party, 'no')),
    line: turn => answered(turn, party => noOf(turn, party, 'line')),
  },
});

/** All proposals that wait for this person; the one who is not asked at present sees none. */
function waitingView(pairings: Pairing[], self: string | undefined): View {
  const waiting = pairings.filter(pairing => self !== undefined && askedPerson(pairing) === self);
  if (waiting.length === 0) return sayView(messages.waiting.title, messages.waiting.none);
  const rows = waiting.map(pairing =>
    row(
      messages.waiting.by(sayDay(pairing.answerBy)),
      open(messages.letter.open, 'proposal', { pairing: pairing.id }, 'primary'),
    ),
  );
  return { title: messages.waiting.title, parts: rows };
}

/** Only whoever is asked at present can answer; for everybody else nothing changes and the page says how it stands. */
function answered(turn: Turn<Answering>, answer: (party: Party) => Outcome): Outcome {
  const party = partyOf(turn);
  if (party && askedSide(party.pairing) === party.side) return answer(party);
  return { screen: view(proposalView(turn), at(turn)) };
}

function yesOf(turn: Turn<Answering>, party: Party): Outcome {
  const answer = party.side === 'mentee' ? menteeYes(turn, party.pairing) : mentorYes(turn, party.pairing);
  if (answer.said === 'introduced')
    return {
      changes: answer.changes,
      screen: { show: 'next', to: { word: 'pair', ids: { pairing: party.pairing.id } } },
    };
  const screen = view(afterYes(party, answer), at(turn));
  return answer.changes ? { changes: answer.changes, screen } : { screen };
}

function afterYes({ pairing, name }: Party, answer: Answer): View {
  const back = open(thanks.back, 'proposal', { pairing: pairing.id });
  const withButtons = (sentence: string, way: Button): View => ({
    title: thanks.title,
    parts: [text(sentence)],
    buttons: [way, back],
  });
  switch (answer.said) {
    case 'away':
      return withButtons(thanks.away, open(thanks.me, 'me'));
    case 'full':
      return withButtons(thanks.fullNow, open(thanks.profile, 'profile'));
    case 'waiting':
      return sayView(thanks.title, thanks.menteeYes(name, sayDay(answer.answerBy)));
    default:
      return sayView(thanks.title, thanks.cameToNothing);
  }
}

function noOf(turn: Turn<Answering>, { pairing, side }: Party, why: 'no' | 'line'): Outcome {
  return {
    changes: sayNo(turn, pairing, side, why),
    screen: view(sayView(thanks.title, why === 'no' ? thanks.no : thanks.line), at(turn)),
  };
}

function at(turn: Turn<Answering>) {
  const { pairing } = turn.open;
  return { word: 'proposal', ...(pairing ? { ids: { pairing: pairing.id } } : {}) };
}
