// A mentor's answer is there, or will not come: the next on the mentee's list is asked by itself, since the wish was their own (R16b); after the last, they hear kindly.
import { dateOf } from '../../conversation/feature.ts';
import type { Ids } from '../../conversation/notice.ts';
import { type Changes, put, together } from '../../conversation/outcome.ts';
import { type Opened, one, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { Pairing, Wish } from '../../scheme/kinds.ts';
import { hasPlace } from '../../scheme/sealed.ts';
import { listGoesOn, wishEnds } from '../../scheme/wishes.ts';
import { askFirst, newsTo } from './ask.ts';
import { mentorsPlan, seekerPlan } from './seeker.ts';

const nextPlan = (id: string) => ({
  pairing: one('pairing', id),
  ...seekerPlan(via('pairing', 'mentee')),
  ...mentorsPlan(via('wish', 'left')),
});
type NextTurn = Turn<Opened<ReturnType<typeof nextPlan>>>;

export const nextRule = dateOf({
  what: 'wish.next',
  plan: (ids: Ids) => nextPlan(ids['id'] ?? ''),
  decide: turn => {
    const { pairing, wish } = turn.open;
    if (!pairing || !listGoesOn(pairing)) return undefined;
    const followed: Changes = { put: [put('pairing', { ...pairing, followed: true })] };
    // A newer list, or one that was taken back, has nothing to do with this pairing any more.
    if (wish?.state !== 'asking' || wish.pairing !== pairing.id) return followed;
    return together(followed, goesOn(turn, pairing, wish));
  },
});

function goesOn(turn: NextTurn, pairing: Pairing, wish: Wish): Changes {
  const { open, now } = turn;
  if (pairing.state !== 'not-formed') return ended(wish, 'introduced', turn);
  // They are away, or somebody else was put to them in between: their list does not get in the way.
  if (!hasPlace(open.seat)) {
    const letters = open.place?.state === 'paused' ? [newsTo(wish.id, turn)] : [];
    return { ...ended(wish, 'aside', turn), letters };
  }
  const asked = askFirst(turn, wish.id, wish.left, wish.asked);
  const news = { letters: [newsTo(wish.id, turn)] };
  if (asked) return together(asked.changes, news);
  return together(
    { put: [put('wish', wishEnds(wish, 'over', now))], history: [{ what: 'wish.over', about: [wish.id] }] },
    news,
  );
}

function ended(wish: Wish, state: Exclude<Wish['state'], 'asking'>, { now }: NextTurn): Changes {
  return { put: [put('wish', wishEnds(wish, state, now))] };
}
