// The co-ordinators' desk: first what needs them, then the places everything else is in. It decides nothing itself.
import { pageOf } from '../../conversation/feature.ts';
import { buttons, heading, note, open, type Part, row, text, type View } from '../../conversation/notice.ts';
import { counts, type Opened, page, some, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { DAY, dayOf } from '../../scheme/calendar.ts';
import { onceEach } from '../../scheme/coordinators.ts';
import { activePoints } from '../../scheme/evaluations.ts';
import { offersTraining, waitsForTraining } from '../../scheme/joining.ts';
import type { Exit, Inquiry, Person } from '../../scheme/kinds.ts';
import { hasCheckins } from '../../scheme/rounds.ts';
import { sideOf } from '../../scheme/sides.ts';
import { askedFor, SUPPORT } from '../../scheme/support.ts';
import { standingOf } from '../../scheme/wishes.ts';
import { desk, labels } from './messages.ts';

/** Up to so many are counted; more is "more than". */
const COUNTED = 25;
/** Up to so many are named one by one. */
const NAMED = 8;

const LATELY = 28 * DAY;

/** For so long after a session the desk asks who was there. */
const MARKED_WITHIN = 14 * DAY;

const oldest = (max: number) => ({ max: max + 1, oldestFirst: true });

const deskPlan = () => ({
  waiting: page('registration', 'registration.state:submitted', oldest(COUNTED)),
  exits: page('exit', 'exit.unread', oldest(NAMED)),
  exitsOpen: page('exit', 'exit.read', oldest(NAMED)),
  inquiries: page('inquiry', 'inquiry.state:open', oldest(NAMED)),
  taken: page('inquiry', 'inquiry.state:taken', oldest(COUNTED)),
  quiet: page('pairing', 'pairing.quiet', oldest(COUNTED)),
  finished: page('pairing', 'pairing.completed', { max: COUNTED + 1 }),
  training: page('registration', 'registration.state:accepted', oldest(COUNTED)),
  events: page('registration', 'registration.state:ready', oldest(COUNTED)),
  runs: page('run', 'run.all', { max: 1 }),
  menteesFree: page('registration', 'registration.role:mentee:available', { max: COUNTED + 1 }),
  mentorsFree: page('registration', 'registration.role:mentor:available', { max: COUNTED + 1 }),
  nexts: page('suggestion', 'suggestion.all', { max: COUNTED + 1 }),
  nextMentees: some('registration', via('nexts', 'mentee', '-mentee')),
  nextMentors: some('registration', via('nexts', 'mentor', '-mentor')),
  looking: page('wish', 'wish.state:over', { max: COUNTED + 1 }),
  lookers: some('registration', via('looking', 'person', '-mentee')),
  stories: page('contribution', 'contribution.state:waiting', oldest(COUNTED)),
  support: counts(SUPPORT),
  sessions: page('session', 'session.state:planned', oldest(COUNTED)),
  over: page('session', 'session.state:over', { max: NAMED }),
  seats: some('sessionseats', via('over', 'id')),
  mentors: some('person', via('exits', 'mentor')),
  mentees: some('person', via('exits', 'mentee')),
  openMentors: some('person', via('exitsOpen', 'mentor')),
  openMentees: some('person', via('exitsOpen', 'mentee')),
  writers: some('person', via('inquiries', 'person')),
  takenWriters: some('person', via('taken', 'person')),
});
type DeskTurn = Turn<Opened<ReturnType<typeof deskPlan>>>;

const nameIn = (people: readonly Person[], id: string): string =>
  people.find(person => person.id === id)?.name || desk.somebody;

function exitRows(turn: DeskTurn): Part[] {
  const { exits, exitsOpen, mentors, mentees, openMentors, openMentees } = turn.open;
  const self = turn.actor.person?.id;
  const mayBeShown = (exit: Exit): boolean => self === undefined || sideOf(exit, self) === undefined;
  const people = [...mentors, ...mentees, ...openMentors, ...openMentees];
  const names = (exit: Exit): string => desk.pair(nameIn(people, exit.mentor), nameIn(people, exit.mentee));
  const rowsOf = (list: readonly Exit[], says: typeof desk.exit, label: string): Part[] =>
    list
      .filter(mayBeShown)
      .slice(0, NAMED)
      .map(exit => row(says(names(exit), exit.lastDay), open(label, 'exit.read', { pairing: exit.id })));
  return [
    ...rowsOf(exits, desk.exit, labels.read),
    ...rowsOf(exitsOpen, desk.exitOpen, labels.look),
    ...(exits.length > NAMED || exitsOpen.length > NAMED ? [note(desk.moreExits)] : []),
  ];
}

function inquiryRows(turn: DeskTurn): Part[] {
  const { inquiries, taken, writers, takenWriters } = turn.open;
  const { account, person } = turn.actor;
  const others = (one: Inquiry): boolean => one.person !== person?.id;
  const accounts = [account, ...(person?.accounts ?? [])];
  const mine = taken.filter(one => accounts.includes(one.takenBy ?? ''));
  const to = (one: Inquiry) => open(labels.answer, 'contact.inquiry', { inquiry: one.id });
  return [
    ...inquiries
      .filter(others)
      .slice(0, NAMED)
      .map(one => row(desk.inquiry(nameIn(writers, one.person), one.answerBy, one.urgent), to(one))),
    ...(inquiries.length > NAMED ? [note(desk.moreInquiries)] : []),
    ...mine.slice(0, NAMED).map(one => row(desk.inquiryTaken(nameIn(takenWriters, one.person), one.answerBy), to(one))),
  ];
}

function waitingRow({ open: { waiting }, scheme }: DeskTurn): Part[] {
  const first = waiting[0];
  if (!first) return [];
  const says = desk.waiting(waiting.length, COUNTED, dayOf(first.submittedAt, scheme.zone));
  return [row(says, open(labels.look, 'accept'))];
}

/** Marks of training, a match to release, pairings there is no news of; a co-ordinator's own pairing is for another one. */
function otherRows(turn: DeskTurn): Part[] {
  const { training, events, runs, quiet } = turn.open;
  const { actor } = turn;
  const marks = training.filter(waitsForTraining).length;
  const silent = quiet.filter(one => sideOf(one, actor.person?.id) === undefined).length;
  const run = runs.find(one => one.state === 'ready');
  return [
    ...storiesRow(turn),
    ...askedRow(turn),
    ...unmarkedRows(turn),
    ...(marks > 0 ? [row(desk.training(marks, COUNTED), open(labels.look, 'accept.training'))] : []),
    ...(events.length > 0 ? [row(desk.events(events.length, COUNTED), open(labels.look, 'event.waiting'))] : []),
    ...(run ? [row(desk.run(run.pairs), open(labels.look, 'match.run', { run: run.id }))] : []),
    ...lookingRow(turn),
    ...nextRow(turn),
    ...finishedRow(turn),
    ...(silent > 0 ? [row(desk.quiet(silent, COUNTED), open(labels.look, 'checkin.quiet'))] : []),
  ];
}

/** Pairings that finished as agreed in the last four weeks: a line, no alert. */
function finishedRow({ open: { finished }, actor, now }: DeskTurn): Part[] {
  const lately = finished.filter(
    one =>
      sideOf(one, actor.person?.id) === undefined &&
      !one.closedTo.includes(actor.person?.id ?? '') &&
      (one.endedAt ?? 0) > now - LATELY,
  ).length;
  return lately > 0 ? [row(desk.finished(lately, COUNTED), open(labels.look, 'closing.list'))] : [];
}

/** What somebody wrote for the forum, where a co-ordinator looks first; one's own is for another one. */
function storiesRow({ open: { stories }, actor }: DeskTurn): Part[] {
  const others = stories.filter(one => one.person !== actor.person?.id);
  return others.length > 0 ? [row(desk.stories(others.length, COUNTED), open(labels.look, 'forum.desk'))] : [];
}

/** Sessions that have been, with people who had a place and nobody marked as having been there yet. */
function unmarkedRows({ open: { over, seats }, scheme, now }: DeskTurn): Part[] {
  if (!scheme.sessions) return [];
  const hadGuests = (id: string): boolean => seats.some(one => one.id === id && one.taken > 0);
  return over
    .filter(({ id, markedAt, endsAt }) => markedAt === undefined && now - endsAt < MARKED_WITHIN && hadGuests(id))
    .map(({ id, title, at }) =>
      row(desk.unmarked(title, dayOf(at, scheme.zone)), open(labels.came, 'session.came', { session: id })),
    );
}

/** Topics several people ask for, none of which is planned: a session can be made of one in a press. */
function askedRow({ open: { support, sessions }, scheme }: DeskTurn): Part[] {
  if (!scheme.supportAsked || !scheme.sessions) return [];
  const open_ = askedFor(support, scheme).filter(({ key }) => !sessions.some(session => session.topic === key));
  return open_.length > 0 ? [row(desk.asked(open_.length), open(labels.look, 'training.asked'))] : [];
}

/** Mentees whose own list of mentors came to its end; and, where co-ordinators put pairs together by hand, everybody who waits for that. */
function lookingRow({ open: { looking, lookers, menteesFree }, scheme, actor }: DeskTurn): Part[] {
  if (scheme.matchingMode === 'coordinator' && menteesFree.length > 0)
    return [row(desk.byHand(menteesFree.length, COUNTED), open(labels.two, 'match.waiting'))];
  const still = looking.filter(
    wish =>
      wish.person !== actor.person?.id &&
      standingOf(lookers.find(registration => registration.person === wish.person)) === 'free',
  );
  return still.length > 0 ? [row(desk.looking(still.length, COUNTED), open(labels.look, 'choose.looking'))] : [];
}

/** Next-best pairs that are prepared and still possible: both are free. */
function nextRow({ open: { nexts, nextMentees, nextMentors } }: DeskTurn): Part[] {
  const isFree = (places: typeof nextMentees, person: string): boolean =>
    standingOf(places.find(place => place.person === person)) === 'free';
  const still = nexts.filter(one => isFree(nextMentees, one.mentee) && isFree(nextMentors, one.mentor));
  return still.length > 0 ? [row(desk.nextBest(still.length, COUNTED), open(labels.look, 'match.next'))] : [];
}

/** Who could be matched now, so that accepted people are not forgotten; it is no task, since not everybody may fit. */
function poolNote({ open: { menteesFree, mentorsFree } }: DeskTurn): Part[] {
  return menteesFree.length > 0 ? [note(desk.pool(menteesFree.length, mentorsFree.length, COUNTED))] : [];
}

function deskView(turn: DeskTurn): View {
  const { scheme } = turn;
  const needs = [...exitRows(turn), ...inquiryRows(turn), ...waitingRow(turn), ...otherRows(turn)];
  const setup = open(labels.setup, 'setup', {}, ...(scheme.ready ? [] : (['primary'] as const)));
  return {
    title: desk.title,
    parts: [
      heading(desk.needs),
      ...(needs.length > 0 ? needs : [text(scheme.ready ? desk.nothing : desk.setupFirst)]),
      ...(onceEach(scheme).length < 2 ? [row(desk.second, open(labels.look, 'setup.coordinators'))] : []),
      heading(desk.places),
      buttons(
        open(labels.people, 'people'),
        open(labels.matching, 'match'),
        open(labels.two, 'match.two'),
        open(labels.events, 'events'),
        ...(offersTraining(scheme) ? [open(labels.training, 'training')] : []),
        ...(scheme.stories === 'off' ? [] : [open(labels.forum, 'forum.desk')]),
        ...(hasCheckins(scheme) ? [open(labels.checkins, 'checkin.now')] : []),
        ...(activePoints(scheme).length > 0 ? [open(labels.evaluations, 'evaluations')] : []),
        open(labels.ends, 'exit.list'),
        setup,
      ),
      ...poolNote(turn),
    ],
    buttons: [open(labels.mine, 'home')],
  };
}

export const deskPage = pageOf({
  word: 'desk',
  also: ['overview'],
  for: 'coordinator',
  help: desk.line,
  plan: deskPlan,
  show: deskView,
});
