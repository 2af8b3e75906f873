// Requests as somebody would forge them: signed like Slack's, but with what no window of ours ever held.
import { request } from 'node:http';
import type { Target } from '../../src/conversation/notice.ts';
import { signed } from '../../src/demo/slack/door.ts';
import { type Bot, SECRET } from '../journeys/bot.ts';
import { TEAM } from './laid.ts';

export type Answered = { status: number; body: string; ms: number };
export const seconds = (): number => Math.floor(Date.now() / 1000);

/** Posts a body as it stands; resolves with what was answered, also when the other side hangs up while the body is still being sent. */
export function post(bot: Bot, body: string, headers: Record<string, string>): Promise<Answered> {
  const began = performance.now();
  const options = { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers } };
  return new Promise((resolve, reject) => {
    const outgoing = request(`http://127.0.0.1:${bot.mentor.port}/slack/events`, options, incoming => {
      const parts: Buffer[] = [];
      incoming.on('data', (part: Buffer) => parts.push(part));
      const end = () =>
        resolve({
          status: incoming.statusCode ?? 0,
          body: Buffer.concat(parts).toString(),
          ms: performance.now() - began,
        });
      incoming.on('end', end);
      incoming.on('error', end);
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

export const bodyOf = (payload: unknown): string =>
  new URLSearchParams({ payload: JSON.stringify(payload) }).toString();

/** Rightly signed, now. */
export function send(bot: Bot, payload: unknown): Promise<Answered> {
  const body = bodyOf(payload);
  return post(bot, body, signed(SECRET, body, seconds()));
}

let presses = 0;
const common = (user: string) => ({
  team: { id: TEAM },
  user: { id: user, team_id: TEAM },
  api_app_id: 'A1',
  trigger_id: `1.2.${presses}`,
});

/** A press in somebody's open window, of a button with any value. */
export function pressPayload(bot: Bot, user: string, value: string): Record<string, unknown> {
  const view = bot.as(user).view();
  const action = { type: 'button', action_id: 'go:9', block_id: 'b', value, action_ts: `${seconds()}.${++presses}` };
  return {
    type: 'block_actions',
    ...common(user),
    container: { type: 'view', view_id: view?.id },
    view,
    actions: [action],
  };
}

export const wayTo = ({ word, ids, press }: Target): string =>
  JSON.stringify({ w: word, ...(ids ? { i: ids } : {}), ...(press === undefined ? {} : { p: press }) });

/** Presses it, and waits until the window shows something else. */
export async function pressForged(bot: Bot, user: string, value: string): Promise<Answered> {
  const before = bot.as(user).view()?.hash;
  const answered = await send(bot, pressPayload(bot, user, value));
  await bot.standIn.until(() => bot.as(user).view()?.hash !== before, 3_000);
  return answered;
}

/** Sends somebody's open window with any metadata. */
export function submitForged(bot: Bot, user: string, metadata: string, values?: unknown): Promise<Answered> {
  const view = bot.as(user).view();
  return send(bot, {
    type: 'view_submission',
    ...common(user),
    view: { ...view, private_metadata: metadata, ...(values === undefined ? {} : { state: { values } }) },
    response_urls: [],
  });
}
