// A private line to the co-ordinators: who may read it (all but those it may be about), and where word of it goes. For the rooms in which somebody may write one.

import { knownAs, knownCoordinators, onceEach, withoutPersonOf } from '../scheme/coordinators.ts';
import { answerPromise } from '../scheme/joining.ts';
import type { Exclusions, Inquiry, Pairing, Scheme } from '../scheme/kinds.ts';
import { partnerOf, sideOf } from '../scheme/sides.ts';
import { type Changes, type LetterOrder, put } from './outcome.ts';
import type { Turn } from './turn.ts';

/** Persons to whom what somebody writes stays closed: their partners, and co-ordinators whom they do not want to be paired with. */
export function closedToFor(
  person: string,
  pairings: readonly Pairing[],
  list: Exclusions | undefined,
  scheme: Scheme,
): string[] {
  const partners = pairings.filter(one => sideOf(one, person)).map(one => partnerOf(one, person));
  const isNamed = ({ id, emailHash }: ReturnType<typeof knownCoordinators>[number]): boolean =>
    (list?.not ?? []).some(entry => entry.person === id || (emailHash !== undefined && entry.emailHash === emailHash));
  const named = knownCoordinators(scheme).filter(isNamed);
  return [...new Set([...partners, ...named.map(({ id }) => id)])];
}

/** The co-ordinators (accounts) who may read a line that is closed to these persons. */
export function readersOf(scheme: Scheme, closedTo: readonly string[]): string[] {
  return scheme.coordinators.filter(account => !closedTo.includes(knownAs(scheme, account) ?? ''));
}

/** Whether the co-ordinators' channel may hear of it: only where everybody in it may read it. */
function goesToChannel(scheme: Scheme, closedTo: readonly string[]): boolean {
  return scheme.alerts.length > 0 && readersOf(scheme, closedTo).length === scheme.coordinators.length;
}

/** Word of a new line: to the channel, or else to each co-ordinator who may read it. */
export function alertOrders(scheme: Scheme, { id, closedTo }: Inquiry): LetterOrder[] {
  const order = { letter: 'contact.alert', ids: { inquiry: id }, id: `contact.alert.${id}` };
  if (goesToChannel(scheme, closedTo)) return [{ ...order, to: { channel: 'coordinators' }, place: `inquiry.${id}` }];
  return onceEach(scheme, readersOf(scheme, closedTo)).map((account, n) => ({
    ...order,
    id: `${order.id}.${n}`,
    to: { account },
  }));
}

/** The word in the channel drawn again, with whose it is, or without a name once it is answered. */
export function alertAgain(scheme: Scheme, { id, closedTo }: Inquiry): LetterOrder[] {
  if (!goesToChannel(scheme, closedTo)) return [];
  return [
    {
      letter: 'contact.alert',
      ids: { inquiry: id },
      to: { channel: 'coordinators' },
      id: `contact.alert.${id}.update`,
      place: `inquiry.${id}`,
      mode: 'update',
    },
  ];
}

/** Who hears that a line still waits: the second co-ordinator; another one than whoever took it, where there is one. */
export function secondReader(scheme: Scheme, { closedTo, takenBy }: Inquiry): string | undefined {
  const readers = onceEach(scheme, readersOf(scheme, closedTo));
  const others = withoutPersonOf(scheme, readers, takenBy);
  return (takenBy === undefined ? readers[1] : others[0]) ?? readers[0];
}

type Wish = {
  person: string;
  pairing: string;
  /** Where it was ticked, in words of the room. */
  text: string;
  pairings: readonly Pairing[];
  exclusions: Exclusions | undefined;
};

/** The line that a ticked *Please contact me* stands for: it says no more than that. Undefined where nobody could read it. */
export function wishToTalk(turn: Pick<Turn, 'id' | 'now' | 'scheme'>, wish: Wish): Inquiry | undefined {
  const { person, pairing, text } = wish;
  const closedTo = closedToFor(person, wish.pairings, wish.exclusions, turn.scheme);
  if (readersOf(turn.scheme, closedTo).length === 0) return undefined;
  return {
    id: turn.id('inquiry'),
    person,
    text,
    urgent: false,
    pairing,
    at: turn.now,
    ...answerPromise(turn.scheme, turn.now),
    state: 'open',
    escalated: false,
    closedTo,
  };
}

export const wishChanges = (scheme: Scheme, wish: Inquiry | undefined): Changes =>
  wish
    ? {
        put: [put('inquiry', wish)],
        letters: alertOrders(scheme, wish),
        history: [{ what: 'inquiry.sent', about: [wish.id, wish.person] }],
      }
    : {};
