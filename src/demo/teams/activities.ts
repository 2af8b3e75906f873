// What Teams sends to a bot, field by field; sending and signing are up to door.ts.
import { serviceUrlOf, type Tenancy } from './tenancy.ts';
import { type Channel, type Chat, chatWith, newActivityId, type Team, type User } from './world.ts';

export type Activity = Record<string, unknown> & { type: string; id: string; conversation: { id: string } };
/** Where something happens: a personal chat, or a channel (in a thread of it). */
export type Scene = { chat: Chat } | { channel: Channel; root?: string };

const ZONE = 'Europe/London';

const accountOf = (user: User) => ({ id: user.id, name: user.name, aadObjectId: user.aadObjectId });

/** The address of a scene: a thread is named by its first post. */
export const conversationIdOf = (scene: Scene): string =>
  'chat' in scene ? scene.chat.id : scene.channel.id + (scene.root === undefined ? '' : `;messageid=${scene.root}`);

function placeOf(tenancy: Tenancy, scene: Scene) {
  const tenant = { id: tenancy.world.tenant.id };
  if ('chat' in scene)
    return {
      conversation: { conversationType: 'personal', tenantId: tenant.id, id: scene.chat.id },
      channelData: { tenant },
    };
  const { channel } = scene;
  const team = tenancy.world.teams[channel.teamId];
  return {
    conversation: {
      isGroup: true,
      conversationType: 'channel',
      tenantId: tenant.id,
      id: conversationIdOf(scene),
      name: channel.name,
    },
    channelData: {
      teamsChannelId: channel.id,
      teamsTeamId: channel.teamId,
      channel: { id: channel.id },
      team: { id: channel.teamId, name: team?.name, aadGroupId: team?.aadGroupId },
      tenant,
    },
  };
}

function common(tenancy: Tenancy, id: string, from: User | undefined) {
  const now = new Date(tenancy.now()).toISOString();
  return {
    id,
    timestamp: now,
    localTimestamp: now,
    localTimezone: ZONE,
    serviceUrl: serviceUrlOf(tenancy),
    channelId: 'msteams',
    recipient: { ...tenancy.world.app.bot },
    ...(from ? { from: accountOf(from) } : {}),
  };
}

const clientInfo = {
  locale: 'en-GB',
  country: 'GB',
  platform: 'Web',
  timezone: ZONE,
  type: 'clientInfo',
};

/** A typed message, or a pressed Action.Submit (`value`, no text, an answer to the card's message). */
export function messageActivity(
  tenancy: Tenancy,
  user: User,
  scene: Scene,
  said: { id: string; text?: string; entities?: object[]; value?: unknown; replyToId?: string },
): Activity {
  const place = placeOf(tenancy, scene);
  const isTyped = said.text !== undefined;
  return {
    type: 'message',
    ...common(tenancy, said.id, user),
    ...place,
    locale: 'en-GB',
    ...(isTyped ? { text: said.text, textFormat: 'plain' } : {}),
    ...(isTyped ? { attachments: [{ contentType: 'text/html', content: `<p>${said.text}</p>` }] } : {}),
    ...(said.value === undefined ? {} : { value: said.value }),
    ...(said.replyToId === undefined ? {} : { replyToId: said.replyToId }),
    entities: [...(said.entities ?? []), clientInfo],
    channelData: {
      ...place.channelData,
      ...(said.value === undefined ? {} : { source: { name: 'message' }, legacy: { replyToId: said.replyToId } }),
    },
  };
}

/** A press or dialog that waits for an answer. */
export function invokeActivity(
  tenancy: Tenancy,
  user: User,
  scene: Scene,
  asked: { name: string; value: unknown; replyToId?: string; id?: string },
): Activity {
  const place = placeOf(tenancy, scene);
  return {
    type: 'invoke',
    name: asked.name,
    ...common(tenancy, asked.id ?? newActivityId(), user),
    ...place,
    locale: 'en-GB',
    value: asked.value,
    ...(asked.replyToId === undefined ? {} : { replyToId: asked.replyToId }),
    entities: [clientInfo],
    channelData: { ...place.channelData, source: { name: 'message' } },
  };
}

/** The bot was let in or put out: `installationUpdate`, which comes beside the `conversationUpdate`. */
export function installationActivity(
  tenancy: Tenancy,
  user: User,
  scene: Scene,
  action: 'add' | 'remove' | 'add-upgrade' | 'remove-upgrade',
): Activity {
  const place = placeOf(tenancy, scene);
  return {
    type: 'installationUpdate',
    action,
    ...common(tenancy, newActivityId(), user),
    ...place,
    locale: 'en-GB',
    entities: [clientInfo],
    channelData: {
      ...place.channelData,
      settings: { selectedChannel: { id: conversationIdOf(scene) } },
      source: { name: 'message' },
    },
  };
}

/** Members come and go; `people` are ids, of people or of the bot itself. Names are not sent. */
export function membersActivity(
  tenancy: Tenancy,
  by: User | undefined,
  scene: Scene,
  change: 'membersAdded' | 'membersRemoved',
  people: { id: string; aadObjectId?: string }[],
): Activity {
  const place = placeOf(tenancy, scene);
  const eventType = change === 'membersAdded' ? 'teamMemberAdded' : 'teamMemberRemoved';
  return {
    type: 'conversationUpdate',
    [change]: people,
    ...common(tenancy, newActivityId(), by),
    ...place,
    channelData: { ...place.channelData, ...('channel' in scene ? { eventType } : {}) },
  };
}

/** Something happened to a team or to one of its channels. */
export function teamActivity(tenancy: Tenancy, team: Team, eventType: string, channel?: Channel): Activity {
  const general = tenancy.world.channels[team.id]!;
  const place = placeOf(tenancy, { channel: general });
  const by = Object.values(tenancy.world.users).find(user => team.members.includes(user.id));
  return {
    type: 'conversationUpdate',
    ...common(tenancy, newActivityId(), by),
    ...place,
    channelData: {
      ...place.channelData,
      eventType,
      ...(channel ? { teamsChannelId: channel.id, channel: { id: channel.id, name: channel.name } } : {}),
    },
  };
}

export const personalScene = (tenancy: Tenancy, user: User): Scene => ({ chat: chatWith(tenancy.world, user.id) });
