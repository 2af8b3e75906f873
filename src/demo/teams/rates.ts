// The connector's rate limits as sliding windows; a call that is one too many is told how many seconds to wait.
import type { Timing } from './limits.ts';

export type Rates = {
  /** Seconds to wait before trying again, or 0 when the call may go on. */
  waitFor(kind: 'send' | 'look', conversationId: string): number;
};

/** Fresh windows for one bot in one tenant. */
export function newRates(timing: Timing): Rates {
  const calls = new Map<string, number[]>();
  const wait = (name: string, windows: Timing['sends'], now: number): number => {
    const times = calls.get(name) ?? [];
    calls.set(name, times);
    const longest = Math.max(...windows.map(([, ms]) => ms));
    while (times[0] !== undefined && times[0] <= now - longest) times.shift();
    const waits = windows.map(([most, ms]) => {
      const oldest = times.at(-most);
      return oldest !== undefined && oldest > now - ms ? oldest + ms - now : 0;
    });
    return Math.max(0, ...waits);
  };
  return {
    waitFor: (kind, conversationId) => {
      const now = performance.now();
      const own = `${kind} ${conversationId}`;
      const ms = Math.max(
        wait(own, kind === 'send' ? timing.sends : timing.looks, now),
        wait('tenant', [[timing.perSecond, 1000]], now),
      );
      if (ms > 0) return Math.max(1, Math.ceil(ms / 1000));
      calls.get(own)?.push(now);
      calls.get('tenant')?.push(now);
      return 0;
    },
  };
}
