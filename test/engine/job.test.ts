// A large job leaves room to everybody else: between its pages, and when a page of it is overtaken at every try.
import { expect, test } from 'vitest';
import { jobOf, type Room } from '../../src/conversation/feature.ts';
import { type JobOrder, put } from '../../src/conversation/outcome.ts';
import { one } from '../../src/conversation/plan.ts';
import { commitOf } from '../../src/engine/commit.ts';
import { makeCore } from '../../src/engine/core.ts';
import { makeEngine } from '../../src/engine/engine.ts';
import { openPlan } from '../../src/engine/open.ts';
import { encode } from '../../src/engine/records.ts';
import { setLog } from '../../src/log.ts';
import { newScheme } from '../../src/scheme/defaults.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import type { Commit } from '../../src/store/store.ts';
import { makeVault } from '../../src/store/vault.ts';
import { someone } from './room.ts';

const vault = makeVault(['a-key-for-tests-that-is-long-enough-0000']);
const blank: Omit<Commit, 'op'> = {
  checks: [],
  writes: [],
  deletes: [],
  listed: { add: [], remove: [] },
  counts: [],
  deliveries: [],
  cancel: [],
  history: [],
};

/** Writes a record it has not opened: somebody else's is there already, so that it is overtaken for ever. Ours to mend, but not to stand still for. */
const room: Room = {
  name: 'jobs',
  pages: [],
  jobs: [
    jobOf({
      name: 'blind',
      write: {
        plan: () => ({}),
        step: () => ({ changes: { put: [put('person', someone('ada', 'slack/T1/UADA'))] }, after: undefined }),
      },
    }),
    jobOf({
      name: 'plain',
      write: {
        plan: () => ({}),
        step: () => ({ changes: { count: [{ name: 'done', field: 'plain', by: 1 }] }, after: undefined }),
      },
    }),
  ],
};

/** The room's jobs in a store that answers at once, and an engine that decides what is due. */
async function withJobs(rooms: Room, jobs: JobOrder[]) {
  setLog('error', () => {});
  const store = await openSqlite({ file: ':memory:', scheme: 'main' });
  const scheme = { ...newScheme('Europe/London', [], [], []), ready: true };
  const found = [{ key: 'scheme/scheme', json: encode('scheme', scheme, vault) }];
  await store.commit({ ...blank, op: { id: 'found', answer: 'null' }, writes: found });
  const core = makeCore({ store, vault, rooms: [rooms], platforms: [] });
  const opening = await openPlan(core, { clock: true }, {});
  const changes = { put: [put('person', someone('ada', 'slack/T1/UADA'))], jobs };
  await store.commit(commitOf(core, opening, 'begin', 'test', changes, undefined));
  const engine = makeEngine({
    store,
    vault,
    rooms: [rooms],
    platforms: [],
    worker: new URL('../../src/matching/worker.ts', import.meta.url),
    storyMayMove: true,
  });
  return { store, engine };
}

test('a job that cannot go on holds up nothing else', async () => {
  const { store, engine } = await withJobs(room, [
    { job: 'blind', ids: {}, id: 'a-blind' },
    { job: 'plain', ids: {}, id: 'b-plain' },
  ]);
  await engine.settle();
  const { counts, records } = await store.open([
    { name: 'count', counts: 'done' },
    { name: 'jobs', kind: 'job', source: { ids: ['a-blind', 'b-plain'] } },
  ]);
  expect(counts['count']).toEqual({ plain: 1 });
  expect(records['jobs']?.map(({ json }) => (JSON.parse(json) as { state: string }).state)).toEqual([
    'waiting',
    'done',
  ]);
  await store.close();
}, 20_000);

test('between the pages of a job everybody else has a turn, also where the store answers at once', async () => {
  const pages = 6;
  let turns = 0;
  const seen: number[] = [];
  const onward = (after: string | undefined): string | undefined => {
    seen.push(turns);
    const n = Number(after ?? 0) + 1;
    return n < pages ? String(n) : undefined;
  };
  const long = jobOf({
    name: 'long',
    gather: {
      plan: (_ids, after) => ({ ada: one('person', after === undefined ? 'ada' : '') }),
      start: () => 0,
      take: (_turn, _ids, memory) => ({ memory: memory + 1, after: onward(String(memory)) }),
    },
    write: {
      plan: () => ({}),
      step: (_turn, _ids, _result, after) => ({ changes: {}, after: onward(after) }),
    },
  });
  const { store, engine } = await withJobs({ name: 'long', pages: [], jobs: [long] }, [
    { job: 'long', ids: {}, id: 'a-long' },
  ]);
  let isOver = false;
  const others = (): void => {
    turns++;
    if (!isOver) setImmediate(others);
  };
  others();
  await engine.settle();
  isOver = true;
  expect(seen).toHaveLength(2 * pages);
  // The last page of gathering and the first of writing follow upon one another.
  const waited = seen.map((turn, n) => turn - (seen[n - 1] ?? 0)).filter((_, n) => n !== 0 && n !== pages);
  expect(Math.min(...waited)).toBeGreaterThan(0);
  await store.close();
});
