// The operator's commands. Every problem is one clear line on standard error, with exit code 2.
import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Config, ConfigProblem, readConfig, readPackageIds } from './config.ts';
import { knownOn } from './engine/alive.ts';
import { decode, encode } from './engine/records.ts';
import { errorKind, errorPlace, log, setLog } from './log.ts';
import { openStore, type Running, startMentor } from './main.ts';
import { readInstance } from './matching/instance.ts';
import { OBJECTIVES } from './matching/objectives.ts';
import { solveInstance } from './matching/solve-instance.ts';
import { teamsPackage } from './teams-package.ts';

const USAGE = `Usage:
  npm start                                   start the bot
  npm run demo [-- --fresh]                   look around in a browser, without an account
  npm run mentor -- match FILE [--objective NAME] [--out FILE]
                                              NAME: ${OBJECTIVES.join(' | ')}
  npm run mentor -- coordinator list | add ACCOUNT | remove ACCOUNT
                                              ACCOUNT: slack/T…/U… or teams/<tenant id>/<object id>
  npm run mentor -- deliveries [list | retry ID | drop ID]
  npm run mentor -- manifest slack | teams [OUT]
                                              write Slack’s manifest, or the app package for Teams (mentor-teams.zip)
  npm run mentor -- doctor                    check the settings and the store`;

class Problem extends Error {}

function readJson(file: string): unknown {
  let content: string;
  try {
    content = readFileSync(file, 'utf8');
  } catch {
    throw new Problem(`${file} cannot be read.`);
  }
  try {
    return JSON.parse(content);
  } catch {
    throw new Problem(`${file} is not JSON.`);
  }
}

const MATCH = `match needs the file of an instance, and takes --objective ${OBJECTIVES.join('|')} and --out FILE once each.`;

/** What stands behind `match`: one file, and options of which none is passed over in silence. */
function matchAsked(args: string[]): { file: string; objective: string; out: string | undefined } {
  const asked = new Map<string, string>();
  const files: string[] = [];
  for (let n = 0; n < args.length; n++) {
    const arg = args[n] ?? '';
    if (!arg.startsWith('--')) {
      files.push(arg);
      continue;
    }
    const value = args[++n];
    if ((arg !== '--objective' && arg !== '--out') || asked.has(arg)) throw new Problem(MATCH);
    if (value === undefined || value.startsWith('--')) throw new Problem(`${arg} needs a value.`);
    asked.set(arg, value);
  }
  const [file, ...more] = files;
  if (file === undefined || more.length > 0) throw new Problem(MATCH);
  return { file, objective: asked.get('--objective') ?? 'most-matched', out: asked.get('--out') };
}

/** Writes a file whole or not at all: it takes its name only once everything is in it. What is no plain file is written to as it is. */
function writeWhole(file: string, content: string | Uint8Array): void {
  const part = `${file}.${process.pid}.part`;
  try {
    if (existsSync(file) && !statSync(file).isFile()) writeFileSync(file, content);
    else {
      writeFileSync(part, content);
      renameSync(part, file);
    }
  } catch {
    rmSync(part, { force: true });
    throw new Problem(`${file} cannot be written.`);
  }
}

function match(args: string[]): void {
  const { file, objective, out } = matchAsked(args);
  const read = readInstance(readJson(file));
  if ('problem' in read) throw new Problem(read.problem);
  const solved = solveInstance(read.instance, objective);
  if ('problem' in solved) throw new Problem(solved.problem);
  const json = `${JSON.stringify(solved.result)}\n`;
  if (out === undefined) process.stdout.write(json);
  else writeWhole(out, json);
}

/** A start that does not succeed ends in one clear line: the log of what was tried is kept back, unless everything shall be seen. */
async function startQuietly(config: Config): Promise<Running> {
  const print = (line: string): void => void process.stderr.write(`${line}\n`);
  if (config.logLevel === 'debug') return startMentor(config);
  const early: string[] = [];
  setLog(config.logLevel, line => void early.push(line));
  const running = await startMentor(config);
  setLog(config.logLevel, print);
  early.forEach(print);
  return running;
}

async function start(config: Config): Promise<void> {
  const running = await startQuietly(config);
  const where =
    config.store.kind === 'embedded'
      ? `embedded store in ${config.store.dir}: one host only; set REDIS_URL for several`
      : 'Redis';
  console.log(`Mentor is running on port ${running.port} (${where}).`);
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    void running.stop().then(() => process.exit(0));
  };
  // A request that a library stumbles over must not end the program for everybody.
  process.on('unhandledRejection', error =>
    log('error', 'unhandled', { kind: errorKind(error), place: errorPlace(error) }),
  );
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

const ACCOUNT = /^(slack\/[TE][A-Z0-9]+\/[UW][A-Z0-9]+|teams(\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}){2})$/;

/** Co-ordinators from the outside, should all of them be gone. */
async function coordinator(config: Config, [verb = 'list', account = '']: string[]): Promise<void> {
  if (!['list', 'add', 'remove'].includes(verb)) throw new Problem(`coordinator ${verb} is not known. ${USAGE}`);
  if (verb !== 'list' && !ACCOUNT.test(account))
    throw new Problem(
      `"${account}" is not an account: write slack/T0123/U0123 (workspace and member id) or teams/<tenant id>/<object id>.`,
    );
  const { store, vault } = await openStore(config);
  try {
    const answer = await store.open([
      { name: 'scheme', kind: 'scheme', source: { ids: ['scheme'] } },
      { name: 'account', kind: 'account', source: { ids: account === '' ? [] : [account] } },
    ]);
    const known = answer.records['account']?.[0];
    const stored = answer.records['scheme']?.[0];
    if (!stored) throw new Problem('There is no scheme yet: start the bot once, with COORDINATORS set.');
    const scheme = decode('scheme', stored, vault);
    if (verb === 'list') return console.log(scheme.coordinators.join('\n') || 'nobody');
    const others = scheme.coordinators.filter(one => one !== account);
    const coordinators = verb === 'add' ? [...others, account] : others;
    if (coordinators.length === 0) throw new Problem('A scheme needs at least one co-ordinator: add another first.');
    // Who they are as a person keeps them out of what concerns them: their own pairings, and people who keep them at a distance.
    const person = verb === 'add' && known ? decode('account', known, vault).person : undefined;
    const { [account]: _name, ...coordinatorNames } = scheme.coordinatorNames;
    const { [account]: _person, ...persons } = scheme.coordinatorPersons;
    const { [account]: _address, ...coordinatorHashes } = scheme.coordinatorHashes ?? {};
    const coordinatorPersons = person === undefined ? persons : { ...persons, [account]: person };
    const names = verb === 'add' ? scheme.coordinatorNames : coordinatorNames;
    const after = { ...scheme, coordinators, coordinatorNames: names, coordinatorPersons, coordinatorHashes };
    const result = await store.commit({
      op: { id: `cli:coordinator:${verb}:${account}:${stored.version}`, answer: 'null' },
      checks: [{ key: stored.key, version: stored.version }],
      writes: [{ key: stored.key, json: encode('scheme', after, vault, await knownOn(store)) }],
      deletes: [],
      listed: { add: [], remove: [] },
      counts: [],
      deliveries: [],
      cancel: [],
      history: [{ at: answer.storyNow, by: 'operator', what: `coordinator.${verb}`, about: [account], op: 'cli' }],
    });
    if (result.result !== 'done')
      throw new Problem('The scheme was changed at the same moment: please run this again.');
    console.log(coordinators.join('\n'));
  } finally {
    await store.close();
  }
}

async function deliveries(config: Config, [verb = 'list', id]: string[]): Promise<void> {
  const { store } = await openStore(config);
  try {
    if (verb === 'list') {
      for (const lane of await store.waiting())
        console.log(
          `${lane.lane}: ${lane.waiting} waiting, ${lane.leased} being sent, ${lane.dead} could not be delivered`,
        );
      for (const dead of await store.dead(100))
        console.log(
          `${dead.delivery.id}  ${new Date(dead.at).toISOString()}  ${dead.delivery.lane}  after ${dead.attempts} attempts: ${dead.why}`,
        );
      return;
    }
    if ((verb !== 'retry' && verb !== 'drop') || !id) throw new Problem(`deliveries ${verb} is not known. ${USAGE}`);
    const found = verb === 'retry' ? await store.revive(id) : await store.bury(id);
    if (!found) throw new Problem(`There is no delivery "${id}" that could not be delivered.`);
    console.log(verb === 'retry' ? 'It will be tried again.' : 'It is dropped.');
  } finally {
    await store.close();
  }
}

/** What a platform's administrators are handed: for Slack a text to paste, for Teams a zip to upload. */
function manifest([platform = '', out, ...more]: string[]): void {
  if (more.length > 0) throw new Problem(USAGE);
  if (platform === 'slack') {
    const text = readFileSync(new URL('../manifests/slack.json', import.meta.url), 'utf8');
    if (out === undefined) process.stdout.write(text);
    else writeWhole(out, text);
    return;
  }
  if (platform !== 'teams') throw new Problem('manifest needs a platform: slack or teams.');
  const { version } = readJson(fileURLToPath(new URL('../package.json', import.meta.url))) as { version: string };
  const file = out ?? 'mentor-teams.zip';
  writeWhole(file, teamsPackage({ ...readPackageIds(process.env), version }));
  console.log(
    `${file} is written: upload it in the Teams admin centre › Teams apps › Manage apps, or in Teams › Apps.`,
  );
}

/** How each platform reaches the program, so that the network around it can be looked at. */
function reachedHow({ slack, teams, port, publicUrl }: Config): string[] {
  const http = `Slack: HTTP; Slack must reach POST /slack/events on port ${port}.`;
  const socket = 'Slack: Socket Mode, no address reachable from outside is needed.';
  const files = publicUrl
    ? `Files are handed over as links under ${publicUrl}.`
    : 'Without PUBLIC_URL, files are handed over as attachments that people accept.';
  const open = 'TEAMS_AUTH=none, so nobody’s identity is checked: for trying out on this machine only.';
  const closed = `Teams must reach POST /api/messages on port ${port} by HTTPS. ${files}`;
  return [
    slack ? (slack.appToken ? socket : http) : 'Slack: not set up.',
    teams ? `Teams: ${teams.auth === 'none' ? open : closed}` : 'Teams: not set up.',
  ];
}

async function doctor(config: Config): Promise<void> {
  const { store } = await openStore(config);
  await store.ready();
  const { machineNow } = await store.clock();
  await store.close();
  console.log(`Settings are complete. The store answers; its clock says ${new Date(machineNow).toISOString()}.`);
  for (const line of reachedHow(config)) console.log(line);
}

const [command = '', ...args] = process.argv.slice(2);

async function run(): Promise<void> {
  if (command === 'match') return match(args);
  if (command === 'demo') return void (await import('./demo/demo.ts')).demo(args);
  if (!['start', 'coordinator', 'deliveries', 'doctor', 'manifest'].includes(command)) throw new Problem(USAGE);
  if (existsSync('.env')) process.loadEnvFile('.env');
  if (command === 'manifest') return manifest(args);
  const config = readConfig(process.env);
  setLog(config.logLevel);
  if (command === 'start') return start(config);
  if (command === 'coordinator') return coordinator(config, args);
  if (command === 'deliveries') return deliveries(config, args);
  return doctor(config);
}

try {
  await run();
} catch (error) {
  const clear = error instanceof Problem || error instanceof ConfigProblem;
  console.error(clear ? error.message : `Mentor stopped: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(2);
}
