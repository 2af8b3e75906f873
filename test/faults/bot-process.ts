// The bot as a process of its own that can be told to die (SIGKILL) before or after its n-th call of the store, of Slack or of Teams.
import type { Config } from '../../src/config.ts';
import type { Timing } from '../../src/engine/core.ts';
import { setLog } from '../../src/log.ts';
import { type Extras, type Running, startMentor } from '../../src/main.ts';
import type { Store } from '../../src/store/store.ts';

export type Order = { config: Config; timing: Partial<Timing>; teamsBudgets?: Extras['teamsBudgets'] };
/**
 * After `arm`, calls are counted, and the process dies at the n-th point, or the first of this name (0: never). Every call has two
 * points: before it and after it. After `stop` the process stands by again.
 */
export type Message = { start: Order } | { arm: number | string } | { tell: true } | { stop: true };
export type Answer = { warm: true } | { ready: number } | { armed: true } | { points: string[] } | { problem: string };

const points: string[] = [];
let armed = false;
let deadly: number | string = 0;
let running: Running | undefined;

const answer = (what: Answer): void => void process.send?.(what);

/** Another point has been reached; the deadly one is the last. */
function point(name: string): void {
  if (!armed) return;
  points.push(name);
  if (points.length === deadly || name === deadly) process.kill(process.pid, 'SIGKILL');
}

/** Calls that only look whether there is something to do are no points of their own: a machine that dies there dies idle. */
const idle = new Set(['clock', 'due', 'first', 'nextDelivery', 'ready', 'close', 'setOffset', 'waiting']);

function around(store: Store): Store {
  return new Proxy(store, {
    get(target, name) {
      const value = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      if (idle.has(String(name))) return value.bind(target);
      return async (...args: unknown[]) => {
        if (name !== 'claim') point(`before ${String(name)}`);
        const result = await value.apply(target, args);
        if (name !== 'claim' || (result as unknown[]).length > 0) point(`after ${String(name)}`);
        return result;
      };
    },
  });
}

/** What a request asks for: a method of Slack's, or what is done to which part of a conversation in Teams. */
function called(url: string, method: string): string {
  if (url.includes('/api/')) return url.split('/').at(-1) ?? '';
  const [, path] = url.split('/v3/');
  if (path)
    return `${method} ${path
      .replace(/\?.*/, '')
      .split('/')
      .filter((_, n) => n % 2 === 0)
      .join('/')}`;
  return url.includes('/login/') ? 'login' : 'response_url';
}

const realFetch = globalThis.fetch;
globalThis.fetch = async (...args) => {
  const url = String(args[0] instanceof Request ? args[0].url : args[0]);
  const method = called(url, args[1]?.method ?? 'GET');
  point(`before ${method}`);
  const result = await realFetch(...args);
  point(`after ${method}`);
  return result;
};

async function start({ config, ...order }: Order): Promise<void> {
  setLog(config.logLevel);
  running = await startMentor(config, { storyMayMove: true, ...order, around });
  answer({ ready: running.port });
}

async function stop(): Promise<void> {
  armed = false;
  points.length = 0;
  await running?.stop();
  answer({ warm: true });
}

const problem = (error: unknown): void => answer({ problem: String(error) });

process.on('message', (message: Message) => {
  if ('start' in message) void start(message.start).catch(problem);
  else if ('stop' in message) void stop().catch(problem);
  else if ('arm' in message) {
    armed = true;
    deadly = message.arm;
    answer({ armed: true });
  } else answer({ points });
});
process.on('disconnect', () => process.exit(0));
answer({ warm: true });
