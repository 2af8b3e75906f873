// The way in: before anything else sees a request its sender, size, shape, address and tenant are checked. Answers to what is refused are empty.
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { errorKind, errorPlace, log } from '../../log.ts';
import { type Activity, activityOf, tenantsIn } from './activity.ts';
import { type Addresses, isLoopback } from './addresses.ts';
import type { Keys } from './keys.ts';
import { checkToken } from './token-check.ts';

/** What is answered to an activity; for most there is nothing to say. */
export type Answered = { status: number; body?: unknown } | undefined;

export type GuardParts = {
  tenant: string;
  addresses: Addresses;
  /** Absent only where requests are not verified, and then only this machine may send any. */
  verify?: { appId: string; keys: Keys };
  ready: () => boolean;
  take: (activity: Activity) => Promise<Answered>;
};

const MOST_BYTES = 256 * 1024;
const DRAIN_MS = 2_000;

/** What still comes is let through for a moment, then the line is closed. */
function refuse(request: IncomingMessage, response: ServerResponse, status: number): void {
  response.once('finish', () => {
    if (request.complete) return;
    request.resume();
    setTimeout(() => request.complete || request.destroy(), DRAIN_MS).unref();
  });
  response.writeHead(status, { 'cache-control': 'no-store' }).end();
}

/** The body, or undefined when it is too long. */
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Otherwise leaving the loop would cut the line before the refusal is out.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function objectIn(body: string): Record<string, unknown> | undefined {
  try {
    const read: unknown = JSON.parse(body);
    return typeof read === 'object' && read !== null && !Array.isArray(read)
      ? (read as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Why a request is not even read. */
function atTheDoor(parts: GuardParts, request: IncomingMessage): number | undefined {
  if (request.method !== 'POST') return 405;
  if (!parts.ready()) return 503;
  if (!parts.verify && !isLoopback(request.socket.remoteAddress)) return 403;
  if (parts.verify && !request.headers.authorization) return 401;
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) return 400;
  return Number(request.headers['content-length'] ?? 0) > MOST_BYTES ? 413 : undefined;
}

async function sender(
  parts: GuardParts,
  request: IncomingMessage,
  read: Record<string, unknown>,
): Promise<number | undefined> {
  if (!parts.verify) return undefined;
  const { appId, keys } = parts.verify;
  const { channelId, serviceUrl } = read;
  const found = await checkToken(keys, appId, request.headers.authorization, { channelId, serviceUrl });
  if (found === 'good') return undefined;
  return found === 'unknown' ? 503 : 401;
}

/** An activity of our tenant from a connector that may be called; else the status to refuse it with. */
function admitted(parts: GuardParts, read: Record<string, unknown>): Activity | number {
  const shaped = activityOf.safeParse(read);
  if (!shaped.success) return 400;
  const tenants = tenantsIn(shaped.data);
  const isOurs = tenants.length > 0 && tenants.every(tenant => tenant === parts.tenant);
  return isOurs && parts.addresses.service(shaped.data.serviceUrl) ? shaped.data : 403;
}

async function passed(parts: GuardParts, request: IncomingMessage): Promise<Activity | number> {
  const early = atTheDoor(parts, request);
  if (early !== undefined) return early;
  const body = await bodyOf(request);
  if (body === undefined) return 413;
  const read = objectIn(body);
  if (!read) return 400;
  return (await sender(parts, request, read)) ?? admitted(parts, read);
}

async function answer(parts: GuardParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const activity = await passed(parts, request);
  if (typeof activity === 'number') {
    log('warn', 'teams.refused', { status: activity });
    return refuse(request, response, activity);
  }
  const { status = 200, body } = (await parts.take(activity)) ?? {};
  if (body === undefined) return void response.writeHead(status, { 'cache-control': 'no-store' }).end();
  response
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
    .end(JSON.stringify(body));
}

/** A listener that lets through what truly comes from Teams, for this bot and this tenant. */
export function makeGuard(parts: GuardParts): RequestListener {
  return (request, response) => {
    answer(parts, request, response).catch((error: unknown) => {
      log('error', 'teams.guard', { kind: errorKind(error), place: errorPlace(error) });
      if (response.headersSent) response.destroy();
      else refuse(request, response, 500);
    });
  };
}
