// A matching's answer as it is kept for the preview: rows of pairs and of people left over, with the facts their words are made from.
import type { MenteeChange } from '../../matching/compare.ts';
import type { DrawnPair } from '../../matching/draw.ts';
import type { LeftMentee, LeftMentor } from '../../matching/explain.ts';
import type { Drawn } from '../../matching/question.ts';
import type { RunPage } from '../../scheme/kinds.ts';
import type { Role } from '../../scheme/records/people.ts';
import { CHANGES_A_PAGE, LEFT_A_PAGE, PAIRS_A_PAGE, type PageKind, pagesFor } from './pages.ts';
import { modeOnCards } from './pool.ts';

export type PairRow = RunPage['pairs'][number];
export type LeftRow = RunPage['left'][number];
type Left = { role: 'mentee'; left: LeftMentee } | { role: 'mentor'; left: LeftMentor };
export type ChangeRow = NonNullable<RunPage['changes']>[number];
export type Layout = {
  pairs: DrawnPair[];
  left: Left[];
  changes: readonly MenteeChange[];
  pages: number;
  leftPages: number;
  changePages: number;
  mark: string;
};

const layouts = new WeakMap<Drawn, Layout>();

/** The rows of an answer in the order in which they are shown: pairs with the fewest reasons first. Worked out once for each answer. */
export function layoutOf(drawn: Drawn): Layout {
  const known = layouts.get(drawn);
  if (known) return known;
  const { result } = drawn;
  const changes = drawn.changes?.mentees ?? [];
  const pairs = [...result.pairs].sort((a, b) => a.score - b.score || (a.mentee < b.mentee ? -1 : 1));
  const left: Left[] = [
    ...result.leftMentees.map(left => ({ role: 'mentee' as const, left })),
    ...result.leftMentors.map(left => ({ role: 'mentor' as const, left })),
  ];
  const layout = {
    pairs,
    left,
    changes,
    pages: pagesFor(pairs.length, PAIRS_A_PAGE),
    leftPages: pagesFor(left.length, LEFT_A_PAGE),
    changePages: pagesFor(changes.length, CHANGES_A_PAGE),
    mark: markOf(JSON.stringify([pairs.map(pair => [pair.mentee, pair.mentor]), left.map(one => one.left.id)])),
  };
  layouts.set(drawn, layout);
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

/** The people on one page of pairs, of those left over, or of changes. */
export function peopleOn(layout: Layout, kind: PageKind, n: number): { id: string; role: Role }[] {
  if (kind === 'changes')
    return rowsOn(layout.changes, n, CHANGES_A_PAGE).flatMap(({ mentee, before, after }) => [
      { id: mentee, role: 'mentee' as const },
      ...[...before.mentors, ...after.mentors].map(id => ({ id, role: 'mentor' as const })),
    ]);
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
