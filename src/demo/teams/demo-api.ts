// The demo page's own interface, for this machine only: the tenant as one person sees it, what they do, and a stream that says "something changed".
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isFromHere, streamTo } from '../local.ts';
import { type Person, personOf } from './person.ts';
import type { Tenancy } from './tenancy.ts';
import { landed, membersOf, type User } from './world.ts';

type Act = { as: string; do: string } & Record<string, unknown>;

const asText = (value: unknown): string => String(value ?? '');
const perhaps = (value: unknown): string | undefined =>
  value === undefined || value === null ? undefined : String(value);
const answersIn = (act: Act): Record<string, unknown> => (act['values'] ?? {}) as Record<string, unknown>;

/** Where a press happens, as the page says it. */
function placeIn(act: Act) {
  const where = perhaps(act['where']);
  const channel = perhaps(act['channel']);
  return { ...(where === undefined ? {} : { where }), ...(channel === undefined ? {} : { channel }) };
}

const ACTS: Record<string, (person: Person, act: Act) => unknown> = {
  say: (person, act) => person.say(asText(act['text']), perhaps(act['channel']), perhaps(act['root'])),
  press: (person, act) => person.press(asText(act['action']), { ...placeIn(act), values: answersIn(act) }),
  fill: (person, act) => person.fill(answersIn(act), perhaps(act['where'])),
  close: person => person.close(),
  file: (person, act) => person.file(act['action'] === 'accept' ? 'accept' : 'decline', perhaps(act['message'])),
};

const shortUser = ({ id, aadObjectId, name, title, deleted }: User) => ({ id, aadObjectId, name, title, deleted });

/** When the bot last wrote to each person: in their personal chat (`chat`), and in private channels by their id. */
function latestFor({ world }: Tenancy): Record<string, Record<string, string>> {
  const latest: Record<string, Record<string, string>> = {};
  const isBots = (each: { from: string }): boolean => each.from === world.app.bot.id;
  for (const chat of Object.values(world.chats))
    latest[chat.userId] = { ...latest[chat.userId], chat: landed(chat.messages).findLast(isBots)?.id ?? '' };
  const everybody = Object.keys(world.users).length;
  // A team of a few has its channels to itself, as a private channel has.
  for (const channel of Object.values(world.channels).filter(each => membersOf(world, each).length < everybody))
    for (const id of membersOf(world, channel))
      latest[id] = { ...latest[id], [channel.id]: landed(channel.messages).findLast(isBots)?.id ?? '' };
  return latest;
}

/** What one person may see of the tenant; without a person, who there is. */
export function worldFor(tenancy: Tenancy, userId: string | undefined): Record<string, unknown> {
  const { world } = tenancy;
  const users = Object.values(world.users).map(shortUser);
  const all = { revision: world.revision, tenant: world.tenant, bot: world.app.bot, users };
  if (userId === undefined) return { ...all, latest: latestFor(tenancy) };
  const person = personOf(tenancy, userId);
  const me = person.user.id;
  const channels = Object.values(world.channels).filter(
    each => !each.isDeleted && !world.teams[each.teamId]?.isDeleted && membersOf(world, each).includes(me),
  );
  return {
    ...all,
    me,
    teams: Object.values(world.teams)
      .filter(team => !team.isDeleted && team.members.includes(me))
      .map(({ id, name, isArchived }) => ({ id, name, isArchived })),
    channels: channels.map(({ id, teamId, name, type }) => ({ id, teamId, name, type, messages: person.messages(id) })),
    chat: person.chat(),
    dialog: person.dialog() ?? null,
    toast: person.toast() ?? null,
  };
}

/** Serves what the page asks, below `/demo/`. */
export async function serveDemo(
  tenancy: Tenancy,
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
      return json(200, worldFor(tenancy, url.searchParams.get('as') ?? undefined));
    if (request.method === 'GET' && url.pathname === '/demo/stream') return streamTo(tenancy.world, watchers, response);
    if (request.method !== 'POST' || url.pathname !== '/demo/act')
      return json(404, { error: 'There is nothing here.' });
    const act = JSON.parse(body) as Act;
    const run = Object.hasOwn(ACTS, act.do) ? ACTS[act.do] : undefined;
    if (!run) return json(400, { error: `Nobody can do "${act.do}".` });
    return json(200, await run(personOf(tenancy, act.as), act));
  } catch (error) {
    json(400, { error: error instanceof Error ? error.message : String(error) });
  }
}
