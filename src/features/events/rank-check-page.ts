// At an event of hundreds people are named by searching for them: here they are shown once more, each only if they were there in the other role, and then kept.
import { pageOf } from '../../conversation/feature.ts';
import { type Ids, list, note, press, text, type View } from '../../conversation/notice.ts';
import { type Outcome, view } from '../../conversation/outcome.ts';
import { mine, type Opened, one, sealedOne, sealedSome, some } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { signUpId } from '../../scheme/events.ts';
import type { SignUp } from '../../scheme/kinds.ts';
import { MOST_RANKED } from '../../scheme/rankings.ts';
import { attendedAs } from '../../scheme/sealed.ts';
import { rank } from './after-messages.ts';
import { eventIn } from './mine.ts';
import { keptRanking, type Somebody, whyNotRank } from './rank-keep.ts';
import { afterRanking } from './rank-page.ts';

const MOST_NOT = 10;

const listIn = (ids: Ids, name: 'liked' | 'not', most: number): string[] =>
  [...new Set((ids[name] ?? '').split(',').filter(Boolean))].slice(0, most);
const likedIn = (ids: Ids) => listIn(ids, 'liked', MOST_RANKED);
const notIn = (ids: Ids) => listIn(ids, 'not', MOST_NOT);

const checkPlan = (ids: Ids) => {
  const people = [...new Set([...likedIn(ids), ...notIn(ids)])];
  return {
    event: one('event', eventIn(ids)),
    signup: one('signup', mine(`-${eventIn(ids)}`)),
    ranking: one('ranking', mine(`-${eventIn(ids)}`)),
    list: sealedOne('exclusions', mine()),
    others: sealedSome(
      'signup',
      people.map(id => signUpId(id, eventIn(ids))),
    ),
    cards: some(
      'card',
      people.flatMap(id => [`${id}-mentor`, `${id}-mentee`]),
    ),
  };
};
type CheckTurn = Turn<Opened<ReturnType<typeof checkPlan>>>;

/** Those who were there in the other role, with the names on their cards. */
function present(turn: CheckTurn, signup: SignUp, ids: readonly string[]): Somebody[] {
  const role = signup.role === 'mentor' ? 'mentee' : 'mentor';
  return ids.flatMap(person => {
    const cover = turn.open.others.find(one_ => one_.id === signUpId(person, signup.event));
    const card = turn.open.cards.find(one_ => one_.id === `${person}-${role}`);
    return card && attendedAs(cover, role) ? [{ person, name: card.name }] : [];
  });
}

function said(turn: CheckTurn, signup: SignUp, ids: Ids) {
  const ranked = present(turn, signup, likedIn(ids));
  const ratherNot = present(turn, signup, notIn(ids)).filter(
    one_ => !ranked.some(other => other.person === one_.person),
  );
  return { ranked, ratherNot, missing: likedIn(ids).length + notIn(ids).length - ranked.length - ratherNot.length };
}

const carried = (ids: Ids): Ids => ({
  event: eventIn(ids),
  liked: likedIn(ids).join(','),
  not: notIn(ids).join(','),
});

function checkView(turn: CheckTurn, ids: Ids): View {
  const { signup } = turn.open;
  const back = { word: 'event.rank', ids: { event: eventIn(ids) } };
  const why = whyNotRank(turn);
  if (why !== undefined || !signup) return { title: rank.title, parts: [text(why ?? rank.notMine)], back };
  const { ranked, ratherNot, missing } = said(turn, signup, ids);
  return {
    title: rank.title,
    parts: [
      ...(ranked.length > 0
        ? [text([{ bold: rank.ranked.label }]), list(ranked.map((one_, n) => `${n + 1}. ${one_.name}`))]
        : []),
      ...(ratherNot.length > 0 ? [text([{ bold: rank.ratherNot.label }]), list(ratherNot.map(one_ => one_.name))] : []),
      ...(missing > 0 ? [text(rank.notThere)] : []),
      note(rank.secret),
    ],
    buttons: [press(rank.submit, 'event.rank.check', 'send', carried(ids), 'primary')],
    back,
  };
}

export const rankCheckPage = pageOf({
  word: 'event.rank.check',
  for: 'member',
  plan: checkPlan,
  show: checkView,
  press: {
    send: (turn, ids): Outcome => {
      const { event, signup } = turn.open;
      if (!event || !signup || whyNotRank(turn) !== undefined)
        return { screen: view(checkView(turn, ids), { word: 'event.rank.check', ids: carried(ids) }) };
      const { ranked, ratherNot } = said(turn, signup, ids);
      const changes = keptRanking(turn, event, signup, { ranked, ratherNot });
      const screen = afterRanking(event, signup);
      return changes ? { changes, screen } : { screen };
    },
  },
});
