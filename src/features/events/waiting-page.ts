// Who has been accepted and can be matched once they have been to an event (R8), the longest wait first. For co-ordinators.
import { pageOf } from '../../conversation/feature.ts';
import { buttons, type Ids, open, row, text, type View } from '../../conversation/notice.ts';
import { type Opened, page, some, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { labels, people, waiting } from './desk-messages.ts';
import { labels as common } from './messages.ts';

const PEOPLE = 25;

const waitingPlan = (ids: Ids) => ({
  ready: page('registration', 'registration.state:ready', { max: PEOPLE, after: ids['after'], oldestFirst: true }),
  people: some('person', via('ready', 'person')),
});

function waitingView(turn: Turn<Opened<ReturnType<typeof waitingPlan>>>): View {
  const { ready, people: known } = turn.open;
  const after = turn.more['ready'];
  const rows = ready.map(({ person, role }) => {
    const name = known.find(one => one.id === person)?.name ?? people.somebody;
    return row([{ bold: name }, ` – ${role}`], open(common.look, 'people.one', { person }));
  });
  return {
    title: waiting.title,
    parts: [
      text(ready.length > 0 ? waiting.lead : waiting.none),
      buttons(open(common.newEvent, 'event.new', {}, 'primary'), open(common.all, 'events')),
      ...rows,
    ],
    ...(after ? { buttons: [open(labels.next, 'event.waiting', { after })] } : {}),
    back: { word: 'desk' },
  };
}

export const waitingPage = pageOf({
  word: 'event.waiting',
  for: 'coordinator',
  plan: waitingPlan,
  show: waitingView,
});
