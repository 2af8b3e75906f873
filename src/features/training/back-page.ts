// Marked by mistake: a co-ordinator sees what follows from it for one person, and takes the mark back. Whoever is paired stays so; whoever has to wait for training again is told kindly.
import { pageOf } from '../../conversation/feature.ts';
import type { Form } from '../../conversation/form.ts';
import { type Button, type Ids, open, press, text, type View } from '../../conversation/notice.ts';
import { next, type Outcome, put, view } from '../../conversation/outcome.ts';
import { allOf, type Opened, one, page, some, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { digestOrder } from '../../scheme/joining.ts';
import type { Registration } from '../../scheme/kinds.ts';
import { bookingId, takenBack } from '../../scheme/sessions.ts';
import { isMine } from './came-page.ts';
import { labels, back as words } from './desk-messages.ts';
import { goneDesk } from './desk-page.ts';
import { cameId } from './marking.ts';
import { sessionIn } from './mine.ts';

const NAMES = 40;
const MINE = 40;

const whoPlan = (ids: Ids) => ({
  session: one('session', sessionIn(ids)),
  bookings: page('booking', 'booking.came', { of: sessionIn(ids), max: NAMES, after: ids['after'], oldestFirst: true }),
  people: some('person', via('bookings', 'person')),
});
type WhoTurn = Turn<Opened<ReturnType<typeof whoPlan>>>;

const fieldsOf = (turn: WhoTurn) =>
  ({
    who: {
      kind: 'choice',
      ...words.who,
      options: turn.open.bookings
        .filter(booking => !isMine(turn, booking))
        .flatMap(({ id, person }) => {
          const who = turn.open.people.find(one_ => one_.id === person);
          return who ? [{ key: id, label: who.name }] : [];
        }),
      optional: false,
      seenBy: 'none',
    },
  }) as const;

export const backPage = pageOf({
  word: 'session.back',
  for: 'coordinator',
  plan: whoPlan,
  show: (turn, ids): Form<ReturnType<typeof fieldsOf>> | View => {
    const { session } = turn.open;
    if (!session) return goneDesk();
    const back = { word: 'session.desk', ids: { session: session.id } };
    const after = turn.more['bookings'];
    const buttons: Button[] =
      after === undefined ? [] : [open(labels.next, 'session.back', { session: sessionIn(ids), after })];
    const fields = fieldsOf(turn);
    if (fields.who.options.length === 0) return { title: words.title, parts: [text(words.none)], buttons, back };
    return { title: words.title, fields, submit: labels.show, back, buttons };
  },
  take: ({ open: { bookings } }, ids, { who }) => {
    const person = bookings.find(({ id }) => id === who)?.person ?? 'none';
    return { screen: next('session.back.one', { session: sessionIn(ids), person }) };
  },
});

const onePlan = (ids: Ids) => {
  const person = ids['person'] ?? 'none';
  return {
    session: one('session', sessionIn(ids)),
    booking: one('booking', bookingId(person, sessionIn(ids))),
    person: one('person', person),
    mentor: one('registration', `${person}-mentor`),
    mentee: one('registration', `${person}-mentee`),
    own: allOf('booking', person, MINE),
  };
};
type OneTurn = Turn<Opened<ReturnType<typeof onePlan>>>;

/** What taking the mark back comes to; undefined where there is none, or it is the co-ordinator's own. */
function undone(turn: OneTurn) {
  const { booking, mentor, mentee, own } = turn.open;
  if (!booking?.came || isMine(turn, booking)) return undefined;
  const registrations = [mentor, mentee].flatMap(found => found ?? []);
  const others = own.filter(({ id }) => id !== booking.id);
  const after = takenBack({ booking, registrations, others }, turn.scheme, turn.now);
  const before = (role: Registration['role']) => registrations.find(found => found.role === role);
  return { ...after, moves: after.registrations.map(to => ({ to, from: before(to.role) })) };
}
type Move = { from: Registration | undefined; to: Registration };

/** Whether the way to matching is shut by it, at once or behind a pause: that is what the person hears of. */
const isShut = ({ from, to }: Move): boolean => from?.state !== to.state || from?.formerState !== to.formerState;

function followsIn(name: string, move: Move): string {
  if (isShut(move)) return words.shuts(name, move.to.role);
  return move.to.trainingTakenBack ? words.keeps(name, move.to.role) : words.stays(name);
}

function oneView(turn: OneTurn): View {
  const { session, person } = turn.open;
  const found = undone(turn);
  if (!session || !person || !found) return goneDesk();
  const follows = [...new Set(found.moves.map(move => followsIn(person.name, move)))];
  return {
    title: words.title,
    parts: [
      text(words.ask(person.name)),
      ...(follows.length > 0 ? follows : [words.stays(person.name)]).map(line => text(line)),
      text(words.part),
    ],
    buttons: [
      press(labels.takeBack, 'session.back.one', 'back', { session: session.id, person: person.id }, 'primary'),
      open(labels.keep, 'session.desk', { session: session.id }),
    ],
  };
}

function takeBack(turn: OneTurn, ids: Ids): Outcome {
  const { session, person } = turn.open;
  const found = undone(turn);
  if (!session || !person || !found) return { screen: view(oneView(turn), { word: 'session.back.one', ids }) };
  const { booking, registrations, others, moves } = found;
  const told = { letter: 'session.back', ids: {}, to: { person: person.id } };
  return {
    changes: {
      put: [
        put('booking', booking),
        ...registrations.map(one_ => put('registration', one_)),
        ...others.map(one_ => put('booking', one_)),
      ],
      cancel: [cameId(session.id, person.id)],
      letters: [
        ...(moves.some(isShut) ? [{ ...told, id: `session.back-${session.id}-${person.id}` }] : []),
        // Whether earlier experience counts waits for an answer again.
        ...(registrations.some(({ training }) => training === 'claimed') ? [digestOrder('update')] : []),
      ],
      history: [{ what: 'session.came: taken back', about: [session.id, person.id] }],
    },
    screen: view(
      {
        title: words.title,
        parts: [text(words.done(person.name))],
        buttons: [open(labels.came, 'session.came', { session: session.id })],
        back: { word: 'session.desk', ids: { session: session.id } },
      },
      { word: 'session.desk', ids: { session: session.id } },
    ),
  };
}

export const backOnePage = pageOf({
  word: 'session.back.one',
  for: 'coordinator',
  plan: onePlan,
  show: turn => oneView(turn),
  press: { back: takeBack },
});
