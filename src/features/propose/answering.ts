// What has to be open to answer a proposal, and who is who in it. The decisions are in decide.ts, what people see in proposal-view.ts.
import { type Opened, one, sealedOne, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { Card, Pairing } from '../../scheme/kinds.ts';
import { givenName } from '../../scheme/reach.ts';
import type { Role } from '../../scheme/records/people.ts';
import { nameOf } from '../../scheme/sealed.ts';
import { sideOf } from '../../scheme/sides.ts';
import { messages } from './messages.ts';

/** The proposal and all that a yes or a no touches, both people's. */
export const answeringPlan = (id: string) => ({
  pairing: one('pairing', id),
  papers: one('papers', id),
  mentorCard: one('card', via('pairing', 'mentor', '-mentor')),
  menteeCard: one('card', via('pairing', 'mentee', '-mentee')),
  mentor: sealedOne('person', via('pairing', 'mentor')),
  mentee: sealedOne('person', via('pairing', 'mentee')),
  mentorPlace: sealedOne('registration', via('pairing', 'mentor', '-mentor')),
  menteePlace: sealedOne('registration', via('pairing', 'mentee', '-mentee')),
  mentorList: sealedOne('exclusions', via('pairing', 'mentor')),
  menteeList: sealedOne('exclusions', via('pairing', 'mentee')),
  menteeFile: sealedOne('casefile', via('pairing', 'mentee', '-mentee')),
  menteeAsMentor: sealedOne('casefile', via('pairing', 'mentee', '-mentor')),
  mentorFile: sealedOne('casefile', via('pairing', 'mentor', '-mentor')),
  mentorAsMentee: sealedOne('casefile', via('pairing', 'mentor', '-mentee')),
});
export type Answering = Opened<ReturnType<typeof answeringPlan>>;

export type Party = { pairing: Pairing; side: Role; card: Card | undefined; name: string; given: string };

/** The proposal seen from the side of the one who acts; undefined when it is not theirs, or not yet (R13). */
export function partyOf(turn: Turn<Answering>): Party | undefined {
  const { pairing, mentorCard, menteeCard, mentor, mentee } = turn.open;
  const side = pairing && sideOf(pairing, turn.actor.person?.id);
  if (!pairing || !side) return undefined;
  const [card, person] = side === 'mentee' ? [mentorCard, mentor] : [menteeCard, mentee];
  const known = card?.name ?? nameOf(person)?.name;
  const name = known ?? messages.several.somebody;
  return { pairing, side, card, name, given: known === undefined ? name : givenName(known) };
}
