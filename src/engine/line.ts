// When several meet at one record: whoever was second goes on in line, one after the other, so that nobody's deed is lost only because many did the same at once.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Key } from '../store/store.ts';
import type { Core } from './core.ts';
import { drawWait } from './draw-ids.ts';

/** Another commit came first: these records have moved on. */
export type Overtaken = { overtaken: Key[] };

/** In line only other processes can come first: that happens more than a few times running to nobody. */
const TRIES = 12;

const isOvertaken = (result: object): result is Overtaken => 'overtaken' in result;

async function inLine<T>(core: Core, key: Key, work: () => Promise<T>): Promise<T> {
  const mine = (core.lines.get(key) ?? Promise.resolve()).then(work);
  const over = mine.then(
    () => {},
    () => {},
  );
  core.lines.set(key, over);
  void over.then(() => core.lines.get(key) === over && core.lines.delete(key));
  return mine;
}

/**
 * Tries at once, and if somebody came first, again in line behind all others of this process who met at that record.
 * An attempt must not take another turn itself, or it would wait for its own end. Undefined when it was overtaken each time.
 */
export async function inTurn<T extends object>(
  core: Core,
  op: string,
  attempt: () => Promise<T | Overtaken>,
): Promise<T | undefined> {
  const first = await attempt();
  if (!isOvertaken(first)) return first;
  return inLine(core, [...first.overtaken].sort()[0] ?? op, async () => {
    for (let n = 0; n < TRIES; n++) {
      const result = await attempt();
      if (!isOvertaken(result)) return result;
      await sleep(drawWait(op, n));
    }
    return undefined;
  });
}
