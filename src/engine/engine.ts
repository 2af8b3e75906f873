// The engine as a whole: a host for the platforms, a heartbeat, and a loop that delivers.
import type { MadeFile } from '../conversation/document.ts';
import type { Room } from '../conversation/feature.ts';
import { errorKind, log } from '../log.ts';
import type { Host, Platform } from '../platforms/platform.ts';
import type { Store, Vault } from '../store/store.ts';
import { stayAlive } from './alive.ts';
import { runDue, type Shelf, startHeartbeat, stepStory } from './clock.ts';
import { computeWith } from './compute.ts';
import { type Core, doorOf, type FileMaker, lanesHere, makeCore, type Timing } from './core.ts';
import { deliverDue } from './delivery.ts';
import { fileOf } from './file-links.ts';
import { makeHost } from './host.ts';
import { noticeCoordinators } from './noticed.ts';

export type Engine = {
  host: Host;
  /** Opens the doors, starts the heartbeat and the deliveries. */
  start(): Promise<void>;
  /** Asks the platforms for the names of co-ordinators of whom only the account is known, as in the settings of the program. */
  nameCoordinators(): Promise<void>;
  /** Lets what is in flight end, and stops. */
  stop(): Promise<void>;
  /** The file behind the last part of a link that was handed out; undefined where there is none (any more). */
  file(ticket: string): Promise<MadeFile | undefined>;
  /** Everything due now is decided and every delivery that can go has gone; for the demo's clock and for tests. */
  settle(): Promise<void>;
  /** Moves story time to an offset, stepping through all that becomes due; refused unless the program was started for it. */
  moveStory(toOffsetMs: number): Promise<void>;
};

export type EngineParts = {
  store: Store;
  vault: Vault;
  rooms: Room[];
  platforms: Platform[];
  /** Where people's browsers reach this program; without, no links to files are handed out. */
  publicUrl?: string;
  timing?: Partial<Timing>;
  /** Makes the bytes of files that rooms describe. */
  makeFile?: FileMaker;
  /** The file that computes in a worker thread. */
  worker: URL;
  /** Whether the story clock may be moved: demo and tests only. */
  storyMayMove?: boolean;
};

/** Redraws the home pages that people have opened here, or that stand before them, after something of theirs changed. Best effort: opening one always draws it anew. */
function keepHomes(core: Core, host: Host): { host: Host; idle: () => Promise<void> } {
  const seen = new Set<string>();
  const drawing = new Map<string, Promise<void>>();
  const draw = async (account: string): Promise<void> => {
    try {
      await doorOf(core, account)?.showHome(account, await host.home(account));
    } catch (error) {
      log('warn', 'home', { kind: errorKind(error) });
    }
  };
  core.homeChanged = account => {
    if (!seen.has(account) && !doorOf(core, account)?.homesStand) return;
    const before = drawing.get(account) ?? Promise.resolve();
    const mine = before.then(() => draw(account));
    drawing.set(account, mine);
    void mine.then(() => drawing.get(account) === mine && drawing.delete(account));
  };
  const home = (account: string) => {
    seen.add(account);
    return host.home(account);
  };
  return { host: { ...host, home }, idle: () => Promise.all(drawing.values()).then(() => {}) };
}

/** Puts the engine together. Nothing runs before `start`. */
export function makeEngine(parts: EngineParts): Engine {
  const core = makeCore(parts);
  const shelf: Shelf = new Map();
  const host = makeHost(core, parts.publicUrl);
  const homes = keepHomes(core, host);
  computeWith(parts.worker);
  let stopping = false;
  const sleepers = new Set<() => void>();
  let wakes = 0;
  core.wake = () => {
    wakes++;
    for (const rise of sleepers) rise();
  };

  function pause(): Promise<void> {
    return new Promise(resolve => {
      const rise = (): void => {
        clearTimeout(timer);
        sleepers.delete(rise);
        resolve();
      };
      const timer = setTimeout(rise, core.timing.pollMs);
      sleepers.add(rise);
    });
  }

  /** Does some work whenever something was committed, and looks by itself now and then. */
  async function keepDoing(what: string, work: () => Promise<unknown>): Promise<void> {
    while (!stopping) {
      const heard = wakes;
      try {
        await work();
      } catch (error) {
        log('warn', what, { kind: errorKind(error) });
      }
      if (heard === wakes && !stopping) await pause();
    }
  }

  async function deliverAll(): Promise<void> {
    while (!stopping && (await deliverDue(core)) > 0);
  }

  /** Two loops, so that a long job never holds up an alert. */
  function work(): Promise<unknown> {
    return Promise.all([keepDoing('loop.due', () => runDue(core, shelf)), keepDoing('loop.deliver', deliverAll)]);
  }

  async function settle(): Promise<void> {
    const lanes = lanesHere(core);
    for (;;) {
      await runDue(core, shelf);
      if ((await deliverDue(core)) > 0) continue;
      if (core.sending > 0 || core.busy.size > 0) {
        await new Promise(resolve => setTimeout(resolve, 5));
        continue;
      }
      const next = await core.store.nextDelivery(lanes);
      const { machineNow } = await core.store.clock();
      if (next === undefined || next - machineNow > core.timing.gateMs * 4) return;
      await new Promise(resolve => setTimeout(resolve, Math.max(5, Math.min(next - machineNow, 200))));
    }
  }

  let looping: Promise<unknown> = Promise.resolve();
  let stopBeating: () => Promise<void> = async () => {};
  let stopLiving: () => Promise<void> = async () => {};
  return {
    host: homes.host,
    nameCoordinators: () => noticeCoordinators(core),
    file: ticket => fileOf(core, ticket),
    settle,
    async start() {
      stopLiving = await stayAlive(core);
      for (const platform of parts.platforms) await platform.start(homes.host);
      stopBeating = startHeartbeat(core, shelf);
      looping = work();
    },
    async stop() {
      stopping = true;
      core.wake();
      await stopBeating();
      await looping;
      await homes.idle();
      for (const platform of parts.platforms) await platform.stop();
      await stopLiving();
    },
    async moveStory(toOffsetMs) {
      if (!parts.storyMayMove) throw new Error('the story clock moves in the demo and in tests only');
      await stepStory(core, shelf, toOffsetMs, settle);
    },
  };
}
