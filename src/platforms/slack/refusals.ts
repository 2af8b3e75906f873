// What Slack's errors mean for a message: certainly refused, never to be tried again, or not known. Whether to try again is the queue's to decide.
import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import type { Sent } from '../platform.ts';

const GONE: Record<string, 'person' | 'channel' | 'bot'> = {
  channel_not_found: 'channel',
  is_archived: 'channel',
  is_inactive: 'channel',
  not_in_channel: 'channel',
  user_disabled: 'person',
  user_not_found: 'person',
  users_not_found: 'person',
  user_not_visible: 'person',
  cannot_dm_bot: 'person',
  account_inactive: 'bot',
  invalid_auth: 'bot',
  not_authed: 'bot',
  token_revoked: 'bot',
  token_expired: 'bot',
  team_access_not_granted: 'bot',
};

/** Slack says of these that part of the work may have been done. */
const DOUBTFUL = new Set(['fatal_error', 'internal_error', 'request_timeout', 'service_unavailable']);

/** The line was never open, so nothing was sent. */
const NEVER_REACHED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);
/** When the other side named no time: the queue's own waits, which grow, are long enough. */
export const SOON_MS = 0;

/** The name of a platform error (`channel_not_found`); undefined for any other. */
export const slackError = (error: unknown): string | undefined =>
  error instanceof WebAPIPlatformError ? error.data.error : undefined;

function codeOf(error: unknown): string | undefined {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    const code = (cause as { code?: unknown }).code;
    if (typeof code === 'string' && /^(E[A-Z]+|UND_ERR\w+)/.test(code)) return code;
  }
  return undefined;
}

function ofPlatform(name: string): Sent {
  const gone = GONE[name];
  if (gone) return { gone, why: name };
  if (name === 'ratelimited') return { refused: name, afterMs: SOON_MS };
  return DOUBTFUL.has(name) ? { unsure: name } : { refused: name };
}

/** What became of a message when a call ended with this error. */
export function sentAfter(error: unknown): Sent {
  if (error instanceof WebAPIRateLimitedError) return { refused: 'ratelimited', afterMs: error.retryAfter * 1000 };
  if (error instanceof WebAPIPlatformError) return ofPlatform(error.data.error);
  if (error instanceof WebAPIHTTPError) {
    const what = `http ${error.statusCode}`;
    return error.statusCode >= 500 ? { unsure: what } : { refused: what };
  }
  if (!(error instanceof WebAPIRequestError)) return { unsure: 'unreadable answer' };
  const code = codeOf(error.original) ?? error.original.name;
  return NEVER_REACHED.has(code) ? { refused: code, afterMs: SOON_MS } : { unsure: code };
}

/** The same for a step before the message itself: whatever went wrong there, nothing was sent. */
export function sentBefore(error: unknown): Sent {
  const sent = sentAfter(error);
  return 'unsure' in sent ? { refused: sent.unsure, afterMs: SOON_MS } : sent;
}
