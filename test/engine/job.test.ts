// A page of a job that is overtaken at every try gives way: what else is due is decided, and it is tried again later.
import { expect, test } from 'vitest';
import { jobOf, type Room } from '../../src/conversation/feature.ts';
import { put } from '../../src/conversation/outcome.ts';
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

test('a job that cannot go on holds up nothing else', async () => {
  setLog('error', () => {});
  const store = await openSqlite({ file: ':memory:', scheme: 'main' });
  const scheme = { ...newScheme('Europe/London', [], [], []), ready: true };
  const found = [{ key: 'scheme/scheme', json: encode('scheme', scheme, vault) }];
  await store.commit({ ...blank, op: { id: 'found', answer: 'null' }, writes: found });
  const core = makeCore({ store, vault, rooms: [room], platforms: [] });
  const opening = await openPlan(core, { clock: true }, {});
  const changes = {
    put: [put('person', someone('ada', 'slack/T1/UADA'))],
    jobs: [
      { job: 'blind', ids: {}, id: 'a-blind' },
      { job: 'plain', ids: {}, id: 'b-plain' },
    ],
  };
  await store.commit(commitOf(core, opening, 'begin', 'test', changes, undefined));
  const worker = new URL('../../src/matching/worker.ts', import.meta.url);
  const engine = makeEngine({
    store,
    vault,
    rooms: [room],
    platforms: [],
    command: '/mentor',
    worker,
    storyMayMove: true,
  });
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
