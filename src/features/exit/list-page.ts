// For co-ordinators: early ends that are closed, newest first, so that what was done about them can be read again for as long as it is kept.
import { pageOf } from '../../conversation/feature.ts';
import { type Ids, open, row, text, type View } from '../../conversation/notice.ts';
import { type Opened, page, some, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { sayDay } from '../../scheme/calendar.ts';
import type { Exit } from '../../scheme/kinds.ts';
import { says } from './messages.ts';

const ROWS = 20;

const listPlan = (ids: Ids) => ({
  exits: page('exit', 'exit.closed', { max: ROWS, after: ids['after'] }),
  mentors: some('person', via('exits', 'mentor')),
  mentees: some('person', via('exits', 'mentee')),
});
type ListTurn = Turn<Opened<ReturnType<typeof listPlan>>>;

/** A co-ordinator's own, and one that is closed to them, is for another one. */
function isFor({ actor }: ListTurn, { mentor, mentee, closedTo }: Exit): boolean {
  const self = actor.person?.id;
  return self === undefined || ![mentor, mentee, ...closedTo].includes(self);
}

function show(turn: ListTurn): View {
  const { exits, mentors, mentees } = turn.open;
  const after = turn.more['exits'];
  const nameIn = (people: typeof mentors, id: string): string =>
    people.find(person => person.id === id)?.name ?? says.somebody;
  const rows = exits
    .filter(exit => isFor(turn, exit))
    .map(exit =>
      row(
        says.listRow(nameIn(mentors, exit.mentor), nameIn(mentees, exit.mentee), sayDay(exit.lastDay)),
        open(says.look, 'exit.read', { pairing: exit.id }),
      ),
    );
  return {
    title: says.listTitle,
    parts: [text(rows.length > 0 ? says.listIntro : says.listNone), ...rows],
    buttons: [
      ...(after === undefined ? [] : [open(says.more, 'exit.list', { after })]),
      ...(turn.scheme.closings ? [open(says.finishedList, 'closing.list')] : []),
    ],
    back: { word: 'desk' },
  };
}

export const listPage = pageOf({ word: 'exit.list', for: 'coordinator', plan: listPlan, show: turn => show(turn) });
