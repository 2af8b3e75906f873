// People who have left, were not taken up, or are gone: their registrations are erased, and they themselves once nothing is kept that names them.
import { type Changes, put, together } from '../../conversation/outcome.ts';
import { allOf, type Opened, one, page, some, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { apartOf, keptUntil, overSince, withHashOf } from '../../scheme/keeping.ts';
import type { Person, Registration, Scheme } from '../../scheme/kinds.ts';
import { isRunning } from '../../scheme/states.ts';
import { phaseOf, type Step } from './phase.ts';

const PEOPLE_A_STEP = 60;
/** Others' lists on which one person stands. */
const LISTS = 80;

const walkPlan = (after: string | undefined) => ({
  people: page('person', 'person.all', { max: PEOPLE_A_STEP, after, oldestFirst: true }),
  mentors: some('registration', via('people', 'id', '-mentor')),
  mentees: some('registration', via('people', 'id', '-mentee')),
});

/** One person with all that is kept about them alone; `closedTo` of a list names whoever stands on it. */
const personPlan = (id: string) => ({
  person: one('person', id),
  registrations: some('registration', [`${id}-mentor`, `${id}-mentee`]),
  cards: some('card', [`${id}-mentor`, `${id}-mentee`]),
  files: some('casefile', [`${id}-mentor`, `${id}-mentee`]),
  accounts: some('account', via('person', 'accounts')),
  contacts: some('contact', via('person', 'accounts')),
  notebook: one('notebook', id),
  list: one('exclusions', id),
  listed: some('person', via('list', 'closedTo')),
  apart: one('apart', via('person', 'emailHash')),
  pairings: allOf('pairing', id, 40),
  lists: allOf('exclusions', id, LISTS),
});
type Walking = Turn<Opened<ReturnType<typeof walkPlan>>>;
type OnePerson = Turn<Opened<ReturnType<typeof personPlan>>>;

const isCoordinator = (scheme: Scheme, person: Person): boolean =>
  Object.values(scheme.coordinatorPersons).includes(person.id) ||
  person.accounts.some(account => scheme.coordinators.includes(account));

const isOver = (turn: Turn, registration: Registration, person: Person): boolean =>
  (overSince(registration, person) ?? turn.now) <= keptUntil(turn.scheme, 'registration', turn.now);

/** Somebody who never registered (they asked something, or began and thought better of it) is kept as long as somebody who left. */
const isOldVisitor = (turn: Turn, person: Person): boolean =>
  person.joinedAt <= keptUntil(turn.scheme, 'registration', turn.now);

/** Where the walk stands: `!<id>,<id>~<cursor>` while some people of a page are looked at one by one. */
function standing(after: string | undefined): { ids: string[]; cursor: string | undefined } {
  if (!after?.startsWith('!')) return { ids: [], cursor: after };
  const [ids = '', ...cursor] = after.slice(1).split('~');
  return { ids: ids.split(','), cursor: cursor.length > 0 ? cursor.join('~') : undefined };
}

function onward(ids: readonly string[], cursor: string | undefined): string | undefined {
  if (ids.length === 0) return cursor;
  return `!${ids.join(',')}${cursor === undefined ? '' : `~${cursor}`}`;
}

function walked(turn: Walking): Step {
  const { people, mentors, mentees } = turn.open;
  const ids = people.flatMap(person => {
    const own = [...mentors, ...mentees].filter(registration => registration.person === person.id);
    const found = own.length === 0 ? isOldVisitor(turn, person) : own.some(each => isOver(turn, each, person));
    return found ? [person.id] : [];
  });
  return { changes: {}, after: onward(ids, turn.more['people']) };
}

function lookedAt(turn: OnePerson): Changes {
  const { person, registrations, cards, files, pairings } = turn.open;
  if (!person || pairings.some(pairing => isRunning(pairing.state))) return {};
  const over = registrations.filter(registration => isOver(turn, registration, person)).map(({ id }) => id);
  const erased: Changes = {
    erase: [
      ...over.map(id => ({ kind: 'registration' as const, id })),
      ...cards.filter(({ id }) => over.includes(id)).map(({ id }) => ({ kind: 'card' as const, id })),
      ...files.filter(({ id }) => over.includes(id)).map(({ id }) => ({ kind: 'casefile' as const, id })),
    ],
    history: over.map(id => ({ what: 'kept long enough: registration', about: [id] })),
  };
  const stays = over.length < registrations.length || pairings.length > 0 || isCoordinator(turn.scheme, person);
  const visits = registrations.length === 0 && !isOldVisitor(turn, person);
  return stays || visits ? erased : together(erased, gone(turn, person));
}

/** The person themselves, with everything that is theirs alone; whom they are kept apart from outlives it, as hashes, on either side (R12, R49). */
function gone({ open }: OnePerson, person: Person): Changes {
  const { accounts, contacts, notebook, list, listed, apart, lists } = open;
  const kept = apartOf(person, list, listed, apart);
  const others = lists.filter(one => one.person !== person.id);
  return {
    put: [...(kept ? [put('apart', kept)] : []), ...others.map(one => put('exclusions', withHashOf(one, person)))],
    erase: [
      { kind: 'person', id: person.id },
      ...accounts.filter(one => one.person === person.id).map(({ id }) => ({ kind: 'account' as const, id })),
      ...contacts.map(({ id }) => ({ kind: 'contact' as const, id })),
      ...(notebook ? [{ kind: 'notebook' as const, id: notebook.id }] : []),
      ...(list ? [{ kind: 'exclusions' as const, id: list.id }] : []),
    ],
    history: [{ what: 'kept long enough: person', about: [person.id] }],
  };
}

export const peoplePhase = phaseOf({
  plan: (after): ReturnType<typeof walkPlan> | ReturnType<typeof personPlan> => {
    const { ids, cursor } = standing(after);
    return ids[0] === undefined ? walkPlan(cursor) : personPlan(ids[0]);
  },
  step: (turn, after) => {
    const { ids, cursor } = standing(after);
    if (ids[0] === undefined) return walked(turn as Walking);
    return { changes: lookedAt(turn as OnePerson), after: onward(ids.slice(1), cursor) };
  },
});
