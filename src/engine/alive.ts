// Several versions of the program on one store, while a new one is rolled out: each process says what it knows, and none writes what another could not read.
import { randomUUID } from 'node:crypto';
import { errorKind, log } from '../log.ts';
import type { Kind } from '../scheme/kind.ts';
import { kinds } from '../scheme/kinds.ts';
import type { Core } from './core.ts';

/** How long a process that is not heard of any more is taken to be alive; and how often each one says that it is. */
const LIVES_ON_MS = 60_000;
const EVERY_MS = 15_000;

const versions = Object.fromEntries(
  Object.values(kinds).map(kind => [kind.name, (kind as unknown as Kind).version] as const),
);

/** The lowest version of each kind that somebody alive knows; a kind that somebody does not know at all is not counted against it. */
export function knownByAll(told: readonly Record<string, number>[]): Record<string, number> {
  const lowest: Record<string, number> = {};
  for (const one of told)
    for (const [kind, version] of Object.entries(one)) lowest[kind] = Math.min(version, lowest[kind] ?? version);
  return lowest;
}

/** What every process that is alive on this store knows, for somebody who only looks in, such as an operator's command. */
export async function knownOn(store: Core['store']): Promise<Record<string, number>> {
  return knownByAll(await store.alive('looks in', 0, versions));
}

/**
 * Says that this process is alive, now and from time to time; what all others know is in `core.known` from then on. Answers how to stop.
 * Throws StoreDown when the store cannot be reached at the start.
 */
export async function stayAlive(core: Core): Promise<() => Promise<void>> {
  const process = randomUUID();
  const say = async (forMs: number): Promise<void> => {
    core.known = knownByAll(await core.store.alive(process, forMs, versions));
  };
  await say(LIVES_ON_MS);
  const timer = setInterval(() => {
    say(LIVES_ON_MS).catch(error => log('warn', 'alive', { kind: errorKind(error) }));
  }, EVERY_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await say(0).catch(error => log('warn', 'alive', { kind: errorKind(error) }));
  };
}
