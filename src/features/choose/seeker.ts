// What is opened of a mentee who looks for a mentor, and of the mentors they look at; who of those can be asked.
import {
  allOf,
  me,
  type Opened,
  one,
  sealedAllOf,
  sealedOne,
  sealedSome,
  some,
  type Via,
} from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { Instant } from '../../scheme/calendar.ts';
import type { Card } from '../../scheme/kinds.ts';
import { wouldRatherNot } from '../../scheme/sealed.ts';
import { mayBeAsked } from '../../scheme/wishes.ts';

/** The mentee's own: where they stand, their card, their list of people not to be paired with, what they have chosen. */
export const seekerPlan = (who: Via = me) => ({
  mentee: sealedOne('person', who),
  place: one('registration', { ...who, suffix: '-mentee' }),
  seat: sealedOne('registration', { ...who, suffix: '-mentee' }),
  myCard: one('card', { ...who, suffix: '-mentee' }),
  kept: one('exclusions', who),
  keptSealed: sealedOne('exclusions', who),
  wish: one('wish', who),
  pairings: allOf('pairing', who, 40),
  rankings: sealedAllOf('ranking', who, 40),
});

/** Mentors, by way of a field with their ids: what may be shown of them, and what decides whether they can be asked. */
export const mentorsPlan = (from: Via) => ({
  cards: some('card', { ...from, suffix: '-mentor' }),
  ...decidingPlan(from),
});

export const decidingPlan = (from: Via) => ({
  places: sealedSome('registration', { ...from, suffix: '-mentor' }),
  people: sealedSome('person', from),
  lists: sealedSome('exclusions', from),
});

export type Seeker = Opened<ReturnType<typeof seekerPlan>>;
export type Mentors = Opened<ReturnType<typeof mentorsPlan>>;
/** The mentee's own page turns to: their notebook with the list they think of. */
export const ownPlan = () => ({ ...seekerPlan(), book: one('notebook', me) });
export type SeekerTurn = Turn<Opened<ReturnType<typeof ownPlan>>>;

/** Whether a mentor can be asked by this mentee now. Why not is nobody's to know. */
export function canBeAsked(open: Seeker & Mentors, mentor: string, now: Instant): boolean {
  const two = {
    mentor: open.people.find(cover => cover.id === mentor),
    mentee: open.mentee,
    mentorList: open.lists.find(cover => cover.id === mentor),
    menteeList: open.keptSealed,
    pairings: open.pairings,
  };
  const hasCard = open.cards.some(card => card.person === mentor && card.role === 'mentor');
  return (
    hasCard &&
    !wouldRatherNot(open.rankings, open.mentee?.id ?? '', mentor) &&
    mayBeAsked(
      two,
      open.places.find(cover => cover.id === `${mentor}-mentor`),
      now,
    )
  );
}

/** The cards of mentors who can be asked, those that share most of the mentee's topics first. */
export function askable(open: Seeker & Mentors, now: Instant): Card[] {
  const wanted = open.myCard?.topics ?? [];
  const shares = (card: Card): number => wanted.filter(topic => card.topics.includes(topic)).length;
  return open.cards.filter(card => canBeAsked(open, card.person, now)).sort((a, b) => shares(b) - shares(a));
}

export function nameOn(cards: readonly Card[], mentor: string): string | undefined {
  return cards.find(card => card.person === mentor)?.name;
}
