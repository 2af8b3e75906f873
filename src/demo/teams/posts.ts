// What the bot may do in conversations: post, update, delete, open a chat; with the checks and refusals of the connector. The wire is in connector.ts.
import { mentionedIds, problemsOfMessage } from './card-checks.ts';
import { LIMITS } from './limits.ts';
import { refused } from './refusal.ts';
import { isThing, type Thing } from './shapes.ts';
import type { Tenancy } from './tenancy.ts';
import {
  type Attachment,
  type Channel,
  type Chat,
  chatWith,
  type Message,
  membersOf,
  nextId,
  teamsOf,
  type User,
  type World,
} from './world.ts';

/** Where a conversation id leads: a chat, or a channel and perhaps a thread in it. */
export type Spot = { chat: Chat; user: User } | { channel: Channel; root?: string };

/** The chat or channel of an id; throws as the connector does when there is none. */
export function spotOf({ world }: Tenancy, conversationId: string): Spot {
  const [base = '', root] = conversationId.split(';messageid=');
  const chat = world.chats[base];
  const user = chat && world.users[chat.userId];
  if (chat && user) return { chat, user };
  const channel = world.channels[base];
  if (!channel || channel.isDeleted || world.teams[channel.teamId]?.isDeleted) throw refused('ConversationNotFound');
  if (root === undefined) return { channel };
  if (!channel.messages.some(each => each.id === root)) throw refused('ConversationNotFound');
  return { channel, root };
}

/** Whether the bot may begin to talk to somebody: installed for them, or in a team of theirs. */
const mayReach = (world: World, user: User): boolean =>
  user.hasBot || teamsOf(world, user.id).some(team => team.hasBot);

/** Throws unless the bot is in that conversation. */
export function needMembership({ world }: Tenancy, spot: Spot): void {
  if (world.app.isDisabled) throw refused('BotDisabledByAdmin');
  if ('chat' in spot) {
    if (spot.user.deleted || !mayReach(world, spot.user)) throw refused('BotNotInConversationRoster');
    return;
  }
  if (!world.teams[spot.channel.teamId]?.hasBot || !spot.channel.botIn) throw refused('BotNotInConversationRoster');
}

function needWriting(tenancy: Tenancy, spot: Spot): void {
  needMembership(tenancy, spot);
  if ('chat' in spot && spot.user.blockedBot) throw refused('ConversationBlockedByUser');
  if ('channel' in spot && tenancy.world.teams[spot.channel.teamId]?.isArchived) throw refused('MessageWritesBlocked');
}

function needMessage({ world }: Tenancy, activity: Thing, spot: Spot): void {
  if (Buffer.byteLength(JSON.stringify(activity)) > LIMITS.messageBytes) throw refused('MessageSizeTooBig');
  const problems = problemsOfMessage(activity);
  if (problems.length > 0) throw refused('BadArgument', problems.join('; '));
  const present = 'chat' in spot ? [spot.user.id] : membersOf(world, spot.channel);
  const strangers = mentionedIds(activity).filter(id => !present.includes(id));
  if (strangers.length > 0)
    throw refused('BadArgument', `Nobody of the id ${strangers.join(', ')} can be mentioned here`);
}

type Content = Pick<Message, 'text' | 'textFormat' | 'summary' | 'attachments' | 'entities'>;

const contentOf = (activity: Thing): Content => ({
  text: String(activity['text'] ?? ''),
  textFormat: String(activity['textFormat'] ?? 'markdown'),
  summary: String(activity['summary'] ?? ''),
  attachments: structuredClone((activity['attachments'] ?? []) as Attachment[]),
  entities: structuredClone((activity['entities'] ?? []) as Thing[]),
});

const messagesOf = (spot: Spot): Message[] => ('chat' in spot ? spot.chat : spot.channel).messages;
const isoNow = (tenancy: Tenancy): string => new Date(tenancy.now()).toISOString();

/** Puts a message of somebody into a conversation; it becomes visible `landingMs` later. */
export function place(
  tenancy: Tenancy,
  spot: Spot,
  from: string,
  content: Partial<Content>,
  landingMs = 0,
  root = 'root' in spot ? spot.root : undefined,
): Message {
  const message: Message = {
    id: nextId(tenancy.world, tenancy.now()),
    from,
    ...{ text: '', textFormat: 'plain', summary: '', attachments: [], entities: [], ...content },
    at: isoNow(tenancy),
    ...(root === undefined ? {} : { root }),
    ...(landingMs > 0 ? { landsAt: Date.now() + landingMs } : {}),
    surfaces: {},
  };
  messagesOf(spot).push(message);
  if (landingMs > 0) tenancy.later(landingMs + 1, () => tenancy.changed());
  tenancy.changed();
  return message;
}

/** Posts a message of the bot; in a channel without a thread it begins one. Signs of typing leave no trace. */
export function post(tenancy: Tenancy, conversationId: string, activity: unknown, landingMs: number, replyTo?: string) {
  const spot = spotOf(tenancy, conversationId);
  needWriting(tenancy, spot);
  if (!isThing(activity)) throw refused('BadSyntax', 'The body is no activity');
  if (activity['type'] === 'typing') return { id: nextId(tenancy.world, tenancy.now()) };
  if (activity['type'] !== 'message')
    throw refused('BadArgument', `Activities of the type ${String(activity['type'])} are not taken`);
  needMessage(tenancy, activity, spot);
  const thread = 'channel' in spot ? (spot.root ?? rootOf(spot.channel, replyTo)) : undefined;
  return { id: place(tenancy, spot, tenancy.world.app.bot.id, contentOf(activity), landingMs, thread).id };
}

function rootOf(channel: Channel, replyTo: string | undefined): string | undefined {
  const answered = replyTo === undefined ? undefined : channel.messages.find(each => each.id === replyTo);
  return answered && (answered.root ?? answered.id);
}

function ownMessage(tenancy: Tenancy, spot: Spot, id: string): Message {
  const message = messagesOf(spot).find(each => each.id === id && !each.isDeleted);
  if (!message) throw refused('ActivityNotFoundInConversation');
  if (message.from !== tenancy.world.app.bot.id)
    throw refused('NotEnoughPermissions', 'Only its own messages are a bot’s to change.');
  return message;
}

/** Puts other content in the place of a message; what readers had before them starts afresh. */
export function update(tenancy: Tenancy, conversationId: string, id: string, activity: unknown) {
  const spot = spotOf(tenancy, conversationId);
  needWriting(tenancy, spot);
  const message = ownMessage(tenancy, spot, id);
  if (!isThing(activity)) throw refused('BadSyntax', 'The body is no activity');
  needMessage(tenancy, activity, spot);
  Object.assign(message, contentOf(activity), { edited: isoNow(tenancy), surfaces: {} });
  tenancy.changed();
  return { id };
}

export function remove(tenancy: Tenancy, conversationId: string, id: string) {
  const spot = spotOf(tenancy, conversationId);
  needWriting(tenancy, spot);
  ownMessage(tenancy, spot, id).isDeleted = true;
  tenancy.changed();
  return {};
}

function personalChat(tenancy: Tenancy, body: Thing) {
  const { world } = tenancy;
  const members = Array.isArray(body['members']) ? body['members'].filter(isThing) : [];
  const [member] = members;
  const channelData = isThing(body['channelData']) ? body['channelData'] : {};
  const tenant = body['tenantId'] ?? (isThing(channelData['tenant']) ? channelData['tenant']['id'] : undefined);
  if (members.length !== 1 || !member) throw refused('BadSyntax', 'A personal chat has exactly one member');
  if (tenant !== world.tenant.id) throw refused('BadArgument', 'The tenant is missing or another');
  const user = Object.values(world.users).find(each => each.id === member['id'] || each.aadObjectId === member['id']);
  if (!user || user.deleted) throw refused('BadArgument', 'Failed to decrypt pairwise id');
  if (world.app.isDisabled) throw refused('BotDisabledByAdmin');
  if (!mayReach(world, user)) throw refused('ForbiddenOperationException');
  if (user.blockedBot) throw refused('ConversationBlockedByUser');
  return { id: chatWith(world, user.id).id };
}

/** Opens a personal chat, or begins a thread in a channel with its first post. Groups cannot be made. */
export function create(tenancy: Tenancy, body: unknown, landingMs: number) {
  if (!isThing(body)) throw refused('BadSyntax', 'The body is no conversation');
  if (body['isGroup'] !== true) return personalChat(tenancy, body);
  const channel = isThing(body['channelData']) ? body['channelData']['channel'] : undefined;
  if (!isThing(channel) || typeof channel['id'] !== 'string')
    throw refused('BadSyntax', 'A group needs channelData.channel.id');
  const { id } = post(tenancy, channel['id'].split(';')[0]!, body['activity'], landingMs);
  return { id: `${channel['id']};messageid=${id}`, activityId: id };
}
