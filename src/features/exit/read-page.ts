// For co-ordinators who are not concerned: what was written, once somebody presses *Read*; releasing a held notice; closing (F21).
import { pageOf } from '../../conversation/feature.ts';
import {
  type Button,
  facts,
  list,
  note,
  open,
  type Part,
  press,
  type Text,
  text,
  type View,
} from '../../conversation/notice.ts';
import { type Outcome, put, together, view } from '../../conversation/outcome.ts';
import { dayOf, sayDay, sayInstant } from '../../scheme/calendar.ts';
import type { Exit, Pairing } from '../../scheme/kinds.ts';
import { isEndedForThem, mayReopen } from '../../scheme/reopen.ts';
import { redrawn } from './coordinators.ts';
import { alertButtons, type ExitTurn, exitPlan, knowsNow, namesIn } from './letters.ts';
import { says } from './messages.ts';
import { releasing, toldRecord } from './release.ts';
import { reasonsInWords } from './told.ts';

export const at = (pairing: string) => ({ word: 'exit.read', ids: { pairing } });

export const notForYou = (): View => ({
  title: says.readTitle,
  parts: [text(says.readNotForYou)],
  buttons: [open(says.home, 'home')],
});

/** The exit, for a co-ordinator who is neither of the two nor on either one's list; even its author reads it elsewhere. */
export function readable(turn: ExitTurn): Exit | undefined {
  const { exit } = turn.open;
  const self = turn.actor.person?.id;
  if (!exit || !turn.actor.coordinator) return undefined;
  const concerned = [exit.mentor, exit.mentee, ...exit.closedTo];
  return self !== undefined && concerned.includes(self) ? undefined : exit;
}

function byWhom(turn: ExitTurn, account: string): Text {
  return turn.scheme.coordinatorNames[account] ?? [{ person: account }];
}

function reasonParts(exit: Exit): Part[] {
  const words = reasonsInWords(exit.reasons);
  return [
    text([{ bold: says.reasonsFact }]),
    ...(words.length > 0 ? [list(words)] : []),
    ...(exit.reasonText === undefined ? [] : [text(exit.reasonText)]),
    ...(words.length === 0 && exit.reasonText === undefined ? [note(says.noReasons)] : []),
    ...(exit.reasonFor === 'partner' ? [note(says.forPartner)] : []),
  ];
}

/** What the co-ordinators did about it (F21). */
function recordFacts(turn: ExitTurn, exit: Exit, other: string): [string, Text][] {
  const { readBy, readAt, spokeWith = [], toldOn, action, closedOn, closedBy } = exit;
  const { zone } = turn.scheme;
  const by = (account: string, when: string): Text => [byWhom(turn, account), `, ${when}`].flat();
  return [
    ...(readBy === undefined ? [] : [fact(says.readBy, by(readBy, sayInstant(readAt ?? 0, zone)))]),
    ...(toldOn === undefined ? [] : [fact(says.toldFact(other), sayDay(toldOn))]),
    ...(spokeWith.length === 0 ? [] : [fact(says.spokeWithFact, says.spokeWithIs(spokeWith))]),
    ...(action === undefined ? [] : [fact(says.actionFact, says.actions[action])]),
    ...(closedOn === undefined
      ? []
      : [fact(says.reopened, closedBy ? by(closedBy, sayDay(closedOn)) : sayDay(closedOn))]),
  ];
}

const fact = (label: string, said: Text): [string, Text] => [label, said];

function factsOf(turn: ExitTurn, exit: Exit, pairing: Pairing | undefined): [string, Text][] {
  const { mentor, mentee, author, other } = namesIn(exit, turn.open);
  if (exit.byCoordinator !== undefined)
    return [
      [says.by, byWhom(turn, exit.byCoordinator)],
      [says.of, says.pairing(mentor, mentee)],
      [says.alertDay, sayDay(exit.lastDay)],
      [says.met, String(exit.met)],
      ...(exit.why ? [fact(says.why, says.whys[exit.why])] : []),
      ...recordFacts(turn, exit, other),
    ];
  return [
    [says.by, author],
    [says.of, says.pairing(mentor, mentee)],
    [says.alertDay, sayDay(exit.lastDay)],
    [says.met, String(exit.met)],
    [says.alertKnows(other), knowsNow(exit, pairing)],
    ...(exit.triedFirst ? [fact(says.triedFact, says.triedOptions[exit.triedFirst])] : []),
    [says.nextFact, says.nextIs[exit.next]],
    ...(pairing ? [fact(says.noticeFact, says.noticeIs[pairing.notice])] : []),
    ...recordFacts(turn, exit, other),
  ];
}

/** An end by a co-ordinator that was a mistake goes on with both people's yes; not where one of them has left. */
const mayAskBoth = ({ now }: ExitTurn, exit: Exit, pairing: Pairing | undefined): boolean =>
  exit.byCoordinator !== undefined &&
  exit.why !== 'left' &&
  pairing !== undefined &&
  isEndedForThem(pairing) &&
  mayReopen(pairing, now);

/** Once they are asked, it says so. */
function againParts(turn: ExitTurn, exit: Exit, pairing: Pairing | undefined): Part[] {
  const asked = mayAskBoth(turn, exit, pairing) ? pairing?.reopenAskedAt : undefined;
  return asked === undefined ? [] : [note(says.reopenBothWaits(sayDay(dayOf(asked, turn.scheme.zone))))];
}

function againButtons(turn: ExitTurn, exit: Exit, pairing: Pairing | undefined): Button[] {
  if (!mayAskBoth(turn, exit, pairing) || pairing?.reopenAskedAt !== undefined) return [];
  return [{ ...press(says.reopenBoth, 'exit.read', 'again', { pairing: exit.id }), confirm: says.reopenBothAsk }];
}

function readView(turn: ExitTurn, exit: Exit, pairing: Pairing | undefined): View {
  const isHeld = pairing?.notice === 'held';
  const ids = { pairing: exit.id };
  const tells: Button[] = isHeld ? [press(says.haveTold, 'exit.read', 'told', ids)] : [];
  const closes: Button[] = exit.closedOn === undefined ? [open(says.close, 'exit.close', ids)] : [];
  return {
    title: says.readTitle,
    parts: [
      ...(exit.urgent ? [text([{ bold: says.alertUrgent }])] : []),
      facts(factsOf(turn, exit, pairing)),
      ...(isHeld && pairing?.noticeReleaseAt !== undefined
        ? [note(says.alertHeld(sayDay(dayOf(pairing.noticeReleaseAt, turn.scheme.zone))))]
        : []),
      ...(exit.byCoordinator === undefined ? reasonParts(exit) : []),
      ...(exit.note === undefined ? [] : [text([{ bold: says.noteFact }]), text(exit.note)]),
      ...againParts(turn, exit, pairing),
    ],
    buttons: [...tells, ...alertButtons(exit.id, isHeld).slice(1), ...closes, ...againButtons(turn, exit, pairing)],
    back: { word: 'desk' },
  };
}

/** Until somebody presses *Read*, nothing of what was written is shown: that press is what the alert tells of. */
export function showExit(turn: ExitTurn): View {
  const exit = readable(turn);
  if (!exit) return notForYou();
  if (exit.readAt !== undefined) return readView(turn, exit, turn.open.pairing);
  return {
    title: says.readTitle,
    parts: [text(says.readFirst)],
    buttons: [press(says.read, 'exit.read', 'read', { pairing: exit.id }, 'primary')],
    back: { word: 'desk' },
  };
}

/** The first who reads is named in the alert; two at once: one effect, and both see whose. */
function read(turn: ExitTurn): Outcome {
  const exit = readable(turn);
  if (!exit) return { screen: view(notForYou(), { word: 'desk' }) };
  if (exit.readAt !== undefined) return { screen: view(readView(turn, exit, turn.open.pairing), at(exit.id)) };
  const now: Exit = { ...exit, readAt: turn.now, readBy: turn.actor.account };
  return {
    changes: {
      put: [put('exit', now)],
      letters: redrawn(now),
      history: [{ what: 'exit.read', about: [exit.id] }],
    },
    screen: view(readView(turn, now, turn.open.pairing), at(exit.id)),
  };
}

/** Released; or told in person by the co-ordinator who presses it, which releases it as well (F21). */
function release(turn: ExitTurn, isTold: boolean): Outcome {
  const exit = readable(turn);
  const { pairing } = turn.open;
  if (!exit || !pairing) return { screen: view(notForYou(), { word: 'desk' }) };
  if (pairing.notice !== 'held' || pairing.noticeTo === undefined) return { screen: view(showExit(turn), at(exit.id)) };
  const today = isTold ? dayOf(turn.now, turn.scheme.zone) : undefined;
  const { pairing: given, ...changes } = releasing(pairing, today);
  const after = today === undefined ? exit : toldRecord(exit, today);
  return {
    changes: together(changes, {
      put: today === undefined ? [] : [put('exit', after)],
      letters: redrawn(after),
    }),
    screen: view(showExit({ ...turn, open: { ...turn.open, exit: after, pairing: given } }), at(exit.id)),
  };
}

/** Both are asked, once, and alike. */
function askBoth(turn: ExitTurn): Outcome {
  const exit = readable(turn);
  const { pairing: before } = turn.open;
  if (!exit) return { screen: view(notForYou(), { word: 'desk' }) };
  if (!before || !mayAskBoth(turn, exit, before) || before.reopenAskedAt !== undefined)
    return { screen: view(showExit(turn), at(exit.id)) };
  const pairing: Pairing = { ...before, reopenAskedAt: turn.now };
  const order = { letter: 'exit.reopen', ids: { pairing: exit.id } };
  return {
    changes: {
      put: [put('pairing', pairing)],
      letters: [exit.mentor, exit.mentee].map(person => ({
        ...order,
        to: { person },
        id: `exit.reopen-${exit.id}-${person}`,
      })),
      history: [{ what: 'pairing.reopening-asked', about: [exit.id] }],
    },
    screen: view(showExit({ ...turn, open: { ...turn.open, pairing } }), at(exit.id)),
  };
}

export const readPage = pageOf({
  word: 'exit.read',
  for: 'coordinator',
  plan: exitPlan,
  show: turn => showExit(turn),
  press: {
    read: turn => read(turn),
    release: turn => release(turn, false),
    told: turn => release(turn, true),
    again: askBoth,
  },
});
