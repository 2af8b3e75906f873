// What somebody said about whom they met, as a record: who reads it and until when. Asked for by the two pages beside it.
import { type Changes, put } from '../../conversation/outcome.ts';
import type { Turn } from '../../conversation/turn.ts';
import { knownCoordinators } from '../../scheme/coordinators.ts';
import type { MatchingEvent, Ranking, SignUp } from '../../scheme/kinds.ts';
import { rankingClosedTo, rankingsEnd, takesRankings } from '../../scheme/rankings.ts';
import { excludedAmong, type Sealed } from '../../scheme/sealed.ts';
import { rank } from './after-messages.ts';

export type Somebody = { person: string; name: string };

/** Why somebody cannot say whom they would like to meet again; undefined where they can. */
export function whyNotRank(
  turn: Turn<{ event: MatchingEvent | undefined; signup: SignUp | undefined }>,
): string | undefined {
  const { event, signup } = turn.open;
  if (!event || !signup?.attended || signup.person !== turn.actor.person?.id) return rank.notMine;
  if (event.state === 'planned') return rank.early;
  return takesRankings(event, turn.now) ? undefined : rank.closed;
}

type Open = { ranking: Ranking | undefined; list: Sealed<'exclusions'> | undefined };

/** Keeps what was said; nothing is kept of nothing. */
export function keptRanking(
  turn: Turn<Open>,
  event: MatchingEvent,
  signup: SignUp,
  said: { ranked: Somebody[]; ratherNot: Somebody[] },
): Changes | undefined {
  const { ranking: before, list } = turn.open;
  const named = [...said.ranked, ...said.ratherNot];
  if (named.length === 0) return before && { erase: [{ kind: 'ranking', id: before.id }] };
  const { id, person, role } = signup;
  const coordinators = knownCoordinators(turn.scheme);
  const ranking: Ranking = {
    id,
    event: event.id,
    person,
    role,
    ...said,
    at: turn.now,
    eraseAt: before?.eraseAt ?? rankingsEnd(event),
    closedTo: rankingClosedTo(named, excludedAmong(list, coordinators)),
  };
  return { put: [put('ranking', ranking)] };
}
