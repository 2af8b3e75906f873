// The people whom anybody can talk to, as they stand in help, in contact, and wherever something is difficult.
import type { Scheme } from '../scheme/kinds.ts';
import { list, type Part, type Span, type Text, text } from './notice.ts';

/** Somebody's name, what they are here, and how to reach them. */
const said = ({ name, role, how }: Scheme['people'][number]): Text => [{ bold: name }, ` – ${role}: ${how}`];

/** The co-ordinators by name, as people can write to them. */
export function coordinatorSpans(scheme: Scheme, accounts: readonly string[] = scheme.coordinators): Span[] {
  return accounts.flatMap((account, n): Span[] => {
    const name = scheme.coordinatorNames[account];
    return [...(n > 0 ? [', '] : []), { person: account }, ...(name ? [` (${name})`] : [])];
  });
}

/** People to talk to besides the co-ordinators; the arbiter first, where something may concern a co-ordinator. Empty when nobody is named. */
export function peopleParts(scheme: Scheme, lead: string): Part[] {
  const people = [...(scheme.arbiter ? [scheme.arbiter] : []), ...scheme.people];
  return people.length > 0 ? [text(lead), list(people.map(said))] : [];
}
