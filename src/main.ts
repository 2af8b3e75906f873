// Wiring: the store, the doors, the rooms and the engine become one running program.
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EnvHttpProxyAgent, setGlobalDispatcher } from 'undici';
import type { Config } from './config.ts';
import { ConfigProblem } from './config.ts';
import { makeFile } from './documents/make.ts';
import type { Timing } from './engine/core.ts';
import { type Engine, makeEngine } from './engine/engine.ts';
import { encode } from './engine/records.ts';
import { rooms } from './features/features.ts';
import { startHttp } from './http.ts';
import { log } from './log.ts';
import type { Platform } from './platforms/platform.ts';
import { type SlackBudgets, type SlackPlatform, slackPlatform } from './platforms/slack/slack.ts';
import type { TeamsOptions, TeamsPlatform } from './platforms/teams/teams.ts';
import { newScheme } from './scheme/defaults.ts';
import { openRedis } from './store/redis.ts';
import { openSqlite } from './store/sqlite.ts';
import type { Store, Vault } from './store/store.ts';
import { makeVault } from './store/vault.ts';

/** One scheme per store; its name is part of every key. */
const SCHEME = 'main';

/** Given by the demo and by tests only; no variable turns these on. */
export type Extras = {
  storyMayMove?: boolean;
  timing?: Partial<Timing>;
  budgets?: SlackBudgets;
  teamsBudgets?: TeamsOptions['budgets'];
  /** Puts something between the program and its store, such as a count of calls. */
  around?: (store: Store) => Store;
};

export type Running = { engine: Engine; store: Store; vault: Vault; port: number; stop: () => Promise<void> };

/** The embedded store makes its own key once and keeps it beside the data, readable by its owner alone. */
function keysOf(config: Config): string[] {
  if (config.dataKeys.length > 0 || config.store.kind !== 'embedded') return config.dataKeys;
  const file = join(config.store.dir, 'key');
  if (!existsSync(file)) {
    writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
    chmodSync(file, 0o600);
  }
  return [readFileSync(file, 'utf8').trim()];
}

/** Throws ConfigProblem when the key file cannot be made or read, or a key does not do. */
function vaultOf(config: Config): Vault {
  try {
    if (config.store.kind === 'embedded') mkdirSync(config.store.dir, { recursive: true });
    return makeVault(keysOf(config));
  } catch (error) {
    const message = error instanceof Error ? error.message : 'the key cannot be read';
    throw new ConfigProblem(message.startsWith('DATA_KEY') ? message : `DATA_DIR: ${message}`);
  }
}

/** Opens the store and the vault that a configuration names. Throws ConfigProblem with the one line to show. */
export async function openStore(config: Config): Promise<{ store: Store; vault: Vault }> {
  const vault = vaultOf(config);
  try {
    if (config.store.kind === 'redis') {
      const store = await openRedis({
        url: config.store.url,
        scheme: SCHEME,
        dataWarnings: line => log('warn', 'store', { line }),
      });
      return { store, vault };
    }
    return { store: await openSqlite({ file: join(config.store.dir, 'mentor.db'), scheme: SCHEME }), vault };
  } catch (error) {
    const name = config.store.kind === 'redis' ? 'REDIS_URL' : 'DATA_DIR';
    throw new ConfigProblem(`${name}: ${error instanceof Error ? error.message : 'the store cannot be opened'}`);
  }
}

/** `teams:19:…` becomes `teams/<tenant>/19:…`; what is written in full stays as it is. */
function inFull(item: string, platforms: Platform[]): string {
  const name = /^(\w+):/.exec(item)?.[1];
  const lane = platforms.find(door => door.name === name)?.lanes()[0];
  return lane && name ? `${lane}/${item.slice(name.length + 1)}` : item;
}

/** The first start founds the scheme with the first co-ordinators and channels; later starts leave it as set-up made it. */
async function foundScheme(config: Config, store: Store, vault: Vault, platforms: Platform[]): Promise<void> {
  const full = (items: string[]): string[] => items.map(item => inFull(item, platforms));
  const scheme = newScheme(
    config.zone,
    full(config.coordinators),
    full(config.forumChannel),
    full(config.coordinatorChannel),
  );
  await store.commit({
    op: { id: 'found', answer: 'null' },
    checks: [{ key: 'scheme/scheme', version: 0 }],
    writes: [{ key: 'scheme/scheme', json: encode('scheme', scheme, vault) }],
    deletes: [],
    listed: { add: [], remove: [] },
    counts: [],
    deliveries: [],
    cancel: [],
    history: [],
  });
}

/** Why nobody can be listened to, in the words of the variable that is to be changed. */
function cannotListen(error: unknown, { port, host }: Config): unknown {
  const { code } = error as { code?: unknown };
  if (code === 'EADDRINUSE')
    return new ConfigProblem(`PORT: ${port} is taken by another program: stop that one, or choose another PORT.`);
  if (code === 'EACCES')
    return new ConfigProblem(`PORT: ${port} may not be used by this account: choose one above 1023.`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new ConfigProblem(`HOST: ${host} is no address of this machine: leave it out to listen on all.`);
  return error;
}

/** Teams' libraries are large and optional, so that they are loaded only where Teams is set up. */
async function makeTeams(
  settings: NonNullable<Config['teams']>,
  budgets: TeamsOptions['budgets'],
): Promise<TeamsPlatform> {
  try {
    const { teamsPlatform } = await import('./platforms/teams/teams.ts');
    return teamsPlatform({ ...settings, ...(budgets ? { budgets } : {}) });
  } catch (error) {
    const { code, message } = error as { code?: unknown; message?: unknown };
    const isPackage = code === 'ERR_MODULE_NOT_FOUND' && /^Cannot find package/.test(String(message));
    if (!isPackage && code !== 'MODULE_NOT_FOUND') throw error;
    throw new ConfigProblem(
      'TEAMS_APP_ID: the optional packages for Teams are not installed: run "npm install --omit=dev" without --omit=optional, or take the TEAMS_ settings out.',
    );
  }
}

type Doors = { slack?: SlackPlatform; teams?: TeamsPlatform };

async function makeDoors(config: Config, { budgets, teamsBudgets }: Extras): Promise<Doors> {
  const forSlack = { ...(budgets ? { budgets } : {}), ...(config.proxies ? { proxied: true } : {}) };
  return {
    ...(config.slack ? { slack: slackPlatform({ ...config.slack, ...forSlack }) } : {}),
    ...(config.teams ? { teams: await makeTeams(config.teams, teamsBudgets) } : {}),
  };
}

/** From here on every call of this process, whoever makes it, goes by way of the proxies. */
function goThrough({ http, https, none }: NonNullable<Config['proxies']>): void {
  setGlobalDispatcher(
    new EnvHttpProxyAgent({
      httpProxy: http ?? '',
      httpsProxy: https ?? '',
      noProxy: none ?? '',
    }),
  );
}

/** Starts the program. Throws ConfigProblem with one clear line when it cannot. */
export async function startMentor(config: Config, extras: Extras = {}): Promise<Running> {
  if (config.proxies) goThrough(config.proxies);
  const { slack, teams } = await makeDoors(config, extras);
  const platforms: Platform[] = [...(slack ? [slack] : []), ...(teams ? [teams] : [])];
  const { store: kept, vault } = await openStore(config);
  const store = extras.around?.(kept) ?? kept;
  const engine = makeEngine({
    store,
    vault,
    rooms,
    platforms,
    ...(config.publicUrl ? { publicUrl: config.publicUrl } : {}),
    makeFile,
    worker: new URL('./matching/worker.ts', import.meta.url),
    ...(extras.timing ? { timing: extras.timing } : {}),
    ...(extras.storyMayMove ? { storyMayMove: true } : {}),
  });
  const { offsetMs } = await store.clock();
  if (offsetMs !== 0 && !extras.storyMayMove) {
    await store.close();
    throw new ConfigProblem(
      'This store’s story clock was moved by the demo; a real scheme needs a store of its own: choose another DATA_DIR or REDIS_URL.',
    );
  }
  await engine.start();
  await foundScheme(config, store, vault, platforms);
  await engine.nameCoordinators();
  const server = await startHttp(
    {
      ready: () => store.ready(),
      file: ticket => engine.file(ticket),
      ...(slack?.listener ? { slack: slack.listener } : {}),
      ...(teams ? { teams: teams.listener } : {}),
    },
    config.port,
    config.host,
  ).catch(error => {
    throw cannotListen(error, config);
  });
  log('info', 'started', {
    port: server.port,
    store: config.store.kind,
    lanes: platforms.flatMap(door => door.lanes()).join(' '),
    ...(config.slack ? { mode: config.slack.appToken ? 'socket' : 'http' } : {}),
  });
  return {
    engine,
    store,
    vault,
    port: server.port,
    stop: async () => {
      await server.close();
      await engine.stop();
      await store.close();
    },
  };
}
