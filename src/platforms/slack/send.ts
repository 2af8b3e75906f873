// Sends, changes, removes, pins and looks up our own messages, one try each. When and how often is up to the queue.
import type { Found, Outgoing, Ref, Sent } from '../platform.ts';
import { fitting } from './check.ts';
import type { SlackDoor } from './door.ts';
import { drawNotice } from './draw-notice.ts';
import { SOON_MS, sentAfter, sentBefore, slackError } from './refusals.ts';
import { localId } from './text.ts';

/** Message metadata can be read by everybody in the workspace: it holds the delivery's id and nothing else. */
const EVENT_TYPE = 'mentor_delivery';
/** How far back a look-up reads before it gives up. */
const PAGES = 10;
const PAGE = 200;

const isPerson = (id: string): boolean => /^[UW]/.test(id);

/** The direct channel of a person; opened once, then remembered. */
export async function directChannel(door: SlackDoor, user: string): Promise<string> {
  const known = door.directs.get(user);
  if (known) return known;
  const { channel } = await door.deliveries.conversations.open({ users: user });
  if (!channel?.id) throw new Error('Slack opened a direct channel without an id');
  door.directs.set(user, channel.id);
  return channel.id;
}

type Place = { id: string; channel: string } | { sent: Sent };

async function placeOf(door: SlackDoor, to: string): Promise<Place> {
  const id = localId(door.team, to);
  if (!id) return { sent: { refused: 'not of this workspace' } };
  if (!isPerson(id)) return { id, channel: id };
  try {
    return { id, channel: await directChannel(door, id) };
  } catch (error) {
    return { sent: sentBefore(error) };
  }
}

/** In a direct channel what is archived is the person's account; a channel that Slack no longer knows is opened anew next time. */
function about(door: SlackDoor, id: string, sent: Sent): Sent {
  if (!('gone' in sent) || !isPerson(id)) return sent;
  door.directs.delete(id);
  if (sent.gone === 'bot') return sent;
  if (sent.gone === 'channel' && sent.why !== 'is_archived') return { refused: sent.why, afterMs: SOON_MS };
  door.gone.add(id);
  return { gone: 'person', why: sent.why };
}

/** Sends a message to a person or channel, once. */
export async function send(door: SlackDoor, to: string, { id, notice }: Outgoing): Promise<Sent> {
  const message = fitting(drawNotice(notice, door.team));
  const place = await placeOf(door, to);
  if ('sent' in place) return about(door, localId(door.team, to) ?? '', place.sent);
  try {
    const { channel, ts } = await door.deliveries.chat.postMessage({
      ...message,
      channel: place.channel,
      metadata: { event_type: EVENT_TYPE, event_payload: { id } },
      unfurl_links: false,
      unfurl_media: false,
    });
    return channel && ts ? { sent: { channel, message: ts } } : { unsure: 'an answer without a place' };
  } catch (error) {
    return about(door, place.id, sentAfter(error));
  }
}

/** Writes one of our messages anew. */
export async function update(door: SlackDoor, ref: Ref, { id, notice }: Outgoing): Promise<Sent> {
  const message = fitting(drawNotice(notice, door.team));
  try {
    await door.deliveries.chat.update({
      ...message,
      channel: ref.channel,
      ts: ref.message,
      metadata: { event_type: EVENT_TYPE, event_payload: { id } },
    });
    return { sent: ref };
  } catch (error) {
    // Somebody took the message away: there is nothing left to change.
    return slackError(error) === 'message_not_found' ? { sent: ref } : sentAfter(error);
  }
}

/** Takes one of our messages away; one that is gone already counts as taken away. */
export async function remove(door: SlackDoor, ref: Ref): Promise<Sent> {
  try {
    await door.deliveries.chat.delete({ channel: ref.channel, ts: ref.message });
    return { sent: ref };
  } catch (error) {
    return slackError(error) === 'message_not_found' ? { sent: ref } : sentAfter(error);
  }
}

/** Pins one of our messages. */
export async function pin(door: SlackDoor, ref: Ref): Promise<Sent> {
  try {
    await door.deliveries.pins.add({ channel: ref.channel, timestamp: ref.message });
    return { sent: ref };
  } catch (error) {
    return slackError(error) === 'already_pinned' ? { sent: ref } : sentAfter(error);
  }
}

/** Looks for the message of this delivery among those since `notBefore`. */
async function look(door: SlackDoor, channel: string, id: string, notBefore: number): Promise<Found> {
  let cursor: string | undefined;
  for (let page = 0; page < PAGES; page++) {
    const read = await door.deliveries.conversations.history({
      channel,
      oldest: String(Math.max(0, notBefore) / 1000),
      include_all_metadata: true,
      limit: PAGE,
      ...(cursor ? { cursor } : {}),
    });
    for (const { ts, user, bot_id, metadata } of read.messages ?? []) {
      const payload = metadata?.event_payload as { id?: unknown } | undefined;
      const isOurs = user === door.botUser || bot_id !== undefined;
      if (ts && isOurs && metadata?.event_type === EVENT_TYPE && payload?.id === id)
        return { found: { channel, message: ts } };
    }
    cursor = read.response_metadata?.next_cursor;
    if (!cursor) return { absent: true };
  }
  return { unknown: true };
}

/** A look-up that only came at a bad moment is worth another; one that Slack does not allow is not. */
function notFound(sent: Sent): Found {
  return 'refused' in sent && sent.afterMs !== undefined ? { later: sent.afterMs } : { unknown: true };
}

/** Where no look-up is allowed: whether Slack is there at all, so that the one repeat is not spent on an outage. */
export async function isThere(door: SlackDoor): Promise<Found> {
  try {
    await door.deliveries.auth.test();
    return { unknown: true };
  } catch (error) {
    return notFound(sentBefore(error));
  }
}

/** Asks Slack whether a message of unknown outcome landed; `unknown` when Slack never tells. */
export async function find(door: SlackDoor, to: string, id: string, notBefore: number): Promise<Found> {
  const place = await placeOf(door, to);
  if ('sent' in place) return notFound(place.sent);
  try {
    return await look(door, place.channel, id, notBefore);
  } catch (error) {
    return notFound(sentBefore(error));
  }
}
