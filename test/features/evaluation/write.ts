// Further records put into a story that has begun.
import type { Put } from '../../../src/conversation/outcome.ts';
import { commitOf } from '../../../src/engine/commit.ts';
import { makeCore } from '../../../src/engine/core.ts';
import { openPlan } from '../../../src/engine/open.ts';
import { makeVault } from '../../../src/store/vault.ts';
import type { Story } from '../story.ts';

const vault = makeVault(['a-key-for-tests-that-is-long-enough-0000']);
let serial = 0;

export async function write(on: Story, records: Put[]): Promise<void> {
  const core = makeCore({ store: on.store, vault, rooms: [], platforms: [] });
  const opening = await openPlan(core, { clock: true }, {});
  await on.store.commit(commitOf(core, opening, `write-${serial++}`, 'test', { put: records }, undefined));
}
