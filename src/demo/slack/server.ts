// The one HTTP server of the stand-in: the Web API, response URLs, uploads, sockets and the demo's interface, by path.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Elsewhere } from '../local.ts';
import { serveDemo } from './demo-api.ts';
import { textArg } from './refusal.ts';
import { takeAnswer } from './response-urls.ts';
import { readArgs, serveCall } from './web-api.ts';
import type { Workspace } from './workspace.ts';

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** An uploaded file comes bare or as the one part of a form. */
async function fileIn(contentType: string, body: Buffer): Promise<Buffer> {
  if (!contentType.startsWith('multipart/form-data')) return body;
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
  for (const part of form.values())
    return typeof part === 'string' ? Buffer.from(part) : Buffer.from(await part.arrayBuffer());
  return Buffer.alloc(0);
}

async function takeUpload(
  ws: Workspace,
  id: string,
  contentType: string,
  body: Buffer,
  response: ServerResponse,
): Promise<void> {
  const file = ws.world.files[id];
  const content = await fileIn(contentType, body);
  if (!file || content.length !== file.size) return void response.writeHead(400).end('upload does not match');
  file.content = content.toString('base64');
  response.writeHead(200).end(`OK - ${file.size}`);
}

async function serve(
  ws: Workspace,
  watchers: Set<() => void>,
  elsewhere: Elsewhere | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', ws.url);
  const [, first, second = ''] = url.pathname.split('/');
  const type = request.headers['content-type'] ?? '';
  if (first === 'api')
    return serveCall(ws, second, request, (await bodyOf(request)).toString() || url.search.slice(1), response);
  if (first === 'response') {
    const text = (await bodyOf(request)).toString();
    const args = readArgs(type, text);
    const { status, body } = takeAnswer(
      ws,
      second,
      textArg(args, 'payload') ? JSON.parse(String(args['payload'])) : args,
    );
    return void response.writeHead(status, { 'content-type': 'text/html' }).end(body);
  }
  if (first === 'upload') return takeUpload(ws, second, type, await bodyOf(request), response);
  if (first === 'demo') return serveDemo(ws, watchers, url, request, (await bodyOf(request)).toString(), response);
  if (!elsewhere?.(request, response)) response.writeHead(404).end();
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
export function serveWorkspace(
  server: Server,
  ws: Workspace,
  watchers: Set<() => void>,
  elsewhere: Elsewhere | undefined,
): void {
  server.on('request', (request, response) => {
    serve(ws, watchers, elsewhere, request, response).catch((error: unknown) => {
      if (request.destroyed) return;
      if (!response.headersSent) response.writeHead(400, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ ok: false, error: 'invalid_form_data', detail: String(error) }));
    });
  });
  server.on('upgrade', (request, socket, head) => ws.sockets.upgrade(request, socket, head));
}
