// Keeps a stand-in's world in a file, so that a demo goes on where it was left; tests keep nothing.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const PAUSE_MS = 250;

/** The world as it was left, or undefined when nothing was kept there. */
export function keptWorld<World>(path: string): World | undefined {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as World) : undefined;
}

/** Writes the world a moment after each change; `now` writes at once. A write cut short leaves the one before. */
export function newKeeper(path: string, world: object): { soon(): void; now(): void } {
  let timer: NodeJS.Timeout | undefined;
  const now = () => {
    clearTimeout(timer);
    timer = undefined;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.new`, JSON.stringify(world));
    renameSync(`${path}.new`, path);
  };
  const soon = () => {
    timer ??= setTimeout(now, PAUSE_MS);
  };
  return { soon, now };
}
