// What somebody's open proposals need opened, and their coming to nothing as changes: for the rooms where people leave, or are found to be gone.
import { endProposalsOf, type ProposalsEnded } from '../scheme/absence.ts';
import type { Instant } from '../scheme/calendar.ts';
import type { Role } from '../scheme/records/people.ts';
import { type Changes, put } from './outcome.ts';
import { allOf, type Opened, sealedSome, type Via, via } from './plan.ts';

/** Somebody's pairings, with the places of both sides and what was written for the two. */
export const proposalsPlan = (person: string | Via) => ({
  pairings: allOf('pairing', person, 40),
  mentorPlaces: sealedSome('registration', via('pairings', 'mentor', '-mentor')),
  menteePlaces: sealedSome('registration', via('pairings', 'mentee', '-mentee')),
  papers: sealedSome('papers', via('pairings', 'id')),
});

type Open = Opened<ReturnType<typeof proposalsPlan>>;

/** The open proposals of a person in these roles come to nothing; the other side hears so, without a reason. */
export function endingProposals(
  person: string,
  open: Open,
  now: Instant,
  roles?: readonly Role[],
): { changes: Changes; freed: ProposalsEnded['freed'] } {
  const places = [...open.mentorPlaces, ...open.menteePlaces];
  const ended = endProposalsOf(person, open.pairings, places, now, roles);
  const papers = open.papers.filter(cover => ended.pairings.some(pairing => pairing.id === cover.id));
  return {
    freed: ended.freed,
    changes: {
      put: [
        ...ended.pairings.map(pairing => put('pairing', pairing)),
        ...ended.registrations.map(registration => put('registration', registration)),
      ],
      erase: papers.map(({ id }) => ({ kind: 'papers' as const, id })),
      letters: ended.told.map(({ person: to, pairing }) => ({
        letter: 'proposal.ended',
        ids: { pairing },
        to: { person: to },
        id: `proposal.ended:${pairing}:${to}`,
      })),
      history: ended.pairings.map(({ id, mentor, mentee }) => ({
        what: 'proposal.came-to-nothing',
        about: [id, mentor, mentee],
      })),
    },
  };
}
