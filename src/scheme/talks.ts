// The talks of an event as records: what has been held, and the rounds still to come, worked out for whoever is here now. Pure.
import type { MatchingEvent, Talks } from './kinds.ts';
import type { Role } from './records/people.ts';
import { rotationOf, type Talk, type TalkRound } from './rotation.ts';

/** More rounds than this are never asked for. */
export const MOST_ROUNDS = 20;

export const talksId = (event: string, round: number): string => `${event}-${round}`;
/** The ids of all the rounds there can be. */
export const allTalks = (event: string): string[] =>
  Array.from({ length: MOST_ROUNDS }, (_, n) => talksId(event, n + 1));

/** How many rounds there will be as things stand: as many as were asked for, or fewer where everybody has met everybody before. */
export function roundsIn({ rounds, drawnUp, begun }: Pick<MatchingEvent, 'rounds' | 'drawnUp' | 'begun'>): number {
  return Math.max(begun, drawnUp > 0 ? Math.min(rounds, drawnUp) : rounds);
}

export type Present = { person: string; name: string; role: Role };

function pausesIn(held: readonly Talks[]): Map<string, number> {
  const waited = new Map<string, number>();
  for (const { person } of held.flatMap(round => round.waiting)) waited.set(person, (waited.get(person) ?? 0) + 1);
  return waited;
}

/**
 * The rounds from `from` on, for those who are here. Talks of earlier rounds stay as they were, and nobody has one of them
 * again; who is late is in from now on, and who has gone is not waited for. With links, the first talk of a round has the first.
 */
export function roundsFrom(
  event: Pick<MatchingEvent, 'id' | 'rounds'>,
  from: number,
  here: readonly Present[],
  known: { apart: readonly (readonly [string, string])[]; before: readonly Talks[]; links: readonly string[] },
): Talks[] {
  const held = known.before.filter(round => round.number < from);
  const ids = (role: Role): string[] => here.filter(one => one.role === role).map(one => one.person);
  const met = held.flatMap(round => round.pairs.map(({ mentor, mentee }): Talk => [mentor.person, mentee.person]));
  const rounds = rotationOf({
    seed: event.id,
    mentors: ids('mentor'),
    mentees: ids('mentee'),
    apart: known.apart,
    met,
    waited: pausesIn(held),
    rounds: Math.max(0, event.rounds - from + 1),
  });
  return rounds.map((round, n) => asRecord(event.id, from + n, round, here, known.links));
}

function asRecord(
  event: string,
  number: number,
  round: TalkRound,
  here: readonly Present[],
  links: readonly string[],
): Talks {
  const names = new Map(here.map(one => [one.person, one.name]));
  const seat = (person: string) => ({ person, name: names.get(person) ?? '' });
  return {
    id: talksId(event, number),
    event,
    number,
    pairs: round.pairs.map(([mentor, mentee], n) => {
      const link = links[n];
      return { mentor: seat(mentor), mentee: seat(mentee), ...(link === undefined ? {} : { link }) };
    }),
    waiting: round.waiting.map(({ person, role }) => ({ ...seat(person), role })),
    closedTo: [],
  };
}
