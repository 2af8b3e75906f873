// The bot as a process of its own that can be told to die (SIGKILL) before or after its n-th call of the store or of Slack.
import type { Config } from '../../src/config.ts';
import type { Timing } from '../../src/engine/core.ts';
import { startMentor } from '../../src/main.ts';
import type { Store } from '../../src/store/store.ts';

export type Order = { config: Config; timing: Partial<Timing> };
/** After `arm`, calls are counted; the process dies at point `at` (0: never). Every call has two points: before it and after it. */
export type Message = { arm: number } | { tell: true } | { move: number };
export type Answer = { ready: number } | { points: string[] } | { moved: true };

const order = JSON.parse(process.argv[2] ?? '') as Order;
const points: string[] = [];
let armed = false;
let deadly = 0;

/** Another point has been reached; the deadly one is the last. */
function point(name: string): void {
  if (!armed) return;
  points.push(name);
  if (points.length === deadly) process.kill(process.pid, 'SIGKILL');
}

/** Calls that only look whether there is something to do are no points of their own: a machine that dies there dies idle. */
const idle = new Set(['clock', 'due', 'first', 'nextDelivery', 'ready', 'close', 'setOffset', 'waiting']);

function around(store: Store): Store {
  return new Proxy(store, {
    get(target, name) {
      const value = Reflect.get(target, name);
      if (typeof value !== 'function' || idle.has(String(name)))
        return typeof value === 'function' ? value.bind(target) : value;
      return async (...args: unknown[]) => {
        if (name !== 'claim') point(`before ${String(name)}`);
        const answer = await value.apply(target, args);
        if (name !== 'claim' || (answer as unknown[]).length > 0) point(`after ${String(name)}`);
        return answer;
      };
    },
  });
}

const realFetch = globalThis.fetch;
globalThis.fetch = async (...args) => {
  const method =
    String(args[0] instanceof Request ? args[0].url : args[0])
      .split('/')
      .at(-1) ?? '';
  point(`before ${method}`);
  const answer = await realFetch(...args);
  point(`after ${method}`);
  return answer;
};

const running = await startMentor(order.config, { storyMayMove: true, timing: order.timing, around });
process.on('message', (message: Message) => {
  if ('arm' in message) {
    armed = true;
    deadly = message.arm;
  } else if ('move' in message) {
    void running.engine.moveStory(message.move).then(() => process.send?.({ moved: true } satisfies Answer));
  } else {
    process.send?.({ points } satisfies Answer);
  }
});
process.on('disconnect', () => process.exit(0));
process.send?.({ ready: running.port } satisfies Answer);
