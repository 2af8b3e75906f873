// Makes turns for tests of rooms: a room is pure, so a plain call is enough.

import type { Actor, Turn } from '../../src/conversation/turn.ts';
import type { Instant } from '../../src/scheme/calendar.ts';
import { newScheme } from '../../src/scheme/defaults.ts';
import type { Person, Scheme } from '../../src/scheme/kinds.ts';

export const NOW: Instant = Date.parse('2026-11-23T09:30:00Z');

export function aPerson(id: string, name: string, more: Partial<Person> = {}): Person {
  return {
    id,
    accounts: [`slack/T1/U${id}`],
    name,
    zone: 'Europe/London',
    hours: { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' },
    joinedAt: NOW,
    mention: false,
    checkins: 'channel',
    notices: [],
    prompts: [],
    ...more,
  };
}

export function aScheme(more: Partial<Scheme> = {}): Scheme {
  return {
    ...newScheme('Europe/London', ['slack/T1/UC1', 'slack/T1/UC2'], ['slack/T1/CFORUM'], ['slack/T1/CALERTS']),
    ready: true,
    name: 'Northern Technicians’ Mentoring',
    ...more,
  };
}

export function aTurn<O>(actor: Person | Actor, open: O, more: Partial<Turn<O>> = {}): Turn<O> {
  const who: Actor =
    'account' in actor
      ? (actor as Actor)
      : { account: (actor as Person).accounts[0]!, person: actor as Person, coordinator: false };
  return {
    now: NOW,
    actor: who,
    scheme: aScheme(),
    open,
    id: what => `id-${what}`,
    hash: plain => `hash-of-${plain}`,
    order: items => [...items],
    changed: () => false,
    place: 'window',
    more: {},
    channels: {},
    accounts: {},
    elsewhere: [],
    ...more,
  };
}
