// How many calls Teams takes from us in a while: counted here, so that the queue waits instead of being refused there.
import type { Budgets } from './budgets.ts';

export type Pace = {
  /** Counts a call and answers 0, or answers how many milliseconds it has to wait, and counts nothing. `members`: a question about who is in it. */
  take: (conversation: string, about?: 'members') => number;
};

type Limits = [number, number][];
const MOST_CONVERSATIONS = 5_000;

/** How long until one more call fits; `calls` are the times of those made, in order. */
function wait(calls: number[], limits: Limits, now: number): number {
  let longest = 0;
  for (const [most, ms] of limits) {
    const nth = calls[calls.length - most];
    if (nth !== undefined && nth + ms > now) longest = Math.max(longest, Math.ceil(nth + ms - now));
  }
  return longest;
}

/** Forgets calls that no limit looks back to. */
function trim(calls: number[], limits: Limits): void {
  const most = Math.max(...limits.map(([n]) => n));
  if (calls.length > most * 2) calls.splice(0, calls.length - most);
}

/** The limits of one bot in one tenant. */
export function makePace(budgets: Pick<Budgets, 'perConversation' | 'perTenant' | 'perRoster'>): Pace {
  const { perTenant } = budgets;
  const all: number[] = [];
  const by = new Map<string, number[]>();
  return {
    take: (conversation, about) => {
      const now = performance.now();
      const key = about ? `${about} ${conversation}` : conversation;
      const limits = about ? budgets.perRoster : budgets.perConversation;
      const mine = by.get(key) ?? [];
      const ms = Math.max(wait(mine, limits, now), wait(all, perTenant, now));
      if (ms > 0) return ms;
      mine.push(now);
      all.push(now);
      trim(mine, limits);
      trim(all, perTenant);
      // The one used longest ago goes first.
      by.delete(key);
      by.set(key, mine);
      if (by.size > MOST_CONVERSATIONS) by.delete(by.keys().next().value ?? '');
      return 0;
    },
  };
}
