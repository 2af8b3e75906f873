// Drives the bot's processes from a test: some stand by with everything loaded, so that a start takes no longer than it must.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer, Message, Order } from './bot-process.ts';

/** One life of the bot. */
export type Life = {
  port: number;
  /** From now on points are counted; it dies at this one, or the first of this name (0: never). */
  arm(point: number | string): Promise<void>;
  /** The points reached so far. */
  points(): Promise<string[]>;
  died: Promise<void>;
  isDead(): boolean;
  /** Stops it, unless it is dead; its process may live on as another. */
  end(): Promise<void>;
};

export type Lives = { start(order: Order): Promise<Life>; close(): Promise<void> };

const FILE = new URL('./bot-process.ts', import.meta.url);

function answered<K extends string>(child: ChildProcess, name: K): Promise<Extract<Answer, Record<K, unknown>>> {
  return new Promise((resolve, reject) => {
    if (!child.connected) return reject(new Error('the process has ended'));
    const heard = (answer: Answer): void => {
      if (!(name in answer) && !('problem' in answer)) return;
      child.off('message', heard);
      child.off('exit', left);
      if ('problem' in answer) reject(new Error(answer.problem));
      else resolve(answer as Extract<Answer, Record<K, unknown>>);
    };
    const left = (code: number | null, signal: string | null): void =>
      reject(new Error(`the process ended (${signal ?? code}) before it said "${name}"`));
    child.on('message', heard);
    child.once('exit', left);
  });
}

async function gone(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

async function ended(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await gone(child);
}

function lifeOf(child: ChildProcess, port: number, end: () => Promise<void>): Life {
  const isDead = (): boolean => !child.connected;
  // One that ends at this moment does not hear us; `answered` tells of it.
  const tell = (message: Message): void => void (child.connected && child.send(message, () => {}));
  return {
    port,
    arm: async point => {
      const heard = answered(child, 'armed');
      tell({ arm: point });
      await heard;
    },
    points: async () => {
      const heard = answered(child, 'points');
      tell({ tell: true });
      return (await heard).points;
    },
    died: gone(child),
    isDead,
    end,
  };
}

/** Keeps this many processes standing by. */
export function standBy(many: number): Lives {
  const cache = mkdtempSync(join(tmpdir(), 'mentor-code-'));
  const children = new Set<ChildProcess>();
  const ready: Promise<ChildProcess>[] = [];
  const launch = (): Promise<ChildProcess> => {
    const child = fork(FILE, {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: { ...process.env, NODE_COMPILE_CACHE: cache },
    });
    children.add(child);
    // A process may live many lives, and each listens for its end.
    child.setMaxListeners(0);
    child.once('exit', () => children.delete(child));
    const warm = answered(child, 'warm').then(() => child);
    // Whether somebody still waits for it or not: the trouble is told to whoever takes it.
    warm.catch(() => {});
    return warm;
  };
  const anew = async (child: ChildProcess): Promise<ChildProcess> => {
    const stopped = answered(child, 'warm');
    child.send({ stop: true } satisfies Message, () => {});
    await stopped;
    return child;
  };
  for (let n = 0; n < many; n++) ready.push(launch());
  return {
    start: async order => {
      const child = await (ready.shift() ?? launch());
      if (ready.length < many) ready.push(launch());
      const started = answered(child, 'ready');
      child.send({ start: order } satisfies Message);
      let isOver = false;
      return lifeOf(child, (await started).ready, async () => {
        if (isOver || !child.connected) return;
        isOver = true;
        ready.unshift(Promise.resolve(await anew(child)));
      });
    },
    close: async () => {
      await Promise.all([...children].map(ended));
      rmSync(cache, { recursive: true, force: true });
    },
  };
}
