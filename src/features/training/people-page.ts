// Who has signed up for a session, in the order of signing up, page by page. For co-ordinators.
import { pageOf } from '../../conversation/feature.ts';
import { type Ids, open, text, type View } from '../../conversation/notice.ts';
import { type Opened, one, page, some, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { labels, people as words } from './desk-messages.ts';
import { goneDesk } from './desk-page.ts';
import { sessionIn } from './mine.ts';

const PEOPLE = 30;

const peoplePlan = (ids: Ids) => ({
  session: one('session', sessionIn(ids)),
  bookings: page('booking', 'booking.of', { of: sessionIn(ids), max: PEOPLE, after: ids['after'], oldestFirst: true }),
  people: some('person', via('bookings', 'person')),
});

function peopleView(turn: Turn<Opened<ReturnType<typeof peoplePlan>>>): View {
  const { session, bookings, people } = turn.open;
  if (!session) return goneDesk();
  const after = turn.more['bookings'];
  const lines = bookings.map(booking => {
    const name = people.find(person => person.id === booking.person)?.name ?? words.somebody;
    return text([{ bold: name }, ` – ${words.standing(booking)}`]);
  });
  return {
    title: words.title,
    parts: lines.length > 0 ? lines : [text(words.none)],
    ...(after ? { buttons: [open(labels.next, 'session.people', { session: session.id, after })] } : {}),
    back: { word: 'session.desk', ids: { session: session.id } },
  };
}

export const peoplePage = pageOf({ word: 'session.people', for: 'coordinator', plan: peoplePlan, show: peopleView });
