// People who have left, were not taken up, or are gone: their registrations are erased, and they themselves once nothing is kept that names them.
import { type Changes, put, together } from '../../conversation/outcome.ts';
import { allOf, type Opened, one, page, sealedOne, some, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { apartOf, keptUntil, overSince, withHashOf } from '../../scheme/keeping.ts';
import type { Person, Registration, Scheme } from '../../scheme/kinds.ts';
import { isRunning } from '../../scheme/states.ts';
import { forumPost } from '../../scheme/stories.ts';
import { asking } from '../../scheme/support.ts';
import { phaseOf, type Step } from './phase.ts';

const PEOPLE_A_STEP = 60;
/** Others' lists on which one person stands. */
const LISTS = 80;
/** Entries of somebody's learning log that go in one step; a longer log goes in several. */
const LOGGED = 80;

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
  // Also one that is not there any more, and would be theirs again if it came back.
  accounts: allOf('account', id, 20),
  contacts: some('contact', via('accounts', 'id')),
  notebook: one('notebook', id),
  list: one('exclusions', id),
  listed: some('person', via('list', 'closedTo')),
  apart: one('apart', via('person', 'emailHash')),
  pairings: allOf('pairing', id, 40),
  logged: allOf('logentry', id, LOGGED),
  asked: allOf('evaluation', id, 40),
  lists: allOf('exclusions', id, LISTS),
  selfcheck: one('selfcheck', id),
  wish: sealedOne('supportwish', id),
  bookings: allOf('booking', id, 40),
  written: allOf('contribution', id, 40),
  stories: some('story', via('written', 'id')),
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

const isLongLog = (turn: OnePerson): boolean => turn.more['logged'] !== undefined;

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
  if (stays || visits) return erased;
  const logged: Changes = { erase: turn.open.logged.map(({ id }) => ({ kind: 'logentry' as const, id })) };
  return isLongLog(turn) ? logged : together(erased, logged, gone(turn, person));
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
      ...open.asked.map(one => ({ kind: 'evaluation' as const, id: one.id })),
      ...(list ? [{ kind: 'exclusions' as const, id: list.id }] : []),
      ...trained(open),
      ...open.written.map(({ id }) => ({ kind: 'contribution' as const, id })),
      ...open.stories.map(({ id }) => ({ kind: 'story' as const, id })),
    ],
    // Whoever asked for something is not counted any more, and what they put into the forum channel is taken away there.
    count: open.wish ? asking(open.wish, person.id, []).count : [],
    letters: open.written.filter(one => one.postedAt !== undefined).map(({ id }) => forumPost(id, 'delete')),
    history: [{ what: 'kept long enough: person', about: [person.id] }],
  };
}

/** What they said of their own skills, asked for, and signed up for. */
function trained({ selfcheck, wish, bookings }: OnePerson['open']): NonNullable<Changes['erase']> {
  return [
    ...(selfcheck ? [{ kind: 'selfcheck' as const, id: selfcheck.id }] : []),
    ...(wish ? [{ kind: 'supportwish' as const, id: wish.id }] : []),
    ...bookings.map(({ id }) => ({ kind: 'booking' as const, id })),
  ];
}

export const peoplePhase = phaseOf({
  plan: (after): ReturnType<typeof walkPlan> | ReturnType<typeof personPlan> => {
    const { ids, cursor } = standing(after);
    return ids[0] === undefined ? walkPlan(cursor) : personPlan(ids[0]);
  },
  step: (turn, after) => {
    const { ids, cursor } = standing(after);
    if (ids[0] === undefined) return walked(turn as Walking);
    const changes = lookedAt(turn as OnePerson);
    const goesOn = isLongLog(turn as OnePerson) && changes.erase?.some(one => one.kind === 'logentry') === true;
    return { changes, after: onward(goesOn ? ids : ids.slice(1), cursor) };
  },
});
