// A memory of a while: what was put in it longer ago than that is forgotten.

export type Lately<T> = {
  get: (key: string) => T | undefined;
  set: (key: string, value: T) => void;
  delete: (key: string) => void;
  clear: () => void;
};

/** Keeps what is put in for so many milliseconds, and at most so many at once. */
export function keepLately<T>(ms: number, most = 10_000): Lately<T> {
  const held = new Map<string, { value: T; at: number }>();
  const trim = (now: number) => {
    for (const [key, { at }] of held) {
      if (now - at < ms && held.size <= most) break;
      held.delete(key);
    }
  };
  return {
    get: key => {
      const found = held.get(key);
      return found && performance.now() - found.at < ms ? found.value : undefined;
    },
    set: (key, value) => {
      const at = performance.now();
      held.delete(key);
      held.set(key, { value, at });
      trim(at);
    },
    delete: key => void held.delete(key),
    clear: () => held.clear(),
  };
}
