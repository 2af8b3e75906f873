// Messages: what may be in one, how it comes into a channel, who is told. Whether the bot may post there is up to methods/chat.ts.
import { checkMessageBlocks, textIn } from './block-kit.ts';
import { LIMITS, lengthOf } from './limits.ts';
import { eventPayload } from './payloads.ts';
import { type Args, Refusal, textArg } from './refusal.ts';
import type { Block, Metadata } from './shapes.ts';
import { withIds } from './view-stack.ts';
import type { Workspace } from './workspace.ts';
import { asSent, type Channel, type KeptMessage, newId } from './world.ts';

export type Content = { text: string; blocks?: Block[]; metadata?: Metadata };

function checkedBlocks(sent: unknown): Block[] | undefined {
  if (sent === undefined || sent === null || sent === '') return undefined;
  if (!Array.isArray(sent)) throw new Refusal('invalid_blocks_format');
  const messages = checkMessageBlocks(sent);
  if (messages.length > 0)
    throw new Refusal('invalid_blocks', {
      errors: messages.map(line => line.replace('[ERROR] ', '')),
      response_metadata: { messages },
    });
  if (textIn(sent) > LIMITS.messageBlocksText) throw new Refusal('msg_blocks_too_long');
  return withIds(sent as Block[]);
}

function checkedMetadata(sent: unknown): Metadata | undefined {
  if (sent === undefined || sent === null || sent === '') return undefined;
  const { event_type: type, event_payload: payload } = sent as Partial<Metadata>;
  const isShaped =
    typeof type === 'string' &&
    type !== '' &&
    typeof payload === 'object' &&
    payload !== null &&
    !Array.isArray(payload);
  if (typeof sent !== 'object' || !isShaped) throw new Refusal('invalid_metadata_format');
  if (Buffer.byteLength(JSON.stringify(sent)) > LIMITS.metadataBytes) throw new Refusal('metadata_too_large');
  return { event_type: type, event_payload: payload };
}

/** What a message call wants to say, once it has passed Slack's checks; throws the refusal otherwise. */
export function checkedContent(args: Args): Content {
  const blocks = checkedBlocks(args['blocks']);
  const metadata = checkedMetadata(args['metadata']);
  const text = textArg(args, 'text') ?? '';
  if (text === '' && !blocks?.length) throw new Refusal('no_text');
  const kept = lengthOf(text) > LIMITS.messageText ? [...text].slice(0, LIMITS.messageText).join('') : text;
  return { text: kept, ...(blocks ? { blocks } : {}), ...(metadata ? { metadata } : {}) };
}

/** Changes in place what chat.update and response URLs may change; blocks and metadata stay unless new ones are sent. */
export function checkedChange(args: Args): Partial<Content> {
  const text = textArg(args, 'text');
  if (text !== undefined && lengthOf(text) > LIMITS.updateText) throw new Refusal('msg_too_long');
  const blocks = checkedBlocks(args['blocks']);
  const metadata = isEmptyObject(args['metadata']) ? undefined : checkedMetadata(args['metadata']);
  if (text === undefined && blocks === undefined) throw new Refusal('no_text');
  return {
    ...(text === undefined ? {} : { text }),
    ...(blocks ? { blocks } : {}),
    ...(metadata ? { metadata } : {}),
  };
}

/** An empty object takes metadata away. */
export function isEmptyObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

/** A new message of the bot, not yet in any channel. */
export function botMessage(ws: Workspace, content: Content, more: Partial<KeptMessage> = {}): KeptMessage {
  const { app, team } = ws.world;
  return {
    type: 'message',
    ts: ws.newTs(),
    user: app.botUserId,
    bot_id: app.botId,
    app_id: app.id,
    team: team.id,
    ...content,
    ...more,
  };
}

/** Puts a message into a channel; it becomes readable `landingMs` later. In a direct channel the app is told, of its own messages too. */
export function postInto(ws: Workspace, channel: Channel, message: KeptMessage, landingMs = 0): KeptMessage {
  channel.messages.push(message);
  if (landingMs > 0) {
    message.landsAt = Date.now() + landingMs;
    ws.later(landingMs + 1, () => ws.changed());
  }
  if (channel.kind === 'im' && ws.scopes.has('im:history'))
    sendEvent(ws, { ...asSent(message), channel: channel.id, channel_type: 'im', event_ts: message.ts });
  ws.changed();
  return message;
}

/** Shows a message to one person only; nobody can fetch it afterwards. */
export function showOnlyTo(ws: Workspace, userId: string, channelId: string, content: Content): KeptMessage {
  const message = botMessage(ws, content);
  ws.world.ephemerals.push({ userId, channelId, message });
  ws.changed();
  return message;
}

/** A message of a person, as Slack's own editor writes it: the three signs escaped, `@name` turned into a mention. */
export function personMessage(ws: Workspace, userId: string, typed: string, blocks: Block[]): KeptMessage {
  const idOf = (name: string) => Object.values(ws.world.users).find(each => each.name === name)?.id;
  const text = typed
    .replace(/[&<>]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]!)
    .replace(/@([\w.-]+)/g, (mention, name: string) => (idOf(name) ? `<@${idOf(name)}>` : mention));
  const base = { ts: ws.newTs(), user: userId, text, team: ws.world.team.id };
  return { type: 'message', client_msg_id: newId('m'), ...base, blocks: withIds(blocks) };
}

/** Tells the app of an event, as long as it is installed. */
export function sendEvent(ws: Workspace, event: Record<string, unknown>): void {
  if (ws.world.app.installed) ws.door.event(eventPayload(ws.world, event));
}

/** Refuses with the lines of a refused view or message, for places where Slack shows only "trouble". */
export function refusalLines(error: unknown): string[] {
  if (!(error instanceof Refusal)) throw error;
  const { messages } = (error.extra['response_metadata'] ?? {}) as { messages?: string[] };
  return [error.code, ...(messages ?? [])];
}
