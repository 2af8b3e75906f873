// What every stand-in needs to tell others that something changed and to wait for it; what changes is up to the stand-ins.

/** Change notices, waits and timers of one world. `stop` ends all of them. */
export function newPulse(world: { revision: number }) {
  const watchers = new Set<() => void>();
  const waits = new Set<() => void>();
  const timers = new Set<NodeJS.Timeout>();
  const later = (ms: number, act: () => void): NodeJS.Timeout => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      act();
    }, ms);
    timers.add(timer);
    return timer;
  };
  return {
    watchers,
    later: (ms: number, act: () => void): void => void later(ms, act),
    changed: () => {
      world.revision++;
      for (const watcher of [...watchers]) watcher();
    },
    until: <T>(check: () => T | undefined | false, ms = 3000): Promise<T | undefined> =>
      new Promise(resolve => {
        const end = (value: T | undefined) => {
          watchers.delete(look);
          waits.delete(giveUp);
          clearInterval(pulse);
          clearTimeout(timer);
          timers.delete(timer);
          resolve(value);
        };
        const look = () => {
          const value = check();
          if (value) end(value);
        };
        const giveUp = () => end(undefined);
        const timer = later(ms, () => end(check() || undefined));
        // Not everything somebody waits for is in the world.
        const pulse = setInterval(look, 20);
        watchers.add(look);
        waits.add(giveUp);
        look();
      }),
    stop: () => {
      for (const giveUp of [...waits]) giveUp();
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}
