// Calls to the Bot Connector of Teams, one try each: only to addresses that may be called, within the limits, and never following a redirect. What an error means: refusals.ts.
import { z } from 'zod';
import { errorKind } from '../../log.ts';
import type { Addresses } from './addresses.ts';
import { CallError } from './call-error.ts';
import type { Pace } from './pace.ts';
import type { Tokens } from './token.ts';

export type ConnectorParts = { addresses: Addresses; pace: Pace; tokens: Tokens | undefined };
export type Call = {
  service: string;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Parts of the path after `v3/`; each is escaped. */
  path: string[];
  query?: Record<string, string>;
  body?: unknown;
  ms: number;
  /** In which conversation it counts. */
  conversation: string;
  /** Asks who is in it: that is counted apart. */
  about?: 'members';
};
/** Answers what Teams answers. Throws `CallError`. */
export type Connector = (call: Call) => Promise<unknown>;

const errorOf = z.looseObject({ error: z.looseObject({ code: z.string(), innerHttpError: z.unknown() }).partial() });
/** The line was never open, so nothing was sent. */
const NEVER_REACHED = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/;

function codeIn(error: unknown): string | undefined {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    const code = (cause as { code?: unknown }).code;
    if (typeof code === 'string') return code;
  }
  return undefined;
}

function urlOf({ addresses }: ConnectorParts, { service, path, query = {} }: Call): URL {
  const base = addresses.service(service);
  if (!base) throw new CallError({ code: 'an address that may not be called', wasSent: false });
  const url = new URL(`${base.href.replace(/\/+$/, '')}/v3/${path.map(encodeURIComponent).join('/')}`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url;
}

function retryAfter(header: string | null): number | undefined {
  if (header === null) return undefined;
  const ms = /^\d+(\.\d+)?$/.test(header.trim()) ? Number(header) * 1_000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}

async function refusal(answer: Response): Promise<CallError> {
  const text = await answer.text().catch(() => '');
  const read = errorOf.safeParse(z.string().transform(tryJson).safeParse(text).data);
  const afterMs = retryAfter(answer.headers.get('retry-after'));
  return new CallError({
    status: answer.status,
    code: read.data?.error.code?.slice(0, 100) ?? `http ${answer.status}`,
    ...(afterMs === undefined ? {} : { afterMs }),
    wasSent: true,
  });
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function sent(url: URL, { method, body, ms }: Call, token: string | undefined): Promise<Response> {
  try {
    return await fetch(url, {
      method,
      redirect: 'error',
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(ms),
    });
  } catch (error) {
    const code = codeIn(error) ?? errorKind(error);
    throw new CallError({ code, wasSent: !NEVER_REACHED.test(code) });
  }
}

/** A connector that keeps to the limits. */
export function makeConnector(parts: ConnectorParts): Connector {
  return async call => {
    const url = urlOf(parts, call);
    const waitMs = parts.pace.take(call.conversation, call.about);
    if (waitMs > 0) throw new CallError({ status: 429, code: 'our own limit', afterMs: waitMs, wasSent: false });
    const answer = await sent(url, call, await parts.tokens?.get());
    if (answer.status === 401) parts.tokens?.drop();
    if (!answer.ok) throw await refusal(answer);
    try {
      const text = await answer.text();
      return text === '' ? undefined : JSON.parse(text);
    } catch {
      // It was taken, but what became of it stays unsaid.
      throw new CallError({ code: 'unreadable answer', wasSent: true });
    }
  };
}

/** The longest wait for our own limits while somebody waits for us. */
const PATIENT_MS = 2_500;

/** The same for what cannot stand in the queue: waits for our own limits a little, instead of being refused by them. */
export function patient(connector: Connector): Connector {
  return async call => {
    const until = performance.now() + PATIENT_MS;
    for (;;) {
      try {
        return await connector(call);
      } catch (error) {
        const waitMs = error instanceof CallError && !error.wasSent ? error.afterMs : undefined;
        if (waitMs === undefined || performance.now() + waitMs > until) throw error;
        await new Promise(resolve => setTimeout(resolve, waitMs));
      }
    }
  };
}
