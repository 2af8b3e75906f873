// The people whom anybody can talk to, as they stand in help, in contact, and wherever something is difficult.
import { onceEach } from '../scheme/coordinators.ts';
import type { Person, Scheme } from '../scheme/kinds.ts';
import { laneOf } from '../scheme/lanes.ts';
import { list, type Part, type Span, type Text, text } from './notice.ts';

/** Somebody's name, what they are here, and how to reach them. */
const said = ({ name, role, how }: Scheme['people'][number]): Text => [{ bold: name }, ` – ${role}: ${how}`];

/** Somebody as the reader can write to them: mentioned where both are in one workspace, else by name. */
export function coordinatorSpan(scheme: Scheme, account: string, reader: string): Span {
  const name = scheme.coordinatorNames[account];
  return name === undefined || laneOf(account) === laneOf(reader) ? { person: account } : name;
}

/** The co-ordinators, as the reader can write to them. */
export function coordinatorSpans(scheme: Scheme, reader: string, accounts = scheme.coordinators): Span[] {
  const each = onceEach(scheme, accounts, laneOf(reader));
  return each.flatMap((account, n) => [
    ...(n === 0 ? [] : [n === each.length - 1 ? ' and ' : ', ']),
    coordinatorSpan(scheme, account, reader),
  ]);
}

/** Somebody of the scheme as the reader can write to them: mentioned where both are in one workspace, else by name. */
export function personSpan({ accounts, name }: Pick<Person, 'accounts' | 'name'>, reader: string): Span {
  const near = accounts.find(account => laneOf(account) === laneOf(reader));
  return near === undefined ? name : { person: near };
}

/** People to talk to besides the co-ordinators; the arbiter first, where something may concern a co-ordinator. Empty when nobody is named. */
export function peopleParts(scheme: Scheme, lead: string): Part[] {
  const people = [...(scheme.arbiter ? [scheme.arbiter] : []), ...scheme.people];
  return people.length > 0 ? [text(lead), list(people.map(said))] : [];
}
