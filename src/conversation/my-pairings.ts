// The pairings of the one who acts, with the other's name: what every room about a pairing opens first.

import { sayDay } from '../scheme/calendar.ts';
import type { Card, Pairing } from '../scheme/kinds.ts';
import { givenName } from '../scheme/reach.ts';
import type { Role } from '../scheme/records/people.ts';
import { hearsBy, isHeldFrom, partnerOf, sideOf } from '../scheme/sides.ts';
import { isRunning } from '../scheme/states.ts';
import { open, text, type View } from './notice.ts';
import { allOf, me, type Opened, some, via } from './plan.ts';
import type { Turn } from './turn.ts';

/** My pairings, newest first, and both people's cards. */
export const pairingsPlan = () => ({
  pairings: allOf('pairing', me, 40),
  mentorCards: some('card', via('pairings', 'mentor', '-mentor')),
  menteeCards: some('card', via('pairings', 'mentee', '-mentee')),
});

type Open = Opened<ReturnType<typeof pairingsPlan>>;

export type MyPairing = {
  pairing: Pairing;
  /** Which side I am on. */
  side: Role;
  partner: string;
  /** The other's name; `your mentor` or `your mentee` where their card is gone. */
  name: string;
  /** What they are called once their full name was said on a page. */
  given: string;
  /** As people say it: `your mentor Sam`. */
  called: string;
};

function nameOn(cards: readonly Card[], person: string): string | undefined {
  return cards.find(card => card.person === person)?.name;
}

/** All pairings I am part of; co-ordinators see their own here, never others'. */
export function myPairings(turn: Turn<Open>): MyPairing[] {
  const self = turn.actor.person?.id;
  return turn.open.pairings.flatMap((pairing): MyPairing[] => {
    const side = sideOf(pairing, self);
    if (side === undefined || self === undefined) return [];
    const partner = partnerOf(pairing, self);
    const role = side === 'mentee' ? 'mentor' : 'mentee';
    const name = nameOn(role === 'mentor' ? turn.open.mentorCards : turn.open.menteeCards, partner);
    const nameless = `your ${role}`;
    const names = name
      ? { name, given: givenName(name), called: `your ${role} ${name}` }
      : { name: nameless, given: nameless, called: nameless };
    return [{ pairing, side, partner, ...names }];
  });
}

/** Those that run: from the introduction to the end. */
export function myRunning(turn: Turn<Open>): MyPairing[] {
  return myPairings(turn).filter(mine => isRunning(mine.pairing.state));
}

/** Mine, by its id. */
export function myPairing(turn: Turn<Open>, id: string | undefined): MyPairing | undefined {
  return myPairings(turn).find(mine => mine.pairing.id === id);
}

/**
 * The running one that an id names, or the only one there is. Undefined: choose, or there is none. An id of anything else
 * (somebody else's, ended) finds nothing.
 */
export function chosenPairing(turn: Turn<Open>, id: string | undefined): MyPairing | undefined {
  const running = myRunning(turn);
  if (id !== undefined) return running.find(mine => mine.pairing.id === id);
  return running.length === 1 ? running[0] : undefined;
}

/** What somebody sees whose notice of an end is held until a co-ordinator has spoken with them: nothing is asked of them. Undefined for anybody else. */
export function heldView(turn: Turn<Open>, id?: string): View | undefined {
  const held = turn.open.pairings.find(
    pairing => (id === undefined || pairing.id === id) && isHeldFrom(pairing, turn.actor.person?.id),
  );
  if (!held) return undefined;
  const by = hearsBy(held, turn.scheme);
  return {
    title: 'Nothing to do',
    parts: [
      text('There is nothing to do at present.'),
      ...(by ? [text(`Your co-ordinator will be in touch by ${sayDay(by)}.`)] : []),
    ],
    buttons: [open('Contact the co-ordinators', 'contact')],
  };
}
