// A pair whose mentee has been asked: how it stands, and taking it back before anybody has answered. The mentor never hears of it (B3, R13).
import { pageOf } from '../../conversation/feature.ts';
import { type Ids, open, press, text, type View } from '../../conversation/notice.ts';
import { type Changes, type Outcome, put, view } from '../../conversation/outcome.ts';
import { type Opened, one, sealedOne, some, via } from '../../conversation/plan.ts';
import { sentences } from '../../conversation/sentences.ts';
import type { Turn } from '../../conversation/turn.ts';
import { sayDay } from '../../scheme/calendar.ts';
import type { Pairing } from '../../scheme/kinds.ts';
import { proposalEnds } from '../../scheme/proposals.ts';
import { sideOf } from '../../scheme/sides.ts';
import { messages } from './messages.ts';
import { asked as words } from './more-messages.ts';

const askedPlan = (ids: Ids) => ({
  pairing: one('pairing', ids['pairing'] ?? 'none'),
  mentors: some('person', via('pairing', 'mentor')),
  mentees: some('person', via('pairing', 'mentee')),
  mentorPlace: sealedOne('registration', via('pairing', 'mentor', '-mentor')),
  menteePlace: sealedOne('registration', via('pairing', 'mentee', '-mentee')),
  papers: sealedOne('papers', via('pairing', 'id')),
});
type AskedTurn = Turn<Opened<ReturnType<typeof askedPlan>>>;

/** The pairing, if this co-ordinator may see to it: not their own, and nobody's in it who keeps them apart. */
function pairingIn({ open: { pairing }, actor }: AskedTurn): Pairing | undefined {
  const me = actor.person?.id;
  const isClosed = me !== undefined && pairing && (sideOf(pairing, me) || pairing.closedTo.includes(me));
  return isClosed ? undefined : pairing;
}

function askedView(turn: AskedTurn, said?: string): View {
  const pairing = pairingIn(turn);
  if (!pairing) return { ...sentences.notHere(), back: { word: 'match' } };
  const name = (people: { name: string }[]): string => people[0]?.name || words.somebody;
  const pair = messages.run.pair(name(turn.open.mentees), name(turn.open.mentors));
  const back = pairing.run === undefined ? { word: 'desk' } : { word: 'match.run', ids: { run: pairing.run } };
  const mayTakeBack = pairing.state === 'proposed';
  return {
    title: words.title,
    parts: [
      text([{ bold: pair }]),
      ...(said ? [text(said)] : []),
      text(mayTakeBack ? words.waits(sayDay(pairing.answerBy)) : words.settled),
      ...(mayTakeBack ? [text(words.lead)] : []),
    ],
    buttons: mayTakeBack
      ? [{ ...press(words.takeBack, 'match.asked', 'back', { pairing: pairing.id }), confirm: words.confirm }]
      : [open(words.desk, 'desk')],
    back,
  };
}

/** Both have their place back; the mentee reads one neutral sentence and comes first among equals next time. */
function takenBack({ open, now }: AskedTurn, pairing: Pairing): Changes {
  const ended = proposalEnds(pairing, open, { side: 'mentor', why: 'gone', at: now });
  return {
    put: [
      put('pairing', { ...ended.pairing, takenBack: true }),
      ...ended.registrations.map(place => put('registration', place)),
    ],
    erase: open.papers ? [{ kind: 'papers', id: pairing.id }] : [],
    letters: [
      {
        letter: 'proposal.ended',
        ids: { pairing: pairing.id },
        to: { person: pairing.mentee },
        id: `proposal.ended:${pairing.id}:${pairing.mentee}`,
      },
    ],
    cancel: [`proposal.asked:${pairing.id}:${pairing.mentee}`, `proposal.reminder:${pairing.id}:${pairing.mentee}`],
    history: [{ what: 'proposal.taken-back', about: [pairing.id, pairing.mentee, pairing.mentor] }],
  };
}

export const askedPage = pageOf({
  word: 'match.asked',
  for: 'coordinator',
  plan: askedPlan,
  show: turn => askedView(turn),
  press: {
    back: (turn, ids): Outcome => {
      const pairing = pairingIn(turn);
      const at = { word: 'match.asked', ids: { pairing: ids['pairing'] ?? '' } };
      if (pairing?.state !== 'proposed') return { screen: view(askedView(turn, pairing && words.late), at) };
      const done: View = {
        title: words.title,
        parts: [text(words.done)],
        buttons: [
          ...(pairing.run === undefined ? [] : [open(words.toRun, 'match.run', { run: pairing.run }, 'primary')]),
          open(words.desk, 'desk'),
        ],
      };
      return { changes: takenBack(turn, pairing), screen: view(done, at) };
    },
  },
});
