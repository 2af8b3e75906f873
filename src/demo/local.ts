// What the demo's interfaces share: only this machine may call, and a stream says "something changed". What they say is up to the stand-ins.
import type { IncomingMessage, ServerResponse } from 'node:http';

/** Serves what a stand-in does not know, such as the demo's page; gives false when there is no such thing. */
export type Elsewhere = (request: IncomingMessage, response: ServerResponse) => boolean;

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;
const LOCAL_NAME = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/;

/** Only this machine, and no other web page open in its browser. */
export function isFromHere(request: IncomingMessage): boolean {
  const { host = '', origin } = request.headers;
  const isOwnPage = origin === undefined || LOCAL_NAME.test(origin.replace(/^https?:\/\//, ''));
  return LOOPBACK.test(request.socket.remoteAddress ?? '') && LOCAL_NAME.test(host) && isOwnPage;
}

/** Tells the page each time the world has changed, at most every few hundredths of a second. */
export function streamTo(world: { revision: number }, watchers: Set<() => void>, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  let told = -1;
  let isSoon = false;
  const tell = () => {
    isSoon = false;
    if (told === world.revision) return;
    told = world.revision;
    response.write(`data: ${JSON.stringify({ revision: told })}\n\n`);
  };
  const watcher = () => {
    if (!isSoon) setTimeout(tell, 20).unref();
    isSoon = true;
  };
  watchers.add(watcher);
  response.on('close', () => watchers.delete(watcher));
  tell();
}
