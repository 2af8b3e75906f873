// Who is asked directly in a round, and the one follow-up to a mentee: within the message budget, and never a mentor about the mentee (R25, R26).
import { dateOf } from '../../conversation/feature.ts';
import { type Changes, type LetterOrder, put } from '../../conversation/outcome.ts';
import { one, via } from '../../conversation/plan.ts';
import { addWorkingDays, DAY, dayOf, type Instant, instantAt, intoWorkingHours } from '../../scheme/calendar.ts';
import { isDue } from '../../scheme/due.ts';
import type { Pairing, Person, Round, Scheme } from '../../scheme/kinds.ts';
import { isInLane } from '../../scheme/lanes.ts';
import { weeksBetween } from '../../scheme/news.ts';
import { mayPrompt, prompted } from '../../scheme/prompts.ts';
import { hasCheckins } from '../../scheme/rounds.ts';
import { isRunning } from '../../scheme/states.ts';
import type { WriteTurn } from './round.ts';

const FOLLOW_UP_DAYS = 3;

/** R58: in their own zone and working hours. */
const whenFor = (person: Person, at: Instant, scheme: Scheme): Instant =>
  intoWorkingHours(at, person.zone, person.hours, scheme.closedDays);

/** R26: a mentee is asked about meetings at most once in the agreed interval. A shifted round may come up to a week early. */
function isAskedLately(pairing: Pairing, now: Instant, scheme: Scheme): boolean {
  return (
    pairing.askedAt !== undefined && now - pairing.askedAt < Math.max(1, weeksBetween(pairing, scheme) * 7 - 7) * DAY
  );
}

/** Three working days later, for a mentee after the first meeting who had no message on the day and has not chosen none. */
function followUpAt(mentee: Person, now: Instant, scheme: Scheme): Instant {
  const day = addWorkingDays(dayOf(now, mentee.zone), FOLLOW_UP_DAYS, scheme.closedDays, mentee.hours.days);
  return whenFor(mentee, instantAt(day, scheme.checkinTime, mentee.zone), scheme);
}

type Asked = { people: Map<string, Person>; changed: Set<string>; pairings: Pairing[]; letters: LetterOrder[] };

/** Whether the post stands where this person could see it. */
const seesPost = (person: Person, { postedIn }: Round): boolean =>
  postedIn.some(lane => isInLane(person.accounts, lane));

function wantsDirect(person: Person, round: Round): boolean {
  return person.checkins === 'direct' || (!seesPost(person, round) && person.checkins !== 'none');
}

/** One direct message to this person, if they wish and the budget allows; true when it was ordered. Somebody in several pairings gets one, since the first uses up the budget. */
function askDirectly(asked: Asked, turn: WriteTurn, round: Round, id: string): boolean {
  const person = asked.people.get(id);
  if (!person || person.goneAt !== undefined || !wantsDirect(person, round)) return false;
  if (!mayPrompt(person, turn.now, turn.scheme)) return false;
  asked.people.set(id, prompted(person, turn.now, turn.scheme));
  asked.changed.add(id);
  asked.letters.push({
    letter: 'checkin.direct',
    ids: { round: round.id },
    to: { person: id },
    id: `checkin.direct-${round.id}-${id}`,
    notBefore: whenFor(person, turn.now, turn.scheme),
  });
  return true;
}

function askPairing(asked: Asked, turn: WriteTurn, round: Round, pairing: Pairing): void {
  const { now, scheme } = turn;
  const mentee = asked.people.get(pairing.mentee);
  const lately = isAskedLately(pairing, now, scheme);
  askDirectly(asked, turn, round, pairing.mentor);
  const isAsked = !lately && askDirectly(asked, turn, round, pairing.mentee);
  const follows =
    !lately &&
    !isAsked &&
    pairing.met > 0 &&
    mentee?.checkins === 'channel' &&
    seesPost(mentee, round) &&
    !mentee.goneAt;
  asked.pairings.push({
    ...pairing,
    round: round.id,
    askedAt: isAsked ? now : pairing.askedAt,
    followUpAt: follows && mentee ? followUpAt(mentee, now, scheme) : undefined,
  });
}

/** One page of running pairings: those that are due are noted, and their people asked as each of them wishes. */
export function askPairings(turn: WriteTurn, round: Round): Changes {
  const { pairings, mentors, mentees } = turn.open;
  const asked: Asked = {
    people: new Map([...mentors, ...mentees].map(person => [person.id, person])),
    changed: new Set(),
    pairings: [],
    letters: [],
  };
  for (const pairing of pairings) {
    if (isDue(pairing, round, turn.now, turn.scheme)) askPairing(asked, turn, round, pairing);
  }
  return {
    put: [
      ...asked.pairings.map(pairing => put('pairing', pairing)),
      ...[...asked.changed].flatMap(id => asked.people.get(id) ?? []).map(person => put('person', person)),
    ],
    letters: asked.letters,
  };
}

/** Whether the follow-up still has a reason when its day has come. */
function stillOpen(pairing: Pairing, round: Round | undefined, mentee: Person, now: Instant, scheme: Scheme): boolean {
  return (
    round !== undefined &&
    hasCheckins(scheme) &&
    isDue(pairing, round, now, scheme) &&
    mentee.checkins === 'channel' &&
    mentee.goneAt === undefined &&
    mayPrompt(mentee, now, scheme)
  );
}

/** `checkin.follow-up` on a pairing: one direct message to the mentee, if nothing has been heard from them. */
export const followUpDate = dateOf({
  what: 'checkin.follow-up',
  plan: ids => ({
    pairing: one('pairing', ids['id'] ?? 'none'),
    mentee: one('person', via('pairing', 'mentee')),
    round: one('round', via('pairing', 'round')),
  }),
  decide: turn => {
    const { pairing, mentee, round } = turn.open;
    if (!pairing || pairing.followUpAt === undefined || pairing.followUpAt > turn.now) return undefined;
    const done: Pairing = { ...pairing, followUpAt: undefined };
    if (!mentee || !stillOpen(pairing, round, mentee, turn.now, turn.scheme)) return { put: [put('pairing', done)] };
    return {
      put: [put('pairing', { ...done, askedAt: turn.now }), put('person', prompted(mentee, turn.now, turn.scheme))],
      letters: [
        {
          letter: 'checkin.follow-up',
          ids: { pairing: pairing.id },
          to: { person: mentee.id },
          id: `checkin.follow-up-${pairing.id}`,
          notBefore: whenFor(mentee, turn.now, turn.scheme),
        },
      ],
    };
  },
});

/** `pairing.quiet` on a pairing: nothing heard for twice the agreed interval; it stands on the co-ordinators' list, and nobody is written to (B22, R25). */
export const quietDate = dateOf({
  what: 'pairing.quiet',
  plan: ids => ({ pairing: one('pairing', ids['id'] ?? 'none') }),
  decide: turn => {
    const { pairing } = turn.open;
    if (!pairing || pairing.quiet || pairing.quietAt === undefined || pairing.quietAt > turn.now) return undefined;
    return isRunning(pairing.state) ? { put: [put('pairing', { ...pairing, quiet: true })] } : undefined;
  },
});
