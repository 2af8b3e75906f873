// The same deed told twice within this process: one effect before the person's eyes. That it has one effect on record is the engine's.

export type Once = {
  /** True for the first time this operation is seen (within ten minutes). */
  first(op: string): boolean;
  /** Work that is under way for this operation is shared; once done, the next one starts anew. */
  shared<T>(op: string, work: () => Promise<T>): Promise<T>;
};

/** A memory of the operations seen lately. */
export function makeOnce(keepMs = 600_000, most = 10_000): Once {
  const seen = new Map<string, number>();
  const underWay = new Map<string, Promise<unknown>>();
  return {
    first: op => {
      const now = performance.now();
      for (const [old, at] of seen) {
        if (now - at < keepMs && seen.size < most) break;
        seen.delete(old);
      }
      if (seen.has(op)) return false;
      seen.set(op, now);
      return true;
    },
    shared: <T>(op: string, work: () => Promise<T>): Promise<T> => {
      const running = underWay.get(op) as Promise<T> | undefined;
      if (running) return running;
      const started = work().finally(() => underWay.delete(op));
      underWay.set(op, started);
      return started;
    },
  };
}
