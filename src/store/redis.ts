// The store on Redis, for several processes and hosts: one script to open, one to commit, and deliveries with leases, all under the scheme's hash tag.
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { errorKind, log } from '../log.ts';
import { type Argument, deliveries, type Link, looks } from './redis-calls.ts';
import { checkFitness } from './redis-fitness.ts';
import { commitAnswer, commitArguments, openAnswer, planArgument } from './redis-replies.ts';
import { type Script, scripts } from './redis-scripts.ts';
import { checkCommit } from './shape.ts';
import { type Store, StoreDown, StoreFull } from './store.ts';

export type RedisOptions = {
  /** `redis://…` or `rediss://…`. */
  url: string;
  scheme: string;
  /** Hears, in one line each, what is not as it should be but does not stop us. */
  dataWarnings?: (line: string) => void;
  /** How long any call may take; default 2 s. */
  timeoutMs?: number;
};

const unsupported = /^redis\+(sentinel|cluster):/;

function addressOf(url: string): string {
  const kind = url.match(unsupported)?.[1];
  if (kind)
    throw new Error(
      `Redis ${kind === 'sentinel' ? 'Sentinel' : 'Cluster'} is not supported yet: please give the address of one server, redis:// or rediss://.`,
    );
  if (!/^rediss?:/.test(url) || !URL.canParse(url))
    throw new Error('the address of Redis begins with redis:// or rediss://.');
  const { hostname, port } = new URL(url);
  return `${hostname}:${port || 6379}`;
}

/** What Redis refused, in our words; anything unknown stays as it is. */
function translated(error: unknown): unknown {
  const text = error instanceof Error ? error.message : '';
  if (/^OOM /.test(text)) return new StoreFull('Redis is full: its maxmemory is reached', { cause: error });
  if (/^MISCONF /.test(text)) return new StoreFull('Redis cannot save to its disk', { cause: error });
  if (/^(LOADING|BUSY|MASTERDOWN|READONLY|CLUSTERDOWN|TRYAGAIN) /.test(text))
    return new StoreDown('Redis is not ready to take anything', { cause: error });
  if (/Connection is closed|Command timed out|aborted/.test(text))
    return new StoreDown('the connection to Redis was lost', { cause: error });
  return error;
}

/**
 * ioredis sends again what had no answer when a connection broke; operation ids, and the names of claims and settlements, make
 * that harmless. Its queue while disconnected is not used: what nobody waits for any more must not be carried out much later.
 */
function connect(url: string, timeoutMs: number): Redis {
  const client = new Redis(url, {
    // Replies have one shape only, whatever the server and the proxies before it speak.
    protocol: 2,
    maxRetriesPerRequest: null,
    connectTimeout: timeoutMs,
    // A connection on which nothing comes back is given up, and made again.
    socketTimeout: timeoutMs,
    retryStrategy: times => Math.min(1000, 25 * 2 ** times) * (0.5 + Math.random() / 2),
    reconnectOnError: error => error.message.startsWith('READONLY'),
  });
  let isLost = false;
  client.on('ready', () => {
    if (isLost) log('info', 'store.connection', { state: 'back' });
    isLost = false;
  });
  client.on('error', error => {
    if (!isLost) log('warn', 'store.connection', { state: 'lost', kind: errorKind(error) });
    isLost = true;
  });
  return client;
}

async function whenReady(client: Redis, signal: AbortSignal): Promise<void> {
  if (client.status === 'end') throw new StoreDown('the connection to Redis has been closed');
  await new Promise<void>((resolve, reject) => {
    const heard = (): void => {
      signal.removeEventListener('abort', gone);
      resolve();
    };
    const gone = (): void => {
      client.off('ready', heard);
      reject(new StoreDown('Redis cannot be reached'));
    };
    client.once('ready', heard);
    signal.addEventListener('abort', gone, { once: true });
  });
}

async function evaluate(client: Redis, script: Script, prefix: string, args: Argument[]): Promise<unknown> {
  try {
    return await client.call('EVALSHA', script.sha, 1, prefix, ...args);
  } catch (error) {
    if (!(error instanceof Error && error.message.startsWith('NOSCRIPT'))) throw error;
    return client.call('EVAL', script.text, 1, prefix, ...args);
  }
}

function linkTo(client: Redis, prefix: string, timeoutMs: number): Link {
  async function within<T>(work: () => Promise<T>, late?: (reply: T) => void): Promise<T> {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), timeoutMs);
    try {
      if (client.status !== 'ready') await whenReady(client, stop.signal);
      const answer = work();
      return await new Promise<T>((resolve, reject) => {
        stop.signal.addEventListener('abort', () => {
          reject(new StoreDown(`Redis did not answer within ${timeoutMs} ms`));
          if (late) answer.then(late, () => {});
        });
        answer.then(resolve, reject);
      });
    } catch (error) {
      throw translated(error);
    } finally {
      clearTimeout(timer);
    }
  }
  return {
    command: (name, args) => within(() => client.call(name, ...args)),
    script: (script, args, late) => within(() => evaluate(client, script, prefix, args), late),
    close: () => client.disconnect(),
  };
}

/** Why the store cannot be opened, in one line that names the server but never the password. */
function unfit(error: unknown, address: string, problem: string): unknown {
  const text = `${problem} ${error instanceof Error ? error.message : ''}`;
  if (/NOAUTH|WRONGPASS|AUTH/.test(text))
    return new Error(`Redis at ${address} refuses us: please check the user and password in its address.`);
  if (error instanceof StoreDown) return new StoreDown(`Redis at ${address} does not answer.`, { cause: error });
  return error;
}

/**
 * Opens the store on Redis. Throws an Error of one clear line when the address is not one, the server does not answer, refuses us, or may
 * throw data away.
 */
export async function openRedis(options: RedisOptions): Promise<Store> {
  const { url, scheme, timeoutMs = 2000 } = options;
  const address = addressOf(url);
  if (/[{}]/.test(scheme)) throw new Error('the name of a scheme has no curly brackets.');
  // Keys with the same text in curly brackets live on one server of a cluster.
  const prefix = `{p:${scheme}}`;
  const client = connect(url, timeoutMs);
  const link = linkTo(client, prefix, timeoutMs);
  let problem = '';
  client.on('error', error => {
    problem = error.message;
  });
  try {
    await checkFitness(link.command, options.dataWarnings ?? (line => log('warn', 'store.data', { line })));
  } catch (error) {
    link.close();
    throw unfit(error, address, problem);
  }
  return {
    open: async steps => openAnswer(steps, await link.script(scripts.open, [planArgument(steps)])),
    async commit(wanted) {
      checkCommit(wanted);
      return commitAnswer(await link.script(scripts.commit, commitArguments(wanted)));
    },
    ...looks(link, prefix),
    ...deliveries(link, timeoutMs),
    async ready() {
      await link.script(scripts.look, ['clock']);
    },
    async close() {
      link.close();
      // Lets the socket go before anybody counts what is still open.
      await sleep(0);
    },
  };
}
