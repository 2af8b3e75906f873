// A mentee takes back what they asked: the mentor need not answer any more, and both have their place again (R15, R16).
import { type Changes, put } from '../../conversation/outcome.ts';
import { proposalEnds } from '../../scheme/proposals.ts';
import { askedNow, wishEnds } from '../../scheme/wishes.ts';
import type { ListTurn } from './list-page.ts';

/** What it changes; undefined when nobody is asked at this moment. */
export function takenBack({ open, now }: ListTurn): Changes | undefined {
  const pairing = askedNow(open.wish, open.pairings);
  if (!open.wish || !pairing || open.current?.id !== pairing.id) return undefined;
  const places = { mentorPlace: open.mentorPlace, menteePlace: open.seat };
  const ended = proposalEnds(pairing, places, { side: 'mentee', why: 'no', at: now });
  return {
    put: [
      put('wish', wishEnds(open.wish, 'back', now)),
      put('pairing', ended.pairing),
      ...ended.registrations.map(place => put('registration', place)),
    ],
    ...(open.papers ? { erase: [{ kind: 'papers' as const, id: pairing.id }] } : {}),
    letters: [
      {
        letter: 'proposal.ended',
        ids: { pairing: pairing.id },
        to: { person: pairing.mentor },
        id: `proposal.ended:${pairing.id}:${pairing.mentor}`,
      },
    ],
    history: [{ what: 'wish.taken-back', about: [pairing.id, pairing.mentee, pairing.mentor] }],
  };
}
