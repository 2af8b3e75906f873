// For co-ordinators: pairings of which nothing was heard, each with how to help. Nothing here writes to anybody, least of all to a mentor (R25).
import { pageOf } from '../../conversation/feature.ts';
import { facts, type Ids, list, note, open, row, text, type View } from '../../conversation/notice.ts';
import { personSpan } from '../../conversation/people-to-talk-to.ts';
import { type Opened, one, page, some, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { dayOf, type Instant, sayDay } from '../../scheme/calendar.ts';
import type { Pairing, Person } from '../../scheme/kinds.ts';
import { sideOf } from '../../scheme/sides.ts';
import { says } from './messages.ts';
import { goneView } from './mine.ts';

const ROWS = 25;

/** A co-ordinator who is one of the two, or on either one's list, is not shown the pairing here. */
export function isClosedTo(pairing: Pairing, person: Person | undefined): boolean {
  return person !== undefined && (sideOf(pairing, person.id) !== undefined || pairing.closedTo.includes(person.id));
}

/** Both people's names; what they are to each other where a record is gone. */
export function namesOf(
  pairing: Pairing,
  open_: { mentors: Person[]; mentees: Person[] },
): { mentor: string; mentee: string } {
  return {
    mentor: open_.mentors.find(person => person.id === pairing.mentor)?.name ?? 'a mentor',
    mentee: open_.mentees.find(person => person.id === pairing.mentee)?.name ?? 'A mentee',
  };
}

const dayAt = (at: Instant | undefined, zone: string): string =>
  at === undefined ? says.never : sayDay(dayOf(at, zone));

const quietPlan = (ids: Ids) => ({
  pairings: page('pairing', 'pairing.quiet', { max: ROWS, after: ids['after'], oldestFirst: true }),
  mentors: some('person', via('pairings', 'mentor')),
  mentees: some('person', via('pairings', 'mentee')),
});

function showQuiet(turn: Turn<Opened<ReturnType<typeof quietPlan>>>): View {
  const { pairings } = turn.open;
  const shown = pairings.filter(pairing => !isClosedTo(pairing, turn.actor.person));
  const after = turn.more['pairings'];
  const rows = shown.map(pairing => {
    const { mentor, mentee } = namesOf(pairing, turn.open);
    const { zone } = turn.scheme;
    const when =
      pairing.heardAt === undefined ? says.neverSince(dayAt(pairing.introducedAt, zone)) : dayAt(pairing.heardAt, zone);
    return row(says.quietRow(mentee, mentor, when), open(says.quietHelp, 'checkin.help', { pairing: pairing.id }));
  });
  return {
    title: says.quietTitle,
    parts: rows.length > 0 ? [text(says.quietIntro), ...rows] : [text(says.quietNone)],
    ...(after === undefined ? {} : { buttons: [open(says.more, 'checkin.quiet', { after })] }),
    back: { word: 'desk' },
  };
}

export const quietPage = pageOf({
  word: 'checkin.quiet',
  for: 'coordinator',
  plan: quietPlan,
  show: turn => showQuiet(turn),
});

const helpPlan = (ids: Ids) => ({
  pairing: one('pairing', ids['pairing'] ?? 'none'),
  mentors: some('person', via('pairing', 'mentor')),
  mentees: some('person', via('pairing', 'mentee')),
});

function showHelp(turn: Turn<Opened<ReturnType<typeof helpPlan>>>): View {
  const { pairing, mentees } = turn.open;
  if (!pairing || isClosedTo(pairing, turn.actor.person)) return goneView();
  const { zone } = turn.scheme;
  const { mentor, mentee } = namesOf(pairing, turn.open);
  const [there] = mentees.filter(person => person.goneAt === undefined);
  return {
    title: says.helpTitle,
    parts: [
      text(says.helpPair(mentee, mentor)),
      facts([
        [says.helpIntroduced, dayAt(pairing.introducedAt, zone)],
        [says.helpMet, String(pairing.met)],
        [says.helpLast, pairing.lastMetOn === undefined ? says.never : sayDay(pairing.lastMetOn)],
        [says.helpHeard, dayAt(pairing.heardAt, zone)],
      ]),
      text(says.helpWays),
      list([
        there ? says.helpWrite(personSpan(there, turn.actor.account)) : says.helpWriteGone,
        ...(pairing.met === 0 ? [says.helpFirst] : []),
        says.helpOffer,
        says.helpLeave,
      ]),
      note(says.helpNoChase),
    ],
    back: { word: 'checkin.quiet' },
  };
}

export const helpPage = pageOf({
  word: 'checkin.help',
  for: 'coordinator',
  plan: helpPlan,
  show: turn => showHelp(turn),
});
