// The two rooms of matching and proposing on the real engine and a real store, with a door that keeps what would be sent. For tests that follow people through both rooms.
import { fileURLToPath } from 'node:url';
import type { Button, Notice, Part, View } from '../../../src/conversation/notice.ts';
import { type Changes, type Put, put } from '../../../src/conversation/outcome.ts';
import { commitOf } from '../../../src/engine/commit.ts';
import { makeCore } from '../../../src/engine/core.ts';
import { makeEngine } from '../../../src/engine/engine.ts';
import { openPlan } from '../../../src/engine/open.ts';
import { decode, encode } from '../../../src/engine/records.ts';
import { matchRoom } from '../../../src/features/match/match.ts';
import { proposeRoom } from '../../../src/features/propose/propose.ts';
import type { Platform, RawAnswer, Reply } from '../../../src/platforms/platform.ts';
import { DAY } from '../../../src/scheme/calendar.ts';
import type { KindName, RecordOf, Scheme } from '../../../src/scheme/kinds.ts';
import type { Role } from '../../../src/scheme/records/people.ts';
import { openSqlite } from '../../../src/store/sqlite.ts';
import type { Store } from '../../../src/store/store.ts';
import { makeVault } from '../../../src/store/vault.ts';
import { aRegistration } from '../records.ts';
import { aPerson, aScheme, NOW } from '../turn.ts';

const vault = makeVault(['a-key-for-tests-that-is-long-enough-0000']);
const rooms = [matchRoom, proposeRoom];
export const COORDINATOR = 'slack/T1/UC1';
export const OTHER = 'slack/T1/UC2';

export type Sent = { to: string; notice: Notice };

/** A door that keeps what would be sent. */
function keepingDoor(sent: Sent[]): Platform {
  let n = 0;
  return {
    name: 'slack',
    pin: async ref => ({ sent: ref }),
    lanes: () => ['slack/T1'],
    send: async (to, out) => {
      sent.push({ to, notice: out.notice });
      return { sent: { channel: to, message: String(n++) } };
    },
    update: async () => ({ refused: 'nothing is updated here' }),
    remove: async () => ({ refused: 'nothing is removed here' }),
    find: async () => ({ absent: true }),
    showHome: async () => ({ refused: 'no home here' }),
    profile: async () => undefined,
    channel: async () => undefined,
    start: async () => {},
    stop: async () => {},
  };
}

export type Matching = Awaited<ReturnType<typeof matching>>;

/** Starts with these records. `wrap` puts something between the engine and its store, such as a store that goes down. */
export async function matching(records: Put[], scheme: Partial<Scheme> = {}, wrap = (store: Store): Store => store) {
  const store = await openSqlite({ file: ':memory:', scheme: 'main', now: () => NOW });
  const blank = {
    checks: [],
    deletes: [],
    listed: { add: [], remove: [] },
    counts: [],
    deliveries: [],
    cancel: [],
    history: [],
  };
  const json = encode('scheme', aScheme(scheme), vault);
  await store.commit({ ...blank, op: { id: 'found', answer: 'null' }, writes: [{ key: 'scheme/scheme', json }] });
  const sent: Sent[] = [];
  const engine = makeEngine({
    store: wrap(store),
    vault,
    rooms,
    platforms: [keepingDoor(sent)],
    // The clock stands still here, so nothing may wait for it.
    timing: { gateMs: 0, updateGateMs: 0, backoffMs: 1 },
    worker: new URL(`file://${fileURLToPath(new URL('../../../src/matching/worker.ts', import.meta.url))}`),
    storyMayMove: true,
  });
  let serial = 0;
  const bot = {
    store,
    engine,
    sent,
    /** Writes records as they are, as other rooms would have. */
    async write(changes: Changes): Promise<void> {
      const core = makeCore({ store, vault, rooms, platforms: [] });
      const ids = [
        ...(changes.put ?? []).map(one => [one.kind, (one.value as { id: string }).id] as const),
        ...(changes.erase ?? []).map(one => [one.kind, one.id] as const),
      ];
      const plan = Object.fromEntries(
        ids.map(([kind, id], n) => [`r${n}`, { kind, source: { ids: [id] }, many: false, sealed: false }]),
      );
      const opening = await openPlan(core, { clock: true }, plan);
      await store.commit(commitOf(core, opening, `write-${serial++}`, 'test', changes, undefined));
    },
    async all<K extends KindName>(kind: K): Promise<RecordOf<K>[]> {
      const { keys } = await store.keys(undefined, 100_000);
      const ids = keys.filter(key => key.startsWith(`${kind}/`)).map(key => key.slice(kind.length + 1));
      const answer = await store.open([{ name: 'all', kind, source: { ids } }]);
      return (answer.records['all'] ?? []).map(stored => decode(kind, stored, vault));
    },
    async one<K extends KindName>(kind: K, id: string): Promise<RecordOf<K>> {
      const answer = await store.open([{ name: 'it', kind, source: { ids: [id] } }]);
      const stored = answer.records['it']?.[0];
      if (!stored) throw new Error(`no ${kind}/${id}`);
      return decode(kind, stored, vault);
    },
    /** Opens a page, or presses a button on it. The same `op` is the same deed. */
    act(
      account: string,
      word: string,
      ids: Record<string, string> = {},
      press?: string,
      op = `op-${serial++}`,
    ): Promise<Reply> {
      const target = { word, ids, ...(press === undefined ? {} : { press }) };
      return engine.host.act({ op, account, place: 'window', did: { what: 'press', target } });
    },
    submit(
      account: string,
      word: string,
      ids: Record<string, string>,
      answers: Record<string, RawAnswer>,
    ): Promise<Reply> {
      const did = { what: 'submit', target: { word, ids }, answers, drawn: {} } as const;
      return engine.host.act({ op: `op-${serial++}`, account, place: 'window', did });
    },
    settle: () => engine.settle(),
    async daysLater(days: number): Promise<void> {
      const { offsetMs } = await store.clock();
      await engine.moveStory(offsetMs + days * DAY);
    },
    close: () => store.close(),
  };
  await bot.write({ put: records });
  return bot;
}

export function viewIn(reply: Reply): View {
  if (reply.show !== 'view') throw new Error(`shows ${reply.show}`);
  return reply.view;
}

/** All that is read on a view or in a notice, buttons' labels too. */
export function readable(shown: { title?: string; text?: string; parts?: Part[]; buttons?: Button[] }): string {
  const words = (value: unknown): string[] => {
    if (typeof value === 'string') return [value];
    if (Array.isArray(value)) return value.flatMap(words);
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, part]) =>
      key === 'to' || key === 'part' || key === 'style' ? [] : words(part),
    );
  };
  return words(shown).join('\n');
}

/** A person available in a role, with their card, casefile and account. */
export function somebody(
  id: string,
  role: Role,
  more: {
    name?: string;
    person?: Partial<RecordOf<'person'>>;
    place?: Partial<RecordOf<'registration'>>;
    card?: Partial<RecordOf<'card'>>;
    file?: Partial<RecordOf<'casefile'>>;
  } = {},
): Put[] {
  const name = more.name ?? `${id} Able`;
  return [
    put('person', aPerson(id, name, { emailHash: `hash-${id}`, ...more.person })),
    put('account', { id: `slack/T1/U${id}`, person: id }),
    ...inRole(id, role, name, more),
  ];
}

/** One more role of somebody who is there already. */
export function inRole(
  id: string,
  role: Role,
  name: string,
  more: { place?: object; card?: object; file?: object } = {},
): Put[] {
  return [
    put('registration', aRegistration(id, role, more.place)),
    put('card', {
      id: `${id}-${role}`,
      person: id,
      role,
      name,
      jobTitle: 'Technician',
      areas: [],
      topics: ['career', 'network'],
      modes: [],
      slots: [],
      held: [],
      ...more.card,
    }),
    put('casefile', { id: `${id}-${role}`, person: id, role, arrangement: false, closedTo: [], ...more.file }),
  ];
}

export const accountOf = (person: string): string => `slack/T1/U${person}`;

/** Works a preview out and gives its run. */
export async function preview(bot: Matching): Promise<RecordOf<'run'>> {
  await bot.act(COORDINATOR, 'match', {}, 'start');
  await bot.settle();
  const run = (await bot.all('run')).sort((a, b) => Number(b.id.slice(3)) - Number(a.id.slice(3)))[0];
  if (!run) throw new Error('no run');
  return run;
}

/** Works a preview out and releases it. */
export async function release(bot: Matching): Promise<RecordOf<'run'>> {
  const run = await preview(bot);
  await bot.act(COORDINATOR, 'match.run', { run: run.id }, 'release');
  await bot.settle();
  return bot.one('run', run.id);
}

/** The pairs of a preview, as `mentee mentor`. */
export async function pairsOf(bot: Matching, run: RecordOf<'run'>): Promise<string[]> {
  const pages = await bot.all('runpage');
  return pages
    .filter(page => page.run === run.id && page.id.startsWith(`${run.stem}-pairs-`))
    .flatMap(page => page.pairs.map(pair => `${pair.mentee} ${pair.mentor}`))
    .sort();
}
