// response_url: five answers within thirty minutes to one command or press, without a token.
import { randomBytes } from 'node:crypto';
import { LIMITS } from './limits.ts';
import { botMessage, checkedChange, checkedContent, postInto, showOnlyTo } from './posts.ts';
import { type Args, flagArg, Refusal, textArg } from './refusal.ts';
import type { ResponseUrl, Workspace } from './workspace.ts';

/** A new address for answers to what this person did there; `ts` is the message they pressed in. */
export function issueResponseUrl(ws: Workspace, userId: string, channelId: string, ts?: string): string {
  const key = randomBytes(12).toString('hex');
  ws.responseUrls.set(key, { userId, channelId, ts, uses: 0, until: performance.now() + ws.timing.responseUrlMs });
  return `${ws.url}/response/${key}`;
}

function changeOriginal(ws: Workspace, target: ResponseUrl, args: Args): void {
  const { world } = ws;
  const channel = world.channels[target.channelId];
  const messages = world.ephemerals.filter(each => each.userId === target.userId).map(each => each.message);
  const message = [...messages, ...(channel?.messages ?? [])].find(each => each.ts === target.ts);
  if (!channel || !message) throw new Refusal('message_not_found');
  if (flagArg(args, 'delete_original')) {
    world.ephemerals = world.ephemerals.filter(each => each.message !== message);
    channel.messages = channel.messages.filter(each => each !== message);
  } else {
    const change = checkedChange(args);
    if (!change.blocks) delete message.blocks;
    Object.assign(message, change);
  }
  ws.changed();
}

/** What a command's or response_url's answer shows, and to whom; throws a refusal when Slack would not take it. */
export function showAnswer(ws: Workspace, target: Pick<ResponseUrl, 'userId' | 'channelId'>, args: Args): void {
  const content = checkedContent(args);
  const channel = ws.world.channels[target.channelId];
  if (textArg(args, 'response_type') === 'in_channel' && channel) postInto(ws, channel, botMessage(ws, content));
  else showOnlyTo(ws, target.userId, target.channelId, content);
}

/** Takes one answer for a response_url: the status and body Slack gives back. */
export function takeAnswer(ws: Workspace, key: string, args: Args): { status: number; body: string } {
  const target = ws.responseUrls.get(key);
  const no = (error: string) => ({ status: 404, body: JSON.stringify({ ok: false, error }) });
  if (!target || performance.now() > target.until) return no('expired_url');
  if (target.uses >= LIMITS.responseUrlUses) return no('used_url');
  target.uses++;
  try {
    const isChange = flagArg(args, 'replace_original') || flagArg(args, 'delete_original');
    if (isChange && target.ts !== undefined) changeOriginal(ws, target, args);
    else showAnswer(ws, target, args);
    return { status: 200, body: 'ok' };
  } catch (error) {
    if (error instanceof Refusal)
      return { status: 400, body: JSON.stringify({ ok: false, error: error.code, ...error.extra }) };
    throw error;
  }
}
