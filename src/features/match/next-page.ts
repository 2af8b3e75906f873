// The next-best pairs that are prepared: each one tap away from the page where a co-ordinator looks at the two and proposes them.
import { pageOf } from '../../conversation/feature.ts';
import { open, type Part, row, text, type View } from '../../conversation/notice.ts';
import { type Opened, page, some, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { whySentence } from '../../scheme/why.ts';
import { standingOf } from '../../scheme/wishes.ts';
import { messages } from './messages.ts';
import { next as words } from './more-messages.ts';

const PAGE = 20;

const nextPlan = (after: string | undefined) => ({
  suggestions: page('suggestion', 'suggestion.all', { max: PAGE, after }),
  menteePlaces: some('registration', via('suggestions', 'mentee', '-mentee')),
  mentorPlaces: some('registration', via('suggestions', 'mentor', '-mentor')),
  mentees: some('person', via('suggestions', 'mentee')),
  mentors: some('person', via('suggestions', 'mentor')),
});
type NextTurn = Turn<Opened<ReturnType<typeof nextPlan>>>;

/** Those that are still possible: both are free now, and neither is the reader. */
function rows({ open: opened, scheme, actor }: NextTurn): Part[] {
  const { suggestions, menteePlaces, mentorPlaces, mentees, mentors } = opened;
  const isFree = (places: typeof menteePlaces, person: string): boolean =>
    standingOf(places.find(place => place.person === person)) === 'free';
  const name = (people: typeof mentees, id: string): string =>
    people.find(one => one.id === id)?.name || words.somebody;
  return suggestions
    .filter(one => isFree(menteePlaces, one.mentee) && isFree(mentorPlaces, one.mentor))
    .filter(one => actor.person?.id !== one.mentee && actor.person?.id !== one.mentor)
    .map(({ mentee, mentor, why }) =>
      row(
        [
          { bold: messages.run.pair(name(mentees, mentee), name(mentors, mentor)) },
          '\n',
          `${whySentence(why, scheme, 'coordinator', messages.run.noReasons)}.`,
        ],
        open(words.look, 'match.propose', { mentee, mentor }),
      ),
    );
}

function nextView(turn: NextTurn): View {
  const found = rows(turn);
  const after = turn.more['suggestions'];
  return {
    title: words.title,
    parts: found.length > 0 ? [text(words.lead), ...found] : [text(words.none)],
    buttons: [...(after === undefined ? [] : [open(words.more, 'match.next', { after })]), open(words.desk, 'desk')],
  };
}

export const nextPage = pageOf({
  word: 'match.next',
  for: 'coordinator',
  plan: ids => nextPlan(ids['after']),
  show: turn => nextView(turn),
});
