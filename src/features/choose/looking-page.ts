// For co-ordinators: mentees whose own list has come to its end, so that somebody thinks of them. Lists that name the reader are not among them.
import { pageOf } from '../../conversation/feature.ts';
import { open, row, text, type View } from '../../conversation/notice.ts';
import { type Opened, page, some, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { Card, Wish } from '../../scheme/kinds.ts';
import { inWords } from '../../scheme/options.ts';
import { standingOf } from '../../scheme/wishes.ts';
import { messages } from './messages.ts';
import { nameOn } from './seeker.ts';

const words = messages.looking;
const PAGE = 25;

const lookingPlan = (after: string | undefined) => ({
  wishes: page('wish', 'wish.state:over', { max: PAGE, after }),
  places: some('registration', via('wishes', 'person', '-mentee')),
  people: some('person', via('wishes', 'person')),
  cards: some('card', via('wishes', 'asked', '-mentor')),
});
type LookingTurn = Turn<Opened<ReturnType<typeof lookingPlan>>>;

export const lookingPage = pageOf({
  word: 'choose.looking',
  for: 'coordinator',
  plan: ids => lookingPlan(ids['after']),
  show: turn => lookingView(turn),
});

/** Whom they asked, so that nobody suggests the same; those whose card is gone are only counted. */
function askedNames(cards: readonly Card[], { asked }: Wish): string {
  const names = asked.flatMap(mentor => nameOn(cards, mentor) ?? []);
  return names.length < asked.length ? words.people(asked.length) : inWords(names);
}

function lookingView({ open: opened, more, actor }: LookingTurn): View {
  const { wishes, places, people, cards } = opened;
  const free = wishes.filter(
    wish => wish.person !== actor.person?.id && standingOf(places.find(one => one.person === wish.person)) === 'free',
  );
  const rows = free.map(wish => {
    const name = people.find(person => person.id === wish.person)?.name || words.somebody;
    return row(
      [{ bold: name }, `\n${words.asked(askedNames(cards, wish))}`],
      open(words.suggest, 'match.two', { mentee: wish.person }),
    );
  });
  const after = more['wishes'];
  return {
    title: words.title,
    parts: rows.length > 0 ? [text(words.lead), ...rows] : [text(words.none)],
    buttons: [
      ...(after === undefined ? [] : [open(words.more, 'choose.looking', { after })]),
      open(words.desk, 'desk'),
    ],
  };
}
