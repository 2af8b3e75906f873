// What people said after an event about whom they met: how long it is kept, who may not read it, and what a matching takes from it. Pure.
import { DAY, type Instant } from './calendar.ts';
import type { MatchingEvent, Ranking, Run } from './kinds.ts';
import type { Role } from './records/people.ts';

const KEPT = 30 * DAY;
/** How many people somebody may name, best first. */
export const MOST_RANKED = 5;

/** Whether people may still say, or change, whom they would like to be matched with: after the event, until a co-ordinator closes it. */
export function takesRankings(event: MatchingEvent, now: Instant): boolean {
  return event.state === 'over' && event.closedAt === undefined && now < rankingsEnd(event);
}

/** Until when rankings are kept where no matching used them. */
export function rankingsEnd(event: Pick<MatchingEvent, 'endsAt'>): Instant {
  return event.endsAt + KEPT;
}

/**
 * Until when a ranking is kept whose time seems to be over: 30 days after the first matching that used it was released, where
 * there was one. Undefined: it is to be erased now.
 */
export function keptLonger(ranking: Ranking, runs: readonly Run[], now: Instant): Instant | undefined {
  const released = runs
    .filter(run => run.usesRankings && run.state === 'released' && (run.closedAt ?? 0) >= ranking.at)
    .map(run => (run.closedAt ?? 0) + KEPT);
  const until = Math.min(...released);
  return Number.isFinite(until) && until > now ? until : undefined;
}

/** Who may never read a ranking, co-ordinator or not: everybody it names, and the co-ordinators on its author's list (R17). */
export function rankingClosedTo(named: readonly { person: string }[], listed: readonly string[]): string[] {
  return [...new Set([...named.map(one => one.person), ...listed])];
}

/** Whom somebody would like, best first, as the matching takes it: tiers of people held equal, here one in each. */
export type Wanted = { id: string; tiers: string[][] };
export type Rankings = {
  menteeRanks: Wanted[];
  mentorRanks: Wanted[];
  /** "Rather not", as pairs of mentee and mentor that are not to be made; both ways round, for people who are both. */
  apart: [mentee: string, mentor: string][];
};

/**
 * What a matching takes from gathered rankings. What somebody said after several events is put together, the newest first. "Rather
 * not" of either keeps two apart, also where the other one named them; nobody is told of it.
 */
export function rankingsFor(gathered: readonly Ranking[]): Rankings {
  const wanted: Record<Role, Map<string, Set<string>>> = { mentee: new Map(), mentor: new Map() };
  const apart: [string, string][] = [];
  for (const { person, role, ranked, ratherNot } of [...gathered].sort((a, b) => b.at - a.at)) {
    const before = wanted[role].get(person) ?? [];
    if (ranked.length > 0) wanted[role].set(person, new Set([...before, ...ranked.map(one => one.person)]));
    for (const other of ratherNot) apart.push([person, other.person], [other.person, person]);
  }
  const listed = (role: Role): Wanted[] =>
    [...wanted[role]].map(([id, others]) => ({ id, tiers: [...others].map(other => [other]) }));
  return { menteeRanks: listed('mentee'), mentorRanks: listed('mentor'), apart };
}
