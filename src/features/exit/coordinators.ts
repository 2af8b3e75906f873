// Who among the co-ordinators may be told of an exit, and where: the channel, unless one of them is concerned; then another of them, directly.
import type { LetterOrder, To } from '../../conversation/outcome.ts';
import { type Opened, sealedSome, some, via } from '../../conversation/plan.ts';
import { addWorkingDays, type Instant, instantAt, wallClock } from '../../scheme/calendar.ts';
import { usableChannels } from '../../scheme/channels.ts';
import { knownAs, onceEach, unregistered } from '../../scheme/coordinators.ts';
import type { Exit, Scheme } from '../../scheme/kinds.ts';
import { nameOf } from '../../scheme/sealed.ts';

/** The co-ordinators as accounts and as persons, as far as they are persons of the scheme. */
export const coordinatorsPlan = () => ({
  settings: some('scheme', ['scheme']),
  coordinatorAccounts: some('account', via('settings', 'coordinators')),
  coordinatorPeople: sealedSome('person', via('coordinatorAccounts', 'person')),
});
type Open = Opened<ReturnType<typeof coordinatorsPlan>>;
type Known = { id: string; emailHash?: string | undefined };

/** The persons behind the co-ordinators' accounts, and of those who are none what is known of their address. */
export function coordinatorPersons(open: Open, scheme: Scheme): Known[] {
  const known = open.coordinatorPeople.flatMap(cover => nameOf(cover) ?? []);
  const named = Object.values(scheme.coordinatorPersons).filter(id => !known.some(person => person.id === id));
  return [...known, ...named.map(id => ({ id })), ...unregistered(scheme)];
}

/** The co-ordinators' accounts that are not concerned, first come first told. */
export function unconcerned(open: Open, scheme: Scheme, closedTo: readonly string[]): string[] {
  const personOf = (account: string): string | undefined =>
    open.coordinatorAccounts.find(one => one.id === account)?.person ?? knownAs(scheme, account);
  return scheme.coordinators.filter(account => !closedTo.includes(personOf(account) ?? ''));
}

const hasChannel = (scheme: Scheme): boolean => usableChannels(scheme, 'alerts').length > 0;

/**
 * Where the alert goes: to the channel when no co-ordinator is concerned; else, or without a channel, to the first who is not.
 * Undefined when there is nobody.
 */
export function alertTo(open: Open, scheme: Scheme, closedTo: readonly string[]): To | undefined {
  const free = unconcerned(open, scheme, closedTo);
  if (free.length === scheme.coordinators.length && hasChannel(scheme)) return { channel: 'coordinators' };
  const [first] = onceEach(scheme, free);
  return first === undefined ? undefined : { account: first };
}

const alertPlace = (pairing: string): string => `exit-${pairing}`;
const secondPlace = (pairing: string): string => `exit-${pairing}-second`;

/** To whom letters about this exit go from now on. */
export const toWhom = (exit: Pick<Exit, 'alertTo'> | undefined): To =>
  exit?.alertTo === undefined ? { channel: 'coordinators' } : { account: exit.alertTo };

/** R46: the one alert. Its fixed id keeps it one. */
export function alertOrder(pairing: string, to: To): LetterOrder {
  return { letter: 'exit.alert', ids: { pairing }, to, id: `exit.alert-${pairing}`, place: alertPlace(pairing) };
}

/** The second co-ordinator, once. */
export function secondOrder(pairing: string, account: string): LetterOrder {
  return {
    letter: 'exit.unread',
    ids: { pairing },
    to: { account },
    id: `exit.unread-${pairing}`,
    place: secondPlace(pairing),
  };
}

/** What stands already is drawn again: the alert, and what the second co-ordinator got. */
export function redrawn(exit: Pick<Exit, 'id' | 'alertTo' | 'secondTo'>): LetterOrder[] {
  const ids = { pairing: exit.id, redrawn: 'yes' };
  const update = { ids, mode: 'update' as const };
  const alert: LetterOrder = {
    ...update,
    letter: 'exit.alert',
    to: toWhom(exit),
    id: `exit.alert-${exit.id}-again`,
    place: alertPlace(exit.id),
  };
  if (exit.secondTo === undefined) return [alert];
  const second: LetterOrder = {
    ...update,
    letter: 'exit.unread',
    to: { account: exit.secondTo },
    id: `exit.unread-${exit.id}-again`,
    place: secondPlace(exit.id),
  };
  return [alert, second];
}

/** When an exit that nobody read goes to the second co-ordinator: working days later, at the same time of day. */
export function unreadAt(scheme: Scheme, now: Instant): Instant {
  const { day, time } = wallClock(now, scheme.zone);
  return instantAt(addWorkingDays(day, scheme.exitUnreadDays, scheme.closedDays), time, scheme.zone);
}
