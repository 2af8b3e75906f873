// The way to the bot: signs and sends commands, interactions and events, waits three seconds, repeats events. Socket Mode is in sockets.ts.
import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';
import type { DeliveryKind, Faults } from './faults.ts';
import type { Timing } from './limits.ts';
import type { Sockets } from './sockets.ts';

/** What came back: the body of a 200, another status, nothing in time, or no connection. */
export type BotAnswer =
  | { kind: 'ok'; body: string }
  | { kind: 'status'; status: number; noRetry: boolean }
  | { kind: 'timeout' }
  | { kind: 'refused' };

export type Delivery = {
  kind: DeliveryKind;
  payload: Record<string, unknown>;
  attempt: number;
  at: number;
  answer?: BotAnswer;
};

export type Door = {
  setBotUrl(url: string | undefined): void;
  /** Sends a command or interaction once and waits for the acknowledgement. */
  deliver(kind: 'command' | 'interaction', payload: Record<string, unknown>): Promise<BotAnswer>;
  /** Sends an event in the background and repeats it as Slack does. */
  event(payload: Record<string, unknown>): void;
  /** Everything sent so far. */
  deliveries: Delivery[];
  close(): void;
};

/** Shorter than Node's servers keep an idle line, so that none breaks just when it is used again. */
const IDLE_MS = 2000;
const REASONS = { timeout: 'http_timeout', status: 'http_error', refused: 'connection_failed', ok: 'unknown_error' };

/** The three headers of a signed request. `at` is in seconds. */
export function signed(secret: string, body: string, at: number): Record<string, string> {
  const hmac = createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': String(at), 'x-slack-signature': `v0=${hmac}` };
}

/** Slack compares content types as they stand: commands and interactions carry the bare name, without a charset. */
function written(kind: DeliveryKind, payload: Record<string, unknown>): { type: string; body: string } {
  if (kind === 'event') return { type: 'application/json', body: JSON.stringify(payload) };
  const fields = kind === 'command' ? (payload as Record<string, string>) : { payload: JSON.stringify(payload) };
  return { type: 'application/x-www-form-urlencoded', body: new URLSearchParams(fields).toString() };
}

type Sending = { url: string; body: string; headers: Record<string, string>; agent: Agent; ms: number };

function send(sending: Sending): Promise<BotAnswer> {
  const { url, body, headers, agent, ms } = sending;
  return new Promise(resolve => {
    const outgoing = request(url, { method: 'POST', agent, headers }, incoming => {
      const parts: Buffer[] = [];
      incoming.on('data', (part: Buffer) => parts.push(part));
      incoming.on('error', () => end({ kind: 'refused' }));
      incoming.on('end', () => {
        const status = incoming.statusCode ?? 0;
        const noRetry = incoming.headers['x-slack-no-retry'] === '1';
        end(
          status === 200 ? { kind: 'ok', body: Buffer.concat(parts).toString() } : { kind: 'status', status, noRetry },
        );
      });
    });
    const timer = setTimeout(() => {
      end({ kind: 'timeout' });
      outgoing.destroy();
    }, ms);
    const end = (answer: BotAnswer) => {
      clearTimeout(timer);
      resolve(answer);
    };
    outgoing.on('error', () => end({ kind: 'refused' }));
    outgoing.end(body);
  });
}

/** A door for one app. */
export function newDoor(
  secret: string,
  timing: Timing,
  faults: Faults,
  sockets: Sockets,
  later: (ms: number, act: () => void) => void,
): Door {
  const agent = new Agent({ keepAlive: true, maxSockets: 256, timeout: IDLE_MS });
  const deliveries: Delivery[] = [];
  let botUrl: string | undefined;
  let closed = false;

  const once = async (
    kind: DeliveryKind,
    payload: Record<string, unknown>,
    attempt: number,
    reason: string | undefined,
  ): Promise<BotAnswer> => {
    const delivery: Delivery = { kind, payload, attempt, at: Date.now() };
    deliveries.push(delivery);
    if (deliveries.length > 20_000) deliveries.splice(0, 10_000);
    const retry = reason === undefined ? undefined : { num: attempt, reason };
    if (sockets.connected()) delivery.answer = await sockets.deliver(kind, payload, retry, timing.ackMs);
    else if (botUrl === undefined || closed) delivery.answer = { kind: 'refused' };
    else {
      const { type, body } = written(kind, payload);
      const headers = {
        'content-type': type,
        'content-length': String(Buffer.byteLength(body)),
        'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
        ...signed(secret, body, Math.floor(Date.now() / 1000)),
        ...(retry ? { 'x-slack-retry-num': String(retry.num), 'x-slack-retry-reason': retry.reason } : {}),
      };
      delivery.answer = await send({ url: botUrl, body, headers, agent, ms: timing.ackMs });
    }
    return delivery.answer;
  };

  const perhapsTwice = (
    kind: DeliveryKind,
    payload: Record<string, unknown>,
    attempt = 0,
    reason?: string,
  ): Promise<BotAnswer> => {
    const twice = faults.takeTwice(kind);
    const first = once(kind, payload, attempt, reason);
    if (twice?.gapMs !== undefined) later(twice.gapMs, () => void once(kind, payload, attempt, reason));
    else if (twice) void once(kind, payload, attempt, reason);
    return first;
  };

  const event = async (payload: Record<string, unknown>, attempt: number, reason?: string): Promise<void> => {
    if (closed || (botUrl === undefined && !sockets.everAsked())) return;
    const answer = await perhapsTwice('event', payload, attempt, reason);
    const wait = timing.eventRetriesMs[attempt];
    if (answer.kind === 'ok' || wait === undefined || (answer.kind === 'status' && answer.noRetry)) return;
    if (!closed) later(wait, () => void event(payload, attempt + 1, REASONS[answer.kind]));
  };

  return {
    deliveries,
    setBotUrl: url => {
      botUrl = url;
    },
    deliver: (kind, payload) => perhapsTwice(kind, payload),
    event: payload => void event(payload, 0),
    close: () => {
      closed = true;
      agent.destroy();
    },
  };
}
