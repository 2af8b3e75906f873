// What is opened of two people whom a co-ordinator would put together, and what stands in the way of it. Whose list it is, or that it is one, is never said.
import { allOf, type Opened, one, sealedAllOf, sealedOne } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { Registration } from '../../scheme/kinds.ts';
import type { Role } from '../../scheme/records/people.ts';
import { excludes, wouldRatherNot } from '../../scheme/sealed.ts';
import { mayMeet, standingOf } from '../../scheme/wishes.ts';
import { two } from './two-messages.ts';

const { ways } = two;
type Both = { mentee: string; mentor: string };

export const twoPlan = ({ mentee, mentor }: Both) => ({
  mentee: one('person', mentee),
  mentor: one('person', mentor),
  menteeSealed: sealedOne('person', mentee),
  mentorSealed: sealedOne('person', mentor),
  menteePlace: one('registration', `${mentee}-mentee`),
  mentorPlace: one('registration', `${mentor}-mentor`),
  menteeSeat: sealedOne('registration', `${mentee}-mentee`),
  mentorSeat: sealedOne('registration', `${mentor}-mentor`),
  menteeList: sealedOne('exclusions', mentee),
  mentorList: sealedOne('exclusions', mentor),
  menteeCard: one('card', `${mentee}-mentee`),
  mentorCard: one('card', `${mentor}-mentor`),
  menteeFile: one('casefile', `${mentee}-mentee`),
  mentorFile: one('casefile', `${mentor}-mentor`),
  pairings: allOf('pairing', mentee, 40),
  rankings: sealedAllOf('ranking', mentee, 40),
});
export type TwoTurn = Turn<Opened<ReturnType<typeof twoPlan>>>;

export const nameIn = ({ open }: TwoTurn, role: Role): string => open[role]?.name || two.somebody;

/**
 * A co-ordinator puts nobody to themselves: as a mentor they would know before the mentee's yes (R13). Nor do they look for somebody
 * who would rather be kept apart from them (R12).
 */
export function isConcerned({ open, actor: { person, account, emailHash } }: TwoTurn): boolean {
  const self = person ?? { id: account, emailHash };
  const isOne = open.mentee?.id === self.id || open.mentor?.id === self.id;
  return isOne || excludes(open.menteeList, self) || excludes(open.mentorList, self);
}

/** What stands in the way, in words; empty when they can be proposed. */
export function inTheWay(turn: TwoTurn, both: Both): string[] {
  if (isConcerned(turn)) return [ways.self];
  const { open } = turn;
  const sentences = [
    standing(open.menteePlace, nameIn(turn, 'mentee'), 'mentee'),
    standing(open.mentorPlace, nameIn(turn, 'mentor'), 'mentor'),
  ].flatMap(sentence => sentence ?? []);
  const people = {
    mentor: open.mentorSealed,
    mentee: open.menteeSealed,
    mentorList: open.mentorList,
    menteeList: open.menteeList,
    pairings: open.pairings.filter(pairing => pairing.mentee === both.mentee),
  };
  const isApart = wouldRatherNot(open.rankings, both.mentee, both.mentor);
  return [...sentences, ...(mayMeet(people) && !isApart ? [] : [ways.cannot])];
}

function standing(registration: Registration | undefined, name: string, role: Role): string | undefined {
  switch (standingOf(registration)) {
    case 'join':
      return role === 'mentee' ? ways.noMentee(name) : ways.noMentor(name);
    case 'wait':
      return ways.waits(name);
    case 'away':
      return ways.away(name);
    case 'resting':
      return ways.resting(name);
    case 'taken':
      return role === 'mentee' ? ways.menteeTaken(name) : ways.mentorFull(name);
    case 'free':
      return undefined;
  }
}
