// What has to be open to show somebody their pairings. What is said of them is in pair-page.ts and pair-view.ts.
import { allOf, me, type Opened, page, sealedSome, some, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';

/** All pairings of the one who acts (or the one named), with what may be shown of both people. */
export const pairPlan = (pairing: string | undefined) => ({
  pairings: pairing === undefined ? allOf('pairing', me, 20) : some('pairing', [pairing]),
  papers: some('papers', via('pairings', 'id')),
  /** What the two agreed: readable by them alone. */
  agreements: some('agreement', via('pairings', 'id')),
  mentorCards: some('card', via('pairings', 'mentor', '-mentor')),
  menteeCards: some('card', via('pairings', 'mentee', '-mentee')),
  mentors: sealedSome('person', via('pairings', 'mentor')),
  mentees: sealedSome('person', via('pairings', 'mentee')),
  /** What either of the two shares with the other, and the notes on their way. */
  mentorShares: some('share', via('pairings', 'id', '-mentor')),
  menteeShares: some('share', via('pairings', 'id', '-mentee')),
  notes: page('note', 'note.of', { of: via('pairings', 'id'), max: 6, oldestFirst: true }),
  /** The latest meetings of the (first) pairing. */
  meetings: page('meeting', 'meeting.of', { of: via('pairings', 'id'), max: 5 }),
  /** What the mentee has reached. */
  objectives: page('objective', 'objective.of', { of: via('pairings', 'id'), max: 12 }),
  /** Whether I have written down something for next time, in my own log. */
  forNextTime: page('logentry', 'logentry.next', { of: me, max: 1, oldestFirst: true }),
});
export type PairTurn = Turn<Opened<ReturnType<typeof pairPlan>>>;
