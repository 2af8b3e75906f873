// Every page and button, opened, sent and sought from Teams with data that no card of ours ever carried, over signed HTTP: each is answered with a card Teams draws or a sentence, and nothing goes wrong on our side.
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { problemsOfCard } from '../../src/demo/teams/card-checks.ts';
import { rooms } from '../../src/features/features.ts';
import { setLog } from '../../src/log.ts';
import { oidOf, TENANT } from '../contract/sides.ts';
import { aTeamsBot, type TeamsBot } from '../faults/laid-teams.ts';

const odd = [
  '',
  ' ',
  '__proto__',
  'constructor',
  '-1',
  'x'.repeat(500),
  '🙂',
  '../scheme',
  '~none',
  '<at>all</at>',
  '[a](javascript:alert(1))',
  '{{DATE(2026-01-01T00:00:00Z,SHORT)}}',
  '&lt;b&gt;',
];
const typed = [
  '',
  'x'.repeat(5_000),
  '<at>all</at> **b** [l](https://x.example) {{TIME(2026-01-01T00:00:00Z)}}',
  'p:sam',
  'p:__proto__',
  'a,b,%2C,~none',
  'true',
  '2026-02-30',
  '25:61',
  '__proto__',
  '\u0000\u202e',
  7,
  true,
  null,
  { a: 1 },
  ['x'],
];
const idNames =
  'pairing person role run page event session account after key list meeting exit inquiry typed code __proto__'.split(
    ' ',
  );

const pages = rooms.flatMap(room => room.pages);
const targets = pages.flatMap(({ word, press }) =>
  [undefined, ...Object.keys(press ?? {}), '__proto__'].map(name => ({ word, press: name })),
);
const who = ['USAM', 'UALEX', 'UFATIMA', 'UPRIYA'];

let bot: TeamsBot;
beforeEach(async () => {
  bot = await aTeamsBot();
  const { standIn, forum } = bot.tenant;
  // Names are typed by people as well.
  const named = '<at>all</at> [x](javascript:alert(1)) **b** › {{DATE(2026-01-01T00:00:00Z)}}';
  for (const user of Object.values(standIn.world.users)) user.name = named;
  for (const { id } of Object.values(standIn.world.teams)) standIn.renameTeam(id, named);
  standIn.renameChannel(forum, named);
  await standIn.quiet();
});
afterEach(() => bot.close());

type Wire = Record<string, unknown>;
let serial = 0;

/** The invoke of somebody in their own chat or in the forum, with any data. */
function invoke(user: string, name: string, data: Wire, inForum: boolean): Wire {
  const { standIn, forum } = bot.tenant;
  const { id, aadObjectId, name: called } = standIn.as(oidOf(user)).user;
  const chat = Object.values(standIn.world.chats).find(one => one.userId === id)?.id;
  const value = name === 'adaptiveCard/action' ? { action: { type: 'Action.Execute', data } } : { data };
  return {
    ...{ type: 'invoke', name, id: `f:${++serial}`, channelId: 'msteams', serviceUrl: standIn.serviceUrl(), value },
    from: { id, aadObjectId, name: called },
    recipient: { ...standIn.world.app.bot },
    conversation: inForum
      ? { id: forum, conversationType: 'channel', tenantId: TENANT }
      : { id: chat, conversationType: 'personal', tenantId: TENANT },
    channelData: { tenant: { id: TENANT } },
  };
}

/** Everything of a type in an answer, wherever it stands; not what is within another. */
function* thingsIn(thing: unknown, isWanted: (type: unknown) => boolean): Generator<Wire> {
  if (typeof thing !== 'object' || thing === null) return;
  if (isWanted((thing as Wire)['type'])) yield thing as Wire;
  else for (const inner of Object.values(thing)) yield* thingsIn(inner, isWanted);
}

test('whatever data come with a press or a form, the answer is one that Teams takes', async () => {
  const troubles: string[] = [];
  setLog('error', line => troubles.push(line));
  const { mentor, tenant } = bot;
  const { standIn } = tenant;
  // Questions of forms that were drawn meanwhile are answered as well.
  const inputs = ['text:__proto__', 'text:%', 'many:who:99', 'nothing:reason', 'lines:line'];
  await fc.assert(
    fc.asyncProperty(fc.infiniteStream(fc.nat(1_000_000)), async draw => {
      const next = (): number => draw.next().value as number;
      const chance = (one: number): boolean => next() % one === 0;
      const pick = <T>(items: readonly T[]): T => items[next() % items.length] as T;
      // By way of JSON, in which `__proto__` is a name like any other.
      const some = (names: readonly string[], values: readonly unknown[]): Wire =>
        JSON.parse(`{${names.map(name => `${JSON.stringify(name)}:${JSON.stringify(pick(values))}`).join()}}`);
      const few = (names: readonly string[]): string[] => names.filter(() => chance(3));
      const { keys } = await mentor.store.keys(undefined, 10_000);
      const ids = [...new Set(keys.map(key => key.slice(key.indexOf('/') + 1, 500)))];
      for (const { word, press } of targets) {
        const h = pick(['open', 'press', 'send', 'send', 'find']);
        const carried = {
          ...{ h, w: word, i: some(few(idNames), chance(3) ? odd : ids) },
          ...(press === undefined ? {} : { p: press }),
          ...(chance(4) ? { g: pick([1, 2, 999]) } : {}),
          ...(chance(4) ? { n: 'n' } : {}),
          ...(h === 'find' ? { f: pick(inputs).split(':')[1] } : {}),
          ...(chance(3) ? { a: few(inputs) } : {}),
          ...(chance(3) ? { l: some(['p:sam', '__proto__'], odd) } : {}),
        };
        const [user, name] = [pick(who), pick(['task/fetch', 'task/submit', 'adaptiveCard/action'])];
        const activity = invoke(user, name, { ...some(few(inputs), typed), mentor: carried }, chance(4));
        const where = `${user} ${JSON.stringify(carried).slice(0, 1_500)}`;
        const answer = await standIn.raw(activity, `Bearer ${standIn.keys.tokenFor(standIn.serviceUrl())}`);
        expect(answer, where).toMatchObject({ kind: 'answer', status: 200 });
        const body = answer.kind === 'answer' && answer.body ? JSON.parse(answer.body) : undefined;
        for (const card of thingsIn(body, type => type === 'AdaptiveCard'))
          expect(problemsOfCard(card, name === 'adaptiveCard/action' ? 'message' : 'dialog'), where).toEqual([]);
        for (const { id } of thingsIn(body, type => String(type).startsWith('Input.')))
          if (!inputs.includes(String(id))) inputs.push(String(id));
        expect(troubles, where).toEqual([]);
      }
      await mentor.engine.settle();
      expect(troubles).toEqual([]);
    }),
    { numRuns: Number(process.env['WALKS'] ?? 1), seed: Number(process.env['SEED'] ?? 20261126), endOnFailure: true },
  );
}, 600_000);
