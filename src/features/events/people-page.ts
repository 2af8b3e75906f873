// Who has signed up for an event, in the order of signing up, page by page. For co-ordinators.
import { pageOf } from '../../conversation/feature.ts';
import { type Ids, open, type Part, text, type View } from '../../conversation/notice.ts';
import { type Opened, one, page, some, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { SignUp } from '../../scheme/kinds.ts';
import { labels, people } from './desk-messages.ts';
import { goneDesk } from './desk-view.ts';
import { eventIn } from './mine.ts';

const PEOPLE = 30;

const peoplePlan = (ids: Ids) => ({
  event: one('event', eventIn(ids)),
  signups: page('signup', 'signup.of', { of: eventIn(ids), max: PEOPLE, after: ids['after'], oldestFirst: true }),
  people: some('person', via('signups', 'person')),
});
type PeopleTurn = Turn<Opened<ReturnType<typeof peoplePlan>>>;

function lineOf({ open: opened }: PeopleTurn, signup: SignUp): Part {
  const name = opened.people.find(person => person.id === signup.person)?.name ?? people.somebody;
  return text([{ bold: name }, ` – ${people.standing(signup.role, signup)}`]);
}

function peopleView(turn: PeopleTurn): View {
  const { event, signups } = turn.open;
  if (!event) return goneDesk();
  const after = turn.more['signups'];
  return {
    title: people.title,
    parts: signups.length > 0 ? signups.map(signup => lineOf(turn, signup)) : [text(people.none)],
    ...(after ? { buttons: [open(labels.next, 'event.people', { event: event.id, after })] } : {}),
    back: { word: 'event.desk', ids: { event: event.id } },
  };
}

export const peoplePage = pageOf({ word: 'event.people', for: 'coordinator', plan: peoplePlan, show: peopleView });
