// Somebody who came without signing up: a co-ordinator finds them in the directory and puts them in, in a role they have been accepted for.
import { pageOf } from '../../conversation/feature.ts';
import { buttons, type Ids, press, text, type View } from '../../conversation/notice.ts';
import { next, type Outcome, put, view } from '../../conversation/outcome.ts';
import { type Opened, one } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { mayAttend, noSeats, signUpId, withSeat } from '../../scheme/events.ts';
import type { SignUp } from '../../scheme/kinds.ts';
import { add } from './desk-messages.ts';
import { goneDesk } from './desk-view.ts';
import { eventIn, roles } from './mine.ts';

export const addPage = pageOf({
  word: 'event.add',
  for: 'coordinator',
  plan: (ids: Ids) => ({ event: one('event', eventIn(ids)) }),
  show: ({ open }, ids) =>
    open.event?.state === 'planned'
      ? {
          title: add.title,
          fields: { who: { kind: 'person', ...add.who, atMost: 1, byEmail: false, optional: false, seenBy: 'none' } },
          submit: add.submit,
          back: { word: 'event.desk', ids: { event: eventIn(ids) } },
        }
      : goneDesk(),
  take: (_turn, ids, { who }) => {
    const found = who[0];
    const person = found && 'person' in found ? found.person : 'none';
    return { screen: next('event.add.one', { event: eventIn(ids), person }) };
  },
});

const onePlan = (ids: Ids) => {
  const person = ids['person'] ?? 'none';
  return {
    event: one('event', eventIn(ids)),
    seats: one('seats', eventIn(ids)),
    person: one('person', person),
    signup: one('signup', signUpId(person, eventIn(ids))),
    mentor: one('registration', `${person}-mentor`),
    mentee: one('registration', `${person}-mentee`),
  };
};
type OneTurn = Turn<Opened<ReturnType<typeof onePlan>>>;

const ableRoles = ({ open }: OneTurn) => roles.filter(role => mayAttend(open[role]));

function oneView(turn: OneTurn): View {
  const { event, person, signup } = turn.open;
  if (event?.state !== 'planned') return goneDesk();
  const back = { word: 'event.desk', ids: { event: event.id } };
  const plain = (says: string): View => ({ title: add.title, parts: [text(says)], back });
  if (!person || person.goneAt) return plain(add.gone);
  if (signup) return plain(add.already(person.name));
  const able = ableRoles(turn);
  if (able.length === 0) return plain(add.notAccepted(person.name));
  const ids = { event: event.id, person: person.id };
  return {
    title: add.title,
    parts: [
      text(add.ask(person.name)),
      buttons(...able.map(role => press(add.as[role], 'event.add.one', 'add', { ...ids, role }))),
    ],
    back,
  };
}

function putIn(turn: OneTurn, ids: Ids): Outcome {
  const { event, person, signup, seats } = turn.open;
  const role = ableRoles(turn).find(able => able === ids['role']);
  const at = { word: 'event.add.one', ids: { event: eventIn(ids), person: person?.id ?? 'none' } };
  if (event?.state !== 'planned' || !person || person.goneAt || signup || !role)
    return { screen: view(oneView(turn), at) };
  const added: SignUp = {
    id: signUpId(person.id, event.id),
    event: event.id,
    person: person.id,
    role,
    state: 'in',
    at: turn.now,
    here: true,
    attended: true,
  };
  return {
    changes: {
      put: [put('signup', added), put('seats', withSeat(seats ?? noSeats(event.id), role, 1))],
      history: [{ what: 'event.added', about: [event.id, person.id] }],
    },
    screen: next('event.desk', { event: event.id }),
  };
}

export const addOnePage = pageOf({
  word: 'event.add.one',
  for: 'coordinator',
  plan: onePlan,
  show: oneView,
  press: { add: putIn },
});
