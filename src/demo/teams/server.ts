// The one HTTP server of the stand-in: the connector, the login service, uploads and files, and the demo's interface, by path.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Elsewhere } from '../local.ts';
import { sendJson, serveConnector } from './connector.ts';
import { serveDemo } from './demo-api.ts';
import type { Fault } from './faults.ts';
import { takeUpload } from './files.ts';
import type { Tenancy } from './tenancy.ts';

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** Faults of the login service and of uploads: out of order, silent, or cut. */
function meets(fault: Fault | undefined, request: IncomingMessage, response: ServerResponse): boolean {
  if (fault?.kind === 'status') response.writeHead(fault.status).end();
  if (fault?.kind === 'refuse') request.socket.destroy();
  return fault?.kind === 'status' || fault?.kind === 'refuse' || fault?.kind === 'noAnswer';
}

async function serveLogin(
  tenancy: Tenancy,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { keys, faults } = tenancy;
  if (path === '.well-known/openidconfiguration') {
    if (!meets(faults.takeFor('openid', ''), request, response))
      sendJson(response, { status: 200, answer: keys.metadata() });
  } else if (path === 'keys') {
    if (!meets(faults.takeFor('keys', ''), request, response)) sendJson(response, { status: 200, answer: keys.jwks() });
  } else if (path === 'token' && request.method === 'POST') {
    const asked = new URLSearchParams((await bodyOf(request)).toString());
    const isGood =
      asked.get('grant_type') === 'client_credentials' &&
      asked.get('client_id') === tenancy.world.app.id &&
      Boolean(asked.get('client_secret'));
    if (meets(faults.takeFor('token', ''), request, response)) return;
    sendJson(
      response,
      isGood ? { status: 200, answer: keys.issue() } : { status: 401, answer: { error: 'invalid_client' } },
    );
  } else response.writeHead(404).end();
}

function sendKept(tenancy: Tenancy, id: string, response: ServerResponse): void {
  const file = tenancy.world.files[id];
  if (!file?.done) return void response.writeHead(404).end();
  response.writeHead(200, {
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
  });
  response.end(Buffer.from(file.content, 'base64'));
}

async function serve(
  tenancy: Tenancy,
  watchers: Set<() => void>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', tenancy.url);
  const [, first = '', ...rest] = url.pathname.split('/');
  const path = rest.join('/');
  if (path.startsWith('v3/'))
    return serveConnector(tenancy, path, url, request, (await bodyOf(request)).toString(), response);
  if (first === 'login') return serveLogin(tenancy, path, request, response);
  if (first === 'upload') {
    const body = await bodyOf(request);
    if (meets(tenancy.faults.takeFor('upload', path), request, response)) return;
    return takeUpload(tenancy, path, request, body, response);
  }
  if (first === 'files') return sendKept(tenancy, rest[0] ?? '', response);
  if (first === 'demo') return serveDemo(tenancy, watchers, url, request, (await bodyOf(request)).toString(), response);
  response.writeHead(404).end();
}

/** The demo page's interface for the server that serves the page: below `/teams/` there. */
export function pageOf(tenancy: Tenancy, watchers: Set<() => void>): Elsewhere {
  return (request, response) => {
    const url = new URL(request.url ?? '/', tenancy.url);
    if (!url.pathname.startsWith('/teams/')) return false;
    url.pathname = url.pathname.replace('/teams/', '/demo/');
    bodyOf(request)
      .then(body => serveDemo(tenancy, watchers, url, request, body.toString(), response))
      .catch(() => response.destroy());
    return true;
  };
}

/** Listens on loopback; resolves with the server and its address once it does. */
export async function listen(port: number): Promise<{ server: Server; url: string }> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The stand-in got no port');
  return { server, url: `http://127.0.0.1:${address.port}` };
}

/** Starts answering. */
export function serveTenancy(server: Server, tenancy: Tenancy, watchers: Set<() => void>): void {
  server.on('request', (request, response) => {
    serve(tenancy, watchers, request, response).catch((error: unknown) => {
      if (request.destroyed) return;
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ error: { code: 'ServiceError', message: String(error) } }));
    });
  });
}
