// `npm run demo`: the real bot on the embedded store beside the stand-in workspace, with a page to look at it. No account, no Redis.
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { setLog } from '../log.ts';
import { type Running, startMentor } from '../main.ts';
import { DAY } from '../scheme/calendar.ts';
import type { Store } from '../store/store.ts';
import { type OtherSide, pageServer } from './page-server.ts';
import {
  alertsChannel,
  coordinators,
  forumChannel,
  teamsAlerts,
  teamsCoordinator,
  teamsForum,
  technicians,
} from './seed.ts';
import { type StandIn, startStandIn } from './slack/stand-in.ts';
import { tellStory } from './story.ts';
import type { TeamsStandIn } from './teams/stand-in.ts';
import { bothSides, cardsLibrary, looseLimits, openTeams, teamsSettings, tenantFile } from './teams-side.ts';
import { giveToAll, letBotIn, tellTeamsStory } from './teams-story.ts';

const SIGNING_SECRET = 'the-demo-signs-with-this';
const BOT_TOKEN = 'xoxb-the-demo';
const USUAL_PORT = 4400;

const USAGE = `npm run demo                 go on where it was left (or begin, with a scheme under way)
npm run demo -- --fresh      begin anew, with a scheme under way
npm run demo -- --empty      begin anew, before anybody has set the scheme up
npm run demo -- --port 4400  choose the port of the page`;

export type DemoOptions = { dir: string; fresh: boolean; empty: boolean; port: number };
export type Demo = {
  url: string;
  standIn: StandIn;
  /** Absent where Teams' optional packages are not installed, or the folder was begun without them. */
  teams?: TeamsStandIn;
  mentor: Running;
  stop: () => Promise<void>;
};

function optionsFrom(args: string[]): DemoOptions | undefined {
  const known = new Set(['--fresh', '--empty', '--port']);
  const at = args.indexOf('--port');
  const port = at < 0 ? USUAL_PORT : Number(args[at + 1]);
  const odd = args.some((arg, n) => !known.has(arg) && !(at >= 0 && n === at + 1));
  if (odd || !Number.isInteger(port) || port < 0 || port > 65_535) return undefined;
  return { dir: './data/demo', fresh: args.includes('--fresh'), empty: args.includes('--empty'), port };
}

function settle(standIn: StandIn): void {
  for (const one of [...coordinators, ...technicians]) standIn.addUser(one);
  const everybody = [...coordinators, ...technicians].map(one => one.id);
  standIn.addChannel({ ...forumChannel, members: everybody, botIn: true });
  standIn.addChannel({ ...alertsChannel, isPrivate: true, members: coordinators.map(one => one.id), botIn: true });
}

function configFor(dir: string, apiUrl: string, teams: TeamsStandIn | undefined): Config {
  return {
    port: 0,
    host: '127.0.0.1',
    store: { kind: 'embedded', dir },
    dataKeys: [],
    slack: { botToken: BOT_TOKEN, signingSecret: SIGNING_SECRET, command: '/mentor', lookup: 'on', apiUrl },
    ...(teams ? { teams: teamsSettings(teams) } : {}),
    coordinators: [...coordinators.map(one => `slack:${one.id}`), ...(teams ? [`teams:${teamsCoordinator.id}`] : [])],
    forumChannel: [`slack:${forumChannel.id}`, ...(teams ? [`teams:${teamsForum.id}`] : [])],
    coordinatorChannel: [`slack:${alertsChannel.id}`, ...(teams ? [`teams:${teamsAlerts.id}`] : [])],
    zone: 'Europe/London',
    logLevel: 'warn',
  };
}

async function openStandIn(
  options: DemoOptions,
  elsewhere: ReturnType<typeof pageServer>,
  now: () => number,
): Promise<StandIn> {
  const settings = {
    signingSecret: SIGNING_SECRET,
    botToken: BOT_TOKEN,
    teamId: 'T0NORTHMOOR',
    statePath: join(options.dir, 'workspace.json'),
    elsewhere,
    now,
  };
  try {
    return await startStandIn({ ...settings, port: options.port });
  } catch {
    return startStandIn(settings);
  }
}

/** The Teams side, where its packages are installed and the story began with it. */
async function openOther(
  dir: string,
  isNew: boolean,
  now: () => number,
): Promise<{ teams: TeamsStandIn; other: OtherSide } | undefined> {
  const cards = cardsLibrary();
  if (!cards || !(isNew || existsSync(tenantFile(dir)))) return undefined;
  const teams = await openTeams(dir, now);
  return { teams, other: { sides: bothSides, teams: teams.page, cards } };
}

/** Starts the demo; resolves when the page can be opened. */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  if (options.fresh || options.empty) rmSync(options.dir, { recursive: true, force: true });
  const isNew = !existsSync(join(options.dir, 'workspace.json'));
  mkdirSync(options.dir, { recursive: true });
  let offset = 0;
  let mentor: Running | undefined;
  const clock = {
    now: async () => Date.now() + offset,
    move: async (days: number) => {
      if (!mentor) return;
      await mentor.engine.settle();
      const { offsetMs } = await mentor.store.clock();
      await mentor.engine.moveStory(offsetMs + days * DAY);
    },
  };
  const now = () => Date.now() + offset;
  const { teams, other } = (await openOther(options.dir, isNew, now)) ?? {};
  const standIn = await openStandIn(options, pageServer(join(import.meta.dirname, 'page'), clock, other), now);
  if (isNew) settle(standIn);
  // Messages written while the clock is moved carry the hour they were written at.
  const around = (store: Store): Store =>
    new Proxy(store, {
      get(target, name) {
        if (name === 'setOffset') {
          return (ms: number) => {
            offset = ms;
            return target.setOffset(ms);
          };
        }
        const value = Reflect.get(target, name);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  mentor = await startMentor(configFor(options.dir, standIn.apiUrl, teams), {
    storyMayMove: true,
    around,
    teamsBudgets: looseLimits,
  });
  offset = (await mentor.store.clock()).offsetMs;
  standIn.setBotUrl(`http://127.0.0.1:${mentor.port}/slack/events`);
  teams?.setBotUrl(`http://127.0.0.1:${mentor.port}/api/messages`);
  if (isNew && teams) await letBotIn(teams);
  if (isNew && !options.empty) await tellStory(standIn);
  // People are greeted by a scheme that is open, unless a visitor is to open it.
  if (isNew && teams) await giveToAll(teams);
  if (isNew && !options.empty) {
    if (teams) await tellTeamsStory(teams);
    await mentor.engine.settle();
  }
  return {
    url: standIn.url,
    standIn,
    ...(teams ? { teams } : {}),
    mentor,
    stop: async () => {
      await mentor?.stop();
      await standIn.close();
      await teams?.close();
    },
  };
}

/** The command: starts the demo and says where to look. */
export async function demo(args: string[]): Promise<void> {
  const options = optionsFrom(args);
  if (!options) {
    console.error(USAGE);
    process.exit(2);
  }
  setLog('error');
  const running = await startDemo(options);
  const without = cardsLibrary()
    ? 'This story began without Teams: "npm run demo -- --fresh" begins one with both.'
    : 'Teams is left out, as its optional packages are not installed (npm install brings them).';
  const both = running.teams ? 'Slack and Teams are both there: change over at the top of the page.' : without;
  console.log(
    `\n  Mentor’s demo is ready. Open ${running.url} in a browser.\n  ${both}\n\n  Stop with Ctrl+C; it goes on where it was left. "npm run demo -- --fresh" begins anew.\n`,
  );
  const stop = (): void => void running.stop().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}
