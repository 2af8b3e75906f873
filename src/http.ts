// The one server: hands what each platform sends to its door, gives out files behind links, shows the page about itself, and says whether the program lives and is ready.
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ABOUT, ABOUT_HEADERS } from './about-page.ts';
import type { MadeFile } from './conversation/document.ts';
import { errorKind, errorPlace, log } from './log.ts';

export type Routes = {
  slack?: RequestListener;
  teams?: RequestListener;
  /** The file behind a link; undefined where there is none (any more). */
  file: (ticket: string) => Promise<MadeFile | undefined>;
  /** Whether the store answers; what it throws is not shown. */
  ready: () => Promise<void>;
};

/** More than any door takes; larger requests are not read at all. */
const MOST_BYTES = 1_000_000;

function plain(response: ServerResponse, status: number, body: string, headers: Record<string, string> = {}): void {
  response
    .writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers })
    .end(`${body}\n`);
}

/** Always saved, never shown in the bot's name; the name in plain letters for what does not read the other. */
function headersOf(file: MadeFile): Record<string, string | number> {
  const ascii = file.name.replace(/[^\w. -]/g, '_');
  const name = encodeURIComponent(file.name).replace(/['()*]/g, sign => `%${sign.charCodeAt(0).toString(16)}`);
  return {
    'content-type': file.type,
    'content-length': file.bytes.byteLength,
    'content-disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${name}`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'x-robots-tag': 'noindex',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  };
}

/** Only GET hands it over: what merely looks at a link, such as a mail scanner, makes no file. */
async function handOver(routes: Routes, request: IncomingMessage, response: ServerResponse, ticket: string) {
  if (request.method !== 'GET') return plain(response, 405, 'only GET', { allow: 'GET' });
  const file = await routes.file(ticket);
  if (!file) return plain(response, 404, 'not here');
  response.writeHead(200, headersOf(file)).end(file.bytes);
}

async function whetherReady(routes: Routes, response: ServerResponse): Promise<void> {
  try {
    await routes.ready();
    plain(response, 200, 'ready');
  } catch {
    plain(response, 503, 'not ready: the store does not answer');
  }
}

async function answer(routes: Routes, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES)
    return plain(response, 413, 'too large', { connection: 'close' });
  if (path === '/slack/events' && routes.slack) return void routes.slack(request, response);
  if (path === '/api/messages' && routes.teams) return void routes.teams(request, response);
  const ticket = /^\/files\/([\w.-]+)$/.exec(path)?.[1];
  if (ticket) return handOver(routes, request, response, ticket);
  if (request.method !== 'GET') return plain(response, 404, 'not here');
  if (path === '/about') return void response.writeHead(200, ABOUT_HEADERS).end(ABOUT);
  if (path === '/healthz') return plain(response, 200, 'alive');
  if (path !== '/readyz') return plain(response, 404, 'not here');
  return whetherReady(routes, response);
}

/** Whatever goes wrong, nothing about the inside goes out. */
async function answerSafely(routes: Routes, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    await answer(routes, request, response);
  } catch (error) {
    log('error', 'http', { kind: errorKind(error), place: errorPlace(error) });
    if (response.headersSent) response.destroy();
    else plain(response, 503, 'not now');
  }
}

/** Starts the server; port 0 lets the system choose. */
export async function startHttp(
  routes: Routes,
  port: number,
  host: string,
): Promise<{ port: number; close: () => Promise<void> }> {
  const server: Server = createServer((request, response) => void answerSafely(routes, request, response));
  server.requestTimeout = 30_000;
  server.headersTimeout = 10_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), 3_000).unref();
      }),
  };
}
