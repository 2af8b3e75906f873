// Who waits for an answer, the longest wait first, page by page; each opens privately, and several can be accepted at once.
import { type Page, pageOf } from '../../conversation/feature.ts';
import {
  buttons,
  heading,
  type Ids,
  open,
  type Part,
  row,
  type Text,
  text,
  type View,
} from '../../conversation/notice.ts';
import { type Opened, page, sealedSome, some, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { sayDay } from '../../scheme/calendar.ts';
import type { Registration } from '../../scheme/kinds.ts';
import { labels, listing } from './messages.ts';
import { gapsOf } from './one-view.ts';
import { leaveFor } from './rules.ts';

/** As many as one form of ticks can hold. */
export const PAGE = 10;

const plan = (ids: Ids) => ({
  waiting: page('registration', 'registration.state:submitted', { max: PAGE, oldestFirst: true, after: ids['after'] }),
  people: some('person', via('waiting', 'person')),
  casefiles: some('casefile', via('waiting', 'id')),
  exclusions: sealedSome('exclusions', via('waiting', 'person')),
  asked: page('registration', 'registration.state:more-info', { max: PAGE, oldestFirst: true }),
  askedPeople: some('person', via('asked', 'person')),
});
type ListTurn = Turn<Opened<ReturnType<typeof plan>>>;

function nameIn(people: ListTurn['open']['people'], registration: Registration): string {
  return people.find(person => person.id === registration.person)?.name ?? '';
}

function rowFor(turn: ListTurn, registration: Registration): Part {
  const { people, casefiles, exclusions } = turn.open;
  const casefile = casefiles.find(one => one.id === registration.id);
  const leave = leaveFor(
    turn,
    registration,
    casefile,
    exclusions.find(one => one.id === registration.person),
  );
  const said: Text = listing.row(nameIn(people, registration), registration.role);
  if (leave === 'own' || leave === 'closed') return text([...said, `\n${listing[leave]}`]);
  const more = listing.by(sayDay(registration.answerBy)) + listing.gaps(gapsOf(turn.scheme, registration).length);
  return row([...said, more], open(labels.open, 'accept.one', { registration: registration.id }));
}

function askedParts({ open: opened }: ListTurn): Part[] {
  if (opened.asked.length === 0) return [];
  const rows = opened.asked.map(registration =>
    row(
      listing.row(nameIn(opened.askedPeople, registration), registration.role),
      open(labels.open, 'accept.one', { registration: registration.id }),
    ),
  );
  return [heading(listing.asked), ...rows];
}

function listView(turn: ListTurn): View {
  const { waiting } = turn.open;
  const list = waiting.map(registration => registration.id).join(',');
  const after = turn.more['waiting'];
  return {
    title: listing.title,
    parts: [
      text(waiting.length > 0 ? listing.lead : listing.none),
      ...waiting.map(registration => rowFor(turn, registration)),
      ...(waiting.length > 1 || after ? [buttons(...pageButtons(list, waiting.length, after))] : []),
      ...askedParts(turn),
    ],
    buttons: [open(labels.training, 'accept.training'), open(labels.desk, 'desk')],
  };
}

function pageButtons(list: string, n: number, after: string | undefined) {
  return [
    ...(n > 1 ? [open(labels.several, 'accept.several', { list })] : []),
    ...(after ? [open(labels.next, 'accept', { after })] : []),
  ];
}

export const listPage: Page = pageOf({ word: 'accept', for: 'coordinator', plan, show: turn => listView(turn) });
