// Socket Mode: one-time tickets, hello, envelopes and their acknowledgements, disconnect. What is in an envelope comes from door.ts.
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { type WebSocket, WebSocketServer } from 'ws';
import type { BotAnswer } from './door.ts';
import type { DeliveryKind } from './faults.ts';

const TYPES = { command: 'slash_commands', interaction: 'interactive', event: 'events_api' } as const;
/** Slack's own limit of open sockets per app. */
const MOST_SOCKETS = 10;
const PING_MS = 5000;

export type Sockets = {
  connected(): number;
  /** A one-time path (with its query) to connect to. */
  ticket(): string;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  deliver(
    kind: DeliveryKind,
    payload: Record<string, unknown>,
    retry: { num: number; reason: string } | undefined,
    ackMs: number,
  ): Promise<BotAnswer>;
  /** Asks every connected app to connect again, as Slack does every few hours, then hangs up. */
  disconnect(reason?: string): void;
  /** Whether an app ever asked for a socket: then it is worth trying again. */
  everAsked(): boolean;
  close(): Promise<void>;
};

/** Bolt acknowledges with an empty object where it has nothing to say. */
function bodyOf(payload: unknown): string {
  if (typeof payload === 'string') return payload;
  return typeof payload === 'object' && payload !== null && Object.keys(payload).length > 0
    ? JSON.stringify(payload)
    : '';
}

/** No sockets yet; `appId` stands in the greeting. */
export function newSockets(appId: () => string): Sockets {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const open: WebSocket[] = [];
  const waiting = new Map<string, (body: string) => void>();
  let turn = 0;
  let asked = false;

  const greet = (socket: WebSocket): void => {
    open.push(socket);
    const ping = setInterval(() => socket.ping(), PING_MS);
    socket.on('message', data => {
      const { envelope_id: id, payload } = JSON.parse(String(data)) as { envelope_id?: string; payload?: unknown };
      if (id !== undefined) waiting.get(id)?.(bodyOf(payload));
    });
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      clearInterval(ping);
      open.splice(open.indexOf(socket), 1);
    });
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: open.length,
        debug_info: { host: 'applink-demo', build_number: 1, approximate_connection_time: 18_060 },
        connection_info: { app_id: appId() },
      }),
    );
  };

  return {
    connected: () => open.length,
    ticket: () => {
      const ticket = randomUUID();
      tickets.add(ticket);
      asked = true;
      return `/link/?ticket=${ticket}&app_id=${appId()}`;
    },
    upgrade: (request, socket, head) => {
      const ticket = new URL(request.url ?? '/', 'ws://localhost').searchParams.get('ticket') ?? '';
      if (!tickets.delete(ticket) || open.length >= MOST_SOCKETS) return void socket.destroy();
      server.handleUpgrade(request, socket, head, greet);
    },
    deliver: (kind, payload, retry, ackMs) =>
      new Promise(resolve => {
        const socket = open[turn++ % open.length];
        if (!socket) return resolve({ kind: 'refused' });
        const id = randomUUID();
        const end = (answer: BotAnswer) => {
          clearTimeout(timer);
          waiting.delete(id);
          resolve(answer);
        };
        const timer = setTimeout(() => end({ kind: 'timeout' }), ackMs);
        waiting.set(id, body => end({ kind: 'ok', body }));
        const repeat = retry
          ? { retry_attempt: retry.num, retry_reason: retry.reason }
          : { retry_attempt: 0, retry_reason: '' };
        socket.send(
          JSON.stringify({
            envelope_id: id,
            type: TYPES[kind],
            payload,
            accepts_response_payload: kind !== 'event',
            ...(kind === 'event' ? repeat : {}),
          }),
        );
      }),
    disconnect: (reason = 'refresh_requested') => {
      for (const socket of [...open]) {
        socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'applink-demo' } }));
        // The app hangs up itself when it has read this; only one that does not is cut off.
        setTimeout(() => socket.close(), 500).unref();
      }
    },
    everAsked: () => asked,
    close: async () => {
      for (const socket of open) socket.close(1001);
      for (let wait = 0; wait < 10 && open.length > 0; wait++) await sleep(10);
      for (const socket of [...open]) socket.terminate();
      server.close();
    },
  };
}
