// Asking the first on a mentee's list who can be asked (B1, B2, R16): the same when the mentee presses and when the list goes on by itself.
import { type Changes, type LetterOrder, put } from '../../conversation/outcome.ts';
import type { Turn } from '../../conversation/turn.ts';
import { type Instant, intoWorkingHours } from '../../scheme/calendar.ts';
import { knownCoordinators } from '../../scheme/coordinators.ts';
import { closedTo } from '../../scheme/ends.ts';
import type { Pairing, Scheme, Wish } from '../../scheme/kinds.ts';
import { answerDates, chosenProposal } from '../../scheme/proposals.ts';
import { reachOf, takePlace } from '../../scheme/sealed.ts';
import { whyFromCards } from '../../scheme/why.ts';
import { askingNow } from '../../scheme/wishes.ts';
import { canBeAsked, type Mentors, type Seeker } from './seeker.ts';

type Asking = Turn<Seeker & Mentors>;
export type Asked = { pairing: Pairing; wish: Wish; skipped: string[]; changes: Changes };

/** Asks the first of these mentors who can be asked; undefined when none can, or the mentee has no place for a mentor. */
export function askFirst(
  turn: Asking,
  mentee: string,
  order: readonly string[],
  askedBefore: string[],
): Asked | undefined {
  const { open, now } = turn;
  const at = order.findIndex(mentor => canBeAsked(open, mentor, now));
  const mentor = order[at];
  if (mentor === undefined || !open.seat) return undefined;
  const pairing = proposalTo(turn, mentee, mentor);
  const keptFrom = open.kept?.closedTo ?? [];
  const wish = askingNow({ id: mentee, left: order.slice(at + 1), asked: askedBefore, keptFrom }, pairing, now);
  return { pairing, wish, skipped: order.slice(0, at), changes: asking(turn, pairing, wish) };
}

function proposalTo(turn: Asking, mentee: string, mentor: string): Pairing {
  const { open, now, scheme } = turn;
  const lists = { mentorList: open.lists.find(one => one.id === mentor), menteeList: open.keptSealed };
  const coordinators = knownCoordinators(scheme);
  return chosenProposal(
    {
      id: turn.id(`pairing:${mentee}:${mentor}`),
      mentee,
      mentor,
      closedTo: closedTo({ mentee, mentor }, lists, coordinators),
    },
    now,
    answerDates(now, scheme, hoursOf(turn, mentor)),
  );
}

function asking(turn: Asking, pairing: Pairing, wish: Wish): Changes {
  const { open, scheme } = turn;
  const { mentor, mentee } = pairing;
  const place = open.places.find(one => one.id === `${mentor}-mentor`);
  const card = open.cards.find(one => one.person === mentor);
  return {
    put: [
      put('wish', wish),
      put('pairing', pairing),
      put('papers', {
        id: pairing.id,
        mentor,
        mentee,
        why: open.myCard && card ? whyFromCards(open.myCard, card, scheme) : {},
      }),
      ...[place, open.seat].flatMap(one => (one ? [put('registration', takePlace(one))] : [])),
    ],
    letters: [
      {
        letter: 'proposal.asked',
        ids: { pairing: pairing.id },
        to: { person: mentor },
        id: `proposal.asked:${pairing.id}:${mentor}`,
        notBefore: inHours(turn.now, hoursOf(turn, mentor), scheme),
      },
    ],
    history: [{ what: 'proposed by the mentee', about: [pairing.id, mentee, mentor] }],
  };
}

/** Word to the mentee that their list has gone on, or come to its end. */
export function newsTo(mentee: string, turn: Asking): LetterOrder {
  const reach = reachOf(turn.open.mentee) ?? usualHours(turn.scheme);
  return {
    letter: 'choose.news',
    ids: { wish: mentee },
    to: { person: mentee },
    id: `choose.news:${mentee}`,
    notBefore: inHours(turn.now, reach, turn.scheme),
  };
}

type Hours = Parameters<typeof answerDates>[2];
const usualHours = ({ zone }: Scheme): Hours => ({
  zone,
  hours: { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' },
});

function hoursOf({ open, scheme }: Asking, mentor: string): Hours {
  return reachOf(open.people.find(one => one.id === mentor)) ?? usualHours(scheme);
}

/** R58: in their own zone, inside their working hours. */
function inHours(now: Instant, { zone, hours }: Hours, { closedDays }: Scheme): Instant {
  return intoWorkingHours(now, zone, hours, closedDays);
}
