// The start bench: how long the program takes to start and how much memory it holds, with Slack alone and with both platforms, as real processes against the stand-ins.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type StandIn, startStandIn } from '../../src/demo/slack/stand-in.ts';
import { startTeams, type TeamsStandIn } from '../../src/demo/teams/stand-in.ts';

const ROUNDS = 5;
/** With Teams beside Slack, at most so many times the time and the memory of Slack alone. */
const TARGET = 3;
const TENANT = '3b0c2f6e-6d0e-4a6b-9a55-8f4b6f0a1c01';
const APP = '7f9a1f0a-3a55-4b7f-8b7e-2b1c0d9e8f02';
const ADA = '5d1b7c3e-9a4f-4c2d-8e6f-1a2b3c4d5e03';
const PROGRAM = new URL('../../bin/mentor.js', import.meta.url).pathname;

type Measured = { seconds: number; megabytes: number };
type Doors = 'slack' | 'both';

function environment(slack: StandIn, teams: TeamsStandIn, doors: Doors, dir: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    ...{ PORT: '0', HOST: '127.0.0.1', DATA_DIR: dir, LOG_LEVEL: 'error' },
    ...{ SLACK_BOT_TOKEN: 'xoxb-bench', SLACK_SIGNING_SECRET: 'bench-secret', SLACK_API_URL: slack.apiUrl },
    COORDINATORS: 'slack:UADA',
    ...(doors === 'both'
      ? {
          ...{ TEAMS_APP_ID: APP, TEAMS_APP_PASSWORD: 'bench-secret', TEAMS_TENANT_ID: TENANT },
          ...{ TEAMS_OPENID_URL: teams.openIdUrl, TEAMS_SERVICE_HOSTS: teams.host },
        }
      : {}),
  };
}

/** The port, once the program has said that it is running. */
async function running(child: ChildProcess): Promise<number> {
  for await (const line of createInterface({ input: child.stdout! })) {
    const port = /running on port (\d+)/.exec(line)?.[1];
    if (port) return Number(port);
  }
  throw new Error('the program ended before it was running');
}

/** Memory that the process holds at this moment, in megabytes. */
function held(child: ChildProcess): number {
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024;
}

/** Starts it, types one word at every door, looks, and stops it. */
async function measure(slack: StandIn, teams: TeamsStandIn, doors: Doors): Promise<Measured> {
  const dir = mkdtempSync(join(tmpdir(), 'mentor-start-'));
  const began = performance.now();
  const child = spawn(process.execPath, [PROGRAM, 'start'], {
    cwd: dir,
    env: environment(slack, teams, doors, join(dir, 'data')),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const port = await running(child);
    const seconds = (performance.now() - began) / 1000;
    slack.setBotUrl(`http://127.0.0.1:${port}/slack/events`);
    await slack.as('UADA').command('help');
    if (slack.as('UADA').view()) await slack.as('UADA').closeView(true);
    if (doors === 'both') {
      teams.setBotUrl(`http://127.0.0.1:${port}/api/messages`);
      await teams.as(ADA).say('help');
    }
    return { seconds, megabytes: held(child) };
  } finally {
    child.kill('SIGTERM');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    rmSync(dir, { recursive: true, force: true });
  }
}

const median = (all: readonly number[]): number => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;

function line(name: string, all: readonly Measured[]): Measured {
  const middle = { seconds: median(all.map(one => one.seconds)), megabytes: median(all.map(one => one.megabytes)) };
  console.log(`${name.padEnd(12)} ${middle.seconds.toFixed(2)} s   ${middle.megabytes.toFixed(0)} MB`);
  return middle;
}

/** By turns, so that what else the machine does weighs on both alike; prints medians and ratios, returns what missed its target. */
export async function benchStart(): Promise<string[]> {
  console.log(
    `\nStart-up, and memory after one word at every door (median of ${ROUNDS}, by turns; target: at most ${TARGET} times)`,
  );
  const [slack, teams] = await Promise.all([
    startStandIn({ signingSecret: 'bench-secret', botToken: 'xoxb-bench', teamId: 'TBENCH' }),
    startTeams({ appId: APP, tenantId: TENANT }),
  ]);
  slack.addUser({ id: 'UADA', name: 'ada', realName: 'Ada', email: 'ada@bench.example' });
  teams.addUser({ aadObjectId: ADA, name: 'Ada', hasBot: true });
  const found: Record<Doors, Measured[]> = { slack: [], both: [] };
  try {
    for (let n = 0; n < ROUNDS; n++) {
      for (const doors of ['slack', 'both'] as const) found[doors].push(await measure(slack, teams, doors));
    }
  } finally {
    await Promise.all([slack.close(), teams.close()]);
  }
  const alone = line('Slack alone', found.slack);
  const both = line('both', found.both);
  const [time, memory] = [both.seconds / alone.seconds, both.megabytes / alone.megabytes];
  console.log(`${'ratio'.padEnd(12)} ${time.toFixed(2)} times the time, ${memory.toFixed(2)} times the memory`);
  return [
    ...(time > TARGET ? [`start: both take ${time.toFixed(2)} times as long to start`] : []),
    ...(memory > TARGET ? [`start: both hold ${memory.toFixed(2)} times as much memory`] : []),
  ];
}
