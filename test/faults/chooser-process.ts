// The engine as a process of its own, without Slack: it carries out many people's deeds at the same moment, for tests in which they all want the same.
import { setTimeout as sleep } from 'node:timers/promises';
import { makeEngine } from '../../src/engine/engine.ts';
import { rooms } from '../../src/features/features.ts';
import { setLog } from '../../src/log.ts';
import type { Platform, RawAnswer, Reply } from '../../src/platforms/platform.ts';
import { openRedis } from '../../src/store/redis.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { makeVault } from '../../src/store/vault.ts';

export type Where = { redis: string } | { file: string };
/** A button that is pressed; with answers, the form of that page, filled in and sent. */
export type Deed = {
  op: string;
  account: string;
  word: string;
  press?: string;
  ids?: Record<string, string>;
  answers?: Record<string, RawAnswer>;
};
export type Order = { where: Where; key: string } | { deeds: Deed[] } | { settle: true } | { stop: true };
export type Answer = { ready: true } | { said: string[] } | { settled: true };

const LANE = 'slack/T1';
let letters = 0;
/** Letters arrive at once; what they say is another test's business. */
const door: Platform = {
  name: 'slack',
  lanes: () => [LANE],
  send: async to => ({ sent: { channel: to, message: String(letters++) } }),
  update: async ref => ({ sent: ref }),
  pin: async ref => ({ sent: ref }),
  remove: async ref => ({ sent: ref }),
  find: async () => ({ absent: true }),
  showHome: async () => ({ sent: { channel: '', message: '' } }),
  profile: async () => undefined,
  channel: async () => undefined,
  start: async () => {},
  stop: async () => {},
};

/** Opens the store and starts the engine on it. */
export async function startChooser(where: Where, key: string) {
  const store =
    'redis' in where
      ? await openRedis({ url: where.redis, scheme: 'main' })
      : await openSqlite({ file: where.file, scheme: 'main' });
  const vault = makeVault([key]);
  const worker = new URL('../../src/matching/worker.ts', import.meta.url);
  const timing = { gateMs: 0, updateGateMs: 0, backoffMs: 5, pollMs: 10 };
  const engine = makeEngine({ store, vault, rooms, platforms: [door], timing, worker });
  await engine.start();
  const carry = async (deed: Deed): Promise<Reply> => {
    const { op, account, word, ids = {}, press, answers } = deed;
    const target = { word, ids, ...(press ? { press } : {}) };
    const shown = await engine.host.act({ op, account, place: 'window', did: { what: 'press', target } });
    if (!answers || shown.show !== 'form') return shown;
    const given = { ...(shown.form.values as Record<string, RawAnswer>), ...answers };
    const did = { what: 'submit', target: shown.at, answers: given, drawn: shown.drawn } as const;
    return engine.host.act({ op: `${op}-sent`, account, place: 'window', did });
  };
  return {
    store,
    vault,
    /** All at once; what each then has before them. */
    all: (deeds: Deed[]): Promise<string[]> => Promise.all(deeds.map(async deed => JSON.stringify(await carry(deed)))),
    settle: () => engine.settle(),
    stop: async () => {
      await engine.stop();
      await store.close();
    },
  };
}

/** As a process it does what it is told. */
async function serve(tell: (answer: Answer) => void): Promise<void> {
  let chooser: Awaited<ReturnType<typeof startChooser>> | undefined;
  const obey = async (order: Order): Promise<void> => {
    if ('where' in order) {
      chooser = await startChooser(order.where, order.key);
      tell({ ready: true });
    } else if ('deeds' in order) tell({ said: (await chooser?.all(order.deeds)) ?? [] });
    else if ('settle' in order) {
      await chooser?.settle();
      tell({ settled: true });
    } else {
      await chooser?.stop();
      process.exit(0);
    }
  };
  process.on('message', (order: Order) => void obey(order));
  process.on('disconnect', () => process.exit(0));
  // An engine without anything to do would let the process end.
  for (;;) await sleep(60_000);
}

if (process.argv[2] === 'chooser') {
  setLog('error');
  void serve(answer => void process.send?.(answer));
}
