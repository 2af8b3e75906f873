// After an event: up to five people one would like to be matched with, best first, and with whom rather not. Nobody it names ever sees it (R17).
import { pageOf } from '../../conversation/feature.ts';
import type { ChoicesField, Form, Option, PersonAnswer, PersonField, RankedField } from '../../conversation/form.ts';
import { type Ids, note, open, text, type View } from '../../conversation/notice.ts';
import { next, type Outcome, view } from '../../conversation/outcome.ts';
import { mine, type Opened, one, sealedOne, sealedPage, sealedSome, some, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { MatchingEvent, Ranking, SignUp } from '../../scheme/kinds.ts';
import { MOST_RANKED } from '../../scheme/rankings.ts';
import type { Role } from '../../scheme/records/people.ts';
import { excludes, partnersIn } from '../../scheme/sealed.ts';
import { allTalks } from '../../scheme/talks.ts';
import { rank } from './after-messages.ts';
import { goneView } from './event-view.ts';
import { labels } from './messages.ts';
import { eventIn } from './mine.ts';
import { keptRanking, type Somebody, whyNotRank } from './rank-keep.ts';

/** As many names as six menus of one window hold; where more people were there, they are searched for by name. */
const IN_A_MENU = 95;
const MOST_NOT = 10;

const there = (ids: Ids, role: Role) =>
  sealedPage('signup', 'signup.attended', { of: `${eventIn(ids)}:${role}`, max: IN_A_MENU, oldestFirst: true });

const rankPlan = (ids: Ids) => ({
  event: one('event', eventIn(ids)),
  signup: one('signup', mine(`-${eventIn(ids)}`)),
  ranking: one('ranking', mine(`-${eventIn(ids)}`)),
  list: sealedOne('exclusions', mine()),
  talks: sealedSome('talks', allTalks(eventIn(ids))),
  mentorsThere: there(ids, 'mentor'),
  menteesThere: there(ids, 'mentee'),
  mentorCards: some('card', via('mentorsThere', 'person', '-mentor')),
  menteeCards: some('card', via('menteesThere', 'person', '-mentee')),
});
type RankTurn = Turn<Opened<ReturnType<typeof rankPlan>>>;

type Candidates = { people: Somebody[]; tooMany: boolean };

/** Whoever one talked with; where no talks were held, everybody of the other role who was there and is not on one's own list. */
function candidates(turn: RankTurn, event: MatchingEvent, signup: SignUp): Candidates {
  const { talks, list, mentorCards, menteeCards } = turn.open;
  if (event.begun > 0) return { people: partnersIn(talks, signup.person, event.begun), tooMany: false };
  const cards = signup.role === 'mentee' ? mentorCards : menteeCards;
  const more = turn.more[signup.role === 'mentee' ? 'mentorsThere' : 'menteesThere'];
  const others = cards.filter(({ person }) => person !== signup.person && !excludes(list, { id: person }));
  return { people: others.map(({ person, name }) => ({ person, name })), tooMany: more !== undefined };
}

type Fields = {
  ranked: RankedField<true> | PersonField<true>;
  ratherNot: ChoicesField<true> | PersonField<true>;
};

function fieldsFor({ people, tooMany }: Candidates): Fields {
  const common = { optional: true, seenBy: 'coordinator' } as const;
  if (tooMany)
    return {
      ranked: { kind: 'person', ...rank.ranked, atMost: MOST_RANKED, byEmail: false, ...common },
      ratherNot: { kind: 'person', ...rank.ratherNot, atMost: MOST_NOT, byEmail: false, ...common },
    };
  const options: Option[] = people.map(({ person, name }) => ({ key: person, label: name }));
  return {
    ranked: { kind: 'ranked', ...rank.ranked, options, places: MOST_RANKED, ...common },
    ratherNot: { kind: 'choices', ...rank.ratherNot, options, atMost: MOST_NOT, ...common },
  };
}

/** What was said before, as far as it can be said still. */
function standing(fields: Fields, ranking: Ranking | undefined): Record<string, unknown> {
  const of = (people: readonly Somebody[] = [], field: Fields[keyof Fields]): unknown =>
    field.kind === 'person'
      ? people.map(({ person }) => ({ person }))
      : people.map(({ person }) => person).filter(id => field.options.some(option => option.key === id));
  return { ranked: of(ranking?.ranked, fields.ranked), ratherNot: of(ranking?.ratherNot, fields.ratherNot) };
}

function show(turn: RankTurn, ids: Ids): Form<Fields> | View {
  const { event, signup, ranking } = turn.open;
  if (!event) return goneView();
  const to = { event: eventIn(ids) };
  const back = { word: 'event.one', ids: to };
  const why = whyNotRank(turn);
  if (why !== undefined || !signup) return { title: rank.title, parts: [text(why ?? rank.notMine)], back };
  const found = candidates(turn, event, signup);
  if (found.people.length === 0) {
    const told = signup.toldAt === undefined ? [open(labels.feedback, 'event.feedback', to)] : [];
    return { title: rank.title, parts: [text(rank.nobody)], buttons: told, back };
  }
  const fields = fieldsFor(found);
  return {
    title: rank.title,
    intro: [text(rank.lead(event.title, signup.role)), note(rank.secret)],
    fields,
    values: standing(fields, ranking) as never,
    submit: rank.submit,
    back,
  };
}

type Given = { ranked: readonly (string | PersonAnswer)[]; ratherNot: readonly (string | PersonAnswer)[] };

const idsOf = (given: readonly (string | PersonAnswer)[]): string[] =>
  given.flatMap(one_ => (typeof one_ === 'string' ? one_ : 'person' in one_ ? one_.person : []));

/** Where it goes on: to how it was, for whoever has not told yet. */
export const afterRanking = (event: MatchingEvent, signup: SignUp) =>
  next(signup.toldAt === undefined ? 'event.feedback' : 'event.one', { event: event.id });

function take(turn: RankTurn, ids: Ids, given: Given): Outcome {
  const { event, signup } = turn.open;
  const at = { word: 'event.rank', ids: { event: eventIn(ids) } };
  if (!event || !signup || whyNotRank(turn) !== undefined) return { screen: view(show(turn, ids) as View, at) };
  const [liked, not] = [idsOf(given.ranked), idsOf(given.ratherNot)];
  if (liked.some(id => not.includes(id))) return { problems: { ratherNot: rank.both } };
  const { people, tooMany } = candidates(turn, event, signup);
  // Names that were searched for are looked at once more: whether those people were there.
  if (tooMany && liked.length + not.length > 0)
    return { screen: next('event.rank.check', { event: event.id, liked: liked.join(','), not: not.join(',') }) };
  const named = (list: readonly string[]): Somebody[] =>
    list.flatMap(id => people.find(one_ => one_.person === id) ?? []);
  const changes = keptRanking(turn, event, signup, { ranked: named(liked), ratherNot: named(not) });
  const screen = afterRanking(event, signup);
  return changes ? { changes, screen } : { screen };
}

export const rankPage = pageOf({
  word: 'event.rank',
  for: 'member',
  plan: rankPlan,
  show: (turn, ids) => show(turn, ids),
  take: (turn, ids, given) => take(turn, ids, given as Given),
});
