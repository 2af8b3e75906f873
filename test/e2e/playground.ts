// Microsoft's Agents Playground as a process of its own, offline, with a tap between it and the bot: what either sends can be read, and other people be played.
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findAction, findInput, offers } from '../../src/demo/teams/find.ts';
import { dataFor, enteredValue } from '../../src/demo/teams/inputs.ts';
import { CARD, isThing, type Thing } from '../../src/demo/teams/shapes.ts';
import type { Surface } from '../../src/demo/teams/world.ts';

export type Someone = { id: string; name: string; oid: string };
export type Scene = {
  tenant: string;
  me: Someone;
  /** Exactly five; the playground knows no other number. */
  others: Someone[];
  chat: string;
  team: { id: string; name: string };
  channel: { id: string; name: string };
};

const CLI = fileURLToPath(import.meta.resolve('@microsoft/m365agentsplayground/cli.js'));
const PATIENCE_MS = 15_000;
const BOT = { id: '28:mentor-in-the-playground', name: 'Mentor' };

const person = ({ id, name, oid }: Someone) => {
  const [givenName, surname] = name.split(' ');
  const email = `${givenName?.toLowerCase()}@tenant.example`;
  return { id, name, userPrincipleName: email, aadObjectId: oid, givenName, surname, email };
};

/** The playground reads YAML, of which JSON is a part. */
const configOf = ({ tenant, me, others, chat, team, channel }: Scene): string =>
  JSON.stringify({
    version: '0.1.1',
    tenantId: tenant,
    bot: BOT,
    currentUser: person(me),
    users: others.map(person),
    personalChat: { id: chat },
    groupChat: { id: 'group-chat', name: 'Group Chat' },
    team: { ...team, aadGroupId: randomUUID(), channels: [channel] },
  });

type Kept = { id: string; text: string; surface: Surface | undefined };
type Answer = { status: number; body: string };

/** What passes between the playground and the bot. */
export type Tap = {
  port: number;
  /** Where the two are, once they run. */
  to: { bot?: string; connector?: string };
  /** The bot's messages by conversation, as they stand now. */
  messages: Map<string, Kept[]>;
  /** What the bot answered, by activity id. */
  answers: Map<string, Answer>;
  close(): Promise<void>;
};

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

async function handOn(url: string, request: IncomingMessage, body: Buffer): Promise<Answer> {
  const { authorization, 'content-type': type = 'application/json' } = request.headers;
  const answer = await fetch(url, {
    method: request.method ?? 'GET',
    headers: { 'content-type': type, ...(authorization ? { authorization } : {}) },
    ...(body.length > 0 ? { body: new Uint8Array(body) } : {}),
  });
  return { status: answer.status, body: await answer.text() };
}

function surfaceIn(activity: Thing): Surface | undefined {
  const attachments = Array.isArray(activity['attachments']) ? activity['attachments'].filter(isThing) : [];
  const card = attachments.find(each => each['contentType'] === CARD)?.['content'];
  return isThing(card) ? { card, typed: {}, open: [], problems: {} } : undefined;
}

/** Keeps what the bot posts or puts in place of a post. */
function note(tap: Tap, method: string, path: string, activity: Thing, answer: Answer): void {
  const [, conversation = '', id] = /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?$/.exec(path) ?? [];
  if (conversation === '' || activity['type'] !== 'message' || answer.status > 299) return;
  const list = tap.messages.get(decodeURIComponent(conversation)) ?? [];
  tap.messages.set(decodeURIComponent(conversation), list);
  const kept = { text: String(activity['text'] ?? ''), surface: surfaceIn(activity) };
  const before = method === 'PUT' ? list.find(each => each.id === decodeURIComponent(id ?? '')) : undefined;
  if (before) Object.assign(before, kept);
  else list.push({ id: String((JSON.parse(answer.body) as { id?: unknown }).id), ...kept });
}

async function pass(tap: Tap, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await bodyOf(request);
  const [path = '', query] = (request.url ?? '/').split('?');
  const isToBot = path === '/api/messages';
  const target = isToBot ? tap.to.bot : `${tap.to.connector}${path}${query ? `?${query}` : ''}`;
  const answer = await handOn(target ?? '', request, body);
  const activity = body.length > 0 ? (JSON.parse(body.toString()) as Thing) : {};
  if (isToBot) tap.answers.set(String(activity['id']), answer);
  else note(tap, request.method ?? '', path, activity, answer);
  response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
}

/** Listens between the two; to be told where they are. */
export async function startTap(): Promise<Tap> {
  const server: Server = createServer((request, response) => {
    pass(tap, request, response).catch(() => response.writeHead(502).end());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const tap: Tap = {
    port: (server.address() as AddressInfo).port,
    to: {},
    messages: new Map(),
    answers: new Map(),
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>(resolve => server.close(() => resolve()));
    },
  };
  return tap;
}

/** A port that nobody has now; should somebody take it meanwhile, the playground takes another and says which. */
async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise<void>(resolve => server.close(() => resolve()));
  return port;
}

async function heardPort(child: ChildProcess): Promise<number> {
  let said = '';
  for await (const part of child.stdout!) {
    said += part;
    const port = /Listening on (\d+)/.exec(said)?.[1];
    if (port) return Number(port);
  }
  throw new Error(`The playground did not start: ${said}`);
}

export type Playground = { url: string; tap: Tap; scene: Scene; close(): Promise<void> };

/** Starts the playground for a bot behind the tap. It reaches nobody but the bot, and leaves its files in `dir`. */
export async function startPlayground(dir: string, scene: Scene, tap: Tap): Promise<Playground> {
  mkdirSync(dir, { recursive: true });
  const config = join(dir, 'playground.yml');
  writeFileSync(config, configOf(scene));
  const here = `http://127.0.0.1:${tap.port}`;
  const options = ['-e', `${here}/api/messages`, '-c', 'msteams', '-p', String(await freePort())];
  const child = spawn(process.execPath, [CLI, 'start', ...options, '--service-url', here, '--disable-telemetry'], {
    cwd: dir,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {
      ...{ PATH: process.env['PATH'] ?? '', HOME: dir, TMPDIR: dir, NO_PROXY: '127.0.0.1,localhost' },
      ...{ TEAMSAPPTESTER_BROWSER: 'none', APPLICATION_INSIGHTS_NO_STATSBEAT: '1' },
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: config,
      M365_AGENTS_PLAYGROUND_LOGFILE: join(dir, 'playground.log'),
    },
  });
  const port = await heardPort(child);
  child.stdout?.resume();
  const url = `http://127.0.0.1:${port}`;
  tap.to.connector = `${url}/_connector`;
  while (
    !(await fetch(`${url}/_debug/ping`)
      .then(answer => answer.ok)
      .catch(() => false))
  );
  return {
    ...{ url, tap, scene },
    close: async () => {
      const gone = once(child, 'exit');
      child.kill();
      await gone;
    },
  };
}

/** Somebody who does not sit at the browser, played by the playground's custom activities. */
export type Other = {
  /** Everything the bot wrote to them, oldest first. */
  chat(): Kept[];
  say(text: string): Promise<void>;
  fill(answers: Record<string, unknown>): void;
  /** Presses in the newest card that has such a button; in a channel, name it. */
  press(title: string, at?: { near?: string; conversation?: string }): Promise<void>;
};

/** The driver of one of the five others. */
export async function otherOf({ url, tap, scene }: Playground, id: string): Promise<Other> {
  const someone = scene.others.find(each => each.id === id);
  if (!someone) throw new Error(`There is nobody ${id}`);
  const post = (path: string, body: unknown) =>
    fetch(url + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const opened = await fetch(`http://127.0.0.1:${tap.port}/v3/conversations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ isGroup: false, bot: BOT, members: [{ id }], tenantId: scene.tenant }),
  });
  const { id: chat } = (await opened.json()) as { id: string };
  const send = async (more: Thing, conversation = chat): Promise<Answer> => {
    const isChat = conversation === chat;
    const activity = {
      ...{ id: randomUUID(), channelId: 'msteams', serviceUrl: `http://127.0.0.1:${tap.port}`, recipient: BOT },
      from: { id, name: someone.name, aadObjectId: someone.oid },
      conversation: { id: conversation, conversationType: isChat ? 'personal' : 'channel', tenantId: scene.tenant },
      channelData: { tenant: { id: scene.tenant }, ...(isChat ? {} : { team: { id: scene.team.id } }) },
      timestamp: new Date().toISOString(),
      ...more,
    };
    await post('/_internal/v1/customActivities', activity);
    for (const until = performance.now() + PATIENCE_MS; performance.now() < until; ) {
      const answer = tap.answers.get(activity.id);
      if (answer) return answer;
      await new Promise(resolve => setImmediate(resolve));
    }
    throw new Error(`Nobody answered ${someone.name}`);
  };
  const cards = (conversation = chat) => (tap.messages.get(conversation) ?? []).filter(each => each.surface);
  const newest = (fits: (surface: Surface) => boolean, conversation?: string) => {
    const found = cards(conversation).findLast(each => each.surface && fits(each.surface));
    if (!found?.surface)
      throw new Error(`${someone.name} has no such card: ${JSON.stringify(cards(conversation).at(-1))}`);
    return { id: found.id, surface: found.surface, kept: found };
  };
  return {
    chat: () => tap.messages.get(chat) ?? [],
    say: async text => void (await send({ type: 'message', text, textFormat: 'plain' })),
    fill: answers => {
      for (const [key, wanted] of Object.entries(answers)) {
        const { surface } = newest(() => true);
        const { thing } = findInput(surface, key);
        surface.typed[String(thing['id'])] = enteredValue(thing, wanted);
      }
    },
    press: async (title, { near, conversation } = {}) => {
      const { id: replyToId, surface, kept } = newest(each => offers(each, title), conversation);
      const action = findAction(surface, title, near);
      if (action.thing['type'] === 'Action.ShowCard') return void surface.open.push(action.path);
      const { verb } = action.thing;
      const data = dataFor(surface.card, action, surface.typed);
      const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' };
      const answer = await send({ type: 'invoke', name: 'adaptiveCard/action', value, replyToId }, conversation);
      const { statusCode, value: next } = JSON.parse(answer.body) as { statusCode?: number; value?: unknown };
      if (statusCode !== 200) throw new Error(`${someone.name} pressed ${title}: ${answer.body}`);
      if (isThing(next) && conversation === undefined) kept.surface = { card: next, typed: {}, open: [], problems: {} };
    },
  };
}
