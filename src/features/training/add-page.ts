// Somebody who came to a session without signing up: a co-ordinator finds them in the directory and marks that they were there.
import { isOnlyCoordinator } from '../../conversation/coordinating.ts';
import { pageOf } from '../../conversation/feature.ts';
import { buttons, type Ids, press, text, type View } from '../../conversation/notice.ts';
import { next, type Outcome, view } from '../../conversation/outcome.ts';
import { type Opened, one } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { Booking, Registration } from '../../scheme/kinds.ts';
import { bookingId, mayJoin } from '../../scheme/sessions.ts';
import { add, labels } from './desk-messages.ts';
import { goneDesk, mayMark } from './desk-page.ts';
import { type Came, marking } from './marking.ts';
import { sessionIn } from './mine.ts';

const deskOf = (ids: Ids) => ({ word: 'session.desk', ids: { session: sessionIn(ids) } });

export const addPage = pageOf({
  word: 'session.add',
  for: 'coordinator',
  plan: (ids: Ids) => ({ session: one('session', sessionIn(ids)) }),
  show: ({ open, now }, ids) =>
    open.session && mayMark(open.session, now)
      ? {
          title: add.title,
          fields: { who: { kind: 'person', ...add.who, atMost: 1, byEmail: false, optional: false, seenBy: 'none' } },
          submit: labels.show,
          back: deskOf(ids),
        }
      : goneDesk(),
  take: (_turn, ids, { who }) => {
    const [found] = who;
    const person = found && 'person' in found ? found.person : 'none';
    return { screen: next('session.add.one', { session: sessionIn(ids), person }) };
  },
});

const onePlan = (ids: Ids) => {
  const person = ids['person'] ?? 'none';
  return {
    session: one('session', sessionIn(ids)),
    seats: one('sessionseats', sessionIn(ids)),
    person: one('person', person),
    booking: one('booking', bookingId(person, sessionIn(ids))),
    mentor: one('registration', `${person}-mentor`),
    mentee: one('registration', `${person}-mentee`),
  };
};
type OneTurn = Turn<Opened<ReturnType<typeof onePlan>>>;

const registrationsOf = ({ open }: OneTurn): Registration[] => [open.mentor, open.mentee].flatMap(found => found ?? []);

/** Why this person cannot be added; undefined where they can. */
function whyNot(turn: OneTurn): string | undefined {
  const { session, person, booking } = turn.open;
  if (!session || !person || person.goneAt) return add.gone;
  if (person.id === turn.actor.person?.id && !isOnlyCoordinator(turn)) return add.own;
  if (booking) return add.already(person.name);
  return mayJoin(session, registrationsOf(turn)) ? undefined : add.notAccepted(person.name);
}

function oneView(turn: OneTurn, ids: Ids): View {
  const { session, person } = turn.open;
  if (!session || !mayMark(session, turn.now)) return goneDesk();
  const back = deskOf(ids);
  const refused = whyNot(turn);
  if (refused !== undefined || !person) return { title: add.title, parts: [text(refused ?? add.gone)], back };
  const on = { session: session.id, person: person.id };
  return {
    title: add.title,
    parts: [
      text(add.ask(person.name)),
      buttons(
        press(labels.was.all, 'session.add.one', 'all', on, 'primary'),
        press(labels.was.part, 'session.add.one', 'part', on),
      ),
    ],
    back,
  };
}

const putIn =
  (came: Came) =>
  (turn: OneTurn, ids: Ids): Outcome => {
    const { session, seats, person } = turn.open;
    const at = { word: 'session.add.one', ids: { session: sessionIn(ids), person: person?.id ?? 'none' } };
    if (!session || !person || !mayMark(session, turn.now) || whyNot(turn) !== undefined)
      return { screen: view(oneView(turn, ids), at) };
    const added: Booking = {
      id: bookingId(person.id, session.id),
      session: session.id,
      person: person.id,
      state: 'waiting',
      at: turn.now,
    };
    const known = { taken: seats?.taken ?? 0, registrations: registrationsOf(turn) };
    return {
      changes: marking(turn, session, [added], known, came),
      screen: next('session.desk', { session: session.id }),
    };
  };

export const addOnePage = pageOf({
  word: 'session.add.one',
  for: 'coordinator',
  plan: onePlan,
  show: oneView,
  press: { all: putIn('all'), part: putIn('part') },
});
