// A word nobody knows: the answer names help as it is typed where the person is.
import { expect, test } from 'vitest';
import { makeCore } from '../../src/engine/core.ts';
import { makeHost } from '../../src/engine/host.ts';
import { rooms } from '../../src/features/features.ts';
import type { Platform } from '../../src/platforms/platform.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { makeVault } from '../../src/store/vault.ts';

/** A door that is never walked through: only its lane and its way of typing matter here. */
const door = (name: Platform['name'], lane: string, command?: string): Platform => ({
  ...({} as Platform),
  name,
  ...(command ? { command } : {}),
  lanes: () => [lane],
});

test.each([
  ['slack/T1/UADA', '/mentor help'],
  ['teams/t1/ada', 'help'],
])('%s reads of `%s`', async (account, said) => {
  const store = await openSqlite({ file: ':memory:', scheme: 'main' });
  const vault = makeVault(['a-key-for-tests-that-is-long-enough-0000']);
  const platforms = [door('slack', 'slack/T1', '/mentor'), door('teams', 'teams/t1')];
  const host = makeHost(makeCore({ store, vault, rooms, platforms }), undefined);
  const reply = await host.act({ op: '1', account, place: 'direct', did: { what: 'word', text: 'qwrtzpsdf' } });
  expect(JSON.stringify(reply)).toContain(`{"code":"${said}"}`);
  await store.close();
});
