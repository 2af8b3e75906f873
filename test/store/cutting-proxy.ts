// A TCP proxy that can lose things: the reply to one request, everything in both directions, or the connections themselves.
import { createConnection, createServer, type Socket } from 'node:net';

export type CuttingProxy = {
  port: number;
  /** The next request that contains this text arrives, but its reply is lost and the connection cut. Resolves when that has happened. */
  cutReplyTo(text: string): Promise<void>;
  /** From now on nothing passes on the connections there are, in either direction, but they stay (as when a cable is pulled). New ones pass. */
  hold(): void;
  /** Lets pass what was held, in order. */
  release(): void;
  /** Cuts all connections, and refuses new ones until `open`. */
  shut(): void;
  open(): void;
  close(): Promise<void>;
};

type Cut = { text: string; done: () => void };

/** Starts a proxy on a free port of this machine in front of another port of it. */
export async function startCuttingProxy(target: number): Promise<CuttingProxy> {
  const sockets = new Set<Socket>();
  /** What each connection holds back, while it does. */
  const lines = new Set<{ held: (() => void)[] | undefined }>();
  let cut: Cut | undefined;
  let isShut = false;
  const server = createServer(client => {
    if (isShut) return void client.destroy();
    const upstream = createConnection(target, '127.0.0.1');
    const line: { held: (() => void)[] | undefined } = { held: undefined };
    lines.add(line);
    const pass = (work: () => void): void => {
      if (line.held) line.held.push(work);
      else work();
    };
    let cutting: Cut | undefined;
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        sockets.delete(socket);
        lines.delete(line);
        other.destroy();
      });
    }
    client.on('data', data => {
      if (cut && data.includes(cut.text)) {
        cutting = cut;
        cut = undefined;
      }
      pass(() => upstream.write(data));
    });
    upstream.on('data', data => {
      if (!cutting) return pass(() => client.write(data));
      client.destroy();
      cutting.done();
      cutting = undefined;
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port was free');
  const destroyAll = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: address.port,
    cutReplyTo: text =>
      new Promise(done => {
        cut = { text, done };
      }),
    hold() {
      for (const line of lines) line.held ??= [];
    },
    release() {
      for (const line of lines) {
        const held = line.held ?? [];
        line.held = undefined;
        for (const work of held) work();
      }
    },
    shut() {
      isShut = true;
      destroyAll();
    },
    open() {
      isShut = false;
    },
    async close() {
      destroyAll();
      await new Promise(resolve => server.close(resolve));
    },
  };
}
