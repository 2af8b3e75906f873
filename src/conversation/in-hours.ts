// Letters that a date brings about, and nobody's deed: they leave inside the working hours of whoever gets them (R58). What another person has just done is told at once, by its own room.
import { type Instant, intoWorkingHours } from '../scheme/calendar.ts';
import type { Person, Scheme } from '../scheme/kinds.ts';
import type { LetterOrder } from './outcome.ts';

type When = { now: Instant; scheme: Pick<Scheme, 'closedDays'> };

/** The same letters, those to these people held back until their next working hour. */
export function inHours<O extends Pick<LetterOrder, 'to' | 'notBefore'>>(
  orders: readonly O[],
  people: readonly (Pick<Person, 'id' | 'zone' | 'hours'> | undefined)[],
  { now, scheme }: When,
): O[] {
  return orders.map(order => {
    const { to } = order;
    const person = 'person' in to ? people.find(one => one?.id === to.person) : undefined;
    if (!person) return order;
    return { ...order, notBefore: intoWorkingHours(now, person.zone, person.hours, scheme.closedDays) };
  });
}
