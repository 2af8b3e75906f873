// For co-ordinators who put pairs together by hand: the mentees who wait for a mentor, those who have waited longest first.
import { pageOf } from '../../conversation/feature.ts';
import { open, row, text, type View } from '../../conversation/notice.ts';
import { type Opened, page, some, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { labelsOf } from '../../scheme/options.ts';
import { two } from './two-messages.ts';

const words = two.waiting;
const PAGE = 25;

const waitingPlan = (after: string | undefined) => ({
  waiting: page('registration', 'registration.role:mentee:available', { max: PAGE, after, oldestFirst: true }),
  cards: some('card', via('waiting', 'id')),
});
type WaitingTurn = Turn<Opened<ReturnType<typeof waitingPlan>>>;

export const waitingPage = pageOf({
  word: 'match.waiting',
  for: 'coordinator',
  plan: ids => waitingPlan(ids['after']),
  show: turn => waitingView(turn),
});

/** One's own registration is for another co-ordinator. */
function waitingView({ open: opened, more, scheme, actor }: WaitingTurn): View {
  const rows = opened.waiting
    .filter(one => one.person !== actor.person?.id)
    .map(({ id, person }) => {
      const card = opened.cards.find(found => found.id === id);
      const topics = card && card.topics.length > 0 ? [`\n${words.topics(labelsOf(scheme.topics, card.topics))}`] : [];
      return row([{ bold: card?.name || two.somebody }, ...topics], open(words.think, 'match.two', { mentee: person }));
    });
  const after = more['waiting'];
  return {
    title: words.title,
    parts: rows.length > 0 ? [text(words.lead), ...rows] : [text(words.none)],
    buttons: [...(after === undefined ? [] : [open(words.more, 'match.waiting', { after })]), open(two.desk, 'desk')],
  };
}
