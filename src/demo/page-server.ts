// Serves the demo's page and its clock, on this machine only; what happens in the workspace is the stand-in's.
import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import type { Elsewhere } from './local.ts';

/** The story clock, as the page shows and moves it. */
export type StoryClock = { now: () => Promise<number>; move: (days: number) => Promise<void> };

/** What a page of both sides needs besides. */
export type OtherSide = {
  /** Who there is on each side, for the way across. */
  sides: () => unknown;
  /** What the page asks of the Teams stand-in. */
  teams: Elsewhere;
  /** The file of the library that draws cards. */
  cards: string;
};

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};
const MOST_DAYS = 400;
const LOCAL = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/;

function json(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(JSON.stringify(value));
}

function sendFile(file: string, response: ServerResponse): boolean {
  if (!existsSync(file)) return false;
  response.writeHead(200, {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'cache-control': 'no-store',
    'content-security-policy':
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'",
  });
  response.end(readFileSync(file));
  return true;
}

async function moveClock(clock: StoryClock, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    let body = '';
    for await (const part of request) body += part;
    const days = Number((JSON.parse(body) as { days?: unknown }).days);
    if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS)
      return json(response, 400, { error: 'The clock moves forward by whole days.' });
    await clock.move(days);
    json(response, 200, { now: await clock.now() });
  } catch {
    json(response, 400, { error: 'The clock could not be moved.' });
  }
}

/** What the stand-in's server hands over: `/` and the page's files, `GET /clock`, `POST /clock {days}`, and the Teams side if there is one. */
export function pageServer(folder: string, clock: StoryClock, other?: OtherSide): Elsewhere {
  return (request, response) => {
    const { host = '', origin } = request.headers;
    const isOwn = LOCAL.test(host) && (origin === undefined || LOCAL.test(origin.replace(/^https?:\/\//, '')));
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    if (!isOwn) return false;
    if (path === '/clock' && request.method === 'POST') {
      void moveClock(clock, request, response);
      return true;
    }
    if (other?.teams(request, response)) return true;
    if (request.method !== 'GET') return false;
    if (path === '/clock') {
      void clock.now().then(now => json(response, 200, { now }));
      return true;
    }
    if (path === '/sides') {
      json(response, 200, other?.sides() ?? {});
      return true;
    }
    if (path === '/adaptivecards.js') return other !== undefined && sendFile(other.cards, response);
    const name = path === '/' ? 'index.html' : path.slice(1);
    return /^[a-z0-9-]+\.(html|css|js|svg)$/.test(name) && sendFile(join(folder, name), response);
  };
}
