// The demo page's own interface, for this machine only: the world as one person sees it, what they do, and a stream that says "something changed".
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isFromHere, streamTo } from '../local.ts';
import { type Person, personOf } from './person.ts';
import type { Workspace } from './workspace.ts';
import { landed, type User } from './world.ts';

type Act = { as: string; do: string } & Record<string, unknown>;

const asText = (value: unknown): string => String(value ?? '');
const perhaps = (value: unknown): string | undefined =>
  value === undefined || value === null ? undefined : String(value);

const ACTS: Record<string, (person: Person, act: Act) => unknown> = {
  command: (person, act) => person.command(asText(act['text']), perhaps(act['channel'])),
  press: (person, act) =>
    person.press(
      asText(act['where'] ?? 'view'),
      asText(act['action']),
      act['value'] ?? undefined,
      perhaps(act['block']),
    ),
  fill: (person, act) => person.fill((act['values'] ?? {}) as Record<string, unknown>, perhaps(act['where'])),
  submit: async (person, act) => {
    await person.fill((act['values'] ?? {}) as Record<string, unknown>);
    return person.submit();
  },
  close: (person, act) => person.closeView(act['all'] === true),
  openHome: (person, act) => person.openHome(act['tab'] === 'messages' ? 'messages' : 'home'),
  say: (person, act) => person.say(asText(act['channel']), asText(act['text']), perhaps(act['thread'])),
  suggest: (person, act) => person.suggest(asText(act['block']), asText(act['query']), perhaps(act['where'])),
  join: (person, act) => person.joinChannel(asText(act['channel'])),
  leave: (person, act) => person.leaveChannel(asText(act['channel'])),
  shortcut: (person, act) => person.shortcut(asText(act['callback'])),
  dismiss: (person, act) => person.dismiss(asText(act['ts'])),
};

const shortUser = ({ id, name, realName, title, tz, isBot, deleted }: User) => ({
  id,
  name,
  realName,
  title,
  tz,
  isBot,
  deleted,
});

/** When the bot last wrote to each person: in their direct channel (`dm`), and in private channels by their id. */
function latestFor({ world }: Workspace): Record<string, Record<string, string>> {
  const latest: Record<string, Record<string, string>> = {};
  for (const channel of Object.values(world.channels).filter(each => each.kind === 'im' || each.kind === 'private')) {
    const ts = landed(channel).findLast(message => message.user === world.app.botUserId)?.ts ?? '';
    for (const id of channel.members) latest[id] = { ...latest[id], [channel.kind === 'im' ? 'dm' : channel.id]: ts };
  }
  return latest;
}

/** What one person may see of the world; without a person, who there is. */
export function worldFor(ws: Workspace, userId: string | undefined): Record<string, unknown> {
  const { world } = ws;
  const all = {
    revision: world.revision,
    team: world.team,
    command: ws.command,
    bot: world.app.botUserId,
    users: Object.values(world.users).map(shortUser),
  };
  if (userId === undefined) return { ...all, latest: latestFor(ws) };
  const person = personOf(ws, userId);
  const channels = Object.values(world.channels)
    .filter(channel => channel.kind !== 'im' && (channel.kind === 'public' || channel.members.includes(userId)))
    .map(({ id, name, kind, members, isArchived, pins, messages: _, ...channel }) => ({
      ...channel,
      ...{ id, name, kind, members, isArchived, pins, isMember: members.includes(userId) },
      messages: members.includes(userId) ? person.messages(id) : [],
    }));
  const ephemerals = world.ephemerals
    .filter(each => each.userId === userId)
    .map(({ channelId, message }) => ({ channelId, message }));
  const offered = world.stacks[userId]?.at(-1)?.offered ?? {};
  const depth = world.stacks[userId]?.length ?? 0;
  return {
    ...all,
    me: userId,
    channels,
    dm: person.dm(),
    ephemerals,
    view: person.view() ?? null,
    offered,
    depth,
    home: person.home() ?? null,
  };
}

/** Serves `/demo/…`. */
export async function serveDemo(
  ws: Workspace,
  watchers: Set<() => void>,
  url: URL,
  request: IncomingMessage,
  body: string,
  response: ServerResponse,
): Promise<void> {
  const json = (status: number, value: unknown) => {
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
    response.end(JSON.stringify(value ?? null));
  };
  if (!isFromHere(request)) return json(403, { error: 'The demo answers on this machine only.' });
  try {
    if (request.method === 'GET' && url.pathname === '/demo/world')
      return json(200, worldFor(ws, url.searchParams.get('as') ?? undefined));
    if (request.method === 'GET' && url.pathname === '/demo/stream') return streamTo(ws.world, watchers, response);
    const file = ws.world.files[url.pathname.replace('/demo/file/', '')];
    if (request.method === 'GET' && file) {
      response.writeHead(200, {
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      });
      return void response.end(Buffer.from(file.content, 'base64'));
    }
    if (request.method !== 'POST' || url.pathname !== '/demo/act')
      return json(404, { error: 'There is nothing here.' });
    const act = JSON.parse(body) as Act;
    const run = Object.hasOwn(ACTS, act.do) ? ACTS[act.do] : undefined;
    if (!run) return json(400, { error: `Nobody can do "${act.do}".` });
    return json(200, await run(personOf(ws, act.as), act));
  } catch (error) {
    json(400, { error: error instanceof Error ? error.message : String(error) });
  }
}
