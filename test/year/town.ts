// The real engine on the embedded store with two small doors that keep what was sent, and a hand that acts for anybody. What people do stands in lives.ts and desk.ts.
import type { Ids, Notice, View } from '../../src/conversation/notice.ts';
import { put } from '../../src/conversation/outcome.ts';
import type { Profile } from '../../src/conversation/turn.ts';
import { makeFile } from '../../src/documents/make.ts';
import { commitOf } from '../../src/engine/commit.ts';
import { makeCore } from '../../src/engine/core.ts';
import { type Engine, makeEngine } from '../../src/engine/engine.ts';
import { openPlan } from '../../src/engine/open.ts';
import { decode, encode } from '../../src/engine/records.ts';
import { rooms } from '../../src/features/features.ts';
import { setLog } from '../../src/log.ts';
import type { Outgoing, Platform, RawAnswer, Ref, Reply, Sent } from '../../src/platforms/platform.ts';
import { type Day, dayOf, type Instant } from '../../src/scheme/calendar.ts';
import type { KindName, RecordOf, Scheme } from '../../src/scheme/kinds.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import type { RawSource, Store, Stored } from '../../src/store/store.ts';
import { makeVault } from '../../src/store/vault.ts';
import { aScheme } from '../features/turn.ts';
import { filled } from './answers.ts';
import type { Dice } from './dice.ts';

const vault = makeVault(['a-key-for-tests-that-is-long-enough-0000']);
const nothing = {
  checks: [],
  writes: [],
  deletes: [],
  listed: { add: [], remove: [] },
  counts: [],
  deliveries: [],
  cancel: [],
  history: [],
};
const timing = { gateMs: 0, updateGateMs: 0, backoffMs: 1, pollMs: 5 };

/** A message as it left by a door: to whom, when in the story, and which letter it was. */
export type Left = { id: string; to: string; at: Instant; notice: Notice };
/** A deed, and what was shown after it. */
export type Deed = { account: string; what: string; at: Instant; reply: Reply };

export type Town = {
  engine: Engine;
  store: Store;
  dice: Dice;
  /** Everything that was sent, in order; and which letter a delivery was. */
  sent: Left[];
  /** Messages that were drawn again where they stood. */
  redrawn: Left[];
  letters: Map<string, string>;
  /** Invitations that answer what somebody asked for. */
  wished: Set<string>;
  /** What each account has not looked at yet. */
  unread: Map<string, Left[]>;
  /** Home pages as people saw them, for the day's judgement. */
  homes: { account: string; home: View; at: Instant }[];
  /** Lines of the log that tell of something that should not be. */
  troubles: string[];
  profiles: Map<string, Profile & { gone: boolean }>;
  /** Forms that came back with a sentence beside a question. */
  returned: string[];
  /** How often anything was done: `word` opened, `word!action` pressed, `word+` sent. And what was done since it was last judged. */
  deeds: Map<string, number>;
  /** Everybody who has ever been known to the scheme. */
  joined: Set<string>;
  lately: Deed[];
  /** How many files of each type were handed over. */
  files: Map<string, number>;
  /** How often somebody said "ask me later", by registration. */
  later: Map<string, number>;
  now: () => Promise<Instant>;
  today: (zone?: string) => Promise<Day>;
  moveTo: (at: Instant) => Promise<void>;
  open: (who: string, word: string, ids?: Ids) => Promise<Reply>;
  press: (who: string, word: string, action: string, ids?: Ids) => Promise<Reply>;
  /** Sends the form a reply shows; what is not named is left as it stands or filled in. A reply without a form is given back. */
  send: (who: string, reply: Reply, said?: Record<string, RawAnswer>) => Promise<Reply>;
  fillIn: (who: string, word: string, ids?: Ids, said?: Record<string, RawAnswer>) => Promise<Reply>;
  read: <K extends KindName>(kind: K, source: RawSource) => Promise<RecordOf<K>[]>;
  close: () => Promise<void>;
};

type Keeping = Pick<Town, 'sent' | 'redrawn' | 'unread' | 'profiles' | 'now'>;

/** A door that keeps every message with the instant of its leaving. */
function doorOf(name: 'slack' | 'teams', lane: string, { sent, redrawn, unread, profiles, now }: Keeping): Platform {
  const standing = new Set<string>();
  const send = async (to: string, { id, notice }: Outgoing): Promise<Sent> => {
    if (profiles.get(to)?.gone) return { gone: 'person', why: 'gone' };
    const ref = { channel: to, message: `${name}-${sent.length}` };
    const left = { id, to, at: await now(), notice };
    sent.push(left);
    unread.set(to, [...(unread.get(to) ?? []), left]);
    standing.add(ref.message);
    return { sent: ref };
  };
  const update = async (ref: Ref, { id, notice }: Outgoing): Promise<Sent> => {
    redrawn.push({ id, to: ref.channel, at: await now(), notice });
    return standing.has(ref.message) ? { sent: ref } : { refused: 'no such message' };
  };
  return {
    name,
    lanes: () => [lane],
    send,
    update,
    remove: async ref => ({ sent: ref }),
    pin: async ref => ({ sent: ref }),
    find: async () => ({ absent: true }),
    showHome: async () => ({ sent: { channel: '', message: '' } }),
    profile: async account => profiles.get(account),
    channel: async () => undefined,
    start: async () => {},
    stop: async () => {},
  };
}

/** Listens to the log: which letter each delivery was, and whatever is worse than information. */
function listen({ letters, troubles }: Pick<Town, 'letters' | 'troubles'>): void {
  setLog('info', line => {
    const { level, event, id, letter } = JSON.parse(line) as Record<string, string>;
    if (level === 'warn' || level === 'error') troubles.push(line);
    if (event === 'delivery' && id && letter) letters.set(id, letter);
  });
}

async function found(store: Store, scheme: Partial<Scheme>): Promise<void> {
  const core = makeCore({ store, vault, rooms, platforms: [] });
  const writes = [{ key: 'scheme/scheme', json: encode('scheme', aScheme(), vault) }];
  await store.commit({ ...nothing, op: { id: 'found', answer: 'null' }, writes });
  const opening = await openPlan(core, { clock: true }, {});
  const changes = { put: [put('scheme', aScheme(scheme))] };
  await store.commit(commitOf(core, opening, 'begin', 'test', changes, undefined));
}

type Did = Parameters<Engine['host']['act']>[0]['did'];

function deedOf(word: string, did: Did): string {
  if (did.what === 'submit') return `${word}+`;
  return did.what === 'press' && did.target.press !== undefined ? `${word}!${did.target.press}` : word;
}

const count = (counts: Map<string, number>, what: string): unknown => counts.set(what, (counts.get(what) ?? 0) + 1);

/** Reads what is stored; what has not changed since is not read again. */
function reader(): <K extends KindName>(kind: K, stored: Stored) => RecordOf<K> {
  const kept = new Map<string, { json: string; value: unknown }>();
  return (kind, stored) => {
    const before = kept.get(stored.key);
    if (before?.json === stored.json) return before.value as RecordOf<typeof kind>;
    const value = decode(kind, stored, vault);
    kept.set(stored.key, { json: stored.json, value });
    return value;
  };
}

/** Begins at an instant; machine time goes on by a tick whenever it is asked, the story only as it is moved. */
export async function aTown(dice: Dice, scheme: Partial<Scheme>, startAt: Instant): Promise<Town> {
  let ticks = 0;
  const store = await openSqlite({ file: ':memory:', scheme: 'main', now: () => startAt + ticks++ });
  await found(store, scheme);
  const now = async (): Promise<Instant> => (await store.clock()).storyNow;
  const kept: Pick<Town, 'sent' | 'redrawn' | 'letters' | 'unread' | 'homes' | 'troubles' | 'profiles'> = {
    sent: [],
    redrawn: [],
    letters: new Map(),
    unread: new Map(),
    homes: [],
    troubles: [],
    profiles: new Map(),
  };
  listen(kept);
  const doors = [doorOf('slack', 'slack/T1', { ...kept, now }), doorOf('teams', 'teams/X', { ...kept, now })];
  const worker = new URL('../../src/matching/worker.ts', import.meta.url);
  const parts = { store, vault, rooms, platforms: doors, timing, makeFile };
  const engine = makeEngine({ ...parts, worker, storyMayMove: true });
  const known = reader();
  const returned: string[] = [];
  const deeds = new Map<string, number>();
  const files = new Map<string, number>();
  const lately: Deed[] = [];
  let serial = 0;
  const act = async (who: string, word: string, did: Did): Promise<Reply> => {
    const at = await now();
    const reply = await engine.host.act({ op: `op-${serial++}`, account: who, place: 'window', did });
    const what = deedOf(word, did);
    const file = reply.show === 'view' ? reply.document?.type : undefined;
    count(deeds, what);
    if (file) count(files, file);
    lately.push({ account: who, what, at, reply });
    return reply;
  };
  const press = (who: string, word: string, action?: string, ids: Ids = {}): Promise<Reply> =>
    act(who, word, { what: 'press', target: { word, ids, ...(action === undefined ? {} : { press: action }) } });
  const today = async (zone = 'Europe/London'): Promise<Day> => dayOf(await now(), zone);
  const send: Town['send'] = async (who, reply, said = {}) => {
    if (reply.show !== 'form') return reply;
    const answers = filled(reply.form, said, dice, await today());
    const { at: target, drawn } = reply;
    const after = await act(who, target.word, { what: 'submit', target, answers, drawn });
    if (after.show === 'form' && after.problems)
      returned.push(`${target.word} ${JSON.stringify(after.problems)} ${JSON.stringify(answers)}`);
    return after;
  };
  const open: Town['open'] = (who, word, ids) => press(who, word, undefined, ids);
  return {
    engine,
    store,
    dice,
    ...kept,
    returned,
    deeds,
    lately,
    files,
    later: new Map(),
    wished: new Set(),
    joined: new Set(),
    now,
    today,
    moveTo: async at => {
      const { storyNow, offsetMs } = await store.clock();
      await engine.moveStory(offsetMs + Math.max(0, at - storyNow));
    },
    open,
    press,
    send,
    fillIn: async (who, word, ids, said) => send(who, await open(who, word, ids), said),
    read: async (kind, source) => {
      const { records } = await store.open([{ name: 'it', kind, source }]);
      return (records['it'] ?? []).map(stored => known(kind, stored));
    },
    close: async () => {
      setLog('info');
      await store.close();
    },
  };
}
