// What the Redis store is asked besides opening and committing: each call is one script or command on a link that redis.ts provides.
import { randomBytes } from 'node:crypto';
import { errorKind, log } from '../log.ts';
import { claimedOf, deadOf } from './redis-replies.ts';
import { type Script, scripts } from './redis-scripts.ts';
import { wholeCharacters } from './shape.ts';
import type { Claimed, Commit, Settlement, Store } from './store.ts';

export type Argument = string | number;
/** Runs one command or script within the time limit. `late` is told the reply that came after it. */
export type Link = {
  command(name: string, args: Argument[]): Promise<unknown>;
  script(script: Script, args: Argument[], late?: (reply: unknown) => void): Promise<unknown>;
  close(): void;
};

const nowhere: Commit['listed'] = { remove: [], add: [] };

/** Everything that has to do with deliveries. Claims and settlements have names, so that one sent again has one effect. */
export function deliveries(link: Link, timeoutMs: number) {
  const mine = randomBytes(9).toString('base64url');
  const remembered = timeoutMs * 5;
  let calls = 0;
  const name = () => `${mine}.${calls++}`;
  const settle = async (id: string, token: string, settlement: Settlement): Promise<boolean> => {
    const { writes = [], deletes = [], listed = nowhere } = settlement.how === 'done' ? settlement : {};
    const ending = JSON.stringify({ ...settlement, writes: writes.map(({ key }) => key), deletes, listed });
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
export function looks(link: Link, prefix: string) {
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
    async alive(process, forMs, knows) {
      const told = (await link.script(scripts.alive, [process, forMs, JSON.stringify(knows)])) as string[];
      return told.map(json => JSON.parse(json));
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
