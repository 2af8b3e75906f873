// The letters of an exit: the one alert, its reminder, the warning about a held notice, and the partner's neutral line. What they lead to opens privately.
import { letterOf } from '../../conversation/feature.ts';
import {
  type Button,
  facts,
  type Ids,
  type Notice,
  note,
  open,
  type Part,
  press,
  type Text,
  text,
} from '../../conversation/notice.ts';
import { type Opened, one, some, via } from '../../conversation/plan.ts';
import type { Turn } from '../../conversation/turn.ts';
import { dayOf, sayDay } from '../../scheme/calendar.ts';
import type { Exit, Pairing, Person, Scheme } from '../../scheme/kinds.ts';
import { isRunning } from '../../scheme/states.ts';
import { says } from './messages.ts';

export const exitPlan = (ids: Ids) => ({
  exit: one('exit', ids['pairing'] ?? 'none'),
  pairing: one('pairing', ids['pairing'] ?? 'none'),
  mentors: some('person', via('exit', 'mentor')),
  mentees: some('person', via('exit', 'mentee')),
});
export type ExitTurn = Turn<Opened<ReturnType<typeof exitPlan>>>;

export type Names = { mentor: string; mentee: string; author: string; other: string; role: 'mentor' | 'mentee' };

/** The names of the two, as far as they are still there. */
export function namesIn(exit: Exit, open_: { mentors: Person[]; mentees: Person[] }): Names {
  const mentor = open_.mentors[0]?.name ?? says.somebody;
  const mentee = open_.mentees[0]?.name ?? says.somebody;
  const isMentor = exit.person === exit.mentor;
  return {
    mentor,
    mentee,
    author: isMentor ? mentor : mentee,
    other: isMentor ? mentee : mentor,
    role: isMentor ? 'mentor' : 'mentee',
  };
}

/** How a co-ordinator is named who has read something. */
export function readerText(scheme: Scheme, account: string): Text {
  const name = scheme.coordinatorNames[account];
  return name === undefined ? says.alertReadByAccount(account) : says.alertReadBy(name);
}

const readNote = (exit: Exit, scheme: Scheme): Part[] =>
  exit.readBy === undefined ? [] : [note(readerText(scheme, exit.readBy))];

function noticeParts(pairing: Pairing | undefined, scheme: Scheme): Part[] {
  if (pairing?.notice === 'given') return [note(says.alertGiven)];
  if (pairing?.notice !== 'held' || pairing.noticeReleaseAt === undefined) return [];
  return [note(says.alertHeld(sayDay(dayOf(pairing.noticeReleaseAt, scheme.zone))))];
}

/** Whether the other one knows by now: a co-ordinator or a notice tells whoever did not. */
export function knowsNow(exit: Exit, pairing: Pairing | undefined): string {
  if (exit.toldOn !== undefined) return says.alertKnowsByUs;
  const byNotice = exit.partnerKnows === 'not-yet' && pairing?.notice === 'given';
  return byNotice ? says.alertKnowsByNotice : says.alertKnowsIs[exit.partnerKnows];
}

/** What can be done from the alert; a release only while there is something to release. */
export function alertButtons(pairing: string, isHeld: boolean): Button[] {
  const ids = { pairing };
  return [
    press(says.read, 'exit.read', 'read', ids, 'primary'),
    ...(isHeld ? [press(says.release, 'exit.read', 'release', ids)] : []),
    open(says.match, 'match'),
  ];
}

/** Closed: nobody is named any more, and nothing is left to press (F21). */
const closedNotice = (exit: Exit): Notice => ({ text: says.alertClosed(sayDay(exit.closedOn ?? exit.lastDay)) });

/** The form was taken back: a message about it that stands somewhere says so, and a new one is not written. */
const takenBack = (pairing: Pairing | undefined, ids: Ids): Notice | undefined =>
  pairing && isRunning(pairing.state) && ids['redrawn'] !== undefined ? { text: says.alertReopened } : undefined;

/** R46: who, which pairing, the last day, whether the other one knows. Never a reason. */
function channelNotice(turn: ExitTurn, exit: Exit): Notice {
  const { pairing } = turn.open;
  const { author, role, other } = namesIn(exit, turn.open);
  return {
    text: exit.urgent ? says.alertUrgentLine : says.alertLine,
    parts: [
      ...(exit.urgent ? [text([{ bold: says.alertUrgent }])] : []),
      text(says.alertWho(author, role, other)),
      facts([
        [says.alertDay, sayDay(exit.lastDay)],
        [says.alertKnows(other), knowsNow(exit, pairing)],
      ]),
      ...noticeParts(pairing, turn.scheme),
      ...readNote(exit, turn.scheme),
    ],
    buttons: alertButtons(exit.id, pairing?.notice === 'held'),
  };
}

/** To a co-ordinator directly a message carries a neutral line; everything else is behind *Read*. */
function directNotice(turn: ExitTurn, exit: Exit, line: string): Notice {
  return {
    text: line,
    parts: [text(line), ...readNote(exit, turn.scheme)],
    buttons: [press(says.read, 'exit.read', 'read', { pairing: exit.id }, 'primary')],
  };
}

export const alertLetter = letterOf({
  name: 'exit.alert',
  class: 'must',
  plan: exitPlan,
  draw: (turn, ids): Notice | undefined => {
    const { exit, pairing } = turn.open;
    if (!exit) return takenBack(pairing, ids);
    if (exit.closedOn !== undefined) return closedNotice(exit);
    const isChannel = turn.scheme.alerts.includes(turn.actor.account);
    const line = exit.urgent ? says.alertUrgentLine : says.alertLine;
    return isChannel ? channelNotice(turn, exit) : directNotice(turn, exit, line);
  },
});

export const unreadLetter = letterOf({
  name: 'exit.unread',
  class: 'must',
  plan: exitPlan,
  draw: (turn, ids): Notice | undefined => {
    const { exit, pairing } = turn.open;
    if (!exit) return takenBack(pairing, ids);
    if (exit.closedOn !== undefined) return closedNotice(exit);
    if (exit.readAt !== undefined && ids['redrawn'] === undefined) return undefined;
    return directNotice(turn, exit, exit.readAt === undefined ? says.unread : says.hasBeenRead);
  },
});

export const warnLetter = letterOf({
  name: 'exit.warn',
  class: 'answer',
  plan: (ids: Ids) => ({ pairing: one('pairing', ids['pairing'] ?? 'none') }),
  draw: (turn): Notice | undefined => {
    const { pairing } = turn.open;
    if (pairing?.notice !== 'held' || pairing.noticeReleaseAt === undefined) return undefined;
    const on = sayDay(dayOf(pairing.noticeReleaseAt, turn.scheme.zone));
    return {
      text: says.warnLine,
      parts: [text(says.warn(on))],
      buttons: [open(says.open, 'exit.read', { pairing: pairing.id }, 'primary')],
    };
  },
});

/** R47: to the partner, once they may know. What it says is on the page behind it. */
export const noticeLetter = letterOf({
  name: 'exit.notice',
  class: 'must',
  plan: (ids: Ids) => ({ pairing: one('pairing', ids['pairing'] ?? 'none') }),
  draw: (turn): Notice | undefined => {
    const { pairing } = turn.open;
    if (pairing?.state !== 'ended-early' || pairing.notice !== 'given') return undefined;
    return { text: says.something, buttons: [open(says.open, 'exit', { pairing: pairing.id }, 'primary')] };
  },
});

/** To somebody who said "ask me later" (R40). */
export const offerLetter = letterOf({
  name: 'offer.ask',
  class: 'nudge',
  plan: (ids: Ids) => ({ registration: one('registration', ids['registration'] ?? 'none') }),
  draw: (turn): Notice | undefined => {
    const { registration } = turn.open;
    if (registration?.state !== 'resting') return undefined;
    return {
      text: says.something,
      buttons: [
        open(says.open, 'offer', { registration: registration.id }, 'primary'),
        open(says.fewer, 'me.reminders'),
      ],
    };
  },
});
