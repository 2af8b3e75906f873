// For co-ordinators: the pairings that have finished as agreed, newest first. Dates and counts; there is nothing to do about them.
import { pageOf } from '../../conversation/feature.ts';
import { type Ids, open, row, text, type View } from '../../conversation/notice.ts';
import { type Opened, page, some, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { dayOf, sayDay } from '../../scheme/calendar.ts';
import type { Pairing, Person } from '../../scheme/kinds.ts';
import { sideOf } from '../../scheme/sides.ts';
import { says } from './messages.ts';

const ROWS = 20;

const listPlan = (ids: Ids) => ({
  pairings: page('pairing', 'pairing.completed', { max: ROWS, after: ids['after'] }),
  mentors: some('person', via('pairings', 'mentor')),
  mentees: some('person', via('pairings', 'mentee')),
});
type ListTurn = Turn<Opened<ReturnType<typeof listPlan>>>;

/** A co-ordinator who is one of the two, or on either one's list, is not shown it here. */
const isClosedTo = (pairing: Pairing, person: Person | undefined): boolean =>
  person !== undefined && (sideOf(pairing, person.id) !== undefined || pairing.closedTo.includes(person.id));

function show(turn: ListTurn): View {
  const { pairings, mentors, mentees } = turn.open;
  const after = turn.more['pairings'];
  const nameIn = (people: Person[], id: string): string | undefined => people.find(person => person.id === id)?.name;
  const rows = pairings
    .filter(pairing => !isClosedTo(pairing, turn.actor.person))
    .map(pairing => {
      const day = sayDay(pairing.lastDay ?? dayOf(pairing.endedAt ?? turn.now, turn.scheme.zone));
      const mentor = nameIn(mentors, pairing.mentor) ?? says.aMentor;
      return row(says.row(mentor, nameIn(mentees, pairing.mentee) ?? says.aMentee, day, pairing.met));
    });
  return {
    title: says.listTitle,
    parts: rows.length > 0 ? [text(says.listIntro), ...rows] : [text(says.listNone)],
    buttons: [
      ...(after === undefined ? [] : [open(says.more, 'closing.list', { after })]),
      open(says.earlyEnds, 'exit.list'),
    ],
    back: { word: 'desk' },
  };
}

export const listPage = pageOf({ word: 'closing.list', for: 'coordinator', plan: listPlan, show: turn => show(turn) });
