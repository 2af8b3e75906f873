// A matching's answer as it is kept for the preview: rows of pairs and of people left over, with the facts their words are made from.
import type { DrawnPair, MatchResult } from '../../matching/draw.ts';
import type { LeftMentee, LeftMentor } from '../../matching/explain.ts';
import type { RunPage } from '../../scheme/kinds.ts';
import type { Role } from '../../scheme/records/people.ts';
import { modeOnCards } from './gather.ts';
import { LEFT_A_PAGE, PAIRS_A_PAGE, pagesFor } from './pages.ts';

export type PairRow = RunPage['pairs'][number];
export type LeftRow = RunPage['left'][number];
type Left = { role: 'mentee'; left: LeftMentee } | { role: 'mentor'; left: LeftMentor };
export type Layout = { pairs: DrawnPair[]; left: Left[]; pages: number; leftPages: number; mark: string };

const layouts = new WeakMap<MatchResult, Layout>();

/** The rows of an answer in the order in which they are shown: pairs with the fewest reasons first. Worked out once for each answer. */
export function layoutOf(result: MatchResult): Layout {
  const known = layouts.get(result);
  if (known) return known;
  const pairs = [...result.pairs].sort((a, b) => a.score - b.score || (a.mentee < b.mentee ? -1 : 1));
  const left: Left[] = [
    ...result.leftMentees.map(left => ({ role: 'mentee' as const, left })),
    ...result.leftMentors.map(left => ({ role: 'mentor' as const, left })),
  ];
  const layout = {
    pairs,
    left,
    pages: pagesFor(pairs.length, PAIRS_A_PAGE),
    leftPages: pagesFor(left.length, LEFT_A_PAGE),
    mark: markOf(JSON.stringify([pairs.map(pair => [pair.mentee, pair.mentor]), left.map(one => one.left.id)])),
  };
  layouts.set(result, layout);
  return layout;
}

/** A short mark by which one answer is told from another (FNV-1a): after a crash it is worked out again, perhaps with other people. */
function markOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
}

/** The facts behind a pair, without points: those are for the matching alone. */
export function whyOf(pair: DrawnPair): Record<string, unknown> {
  const { sharedTopics, wantedTopics, sharedAreas, sharedModes, sharedSlots, sameSite, stepsAhead } = pair;
  return {
    sharedTopics,
    wantedTopics,
    sharedAreas,
    sharedModes: sharedModes.map(modeOnCards),
    sharedSlots,
    sameSite,
    stepsAhead,
  };
}

/** How many mentors are named as worth one more place. */
const HELPERS = 2;
/** Mentors with whom one more place would help somebody left over. */
export const helpersOf = (one: Left): string[] =>
  one.role === 'mentee' ? one.left.onePlaceWith.slice(0, HELPERS) : [];

/** Why somebody was left over, as numbers: nobody else is named in it. */
export function reasonOf({ role, left }: Left): Record<string, unknown> {
  const { reason, relax } = left;
  const common = { kind: reason.kind, relax };
  if (reason.kind === 'nobody-eligible') return { ...common, considered: reason.considered, ruledOut: reason.ruledOut };
  if (role === 'mentee' && reason.kind === 'all-full' && reason.shortage) {
    const { mentees, mentors, places } = reason.shortage;
    return {
      ...common,
      eligible: reason.eligible,
      short: { mentees: mentees.length, mentors: mentors.length, places },
    };
  }
  return { ...common, eligible: reason.eligible };
}

/** The people on one page of pairs, or of those left over. */
export function peopleOn(layout: Layout, kind: 'pairs' | 'left', n: number): { id: string; role: Role }[] {
  if (kind === 'pairs')
    return rowsOn(layout.pairs, n, PAIRS_A_PAGE).flatMap(({ mentee, mentor }) => [
      { id: mentee, role: 'mentee' as const },
      { id: mentor, role: 'mentor' as const },
    ]);
  return rowsOn(layout.left, n, LEFT_A_PAGE).map(({ role, left }) => ({ id: left.id, role }));
}

export function rowsOn<T>(rows: readonly T[], n: number, each: number): T[] {
  return rows.slice(n * each, (n + 1) * each);
}
