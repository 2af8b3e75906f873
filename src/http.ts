// The one server: hands /slack/events to the Slack door, and says whether the program lives and is ready.
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Routes = {
  slack?: RequestListener;
  /** Whether the store answers; what it throws is not shown. */
  ready: () => Promise<void>;
};

function plain(response: ServerResponse, status: number, body: string): void {
  response
    .writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
    .end(`${body}\n`);
}

async function answer(routes: Routes, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = (request.url ?? '/').split('?')[0];
  if (path === '/slack/events' && routes.slack) return void routes.slack(request, response);
  if (request.method !== 'GET') return plain(response, 404, 'not here');
  if (path === '/healthz') return plain(response, 200, 'alive');
  if (path !== '/readyz') return plain(response, 404, 'not here');
  try {
    await routes.ready();
    plain(response, 200, 'ready');
  } catch {
    plain(response, 503, 'not ready: the store does not answer');
  }
}

/** Starts the server; port 0 lets the system choose. */
export async function startHttp(
  routes: Routes,
  port: number,
  host: string,
): Promise<{ port: number; close: () => Promise<void> }> {
  const server: Server = createServer((request, response) => void answer(routes, request, response));
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
