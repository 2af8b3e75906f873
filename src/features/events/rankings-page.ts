// Whom people named after an event, for co-ordinators: never a row that names the reader, or whose author keeps them apart (R17), and no number from which one could tell.
import { pageOf } from '../../conversation/feature.ts';
import { type Ids, note, open, type Part, text, type View } from '../../conversation/notice.ts';
import { type Opened, one, page, sealedSome, some, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { Ranking } from '../../scheme/kinds.ts';
import { excludes } from '../../scheme/sealed.ts';
import { rankings as words } from './after-messages.ts';
import { goneDesk } from './desk-view.ts';
import { eventIn } from './mine.ts';

const ROWS = 20;

const rankingsPlan = (ids: Ids) => ({
  event: one('event', eventIn(ids)),
  // Those that name the reader are not opened at all.
  rankings: page('ranking', 'ranking.of', { of: eventIn(ids), max: ROWS, after: ids['after'], oldestFirst: true }),
  people: some('person', via('rankings', 'person')),
  lists: sealedSome('exclusions', via('rankings', 'person')),
});
type RankingsTurn = Turn<Opened<ReturnType<typeof rankingsPlan>>>;

/** Whether this co-ordinator may read it: not their own (that is read where it was written), and nobody's who has come to keep them apart since. */
function isFor({ open: { lists }, actor }: RankingsTurn, ranking: Ranking): boolean {
  const { person, account, emailHash } = actor;
  const self = { id: person?.id ?? account, emailHash: person?.emailHash ?? emailHash };
  if (ranking.person === self.id || ranking.closedTo.includes(self.id)) return false;
  return !excludes(
    lists.find(cover => cover.id === ranking.person),
    self,
  );
}

function partOf({ open: { people } }: RankingsTurn, { person, role, ranked, ratherNot }: Ranking): Part {
  const name = people.find(found => found.id === person)?.name ?? words.somebody;
  const names = (list: Ranking['ranked']): string[] => list.map(one_ => one_.name || words.somebody);
  return text([
    ...words.author(name, role),
    ...(ranked.length > 0 ? [`\n${words.ranked(names(ranked))}`] : []),
    ...(ratherNot.length > 0 ? ['\n', { italic: words.ratherNot(names(ratherNot)) }] : []),
  ]);
}

function rankingsView(turn: RankingsTurn, ids: Ids): View {
  const { event, rankings } = turn.open;
  if (!event) return goneDesk();
  const shown = rankings.filter(ranking => isFor(turn, ranking));
  const after = turn.more['rankings'];
  return {
    title: words.title,
    parts: [
      note(words.lead),
      ...(shown.length > 0 ? shown.map(ranking => partOf(turn, ranking)) : [text(words.none)]),
      note(words.hidden),
    ],
    ...(after ? { buttons: [open(words.more, 'event.rankings', { event: eventIn(ids), after })] } : {}),
    back: { word: 'event.desk', ids: { event: eventIn(ids) } },
  };
}

export const rankingsPage = pageOf({
  word: 'event.rankings',
  for: 'coordinator',
  plan: rankingsPlan,
  show: rankingsView,
});
