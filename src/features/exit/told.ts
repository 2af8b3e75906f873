// What each of the two sees of a pairing that has ended: its author a receipt, the other a neutral page (R47), or that there is nothing to do while the notice is held.
import { heldView, type MyPairing } from '../../conversation/my-pairings.ts';
import { type Button, heading, list, note, open, type Part, row, text, type View } from '../../conversation/notice.ts';
import { dayOf, sayDay } from '../../scheme/calendar.ts';
import type { Exit, Papers, Scheme } from '../../scheme/kinds.ts';
import { askedPerson } from '../../scheme/proposals.ts';
import type { Role } from '../../scheme/records/people.ts';
import { isEndedForThem, mayBeMistake } from '../../scheme/reopen.ts';
import { says } from './messages.ts';

export const goneView = (): View => ({
  title: says.goneTitle,
  parts: [text(says.gone)],
  buttons: [open(says.home, 'home')],
});

/** The people to talk to, to be shown before anything else where something is urgent (R52). */
export function peopleParts(scheme: Pick<Scheme, 'people' | 'arbiter'>): Part[] {
  const people = [...scheme.people, ...(scheme.arbiter ? [scheme.arbiter] : [])];
  const rows = people.map(({ name, role, how }) => row(says.person(name, role, how)));
  return [heading(says.peopleFirst), ...(rows.length > 0 ? rows : [text(says.nobodyListed)])];
}

export const askButton = (pairing: string): Button => open(says.ask, 'contact.ask', { pairing });

/** Where somebody on this side may go on to after an end (R40, R49). */
export function onward(side: Role, self: string, pairing: string, style?: 'primary'): Button {
  return open(says.again[side], 'offer', { registration: `${self}-${side}`, pairing }, style);
}

const reasonWords = says.reasonLabels as Record<string, string>;
export const reasonsInWords = (keys: readonly string[]): string[] => keys.map(key => reasonWords[key] ?? key);

/** Reasons reach the other one only when their author chose so (R47). */
function reasonParts({ name }: MyPairing, papers: Papers | undefined): Part[] {
  const { endReasons = [], endReasonText } = papers ?? {};
  if (endReasons.length === 0 && endReasonText === undefined) return [];
  return [
    text(says.toldReasons(name)),
    ...(endReasons.length > 0 ? [list(reasonsInWords(endReasons))] : []),
    ...(endReasonText === undefined ? [] : [text(endReasonText)]),
  ];
}

/** The receipt of the one who ended it; that a co-ordinator has read it is theirs to see. */
export function receiptView(mine: MyPairing, self: string, exit: Exit | undefined, scheme: Scheme, now: number): View {
  const { readAt, next, urgent } = exit ?? {};
  const go: Button[] =
    next === 'pause'
      ? [open(says.pause, 'me.pause', {}, 'primary')]
      : next === 'leave'
        ? [open(says.leave, 'me.leave', {}, 'primary')]
        : [];
  return {
    title: says.endedTitle,
    parts: [
      ...(urgent ? peopleParts(scheme) : []),
      text(says.ended(mine.called)),
      ...(exit ? [text(toldSentence(exit, scheme))] : []),
      ...(readAt === undefined ? [] : [note(says.endedRead(sayDay(dayOf(readAt, scheme.zone))))]),
      text(says.thanks),
    ],
    buttons: [
      ...go,
      onward(mine.side, self, mine.pairing.id),
      ...(urgent ? [askButton(mine.pairing.id)] : []),
      ...(mayBeMistake(mine.pairing, self, now)
        ? [open(says.mistake, 'exit.reopen', { pairing: mine.pairing.id })]
        : []),
      open(says.home, 'home'),
    ],
  };
}

/** Whether there was no co-ordinator who could be told: then somebody else has to be turned to. */
const isUntold = (exit: Pick<Exit, 'escalateAt' | 'readAt'>): boolean =>
  exit.escalateAt === undefined && exit.readAt === undefined;

export type Told = 'somebody' | 'another' | 'nobody';

/** Who is told: a co-ordinator; one who is not of the two; or nobody, where none is left who could be. */
export function toldAs(
  pairing: { mentor: string; mentee: string },
  concerned: readonly string[],
  isTold: boolean,
): Told {
  if (!isTold) return 'nobody';
  return concerned.includes(pairing.mentor) || concerned.includes(pairing.mentee) ? 'another' : 'somebody';
}

/** Who has been told of an end, for its author. */
export function toldSentence(exit: Exit, scheme: Scheme): string {
  const told = toldAs(exit, exit.closedTo, !isUntold(exit));
  return told === 'nobody' ? untold(scheme) : says.endedTold[told];
}

/** Whom to turn to where no co-ordinator can be told. */
export function untold(scheme: Scheme): string {
  const { arbiter } = scheme;
  return arbiter ? says.endedNobody(`${arbiter.name}, ${arbiter.role}: ${arbiter.how}`) : says.endedNobodyAtAll;
}

/** The other one's page: that it has ended and what they can do next, without a reason unless it was released to them, without blame (R47). */
function toldView(mine: MyPairing, self: string, papers: Papers | undefined, now: number): View {
  const { pairing, name, side } = mine;
  const asked = mayBeMistake(pairing, self, now);
  return {
    title: says.endedTitle,
    parts: [
      text(says.told(name)),
      ...(isEndedForThem(pairing) ? [text(says.toldByDesk)] : []),
      ...(pairing.toldOn === undefined ? [] : [text(says.toldInPerson(sayDay(pairing.toldOn)))]),
      ...(pairing.lastDay === undefined ? [] : [text(says.toldDay(sayDay(pairing.lastDay)))]),
      text(says.toldKindly),
      ...reasonParts(mine, papers),
    ],
    buttons: [
      ...(asked ? [open(says.reopenTitle, 'exit.reopen', { pairing: pairing.id })] : []),
      onward(side, self, pairing.id, 'primary'),
      askButton(pairing.id),
      open(says.home, 'home'),
    ],
  };
}

type Open = { papers: Papers | undefined; exit: Exit | undefined };

/** Finished as agreed: there is nothing to end, and the thanks are on the page of that end. */
const finishedView = ({ called, pairing }: MyPairing, scheme: Scheme): View => ({
  title: says.finishedTitle,
  parts: [
    text(says.finishedRow(called, sayDay(pairing.lastDay ?? dayOf(pairing.endedAt ?? 0, scheme.zone)))),
    text(says.finishedMore),
  ],
  buttons: [open(says.look, 'closing', { pairing: pairing.id }, 'primary'), open(says.home, 'home')],
});

/** A proposal is answered where it was made. */
const proposalView = ({ pairing }: MyPairing, isAsked: boolean): View => ({
  title: says.proposalTitle,
  parts: [text(isAsked ? says.proposalRow : says.proposalWaits)],
  buttons: [open(says.look, 'proposal', { pairing: pairing.id }, 'primary'), open(says.home, 'home')],
});

/** What is to be seen of a pairing of mine that does not run: any more, or yet. */
export function afterwardsView(
  turn: Parameters<typeof heldView>[0] & { open: Open },
  mine: MyPairing | undefined,
): View {
  const self = turn.actor.person?.id;
  if (!mine || self === undefined) return goneView();
  const { pairing } = mine;
  if (pairing.state === 'completed') return finishedView(mine, turn.scheme);
  if (pairing.state === 'proposed' || pairing.state === 'mentee-yes')
    return proposalView(mine, askedPerson(pairing) === self);
  if (pairing.state !== 'ended-early') return goneView();
  const held = heldView(turn, pairing.id);
  if (held) return held;
  return pairing.endedBy === self
    ? receiptView(mine, self, turn.open.exit, turn.scheme, turn.now)
    : toldView(mine, self, turn.open.papers, turn.now);
}
