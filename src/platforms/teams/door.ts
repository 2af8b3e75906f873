// What the parts of the running Teams door share: which tenant it is, the connector, the budgets, and the host behind us.
import { makeOnce, type Once } from '../once.ts';
import type { Host } from '../platform.ts';
import type { Activity } from './activity.ts';
import type { Addresses } from './addresses.ts';
import type { Budgets } from './budgets.ts';
import { type Connector, patient } from './connector.ts';
import { keepLately, type Lately } from './lately.ts';
import type { Member, TeamChannel } from './roster.ts';

export type TeamsDoor = {
  host: Host;
  budgets: Budgets;
  tenant: string;
  /** Forms open in dialogs, or stand as cards in the personal chat. */
  forms: 'dialog' | 'chat';
  addresses: Addresses;
  /** For the outbox, which owns all waits. */
  connector: Connector;
  /** For somebody who waits. */
  prompt: Connector;
  once: Once;
  /** The last operation of each button that somebody pressed: a double click is one deed. */
  pressed: Lately<string>;
  /** What was remembered lately, so that it is not written at every step. */
  known: Lately<string>;
  members: Lately<Promise<Member[]>>;
  channels: Lately<Promise<TeamChannel[]>>;
  /** Work begun and not yet ended; awaited at the stop. */
  pending: Set<Promise<unknown>>;
};

/** How long what was remembered is taken as remembered. */
const KNOWN_MS = 600_000;

export type DoorParts = Pick<TeamsDoor, 'host' | 'budgets' | 'tenant' | 'forms' | 'addresses' | 'connector'>;

/** A door to one tenant. */
export function makeDoor(parts: DoorParts): TeamsDoor {
  const { doubleMs, rosterHoldMs } = parts.budgets;
  return {
    ...parts,
    prompt: patient(parts.connector),
    once: makeOnce(),
    pressed: keepLately(doubleMs),
    known: keepLately(KNOWN_MS),
    members: keepLately(rosterHoldMs),
    channels: keepLately(rosterHoldMs),
    pending: new Set(),
  };
}

/** Keeps work in sight until it has ended. */
export function keep<T>(door: TeamsDoor, work: Promise<T>): Promise<T> {
  const watched = work.finally(() => door.pending.delete(watched));
  door.pending.add(watched);
  watched.catch(() => {});
  return watched;
}

export const laneOf = (door: Pick<TeamsDoor, 'tenant'>): string => `teams/${door.tenant}`;

/** The account of whoever sent an activity; undefined where Teams does not say who it is. */
export function accountIn(door: TeamsDoor, { from }: Activity): string | undefined {
  return from.aadObjectId === undefined ? undefined : `${laneOf(door)}/${from.aadObjectId}`;
}

/** What stands behind the lane in an address of ours: a person's object id, or a channel's id. Undefined for what is not of this tenant. */
export function localId(door: Pick<TeamsDoor, 'tenant'>, address: string): string | undefined {
  const lane = `${laneOf(door)}/`;
  return address.startsWith(lane) && address.length > lane.length ? address.slice(lane.length) : undefined;
}

export const isChannel = (id: string): boolean => id.startsWith('19:');
