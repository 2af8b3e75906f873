// The Bot Connector over HTTP: token, rates, faults, then the operation; one answer and one line in the log for each call.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault, Operation } from './faults.ts';
import { create, post, remove, update } from './posts.ts';
import { Refusal, refused } from './refusal.ts';
import { channels, member, members, pagedMembers, team } from './rosters.ts';
import type { LoggedCall, Tenancy } from './tenancy.ts';

type Call = { tenancy: Tenancy; ids: string[]; query: URLSearchParams; body: unknown; landingMs: number };
type Route = {
  method: string;
  path: RegExp;
  operation: Operation;
  rate: 'send' | 'look' | undefined;
  run: (call: Call) => unknown;
};

const at = (ids: string[], index: number): string => ids[index] ?? '';

const ROUTES: Route[] = [
  {
    method: 'POST',
    path: /^v3\/conversations$/,
    operation: 'create',
    rate: 'send',
    run: ({ tenancy, body, landingMs }) => create(tenancy, body, landingMs),
  },
  {
    method: 'POST',
    path: /^v3\/conversations\/([^/]+)\/activities$/,
    operation: 'send',
    rate: 'send',
    run: ({ tenancy, ids, body, landingMs }) => post(tenancy, at(ids, 0), body, landingMs),
  },
  {
    method: 'POST',
    path: /^v3\/conversations\/([^/]+)\/activities\/([^/]+)$/,
    operation: 'send',
    rate: 'send',
    run: ({ tenancy, ids, body, landingMs }) => post(tenancy, at(ids, 0), body, landingMs, at(ids, 1)),
  },
  {
    method: 'PUT',
    path: /^v3\/conversations\/([^/]+)\/activities\/([^/]+)$/,
    operation: 'update',
    rate: 'send',
    run: ({ tenancy, ids, body }) => update(tenancy, at(ids, 0), at(ids, 1), body),
  },
  {
    method: 'DELETE',
    path: /^v3\/conversations\/([^/]+)\/activities\/([^/]+)$/,
    operation: 'delete',
    rate: 'send',
    run: ({ tenancy, ids }) => remove(tenancy, at(ids, 0), at(ids, 1)),
  },
  {
    method: 'GET',
    path: /^v3\/conversations\/([^/]+)\/members$/,
    operation: 'members',
    rate: 'look',
    run: ({ tenancy, ids }) => members(tenancy, at(ids, 0)),
  },
  {
    method: 'GET',
    path: /^v3\/conversations\/([^/]+)\/pagedmembers$/i,
    operation: 'pagedMembers',
    rate: 'look',
    run: ({ tenancy, ids, query }) => pagedMembers(tenancy, at(ids, 0), query),
  },
  {
    method: 'GET',
    path: /^v3\/conversations\/([^/]+)\/members\/([^/]+)$/,
    operation: 'member',
    rate: 'look',
    run: ({ tenancy, ids }) => member(tenancy, at(ids, 0), at(ids, 1)),
  },
  {
    method: 'GET',
    path: /^v3\/teams\/([^/]+)$/,
    operation: 'team',
    rate: 'look',
    run: ({ tenancy, ids }) => team(tenancy, at(ids, 0)),
  },
  {
    method: 'GET',
    path: /^v3\/teams\/([^/]+)\/conversations$/,
    operation: 'channels',
    rate: 'look',
    run: ({ tenancy, ids }) => channels(tenancy, at(ids, 0)),
  },
];

type Outcome = { status: number; answer: unknown; retryAfter?: number };

const errorAnswer = (code: string, message: string) => ({ error: { code, message } });

function refusalOf(error: unknown): Outcome {
  if (!(error instanceof Refusal)) throw error;
  const { status, code, message, retryAfter } = error;
  return { status, answer: errorAnswer(code, message), ...(retryAfter === undefined ? {} : { retryAfter }) };
}

/** What a fault makes of a call before it reaches the operation. */
function faulty(fault: Fault | undefined): Outcome | undefined {
  if (fault?.kind === 'code') return refusalOf(refused(fault.code, undefined, fault.retryAfter));
  if (fault?.kind !== 'status') return undefined;
  const answer = errorAnswer('ServiceError', 'The service is not available.');
  return { status: fault.status, answer, ...(fault.retryAfter === undefined ? {} : { retryAfter: fault.retryAfter }) };
}

function landingOf(fault: Fault | undefined, otherwise: number): number {
  if (fault?.kind === 'lateLanding') return fault.ms;
  return fault?.kind === 'cutAfterAccept' ? (fault.landsAfterMs ?? otherwise) : otherwise;
}

function needToken(tenancy: Tenancy, request: IncomingMessage): void {
  if (!tenancy.checksTokens) return;
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined || !tenancy.keys.isIssued(token)) throw refused('BotNotRegistered');
}

function carriedOut(tenancy: Tenancy, route: Route, call: Call): Outcome {
  const wait = route.rate === undefined ? 0 : tenancy.rates.waitFor(route.rate, at(call.ids, 0));
  if (wait > 0) throw refused('Throttled', undefined, wait);
  const answer = route.run(call);
  return { status: route.method === 'POST' ? 201 : 200, answer };
}

/** Ends a call as its fault wants it; gives true when nothing more is to be said. */
async function hindered(fault: Fault | undefined, request: IncomingMessage): Promise<boolean> {
  if (fault?.kind === 'refuse') request.socket.destroy();
  if (fault?.kind === 'slow') await sleep(fault.ms);
  return fault?.kind === 'refuse' || fault?.kind === 'noAnswer';
}

export function sendJson(response: ServerResponse, { status, answer, retryAfter }: Outcome): void {
  const retry = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...retry });
  response.end(JSON.stringify(answer));
}

function routeOf(method: string, path: string): { route: Route; ids: string[] } | undefined {
  for (const route of ROUTES) {
    const match = route.method === method ? route.path.exec(path) : null;
    if (match) return { route, ids: match.slice(1).map(decodeURIComponent) };
  }
  return undefined;
}

/** Answers one call of the connector; `path` is what follows the region. */
export async function serveConnector(
  tenancy: Tenancy,
  path: string,
  url: URL,
  request: IncomingMessage,
  text: string,
  response: ServerResponse,
): Promise<void> {
  const { method = 'GET' } = request;
  const found = routeOf(method, path);
  const { operation = 'unknown' } = found?.route ?? {};
  const conversationId = at(found?.ids ?? [], 0);
  const entry: LoggedCall = {
    operation,
    method,
    path,
    conversationId,
    body: undefined,
    answer: undefined,
    status: 0,
    at: Date.now(),
  };
  tenancy.log.push(entry);
  if (tenancy.log.length > 50_000) tenancy.log.splice(0, 25_000);
  const fault = operation === 'unknown' ? undefined : tenancy.faults.takeFor(operation, conversationId);
  if (await hindered(fault, request)) return;
  let outcome = faulty(fault);
  try {
    entry.body = text === '' ? undefined : JSON.parse(text);
    needToken(tenancy, request);
    if (!found) throw new Refusal(404, 'NotFound', 'There is nothing at this address.');
    const landingMs = landingOf(fault, tenancy.timing.landingMs);
    outcome ??= carriedOut(tenancy, found.route, {
      tenancy,
      ids: found.ids,
      query: url.searchParams,
      body: entry.body,
      landingMs,
    });
  } catch (error) {
    outcome = error instanceof SyntaxError ? refusalOf(refused('BadSyntax', 'The body is no JSON')) : refusalOf(error);
  }
  entry.answer = outcome.answer;
  if (fault?.kind === 'cutAfterAccept') return void request.socket.destroy();
  if (fault?.kind === 'statusAfterAccept')
    outcome = { status: fault.status, answer: errorAnswer('ServiceError', 'No answer in time.') };
  entry.status = outcome.status;
  sendJson(response, outcome);
}
