// Who is here: co-ordinators mark people as they come, several at once, and as they go. Marks are added, so that two who mark at the same time undo nothing; one made by mistake is taken back in back-page.ts.
import { type Page, pageOf } from '../../conversation/feature.ts';
import type { ChoicesField } from '../../conversation/form.ts';
import { type Button, type Ids, open, text, type View } from '../../conversation/notice.ts';
import { next, type Outcome, type Put, put } from '../../conversation/outcome.ts';
import { type Opened, one, page, some, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { noSeats, withSeat } from '../../scheme/events.ts';
import type { MatchingEvent, SignUp } from '../../scheme/kinds.ts';
import { here as words } from './desk-messages.ts';
import { goneDesk } from './desk-view.ts';
import { eventIn } from './mine.ts';
import { askOrder } from './over.ts';

/** Names in one form. */
const NAMES = 50;

const plan = (list: string) => (ids: Ids) => ({
  event: one('event', eventIn(ids)),
  signups: page('signup', list, { of: eventIn(ids), max: NAMES, after: ids['after'], oldestFirst: true }),
  people: some('person', via('signups', 'person')),
  seats: one('seats', eventIn(ids)),
});
export type HereTurn = Turn<Opened<ReturnType<ReturnType<typeof plan>>>>;

/** All options stay, whatever was marked meanwhile, so that whoever sends second reads no error. */
function fieldOf({ open: opened }: HereTurn, says: { label: string; hint?: string }): ChoicesField<true> {
  const options = opened.signups.flatMap(signup => {
    const person = opened.people.find(one_ => one_.id === signup.person);
    return person ? [{ key: signup.id, label: words.option(person.name, signup.role, signup) }] : [];
  });
  return { kind: 'choices', ...says, options, optional: true, seenBy: 'self' };
}

type Marking = {
  word: string;
  list: string;
  title: string;
  says: { label: string; hint?: string };
  none: string;
  submit: string;
  mark: (signup: SignUp, event: MatchingEvent) => SignUp;
  /** Whether it can be marked once the event is over. */
  later: boolean;
};

/** One page of people to mark; then the next, and at the end the desk. */
const isOpen = (event: MatchingEvent, later: boolean): boolean =>
  event.state === 'planned' || (later && event.state === 'over');

/** Whoever was waiting and is marked takes a place by that, so that it is there to be given back. */
function newSeats({ open: opened }: HereTurn, event: MatchingEvent, marked: readonly SignUp[]): Put[] {
  const waiting = marked.filter(signup => signup.state === 'waiting');
  if (waiting.length === 0) return [];
  const before = opened.seats ?? noSeats(event.id);
  return [
    put(
      'seats',
      waiting.reduce((seats, { role }) => withSeat(seats, role, 1), before),
    ),
  ];
}

function markPage({ word, list, title, says, none, submit, mark, later }: Marking): Page {
  return pageOf({
    word,
    for: 'coordinator',
    plan: plan(list),
    show: (turn, ids) => {
      const { event } = turn.open;
      if (!event) return goneDesk();
      const back = { word: 'event.desk', ids: { event: eventIn(ids) } };
      const who = fieldOf(turn, says);
      const after = turn.more['signups'];
      const further: Button[] = after === undefined ? [] : [open(words.next, word, { event: event.id, after })];
      if (!isOpen(event, later) || who.options.length === 0)
        return { title, parts: [text(isOpen(event, later) ? none : words.over)], back } satisfies View;
      return { title, fields: { who }, submit, back, ...(further.length > 0 ? { buttons: further } : {}) };
    },
    take: (turn, ids, { who }): Outcome => {
      const { event, signups } = turn.open;
      const after = turn.more['signups'];
      const to =
        after === undefined ? next('event.desk', { event: eventIn(ids) }) : next(word, { event: eventIn(ids), after });
      const marked = signups.filter(signup => who.includes(signup.id));
      if (!event || !isOpen(event, later) || marked.length === 0) return { screen: to };
      return {
        changes: {
          put: [...marked.map(signup => put('signup', mark(signup, event))), ...newSeats(turn, event, marked)],
          // Marked afterwards: they are asked now.
          jobs: event.state === 'over' ? [askOrder(event.id, turn.id('ask'))] : [],
          history: [{ what: word, about: marked.map(signup => signup.id) }],
        },
        screen: to,
      };
    },
  });
}

export const herePage = markPage({
  word: 'event.here',
  list: 'signup.of',
  title: words.hereTitle,
  says: words.who,
  none: words.nobody,
  submit: words.hereSubmit,
  // Whoever was on the waiting list and came has a place by that.
  mark: (signup, event) => ({
    ...signup,
    state: 'in',
    here: event.state === 'planned',
    attended: true,
    takenBackAt: undefined,
  }),
  later: true,
});

export const leftPage = markPage({
  word: 'event.gone',
  list: 'signup.here',
  title: words.goneTitle,
  says: words.whoLeft,
  none: words.nobodyHere,
  submit: words.goneSubmit,
  // Before the first round it was a slip of the finger: they have not been there.
  mark: (signup, event) => ({ ...signup, here: false, attended: event.begun > 0 }),
  later: false,
});
