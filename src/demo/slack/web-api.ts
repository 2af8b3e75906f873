// The Web API: token, scopes, rates, faults, then the method; one answer and one line in the log for each call.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from './faults.ts';
import { aboutMethods } from './methods/about.ts';
import { chatMethods } from './methods/chat.ts';
import { conversationMethods } from './methods/conversations.ts';
import { fileMethods } from './methods/files.ts';
import { type Method, needScope } from './methods/method.ts';
import { userMethods } from './methods/users.ts';
import { viewMethods } from './methods/views.ts';
import { type Args, Refusal } from './refusal.ts';
import type { LoggedCall, Workspace } from './workspace.ts';

const METHODS: Record<string, Method> = {
  ...aboutMethods,
  ...viewMethods,
  ...chatMethods,
  ...conversationMethods,
  ...userMethods,
  ...fileMethods,
};

/** Every scope some method or event of the stand-in asks for: what an app gets when nothing else is said. */
export const ALL_SCOPES: readonly string[] = [
  ...new Set(Object.values(METHODS).flatMap(method => method.scopes)),
  ...['channels', 'groups', 'im', 'mpim'].flatMap(kind => [`${kind}:read`, `${kind}:history`, `${kind}:write`]),
  'channels:manage',
  'users:read',
  'commands',
];

/** Forms carry nested values as JSON text; these, and no others, are read as JSON. */
const NESTED = ['view', 'blocks', 'attachments', 'metadata', 'files'];

/** The arguments of a call, from a form or a JSON body. */
export function readArgs(contentType: string, body: string): Args {
  if (contentType.startsWith('application/json')) return body === '' ? {} : (JSON.parse(body) as Args);
  const args: Args = Object.fromEntries(new URLSearchParams(body));
  for (const name of NESTED) {
    const value = args[name];
    if (typeof value !== 'string' || value === '') continue;
    try {
      args[name] = JSON.parse(value);
    } catch {
      throw new Refusal(name === 'blocks' ? 'invalid_blocks_format' : 'invalid_arguments');
    }
  }
  return args;
}

function whoseToken(ws: Workspace, token: string | undefined): LoggedCall['who'] {
  if (token !== undefined && token === ws.tokens.bot) return 'bot';
  return token !== undefined && token === ws.tokens.app ? 'app' : 'nobody';
}

function answerOf(
  ws: Workspace,
  name: string,
  args: Args,
  who: LoggedCall['who'],
  token: string | undefined,
  landingMs: number,
) {
  const method = METHODS[name];
  if (!method) throw new Refusal('unknown_method');
  if (token === undefined) throw new Refusal('not_authed');
  if (who === 'nobody') throw new Refusal('invalid_auth');
  if (!ws.world.app.installed) throw new Refusal('account_inactive');
  if (who !== (method.token ?? 'bot')) throw new Refusal('not_allowed_token_type');
  for (const scope of method.scopes) needScope(ws, scope);
  const wait = ws.rates.waitFor(name, method.tier);
  if (wait > 0) throw new Refusal('ratelimited', { retryAfter: wait });
  return method.run(ws, args, { landingMs });
}

type Outcome = { status: number; answer: Record<string, unknown>; retryAfter?: number };

function refused(error: unknown): Outcome {
  if (!(error instanceof Refusal)) throw error;
  const { retryAfter, ...extra } = error.extra;
  const answer = { ok: false, error: error.code, ...extra };
  return typeof retryAfter === 'number' ? { status: 429, answer, retryAfter } : { status: 200, answer };
}

/** What a fault makes of a call before it reaches the method. */
function faulty(fault: Fault | undefined): Outcome | undefined {
  if (fault?.kind === 'status500') return { status: 500, answer: { ok: false, error: 'internal_error' } };
  if (fault?.kind === '429')
    return { status: 429, answer: { ok: false, error: 'ratelimited' }, retryAfter: fault.retryAfter };
  if (fault?.kind === 'error') return { status: 200, answer: { ok: false, error: fault.error } };
  return undefined;
}

function landingOf(fault: Fault | undefined, otherwise: number): number {
  if (fault?.kind === 'lateLanding') return fault.ms;
  return fault?.kind === 'cutAfterAccept' ? (fault.landsAfterMs ?? otherwise) : otherwise;
}

/** Answers one Web API call. */
export async function serveCall(
  ws: Workspace,
  name: string,
  request: IncomingMessage,
  body: string,
  response: ServerResponse,
): Promise<void> {
  const fault = ws.faults.takeFor(name);
  const entry: LoggedCall = { method: name, args: {}, answer: undefined, status: 0, at: Date.now(), who: 'nobody' };
  ws.log.push(entry);
  if (ws.log.length > 50_000) ws.log.splice(0, 25_000);
  let outcome = faulty(fault);
  try {
    const { token: inBody, ...args } = readArgs(request.headers['content-type'] ?? '', body);
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? (inBody as string | undefined);
    entry.args = args;
    entry.who = whoseToken(ws, token);
    if (fault?.kind === 'refuse') return void request.socket.destroy();
    if (fault?.kind === 'noAnswer') return;
    if (fault?.kind === 'slow') await sleep(fault.ms);
    const landingMs = landingOf(fault, ws.timing.landingMs);
    outcome ??= { status: 200, answer: { ok: true, ...answerOf(ws, name, args, entry.who, token, landingMs) } };
  } catch (error) {
    outcome = refused(error);
  }
  entry.answer = outcome.answer;
  if (fault?.kind === 'cutAfterAccept') return void request.socket.destroy();
  entry.status = outcome.status;
  const retry = outcome.retryAfter === undefined ? {} : { 'retry-after': String(outcome.retryAfter) };
  response.writeHead(outcome.status, {
    'content-type': 'application/json; charset=utf-8',
    'x-oauth-scopes': [...ws.scopes].join(','),
    ...retry,
  });
  response.end(JSON.stringify(outcome.answer));
}
