// A small scheme on the real engine and a real embedded store, with a door that keeps what was sent: for walks through several pages of a room.
import type { Field } from '../../src/conversation/form.ts';
import type { Ids, Notice, Target } from '../../src/conversation/notice.ts';
import { type Put, put } from '../../src/conversation/outcome.ts';
import type { ChannelFacts, Profile } from '../../src/conversation/turn.ts';
import { makeFile } from '../../src/documents/make.ts';
import { commitOf } from '../../src/engine/commit.ts';
import { makeCore } from '../../src/engine/core.ts';
import { type Engine, makeEngine } from '../../src/engine/engine.ts';
import { openPlan } from '../../src/engine/open.ts';
import { decode, encode } from '../../src/engine/records.ts';
import { rooms } from '../../src/features/features.ts';
import type { Outgoing, Platform, RawAnswer, Ref, Reply, Sent } from '../../src/platforms/platform.ts';
import type { KindName, RecordOf, Scheme } from '../../src/scheme/kinds.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { makeVault } from '../../src/store/vault.ts';
import { aScheme } from './turn.ts';

const vault = makeVault(['a-key-for-tests-that-is-long-enough-0000']);

/** What stands where: every message with its newest text, how often it was changed, and when (in story time) it was sent under which id. */
export type Letterbox = {
  /** What the directory says of accounts, and the platform of channels: for a test to fill. */
  profiles: Record<string, Profile & { gone: boolean }>;
  channels: Record<string, ChannelFacts>;
  /** Accounts and channels that are gone: whatever is sent there is refused for good. */
  gone: Set<string>;
  messages: { to: string; notice: Notice; ref: Ref; changes: number; id: string; at: number }[];
  /** Whose home page was drawn anew, in order. */
  homes: string[];
  door: Platform;
};

/** A door that is a letterbox: it keeps every message and what it was changed into. */
function letterbox(lanes: string[], now: () => Promise<number>): Letterbox {
  const messages: Letterbox['messages'] = [];
  const homes: string[] = [];
  const profiles: Letterbox['profiles'] = {};
  const channels: Letterbox['channels'] = {};
  const gone = new Set<string>();
  const found = (ref: Ref) => messages.find(one => one.ref.message === ref.message);
  const send = async (to: string, out: Outgoing): Promise<Sent> => {
    if (gone.has(to)) return { gone: to.includes('/C') ? 'channel' : 'person', why: 'gone' };
    const at = await now();
    const ref = { channel: to, message: String(messages.length + 1) };
    messages.push({ to, notice: out.notice, ref, changes: 0, id: out.id, at });
    return { sent: ref };
  };
  const update = async (ref: Ref, out: Outgoing): Promise<Sent> => {
    const message = found(ref);
    if (!message) return { refused: 'no such message' };
    message.notice = out.notice;
    message.changes++;
    return { sent: ref };
  };
  const door: Platform = {
    name: 'slack',
    lanes: () => lanes,
    send,
    update,
    remove: async ref => ({ sent: ref }),
    pin: async ref => ({ sent: ref }),
    find: async () => ({ absent: true }),
    showHome: async account => {
      homes.push(account);
      return { sent: { channel: '', message: '' } };
    },
    profile: async account => profiles[account],
    channel: async channel => channels[channel],
    start: async () => {},
    stop: async () => {},
  };
  return { messages, homes, door, profiles, channels, gone };
}

export type Story = {
  engine: Engine;
  store: Store;
  box: Letterbox;
  at: () => number;
  open: (who: string, word: string, ids?: Ids) => Promise<Reply>;
  press: (who: string, word: string, action: string, ids?: Ids) => Promise<Reply>;
  /** Sends the form that a reply shows; what is not named stays as it stands in the form. */
  send: (who: string, reply: Reply, answers: Record<string, RawAnswer>) => Promise<Reply>;
  /** Lets everything due be decided and sent. */
  settle: () => Promise<void>;
  later: (ms: number) => Promise<void>;
  read: <K extends KindName>(kind: K, id: string) => Promise<RecordOf<K> | undefined>;
  counts: (name: string) => Promise<Record<string, number>>;
  /** Another process on the same store, with a door of its own. */
  beside: (lanes: string[]) => { engine: Engine; box: Letterbox };
  close: () => Promise<void>;
};

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

function standing(fields: Record<string, Field>, values: Record<string, unknown>): Record<string, RawAnswer> {
  const entries = Object.keys(fields).map((name): [string, RawAnswer] => {
    const value = values[name];
    return [name, typeof value === 'number' ? String(value) : ((value ?? null) as RawAnswer)];
  });
  return Object.fromEntries(entries);
}

/** Begins a story with these records, at a machine time that only the story clock moves on from. */
export async function aStory(
  records: Put[],
  more: Partial<Scheme> = {},
  startAt = '2026-11-23T09:30:00Z',
  lanes = ['slack/T1'],
): Promise<Story> {
  const start = Date.parse(startAt);
  let ticks = 0;
  const store = await openSqlite({ file: ':memory:', scheme: 'main', now: () => start + ticks++ });
  await store.commit({
    ...nothing,
    op: { id: 'found', answer: 'null' },
    writes: [{ key: 'scheme/scheme', json: encode('scheme', aScheme(), vault) }],
  });
  const storyNow = async () => (await store.clock()).storyNow;
  const box = letterbox(lanes, storyNow);
  const parts = { store, vault, rooms, platforms: [box.door], timing, makeFile };
  const core = makeCore(parts);
  const opening = await openPlan(core, { clock: true }, {});
  const puts = [...records, put('scheme', aScheme(more))];
  await store.commit(commitOf(core, opening, 'begin', 'test', { put: puts }, undefined));
  const worker = new URL('../../src/matching/worker.ts', import.meta.url);
  const engine = makeEngine({ ...parts, worker, storyMayMove: true });
  let serial = 0;
  const act = (who: string, target: Target): Promise<Reply> =>
    engine.host.act({ op: `op-${serial++}`, account: who, place: 'window', did: { what: 'press', target } });
  return {
    engine,
    store,
    box,
    at: () => start,
    open: (who, word, ids = {}) => act(who, { word, ids }),
    press: (who, word, action, ids = {}) => act(who, { word, ids, press: action }),
    send: (who, reply, answers) => {
      if (reply.show !== 'form') throw new Error(`no form to send: ${JSON.stringify(reply)}`);
      const { form, at, drawn } = reply;
      const all = { ...standing(form.fields, (form.values ?? {}) as Record<string, unknown>), ...answers };
      return engine.host.act({
        op: `op-${serial++}`,
        account: who,
        place: 'window',
        did: { what: 'submit', target: at, answers: all, drawn },
      });
    },
    settle: () => engine.settle(),
    later: async ms => {
      const { offsetMs } = await store.clock();
      await engine.moveStory(offsetMs + ms);
    },
    read: async (kind, id) => {
      const answer = await store.open([{ name: 'it', kind, source: { ids: [id] } }]);
      const [stored] = answer.records['it'] ?? [];
      return stored && decode(kind, stored, vault);
    },
    counts: async name => (await store.open([{ name: 'it', counts: name }])).counts['it'] ?? {},
    beside: own => {
      const other = letterbox(own, storyNow);
      return { engine: makeEngine({ ...parts, platforms: [other.door], worker, storyMayMove: true }), box: other };
    },
    close: () => store.close(),
  };
}
