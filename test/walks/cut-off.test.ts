// The store fails once at each commit in turn, before or after it was carried out, and the process starts anew: the jobs of matching and of forgetting end as if nothing had been, and nobody has a letter twice.
import { expect, test } from 'vitest';
import type { Put } from '../../src/conversation/outcome.ts';
import { put } from '../../src/conversation/outcome.ts';
import { commitOf } from '../../src/engine/commit.ts';
import { makeCore } from '../../src/engine/core.ts';
import { makeEngine } from '../../src/engine/engine.ts';
import { openPlan } from '../../src/engine/open.ts';
import { encode } from '../../src/engine/records.ts';
import { rooms } from '../../src/features/features.ts';
import { setLog } from '../../src/log.ts';
import type { Platform, RawAnswer } from '../../src/platforms/platform.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { type Store, StoreDown } from '../../src/store/store.ts';
import { makeVault } from '../../src/store/vault.ts';
import { aMentee, aMentor } from '../features/choose/pool.ts';
import { aScheme, NOW } from '../features/turn.ts';

const vault = makeVault(['a-key-for-tests-that-is-long-enough-0000']);
const worker = new URL('../../src/matching/worker.ts', import.meta.url);
const COORDINATOR = 'slack/T1/UC1';
const blank = {
  checks: [],
  deletes: [],
  listed: { add: [], remove: [] },
  counts: [],
  deliveries: [],
  cancel: [],
  history: [],
};

type When = { nth: number; after: boolean };

/** A store whose n-th commit from now on fails, once. */
function failing(store: Store, when: When | undefined): { store: Store; commits: () => number } {
  let commits = 0;
  const commit: Store['commit'] = async wanted => {
    const isIt = when !== undefined && commits === when.nth;
    commits++;
    if (isIt && !when.after) throw new StoreDown('cut off before');
    const answer = await store.commit(wanted);
    if (isIt) throw new StoreDown('cut off after');
    return answer;
  };
  const proxy = new Proxy(store, {
    get: (target, name) => {
      if (name === 'commit') return commit;
      const value = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return { store: proxy, commits: () => commits };
}

function counting(sent: string[]): Platform {
  return {
    name: 'slack',
    lanes: () => ['slack/T1'],
    send: async (to, out) => {
      sent.push(`${to} ${out.notice.text}`);
      return { sent: { channel: to, message: String(sent.length) } };
    },
    update: async ref => ({ sent: ref }),
    remove: async ref => ({ sent: ref }),
    pin: async ref => ({ sent: ref }),
    find: async () => ({ absent: true }),
    showHome: async () => ({ sent: { channel: '', message: '' } }),
    profile: async () => undefined,
    channel: async () => undefined,
    start: async () => {},
    stop: async () => {},
  };
}

type Engine = ReturnType<typeof makeEngine>;
type Deed = (engine: Engine) => Promise<unknown>;

/** One deed with what follows from it; what is on record at the end, and what was sent. */
async function lived(records: Put[], before: Deed[], deed: Deed, when: When | undefined) {
  const store = await openSqlite({ file: ':memory:', scheme: 'main', now: () => NOW });
  const sent: string[] = [];
  const writes = [{ key: 'scheme/scheme', json: encode('scheme', aScheme({ keepAt: NOW + 3_600_000 }), vault) }];
  await store.commit({ ...blank, op: { id: 'found', answer: 'null' }, writes });
  const parts = {
    vault,
    rooms,
    platforms: [counting(sent)],
    timing: { gateMs: 0, updateGateMs: 0, backoffMs: 1, pollMs: 5 },
  };
  const core = makeCore({ ...parts, store });
  await store.commit(
    commitOf(core, await openPlan(core, { clock: true }, {}), 'begin', 'test', { put: records }, undefined),
  );
  const engineOn = (on: Store): Engine => makeEngine({ ...parts, store: on, worker, storyMayMove: true });
  const first = engineOn(store);
  for (const one of before) {
    await one(first);
    await first.settle();
  }
  sent.length = 0;
  const cut = failing(store, when);
  const second = engineOn(cut.store);
  await deed(second).catch(() => undefined);
  await second.settle().catch(() => undefined);
  // A person whose press was not carried out presses again; to the bot it is the same deed.
  const third = engineOn(store);
  await deed(third);
  await third.settle();
  const { keys } = await store.keys(undefined, 100_000);
  const jobs = await store.due('due', NOW * 2, 1000);
  await store.close();
  return {
    keys: keys.filter(key => !key.startsWith('job/')).sort(),
    sent: [...sent].sort(),
    jobs: jobs.filter(one => one.member.startsWith('job|')),
    commits: cut.commits(),
  };
}

const act =
  (op: string, word: string, ids: Record<string, string>, press: string, account = COORDINATOR): Deed =>
  engine =>
    engine.host.act({ op, account, place: 'window', did: { what: 'press', target: { word, ids, press } } });
const submit =
  (op: string, word: string, ids: Record<string, string>, answers: Record<string, RawAnswer>): Deed =>
  engine =>
    engine.host.act({
      op,
      account: COORDINATOR,
      place: 'window',
      did: { what: 'submit', target: { word, ids }, answers, drawn: {} },
    });

const pool = (n: number): Put[] =>
  Array.from({ length: n }, (_, k) => [...aMentee(`e${k}`), ...aMentor(`m${k}`)]).flat();
const start = act('start', 'match', {}, 'start');

/** The deed fails at each of its commits in turn. */
async function everywhere(records: Put[], before: Deed[], deed: Deed): Promise<number> {
  setLog('error', () => {});
  const whole = await lived(records, before, deed, undefined);
  expect(whole.jobs).toEqual([]);
  for (let nth = 0; nth < whole.commits; nth++)
    for (const after of [false, true]) {
      const { commits: _commits, ...found } = await lived(records, before, deed, { nth, after });
      const { commits: _all, ...expected } = whole;
      expect([nth, after, found]).toEqual([nth, after, expected]);
    }
  return whole.commits;
}

test('working out a preview', async () => {
  expect(await everywhere(pool(30), [], start)).toBeGreaterThan(3);
}, 120_000);

test('asking some of a page now', async () => {
  const pairs = ['e0 m0', 'e1 m1', 'e2 m2', 'e3 m3'];
  const all = pool(4).concat(put('exclusions', { id: 'e0', person: 'e0', not: [], closedTo: [] }));
  await everywhere(all, [start], submit('stage', 'match.some', { run: 'run1', page: '0' }, { pairs }));
}, 120_000);

test('the release, with people left over and people not looked at', async () => {
  const left = [
    ...aMentee('x1', { place: { leftOverBefore: false } }),
    ...aMentee('x2'),
    ...aMentee('x3', { place: { state: 'paused', formerState: 'available' } }),
  ];
  expect(
    await everywhere([...pool(30), ...left], [start], act('go', 'match.run', { run: 'run1' }, 'release')),
  ).toBeGreaterThan(5);
}, 240_000);

test('why not these two', async () => {
  await everywhere(
    pool(3),
    [start],
    submit('why', 'match.why', { run: 'run1' }, { mentee: ['p:e0'], mentor: ['p:m2'] }),
  );
}, 120_000);

test('what has been kept long enough', async () => {
  const gone = Array.from({ length: 5 }, (_, n) =>
    aMentee(`w${n}`, { person: { joinedAt: 1, emailHash: `h${n}` }, place: { state: 'withdrawn', leftAt: 1 } }),
  ).flat();
  await everywhere([...pool(2), ...gone], [], engine => engine.moveStory(2 * 3_600_000));
}, 120_000);
