// The way in over HTTP: refuses what Bolt would let through (timestamps from the future), and what comes before we are ready. Signatures are Bolt's.
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

/** Slack's own limit for the past; Bolt does not look at the future. */
const MOST_AHEAD_S = 300;
const DRAIN_MS = 2_000;

function refuse(request: IncomingMessage, response: ServerResponse, status: number): void {
  request.resume();
  response.writeHead(status).end();
}

/** A body that is too long is refused before it is read: what still comes is let through for a moment, then the line is closed. */
function hangUpOnTheRest(request: IncomingMessage, response: ServerResponse): void {
  response.once('finish', () => {
    if (request.complete) return;
    request.resume();
    setTimeout(() => request.complete || request.destroy(), DRAIN_MS).unref();
  });
}

/** A listener in front of Bolt's. `ready` tells whether the door is open. */
export function makeListener(bolt: RequestListener, ready: () => boolean): RequestListener {
  return (request, response) => {
    if (!ready()) return refuse(request, response, 503);
    const stamp = Number(request.headers['x-slack-request-timestamp'] ?? 0);
    if (stamp > Date.now() / 1000 + MOST_AHEAD_S) return refuse(request, response, 401);
    hangUpOnTheRest(request, response);
    try {
      bolt(request, response);
    } catch {
      // Bolt throws for paths and methods it does not serve.
      refuse(request, response, 404);
    }
  };
}
