// Slack's events become happenings in our words. Typed words and the opened home tab are heard in hear.ts.
import type { Happening } from '../platform.ts';
import { accountOf, type SlackDoor } from './door.ts';
import type { HeardEvent } from './needs.ts';

/** An event as it comes; what it holds is read with care. */
export type SlackEvent = {
  type: string;
  user?: string | { id?: string; deleted?: boolean };
  channel?: string;
  tokens?: { bot?: string[] };
};

type Told = Exclude<HeardEvent, 'message.im' | 'app_home_opened'>;
type Reader = (event: SlackEvent, door: SlackDoor) => Happening | undefined;

const address = (door: SlackDoor, event: SlackEvent): string => `slack/${door.team}/${event.channel ?? ''}`;
const lost: Reader = (event, door) => ({ what: 'channel-gone', channel: address(door, event) });
const back: Reader = (event, door) => ({ what: 'channel-back', channel: address(door, event) });
const removed: Reader = (_, door) => ({ what: 'bot-removed', lane: `slack/${door.team}` });

/** Slack tells of every change of every profile; only leaving, and coming back of somebody known to be gone, is news. */
const changed: Reader = ({ user }, door) => {
  if (typeof user !== 'object' || !user.id) return undefined;
  const account = accountOf(door, user.id);
  if (user.deleted) {
    door.gone.add(user.id);
    return { what: 'person-gone', account };
  }
  return door.gone.delete(user.id) ? { what: 'person-back', account } : undefined;
};

const joined: Reader = (event, door) => {
  if (typeof event.user !== 'string') return undefined;
  if (event.user === door.botUser) return back(event, door);
  return { what: 'joined-channel', channel: address(door, event), account: accountOf(door, event.user) };
};

const readers: Record<Told, Reader> = {
  app_uninstalled: removed,
  tokens_revoked: (event, door) => ((event.tokens?.bot ?? []).length > 0 ? removed(event, door) : undefined),
  member_joined_channel: joined,
  member_left_channel: (event, door) => (event.user === door.botUser ? lost(event, door) : undefined),
  channel_archive: lost,
  channel_deleted: lost,
  channel_left: lost,
  group_archive: lost,
  group_deleted: lost,
  group_left: lost,
  channel_unarchive: back,
  group_unarchive: back,
  user_change: changed,
};

/** The events that happenings are made of. */
export const TOLD = Object.keys(readers) as Told[];

/** What an event means to us; undefined when it is none of our business. */
export function happeningOf(event: SlackEvent, door: SlackDoor): Happening | undefined {
  return readers[event.type as Told]?.(event, door);
}
