// The people whom anybody can talk to, as they stand in help, in contact, and wherever something is difficult.
import type { Scheme } from '../scheme/kinds.ts';
import { list, type Part, type Span, type Text, text } from './notice.ts';

/** Somebody's name, what they are here, and how to reach them. */
const said = ({ name, role, how }: Scheme['people'][number]): Text => [{ bold: name }, ` – ${role}: ${how}`];

const lane = (account: string): string => account.split('/').slice(0, 2).join('/');

/** Somebody as the reader can write to them: mentioned where both are in one workspace, else by name. */
export function coordinatorSpan(scheme: Scheme, account: string, reader: string): Span {
  const name = scheme.coordinatorNames[account];
  return name === undefined || lane(account) === lane(reader) ? { person: account } : name;
}

/** The co-ordinators, as the reader can write to them. */
export function coordinatorSpans(scheme: Scheme, reader: string, accounts = scheme.coordinators): Span[] {
  return accounts.flatMap((account, n) => [
    ...(n === 0 ? [] : [n === accounts.length - 1 ? ' and ' : ', ']),
    coordinatorSpan(scheme, account, reader),
  ]);
}

/** People to talk to besides the co-ordinators; the arbiter first, where something may concern a co-ordinator. Empty when nobody is named. */
export function peopleParts(scheme: Scheme, lead: string): Part[] {
  const people = [...(scheme.arbiter ? [scheme.arbiter] : []), ...scheme.people];
  return people.length > 0 ? [text(lead), list(people.map(said))] : [];
}
