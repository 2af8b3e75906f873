// Marked by mistake: a co-ordinator sees what follows from it for one person, and takes the mark back. Whoever is paired stays so; whoever has to wait for an event again is told kindly.
import { isOnlyCoordinator } from '../../conversation/coordinating.ts';
import { pageOf } from '../../conversation/feature.ts';
import type { Form } from '../../conversation/form.ts';
import { type Button, type Ids, open, press, text, type View } from '../../conversation/notice.ts';
import { next, type Outcome, put, view } from '../../conversation/outcome.ts';
import { allOf, type Opened, one, page, some, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { notAttended, signUpId } from '../../scheme/events.ts';
import { here, back as words } from './desk-messages.ts';
import { goneDesk } from './desk-view.ts';
import { eventIn } from './mine.ts';
import { askId } from './over.ts';

const NAMES = 50;
const MINE = 40;

/** Nobody changes their own mark, unless there is no other co-ordinator. */
const isMine = (turn: Turn, person: string): boolean => person === turn.actor.person?.id && !isOnlyCoordinator(turn);

const whoPlan = (ids: Ids) => ({
  event: one('event', eventIn(ids)),
  signups: page('signup', 'signup.attended', { of: eventIn(ids), max: NAMES, after: ids['after'], oldestFirst: true }),
  people: some('person', via('signups', 'person')),
});
type WhoTurn = Turn<Opened<ReturnType<typeof whoPlan>>>;

const fieldsOf = ({ open: opened, ...turn }: WhoTurn) =>
  ({
    who: {
      kind: 'choice',
      ...words.who,
      options: opened.signups
        .filter(({ person }) => !isMine({ ...turn, open: opened }, person))
        .flatMap(({ id, person }) => {
          const who = opened.people.find(one_ => one_.id === person);
          return who ? [{ key: id, label: who.name }] : [];
        }),
      optional: false,
      seenBy: 'none',
    },
  }) as const;

export const backPage = pageOf({
  word: 'event.back',
  for: 'coordinator',
  plan: whoPlan,
  show: (turn, ids): Form<ReturnType<typeof fieldsOf>> | View => {
    const { event } = turn.open;
    if (!event) return goneDesk();
    const back = { word: 'event.desk', ids: { event: event.id } };
    const after = turn.more['signups'];
    const buttons: Button[] =
      after === undefined ? [] : [open(here.next, 'event.back', { event: eventIn(ids), after })];
    const fields = fieldsOf(turn);
    if (fields.who.options.length === 0) return { title: words.title, parts: [text(words.none)], buttons, back };
    return { title: words.title, fields, submit: words.show, back, buttons };
  },
  take: ({ open: { signups } }, ids, { who }) => {
    const person = signups.find(({ id }) => id === who)?.person ?? 'none';
    return { screen: next('event.back.one', { event: eventIn(ids), person }) };
  },
});

const onePlan = (ids: Ids) => {
  const person = ids['person'] ?? 'none';
  return {
    event: one('event', eventIn(ids)),
    signup: one('signup', signUpId(person, eventIn(ids))),
    person: one('person', person),
    mentor: one('registration', `${person}-mentor`),
    mentee: one('registration', `${person}-mentee`),
    own: allOf('signup', person, MINE),
  };
};
type OneTurn = Turn<Opened<ReturnType<typeof onePlan>>>;

/** What taking the mark back comes to, and whether they wait for an event again; undefined where there is none, or it is the co-ordinator's own. */
function undone(turn: OneTurn) {
  const { signup, mentor, mentee, own } = turn.open;
  if (!signup?.attended || isMine(turn, signup.person)) return undefined;
  const registration = signup.role === 'mentor' ? mentor : mentee;
  const after = notAttended(signup, { registration, others: own }, turn.scheme, turn.now);
  const to = after.registration;
  const waits = to !== undefined && (to.state !== registration?.state || to.formerState !== registration?.formerState);
  return { ...after, waits };
}

function oneView(turn: OneTurn): View {
  const { event, person } = turn.open;
  const found = undone(turn);
  if (!event || !person || !found) return goneDesk();
  const follows = found.waits ? words.shuts(person.name, found.signup.role) : words.stays(person.name);
  return {
    title: words.title,
    parts: [text(words.ask(person.name)), text(follows)],
    buttons: [
      press(words.takeBack, 'event.back.one', 'back', { event: event.id, person: person.id }, 'primary'),
      open(words.keep, 'event.desk', { event: event.id }),
    ],
  };
}

function takeBack(turn: OneTurn, ids: Ids): Outcome {
  const { event, person } = turn.open;
  const found = undone(turn);
  if (!event || !person || !found) return { screen: view(oneView(turn), { word: 'event.back.one', ids }) };
  const { signup, registration, waits } = found;
  const at = { word: 'event.desk', ids: { event: event.id } };
  const told = { letter: 'event.back', ids: { event: event.id }, to: { person: person.id } };
  return {
    changes: {
      put: [put('signup', signup), ...(registration ? [put('registration', registration)] : [])],
      cancel: [askId(event.id, person.id)],
      letters: waits ? [{ ...told, id: `event.back-${event.id}-${person.id}` }] : [],
      history: [{ what: 'event.here: taken back', about: [event.id, person.id] }],
    },
    screen: view({ title: words.title, parts: [text(words.done(person.name))], back: at }, at),
  };
}

export const backOnePage = pageOf({
  word: 'event.back.one',
  for: 'coordinator',
  plan: onePlan,
  show: turn => oneView(turn),
  press: { back: takeBack },
});
