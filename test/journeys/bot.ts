// The whole program for a test: the real bot (real Bolt over signed HTTP, a real store) beside the stand-in workspace, with waits scaled down together.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../../src/config.ts';
import { alertsChannel, coordinators, forumChannel, technicians } from '../../src/demo/seed.ts';
import { type StandIn, startStandIn } from '../../src/demo/slack/stand-in.ts';
import type { Timing } from '../../src/engine/core.ts';
import { setLog } from '../../src/log.ts';
import { type Extras, type Running, startMentor } from '../../src/main.ts';
import { DAY } from '../../src/scheme/calendar.ts';
import { type RedisServer, startRedis } from '../store/redis-server.ts';

export const SECRET = 'a-signing-secret-for-tests';
export const BOT_TOKEN = 'xoxb-test-token';
export const KEY = 'a-data-key-for-tests-that-is-long-enough-000';

/** Scaled together with the stand-in's: a message lands well within a lease. */
export const quick: Partial<Timing> = {
  leaseMs: 3_000,
  ambiguousMs: 300,
  gateMs: 3,
  updateGateMs: 3,
  backoffMs: 40,
  pollMs: 20,
  askMs: 900,
};

export type Bot = {
  standIn: StandIn;
  mentor: Running;
  config: Config;
  as: StandIn['as'];
  settle: () => Promise<void>;
  /** Moves the story clock on, deciding and delivering all that lies between. */
  daysLater: (days: number) => Promise<void>;
  /** Story time now. */
  now: () => Promise<number>;
  /** Stops the bot and starts it again on the same store. */
  restart: () => Promise<void>;
  /** Another process, as it were: a second bot on the same store. */
  another: () => Promise<Running>;
  /** The Redis server, where records are kept in one. */
  redis: RedisServer | undefined;
  close: () => Promise<void>;
};

export type BotOptions = {
  store?: 'embedded' | 'redis';
  timing?: Partial<Timing>;
  extras?: Extras;
  lookup?: 'on' | 'off';
  startAt?: string;
  settings?: Partial<Config>;
  standIn?: Partial<Parameters<typeof startStandIn>[0]>;
};

/** The story begins on this Monday morning unless a test says otherwise, so that no test depends on the day it runs. */
const START = '2026-11-23T09:30:00Z';

export async function aBot(options: BotOptions = {}): Promise<Bot> {
  setLog('error');
  const standIn = await startStandIn({
    signingSecret: SECRET,
    botToken: BOT_TOKEN,
    teamId: 'T0NORTHMOOR',
    timing: { postsPerSecond: 10_000, eventRetriesMs: [0, 200, 400] },
    ...options.standIn,
  });
  for (const one of [...coordinators, ...technicians]) standIn.addUser(one);
  const everybody = [...coordinators, ...technicians].map(one => one.id);
  standIn.addChannel({ ...forumChannel, members: everybody, botIn: true });
  standIn.addChannel({ ...alertsChannel, isPrivate: true, members: coordinators.map(one => one.id), botIn: true });
  const dir = mkdtempSync(join(tmpdir(), 'mentor-bot-'));
  const redis = options.store === 'redis' ? await startRedis() : undefined;
  const config: Config = {
    port: 0,
    host: '127.0.0.1',
    store: redis ? { kind: 'redis', url: redis.url } : { kind: 'embedded', dir },
    dataKeys: [KEY],
    slack: {
      botToken: BOT_TOKEN,
      signingSecret: SECRET,
      command: '/mentor',
      lookup: options.lookup ?? 'on',
      apiUrl: standIn.apiUrl,
    },
    coordinators: coordinators.map(one => `slack:${one.id}`),
    forumChannel: [`slack:${forumChannel.id}`],
    coordinatorChannel: [`slack:${alertsChannel.id}`],
    zone: 'Europe/London',
    logLevel: 'error',
    ...options.settings,
  };
  const extras: Extras = { storyMayMove: true, timing: { ...quick, ...options.timing }, ...options.extras };
  const start = async (): Promise<Running> => {
    const running = await startMentor(config, extras);
    standIn.setBotUrl(`http://127.0.0.1:${running.port}/slack/events`);
    return running;
  };
  const bot: Bot = {
    standIn,
    config,
    mentor: await start(),
    as: id => standIn.as(id),
    settle: () => bot.mentor.engine.settle(),
    daysLater: async days => {
      const { offsetMs } = await bot.mentor.store.clock();
      await bot.mentor.engine.moveStory(offsetMs + days * DAY);
    },
    now: async () => (await bot.mentor.store.clock()).storyNow,
    restart: async () => {
      await bot.mentor.stop();
      bot.mentor = await start();
    },
    another: () => startMentor(config, extras),
    redis,
    close: async () => {
      await bot.mentor.stop();
      await redis?.stop();
      await standIn.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
  const { machineNow } = await bot.mentor.store.clock();
  await bot.mentor.store.setOffset(Date.parse(options.startAt ?? START) - machineNow);
  return bot;
}
