// Where a message to a person or channel goes: their chat with the bot, made if there is none yet, or the channel itself.
import { z } from 'zod';
import { withoutThread } from './activity.ts';
import type { Connector } from './connector.ts';
import { keepPerson, personAt, type Spot } from './contacts.ts';
import { isChannel, localId, type TeamsDoor } from './door.ts';
import type { Aim } from './refusals.ts';
import { anySpot, channelKnown, memberKnown } from './roster.ts';

/** `isNew`: a chat that was made just now. */
export type Place = Spot & { aim: Aim; conversation: string; isNew?: true };
/** How a place is looked for: by whom, and how long that may take. */
export type Means = { connector: Connector; ms: number };

const createdOf = z.looseObject({ id: z.string().min(1) });

export const forOutbox = (door: TeamsDoor): Means => ({ connector: door.connector, ms: door.budgets.deliveryMs });
export const forSomebody = (door: TeamsDoor): Means => ({ connector: door.prompt, ms: door.budgets.interactionMs });

/** Whom a message to this address is for. */
export const aimOf = (door: TeamsDoor, to: string): Aim => (isChannel(localId(door, to) ?? '') ? 'channel' : 'person');

/** Makes a chat with somebody who never wrote. Throws what the connector throws. */
async function newChat(door: TeamsDoor, account: string, person: string, means: Means): Promise<Place | undefined> {
  const spot = await anySpot(door);
  if (!spot) return undefined;
  const member = await memberKnown(door, person).catch(() => undefined);
  const user = member?.user ?? person;
  const answer = await means.connector({
    service: spot.service,
    method: 'POST',
    path: ['conversations'],
    body: {
      bot: { id: spot.bot },
      isGroup: false,
      members: [{ id: user }],
      tenantId: door.tenant,
      channelData: { tenant: { id: door.tenant } },
    },
    ms: means.ms,
    conversation: account,
  });
  const conversation = createdOf.parse(answer).id;
  await keepPerson(door, account, { ...spot, conversation, user, name: member?.name ?? '' });
  return { ...spot, aim: 'person', conversation, isNew: true };
}

/** Where to write to somebody or something; undefined when that cannot be known (yet). Throws what the connector throws. */
export async function placeOf(door: TeamsDoor, to: string, means: Means): Promise<Place | undefined> {
  const id = localId(door, to);
  if (!id) return undefined;
  if (isChannel(id)) {
    const spot = (await channelKnown(door, id)) ?? (await anySpot(door));
    // Without its thread a channel takes a new post.
    return spot && { service: spot.service, bot: spot.bot, aim: 'channel', conversation: withoutThread(id) };
  }
  const known = await personAt(door, to);
  if (known) return { service: known.service, bot: known.bot, aim: 'person', conversation: known.conversation };
  return door.once.shared(`chat:${to}`, () => newChat(door, to, id, means));
}
