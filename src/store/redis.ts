// The store on Redis, for several processes and hosts: one script to open, one to commit, and deliveries with leases, all under the scheme's hash tag.
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { errorKind, log } from '../log.ts';
import { checkFitness } from './redis-fitness.ts';
import { claimedOf, commitAnswer, commitArguments, deadOf, openAnswer, planArgument } from './redis-replies.ts';
import { type Script, scripts } from './redis-scripts.ts';
import { checkCommit, wholeCharacters } from './shape.ts';
import { type Claimed, type Settlement, type Store, StoreDown, StoreFull } from './store.ts';

export type RedisOptions = {
  /** `redis://…` or `rediss://…`. */
  url: string;
  scheme: string;
  /** Hears, in one line each, what is not as it should be but does not stop us. */
  dataWarnings?: (line: string) => void;
  /** How long any call may take; default 2 s. */
  timeoutMs?: number;
};

type Argument = string | number;
/** Runs one command or script within the time limit. `late` is told the reply that came after it. */
type Link = {
  command(name: string, args: Argument[]): Promise<unknown>;
  script(script: Script, args: Argument[], late?: (reply: unknown) => void): Promise<unknown>;
  close(): void;
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

/** Everything that has to do with deliveries. Claims and settlements have names, so that one sent again has one effect. */
function deliveries(link: Link, timeoutMs: number) {
  const mine = randomBytes(9).toString('base64url');
  const remembered = timeoutMs * 5;
  let calls = 0;
  const name = () => `${mine}.${calls++}`;
  const settle = async (id: string, token: string, settlement: Settlement): Promise<boolean> => {
    const { writes = [], deletes = [] } = settlement.how === 'done' ? settlement : {};
    const ending = JSON.stringify({ ...settlement, writes: writes.map(({ key }) => key), deletes });
    const jsons = writes.map(({ json }) => wholeCharacters(json));
    return (
      (await link.script(scripts.settle, [id, token, name(), remembered, wholeCharacters(ending), ...jsons])) === 1
    );
  };
  /** Leases that came after nobody waited for them any more go back as if never claimed. */
  const giveBack = (claimed: Claimed[]): void => {
    for (const { delivery, token } of claimed)
      settle(delivery.id, token, { how: 'later', notBefore: delivery.notBefore ?? 0 }).catch(error =>
        log('warn', 'store.give-back', { kind: errorKind(error) }),
      );
  };
  return {
    async claim(lanes, leaseMs, max) {
      const args = [leaseMs, max, name(), remembered, ...lanes];
      return claimedOf(await link.script(scripts.claim, args, reply => giveBack(claimedOf(reply))));
    },
    settle,
    async waiting() {
      const rows = (await link.script(scripts.look, ['waiting'])) as [string, number, number, number][];
      return rows
        .map(([lane, waiting, leased, dead]) => ({ lane, waiting, leased, dead }))
        .filter(({ waiting, leased, dead }) => waiting + leased + dead > 0)
        .toSorted((a, b) => (a.lane < b.lane ? -1 : 1));
    },
    async nextDelivery(lanes) {
      const next = (await link.script(scripts.look, ['next', ...lanes])) as number;
      return next < 0 ? undefined : next;
    },
    dead: async max => deadOf(await link.script(scripts.dead, ['list', max])),
    revive: async id => (await link.script(scripts.dead, ['revive', id])) === 1,
    bury: async id => (await link.script(scripts.dead, ['bury', id])) === 1,
  } satisfies Partial<Store>;
}

/** What is read without a plan. */
function looks(link: Link, prefix: string) {
  const members = (flat: unknown) => {
    const list = flat as string[];
    return list.flatMap((member, n) => (n % 2 ? [] : [{ member, score: Number(list[n + 1]) }]));
  };
  return {
    repeated: async op => ((await link.command('GET', [`${prefix}:op:${op}`])) as string | null) ?? undefined,
    async due(list, upTo, max) {
      const args = [`${prefix}:l:${list}`, '-inf', upTo, 'WITHSCORES', 'LIMIT', 0, max];
      return members(await link.command('ZRANGEBYSCORE', args));
    },
    async first(list) {
      return members(await link.command('ZRANGE', [`${prefix}:l:${list}`, 0, 0, 'WITHSCORES']))[0];
    },
    async history(about, max) {
      const args = about === undefined ? ['history', max] : ['history', max, about];
      return ((await link.script(scripts.look, args)) as string[]).map(json => JSON.parse(json));
    },
    async keys(after, max) {
      const from = after === undefined ? '-' : `(${after}`;
      const found = (await link.command('ZRANGEBYLEX', [`${prefix}:keys`, from, '+', 'LIMIT', 0, max + 1])) as string[];
      const keys = found.slice(0, max);
      return { keys, after: found.length > max ? keys.at(-1) : undefined };
    },
    async clock() {
      const [machineNow, storyNow] = (await link.script(scripts.look, ['clock'])) as [number, number];
      return { machineNow, storyNow, offsetMs: storyNow - machineNow };
    },
    async setOffset(offsetMs) {
      await link.command('SET', [`${prefix}:offset`, offsetMs]);
    },
  } satisfies Partial<Store>;
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
