// The directory: who is in the scheme, how they stand in words, one person's page, and the way to make somebody a co-ordinator.
import { pageOf } from '../../conversation/feature.ts';
import {
  buttons,
  heading,
  open,
  type Part,
  press,
  row,
  type Span,
  type Text,
  text,
  type View,
} from '../../conversation/notice.ts';
import { next } from '../../conversation/outcome.ts';
import { allOf, type Opened, one, page, some, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { dayOf, sayDay } from '../../scheme/calendar.ts';
import type { Pairing, Person, Registration, Scheme } from '../../scheme/kinds.ts';
import { appOf, laneOf } from '../../scheme/lanes.ts';
import { sideOf } from '../../scheme/sides.ts';
import { isRunning } from '../../scheme/states.ts';
import { labels, people, roles, states } from './messages.ts';

const PAGE = 20;

/** How a registration stands, in words for co-ordinators. One's own says nothing of places taken: that would tell of a proposal before the mentee's yes (R13). */
function stateOf(registration: Registration, self: string | undefined): string {
  const { state } = registration;
  if (state === 'full' && registration.person === self) return states.available;
  if (state === 'full') return states.full(registration.role);
  return state === 'paused' ? states.paused(registration.pausedUntil) : states[state];
}

const isCoordinator = (scheme: Scheme, person: Person): boolean =>
  person.accounts.some(account => scheme.coordinators.includes(account));

function standing({ scheme, actor }: Turn, person: Person, registrations: readonly Registration[]): string {
  const held = registrations
    .filter(one => one.person === person.id)
    .map(one => `${roles[one.role]}: ${stateOf(one, actor.person?.id)}`);
  return [
    ...(person.goneAt ? [people.gone] : []),
    ...(isCoordinator(scheme, person) ? [people.coordinator] : []),
    ...(held.length > 0 ? held : [people.unregistered]),
  ].join(' · ');
}

const listPlan = (ids: Record<string, string>) => ({
  people: page('person', 'person.all', { max: PAGE, after: ids['after'], oldestFirst: true }),
  mentors: some('registration', via('people', 'id', '-mentor')),
  mentees: some('registration', via('people', 'id', '-mentee')),
});
type ListTurn = Turn<Opened<ReturnType<typeof listPlan>>>;

function listView(turn: ListTurn, isFirst: boolean): View {
  const { open: opened, more } = turn;
  const registrations = [...opened.mentors, ...opened.mentees];
  const rows = opened.people.map(person =>
    row(
      [{ bold: person.name }, `\n${standing(turn, person, registrations)}`],
      open(labels.open, 'people.one', { person: person.id }),
    ),
  );
  const after = more['people'];
  return {
    title: people.title,
    parts: [
      buttons(open(labels.find, 'people.find', {}, 'primary')),
      ...(rows.length > 0 ? rows : [text(people.none)]),
    ],
    buttons: [
      ...(after ? [open(labels.more, 'people', { after })] : []),
      ...(isFirst ? [] : [open(labels.first, 'people')]),
      open(labels.desk, 'desk'),
    ],
  };
}

export const peoplePage = pageOf({
  word: 'people',
  for: 'coordinator',
  plan: listPlan,
  show: (turn, ids) => listView(turn, ids['after'] === undefined),
});

export const findPage = pageOf({
  word: 'people.find',
  for: 'coordinator',
  plan: () => ({}),
  show: () => ({
    title: people.findTitle,
    fields: {
      who: { kind: 'person', ...people.find, atMost: 1, byEmail: false, optional: false, seenBy: 'none' },
    },
    submit: labels.show,
    back: { word: 'people' },
  }),
  take: (_turn, _ids, { who }) => {
    const found = who[0];
    return { screen: found && 'person' in found ? next('people.one', { person: found.person }) : next('people') };
  },
});

const onePlan = (ids: Record<string, string>) => ({
  person: one('person', ids['person'] ?? 'none'),
  registrations: allOf('registration', ids['person'] ?? 'none', 4),
  pairings: allOf('pairing', ids['person'] ?? 'none', 40),
  mentors: some('person', via('pairings', 'mentor')),
  mentees: some('person', via('pairings', 'mentee')),
});
type OneTurn = Turn<Opened<ReturnType<typeof onePlan>>>;

function registrationRow(registration: Registration, self: string | undefined): Part {
  const { role, capacity, taken, id } = registration;
  const hasPlaces = role === 'mentor' && registration.state !== 'withdrawn' && registration.person !== self;
  const places = hasPlaces ? `\n${people.mentees}: ${people.places(taken, capacity)}` : '';
  return row(
    [{ bold: roles[role] }, ` – ${stateOf(registration, self)}${places}`],
    open(labels.open, 'accept.one', { registration: id }),
  );
}

/** Dates and counts only: what the two write is theirs (R54). */
function pairingText(turn: OneTurn, pairing: Pairing): Text {
  const { scheme, open: opened } = turn;
  const name = (list: readonly Person[], id: string): string => list.find(person => person.id === id)?.name ?? '';
  const pair = people.pairing(name(opened.mentors, pairing.mentor), name(opened.mentees, pairing.mentee));
  const says = [
    people.since(dayOf(pairing.introducedAt ?? pairing.proposedAt, scheme.zone)),
    people.met(pairing.met),
    ...(pairing.lastMetOn ? [people.last(pairing.lastMetOn)] : []),
    // A later day the two agreed on shows here (B18).
    ...(pairing.endsOn ? [people.until(pairing.endsOn)] : []),
  ];
  return [...(typeof pair === 'string' ? [pair] : pair), `\n${says.join(', ')}`];
}

/** With the way to end it for the two (B21), unless one is the co-ordinator's own. */
function pairingRow(turn: OneTurn, pairing: Pairing): Part {
  const said = pairingText(turn, pairing);
  const isOwn = sideOf(pairing, turn.actor.person?.id) !== undefined;
  return isOwn ? text(said) : row(said, open(labels.endForThem, 'exit.theirs', { pairing: pairing.id }));
}

/** Mentioned where both are in one workspace; else the app they are on. */
const accountSpan = (account: string, reader: string): Span =>
  laneOf(account) === laneOf(reader) ? { person: account } : appOf(account);

function oneView(turn: OneTurn): View {
  const { person, registrations, pairings } = turn.open;
  if (!person)
    return { title: people.oneTitle, parts: [text(people.oneGone)], buttons: [open(labels.everybody, 'people')] };
  const { scheme } = turn;
  const running = pairings.filter(pairing => isRunning(pairing.state));
  const add = {
    ...press(labels.coordinator, 'setup.coordinators', 'add', { person: person.id }),
    confirm: people.confirmCoordinator,
  };
  const isOne = isCoordinator(scheme, person);
  return {
    title: people.oneTitle,
    parts: [
      heading(person.name),
      text([
        ...person.accounts.flatMap(account => [accountSpan(account, turn.actor.account), ' · ']),
        `${people.joined} ${sayDay(dayOf(person.joinedAt, scheme.zone))}`,
        ...(person.goneAt ? [` · ${people.gone}`] : []),
        ...(isOne ? [` · ${people.coordinator}`] : []),
      ]),
      ...(registrations.length > 0
        ? registrations.map(registration => registrationRow(registration, turn.actor.person?.id))
        : [text(people.unregistered)]),
      ...(running.length > 0 ? [heading(people.pairings), ...running.map(pairing => pairingRow(turn, pairing))] : []),
    ],
    buttons: [
      ...(registrations.length > 0 ? [open(labels.matchingSoFar, 'match.person', { person: person.id })] : []),
      ...(isOne ? [open(labels.coordinators, 'setup.coordinators')] : person.goneAt ? [] : [add]),
      open(labels.everybody, 'people'),
      open(labels.desk, 'desk'),
    ],
  };
}

export const onePage = pageOf({ word: 'people.one', for: 'coordinator', plan: onePlan, show: oneView });
