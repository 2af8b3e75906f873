// Attendance in one list: co-ordinators tick who was there, several at once. Marks are added, so that two who mark at the same time undo nothing; one made by mistake is taken back in back-page.ts.
import { isOnlyCoordinator } from '../../conversation/coordinating.ts';
import { pageOf } from '../../conversation/feature.ts';
import type { ChoiceField, ChoicesField, Form } from '../../conversation/form.ts';
import { type Button, type Ids, open, text, type View } from '../../conversation/notice.ts';
import { next, type Outcome } from '../../conversation/outcome.ts';
import { type Opened, one, page, some, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { Booking } from '../../scheme/kinds.ts';
import { labels, came as words } from './desk-messages.ts';
import { goneDesk, mayMark } from './desk-page.ts';
import { type Came, marking } from './marking.ts';
import { sessionIn } from './mine.ts';

/** Names in one form: with a booking and two registrations each, one step stays small. */
const NAMES = 40;

const camePlan = (ids: Ids) => ({
  session: one('session', sessionIn(ids)),
  seats: one('sessionseats', sessionIn(ids)),
  bookings: page('booking', 'booking.of', { of: sessionIn(ids), max: NAMES, after: ids['after'], oldestFirst: true }),
  people: some('person', via('bookings', 'person')),
  mentors: some('registration', via('bookings', 'person', '-mentor')),
  mentees: some('registration', via('bookings', 'person', '-mentee')),
});
type CameTurn = Turn<Opened<ReturnType<typeof camePlan>>>;
type CameFields = { who: ChoicesField<true>; how: ChoiceField<false> };

/** Nobody marks their own training, unless there is no other co-ordinator. */
export const isMine = (turn: Turn, { person }: Pick<Booking, 'person'>): boolean =>
  person === turn.actor.person?.id && !isOnlyCoordinator(turn);

/** All options stay, whatever was marked meanwhile, so that whoever sends second reads no error. */
function fieldsOf(turn: CameTurn): CameFields {
  const { bookings, people } = turn.open;
  const options = bookings
    .filter(booking => !isMine(turn, booking))
    .flatMap(booking => {
      const person = people.find(one_ => one_.id === booking.person);
      return person ? [{ key: booking.id, label: words.option(person.name, booking.came) }] : [];
    });
  return {
    who: { kind: 'choices', ...words.who, options, optional: true, seenBy: 'self' },
    how: { kind: 'choice', ...words.how, options: words.hows, optional: false, seenBy: 'self' },
  };
}

function cameForm(turn: CameTurn, ids: Ids): Form<CameFields> | View {
  const { session, bookings } = turn.open;
  if (!session) return goneDesk();
  const back = { word: 'session.desk', ids: { session: sessionIn(ids) } };
  const title = words.title;
  if (!mayMark(session, turn.now))
    return { title, parts: [text(session.state === 'off' ? words.off : words.early)], back };
  const fields = fieldsOf(turn);
  const after = turn.more['bookings'];
  const further: Button[] =
    after === undefined ? [] : [open(labels.next, 'session.came', { session: session.id, after })];
  if (fields.who.options.length === 0) {
    const says = bookings.some(booking => isMine(turn, booking)) ? words.own : words.nobody;
    const add = open(labels.add, 'session.add', { session: session.id });
    return { title, parts: [text(says)], buttons: [...further, add], back };
  }
  const form: Form<CameFields> = { title, fields, values: { how: 'all' }, submit: labels.save, back };
  return further.length > 0 ? { ...form, buttons: further } : form;
}

export const camePage = pageOf({
  word: 'session.came',
  for: 'coordinator',
  plan: camePlan,
  show: cameForm,
  take: (turn, ids, { who, how }): Outcome => {
    const { session, seats, bookings, mentors, mentees } = turn.open;
    const after = turn.more['bookings'];
    const here = { session: sessionIn(ids) };
    const screen = after === undefined ? next('session.desk', here) : next('session.came', { ...here, after });
    const came = how as Came;
    // Whoever is marked so already is not told again.
    const marked = bookings.filter(
      one_ => who.includes(one_.id) && !isMine(turn, one_) && one_.came !== 'all' && one_.came !== came,
    );
    if (!session || !mayMark(session, turn.now) || marked.length === 0) return { screen };
    const known = { taken: seats?.taken ?? 0, registrations: [...mentors, ...mentees] };
    return { changes: marking(turn, session, marked, known, came), screen };
  },
});
