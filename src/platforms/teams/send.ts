// Sends, changes and removes our own messages, one try each. When and how often is up to the queue.
import { z } from 'zod';
import type { Outgoing, Ref, Sent } from '../platform.ts';
import { fittingMessage } from './check.ts';
import { forgetPerson } from './contacts.ts';
import { namesFor } from './directory.ts';
import { isChannel, laneOf, localId, type TeamsDoor } from './door.ts';
import { drawNotice, namedInNotice } from './draw-notice.ts';
import { type Message, messageOf } from './message.ts';
import { aimOf, forOutbox, type Means, type Place, placeOf } from './places.ts';
import { isAbsent, SOON_MS, sentAfter, sentBefore } from './refusals.ts';
import { channelKnown, membersOf } from './roster.ts';
import type { Names } from './text.ts';

const answeredOf = z.looseObject({ id: z.string().min(1) });

/** Puts a message at a place; answers its id, or nothing when Teams did not name one. Throws what the connector throws. */
export async function post(place: Place, message: Message, { connector, ms }: Means): Promise<string | undefined> {
  const { service, bot, conversation } = place;
  const answer = await connector({
    service,
    method: 'POST',
    path: ['conversations', conversation, 'activities'],
    body: { ...message, from: { id: bot }, conversation: { id: conversation } },
    ms,
    conversation,
  });
  return answeredOf.safeParse(answer).data?.id;
}

/** Writes a message anew where it stands. Throws what the connector throws. */
export async function rewrite(place: Place, id: string, message: Message, { connector, ms }: Means): Promise<void> {
  const { service, bot, conversation } = place;
  await connector({
    service,
    method: 'PUT',
    path: ['conversations', conversation, 'activities', id],
    body: { ...message, id, from: { id: bot }, conversation: { id: conversation } },
    ms,
    conversation,
  });
}

/** Takes a message away. Throws what the connector throws. */
export async function takeAway({ service, conversation }: Place, id: string, { connector, ms }: Means): Promise<void> {
  await connector({
    service,
    method: 'DELETE',
    path: ['conversations', conversation, 'activities', id],
    ms,
    conversation,
  });
}

/** The people who can read along at this address; undefined where that cannot be told. */
async function readersOf(door: TeamsDoor, to: string): Promise<string[] | undefined> {
  const id = localId(door, to);
  if (!id || !isChannel(id)) return [to];
  const known = await channelKnown(door, id);
  if (!known) return undefined;
  const members = await membersOf(door, known, known.kind === 'standard' ? known.team : id).catch(() => undefined);
  return members?.map(({ person }) => `${laneOf(door)}/${person}`);
}

/** Teams refuses a message that mentions somebody who cannot read it: they are only named. */
async function namesAt(door: TeamsDoor, to: string, people: string[], channels: string[]): Promise<Names> {
  const names: Names = await namesFor(door, people, channels);
  if (Object.keys(names.people).length === 0) return names;
  const readers = await readersOf(door, to);
  const named = Object.entries(names.people).map(([account, { id, name }]) => {
    const isReader = readers?.includes(account) ?? true;
    return [account, isReader && id ? { id, name } : { name }];
  });
  return { ...names, people: Object.fromEntries(named) };
}

/** The message of a notice. Throws when it does not fit. */
export async function drawn(door: TeamsDoor, to: string, notice: Outgoing['notice']): Promise<Message> {
  const { people, channels } = namedInNotice(notice);
  const names = await namesAt(door, to, people, channels);
  return messageOf(fittingMessage(drawNotice(notice, { names, forms: door.forms, to: aimOf(door, to) })));
}

async function placed(door: TeamsDoor, to: string): Promise<Place | { sent: Sent }> {
  if (!localId(door, to)) return { sent: { refused: 'not of this tenant' } };
  try {
    const place = await placeOf(door, to, forOutbox(door));
    // Teams tells where it takes calls with the first activity it sends us.
    return place ?? { sent: { refused: 'not heard from Teams yet', afterMs: SOON_MS } };
  } catch (error) {
    return { sent: sentBefore(error, aimOf(door, to)) };
  }
}

/** Of somebody who is gone nothing is remembered: if they come back, their chat is another one. */
async function settled(door: TeamsDoor, to: string, sent: Sent): Promise<Sent> {
  if ('gone' in sent && sent.gone === 'person') await forgetPerson(door, to);
  return sent;
}

/** Sends a message to a person or channel, once. */
export async function send(door: TeamsDoor, to: string, { notice }: Outgoing): Promise<Sent> {
  const message = await drawn(door, to, notice);
  const place = await placed(door, to);
  if ('sent' in place) return settled(door, to, place.sent);
  try {
    const id = await post(place, message, forOutbox(door));
    return id ? { sent: { channel: to, message: id } } : { unsure: 'an answer without a place' };
  } catch (error) {
    return (await elsewhere(door, to, place, error)) ?? settled(door, to, sentAfter(error, place.aim));
  }
}

/** A remembered chat that is not there any more says nothing of the person: the next try makes another. */
async function elsewhere(
  door: TeamsDoor,
  to: string,
  { aim, isNew }: Place,
  error: unknown,
): Promise<Sent | undefined> {
  if (!isAbsent(error) || aim !== 'person' || isNew) return undefined;
  await forgetPerson(door, to);
  return { refused: 'a chat that is not there', afterMs: SOON_MS };
}

async function changed(door: TeamsDoor, ref: Ref, work: (place: Place) => Promise<void>): Promise<Sent> {
  const place = await placed(door, ref.channel);
  if ('sent' in place) return place.sent;
  try {
    await work(place);
    return { sent: ref };
  } catch (error) {
    // Somebody took the message away: there is nothing left to change.
    return isAbsent(error) ? { sent: ref } : sentAfter(error, place.aim);
  }
}

/** Writes one of our messages anew. */
export async function update(door: TeamsDoor, ref: Ref, { notice }: Outgoing): Promise<Sent> {
  const message = await drawn(door, ref.channel, notice);
  return changed(door, ref, place => rewrite(place, ref.message, message, forOutbox(door)));
}

/** Takes one of our messages away; one that is gone already counts as taken away. */
export const remove = (door: TeamsDoor, ref: Ref): Promise<Sent> =>
  changed(door, ref, place => takeAway(place, ref.message, forOutbox(door)));
