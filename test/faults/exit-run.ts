// One telling of an exit, from the command to the last message, with the bot killed somewhere in it; and what is on record and before people's eyes in the end.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '../../src/config.ts';
import { alertsChannel, coordinators, forumChannel, technicians } from '../../src/demo/seed.ts';
import type { Timing as SlackTiming } from '../../src/demo/slack/limits.ts';
import { type StandIn, startStandIn } from '../../src/demo/slack/stand-in.ts';
import type { Timing } from '../../src/engine/core.ts';
import { openStore } from '../../src/main.ts';
import type { Store, Vault } from '../../src/store/store.ts';
import { NOW } from '../features/turn.ts';
import { BOT_TOKEN, KEY, SECRET } from '../journeys/bot.ts';
import { startRedis } from '../store/redis-server.ts';
import { alertsIn, directTo, goesAtIt } from './bad-days.ts';
import { type KeptAlive, keptAlive } from './kept-alive.ts';
import { aPair, kept, lay, TEAM } from './laid.ts';
import type { Lives } from './mortal-bot.ts';

/** A message lands 50 ms late here and within ten seconds there: lease and waits are scaled together with it. */
export const scaled: Partial<Timing> = {
  leaseMs: 900,
  ambiguousMs: 250,
  gateMs: 3,
  updateGateMs: 3,
  backoffMs: 40,
  pollMs: 20,
};

export type Telling = {
  lives: Lives;
  /** Where records are kept: a fresh place for each telling. */
  place: Place;
  /** The point at which the bot dies, by number or name; 0: never. */
  deadly: number | string;
  /** How often somebody tries again who saw no answer. */
  tries?: number;
  timing?: Partial<Timing>;
  landingMs?: number;
  lookup?: 'on' | 'off';
};

export type Ending = {
  alerts: number;
  notices: number;
  state: string | undefined;
  exits: number;
  told: number;
  waiting: number;
  /** Whether the person saw in the end that it has ended. */
  seen: boolean;
  died: boolean;
  points: string[];
};

export type Place = {
  name: string;
  /** An empty store and the configuration that names it. */
  fresh(): Promise<{ store: Config['store']; done: () => void }>;
  close(): Promise<void>;
};

export const onDisk = (): Place => ({
  name: 'embedded',
  fresh: async () => {
    const dir = mkdtempSync(join(tmpdir(), 'mentor-exit-'));
    return { store: { kind: 'embedded', dir }, done: () => rmSync(dir, { recursive: true, force: true }) };
  },
  close: async () => {},
});

/** Each telling has a server of its own: a real one starts in a moment. */
export const onRedis = (): Place => {
  const servers = new Set<Awaited<ReturnType<typeof startRedis>>>();
  return {
    name: 'redis',
    fresh: async () => {
      const server = await startRedis();
      servers.add(server);
      const done = (): void => {
        servers.delete(server);
        void server.stop();
      };
      return { store: { kind: 'redis', url: server.url }, done };
    },
    close: async () => {
      await Promise.all([...servers].map(server => server.stop()));
    },
  };
};

export async function workspace(landingMs: number): Promise<StandIn> {
  const timing: Partial<SlackTiming> = { postsPerSecond: 10_000, settleMs: 700, landingMs };
  const standIn = await startStandIn({ signingSecret: SECRET, botToken: BOT_TOKEN, teamId: TEAM, timing });
  for (const one of [...coordinators, ...technicians]) standIn.addUser(one);
  const everybody = [...coordinators, ...technicians].map(one => one.id);
  standIn.addChannel({ ...forumChannel, members: everybody, botIn: true });
  standIn.addChannel({ ...alertsChannel, isPrivate: true, members: coordinators.map(one => one.id), botIn: true });
  return standIn;
}

async function endingOf(
  standIn: StandIn,
  store: Store,
  vault: Vault,
): Promise<Omit<Ending, 'seen' | 'died' | 'points'>> {
  const lanes = await store.waiting();
  return {
    alerts: alertsIn(standIn).length,
    notices: directTo(standIn, 'UALEX').length,
    state: (await kept(store, vault, 'pairing', 'P1'))?.state,
    exits: (await kept(store, vault, 'exit', 'P1')) ? 1 : 0,
    told: (await store.history('P1', 100)).filter(entry => entry.what === 'pairing.ended').length,
    waiting: lanes.reduce((sum, lane) => sum + lane.waiting + lane.leased + lane.dead, 0),
  };
}

/** Until nothing waits any more and the bots do nothing more. */
export async function quiet(store: Store, bots: KeptAlive[]): Promise<void> {
  let before = -1;
  for (let n = 0; n < 600; n++) {
    await Promise.all(bots.map(bot => bot.revived()));
    const lanes = await store.waiting();
    const open = lanes.reduce((sum, lane) => sum + lane.waiting + lane.leased, 0);
    const points = await Promise.all(bots.map(bot => bot.life().points())).catch(() => undefined);
    const reached = points?.reduce((sum, one) => sum + one.length, 0);
    if (open === 0 && reached !== undefined && reached === before) return;
    before = reached ?? -1;
    await sleep(25);
  }
}

/** Tells it once. */
export async function tell(telling: Telling): Promise<Ending> {
  const { lives, place, deadly, tries = 2, lookup = 'on', landingMs = 50 } = telling;
  const [{ store: where, done }, standIn] = await Promise.all([place.fresh(), workspace(landingMs)]);
  const config: Config = {
    port: 0,
    host: '127.0.0.1',
    store: where,
    dataKeys: [KEY],
    slack: { botToken: BOT_TOKEN, signingSecret: SECRET, command: '/mentor', lookup, apiUrl: standIn.apiUrl },
    coordinators: [],
    forumChannel: [],
    coordinatorChannel: [],
    zone: 'Europe/London',
    logLevel: 'error',
  };
  const { store, vault } = await openStore(config);
  await lay(store, vault, aPair('P1', 'USAM', 'UALEX'));
  await store.setOffset(NOW - (await store.clock()).machineNow);
  const order = { config, timing: { ...scaled, ...telling.timing } };
  const bot = await keptAlive(lives, order, ({ port }) => standIn.setBotUrl(`http://127.0.0.1:${port}/slack/events`));
  const { first, revived } = bot;
  await first.arm(deadly);
  try {
    let seen = false;
    for (let go = 0; go <= tries && !seen; go++) {
      await revived();
      seen = await goesAtIt(standIn.as('USAM'));
    }
    await quiet(store, [bot]);
    const died = first.isDead();
    const points = died ? [] : await first.points();
    return { ...(await endingOf(standIn, store, vault)), seen, died, points };
  } finally {
    await bot.end();
    await store.close();
    await standIn.close();
    done();
  }
}
