// What two people said of one another after an event, for a co-ordinator whom it does not concern. It is read where it stands, so that it ends with it.
import { allOf } from '../../conversation/plan.ts';
import type { Ranking } from '../../scheme/kinds.ts';
import type { PairRow } from './kept.ts';
import { likings as words } from './more-messages.ts';

const MOST = 40;

/** Everything said after events by this person, or about them. */
export const saidAround = (person: string) => allOf('ranking', person, MOST);

/** The likings of a pair in words; none where nobody named the other. */
export function likingsInWords(rankings: readonly Ranking[], row: PairRow): string[] {
  const likes = (person: string, other: string): boolean =>
    rankings.some(one => one.person === person && one.ranked.some(named => named.person === other));
  const [mentee, mentor] = [likes(row.mentee, row.mentor), likes(row.mentor, row.mentee)];
  if (mentee && mentor) return [words.both];
  if (mentee) return [words.one(row.menteeName, row.mentorName)];
  return mentor ? [words.one(row.mentorName, row.menteeName)] : [];
}
